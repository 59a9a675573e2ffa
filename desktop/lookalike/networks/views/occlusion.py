"""What a network misses when a part of the picture is hidden: it needs no gradient.

Zeiler and Fergus, "Visualizing and understanding convolutional networks", ECCV 2014, section 4.2.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

import numpy as np
from numpy.typing import NDArray

from lookalike.networks.views.differentiable import Differentiable
from lookalike.networks.views.scores import Score
from lookalike.progress import Progress

Numbers = NDArray[np.float32]
Grid = tuple[int, int]

# The coarse one takes a quarter of the time, so that there is soon something to look at.
GRIDS: tuple[Grid, ...] = ((4, 4), (7, 7))


@dataclass(frozen=True, slots=True, eq=False)
class OcclusionMap:
    """How much the score falls when a part is hidden (rows, columns); below 0 it rises.

    Args:
        whole: the score of the picture with nothing hidden.
    """

    drops: Numbers
    whole: float


def occlude(
    network: Differentiable,
    inputs: Numbers,
    score: Score,
    progress: Progress,
    *,
    grids: Sequence[Grid] = GRIDS,
    softness: float = 0.0,
    batch_size: int = 1,
) -> Iterator[OcclusionMap]:
    """The map of one prepared picture (3, h, w) on each of the grids, one after the other.

    Args:
        softness: as in `occlusion_grid`.
        batch_size: how many pictures the network sees at a time; a CPU is fastest with 1 or 2.

    Raises:
        Cancelled: between two batches.
        NetworkUnusable: the network fails.
    """
    total, done = sum(rows * columns for rows, columns in grids), 0
    whole = float(score(network.values(inputs[None], score.tensor))[0])
    for grid in grids:
        masks = occlusion_grid(inputs.shape[-2:], grid, softness)
        scores = []
        for start in range(0, len(masks), batch_size):
            progress.step(done + start, total)
            # A prepared picture's mean is 0, so to take away is to paint grey.
            hidden = inputs * (1 - masks[start : start + batch_size, None])
            scores.append(score(network.values(hidden, score.tensor)))
        done += len(masks)
        yield OcclusionMap(whole - np.concatenate(scores).reshape(grid), whole)
    progress.step(done, total)


def occlusion_grid(size: tuple[int, int], grid: Grid, softness: float = 0.0) -> Numbers:
    """Masks (rows * columns, h, w) that hide one part each where they are 1; they sum to 1.

    Args:
        softness: 0 to 1, how much of a part the slope between it and its neighbour takes up: a
            hard edge is a feature of its own to a network.
    """
    rows, columns = (_parts(*axis, softness) for axis in zip(size, grid, strict=True))
    masks: Numbers = np.einsum("ih,jw->ijhw", rows, columns).reshape(-1, *size)
    return masks


def _parts(size: int, count: int, softness: float) -> Numbers:
    """One axis (count, size) in parts of the same width."""
    bounds = np.array([-inf, *(size * part / count for part in range(1, count)), inf])
    slope = max(softness * size / count, 1)  # one pixel: what a bound between pixels covers of it
    beyond = ((np.arange(size) + 0.5 - bounds[:, None]) / slope + 0.5).clip(0, 1)
    parts: Numbers = (beyond[:-1] - beyond[1:]).astype(np.float32)
    return parts
