"""Answers pictures with the photos that look like them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lookalike.errors import NothingToSearch
from lookalike.library.intake.reading import content_hash_of, picture_bytes
from lookalike.library.library import Library
from lookalike.library.search.feedback import OTHERS, How, Judged, linear_model, rocchio
from lookalike.library.search.knee import WINDOW, knee
from lookalike.library.search.mixing import Ingredient, Mix
from lookalike.library.search.questions import Example, Question
from lookalike.library.search.restriction import Restriction, restriction
from lookalike.library.search.shares import Share, shares_of
from lookalike.library.search.spaces import find_space, missing_note, prior_centre, vector_of
from lookalike.library.search.stacks import Stacks, fold
from lookalike.neighbors.calibration import Calibration
from lookalike.neighbors.metrics import METRICS, Metric
from lookalike.neighbors.vector_index import VectorIndex
from lookalike.photos import ContentHash, Photo, PhotoId, Space

Vector = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Match:
    """One answer.

    Args:
        rank: 1 for the nearest.
        distance: in the space and metric that were asked for; 0 is the same.
        similarity: 0 (as two photos picked blindly) to 1 (the same); see `neighbors.calibration`.
        percentile: the share of random pairs of this library that are less alike, 0 to 1.
        parts: of a mix, the similarity by each of its spaces, which `similarity` is the mean of;
            below 0 where it is less than of two photos picked blindly.
    """

    rank: int
    photo: Photo
    distance: float
    similarity: float
    percentile: float
    parts: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Results:
    """Nearest first.

    Args:
        by: the name of the space, or of the mix.
        method: `exact` or `hnsw`.
        note: for a person, or empty.
        how: what the examples were made into: `example` is one of them as it is.
        knee: the first so many matches are the answer, the rest is less similar.
        stacks: near-duplicates among the matches, beneath the best of them.
        has_more: whether a higher `count` would bring more.
    """

    by: str
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
    made = [ingredient_of(library, share, question) for share in shares_of(question.by)]
    ingredients = [ingredient for ingredient, _ in made]
    among = restriction(library, ingredients[0].space, question.words, folder)
    finder: _SpaceFinder | _MixFinder
    if len(ingredients) == 1:
        finder = _SpaceFinder(library, ingredients[0], question, among, exact=exact)
    else:
        finder = _MixFinder(library, ingredients, question, among)
    # One more than wanted tells whether there are more; the knee needs its window whole.
    found = finder.find(max(count + 1, WINDOW), _own(question.examples))
    place = knee_of(library, question, found)
    similar = [match for match in found if match.similarity >= question.at_least]
    matches = tuple(similar[:count])
    return Results(
        question.by,
        question.metric,
        matches,
        finder.method,
        " ".join(filter(None, _notes(library, ingredients, question, among))),
        made[0][1],
        min(place, len(matches)),
        stacks_of(library, [match.photo for match in matches]),
        has_more=len(similar) > count,
    )


def load_index(library: Library, by: str = "content") -> None:
    """Read the index of a space, if there is anything in it, before somebody waits for it.

    Raises:
        NothingToSearch: there is no such space, or it is not built.
        NetworkUnusable, LibraryUnusable: as they say.
    """
    if library.counts().ready:
        _index(library, find_space(library, by)).calibration("cosine")


def _index(library: Library, space: Space) -> VectorIndex:
    return library.indexes.current(space, prior_centre(library, space))


def _nothing_to_search(library: Library) -> NothingToSearch:
    if not library.counts().ready:
        return NothingToSearch("The library has no photos yet.", "Bring a folder of photos in.")
    return NothingToSearch(
        f"{library.embedder().manifest.title} has not looked at the library's photos yet.",
        "Bring their folders in again: only the network has to run.",
    )


def ingredient_of(library: Library, share: Share, question: Question) -> tuple[Ingredient, How]:
    """A space with one query for all examples, and what that is."""
    space = find_space(library, share.name)
    index = _index(library, space)
    if index.count == 0:
        raise _nothing_to_search(library)
    examples = question.examples
    judged = Judged(
        index.project(np.stack([vector_of(library, space, each) for each in examples])),
        np.array([each.weight for each in examples], np.float64),
        np.array([each.is_wanted for each in examples], np.bool_),
    )
    query, how = _combined(judged, index, question.metric)
    return Ingredient(space, index, query, share.share), how


def _combined(judged: Judged, index: VectorIndex, metric: Metric) -> tuple[Vector, How]:
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
    library: Library, ingredients: Sequence[Ingredient], question: Question, among: Restriction
) -> Iterator[str]:
    if not question.wanted:
        yield "Nothing says what to look for: these are the photos least like the examples."
    if among.fitting is not None and len(among.fitting) == 0:
        yield f"No photo fits “{question.words.strip()}”."
    for each in ingredients:
        yield _missing_note(library, each.space)
    yield ingredients[0].index.note


def _missing_note(library: Library, space: Space) -> str:
    if space.name == "content":
        return ""
    return library.remembered.get(("missing note", space.key), lambda: missing_note(library, space))


def stacks_of(library: Library, photos: Sequence[Photo]) -> Stacks:
    """By content, whatever was compared: photos of equal colours are no near-duplicates."""
    space = library.space()
    contents = [ContentHash(photo.content_hash or b"") for photo in photos]
    keys = library.catalog.embedding_ids_of(space, contents)
    vectors = _index(library, space).vectors_of([keys.get(each, -1) for each in contents])
    return fold([photo.id for photo in photos], vectors)


class _SpaceFinder:
    """Turns the nearest vectors of one space into photos.

    Vectors outnumber photos where photos were removed, and one vector may stand for several
    files, so it asks for more until there are enough photos.
    """

    def __init__(
        self,
        library: Library,
        asked: Ingredient,
        question: Question,
        among: Restriction,
        *,
        exact: bool,
    ) -> None:
        self._catalog = library.catalog
        self._asked = asked
        self._metric = question.metric
        self._among = among
        self._calibration = asked.index.calibration(question.metric)
        self._beyond = _beyond(question, self._calibration)
        is_plain = self._metric == "cosine" and among.keys is None and not self._beyond
        self._exact = exact or not is_plain

    @property
    def method(self) -> str:
        return "exact" if self._exact else self._asked.index.method

    def find(self, count: int, left_out: set[int]) -> list[Match]:
        """At most `count` matches, nearest first."""
        asked = count + len(left_out)
        while True:
            neighbors = self._asked.index.search_projected(
                self._asked.query,
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
                return _matches(found[:count], self._calibration)
            asked *= 2


class _MixFinder:
    """Turns the nearest photos of several spaces into matches; always exact."""

    method = "exact"

    def __init__(
        self,
        library: Library,
        asked: Sequence[Ingredient],
        question: Question,
        among: Restriction,
    ) -> None:
        self._library = library
        self._names = [each.space.name for each in asked]
        self._among = among
        self._mix = Mix(library, asked, question.metric)
        self._calibration = self._mix.calibration()
        self._beyond = _beyond(question, self._calibration)

    def find(self, count: int, left_out: set[int]) -> list[Match]:
        """At most `count` matches, nearest first."""
        asked = count + len(left_out)
        while True:
            near = self._mix.nearest(asked, beyond=self._beyond, allowed=self._allowed())
            ids = [PhotoId(photo_id) for photo_id in near.photos.tolist()]
            photos = {photo.id: photo for photo in self._library.photos(ids)}
            told = {
                photo_id: dict(zip(self._names, parts, strict=True))
                for photo_id, parts in zip(ids, near.parts.tolist(), strict=True)
            }
            found = [
                (photos[photo_id], distance)
                for photo_id, distance in zip(ids, near.distances, strict=True)
                if photo_id in photos
                and photo_id not in left_out
                and self._among.admits(photos[photo_id])
            ]
            if len(found) >= count or len(ids) < asked:
                matches = _matches(found[:count], self._calibration)
                return [replace(match, parts=told[match.photo.id]) for match in matches]
            asked *= 2

    def _allowed(self) -> NDArray[np.bool_] | None:
        keys, fitting = self._among.keys, self._among.fitting
        if fitting is not None:
            return np.isin(self._mix.photos, fitting, assume_unique=True)
        return None if keys is None else np.isin(self._mix.first_keys, keys)


def _beyond(question: Question, calibration: Calibration) -> float:
    """Nearer ones are more similar than the question wants."""
    return 0.0 if question.at_most >= 1 else calibration.distance(question.at_most)


def _matches(found: Sequence[tuple[Photo, np.float32]], calibration: Calibration) -> list[Match]:
    distances = np.array([distance for _, distance in found], np.float32)
    similarities = calibration.similarity(distances).tolist()
    percentiles = calibration.percentile(distances).tolist()
    return [
        Match(rank, photo, float(distance), similarity, percentile)
        for rank, ((photo, distance), similarity, percentile) in enumerate(
            zip(found, similarities, percentiles, strict=True), start=1
        )
    ]


__all__ = ["METRICS", "Match", "Metric", "Results", "load_index", "search"]
