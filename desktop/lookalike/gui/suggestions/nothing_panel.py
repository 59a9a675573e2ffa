"""In place of photos: why there is nothing to ask, and what can be done about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from lookalike.gui.panels.empty_state import EmptyState
from lookalike.gui.panels.row_of import row_of
from lookalike.gui.theme import GRID_PX, Theme


class NothingPanel(QWidget):
    """Signals tell which of its buttons a person clicked."""

    teach_wanted = Signal()
    skipped_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._empty = EmptyState(theme)
        self._empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.teach = QPushButton(self.tr("Teach…"))
        self.teach.setProperty("main", True)
        self.ask_skipped = QPushButton()
        self.undo = QPushButton(self.tr("Undo"))
        self.teach.clicked.connect(lambda _: self.teach_wanted.emit())
        self.ask_skipped.clicked.connect(lambda _: self.skipped_wanted.emit())
        self.undo.clicked.connect(lambda _: self.undo_wanted.emit())
        for button in (self.teach, self.ask_skipped, self.undo):
            button.setAutoDefault(True)  # so that Enter presses it, too
        self._lay_out()

    @property
    def title(self) -> str:
        return self._empty.title

    def tell(self, icon: str, title: str, text: str, *, can_teach: bool) -> None:
        self._empty.tell(icon, title, text)
        self.teach.setVisible(can_teach)

    def offer(self, *, skipped: int, can_undo: bool) -> None:
        """Ways back to photos."""
        self.ask_skipped.setText(self.tr("Ask the %Ln Skipped Again", "", skipped))
        self.ask_skipped.setVisible(bool(skipped))
        self.undo.setVisible(can_undo)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * GRID_PX, 0, 4 * GRID_PX, 0)
        column.setSpacing(2 * GRID_PX)
        column.addStretch(2)
        column.addWidget(self._empty)
        column.addLayout(row_of(None, self.teach, self.ask_skipped, self.undo, None))
        column.addStretch(3)
