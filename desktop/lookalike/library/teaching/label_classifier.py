"""The classifier in use: the chosen method fitted to all examples there are now."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lookalike.learning.calibration import Calibration, calibrate
from lookalike.learning.examples import HAS, Examples
from lookalike.learning.folds import ALWAYS_LEARNED, folds
from lookalike.learning.judging import Fit, held_out_scores
from lookalike.learning.methods import (
    LOGISTIC_REGRESSION,
    NEAREST_NEIGHBORS,
    Classifier,
    Method,
    Setting,
    method_named,
)
from lookalike.learning.threads import one_thread
from lookalike.library.library import Library
from lookalike.library.teaching.contents import Contents, contents_in
from lookalike.library.teaching.label_examples import Gathered, Said, copies, gather, said_in
from lookalike.library.teaching.taught import TaughtChoice
from lookalike.library.teaching.taught_choice import kept_choice, space_in_use
from lookalike.library.teaching.teaching_words import too_few
from lookalike.photos import Label, LabelId

Numbers = NDArray[np.float64]

# Before a person has taught: few, as they are held out again after every answer, and of some.
_FOLDS, _CALIBRATED_ON = 3, 2_000
# Planes for hundreds of labels take longer than a person waits; neighbours need not be fitted. What
# was taught may take longer, unless it was for far fewer labels than there are now.
_MOST_S, _MOST_TAUGHT_S = 2.0, 6.0
# What takes longer to learn is used on until so large a share of what it learned from has changed:
# of tens of thousands of examples one more makes no difference, and a person waits for it.
_QUICK_S, _LITTLE = 0.3, 0.02


@dataclass(frozen=True, slots=True, eq=False)
class LabelClassifier:
    """What was learned, and what there is now to be judged by it.

    A photo that stands for "none of these" may well deserve a label. So there are two classifiers,
    of which each has learned from half of those photos and judges the others (cross-fitting).

    Args:
        gathered: what it was fitted to.
        classifiers: the second one has learned from the photos of `second_half`, ascending keys.
    """

    gathered: Gathered
    contents: Contents
    said: Said
    choice: TaughtChoice | None
    method: Method
    classifiers: tuple[Classifier, Classifier]
    second_half: NDArray[np.int64]
    calibration: Calibration

    @property
    def labels(self) -> tuple[Label, ...]:
        """Of the columns of all probabilities."""
        return self.gathered.labels

    def probabilities(self, vectors: NDArray[Any]) -> Numbers:
        """(n, c), calibrated, of photos of elsewhere: vectors (n, d) as a search compares them."""
        return self.calibration.probabilities(self.classifiers[1].scores(vectors))

    def told(self, places: NDArray[np.int64]) -> Numbers:
        """(n, c), calibrated, of contents."""
        vectors = self.contents.vectors(places)
        is_second = np.isin(self.contents.keys[places], self.second_half)
        scores = np.empty((len(places), len(self.labels)), np.float32)
        for classifier, rows in zip(self.classifiers, (is_second, ~is_second), strict=True):
            if rows.any():
                scores[rows] = classifier.scores(vectors[rows])
        return self.calibration.probabilities(scores)

    def judge_of(self, place: int) -> Classifier:
        """The one that has not learned that a content is none of these."""
        is_second = np.isin(self.contents.keys[place], self.second_half)
        return self.classifiers[0 if is_second else 1]

    def prefer_inner(self, told: Numbers) -> None:
        """Where a label inside of another is rather right than not, the outer one goes without
        saying: its probability in `told` (n, c) becomes 0."""
        for inner, label in enumerate(self.labels):
            for above in list(self.said.tree.above(label.id))[1:]:
                outer = self.gathered.column(above.id)
                if outer is not None:
                    told[told[:, inner] >= 0.5, outer] = 0

    def column(self, label: LabelId) -> int:
        """Raise `TooFewExamples` for a label that is not taught."""
        column = self.gathered.column(label)
        if column is None:
            raise too_few(self.said, label)
        return column


def label_classifier(library: Library) -> LabelClassifier:
    """As the labels are now; kept until the catalog changes.

    Raises:
        TooFewExamples: no label has enough.
    """
    return library.remembered.get("label classifier", lambda: _up_to_date(library))


def _up_to_date(library: Library) -> LabelClassifier:
    space = space_in_use(library)
    contents, said = contents_in(library, space), said_in(library, space)
    choice, last = kept_choice(library), library.learned
    if last and _serves(last, contents, said, choice):
        library.learned = replace(last, contents=contents, said=said)
    else:
        library.learned = _learned(library, gather(library, space), choice)
    return library.learned


def _serves(
    last: LabelClassifier, contents: Contents, said: Said, choice: TaughtChoice | None
) -> bool:
    """Whether what was learned last is still as good as what would be learned now."""
    before = last.gathered.said
    return (
        last.contents.index is contents.index
        and last.labels == tuple(said.taught())
        and _taught_at(last.choice) == _taught_at(choice)
        and _seconds(last.method, last.gathered.examples) > _QUICK_S
        and said.count_changed(before) <= _LITTLE * before.count
    )


def _taught_at(choice: TaughtChoice | None) -> datetime | None:
    return choice.taught_at if choice else None


def _seconds(method: Method, examples: Examples) -> float:
    """About how long it takes to learn."""
    return method.seconds_for(examples)


def _learned(library: Library, gathered: Gathered, choice: TaughtChoice | None) -> LabelClassifier:
    if not gathered.labels:
        raise too_few(gathered.said)
    first = len(gathered.places) - gathered.others
    second_half = np.arange(first, len(gathered.places), 2)
    with one_thread():
        method, setting, calibration = _settled(library, gathered, choice)
        halves = (second_half + 1)[second_half + 1 < len(gathered.places)], second_half
        classifiers = [method.fit(_with_others(gathered, half), setting) for half in halves]
    return LabelClassifier(
        gathered,
        gathered.contents,
        gathered.said,
        choice,
        method,
        (classifiers[0], classifiers[1]),
        gathered.contents.keys[gathered.places[second_half]],
        calibration,
    )


def _with_others(gathered: Gathered, others: NDArray[np.int64]) -> Examples:
    """What a person said, and these rows for "none of these", which count as much as all do."""
    examples = gathered.examples
    said = np.arange(len(examples) - gathered.others)
    weights = examples.weights.copy()
    weights[others] *= gathered.others / max(len(others), 1)
    return replace(examples, weights=weights).at(np.concatenate([said, others]))


def _settled(
    library: Library, gathered: Gathered, choice: TaughtChoice | None
) -> tuple[Method, Setting, Calibration]:
    """What was taught; before that, what does well with few examples."""
    examples = gathered.examples
    if choice and _seconds(method_named(choice.method), examples) < _MOST_TAUGHT_S:
        return method_named(choice.method), choice.parameters, Calibration(**choice.calibration)
    is_quick = _seconds(LOGISTIC_REGRESSION, examples) < _MOST_S
    method = LOGISTIC_REGRESSION if is_quick else NEAREST_NEIGHBORS
    setting = method.settings[0]
    return method, setting, _calibrated(library, gathered, method.fitting(setting))


def _calibrated(library: Library, gathered: Gathered, fit: Fit) -> Calibration:
    """A burst that stands on both sides of a fold would make it too sure."""
    rows = np.arange(0, len(gathered.places), 1 + len(gathered.places) // _CALIBRATED_ON)
    some = gathered.examples.at(rows)
    grouped = replace(some, groups=copies(library, gathered.contents, gathered.places[rows]))
    fold_of = folds(grouped, _FOLDS, seed=0)
    # Where there is one burst of each label, its photos are all that there is to be told by.
    if not (some.targets[fold_of != ALWAYS_LEARNED] == HAS).any():
        fold_of = folds(some, _FOLDS, seed=0)
    return calibrate(held_out_scores(fit, some, fold_of, lambda: None), some)
