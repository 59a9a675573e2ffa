"""The units of an explanation as rows: those with the largest shares, or the largest losses."""

from collections.abc import Sequence

from lookalike.gui.why.share_rows import ShareView
from lookalike.gui.why.why_words import number_text
from lookalike.library.search.questions import UnitOfLayer
from lookalike.library.why.explanation import Explanation
from lookalike.library.why.why_not import UnitLoss


def rows_of_units(explanation: Explanation) -> Sequence[ShareView]:
    """The bar of the first is full."""
    top = max((each.share for each in explanation.units), default=0.0)
    return [
        ShareView(
            UnitOfLayer(each.layer, each.unit),
            _of(top, each.share),
            number_text(each.share),
        )
        for each in explanation.units
    ]


def rows_of_losses(losses: Sequence[UnitLoss]) -> Sequence[ShareView]:
    """By how much more each adds for the best match."""
    top = max((each.best - each.expected for each in losses), default=0.0)
    return [
        ShareView(
            UnitOfLayer(each.layer, each.unit),
            _of(top, each.best - each.expected),
            f"{number_text(each.best)} → {number_text(each.expected)}",
        )
        for each in losses
    ]


def _of(top: float, value: float) -> float:
    return value / top if top > 0 else 0.0
