"""What a person may choose, in one small JSON file that is theirs to write."""

import json
import os
from dataclasses import dataclass, fields
from pathlib import Path

from lookalike.errors import LookalikeError

DEVICES = ("auto", "cpu", "cuda")
GENTLY = ("on battery", "always", "never")
LANGUAGES = ("auto", "en", "de")
_CHOICES = {"device": DEVICES, "import_gently": GENTLY, "language": LANGUAGES}


@dataclass(frozen=True, slots=True)
class Settings:
    """Defaults that suit most machines.

    Args:
        network: the name of a folder in `models`; `auto` keeps to the one that the library has
            used, and begins a new one with what is fastest here.
        device: `auto` takes CUDA where it runs, `cpu` and `cuda` say which is wanted.
        max_megapixels: larger pictures are refused before they are decoded.
        decode_threads: 0 means one per processor core.
        import_gently: when imports run on one thread at low priority.
        language: of the window; `auto` takes the system's where it is there, else English.
    """

    network: str = "auto"
    device: str = "auto"
    max_megapixels: int = 400
    decode_threads: int = 0
    import_gently: str = "on battery"
    language: str = "auto"

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if type(value) is not type(field.default):
                raise TypeError(f"{field.name} cannot be {value!r}")
        for name, known in _CHOICES.items():
            value = getattr(self, name)
            if value not in known:
                raise ValueError(f"{name} cannot be {value!r}, only one of {', '.join(known)}")
        if not 1 <= self.max_megapixels <= 10_000:
            raise ValueError("max_megapixels has to be from 1 to 10000")
        if not 0 <= self.decode_threads <= 64:
            raise ValueError("decode_threads cannot be more than 64")

    @property
    def wants_gentle(self) -> bool | None:
        """As `Pace` takes it: None leaves it to the power supply."""
        return {"always": True, "never": False}.get(self.import_gently)


def load_settings(file: Path) -> Settings:
    """The person's settings, or the defaults where there is no such file.

    Raises:
        LookalikeError: the file is there, and is not an object of these settings.
    """
    try:
        return _settings(json.loads(file.read_text("utf-8")))
    except FileNotFoundError:
        return Settings()
    except RecursionError as error:
        raise _unusable(file, "it is nested too deeply") from error
    except OSError as error:
        raise _unusable(file, error.strerror or "it cannot be read") from error
    except (ValueError, TypeError) as error:
        raise _unusable(file, str(error)) from error


def change_setting(file: Path, name: str, value: str | int) -> None:
    """Write one setting down; the others stay as the person wrote them.

    Raises:
        LookalikeError: what is in the file cannot be used, or it cannot be written.
    """
    load_settings(file)
    try:
        told = json.loads(file.read_text("utf-8")) if file.exists() else {}
        _settings(told | {name: value})
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_name(file.name + ".new")
        fresh.write_text(json.dumps(told | {name: value}, indent=2) + "\n", "utf-8")
        os.replace(fresh, file)  # noqa: PTH105 - the word the reader looks for
    except OSError as error:
        raise LookalikeError(
            f"The settings cannot be written to {file} ({error.strerror}).",
            "The choice holds until the window is closed.",
        ) from error


def _settings(told: object) -> Settings:
    if not isinstance(told, dict):
        raise TypeError("it holds no settings by name")
    if unknown := set(told) - {field.name for field in fields(Settings)}:
        raise ValueError(f"there is no setting {', '.join(sorted(unknown))}")
    return Settings(**told)


def _unusable(file: Path, reason: str) -> LookalikeError:
    return LookalikeError(
        f"The settings in {file} cannot be used: {reason}.",
        "Correct the file, or delete it to start from the defaults.",
    )
