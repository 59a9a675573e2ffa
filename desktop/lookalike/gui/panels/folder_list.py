"""The folders of the library as the rows of a table."""

from PySide6.QtCore import QObject

from lookalike.gui.panels.row_list import RowList
from lookalike.gui.translations import grouped
from lookalike.library.folders import FolderStanding

_NUMBERS = (1, 2, 3)


class FolderList(RowList[FolderStanding]):
    """Name, counts, whether it can be reached, and where it is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_NUMBERS, parent)
        self.headings = (
            self.tr("Folder"),
            self.tr("Photos"),
            self.tr("Not readable"),
            self.tr("Missing"),
            self.tr("Now"),
            self.tr("Where"),
        )

    def text(self, row: FolderStanding, column: int) -> str:
        counts = row.counts
        return (
            row.path.name or str(row.path),
            grouped(counts.ready),
            grouped(counts.unreadable) if counts.unreadable else "–",
            grouped(counts.missing) if counts.missing else "–",
            self.tr("Online") if row.is_online else self.tr("Offline"),
            str(row.path),
        )[column]
