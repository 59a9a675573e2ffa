"""A picture with a caption, to look at or to click: how the page shows every small picture."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from lookalike.gui.plain_tip import plain_tip
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.visuals.array_image import CORNER_PX, array_image, rounded

Pixels = NDArray[np.uint8]
Box = tuple[float, float, float, float]

_SMALLEST_PX = 5 * GRID_PX
_ABOVE_CAPTION_PX = GRID_PX // 2
_RING_PX = 2
_DARK = QColor(0, 0, 0, 150)


@dataclass(frozen=True, slots=True, eq=False)
class TileView:
    """What one tile shows.

    Args:
        pixels: (height, width, 3) of any shape; None while it is on its way.
        caption: beneath the picture, cut in its middle where it is too long.
        note: beneath the caption, in grey.
        tip: for those who hover or listen; the caption where it is empty.
        frame: left, top, right, bottom of a place to be framed, in fractions of the picture.
        is_pixelated: enlarge to squares, as numbers want to be seen, and not softly.
    """

    pixels: Pixels | None = None
    caption: str = ""
    note: str = ""
    tip: str = ""
    frame: Box | None = None
    is_pixelated: bool = False


class PictureTile(QWidget):
    """As high as it is wide, and its lines of text; `chosen` comes where it can be clicked."""

    chosen = Signal()

    def __init__(self, theme: Theme, *, is_clickable: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._is_clickable = is_clickable
        self._view = TileView()
        self._image: QImage | None = None
        self._drawn: QImage | None = None  # the image at the size of the tile
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    @property
    def view(self) -> TileView:
        return self._view

    def show_view(self, view: TileView) -> None:
        if view.pixels is not self._view.pixels:
            self._image = None if view.pixels is None else array_image(view.pixels)
        self._view, self._drawn = view, None
        told = view.tip or "\n".join(filter(None, (view.caption, view.note)))
        self.setToolTip(plain_tip(told))
        self.setAccessibleName(told.replace("\n", ", "))
        self.setCursor(_HAND if self.is_live else _ARROW)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if self.is_live else Qt.FocusPolicy.NoFocus)
        self.updateGeometry()
        self.update()

    @property
    def is_live(self) -> bool:
        """Whether a click is taken: a picture that is on its way leads nowhere."""
        return self._is_clickable and self._image is not None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return min(width, self.maximumWidth()) + self._text_height

    def sizeHint(self) -> QSize:
        side_px = 12 * GRID_PX
        return QSize(side_px, self.heightForWidth(side_px))

    def minimumSizeHint(self) -> QSize:
        return QSize(_SMALLEST_PX, self.heightForWidth(_SMALLEST_PX))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(self.is_live)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_live and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_picture(painter)
        self._draw_text(painter)
        if self.hasFocus() or (self.is_live and self.underMouse()):
            self._draw_ring(painter)
        painter.end()

    @property
    def _side_px(self) -> int:
        return max(1, min(self.width(), self.height() - self._text_height))

    @property
    def _square(self) -> QRect:
        side_px = self._side_px
        return QRect((self.width() - side_px) // 2, 0, side_px, side_px)

    @property
    def _text_height(self) -> int:
        lines = bool(self._view.caption) + bool(self._view.note)
        return lines * self.fontMetrics().height() + (_ABOVE_CAPTION_PX if lines else 0)

    def _choose(self) -> None:
        if self.is_live:
            self.chosen.emit()

    def _draw_picture(self, painter: QPainter) -> None:
        picture = self._fitted()
        if picture is None or picture.size() != self._square.size() * picture.devicePixelRatio():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("placeholder"))
            painter.drawRoundedRect(self._square, CORNER_PX, CORNER_PX)
        if picture is None:
            return
        place = QRectF(QPointF(), picture.deviceIndependentSize())
        place.moveCenter(QRectF(self._square).center())
        painter.drawImage(place.topLeft(), picture)
        if self._view.frame:
            _draw_frame(painter, place, self._view.frame, self._theme.colour("accent"))

    def _fitted(self) -> QImage | None:
        """At the pixels of the screen, with its corners cut."""
        if self._image is None:
            return None
        ratio = self.devicePixelRatioF()
        box = self._square.size() * ratio
        stretched = self._image.size().scaled(box, Qt.AspectRatioMode.KeepAspectRatio)
        wanted = stretched.expandedTo(QSize(1, 1))
        if self._drawn is None or self._drawn.size() != wanted:
            how = _SHARP if self._view.is_pixelated else _SOFT
            drawn = self._image.scaled(wanted, Qt.AspectRatioMode.IgnoreAspectRatio, how)
            self._drawn = rounded(drawn, CORNER_PX * ratio)
            self._drawn.setDevicePixelRatio(ratio)
        return self._drawn

    def _draw_text(self, painter: QPainter) -> None:
        metrics = self.fontMetrics()
        line = QRect(
            0, self._square.bottom() + 1 + _ABOVE_CAPTION_PX, self.width(), metrics.height()
        )
        for text, colour, cut in (
            (self._view.caption, "text", Qt.TextElideMode.ElideMiddle),
            (self._view.note, "secondary", Qt.TextElideMode.ElideRight),
        ):
            if text:
                painter.setPen(self._theme.colour(colour))
                short = metrics.elidedText(text, cut, line.width())
                painter.drawText(line, Qt.AlignmentFlag.AlignCenter, short)
                line.translate(0, metrics.height())

    def _draw_ring(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._theme.colour("accent"), _RING_PX))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = _RING_PX / 2
        ring = QRectF(self._square).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(ring, CORNER_PX, CORNER_PX)


def _draw_frame(painter: QPainter, place: QRectF, frame: Box, colour: QColor) -> None:
    """In the accent, with a dark line around it: it has to be seen on any picture."""
    left, top, right, bottom = np.clip(frame, 0, 1)
    framed = QRectF(
        place.left() + left * place.width(),
        place.top() + top * place.height(),
        (right - left) * place.width(),
        (bottom - top) * place.height(),
    ).adjusted(1, 1, -1, -1)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(_DARK, 4), QPen(colour.lighter(130), 2)):
        painter.setPen(pen)
        painter.drawRect(framed)


_HAND = Qt.CursorShape.PointingHandCursor
_ARROW = Qt.CursorShape.ArrowCursor
_SOFT = Qt.TransformationMode.SmoothTransformation
_SHARP = Qt.TransformationMode.FastTransformation
