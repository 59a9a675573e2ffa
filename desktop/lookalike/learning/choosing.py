"""Which method to use: compared by nested cross-validation on a person's own labels.

The outer folds judge, the inner ones choose: what is found on the photos of an outer fold comes
from a method, a setting and a calibration that were settled on without them (Varma and Simon,
"Bias in error estimation when using cross-validation for model selection", 2006). Of the methods
within one standard error of the best, the simplest is used (Breiman et al., "Classification and
regression trees", 1984, 3.4.3; Hastie et al., "The elements of statistical learning", 7.10).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import count

import numpy as np

from lookalike.errors import TooFewExamples
from lookalike.learning.calibration import NONE, Calibration, calibrate
from lookalike.learning.examples import HAS, LACKS, Examples, Numbers, Rows, Vectors, turned
from lookalike.learning.folds import ALWAYS_LEARNED, folds
from lookalike.learning.judging import (
    Accuracy,
    crossed_verdicts,
    held_out_scores,
    judge,
    log_loss,
)
from lookalike.learning.methods import LOGISTIC_REGRESSION, METHODS, Method, Setting
from lookalike.learning.threads import one_thread
from lookalike.progress import Progress

OUTER_FOLDS = 5
INNER_FOLDS = 3
FITS = OUTER_FOLDS * (1 + INNER_FOLDS)  # of one setting
# A method that would take longer to compare is tried with its first setting alone, or not at all.
MOST_S = 30.0
ACTIVITY = "Comparing methods"


@dataclass(frozen=True, slots=True)
class Compared:
    """How one method does on held-out examples, its own setting chosen without them.

    Args:
        setting: what is chosen for it on all examples.
    """

    method: Method
    setting: Setting
    accuracy: Accuracy

    @property
    def words(self) -> str:
        """The setting, for people; empty where there is nothing to set."""
        return self.method.words(self.setting)


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """Which method is used, and how well it does what it was not shown.

    Args:
        compared: the best first; a baseline is among them and never chosen.
        chosen: one of them: the simplest within one standard error of the best.
        accuracy: of the whole choice, nested.
        calibration: of the chosen method, for scores of a classifier that learned from all.
        probabilities: float64 (n, c) of every row, by a method that was chosen, taught and
            calibrated without it; NaN for rows that no fold held out.
        verdicts: int64 (n,), what each was taken for: a column or `NONE`.
        left_out: methods that would take too long for so many labels.
    """

    compared: tuple[Compared, ...]
    chosen: Compared
    accuracy: Accuracy
    calibration: Calibration
    probabilities: Numbers
    verdicts: Rows
    left_out: tuple[Method, ...]


@dataclass(frozen=True, slots=True)
class _Judged:
    accuracy: Accuracy
    loss: float
    calibration: Calibration


@dataclass(frozen=True, slots=True, eq=False)
class _Trial:
    """One setting of one method.

    Args:
        scores: (n, c), held out by the outer folds.
        whole: how it does there.
        within: for each outer fold, how it does among the examples of the others.
    """

    method: Method
    setting: Setting
    scores: Vectors
    whole: _Judged
    within: Sequence[_Judged]


def choose(
    examples: Examples,
    progress: Progress,
    *,
    methods: Sequence[Method] = METHODS,
    seed: int = 0,
) -> Choice:
    """Compare the methods and settle on one.

    Raises:
        TooFewExamples: fewer than two labels of which a photo can be held out, or not the one
            there is beside photos without it.
        Cancelled: the person asked to stop.
    """
    fold_of = folds(examples, OUTER_FOLDS, seed)
    _check(examples, fold_of)
    with one_thread():
        examples = in_few_dimensions(examples)
        kept = [method for method in methods if _settings(method, examples)]
        kept = kept or [_quickest(methods, examples)]
        trials = _try_all(kept, examples, fold_of, progress, seed)
    compared = [_compared(trials, method, examples, fold_of) for method in kept]
    chosen = _simplest_of_the_best(compared)
    probabilities, verdicts = _nested(trials, examples, fold_of)
    return Choice(
        compared=tuple(sorted(compared, key=lambda each: -each.accuracy.value)),
        chosen=chosen,
        accuracy=judge(verdicts, examples, fold_of),
        calibration=_of(trials, chosen).whole.calibration,
        probabilities=probabilities,
        verdicts=verdicts,
        left_out=tuple(method for method in methods if method not in kept),
    )


def held_out_accuracy(examples: Examples, progress: Progress, *, seed: int = 0) -> Accuracy:
    """Of logistic regression as it is; to compare spaces with each other.

    Raises:
        TooFewExamples: fewer than two labels of which a photo can be held out.
        Cancelled: the person asked to stop.
    """
    fold_of = folds(examples, OUTER_FOLDS, seed)
    _check(examples, fold_of)
    fit = LOGISTIC_REGRESSION.fitting(LOGISTIC_REGRESSION.settings[0])
    with one_thread():
        examples = in_few_dimensions(examples)
        scores = held_out_scores(fit, examples, fold_of, progress.check)
        return judge(crossed_verdicts(scores, examples, fold_of), examples, fold_of)


def in_few_dimensions(examples: Examples) -> Examples:
    """The same for whatever only lengths and angles count for; much smaller where few are many."""
    if len(examples) >= examples.vectors.shape[1]:
        return examples
    return replace(examples, vectors=turned(examples.vectors)[0])


def _check(examples: Examples, fold_of: Rows) -> None:
    held = (examples.targets == HAS)[fold_of != ALWAYS_LEARNED].any(axis=0)
    is_alone = examples.labels == 1 and (examples.targets == LACKS).any()
    if held.sum() < (1 if is_alone else 2):
        raise TooFewExamples(
            "There are too few labelled photos to learn from.",
            "Give at least two labels to three photos each that are not copies of each other.",
        )


def _quickest(methods: Sequence[Method], examples: Examples) -> Method:
    able = [method for method in methods if not method.is_baseline] or methods
    return min(able, key=lambda method: method.seconds_for(examples))


def _settings(method: Method, examples: Examples) -> Sequence[Setting]:
    """As many as there is time for."""
    each_s = FITS * method.seconds_for(examples)
    for settings in (method.settings, method.settings[:1]):
        if each_s * len(settings) <= MOST_S:
            return settings
    return ()


def _try_all(
    methods: Sequence[Method], examples: Examples, fold_of: Rows, progress: Progress, seed: int
) -> list[_Trial]:
    asked = [
        (method, each)
        for method in methods
        for each in _settings(method, examples) or method.settings[:1]
    ]
    total = len(asked) * FITS
    done = count()

    def step() -> None:
        progress.step(next(done), total, ACTIVITY)

    outer = [examples.at(fold_of != fold) for fold in range(OUTER_FOLDS)]
    splits = [(inner, folds(inner, INNER_FOLDS, seed + 1)) for inner in outer]
    return [_try(method, setting, examples, fold_of, splits, step) for method, setting in asked]


def _try(
    method: Method,
    setting: Setting,
    examples: Examples,
    fold_of: Rows,
    splits: Sequence[tuple[Examples, Rows]],
    step: Callable[[], None],
) -> _Trial:
    fit = method.fitting(setting)
    scores = held_out_scores(fit, examples, fold_of, step)
    within = [
        _judged(held_out_scores(fit, inner, inner_fold_of, step), inner, inner_fold_of)
        for inner, inner_fold_of in splits
    ]
    return _Trial(method, setting, scores, _judged(scores, examples, fold_of), within)


def _judged(scores: Vectors, examples: Examples, fold_of: Rows) -> _Judged:
    calibration = calibrate(scores, examples)
    told = calibration.probabilities(scores)
    verdicts = calibration.verdicts(told)
    loss = log_loss(told, examples)
    return _Judged(judge(verdicts, examples, fold_of), loss, calibration)


def _compared(
    trials: Sequence[_Trial], method: Method, examples: Examples, fold_of: Rows
) -> Compared:
    own = [trial for trial in trials if trial.method is method]
    best = min(own, key=lambda trial: trial.whole.loss)
    _, verdicts = _nested(own, examples, fold_of)
    return Compared(method, best.setting, judge(verdicts, examples, fold_of))


def _nested(trials: Sequence[_Trial], examples: Examples, fold_of: Rows) -> tuple[Numbers, Rows]:
    """Probabilities (n, c) and verdicts (n,) of each fold by what is chosen within the others."""
    told = np.full(examples.targets.shape, np.nan)
    verdicts = np.full(len(examples), NONE)
    for fold in range(OUTER_FOLDS):
        trial = _chosen_within(trials, fold)
        calibration = trial.within[fold].calibration
        out = fold_of == fold
        told[out] = calibration.probabilities(trial.scores[out])
        verdicts[out] = calibration.verdicts(told[out])
    return told, verdicts


def _chosen_within(trials: Sequence[_Trial], fold: int) -> _Trial:
    """The best setting of the simplest of the best methods, as far as the other folds tell."""
    best: dict[str, _Trial] = {}
    for trial in trials:
        ahead = best.setdefault(trial.method.name, trial)
        if trial.within[fold].loss < ahead.within[fold].loss:
            best[trial.method.name] = trial
    compared = [
        Compared(trial.method, trial.setting, trial.within[fold].accuracy)
        for trial in best.values()
    ]
    return best[_simplest_of_the_best(compared).method.name]


def _simplest_of_the_best(compared: Sequence[Compared]) -> Compared:
    """The first that is within one standard error of the best; a baseline only if alone."""
    able = [each for each in compared if not each.method.is_baseline] or compared
    best = max(able, key=lambda each: each.accuracy.value).accuracy
    return next(each for each in able if each.accuracy.value >= best.value - best.error)


def _of(trials: Sequence[_Trial], chosen: Compared) -> _Trial:
    return next(
        trial
        for trial in trials
        if trial.method is chosen.method and trial.setting == chosen.setting
    )
