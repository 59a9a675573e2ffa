"""Where two pictures differ: their absolute difference, amplified, as it is or as heat."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]

# A difference of a channel that eyes begin to see; JPEG's own noise is mostly below it.
_VISIBLE = 8
_SAME_SHAPE = 0.01


@dataclass(frozen=True, slots=True, eq=False)
class Difference:
    """Of two pictures that were brought to the same box: aligned by their size and nothing else.

    Args:
        pixels: absolute differences (height, width, 3).
        mean: of all of them, 0 to 255.
        changed: the share (0 to 1) of pixels whose difference can be seen.
        is_stretched: the pictures have different shapes, so one was pulled to fit.
    """

    pixels: Pixels
    mean: float
    changed: float
    is_stretched: bool


def difference(first: Pixels, second: Pixels) -> Difference:
    """In the box of the smaller picture, and in the shape of the first: nothing is made up."""
    height, width = _common_box(first.shape[:2], second.shape[:2])
    one, other = brought_to(first, height, width), brought_to(second, height, width)
    apart = np.maximum(one, other) - np.minimum(one, other)
    return Difference(
        apart,
        float(apart.mean(dtype=np.float64)),
        float((apart.max(axis=2) >= _VISIBLE).mean(dtype=np.float64)),
        abs(_shape(first) / _shape(second) - 1) > _SAME_SHAPE,
    )


def amplified(pixels: Pixels, gain: float) -> Pixels:
    """Each difference `gain` times as strong; what would pass white is white."""
    steps = (np.arange(256) * gain).clip(0, 255).round().astype(np.uint8)
    return np.asarray(steps[pixels])


def heat(pixels: Pixels, gain: float) -> Pixels:
    """The strongest channel of each pixel, from black over purple and orange to white."""
    strength = np.minimum(np.arange(256) * gain / 255, 1.0)
    colours = np.stack(
        [np.interp(strength, _STOPS, [colour[part] for colour in _COLOURS]) for part in range(3)],
        axis=1,
    )
    return np.asarray(np.round(colours).astype(np.uint8)[pixels.max(axis=2)])


# Ever lighter, so that it can be read without seeing its colours.
_STOPS = (0.0, 0.25, 0.5, 0.75, 1.0)
_COLOURS = ((0, 0, 0), (88, 22, 110), (204, 62, 68), (252, 166, 50), (255, 255, 224))


def brought_to(pixels: Pixels, height: int, width: int) -> Pixels:
    """The picture in another size; each new pixel is the mean of the area that it covers."""
    if pixels.shape[:2] == (height, width):
        return pixels
    flat = _averaged(pixels.reshape(len(pixels), -1), height).reshape(height, -1, 3)
    narrow = _averaged(_turned(flat).reshape(pixels.shape[1], -1), width)
    return _turned(np.rint(narrow).astype(np.uint8).reshape(width, height, 3))


def _averaged(rows: NDArray[Any], count: int) -> NDArray[np.float32]:
    """`count` rows, each the mean of those that it covers, in whole or in part."""
    had = len(rows)
    edges = np.linspace(0, had, count + 1)
    begins, ends = edges[:-1], edges[1:]
    means = np.zeros((count, rows.shape[1]), np.float32)
    for step in range(math.ceil(had / count) + 1):
        row = begins.astype(np.intp) + step
        covered = np.minimum(ends, row + 1) - np.maximum(begins, row)
        share = (covered.clip(0) * (count / had)).astype(np.float32)
        means += rows[np.minimum(row, had - 1)] * share[:, np.newaxis]
    return means


def _turned(pixels: NDArray[Any]) -> NDArray[Any]:
    """Columns as rows, side by side in memory: sums along rows are several times as fast."""
    return np.ascontiguousarray(pixels.swapaxes(0, 1))


def _common_box(first: tuple[int, ...], second: tuple[int, ...]) -> tuple[int, int]:
    smaller = min(1.0, (second[0] * second[1] / (first[0] * first[1])) ** 0.5)
    return max(1, round(first[0] * smaller)), max(1, round(first[1] * smaller))


def _shape(pixels: Pixels) -> float:
    return float(pixels.shape[1] / pixels.shape[0])
