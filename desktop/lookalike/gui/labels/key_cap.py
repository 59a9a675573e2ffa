"""Draws the key that gives a label as it looks on a keyboard."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

CAP_PX = 18
KEYS = range(1, 10)


def draw_key_cap(painter: QPainter, key: int, at: QPointF, ink: QColor) -> None:
    """Its middle is `at`."""
    cap = QRectF(0, 0, CAP_PX - 1, CAP_PX - 1)
    cap.moveCenter(at)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rim = QColor(ink)
    rim.setAlphaF(0.5)
    painter.setPen(QPen(rim, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(cap, 4, 4)
    small = QFont(painter.font())
    small.setPointSizeF(small.pointSizeF() * 0.84)
    painter.setFont(small)
    painter.setPen(ink)
    painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), str(key))
    painter.restore()
