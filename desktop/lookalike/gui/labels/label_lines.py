"""The labels among the lines of the sidebar: listed, named, arranged, and dropped on."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from lookalike.gui.labels.label_drag import dragged_label_data, label_drag_picture
from lookalike.gui.labels.label_drops import LabelDrops
from lookalike.gui.labels.label_line_menu import LabelLineMenu
from lookalike.gui.panels.sidebar_line import HEADING, Key, LabelKey, LineRole
from lookalike.gui.plain_tip import plain_tip
from lookalike.gui.theme import Theme
from lookalike.gui.translations import grouped
from lookalike.library.labels.labelling import LabelNode
from lookalike.photos import LabelId

_HEADING = HEADING + "labels"
_OFFER = "new label"  # the line that there is instead of labels
_BEING_NAMED = "label being named"
_SELECTABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_EDITABLE = _SELECTABLE | Qt.ItemFlag.ItemIsEditable

Item = QTreeWidgetItem


class LabelLines(QObject):
    """What a person wants with labels, which are told by their ids; `make_wanted` carries a name
    and the label that the new one is to be inside of, or None; `give_wanted` photos and a label, or
    None for a new one."""

    make_wanted = Signal(str, object)
    rename_wanted = Signal(object, str)
    move_wanted = Signal(object, object)
    merge_wanted = Signal(object, object)
    merge_elsewhere_wanted = Signal(object)
    key_wanted = Signal(object, object)
    album_wanted = Signal(object, object)
    found_wanted = Signal(object)
    suggest_wanted = Signal(object)
    delete_wanted = Signal(object)
    give_wanted = Signal(list, object)

    def __init__(self, tree: QTreeWidget, theme: Theme) -> None:
        super().__init__(tree)
        self._tree = tree
        self._theme = theme
        self._nodes: Sequence[LabelNode] = ()
        self._by_id: dict[LabelId, LabelNode] = {}
        self._heading: Item | None = None
        self._items: dict[LabelId, Item] = {}
        self._new_inside: LabelId | None = None
        self._has_made = False
        self._fresh: list[LabelId] = []
        self.drops = LabelDrops(tree, label_of, _is_heading)
        self.drops.given.connect(self.give_wanted)
        self.drops.nested.connect(self.move_wanted)

    # --- what is listed -------------------------------------------------------------------------

    @property
    def nodes(self) -> Sequence[LabelNode]:
        return self._nodes

    def take(self, nodes: Sequence[LabelNode]) -> None:
        """These are the labels from the next `fill` on."""
        known = set(self._by_id)
        self._nodes = nodes
        self._by_id = {}
        waiting = list(nodes)
        for node in waiting:
            self._by_id[node.label.id] = node
            waiting.extend(node.children)
        self._fresh = [each for each in self._by_id if each not in known] if self._has_made else []
        self._has_made = False

    def fill(self, heading: Item, opened: Collection[Key]) -> None:
        """Add them under their heading, which a click at its end adds to."""
        self.drops.leave()
        self._heading, self._items = heading, {}
        heading.setData(0, LineRole.SIGN, "plus")
        heading.setToolTip(0, self.tr("Click + for a new label, or drop photos here"))
        heading.addChildren([self._line(node) for node in self._nodes])
        if not self._nodes:
            self._add_offer(heading)
        for key in opened:
            if isinstance(key, LabelKey) and key.id in self._items:
                self._items[key.id].setExpanded(True)

    def show_made(self) -> None:
        """Who made a label wants to see it, in whatever it is nested."""
        if self._fresh:
            self._tree.scrollToItem(self._items[self._fresh.pop()])

    def _line(self, node: LabelNode) -> Item:
        label, key = node.label, LabelKey(node.label.id)
        item = Item([label.name])
        item.setFlags(_EDITABLE | Qt.ItemFlag.ItemIsDragEnabled)
        is_album = label.album is not None
        item.setIcon(0, self._theme.icon("album" if is_album else "label"))
        item.setData(0, LineRole.KEY, key)
        item.setData(0, LineRole.COUNT, node.photos_below)
        item.setData(0, LineRole.CAP, label.key)
        spoken = self._spoken(node)
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)
        item.setToolTip(0, plain_tip(spoken))
        item.addChildren([self._line(child) for child in node.children])
        self._items[label.id] = item
        return item

    def _spoken(self, node: LabelNode) -> str:
        told = [node.path, self.tr("%Ln photo(s)", "", node.photos_below)]
        if node.photos != node.photos_below:
            told.append(self.tr("{count} of them itself").format(count=grouped(node.photos)))
        if node.label.key:
            told.append(self.tr("key {key}").format(key=node.label.key))
        if node.label.album is not None:
            told.append(self.tr("a living album: new photos join it"))
        return ", ".join(told)

    def _add_offer(self, heading: Item) -> None:
        item = Item(heading, [self.tr("New Label…")])
        item.setFlags(_SELECTABLE)
        item.setIcon(0, self._theme.icon("label-new"))
        item.setData(0, LineRole.KEY, _OFFER)
        item.setData(0, LineRole.IS_QUIET, True)
        tip = self.tr(
            "Labels are your own words for photos. Give them by a key, 1 to 9, by dropping photos "
            "on them, or with L; from a few examples the program learns to suggest more."
        )
        item.setToolTip(0, plain_tip(tip))

    # --- what a person does with them -------------------------------------------------------------

    def press(self, item: Item, *, is_at_end: bool) -> bool:
        """A click, or Enter; says whether it was for us."""
        is_new = item.data(0, LineRole.KEY) == _OFFER or (_is_heading(item) and is_at_end)
        if is_new:
            self.name_new(None)
        return is_new

    def name_new(self, inside: LabelId | None) -> None:
        """Let the person type the name of a new label, where it will be."""
        outer = self._heading if inside is None else self._items.get(inside)
        if outer is None:
            return
        self._new_inside = inside
        item = Item()
        item.setFlags(_EDITABLE)
        item.setIcon(0, self._theme.icon("label-new"))
        item.setData(0, LineRole.KEY, _BEING_NAMED)
        item.setData(0, LineRole.HINT, self.tr("Name"))
        outer.insertChild(0, item)
        outer.setExpanded(True)
        self._tree.scrollToItem(item)
        self._tree.editItem(item)

    def take_text(self, item: Item) -> bool:
        """A line was given another text; says whether it was one of ours."""
        label_id, text = label_of(item), item.text(0).strip()
        if item.data(0, LineRole.KEY) == _BEING_NAMED:
            if text:
                self._has_made = True
                self.make_wanted.emit(text, self._new_inside)
            return True
        if label_id is None:
            return False
        if text != self._by_id[label_id].label.name:
            self.rename_wanted.emit(label_id, text)
        return True

    def delete(self, item: Item) -> bool:
        """The Delete key was pressed on a line; says whether it was one of ours."""
        label_id = label_of(item)
        if label_id is not None:
            self.delete_wanted.emit(label_id)
        return label_id is not None

    def menu(self, item: Item) -> LabelLineMenu | None:
        """Of a line of ours."""
        label_id = label_of(item)
        if label_id is None:
            return None
        node = self._by_id[label_id]
        keyed = {each.label.key: each.label.name for each in self._by_id.values()}
        menu = LabelLineMenu(
            node,
            self._others(node),
            {key: name for key, name in keyed.items() if key},
            self._tree,
        )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.new_wanted.connect(lambda: self.name_new(node.label.parent))
        menu.new_inside_wanted.connect(lambda: self.name_new(label_id))
        menu.rename_wanted.connect(lambda: self._rename(label_id))
        menu.merge_wanted.connect(lambda into: self.merge_wanted.emit(label_id, into))
        menu.merge_elsewhere_wanted.connect(lambda: self.merge_elsewhere_wanted.emit(label_id))
        menu.key_wanted.connect(lambda key: self.key_wanted.emit(label_id, key))
        menu.album_wanted.connect(lambda least: self.album_wanted.emit(label_id, least))
        menu.found_wanted.connect(lambda: self.found_wanted.emit(label_id))
        menu.suggest_wanted.connect(lambda: self.suggest_wanted.emit(label_id))
        menu.delete_wanted.connect(lambda: self.delete_wanted.emit(label_id))
        return menu

    def _rename(self, label_id: LabelId) -> None:
        """The lines may have been filled anew while the menu was open."""
        item = self._items.get(label_id)
        if item:
            self._tree.editItem(item)

    def start_drag(self) -> None:
        """The label that was taken hold of, to be dropped on another."""
        item = self._tree.currentItem()
        label_id = label_of(item) if item else None
        if item is None or label_id is None:
            return
        drag = QDrag(self._tree)
        drag.setMimeData(dragged_label_data(label_id))
        ratio = self._tree.devicePixelRatioF()
        drag.setPixmap(label_drag_picture(item.text(0), self._tree.font(), self._theme, ratio))
        drag.setHotSpot(QPoint(0, 0))
        drag.exec(Qt.DropAction.MoveAction)

    def _is_inside(self, label_id: LabelId, outer: LabelId) -> bool:
        """Whether one label is another, or inside of it."""
        at: LabelId | None = label_id
        while at is not None and at in self._by_id:
            if at == outer:
                return True
            at = self._by_id[at].label.parent
        return False

    def _others(self, node: LabelNode) -> list[LabelNode]:
        """What it could be merged into: those beside it first."""
        others = [
            each
            for each in self._by_id.values()
            if not self._is_inside(each.label.id, node.label.id)
        ]
        parent = node.label.parent
        return sorted(others, key=lambda each: (each.label.parent != parent, each.path.casefold()))


def label_of(item: Item) -> LabelId | None:
    """The label that a line of the sidebar stands for."""
    key = item.data(0, LineRole.KEY)
    return key.id if isinstance(key, LabelKey) else None


def _is_heading(item: Item) -> bool:
    return item.data(0, LineRole.KEY) in (_HEADING, _OFFER)
