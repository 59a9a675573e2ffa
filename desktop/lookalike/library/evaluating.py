"""Measures retrieval on a tree of photos whose folder names are the classes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from os import cpu_count
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lookalike.errors import NothingToSearch, PhotoUnreadable
from lookalike.imaging.decode import read_file
from lookalike.imaging.thumbnails import make_thumbnail, read_thumbnail
from lookalike.library.lookahead import look_ahead
from lookalike.library.looking import look_of, thumbnail_space
from lookalike.library.network_choice import device_for
from lookalike.library.read_photo import THUMBNAIL_PX
from lookalike.library.reading import decode_for_network
from lookalike.library.spaces import no_such_space
from lookalike.library.walking import find_photos
from lookalike.neighbors.metrics import Metric
from lookalike.neighbors.projection import fit_projection
from lookalike.neighbors.vector_index import VectorIndex
from lookalike.networks.activations import Probe
from lookalike.networks.embedder import Embedder
from lookalike.progress import Progress
from lookalike.settings import Settings

# Of the decoded image, as Pillow has it.
_Look = Callable[[Any], NDArray[np.float16]]
_Vectors = list[NDArray[np.float16]]


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
    by: Sequence[str] = ("content",),
    metric: Metric = "cosine",
    exclude: Sequence[str] = (),
) -> dict[str, Quality]:
    """Every photo is a query once, itself left out; photos of its sub-folder are right answers.

    Compared exactly as a library compares: vectors rounded to float16, centred, reduced.

    Args:
        by: names of spaces; every file is read once for all of them.

    Raises:
        FolderUnusable: `folder` cannot be read.
        NothingToSearch: it has no two photos of a class, or there is no such space.
        NetworkUnusable: as it says.
        Cancelled: the person asked to stop.
    """
    looks = {name: _look(name, embedder, settings) for name in by}
    seen, classes, unreadable = _look_at_tree(folder, looks, embedder, settings, progress, exclude)
    numbers = np.unique(classes, return_inverse=True)[1]
    judged = {}
    for place, name in enumerate(looks):
        vectors = np.stack([vectors[place] for vectors in seen])
        centre = embedder.prior_centre if name == "content" else None
        projection = fit_projection(vectors, centre)
        index = VectorIndex.build("evaluated", np.arange(len(vectors)), vectors, projection)
        quality = _judge(index, vectors, numbers, metric, progress)
        judged[name] = replace(quality, unreadable=unreadable)
    return judged


def _look(name: str, embedder: Embedder, settings: Settings) -> _Look:
    """What makes the vector of a picture in the space of that name."""
    if name == "content":
        return lambda image: embedder.embed([embedder.prepare(image)])[0].astype(np.float16)
    manifest = embedder.manifest
    space = thumbnail_space(manifest, name)
    if space is None:
        raise no_such_space(name, manifest)
    device = device_for(manifest, settings)
    look = look_of(
        space, manifest, lambda tensor: Probe.open(manifest, [tensor], device=device, threads=1)
    )
    return lambda image: look(read_thumbnail(make_thumbnail(image, THUMBNAIL_PX)))


def _look_at_tree(
    folder: Path,
    looks: Mapping[str, _Look],
    embedder: Embedder,
    settings: Settings,
    progress: Progress,
    exclude: Sequence[str],
) -> tuple[list[_Vectors], list[str], int]:
    """Vectors and classes of what can be read, and how many files cannot."""
    files = find_photos(folder, progress, exclude=exclude)
    classed = [path for path in files if path.parent != folder]
    seen, classes = [], []
    look = partial(_look_at_file, looks=looks, embedder=embedder, settings=settings)
    threads = cpu_count() or 1
    found = look_ahead(look, classed, threads=threads, window=4 * threads)
    for done, (path, vectors) in enumerate(zip(classed, found, strict=True)):
        progress.step(done, len(classed), "Looking at photos")
        if vectors is not None:
            seen.append(vectors)
            classes.append(path.relative_to(folder).parts[0])
    if not seen:
        raise NothingToSearch(
            f"There are no photos in the sub-folders of {folder}.",
            "Name a folder whose sub-folders are the classes.",
        )
    return seen, classes, len(classed) - len(seen)


def _look_at_file(
    path: Path, looks: Mapping[str, _Look], embedder: Embedder, settings: Settings
) -> _Vectors | None:
    try:
        image = decode_for_network(read_file(path), embedder, settings, path=path).image
    except PhotoUnreadable:
        return None
    return [look(image) for look in looks.values()]


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
