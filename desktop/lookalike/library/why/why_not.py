"""Why a photo that a person expected is not among the answers: the facts, and what it lacks."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from lookalike.errors import PhotoUnreadable
from lookalike.library.intake.reading import content_hash_of, picture_bytes
from lookalike.library.library import Library
from lookalike.library.search.mixing import Ingredient
from lookalike.library.search.placing import Place, place_of
from lookalike.library.search.questions import Example, Question, Source
from lookalike.library.search.searching import Results, ingredient_of
from lookalike.library.search.shares import shares_of
from lookalike.library.why.explaining import Explanation, explain
from lookalike.library.why.obstacles import (
    Cause,
    Obstacle,
    obstacles_in_answer,
    obstacles_inside,
    obstacles_outside,
    passed_over,
)
from lookalike.paths import absolute
from lookalike.photos import Photo, PhotoState
from lookalike.progress import Progress

__all__ = ["Cause", "Obstacle", "Place", "UnitLoss", "WhyNot", "why_not"]

MOST_LACKED = 3
_SAME = 1e-4  # a copy of the query is like it in every way, which tells nothing


@dataclass(frozen=True, slots=True)
class UnitLoss:
    """A unit that says more for the best match than for the expected photo: its share in both."""

    layer: str
    unit: int
    best: float
    expected: float


@dataclass(frozen=True, slots=True, eq=False)
class WhyNot:
    """The answer.

    Args:
        photo: that of the library; None where it is not in it.
        place: None where it cannot be compared.
        shown: how many photos are shown.
        last_similarity: of the last one shown; None where none is.
        obstacles: what keeps it away; none where it is shown.
        expected: why it is as alike to the query as it is; None where that cannot be told.
        best: the same for the best match that is not the query itself.
        lacks: the units with the largest loss, where both explanations are exact.
    """

    photo: Photo | None
    place: Place | None
    shown: int
    last_similarity: float | None
    obstacles: tuple[Obstacle, ...]
    expected: Explanation | None
    best: Explanation | None
    lacks: tuple[UnitLoss, ...]


def why_not(
    library: Library,
    question: Question,
    expected: Source,
    results: Results,
    *,
    folder: Path | None = None,
    progress: Progress | None = None,
) -> WhyNot:
    """What keeps a picture out of an answer.

    Args:
        expected: a photo of the library, or any picture: it is known by its place or its content.
        results: the answer to `question` as it is shown.
        folder: as the answer was restricted.

    Raises:
        PhotoUnreadable: it is no picture, and not known to be none.
        NothingToSearch, FilterUnclear, NetworkUnusable: as `searching.search`.
        Cancelled: the person asked to stop.
    """
    progress = progress or Progress()
    progress.step(0, None, "Comparing with every photo")
    photo = _known(library, expected)
    example = Example(photo.id if photo else expected)
    asked = [ingredient_of(library, share, question)[0] for share in shares_of(question.by)]
    place = _place(library, question, asked, example, folder, photo)
    ours, best = None, None
    if place:
        ours, best = _explanations(library, question, asked, example, results, progress)
    return WhyNot(
        photo=photo,
        place=place,
        shown=len(results.matches),
        last_similarity=results.matches[-1].similarity if results.matches else None,
        obstacles=_obstacles(library, question, asked, expected, photo, place, results, folder),
        expected=ours,
        best=best,
        lacks=_lacks(ours, best),
    )


def _known(library: Library, source: Source) -> Photo | None:
    """The photo of the library that a picture is, by its place or else by its content."""
    if isinstance(source, int):
        return library.photo(source)
    at_place = None if isinstance(source, bytes) else library.catalog.photo_at(absolute(source))
    if at_place:
        return at_place
    content = content_hash_of(picture_bytes(source)[0])
    copies = library.catalog.photos_with_content(content)
    ready = (copy for copy in copies if copy.state is PhotoState.READY)
    return next(ready, copies[0] if copies else None)


def _place(
    library: Library,
    question: Question,
    asked: Sequence[Ingredient],
    example: Example,
    folder: Path | None,
    photo: Photo | None,
) -> Place | None:
    try:
        return place_of(library, question, asked, example, folder)
    except PhotoUnreadable:
        if photo is None:
            raise
        return None


def _explanations(
    library: Library,
    question: Question,
    asked: Sequence[Ingredient],
    example: Example,
    results: Results,
    progress: Progress,
) -> tuple[Explanation | None, Explanation | None]:
    """Of the expected photo and of the best match, by the space that has most of the say."""
    query = next(iter(question.wanted), None)
    if query is None:
        return None, None
    by = max(asked, key=lambda each: each.share).space.name
    try:
        ours = explain(library, query, example, by, progress)
    except PhotoUnreadable:  # it has a vector, and no file that could be shown
        return None, None
    others = (
        match
        for match in results.matches
        if match.photo.id != example.source and match.distance > _SAME
    )
    best = next(others, None)
    if best is None:
        return ours, None
    return ours, explain(library, query, Example(best.photo.id), by, progress)


def _obstacles(
    library: Library,
    question: Question,
    asked: Sequence[Ingredient],
    source: Source,
    photo: Photo | None,
    place: Place | None,
    results: Results,
    folder: Path | None,
) -> tuple[Obstacle, ...]:
    if photo is None:
        found = list(obstacles_outside(library, source))
    else:
        spaces = [each.space for each in asked]
        found = list(obstacles_inside(library, question, spaces, photo, folder))
    if place:
        found += obstacles_in_answer(library, question, photo, place, results)
    is_shown = photo and any(match.photo.id == photo.id for match in results.matches)
    if place and not found and not is_shown:
        found += passed_over(place, results)
    return tuple(found)


def _lacks(expected: Explanation | None, best: Explanation | None) -> tuple[UnitLoss, ...]:
    if expected is None or best is None or not (expected.is_exact and best.is_exact):
        return ()
    losses = best.unit_shares - expected.unit_shares
    most = np.argsort(-losses, kind="stable")[:MOST_LACKED].tolist()
    return tuple(
        UnitLoss(best.layer, unit, float(best.unit_shares[unit]), float(expected.unit_shares[unit]))
        for unit in most
        if losses[unit] > 0
    )
