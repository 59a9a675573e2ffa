"""Draws precision against recall: the one place that knows pyqtgraph.

Importing this takes half a second; nobody should who does not draw.
"""

from collections.abc import Sequence

import numpy as np
import pyqtgraph
from pyqtgraph import exceptionHandling
from PySide6.QtCore import QEvent, QLocale, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lookalike.gui.panels.elided_label import ElidedLabel
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.visuals.curve_legend import CurveLegend
from lookalike.gui.visuals.curves import Curve, curve_pen

# WORKAROUND(https://github.com/pyqtgraph/pyqtgraph/blob/master/pyqtgraph/exceptionHandling.py):
# importing it puts its own hooks in place of those that tell the person of faults.
exceptionHandling.handler.remove()

_TICKS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
_NEAR_PX = 16


class PrecisionRecallPlot(QWidget):
    """`curve_chosen` carries the number of a curve."""

    curve_chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._curves: Sequence[Curve] = ()
        self._hovered: int | None = None
        self._plot = pyqtgraph.PlotWidget(background=None)
        self._legend = CurveLegend(theme)
        self._readout = ElidedLabel()
        self._readout.setProperty("tone", "secondary")
        self._tame()
        self._lay_out()
        self._legend.curve_chosen.connect(self.curve_chosen)
        self._plot.viewport().installEventFilter(self)
        theme.changed.connect(self._dress)
        self._dress()

    def show_curves(self, curves: Sequence[Curve]) -> None:
        """Draw exactly these; the lit ones lie on top."""
        self._curves, self._hovered = curves, None
        self._legend.show_curves(curves)
        self._draw()
        self._tell()

    @property
    def curves(self) -> Sequence[Curve]:
        return self._curves

    @property
    def readout(self) -> str:
        """What is told about the curve under the pointer, else about all of them."""
        return self._readout.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            self._take_mouse(event)
        elif event.type() == QEvent.Type.Leave:
            self._hover(None, 0.0)
        return super().eventFilter(watched, event)

    def place_of(self, recall: float, precision: float) -> QPointF:
        """Where a point lies in the viewport of the plot."""
        seen = self._plot.getViewBox().mapViewToScene(QPointF(recall, precision))
        return QPointF(self._plot.mapFromScene(seen))

    # --- the pointer --------------------------------------------------------------------------

    def _take_mouse(self, event: QMouseEvent) -> None:
        if event.type() == QEvent.Type.MouseMove:
            self._hover(*self._nearest(event.position()))
        elif (
            event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
            and self._hovered is not None
        ):
            self.curve_chosen.emit(self._hovered)

    def _nearest(self, at: QPointF) -> tuple[int | None, float]:
        """The curve that is near the pointer, and the recall there."""
        seen = self._plot.getViewBox().mapSceneToView(self._plot.mapToScene(at.toPoint()))
        recall = min(1.0, max(0.0, seen.x()))
        away = [
            abs(self.place_of(recall, _precision(curve, recall)).y() - at.y())
            for curve in self._curves
        ]
        nearest = int(np.argmin(away)) if away else None
        is_near = nearest is not None and away[nearest] <= _NEAR_PX
        return nearest if is_near else None, recall

    def _hover(self, number: int | None, recall: float) -> None:
        if number != self._hovered:
            self._hovered = number
            self._draw()
        self._plot.setCursor(_ARROW if number is None else _HAND)
        self._tell(recall)

    def _tell(self, recall: float = 0.0) -> None:
        if self._hovered is None:
            self._readout.setText(self.tr("Mean over all queries; point at a curve to read it"))
            return
        curve = self._curves[self._hovered]
        told = self.tr("{name}: precision {precision} at recall {recall}")
        self._readout.setText(
            told.format(
                name=curve.name,
                precision=_number(_precision(curve, recall), 2),
                recall=_number(recall, 2),
            )
        )

    # --- how it looks -------------------------------------------------------------------------

    def _tame(self) -> None:
        """Nothing moves, and no menu comes up that knows neither theme nor language."""
        item = self._plot.getPlotItem()
        item.hideButtons()
        item.setMenuEnabled(False)
        item.setMouseEnabled(x=False, y=False)
        item.disableAutoRange()
        item.layout.setContentsMargins(0, GRID_PX, 2 * GRID_PX, 0)
        item.setRange(xRange=(0, 1), yRange=(0, 1), padding=0.01)
        self._plot.setMinimumSize(30 * GRID_PX, 18 * GRID_PX)
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Precision at each recall"))

    def _dress(self) -> None:
        colours, item = self._theme, self._plot.getPlotItem()
        self._plot.setBackground(colours.colour("window"))
        for side, name in (("left", self.tr("Precision")), ("bottom", self.tr("Recall"))):
            axis = item.getAxis(side)
            axis.setPen(pyqtgraph.mkPen(None))
            axis.setTextPen(colours.colour("secondary"))
            axis.setStyle(tickFont=self.font(), tickLength=0, tickAlpha=0, tickTextOffset=6)
            axis.setStyle(hideOverlappingLabels=False)  # or the first and last are left out
            axis.setTicks([[(tick, _number(tick, 1)) for tick in _TICKS]])
            size, text = self.fontInfo().pixelSize(), colours.colour("secondary").name()
            axis.setLabel(name, **{"color": text, "font-size": f"{size}px"})
            axis.label.setFont(self.font())
        self._draw()

    def _draw(self) -> None:
        item = self._plot.getPlotItem()
        item.clear()
        self._draw_grid()
        numbers = range(len(self._curves))
        for number in sorted(numbers, key=lambda each: self._curves[each].is_lit):
            self._draw_curve(number)

    def _draw_grid(self) -> None:
        """Not the axes' own: that lies over the curves, and takes the last numbers away."""
        pen = pyqtgraph.mkPen(self._theme.colour("line"), width=1)
        for tick in _TICKS:
            for angle in (0, 90):
                self._plot.getPlotItem().addItem(pyqtgraph.InfiniteLine(tick, angle, pen))

    def _draw_curve(self, number: int) -> None:
        curve = self._curves[number]
        pen = curve_pen(curve, self._theme)
        if number == self._hovered:
            pen.setColor(self._theme.curve_colour(curve.colour))
            pen.setWidthF(pen.widthF() + 1)
        recalls, precisions = np.array(curve.points, float).reshape(-1, 2).T
        drawn = pyqtgraph.PlotCurveItem(recalls, precisions, pen=pen, antialias=True)
        self._plot.getPlotItem().addItem(drawn)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * GRID_PX)
        row.addWidget(self._plot, 1)
        row.addWidget(self._legend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID_PX // 2)
        column.addWidget(self._readout)
        column.addLayout(row, 1)


def _precision(curve: Curve, recall: float) -> float:
    recalls, precisions = zip(*curve.points, strict=True)
    return float(np.interp(recall, recalls, precisions))


def _number(value: float, digits: int) -> str:
    return QLocale().toString(value, "f", digits)


_HAND = Qt.CursorShape.PointingHandCursor
_ARROW = Qt.CursorShape.ArrowCursor
