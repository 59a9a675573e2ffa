import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lookalike.networks.views.gaussian import blurred


def test_a_point_becomes_a_bell_of_the_asked_width():
    point = np.zeros((41, 61), np.float32)
    point[20, 30] = 1
    bell = blurred(point, 3)
    rows, columns = np.indices(bell.shape)
    assert np.isclose(bell.sum(), 1, atol=1e-5)
    assert np.isclose((bell * (rows - 20) ** 2).sum(), 9, rtol=1e-2)
    assert np.isclose((bell * (columns - 30) ** 2).sum(), 9, rtol=1e-2)


@given(st.integers(1, 12), st.integers(1, 12), st.floats(0, 20))
def test_what_is_even_stays_as_it_is(height, width, sigma_px):
    even = np.full((2, height, width), 3, np.float32)
    np.testing.assert_allclose(blurred(even, sigma_px), even, rtol=1e-5)


def test_no_width_is_no_blur():
    planes = np.random.default_rng(1).normal(size=(3, 5, 7)).astype(np.float32)
    np.testing.assert_array_equal(blurred(planes, 0), planes)
