"""The folders of the library: how they stand, what they leave out, and how to let one go."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lookalike.gui.panels.empty_state import EmptyState
from lookalike.gui.panels.folder_list import FolderList
from lookalike.gui.panels.row_of import row_of
from lookalike.gui.panels.row_table import RowTable
from lookalike.gui.panels.tool_button import tool_button
from lookalike.gui.panels.wrapped_label import WrappedLabel
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.library.folders import FolderStanding

_TIGHT_PX = 420


class FoldersPage(QWidget):
    """Says what is wanted: `look_wanted` and `removal_wanted` carry a FolderStanding,
    `exclude_wanted` a FolderStanding and a list of patterns.
    """

    closed = Signal()
    import_wanted = Signal()
    look_wanted = Signal(object)
    removal_wanted = Signal(object)
    exclude_wanted = Signal(object, list)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("folders_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = theme
        self._is_importing = False
        self._edited = ""
        self.setWindowTitle(self.tr("Folders"))
        self._title = QLabel(self.windowTitle())
        self._title.setProperty("rank", "title")
        self._about = QLabel(
            self.tr("Photos are looked for in these folders and all folders inside them.")
        )
        self._about.setProperty("tone", "secondary")
        self._import = QPushButton(self.tr("Import Folder…"))
        self._import.clicked.connect(self.import_wanted)
        self._close = tool_button(self.tr("Back to the photos (Esc)"), self.closed.emit)
        self.list = FolderList(self)
        self.table = RowTable(self.list, self.tr("Folders"))
        self._empty = EmptyState(theme)
        self._empty.tell(
            "folders", self.tr("No folders yet."), self.tr("Import one, and it is listed here.")
        )
        self._name = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._name.setProperty("rank", "name")
        how = self.tr(
            "Leave out what matches one of these patterns, one in each line: *.png for PNG files, "
            "Trash for what has that name, */private/* for what is inside a folder called private."
        )
        self._how = WrappedLabel(how)
        self._how.setProperty("tone", "secondary")
        self.patterns = QPlainTextEdit(tabChangesFocus=True)
        self.patterns.setPlaceholderText(self.tr("For example:\n*_small.*\n*/private/*"))
        self.patterns.setAccessibleName(self.tr("Patterns of what to leave out"))
        self.patterns.setToolTip(how)
        self.look_button = QPushButton(self.tr("Look Again"))
        self.remove_button = QPushButton(self.tr("Remove from Library…"))
        self.save_button = QPushButton(self.tr("Save and Look Again"))
        self._details = QWidget()
        self._lay_out()
        self._connect()
        theme.changed.connect(self._dress)
        self._dress()
        self.show_folders(())

    def show_folders(self, standings: Sequence[FolderStanding]) -> None:
        """Show the folders as they stand; what is being edited stays as it is."""
        chosen = self.chosen
        if tuple(standings) != tuple(self.list.shown):
            self.list.show(standings)
            paths = [standing.path for standing in standings]
            row = paths.index(chosen.path) if chosen and chosen.path in paths else 0
            self.table.selectRow(row)
        self._empty.setVisible(not standings)
        self.table.setVisible(bool(standings))
        self._details.setVisible(bool(standings))
        self._show_chosen()

    def show_importing(self, is_importing: bool) -> None:
        """While photos come in, a folder is neither removed nor changed under the import."""
        self._is_importing = is_importing
        self._update_buttons()

    @property
    def chosen(self) -> FolderStanding | None:
        """The folder that is selected."""
        rows = self.table.selected_rows
        return self.list.shown[rows[0]] if rows else None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard starts on the table, where there is one."""
        super().focusInEvent(event)
        if self.table.isVisible():
            self.table.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is tight, the example in the empty field has to do."""
        for part in (self._about, self._how):
            part.setVisible(event.size().height() >= _TIGHT_PX)
        super().resizeEvent(event)

    def _show_chosen(self) -> None:
        chosen = self.chosen
        if chosen is None:
            self._edited = ""
        elif str(chosen.path) != self._edited or not self._is_edited:
            self._edited = str(chosen.path)
            self._name.setText(chosen.path.name or str(chosen.path))
            self.patterns.setPlainText("\n".join(chosen.folder.exclude))
            self.patterns.document().setModified(False)
        self._update_buttons()

    @property
    def _is_edited(self) -> bool:
        return self.patterns.document().isModified()

    def _written(self) -> list[str]:
        lines = (line.strip() for line in self.patterns.toPlainText().splitlines())
        return list(dict.fromkeys(line for line in lines if line))

    def _update_buttons(self) -> None:
        chosen = self.chosen
        is_free = chosen is not None and not self._is_importing
        self.remove_button.setEnabled(is_free)
        self.look_button.setEnabled(is_free and chosen is not None and chosen.is_online)
        is_new = chosen is not None and tuple(self._written()) != chosen.folder.exclude
        self.save_button.setEnabled(is_free and is_new)
        wait = self.tr("Wait until the photos that are coming in are there")
        for button in (self.remove_button, self.look_button, self.save_button):
            button.setToolTip(wait if self._is_importing else "")

    def _save(self) -> None:
        if self.chosen:
            self.patterns.document().setModified(False)
            self.exclude_wanted.emit(self.chosen, self._written())

    def _connect(self) -> None:
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_chosen())
        self.patterns.textChanged.connect(self._update_buttons)
        self.look_button.clicked.connect(lambda *_: self.look_wanted.emit(self.chosen))
        self.remove_button.clicked.connect(lambda *_: self.removal_wanted.emit(self.chosen))
        self.save_button.clicked.connect(lambda *_: self._save())

    def _dress(self) -> None:
        for button, icon in (
            (self._close, "close"),
            (self._import, "import-folder"),
            (self.look_button, "rescan"),
            (self.remove_button, "forget"),
        ):
            button.setIcon(self._theme.icon(icon))

    def _lay_out(self) -> None:
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setSortingEnabled(False)
        for column, width_px in enumerate((220, 90, 110, 90, 90)):
            self.table.setColumnWidth(column, width_px)
        self.patterns.setFixedHeight(9 * GRID_PX)
        self.table.setMinimumHeight(9 * GRID_PX)
        page = QVBoxLayout(self)
        page.setContentsMargins(3 * GRID_PX, 2 * GRID_PX, 2 * GRID_PX, 2 * GRID_PX)
        page.setSpacing(GRID_PX)
        page.addLayout(row_of(self._title, None, self._import, self._close))
        page.addWidget(self._about)
        page.addSpacing(GRID_PX)
        page.addWidget(self._empty, 1)
        page.addWidget(self.table, 1)
        page.addWidget(self._details)
        details = QVBoxLayout(self._details)
        details.setContentsMargins(0, GRID_PX, 0, 0)
        details.setSpacing(GRID_PX)
        for part in (self._name, self._how, self.patterns):
            details.addWidget(part)
        details.addLayout(row_of(self.save_button, None, self.look_button, self.remove_button))
