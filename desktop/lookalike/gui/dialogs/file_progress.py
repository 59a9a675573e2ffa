"""How far a file action is, with the way to stop it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from lookalike.gui.panels.time_left import SteadyTimeLeft
from lookalike.gui.theme import GRID_PX
from lookalike.gui.translations import grouped
from lookalike.progress import Advance

_STEPS = 1000
_SHOWN_AFTER_MS = 400


class FileProgress(QDialog):
    """Comes only when the work takes long enough to be seen; stopping leaves no file half done."""

    stop_wanted = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._left = SteadyTimeLeft()
        self._is_stopping = False
        self._title = QLabel(title)
        self._title.setProperty("rank", "name")
        self._bar = QProgressBar(textVisible=False, minimum=0, maximum=0)
        self._bar.setAccessibleName(title)
        self._text = QLabel()
        self._text.setProperty("tone", "secondary")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._buttons.rejected.connect(self.reject)
        self._coming = QTimer(self, singleShot=True, interval=_SHOWN_AFTER_MS)
        self._coming.timeout.connect(self.show)
        self._coming.start()
        self._lay_out()

    def show_advance(self, advance: Advance) -> None:
        if self._is_stopping:
            return
        fraction = advance.fraction
        self._bar.setMaximum(0 if fraction is None else _STEPS)
        self._bar.setValue(round((fraction or 0) * _STEPS))
        self._text.setText(self._words(advance))

    @property
    def text(self) -> str:
        return self._text.text()

    def end(self) -> None:
        """The work is over, however it ended."""
        self._coming.stop()
        self.hide()
        self.deleteLater()

    def reject(self) -> None:
        """Esc, the button or the cross: stop. It goes away when the work has."""
        if not self._is_stopping:
            self._is_stopping = True
            self._text.setText(self.tr("Stopping…"))
            self._bar.setMaximum(0)
            self._buttons.setEnabled(False)
            self.stop_wanted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()

    def _words(self, advance: Advance) -> str:
        if advance.total is None:
            return grouped(advance.done)
        told = self.tr("{done} of {total}").format(
            done=grouped(advance.done), total=grouped(advance.total)
        )
        left = self._left.words(advance.seconds_left)
        return f"{told} · {left}" if left else told

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*[3 * GRID_PX] * 4)
        column.setSpacing(GRID_PX)
        for part in (self._title, self._bar, self._text):
            column.addWidget(part)
        column.addSpacing(GRID_PX)
        column.addWidget(self._buttons)
        self.setMinimumWidth(52 * GRID_PX)
