"""Files of our own that take their name only when they are whole."""

import contextlib
import os
import re
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from lookalike.paths import sync_folder

_STALE_S = 3600
_LEFT = re.compile(r"(.+)\.\d+\.new", re.DOTALL)


@contextlib.contextmanager
def written_whole(file: Path, *, sweeps: bool = True) -> Iterator[BinaryIO]:
    """A stream whose content takes the file's place at the end of the block.

    Until then, and where anything fails, the file is as it was.

    Args:
        sweeps: `sweep` first, which looks at all names in the folder. Who writes many files there
            does it once for all of them.

    Raises:
        OSError: its folder is not there, full, or closed.
    """
    fresh = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        if sweeps:
            sweep([file])
        with fresh.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(fresh, file)  # noqa: PTH105 - the word the reader looks for
        sync_folder(file.parent)
    except BaseException:
        with contextlib.suppress(OSError):
            fresh.unlink()
        raise


def sweep(files: Iterable[Path]) -> None:
    """Remove what writers of these files left behind that were killed."""
    own: defaultdict[Path, set[str]] = defaultdict(set)
    for file in files:
        own[file.parent].add(file.name)
    for folder, names in own.items():
        with contextlib.suppress(OSError):  # whoever writes into it is told
            _sweep(folder, names)


def _sweep(folder: Path, names: set[str]) -> None:
    for name in os.listdir(folder):  # noqa: PTH208 - hardly any is worth a path
        left = _LEFT.fullmatch(name)
        if left and left[1] in names:
            with contextlib.suppress(OSError):
                if time.time() - (folder / name).stat().st_mtime > _STALE_S:
                    (folder / name).unlink()
