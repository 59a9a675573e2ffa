"""One way to compare beside others: its name, what it looks at, and its answers."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from lookalike.gui.grid.thumbnail_feed import ThumbnailFeed
from lookalike.gui.lens.column_note import ColumnNote
from lookalike.gui.lens.lens_answer import LensAnswer
from lookalike.gui.lens.lens_grid import LensGrid
from lookalike.gui.lens.way import Way
from lookalike.gui.panels.elided_label import ElidedLabel
from lookalike.gui.panels.space_button import SpaceButton
from lookalike.gui.panels.tool_button import tool_button
from lookalike.gui.panels.wrapped_label import WrappedLabel
from lookalike.gui.space_words import SpaceWords
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.library.search.spaces import SpaceChoice
from lookalike.photos import PhotoId

# As many fit as look well: three in a column of four, five in one of two.
_SIDES_PX = (64, 72, 80, 96, 112, 128)
_LEAST_ACROSS = 3
_NARROW_PX = 22 * GRID_PX


class LensColumn(QWidget):
    """`way_wanted` carries a Way, `note_pressed` asks for what the note in its place offers."""

    way_wanted = Signal(object)
    removed = Signal()
    note_pressed = Signal()

    def __init__(self, feed: ThumbnailFeed, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("lens_column")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.way = Way("content")
        self._common = ""
        self.space_button = SpaceButton(theme)
        self.space_button.show_short(True)
        self.space_button.setProperty("rank", "name")
        self.remove_button = tool_button(self.tr("Leave this way out"), self.removed.emit)
        self._sentence = WrappedLabel()
        self._sentence.setFixedHeight(2 * self._sentence.fontMetrics().lineSpacing())
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._sentence.setProperty("tone", "secondary")
        self._told = ElidedLabel(cut=Qt.TextElideMode.ElideRight)
        self.grid = LensGrid(feed, theme)
        self.note = ColumnNote()
        self.stack = QStackedWidget()
        for page in (self.grid, self.note):
            self.stack.addWidget(page)
        self._connect()
        self._lay_out()
        theme.changed.connect(self._dress)
        self._dress()

    def show_way(self, way: Way, spaces: Sequence[SpaceChoice]) -> None:
        """What it is called, and what it looks at."""
        self.way = way
        self.space_button.show_spaces(spaces, way.by, way.metric)
        words = SpaceWords(spaces)
        parts = (words.gist(way.by), words.distance(way.metric))
        self._sentence.show_text(" · ".join(part for part in parts if part))
        self._sentence.setToolTip(self.space_button.toolTip())
        self.grid.setAccessibleName(self.tr("Photos by {way}").format(way=words.title(way.by)))

    def show_answer(self, answer: LensAnswer) -> None:
        self.grid.show_answer(answer)
        self.stack.setCurrentWidget(self.grid)

    def show_note(self, text: str, button: str = "", fraction: float | None = None) -> None:
        """There are no answers, and why."""
        self.note.tell(text, button, fraction)
        self.stack.setCurrentWidget(self.note)

    @property
    def has_answers(self) -> bool:
        return self.stack.currentWidget() is self.grid

    def show_common(self, text: str) -> None:
        """How many photos it has in common with others."""
        self._common = text
        self._told.setText(text)

    def light(self, photo_id: PhotoId | None) -> None:
        """Ring a photo, and tell its place here."""
        self.grid.light(photo_id)
        if photo_id is None or not self.has_answers:
            self._told.setText(self._common)
            return
        place = self.grid.place_among(photo_id)
        count = len(self.grid.photos.ids)
        here = self.tr("This photo: place {place}").format(place=place)
        not_here = self.tr("This photo: not among the first {count}").format(count=count)
        self._told.setText(here if place else not_here)

    @property
    def told(self) -> str:
        """The line above the answers."""
        return self._told.text()

    def show_removable(self, is_removable: bool) -> None:
        self.remove_button.setVisible(is_removable)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = (self.grid.viewport().width() - 1) // _LEAST_ACROSS - 2 * GRID_PX
        self._sentence.setVisible(self.width() >= _NARROW_PX)
        self.grid.set_tile_size(max((side for side in _SIDES_PX if side <= room), default=64))

    def minimumSizeHint(self) -> QSize:
        return QSize(20 * GRID_PX, 30 * GRID_PX)

    def _connect(self) -> None:
        button = self.space_button
        button.by_wanted.connect(lambda by: self.way_wanted.emit(Way(by, self.way.metric)))
        button.metric_wanted.connect(lambda metric: self.way_wanted.emit(Way(self.way.by, metric)))
        self.note.pressed.connect(self.note_pressed)

    def _dress(self) -> None:
        self.remove_button.setIcon(self._theme.icon("close"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.space_button)
        head.addStretch()
        head.addWidget(self.remove_button)
        words = QVBoxLayout()
        words.setContentsMargins(GRID_PX, 0, GRID_PX, 0)
        words.setSpacing(2)
        words.addWidget(self._sentence)
        words.addWidget(self._told)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(words)
        column.addWidget(self.stack, 1)
