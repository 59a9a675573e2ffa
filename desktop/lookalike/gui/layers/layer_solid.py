"""Draws a layer as a solid, with the sign of its kind."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

# How a step back is drawn: to the right and up.
_BACK = QPointF(0.75, -0.35)
_SHEETS_PX = 4.0
SIGN_PX = 12


def draw_solid(
    painter: QPainter, middle: QPointF, face: QSizeF, depth_px: float, colour: QColor
) -> QRectF:
    """A stack of maps seen from the front and above; returns where it is."""
    back = _BACK * depth_px
    whole = QRectF(0, 0, face.width() + back.x(), face.height() - back.y())
    whole.moveCenter(middle)
    front = QRectF(QPointF(whole.left(), whole.bottom() - face.height()), face)
    painter.setPen(Qt.PenStyle.NoPen)
    for edge, shade in (
        ((front.topLeft(), front.topRight()), colour.lighter(125)),
        ((front.topRight(), front.bottomRight()), colour.darker(140)),
    ):
        painter.setBrush(shade)
        painter.drawPolygon(QPolygonF([*edge, edge[1] + back, edge[0] + back]))
    painter.setBrush(colour)
    painter.drawRect(front)
    _draw_sheets(painter, front, depth_px, colour)
    return whole


def draw_sign(painter: QPainter, kind: str, corner: QPointF, colour: QColor) -> None:
    """The sign of a kind, in a square of `SIGN_PX`."""
    painter.save()
    painter.translate(corner)
    painter.setPen(QPen(colour, 1.3, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    path = QPainterPath()
    _SIGNS.get(kind, _other)(path)
    painter.drawPath(path)
    painter.restore()


def _draw_sheets(painter: QPainter, front: QRectF, depth_px: float, colour: QColor) -> None:
    """Fine lines over its sides: there is one map behind another."""
    painter.setPen(QPen(colour.darker(170), 0.6))
    for sheet in range(1, int(depth_px / _SHEETS_PX) + 1):
        step = _BACK * (sheet * _SHEETS_PX)
        corners = (front.topLeft(), front.topRight(), front.bottomRight())
        painter.drawPolyline(QPolygonF([corner + step for corner in corners]))


def _pixels(path: QPainterPath) -> None:
    """A picture."""
    path.addRect(1, 2, 10, 8)
    path.addPolygon(QPolygonF([QPointF(2, 9), QPointF(5, 5), QPointF(7, 7), QPointF(9, 5.5)]))


def _convolution(path: QPainterPath) -> None:
    """A window on a grid."""
    for at in (1, 4.33, 7.67, 11):
        path.moveTo(at, 1)
        path.lineTo(at, 11)
        path.moveTo(1, at)
        path.lineTo(11, at)


def _depthwise(path: QPainterPath) -> None:
    """One map behind the other, each by itself."""
    for at in (1, 4, 7):
        path.addRect(at, 8 - at, 4, 4)


def _block_sign(path: QPainterPath) -> None:
    """A way on, and one around."""
    path.addRect(4, 6, 4, 4)
    path.moveTo(0.5, 8)
    path.lineTo(3.5, 8)
    path.moveTo(8.5, 8)
    path.lineTo(11.5, 8)
    path.moveTo(1.5, 6)
    path.cubicTo(1.5, 0.5, 10.5, 0.5, 10.5, 6)


def _pooling(path: QPainterPath) -> None:
    """Many become one."""
    path.addPolygon(
        QPolygonF([QPointF(1, 1), QPointF(8, 4.5), QPointF(8, 7.5), QPointF(1, 11), QPointF(1, 1)])
    )
    path.moveTo(8.5, 6)
    path.lineTo(11.5, 6)


def _concatenation(path: QPainterPath) -> None:
    """Two beside each other."""
    path.addRect(1, 1.5, 4.5, 9)
    path.addRect(6.5, 1.5, 4.5, 9)


def _dense(path: QPainterPath) -> None:
    """Everything joined with everything."""
    for begin in (2, 10):
        for end in (1.5, 6, 10.5):
            path.moveTo(2, begin)
            path.lineTo(10, end)


def _classes(path: QPainterPath) -> None:
    """A list with bars."""
    for row, width in ((2, 10), (6, 6), (10, 3)):
        path.moveTo(1, row)
        path.lineTo(1 + width, row)


def _other(path: QPainterPath) -> None:
    path.addEllipse(2.5, 2.5, 7, 7)


_SIGNS: dict[str, Callable[[QPainterPath], None]] = {
    "pixels": _pixels,
    "convolution": _convolution,
    "depthwise": _depthwise,
    "block": _block_sign,
    "pooling": _pooling,
    "concatenation": _concatenation,
    "dense": _dense,
    "classes": _classes,
}
