"""Answers pictures with the photos that look like them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lookalike.errors import NothingToSearch
from lookalike.library.feedback import OTHERS, How, Judged, linear_model, rocchio
from lookalike.library.knee import WINDOW, knee
from lookalike.library.library import Library
from lookalike.library.questions import Example, Question
from lookalike.library.reading import content_hash_of, picture_bytes
from lookalike.library.restriction import Restriction, restriction
from lookalike.library.spaces import find_space, missing_note, prior_centre, vector_of
from lookalike.library.stacks import Stacks, fold
from lookalike.neighbors.metrics import METRICS, Metric
from lookalike.neighbors.vector_index import VectorIndex
from lookalike.photos import ContentHash, Photo, Space

Vector = NDArray[np.float32]


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
    """Nearest first.

    Args:
        method: `exact` or `hnsw`.
        note: for a person, or empty.
        how: what the examples were made into: `example` is one of them as it is.
        knee: the first so many matches are the answer, the rest is less similar.
        stacks: near-duplicates among the matches, beneath the best of them.
        has_more: whether a higher `count` would bring more.
    """

    space: Space
    metric: Metric
    matches: tuple[Match, ...]
    method: str
    note: str = ""
    how: How = "example"
    knee: int = 0
    stacks: Stacks = field(default_factory=dict)
    has_more: bool = False


def search(
    library: Library,
    question: Question,
    *,
    count: int = 50,
    metric: Metric = "cosine",
    exact: bool = False,
    folder: Path | None = None,
) -> Results:
    """The photos that look most like what is wanted and least like what is not.

    A photo of the library that is itself an example is left out of the answer.

    Args:
        question: with one example at least; without any it is for `library.arranging`.
        exact: compare with every photo, however many there are.
        folder: only photos in it and the folders inside it.

    Raises:
        PhotoUnreadable: an example is not a picture.
        NothingToSearch: the library is empty, or has no such space or folder.
        FilterUnclear: the question's words cannot be understood.
        NetworkUnusable, LibraryUnusable: as they say.
    """
    if not question.examples:
        raise ValueError("a search needs an example")
    space = find_space(library, question.by)
    index = _index(library, space)
    if index.count == 0:
        raise _nothing_to_search(library)
    query, how = _combined(library, index, space, question.examples, metric)
    among = restriction(library, space, question.words, folder)
    finder = _Finder(library, index, metric, among, exact=exact, at_most=question.at_most)
    # One more than wanted tells whether there are more; the knee needs its window whole.
    found = finder.find(query, max(count + 1, WINDOW), _own(question.examples))
    place = knee_of(library, question, found)
    similar = [match for match in found if match.similarity >= question.at_least]
    matches = tuple(similar[:count])
    return Results(
        space,
        metric,
        matches,
        finder.method,
        " ".join(filter(None, _notes(library, index, space, question, among))),
        how,
        min(place, len(matches)),
        stacks_of(library, [match.photo for match in matches]),
        has_more=len(similar) > count,
    )


def load_index(library: Library) -> None:
    """Read the index of the content, if there is anything in it, before somebody waits for it.

    Raises:
        NetworkUnusable, LibraryUnusable: as they say.
    """
    if library.counts().ready:
        _index(library, library.space()).calibration("cosine")


def _index(library: Library, space: Space) -> VectorIndex:
    return library.indexes.current(space, prior_centre(library, space))


def _nothing_to_search(library: Library) -> NothingToSearch:
    if not library.counts().ready:
        return NothingToSearch("The library has no photos yet.", "Bring a folder of photos in.")
    return NothingToSearch(
        f"{library.embedder().manifest.title} has not looked at the library's photos yet.",
        "Bring their folders in again: only the network has to run.",
    )


def _combined(
    library: Library,
    index: VectorIndex,
    space: Space,
    examples: Sequence[Example],
    metric: Metric,
) -> tuple[Vector, How]:
    """One query for all examples, and what it is."""
    judged = Judged(
        index.project(np.stack([vector_of(library, space, each) for each in examples])),
        np.array([each.weight for each in examples], np.float64),
        np.array([each.is_wanted for each in examples], np.bool_),
    )
    # A model is a direction, and l2 and l1 ask for a place.
    if metric == "cosine" and judged.is_fit_for_a_model:
        return linear_model(judged, index.some_vectors(OTHERS)), "linear"
    return rocchio(judged), "mean" if len(judged) > 1 or not judged.is_wanted[0] else "example"


def knee_of(library: Library, question: Question, found: Sequence[Match]) -> int:
    """The first so many are the answer.

    Copies of what was asked by stand above all else, and the drop behind them says nothing.
    """
    asked = _contents(library, question.examples)
    others = [place for place, match in enumerate(found) if match.photo.content_hash not in asked]
    near = knee([found[place].similarity for place in others])
    return others[near - 1] + 1 if others else len(found)


def _contents(library: Library, examples: Iterable[Example]) -> set[ContentHash]:
    """Those of the whole pictures among the examples."""
    contents = set()
    for example in examples:
        if example.region is None and isinstance(example.source, int):
            known = library.photo(example.source).content_hash
            contents |= {known} if known else set()
        elif example.region is None and not isinstance(example.source, int):
            contents.add(content_hash_of(picture_bytes(example.source)[0]))
    return contents


def _own(examples: Iterable[Example]) -> set[int]:
    return {int(each.source) for each in examples if isinstance(each.source, int)}


def _notes(
    library: Library, index: VectorIndex, space: Space, question: Question, among: Restriction
) -> Iterator[str]:
    if not question.wanted:
        yield "Nothing says what to look for: these are the photos least like the examples."
    if among.fitting is not None and len(among.fitting) == 0:
        yield f"No photo fits “{question.words.strip()}”."
    if space.name != "content":
        yield library.remembered.get(
            ("missing note", space.key), lambda: missing_note(library, space)
        )
    yield index.note


def stacks_of(library: Library, photos: Sequence[Photo]) -> Stacks:
    """By content, whatever was compared: photos of equal colours are no near-duplicates."""
    space = library.space()
    contents = [ContentHash(photo.content_hash or b"") for photo in photos]
    keys = library.catalog.embedding_ids_of(space, contents)
    vectors = _index(library, space).vectors_of([keys.get(each, -1) for each in contents])
    return fold([photo.id for photo in photos], vectors)


class _Finder:
    """Turns the nearest vectors into photos.

    Vectors outnumber photos where photos were removed, and one vector may stand for several
    files, so it asks for more until there are enough photos.
    """

    def __init__(
        self,
        library: Library,
        index: VectorIndex,
        metric: Metric,
        among: Restriction,
        *,
        exact: bool,
        at_most: float,
    ) -> None:
        self._catalog = library.catalog
        self._index = index
        self._metric = metric
        self._among = among
        self._calibration = index.calibration(metric)
        self._beyond = 0.0 if at_most >= 1 else self._calibration.distance(at_most)
        is_plain = metric == "cosine" and among.keys is None and not self._beyond
        self._exact = exact or not is_plain

    @property
    def method(self) -> str:
        return "exact" if self._exact else self._index.method

    def find(self, query: Vector, count: int, left_out: set[int]) -> list[Match]:
        """At most `count` matches, nearest first."""
        asked = count + len(left_out)
        while True:
            neighbors = self._index.search_projected(
                query,
                asked,
                metric=self._metric,
                exact=self._exact,
                beyond=self._beyond,
                allowed_keys=self._among.keys,
            )
            keys = neighbors.keys.tolist()
            photos = self._catalog.photos_with_embeddings(keys)
            found = [
                (photo, distance)
                for key, distance in zip(keys, neighbors.distances, strict=True)
                for photo in photos.get(key, ())
                if photo.id not in left_out and self._among.admits(photo)
            ]
            if len(found) >= count or len(keys) < asked:
                return self._matches(found[:count])
            asked *= 2

    def _matches(self, found: Sequence[tuple[Photo, np.float32]]) -> list[Match]:
        distances = np.array([distance for _, distance in found], np.float32)
        similarities = self._calibration.similarity(distances).tolist()
        percentiles = self._calibration.percentile(distances).tolist()
        return [
            Match(rank, photo, float(distance), similarity, percentile)
            for rank, ((photo, distance), similarity, percentile) in enumerate(
                zip(found, similarities, percentiles, strict=True), start=1
            )
        ]


__all__ = ["METRICS", "Match", "Metric", "Results", "load_index", "search"]
