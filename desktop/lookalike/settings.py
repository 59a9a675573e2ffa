"""What a person may choose, kept as one small JSON file."""

import json
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from lookalike.errors import LookalikeError

DEVICES = ("auto", "cpu", "cuda")


@dataclass(frozen=True, slots=True)
class Settings:
    """Defaults that suit most machines.

    Args:
        network: the name of a folder in `models`.
        device: `auto` takes CUDA where it runs, `cpu` and `cuda` say which is wanted.
        max_megapixels: larger pictures are refused before they are decoded.
        thumbnail_px: the longer side of a stored thumbnail.
        decode_threads: 0 means one per processor core.
    """

    network: str = "efficientnet-lite0"
    device: str = "auto"
    max_megapixels: int = 400
    thumbnail_px: int = 384
    decode_threads: int = 0

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if type(value) is not type(field.default):
                raise TypeError(f"{field.name} cannot be {value!r}")
        if self.device not in DEVICES:
            raise ValueError(f"device cannot be {self.device!r}, only one of {', '.join(DEVICES)}")
        if not (1 <= self.max_megapixels <= 10_000 and 64 <= self.thumbnail_px <= 2048):
            raise ValueError("max_megapixels (1 to 10000) or thumbnail_px (64 to 2048) is off")
        if not 0 <= self.decode_threads <= 64:
            raise ValueError("decode_threads cannot be more than 64")


def load_settings(file: Path) -> Settings:
    """The person's settings, or the defaults where there is no such file.

    Raises:
        LookalikeError: the file is there and is not what `save_settings` writes.
    """
    try:
        told = json.loads(file.read_text("utf-8"))
        return Settings(**told)
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, TypeError) as error:
        raise LookalikeError(
            f"The settings in {file} cannot be used: {error}.",
            "Correct the file, or delete it to start from the defaults.",
        ) from error


def save_settings(settings: Settings, file: Path) -> None:
    """Replace the file in one step, so that a power cut leaves the old or the new one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(".new")
    fresh.write_text(json.dumps(asdict(settings), indent=2) + "\n", "utf-8")
    os.replace(fresh, file)  # noqa: PTH105 - the word the reader looks for
