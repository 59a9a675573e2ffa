"""Every file that is not in the library, with its reason and what can be done about it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QPoint,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lookalike.gui.panels.empty_state import EmptyState
from lookalike.gui.panels.problem_list import (
    Column,
    ProblemList,
    ProblemListing,
    ProblemWish,
)
from lookalike.gui.panels.row_of import row_of
from lookalike.gui.panels.row_table import RowTable
from lookalike.gui.panels.tool_button import tool_button
from lookalike.gui.panels.wrapped_label import WrappedLabel
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.translations import grouped
from lookalike.library.problems import Problem, ProblemKind

_KINDS = (None, ProblemKind.UNREADABLE, ProblemKind.MISSING)
_MOST_KEPT_SELECTED = 1000
_JUST_GO = QItemSelectionModel.SelectionFlag.NoUpdate


class ProblemsPage(QWidget):
    """Says what is wished and wanted by signals, which carry lists of Problem, and shows listings.

    `wish_changed` carries a ProblemWish, `reveal_wanted` a Path.
    """

    closed = Signal()
    wish_changed = Signal(object)
    try_again_wanted = Signal(list)
    reveal_wanted = Signal(object)
    export_wanted = Signal(list)
    forget_wanted = Signal(list)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("problems_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = theme
        self.wish = ProblemWish()
        self._listing = ProblemListing()
        self.setWindowTitle(self.tr("Problems"))
        self._title = QLabel(self.windowTitle())
        self._title.setProperty("rank", "title")
        self._about = WrappedLabel()
        self._about.setProperty("tone", "secondary")
        self._away = WrappedLabel()
        self._away.setProperty("tone", "warning")
        self._close = tool_button(self.tr("Back to the photos (Esc)"), self.closed.emit)
        self._kinds = {kind: self._kind_button(kind) for kind in _KINDS}
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Filter by name, reason or folder"))
        self._search.setAccessibleName(self._search.placeholderText())
        self._search.setClearButtonEnabled(True)
        self._sought = self._search.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self._search.textChanged.connect(lambda text: self._wish(replace(self.wish, text=text)))
        self.list = ProblemList(self)
        self.table = RowTable(self.list, self.tr("Problems"))
        self._empty = EmptyState(theme)
        self._place = QStackedWidget()
        self._try_again = QPushButton()
        self._reveal = QPushButton(self.tr("Show in Folder"))
        self._forget = QPushButton()
        self._forget.setToolTip(
            self.tr("Give up the place of a missing photo; nothing on disk is touched")
        )
        self._export = QPushButton(self.tr("Export as CSV…"))
        self._export.setToolTip(
            self.tr("Write the files that are listed to a table for spreadsheets")
        )
        self._lay_out()
        self._connect()
        theme.changed.connect(self._dress)
        self._dress()
        self.show_listing(ProblemListing())

    # --- what is shown ------------------------------------------------------------------------

    def show_listing(self, listing: ProblemListing) -> None:
        """Draw exactly `listing`; what was selected stays so."""
        if listing.lines != self.list.shown:
            selected, is_all = self._selection_to_keep()
            at = self.table.currentIndex().row()
            current = self.list.shown[at].problem.photo.id if at >= 0 else None
            with QSignalBlocker(self.table.selectionModel()):  # the buttons are updated below
                self.list.show(listing.lines)
                self._select_again(selected, current, is_all=is_all)
            self.table.viewport().update()
        self._listing = listing
        for kind, button in self._kinds.items():
            button.setText(f"{self._kind_name(kind)}  {grouped(_count(listing, kind))}")
            button.setEnabled(kind is None or _count(listing, kind) > 0 or button.isChecked())
        self._about.show_text(self._about_text(listing.total))
        self._show_right_place()
        self._update_buttons()

    def show_away(self, folders: Sequence[Path]) -> None:
        """Tell, in one line, which folders are away as a whole."""
        self._away.show_text(self._away_text(folders) if folders else "")
        self._away.setVisible(bool(folders))

    @property
    def texts(self) -> tuple[str, str]:
        """What the lines below the title say: about the files, and about folders that are away."""
        return self._about.plain_text, self._away.plain_text

    @property
    def empty_title(self) -> str:
        """What stands in place of the table, if anything does."""
        return self._empty.title if self._place.currentWidget() is self._empty else ""

    @property
    def selected(self) -> list[Problem]:
        """What is selected, from the top."""
        return [self.list.shown[row].problem for row in self.table.selected_rows]

    def buttons(self) -> dict[str, QPushButton]:
        """By what they do."""
        return {
            "try again": self._try_again,
            "reveal": self._reveal,
            "forget": self._forget,
            "export": self._export,
        }

    def show_all(self) -> None:
        """Take the filters back, in the order that the person has chosen."""
        self._search.clear()
        self.choose_kind(None)

    def choose_kind(self, kind: ProblemKind | None) -> None:
        self._kinds[kind].setChecked(True)
        self._wish(replace(self.wish, kind=kind))

    def search(self, text: str) -> None:
        self._search.setText(text)

    # --- what is wanted -----------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard starts on the table, where there is one."""
        super().focusInEvent(event)
        if self.table.isVisible():
            self.table.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self._want_forgotten()
        else:
            super().keyPressEvent(event)

    def _wish(self, wish: ProblemWish) -> None:
        self.wish = wish
        self.wish_changed.emit(wish)

    def _order(self, column: Column, is_descending: bool) -> None:
        self._wish(replace(self.wish, column=column, is_descending=is_descending))

    def _want_tried(self) -> None:
        self.try_again_wanted.emit(self.selected or self._shown)

    def _want_revealed(self) -> None:
        if self.selected:
            self.reveal_wanted.emit(self.selected[0].path)

    def _want_forgotten(self) -> None:
        missing = _missing_of(self.selected)
        if missing:
            self.forget_wanted.emit(missing)

    def _want_exported(self) -> None:
        self.export_wanted.emit(self._shown)

    @property
    def _shown(self) -> list[Problem]:
        return [line.problem for line in self.list.shown]

    def _show_menu(self, place: QPoint) -> None:
        if not self.table.selected_rows:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in (self._try_again, self._reveal, self._forget):
            action = menu.addAction(button.icon(), button.text())
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
        menu.popup(self.table.viewport().mapToGlobal(place))

    # --- details ------------------------------------------------------------------------------

    def _selection_to_keep(self) -> tuple[set[int], bool]:
        if self.table.selected_count > _MOST_KEPT_SELECTED:
            return set(), self.table.selected_count == len(self.list.shown)
        rows = self.table.selected_rows
        return {self.list.shown[row].problem.photo.id for row in rows}, False

    def _select_again(self, selected: set[int], current: int | None, *, is_all: bool) -> None:
        if is_all:
            self.table.selectAll()
        elif selected:
            chosen = QItemSelection()
            for row, line in enumerate(self.list.shown):
                if line.problem.photo.id in selected:
                    chosen.select(self.list.index(row, 0), self.list.index(row, 2))
                if line.problem.photo.id == current:
                    self.table.selectionModel().setCurrentIndex(self.list.index(row, 0), _JUST_GO)
            how = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.table.selectionModel().select(chosen, how)

    def _show_right_place(self) -> None:
        if self._listing.total and not self._listing.lines:
            hidden = self.tr("Other problems are hidden by the filter.")
            self._empty.tell("search", self.tr("Nothing matches."), hidden)
        else:
            all_in = self.tr("Every photo that was found in your folders could be read.")
            self._empty.tell("done", self.tr("Everything is in."), all_in)
        page: QWidget = self.table if self._listing.lines else self._empty
        had_focus = self.hasFocus()
        self._place.setCurrentWidget(page)
        if had_focus and page is self.table:
            self.table.setFocus()
        for part in (*self._kinds.values(), self._search, *self.buttons().values()):
            part.setVisible(self._listing.total > 0)

    def _update_buttons(self) -> None:
        rows = self.table.selected_count
        concerned = rows or len(self.list.shown)
        if concerned == self._listing.total:
            self._try_again.setText(self.tr("Try All Again"))
        else:
            self._try_again.setText(self.tr("Try %Ln File(s) Again", "", concerned))
        for button in (self._try_again, self._export):
            button.setEnabled(bool(self.list.shown))
        self._reveal.setEnabled(rows > 0)
        missing = len(_missing_of(self.selected)) if self._listing.missing else 0
        self._forget.setEnabled(missing > 0)
        many = self.tr("Forget {count} Missing").format(count=grouped(missing))
        self._forget.setText(many if missing > 1 else self.tr("Forget"))

    def _kind_button(self, kind: ProblemKind | None) -> QPushButton:
        button = QPushButton()
        button.setCheckable(True)
        button.setChecked(kind is None)
        button.setProperty("segment", True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda *_: self._wish(replace(self.wish, kind=kind)))
        return button

    def _kind_name(self, kind: ProblemKind | None) -> str:
        if kind is None:
            return self.tr("All")
        return self.tr("Missing") if kind is ProblemKind.MISSING else self.tr("Not Readable")

    def _about_text(self, count: int) -> str:
        if not count:
            return ""
        told = self.tr("%Ln file(s) are not in the library.", "", count)
        untouched = self.tr(
            "Nothing was done to these files. One that is repaired or comes back is taken in."
        )
        return f"{told} {untouched}"

    def _away_text(self, folders: Sequence[Path]) -> str:
        names = ", ".join(folder.name or str(folder) for folder in folders)
        told = self.tr(
            "{names} are offline: what is in there is kept as it is until it comes back.",
            "",
            len(folders),
        )
        return told.format(names=names)

    def _connect(self) -> None:
        self.list.order_wanted.connect(self._order)
        self.table.activated.connect(lambda *_: self._want_revealed())
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._update_buttons())
        self._try_again.clicked.connect(self._want_tried)
        self._reveal.clicked.connect(self._want_revealed)
        self._forget.clicked.connect(self._want_forgotten)
        self._export.clicked.connect(self._want_exported)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._search.setFocus)

    def _dress(self) -> None:
        for button, icon in (
            (self._close, "close"),
            (self._try_again, "rescan"),
            (self._reveal, "folder"),
            (self._forget, "forget"),
            (self._export, "export"),
        ):
            button.setIcon(self._theme.icon(icon))
        self._sought.setIcon(self._theme.icon("search"))

    def _lay_out(self) -> None:
        self.table.setColumnWidth(Column.NAME, 240)
        self.table.setColumnWidth(Column.REASON, 360)
        self.table.sortByColumn(Column.FOLDER, Qt.SortOrder.AscendingOrder)
        for page in (self.table, self._empty):
            self._place.addWidget(page)
        self._search.setMinimumWidth(20 * GRID_PX)
        self._search.setMaximumWidth(40 * GRID_PX)
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID_PX, 2 * GRID_PX, 2 * GRID_PX, 2 * GRID_PX)
        column.setSpacing(GRID_PX)
        column.addLayout(row_of(self._title, None, self._close))
        column.addWidget(self._about)
        column.addWidget(self._away)
        column.addSpacing(GRID_PX)
        column.addLayout(row_of(*self._kinds.values(), None, self._search))
        column.addWidget(self._place, 1)
        actions = (self._try_again, self._reveal, self._forget, None, self._export)
        column.addLayout(row_of(*actions))
        for button in self._kinds.values():
            self._group.addButton(button)


def _count(listing: ProblemListing, kind: ProblemKind | None) -> int:
    if kind is None:
        return listing.total
    return listing.missing if kind is ProblemKind.MISSING else listing.unreadable


def _missing_of(problems: Sequence[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.kind is ProblemKind.MISSING]
