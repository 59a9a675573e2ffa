"""What is learned from: vectors, and which labels each of them has."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Numbers = NDArray[np.float64]
Rows = NDArray[np.int64]
Targets = NDArray[np.int8]

HAS, LACKS, UNKNOWN = 1, 0, -1

_NO_LENGTH = 1e-12
_ROWS_AT_ONCE = 512


@dataclass(frozen=True, slots=True, eq=False)
class Examples:
    """Photos that something is known of, one per row.

    A photo with labels lacks the others; a rejected suggestion lacks one label, and the others
    are unknown; a photo that stands for "none of these" lacks all, with a small weight.

    Args:
        vectors: float32 (n, d), centred on the library; of any length.
        targets: int8 (n, c), `HAS`, `LACKS` or `UNKNOWN`.
        weights: float64 (n,), how much each counts; 1 for what a person said.
        groups: int64 (n,), equal for photos that are copies of each other: they never stand on
            both sides of a split.
    """

    vectors: Vectors
    targets: Targets
    weights: Numbers
    groups: Rows

    def __len__(self) -> int:
        return len(self.vectors)

    @property
    def labels(self) -> int:
        """How many there are."""
        return int(self.targets.shape[1])

    @property
    def is_labelled(self) -> NDArray[np.bool_]:
        """bool (n,): has at least one label."""
        return np.asarray((self.targets == HAS).any(axis=1))

    def at(self, rows: NDArray[Any]) -> "Examples":
        """Those rows alone; by numbers or by a mask."""
        parts = (self.vectors, self.targets, self.weights, self.groups)
        return Examples(*(part[rows] for part in parts))


def weight_of_others(labelled: Targets, others: int) -> float:
    """What each of the photos counts that stand for "none of these".

    Together they count as much as one label. Some of them really deserve a label, and they are
    not known; were all of them such photos, evenly of c labels, the labels would still outweigh
    "none" by c to 1.
    """
    return float((labelled == HAS).sum(axis=0).mean()) / max(others, 1)


def directions(vectors: Vectors) -> Vectors:
    """Each row with length 1; a zero row stays zero."""
    return np.asarray(vectors / lengths(vectors)[:, np.newaxis], np.float32)


def lengths(vectors: Vectors) -> Vectors:
    """The Euclidean norm of each row, fit to divide by."""
    squares = np.einsum("ij,ij->i", vectors, vectors)
    return np.asarray(np.sqrt(np.maximum(squares, _NO_LENGTH)), np.float32)


def turned(vectors: Vectors) -> tuple[Vectors, Vectors]:
    """Vectors (n, d) in the n directions that they span, and those directions (d, n).

    Lengths and angles stay as they are, so whatever is learned from these alone is the same: a
    linear classifier with a penalty on its squared length lies in the span of its examples
    (Kimeldorf and Wahba's representer theorem; Hastie et al., "The elements of statistical
    learning", 18.3.5).
    """
    axes, seen = np.linalg.qr(vectors.T)
    return np.ascontiguousarray(seen.T), axes


def near_duplicate_groups(vectors: Vectors, cosine: float = 0.95) -> Rows:
    """int64 (n,): equal for centred vectors that point the same way, directly or through others."""
    from scipy.sparse import coo_array, csgraph

    groups = np.arange(len(vectors), dtype=np.int64)
    # Some at a time: a series of ten thousand alike has fifty million pairs.
    for pairs in _pairs(directions(vectors), cosine):
        first, second = groups[pairs]
        ones, shape = np.ones(len(first), np.bool_), 2 * groups.shape
        links = coo_array((ones, (first, second)), shape=shape)
        _, joined = csgraph.connected_components(links, directed=False)
        groups = joined.astype(np.int64)[groups]
    return groups


def _pairs(units: Vectors, cosine: float) -> Iterator[NDArray[np.intp]]:
    """(2, m), each pair once; some rows against all later ones at a time."""
    for start in range(0, len(units), _ROWS_AT_ONCE):
        near = units[start : start + _ROWS_AT_ONCE] @ units[start:].T >= cosine
        first, second = np.nonzero(np.triu(near, 1))
        yield np.stack([first, second]) + start
