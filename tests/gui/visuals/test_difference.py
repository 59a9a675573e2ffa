import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lookalike.gui.visuals.difference import amplified, brought_to, difference, heat


def noise(height: int, width: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3)).astype(np.uint8)


def test_a_picture_and_itself_do_not_differ():
    found = difference(noise(30, 40), noise(30, 40))
    assert not found.pixels.any()
    assert (found.mean, found.changed, found.is_stretched) == (0, 0, False)


def test_a_difference_is_told_where_it_is_and_whichever_is_brighter():
    first, second = np.full((10, 20, 3), 100, np.uint8), np.full((10, 20, 3), 100, np.uint8)
    second[2:4, 5:10] = 160
    first[8, 0] = 109
    found = difference(first, second)
    assert found.pixels[3, 6].tolist() == [60, 60, 60]
    assert found.pixels[8, 0].tolist() == [9, 9, 9]
    assert found.changed == pytest.approx(11 / 200)
    assert found.mean == pytest.approx((10 * 60 + 9) / 200)
    assert np.array_equal(found.pixels, difference(second, first).pixels)


def test_a_picture_and_its_smaller_copy_do_not_differ():
    large = noise(60, 80)
    small = brought_to(large, 30, 40)
    found = difference(large, small)
    assert found.pixels.shape == (30, 40, 3)
    assert found.pixels.max() == 0


def test_another_shape_is_brought_to_the_shape_of_the_first_and_told():
    found = difference(noise(30, 40), noise(40, 30))
    assert found.pixels.shape == (30, 40, 3)
    assert found.is_stretched


def test_each_pixel_of_a_smaller_picture_is_the_mean_of_what_it_covers():
    pixels = np.zeros((2, 3, 3), np.uint8)
    pixels[:, 0], pixels[:, 1], pixels[:, 2] = 30, 60, 90
    assert brought_to(pixels, 1, 1)[0, 0].tolist() == [60] * 3
    # The middle column is shared by both halves.
    assert brought_to(pixels, 1, 2)[0, :, 0].tolist() == [40, 80]


@given(*[st.integers(1, 9)] * 4)
def test_one_colour_stays_that_colour_at_any_size(height, width, new_height, new_width):
    pixels = np.full((height, width, 3), 137, np.uint8)
    assert (brought_to(pixels, new_height, new_width) == 137).all()
    assert brought_to(pixels, new_height, new_width).shape == (new_height, new_width, 3)


def test_amplified_differences_stop_at_white():
    pixels = np.array([[[0, 10, 200]]], np.uint8)
    assert amplified(pixels, 1).tolist() == pixels.tolist()
    assert amplified(pixels, 4).tolist() == [[[0, 40, 255]]]


def test_heat_grows_lighter_with_the_strongest_channel():
    ramp = np.zeros((1, 256, 3), np.uint8)
    ramp[0, :, 1] = np.arange(256)
    light = heat(ramp, 1).astype(int) @ [299, 587, 114]
    assert heat(ramp, 1)[0, 0].tolist() == [0, 0, 0]
    assert (np.diff(light[0]) >= -300).all()
    assert light[0, 255] > 250_000
    assert (heat(ramp, 16)[0, 16:] == heat(ramp, 1)[0, 255]).all()
