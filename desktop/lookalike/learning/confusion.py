"""What held-out photos were taken for, and how well each label is told."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lookalike.learning.calibration import NONE
from lookalike.learning.examples import HAS, UNKNOWN, Numbers, Rows, Targets
from lookalike.learning.judging import are_right

_HAS_IT = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Confusion:
    """What held-out photos were taken for.

    Args:
        rows: int64 (m,), of the labelled examples that some fold held out.
        truths, told: int64 (m,), columns of labels; c for none.
        counts: int64 (c + 1, c + 1); rows are the person's labels, columns the program's; none
            is the last.
    """

    rows: Rows
    truths: Rows
    told: Rows
    counts: NDArray[np.int64]


def confusion(verdicts: Rows, probabilities: Numbers, targets: Targets) -> Confusion:
    """Each labelled photo once: under the label that was told, if it has that, else under the
    likeliest of those that it has. Photos that stand for "none of these" are not counted: some of
    them deserve a label."""
    labels = targets.shape[1]
    rows = np.flatnonzero((targets == HAS).any(axis=1) & ~np.isnan(probabilities[:, 0]))
    own = np.where(targets[rows] == HAS, probabilities[rows], -1).argmax(axis=1)
    told = verdicts[rows]
    truths = np.where(are_right(told, targets[rows]), told, own)
    told = np.where(told == NONE, labels, told)
    counts = np.zeros((labels + 1, labels + 1), np.int64)
    np.add.at(counts, (truths, told), 1)
    return Confusion(rows, truths, told, counts)


def precisions_and_recalls(
    verdicts: Rows, probabilities: Numbers, targets: Targets
) -> tuple[Numbers, Numbers]:
    """(c,) each, on labelled photos that some fold held out; NaN where there is nothing to divide.

    A label is told where it is the verdict, or more likely than not.
    """
    held = (targets == HAS).any(axis=1) & ~np.isnan(probabilities[:, 0])
    told = probabilities[held] >= _HAS_IT
    likeliest = verdicts[held]
    told[np.flatnonzero(likeliest != NONE), likeliest[likeliest != NONE]] = True
    targets = targets[held]
    right = (told & (targets == HAS)).sum(axis=0)
    return (
        _shares(right, (told & (targets != UNKNOWN)).sum(axis=0)),
        _shares(right, (targets == HAS).sum(axis=0)),
    )


def _shares(part: NDArray[np.int64], whole: NDArray[np.int64]) -> Numbers:
    return np.where(whole > 0, part / np.maximum(whole, 1), np.nan)
