"""Beneath the photo: why its label was suggested, in a sentence, and which examples voted."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from lookalike.gui.grid.thumbnail_feed import ThumbnailFeed
from lookalike.gui.panels.elided_label import ElidedLabel
from lookalike.gui.panels.wrapped_label import WrappedLabel
from lookalike.gui.suggestions.small_photos import SmallPhoto, SmallPhotos
from lookalike.gui.suggestions.why_label_words import WhyLabelWords
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.why.heat_legend import HeatLegend
from lookalike.library.teaching.taught import WhyLabel

_SIDE_PX = 7 * GRID_PX


class WhyPanel(QFrame):
    """`voter_wanted` carries the PhotoId of an example that is to be seen large."""

    voter_wanted = Signal(object)

    def __init__(self, feed: ThumbnailFeed, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("why_panel")
        self._sentence = WrappedLabel()
        self._sum = ElidedLabel(cut=Qt.TextElideMode.ElideRight)
        self._sum.setProperty("tone", "secondary")
        self._legend = HeatLegend(theme)
        self._legend.setToolTip(
            self.tr("What a part of the photo adds to the label's score (H: as cells, or none)")
        )
        self.voters = SmallPhotos(feed, theme, _SIDE_PX, lines=2, is_strip=True)
        self.voters.setAccessibleName(self.tr("The examples that decide"))
        self.voters.photo_chosen.connect(self._want)
        self._lay_out()
        self.show_waiting()

    @property
    def text(self) -> str:
        return self._sentence.plain_text

    @property
    def sum_text(self) -> str:
        return "" if self._sum.isHidden() else self._sum.text()

    @property
    def has_legend(self) -> bool:
        return not self._legend.isHidden()

    def show_waiting(self) -> None:
        """It is being computed."""
        self._show(self.tr("Looking for what speaks for it…"))

    def show_trouble(self, sentence: str) -> None:
        """In place of the answer."""
        self._show(sentence)

    def show_why(self, why: WhyLabel, method: str = "") -> None:
        """`method` is what it is called, as `linear SVM`."""
        words = WhyLabelWords()
        voters = [
            SmallPhoto(voter.photo_id, *told, is_dim=not voter.is_for)
            for voter, told in zip(why.voters, words.voters(why), strict=True)
        ]
        has_map = why.cells is not None
        self._show(words.sentence(why, method), words.sum(why), voters, has_map=has_map)

    def _show(
        self,
        sentence: str,
        total: str = "",
        voters: Sequence[SmallPhoto] = (),
        *,
        has_map: bool = False,
    ) -> None:
        self._sentence.show_text(sentence)
        self._sum.setText(total)
        self._sum.setVisible(bool(total))
        self._legend.setVisible(has_map)
        self.voters.setVisible(bool(voters))
        self.voters.show_photos(voters)

    def _want(self, row: int) -> None:
        self.voter_wanted.emit(self.voters.photos.shown[row].photo_id)

    def _lay_out(self) -> None:
        figures = QHBoxLayout()
        figures.setSpacing(2 * GRID_PX)
        figures.addWidget(self._sum, 1)
        figures.addWidget(self._legend, 0, Qt.AlignmentFlag.AlignLeft)
        figures.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID_PX // 2)
        column.addWidget(self._sentence)
        column.addLayout(figures)
        column.addWidget(self.voters)
