"""Lists the files that nothing was done with, each with the reason."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from lookalike.gui.panels.row_table import RowTable
from lookalike.gui.panels.wrapped_label import WrappedLabel
from lookalike.gui.plain_tip import plain_tip
from lookalike.gui.theme import GRID_PX
from lookalike.library.files.file_work import FileOutcome

_MOST_ROWS = 10_000


class FileDetails(QDialog):
    """Not modal; what it lists can be copied as text."""

    def __init__(self, outcomes: Sequence[FileOutcome], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Details"))
        self._outcomes = outcomes
        title = WrappedLabel(self.tr("%Ln file(s) were left as they are", "", len(outcomes)))
        title.setProperty("rank", "title")
        self.table = RowTable(self._rows(), self.tr("Files"))
        copy = QPushButton(self.tr("Copy as Text"))
        copy.clicked.connect(lambda _: QGuiApplication.clipboard().setText(self.text))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[3 * GRID_PX] * 4)
        column.setSpacing(2 * GRID_PX)
        for part in (title, self.table, buttons):
            column.addWidget(part)
        self.table.setColumnWidth(0, 220)
        self.table.setColumnWidth(1, 320)
        self.resize(100 * GRID_PX, 50 * GRID_PX)

    @property
    def text(self) -> str:
        """A line for each file."""
        return "\n".join(f"{outcome.source}: {outcome.reason}" for outcome in self._outcomes)

    def _rows(self) -> QStandardItemModel:
        rows = QStandardItemModel(self)
        headings = [self.tr("Name"), self.tr("Reason"), self.tr("Folder")]
        rows.setHorizontalHeaderLabels(headings)
        for outcome in self._outcomes[:_MOST_ROWS]:
            source = outcome.source
            texts = (source.name, outcome.reason, str(source.parent))
            items = [QStandardItem(text) for text in texts]
            for item, text in zip(items, texts, strict=True):
                item.setToolTip(plain_tip(text))
            rows.appendRow(items)
        return rows
