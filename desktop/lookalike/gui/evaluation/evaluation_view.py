"""What an evaluation came to, as the page draws it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale

from lookalike.gui.library_words import said
from lookalike.gui.visuals.curves import Curve
from lookalike.library.evaluation.evaluation import RECALL_LEVELS, ClassedPhoto, Evaluation, Figure
from lookalike.library.search.metric_choices import METRIC_CHOICES

DIGITS = 3
_MOST_INSTEAD = 3


@dataclass(frozen=True, slots=True)
class WorstQuery:
    """A query that found little of what is right.

    Args:
        average_precision: of all its answers.
        answers: the first few, right or wrong.
    """

    photo: ClassedPhoto
    average_precision: float
    answers: Sequence[ClassedPhoto]

    def is_right(self, answer: ClassedPhoto) -> bool:
        return answer.class_name == self.photo.class_name

    @property
    def instead(self) -> Sequence[str]:
        """The classes that were found in place of the right one, the most frequent first."""
        wrong = [each.class_name for each in self.answers if not self.is_right(each)]
        return [name for name, _ in Counter(wrong).most_common(_MOST_INSTEAD)]


@dataclass(frozen=True, slots=True, eq=False)
class EvaluatedWay:
    """One space with one distance.

    Args:
        space: what the space is called.
        worst: the worst first.
    """

    space: str
    evaluation: Evaluation
    worst: Sequence[WorstQuery] = ()

    @property
    def distance(self) -> str:
        """`Cosine`, `L2`, `L1`"""
        return said(self.evaluation.metric.capitalize())

    @property
    def title(self) -> str:
        return f"{self.space} · {self.distance}"

    @property
    def figures(self) -> tuple[Figure, Figure, Figure]:
        """P@1, P@10, mAP"""
        told = self.evaluation
        return told.precision_at_1, told.precision_at_10, told.mean_average_precision


def fraction_text(value: float) -> str:
    """`0.681`, or `0,681` in German."""
    return QLocale().toString(float(value), "f", DIGITS)


def interval_text(figure: Figure) -> str:
    """`0.659–0.703`"""
    return f"{fraction_text(figure.low)}–{fraction_text(figure.high)}"


def is_best(way: EvaluatedWay, ways: Sequence[EvaluatedWay], at: int) -> bool:
    """Whether no other way has a figure that reads higher."""
    best = max(each.figures[at].value for each in ways)
    return fraction_text(way.figures[at].value) == fraction_text(best)


def curve_of(way: EvaluatedWay, ways: Sequence[EvaluatedWay], *, is_lit: bool = True) -> Curve:
    """In a colour for its space among those of all ways, and a style for its distance."""
    spaces = list(dict.fromkeys(each.evaluation.space for each in ways))
    metrics = [choice.name for choice in METRIC_CHOICES]
    told = way.evaluation
    return Curve(
        way.title,
        tuple(zip(RECALL_LEVELS.tolist(), told.precision_by_recall.tolist(), strict=True)),
        spaces.index(told.space),
        metrics.index(told.metric),
        is_lit=is_lit,
    )
