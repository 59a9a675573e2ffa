"""Photos that have a label by a probability or more, to be accepted together."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QStackedWidget, QVBoxLayout, QWidget

from lookalike.gui.grid.thumbnail_feed import ThumbnailFeed
from lookalike.gui.panels.empty_state import EmptyState
from lookalike.gui.panels.photo_canvas import claims, is_plain
from lookalike.gui.panels.wrapped_label import WrappedLabel
from lookalike.gui.suggestions.key_button import KeyButton
from lookalike.gui.suggestions.probability_text import probability_text
from lookalike.gui.suggestions.small_photos import SmallPhoto, SmallPhotos
from lookalike.gui.suggestions.suggestion_work import KnownLabel
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.translations import grouped, percent_text
from lookalike.library.teaching.taught import Suggestion
from lookalike.photos import PhotoId

_SIDE_PX = 14 * GRID_PX
_LEAST, _MOST, _AT_FIRST = 50, 99, 95
_FEW = 0.5  # wrong ones to be expected; fewer are as good as none


class BatchBoard(QWidget):
    """A slider for the probability, and what it lets through, to be unchecked photo by photo.

    Signals:
        accept_wanted: carries the suggestions that are checked.
        undo_wanted: the last answer is to be taken back.
        photo_wanted: carries the PhotoId of one that is to be seen large.
    """

    accept_wanted = Signal(object)
    undo_wanted = Signal()
    photo_wanted = Signal(object)

    def __init__(self, feed: ThumbnailFeed, theme: Theme) -> None:
        super().__init__()
        self._known: KnownLabel | None = None
        self.found: Sequence[Suggestion] = ()
        self._tiles: Sequence[SmallPhoto] = ()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(_LEAST, _MOST)
        self.slider.setValue(_AT_FIRST)
        self.slider.setMinimumWidth(24 * GRID_PX)
        self.slider.setFixedHeight(3 * GRID_PX)  # its handle is drawn whole
        self.slider.setAccessibleName(self.tr("How probable a photo has to be to be accepted"))
        self._figure = QLabel()
        self._figure.setProperty("rank", "name")
        self._told = WrappedLabel()
        self._told.setProperty("tone", "secondary")
        self.grid = SmallPhotos(feed, theme, _SIDE_PX, lines=1, is_strip=False)
        self.grid.setAccessibleName(self.tr("Photos to be accepted together"))
        self._nothing = EmptyState(theme)
        self.accept = KeyButton(theme, self.tr("Enter"), is_main=True)
        self.undo = KeyButton(theme, self.tr("Ctrl+Z"))
        self.undo.show_words(
            self.tr("Undo"), self.tr("Take the last answer back, and those before")
        )
        self._lay_out()
        self._connect()
        self._show()

    # --- what is shown ------------------------------------------------------------------------

    @property
    def shown(self) -> Sequence[Suggestion]:
        """Those that are probable enough, most certain first."""
        least = self.slider.value() / 100
        return self.found[: sum(each.probability >= least for each in self.found)]

    @property
    def checked(self) -> list[Suggestion]:
        unchecked = self.grid.photos.unchecked
        return [each for each in self.shown if each.photo_id not in unchecked]

    @property
    def chosen(self) -> PhotoId | None:
        """The photo that the keyboard is on."""
        row = self.grid.currentIndex().row()
        return self.grid.photos.shown[row].photo_id if row >= 0 else None

    @property
    def text(self) -> str:
        return self._told.plain_text

    @property
    def nothing_text(self) -> str:
        """What is said where nothing can be accepted."""
        return self._nothing.title if self._place.currentWidget() is self._nothing else ""

    def show_found(self, known: KnownLabel, found: Sequence[Suggestion]) -> None:
        """What was unchecked stays so as long as it is about the same label."""
        if self._known is None or self._known.label.id != known.label.id:
            self.grid.photos.unchecked.clear()
        self._known, self.found = known, found
        self._tiles = [
            SmallPhoto(each.photo_id, probability_text(each.probability)) for each in found
        ]
        self._show()

    def _show(self) -> None:
        shown = self.shown
        self._figure.setText(f"≥ {percent_text(self.slider.value() / 100)}")
        self.grid.show_photos(self._tiles[: len(shown)])
        self._place.setCurrentWidget(self.grid if shown else self._nothing)
        self._nothing.tell("photos", *self._nothing_words())
        self._show_checked()

    def _show_checked(self) -> None:
        checked = self.checked
        name = self._known.name if self._known else ""
        words = self.tr("Accept {count} as {label}")
        self.accept.show_words(words.format(count=grouped(len(checked)), label=name))
        self.accept.setEnabled(bool(checked))
        self._told.show_text(self._expected(checked))

    def _expected(self, checked: Sequence[Suggestion]) -> str:
        """By the probabilities themselves: they are calibrated."""
        if not checked:
            return ""
        wrong = sum(1 - each.probability for each in checked)
        count = grouped(len(checked))
        if wrong < _FEW:
            return self.tr("Of {count}, probably none will be wrong.").format(count=count)
        words = self.tr("About {wrong} of {count} will be wrong. Click those that do not belong.")
        return words.format(wrong=grouped(max(1, round(wrong))), count=count)

    def _nothing_words(self) -> tuple[str, str]:
        if not self.found:
            return (
                self.tr("Nothing left to accept"),
                self.tr("No photo is more likely “{label}” than not.").format(
                    label=self._known.name if self._known else ""
                ),
            )
        best = probability_text(self.found[0].probability)
        return (
            self.tr("No photo is so certain"),
            self.tr("The most certain one has {percent}: move the slider to the left.").format(
                percent=best
            ),
        )

    # --- what a person does -------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Its keys come before the window's."""
        is_own = claims(event, lambda key: is_plain(key) and key.key() in _KEYS)
        return is_own or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_plain(event) and event.key() in _KEYS:
            self._accept()
        else:
            super().keyPressEvent(event)

    def set_least(self, least: float) -> None:
        """How probable a photo has to be."""
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(100 * least))
        self._show()

    def uncheck_chosen(self) -> None:
        """The photo that the keyboard is on does not belong."""
        if self.chosen is not None and self.chosen not in self.grid.photos.unchecked:
            self.grid.toggle(self.grid.currentIndex().row())

    def _accept(self) -> None:
        if checked := self.checked:
            self.accept_wanted.emit(checked)

    # --- how it is made -----------------------------------------------------------------------

    def _connect(self) -> None:
        self.slider.valueChanged.connect(self._show)
        self.grid.photo_chosen.connect(self.grid.toggle)
        self.grid.checked_changed.connect(self._show_checked)
        self.grid.doubleClicked.connect(
            lambda index: self.photo_wanted.emit(self.grid.photos.shown[index.row()].photo_id)
        )
        self.accept.clicked.connect(self._accept)
        self.undo.clicked.connect(self.undo_wanted)

    def _lay_out(self) -> None:
        self._place = QStackedWidget()
        self._place.addWidget(self.grid)
        self._place.addWidget(self._nothing)
        head = QHBoxLayout()
        head.setSpacing(GRID_PX)
        head.addWidget(self.slider)
        head.addWidget(self._figure)
        head.addSpacing(GRID_PX)
        head.addWidget(self._told, 1)
        foot = QHBoxLayout()
        foot.setSpacing(GRID_PX)
        foot.addWidget(self.accept)
        foot.addStretch()
        foot.addWidget(self.undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID_PX, GRID_PX // 2, 2 * GRID_PX, GRID_PX)
        column.setSpacing(GRID_PX)
        column.addLayout(head)
        column.addWidget(self._place, 1)
        column.addLayout(foot)


_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
