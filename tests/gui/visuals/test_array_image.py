import io

import numpy as np
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from lookalike.gui.visuals.array_image import array_image, fitted, image_array, png_bytes, rounded


def test_colours_and_places_are_kept() -> None:
    pixels = np.zeros((3, 5, 3), np.uint8)  # 15 bytes a row: not a multiple of 4
    pixels[2, 4] = (10, 20, 30)
    image = array_image(pixels)
    assert (image.width(), image.height()) == (5, 3)
    assert image.pixelColor(4, 2) == QColor(10, 20, 30)
    assert image.pixelColor(0, 0) == QColor(0, 0, 0)


def test_the_image_owns_its_pixels() -> None:
    pixels = np.full((2, 2, 3), 200, np.uint8)
    image = array_image(pixels)
    pixels[:] = 0
    assert image.pixelColor(1, 1) == QColor(200, 200, 200)


def test_a_view_that_is_not_contiguous_is_drawn_right() -> None:
    wide = np.arange(2 * 4 * 3, dtype=np.uint8).reshape(2, 4, 3)
    assert array_image(wide[:, ::2]).pixelColor(1, 0) == QColor(*wide[0, 2].tolist())


def test_fitting_keeps_the_shape_and_never_enlarges() -> None:
    image = array_image(np.zeros((50, 100, 3), np.uint8))
    assert fitted(image, QSize(20, 20)).size() == QSize(20, 10)
    assert fitted(image, QSize(500, 500)).size() == QSize(100, 50)


def test_corners_are_cut_and_the_middle_is_kept() -> None:
    image = rounded(array_image(np.full((20, 20, 3), 90, np.uint8)), 6)
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(10, 10) == QColor(90, 90, 90)


def test_png_bytes_are_a_picture_of_the_same_pixels() -> None:
    image = QImage(4, 3, QImage.Format.Format_ARGB32)
    image.fill(QColor(1, 2, 3, 128))
    with Image.open(io.BytesIO(png_bytes(image)), formats=("PNG",)) as read:
        assert read.size == (4, 3)
        assert read.convert("RGBA").getpixel((0, 0)) == (1, 2, 3, 128)


def test_an_image_becomes_the_array_it_was_made_of():
    # Seven pixels of three bytes do not fill a line, which Qt pads.
    pixels = np.arange(5 * 7 * 3, dtype=np.uint8).reshape(5, 7, 3)
    assert np.array_equal(image_array(array_image(pixels)), pixels)
