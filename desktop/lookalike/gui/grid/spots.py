"""Where in a photo the match is: the rest of its picture is dimmed, softly."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from lookalike.gui.visuals.array_image import CORNER_PX, array_image
from lookalike.photos import Region

_MOST_DIMMED = 150  # of 255
_FRAME_PX = 2.0


class Spot(Protocol):
    """What is to be shown: a part of the upright picture, and where in it there is how much.

    `heat` is a grid over the whole picture, from 0 to 1; without one the part counts evenly.
    """

    @property
    def region(self) -> Region: ...

    @property
    def heat(self) -> NDArray[np.floating] | None: ...


def draw_spot(painter: QPainter, spot: Spot, picture: QRect) -> None:
    """Over the picture of a tile that shows all of the photo."""
    region = spot.region
    part = QRectF(
        picture.left() + region.x * picture.width(),
        picture.top() + region.y * picture.height(),
        region.width * picture.width(),
        region.height * picture.height(),
    )
    painter.save()
    whole = QPainterPath()
    whole.addRoundedRect(QRectF(picture), CORNER_PX, CORNER_PX)
    painter.setClipPath(whole)
    if spot.heat is None:
        _dim_around(painter, part, whole)
    else:
        painter.drawImage(picture, _veil(spot.heat))
    _draw_frame(painter, part)
    painter.restore()


def _dim_around(painter: QPainter, part: QRectF, whole: QPainterPath) -> None:
    hole = QPainterPath()
    hole.addRoundedRect(part, 2 * CORNER_PX, 2 * CORNER_PX)
    painter.fillPath(whole.subtracted(hole), QColor(0, 0, 0, 110))


def _draw_frame(painter: QPainter, part: QRectF) -> None:
    """A light line on a dark one: it shows on every picture."""
    inside = part.adjusted(_FRAME_PX, _FRAME_PX, -_FRAME_PX, -_FRAME_PX)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width_px in ((QColor(0, 0, 0, 90), 2 * _FRAME_PX), (QColor("white"), _FRAME_PX)):
        painter.setPen(QPen(colour, width_px))
        painter.drawRoundedRect(inside, 2 * CORNER_PX, 2 * CORNER_PX)


def _veil(heat: NDArray[np.floating]) -> QImage:
    """Black, and the more opaque the colder; drawn larger it gets soft by itself."""
    cold = 1 - np.clip(np.nan_to_num(heat), 0, 1)
    alpha = np.repeat((cold * _MOST_DIMMED).astype(np.uint8)[..., None], 3, axis=2)
    veil = QImage(alpha.shape[1], alpha.shape[0], QImage.Format.Format_ARGB32_Premultiplied)
    veil.fill(Qt.GlobalColor.black)
    veil.setAlphaChannel(array_image(alpha))
    return veil
