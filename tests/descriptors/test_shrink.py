"""A small copy shows the means of areas, whatever the shape of the picture."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lookalike.descriptors.shrink import shrunk

sides = st.integers(1, 40)


def test_each_pixel_is_the_mean_of_its_area():
    pixels = np.random.default_rng(0).integers(0, 256, (12, 8, 3), np.uint8)
    means = pixels.reshape(4, 3, 4, 2, 3).mean(axis=(1, 3)) / 255
    np.testing.assert_allclose(shrunk(pixels, 4), means, atol=1e-12)


def test_a_pixel_on_an_edge_counts_for_both_sides():
    pixels = np.zeros((3, 3, 3), np.uint8)
    pixels[1] = 255
    # The middle row is halved: each half of the picture has a third of it white.
    np.testing.assert_allclose(shrunk(pixels, 2), 1 / 3, atol=1e-12)


@given(sides, sides, st.integers(1, 20))
def test_the_mean_of_the_whole_stays(height, width, side_px):
    pixels = np.random.default_rng(height * width).integers(0, 256, (height, width, 3), np.uint8)
    small = shrunk(pixels, side_px)
    assert small.shape == (side_px, side_px, 3)
    assert small.mean() == pytest.approx(pixels.mean() / 255)
