"""The folders of the library as the rows of a table."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from lookalike.gui.plain_tip import plain_tip
from lookalike.gui.translations import grouped
from lookalike.library.folders import FolderStanding

_NO_PARENT = QModelIndex()
_NUMBERS = (1, 2, 3)


class FolderList(QAbstractTableModel):
    """Holds what is shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.standings: Sequence[FolderStanding] = ()
        self._headings = (
            self.tr("Folder"),
            self.tr("Photos"),
            self.tr("Not readable"),
            self.tr("Missing"),
            self.tr("Now"),
            self.tr("Where"),
        )

    def show(self, standings: Sequence[FolderStanding]) -> None:
        self.beginResetModel()
        self.standings = standings
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.standings)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self.standings):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in _NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = self._texts(self.standings[index.row()])[index.column()]
            return text if role == Qt.ItemDataRole.DisplayRole else plain_tip(text)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._headings[section]
            if role == Qt.ItemDataRole.TextAlignmentRole and section in _NUMBERS:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _texts(self, standing: FolderStanding) -> tuple[str, ...]:
        counts = standing.counts
        return (
            standing.path.name or str(standing.path),
            grouped(counts.ready),
            grouped(counts.unreadable) if counts.unreadable else "–",
            grouped(counts.missing) if counts.missing else "–",
            self.tr("Online") if standing.is_online else self.tr("Offline"),
            str(standing.path),
        )
