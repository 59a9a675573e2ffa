"""Shows what something would do, in sentences and a table, before it does anything."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lookalike.gui.panels.row_list import RowList
from lookalike.gui.panels.row_table import RowTable
from lookalike.gui.panels.wrapped_label import WrappedLabel
from lookalike.gui.theme import GRID_PX, Theme

_MOST_ROWS_SHOWN = 10


@dataclass(frozen=True, slots=True)
class PreviewText:
    """What is said above the table, and what the button says.

    Args:
        warnings: what a person should know before; `notes`: what is good to know.
        can_go: False where there is nothing to do.
    """

    title: str
    command: str
    warnings: Sequence[str] = ()
    notes: Sequence[str] = ()
    can_go: bool = True


class Preview(QDialog):
    """`confirmed` comes when the person wants it done.

    Args:
        rows: the table, with the widths of its columns but the last.
        name: what the table lists.
    """

    confirmed = Signal()

    def __init__(
        self,
        text: PreviewText,
        rows: RowList[Any],
        widths: Sequence[int],
        name: str,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Preview"))
        self._theme = theme
        self.text = text
        self.rows = rows
        rows.setParent(self)
        self.table = RowTable(rows, name)
        self.table.setSortingEnabled(False)
        for column, width_px in enumerate(widths):
            self.table.setColumnWidth(column, width_px)
        self.go = QPushButton(text.command)
        self.go.setProperty("main", True)
        self.go.setEnabled(text.can_go)
        self.go.setDefault(text.can_go)
        self.go.clicked.connect(lambda _: self._confirm())
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._buttons.addButton(self.go, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        (self.go if text.can_go else self._buttons).setFocus()

    def _confirm(self) -> None:
        self.accept()
        self.confirmed.emit()

    def _lay_out(self) -> None:
        title = WrappedLabel(self.text.title)
        title.setProperty("rank", "title")
        rows = min(self.rows.rowCount(), _MOST_ROWS_SHOWN)
        row_px = self.table.verticalHeader().defaultSectionSize()
        self.table.setMinimumHeight(4 * row_px)
        self.table.setVisible(rows > 0)
        page = QVBoxLayout(self)
        page.setContentsMargins(*[3 * GRID_PX] * 4)
        page.setSpacing(GRID_PX)
        page.addWidget(title)
        for kind, sentences in (("warning", self.text.warnings), ("info", self.text.notes)):
            for sentence in sentences:
                page.addLayout(self._line(kind, sentence))
        page.addSpacing(GRID_PX)
        page.addWidget(self.table, 1)
        if not rows:
            page.addStretch(1)
        page.addSpacing(GRID_PX)
        page.addWidget(self._buttons)
        self.setMinimumWidth(56 * GRID_PX)
        said = len(self.text.warnings) + len(self.text.notes)
        self.resize(80 * GRID_PX, (25 + 4 * said) * GRID_PX + rows * row_px)

    def _line(self, kind: str, sentence: str) -> QHBoxLayout:
        colour = "warning" if kind == "warning" else "secondary"
        picture = self._theme.picture(kind, 20, colour, self.devicePixelRatioF())
        row = QHBoxLayout()
        row.setSpacing(GRID_PX)
        row.addWidget(QLabel(pixmap=picture), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(WrappedLabel(sentence), 1)
        return row
