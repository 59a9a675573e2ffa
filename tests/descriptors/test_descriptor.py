"""What holds for every hand-made descriptor, and what each of them looks at and what not."""

import numpy as np
import pytest
from PIL import Image
from skimage.color import rgb2lab
from skimage.feature import hog

from lookalike.descriptors.colour import COLOUR
from lookalike.descriptors.descriptor import SIDE_PX
from lookalike.descriptors.hog import SHAPE
from lookalike.descriptors.pixels import PIXELS

ALL = pytest.mark.parametrize("descriptor", [COLOUR, SHAPE, PIXELS], ids=lambda each: each.name)


def cosine(first, second) -> float:
    return float(first @ second / np.linalg.norm(first) / np.linalg.norm(second))


def squeezed(pixels: np.ndarray) -> np.ndarray:
    image = Image.fromarray(np.asarray(pixels, np.uint8))
    return np.asarray(image.resize((SIDE_PX, SIDE_PX), Image.Resampling.BOX))


def disc(colour, ground, *, centre=(64, 64)) -> np.ndarray:
    rows, columns = np.ogrid[:128, :128]
    inside = (rows - centre[0]) ** 2 + (columns - centre[1]) ** 2 < 30**2
    return squeezed(np.where(inside[..., None], np.uint8(colour), np.uint8(ground)))


def noise(seed: int, spread: int = 256) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, spread, (SIDE_PX, SIDE_PX, 3), np.uint8)


RED, GREEN, GREY = (200, 30, 30), (30, 160, 60), (128, 128, 128)


@ALL
@pytest.mark.parametrize("spread", [1, 2, 40, 256])
def test_every_picture_gives_equally_many_finite_numbers(descriptor, spread):
    pixels = noise(0, spread)
    vector = descriptor.describe(pixels)
    assert (vector.shape, vector.dtype) == ((descriptor.dimensions,), np.float32)
    assert np.isfinite(vector).all()
    assert descriptor.dimensions <= 2_000
    np.testing.assert_array_equal(vector, descriptor.describe(pixels.copy()))


@ALL
def test_a_picture_of_one_colour_gives_finite_numbers(descriptor):
    white = np.full((SIDE_PX, SIDE_PX, 3), 255, np.uint8)
    assert np.isfinite(descriptor.describe(white)).all()


def test_colours_do_not_mind_where_they_are():
    here, there = disc(RED, GREY, centre=(40, 40)), disc(RED, GREY, centre=(90, 90))
    other = disc(GREEN, GREY, centre=(40, 40))
    assert cosine(*map(COLOUR.describe, (here, there))) > 0.99
    assert cosine(*map(COLOUR.describe, (here, other))) < 0.9


def test_colours_that_are_a_little_lighter_stay_near():
    dark, light = (np.full((SIDE_PX, SIDE_PX, 3), tone, np.uint8) for tone in (120, 132))
    assert cosine(COLOUR.describe(dark), COLOUR.describe(light)) > 0.9


def test_the_colours_of_a_picture_have_length_1():
    assert np.linalg.norm(COLOUR.describe(noise(2))) == pytest.approx(1, abs=1e-5)


def test_each_pixel_counts_for_the_eight_bins_around_it():
    pixels = disc((180, 90, 40), (60, 100, 200)) ^ noise(3, 16)
    places = (rgb2lab(pixels).reshape(-1, 3) - (0, -64, -64)) / (25, 16, 16) - 0.5
    places = np.clip(places, 0, (3, 7, 7))
    shares = np.zeros((4, 8, 8))
    for place in places:
        parts = [
            np.maximum(0, 1 - np.abs(at - np.arange(n)))
            for at, n in zip(place, (4, 8, 8), strict=True)
        ]
        shares += np.einsum("i,j,k->ijk", *parts) / len(places)
    described = COLOUR.describe(pixels)
    assert cosine(described, np.sqrt(shares.reshape(-1))) > 0.99


def test_shape_does_not_mind_colours():
    red, green = disc(RED, GREY), disc(GREEN, (250, 250, 250))
    square = np.array(disc(GREY, GREY))
    square[13:43, 13:43] = RED
    assert cosine(*map(SHAPE.describe, (red, green))) > 0.8
    assert cosine(*map(SHAPE.describe, (red, square))) < 0.8


def test_shape_sees_an_outline_between_colours_of_one_brightness():
    brightness = np.array([0.2125, 0.7154, 0.0721])
    red = np.array([180, 40, 40])
    green = np.array([40, (red @ brightness - 44 * 0.2846) / 0.7154, 44]).round()
    assert np.linalg.norm(SHAPE.describe(disc(red, green))) > 1


@pytest.mark.parametrize("spread", [1, 8, 256])
def test_shape_is_what_scikit_image_counts_in_overlapping_blocks(spread):
    pixels = noise(4, spread)
    counted = hog(
        pixels.astype(np.float32) / 255,
        orientations=9,
        pixels_per_cell=(8, 8),
        cells_per_block=(2, 2),
        block_norm="L2-Hys",
        channel_axis=-1,
    )
    np.testing.assert_allclose(SHAPE.describe(pixels), counted, atol=1e-4)


def test_pixels_mind_the_place_and_not_the_exposure():
    left = disc((90, 90, 90), (40, 40, 40), centre=(40, 30))
    right = disc((90, 90, 90), (40, 40, 40), centre=(90, 100))
    lighter = left + np.uint8(60)
    assert cosine(*map(PIXELS.describe, (left, lighter))) > 0.99
    assert cosine(*map(PIXELS.describe, (left, right))) < 0.5
