"""Labels that were probably given by mistake."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from lookalike.learning.examples import HAS, UNKNOWN, Numbers, Targets


@dataclass(frozen=True, slots=True)
class Doubt:
    """A photo whose own label is doubted.

    Args:
        row: of the examples.
        column: the label that a person gave.
        told: the column of what the classifier would say; None for none of the labels.
        probability: of the person's label.
        told_probability: of what it would say.
    """

    row: int
    column: int
    told: int | None
    probability: float
    told_probability: float

    @property
    def margin(self) -> float:
        """The lower, the more doubtful."""
        return self.probability - self.told_probability


def doubts(probabilities: Numbers, targets: Targets, most: int = 100) -> list[Doubt]:
    """The most doubtful first.

    By confident learning (Northcutt et al., "Confident learning: estimating uncertainty in
    dataset labels", JAIR 2021): a photo is suspect where another label is at least as likely as
    it is on average for that label's own photos; suspects are in order of how much likelier the
    other label is than their own.

    Args:
        probabilities: (n, c), by classifiers that have not seen the row; NaN where there are none.
    """
    return sorted(_suspects(probabilities, targets), key=lambda doubt: doubt.margin)[:most]


def _suspects(probabilities: Numbers, targets: Targets) -> Iterator[Doubt]:
    # The last column is "none of these", as likely as all labels together are not.
    none = np.clip(1 - probabilities.sum(axis=1, keepdims=True), 0, 1)
    told = np.concatenate([probabilities, none], axis=1)
    usual = _usual(probabilities, targets)
    held = ~np.isnan(probabilities[:, 0])
    for row in np.flatnonzero((targets == HAS).any(axis=1) & held):
        # Where a photo has other labels as well, or may have, they say nothing against this one.
        other = np.append(targets[row] != HAS, True) & np.append(targets[row] != UNKNOWN, True)
        against = np.where(other & (told[row] >= usual), told[row], -1)
        best = int(against.argmax())
        for column in np.flatnonzero(targets[row] == HAS):
            if against[best] > told[row, column]:
                said = None if best == len(against) - 1 else best
                yield Doubt(
                    int(row), int(column), said, float(told[row, column]), float(against[best])
                )


def _usual(probabilities: Numbers, targets: Targets) -> Numbers:
    """(c + 1,): how likely each label is on average for photos that have it; for none, a half."""
    counted = (targets == HAS) & ~np.isnan(probabilities)
    sums = np.where(counted, probabilities, 0).sum(axis=0)
    return np.append(sums / np.maximum(counted.sum(axis=0), 1), 0.5)
