"""The rows of a table, as texts of values that a subclass knows."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from lookalike.gui.plain_tip import plain_tip

Row = TypeVar("Row")

_NO_PARENT = QModelIndex()
_AT_THE_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_Role = Qt.ItemDataRole


class RowList(QAbstractTableModel, Generic[Row]):
    """Holds what is shown, beneath `headings`, which a subclass sets.

    Args:
        numbers: the columns that are aligned as numbers are.
    """

    def __init__(self, numbers: Sequence[int] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown: Sequence[Row] = ()
        self.headings: Sequence[str] = ()
        self._numbers = numbers

    def text(self, row: Row, column: int) -> str:
        """What stands in one cell."""
        raise NotImplementedError

    def show(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self.shown = rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.headings)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = _Role.DisplayRole
    ) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self.shown):
            return None
        if role == _Role.TextAlignmentRole and index.column() in self._numbers:
            return _AT_THE_RIGHT
        if role == _Role.DisplayRole:
            return self.text(self.shown[index.row()], index.column())
        if role == _Role.ToolTipRole:
            return plain_tip(self.text(self.shown[index.row()], index.column()))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == _Role.TextAlignmentRole and section in self._numbers:
            return _AT_THE_RIGHT
        return self.headings[section] if role == _Role.DisplayRole else None
