"""Where any picture stands in an answer when every photo is compared."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lookalike.library.filters.filtering import fitting_photos
from lookalike.library.library import Library
from lookalike.library.search.mixing import Ingredient, Mix
from lookalike.library.search.questions import Example, Question
from lookalike.library.search.spaces import vector_of
from lookalike.neighbors.metrics import distances

Ids = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Place:
    """A picture's place among the photos that a question lets through.

    Args:
        rank: 1 for the most similar; of a picture that is not let through, what it would be.
        among: how many there are, this one counted.
        similarity: to what was asked for, 0 to 1.
        percentile: the share of random pairs of the library that are less alike.
    """

    rank: int
    among: int
    similarity: float
    percentile: float


def place_of(
    library: Library,
    question: Question,
    asked: Sequence[Ingredient],
    example: Example,
    folder: Path | None,
) -> Place:
    """The place of an example, be it in the library or not.

    Args:
        asked: the spaces of the question, each with its query.

    Raises:
        PhotoUnreadable, NothingToSearch, FilterUnclear, NetworkUnusable: as `searching.search`.
    """
    mix = Mix(library, asked, question.metric)
    everyone = mix.nearest(len(mix.photos))
    own = int(example.source) if isinstance(example.source, int) else -1
    known = everyone.distances[everyone.photos == own]
    apart = float(known[0]) if len(known) else _distance(library, asked, question, example)
    others = _let_through(library, question, everyone.photos, folder)
    others &= everyone.photos != own
    # As a similarity: nearer ones are more similar than the question wants.
    others &= everyone.distances >= (1 - question.at_most if question.at_most < 1 else 0)
    is_before = everyone.distances < np.float32(apart)
    is_before |= (everyone.distances == np.float32(apart)) & (everyone.photos < own)
    return Place(
        rank=1 + int(np.count_nonzero(others & is_before)),
        among=1 + int(np.count_nonzero(others)),
        similarity=min(max(1 - apart, 0.0), 1.0),
        percentile=_percentile(mix, asked, question, apart),
    )


def _distance(
    library: Library, asked: Sequence[Ingredient], question: Question, example: Example
) -> float:
    """As the mix measures: 1 as far as random pairs, by the shares of the spaces."""
    return sum(
        each.share
        * float(_apart(library, each, question, example))
        / each.index.calibration(question.metric).random_distance
        for each in asked
    )


def _apart(library: Library, each: Ingredient, question: Question, example: Example) -> float:
    vector = each.index.project(vector_of(library, each.space, example))
    return float(distances(vector[np.newaxis], each.query, question.metric)[0])


def _let_through(
    library: Library, question: Question, photos: Ids, folder: Path | None
) -> NDArray[np.bool_]:
    """Which photos may be answers to the question."""
    examples = [int(each.source) for each in question.examples if isinstance(each.source, int)]
    through = ~np.isin(photos, examples)
    fitting = fitting_photos(library, question.words)
    if fitting is not None:
        through &= np.isin(photos, fitting)
    if folder is not None:
        inside = [int(photo.id) for photo in library.catalog.photos_under(folder)]
        through &= np.isin(photos, inside)
    return np.asarray(through)


def _percentile(mix: Mix, asked: Sequence[Ingredient], question: Question, apart: float) -> float:
    if len(asked) > 1:
        return float(mix.calibration().percentile(apart))
    scale = asked[0].index.calibration(question.metric)
    return float(scale.percentile(apart * scale.random_distance))
