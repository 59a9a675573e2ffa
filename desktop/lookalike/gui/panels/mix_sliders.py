"""How much each space counts in a mix: a slider for each, in a window of its own."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSlider, QWidget

from lookalike.gui.library_words import said
from lookalike.gui.theme import GRID_PX
from lookalike.gui.translations import percent_text
from lookalike.library.search.shares import mix_name, shares_of
from lookalike.library.search.spaces import SpaceChoice

_STEPS = 10
_SETTLED_MS = 120  # who drags on would have each answer taken away at once


class MixSliders(QFrame):
    """`by_wanted` carries the name of a mix, as soon as a slider rests."""

    by_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("mix_sliders")
        self.setAccessibleName(self.tr("How much each way counts"))
        self.sliders: dict[str, QSlider] = {}
        self._told: dict[str, QLabel] = {}
        self._rows = QGridLayout(self)
        self._rows.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        self._rows.setHorizontalSpacing(2 * GRID_PX)
        self._rows.setVerticalSpacing(0)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settling.timeout.connect(lambda: self.by_wanted.emit(self.name))

    def show_mix(self, spaces: Sequence[SpaceChoice], by: str) -> None:
        """A slider for each space, at its share of what `by` names."""
        self._clear()
        shares = {each.name: each.share for each in shares_of(by)}
        largest = max(shares.values())
        for row, space in enumerate(spaces):
            self._add(row, space, round(_STEPS * shares.get(space.name, 0.0) / largest))
        self._tell_shares()
        self.adjustSize()

    @property
    def name(self) -> str:
        """Of the mix as the sliders stand."""
        return mix_name({name: slider.value() for name, slider in self.sliders.items()})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.hide()
        else:
            super().keyPressEvent(event)

    def _clear(self) -> None:
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self.sliders, self._told = {}, {}

    def _add(self, row: int, space: SpaceChoice, value: int) -> None:
        title = QLabel(said(space.title))
        title.setToolTip(said(space.sentence))
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, _STEPS)
        slider.setPageStep(2)
        slider.setValue(value)
        slider.setFixedSize(24 * GRID_PX, 3 * GRID_PX)  # its handle is drawn whole
        slider.setAccessibleName(said(space.title))
        slider.valueChanged.connect(lambda _, name=space.name: self._change(name))
        told = QLabel()
        told.setProperty("tone", "secondary")
        told.setFixedWidth(told.fontMetrics().horizontalAdvance("100 %") + 4)
        told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for column, widget in enumerate((title, slider, told)):
            self._rows.addWidget(widget, row, column)
        self.sliders[space.name], self._told[space.name] = slider, told

    def _change(self, name: str) -> None:
        """Something has to count: the last one left cannot go to nothing."""
        if not any(slider.value() for slider in self.sliders.values()):
            self.sliders[name].setValue(1)
            return
        self._tell_shares()
        self._settling.start()

    def _tell_shares(self) -> None:
        total = sum(slider.value() for slider in self.sliders.values()) or 1
        for name, slider in self.sliders.items():
            self._told[name].setText(percent_text(slider.value() / total))
