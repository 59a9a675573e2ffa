"""Says, while something is dragged over the window, what letting go will do."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from lookalike.gui.theme import GRID_PX, Theme


class DropHint(QWidget):
    """Lies over the whole of `parent`, and lets everything through."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = theme
        self._under = parent
        self._text = ""
        parent.installEventFilter(self)
        self.hide()

    def show_hint(self, text: str) -> None:
        """Cover the parent with `text`."""
        self._text = text
        self.setGeometry(self._under.rect())
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._under.rect())
        return False

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = self._theme.colour("grid")
        veil.setAlpha(160)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(self._theme.colour("accent"), 3))
        inset = 2 * GRID_PX
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, 12, 12)
        self._draw_promise(painter)
        painter.end()

    def _draw_promise(self, painter: QPainter) -> None:
        font = painter.font()
        font.setPixelSize(18)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        most_px = self.width() - 12 * GRID_PX
        text = painter.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideMiddle, most_px)
        width_px = painter.fontMetrics().horizontalAdvance(text) + 6 * GRID_PX
        plate = QRect(0, 0, width_px, 6 * GRID_PX)
        plate.moveCenter(self.rect().center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent"))
        painter.drawRoundedRect(plate, plate.height() / 2, plate.height() / 2)
        painter.setPen(self._theme.colour("on_accent"))
        painter.drawText(plate, int(Qt.AlignmentFlag.AlignCenter), text)
