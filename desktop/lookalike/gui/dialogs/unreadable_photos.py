"""The list of photos that could not be read, each with its reason."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lookalike.gui.plain_tip import plain_tip
from lookalike.gui.theme import GRID_PX
from lookalike.photos import Photo
from lookalike.wording import counted

_NAME, _REASON, _FOLDER = range(3)


class UnreadablePhotos(QDialog):
    """Not modal: the photos can be looked after while it is open."""

    def __init__(self, photos: Sequence[Photo], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Photos That Could Not Be Read")
        self.resize(110 * GRID_PX, 56 * GRID_PX)
        heading = QLabel(_heading(len(photos)), wordWrap=True)
        self._table = _table(photos)
        self._table.itemActivated.connect(self._open_folder)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * GRID_PX] * 4)
        column.setSpacing(2 * GRID_PX)
        for part in (heading, self._table, close):
            column.addWidget(part)

    @property
    def lines(self) -> list[tuple[str, ...]]:
        """Name, reason and folder of each, as they read."""
        return [
            tuple(self._table.model().index(row, column).data() for column in range(3))
            for row in range(self._table.rowCount())
        ]

    def _open_folder(self, item: QTableWidgetItem) -> None:
        folder = self._table.item(item.row(), _FOLDER)
        if folder:
            QDesktopServices.openUrl(QUrl.fromLocalFile(folder.text()))


def _heading(count: int) -> str:
    return (
        f"{counted(count, 'file')} could not be read. Nothing was done to them; when one is "
        "replaced, the next import takes it in. Double-click a line to open its folder."
    )


def _table(photos: Sequence[Photo]) -> QTableWidget:
    table = QTableWidget(len(photos), 3)
    table.setHorizontalHeaderLabels(["Name", "Reason", "Folder"])
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    for row, photo in enumerate(photos):
        reason = photo.reason[:1].upper() + photo.reason[1:]
        for column, text in enumerate((photo.path.name, reason, str(photo.path.parent))):
            item = QTableWidgetItem(text)
            item.setToolTip(plain_tip(text))
            table.setItem(row, column, item)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    header.setStretchLastSection(True)
    table.setColumnWidth(_NAME, 200)
    table.setColumnWidth(_REASON, 340)
    return table
