"""What may be dropped on a label's line: photos, which get it, and labels, which go inside."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from lookalike.gui.grid.photo_drag import PHOTOS_MIME, dragged_ids
from lookalike.gui.labels.label_drag import LABEL_MIME, dragged_label
from lookalike.gui.panels.sidebar_line import LineRole
from lookalike.photos import LabelId

_UNFOLDED_AFTER_MS = 600
_EDGE_PX = 24
_SCROLL_EVERY_MS = 30
_SCROLL_PX = 8

Item = QTreeWidgetItem


class LabelDrops(QObject):
    """`given` carries photos and the label they were dropped on, `nested` a label and the one it
    was dropped on: None for the heading, which means a new label, or no label around.

    Args:
        label_of: the label of a line; None where it is another line.
        is_heading: whether a line is for labels, and of none of them.
    """

    given = Signal(list, object)
    nested = Signal(object, object)

    def __init__(
        self,
        tree: QTreeWidget,
        label_of: Callable[[Item], LabelId | None],
        is_heading: Callable[[Item], bool],
    ) -> None:
        super().__init__(tree)
        self._tree = tree
        self._label_of = label_of
        self._is_heading = is_heading
        self._at = QPoint()
        self.over: Item | None = None
        self._unfolding = QTimer(self, singleShot=True, interval=_UNFOLDED_AFTER_MS)
        self._unfolding.timeout.connect(self._unfold)
        self._scrolling = QTimer(self, interval=_SCROLL_EVERY_MS)
        self._scrolling.timeout.connect(self._scroll)

    def enter(self, event: QDropEvent) -> None:
        """Refused at the door, a drag would not be heard of again."""
        data = event.mimeData()
        if data.hasFormat(PHOTOS_MIME) or data.hasFormat(LABEL_MIME):
            self.move(event)
            event.accept()
        else:
            event.ignore()

    def move(self, event: QDropEvent) -> None:
        self._at = event.position().toPoint()
        self._stand_on(self._target(event))
        self._scrolling.start()
        if self.over is None:
            event.ignore()
            return
        is_label = event.mimeData().hasFormat(LABEL_MIME)
        event.setDropAction(Qt.DropAction.MoveAction if is_label else Qt.DropAction.CopyAction)
        event.accept()

    def leave(self) -> None:
        self._scrolling.stop()
        self._stand_on(None)

    def drop(self, event: QDropEvent) -> None:
        target = self._target(event)
        self.leave()
        if target is None:
            event.ignore()
            return
        event.accept()
        moved = dragged_label(event.mimeData())
        if moved is not None:
            self.nested.emit(moved, self._label_of(target))
        else:
            self.given.emit(dragged_ids(event.mimeData()), self._label_of(target))

    def _target(self, event: QDropEvent) -> Item | None:
        """The line that would take what is dragged."""
        item = self._tree.itemAt(event.position().toPoint())
        if item is None:
            return None
        if self._is_heading(item):
            return item
        moved = dragged_label(event.mimeData())
        is_label = self._label_of(item) is not None
        return item if is_label and (moved is None or not self._has(item, moved)) else None

    def _has(self, item: Item | None, label_id: LabelId) -> bool:
        """Whether a line is that of a label, or inside of it."""
        while item is not None:
            if self._label_of(item) == label_id:
                return True
            item = item.parent()
        return False

    def _stand_on(self, item: Item | None) -> None:
        is_same = item is not None and self.over is not None and key_of(item) == key_of(self.over)
        if is_same or item is self.over:
            return
        self.over = item
        self._unfolding.stop()
        if item is not None and item.childCount() and not item.isExpanded():
            self._unfolding.start()
        self._tree.viewport().update()

    def _unfold(self) -> None:
        if self.over is not None:
            self.over.setExpanded(True)

    def _scroll(self) -> None:
        bar, height_px = self._tree.verticalScrollBar(), self._tree.viewport().height()
        if self._at.y() < _EDGE_PX:
            bar.setValue(bar.value() - _SCROLL_PX)
        elif self._at.y() > height_px - _EDGE_PX:
            bar.setValue(bar.value() + _SCROLL_PX)


def key_of(item: Item) -> object:
    """What the line stands for: the same line may come as another object of Qt's."""
    return item.data(0, LineRole.KEY)
