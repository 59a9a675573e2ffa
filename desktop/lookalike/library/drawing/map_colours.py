"""Feature maps in colours: grey where values have one sign, red and green where they have two."""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Pixels = NDArray[np.uint8]

# The ends differ in lightness and in blueness as well: they can be told apart without seeing
# red and green. Zero is black.
_STRONGEST_POSITIVE = (255, 128, 96)
_STRONGEST_NEGATIVE = (0, 158, 148)
_STRONGEST_GREY = (255, 255, 255)
_STEPS = 1024  # to each side: 256 would show as bands where a small gamma lifts weak values


def map_colours(
    values: NDArray[Any], top: ArrayLike, *, is_signed: bool, gamma: float = 1.0
) -> Pixels:
    """An array of the shape of `values` and (3,) of colours whose steps look even.

    Args:
        top: what is drawn as strongest: one number, or one for each unit that broadcasts.
        gamma: the exponent of what is drawn; below 1 it lifts weak values.
    """
    return colour_table(is_signed=is_signed, gamma=gamma).take(colour_steps(values, top), axis=0)


def strongest(values: NDArray[Any]) -> float:
    """The top of a scale that just holds all of `values`."""
    return float(np.abs(finite(values)).max(initial=0))


def finite(values: NDArray[Any]) -> NDArray[np.float32]:
    """What is no number is nothing."""
    return np.nan_to_num(np.asarray(values, np.float32), nan=0, posinf=0, neginf=0)


def colour_steps(values: NDArray[Any], top: ArrayLike) -> NDArray[np.uint16]:
    """Where in the table of colours each value is."""
    tops = np.asarray(top, np.float32)
    has_top = tops > np.finfo(np.float32).tiny * _STEPS
    gain = np.divide(_STEPS, tops, out=np.zeros_like(tops), where=has_top)
    # The half rounds what the conversion would cut.
    steps = finite(values) * gain + np.float32(_STEPS + 0.5)
    return np.asarray(np.clip(steps, 0, 2 * _STEPS)).astype(np.uint16)


def colour_table(*, is_signed: bool, gamma: float = 1.0) -> Pixels:
    """From the strongest negative value over zero, in the middle, to the strongest positive."""
    strengths = np.linspace(0, 1, _STEPS + 1) ** gamma
    if is_signed:
        below = _ramp(_STRONGEST_NEGATIVE, strengths)
        above = _ramp(_STRONGEST_POSITIVE, strengths)
    else:
        above = _ramp(_STRONGEST_GREY, strengths)
        below = np.zeros_like(above)
    return np.concatenate([below[:0:-1], above])


def _ramp(end: tuple[int, int, int], strengths: NDArray[np.float64]) -> Pixels:
    """From black to a colour by even steps of lightness (CIE 1976 L*), in the colour's own hue."""
    linear = _decoded(np.array(end) / 255)
    luminance = float(linear @ _LUMINANCE)
    shares = _luminance(_lightness(luminance) * strengths) / luminance
    return np.round(255 * _encoded(shares[:, np.newaxis] * linear)).astype(np.uint8)


_LUMINANCE = np.array([0.2126, 0.7152, 0.0722])  # of the primaries of sRGB
_TOE = 903.3  # the straight part of L*, below a lightness of 8


def _lightness(luminance: float) -> float:
    return float(116 * luminance ** (1 / 3) - 16)


def _luminance(lightness: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(lightness > 8, ((lightness + 16) / 116) ** 3, lightness / _TOE)


def _decoded(parts: NDArray[np.float64]) -> NDArray[np.float64]:
    """Light from the numbers of sRGB (IEC 61966-2-1)."""
    return np.where(parts > 0.04045, ((parts + 0.055) / 1.055) ** 2.4, parts / 12.92)


def _encoded(light: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(light > 0.0031308, 1.055 * light ** (1 / 2.4) - 0.055, light * 12.92)
