"""Words with a bar each for how much a unit speaks for them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from lookalike.gui.plain_tip import plain_tip
from lookalike.gui.theme import GRID_PX, Theme

_BAR_PX = 4
_ROW_PX = 4 * GRID_PX
_Align = Qt.AlignmentFlag


@dataclass(frozen=True, slots=True)
class WordShare:
    """One line.

    Args:
        share: 0 to 1, the length of its bar.
        told: the same as text, at the end of the line.
    """

    name: str
    share: float
    told: str = ""


class WordBars(QWidget):
    """As high as it has words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words: tuple[WordShare, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @property
    def words(self) -> Sequence[WordShare]:
        return self._words

    def tip_at(self, place: QPoint) -> str:
        """The whole name of the word there."""
        row = place.y() // _ROW_PX
        return plain_tip(self._words[row].name) if row < len(self._words) else ""

    def show_words(self, words: Sequence[WordShare]) -> None:
        self._words = tuple(words)
        self.setAccessibleDescription(", ".join(f"{word.name} {word.told}" for word in words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(16 * GRID_PX, len(self._words) * _ROW_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(8 * GRID_PX, len(self._words) * _ROW_PX)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self)
            return True
        return super().event(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, word in enumerate(self._words):
            draw_word(painter, QRect(0, at * _ROW_PX, self.width(), _ROW_PX), word, self._theme)
        painter.end()


def draw_word(painter: QPainter, place: QRect, word: WordShare, theme: Theme) -> None:
    """The name and its share on one line, the bar beneath them, in the middle of `place`."""
    metrics = QFontMetrics(painter.font())
    height = metrics.height() + _BAR_PX + 2
    line = QRect(place.left(), place.center().y() - height // 2, place.width(), metrics.height())
    told_px = metrics.horizontalAdvance(word.told)
    name_px = line.width() - told_px - (GRID_PX if word.told else 0)
    painter.setPen(theme.colour("secondary"))
    painter.drawText(line, _Align.AlignRight | _Align.AlignVCenter, word.told)
    painter.setPen(theme.colour("text"))
    short = metrics.elidedText(word.name, Qt.TextElideMode.ElideRight, name_px)
    painter.drawText(line, _Align.AlignLeft | _Align.AlignVCenter, short)
    _draw_bar(painter, QRectF(line.left(), line.bottom() + 3, line.width(), _BAR_PX), word, theme)


def _draw_bar(painter: QPainter, groove: QRectF, word: WordShare, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("pressed"))
    painter.drawRoundedRect(groove, _BAR_PX / 2, _BAR_PX / 2)
    filled = QRectF(groove)
    filled.setWidth(max(_BAR_PX, min(1.0, max(0.0, word.share)) * groove.width()))
    painter.setBrush(theme.colour("accent"))
    painter.drawRoundedRect(filled, _BAR_PX / 2, _BAR_PX / 2)
