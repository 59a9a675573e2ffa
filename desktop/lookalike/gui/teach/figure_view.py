"""The small plots of teaching as values: what was measured where, and how far it may be off."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lookalike.gui.teach.teach_words import TeachWords
from lookalike.gui.translations import Words, grouped, percent_text
from lookalike.library.teaching.taught import Curve, Reliability

_STEPS = (0.02, 0.05, 0.1, 0.2)
_MOST_LINES = 5


@dataclass(frozen=True, slots=True)
class Mark:
    """One place that was measured.

    Args:
        x: where it stands, in any unit.
        name: beneath it.
        value: 0 to 1.
        spread: so far the value reaches up and down.
        size: 0 to 1, how large its dot is.
        told: all of it, in words.
    """

    x: float
    name: str
    value: float
    spread: float = 0.0
    size: float = 0.0
    told: str = ""


@dataclass(frozen=True, slots=True)
class FigureView:
    """One plot.

    Args:
        across: what is told from left to right.
        lines: of the scale at the left, ascending; the first and last are its ends.
        chosen: the mark that is used.
        apart: so many of the first marks are joined by no line.
        is_band: the spread is a band around the line, and else a whisker at each mark.
        is_diagonal: the scale from left to right is the same as the one from the bottom up.
        told: in words, while no mark is pointed at.
    """

    marks: tuple[Mark, ...] = ()
    across: str = ""
    lines: tuple[float, ...] = (0.0, 1.0)
    chosen: int | None = None
    apart: int = 0
    is_band: bool = False
    is_diagonal: bool = False
    told: str = ""


class FigureWords(Words):
    """Turns what `teach` found out into plots."""

    def neighbors(self, curve: Curve) -> FigureView:
        return _band(curve, self.tr("Neighbours k"), self.tr("k = {at}: right in {accuracy}"))

    def learning(self, curve: Curve) -> FigureView:
        words = self.tr("{at} examples of each label: right in {accuracy}")
        return _band(curve, self.tr("Examples of each label"), words)

    def reliability(self, told: Reliability) -> FigureView:
        """Dots as large as they stand for many; those that are honest lie on the diagonal."""
        most = max((int(count) for count in told.counts), default=1) or 1
        words = self.tr("told {told}: right in {right} of {count}")
        marks = tuple(
            Mark(
                float(at),
                "",
                float(right),
                size=math.sqrt(count / most),
                told=words.format(
                    told=percent_text(float(at)),
                    right=percent_text(float(right)),
                    count=grouped(int(count)),
                ),
            )
            for at, right, count in zip(told.told, told.right, told.counts, strict=True)
            if count
        )
        error = self.tr("Calibration error: {error}").format(error=percent_text(told.error, 1))
        across = self.tr("Probability that is told")
        return FigureView(marks, across, (0.0, 0.5, 1.0), is_diagonal=True, told=error)


def _band(curve: Curve, across: str, words: str) -> FigureView:
    """Steps that double are of the same width."""
    spread = TeachWords().spread
    marks = tuple(
        Mark(
            math.log(max(float(at), 1e-9)),
            grouped(round(at)),
            float(mean),
            float(deviation),
            told=words.format(
                at=grouped(round(at)), accuracy=spread(float(mean), float(deviation))
            ),
        )
        for at, mean, deviation in zip(curve.at, curve.means, curve.deviations, strict=True)
    )
    chosen = None
    if curve.chosen is not None and len(curve.at):
        chosen = int(np.argmin(np.abs(curve.at - curve.chosen)))
    told = marks[-1 if chosen is None else chosen].told if marks else ""
    return FigureView(marks, across, scale_around(marks), chosen, is_band=True, told=told)


def scale_around(marks: Sequence[Mark]) -> tuple[float, ...]:
    """A scale around all marks with what they may be off."""
    return scale_of([mark.value + sign * mark.spread for mark in marks for sign in (-1, 1)])


def scale_of(values: Sequence[float]) -> tuple[float, ...]:
    """Round numbers from 0 to 1, evenly spaced, with all values between the first and last."""
    if not values:
        return (0.0, 1.0)
    low, high = max(0.0, min(values)), min(1.0, max(values))
    step = next((each for each in _STEPS if (high - low) / each <= _MOST_LINES - 1), 0.25)
    first = min(math.floor(low / step + 1e-9), round(1 / step) - 2)
    last = max(first + 2, math.ceil(high / step - 1e-9))
    return tuple(round(at * step, 4) for at in range(first, last + 1))
