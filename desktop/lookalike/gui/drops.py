"""Takes what is dragged onto the window, and says beforehand what letting go will do."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from lookalike.gui.incoming import Incoming, may_hold_something, read_incoming
from lookalike.gui.panels.drop_hint import DropHint


class DropTarget(QObject):
    """`dropped` carries an Incoming, `photo_dropped` comes when a photo of the grid was dropped.

    Args:
        grid: photos dragged out of it are meant for other programs, or for `panel`.
    """

    dropped = Signal(Incoming)
    photo_dropped = Signal()

    def __init__(self, window: QWidget, grid: QWidget, panel: QWidget, hint: DropHint) -> None:
        super().__init__(window)
        self._window = window
        self._grid = grid
        self._panel = panel
        self._hint = hint
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragMoveEvent):  # entering is a kind of moving
            return self._move(event)
        if event.type() == QEvent.Type.DragLeave:
            self._hint.hide()
            return True
        if isinstance(event, QDropEvent):
            self._drop(event)
            return True
        return False

    def _move(self, event: QDragMoveEvent) -> bool:
        is_welcome = may_hold_something(event.mimeData())
        is_meant = is_welcome and self._is_meant_for_us(event)
        # Refused at the door, a drag would not be heard of again.
        is_at_the_door = isinstance(event, QDragEnterEvent)
        if is_meant or (is_welcome and is_at_the_door):
            event.acceptProposedAction()
        else:
            event.ignore()
        if not is_meant:
            self._hint.hide()
        elif is_at_the_door or not self._hint.isVisible():
            self._hint.show_hint(self._promise(event))
        return True

    def _drop(self, event: QDropEvent) -> None:
        self._hint.hide()
        if not self._is_meant_for_us(event):
            event.ignore()
            return
        event.acceptProposedAction()
        if event.source() is self._grid:
            self.photo_dropped.emit()
        else:
            self.dropped.emit(read_incoming(event.mimeData()))

    def _is_meant_for_us(self, event: QDropEvent) -> bool:
        if event.source() is not self._grid:
            return True
        place = self._panel.mapFrom(self._window, event.position().toPoint())
        return self._panel.isVisible() and self._panel.rect().contains(place)

    def _promise(self, event: QDropEvent) -> str:
        if event.source() is self._grid:
            return "Find similar photos"
        incoming = read_incoming(event.mimeData())
        if incoming.folders:
            return f"Import “{incoming.folders[0].name}”"
        return "Find similar photos"
