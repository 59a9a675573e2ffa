"""One line of photos in which neighbours look alike.

First the photos are halved along the direction in which they differ most, and each half again
(principal direction divisive partitioning: Boley, Data Mining and Knowledge Discovery 1998), until
a group is small enough to compare each with each. Of two halves the one that is more like what
stands before them comes first. Inside a group, each photo is followed by the one most like it
that is left (the nearest-neighbour tour: Rosenkrantz, Stearns and Lewis, SIAM J. Computing 1977).

Halving alone, down to single photos, is less alike from one photo to the next (a mean cosine of
0.40 on 1,579 photos of clothing, where this has 0.49); a tour of all photos compares each with
each, and strands what it passed by at its end. `tests/benchmarks/likeness.py` tells the figures.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from lookalike.library.library import Library
from lookalike.neighbors.vector_index import VectorIndex
from lookalike.photos import PhotoId
from lookalike.progress import Progress

Vectors = NDArray[np.float32]
Rows = NDArray[np.int64]

# 16 MB of similarities. Twice as many gain 0.005 of the mean cosine.
GROUP = 2_048
# The strongest axes of an index tell groups from each other nearly as well as all 256 do.
AXES = 64
_POWER_STEPS = 6


def likeness_order(
    library: Library, photo_ids: NDArray[np.int64] | None, progress: Progress
) -> list[PhotoId]:
    """Photos so that neighbours look alike; the same photos come in the same order each time.

    Copies of one content stand together, photos that the network has not seen last.

    Args:
        photo_ids: those to be ordered; None is all ready ones.

    Raises:
        NetworkUnusable, LibraryUnusable, Cancelled: as they say.
    """
    progress.step(0, None, "Sorting by likeness")
    wanted = np.unique(library.photo_ids() if photo_ids is None else photo_ids).astype(np.int64)
    space = library.space()
    index = library.indexes.current(space, library.prior_centre())
    photos, keys = library.catalog.selecting.embedded(space)
    # What came in since the index was asked, and vectors that are damaged, are not in it.
    chosen = np.isin(photos, wanted, assume_unique=True) & np.isin(keys, index.keys)
    photos, keys = photos[chosen], keys[chosen]
    contents, of_content = np.unique(keys, return_inverse=True)
    vectors = _compared(index, contents)
    places = np.empty(len(contents), np.int64)
    places[order_of(vectors, progress)] = np.arange(len(contents))
    seen = photos[np.argsort(places[of_content], kind="stable")]
    unseen = np.setdiff1d(wanted, photos, assume_unique=True)
    return [PhotoId(photo_id) for photo_id in np.concatenate([seen, unseen]).tolist()]


def _compared(index: VectorIndex, keys: NDArray[np.int64]) -> Vectors:
    state = index.state()
    rows = np.searchsorted(state.keys, keys)
    # The axes of an index that reduces are sorted by their strength; units of a network are not.
    is_reduced = state.projection.components is not None
    return state.vectors[rows, :AXES] if is_reduced else state.vectors[rows]


def order_of(vectors: Vectors, progress: Progress) -> Rows:
    """The rows of `vectors` (n, d) so that neighbours point in similar directions."""
    units = _units(vectors)
    order = np.empty(len(units), np.int64)
    nothing = np.zeros(units.shape[1], np.float32)
    done = 0
    for rows in _groups(units, np.arange(len(units)), nothing, nothing):
        group = units[rows]
        start = group @ units[order[done - 1]] if done else -(group @ group.mean(axis=0))
        order[done : done + len(rows)] = rows[_tour(group, int(start.argmax()))]
        done += len(rows)
        progress.step(done, len(units), "Sorting by likeness")
    return order


def _units(vectors: Vectors) -> Vectors:
    lengths = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))
    return np.asarray(vectors / np.maximum(lengths, 1e-12)[:, np.newaxis], np.float32)


def _groups(units: Vectors, rows: Rows, before: Vectors, behind: Vectors) -> Iterator[Rows]:
    """`rows` in groups of at most `GROUP`, each like the next.

    Args:
        before: the mean of what stands before them, `behind` of what comes after; 0 for nothing.
    """
    if len(rows) <= GROUP:
        if len(rows):
            yield rows
        return
    first, second = _halves(units, rows)
    means = units[first].mean(axis=0), units[second].mean(axis=0)
    if before @ means[1] + behind @ means[0] > before @ means[0] + behind @ means[1]:
        first, second, means = second, first, means[::-1]
    yield from _groups(units, first, before, means[1])
    yield from _groups(units, second, means[0], behind)


def _halves(units: Vectors, rows: Rows) -> tuple[Rows, Rows]:
    """Equally many on either side, along the direction in which they differ most."""
    some = units[rows]
    mean = some.mean(axis=0)
    # Towards the one that lies farthest out; then the power method.
    direction = some[np.argmin(some @ mean)] - mean
    for _ in range(_POWER_STEPS):
        direction = (some @ direction - mean @ direction) @ some
        direction /= max(float(np.linalg.norm(direction)), 1e-12)
    order = np.argsort(some @ direction, kind="stable")
    half = len(rows) // 2
    return rows[order[:half]], rows[order[half:]]


def _tour(units: Vectors, start: int) -> Rows:
    """All rows, from `start` on each followed by the most similar one that is left."""
    similar = units @ units.T
    tour = np.empty(len(units), np.int64)
    passed = np.zeros(len(units), np.float32)
    here = start
    for place in range(len(units)):
        tour[place] = here
        passed[here] = -4  # below any cosine
        here = int((similar[here] + passed).argmax())
    return tour
