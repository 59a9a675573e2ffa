"""What can be done with a label, as the menu of its line in the sidebar."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from lookalike.gui.labels.key_cap import KEYS
from lookalike.gui.labels.label_text import menu_text
from lookalike.gui.translations import percent_text
from lookalike.library.labels.labelling import LabelNode

# From these probabilities on a new photo may join an album unasked.
_ALBUM_FROM = (0.95, 0.8, 0.6)
_MOST_IN_MENU = 20


class LabelLineMenu(QMenu):
    """Of one label; it deletes itself when it closes.

    `merge_wanted` carries another label's id, `key_wanted` 1 to 9 or None, `album_wanted` a
    probability or None; `merge_elsewhere_wanted` asks for one of more labels than fit here,
    `found_wanted` for what the album found.

    Args:
        others: that it could become part of, the most likely first.
        keyed: the names of labels by their keys.
    """

    new_wanted = Signal()
    new_inside_wanted = Signal()
    rename_wanted = Signal()
    merge_wanted = Signal(object)
    merge_elsewhere_wanted = Signal()
    key_wanted = Signal(object)
    album_wanted = Signal(object)
    found_wanted = Signal()
    suggest_wanted = Signal()
    delete_wanted = Signal()

    def __init__(
        self,
        node: LabelNode,
        others: Sequence[LabelNode],
        keyed: dict[int, str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._node = node
        self._others = others
        self._keyed = keyed
        self.addAction(self.tr("New Label…"), self.new_wanted.emit)
        self.addAction(self.tr("New Label Inside…"), self.new_inside_wanted.emit)
        self.addSeparator()
        self.addAction(self.tr("Rename…"), self.rename_wanted.emit)
        if others:
            self._add_merge()
        self._add_keys()
        self._add_album()
        self.addSeparator()
        self.addAction(self.tr("Suggest Photos"), self.suggest_wanted.emit)
        self.addSeparator()
        self.addAction(self.tr("Delete"), self.delete_wanted.emit)

    def _add_merge(self) -> None:
        menu = self.addMenu(self.tr("Merge Into"))
        for other in self._others[:_MOST_IN_MENU]:
            name = menu_text(other.path, self.fontMetrics())
            menu.addAction(name, _said(self.merge_wanted.emit, other.label.id))
        if len(self._others) > _MOST_IN_MENU:
            menu.addSeparator()
            menu.addAction(self.tr("Another Label…"), self.merge_elsewhere_wanted.emit)

    def _add_keys(self) -> None:
        menu = self.addMenu(self.tr("Key"))
        group = QActionGroup(menu)
        own = self._node.label.key
        for key in KEYS:
            taken = self._keyed.get(key, "")
            told = f"&{key}   {menu_text(taken, self.fontMetrics())}".rstrip()
            self._add_choice(menu, group, told, own == key, _said(self.key_wanted.emit, key))
        menu.addSeparator()
        none = _said(self.key_wanted.emit, None)
        self._add_choice(menu, group, self.tr("None"), own is None, none)

    def _add_album(self) -> None:
        menu = self.addMenu(self.tr("Living Album"))
        menu.setToolTipsVisible(True)
        group = QActionGroup(menu)
        own = self._node.label.album
        off = _said(self.album_wanted.emit, None)
        self._add_choice(menu, group, self.tr("Off"), own is None, off)
        menu.addSeparator()
        levels = (self.tr("Very Certain"), self.tr("Certain"), self.tr("Likely"))
        for name, least in zip(levels, _ALBUM_FROM, strict=True):
            told = self.tr("New Photos That Are {level} ({percent})").format(
                level=name, percent=percent_text(least)
            )
            self._add_choice(menu, group, told, own == least, _said(self.album_wanted.emit, least))
        if own is not None and own not in _ALBUM_FROM:  # it was set where any can be
            told = self.tr("New Photos From {percent} On").format(percent=percent_text(own))
            self._add_choice(menu, group, told, True, _said(self.album_wanted.emit, own))
        if own is not None:
            menu.addSeparator()
            menu.addAction(self.tr("Show What It Found"), self.found_wanted.emit)

    def _add_choice(
        self,
        menu: QMenu,
        group: QActionGroup,
        text: str,
        is_chosen: bool,
        act: Callable[[], object],
    ) -> None:
        action = QAction(text, menu)
        action.setCheckable(True)
        action.setChecked(is_chosen)
        action.triggered.connect(lambda *_: act())
        group.addAction(action)
        menu.addAction(action)


def _said(emit: Callable[[object], object], value: object) -> Callable[[], object]:
    return lambda: emit(value)
