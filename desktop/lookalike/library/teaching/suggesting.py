"""Suggests labels for photos: the chosen method on all examples, over all that have no label."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from lookalike.learning.asking import most_useful, uncertainties
from lookalike.library.library import Library
from lookalike.library.teaching.label_classifier import LabelClassifier, label_classifier
from lookalike.library.teaching.taught import Suggestion
from lookalike.photos import Label, LabelId
from lookalike.progress import Progress

Order = Literal["certain", "useful"]
Numbers = NDArray[np.int64]
Probabilities = NDArray[np.float64]

# Less likely labels are not worth a question, nor a word beside a likelier one.
LEAST_LIKELY = 0.05
MOST_OTHERS = 3
# Of so many that most is in doubt of, those are asked about that are unlike each other.
_DOUBTED = 2_000
_ROWS_AT_ONCE = 8_192


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Photos that may be asked about, (n,) each.

    Args:
        places: among the contents.
        columns: the label that each may deserve.
        told: how likely it does.
        doubts: how little is known of it, 0 to 1.
    """

    places: Numbers
    columns: Numbers
    told: Probabilities
    doubts: Probabilities

    def at(self, chosen: NDArray[Any] | slice) -> "Candidates":
        """Those alone, by numbers, by a mask or by a slice."""
        places, columns = self.places[chosen], self.columns[chosen]
        return Candidates(places, columns, self.told[chosen], self.doubts[chosen])


def suggest(
    library: Library,
    progress: Progress,
    *,
    order: Order = "certain",
    label: LabelId | None = None,
    most: int = 200,
) -> list[Suggestion]:
    """Photos that may deserve a label, one of each content; after every answer it is learned anew.

    Without `label`: photos that have none of the taught labels, each with its likeliest.
    With it: photos without that label for which it was not rejected.

    Args:
        order: most certain first, or those first whose answer teaches most (and that are unlike
            each other).

    Raises:
        TooFewExamples: no label has enough examples, or not the one that was asked for.
        Cancelled: the person asked to stop.
    """
    progress.step(0, None, "Learning from the examples")
    taught = label_classifier(library)
    candidates = _likeliest(taught, progress) if label is None else _of(taught, label, progress)
    if order == "certain":
        chosen = np.argsort(-candidates.told, kind="stable")[:most]
        chosen = chosen[candidates.told[chosen] >= LEAST_LIKELY]
    else:
        chosen = _useful(taught, candidates, label, most)
    return list(_suggestions(taught, candidates.at(chosen)))


def batch(
    library: Library, label: LabelId, at_least: float, progress: Progress | None = None
) -> list[Suggestion]:
    """All suggestions of a label with at least that probability, most certain first.

    Raises:
        TooFewExamples: the label has not enough examples.
        Cancelled: the person asked to stop.
    """
    taught = label_classifier(library)
    candidates = likely_ones(taught, label, at_least, progress or Progress())
    order = np.argsort(-candidates.told, kind="stable")
    return list(_suggestions(taught, candidates.at(order)))


def likely_ones(
    taught: LabelClassifier, label: LabelId, at_least: float, progress: Progress
) -> Candidates:
    """Contents without a label for which it was not rejected, and that are so likely to deserve it.

    Raises:
        TooFewExamples: the label is not taught.
    """
    candidates = _of(taught, label, progress)
    return candidates.at(candidates.told >= at_least)


def _of(taught: LabelClassifier, label: LabelId, progress: Progress) -> Candidates:
    column = taught.column(label)
    known = np.union1d(taught.said.below[label], taught.said.rejected[label])
    places = _without(taught, known)
    parts = [told[:, column] for _, told in _told(taught, places, progress)]
    told = np.concatenate([np.empty(0), *parts])
    doubt = uncertainties(told[:, np.newaxis])
    return Candidates(places, np.full(len(places), column), told, doubt)


def _likeliest(taught: LabelClassifier, progress: Progress) -> Candidates:
    """Those without a taught label, each with its likeliest."""
    labelled = [taught.said.below[label.id] for label in taught.labels]
    places = _without(taught, np.unique(np.concatenate(labelled)))
    rejected = [taught.said.rejected[label.id] for label in taught.labels]
    rejections = [(column, keys) for column, keys in enumerate(rejected) if len(keys)]
    columns, best, doubts = [np.empty(0, np.int64)], [np.empty(0)], [np.empty(0)]
    for block, told in _told(taught, places, progress):
        doubts.append(uncertainties(told))
        for column, keys in rejections:
            told[np.isin(taught.contents.keys[block], keys), column] = 0
        taught.prefer_inner(told)
        columns.append(told.argmax(axis=1))
        best.append(told.max(axis=1))
    told = np.concatenate(best)
    found = Candidates(places, np.concatenate(columns), told, np.concatenate(doubts))
    return found.at(told > 0)  # of the others every label was rejected


def _without(taught: LabelClassifier, known: Numbers) -> Numbers:
    """The places of contents whose keys are not among the known."""
    return np.flatnonzero(~np.isin(taught.contents.keys, known, assume_unique=True))


def _told(
    taught: LabelClassifier, places: Numbers, progress: Progress
) -> Iterator[tuple[Numbers, Probabilities]]:
    """Some places at a time, and the probability (b, c) of each label."""
    for start in range(0, len(places), _ROWS_AT_ONCE):
        progress.step(start, len(places), "Looking for suggestions")
        block = places[start : start + _ROWS_AT_ONCE]
        yield block, taught.told(block)


def _useful(
    taught: LabelClassifier, candidates: Candidates, label: LabelId | None, most: int
) -> Numbers:
    """Which of them to ask about first."""
    doubted = np.argsort(-candidates.doubts, kind="stable")[:_DOUBTED]
    vectors = taught.contents.vectors(candidates.places[doubted])
    told = taught.told(candidates.places[doubted])
    asked = told if label is None else told[:, [taught.column(label)]]
    return doubted[most_useful(vectors, asked, most)]


def _suggestions(taught: LabelClassifier, candidates: Candidates) -> Iterator[Suggestion]:
    for start in range(0, len(candidates.places), _ROWS_AT_ONCE):
        some = candidates.at(slice(start, start + _ROWS_AT_ONCE))
        for place, column, probability, row in zip(
            some.places.tolist(),
            some.columns.tolist(),
            some.told.tolist(),
            taught.told(some.places),
            strict=True,
        ):
            others = tuple(_others(taught.labels, row, column))
            photo = taught.contents.photo(place)
            yield Suggestion(photo, taught.labels[column], probability, others)


def _others(
    labels: tuple[Label, ...], row: Probabilities, column: int
) -> Iterator[tuple[Label, float]]:
    """What else it may be."""
    likely = np.argsort(-row, kind="stable")[: MOST_OTHERS + 1]
    for other in likely.tolist():
        if other != column and row[other] >= LEAST_LIKELY:
            yield labels[other], float(row[other])
