import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lookalike.networks.manifest import InputSpec, ResizeSpec
from lookalike.networks.views.maximisation import (
    Regularisation,
    _hartley,
    _View,
    maximise,
    regularisation_for,
)
from lookalike.networks.views.pixel_values import picture_of, pixels_of
from lookalike.networks.views.scores import Pooling, UnitScore
from lookalike.progress import Cancelled, Progress

SIDE = 16
STILL = Regularisation(jitter_px=0, zoom=0)
MEAN = UnitScore("map", 0, pooling=Pooling.MEAN)


def spec(channels: str = "RGB", scale: float = 1 / 64) -> InputSpec:
    squash = ResizeSpec("squash", "bilinear")
    return InputSpec("pixels", SIDE, "NCHW", channels, (127, 120, 110), (scale,) * 3, squash)


class Weighted:
    """One unit: each cell is the weighted sum of the pixel's channels."""

    def __init__(self, weights: list[float]) -> None:
        self.weights = np.array(weights, np.float32)[:, None, None]

    def values(self, inputs, tensor):
        return (inputs * self.weights).sum(axis=1, keepdims=True)

    def gradient(self, inputs, tensor, cotangent, mode=None):
        return cotangent * self.weights


class Edges:
    """One unit: how much a pixel is lighter than its left neighbour."""

    def values(self, inputs, tensor):
        lightness = inputs.sum(axis=1, keepdims=True)
        return lightness - np.roll(lightness, 1, axis=3)

    def gradient(self, inputs, tensor, cotangent, mode=None):
        return np.repeat(cotangent - np.roll(cotangent, -1, axis=3), 3, axis=1)


def improvements(network, score=MEAN, fed=None, steps=40, **how) -> list:
    return list(maximise(network, score, fed or spec(), Progress(), steps=steps, **how))


@pytest.mark.parametrize("channels", ["RGB", "BGR"])
@pytest.mark.parametrize("scale", [1 / 64, -1 / 64])
@pytest.mark.parametrize("weights", [[1, 0, -1], [-1, -1, -1], [0, 1, -1]])
def test_the_colour_that_a_unit_looks_for_is_found(channels, scale, weights):
    last = improvements(Weighted(weights), fed=spec(channels, scale))[-1]
    pixels = pixels_of(last.inputs, spec(channels, scale)).mean(axis=(1, 2))
    wanted = np.sign(np.array(weights) * scale)
    assert (pixels[wanted > 0] > 165).all()
    assert (pixels[wanted < 0] < 90).all()


def test_the_value_rises_from_step_to_step():
    found = improvements(Weighted([1, -1, 0.5]), regularisation=STILL)
    values = [one.value for one in found]
    assert [one.step for one in found] == list(range(1, 41))
    assert (np.diff(values) > -1e-4).all()
    assert values[-1] > 5 * abs(values[0])


def test_a_pattern_is_found_that_has_no_colour():
    last = improvements(Edges(), UnitScore("map", 0, pooling=Pooling.POWER), steps=60)[-1]
    rows = pixels_of(last.inputs, spec()).mean(axis=0)
    assert abs(np.diff(rows, axis=1)).mean() > 3 * abs(np.diff(rows, axis=0)).mean()
    assert abs(np.diff(rows, axis=1)).mean() > 30


@given(seed=st.integers(0, 1000), size=st.integers(4, 12))
def test_the_way_back_from_a_view_is_its_transpose(seed, size):
    rng = np.random.default_rng(seed)
    view = _View.at_random(size, Regularisation(jitter_px=5, zoom=0.3), rng)
    planes, asked = rng.normal(size=(2, 3, size, size))
    there, back = np.vdot(view.of(planes), asked), np.vdot(planes, view.back(asked))
    np.testing.assert_allclose(there, back, atol=1e-4)


@given(seed=st.integers(0, 1000), size=st.integers(1, 12))
def test_the_spectrum_is_its_own_inverse_and_transpose(seed, size):
    one, other = np.random.default_rng(seed).normal(size=(2, 3, size, size))
    np.testing.assert_allclose(_hartley(_hartley(one)), one, atol=1e-5)
    np.testing.assert_allclose(
        np.vdot(_hartley(one), other), np.vdot(one, _hartley(other)), atol=1e-4
    )


def test_each_picture_is_one_that_can_be_saved():
    for one in improvements(Weighted([3, -2, 1])):
        pixels = pixels_of(one.inputs, spec())
        assert -1e-3 < pixels.min() <= pixels.max() < 255.001
        assert picture_of(one.inputs, spec()).shape == (SIDE, SIDE, 3)


def test_a_seed_tells_the_picture():
    one, again, other = (improvements(Edges(), seed=seed, steps=5)[-1] for seed in (1, 1, 2))
    np.testing.assert_array_equal(one.inputs, again.inputs)
    assert abs(one.inputs - other.inputs).max() > 0.01


def test_decay_fades_to_grey_and_blur_to_smoothness():
    def contrast(**how) -> float:
        how = Regularisation(**({"decay": 0, "blur_px": 0} | how))
        last = improvements(Edges(), UnitScore("map", 0, (3, 3)), regularisation=how)[-1]
        return float(pixels_of(last.inputs, spec()).std())

    assert contrast(decay=0.2) < 0.5 * contrast()
    assert contrast(blur_px=2) < 0.5 * contrast()


def test_a_unit_that_cannot_be_moved_leaves_the_grey_noise():
    lasting = Regularisation(decay=0, blur_px=0)
    found = improvements(Weighted([0, 0, 0]), steps=3, regularisation=lasting)
    np.testing.assert_array_equal(found[0].inputs, found[-1].inputs)
    assert np.isfinite(found[-1].inputs).all()
    assert pixels_of(found[-1].inputs, spec()).std() < 30


def test_it_can_be_stopped_between_two_pictures():
    progress = Progress()
    found = maximise(Edges(), MEAN, spec(), progress)
    next(found)
    progress.cancel()
    with pytest.raises(Cancelled):
        next(found)


def test_layers_that_see_little_are_shown_no_zoom():
    assert regularisation_for(1, spec()).zoom == 0
    assert regularisation_for(None, spec()) == regularisation_for(SIDE, spec()) == Regularisation()
