"""Distances turned into numbers for people, against random pairs of the library itself.

    similarity(d) = clip(1 - d / d_random, 0, 1)
    percentile(d) = the share of random pairs that are farther apart than d

`d_random` is the median distance of up to 10,000 random pairs of different photos. So 1 is the
same photo, 0 is no more alike than two photos taken blindly, and the scale fits the space, the
metric and the collection, whatever the raw numbers look like.

A library of n < 30 photos says little about random pairs. There both are the mean of what was
observed (weight n) and what is to be expected (weight 30 - n). Expected is d_random = 1 for
cosine, because centred vectors are on average at right angles. For l2 and l1 it is the square root
of 2 times the typical length of a vector (quadratic mean of the l2 norms, mean of the l1 norms),
which is how far apart independent vectors around the origin are. Pairs are expected to spread
evenly from half to one and a half of that.
"""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lookalike.neighbors.matches import Vectors
from lookalike.neighbors.metrics import Metric, blocks, distances

PAIRS = 10_000
ENOUGH_VECTORS = 30

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Calibration:
    """How to read the distances of one metric in one library.

    Args:
        random_distance: half of the random pairs are nearer than this; above 0.
        observed: the distances of the random pairs, ascending.
        trust: 0 to 1, how far `observed` counts against what is to be expected.
        expected_distance: what `random_distance` would be without having observed anything.
    """

    random_distance: float
    observed: Vectors
    trust: float
    expected_distance: float

    def similarity(self, distances: Any) -> Numbers:  # noqa: ANN401 - a number or any array
        """0 to 1 for each distance."""
        return np.clip(1 - np.asarray(distances, np.float64) / self.random_distance, 0, 1)

    def distance(self, similarity: float) -> float:
        """The distance at which photos are that similar, 0 to 1."""
        return (1 - similarity) * self.random_distance

    def percentile(self, distances: Any) -> Numbers:  # noqa: ANN401
        """The share (0 to 1) of random pairs that are farther apart than each distance."""
        asked = np.asarray(distances, np.float64)
        expected = np.clip(1.5 - asked / self.expected_distance, 0, 1)
        if not self.trust:
            return np.asarray(expected)
        nearer = np.searchsorted(self.observed, asked.astype(np.float32), side="right")
        return np.asarray(
            self.trust * (1 - nearer / len(self.observed)) + (1 - self.trust) * expected
        )


def calibrate(vectors: Vectors, metric: Metric) -> Calibration:
    """Look at random pairs of the projected vectors, the same ones each time."""
    expected = _expected_distance(vectors, metric)
    if len(vectors) < 2:
        return Calibration(expected, np.empty(0, np.float32), 0.0, expected)
    first, second = random_pairs(len(vectors))
    observed = np.sort(_apart(vectors, first, second, metric))
    trust = min(1.0, len(vectors) / ENOUGH_VECTORS)
    # Where most photos are copies of one, the median says nothing.
    median = float(np.median(observed)) or expected
    return Calibration(trust * median + (1 - trust) * expected, observed, trust, expected)


def _apart(
    vectors: Vectors, first: NDArray[np.intp], second: NDArray[np.intp], metric: Metric
) -> Vectors:
    """The distance of each pair; a few pairs at a time, for the vectors of all are many bytes."""
    apart = np.empty(len(first), np.float32)
    for rows in blocks(len(first), vectors.shape[1] * 8):
        apart[rows] = distances(vectors[first[rows]], vectors[second[rows]], metric)
    return apart


def _expected_distance(vectors: Vectors, metric: Metric) -> float:
    if metric == "cosine" or len(vectors) == 0:
        return 1.0
    some = vectors[:PAIRS].astype(np.float64)
    typical = math.sqrt((some**2).sum(axis=1).mean())
    if metric == "l1":
        typical = float(np.abs(some).sum(axis=1).mean())
    return math.sqrt(2) * typical or 1.0


def random_pairs(count: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Different pairs of different vectors; all of them where there are no more than `PAIRS`."""
    if count * (count - 1) // 2 <= PAIRS:
        return np.triu_indices(count, 1)
    rng = np.random.default_rng(0)
    first = rng.integers(0, count, 2 * PAIRS)
    second = (first + rng.integers(1, count, 2 * PAIRS)) % count
    low, high = np.minimum(first, second), np.maximum(first, second)
    _, places = np.unique(low * count + high, return_index=True)
    chosen = np.sort(places)[:PAIRS]
    return low[chosen], high[chosen]
