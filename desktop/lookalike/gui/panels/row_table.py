"""A table of whole rows, quick with many of them."""

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

_ROW_PX = 30


class RowTable(QTableView):
    """Rows are selected as a whole, headings sort, long texts are shortened in the middle."""

    def __init__(self, rows: QAbstractItemModel, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setModel(rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSortingEnabled(True)
        rows_header = self.verticalHeader()
        rows_header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows_header.setDefaultSectionSize(_ROW_PX)
        rows_header.hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        for each in (header, rows_header):
            # With the table's own, each paint asks of every row whether its columns are selected.
            each.setSelectionModel(QItemSelectionModel(rows, each))

    @property
    def selected_rows(self) -> list[int]:
        """From the top; without a handle for each, of which there may be many thousands."""
        return [row for some in self._ranges() for row in some]

    @property
    def selected_count(self) -> int:
        """How many rows are selected."""
        return sum(map(len, self._ranges()))

    def _ranges(self) -> list[range]:
        # Whole rows are selected, so no row is in two of these.
        found = self.selectionModel().selection().toList()
        return sorted((range(some.top(), some.bottom() + 1) for some in found), key=_first)


def _first(rows: range) -> int:
    return rows.start
