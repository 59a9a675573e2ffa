"""What the curves of a plot are called, in as many columns as the height asks for."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.visuals.curves import SAMPLE, Curve, draw_sample

_ROW_PX = 22
_MOST_TEXT_PX = 22 * GRID_PX


class CurveLegend(QWidget):
    """`curve_chosen` carries the number of a curve."""

    curve_chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._curves: Sequence[Curve] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    def show_curves(self, curves: Sequence[Curve]) -> None:
        self._curves = curves
        self.setAccessibleName(", ".join(curve.name for curve in curves))
        self._fit()
        self.update()

    def place_of(self, number: int) -> QRect:
        """Where a curve is told."""
        column, row = divmod(number, self._rows)
        return QRect(column * self._column_px, row * _ROW_PX, self._column_px, _ROW_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, _ROW_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        for number in range(len(self._curves)):
            if self.place_of(number).contains(at):
                self.curve_chosen.emit(number)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, curve in enumerate(self._curves):
            self._draw(painter, QRectF(self.place_of(number)), curve)
        painter.end()

    @property
    def _rows(self) -> int:
        return max(1, self.height() // _ROW_PX)

    @property
    def _column_px(self) -> int:
        advance = self.fontMetrics().horizontalAdvance
        widest = max((advance(curve.name) for curve in self._curves), default=0)
        return SAMPLE.width() + GRID_PX + min(widest + 1, _MOST_TEXT_PX) + 2 * GRID_PX

    def _fit(self) -> None:
        self.setFixedWidth(math.ceil(len(self._curves) / self._rows) * self._column_px)

    def _draw(self, painter: QPainter, place: QRectF, curve: Curve) -> None:
        corner = QPointF(place.left(), place.center().y() - SAMPLE.height() / 2)
        draw_sample(painter, corner, curve, self._theme)
        painter.setPen(self._theme.colour("text" if curve.is_lit else "secondary"))
        text = place.adjusted(SAMPLE.width() + GRID_PX, 0, -2 * GRID_PX, 0)
        cut = Qt.TextElideMode.ElideMiddle
        short = self.fontMetrics().elidedText(curve.name, cut, int(text.width()) + 1)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, short)
