"""A few words in the dark beside a box, within the picture that it is on."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from lookalike.gui.theme import GRID_PX


def draw_pill(painter: QPainter, box: QRectF, picture: QRectF, text: str) -> None:
    """Beneath the box, or above it where there is no room, and within the picture."""
    font = painter.font()
    font.setWeight(font.Weight.DemiBold)
    painter.setFont(font)
    metrics = painter.fontMetrics()
    height = metrics.height() + GRID_PX
    width = min(metrics.horizontalAdvance(text) + 3 * GRID_PX, int(picture.width()))
    pill = QRectF(0, 0, width, height)
    pill.moveCenter(QPointF(box.center().x(), box.bottom() + GRID_PX + height / 2))
    if pill.bottom() > picture.bottom():
        pill.moveBottom(max(box.top() - GRID_PX, picture.top() + height))
    pill.moveLeft(min(max(pill.left(), picture.left()), picture.right() - width))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 215))
    painter.drawRoundedRect(pill, height / 2, height / 2)
    painter.setPen(QColor("white"))
    short = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width - 2 * GRID_PX)
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, short)
