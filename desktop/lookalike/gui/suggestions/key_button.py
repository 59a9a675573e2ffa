"""A button that shows the key which does the same."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
)

from lookalike.gui.plain_tip import plain_tip
from lookalike.gui.theme import GRID_PX, Theme

_GAP_PX = GRID_PX
_EDGE_PX = 12
_LEAST_WORDS_PX = 7 * GRID_PX
_CAP_HEIGHT_PX = 18


class KeyButton(QPushButton):
    """Long words are cut to the width there is, unless it is kept whole; the key never is."""

    def __init__(
        self, theme: Theme, key: str, *, is_main: bool = False, is_whole: bool = False
    ) -> None:
        super().__init__()
        self._theme = theme
        self._key = key
        self._words = ""
        self._is_main = is_main
        self._is_whole = is_whole
        self.setProperty("main", is_main)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @property
    def words(self) -> str:
        return self._words

    def show_words(self, words: str, tip: str = "") -> None:
        self._words = words
        self.setToolTip(plain_tip(tip or words))
        self.setAccessibleName(f"{words} ({self._key})")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return self._size(self._bold_metrics.horizontalAdvance(self._words) + 2)

    def minimumSizeHint(self) -> QSize:
        if self._is_whole:
            return self.sizeHint()
        words_px = self._bold_metrics.horizontalAdvance(self._words) + 2
        return self._size(min(words_px, _LEAST_WORDS_PX))

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QStylePainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        if self._is_main:
            painter.setFont(_bold(self))
        cap_px = _cap_width_px(self.fontMetrics(), self._key)
        room_px = self.width() - 2 * _EDGE_PX - _GAP_PX - cap_px
        metrics = painter.fontMetrics()
        words = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room_px)
        words_px = metrics.horizontalAdvance(words)
        left = (self.width() - words_px - _GAP_PX - cap_px) / 2
        painter.setPen(self._ink)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(left, 0, words_px + 2, self.height()), middle, words)
        painter.setFont(self.font())
        cap = QRectF(left + words_px + _GAP_PX, 0, cap_px, _CAP_HEIGHT_PX)
        cap.moveTop((self.height() - _CAP_HEIGHT_PX) / 2)
        _draw_cap(painter, cap, self._key, self._ink)
        painter.end()

    @property
    def _ink(self) -> QColor:
        if not self.isEnabled():
            return self._theme.colour("faint")
        return self._theme.colour("on_accent" if self._is_main else "text")

    @property
    def _bold_metrics(self) -> QFontMetrics:
        return QFontMetrics(_bold(self))

    def _size(self, words_px: int) -> QSize:
        width = words_px + _GAP_PX + _cap_width_px(self.fontMetrics(), self._key) + 2 * _EDGE_PX
        return QSize(width, max(4 * GRID_PX, super().sizeHint().height()))


def _cap_width_px(metrics: QFontMetrics, key: str) -> int:
    """Of the cap of a key: no narrower than high."""
    return max(_CAP_HEIGHT_PX + 2, metrics.horizontalAdvance(key) + GRID_PX + 2)


def _draw_cap(painter: QPainter, cap: QRectF, key: str, ink: QColor) -> None:
    """As the key looks on a keyboard."""
    line = QColor(ink)
    line.setAlphaF(0.45)
    painter.setPen(QPen(line, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    words = QColor(ink)
    words.setAlphaF(0.8)
    painter.setPen(words)
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)


def _bold(button: KeyButton) -> QFont:
    font = button.font()
    font.setWeight(font.Weight.DemiBold)
    return font
