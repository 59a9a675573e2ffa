"""Labels that may be wrong: what the program would say, who voted, and what to do about it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from lookalike.gui.grid.thumbnail_feed import ThumbnailFeed
from lookalike.gui.layers.layer_panel import heading, sentence
from lookalike.gui.panels.empty_state import EmptyState
from lookalike.gui.panels.wrapped_label import WrappedLabel
from lookalike.gui.plain_tip import plain_tip
from lookalike.gui.teach.photo_board import FETCHED_PX, PhotoBoard
from lookalike.gui.teach.suspect_list import SuspectList
from lookalike.gui.teach.suspect_view import SuspectView, SuspectWords
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.photos import PhotoId

_VOTER_PX = 9 * GRID_PX
_LIST_PX = 40 * GRID_PX
_MOST_NAME = 18  # letters on a button


class SuspectsPanel(QWidget):
    """`keep_wanted`, `change_wanted`, `take_wanted` and `why_wanted` carry a Suspect.

    Signals:
        photo_wanted: carries the PhotoId of a photo that is to be seen large.
        chosen_changed: another photo is the current one.
    """

    keep_wanted = Signal(object)
    change_wanted = Signal(object)
    take_wanted = Signal(object)
    why_wanted = Signal(object)
    photo_wanted = Signal(object)
    chosen_changed = Signal()

    def __init__(self, feed: ThumbnailFeed, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words = SuspectWords()
        self._acts = {
            Qt.Key.Key_K: self.keep_wanted,
            Qt.Key.Key_C: self.change_wanted,
            Qt.Key.Key_Delete: self.take_wanted,
            Qt.Key.Key_W: self.why_wanted,
        }
        self.buttons = {key: QPushButton() for key in self._acts}
        for button in self.buttons.values():
            # A click leaves the keys with the list: elsewhere Delete is for the photo.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.list = SuspectList(feed, theme, list(self._acts))
        self.picture = PhotoBoard(feed, theme, FETCHED_PX)
        self.voters = PhotoBoard(feed, theme, _VOTER_PX, has_captions=True)
        self.voters.setAccessibleName(self.tr("The nearest examples"))
        self._sentence = WrappedLabel()
        self._voted = heading(self.tr("The nearest examples"))
        self._empty = EmptyState(theme)
        self._lay_out()
        self._connect()
        self._dress()
        self.show_suspects(())

    def show_suspects(self, views: Sequence[SuspectView]) -> None:
        self.list.show_suspects(views)
        self._pages.setCurrentWidget(self._body if views else self._empty)

    @property
    def chosen(self) -> PhotoId | None:
        """The photo that the keyboard is on."""
        if self.voters.hasFocus():
            return self.voters.chosen
        return self.list.chosen.suspect.photo_id if self.list.chosen else None

    @property
    def text(self) -> str:
        """What is said of the chosen one."""
        return self._sentence.plain_text

    def _show_chosen(self) -> None:
        view = self.list.chosen
        if view is None:
            return
        suspect = view.suspect
        self.picture.setAccessibleName(view.label)
        self.picture.show_photos([suspect.photo_id])
        self._sentence.show_text(self._words.sentence(view))
        self.voters.show_photos(suspect.voters, view.voters)
        self._voted.setVisible(bool(suspect.voters))
        self._name_buttons(view)
        self.chosen_changed.emit()

    def _name_buttons(self, view: SuspectView) -> None:
        names = {"label": _short(view.label), "told": _short(view.told)}
        for key, text in {
            Qt.Key.Key_K: self.tr("Keep “{label}”"),
            Qt.Key.Key_C: self.tr("Change to “{told}”"),
            Qt.Key.Key_Delete: self.tr("Take “{label}” Off"),
            Qt.Key.Key_W: self.tr("Why?"),
        }.items():
            self.buttons[key].setText(text.format(**names).replace("&", "&&"))
        self.buttons[Qt.Key.Key_C].setVisible(view.suspect.told is not None)
        told = {"label": view.label, "told": view.told}
        for key, tip in {
            Qt.Key.Key_K: self.tr("It is right: do not ask about it again (K)"),
            Qt.Key.Key_C: self.tr("It is “{told}”, and not “{label}” (C)"),
            Qt.Key.Key_Delete: self.tr("It is not “{label}” (Delete)"),
            Qt.Key.Key_W: self.tr("What speaks for “{told}” (W)"),
        }.items():
            self.buttons[key].setToolTip(plain_tip(tip.format(**told)))

    def _act(self, key: Qt.Key) -> None:
        view = self.list.chosen
        if view and not (key == Qt.Key.Key_C and view.suspect.told is None):
            self._acts[key].emit(view.suspect)

    def _open_chosen(self) -> None:
        if self.list.chosen:
            self.photo_wanted.emit(self.list.chosen.suspect.photo_id)

    def _connect(self) -> None:
        for key, button in self.buttons.items():
            button.clicked.connect(lambda _=False, key=key: self._act(key))
        self.list.key_pressed.connect(self._act)
        self.list.opened.connect(self._open_chosen)
        self.list.chosen_changed.connect(self._show_chosen)
        for board in (self.picture, self.voters):
            board.photo_wanted.connect(self.photo_wanted)
            board.chosen_changed.connect(self.chosen_changed)
        self._theme.changed.connect(self._dress)

    def _dress(self) -> None:
        self.buttons[Qt.Key.Key_W].setIcon(self._theme.icon("why"))

    def _lay_out(self) -> None:
        self._empty.tell(
            "done",
            self.tr("No label is doubted"),
            self.tr("All examples are labelled as their neighbours and the program would."),
        )
        about = self.tr(
            "Photos whose own label the program doubts most, judged from all other examples. "
            "They may be labelled wrongly, or be rare."
        )
        self.list.setMinimumWidth(22 * GRID_PX)
        self.list.setMaximumWidth(_LIST_PX)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID_PX)
        row.addWidget(self.list, 1)
        row.addWidget(self._card(), 2)
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, GRID_PX, 0, 0)
        column.setSpacing(GRID_PX)
        column.addWidget(sentence(about))
        column.addLayout(row, 1)
        self._pages = QStackedLayout(self)
        for page in (self._empty, self._body):
            self._pages.addWidget(page)

    def _card(self) -> QScrollArea:
        """All about the chosen one."""
        self.voters.setMinimumHeight(self.voters.cell.height())
        card = QWidget()
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID_PX)
        column.addLayout(self._head())
        column.addWidget(self._voted)
        column.addWidget(self.voters, 1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setObjectName("teach_scroll")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(card)
        return scroll

    def _head(self) -> QHBoxLayout:
        """The photo, and beside it what can be said and done."""
        self.picture.setFixedSize(self.picture.cell + QSize(2, 2))
        self.picture.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        beside = QVBoxLayout()
        beside.setSpacing(GRID_PX)
        beside.addWidget(self._sentence)
        for button in self.buttons.values():
            beside.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        beside.addStretch()
        head = QHBoxLayout()
        head.setSpacing(2 * GRID_PX)
        head.addWidget(self.picture)
        head.addLayout(beside, 1)
        return head


def _short(name: str) -> str:
    return name if len(name) <= _MOST_NAME else f"{name[: _MOST_NAME - 1]}…"
