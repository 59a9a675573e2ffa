"""What stands in place of a way's answers while there are none, and what can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from lookalike.gui.panels.wrapped_label import WrappedLabel
from lookalike.gui.theme import GRID_PX


class ColumnNote(QWidget):
    """A sentence, and where something can be done a button for it."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text = WrappedLabel()
        self.text.setProperty("tone", "secondary")
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.bar = QProgressBar(textVisible=False)
        self.button = QPushButton()
        self.button.clicked.connect(lambda *_: self.pressed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID_PX, 0, 2 * GRID_PX, 0)
        column.setSpacing(2 * GRID_PX)
        column.addStretch(2)
        column.addWidget(self.text)
        column.addWidget(self.bar)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def tell(self, text: str, button: str = "", fraction: float | None = None) -> None:
        """Draw exactly these."""
        self.text.show_text(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.bar.setVisible(fraction is not None)
        self.bar.setRange(0, 1000)
        self.bar.setValue(round(1000 * (fraction or 0.0)))
