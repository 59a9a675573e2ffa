"""The library at a glance, beside its photos: folders, saved searches, problems."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from lookalike.gui.plain_tip import plain_tip
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.translations import grouped
from lookalike.library.folders import FolderNode
from lookalike.library.saved_searches import SavedSearch

WIDTH_PX = 216
_ROW_PX = 28
_ARROW_PX = 12
_HEADING = "heading "
_KEY = Qt.ItemDataRole.UserRole + 1
_COUNT = Qt.ItemDataRole.UserRole + 2
_IS_NEWS = Qt.ItemDataRole.UserRole + 3

# What a line stands for: everything, a folder, the number of a saved search, or the problems.
Key = str | Path | int
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
        self._arrange()
        self.setItemDelegate(_Line(theme))
        self.itemClicked.connect(self._want)
        self.itemChanged.connect(self._rename)
        self.customContextMenuRequested.connect(self._show_menu)
        theme.changed.connect(self._fill)

    def _arrange(self) -> None:
        self.setHeaderHidden(True)
        self.setFixedWidth(WIDTH_PX)
        self.setIndentation(2 * GRID_PX)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setExpandsOnDoubleClick(False)

    def show_library(self, view: SidebarView) -> None:
        """Draw exactly `view`; what was open stays open."""
        if view != self._view:
            self._view = view
            self._fill()

    def show_current(self, key: Key | None) -> None:
        """Mark the line whose photos are shown; None where they are of no line."""
        self._current = key
        found = next((item for item in self._items() if item.data(0, _KEY) == key), None)
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
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and item:
            self._want(item)
        elif event.key() == Qt.Key.Key_Delete and item and isinstance(item.data(0, _KEY), int):
            self.delete_wanted.emit(item.data(0, _KEY))
        else:
            super().keyPressEvent(event)

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

    def _fill(self) -> None:
        opened = {item.data(0, _KEY) for item in self._items() if item.isExpanded()}
        place = self.verticalScrollBar().value()
        self._is_filling = True
        self.clear()
        view = self._view
        self._add(self, EVERYTHING, self.tr("All Photos"), "photos", view.photos)
        if view.folders:
            folders = self._heading(self.tr("Folders"), "folders")
            for node in view.folders:
                self._add_folder(folders, node, opened, is_root=True)
        if view.saved:
            saved = self._heading(self.tr("Saved Searches"), "saved")
            for search in view.saved:
                self._add_saved(saved, search)
        if view.problems:
            self._add(self, PROBLEMS, self.tr("Problems"), "picture-off", view.problems)
        self._is_filling = False
        self.show_current(self._current)
        self.verticalScrollBar().setValue(place)

    def _heading(self, text: str, key: str) -> Item:
        item = Item(self, [text])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setData(0, _KEY, _HEADING + key)
        item.setExpanded(True)
        return item

    def _add(self, parent: QTreeWidget | Item, key: Key, name: str, icon: str, count: int) -> Item:
        item = Item(parent, [name])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        item.setIcon(0, self._theme.icon(icon))
        item.setData(0, _KEY, key)
        item.setData(0, _COUNT, count)
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
        item.setData(0, _IS_NEWS, True)
        news = self.tr("%Ln new photo(s)", "", search.news)
        item.setToolTip(0, plain_tip(f"{search.name}\n{news}" if search.news else search.name))

    def _want(self, item: Item) -> None:
        key = item.data(0, _KEY)
        if item.flags() & Qt.ItemFlag.ItemIsSelectable:
            self._current = key
            self.wanted.emit(key)
        else:
            item.setExpanded(not item.isExpanded())

    def _rename(self, item: Item) -> None:
        number = item.data(0, _KEY)
        if self._is_filling or not isinstance(number, int):
            return
        before = next((each.name for each in self._view.saved if each.id == number), "")
        if item.text(0) != before:
            self.rename_wanted.emit(number, item.text(0))

    def _show_menu(self, place: QPoint) -> None:
        item = self.itemAt(place)
        if item is None:
            return
        key = item.data(0, _KEY)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if isinstance(key, int):
            menu.addAction(self.tr("Rename…"), lambda: self.editItem(item))
            menu.addAction(self.tr("Delete"), lambda: self.delete_wanted.emit(key))
        elif isinstance(key, Path):
            menu.addAction(self.tr("Manage Folders…"), self.folders_wanted.emit)
        if not menu.isEmpty():
            menu.popup(self.viewport().mapToGlobal(place))

    def _items(self) -> Iterable[Item]:
        waiting = [self.topLevelItem(row) for row in range(self.topLevelItemCount())]
        while waiting:
            item = waiting.pop()
            if item is not None:
                yield item
                waiting += [item.child(row) for row in range(item.childCount())]


class _Line(QStyledItemDelegate):
    """Name on the left, count on the right; a heading in small grey letters."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, _ROW_PX)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        told = QStyleOptionViewItem(option)
        self.initStyleOption(told, index)
        line: QRect = told.rect
        count = self._count(index)
        if str(index.data(_KEY)).startswith(_HEADING):
            told.font.setWeight(QFont.Weight.DemiBold)
            told.palette.setColor(QPalette.ColorRole.Text, self._theme.colour("secondary"))
        count_px = told.fontMetrics.horizontalAdvance(count) + 2 * GRID_PX if count else 0
        icon_px = 0 if told.icon.isNull() else 3 * GRID_PX
        told.text = told.fontMetrics.elidedText(
            told.text, Qt.TextElideMode.ElideMiddle, line.width() - count_px - icon_px - GRID_PX
        )
        told.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, told, painter, told.widget
        )
        painter.setPen(self._theme.colour(self._ink(told, index)))
        end = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(line.adjusted(0, 0, -GRID_PX, 0), int(end), count)

    def _ink(self, told: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> str:
        if told.state & QStyle.StateFlag.State_Selected:
            return "on_accent"
        return "accent" if index.data(_IS_NEWS) else "secondary"

    def _count(self, index: QModelIndex | QPersistentModelIndex) -> str:
        count = index.data(_COUNT)
        return grouped(count) if count else ""
