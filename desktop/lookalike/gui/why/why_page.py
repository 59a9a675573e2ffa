"""Why two pictures are alike, or why one is missing: the pictures, the figures, the reasons."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lookalike.gui.layers.menu_button import MenuButton
from lookalike.gui.panels.elided_label import ElidedLabel
from lookalike.gui.panels.empty_state import EmptyState
from lookalike.gui.panels.photo_canvas import claims, is_plain
from lookalike.gui.panels.tool_button import tool_button
from lookalike.gui.panels.wrapped_label import WrappedLabel
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.why.heat_legend import HeatLegend
from lookalike.gui.why.pair_stage import PairStage
from lookalike.gui.why.reasons_panel import ReasonsPanel
from lookalike.gui.why.shares_panel import SharesPanel
from lookalike.gui.why.why_words import Headline
from lookalike.library.drawing.heat import HeatMode

_SMALLEST = QSize(60 * GRID_PX, 40 * GRID_PX)
_PANEL_PX, _LEAST_PANEL_PX = 40 * GRID_PX, 26 * GRID_PX
_MODES = (HeatMode.SOFT, HeatMode.NEAREST, HeatMode.OFF)


class WhyPage(QWidget):
    """Places the parts and hears the keys; what it shows comes from the desk.

    Signals:
        step_wanted: -1 or 1: the result before or after, against the same query.
        space_chosen: carries which of the spaces shown.
        query_chosen: carries which of the query's pictures.
        look_changed: heat or lines are wanted otherwise.
        stop_wanted: the finer parts are not wanted any more.
    """

    closed = Signal()
    step_wanted = Signal(int)
    space_chosen = Signal(int)
    query_chosen = Signal(int)
    look_changed = Signal()
    stop_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("why_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = theme
        self.heat_mode = HeatMode.SOFT
        self._hint_text = ""
        self.stage = PairStage(theme)
        self.best = PairStage(theme, can_cut=False)
        self.shares = SharesPanel(theme)
        self.reasons = ReasonsPanel(theme)
        self.trouble = EmptyState(theme)
        self.no_pair = EmptyState(theme)
        self._make_words()
        self._make_buttons()
        self._lay_out()
        self.show_asked(is_why_not=False)
        self.show_progress(None)
        theme.changed.connect(self._dress)
        self._dress()
        for button in self.findChildren(QAbstractButton):
            # A click leaves the keys with the page.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _make_words(self) -> None:
        self._figure = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._figure.setProperty("rank", "title")
        self._detail = ElidedLabel(cut=Qt.TextElideMode.ElideRight)
        self._sentence = WrappedLabel()
        self._hint = ElidedLabel(cut=Qt.TextElideMode.ElideRight)
        for label in (self._detail, self._sentence, self._hint):
            label.setProperty("tone", "secondary")
        self._title = ElidedLabel()
        self._title.setProperty("rank", "name")

    def _make_buttons(self) -> None:
        self._before = tool_button(
            self.tr("Previous result (Page Up)"), lambda: self.step_wanted.emit(-1)
        )
        self._after = tool_button(
            self.tr("Next result (Page Down)"), lambda: self.step_wanted.emit(1)
        )
        self._query = MenuButton(self.tr("Which picture of the query"))
        self._space = MenuButton(self.tr("What is compared"))
        self._heat = MenuButton(self.tr("How heat lies over the pictures"))
        self._lines = tool_button(
            self.tr("Lines between the parts that match (L)"), self.look_changed.emit
        )
        self._lines.setCheckable(True)
        self._lines.setChecked(True)
        self._back = tool_button(self.tr("Back to the photos (Esc)"), self.closed.emit)
        self._legend = HeatLegend(self._theme)
        self._bar = QProgressBar(textVisible=False)
        self._bar.setFixedWidth(20 * GRID_PX)
        self._stop = QPushButton(self.tr("Stop"))
        self._stop.clicked.connect(self.stop_wanted)
        self._show_heat()

    # --- what is shown ------------------------------------------------------------------------

    @property
    def has_lines(self) -> bool:
        return self._lines.isChecked()

    @property
    def headline(self) -> Headline:
        return Headline(self._figure.text(), self._detail.text(), self._sentence.plain_text)

    @property
    def progress_text(self) -> str:
        """What is being done; empty while nothing is."""
        return "" if self._bar.isHidden() else self._hint.text()

    @property
    def is_in_trouble(self) -> bool:
        return self._middle.currentWidget() is self.trouble

    def show_asked(self, *, is_why_not: bool) -> None:
        """Which of the two questions the page answers."""
        title = self.tr("Why Is It Not Here?") if is_why_not else self.tr("Why These Two?")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._right.setCurrentWidget(self.reasons if is_why_not else self.shares)
        self.best.setVisible(is_why_not)

    def show_title(self, text: str) -> None:
        """Of what the answer is about."""
        self._title.setText(text)

    def show_headline(self, headline: Headline) -> None:
        self._figure.setText(headline.figure)
        self._detail.setText(headline.detail)
        self._sentence.show_text(headline.sentence)

    def show_steps(self, *, has_before: bool, has_after: bool) -> None:
        self._before.setEnabled(has_before)
        self._after.setEnabled(has_after)

    def show_spaces(self, titles: Sequence[str], chosen: int) -> None:
        """What could be compared by; nothing to choose where that is one."""
        self._space.setVisible(len(titles) > 1)
        if titles:
            self._space.show_choices(titles, chosen, self.space_chosen.emit)

    def show_queries(self, names: Sequence[str], chosen: int) -> None:
        """The pictures that were searched by together."""
        self._query.setVisible(len(names) > 1)
        if names:
            self._query.show_choices(names, chosen, self.query_chosen.emit)

    def show_trouble(self, title: str, sentence: str) -> None:
        """In place of everything below the header."""
        self.trouble.tell("warning", title, sentence)
        self._middle.setCurrentWidget(self.trouble)

    def show_answer(self) -> None:
        """Everything below the header, as it is."""
        self._middle.setCurrentWidget(self._whole)

    def show_no_pair(self, title: str, sentence: str) -> None:
        """In place of the pictures, where they cannot be compared."""
        self.no_pair.tell("picture-off", title, sentence)
        self._pictures.setCurrentWidget(self.no_pair)

    def show_pictures(self) -> None:
        self._pictures.setCurrentWidget(self._stages)

    def show_stale(self) -> None:
        """A newer answer is awaited."""
        for stage in (self.stage, self.best):
            stage.show_stale()
        self.shares.show_stale()
        self.reasons.show_stale()

    def show_progress(self, fraction: float | None, activity: str = "") -> None:
        """None where nothing is being computed that takes its time."""
        for part in (self._bar, self._stop):
            part.setVisible(fraction is not None)
        self._legend.setVisible(fraction is None)
        self._bar.setRange(0, 1000)
        self._bar.setValue(round(1000 * (fraction or 0)))
        self._hint.setText(activity if fraction is not None else self._hint_text)

    def show_method(self, *, is_exact: bool) -> None:
        """Where no pairs are known there are no lines, and no partners to point at."""
        self._lines.setEnabled(is_exact)
        self._hint_text = self.tr("Drag a box to leave a part out")
        if is_exact:
            self._hint_text = self.tr(
                "Point at a part: its partners · Click: keep · Drag: leave out"
            )
        if self._bar.isHidden():
            self._hint.setText(self._hint_text)

    # --- what a person does -------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if is_plain(event) and key in _KEYS:
            _KEYS[key](self)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Its keys come before the window's, whichever of its parts has the focus."""
        is_own = claims(event, lambda key: is_plain(key) and key.key() in _KEYS)
        return is_own or super().event(event)

    def _leave(self) -> None:
        """The box first, then the cell that was kept, then the page."""
        view = self.stage.view
        if view and view.box:
            self.stage.take_box_away()
        elif view and view.kept:
            self.stage.let_go()
        else:
            self.closed.emit()

    def _toggle_lines(self) -> None:
        self._lines.toggle()
        self.look_changed.emit()

    def _next_heat(self) -> None:
        at = _MODES.index(self.heat_mode)
        self._choose_heat(_MODES[(at + 1) % len(_MODES)])

    def _show_heat(self) -> None:
        titles = [self.tr("Soft"), self.tr("Cells"), self.tr("Photos alone")]
        at = _MODES.index(self.heat_mode)
        self._heat.show_choices(titles, at, lambda at: self._choose_heat(_MODES[at]))

    def _choose_heat(self, mode: HeatMode) -> None:
        self.heat_mode = mode
        self._show_heat()
        self.look_changed.emit()

    # --- how it looks -------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        return _SMALLEST

    def _dress(self) -> None:
        for button, icon in (
            (self._before, "back"),
            (self._after, "forward"),
            (self._lines, "links"),
            (self._back, "close"),
        ):
            button.setIcon(self._theme.icon(icon))

    def _lay_out(self) -> None:
        self._whole = self._answer_part()
        self._middle = QStackedWidget()
        for page in (self._whole, self.trouble):
            self._middle.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self._header())
        outer.addWidget(self._middle, 1)

    def _header(self) -> QHBoxLayout:
        header = QHBoxLayout()
        header.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        header.setSpacing(GRID_PX)
        for button in (self._before, self._after):
            header.addWidget(button)
        header.addWidget(self._title, 1)
        for button in (self._query, self._space, self._heat, self._lines):
            header.addWidget(button)
        header.addSpacing(GRID_PX)
        header.addWidget(self._back)
        return header

    def _answer_part(self) -> QWidget:
        self._right = QStackedWidget()
        for panel in (self.shares, self.reasons):
            self._right.addWidget(panel)
        self._right.setMinimumWidth(_LEAST_PANEL_PX)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setHandleWidth(GRID_PX)
        parts.setChildrenCollapsible(False)
        for at, part in enumerate((self._pictures_part(), self._right)):
            parts.addWidget(part)
            parts.setStretchFactor(at, int(at == 0))
        parts.setSizes([3 * _PANEL_PX, _PANEL_PX])
        return parts

    def _pictures_part(self) -> QWidget:
        figures = QHBoxLayout()
        figures.setSpacing(2 * GRID_PX)
        figures.addWidget(self._figure, 0, Qt.AlignmentFlag.AlignBaseline)
        figures.addWidget(self._detail, 1, Qt.AlignmentFlag.AlignBaseline)
        self._stages = QWidget()
        stages = QVBoxLayout(self._stages)
        stages.setContentsMargins(0, 0, 0, 0)
        stages.setSpacing(GRID_PX)
        for stage in (self.stage, self.best):
            stages.addWidget(stage, 1)
        self._pictures = QStackedWidget()
        for page in (self._stages, self.no_pair):
            self._pictures.addWidget(page)
        footer = QHBoxLayout()
        footer.setSpacing(GRID_PX)
        footer.addWidget(self._hint, 1)
        for widget in (self._bar, self._stop, self._legend):
            footer.addWidget(widget)
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(2 * GRID_PX, 0, GRID_PX, GRID_PX)
        column.setSpacing(GRID_PX // 2)
        column.addLayout(figures)
        column.addWidget(self._sentence)
        column.addSpacing(GRID_PX // 2)
        column.addWidget(self._pictures, 1)
        column.addLayout(footer)
        return part


_KEYS: dict[Qt.Key, Callable[[WhyPage], object]] = {
    Qt.Key.Key_Left: lambda page: page.step_wanted.emit(-1),
    Qt.Key.Key_Right: lambda page: page.step_wanted.emit(1),
    Qt.Key.Key_PageUp: lambda page: page.step_wanted.emit(-1),
    Qt.Key.Key_PageDown: lambda page: page.step_wanted.emit(1),
    Qt.Key.Key_L: WhyPage._toggle_lines,
    Qt.Key.Key_H: WhyPage._next_heat,
    Qt.Key.Key_Escape: WhyPage._leave,
}
