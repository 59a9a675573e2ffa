"""Labels told by the votes of the nearest examples."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from lookalike.learning.examples import (
    HAS,
    UNKNOWN,
    Examples,
    Rows,
    Targets,
    Vectors,
    directions,
)

_ROWS_AT_ONCE = 1_024
# Rejections are no labelled neighbours: look so many times as far for those.
_FARTHER = 4


@dataclass(frozen=True, slots=True, eq=False)
class NeighborClassifier:
    """The share of the nearest examples that have the label, each counted by how near it is.

    So a photo that is unlike all examples gets no high score, whatever they agree on. Photos that
    stand for "none of these" do not vote: some of them deserve a label, and there are many.

    Args:
        vectors: float32 (m, d), of the examples that vote.
        targets: int8 (m, c).
        rows: int64 (m,), where they are among the examples that were learned from.
        count: k.
        metric: `cosine` or `l2`.
        spread: the squared distance at which an l2 vote counts half.
    """

    vectors: Vectors
    targets: Targets
    rows: Rows
    count: int
    metric: str
    spread: float

    def scores(self, vectors: Vectors) -> Vectors:
        """(n, c) for centred vectors (n, d), 0 to 1: the higher, the likelier the label."""
        from scipy import sparse

        has = sparse.csr_array((self.targets == HAS).astype(np.float32))
        unknown = sparse.csr_array((self.targets == UNKNOWN).astype(np.float32))
        told = np.empty((len(vectors), self.targets.shape[1]), np.float32)
        for rows in _blocks(len(vectors)):
            near, votes, counts = self._nearest(vectors[rows])
            ends = np.arange(len(near) + 1) * near.shape[1]
            places, shape = (near.ravel(), ends), (len(near), len(self.vectors))
            for_it = sparse.csr_array((votes.ravel(), *places), shape=shape) @ has
            abstained = sparse.csr_array((counts.ravel(), *places), shape=shape) @ unknown
            cast = counts.sum(axis=1, keepdims=True) - abstained.toarray()
            told[rows] = for_it.toarray() / np.maximum(cast, 1)
        return told

    def voters(self, vector: Vectors, column: int) -> tuple[Rows, Vectors]:
        """Who votes on a label of one photo (1, d): rows of the examples (1, m), nearest first,
        and what each adds to its score (1, m)."""
        near, votes, counts = self._nearest(vector)
        targets = self.targets[near, column]
        cast = (counts > 0) & (targets != UNKNOWN)
        near, shares = near[cast], np.where(targets == HAS, votes, 0)[cast] / max(cast.sum(), 1)
        return self.rows[near][np.newaxis], shares.astype(np.float32)[np.newaxis]

    def _nearest(self, vectors: Vectors) -> tuple[Rows, Vectors, Vectors]:
        """Places in `self.vectors` (n, m), nearest first; what their votes weigh; and 1 for those
        who vote, 0 for the rest.

        They are the k nearest with labels, and whatever was rejected that is as near: so a
        rejection takes no vote from labels of which it tells nothing.
        """
        is_labelled = (self.targets == HAS).any(axis=1)
        votes = self._likeness(vectors)
        reach = self.count if is_labelled.all() else self.count * _FARTHER
        reach = min(reach, votes.shape[1])
        near = np.argpartition(-votes, reach - 1, axis=1)[:, :reach]
        order = np.argsort(-np.take_along_axis(votes, near, axis=1), axis=1, kind="stable")
        near = np.take_along_axis(near, order, axis=1)
        counts = (is_labelled[near].cumsum(axis=1) <= self.count).astype(np.float32)
        return near, np.take_along_axis(votes, near, axis=1) * counts, counts

    def _likeness(self, vectors: Vectors) -> Vectors:
        """0 to 1, 1 for the same."""
        if self.metric == "cosine":
            return np.asarray(np.maximum(directions(vectors) @ self.vectors.T, 0))
        squares = np.einsum("ij,ij->i", vectors, vectors)[:, np.newaxis]
        own = np.einsum("ij,ij->i", self.vectors, self.vectors)
        apart = np.maximum(squares + own - 2 * vectors @ self.vectors.T, 0)
        return np.asarray(1 / (1 + apart / self.spread), np.float32)


def fit_neighbors(examples: Examples, count: int, metric: str) -> NeighborClassifier:
    """Remember who votes: photos with a label, and rejected suggestions."""
    is_told = examples.is_labelled | (examples.targets == UNKNOWN).any(axis=1)
    rows = np.flatnonzero(is_told)
    vectors = examples.vectors[rows]
    if metric == "cosine":
        vectors = directions(vectors)
    spread = float((vectors**2).sum(axis=1).mean()) or 1.0
    return NeighborClassifier(vectors, examples.targets[rows], rows, count, metric, spread)


def _blocks(count: int) -> Iterator[slice]:
    return (slice(start, start + _ROWS_AT_ONCE) for start in range(0, count, _ROWS_AT_ONCE))
