import io

import numpy as np
import pytest
from PIL import Image

from lookalike.errors import PhotoUnreadable
from lookalike.imaging.thumbnails import make_thumbnail, read_thumbnail, squeezed_thumbnail


def thumbnail_of(pixels: np.ndarray, longest_side_px: int) -> bytes:
    return make_thumbnail(Image.fromarray(pixels), longest_side_px)


def noise(width: int, height: int) -> np.ndarray:
    return np.random.default_rng(7).integers(0, 256, (height, width, 3), np.uint8)


@pytest.mark.parametrize(
    ("size", "expected"),
    [((800, 600), (384, 288)), ((600, 800), (288, 384)), ((384, 10), (384, 10))],
)
def test_the_longer_side_is_what_was_asked_for(size, expected):
    height, width, _ = read_thumbnail(thumbnail_of(noise(*size), 384)).shape
    assert (width, height) == expected


def test_a_small_picture_is_not_enlarged():
    assert read_thumbnail(thumbnail_of(noise(20, 30), 384)).shape == (30, 20, 3)


@pytest.mark.parametrize("size", [(1, 30_000), (30_000, 1), (1, 1)])
def test_extreme_shapes_keep_at_least_one_pixel(size):
    width, height = size
    pixels = read_thumbnail(thumbnail_of(np.full((height, width, 3), 90, np.uint8), 384))
    assert max(pixels.shape) <= 384
    assert min(pixels.shape) >= 1


def test_colours_survive():
    pixels = np.full((300, 400, 3), (200, 40, 90), np.uint8)
    pixels[:, 200:] = (10, 120, 250)
    shown = read_thumbnail(thumbnail_of(pixels, 200)).astype(int)
    assert np.abs(shown[75, 50] - (200, 40, 90)).max() <= 6
    assert np.abs(shown[75, 150] - (10, 120, 250)).max() <= 6


def test_a_thumbnail_is_a_jpeg_far_smaller_than_its_pixels():
    ramp = np.linspace(0, 255, 1024 * 768 * 3).reshape(768, 1024, 3).astype(np.uint8)
    data = thumbnail_of(ramp, 384)
    assert Image.open(io.BytesIO(data)).format == "JPEG"
    assert len(data) < 384 * 288 * 3 / 8


def test_the_given_picture_stays_as_it_is():
    picture = Image.fromarray(noise(500, 400))
    before = picture.tobytes()
    make_thumbnail(picture, 100)
    assert (picture.size, picture.tobytes()) == ((500, 400), before)


@pytest.mark.parametrize("keep", [0, 1, 20, 400])
def test_a_damaged_thumbnail_says_so(keep):
    with pytest.raises(PhotoUnreadable):
        read_thumbnail(thumbnail_of(noise(300, 200), 200)[:keep])


@pytest.mark.parametrize("size", [(1, 1), (1, 384), (384, 2), (5, 3), (384, 256), (900, 1400)])
def test_all_of_a_thumbnail_is_squeezed_into_a_square(size):
    height, width = size
    halves = np.zeros((height, width, 3), np.uint8)
    halves[:, width // 2 :] = 200
    square = squeezed_thumbnail(thumbnail_of(halves, 384), 16)
    assert (square.shape, square.dtype) == ((16, 16, 3), np.uint8)
    assert square[:, :2].mean() == pytest.approx(halves[:, 0].mean(), abs=25)
    assert square[:, -2:].mean() == pytest.approx(200, abs=25)


def test_a_square_shows_the_means_of_areas_however_large_the_picture_was():
    blocks = noise(12, 12)
    large = blocks.repeat(24, axis=0).repeat(24, axis=1)
    squares = [
        squeezed_thumbnail(thumbnail_of(picture, 384), 48).astype(int)
        for picture in (large, large[::2, ::2], large.repeat(3, axis=1))
    ]
    for square in squares:
        assert np.abs(square - blocks.repeat(4, axis=0).repeat(4, axis=1)).mean() < 25
        assert np.abs(square - squares[0]).mean() < 12


def test_a_damaged_thumbnail_is_not_squeezed():
    with pytest.raises(PhotoUnreadable):
        squeezed_thumbnail(thumbnail_of(noise(300, 200), 200)[:300], 48)
