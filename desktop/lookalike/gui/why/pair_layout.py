"""Where two pictures stand side by side, and where in the widget their cells are."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt

from lookalike.library.why.explanation import Cell, ExplainedPicture, Side

SIDES: tuple[Side, Side] = ("query", "match")


@dataclass(frozen=True, slots=True)
class PairLayout:
    """The two pictures, in the widget."""

    query: QRectF
    match: QRectF

    def rect(self, side: Side) -> QRectF:
        return self.query if side == "query" else self.match

    def side_at(self, place: QPointF) -> Side | None:
        return next((side for side in SIDES if self.rect(side).contains(place)), None)


def pair_layout(room: QRectF, query: QSize, match: QSize, gap_px: float) -> PairLayout:
    """Each as large as half of the room allows, close to the other, their middles on one line."""
    half = QSize(int((room.width() - gap_px) / 2), int(room.height()))
    one, other = (each.scaled(half, Qt.AspectRatioMode.KeepAspectRatio) for each in (query, match))
    left = round(room.left() + (room.width() - one.width() - gap_px - other.width()) / 2)
    return PairLayout(
        _centred(left, one, room), _centred(round(left + one.width() + gap_px), other, room)
    )


def cell_at(picture: ExplainedPicture, shown: QRectF, place: QPointF) -> Cell:
    """The cell (row, column) beneath a place of the picture."""
    down, across = picture.axes
    return (
        down.cell_at((place.y() - shown.top()) / shown.height()),
        across.cell_at((place.x() - shown.left()) / shown.width()),
    )


def cell_rect(picture: ExplainedPicture, shown: QRectF, cell: Cell) -> QRectF:
    """What is painted for a cell."""
    (top, bottom), (left, right) = (
        axis.span(at) for axis, at in zip(picture.axes, cell, strict=True)
    )
    return QRectF(
        shown.left() + left * shown.width(),
        shown.top() + top * shown.height(),
        (right - left) * shown.width(),
        (bottom - top) * shown.height(),
    )


def _centred(left: float, size: QSize, room: QRectF) -> QRectF:
    top = round(room.top() + (room.height() - size.height()) / 2)
    return QRectF(left, top, max(1, size.width()), max(1, size.height()))
