"""The library at a glance, beside its photos: folders, labels, saved searches, problems."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShortcut,
)
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTreeWidget, QTreeWidgetItem

from lookalike.gui.labels.label_lines import LabelLines
from lookalike.gui.panels.sidebar_line import HEADING, Key, LineRole, SidebarLine
from lookalike.gui.plain_tip import plain_tip
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.translations import grouped
from lookalike.library.folders import FolderNode
from lookalike.library.labels.labelling import LabelNode
from lookalike.library.search.saved_searches import SavedSearch

WIDTH_PX = 216
_ARROW_PX = 12
_END_PX = 4 * GRID_PX  # of a heading, where its sign is

EVERYTHING, PROBLEMS = "everything", "problems"
Item = QTreeWidgetItem


@dataclass(frozen=True, slots=True)
class SidebarView:
    """What it draws."""

    photos: int = 0
    folders: Sequence[FolderNode] = ()
    saved: Sequence[SavedSearch] = ()
    problems: int = 0


class Sidebar(QTreeWidget):
    """`wanted` carries the key of the line a person chose; `rename_wanted` a number and a name."""

    wanted = Signal(object)
    rename_wanted = Signal(int, str)
    delete_wanted = Signal(int)
    folders_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setAccessibleName(self.tr("Library"))
        self._theme = theme
        self._view = SidebarView()
        self._current: Key | None = EVERYTHING
        self._is_filling = False
        self._folded: set[Key] = set()
        self._pressed = QPoint()
        self.labels = LabelLines(self, theme)
        self._arrange()
        self.setItemDelegate(SidebarLine(theme))
        self.itemDelegate().closeEditor.connect(lambda *_: QTimer.singleShot(0, self, self._fill))
        self.itemClicked.connect(self._want)
        self.itemChanged.connect(self._rename)
        self.customContextMenuRequested.connect(self._show_menu)
        # Wherever the keyboard is: a click on a line leaves it with the photos that it shows.
        QShortcut(QKeySequence(Qt.Key.Key_F2), self).activated.connect(self._edit_current)
        theme.changed.connect(self._fill)

    def _arrange(self) -> None:
        self.setHeaderHidden(True)
        self.setFixedWidth(WIDTH_PX)
        self.setIndentation(2 * GRID_PX)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setExpandsOnDoubleClick(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)

    def show_library(self, view: SidebarView) -> None:
        """Draw exactly `view`; what was open stays open."""
        if view != self._view:
            self._view = view
            self._fill_when_left()

    def show_labels(self, nodes: Sequence[LabelNode]) -> None:
        """Draw exactly these, beneath the folders."""
        if tuple(nodes) != tuple(self.labels.nodes):
            self.labels.take(nodes)
            self._fill_when_left()

    def show_current(self, key: Key | None) -> None:
        """Mark the line whose photos are shown; None where they are of no line."""
        self._current = key
        if self._is_editing:
            return
        found = self._item_of(key)
        if key is not None and found:
            self.setCurrentItem(found)
        else:
            self.setCurrentIndex(QModelIndex())

    def event(self, event: QEvent) -> bool:
        """Delete is its own: elsewhere it is for the chosen photos."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_own = event.key() == Qt.Key.Key_Delete
            event.setAccepted(is_own)
            if is_own:
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if self._is_editing:  # what ends it comes here too, and means nothing else
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and item:
            self._pressed = QPoint()
            self._want(item)
        elif event.key() == Qt.Key.Key_Delete and item:
            self._delete(item)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def startDrag(self, _: Qt.DropAction) -> None:
        self.labels.start_drag()
        self.show_current(self._current)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.labels.drops.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.labels.drops.move(event)

    def dragLeaveEvent(self, _: QDragLeaveEvent) -> None:
        self.labels.drops.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        self.labels.drops.drop(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Around the line that would take what is dragged, a frame."""
        super().paintEvent(event)
        over = self.labels.drops.over
        if over is not None:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            frame = QRectF(self.visualItemRect(over)).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(frame, 5, 5)
            painter.end()

    def drawBranches(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """A small arrow where there is something to unfold, and nothing else."""
        if not self.model().hasChildren(index):
            return
        name = "unfolded" if self.isExpanded(index) else "folded"
        arrow = self._theme.picture(name, _ARROW_PX, "secondary", self.devicePixelRatioF())
        place = QRect(0, 0, _ARROW_PX, _ARROW_PX)
        place.moveCenter(rect.center())
        place.moveRight(rect.right() - 1)
        painter.drawPixmap(place, arrow)

    def _fill_when_left(self) -> None:
        """Who is typing a name would lose it."""
        if not self._is_editing:
            self._fill()

    @property
    def _is_editing(self) -> bool:
        return self.state() == QAbstractItemView.State.EditingState

    def _fill(self) -> None:
        known = [(item.data(0, LineRole.KEY), item.isExpanded()) for item in self._items()]
        opened = {key for key, is_open in known if is_open}
        self._folded = {key for key, is_open in known if not is_open}
        place = self.verticalScrollBar().value()
        self._is_filling = True
        self.clear()
        view = self._view
        self._add(self, EVERYTHING, self.tr("All Photos"), "photos", view.photos)
        if view.folders:
            folders = self._heading(self.tr("Folders"), "folders")
            for node in view.folders:
                self._add_folder(folders, node, opened, is_root=True)
        if view.photos or self.labels.nodes:
            self.labels.fill(self._heading(self.tr("Labels"), "labels"), opened)
        if view.saved:
            saved = self._heading(self.tr("Saved Searches"), "saved")
            for search in view.saved:
                self._add_saved(saved, search)
        if view.problems:
            self._add(self, PROBLEMS, self.tr("Problems"), "picture-off", view.problems)
        self._is_filling = False
        self.show_current(self._current)
        self.verticalScrollBar().setValue(place)
        self.labels.show_made()

    def _heading(self, text: str, key: str) -> Item:
        item = Item(self, [text])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setData(0, LineRole.KEY, HEADING + key)
        item.setExpanded(HEADING + key not in self._folded)
        return item

    def _add(self, parent: QTreeWidget | Item, key: Key, name: str, icon: str, count: int) -> Item:
        item = Item(parent, [name])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        item.setIcon(0, self._theme.icon(icon))
        item.setData(0, LineRole.KEY, key)
        item.setData(0, LineRole.COUNT, count)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{name}, {grouped(count)}")
        return item

    def _add_folder(
        self, parent: Item, node: FolderNode, opened: Iterable[Key], *, is_root: bool
    ) -> None:
        name = (node.path.name or node.name) if is_root else node.name
        item = self._add(parent, node.path, name, "folder", node.photos)
        item.setToolTip(0, plain_tip(str(node.path)))
        for child in node.children:
            self._add_folder(item, child, opened, is_root=False)
        item.setExpanded(node.path in opened)

    def _add_saved(self, parent: Item, search: SavedSearch) -> None:
        item = self._add(parent, search.id, search.name, "star", search.news)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        item.setData(0, LineRole.IS_NEWS, True)
        news = self.tr("%Ln new photo(s)", "", search.news)
        item.setToolTip(0, plain_tip(f"{search.name}\n{news}" if search.news else search.name))

    def _want(self, item: Item) -> None:
        key = item.data(0, LineRole.KEY)
        is_at_end = self._pressed.x() > self.viewport().width() - _END_PX
        if self.labels.press(item, is_at_end=is_at_end):
            return
        if item.flags() & Qt.ItemFlag.ItemIsSelectable:
            self._current = key
            self.wanted.emit(key)
        else:
            item.setExpanded(not item.isExpanded())

    def _rename(self, item: Item) -> None:
        number = item.data(0, LineRole.KEY)
        if self._is_filling or self.labels.take_text(item) or not isinstance(number, int):
            return
        before = next((each.name for each in self._view.saved if each.id == number), "")
        if item.text(0) != before:
            self.rename_wanted.emit(number, item.text(0))

    def _edit_current(self) -> None:
        self._edit(self.currentItem())

    def _edit(self, item: Item | None) -> None:
        if item and item.flags() & Qt.ItemFlag.ItemIsEditable:
            self.editItem(item)

    def _delete(self, item: Item) -> None:
        number = item.data(0, LineRole.KEY)
        if not self.labels.delete(item) and isinstance(number, int):
            self.delete_wanted.emit(number)

    def _show_menu(self, place: QPoint) -> None:
        item = self.itemAt(place)
        if item is None:
            return
        key = item.data(0, LineRole.KEY)
        of_label = self.labels.menu(item)
        if of_label:
            of_label.popup(self.viewport().mapToGlobal(place))
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if isinstance(key, int):
            menu.addAction(self.tr("Rename…"), lambda: self._edit(self._item_of(key)))
            menu.addAction(self.tr("Delete"), lambda: self.delete_wanted.emit(key))
        elif isinstance(key, Path):
            menu.addAction(self.tr("Manage Folders…"), self.folders_wanted.emit)
        if not menu.isEmpty():
            menu.popup(self.viewport().mapToGlobal(place))

    def _item_of(self, key: Key | None) -> Item | None:
        return next((item for item in self._items() if item.data(0, LineRole.KEY) == key), None)

    def _items(self) -> Iterable[Item]:
        waiting = [self.topLevelItem(row) for row in range(self.topLevelItemCount())]
        while waiting:
            item = waiting.pop()
            if item is not None:
                yield item
                waiting += [item.child(row) for row in range(item.childCount())]
