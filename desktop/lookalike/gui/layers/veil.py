"""Dims what is not true any more, and says that the answer is being computed."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from lookalike.gui.theme import GRID_PX, Theme

_DIMNESS = 0.65
_PATIENCE_MS = 120  # an answer that comes sooner is not announced: nothing flickers


class Veil(QWidget):
    """Lies over all of `covered`, which can still be used beneath it."""

    def __init__(self, theme: Theme, covered: QWidget) -> None:
        super().__init__(covered)
        self._theme = theme
        self._covered = covered
        self.is_awaited = False
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._cover)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        covered.installEventFilter(self)

    def await_newer(self, is_awaited: bool) -> None:
        """Begin or end to wait for another answer."""
        if is_awaited == self.is_awaited:
            return
        self.is_awaited = is_awaited
        if is_awaited:
            self._patience.start()
        else:
            self._patience.stop()
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._covered.rect())
        return super().eventFilter(watched, event)

    def _cover(self) -> None:
        self.setGeometry(self._covered.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dim = self._theme.colour("window")
        dim.setAlphaF(_DIMNESS)
        painter.fillRect(self.rect(), dim)
        words = self.tr("Computing…")
        pill = QRect(0, 0, self.fontMetrics().horizontalAdvance(words) + 3 * GRID_PX, 3 * GRID_PX)
        pill.moveTopRight(QPoint(self.width() - GRID_PX, GRID_PX))
        painter.setPen(self._theme.colour("line"))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawRoundedRect(pill, 1.5 * GRID_PX, 1.5 * GRID_PX)
        painter.setPen(self._theme.colour("secondary"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()
