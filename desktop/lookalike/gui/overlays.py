"""Pages that lie over the photos, the last one opened on top."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget


class Overlays(QObject):
    """`closed` carries a page that was open and is not any more."""

    changed = Signal()
    closed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._open: list[QWidget] = []

    @property
    def top(self) -> QWidget | None:
        return self._open[-1] if self._open else None

    def show(self, page: QWidget) -> None:
        """On top of all others; a page is open once."""
        if page in self._open:
            self._open.remove(page)
        self._open.append(page)
        self.changed.emit()

    def close(self, page: QWidget) -> None:
        """Show what lay beneath it."""
        if page in self._open:
            self._open.remove(page)
            self.closed.emit(page)
            self.changed.emit()

    def close_all(self) -> None:
        """Show the photos."""
        while self._open:
            self.close(self._open[-1])
