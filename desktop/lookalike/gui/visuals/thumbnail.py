"""Draws a photo in a square, and rings it where one points at it."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from lookalike.gui.theme import Theme
from lookalike.gui.visuals.array_image import CORNER_PX


def draw_thumbnail(
    painter: QPainter, square: QRect, picture: QPixmap | None, theme: Theme
) -> QRectF:
    """Never enlarged; a plain square while it is on its way. Says where it lies."""
    place = QRectF(square)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if picture is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("placeholder"))
        painter.drawRoundedRect(place, CORNER_PX, CORNER_PX)
        return place
    place = _fitted(picture, place)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(place, picture, QRectF(picture.rect()))
    return place


def draw_ring(painter: QPainter, place: QRectF, theme: Theme, width_px: int = 2) -> None:
    """Around a picture that is marked."""
    painter.setPen(QPen(theme.colour("accent"), width_px))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place, CORNER_PX, CORNER_PX)


def _fitted(picture: QPixmap, square: QRectF) -> QRectF:
    size = QSizeF(picture.deviceIndependentSize())
    if size.width() > square.width() or size.height() > square.height():
        size.scale(square.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(QPointF(), size)
    place.moveCenter(square.center())
    return place
