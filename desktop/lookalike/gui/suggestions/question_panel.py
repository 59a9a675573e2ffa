"""What is asked about the photo, what else it may be, and the living album of the label."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QScrollArea, QVBoxLayout, QWidget

from lookalike.gui.layers.word_bars import WordBars, WordShare
from lookalike.gui.panels.elided_label import ElidedLabel
from lookalike.gui.panels.row_of import row_of
from lookalike.gui.panels.wrapped_label import WrappedLabel
from lookalike.gui.suggestions.album_panel import AlbumPanel
from lookalike.gui.suggestions.label_rows import LabelRow, LabelRows
from lookalike.gui.suggestions.probability_text import probability_text
from lookalike.gui.theme import GRID_PX, Theme


@dataclass(frozen=True, slots=True)
class Question:
    """What the panel asks.

    Args:
        name: of the label that the photo may deserve.
        others: labels that it may be instead.
        rest: all others.
    """

    name: str
    probability: float
    others: Sequence[LabelRow] = ()
    rest: Sequence[LabelRow] = ()


class QuestionPanel(QWidget):
    """`other_chosen` carries the LabelId of what the photo is instead."""

    other_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title = ElidedLabel()
        self._title.setProperty("rank", "title")
        self._sure = WordBars(theme)
        self._file = ElidedLabel()
        self._file.setProperty("tone", "secondary")
        self._instead = WrappedLabel(self.tr("Or is it something else?"))
        self._instead.setProperty("rank", "name")
        self._alone = WrappedLabel(
            self.tr("You have no other label yet. With a second one, this can be told from it.")
        )
        self._alone.setProperty("tone", "secondary")
        self.others = LabelRows(theme)
        self.others.chosen.connect(self.other_chosen)
        self.more = QPushButton(self.tr("Another Label"))
        self.more.setMenu(QMenu(self.more))
        self.more.menu().aboutToShow.connect(self._fill_menu)
        self._rest: Sequence[LabelRow] = ()
        self.album = AlbumPanel()
        self._lay_out()

    @property
    def title(self) -> str:
        return self._title.text()

    @property
    def is_alone(self) -> bool:
        """Whether there is nothing else that it may be."""
        return not self._alone.isHidden()

    def show_question(self, question: Question) -> None:
        self._title.setText(self.tr("Is this “{label}”?").format(label=question.name))
        told = probability_text(question.probability)
        self._sure.show_words([WordShare(question.name, question.probability, told)])
        self.others.show_rows(question.others)
        self._rest = question.rest
        self.more.setVisible(bool(question.rest))
        self._instead.setVisible(bool(question.others))
        self._alone.setVisible(not question.others)

    def show_file(self, name: str) -> None:
        """The photo's, so that a person knows it again."""
        self._file.setText(name)

    def _fill_menu(self) -> None:
        """Only now: there may be a thousand."""
        menu = self.more.menu()
        menu.clear()
        for row in self._rest:
            action = menu.addAction(row.name.replace("&", "&&"))
            action.triggered.connect(partial(self.other_chosen.emit, row.label_id))

    def _lay_out(self) -> None:
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, GRID_PX, 0)
        rows.setSpacing(GRID_PX // 2)
        for part in (self._title, self._sure, self._file):
            rows.addWidget(part)
        rows.addSpacing(GRID_PX)
        for other in (self._instead, self._alone, self.others):
            rows.addWidget(other)
        rows.addLayout(row_of(self.more, None))
        rows.addStretch()
        scroll = QScrollArea(widgetResizable=True)
        scroll.setObjectName("question")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID_PX, 0, GRID_PX, GRID_PX)
        column.setSpacing(GRID_PX)
        column.addWidget(scroll, 1)
        column.addWidget(self.album)
