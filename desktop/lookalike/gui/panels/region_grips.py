"""A rectangle on a picture as the mouse finds it: where it can be caught, and what pulling does."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from lookalike.gui.panels.region_shape import GRIPS, Grip, Spot, moved, pulled, spanned
from lookalike.photos import Region

_GRIP_PX = 9
_REACH_PX = 9  # how far from a grip it still can be caught
_Shape = Qt.CursorShape
# What the mouse does with the region, given the spot it was pressed at and the one it is at.
Gesture = Callable[[Spot, Spot], Region]


def gesture_at(place: QPointF, region: Region | None, picture: QRectF) -> Gesture:
    """What a drag from `place` on would do; `picture` is where the picture is shown."""
    grip = _grip_at(place, region, picture)
    if region and grip:
        return lambda begin, now: pulled(region, grip, _way(begin, now))
    if region and region_rect(region, picture).contains(place):
        return lambda begin, now: moved(region, _way(begin, now))
    return spanned


def cursor_at(place: QPointF, region: Region | None, picture: QRectF) -> Qt.CursorShape:
    """The cursor that tells what a drag would do."""
    grip = _grip_at(place, region, picture)
    if grip:
        return _cursor_of(grip)
    if region and region_rect(region, picture).contains(place):
        return _Shape.SizeAllCursor
    return _Shape.CrossCursor


def spot_at(place: QPointF, picture: QRectF) -> Spot:
    """In fractions of the picture."""
    return (
        (place.x() - picture.x()) / picture.width(),
        (place.y() - picture.y()) / picture.height(),
    )


def region_rect(region: Region, picture: QRectF) -> QRectF:
    """Where a region is shown."""
    return QRectF(
        picture.x() + region.x * picture.width(),
        picture.y() + region.y * picture.height(),
        region.width * picture.width(),
        region.height * picture.height(),
    )


def draw_outline(painter: QPainter, region: Region, picture: QRectF, edge: QColor) -> None:
    """Its edge, and the grips on it."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(QColor(0, 0, 0, 120), 3), QPen(edge, 1.5)):
        painter.setPen(pen)
        painter.drawRect(region_rect(region, picture))
    painter.setBrush(QColor("white"))
    for _, middle in _grip_places(region, picture):
        knob = QRectF(0, 0, _GRIP_PX, _GRIP_PX)
        knob.moveCenter(middle)
        painter.drawRoundedRect(knob, 2, 2)


def _grip_at(place: QPointF, region: Region | None, picture: QRectF) -> Grip | None:
    if not region:
        return None
    for grip, middle in _grip_places(region, picture):
        apart = place - middle
        if max(abs(apart.x()), abs(apart.y())) <= _REACH_PX:
            return grip
    return None


def _grip_places(region: Region, picture: QRectF) -> list[tuple[Grip, QPointF]]:
    """Corners first: where all lie close together, they do more."""
    place = region_rect(region, picture)
    middle = place.center()
    ordered = sorted(GRIPS, key=lambda grip: 0 in grip)
    to_edge = place.width() / 2, place.height() / 2
    return [((x, y), middle + QPointF(x * to_edge[0], y * to_edge[1])) for x, y in ordered]


def _way(begin: Spot, end: Spot) -> Spot:
    return end[0] - begin[0], end[1] - begin[1]


def _cursor_of(grip: Grip) -> Qt.CursorShape:
    if 0 in grip:
        return _Shape.SizeHorCursor if grip[1] == 0 else _Shape.SizeVerCursor
    return _Shape.SizeFDiagCursor if grip[0] == grip[1] else _Shape.SizeBDiagCursor
