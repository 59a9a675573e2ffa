"""What can be done with one picture of a query."""

from bisect import bisect_left, bisect_right

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSlider, QWidget, QWidgetAction

from lookalike.gui.theme import GRID_PX, Theme

WEIGHTS = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0)
_NAME_PX = 30 * GRID_PX


def weight_text(weight: float) -> str:
    """`×2`, `×0.25`."""
    return f"×{weight:g}"


def weight_beside(weight: float, step: int) -> float:
    """The next weight up (1) or down (-1); the last one stays."""
    at = bisect_right(WEIGHTS, weight) if step > 0 else bisect_left(WEIGHTS, weight) - 1
    return WEIGHTS[min(max(at, 0), len(WEIGHTS) - 1)]


class ChipMenu(QMenu):
    """Forgets itself when it closes. `changed` carries whether it is wanted, and its weight."""

    changed = Signal(bool, float)
    region_wanted = Signal()
    removed = Signal()

    def __init__(
        self, theme: Theme, name: str, is_wanted: bool, weight: float, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add_name(name)
        self._signs = QActionGroup(self)
        self.more = self._add_sign(self.tr("&More Like This"), is_wanted)
        self.less = self._add_sign(self.tr("&Less Like This"), not is_wanted)
        self.addSeparator()
        self.weight = WeightSlider(weight)
        self._add_weight()
        self.addSeparator()
        crop, close = theme.icon("crop"), theme.icon("close")
        self.part = self._add(self.tr("Search by a &Part of It…"), "R")
        self.part.setIcon(crop)
        self.part.triggered.connect(lambda *_: self.region_wanted.emit())
        self.remove = self._add(self.tr("&Remove"), "Del")
        self.remove.setIcon(close)
        self.remove.triggered.connect(lambda *_: self.removed.emit())
        self._signs.triggered.connect(self._tell)
        self.weight.weight_wanted.connect(self._tell)

    def _tell(self, *_: object) -> None:
        self.changed.emit(self.more.isChecked(), self.weight.weight)

    def _add_name(self, name: str) -> None:
        short = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, _NAME_PX)
        self.addAction(short.replace("&", "&&")).setEnabled(False)

    def _add_sign(self, text: str, is_checked: bool) -> QAction:
        action = self._add(text, "")
        action.setCheckable(True)
        action.setChecked(is_checked)
        self._signs.addAction(action)
        return action

    def _add(self, text: str, key: str) -> QAction:
        # A real shortcut would be heard by the menu alone, and clash with that of the window.
        return self.addAction(f"{text}\t{key}" if key else text)

    def _add_weight(self) -> None:
        value = QLabel(weight_text(self.weight.weight))
        value.setMinimumWidth(5 * GRID_PX)
        self.weight.weight_wanted.connect(lambda weight: value.setText(weight_text(weight)))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(28, 0, GRID_PX, 0)  # beneath the other texts
        row.setSpacing(GRID_PX)
        row.addWidget(QLabel(self.tr("Weight")))
        row.addWidget(self.weight, 1)
        row.addWidget(value)
        holder.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        holder.setFocusProxy(self.weight)
        action = QWidgetAction(self)
        action.setDefaultWidget(holder)
        self.addAction(action)


class WeightSlider(QSlider):
    """One step per weight of `WEIGHTS`; leaves the keys up and down to the menu it is in."""

    weight_wanted = Signal(float)

    def __init__(self, weight: float) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, len(WEIGHTS) - 1)
        self.setPageStep(1)
        self.setMinimumSize(14 * GRID_PX, 3 * GRID_PX)
        self.setValue(min(range(len(WEIGHTS)), key=lambda at: abs(WEIGHTS[at] - weight)))
        self._describe()
        self.valueChanged.connect(self._tell)

    @property
    def weight(self) -> float:
        return WEIGHTS[self.value()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        self._describe()
        self.weight_wanted.emit(self.weight)

    def _describe(self) -> None:
        self.setAccessibleName(self.tr("Weight {weight}").format(weight=weight_text(self.weight)))
