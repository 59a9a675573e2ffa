"""Labels to choose one of, each with the key that gives it and how probable it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from lookalike.gui.labels.key_cap import CAP_PX, draw_key_cap
from lookalike.gui.layers.word_bars import WordShare, draw_word
from lookalike.gui.plain_tip import plain_tip
from lookalike.gui.suggestions.probability_text import probability_text
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.photos import LabelId

_ROW_PX = 4 * GRID_PX
_CUT = Qt.TextElideMode.ElideRight


@dataclass(frozen=True, slots=True)
class LabelRow:
    """One label.

    Args:
        key: 1 to 9; None for one without.
        probability: None where nothing is known of it.
    """

    label_id: LabelId
    name: str
    key: int | None = None
    probability: float | None = None


class LabelRows(QWidget):
    """As high as it has rows. `chosen` carries a LabelId."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows: Sequence[LabelRow] = ()
        self.buttons: list[LabelButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_rows(self, rows: Sequence[LabelRow]) -> None:
        """Buttons are kept: one that the keyboard is on stays so."""
        self.rows = rows
        while len(self.buttons) < len(rows):
            self._add_button()
        for button, row in zip(self.buttons, [*rows, *[None] * len(self.buttons)], strict=False):
            button.setVisible(row is not None)
            if row:
                button.show_row(row)

    def _add_button(self) -> None:
        button = LabelButton(self._theme)
        button.clicked.connect(lambda: self.chosen.emit(button.row.label_id))
        self._column.addWidget(button)
        self.buttons.append(button)


class LabelButton(QAbstractButton):
    """The key, the name, and a bar for the probability."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.row = LabelRow(LabelId(0), "")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    def show_row(self, row: LabelRow) -> None:
        self.row = row
        self.setToolTip(plain_tip(row.name))
        key = "" if row.key is None else f" ({row.key})"
        self.setAccessibleName(f"{row.name} {self._told}{key}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(20 * GRID_PX, _ROW_PX + GRID_PX // 2)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("pressed" if self.isDown() else "hover"))
            painter.drawRoundedRect(ground, 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground, 6, 6)
        if self.row.key is not None:
            middle = QPointF(GRID_PX + CAP_PX / 2, self.height() / 2)
            draw_key_cap(painter, self.row.key, middle, self._theme.colour("text"))
        words = QRect(CAP_PX + 2 * GRID_PX, 0, 0, self.height())
        words.setRight(self.width() - GRID_PX)
        if self.row.probability is None:
            painter.setPen(self._theme.colour("text"))
            short = self.fontMetrics().elidedText(self.row.name, _CUT, words.width())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, short)
        else:
            share = WordShare(self.row.name, self.row.probability, self._told)
            draw_word(painter, words, share, self._theme)
        painter.end()

    @property
    def _told(self) -> str:
        return "" if self.row.probability is None else probability_text(self.row.probability)
