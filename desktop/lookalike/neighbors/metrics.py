"""The three ways to say how far apart two vectors are.

`cosine` is 1 - cos, and 1 for a zero vector, which has no direction; `l2` is the straight line,
`l1` the sum of the absolute differences.
"""

from collections.abc import Iterator
from typing import Any, Literal, TypeVar, get_args

import numpy as np
from numpy.typing import NDArray

from lookalike.neighbors.matches import Vectors

Metric = Literal["cosine", "l2", "l1"]
METRICS: tuple[Metric, ...] = get_args(Metric)

# Temporary arrays of this size stay in the processor's cache, however large the library is.
BLOCK_BYTES = 4 << 20
# The square of anything shorter leaves the range of a float32.
_NO_LENGTH = 1e-15

_Number = TypeVar("_Number", np.float32, np.float64)


def distances(first: NDArray[Any], second: NDArray[Any], metric: Metric) -> Vectors:
    """Row by row, right to the last digit of a float32; `second` may be one vector for all rows."""
    measured = np.empty(len(first), np.float32)
    for rows in blocks(len(first), first.shape[1] * 8):
        against = second if second.ndim == 1 else second[rows]
        measured[rows] = _measure(
            first[rows].astype(np.float64), against.astype(np.float64), metric
        )
    return measured


def rough_distances(vectors: Vectors, query: Vectors, metric: Metric, norms: Vectors) -> Vectors:
    """In float32, as fast as memory allows: wrong by no more than `rough_error`."""
    if metric == "cosine":
        # Not `@`: BLAS splits it among threads, which wait for each other on a busy machine
        # (100,000 vectors: 186 ms while photos were imported, where this takes 4).
        along: Vectors = np.einsum("ij,j->i", vectors, unit(query[np.newaxis])[0])
        cosines = _divide(along, norms)
        return np.subtract(1, cosines, out=cosines)
    apart = vectors - query
    if metric == "l2":
        return lengths(apart)
    return np.asarray(np.abs(apart, out=apart).sum(axis=1, dtype=np.float32))


def rough_error(distance: float, metric: Metric) -> float:
    """A generous bound on the rounding of `rough_distances` near `distance`."""
    # Cosines cancel, so their error does not shrink with the distance; sums of squares do not.
    return 2e-5 if metric == "cosine" else 1e-4 * distance + _NO_LENGTH


def lengths(vectors: Vectors) -> Vectors:
    """The Euclidean norm of each row."""
    squares: Vectors = np.einsum("ij,ij->i", vectors, vectors)
    return np.sqrt(squares)


def unit(vectors: Vectors) -> Vectors:
    """Each row with length 1; a zero row stays zero."""
    norms = np.broadcast_to(lengths(vectors)[:, np.newaxis], vectors.shape)
    return _divide(vectors, norms)


def blocks(count: int, row_bytes: int) -> Iterator[slice]:
    """Slices that cover `count` rows, each of about `BLOCK_BYTES`."""
    step = max(1, BLOCK_BYTES // max(1, row_bytes))
    return (slice(start, min(start + step, count)) for start in range(0, count, step))


def _measure(
    first: NDArray[np.float64], second: NDArray[np.float64], metric: Metric
) -> NDArray[np.float64]:
    # Sums over the last axis go row by row, so equal rows get equal numbers wherever they stand.
    # A matrix product does not promise that.
    if metric == "l2":
        return np.asarray(np.sqrt(((first - second) ** 2).sum(axis=-1)))
    if metric == "l1":
        return np.asarray(np.abs(first - second).sum(axis=-1))
    first_norms, second_norms = (np.sqrt((v**2).sum(axis=-1)) for v in (first, second))
    along = _divide((first * second).sum(axis=-1), first_norms)
    return np.asarray(np.clip(1 - _divide(along, np.broadcast_to(second_norms, along.shape)), 0, 2))


def _divide(numbers: NDArray[_Number], norms: NDArray[_Number]) -> NDArray[_Number]:
    """Zero where the norm is (next to) zero."""
    quotient = np.zeros_like(numbers)
    return np.divide(numbers, norms, out=quotient, where=norms > _NO_LENGTH)
