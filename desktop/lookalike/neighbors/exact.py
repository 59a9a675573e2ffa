"""Exact search: every vector is looked at.

A fast float32 pass finds who can be among the nearest; only those are measured again in float64
and put in order. So equal vectors tie exactly, whatever the processor's rounding, and an answer
does not depend on where in memory a vector stands.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from lookalike.neighbors.matches import Keys, Neighbors, Vectors, nobody
from lookalike.neighbors.metrics import (
    Metric,
    blocks,
    distances,
    lengths,
    rough_distances,
    rough_error,
)

Rows = NDArray[np.intp]


def search_exact(
    vectors: Vectors,
    keys: Keys,
    query: Vectors,
    count: int,
    metric: Metric = "cosine",
    *,
    beyond: float = 0.0,
    allowed: NDArray[np.bool_] | None = None,
    norms: Vectors | None = None,
) -> Neighbors:
    """The `count` nearest, or all where there are fewer.

    Args:
        vectors: float32 (n, d), finite.
        keys: int64 (n,), distinct.
        query: (d,), finite.
        count: zero and less find nobody.
        metric: how far apart two vectors are.
        beyond: nearer vectors are passed over.
        allowed: bool (n,); the others are passed over.
        norms: the lengths of the vectors, where the caller has them already (cosine only).
    """
    query = np.asarray(query, np.float32)
    rows = None if allowed is None else np.flatnonzero(allowed)
    count = min(count, len(vectors) if rows is None else len(rows))
    if count <= 0:
        return nobody()
    near = _within_reach(vectors, rows, query, count, metric, beyond, norms)
    return rank(vectors, keys, near, query, count, metric, beyond)


def rank(
    vectors: Vectors,
    keys: Keys,
    rows: Rows,
    query: Vectors,
    count: int,
    metric: Metric,
    beyond: float = 0.0,
) -> Neighbors:
    """The `count` nearest of the given rows, in order; not those that are nearer than `beyond`."""
    measured = np.empty(len(rows), np.float32)
    for part in blocks(len(rows), vectors.shape[1] * 8):
        measured[part] = distances(vectors[rows[part]], query, metric)
    candidates = keys[rows]
    order = np.lexsort((candidates, measured))
    first = int(np.searchsorted(measured[order], np.float32(beyond)))
    order = order[first : first + count]
    return Neighbors(candidates[order], measured[order])


def rough_all(
    vectors: Vectors,
    query: Vectors,
    metric: Metric,
    norms: Vectors | None = None,
    rows: Rows | None = None,
) -> Vectors:
    """The distance of each of the given rows, or of all, as `rough_distances` measures it."""
    parts = _parts(vectors, rows, norms, metric)
    measured = [rough_distances(part, query, metric, of_part) for part, of_part in parts]
    return np.concatenate(measured) if measured else np.empty(0, np.float32)


def _within_reach(
    vectors: Vectors,
    rows: Rows | None,
    query: Vectors,
    count: int,
    metric: Metric,
    beyond: float,
    norms: Vectors | None,
) -> Rows:
    """The rows that are, or by rounding could be, among the `count` nearest beyond."""
    everyone = np.arange(len(vectors)) if rows is None else rows
    if count == len(everyone):
        return everyone
    rough = rough_all(vectors, query, metric, norms, rows)
    slack = 2 * rough_error(beyond, metric)
    # What is too near takes no place among the `count`.
    nearest = rough if beyond <= 0 else rough[rough >= beyond + slack]
    if len(nearest) <= count:
        return everyone[rough >= beyond - slack]
    last = float(np.partition(nearest, count - 1)[count - 1])
    # Both the last one in and the one just outside may be off, in opposite directions.
    return everyone[(rough >= beyond - slack) & (rough <= last + 2 * rough_error(last, metric))]


def _parts(
    vectors: Vectors, rows: Rows | None, norms: Vectors | None, metric: Metric
) -> Iterator[tuple[Vectors, Vectors]]:
    total = len(vectors) if rows is None else len(rows)
    for part in blocks(total, vectors.shape[1] * 4):
        chosen = part if rows is None else rows[part]
        block = vectors[chosen]
        if metric == "cosine" and norms is None:
            yield block, lengths(block)
        else:
            yield block, norms[chosen] if norms is not None else block[:, 0]
