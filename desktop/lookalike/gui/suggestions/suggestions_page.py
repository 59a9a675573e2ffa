"""Suggested labels, to be answered one by one or accepted many at once."""

from collections.abc import Callable, Sequence
from enum import Enum, auto

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lookalike.gui.grid.thumbnail_feed import ThumbnailFeed
from lookalike.gui.layers.menu_button import MenuButton
from lookalike.gui.layers.segments import Segments
from lookalike.gui.library_words import said
from lookalike.gui.panels.elided_label import ElidedLabel
from lookalike.gui.panels.large_photo import Load, PhotoGlance
from lookalike.gui.panels.photo_canvas import ZOOM_STEP, claims, is_plain, with_ctrl
from lookalike.gui.panels.photo_stage import PhotoStage
from lookalike.gui.panels.row_of import row_of
from lookalike.gui.panels.tool_button import tool_button
from lookalike.gui.panels.wrapped_label import WrappedLabel
from lookalike.gui.suggestions.answer_bar import AnswerBar
from lookalike.gui.suggestions.batch_board import BatchBoard
from lookalike.gui.suggestions.label_heat import LabelHeat
from lookalike.gui.suggestions.nothing_panel import NothingPanel
from lookalike.gui.suggestions.question_panel import Question, QuestionPanel
from lookalike.gui.suggestions.small_photos import SmallPhoto, SmallPhotos
from lookalike.gui.suggestions.suggestion_queue import Sitting
from lookalike.gui.suggestions.suggestion_words import SuggestionWords
from lookalike.gui.suggestions.suggestion_work import KnownLabel
from lookalike.gui.suggestions.why_panel import WhyPanel
from lookalike.gui.tasks import Tasks
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.translations import grouped
from lookalike.library.teaching.suggesting import Order
from lookalike.library.teaching.taught import WhyLabel
from lookalike.photos import LabelId, PhotoId
from lookalike.progress import Advance

_SMALLEST = QSize(60 * GRID_PX, 40 * GRID_PX)
_STRIP_PX = 8 * GRID_PX
_PANEL_PX, _LEAST_PANEL_PX = 38 * GRID_PX, 24 * GRID_PX
_STEPS = 1000
_PATIENCE_MS = 250  # what comes sooner is not announced: nothing flickers


class Way(Enum):
    """How suggestions are answered."""

    ONE_BY_ONE = auto()
    TOGETHER = auto()


class SuggestionsPage(QWidget):
    """Draws what the desk gives it, and tells what a person answers.

    Signals:
        accepted, rejected, skipped: of the photo that is asked about.
        other_chosen: it is another label: carries its LabelId.
        key_pressed: carries 1 to 9.
        why_toggled: carries whether the reasons are wanted.
        wish_changed: other suggestions are wanted: carries the order, and a LabelId or None.
        way_changed: carries a Way.
        jumped: carries which of those that wait is to be asked first.
        skipped_wanted: those that were skipped are to be asked again.
        teach_wanted: the page that teaches is wanted.
        photo_wanted: carries the PhotoId of one that is to be seen large.
        chosen_changed: another photo is looked at.
    """

    closed = Signal()
    accepted = Signal()
    rejected = Signal()
    skipped = Signal()
    undo_wanted = Signal()
    other_chosen = Signal(object)
    key_pressed = Signal(int)
    why_toggled = Signal(bool)
    wish_changed = Signal(str, object)
    way_changed = Signal(object)
    jumped = Signal(int)
    skipped_wanted = Signal()
    teach_wanted = Signal()
    photo_wanted = Signal(object)
    chosen_changed = Signal()

    def __init__(self, load: Load, feed: ThumbnailFeed, tasks: Tasks, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("suggestions_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWindowTitle(self.tr("Suggestions"))
        self.setAccessibleName(self.windowTitle())
        self._theme = theme
        self._labels: Sequence[KnownLabel] = ()
        self._told_labels: Sequence[KnownLabel] = ()
        self._label: LabelId | None = None
        self.stage = PhotoStage(load, tasks, enlarges=True)
        self.heat = LabelHeat()
        self.why = WhyPanel(feed, theme)
        self.question = QuestionPanel(theme)
        self.answers = AnswerBar(theme)
        self.strip = SmallPhotos(feed, theme, _STRIP_PX, lines=2, is_strip=True)
        self.strip.marked_row = 0
        self.strip.setAccessibleName(self.tr("Photos that wait for an answer"))
        self.batch = BatchBoard(feed, theme)
        self.nothing = NothingPanel(theme)
        self._make_head()
        self._make_words()
        self._lay_out()
        self._connect()
        theme.changed.connect(self._dress)
        self._dress()
        self.show_labels((), None)
        self.show_sitting(Sitting(), can_undo=False)
        self.show_stale("")
        self.show_progress(None)
        self.show_why(None)
        for button in self.findChildren(QAbstractButton):
            # A click leaves the keys with the page.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    # --- what is shown ------------------------------------------------------------------------

    @property
    def way(self) -> Way:
        return self._ways.value

    @property
    def order(self) -> Order:
        return self.orders.value

    @property
    def is_why_open(self) -> bool:
        return self.answers.why.isChecked()

    @property
    def chosen(self) -> PhotoId | None:
        """The photo that is looked at."""
        if self._place.currentWidget() is self.batch:
            return self.batch.chosen
        return self.stage.photo_id if self._place.currentWidget() is self._asking else None

    @property
    def texts(self) -> tuple[str, str]:
        """What is said in place of photos, and of the sitting."""
        is_empty = self._place.currentWidget() is self.nothing
        return self.nothing.title if is_empty else "", self._sitting.text()

    def preview(self, photo_id: PhotoId) -> QPixmap | None:
        """Small, but here at once."""
        return self.strip.picture(photo_id)

    @property
    def about_text(self) -> str:
        """What the order means."""
        return self._about.text()

    @property
    def stale_text(self) -> str:
        """Why it should be taught again."""
        return self._stale.plain_text

    def show_labels(self, labels: Sequence[KnownLabel], chosen: LabelId | None) -> None:
        """Which labels may be asked about, and which one is: None for all of them."""
        if (labels, chosen) == (self._told_labels, self._label) and self._labels:
            return  # a menu of a thousand labels takes its time
        self._told_labels, self._label = labels, chosen
        self._labels = [each for each in labels if each.is_taught]
        words = self.tr("{label}  ·  {count}")
        titles = [
            words.format(label=each.name, count=grouped(each.photos)) for each in self._labels
        ]
        ids: list[LabelId | None] = [None, *(each.label.id for each in self._labels)]
        at = ids.index(chosen) if chosen in ids else 0
        self.label_menu.show_choices(
            [self.tr("All labels"), *titles], at, lambda at: self._choose_label(ids[at])
        )
        for part in (self.label_menu, self._ways):
            part.setVisible(bool(self._labels))
        self.show_way(self.way)

    def show_question(self, question: Question, glance: PhotoGlance, beside: list[PhotoId]) -> None:
        """Ask about a photo, and fetch those after it."""
        self.question.show_question(question)
        self.answers.show_label(question.name)
        if glance.photo_id != self.stage.photo_id:
            self.question.show_file("")
            self.stage.open(glance, beside)
        else:
            self.stage.fetch(beside)
        self._go_to(self._asking)

    def show_waiting(self, photos: Sequence[SmallPhoto]) -> None:
        """The one that is asked about, and those after it."""
        self.strip.show_photos(photos)

    def show_sitting(self, sitting: Sitting, *, can_undo: bool) -> None:
        self._sitting.setText(SuggestionWords().sitting(sitting))
        for button in (self.answers.undo, self.batch.undo):
            button.setEnabled(can_undo)
        self.nothing.offer(skipped=sitting.skipped, can_undo=can_undo)

    def show_stale(self, sentence: str) -> None:
        """Why it should be taught again; empty where it need not."""
        self._stale.show_text(sentence)
        self._stale_row.setVisible(bool(sentence))

    def show_why(self, why: WhyLabel | None, method: str = "", *, is_waiting: bool = False) -> None:
        """What speaks for the label, over the photo and beneath it; None takes it away."""
        is_open = why is not None or is_waiting
        self.answers.why.setChecked(is_open)
        self.why.setVisible(is_open)
        if why:
            self.why.show_why(why, method)
        elif is_waiting:
            self.why.show_waiting()
        has_map = why is not None and why.cells is not None
        self.heat.show_why(why if has_map else None)
        self._pictures.setCurrentWidget(self.heat if has_map else self.stage)

    def show_batch(self) -> None:
        self._go_to(self.batch)

    def show_instead(self, icon: str, title: str, text: str, *, can_teach: bool = False) -> None:
        """In place of photos."""
        self.nothing.tell(icon, title, text, can_teach=can_teach)
        self._go_to(self.nothing)

    def show_progress(self, advance: Advance | None) -> None:
        """None where nothing is awaited; what is shown may be used meanwhile."""
        if advance is None:
            self._patience.stop()
            self._busy.hide()
            return
        if not self._patience.isActive() and self._busy.isHidden():
            self._patience.start()
        self._bar.setRange(0, 0 if advance.fraction is None else _STEPS)
        self._bar.setValue(round(_STEPS * (advance.fraction or 0)))
        self._busy_words.setText(said(advance.activity))

    def show_way(self, way: Way) -> None:
        self._ways.choose(way)
        self.orders.setVisible(bool(self._labels) and way is Way.ONE_BY_ONE)
        self._show_order()

    def _go_to(self, part: QWidget) -> None:
        """The keyboard comes along."""
        focused = self.focusWidget()
        is_ours = self.hasFocus() or (focused is not None and focused.hasFocus())
        self._place.setCurrentWidget(part)
        if is_ours and part is self.batch:
            self.batch.grid.setFocus()
        elif is_ours and focused and not focused.isVisibleTo(self):
            self.setFocus()
        self.chosen_changed.emit()

    def _show_order(self) -> None:
        words = SuggestionWords()
        is_one = self.way is Way.ONE_BY_ONE
        told = words.order(self.order) if is_one else words.together()
        self._about.setText(told if self._labels else "")

    # --- what a person does -------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Its keys come before the window's, whichever of its parts has the focus."""
        return claims(event, self._knows_key) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if with_ctrl(event) and key == Qt.Key.Key_Z:
            self.undo_wanted.emit()
        elif not is_plain(event) or not self._knows_key(event):
            super().keyPressEvent(event)
        elif event.isAutoRepeat() and key not in _MAY_REPEAT:
            event.accept()  # a key that is held answers once
        elif key in _DIGITS:
            self.key_pressed.emit(_DIGITS.index(key) + 1)
        elif key in _ANYWHERE:
            _ANYWHERE[key](self)
        elif self._place.currentWidget() is self.batch:
            self.batch.uncheck_chosen()
        else:
            _KEYS[key](self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._place.currentWidget() is self.batch:
            self.batch.grid.setFocus(event.reason())

    def _knows_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if with_ctrl(event):
            return key == Qt.Key.Key_Z
        part = self._place.currentWidget()
        is_of_part = (part is self._asking and (key in _KEYS or key in _DIGITS)) or (
            part is self.batch and key in _REFUSE
        )
        return is_plain(event) and (key in _ANYWHERE or is_of_part)

    def _leave(self) -> None:
        """The reasons first, then the many, then the page."""
        if self.is_why_open:
            self.why_toggled.emit(False)
        elif self.way is Way.TOGETHER:
            self._choose_way(Way.ONE_BY_ONE)
        else:
            self.closed.emit()

    def _change_way(self) -> None:
        if self._labels:
            is_one = self.way is Way.ONE_BY_ONE
            self._choose_way(Way.TOGETHER if is_one else Way.ONE_BY_ONE)

    def _toggle_why(self) -> None:
        self.why_toggled.emit(not self.why.isVisibleTo(self))

    def _choose_label(self, label: LabelId | None) -> None:
        self._label = label
        self.wish_changed.emit(self.order, label)

    def _choose_order(self) -> None:
        self._show_order()
        self.wish_changed.emit(self.order, self._label)

    def _choose_way(self, way: Way) -> None:
        self.show_way(way)
        self.way_changed.emit(way)

    # --- how it is made -----------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        return _SMALLEST

    def _make_head(self) -> None:
        self._title = QLabel(self.windowTitle())
        self._title.setProperty("rank", "title")
        self.label_menu = MenuButton(self.tr("Which label is asked about"))
        self.orders: Segments[Order] = Segments(
            {
                "certain": self.tr("Most Certain First"),
                "useful": self.tr("Most Useful First"),
            },
            {},
        )
        self._ways = Segments(
            {Way.ONE_BY_ONE: self.tr("One by One"), Way.TOGETHER: self.tr("Many at Once")},
            dict.fromkeys(Way, self.tr("B goes from one to the other")),
        )
        for segments in (self.orders, self._ways):
            fitting = segments.sizePolicy()
            fitting.setHorizontalPolicy(QSizePolicy.Policy.Maximum)
            segments.setSizePolicy(fitting)
        self._close = tool_button(self.tr("Back to the photos (Esc)"), self.closed.emit)

    def _make_words(self) -> None:
        self._about = ElidedLabel(cut=Qt.TextElideMode.ElideRight)
        self._busy_words = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._sitting = QLabel(textFormat=Qt.TextFormat.PlainText)
        for label in (self._about, self._busy_words, self._sitting):
            label.setProperty("tone", "secondary")
        self._bar = QProgressBar(textVisible=False)
        self._bar.setFixedWidth(12 * GRID_PX)
        self._busy = QWidget()
        busy = row_of(self._bar, self._busy_words)
        busy.setContentsMargins(0, 0, 2 * GRID_PX, 0)
        self._busy.setLayout(busy)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._busy.show)
        self._stale = WrappedLabel()
        self._stale.setProperty("tone", "warning")
        self._teach_again = QPushButton(self.tr("Teach…"))

    def _connect(self) -> None:
        self.orders.chosen.connect(lambda _: self._choose_order())
        self._ways.chosen.connect(self._choose_way)
        self.answers.accepted.connect(self.accepted)
        self.answers.rejected.connect(self.rejected)
        self.answers.skipped.connect(self.skipped)
        self.answers.why_wanted.connect(self._toggle_why)
        self.question.other_chosen.connect(self.other_chosen)
        self.strip.photo_chosen.connect(self.jumped)
        self.stage.opened.connect(lambda large: self.question.show_file(large.photo.path.name))
        self.why.voter_wanted.connect(self.photo_wanted)
        self.batch.photo_wanted.connect(self.photo_wanted)
        moved = self.batch.grid.selectionModel().currentChanged
        moved.connect(lambda *_: self.chosen_changed.emit())
        for part in (self.answers, self.batch, self.nothing):
            part.undo_wanted.connect(self.undo_wanted)
        self.nothing.skipped_wanted.connect(self.skipped_wanted)
        self.nothing.teach_wanted.connect(self.teach_wanted)
        self._teach_again.clicked.connect(lambda _: self.teach_wanted.emit())

    def _dress(self) -> None:
        self._close.setIcon(self._theme.icon("close"))

    def _lay_out(self) -> None:
        self._asking = self._asking_part()
        self._place = QStackedWidget()
        for part in (self._asking, self.batch, self.nothing):
            self._place.addWidget(part)
        head = row_of(self._title, self.label_menu, self.orders, None, self._ways, self._close)
        head.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, 0)
        head.setSpacing(2 * GRID_PX)
        told = row_of(self._about, self._busy, self._sitting)
        told.setStretch(0, 1)
        told.setContentsMargins(2 * GRID_PX, 0, 2 * GRID_PX, 0)
        self._stale_row = QWidget()
        stale = QHBoxLayout(self._stale_row)
        stale.setContentsMargins(2 * GRID_PX, 0, 2 * GRID_PX, 0)
        stale.addWidget(self._stale, 1)
        stale.addWidget(self._teach_again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID_PX)
        column.addLayout(head)
        column.addLayout(told)
        column.addWidget(self._stale_row)
        column.addWidget(self._place, 1)

    def _asking_part(self) -> QWidget:
        self._pictures = QStackedWidget()
        for picture in (self.stage, self.heat):
            self._pictures.addWidget(picture)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(2 * GRID_PX, 0, GRID_PX, GRID_PX)
        column.setSpacing(GRID_PX)
        column.addWidget(self._pictures, 1)
        for beneath in (self.why, self.answers, self.strip):
            column.addWidget(beneath)
        self.question.setMinimumWidth(_LEAST_PANEL_PX)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setHandleWidth(GRID_PX)
        parts.setChildrenCollapsible(False)
        for at, part in enumerate((left, self.question)):
            parts.addWidget(part)
            parts.setStretchFactor(at, int(at == 0))
        parts.setSizes([3 * _PANEL_PX, _PANEL_PX])
        return parts


_DIGITS = (
    Qt.Key.Key_1,
    Qt.Key.Key_2,
    Qt.Key.Key_3,
    Qt.Key.Key_4,
    Qt.Key.Key_5,
    Qt.Key.Key_6,
    Qt.Key.Key_7,
    Qt.Key.Key_8,
    Qt.Key.Key_9,
)
_MAY_REPEAT = (Qt.Key.Key_Right, Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus)
_ANYWHERE: dict[Qt.Key, Callable[[SuggestionsPage], object]] = {
    Qt.Key.Key_Escape: SuggestionsPage._leave,
    Qt.Key.Key_B: SuggestionsPage._change_way,
}
# Among many: never the window's, which would move the photo to the trash.
_REFUSE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
# Of the photo that is asked about.
_KEYS: dict[Qt.Key, Callable[[SuggestionsPage], object]] = {
    Qt.Key.Key_Return: lambda page: page.accepted.emit(),
    Qt.Key.Key_Enter: lambda page: page.accepted.emit(),
    Qt.Key.Key_Delete: lambda page: page.rejected.emit(),
    Qt.Key.Key_Backspace: lambda page: page.rejected.emit(),
    Qt.Key.Key_Space: lambda page: page.skipped.emit(),
    Qt.Key.Key_Right: lambda page: page.skipped.emit(),
    Qt.Key.Key_W: SuggestionsPage._toggle_why,
    Qt.Key.Key_H: lambda page: page.heat.next_mode(),
    Qt.Key.Key_Plus: lambda page: page.stage.zoom_by(ZOOM_STEP),
    Qt.Key.Key_Equal: lambda page: page.stage.zoom_by(ZOOM_STEP),
    Qt.Key.Key_Minus: lambda page: page.stage.zoom_by(1 / ZOOM_STEP),
    Qt.Key.Key_0: lambda page: page.stage.fit(),
}
