"""Puts all vectors in order for many queries at once: what measuring retrieval asks of an index.

A search for each query reads all vectors anew; here they meet in matrix products, some queries at
a time. The order is that of `exact.search_exact` all the same: a distance whose last digit a
matrix product could get wrong is measured again as the exact search measures it, and equal ones
stand by their place.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from lookalike.neighbors.matches import Vectors
from lookalike.neighbors.metrics import Metric, distances

Order = NDArray[np.intp]
_Doubles = NDArray[np.float64]

# Distances of one block; what is made of them on the way takes a few times this.
_BLOCK_BYTES = 4 << 20
# Far above the rounding of a double's product of unit vectors, far below a float32's last digit.
_SLACK = 1e-13
# As `metrics` has it: anything shorter has no direction.
_NO_LENGTH = 1e-15
_LOW_HALF = np.uint64(0xFFFFFFFF)


def rank_all(
    queries: Vectors, vectors: Vectors, metric: Metric = "cosine"
) -> Iterator[tuple[slice, Order]]:
    """For some queries at a time: which they are, and all rows (block, n), nearest first.

    Args:
        queries: float32 (q, d), finite.
        vectors: float32 (n, d), finite.
    """
    step = max(1, _BLOCK_BYTES // (8 * max(1, len(vectors))))
    measure = _Measure(vectors, metric)
    for start in range(0, len(queries), step):
        block = slice(start, min(start + step, len(queries)))
        yield block, _order(measure.distances(queries[block]))


class _Measure:
    """Measures blocks of queries from all vectors, right to the last digit of a float32."""

    def __init__(self, vectors: Vectors, metric: Metric) -> None:
        self._vectors = vectors
        self._metric = metric
        if metric == "cosine":
            self._doubles = _directions(vectors.astype(np.float64))
        elif metric == "l2":
            self._doubles = vectors.astype(np.float64)
            self._squares = np.einsum("ij,ij->i", self._doubles, self._doubles)

    def distances(self, queries: Vectors) -> Vectors:
        """(q, n) for queries (q, d)."""
        if self._metric == "l1":  # no matrix product measures that
            return np.stack([distances(self._vectors, query, "l1") for query in queries])
        low, high = self._bounds(queries.astype(np.float64))
        measured: Vectors = low.astype(np.float32)
        asked, rows = np.nonzero(measured != high.astype(np.float32))
        measured[asked, rows] = distances(self._vectors[rows], queries[asked], self._metric)
        return measured

    def _bounds(self, queries: _Doubles) -> tuple[_Doubles, _Doubles]:
        """What the distances (q, n) are between."""
        if self._metric == "cosine":
            apart = 1 - _directions(queries) @ self._doubles.T
            return np.clip(apart - _SLACK, 0, 2), np.clip(apart + _SLACK, 0, 2)
        own = np.einsum("ij,ij->i", queries, queries)[:, np.newaxis]
        scale = own + self._squares
        squares = scale - 2 * (queries @ self._doubles.T)
        scale *= _SLACK
        return np.sqrt(np.maximum(squares - scale, 0)), np.sqrt(np.maximum(squares + scale, 0))


def _directions(vectors: _Doubles) -> _Doubles:
    """Each row with length 1; a row (next to) zero becomes zero."""
    norms = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))[:, np.newaxis]
    directions: _Doubles = np.zeros_like(vectors)
    np.divide(vectors, norms, out=directions, where=norms > _NO_LENGTH)
    return directions


def _order(measured: Vectors) -> Order:
    """The places (q, n) by distance, equal ones by place.

    The bits of floats that are not negative are in the order of the floats, so distance and place
    sort as one number: many times faster than sorting places by their distances.
    """
    packed = measured.view(np.uint32).astype(np.uint64) << np.uint64(32)
    packed |= np.arange(measured.shape[1], dtype=np.uint64)
    packed.sort(axis=1)
    return (packed & _LOW_HALF).astype(np.intp)
