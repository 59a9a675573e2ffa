"""Where things are: the shipped files, and the person's own folders."""

import os
import sys
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parent.parent


def shipped(name: str) -> Path:
    """The folder `resources` or `models`: inside an installed package, else in the checkout."""
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _CHECKOUT / name


def library_dir() -> Path:
    """The default library, in the person's data folder."""
    return Path(platformdirs.user_data_dir("lookalike", appauthor=False)) / "library"


def settings_file() -> Path:
    """The person's settings."""
    return Path(platformdirs.user_config_dir("lookalike", appauthor=False)) / "settings.json"


def absolute(path: Path) -> Path:
    """Without `.` and `..`, but with its links: what a person names is what they see again."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - Path.resolve() follows links


def sync_folder(folder: Path) -> None:
    """Make a new name in `folder` survive a power cut, where the system can."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def is_gone(path: Path) -> bool:
    """Whether nothing of this very name is there; a closed folder or drive is no proof of it."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return True
    except OSError:
        return False
    # Windows and macOS find `a.jpg` also where it is called `A.jpg` now.
    return sys.platform in ("win32", "darwin") and path.name not in os.listdir(path.parent)  # noqa: PTH208
