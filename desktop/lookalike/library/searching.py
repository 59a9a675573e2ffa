"""Answers pictures with the photos that look like them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lookalike.errors import NothingToSearch
from lookalike.library.library import Library
from lookalike.library.questions import Example
from lookalike.library.spaces import find_space, prior_centre, vector_of
from lookalike.neighbors.metrics import METRICS, Metric
from lookalike.neighbors.vector_index import VectorIndex
from lookalike.photos import Photo, Space

Vector = NDArray[np.float32]

# Rocchio's classic weights for examples for and against (Manning et al., "Introduction to
# Information Retrieval", section 9.1.1) lean on what is wanted; so do these.
AGAINST = 0.5


@dataclass(frozen=True, slots=True)
class Match:
    """One answer.

    Args:
        rank: 1 for the nearest.
        distance: in the space and metric that were asked for; 0 is the same.
        similarity: 0 (as two photos picked blindly) to 1 (the same); see `neighbors.calibration`.
        percentile: the share of random pairs of this library that are less alike, 0 to 1.
    """

    rank: int
    photo: Photo
    distance: float
    similarity: float
    percentile: float


@dataclass(frozen=True, slots=True)
class Results:
    """Nearest first. `method` is `exact` or `hnsw`; `note` is for a person, or empty."""

    space: Space
    metric: Metric
    matches: tuple[Match, ...]
    method: str
    note: str = ""


def search(
    library: Library,
    wanted: Sequence[Example],
    *,
    unwanted: Sequence[Example] = (),
    count: int = 50,
    by: str = "content",
    metric: Metric = "cosine",
    exact: bool = False,
    min_similarity: float = 0.0,
    folder: Path | None = None,
) -> Results:
    """The photos that look most like what is wanted and least like what is not.

    A photo of the library that is itself an example is left out of the answer.

    Args:
        by: the name of a space; `content` is the network's embedding.
        exact: compare with every photo, however many there are.
        min_similarity: 0 to 1; less similar photos are left out.
        folder: only photos in it and the folders inside it.

    Raises:
        PhotoUnreadable: an example is not a picture.
        NothingToSearch: the library is empty, or has no such space or folder.
        NetworkUnusable, LibraryUnusable: as they say.
    """
    space = find_space(library, by)
    index = library.indexes.current(space, prior_centre(library, space))
    if index.count == 0:
        raise _nothing_to_search(library)
    query = _query(library, index, space, wanted, unwanted)
    finder = _Finder(library, index, space, metric, exact=exact, folder=folder)
    own = {int(each.source) for each in (*wanted, *unwanted) if isinstance(each.source, int)}
    similar = (m for m in finder.find(query, count, own) if m.similarity >= min_similarity)
    return Results(space, metric, tuple(similar), finder.method, index.note)


def _nothing_to_search(library: Library) -> NothingToSearch:
    if not library.counts().ready:
        return NothingToSearch("The library has no photos yet.", "Bring a folder of photos in.")
    return NothingToSearch(
        f"{library.embedder().manifest.title} has not looked at the library's photos yet.",
        "Bring their folders in again: only the network has to run.",
    )


def _query(
    library: Library,
    index: VectorIndex,
    space: Space,
    wanted: Sequence[Example],
    unwanted: Sequence[Example],
) -> Vector:
    """One vector for all examples (Rocchio): the mean of the wanted less half of the unwanted."""
    query = _mean_direction(library, index, space, wanted)
    if unwanted:
        query = query - AGAINST * _mean_direction(library, index, space, unwanted)
    return query


def _mean_direction(
    library: Library, index: VectorIndex, space: Space, examples: Sequence[Example]
) -> Vector:
    vectors = index.project(np.stack([vector_of(library, space, each) for each in examples]))
    if len(vectors) == 1:
        return np.asarray(vectors[0])
    # Several pictures count alike, however strongly the network answers to each; the mean keeps
    # their typical length, which l2 and l1 look at.
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    directions = vectors / np.maximum(lengths, 1e-12)
    return np.asarray(directions.mean(axis=0) * lengths.mean(), np.float32)


class _Finder:
    """Turns the nearest vectors into photos.

    Vectors outnumber photos where photos were removed, and one vector may stand for several
    files, so it asks for more until there are enough photos.
    """

    def __init__(
        self,
        library: Library,
        index: VectorIndex,
        space: Space,
        metric: Metric,
        *,
        exact: bool,
        folder: Path | None,
    ) -> None:
        self._catalog = library.catalog
        self._index = index
        self._metric = metric
        self._exact = exact or metric != "cosine" or folder is not None
        self._folder = folder
        self._allowed = None
        if folder is not None:
            self._allowed = library.catalog.embedding_ids_under(space, folder)
            if len(self._allowed) == 0:
                raise NothingToSearch(
                    f"The library has no photos of the folder {folder}.", "Bring it in first."
                )

    @property
    def method(self) -> str:
        return "exact" if self._exact else self._index.method

    def find(self, query: Vector, count: int, left_out: set[int]) -> list[Match]:
        """At most `count` matches, nearest first."""
        asked = count + len(left_out)
        while True:
            neighbors = self._index.search_projected(
                query, asked, metric=self._metric, exact=self._exact, allowed_keys=self._allowed
            )
            keys = neighbors.keys.tolist()
            photos = self._catalog.photos_with_embeddings(keys)
            found = [
                (photo, distance)
                for key, distance in zip(keys, neighbors.distances, strict=True)
                for photo in photos.get(key, ())
                if photo.id not in left_out and self._is_inside(photo)
            ]
            if len(found) >= count or len(keys) < asked:
                return self._matches(found[:count])
            asked *= 2

    def _is_inside(self, photo: Photo) -> bool:
        return self._folder is None or photo.path.is_relative_to(self._folder)

    def _matches(self, found: Sequence[tuple[Photo, np.float32]]) -> list[Match]:
        distances = np.array([distance for _, distance in found], np.float32)
        calibration = self._index.calibration(self._metric)
        similarities = calibration.similarity(distances).tolist()
        percentiles = calibration.percentile(distances).tolist()
        return [
            Match(rank, photo, float(distance), similarity, percentile)
            for rank, ((photo, distance), similarity, percentile) in enumerate(
                zip(found, similarities, percentiles, strict=True), start=1
            )
        ]


__all__ = ["AGAINST", "METRICS", "Example", "Match", "Metric", "Results", "search"]
