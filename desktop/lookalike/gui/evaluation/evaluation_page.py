"""How much of what is right each way to compare finds: figures, curves, and its worst queries."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lookalike.gui.evaluation.copied_table import markdown, tab_separated
from lookalike.gui.evaluation.evaluation_form import EvaluationForm, FormView
from lookalike.gui.evaluation.evaluation_view import EvaluatedWay, curve_of
from lookalike.gui.evaluation.figure_rows import ClassRows, FigureTable, WayRows
from lookalike.gui.evaluation.worst_board import WorstBoard
from lookalike.gui.grid.thumbnail_feed import ThumbnailFeed
from lookalike.gui.layers.segments import Segments
from lookalike.gui.panels.elided_label import ElidedLabel
from lookalike.gui.panels.empty_state import EmptyState
from lookalike.gui.panels.row_of import row_of
from lookalike.gui.panels.tool_button import tool_button
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.translations import grouped
from lookalike.photos import PhotoId

if TYPE_CHECKING:
    from lookalike.gui.visuals.plot import PrecisionRecallPlot

_FEWEST_ROWS, _MOST_ROWS = 3, 12
_PX_PER_ROW = 11 * GRID_PX  # of the page's height
_NARROW_PX = 1100
_P_AT_10, _QUERIES = 3, 5


class Detail(Enum):
    """What is shown of the chosen ways."""

    CURVES = auto()
    WORST = auto()
    CLASSES = auto()


class EvaluationPage(QWidget):
    """Draws what it is given, and keeps it until it is given something else.

    Signals:
        query_wanted: carries a PhotoId and the EvaluatedWay that it is to be searched by.
        photo_wanted: carries a PhotoId that is to be seen large.
        copied: carries the name of what is on the clipboard now.
    """

    closed = Signal()
    query_wanted = Signal(object, object)
    photo_wanted = Signal(object)
    chosen_changed = Signal()
    copied = Signal(str)

    def __init__(self, feed: ThumbnailFeed, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("evaluation_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWindowTitle(self.tr("Evaluate"))
        self.setAccessibleName(self.windowTitle())
        self._theme = theme
        self._ways: Sequence[EvaluatedWay] = ()
        self._plot: PrecisionRecallPlot | None = None
        self.form = EvaluationForm()
        self.rows = WayRows(theme)
        self.table = FigureTable(self.rows, self.tr("Ways to compare"))
        self.class_rows = ClassRows()
        self.class_table = FigureTable(self.class_rows, self.tr("Classes"))
        self.board = WorstBoard(feed, theme)
        self.details = Segments(
            {
                Detail.CURVES: self.tr("Precision and Recall"),
                Detail.WORST: self.tr("Worst Queries"),
                Detail.CLASSES: self.tr("Classes"),
            },
            {},
        )
        self._make_words()
        self._lay_out()
        self._connect()
        theme.changed.connect(self._dress)
        self._dress()
        self.show_form(FormView())
        self.show_ways(())

    # --- what is shown ------------------------------------------------------------------------

    @property
    def ways(self) -> Sequence[EvaluatedWay]:
        return self._ways

    @property
    def texts(self) -> tuple[str, str]:
        """What is said below the title, and in place of results."""
        is_empty = self._place.currentWidget() is self._empty
        return self._about.text(), self._empty.title if is_empty else ""

    def show_form(self, view: FormView) -> None:
        """What there is to choose from; in place of results, what can be done."""
        self.form.show_view(view)
        if view.possible:
            self._empty.tell(
                "evaluate",
                self.tr("Which way finds most of what is right?"),
                self.tr(
                    "Each photo is searched by once. Right are the answers of its own folder: "
                    "choose what to compare by, and evaluate."
                ),
            )
        else:
            self._empty.tell(
                "folders",
                self.tr("Two folders or labels are needed, with two photos each"),
                self.tr(
                    "Answers are right where they come from the same folder as the query, or have "
                    "its label. Sort some photos into folders by what they show, and import them; "
                    "or give them labels."
                ),
            )

    def show_ways(self, ways: Sequence[EvaluatedWay]) -> None:
        """What was evaluated, in any order; what was chosen before stays so."""
        chosen = {(way.space, way.evaluation.metric) for way in self.chosen_ways}
        self._ways = ways
        with QSignalBlocker(self.table.selectionModel()):
            self.rows.show(ways)
        for number, way in enumerate(ways):
            if (way.space, way.evaluation.metric) in chosen:
                self.table.add_to_selection(number)
        self._fit_table()
        self._place.setCurrentWidget(self._results if ways else self._empty)
        for button in (self.copy_table, self.copy_markdown):
            button.setVisible(bool(ways))
        self._about.setText(self._told())
        self._show_chosen()

    @property
    def chosen_ways(self) -> list[EvaluatedWay]:
        """Those whose rows are selected."""
        return [self._ways[number] for number in self.table.selected_numbers]

    @property
    def way(self) -> EvaluatedWay | None:
        """The one that is told about in full: the first that is chosen, else the first of all."""
        numbers = self.table.selected_numbers or self.table.numbers
        return self._ways[numbers[0]] if numbers else None

    @property
    def chosen(self) -> PhotoId | None:
        """The photo that the keyboard is on."""
        return self.board.chosen if self.board.isVisible() else None

    def show_detail(self, detail: Detail) -> None:
        self.details.choose(detail)
        self._detail_place.setCurrentIndex(list(Detail).index(detail))
        self._show_chosen()
        self.chosen_changed.emit()

    def plot(self) -> "PrecisionRecallPlot":
        """Made when first asked for, in half a second: best while something else takes longer."""
        if self._plot is None:
            # Not at the top: a person who never evaluates never waits for it.
            from lookalike.gui.visuals.plot import PrecisionRecallPlot

            self._plot = PrecisionRecallPlot(self._theme)
            self._plot.curve_chosen.connect(self._choose_way)
            self._curves.addWidget(self._plot)
        return self._plot

    def _show_chosen(self) -> None:
        way = self.way
        self._whose.setText(way.title if way else "")
        self._whose.setVisible(self.details.value is not Detail.CURVES)
        if way is None:
            return
        if self.details.value is Detail.CURVES:
            chosen = self.chosen_ways or self._ways
            self.plot().show_curves(
                [curve_of(each, self._ways, is_lit=each in chosen) for each in self._ways]
            )
        elif self.details.value is Detail.WORST:
            if self.board.rows.shown is not way.worst:
                self.board.show_queries(way.worst)
        else:
            self.class_rows.show(way.evaluation.classes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The line above tells how many there are, too.
        self.table.setColumnHidden(_QUERIES, event.size().width() < _NARROW_PX)
        self._fit_table()

    def _fit_table(self) -> None:
        """What is told about the chosen ways needs the larger part."""
        self.table.fit_height(max(_FEWEST_ROWS, min(_MOST_ROWS, self.height() // _PX_PER_ROW)))

    def _choose_way(self, number: int) -> None:
        """Alone; once more, and no way is chosen."""
        if self.table.selected_numbers == [number]:
            self.table.clearSelection()
        else:
            self.table.select_number(number)

    def _told(self) -> str:
        if not self._ways:
            return ""
        told = self._ways[0].evaluation
        words = self.tr(
            "{queries} queries in {classes} classes · in grey: 95% confidence intervals"
        )
        return words.format(queries=grouped(told.queries), classes=grouped(len(told.classes)))

    # --- what is wanted -----------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keys are for the results, where there are any."""
        super().focusInEvent(event)
        if self._ways:
            (self.board if self.board.isVisible() else self.table).setFocus(event.reason())
        else:
            self.form.evaluate.setFocus(event.reason())

    def _want_query(self, photo_id: PhotoId) -> None:
        self.query_wanted.emit(photo_id, self.way)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(self.tr("The table is on the clipboard."))

    @property
    def _shown_ways(self) -> list[EvaluatedWay]:
        """In the order of the table."""
        return [self._ways[number] for number in self.table.numbers]

    # --- how it is made -----------------------------------------------------------------------

    def _make_words(self) -> None:
        self._title = QLabel(self.windowTitle())
        self._title.setProperty("rank", "title")
        self._about = ElidedLabel(cut=Qt.TextElideMode.ElideRight)
        self._about.setProperty("tone", "secondary")
        self._whose = ElidedLabel()
        self._whose.setProperty("tone", "secondary")
        self._whose.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.copy_table = QPushButton(self.tr("Copy Table"))
        self.copy_table.setToolTip(self.tr("For a spreadsheet"))
        self.copy_markdown = QPushButton(self.tr("Copy as Markdown"))
        self.copy_markdown.setToolTip(self.tr("For a text"))
        self._close = tool_button(self.tr("Back to the photos (Esc)"), self.closed.emit)
        self._empty = EmptyState(self._theme)

    def _connect(self) -> None:
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_chosen())
        self.table.model().layoutChanged.connect(self._show_chosen)
        self.details.chosen.connect(self.show_detail)
        self.board.query_wanted.connect(self._want_query)
        self.board.photo_wanted.connect(self.photo_wanted)
        self.board.chosen_changed.connect(self.chosen_changed)
        self.copy_table.clicked.connect(lambda: self._copy(tab_separated(self._shown_ways)))
        self.copy_markdown.clicked.connect(lambda: self._copy(markdown(self._shown_ways)))

    def _dress(self) -> None:
        self._close.setIcon(self._theme.icon("close"))
        for button in (self.copy_table, self.copy_markdown):
            button.setIcon(self._theme.icon("copy"))

    def _lay_out(self) -> None:
        self._curves = QStackedWidget()
        self._detail_place = QStackedWidget()
        for widget in (self._curves, self.board, self.class_table):
            self._detail_place.addWidget(widget)
        self._results = QWidget()
        results = QVBoxLayout(self._results)
        results.setContentsMargins(0, 0, 0, 0)
        results.setSpacing(GRID_PX)
        results.addWidget(self.table)
        line = QHBoxLayout()
        line.addWidget(self.details, 2)
        line.addWidget(self._whose, 1)
        results.addLayout(line)
        results.addWidget(self._detail_place, 1)
        self._place = QStackedWidget()
        self._place.addWidget(self._empty)
        self._place.addWidget(self._results)
        middle = QHBoxLayout()
        middle.setSpacing(2 * GRID_PX)
        middle.addWidget(self.form)
        middle.addWidget(self._place, 1)
        head = row_of(self._title, self._about, self.copy_table, self.copy_markdown, self._close)
        head.setStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID_PX, GRID_PX, 2 * GRID_PX, 2 * GRID_PX)
        column.setSpacing(GRID_PX)
        column.addLayout(head)
        column.addLayout(middle, 1)
        self._size_tables()

    def _size_tables(self) -> None:
        for table in (self.table, self.class_table):
            table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in (0, 1, _QUERIES):
            fitting = QHeaderView.ResizeMode.ResizeToContents
            self.table.horizontalHeader().setSectionResizeMode(column, fitting)
        self.table.sortByColumn(_P_AT_10, Qt.SortOrder.DescendingOrder)
        self.class_table.sortByColumn(4, Qt.SortOrder.AscendingOrder)
