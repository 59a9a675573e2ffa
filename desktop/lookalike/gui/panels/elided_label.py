"""A label that shortens long names in the middle, where they differ least."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from lookalike.gui.plain_tip import plain_tip


class ElidedLabel(QLabel):
    """Takes whatever width there is; the whole text is its tooltip when it is cut.

    Args:
        cut: where; names differ least in the middle, sentences at their end.
    """

    def __init__(
        self, text: str = "", cut: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle
    ) -> None:
        super().__init__(text)
        self._cut = cut
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(48, super().minimumSizeHint().height())

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        short = self.fontMetrics().elidedText(self.text(), self._cut, self.width())
        self.setToolTip(plain_tip(self.text()) if short != self.text() else "")
        painter.drawText(self.rect(), int(self.alignment()), short)
        painter.end()
