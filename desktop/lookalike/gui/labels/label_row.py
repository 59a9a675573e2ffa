"""The labels of one photo in a row, each with a cross to take it off, and a button for more."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QWidget

from lookalike.gui.labels.label_text import shortened
from lookalike.gui.panels.tool_button import tool_button
from lookalike.gui.plain_tip import plain_tip
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.translations import grouped
from lookalike.photos import Label

_HEIGHT_PX = 26
_CROSS_PX = 14
_MOST_PX = 20 * GRID_PX


class LabelRow(QWidget):
    """What does not fit is counted. `taken` and `wanted` carry a label's id: to be taken off, and
    to be shown; `more_wanted` asks for the box to type in."""

    taken = Signal(object)
    wanted = Signal(object)
    more_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._labels: tuple[Label, ...] = ()
        self._chips: list[_Chip] = []
        self._rest = QLabel()
        self._rest.setProperty("tone", "secondary")
        self._rest.hide()
        self.add = tool_button(self.tr("Label this photo (L)"), self.more_wanted.emit)
        self.add.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        for part in (self.add, self._rest):
            self._row.addWidget(part)
        self._row.addStretch(1)
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def labels(self) -> tuple[Label, ...]:
        return self._labels

    @property
    def chips(self) -> "Sequence[_Chip]":
        return self._chips

    def show_labels(self, labels: Sequence[Label]) -> None:
        """Draw exactly these."""
        if tuple(labels) == self._labels:
            return
        self._labels = tuple(labels)
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.deleteLater()
        self._chips = [self._chip(label) for label in labels]
        for place, chip in enumerate(self._chips, 1):
            self._row.insertWidget(place, chip)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.add.sizeHint().width(), _HEIGHT_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _chip(self, label: Label) -> "_Chip":
        chip = _Chip(label, self._theme)
        chip.taken.connect(lambda: self.taken.emit(label.id))
        chip.clicked.connect(lambda: self.wanted.emit(label.id))
        return chip

    def _fit(self) -> None:
        left_px = self.width() - self.add.sizeHint().width()
        rest_px = 5 * GRID_PX
        shown = 0
        for number, chip in enumerate(self._chips, 1):
            left_px -= chip.sizeHint().width() + self._row.spacing()
            has_room = left_px >= (rest_px if number < len(self._chips) else 0)
            shown += has_room and shown == number - 1
        for number, chip in enumerate(self._chips):
            chip.setVisible(number < shown)
        hidden = self._labels[shown:]
        self._rest.setText(f"+{grouped(len(hidden))}")
        self._rest.setToolTip(plain_tip("\n".join(label.name for label in hidden)))
        self._rest.setVisible(bool(hidden))

    def _dress(self) -> None:
        self.add.setIcon(self._theme.icon("label-new"))


class _Chip(QAbstractButton):
    """A click on the cross takes the label off, elsewhere it shows the label's photos."""

    taken = Signal()

    def __init__(self, label: Label, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_over_cross = False
        self._name = label.name
        self.setFixedHeight(_HEIGHT_PX)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(label.name)
        told = self.tr("Show the photos labelled “{name}”; the cross takes it off this one")
        self.setToolTip(plain_tip(told.format(name=label.name)))
        self.setFixedWidth(self.sizeHint().width())

    def sizeHint(self) -> QSize:
        width_px = self.fontMetrics().horizontalAdvance(self._text) + _CROSS_PX + 26
        return QSize(width_px, _HEIGHT_PX)

    @property
    def _text(self) -> str:
        return shortened(self._name, self.fontMetrics(), _MOST_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.taken.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Delete is its own: elsewhere it is for the photo."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() == Qt.Key.Key_Delete)
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        is_over = self._is_cross(event)
        if is_over != self._is_over_cross:
            self._is_over_cross = is_over
            self.update()
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.isDown() and self._is_cross(event):
            self.setDown(False)
            self.taken.emit()
        else:
            super().mouseReleaseEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._is_over_cross = False
        self.update()
        super().leaveEvent(event)

    def _is_cross(self, event: QMouseEvent) -> bool:
        return event.position().x() > self.width() - _CROSS_PX - 12

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pill = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        is_hot = self.underMouse()
        painter.setPen(self._theme.colour("focus" if self.hasFocus() else "line"))
        painter.setBrush(self._theme.colour("pressed" if is_hot else "hover"))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(self._theme.colour("text"))
        line = self.rect().adjusted(12, 0, -_CROSS_PX - 10, 0)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), self._text)
        ink = "text" if self._is_over_cross else "secondary"
        cross = self._theme.picture("close", _CROSS_PX, ink, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - _CROSS_PX - 8, (_HEIGHT_PX - _CROSS_PX) // 2, cross)
        painter.end()
