"""What a line of the sidebar stands for, and how it is painted."""

from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from lookalike.gui.labels.key_cap import CAP_PX, draw_key_cap
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.translations import grouped
from lookalike.photos import LabelId

HEADING = "heading "
_ROW_PX = 28
_ICON_PX = 16


@dataclass(frozen=True, slots=True)
class LabelKey:
    """The line of a label."""

    id: LabelId


# Everything, a folder, the number of a saved search, a label, or the problems.
Key = str | Path | int | LabelKey
Index = QModelIndex | QPersistentModelIndex


class LineRole(IntEnum):
    """What `data` tells of a line.

    CAP is the key that gives a label, SIGN the name of an icon at the end, HINT what an
    editor says while it is empty; IS_QUIET is for a line that is an offer rather than a thing.
    """

    KEY = Qt.ItemDataRole.UserRole + 1
    COUNT = Qt.ItemDataRole.UserRole + 2
    IS_NEWS = Qt.ItemDataRole.UserRole + 3
    CAP = Qt.ItemDataRole.UserRole + 4
    SIGN = Qt.ItemDataRole.UserRole + 5
    IS_QUIET = Qt.ItemDataRole.UserRole + 6
    HINT = Qt.ItemDataRole.UserRole + 7


class SidebarLine(QStyledItemDelegate):
    """Name on the left, count on the right; a heading in small grey letters."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, _ROW_PX)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, QLineEdit):
            editor.setPlaceholderText(index.data(LineRole.HINT) or "")
        return editor

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        told = QStyleOptionViewItem(option)
        self.initStyleOption(told, index)
        line: QRect = told.rect
        is_heading = str(index.data(LineRole.KEY)).startswith(HEADING)
        if is_heading:
            told.font.setWeight(QFont.Weight.DemiBold)
        if is_heading or index.data(LineRole.IS_QUIET):
            told.palette.setColor(QPalette.ColorRole.Text, self._theme.colour("secondary"))
        right_px = self._right_px(told, index)
        icon_px = 0 if told.icon.isNull() else 3 * GRID_PX
        # Of two folders the ends differ, of two labels the beginnings.
        is_label = isinstance(index.data(LineRole.KEY), LabelKey)
        cut = Qt.TextElideMode.ElideRight if is_label else Qt.TextElideMode.ElideMiddle
        room_px = line.width() - right_px - icon_px - GRID_PX
        told.text = told.fontMetrics.elidedText(told.text, cut, room_px)
        told.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, told, painter, told.widget
        )
        self._draw_right(painter, line, told, index)

    def _right_px(self, told: QStyleOptionViewItem, index: Index) -> int:
        """How much of the line is not the name's."""
        count = _count(index)
        width_px = told.fontMetrics.horizontalAdvance(count) + 2 * GRID_PX if count else 0
        width_px += CAP_PX + GRID_PX // 2 if index.data(LineRole.CAP) else 0
        return width_px + (_ICON_PX + GRID_PX // 2 if index.data(LineRole.SIGN) else 0)

    def _draw_right(
        self, painter: QPainter, line: QRect, told: QStyleOptionViewItem, index: Index
    ) -> None:
        """From the right: the count, the key, the sign."""
        name = self._ink(told, index)
        ink, count = self._theme.colour(name), _count(index)
        painter.setPen(ink)
        end = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        place = line.adjusted(0, 0, -GRID_PX, 0)
        painter.drawText(place, int(end), count)
        right = place.right() + 1
        if count:
            right -= told.fontMetrics.horizontalAdvance(count) + GRID_PX
        cap, sign = index.data(LineRole.CAP), index.data(LineRole.SIGN)
        if cap:
            draw_key_cap(painter, cap, _middle(line, right - CAP_PX / 2), QColor(ink))
            right -= CAP_PX + GRID_PX // 2
        if sign:
            ratio = painter.device().devicePixelRatioF()
            picture = self._theme.picture(sign, _ICON_PX, name, ratio)
            top = line.top() + (line.height() - _ICON_PX) // 2
            painter.drawPixmap(right - _ICON_PX, top, picture)

    def _ink(self, told: QStyleOptionViewItem, index: Index) -> str:
        if told.state & QStyle.StateFlag.State_Selected:
            return "on_accent"
        return "accent" if index.data(LineRole.IS_NEWS) else "secondary"


def _middle(line: QRect, x: float) -> QPointF:
    return QPointF(x, line.top() + line.height() / 2)


def _count(index: Index) -> str:
    count = index.data(LineRole.COUNT)
    return grouped(count) if count else ""
