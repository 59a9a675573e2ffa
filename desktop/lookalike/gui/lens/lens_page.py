"""The same question answered in up to four ways, side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from lookalike.gui.grid.thumbnail_feed import ThumbnailFeed
from lookalike.gui.layers.segments import Segments
from lookalike.gui.lens.lens_answer import LensAnswer
from lookalike.gui.lens.lens_column import LensColumn
from lookalike.gui.lens.overlap import Overlap, overlap
from lookalike.gui.lens.overlap_table import OverlapTable
from lookalike.gui.lens.way import Way
from lookalike.gui.panels.elided_label import ElidedLabel
from lookalike.gui.panels.tool_button import tool_button
from lookalike.gui.panels.wrapped_label import WrappedLabel
from lookalike.gui.space_words import SpaceWords
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.translations import grouped
from lookalike.gui.visuals.array_image import fitted
from lookalike.library.search.spaces import SpaceChoice
from lookalike.photos import PhotoId

MOST_WAYS = 4
FIRSTS = (10, 20, 50)
_USUAL_FIRST = 20
_PICTURE_PX = 36
_LOW_PX = 560


class LensPage(QWidget):
    """`way_wanted` carries the number of a column and a Way, `note_pressed` and `way_removed` the
    number alone; `opened` and `similar_wanted` a PhotoId, `marked` one and whether more like it is
    wanted, `why_wanted` one and what its column compares by, `menu_wanted` a place on the screen.
    """

    closed = Signal()
    way_wanted = Signal(int, object)
    way_removed = Signal(int)
    way_added = Signal()
    note_pressed = Signal(int)
    opened = Signal(object)
    similar_wanted = Signal(object)
    marked = Signal(object, bool)
    why_wanted = Signal(object, str)
    menu_wanted = Signal(QPoint)
    chosen_changed = Signal()

    def __init__(self, feed: ThumbnailFeed, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("lens_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWindowTitle(self.tr("Compare ways"))
        self.setAccessibleName(self.windowTitle())
        self._theme = theme
        self._spaces: Sequence[SpaceChoice] = ()
        self._answers: list[LensAnswer | None] = []
        self._columns = [LensColumn(feed, theme) for _ in range(MOST_WAYS)]
        self._last: LensColumn = self._columns[0]
        self._pictures = [QLabel() for _ in range(3)]
        self._title = ElidedLabel()
        self._title.setProperty("rank", "name")
        self.add_button = QToolButton()
        self.close_button = tool_button(self.tr("Back to the photos (Esc)"), self.closed.emit)
        titles = {first: grouped(first) for first in FIRSTS}
        self.first = Segments(titles, {})
        self.first.choose(_USUAL_FIRST)
        self._caption = WrappedLabel()
        self._caption.setProperty("tone", "secondary")
        self.table = OverlapTable(theme)
        self._foot = QWidget()
        self._connect()
        self._lay_out()
        theme.changed.connect(self._dress)
        self._dress()

    # --- what is shown ------------------------------------------------------------------------

    @property
    def columns(self) -> Sequence[LensColumn]:
        """Those in use, from left to right."""
        return self._columns[: len(self._answers)]

    def show_question(self, title: str, pictures: Sequence[QImage]) -> None:
        """What all ways are asked."""
        self._title.setText(title)
        shown = [*pictures[: len(self._pictures)], *[None] * len(self._pictures)]
        for label, picture in zip(self._pictures, shown, strict=False):
            label.setVisible(picture is not None)
            if picture is not None:
                label.setPixmap(QPixmap.fromImage(fitted(picture, QSize(_PICTURE_PX, _PICTURE_PX))))

    def show_ways(self, ways: Sequence[Way], spaces: Sequence[SpaceChoice]) -> None:
        """A column for each; its answers stay as long as it is the same way."""
        before = {
            column.way: answer
            for column, answer in zip(self.columns, self._answers, strict=True)
            if answer
        }
        self._spaces = spaces
        self._answers = [before.get(way) for way in ways]
        for at, column in enumerate(self._columns):
            column.setVisible(at < len(ways))
            column.show_removable(len(ways) > 1)
            if at < len(ways):
                was_other = column.way != ways[at]
                column.show_way(ways[at], spaces)
                if was_other and (answer := self._answers[at]):
                    column.show_answer(answer)
        self.add_button.setEnabled(len(ways) < MOST_WAYS)
        self._show_overlap()

    def show_spaces(self, spaces: Sequence[SpaceChoice]) -> None:
        """What there is to compare by is known now, or has been built."""
        self.show_ways([column.way for column in self.columns], spaces)

    def show_answer(self, at: int, answer: LensAnswer) -> None:
        self._answers[at] = answer
        self._columns[at].show_answer(answer)
        self._show_overlap()

    def show_note(
        self, at: int, text: str, button: str = "", fraction: float | None = None
    ) -> None:
        """A column has no answers, and why."""
        self._answers[at] = None
        self._columns[at].show_note(text, button, fraction)
        self._show_overlap()

    def _show_overlap(self) -> None:
        first = self.first.value
        at = [number for number, answer in enumerate(self._answers) if answer is not None]
        found = overlap([answer.ids for answer in self._answers if answer is not None], first)
        words = SpaceWords(self._spaces)
        titles = [self._title_of(self._columns[number].way, words) for number in at]
        self.table.show_overlap(found, titles)
        self.table.setVisible(len(at) > 1)
        self._caption.show_text(self._told(found))
        for column in self._columns:
            column.show_common("")
            column.grid.show_ways(found.ways, len(at))
        for place, number in enumerate(at):
            self._columns[number].show_common(self._common(found, titles, place))

    def _title_of(self, way: Way, words: SpaceWords) -> str:
        title = words.title(way.by)
        return title if way.metric == "cosine" else f"{title} · {way.metric.upper()}"

    def _common(self, found: Overlap, titles: Sequence[str], place: int) -> str:
        """The first way is what the others are measured by; it tells of the one most like it."""
        if len(titles) < 2:
            return ""
        others = [other for other in range(len(titles)) if other != place]
        other = 0 if place else max(others, key=lambda each: found.shared[place][each])
        return self.tr("{shared} of {first} in common with {way}").format(
            shared=found.shared[place][other], first=found.first, way=titles[other]
        )

    def _told(self, found: Overlap) -> str:
        if len(found.shared) < 2:
            return ""
        told = self.tr("Found in all {ways} ways: {count}")
        return told.format(ways=len(found.shared), count=found.in_all)

    # --- which photo is meant -----------------------------------------------------------------

    @property
    def chosen(self) -> PhotoId | None:
        """The photo that a person is on, in the column where they are."""
        return self._last.grid.chosen if self._last in self.columns else None

    def _point_at(self, photo_id: PhotoId | None) -> None:
        for column in self.columns:
            column.light(photo_id)

    def _enter(self, column: LensColumn) -> None:
        if column is not self._last:
            self._last = column
            self.chosen_changed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keys are for the answers."""
        super().focusInEvent(event)
        self._last.grid.setFocus(event.reason())

    # --- how it is made -----------------------------------------------------------------------

    def _connect(self) -> None:
        for at, column in enumerate(self._columns):
            column.way_wanted.connect(lambda way, at=at: self.way_wanted.emit(at, way))
            column.removed.connect(lambda at=at: self.way_removed.emit(at))
            column.note_pressed.connect(lambda at=at: self.note_pressed.emit(at))
            grid = column.grid
            grid.pointed_at.connect(self._point_at)
            grid.entered.connect(lambda column=column: self._enter(column))
            grid.opened.connect(self.opened)
            grid.similar_wanted.connect(self.similar_wanted)
            grid.marked.connect(self.marked)
            grid.why_wanted.connect(
                lambda photo_id, column=column: self.why_wanted.emit(photo_id, column.way.by)
            )
            grid.menu_wanted.connect(self.menu_wanted)
            grid.chosen_changed.connect(self.chosen_changed)
        self.add_button.clicked.connect(lambda *_: self.way_added.emit())
        self.first.chosen.connect(lambda _: self._show_overlap())

    def _dress(self) -> None:
        self.close_button.setIcon(self._theme.icon("close"))
        self.add_button.setIcon(self._theme.icon("plus"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is low, the answers are worth more than the table."""
        super().resizeEvent(event)
        self._foot.setVisible(event.size().height() >= _LOW_PX)

    def _lay_out(self) -> None:
        self.add_button.setText(self.tr("Add a Way"))
        self.add_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.add_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addLayout(self._middle(), 1)
        column.addWidget(self._foot)
        self._lay_foot()

    def _head(self) -> QWidget:
        head = QWidget()
        head.setObjectName("lens_head")
        row = QHBoxLayout(head)
        row.setContentsMargins(2 * GRID_PX, 4, GRID_PX, 4)
        row.setSpacing(GRID_PX)
        for label in self._pictures:
            row.addWidget(label)
        row.addWidget(self._title, 1)
        row.addWidget(self.add_button)
        row.addWidget(self.close_button)
        return head

    def _middle(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(GRID_PX, 0, GRID_PX, 0)
        row.setSpacing(GRID_PX)
        for each in self._columns:
            row.addWidget(each, 1)
        return row

    def _lay_foot(self) -> None:
        self._foot.setObjectName("lens_foot")
        self._foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        line = QHBoxLayout()
        line.addWidget(QLabel(self.tr("In common among the first")))
        line.addWidget(self.first, 1)
        words = QVBoxLayout()
        words.addLayout(line)
        words.addWidget(self._caption)
        words.addStretch()
        row.addLayout(words, 1)
        row.addWidget(self.table)
