"""All keys on one sheet: those of the menus, and those that single places and pages have."""

from collections.abc import Sequence
from itertools import combinations, pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from lookalike.gui.theme import GRID_PX

_COLUMNS = 3
_NATIVE = QKeySequence.SequenceFormat.NativeText
Line = tuple[str, str]
Group = tuple[str, list[Line]]


class ShortcutSheet(QDialog):
    """Not modal, so that the keys can be tried beside it.

    Args:
        menus: each menu's name and its actions.
    """

    def __init__(self, menus: Sequence[tuple[str, Sequence[QAction]]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard Shortcuts"))
        of_menus = [_menu_group(name, actions) for name, actions in menus]
        self.groups = [*of_menus, *self._of_photos(), *self._of_labels()]
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        sheet = self._sheet()
        scroll.setWidget(sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        self.resize(parent.size().boundedTo(sheet.sizeHint()))

    def _of_photos(self) -> list[Group]:
        """Keys that mean something only where the focus is."""
        grid = [
            (self.tr("Show the photo large"), self.tr("Enter")),
            (self.tr("More like this, less like this"), "+  −"),
            (self.tr("Choose more"), self.tr("Shift+Arrows, Ctrl+Space")),
            (self.tr("Give the label of a key"), "1  …  9"),
            (self.tr("Rename the label or saved search"), "F2"),
            (self.tr("Unfold a stack or a group"), "S"),
        ]
        photo = [
            (self.tr("Photo before, photo after"), "←  →"),
            (self.tr("Closer, farther"), "+  −"),
            (self.tr("Whole, pixel by pixel"), "0  Z"),
            (self.tr("What the file tells"), "I"),
        ]
        compare = [
            (self.tr("Side by side, swap"), "S  X"),
            (self.tr("Flicker, difference"), "F  D"),
            (self.tr("Weaker, stronger difference"), "[  ]"),
            (self.tr("Move in step, or each by itself"), "L"),
        ]
        query = [
            (self.tr("From picture to picture"), "←  →"),
            (self.tr("More like this, less like this"), "+  −"),
            (self.tr("Count more, count less"), "↑  ↓"),
            (self.tr("Search by a part of it"), "R"),
            (self.tr("Remove"), self.tr("Delete")),
        ]
        return [
            (self.tr("Photos"), grid),
            (self.tr("One Photo"), photo),
            (self.tr("Compare"), compare),
            (self.tr("Query"), query),
        ]

    def _of_labels(self) -> list[Group]:
        """The same, on the pages that suggest and teach."""
        delete = self.tr("Delete")
        suggestions = [
            (self.tr("Accept"), self.tr("Enter")),
            (self.tr("Reject"), ",  ".join((delete, self.tr("Backspace")))),
            (self.tr("Skip"), ",  ".join((self.tr("Space"), "→"))),
            (self.tr("Take the answer back"), self.tr("Ctrl+Z")),
            (self.tr("It is another label"), "1  …  9"),
            (self.tr("Why, and how the heat lies"), "W  H"),
            (self.tr("One by one, many at once"), "B"),
            (self.tr("Closer, farther, whole"), "+  −  0"),
        ]
        teach = [
            (self.tr("Keep a suspect label, change it"), "K  C"),
            (self.tr("Take it off"), delete),
            (self.tr("Why?"), "W"),
            (self.tr("From cell to cell"), "←  →  ↑  ↓"),
        ]
        return [(self.tr("Suggestions"), suggestions), (self.tr("Teach"), teach)]

    def _sheet(self) -> QWidget:
        sheet = QWidget()
        row = QHBoxLayout(sheet)
        row.setContentsMargins(*[3 * GRID_PX] * 4)
        row.setSpacing(5 * GRID_PX)
        for groups in _columns(self.groups):
            column = QVBoxLayout()
            column.setSpacing(3 * GRID_PX)
            for title, lines in groups:
                column.addLayout(_group(title, lines))
            column.addStretch()
            row.addLayout(column)
        return sheet


def _menu_group(name: str, actions: Sequence[QAction]) -> Group:
    with_keys = [action for action in actions if action.shortcuts()]
    return name, [(_plain(action.text()), _keys(action)) for action in with_keys]


def _plain(text: str) -> str:
    return text.replace("&", "").rstrip("…")


def _keys(action: QAction) -> str:
    return ",  ".join(key.toString(_NATIVE) for key in action.shortcuts()[:2])


def _columns(groups: Sequence[Group]) -> list[Sequence[Group]]:
    """In their order, the longest column as short as can be."""
    cuts = combinations(range(1, len(groups)), _COLUMNS - 1)
    ways = ([groups[at:end] for at, end in pairwise((0, *cut, len(groups)))] for cut in cuts)
    return min(ways, key=lambda columns: max(map(_height, columns)))


def _height(groups: Sequence[Group]) -> int:
    """In lines: each group has a heading and a gap as well."""
    return sum(len(lines) + 2 for _, lines in groups)


def _group(title: str, lines: Sequence[Line]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(3 * GRID_PX)
    grid.setVerticalSpacing(4)
    heading = QLabel(title)
    heading.setProperty("rank", "name")
    grid.addWidget(heading, 0, 0, 1, 2)
    for number, (what, keys) in enumerate(lines, 1):
        told = QLabel(keys)
        told.setProperty("tone", "secondary")
        told.setMinimumWidth(QFontMetrics(told.font()).horizontalAdvance(keys))
        grid.addWidget(QLabel(what), number, 0)
        grid.addWidget(told, number, 1, Qt.AlignmentFlag.AlignRight)
    grid.setColumnStretch(0, 1)
    return grid
