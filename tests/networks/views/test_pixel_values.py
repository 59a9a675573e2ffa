import numpy as np
import pytest

from lookalike.networks.manifest import InputSpec, ResizeSpec
from lookalike.networks.preprocess import prepare
from lookalike.networks.views.pixel_values import inputs_of, picture_of, pixels_of, rounded


def spec(channels: str = "RGB", scale: tuple[float, float, float] = (0.02, 0.5, -0.01)):
    squash = ResizeSpec("squash", "bilinear")
    return InputSpec("pixels", 6, "NCHW", channels, (120.5, 3, 90), scale, squash)


def picture() -> np.ndarray:
    return np.random.default_rng(3).integers(0, 256, (6, 6, 3), np.uint8)


@pytest.mark.parametrize("channels", ["RGB", "BGR"])
def test_a_prepared_picture_comes_back_as_it_was(channels):
    inputs = prepare(picture(), spec(channels))
    np.testing.assert_array_equal(picture_of(inputs, spec(channels)), picture())
    np.testing.assert_allclose(inputs_of(pixels_of(inputs, spec()), spec()), inputs, atol=1e-5)


def test_a_picture_of_8_bits_has_whole_values_from_0_to_255():
    assert rounded(np.array([-3, 0.4, 0.6, 254.6, 300])).tolist() == [0, 0, 1, 255, 255]


def test_a_plane_that_the_network_is_not_shown_is_its_mean():
    inputs = prepare(picture(), spec(scale=(0.02, 0, 1)))
    assert set(pixels_of(inputs, spec(scale=(0.02, 0, 1)))[1].ravel()) == {3}
