"""Accuracy against the number of neighbors and against the number of examples, and what follows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from lookalike.learning.choosing import OUTER_FOLDS, in_few_dimensions
from lookalike.learning.examples import HAS, Examples, Numbers, Rows
from lookalike.learning.folds import ALWAYS_LEARNED, folds
from lookalike.learning.judging import Fit, are_right, crossed_verdicts, held_out_scores
from lookalike.learning.methods import NEAREST_NEIGHBORS, Method, Setting
from lookalike.learning.threads import one_thread
from lookalike.progress import Progress

NEIGHBORS = (1, 2, 3, 5, 7, 10, 15, 20, 30, 50)
SIZES = (1, 2, 3, 5, 10, 20, 50, 100, 200)
SEEDS = 3

_SO_MANY_MORE = 10  # at which labels are compared
_LEAST_GAIN = 0.005
_LEAST_DECAY = 0.05
_FEWEST, _MOST = 3, 50


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """A figure that was measured at several places.

    Args:
        at: (n,), ascending.
        means, deviations: (n,), over the folds.
        chosen: the one of `at` that is used, where one is.
    """

    at: Numbers
    means: Numbers
    deviations: Numbers
    chosen: float | None = None


@dataclass(frozen=True, slots=True)
class Advice:
    """That `more` further examples of the label in this column would help most.

    Args:
        gain: by how much its share of right answers may rise, 0 to 1.
    """

    column: int
    more: int
    gain: float


def neighbor_curve(
    examples: Examples,
    progress: Progress,
    *,
    metric: str = "cosine",
    chosen: int | None = None,
    seed: int = 0,
) -> Curve:
    """Accuracy of nearest neighbours for each k by 5-fold cross-validation.

    Raises:
        Cancelled: the person asked to stop.
    """
    counts = [k for k in NEIGHBORS if k < int(examples.is_labelled.sum())]
    if chosen and chosen not in counts:
        counts = sorted([*counts, chosen])
    fold_of = folds(examples, OUTER_FOLDS, seed)
    found = []
    with one_thread():
        examples = in_few_dimensions(examples)
        for done, k in enumerate(counts):
            progress.step(done, len(counts), "Counting neighbors")
            fit = NEAREST_NEIGHBORS.fitting({"k": k, "metric": metric})
            found.append(_by_fold(fit, examples, fold_of, progress.check))
    return _curve(counts, found, chosen)


def learning_curve(
    examples: Examples, method: Method, setting: Setting, progress: Progress, *, seed: int = 0
) -> Curve:
    """Accuracy of a method that is taught with so many examples of each label, at most.

    All that is held out is asked in each of several rounds of 5-fold cross-validation, in which
    the examples to learn from are drawn anew.

    Raises:
        Cancelled: the person asked to stop.
    """
    sizes = _sizes(examples)
    total = len(sizes) * SEEDS
    found: list[Numbers] = []
    with one_thread():
        examples = in_few_dimensions(examples)
        for size in sizes:
            rounds = []
            for turn in range(SEEDS):
                progress.step(len(found) * SEEDS + turn, total, "Learning from fewer examples")
                chance = np.random.default_rng((seed, turn, size))
                fit = _thinned_fit(method.fitting(setting), size, chance)
                fold_of = folds(examples, OUTER_FOLDS, seed + turn)
                rounds.append(_by_fold(fit, examples, fold_of, progress.check))
            found.append(np.concatenate(rounds))
    return _curve(sizes, found)


def advise(examples: Examples, recalls: Numbers, learning: Curve) -> Advice | None:
    """Of which label more examples would help most; None where they would not.

    The share of wrong answers falls as a power of the number of examples (Cortes et al.,
    "Learning curves: asymptotic values and rate of convergence", NIPS 1993); the power is that of
    the learning curve of all labels, the start is each label's own. Asked for is what takes away
    a quarter of a label's wrong answers.

    Args:
        recalls: (c,), held out, of each label; NaN where none is known.
    """
    decay = _decay(learning)
    counts = (examples.targets == HAS).sum(axis=0)
    if decay < _LEAST_DECAY or not len(counts):
        return None
    # Few examples say little about a label: as if two more were right and two wrong.
    wrong = 1 - (np.nan_to_num(recalls) * counts + 2) / (counts + 4)
    gains = wrong * (1 - ((counts + _SO_MANY_MORE) / np.maximum(counts, 1)) ** -decay)
    column = int(gains.argmax())
    if gains[column] < _LEAST_GAIN:
        return None
    more = counts[column] * ((4 / 3) ** (1 / decay) - 1)
    return Advice(column, int(np.clip(np.ceil(more), _FEWEST, _MOST)), float(gains[column]))


def _decay(learning: Curve) -> float:
    """The b of wrong = a * examples ** -b, by least squares on logarithms."""
    if len(learning.at) < 2:
        return 0.5  # as standard errors fall
    wrong = np.log(np.maximum(1 - learning.means, 1e-3))
    return float(-np.polyfit(np.log(learning.at), wrong, 1)[0])


def _sizes(examples: Examples) -> list[int]:
    """Those that most labels have enough examples for, where a fifth is held out."""
    usual = int(np.median((examples.targets == HAS).sum(axis=0)) * (1 - 1 / OUTER_FOLDS))
    return sorted({size for size in SIZES if size < usual} | {max(1, usual)})


def _thinned_fit(fit: Fit, size: int, chance: np.random.Generator) -> Fit:
    return lambda examples: fit(_thinned(examples, size, chance))


def _thinned(examples: Examples, size: int, chance: np.random.Generator) -> Examples:
    """At most so many of each label, and all rows without one, which count in proportion."""
    labelled = examples.is_labelled
    kept = ~labelled
    for column in np.argsort((examples.targets == HAS).sum(axis=0), kind="stable"):
        own = examples.targets[:, column] == HAS
        wanted = max(0, size - int((kept & own).sum()))
        kept[chance.permutation(np.flatnonzero(own & ~kept))[:wanted]] = True
    share = (kept & labelled).sum() / labelled.sum()
    weights = np.where(labelled, examples.weights, share * examples.weights)
    return replace(examples, weights=weights).at(kept)


def _by_fold(fit: Fit, examples: Examples, fold_of: Rows, step: Callable[[], None]) -> Numbers:
    """The accuracy in each fold that holds out a labelled row."""
    scores = held_out_scores(fit, examples, fold_of, step)
    right = are_right(crossed_verdicts(scores, examples, fold_of), examples.targets)
    counted = examples.is_labelled & (fold_of != ALWAYS_LEARNED)
    sizes = np.bincount(fold_of[counted], minlength=OUTER_FOLDS)
    rights = np.bincount(fold_of[counted], right[counted], OUTER_FOLDS)
    return np.asarray(rights[sizes > 0] / sizes[sizes > 0])


def _curve(at: Sequence[int], found: Sequence[Numbers], chosen: float | None = None) -> Curve:
    means = np.array([accuracies.mean() for accuracies in found])
    deviations = np.array([accuracies.std() for accuracies in found])
    return Curve(np.array(at, np.float64), means, deviations, chosen)
