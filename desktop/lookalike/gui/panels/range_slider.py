"""Two handles on one line: at least, and at most, so many percent."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QWidget

from lookalike.gui.theme import GRID_PX, Theme

_HANDLE_PX = 16
_RING_PX = 2  # around a handle, for the focus
_LINE_PX = 4
_TOLD_EVERY_MS = 60
_NOTCH = 120  # what a mouse wheel turns at a time, as Qt counts
LOWEST, HIGHEST = 0, 100


class RangeSlider(QWidget):
    """`range_changed` carries both ends as fractions, now and then while a handle is dragged."""

    range_changed = Signal(float, float)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._told = (LOWEST, HIGHEST)
        self._telling = QTimer(self, singleShot=True, interval=_TOLD_EVERY_MS)
        self._telling.timeout.connect(self._tell)
        self.low = _Handle(self, theme, LOWEST)
        self.high = _Handle(self, theme, HIGHEST)
        self._held: _Handle | None = None
        for handle in (self.low, self.high):
            handle.valueChanged.connect(self._follow)
        self.setMinimumWidth(14 * GRID_PX)
        self.setFixedHeight(4 * GRID_PX)
        self.setToolTip(self.tr("How similar photos have to be; double-click for all"))
        self.setAccessibleName(self.tr("Range of similarity"))
        self._describe()

    @property
    def percents(self) -> tuple[int, int]:
        return self.low.value(), self.high.value()

    @property
    def text(self) -> str:
        """`35–100 %`."""
        return self.tr("{low}–{high} %").format(low=self.low.value(), high=self.high.value())

    def show_range(self, at_least: float, at_most: float) -> None:
        """Follow a range chosen elsewhere; not while a person moves a handle, who knows better."""
        if self._held or self._telling.isActive():
            return
        self._told = (round(100 * at_least), round(100 * at_most))
        self._set(*self._told)
        self._telling.stop()

    def reset(self) -> None:
        """To all of it."""
        self._set(LOWEST, HIGHEST)
        self._tell()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = self._nearest(event.position())
            self._held.setFocus(Qt.FocusReason.MouseFocusReason)
            self._drag(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held:
            self._drag(event.position())

    def mouseReleaseEvent(self, _: QMouseEvent) -> None:
        self._held = None
        self._tell()

    def mouseDoubleClickEvent(self, _: QMouseEvent) -> None:
        self._held = None
        self.reset()

    def wheelEvent(self, event: QWheelEvent) -> None:
        handle = self._nearest(event.position())
        handle.setValue(handle.value() + event.angleDelta().y() // _NOTCH)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_handles()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place_handles()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        self._draw_line(painter, "pressed", self._x(LOWEST), self._x(HIGHEST))
        self._draw_line(painter, "accent", self._x(self.low.value()), self._x(self.high.value()))
        painter.end()

    def _draw_line(self, painter: QPainter, colour: str, left: float, right: float) -> None:
        painter.setBrush(self._theme.colour(colour))
        top = (self.height() - _LINE_PX) / 2
        painter.drawRoundedRect(QRectF(left, top, right - left, _LINE_PX), 2, 2)

    def _set(self, low: int, high: int) -> None:
        # Neither may be stopped by where the other was.
        for handle in (self.low, self.high):
            handle.setRange(LOWEST, HIGHEST)
        self.high.setValue(high)
        self.low.setValue(low)

    def _drag(self, place: QPointF) -> None:
        if self._held:
            share = (place.x() - self._x(LOWEST)) / (self._x(HIGHEST) - self._x(LOWEST))
            self._held.setValue(round(HIGHEST * share))

    def _follow(self) -> None:
        """A handle has moved: the other one must not be passed."""
        self.low.setMaximum(max(LOWEST, self.high.value() - 1))
        self.high.setMinimum(min(HIGHEST, self.low.value() + 1))
        self._place_handles()
        self._describe()
        self.update()
        if not self._telling.isActive():
            self._telling.start()

    def _tell(self) -> None:
        self._telling.stop()
        if self.percents != self._told:
            self._told = self.percents
            self.range_changed.emit(self._told[0] / 100, self._told[1] / 100)

    def _describe(self) -> None:
        self.setAccessibleDescription(self.text)
        low, high = self.percents
        self.low.setAccessibleName(self.tr("At least {percent} % similar").format(percent=low))
        self.high.setAccessibleName(self.tr("At most {percent} % similar").format(percent=high))

    def _nearest(self, place: QPointF) -> "_Handle":
        to_low = abs(place.x() - self._x(self.low.value()))
        to_high = abs(place.x() - self._x(self.high.value()))
        if to_low == to_high:  # one upon the other: the one that can go there
            return self.low if place.x() < self._x(self.low.value()) else self.high
        return self.low if to_low < to_high else self.high

    def _x(self, percent: int) -> float:
        margin = _HANDLE_PX / 2 + _RING_PX
        return margin + percent / HIGHEST * (self.width() - 2 * margin)

    def _place_handles(self) -> None:
        for handle in (self.low, self.high):
            middle = QPointF(self._x(handle.value()), self.height() / 2)
            corner = middle - QPointF(handle.width() / 2, handle.height() / 2)
            handle.move(corner.toPoint())


class _Handle(QAbstractSlider):
    """Takes the keys, and tells its value to those who listen; the mouse is for its slider."""

    def __init__(self, parent: RangeSlider, theme: Theme, value: int) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setRange(LOWEST, HIGHEST)
        self.setPageStep(10)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setValue(value)
        self.setFixedSize(_HANDLE_PX + 2 * _RING_PX, _HANDLE_PX + 2 * _RING_PX)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        has_focus = self.hasFocus()
        painter.setPen(QPen(self._theme.colour("accent" if has_focus else "faint"), 1 + has_focus))
        painter.setBrush(self._theme.colour("raised"))
        knob = QRect(_RING_PX, _RING_PX, _HANDLE_PX, _HANDLE_PX)
        painter.drawEllipse(QRectF(knob).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
