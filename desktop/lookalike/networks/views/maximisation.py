"""A picture that makes a unit or a class answer as strongly as it can: what it looks for.

Regularised ascent from noise (Yosinski et al., "Understanding neural networks through deep
visualization", 2015), on the spectrum of the picture in decorrelated colours (Olah et al.,
"Feature visualization", Distill 2017): on the pixels themselves ascent makes noise.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lookalike.networks.manifest import InputSpec
from lookalike.networks.views.differentiable import Differentiable
from lookalike.networks.views.pixel_values import WHITE, inputs_of
from lookalike.networks.views.scores import Score
from lookalike.progress import Progress

Numbers = NDArray[np.float32]

# Photos vary in lightness, then from red to blue, then from green to magenta. Their deviations
# there, as logits, on 200 sample photos of ImageNet: 2.94, 0.78, 0.42.
_AXES = np.array([[1, 1, 1], [1, 0, -1], [1, -2, 1]]) / np.sqrt([[3], [2], [6]])
_COLOURS = (_AXES * [[1], [0.27], [0.14]]).astype(np.float32)

_NOISE = 0.3  # less, and a faint pattern starts at few places only
_MEMORY = 0.9  # of the steps before


@dataclass(frozen=True, slots=True)
class Regularisation:
    """What keeps the picture from becoming noise that only a network likes.

    Args:
        rate: how far a step goes.
        decay: the share of the picture that fades to grey with each step.
        blur_px: the standard deviation of the blur after every `blur_every` steps.
        jitter_px: by how much the network is shown the picture shifted.
        zoom: by which share it is shown larger or smaller.
        smoothness: how much more coarse structure counts than fine: the power of the wavelength.
        contrast: how much lighter and darker than grey a step makes the picture.
    """

    rate: float = 0.05
    decay: float = 0.0025
    blur_px: float = 0.15
    blur_every: int = 4
    jitter_px: float = 16.0
    zoom: float = 0.2
    smoothness: float = 1.0
    contrast: float = 0.7


# To a layer that sees little, a zoom is another pattern.
_SHALLOW = Regularisation(jitter_px=4, zoom=0, smoothness=0.5, contrast=1.0)
_SHALLOW_SHARE = 0.1  # of the picture


def regularisation_for(field_px: int | None, spec: InputSpec) -> Regularisation:
    """What suits a layer with that receptive field; None where it sees all of the picture."""
    is_shallow = field_px is not None and field_px < _SHALLOW_SHARE * spec.size_px
    return _SHALLOW if is_shallow else Regularisation()


@dataclass(frozen=True, slots=True, eq=False)
class Improvement:
    """The picture after a step.

    Args:
        inputs: prepared (3, h, w).
        value: of the score, for the shifted copy that the step was made from.
    """

    step: int
    inputs: Numbers
    value: float


def maximise(
    network: Differentiable,
    score: Score,
    spec: InputSpec,
    progress: Progress,
    *,
    seed: int = 0,
    steps: int = 128,
    regularisation: Regularisation = Regularisation(),
) -> Iterator[Improvement]:
    """Pictures that the score is higher and higher for; the same seed leads to the same.

    Args:
        score: of a tensor that does not saturate: where a clip holds it, there is no way up.

    Raises:
        Cancelled: between two steps.
        NetworkUnusable: the network fails, or no way leads back from the tensor.
    """
    rng = np.random.default_rng(seed)
    canvas = _Canvas(spec, regularisation, rng)
    for step in range(1, steps + 1):
        progress.step(step - 1, steps)
        view = _View.at_random(spec.size_px, regularisation, rng)
        shown = view.of(canvas.inputs())[None]
        values = network.values(shown, score.tensor)
        gradient = network.gradient(shown, score.tensor, score.cotangent(values))
        canvas.ascend(view.back(gradient[0]))
        yield Improvement(step, canvas.inputs(), float(score(values)[0]))
    progress.step(steps, steps)


@dataclass(frozen=True, slots=True, eq=False)
class _View:
    """The picture shifted and zoomed; what leaves it on one side comes in on the other."""

    rows: Numbers
    columns: Numbers

    @classmethod
    def at_random(cls, size: int, how: Regularisation, rng: np.random.Generator) -> "_View":
        scale = 1 + how.zoom * rng.uniform(-1, 1)
        shifts = how.jitter_px * rng.uniform(-1, 1, 2)
        return cls(*(_resampling(size, scale, shift) for shift in shifts))

    def of(self, planes: Numbers) -> Numbers:
        return (self.rows @ planes @ self.columns.T).astype(np.float32, copy=False)

    def back(self, gradient: Numbers) -> Numbers:
        """The derivative by the picture, from the one by the view."""
        return (self.rows.T @ gradient @ self.columns).astype(np.float32, copy=False)


def _resampling(size: int, scale: float, shift: float) -> Numbers:
    """Bilinear resampling of one axis about its middle, as a matrix."""
    at = (np.arange(size) - size / 2) * scale + size / 2 + shift
    left = np.floor(at).astype(int)
    rows, share = np.arange(size), (at - left).astype(np.float32)
    weights = np.zeros((size, size), np.float32)
    weights[rows, left % size] = 1 - share
    weights[rows, (left + 1) % size] += share
    return weights


class _Canvas:
    """The picture as its spectrum in decorrelated colours, and an ascent that has momentum."""

    def __init__(self, spec: InputSpec, how: Regularisation, rng: np.random.Generator) -> None:
        self._spec = spec
        self._how = how
        self._frequency = _frequencies(spec.size_px)
        weights = self._frequency.clip(1 / spec.size_px) ** -how.smoothness
        self._weights = how.contrast * weights / np.sqrt((weights**2).mean())
        self._colours = _COLOURS if spec.channels == "RGB" else _COLOURS[:, ::-1]
        noise = rng.normal(size=(3, spec.size_px, spec.size_px))
        self._spectrum = (_NOISE * noise).astype(np.float32)
        self._momentum = np.zeros_like(self._spectrum)
        self._steps = 0

    def inputs(self) -> Numbers:
        return inputs_of(WHITE * self._shares(), self._spec)

    def ascend(self, gradient: Numbers) -> None:
        """One step up, given the derivative by the prepared picture."""
        shares = self._shares()
        scale = np.array(self._spec.scale, np.float32).reshape(3, 1, 1)
        by_logit = gradient * scale * shares * (1 - shares)
        by_plane = np.tensordot(self._colours, by_logit, axes=1)
        by_spectrum = self._weights * _hartley(by_plane)
        # One length for all: steps of their own for each number, as in Adam, make much of what
        # hardly counts.
        length = np.sqrt((by_spectrum**2).mean())
        if length > 0:
            by_spectrum /= length
        self._momentum += (1 - _MEMORY) * (by_spectrum - self._momentum)
        self._spectrum = (1 - self._how.decay) * self._spectrum + self._how.rate * self._momentum
        self._steps += 1
        if self._steps % self._how.blur_every == 0:
            self._spectrum *= np.exp(-2 * (np.pi * self._how.blur_px * self._frequency) ** 2)

    def _shares(self) -> Numbers:
        """0 to 1 of white (3, h, w): the logistic function keeps to the range of pixels."""
        planes = _hartley(self._weights * self._spectrum)
        logits = np.tensordot(self._colours.T, planes, axes=1)
        return ((1 + np.tanh(logits / 2)) / 2).astype(np.float32, copy=False)


def _hartley(planes: Numbers) -> Numbers:
    """The spectrum of planes in real numbers: its own inverse, and its own transpose."""
    spectrum = np.fft.fft2(planes, norm="ortho")
    cas: Numbers = (spectrum.real - spectrum.imag).astype(np.float32)
    return cas


def _frequencies(size: int) -> Numbers:
    """Cycles per pixel (size, size)."""
    along = np.fft.fftfreq(size)
    radii: Numbers = np.hypot(along[:, None], along).astype(np.float32)
    return radii
