"""How good the answers of a space are: figures of rankings whose right answers are known.

Precision at 1 and at 10 and mean average precision as in Manning et al., "Introduction to
Information Retrieval", section 8.4, interpolated precision as in its section 8.4 as well: the
highest precision at that recall or any higher one.

The intervals are percentiles of a plain bootstrap (Efron and Tibshirani, "An Introduction to the
Bootstrap", 1993, chapter 13): queries are drawn anew, with replacement and whatever their class.
So they tell how far the figures depend on which photos were asked with, not on those searched.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lookalike.errors import NothingToSearch
from lookalike.neighbors.metrics import Metric
from lookalike.photos import PhotoId

Numbers = NDArray[np.float64]

CONFIDENCE = 0.95
RESAMPLES = 1_000
RECALL_LEVELS = np.linspace(0, 1, 101)
FIRST_ANSWERS = 10
_WORST = 50
_FIRST_WRONG = 5
_DRAWN_AT_ONCE = 1 << 20


@dataclass(frozen=True, slots=True)
class ClassedPhoto:
    """A photo whose class is known; `photo_id` where it is of a library."""

    path: Path
    class_name: str
    photo_id: PhotoId | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A mean over all queries, and between what bounds 95 of 100 such means would be."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class ClassFigures:
    """The means over the queries of one class."""

    name: str
    queries: int
    precision_at_1: float
    precision_at_10: float
    mean_average_precision: float


@dataclass(frozen=True, slots=True)
class PoorQuery:
    """A query that finds little of what it should.

    Args:
        found: the first wrong answers, nearest first.
    """

    photo: ClassedPhoto
    average_precision: float
    found: tuple[ClassedPhoto, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Evaluation:
    """What one space and metric are worth.

    Args:
        precision_at_10: the share of the query's class among the first ten answers.
        queries: photos with at least one right answer.
        precision_by_recall: (101,), the mean interpolated precision at `RECALL_LEVELS`.
        classes: by their names.
        worst: the least average precision first.
    """

    space: str
    metric: Metric
    queries: int
    precision_at_1: Figure
    precision_at_10: Figure
    mean_average_precision: Figure
    precision_by_recall: Numbers
    classes: tuple[ClassFigures, ...]
    worst: tuple[PoorQuery, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """Each query by itself.

    Args:
        figures: (q, 3): precision at 1 and at 10, average precision; NaN without a right answer.
        curves: (q, 101), interpolated precision at `RECALL_LEVELS`; NaN likewise.
        wrong: (q, up to 5), the places of the first wrong answers in what was searched; -1 where
            there are no more.
    """

    figures: Numbers
    curves: NDArray[np.float32]
    wrong: NDArray[np.intp]


def judge(order: NDArray[np.intp], right: NDArray[np.bool_]) -> Judged:
    """The figures of some queries.

    Args:
        order: (q, n), the places of the answers, nearest first.
        right: (q, n), whether each is one.
    """
    counts = right.sum(axis=1)
    precisions = _precisions_at_right(right, counts)
    has_any = counts > 0
    figures = np.full((len(right), 3), np.nan)
    figures[has_any, 0] = right[has_any, :1].any(axis=1)
    figures[has_any, 1] = right[has_any, :FIRST_ANSWERS].sum(axis=1) / FIRST_ANSWERS
    figures[has_any, 2] = precisions[has_any].sum(axis=1) / counts[has_any]
    return Judged(figures, _interpolated(precisions, counts), _first_wrong(order, right))


def joined(parts: Sequence[Judged]) -> Judged:
    """Those of all parts, one after the other."""
    return Judged(
        np.concatenate([part.figures for part in parts]),
        np.concatenate([part.curves for part in parts]),
        np.concatenate([part.wrong for part in parts]),
    )


def evaluation_of(
    space: str,
    metric: Metric,
    judged: Judged,
    queries: Sequence[ClassedPhoto],
    searched: Sequence[ClassedPhoto],
) -> Evaluation:
    """All figures of a space and metric.

    Args:
        queries: the photos asked with, as in `judged`; `searched`: what `wrong` are the places in.

    Raises:
        NothingToSearch: no query has a right answer.
    """
    asked = np.flatnonzero(~np.isnan(judged.figures[:, 2]))
    if len(asked) == 0:
        raise NothingToSearch(
            "No photo has another one of its class to find.", "Each class needs at least two."
        )
    figures = judged.figures[asked]
    means, bounds = figures.mean(axis=0), bootstrap(figures)
    at_1, at_10, average = (
        Figure(float(mean), float(low), float(high))
        for mean, (low, high) in zip(means, bounds.T, strict=True)
    )
    return Evaluation(
        space,
        metric,
        len(asked),
        at_1,
        at_10,
        average,
        judged.curves[asked].mean(axis=0, dtype=np.float64),
        tuple(_by_class(figures, [queries[place].class_name for place in asked.tolist()])),
        tuple(_worst(judged, asked, queries, searched)),
    )


def bootstrap(figures: Numbers) -> Numbers:
    """The bounds (2, k) of the means of figures (n, k); the same each time."""
    chance = np.random.default_rng(0)
    step = max(1, _DRAWN_AT_ONCE // len(figures))
    means = [
        figures[chance.integers(0, len(figures), (min(step, RESAMPLES - done), len(figures)))].mean(
            axis=1
        )
        for done in range(0, RESAMPLES, step)
    ]
    outside = (1 - CONFIDENCE) / 2
    bounds: Numbers = np.quantile(np.concatenate(means), [outside, 1 - outside], axis=0)
    return bounds


def _precisions_at_right(right: NDArray[np.bool_], counts: NDArray[np.intp]) -> Numbers:
    """(q, most right answers): the precision down to each right answer, then zeros."""
    precisions = np.zeros((len(right), int(counts.max(initial=0))))
    queries, places = np.nonzero(right)
    nth = np.arange(len(queries)) - np.repeat(np.cumsum(counts) - counts, counts)
    precisions[queries, nth] = (nth + 1) / (places + 1)
    return precisions


def _interpolated(precisions: Numbers, counts: NDArray[np.intp]) -> NDArray[np.float32]:
    if precisions.shape[1] == 0:
        return np.full((len(counts), len(RECALL_LEVELS)), np.nan, np.float32)
    highest = np.maximum.accumulate(precisions[:, ::-1], axis=1)[:, ::-1]
    # So many right answers reach the level; the product is a whole number but for its rounding.
    needed = np.ceil(RECALL_LEVELS * counts[:, np.newaxis] - 1e-9).astype(np.intp)
    curves = np.take_along_axis(highest, np.maximum(needed, 1) - 1, axis=1).astype(np.float32)
    curves[counts == 0] = np.nan
    return curves


def _first_wrong(order: NDArray[np.intp], right: NDArray[np.bool_]) -> NDArray[np.intp]:
    most = min(_FIRST_WRONG, order.shape[1])
    # A stable sort brings the wrong ones to the front, nearest first.
    front = np.argsort(right, axis=1, kind="stable")[:, :most]
    wrong = np.take_along_axis(order, front, axis=1)
    return np.where(np.take_along_axis(right, front, axis=1), -1, wrong)


def _by_class(figures: Numbers, names: Sequence[str]) -> list[ClassFigures]:
    known, places = np.unique(np.array(names, object), return_inverse=True)
    counts = np.bincount(places)
    sums = np.stack([np.bincount(places, column) for column in figures.T], axis=1)
    return [
        ClassFigures(str(name), int(count), *means)
        for name, count, means in zip(
            known, counts, (sums / counts[:, np.newaxis]).tolist(), strict=True
        )
    ]


def _worst(
    judged: Judged,
    asked: NDArray[np.intp],
    queries: Sequence[ClassedPhoto],
    searched: Sequence[ClassedPhoto],
) -> list[PoorQuery]:
    averages = judged.figures[:, 2]
    least = asked[np.argsort(averages[asked], kind="stable")[:_WORST]]
    return [
        PoorQuery(
            queries[place],
            float(averages[place]),
            tuple(searched[wrong] for wrong in judged.wrong[place] if wrong >= 0),
        )
        for place in least.tolist()
    ]
