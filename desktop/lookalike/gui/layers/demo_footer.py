"""Where the tour is: in the network, drawn as a row of solids, and among the photos."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from lookalike.gui.layers.demo_drawing import ACCENT, FAINT, QUIET, TEXT, font_of
from lookalike.gui.layers.demo_words import Stop, Topic
from lookalike.gui.layers.layer_solid import SIGN_PX, draw_sign, draw_solid
from lookalike.gui.layers.strip_layout import strip_blocks

_ROW_SHARE = 0.62  # of the width; the rest is for words
_MARGIN = 1 / 22
_SOLID_PX = 72  # few are larger than that
_SIGNS = {Topic.PIXELS: "pixels", Topic.CLASSES: "classes"}
_Align = Qt.AlignmentFlag


@dataclass(frozen=True, slots=True)
class Footer:
    """The stops of the tour, where it is among them, and the photo in words."""

    stops: Sequence[Stop]
    at: int
    photo: str


def draw_footer(painter: QPainter, room: QRectF, footer: Footer) -> None:
    """The row on the left, the words on the right."""
    margin = room.height() / 0.09 * _MARGIN
    row = room.adjusted(margin, 0, -margin, -room.height() * 0.15)
    _draw_words(painter, row, footer.photo)
    row.setWidth(row.width() * _ROW_SHARE)
    step_px = min(row.width() / max(1, len(footer.stops)), 1.8 * row.height())
    for at, stop in enumerate(footer.stops):
        place = QRectF(row.left() + at * step_px, row.top(), step_px, row.height())
        _draw_stop(painter, place, stop, is_here=at == footer.at)


def _draw_words(painter: QPainter, row: QRectF, text: str) -> None:
    size_px = row.height() * 0.36
    words = row.adjusted(row.width() * (_ROW_SHARE + 0.02), 0, 0, 0)
    painter.setFont(font_of(size_px))
    painter.setPen(QUIET)
    metrics = QFontMetricsF(painter.font())
    short = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, words.width())
    painter.drawText(words, _Align.AlignRight | _Align.AlignVCenter, short)


def _draw_stop(painter: QPainter, place: QRectF, stop: Stop, *, is_here: bool) -> None:
    """As the strip of layers draws a block."""
    scale = min(place.width(), place.height()) / _SOLID_PX
    colour = ACCENT if is_here else FAINT.lighter(150)
    painter.save()
    painter.translate(place.center())
    painter.scale(scale, scale)
    if stop.topic in _SIGNS:
        _draw_large_sign(painter, _SIGNS[stop.topic], TEXT if is_here else QUIET)
    elif stop.topic is Topic.BACK:
        _draw_way_back(painter, TEXT if is_here else QUIET)
    else:
        block = strip_blocks([stop.layer], with_inner=True)[0]
        draw_solid(painter, QPointF(0, 0), block.face, block.depth_px, colour)
    painter.restore()
    if is_here:
        line = QRectF(0, 0, place.width() * 0.5, place.height() * 0.05)
        line.moveCenter(QPointF(place.center().x(), place.bottom() + place.height() * 0.04))
        painter.fillRect(line, ACCENT)


def _draw_large_sign(painter: QPainter, kind: str, colour: QColor) -> None:
    painter.save()
    painter.scale(4, 4)
    draw_sign(painter, kind, QPointF(-SIGN_PX / 2, -SIGN_PX / 2), colour)
    painter.restore()


def _draw_way_back(painter: QPainter, colour: QColor) -> None:
    """An arrow to the left."""
    path = QPainterPath(QPointF(24, 0))
    path.lineTo(-24, 0)
    path.moveTo(-8, -16)
    path.lineTo(-24, 0)
    path.lineTo(-8, 16)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 5, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    painter.drawPath(path)
