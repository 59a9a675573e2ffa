"""Takes what is dragged onto the window, and says beforehand what letting go will do."""

from enum import Enum

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from lookalike.gui.incoming import may_hold_something, read_incoming
from lookalike.gui.panels.drop_hint import DropHint
from lookalike.gui.panels.drop_zones import Zone
from lookalike.gui.panels.query_bar import QueryBar


class Wish(Enum):
    """What a person means by where they let go."""

    SEARCH = "search"
    MORE = "more like this"
    LESS = "less like this"
    MISSED = "why is this one not here"


class DropTarget(QObject):
    """`dropped` carries an Incoming and a Wish, `missed` an Incoming that is not in the answer.

    Args:
        grid: photos dragged out of it are meant for other programs, or for `bar`.
    """

    dropped = Signal(object, object)
    missed = Signal(object)

    def __init__(self, window: QWidget, grid: QWidget, bar: QueryBar, hint: DropHint) -> None:
        super().__init__(window)
        self._window = window
        self._grid = grid
        self._bar = bar
        self._hint = hint
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragMoveEvent):  # entering is a kind of moving
            return self._move(event)
        if event.type() == QEvent.Type.DragLeave:
            self._stop_hinting()
            return True
        if isinstance(event, QDropEvent):
            self._drop(event)
            return True
        return False

    def _move(self, event: QDragMoveEvent) -> bool:
        is_welcome = may_hold_something(event.mimeData())
        wish = self._wish(event) if is_welcome else None
        # Refused at the door, a drag would not be heard of again.
        is_at_the_door = isinstance(event, QDragEnterEvent)
        if wish or (is_welcome and is_at_the_door):
            event.acceptProposedAction()
        else:
            event.ignore()
        self._show_hint(wish, event)
        return True

    def _drop(self, event: QDropEvent) -> None:
        self._stop_hinting()
        wish = self._wish(event)
        if wish is None:
            event.ignore()
            return
        event.acceptProposedAction()
        incoming = read_incoming(event.mimeData())
        if wish is Wish.MISSED:
            self.missed.emit(incoming)
        else:
            self.dropped.emit(incoming, wish)

    def _wish(self, event: QDropEvent) -> Wish | None:
        """None where photos of our own are over themselves."""
        place = self._place_in_bar(event)
        if place is not None:
            return {Zone.LESS: Wish.LESS, Zone.MISSED: Wish.MISSED}.get(
                self._bar.zone_at(place), Wish.MORE
            )
        return None if event.source() is self._grid else Wish.SEARCH

    def _place_in_bar(self, event: QDropEvent) -> QPoint | None:
        place = self._bar.mapFrom(self._window, event.position().toPoint())
        return place if self._bar.isVisible() and self._bar.rect().contains(place) else None

    def _show_hint(self, wish: Wish | None, event: QDropEvent) -> None:
        if wish is Wish.SEARCH:
            self._bar.show_drop_hint("")
            if not self._hint.isVisible():
                self._hint.show_hint(self._promise(event))
            return
        self._hint.hide()
        place = self._place_in_bar(event)
        if place is not None and self._bar.view.chips:
            self._bar.show_drop_zones(place)
        else:
            self._bar.show_drop_hint(self.tr("Find similar photos") if wish else "")

    def _stop_hinting(self) -> None:
        self._hint.hide()
        self._bar.show_drop_hint("")

    def _promise(self, event: QDropEvent) -> str:
        incoming = read_incoming(event.mimeData())
        if incoming.folders:
            return self.tr("Import “{name}”").format(name=incoming.folders[0].name)
        if incoming.trouble:
            return self.tr("There is no picture in that")
        return self.tr("Find similar photos")
