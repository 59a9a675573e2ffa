"""Lines between the cells of two pictures that match: which there are, and how they are drawn."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from lookalike.gui.why.pair_layout import PairLayout, cell_rect
from lookalike.library.drawing.heat import warm_colour
from lookalike.library.why.explanation import Cell, Explanation, Link, Mask, Side, partners

_THICKEST_PX, _THINNEST_PX = 5.0, 1.4
_DOT_PX = 2.6  # at the ends, beyond half the line
_LEAST_SCALE = 0.5
_FULL_PX = 400  # the width of a picture from which on lines have these widths
_CASING_PX = 1.3
_CASING = QColor(0, 0, 0, 150)
_FADED = 0.14
_PALEST = 0.45  # of the colour scale: what is darker is lost on a picture
_FEW = 4
_BEND = 0.2  # of the way across, before a line turns


@dataclass(frozen=True, slots=True)
class LinkLine:
    """One line.

    Args:
        strength: 0 to 1; the strongest line has 1.
        scale: up to 1; between small pictures lines are thinner.
        is_faded: an end of it is in a part that was taken away.
    """

    begin: QPointF
    end: QPointF
    strength: float
    scale: float = 1.0
    is_faded: bool = False


def strongest_lines(
    explanation: Explanation,
    layout: PairLayout,
    top: float,
    taken: tuple[Side, Mask] | None = None,
) -> list[LinkLine]:
    """Between the best-matching cells, weakest first: the strongest is then on top.

    Args:
        top: the share of a line that is drawn strongest.
        taken: the side that a part was taken away from, and which of its cells.
    """
    return _lines(explanation, layout, explanation.links, top, taken)


def partner_lines(
    explanation: Explanation, layout: PairLayout, side: Side, cell: Cell
) -> list[LinkLine]:
    """From one cell to the few that it matches best; none where no pairs are known."""
    shares = partners(explanation, cell, side)
    if shares is None:
        return []
    links = []
    for flat in np.argsort(-shares, axis=None, kind="stable")[:_FEW].tolist():
        other: Cell = divmod(flat, shares.shape[1])
        ends = (cell, other) if side == "query" else (other, cell)
        links.append(Link(*ends, float(shares[other])))
    good = [link for link in links if link.share > 0]
    return _lines(explanation, layout, good, max((link.share for link in good), default=1.0))


def draw_lines(painter: QPainter, lines: Sequence[LinkLine]) -> None:
    """Lines that leave one picture and reach the other level, so that crossing ones can be told."""
    for line in lines:
        painter.save()
        painter.setOpacity(_FADED if line.is_faded else 1.0)
        _draw_line(painter, line)
        painter.restore()


def _lines(
    explanation: Explanation,
    layout: PairLayout,
    links: Sequence[Link],
    top: float,
    taken: tuple[Side, Mask] | None = None,
) -> list[LinkLine]:
    return [
        LinkLine(
            cell_rect(explanation.query, layout.query, link.query).center(),
            cell_rect(explanation.match, layout.match, link.match).center(),
            link.share / top,
            _scale(layout),
            taken is not None and bool(taken[1][link.query if taken[0] == "query" else link.match]),
        )
        for link in sorted(links, key=lambda link: link.share)
    ]


def _scale(layout: PairLayout) -> float:
    widths = layout.query.width() + layout.match.width()
    return min(1.0, max(_LEAST_SCALE, widths / (2 * _FULL_PX)))


def _draw_line(painter: QPainter, line: LinkLine) -> None:
    colour = QColor(*warm_colour(_PALEST + (1 - _PALEST) * line.strength))
    width_px = line.scale * (_THINNEST_PX + (_THICKEST_PX - _THINNEST_PX) * line.strength**2)
    path = _path(line)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for each, extra_px in ((_CASING, 2 * line.scale * _CASING_PX), (colour, 0.0)):
        painter.setPen(QPen(each, width_px + extra_px, c=Qt.PenCapStyle.RoundCap))
        painter.drawPath(path)
    painter.setPen(QPen(_CASING, line.scale * _CASING_PX))
    painter.setBrush(colour)
    for end in (line.begin, line.end):
        radius_px = width_px / 2 + line.scale * _DOT_PX
        painter.drawEllipse(end, radius_px, radius_px)


def _path(line: LinkLine) -> QPainterPath:
    path = QPainterPath(line.begin)
    bend = QPointF(_BEND * (line.end.x() - line.begin.x()), 0)
    path.cubicTo(line.begin + bend, line.end - bend, line.end)
    return path
