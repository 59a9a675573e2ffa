"""The confusion matrix as a table that one can walk in: shaded by share, counts in its cells."""

import numpy as np
from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from lookalike.gui.plain_tip import plain_tip
from lookalike.gui.teach.confusion_view import ConfusionView, ConfusionWords
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.translations import grouped

SHARE = Qt.ItemDataRole.UserRole
_SMALLEST_PX, _LARGEST_PX = 22, 56
_MOST_NAME_PX = 17 * GRID_PX
_PAD_PX = GRID_PX
_ENOUGH_CONTRAST = 3.5
_LEAST_SHADE = 0.12  # one photo among many is seen too
_Role = Qt.ItemDataRole
_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class ConfusionCells(QAbstractTableModel):
    """Rows are a person's labels, columns what the program says."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._words = ConfusionWords()
        self.view = ConfusionView((), np.zeros((0, 0), np.int64), np.zeros((0, 0)), {})

    def show(self, view: ConfusionView) -> None:
        self.beginResetModel()
        self.view = view
        self.endResetModel()

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """Without "none of these", which nobody gives to a photo."""
        return 0 if parent.isValid() else max(0, len(self.view.names) - 1)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.view.names)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        at = index.row(), index.column()
        if role == SHARE:
            return float(self.view.shares[at])
        if role == _Role.DisplayRole:
            return grouped(int(self.view.counts[at])) if self.view.counts[at] else ""
        if role in (_Role.ToolTipRole, _Role.AccessibleTextRole):
            return plain_tip(self._words.cell(self.view, *at))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        if role == _Role.ToolTipRole:
            return plain_tip(self.view.names[section])
        return self.view.names[section] if role == _Role.DisplayRole else None


class ConfusionTable(QTableView):
    """`cell_chosen` carries a row and a column whose photos are wanted."""

    cell_chosen = Signal(int, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._most_px = self._wanted_px = 64 * GRID_PX
        self.cells = ConfusionCells(self)
        self.setModel(self.cells)
        self.setObjectName("confusion_table")
        self.setAccessibleName(self.tr("What photos of each label were told as"))
        self.setItemDelegate(_CellDelegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Expanding)
        self._make_headers()
        self.clicked.connect(self._choose)
        theme.changed.connect(self.viewport().update)

    def show_view(self, view: ConfusionView) -> None:
        """The cell with most mistakes is the one that the keyboard is on."""
        self.cells.show(view)
        self._fit()
        self.go_to(*(view.worst or (0, 0)))

    def go_to(self, row: int, column: int) -> None:
        """Let the keyboard be on a cell."""
        just_go = QItemSelectionModel.SelectionFlag.NoUpdate
        self.selectionModel().setCurrentIndex(self.cells.index(row, column), just_go)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def set_most_px(self, width_px: int) -> None:
        """How wide it may be; it is as wide as its cells are."""
        self._most_px = width_px
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(min(self._most_px, self._wanted_px), super().sizeHint().height())

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and self.cells.view.counts[index.row(), index.column()]:
            self.cell_chosen.emit(index.row(), index.column())

    def _make_headers(self) -> None:
        self.setHorizontalHeader(_SteepHeader(self))
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(GRID_PX)
            header.setSectionsClickable(False)
            header.setSelectionModel(QItemSelectionModel(self.cells, header))
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.verticalHeader().setMaximumWidth(_MOST_NAME_PX)
        self.verticalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )

    def _fit(self) -> None:
        """Cells as large as there is room for all of them; beyond that it scrolls."""
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        count, lines = self.cells.columnCount(), self.cells.rowCount()
        names_px = min(_MOST_NAME_PX, rows.sizeHint().width())
        beside_px = names_px + 2 * self.frameWidth()
        high_px = self.height() - columns.sizeHint().height() - 2 * self.frameWidth()
        room_px = min(high_px // max(1, lines), (self._most_px - beside_px) // max(1, count))
        side_px = max(_SMALLEST_PX, min(_LARGEST_PX, room_px))
        for header in (rows, columns):
            header.setDefaultSectionSize(side_px)
        bar_px = self.verticalScrollBar().sizeHint().width() if lines * side_px > high_px else 0
        self._wanted_px = beside_px + count * side_px + bar_px
        self.updateGeometry()


class _SteepHeader(QHeaderView):
    """Names from the bottom up, as columns are narrow."""

    def __init__(self, table: ConfusionTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)

    def sizeHint(self) -> QSize:
        count = self.model().columnCount() if self.model() else 0
        widths = [self.fontMetrics().horizontalAdvance(self._name(at)) for at in range(count)]
        longest = max(widths, default=0) + 2 * _PAD_PX
        return QSize(super().sizeHint().width(), min(_MOST_NAME_PX, longest))

    def paintSection(self, painter: QPainter, place: QRect, section: int) -> None:
        painter.save()
        painter.setPen(self.palette().placeholderText().color())
        painter.translate(place.left(), place.bottom())
        painter.rotate(-90)
        line = QRect(0, 0, place.height(), place.width()).adjusted(_PAD_PX, 0, -_PAD_PX // 2, 0)
        cut = Qt.TextElideMode.ElideMiddle
        short = self.fontMetrics().elidedText(self._name(section), cut, line.width())
        how = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, how, short)
        painter.restore()

    def _name(self, section: int) -> str:
        return str(self.model().headerData(section, Qt.Orientation.Horizontal))


class _CellDelegate(QStyledItemDelegate):
    """What is right in the accent's colour, what is wrong in that of warnings."""

    def __init__(self, theme: Theme, table: ConfusionTable) -> None:
        super().__init__(table)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = QRectF(option.rect).adjusted(1, 1, -1, -1)
        shade = self._shade(float(index.data(SHARE)), is_right=index.row() == index.column())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        painter.drawRoundedRect(cell, 3, 3)
        font = QFont(option.font)
        font.setBold(index.row() == index.column())
        painter.setFont(font)
        painter.setPen(self._legible_on(shade))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        if option.state & _LIT:
            painter.setPen(QPen(self._theme.colour("text"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(cell, 3, 3)
        painter.restore()

    def _shade(self, share: float, *, is_right: bool) -> QColor:
        ground = self._theme.colour("placeholder")
        full = self._theme.colour("accent" if is_right else "warning")
        part = _LEAST_SHADE + (1 - _LEAST_SHADE) * share if share else 0.0
        return QColor.fromRgbF(
            *(
                dull + part * (bright - dull)
                for dull, bright in (
                    (ground.redF(), full.redF()),
                    (ground.greenF(), full.greenF()),
                    (ground.blueF(), full.blueF()),
                )
            )
        )

    def _legible_on(self, shade: QColor) -> QColor:
        """White where that can be read, so that most of the diagonal is alike, else as usual."""
        white, usual = self._theme.colour("on_accent"), self._theme.colour("text")
        ground = self._theme.colour("grid")
        if _contrast(white, shade) >= _ENOUGH_CONTRAST:
            return white
        return max((usual, ground), key=lambda colour: _contrast(colour, shade))


def _contrast(one: QColor, other: QColor) -> float:
    """Of two colours, 1 to 21 (W3C, "Web Content Accessibility Guidelines" 2.1)."""
    dark, bright = sorted((_luminance(one), _luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return sum(part * share for part, share in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


# Under the mouse, or where the keyboard is.
_LIT = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus
