"""Says what the colours over the pictures mean."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lookalike.gui.theme import GRID_PX, Theme
from lookalike.library.drawing.heat import cold_colour, warm_colour

_BAR = QSize(10 * GRID_PX, GRID_PX)
_STOPS = 8
_SPARE_PX = 4  # glyphs may be a little wider than they advance


class HeatLegend(QWidget):
    """From what speaks against a likeness to what speaks for it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words = (self.tr("against"), self.tr("for"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setToolTip(self.tr("What a part adds to the likeness: one scale for both pictures"))
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        words_px = sum(metrics.horizontalAdvance(word) for word in self._words)
        width = words_px + _BAR.width() + 2 * (GRID_PX + _SPARE_PX)
        return QSize(width, metrics.height() + _SPARE_PX)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("secondary"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), middle | Qt.AlignmentFlag.AlignLeft, self._words[0])
        painter.drawText(self.rect(), middle | Qt.AlignmentFlag.AlignRight, self._words[1])
        left = painter.fontMetrics().horizontalAdvance(self._words[0]) + _SPARE_PX + GRID_PX
        bar = QRectF(left, (self.height() - _BAR.height()) / 2, _BAR.width(), _BAR.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_gradient(bar))
        painter.drawRoundedRect(bar, _BAR.height() / 2, _BAR.height() / 2)
        painter.end()


def _gradient(bar: QRectF) -> QLinearGradient:
    gradient = QLinearGradient(bar.topLeft(), bar.topRight())
    for at in range(_STOPS + 1):
        strength = at / _STOPS
        gradient.setColorAt(0.5 + strength / 2, QColor(*warm_colour(strength)))
        gradient.setColorAt(0.5 - strength / 2, QColor(*cold_colour(strength)))
    gradient.setColorAt(0.5, QColor(90, 90, 95))
    return gradient
