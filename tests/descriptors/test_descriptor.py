"""What holds for every hand-made descriptor, and what each of them looks at and what not."""

import numpy as np
import pytest

from lookalike.descriptors.colour import COLOUR
from lookalike.descriptors.hog import SHAPE
from lookalike.descriptors.pixels import PIXELS

ALL = pytest.mark.parametrize("descriptor", [COLOUR, SHAPE, PIXELS], ids=lambda each: each.name)


def cosine(first, second) -> float:
    return float(first @ second / np.linalg.norm(first) / np.linalg.norm(second))


def disc(colour, ground, *, centre=(64, 64), size=(128, 128)) -> np.ndarray:
    rows, columns = np.ogrid[: size[0], : size[1]]
    inside = (rows - centre[0]) ** 2 + (columns - centre[1]) ** 2 < 30**2
    return np.where(inside[..., None], np.uint8(colour), np.uint8(ground))


RED, GREEN, GREY = (200, 30, 30), (30, 160, 60), (128, 128, 128)


@ALL
@pytest.mark.parametrize("size", [(1, 1), (1, 384), (384, 2), (5, 3), (384, 256), (900, 1400)])
def test_pictures_of_any_size_give_equally_many_finite_numbers(descriptor, size):
    pixels = np.random.default_rng(0).integers(0, 256, (*size, 3), np.uint8)
    vector = descriptor.describe(pixels)
    assert (vector.shape, vector.dtype) == ((descriptor.dimensions,), np.float32)
    assert np.isfinite(vector).all()
    assert descriptor.dimensions <= 2_000
    np.testing.assert_array_equal(vector, descriptor.describe(pixels.copy()))


@ALL
def test_a_picture_of_one_colour_gives_finite_numbers(descriptor):
    assert np.isfinite(descriptor.describe(np.full((9, 9, 3), 255, np.uint8))).all()


@ALL
def test_a_copy_of_half_the_size_stays_near(descriptor):
    noise = np.random.default_rng(1).integers(0, 256, (16, 16, 3), np.uint8)
    large = noise.repeat(24, axis=0).repeat(24, axis=1)
    assert cosine(descriptor.describe(large), descriptor.describe(large[::2, ::2])) > 0.98


def test_colours_do_not_mind_where_they_are():
    here, there = disc(RED, GREY, centre=(40, 40)), disc(RED, GREY, centre=(90, 90))
    other = disc(GREEN, GREY, centre=(40, 40))
    assert cosine(*map(COLOUR.describe, (here, there))) > 0.99
    assert cosine(*map(COLOUR.describe, (here, other))) < 0.9


def test_colours_that_are_a_little_lighter_stay_near():
    dark, light = (np.full((20, 20, 3), tone, np.uint8) for tone in (120, 132))
    assert cosine(COLOUR.describe(dark), COLOUR.describe(light)) > 0.9


def test_the_colours_of_a_picture_have_length_1():
    pixels = np.random.default_rng(2).integers(0, 256, (30, 40, 3), np.uint8)
    assert np.linalg.norm(COLOUR.describe(pixels)) == pytest.approx(1, abs=1e-5)


def test_shape_does_not_mind_colours():
    red, green = disc(RED, GREY), disc(GREEN, (250, 250, 250))
    square = np.array(disc(GREY, GREY))
    square[30:98, 30:98] = RED
    assert cosine(*map(SHAPE.describe, (red, green))) > 0.8
    assert cosine(*map(SHAPE.describe, (red, square))) < 0.8


def test_shape_sees_an_outline_between_colours_of_one_brightness():
    brightness = np.array([0.2125, 0.7154, 0.0721])
    red = np.array([180, 40, 40])
    green = np.array([40, (red @ brightness - 44 * 0.2846) / 0.7154, 44]).round()
    assert np.linalg.norm(SHAPE.describe(disc(red, green))) > 1


def test_pixels_mind_the_place_and_not_the_exposure():
    left = disc((90, 90, 90), (40, 40, 40), centre=(40, 30))
    right = disc((90, 90, 90), (40, 40, 40), centre=(90, 100))
    lighter = left + np.uint8(60)
    assert cosine(*map(PIXELS.describe, (left, lighter))) > 0.99
    assert cosine(*map(PIXELS.describe, (left, right))) < 0.5
