"""Colours as scikit-image converts them, in another type of number."""

import numpy as np
from skimage.color import rgb2lab

from lookalike.descriptors.cielab import cielab


def test_every_kind_of_colour_is_what_scikit_image_says():
    steps = np.append(np.arange(0, 256, 15), 1).astype(np.uint8)
    colours = np.stack(np.meshgrid(steps, steps, steps), axis=-1).reshape(len(steps), -1, 3)
    found = cielab(colours)
    assert found.dtype == np.float32
    np.testing.assert_allclose(found.transpose(1, 2, 0), rgb2lab(colours), atol=2e-3)


def test_white_is_light_and_of_no_tint():
    white = cielab(np.full((1, 1, 3), 255, np.uint8)).reshape(-1)
    np.testing.assert_allclose(white, [100, 0, 0], atol=0.01)
