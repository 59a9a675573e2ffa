"""The rectangle that a person drags over photos, which scrolls on at the edges."""

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea

from lookalike.gui.theme import Theme

_EVERY_MS = 16
_FASTEST_PX = 60


class RubberBand(QObject):
    """`changed` carries the rectangle in places of the whole content."""

    changed = Signal(QRect)

    def __init__(self, area: QAbstractScrollArea, theme: Theme) -> None:
        super().__init__(area)
        self._area = area
        self._theme = theme
        self._from: QPoint | None = None
        self._mouse = QPoint()
        self._clock = QTimer(self, interval=_EVERY_MS)
        self._clock.timeout.connect(self._scroll_on)

    @property
    def is_drawn(self) -> bool:
        return self._from is not None

    def begin(self, place: QPoint) -> None:
        """From a place in the viewport."""
        self._from = place + self._offset()
        self._mouse = place

    def stretch(self, place: QPoint) -> None:
        """To a place in the viewport, or outside of it."""
        self._mouse = place
        if self._pull_px():
            self._clock.start()
        else:
            self._clock.stop()
        self._tell()

    def end(self) -> None:
        self._from = None
        self._clock.stop()
        self._area.viewport().update()

    def draw(self, painter: QPainter) -> None:
        """In the viewport."""
        if self._from is None:
            return
        line = self._theme.colour("accent")
        inside = QColor(line)
        inside.setAlpha(40)
        painter.setPen(QPen(line, 1))
        painter.setBrush(inside)
        painter.drawRect(self._rect().translated(-self._offset()))

    def _scroll_on(self) -> None:
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + self._pull_px())
        self._tell()

    def _pull_px(self) -> int:
        """How far the mouse is above (below 0) or beneath the viewport; the farther the faster."""
        bottom = self._area.viewport().height() - 1
        outside = min(0, self._mouse.y()) + max(0, self._mouse.y() - bottom)
        return max(-_FASTEST_PX, min(_FASTEST_PX, outside))

    def _tell(self) -> None:
        self._area.viewport().update()
        self.changed.emit(self._rect())

    def _rect(self) -> QRect:
        end = self._mouse + self._offset()
        start = self._from or end
        return QRect(start, end).normalized()

    def _offset(self) -> QPoint:
        return QPoint(0, self._area.verticalScrollBar().value())
