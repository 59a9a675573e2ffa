"""How far work is, how long it still takes, and a button that stops it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from lookalike.gui.panels.elided_label import ElidedLabel
from lookalike.gui.theme import GRID_PX

_STEPS = 1000


class WorkBar(QWidget):
    """Hidden while nothing is under way."""

    stop_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._bar = QProgressBar(textVisible=False, maximum=_STEPS)
        self._bar.setFixedWidth(20 * GRID_PX)
        self._told = ElidedLabel()
        self._told.setProperty("tone", "secondary")
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.clicked.connect(self.stop_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID_PX)
        row.addWidget(self._bar)
        row.addWidget(self._told, 1)
        row.addWidget(self.stop)
        self.hide()

    @property
    def text(self) -> str:
        return self._told.text()

    def show_progress(self, told: str | None, fraction: float | None = None) -> None:
        """None for `told`: it has ended; None for `fraction`: nobody knows."""
        self.setVisible(told is not None)
        self._told.setText(told or "")
        self._bar.setMaximum(0 if told is not None and fraction is None else _STEPS)
        self._bar.setValue(round((fraction or 0.0) * _STEPS))
