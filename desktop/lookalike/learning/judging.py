"""Whether photos are taken for what they are, by classifiers that have not seen them."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from lookalike.learning.calibration import NONE, calibrate
from lookalike.learning.examples import HAS, UNKNOWN, Examples, Numbers, Rows, Targets, Vectors
from lookalike.learning.folds import ALWAYS_LEARNED
from lookalike.learning.methods import Classifier

Fit = Callable[[Examples], Classifier]


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Of labelled photos: which share was taken for a label that they have, 0 to 1.

    Args:
        error: its standard error.
    """

    value: float
    error: float


def held_out_scores(
    fit: Fit, examples: Examples, fold_of: Rows, step: Callable[[], None]
) -> Vectors:
    """(n, c), of each row by a classifier that learned from the other folds; NaN where no fold
    holds it out. `step` is called before each fit."""
    scores = np.full(examples.targets.shape, np.nan, np.float32)
    for fold in np.unique(fold_of[fold_of != ALWAYS_LEARNED]):
        step()
        out = fold_of == fold
        scores[out] = fit(_learned_from(examples, ~out)).scores(examples.vectors[out])
    return scores


def _learned_from(examples: Examples, rows: NDArray[np.bool_]) -> Examples:
    """Those rows, which together count as much for each label as all did.

    A label of three examples would be taught with two whenever the third is asked about, while
    all other labels have three: so it would seem less likely exactly where it is right.
    """
    kept = examples.at(rows)
    has, kept_has = examples.targets == HAS, kept.targets == HAS
    lost = has.sum(axis=0) / np.maximum(kept_has.sum(axis=0), 1)
    each = np.maximum(kept_has.sum(axis=1), 1)
    made_up = np.where(kept.is_labelled, kept_has @ lost / each, len(examples) / len(kept))
    return replace(kept, weights=kept.weights * made_up)


def crossed_verdicts(scores: Vectors, examples: Examples, fold_of: Rows) -> Rows:
    """int64 (n,): what each row is taken for, each fold calibrated on the others."""
    told = np.full(len(scores), NONE)
    for fold in np.unique(fold_of[fold_of != ALWAYS_LEARNED]):
        out = fold_of == fold
        calibration = calibrate(scores[~out], examples.at(~out))
        told[out] = calibration.verdicts(calibration.probabilities(scores[out]))
    return told


def are_right(verdicts: Rows, targets: Targets) -> NDArray[np.bool_]:
    """bool (n,): what is told is a label of the photo; never where none is told."""
    told = np.take_along_axis(targets, np.maximum(verdicts, 0)[:, np.newaxis], axis=1)[:, 0]
    return np.asarray((verdicts != NONE) & (told == HAS))


def judge(verdicts: Rows, examples: Examples, fold_of: Rows) -> Accuracy:
    """Over all labelled rows that some fold holds out.

    Copies of one photo are judged alike, so they count as one photo in the error. It is that of a
    share (Breiman et al., "Classification and regression trees", 1984, 3.4.2), with two photos
    more of each outcome, or 6 right of 6 would be certain (Agresti and Coull, 1998).
    """
    counted = examples.is_labelled & (fold_of != ALWAYS_LEARNED)
    if not counted.any():
        return Accuracy(0.0, 1.0)
    share = float(are_right(verdicts[counted], examples.targets[counted]).mean())
    photos = len(np.unique(examples.groups[counted]))
    cautious = (share * photos + 2) / (photos + 4)
    return Accuracy(share, float(np.sqrt(cautious * (1 - cautious) / (photos + 4))))


def log_loss(probabilities: Numbers, examples: Examples) -> float:
    """The mean of -log p of what is known of each label, over rows that have a probability."""
    counted = ~np.isnan(probabilities[:, 0])
    targets, told = examples.targets[counted], probabilities[counted]
    right = np.where(targets == HAS, told, 1 - told)
    weights = (targets != UNKNOWN) * examples.weights[counted, np.newaxis]
    return float(-(weights * np.log(np.maximum(right, 1e-9))).sum() / max(weights.sum(), 1e-9))
