"""Measures retrieval: on a tree of photos whose folder names are the classes, or on a library."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from os import cpu_count
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lookalike.errors import NothingToSearch, PhotoUnreadable
from lookalike.imaging.decode import read_file
from lookalike.imaging.thumbnails import make_thumbnail
from lookalike.library.evaluation.evaluation import (
    ClassedPhoto,
    Evaluation,
    evaluation_of,
    joined,
    judge,
)
from lookalike.library.intake.lookahead import look_ahead
from lookalike.library.intake.read_photo import THUMBNAIL_PX
from lookalike.library.intake.reading import decode_for_network
from lookalike.library.intake.walking import find_photos
from lookalike.library.library import Library
from lookalike.library.network_choice import device_for
from lookalike.library.search.looking import look_of, thumbnail_space
from lookalike.library.search.spaces import find_space, no_such_space, prior_centre
from lookalike.neighbors.matches import Vectors
from lookalike.neighbors.metrics import Metric
from lookalike.neighbors.projection import fit_projection
from lookalike.neighbors.ranking import rank_all
from lookalike.networks.activations import Probe
from lookalike.networks.embedder import Embedder
from lookalike.photos import PhotoId, Space
from lookalike.progress import Progress
from lookalike.settings import Settings

# Of the decoded image, as Pillow has it.
_Look = Callable[[Any], NDArray[np.float16]]
# Of the spaces, one after the other.
_Looks = tuple[NDArray[np.float16], ...]

# A larger library is asked with so many of its photos, chosen the same way each time; all of them
# are searched.
MOST_QUERIES = 5_000


@dataclass(frozen=True, slots=True)
class TreeEvaluation:
    """What spaces are worth on a tree.

    Args:
        evaluations: of each space by each metric, in the order they were asked for.
        unreadable: files that could not be read, and so were neither query nor answer.
    """

    evaluations: tuple[Evaluation, ...]
    unreadable: int


@dataclass(frozen=True, slots=True, eq=False)
class _Tree:
    """Photos of a tree, and their vectors (n, d) in each space."""

    photos: Sequence[ClassedPhoto]
    vectors: Sequence[NDArray[np.float16]]
    unreadable: int


def evaluate(
    folder: Path,
    embedder: Embedder,
    settings: Settings,
    progress: Progress,
    *,
    by: Sequence[str] = ("content",),
    metrics: Sequence[Metric] = ("cosine",),
    exclude: Sequence[str] = (),
    queries: Path | None = None,
) -> TreeEvaluation:
    """Every photo is a query once, itself left out; photos of its sub-folder are right answers.

    Compared exactly as a library of the tree compares: vectors rounded to float16, centred,
    reduced.

    Args:
        by: names of spaces; every file is read once for all of them.
        queries: another tree with sub-folders of the same names, whose photos are the queries
            instead. Those of a class that `folder` does not have are left out.

    Raises:
        FolderUnusable: a folder cannot be read.
        NothingToSearch: no photo has another one of its class to find, or there is no such space.
        NetworkUnusable: as it says.
        Cancelled: the person asked to stop.
    """
    looks = {name: _look(name, embedder, settings) for name in by}
    look = partial(_look_at_file, looks=looks, embedder=embedder, settings=settings)
    searched = _look_at_tree(folder, look, progress, exclude)
    asked = _look_at_tree(queries, look, progress, exclude) if queries else None
    evaluations = []
    for place, name in enumerate(looks):
        vectors = searched.vectors[place]
        centre = embedder.prior_centre if name == "content" else None
        projection = fit_projection(vectors, centre)
        compared = projection.apply(vectors)
        others = _Asked(asked.photos, projection.apply(asked.vectors[place])) if asked else None
        for metric in metrics:
            setting = _Setting(name, metric, searched.photos, compared, others)
            evaluations.append(_evaluate(setting, progress))
    return TreeEvaluation(
        tuple(evaluations), searched.unreadable + (asked.unreadable if asked else 0)
    )


def evaluate_library(
    library: Library,
    spaces: Sequence[str],
    metrics: Sequence[Metric],
    progress: Progress,
    *,
    classes: Mapping[PhotoId, str],
) -> tuple[Evaluation, ...]:
    """What spaces are worth on a person's own photos, by the vectors that the library has.

    Photos of the same content count once; those without a class are neither query nor answer.

    Args:
        classes: of photos, as `photo_classes` tells them.

    Raises:
        NothingToSearch: no photo has another one of its class to find; there is no such space, or
            no photo has been looked at in it yet.
        Cancelled: the person asked to stop.
    """
    return tuple(
        _evaluate(setting, progress)
        for name in spaces
        for setting in _library_settings(library, find_space(library, name), metrics, classes)
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """Queries (q, d), as they are compared, that are not among what is searched."""

    photos: Sequence[ClassedPhoto]
    vectors: Vectors


@dataclass(frozen=True, slots=True, eq=False)
class _Setting:
    """One measurement: what is searched (n, d), and with what; None: each with all others."""

    space: str
    metric: Metric
    photos: Sequence[ClassedPhoto]
    vectors: Vectors
    asked: _Asked | None


def _evaluate(setting: _Setting, progress: Progress) -> Evaluation:
    asked = setting.asked
    numbers = np.unique([photo.class_name for photo in setting.photos], return_inverse=True)[1]
    if asked is None:
        own = _some(len(setting.photos))
        photos = [setting.photos[place] for place in own]
        vectors, wanted = setting.vectors[own], numbers[own]
    else:
        own = None
        known = dict(zip((photo.class_name for photo in setting.photos), numbers, strict=True))
        photos, vectors = list(asked.photos), asked.vectors
        wanted = np.array([known.get(photo.class_name, -1) for photo in photos])
    judged = []
    for block, order in rank_all(vectors, setting.vectors, setting.metric):
        progress.step(block.start, len(vectors), "Searching")
        others = order
        if own is not None:
            others = order[order != own[block, np.newaxis]].reshape(len(order), -1)
        right = numbers[others] == wanted[block, np.newaxis]
        judged.append(judge(others, right))
    return evaluation_of(setting.space, setting.metric, joined(judged), photos, setting.photos)


def _some(count: int) -> NDArray[np.intp]:
    """The places of the queries among all photos."""
    if count <= MOST_QUERIES:
        return np.arange(count)
    return np.sort(np.random.default_rng(0).choice(count, MOST_QUERIES, replace=False))


def _library_settings(
    library: Library, space: Space, metrics: Sequence[Metric], classes: Mapping[PhotoId, str]
) -> Iterator[_Setting]:
    index = library.indexes.current(space, prior_centre(library, space))
    photos, keys = list[ClassedPhoto](), list[int]()
    for key, copies in library.catalog.photos_with_embeddings(index.keys.tolist()).items():
        photo = next((photo for photo in copies if photo.id in classes), None)
        if photo:
            photos.append(ClassedPhoto(photo.path, classes[photo.id], photo.id))
            keys.append(key)
    vectors = index.vectors_of(keys)
    for metric in metrics:
        yield _Setting(space.name, metric, photos, vectors, None)


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
    return lambda image: look(make_thumbnail(image, THUMBNAIL_PX))


def _look_at_tree(
    folder: Path,
    look: Callable[[Path], _Looks | None],
    progress: Progress,
    exclude: Sequence[str],
) -> _Tree:
    files = find_photos(folder, progress, exclude=exclude)
    classed = [path for path in files if path.parent != folder]
    photos, seen = list[ClassedPhoto](), list[_Looks]()
    threads = cpu_count() or 1
    found = look_ahead(look, classed, threads=threads, window=4 * threads)
    for done, (path, vectors) in enumerate(zip(classed, found, strict=True)):
        progress.step(done, len(classed), "Looking at photos")
        if vectors is not None:
            photos.append(ClassedPhoto(path, path.relative_to(folder).parts[0]))
            seen.append(vectors)
    if not seen:
        raise NothingToSearch(
            f"There are no photos in the sub-folders of {folder}.",
            "Name a folder whose sub-folders are the classes.",
        )
    stacked = [np.stack(of_space) for of_space in zip(*seen, strict=True)]
    return _Tree(photos, stacked, len(classed) - len(seen))


def _look_at_file(
    path: Path, looks: Mapping[str, _Look], embedder: Embedder, settings: Settings
) -> _Looks | None:
    try:
        image = decode_for_network(read_file(path), embedder, settings, path=path).image
    except PhotoUnreadable:
        return None
    return tuple(look(image) for look in looks.values())
