"""A feature map over the picture it answers to: as soft heat, as cells, or as lines."""

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lookalike.library.drawing.cell_axis import CellAxis
from lookalike.library.drawing.map_colours import Pixels, finite

Numbers = NDArray[np.float32]
_LEVELS = (-0.75, -0.5, -0.25, 0.25, 0.5, 0.75)
_LINE_SHARE = 1 / 200  # of the picture's side
_DIMMED = 0.55  # what is left of the picture's light where there is no heat
_STEEPNESS = 1.6  # strong heat covers as much as the strongest
_STEPS = 255  # to each side
_STOPS = (0.0, 0.35, 0.65, 1.0)
# Ever lighter, and away from black: strength can be read without seeing hues.
_WARM = ((120, 28, 109), (204, 62, 68), (250, 150, 50), (255, 244, 150))
_COLD = ((0, 60, 100), (0, 110, 130), (40, 170, 150), (180, 240, 190))


class HeatMode(StrEnum):
    """How a map is laid over a picture."""

    SOFT = "soft"
    NEAREST = "nearest"
    CONTOUR = "contour"
    OFF = "off"


@dataclass(frozen=True, slots=True, eq=False)
class Heat:
    """A map, from -1 to 1, and where its cells lie on the picture."""

    values: Numbers
    down: CellAxis
    across: CellAxis


def laid_over(picture: Pixels, heat: Heat, mode: HeatMode, opacity: float = 0.75) -> Pixels:
    """The picture, in its own size, with the heat on it; lines are drawn smooth at any size."""
    if mode is HeatMode.OFF or not heat.values.size:
        return picture
    rows, columns = (
        axis.positions(length)
        for axis, length in zip((heat.down, heat.across), picture.shape[:2], strict=True)
    )
    if mode is HeatMode.NEAREST:
        values = heat.values[_nearest(rows)[:, np.newaxis], _nearest(columns)]
        return _tinted(picture, values, opacity)
    values = _blended(_blended(heat.values, rows).T, columns).T
    if mode is HeatMode.CONTOUR:
        return _outlined(picture, values, opacity)
    return _tinted(picture, values, opacity)


def heat_of(values: NDArray[Any], top: float, axes: tuple[CellAxis, CellAxis]) -> Heat:
    """A unit's map (height, width) on a scale that ends at `top`."""
    scaled = finite(values) / (top or 1.0)
    return Heat(np.clip(scaled, -1, 1), *axes)


def warm_colour(strength: float) -> tuple[int, int, int]:
    """That of heat so strong, from 0 to 1."""
    return _colour(_STEPS + round(_STEPS * strength))


def cold_colour(strength: float) -> tuple[int, int, int]:
    """That of heat so far below 0, from 0 to 1."""
    return _colour(_STEPS - round(_STEPS * strength))


def _colour(step: int) -> tuple[int, int, int]:
    red, green, blue = _colours()[step].tolist()
    return round(red), round(green), round(blue)


def _tinted(picture: Pixels, values: Numbers, opacity: float) -> Pixels:
    """Dimmed where there is no heat, tinted where there is."""
    steps = (values * _STEPS + (_STEPS + 0.5)).astype(np.uint16)
    strengths = np.abs(np.linspace(-1, 1, 2 * _STEPS + 1))[:, np.newaxis]
    covers = opacity * np.minimum(1, _STEEPNESS * strengths)
    keeps = (1 - covers) * (1 - opacity * (1 - _DIMMED))
    # In 256ths, and rounded: 16 bits hold it, and are twice as fast as numbers with a point.
    kept = np.round(256 * keeps).astype(np.uint16).take(steps, axis=0)
    added = np.round(256 * covers * _colours() + 127).astype(np.uint16).take(steps, axis=0)
    return np.asarray((picture * kept + added) >> 8).astype(np.uint8)


def _outlined(picture: Pixels, values: Numbers, opacity: float) -> Pixels:
    """Lines of equal heat, each on a dark one so that it shows on every picture."""
    mixed = picture.reshape(-1, 3).astype(np.float32)
    width_px = max(1.5, max(picture.shape[:2]) * _LINE_SHARE)
    steepness = np.maximum(np.hypot(*np.gradient(values)), 1e-4)
    colours = _colours()
    lowest, highest = values.min(), values.max()
    for level in (level for level in _LEVELS if lowest < level < highest):
        away_px = (np.abs(values - level) / steepness).ravel()
        near = np.flatnonzero(away_px < width_px + 0.5)
        for colour, line_px in (
            (np.zeros(3, np.float32), 2 * width_px),
            (colours[round(_STEPS + _STEPS * _as_line(level))], width_px),
        ):
            cover = opacity * np.clip(line_px / 2 + 0.5 - away_px[near], 0, 1)[:, np.newaxis]
            mixed[near] += cover * (colour - mixed[near])
    return np.asarray(mixed + 0.5).astype(np.uint8).reshape(picture.shape)


def _as_line(level: float) -> float:
    """Lines are thin: they have lighter colours than areas of their strength."""
    return math.copysign(0.35 + 0.65 * abs(level), level)


def _colours() -> Numbers:
    """Of each step from -1 to 1."""
    strengths = np.linspace(0, 1, _STEPS + 1)
    warm, cold = (
        np.stack([np.interp(strengths, _STOPS, part) for part in zip(*ends, strict=True)], axis=1)
        for ends in (_WARM, _COLD)
    )
    return np.concatenate([cold[:0:-1], warm]).astype(np.float32)


def _nearest(positions: Numbers) -> NDArray[np.intp]:
    return np.asarray(positions + 0.5).astype(np.intp)


def _blended(lines: Numbers, positions: Numbers) -> Numbers:
    """Between the lines at both sides of each position, by how near they are."""
    before = positions.astype(np.intp)
    after = np.minimum(before + 1, len(lines) - 1)
    share = (positions - before)[:, np.newaxis]
    return np.asarray(lines[before] * (1 - share) + lines[after] * share, np.float32)
