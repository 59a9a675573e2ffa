"""How well a person's labels are told: a sentence, and the figures behind it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lookalike.gui.evaluation.figure_rows import FigureTable
from lookalike.gui.grid.thumbnail_feed import ThumbnailFeed
from lookalike.gui.layers.segments import Segments
from lookalike.gui.panels.elided_label import ElidedLabel
from lookalike.gui.panels.empty_state import EmptyState
from lookalike.gui.panels.row_of import row_of
from lookalike.gui.panels.tool_button import tool_button
from lookalike.gui.panels.wrapped_label import WrappedLabel
from lookalike.gui.teach.confusion_panel import ConfusionPanel
from lookalike.gui.teach.layers_panel import LayersPanel
from lookalike.gui.teach.overview_panel import OverviewPanel
from lookalike.gui.teach.readiness_panel import ReadinessPanel
from lookalike.gui.teach.score_rows import ScoreRows
from lookalike.gui.teach.suspect_view import SuspectView
from lookalike.gui.teach.suspects_panel import SuspectsPanel
from lookalike.gui.teach.teach_words import TeachWords
from lookalike.gui.teach.work_bar import WorkBar
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.translations import grouped
from lookalike.library.teaching.taught import Readiness, TaughtChoice, Teaching
from lookalike.photos import LabelId, PhotoId

_NARROW_PX = 96 * GRID_PX


class Detail(Enum):
    """What is shown beneath the sentence."""

    OVERVIEW = auto()
    CONFUSIONS = auto()
    LABELS = auto()
    SUSPECTS = auto()
    LAYERS = auto()


@dataclass(frozen=True, slots=True, eq=False)
class TeachView:
    """What is known of a person's labels.

    Args:
        choice: what was taught last; None before.
        teaching: its figures; None where they were not made since the program was started.
        names: what each label is called.
        suspects: those that are still to be judged.
    """

    readiness: Readiness
    choice: TaughtChoice | None
    teaching: Teaching | None
    names: Mapping[LabelId, str]
    suspects: Sequence[SuspectView] = ()


class TeachPage(QWidget):
    """Draws what it is given, and keeps it until it is given something else.

    Signals:
        photo_wanted: carries a PhotoId that is to be seen large.
        copied: carries the name of what is on the clipboard now.
    """

    closed = Signal()
    teach_wanted = Signal()
    suggest_wanted = Signal()
    photo_wanted = Signal(object)
    chosen_changed = Signal()
    copied = Signal(str)

    def __init__(self, feed: ThumbnailFeed, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("teach_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWindowTitle(self.tr("Teach"))
        self.setAccessibleName(self.windowTitle())
        self._theme = theme
        self._view: TeachView | None = None
        self._shown: tuple[Teaching, Mapping[LabelId, str]] | None = None
        self._words = TeachWords()
        self.readiness = ReadinessPanel(theme)
        self.overview = OverviewPanel(theme)
        self.confusions = ConfusionPanel(feed, theme)
        self.scores = ScoreRows()
        self.score_table = FigureTable(self.scores, self.tr("Labels"))
        self.suspects = SuspectsPanel(feed, theme)
        self.layers = LayersPanel(theme)
        self.work = WorkBar()
        self.details = Segments(self._titles(), {})
        self._make_words()
        self._lay_out()
        self._connect()
        theme.changed.connect(self._dress)
        self._dress()
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(True)  # so that Enter presses it, too

    # --- what is shown ------------------------------------------------------------------------

    @property
    def texts(self) -> tuple[str, str]:
        """The sentence, and what is stale."""
        return self._sentence.plain_text, self._stale.plain_text

    @property
    def view(self) -> TeachView | None:
        return self._view

    @property
    def is_empty(self) -> bool:
        """Whether what to do is shown in place of figures."""
        return self._place.currentWidget() is self.readiness

    @property
    def chosen(self) -> PhotoId | None:
        """The photo that the keyboard is on."""
        for panel in (self.confusions, self.suspects):
            if panel.isVisible():
                return panel.chosen
        return None

    def show_view(self, view: TeachView) -> None:
        self._view = view
        self.readiness.show_readiness(view.readiness)
        self._tell(view)
        if view.teaching and (view.teaching, view.names) != self._shown:
            self._show_teaching(view.teaching, view.names)
        self.suspects.show_suspects(view.suspects)
        self._count_suspects(len(view.suspects))
        is_taught = view.choice is not None or view.teaching is not None
        self._place.setCurrentWidget(self._results if is_taught else self.readiness)
        self.show_detail(self.details.value)

    def show_detail(self, detail: Detail) -> None:
        self.details.choose(detail)
        is_there = detail is Detail.LAYERS or self._shown is not None
        self._details.setCurrentWidget(self._panels[detail] if is_there else self._not_yet)
        self.copy_table.setVisible(is_there and detail is Detail.LABELS)
        self.chosen_changed.emit()

    def show_progress(self, told: str | None, fraction: float | None = None) -> None:
        """Of teaching; None for `told`: nothing is under way. The figures stay meanwhile."""
        self.work.show_progress(told, fraction)
        for button in (self.teach, self.readiness.teach):
            button.setEnabled(told is None)

    def _tell(self, view: TeachView) -> None:
        teaching, choice = view.teaching, view.choice
        words, about = self._words, ""
        if teaching:
            name, gain = teaching.method.name, teaching.gain
            told = words.right(name, teaching.accuracy, teaching.error, gain)
            self._sentence.show_text(told)
            about = words.examples(teaching.examples, len(teaching.labels), teaching.others)
        elif choice:
            self._sentence.show_text(words.right(choice.method, choice.accuracy, choice.error))
        if choice:
            about = " · ".join(filter(None, (about, self._when(choice))))
        self._about.setText(about)
        self._stale.show_text(words.stale(choice) if choice else "")
        self._stale.setVisible(bool(self._stale.plain_text))
        is_stale = choice is not None and choice.is_stale
        self.teach.setProperty("main", is_stale or teaching is None)
        self.suggest.setProperty("main", not is_stale and teaching is not None)
        for button in (self.teach, self.suggest):
            button.style().polish(button)

    def _when(self, choice: TaughtChoice) -> str:
        at = QDateTime.fromSecsSinceEpoch(int(choice.taught_at.timestamp()))
        told = QLocale().toString(at, QLocale.FormatType.ShortFormat)
        return self.tr("taught on {when}").format(when=told)

    def _show_teaching(self, teaching: Teaching, names: Mapping[LabelId, str]) -> None:
        self._shown = teaching, names
        self.overview.show_teaching(teaching)
        self.confusions.show_confusion(teaching.confusion, names)
        self.scores.show_scores(teaching.per_label, names)

    def _count_suspects(self, count: int) -> None:
        title = self._titles()[Detail.SUSPECTS]
        button = self.details.buttons[Detail.SUSPECTS]
        button.setText(f"{title} · {grouped(count)}" if count else title)
        self.details.offer(Detail.SUSPECTS, True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        how = QBoxLayout.Direction
        is_narrow = event.size().width() < _NARROW_PX
        self._hero_place.setDirection(how.TopToBottom if is_narrow else how.LeftToRight)

    # --- what is wanted -----------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keys are for what is shown."""
        super().focusInEvent(event)
        wanted: dict[Detail, QWidget] = {
            Detail.CONFUSIONS: self.confusions.table,
            Detail.LABELS: self.score_table,
            Detail.SUSPECTS: self.suspects.list,
        }
        next_step = self.suggest if self.suggest.property("main") else self.teach
        first = wanted.get(self.details.value, next_step)
        target = self.readiness.teach if self.is_empty else first
        if target.isVisible():
            target.setFocus(event.reason())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.scores.tab_separated(self.score_table.numbers))
        self.copied.emit(self.tr("The table is on the clipboard."))

    # --- how it is made -----------------------------------------------------------------------

    def _titles(self) -> dict[Detail, str]:
        return {
            Detail.OVERVIEW: self.tr("Methods"),
            Detail.CONFUSIONS: self.tr("Mistaken For"),
            Detail.LABELS: self.tr("Labels"),
            Detail.SUSPECTS: self.tr("Suspect Labels"),
            Detail.LAYERS: self.tr("Which Layer?"),
        }

    def _make_words(self) -> None:
        self._title = QLabel(self.windowTitle())
        self._title.setProperty("rank", "name")
        self._about = ElidedLabel(cut=Qt.TextElideMode.ElideRight)
        self._about.setProperty("tone", "secondary")
        self._sentence = WrappedLabel()
        self._sentence.setProperty("rank", "title")
        self._stale = WrappedLabel()
        self._stale.setProperty("tone", "warning")
        self.teach = QPushButton(self.tr("Teach Again"))
        self.suggest = QPushButton(self.tr("Suggest Photos"))
        self.suggest.setToolTip(self.tr("Photos that may deserve a label, one after another"))
        self.copy_table = QPushButton(self.tr("Copy Table"))
        self.copy_table.setToolTip(self.tr("For a spreadsheet"))
        self._close = tool_button(self.tr("Back to the photos (Esc)"), self.closed.emit)
        self._not_yet = EmptyState(self._theme)
        self._not_yet.tell(
            "evaluate",
            self.tr("The figures are made while it is taught"),
            self.tr("Suggestions go on from what was taught before."),
        )

    def _connect(self) -> None:
        self.details.chosen.connect(self.show_detail)
        self.teach.clicked.connect(self.teach_wanted)
        self.readiness.teach_wanted.connect(self.teach_wanted)
        self.suggest.clicked.connect(self.suggest_wanted)
        self.copy_table.clicked.connect(self._copy)
        for panel in (self.confusions, self.suspects):
            panel.photo_wanted.connect(self.photo_wanted)
            panel.chosen_changed.connect(self.chosen_changed)

    def _dress(self) -> None:
        self._close.setIcon(self._theme.icon("close"))
        self.copy_table.setIcon(self._theme.icon("copy"))

    def _lay_out(self) -> None:
        self._panels: dict[Detail, QWidget] = {
            Detail.OVERVIEW: self.overview,
            Detail.CONFUSIONS: self.confusions,
            Detail.LABELS: self.score_table,
            Detail.SUSPECTS: self.suspects,
            Detail.LAYERS: self.layers,
        }
        self._details = QStackedWidget()
        for panel in (*self._panels.values(), self._not_yet):
            self._details.addWidget(panel)
        self._results = QWidget()
        results = QVBoxLayout(self._results)
        results.setContentsMargins(0, 0, 0, 0)
        results.setSpacing(GRID_PX)
        self._hero_place = self._hero()
        results.addLayout(self._hero_place)
        line = row_of(self.details, self.copy_table)
        line.setStretch(0, 1)
        results.addLayout(line)
        results.addWidget(self._details, 1)
        self._place = QStackedWidget()
        for page in (self.readiness, self._results):
            self._place.addWidget(page)
        head = row_of(self._title, self._about, self._close)
        head.setStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID_PX, GRID_PX, 2 * GRID_PX, 2 * GRID_PX)
        column.setSpacing(GRID_PX)
        column.addLayout(head)
        column.addWidget(self.work)
        column.addWidget(self._place, 1)
        self._size_table()

    def _hero(self) -> QBoxLayout:
        """The sentence, and what can be done next."""
        words = QVBoxLayout()
        words.setSpacing(GRID_PX // 2)
        for part in (self._sentence, self._stale):
            words.addWidget(part)
        buttons = row_of(self.teach, self.suggest)
        hero = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        hero.setSpacing(GRID_PX)
        hero.addLayout(words, 1)
        hero.addLayout(buttons)
        hero.setAlignment(words, Qt.AlignmentFlag.AlignTop)
        hero.setAlignment(buttons, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        return hero

    def _size_table(self) -> None:
        header = self.score_table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.score_table.sortByColumn(4, Qt.SortOrder.AscendingOrder)
