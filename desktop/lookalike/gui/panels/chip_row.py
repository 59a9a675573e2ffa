"""The pictures of a query side by side; where there is no room for all, they scroll."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from lookalike.gui.panels.chip import Chip, ChipView
from lookalike.gui.theme import Theme

_FADE_PX = 24


class ChipRow(QScrollArea):
    """Each signal carries first which chip it is about."""

    removed = Signal(int)
    changed = Signal(int, bool, float)
    region_wanted = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._chips: list[Chip] = []
        self._inside = QWidget()
        self._row = QHBoxLayout(self._inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self.setObjectName("chip_row")
        self.setWidget(self._inside)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fades = _Fades(self, theme)
        self.horizontalScrollBar().valueChanged.connect(self._fades.update)

    @property
    def chips(self) -> Sequence[Chip]:
        return self._chips

    def show_chips(self, views: Sequence[ChipView]) -> None:
        """Draw `views`; chips that stay keep the focus and an open menu."""
        had_focus = self._focused()
        is_longer = len(views) > len(self._chips)
        self._make(len(views))
        for number, (chip, view) in enumerate(zip(self._chips, views, strict=True), 1):
            chip.show_chip(view, number, len(views))
        self._inside.resize(self._row.sizeHint())
        self.updateGeometry()
        if is_longer:
            QTimer.singleShot(0, self, self._show_last)  # once there is room made for it
        if had_focus is not None and self._chips:
            self._chips[min(had_focus, len(self._chips) - 1)].setFocus()

    def sizeHint(self) -> QSize:
        return self._row.sizeHint() if self._chips else QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        one = self._chips[0].width() if self._chips else 0
        return QSize(min(hint.width(), one), hint.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, Chip):
            self.ensureWidgetVisible(watched, _FADE_PX, 0)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fades.setGeometry(self.rect())

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().x() or event.angleDelta().y()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - turned // 2)
        event.accept()

    def _show_last(self) -> None:
        bar = self.horizontalScrollBar()
        bar.setValue(bar.maximum())

    def _make(self, count: int) -> None:
        while len(self._chips) > count:
            chip = self._chips.pop()
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        while len(self._chips) < count:
            self._add_chip(len(self._chips))

    def _add_chip(self, at: int) -> None:
        chip = Chip(self._theme)
        chip.removed.connect(partial(self.removed.emit, at))
        chip.changed.connect(partial(self.changed.emit, at))
        chip.region_wanted.connect(partial(self.region_wanted.emit, at))
        chip.step_wanted.connect(partial(self._step, at))
        chip.installEventFilter(self)
        self._row.addWidget(chip)
        # Made last, it would be the tab key's last, after all else in the window.
        QWidget.setTabOrder(self._chips[-1] if self._chips else self, chip)
        self._chips.append(chip)
        chip.show()

    def _step(self, at: int, step: int) -> None:
        if 0 <= at + step < len(self._chips):
            self._chips[at + step].setFocus()

    def _focused(self) -> int | None:
        return next((at for at, chip in enumerate(self._chips) if chip.hasFocus()), None)


class _Fades(QWidget):
    """Where there are more chips than can be seen, those at the edge fade out."""

    def __init__(self, row: ChipRow, theme: Theme) -> None:
        super().__init__(row)
        self._bar = row.horizontalScrollBar()
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._bar.value() > self._bar.minimum():
            self._fade(painter, 0, _FADE_PX)
        if self._bar.value() < self._bar.maximum():
            self._fade(painter, self.width(), self.width() - _FADE_PX)
        painter.end()

    def _fade(self, painter: QPainter, edge_px: int, inner_px: int) -> None:
        gradient = QLinearGradient(edge_px, 0, inner_px, 0)
        covering = self._theme.colour("window")
        gradient.setColorAt(0, covering)
        covering.setAlpha(0)
        gradient.setColorAt(1, covering)
        painter.fillRect(min(edge_px, inner_px), 0, _FADE_PX, self.height(), gradient)
