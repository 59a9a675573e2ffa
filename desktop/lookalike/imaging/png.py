"""Pictures that the program makes itself, as PNG files."""

import io
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from lookalike.errors import LookalikeError
from lookalike.whole_files import written_whole


def write_png(file: Path, pixels: NDArray[np.uint8]) -> None:
    """Write pixels (h, w, 3) or (h, w); the file is whole or not there.

    Raises:
        LookalikeError: its folder is not there, full, or closed.
    """
    encoded = io.BytesIO()
    Image.fromarray(pixels).save(encoded, "PNG")
    try:
        with written_whole(file) as stream:
            stream.write(encoded.getvalue())
    except OSError as error:
        raise LookalikeError(
            f"{file} cannot be written ({error.strerror or error}).",
            "Choose a folder that has room and can be written into.",
        ) from error
