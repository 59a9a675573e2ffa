"""How alike two photos are through the depth of a network, layer by layer, as one small plot."""

import math
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from lookalike.gui.layers.number_text import number_text
from lookalike.gui.layers.veil import Veil
from lookalike.gui.theme import GRID_PX, Theme

_HEIGHT_PX = 18 * GRID_PX
_DOT_PX = 3.0
_Align = Qt.AlignmentFlag


@dataclass(frozen=True, slots=True)
class DepthView:
    """The layers from pixels to classes.

    Args:
        names: of the layers.
        values: one for each; not a number where it could not be told.
        current: the layer that is shown elsewhere; None where it is not among these.
        is_signed: whether the scale is -1 to 1, and not 0 to 1.
    """

    names: tuple[str, ...]
    values: tuple[float, ...]
    current: int | None = None
    is_signed: bool = False


class DepthPlot(QWidget):
    """`layer_chosen` carries the number of a layer in the view."""

    layer_chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._view = DepthView((), ())
        self._note = ""
        self._veil = Veil(theme, self)
        self._hovered: int | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Similarity of the two photos, layer by layer"))
        theme.changed.connect(self.update)
        self.show_no_other()

    @property
    def note(self) -> str:
        """What is said in place of a plot."""
        return self._note

    @property
    def is_stale(self) -> bool:
        return self._veil.is_awaited

    @property
    def readout(self) -> str:
        """The name and value of the layer under the pointer, else of the current one."""
        at = self._hovered if self._hovered is not None else self._view.current
        return self._words(at) if at is not None and at < len(self._view.names) else ""

    def show_view(self, view: DepthView) -> None:
        self._view, self._note, self._hovered = view, "", None
        self._veil.await_newer(False)
        told = (self._words(at) for at in range(len(view.names)))
        self.setAccessibleDescription(", ".join(told))
        self.update()

    def show_current(self, current: int | None) -> None:
        """Mark another layer as the one that is shown elsewhere."""
        self._view = replace(self._view, current=current)
        self.update()

    def show_note(self, note: str) -> None:
        """Why there is no plot, or not yet."""
        self._view, self._note = DepthView((), ()), note
        self._veil.await_newer(False)
        self.setAccessibleDescription(note)
        self.update()

    def show_no_other(self) -> None:
        self.show_note(self.tr("Choose a second photo to see where the two are alike."))

    def show_stale(self) -> None:
        """A newer answer is awaited."""
        if self._note:
            self.show_note(self.tr("Computing…"))
        else:
            self._veil.await_newer(True)

    def sizeHint(self) -> QSize:
        return QSize(40 * GRID_PX, _HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(20 * GRID_PX, _HEIGHT_PX)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._nearest(event.position().x()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self._nearest(event.position().x())
        if event.button() == Qt.MouseButton.LeftButton and at is not None:
            self.layer_chosen.emit(at)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._note:
            self._draw_note(painter)
        else:
            self._draw_scale(painter)
            self._draw_curve(painter)
            self._draw_marks(painter)
            self._draw_words(painter)
        painter.end()

    # --- where things are ---------------------------------------------------------------------

    @property
    def _line_px(self) -> int:
        return self.fontMetrics().height()

    @property
    def _area(self) -> QRectF:
        """Of the curve: beneath the readout, above the names, right of the numbers."""
        left = self.fontMetrics().horizontalAdvance("−1") + GRID_PX
        above, beneath = self._line_px + GRID_PX, self._line_px + GRID_PX
        return QRectF(self.rect()).adjusted(left, above, -_DOT_PX - 1, -beneath)

    @property
    def _lowest(self) -> float:
        return -1.0 if self._view.is_signed else 0.0

    def _point(self, at: int) -> QPointF:
        area, steps = self._area, max(1, len(self._view.values) - 1)
        return QPointF(area.left() + at / steps * area.width(), self._y(self._view.values[at]))

    def _y(self, value: float) -> float:
        lowest = self._lowest
        share = (min(1.0, max(lowest, value)) - lowest) / (1 - lowest)
        return self._area.bottom() - share * self._area.height()

    def _nearest(self, x: float) -> int | None:
        count = len(self._view.values)
        if not count:
            return None
        share = (x - self._area.left()) / self._area.width()
        return min(count - 1, max(0, round(share * (count - 1))))

    def _hover(self, at: int | None) -> None:
        if at != self._hovered:
            self._hovered = at
            self.update()

    def _words(self, at: int) -> str:
        value = self._view.values[at]
        told = number_text(value) if math.isfinite(value) else self.tr("unknown")
        return f"{self._view.names[at]}: {told}"

    # --- how it is drawn ----------------------------------------------------------------------

    def _draw_note(self, painter: QPainter) -> None:
        painter.setPen(self._theme.colour("secondary"))
        how = int(_Align.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(self.rect().adjusted(GRID_PX, 0, -GRID_PX, 0), how, self._note)

    def _draw_scale(self, painter: QPainter) -> None:
        for value in (-1, 0, 1) if self._view.is_signed else (0, 1):
            y = self._y(value)
            painter.setPen(self._theme.colour("line"))
            painter.drawLine(QPointF(self._area.left(), y), QPointF(self._area.right(), y))
            painter.setPen(self._theme.colour("secondary"))
            place = QRectF(0, y - self._line_px / 2, self._area.left() - GRID_PX, self._line_px)
            told = str(value).replace("-", "−")
            painter.drawText(place, _Align.AlignRight | _Align.AlignVCenter, told)

    def _draw_curve(self, painter: QPainter) -> None:
        known = [at for at, value in enumerate(self._view.values) if math.isfinite(value)]
        painter.setPen(QPen(self._theme.colour("secondary"), 1.5))
        painter.drawPolyline(QPolygonF([self._point(at) for at in known]))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("secondary"))
        for at in known:
            painter.drawEllipse(self._point(at), 1.5, 1.5)

    def _draw_marks(self, painter: QPainter) -> None:
        """The current layer as a line and a dot, the one under the pointer as a ring."""
        area = self._area
        for at, colour in ((self._view.current, "accent"), (self._hovered, "text")):
            if at is None or at >= len(self._view.values):
                continue
            x = area.left() + at / max(1, len(self._view.values) - 1) * area.width()
            painter.setPen(QPen(self._theme.colour(colour), 1))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            if math.isfinite(self._view.values[at]):
                painter.setBrush(self._theme.colour(colour))
                painter.drawEllipse(self._point(at), _DOT_PX, _DOT_PX)

    def _draw_words(self, painter: QPainter) -> None:
        top = QRect(0, 0, self.width(), self._line_px)
        beneath = QRect(self._area.toRect().left(), 0, round(self._area.width()), self._line_px)
        beneath.moveBottom(self.height() - 1)
        half = beneath.width() // 2 - GRID_PX
        metrics, cut = self.fontMetrics(), Qt.TextElideMode.ElideMiddle
        painter.setPen(self._theme.colour("text"))
        painter.drawText(top, _Align.AlignLeft, metrics.elidedText(self.readout, cut, top.width()))
        painter.setPen(self._theme.colour("secondary"))
        if self._view.names:
            first, last = (metrics.elidedText(self._view.names[at], cut, half) for at in (0, -1))
            painter.drawText(beneath, _Align.AlignLeft, first)
            painter.drawText(beneath, _Align.AlignRight, last)
