"""A few words on a dark plate, over a picture of any colour."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from lookalike.gui.theme import GRID_PX
from lookalike.gui.visuals.array_image import CORNER_PX

_SPARE_PX = 4  # glyphs may be a little wider than they advance
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def draw_note(painter: QPainter, room: QRect, text: str) -> None:
    """In the lower left corner of `room`."""
    metrics = painter.fontMetrics()
    inner = room.adjusted(GRID_PX, GRID_PX, -GRID_PX, -GRID_PX)
    wanted_px = metrics.horizontalAdvance(text) + 2 * GRID_PX + _SPARE_PX
    plate = QRect(0, 0, min(wanted_px, inner.width()), metrics.height() + GRID_PX)
    plate.moveBottomLeft(inner.bottomLeft())
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 190))
    painter.drawRoundedRect(QRectF(plate), CORNER_PX, CORNER_PX)
    painter.setPen(QColor("white"))
    words = plate.adjusted(GRID_PX, 0, -GRID_PX, 0)
    short = metrics.elidedText(text, Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words, _MIDDLE, short)
    painter.restore()
