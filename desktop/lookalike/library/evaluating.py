"""Measures retrieval on a tree of photos whose folder names are the classes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from os import cpu_count
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lookalike.errors import NothingToSearch, PhotoUnreadable
from lookalike.imaging.decode import read_file
from lookalike.library.lookahead import look_ahead
from lookalike.library.reading import decode_for_network
from lookalike.library.walking import find_photos
from lookalike.neighbors.metrics import Metric
from lookalike.neighbors.projection import fit_projection
from lookalike.neighbors.vector_index import VectorIndex
from lookalike.networks.embedder import Embedder
from lookalike.progress import Progress
from lookalike.settings import Settings


@dataclass(frozen=True, slots=True)
class Quality:
    """Means over all queries, each between 0 and 1.

    Args:
        precision_at_10: the share of the query's class among the first ten answers.
        mean_average_precision: of the full ranking (Manning et al., "Introduction to
            Information Retrieval", section 8.4).
        queries: photos of classes with at least two.
        unreadable: files that could not be read, and so were no answer either.
    """

    precision_at_1: float
    precision_at_10: float
    mean_average_precision: float
    queries: int
    unreadable: int = 0


def evaluate(
    folder: Path,
    embedder: Embedder,
    settings: Settings,
    progress: Progress,
    *,
    metric: Metric = "cosine",
    exclude: Sequence[str] = (),
) -> Quality:
    """Every photo is a query once, itself left out; photos of its sub-folder are right answers.

    Compared exactly as a library compares: vectors rounded to float16, centred, reduced.

    Raises:
        FolderUnusable: `folder` cannot be read.
        NothingToSearch: it has no two photos of a class.
        Cancelled: the person asked to stop.
    """
    vectors, classes, unreadable = _embed_tree(folder, embedder, settings, progress, exclude)
    projection = fit_projection(vectors, embedder.prior_centre)
    index = VectorIndex.build("evaluated", np.arange(len(vectors)), vectors, projection)
    numbers = np.unique(classes, return_inverse=True)[1]
    return replace(_judge(index, vectors, numbers, metric, progress), unreadable=unreadable)


def _embed_tree(
    folder: Path,
    embedder: Embedder,
    settings: Settings,
    progress: Progress,
    exclude: Sequence[str],
) -> tuple[NDArray[np.float16], list[str], int]:
    """Vectors (n, d) and classes of what can be read, and how many files cannot."""
    files = find_photos(folder, progress, exclude=exclude)
    classed = [path for path in files if path.parent != folder]
    vectors, classes = [], []
    embed = partial(_embed_file, embedder=embedder, settings=settings)
    threads = cpu_count() or 1
    found = look_ahead(embed, classed, threads=threads, window=4 * threads)
    for done, (path, vector) in enumerate(zip(classed, found, strict=True)):
        progress.step(done, len(classed), "Embedding photos")
        if vector is not None:
            vectors.append(vector)
            classes.append(path.relative_to(folder).parts[0])
    if not vectors:
        raise NothingToSearch(
            f"There are no photos in the sub-folders of {folder}.",
            "Name a folder whose sub-folders are the classes.",
        )
    return np.stack(vectors), classes, len(classed) - len(vectors)


def _embed_file(path: Path, embedder: Embedder, settings: Settings) -> NDArray[np.float16] | None:
    try:
        picture = decode_for_network(read_file(path), embedder, settings, path=path).image
    except PhotoUnreadable:
        return None
    return np.asarray(embedder.embed([embedder.prepare(picture)])[0], np.float16)


def _judge(
    index: VectorIndex,
    vectors: NDArray[np.float16],
    classes: NDArray[np.intp],
    metric: Metric,
    progress: Progress,
) -> Quality:
    judged = []
    for query, vector in enumerate(vectors):
        progress.step(query, len(vectors), "Searching")
        found = index.search(vector, index.count, metric=metric, exact=True).keys
        right = classes[found[found != query]] == classes[query]
        if right.any():
            judged.append((right[0], right[:10].sum() / 10, _average_precision(right)))
    if not judged:
        raise NothingToSearch("No class has two photos.", "Each sub-folder needs at least two.")
    first, first_ten, average = np.mean(np.array(judged, np.float64), axis=0).tolist()
    return Quality(first, first_ten, average, len(judged))


def _average_precision(right: NDArray[np.bool_]) -> float:
    """The mean, over the right answers, of the precision down to each of them."""
    places = np.flatnonzero(right) + 1
    return float(np.mean(np.arange(1, len(places) + 1) / places))
