"""Pictures whose corners can be told apart, and files made of them."""

import io
from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image

RED, GREEN, BLUE, WHITE = (220, 30, 30), (30, 200, 30), (30, 30, 220), (240, 240, 240)

Encode = Callable[..., bytes]


@pytest.fixture(scope="session")
def corners() -> Image.Image:
    """96×64: red, green over blue, white."""
    return corner_picture(96, 64)


def corner_picture(width: int, height: int) -> Image.Image:
    pixels = np.zeros((height, width, 3), np.uint8)
    top, left = height // 2, width // 2
    pixels[:top, :left], pixels[:top, left:] = RED, GREEN
    pixels[top:, :left], pixels[top:, left:] = BLUE, WHITE
    return Image.fromarray(pixels)


@pytest.fixture(scope="session")
def encode() -> Encode:
    """`encode(image, "PNG", …)` is the file; options are those of `Image.save`."""

    def encoded(image: Image.Image, format_name: str, **options: object) -> bytes:
        file = io.BytesIO()
        image.save(file, format_name, **options)
        return file.getvalue()

    return encoded
