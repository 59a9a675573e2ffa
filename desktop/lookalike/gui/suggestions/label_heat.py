"""A photo as the network sees it, and what each part of it adds to a label's score."""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from lookalike.gui.layers.note_plate import draw_note
from lookalike.gui.library_words import said
from lookalike.gui.suggestions.why_label_words import WhyLabelWords
from lookalike.gui.theme import GRID_PX
from lookalike.gui.visuals.array_image import array_image, image_array
from lookalike.library.drawing.heat import HeatMode, heat_of, laid_over
from lookalike.library.teaching.taught import WhyLabel

_OPACITY = 0.62
_MODES = (HeatMode.SOFT, HeatMode.NEAREST, HeatMode.OFF)


class LabelHeat(QWidget):
    """Takes no keys; the mouse tells what a part adds."""

    def __init__(self) -> None:
        super().__init__()
        self._why: WhyLabel | None = None
        self._mode = HeatMode.SOFT
        self._spotted: tuple[int, int] | None = None
        self._drawn: tuple[object, QPixmap] | None = None
        self.setMouseTracking(True)
        self.setMinimumSize(20 * GRID_PX, 15 * GRID_PX)
        self.setAccessibleName(self.tr("What each part of the photo adds"))

    @property
    def why(self) -> WhyLabel | None:
        return self._why

    @property
    def mode(self) -> HeatMode:
        return self._mode

    @property
    def spotted(self) -> tuple[int, int] | None:
        """Row and column of the part beneath the mouse."""
        return self._spotted

    def show_why(self, why: WhyLabel | None) -> None:
        """None, or one without a map, shows nothing."""
        self._why, self._spotted, self._drawn = why, None, None
        self.setAccessibleDescription(said(why.sentence) if why else "")
        self.update()

    def next_mode(self) -> None:
        """Soft heat, cells, or the photo alone."""
        self._mode = _MODES[(_MODES.index(self._mode) + 1) % len(_MODES)]
        self.update()

    @property
    def shown_rect(self) -> QRectF:
        """Where the picture lies."""
        pixels = self._why.pixels if self._why else None
        if pixels is None:
            return QRectF()
        size = QSize(pixels.shape[1], pixels.shape[0])
        shown = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - shown.width()) // 2, (self.height() - shown.height()) // 2
        return QRectF(left, top, shown.width(), shown.height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._spot(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        self._spot(None)
        super().leaveEvent(event)

    def _spot(self, place: QPointF | None) -> None:
        shown, axes = self.shown_rect, self._why.axes if self._why else None
        spotted = None
        if place and axes and shown.contains(place):
            down, across = axes
            spotted = (
                down.cell_at((place.y() - shown.top()) / shown.height()),
                across.cell_at((place.x() - shown.left()) / shown.width()),
            )
        if spotted != self._spotted:
            self._spotted = spotted
            self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        shown = self.shown_rect
        if shown.isEmpty():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        picture = self._picture(shown)
        painter.drawPixmap(shown, picture, QRectF(picture.rect()))
        if self._why and self._spotted:
            _draw_ring(painter, self._cell_rect(shown, self._spotted))
            draw_note(painter, shown.toRect(), WhyLabelWords().cell(self._why, self._spotted))
        painter.end()

    def _picture(self, shown: QRectF) -> QPixmap:
        """Computed once for what it shows, at the pixels of the screen."""
        why = self._why
        assert why is not None
        assert why.pixels is not None
        size = (shown.size() * self.devicePixelRatioF()).toSize()
        key = (size, self._mode)
        if self._drawn and self._drawn[0] == key:
            return self._drawn[1]
        smooth = Qt.TransformationMode.SmoothTransformation
        ignoring = Qt.AspectRatioMode.IgnoreAspectRatio
        large = image_array(array_image(why.pixels).scaled(size, ignoring, smooth))
        if why.cells is not None and why.axes is not None:
            heat = heat_of(why.cells, float(np.abs(why.cells).max()), why.axes)
            large = laid_over(large, heat, self._mode, _OPACITY)
        picture = QPixmap.fromImage(array_image(large))
        self._drawn = key, picture
        return picture

    def _cell_rect(self, shown: QRectF, cell: tuple[int, int]) -> QRectF:
        assert self._why is not None
        assert self._why.axes is not None
        (top, bottom), (left, right) = (
            axis.span(at) for axis, at in zip(self._why.axes, cell, strict=True)
        )
        return QRectF(
            shown.left() + left * shown.width(),
            shown.top() + top * shown.height(),
            (right - left) * shown.width(),
            (bottom - top) * shown.height(),
        )


def _draw_ring(painter: QPainter, rect: QRectF) -> None:
    """On a dark line, so that it shows on every picture."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(QColor(0, 0, 0, 150), 4), QPen(QColor("white"), 2)):
        painter.setPen(pen)
        painter.drawRect(rect.adjusted(1, 1, -1, -1))
