import numpy as np
import pytest

from lookalike.networks.views.backward_views import GradientView, show_gradient


def gradient(side: int = 40) -> np.ndarray:
    return np.random.default_rng(4).normal(size=(3, side, side)).astype(np.float32)


SHAPES = {
    GradientView.RAW: (40, 40, 3),
    GradientView.GREY: (40, 40),
    GradientView.NORM: (40, 40),
    GradientView.BLURRED_NORM: (40, 40),
}


@pytest.mark.parametrize(("view", "shape"), SHAPES.items())
def test_each_view_is_of_bytes_and_of_full_contrast(view, shape):
    shown = show_gradient(gradient(), view)
    assert (shown.shape, shown.dtype) == (shape, np.uint8)
    assert shown.max() == 255


@pytest.mark.parametrize("view", GradientView)
def test_a_gradient_of_zero_is_one_even_tone(view):
    shown = show_gradient(np.zeros((3, 5, 7), np.float32), view)
    assert set(shown.ravel()) == {128 if view in (GradientView.RAW, GradientView.GREY) else 0}


@pytest.mark.parametrize("view", [GradientView.RAW, GradientView.GREY])
def test_signs_turn_about_grey(view):
    one, other = (show_gradient(sign * gradient(), view).astype(int) for sign in (1, -1))
    assert (abs(one + other - 256) <= 1).all()


@pytest.mark.parametrize("view", [GradientView.NORM, GradientView.BLURRED_NORM])
def test_a_norm_knows_no_signs(view):
    np.testing.assert_array_equal(show_gradient(gradient(), view), show_gradient(-gradient(), view))


@pytest.mark.parametrize("view", GradientView)
@pytest.mark.parametrize("factor", [1e-20, 1e6])
def test_only_proportions_show(view, factor):
    told = [show_gradient(gradient() * one, view).astype(int) for one in (1, np.float32(factor))]
    assert abs(told[0] - told[1]).max() <= 1


def test_the_norm_is_that_of_the_three_planes():
    at = np.zeros((3, 10, 10), np.float32)
    at[:, 2, 3], at[0, 5, 5] = (3, 4, 12), -6.5
    shown = show_gradient(at, GradientView.NORM, percentile=100)
    assert (shown[2, 3], shown[5, 5]) == (255, 128)
    assert np.count_nonzero(shown) == 2


def test_one_glaring_pixel_does_not_darken_the_rest():
    at = gradient()
    calm = show_gradient(at, GradientView.NORM).mean()
    at[:, 7, 7] = 1000
    assert show_gradient(at, GradientView.NORM).mean() > 0.9 * calm
    assert show_gradient(at, GradientView.NORM, percentile=100).mean() < 2


def test_a_single_pixel_is_seen_although_the_percentile_is_zero():
    at = np.zeros((3, 40, 40), np.float32)
    at[1, 8, 9] = -1e-3
    assert show_gradient(at, GradientView.NORM)[8, 9] == 255
    assert show_gradient(at, GradientView.RAW)[8, 9].tolist() == [128, 1, 128]


def test_blurring_spreads_a_pixel_over_its_neighbours():
    at = np.zeros((3, 41, 41), np.float32)
    at[:, 20, 20] = 1
    shown = show_gradient(at, GradientView.BLURRED_NORM, blur_px=2, percentile=100)
    assert shown[20, 20] == 255
    assert shown[20, 20] > shown[20, 22] == shown[22, 20] > 100
