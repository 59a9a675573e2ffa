"""Pictures that the program makes itself, as PNG files."""

import contextlib
import io
import os
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from lookalike.errors import LookalikeError


def write_png(file: Path, pixels: NDArray[np.uint8]) -> None:
    """Write pixels (h, w, 3) or (h, w); the file is whole or not there.

    Raises:
        LookalikeError: its folder is not there, full, or closed.
    """
    encoded = io.BytesIO()
    Image.fromarray(pixels).save(encoded, "PNG")
    fresh = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        fresh.write_bytes(encoded.getvalue())
        fresh.replace(file)
    except OSError as error:
        with contextlib.suppress(OSError):
            fresh.unlink()
        raise LookalikeError(
            f"{file} cannot be written ({error.strerror or error}).",
            "Choose a folder that has room and can be written into.",
        ) from error
