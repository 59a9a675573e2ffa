"""Lies over the query bar while something is dragged there, and says what letting go will do."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from lookalike.gui.theme import GRID_PX, Theme

_ICON_PX = 20


class DropZones(QWidget):
    """One zone with a promise, or two: more like this on the left, less like this on the right."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._under = parent
        self._theme = theme
        self._text = ""
        self._at: QPoint | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_promise(self, text: str) -> None:
        """One zone over all of it."""
        self._text, self._at = text, None
        self._cover()

    def show_both(self, at: QPoint) -> None:
        """Two zones; the one at that place is lit."""
        self._at = at
        self._cover()

    def is_less(self, at: QPoint) -> bool:
        """Whether that place is in the zone for pictures that are not wanted."""
        return self._halves()[1].contains(at)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.colour("window"))
        if self._at is None:
            self._draw_zone(painter, self.rect(), "similar", self._text, "accent", is_lit=True)
        else:
            more, less = self._halves()
            is_less = self.is_less(self._at)
            text = self.tr("More like this")
            self._draw_zone(painter, more, "plus", text, "accent", is_lit=not is_less)
            text = self.tr("Less like this")
            self._draw_zone(painter, less, "minus", text, "warning", is_lit=is_less)
        painter.end()

    def _cover(self) -> None:
        self.setGeometry(self._under.rect())
        self.raise_()
        self.show()
        self.update()

    def _halves(self) -> tuple[QRect, QRect]:
        whole = self._under.rect()
        middle_px = whole.width() * 3 // 5  # most drops are meant as "more"
        return whole.adjusted(0, 0, middle_px - whole.width(), 0), whole.adjusted(
            middle_px, 0, 0, 0
        )

    def _draw_zone(
        self, painter: QPainter, zone: QRect, icon: str, text: str, colour: str, *, is_lit: bool
    ) -> None:
        tint = self._theme.colour(colour)
        tint.setAlpha(40 if is_lit else 0)
        painter.setBrush(tint)
        line = Qt.PenStyle.SolidLine if is_lit else Qt.PenStyle.DashLine
        painter.setPen(QPen(self._theme.colour(colour if is_lit else "faint"), 2, line))
        painter.drawRoundedRect(QRectF(zone).adjusted(8, 8, -8, -8), GRID_PX, GRID_PX)
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.DemiBold if is_lit else QFont.Weight.Normal)
        painter.setFont(font)
        most_px = zone.width() - 8 * GRID_PX
        short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, most_px)
        text_px = painter.fontMetrics().horizontalAdvance(short)
        left_px = zone.center().x() - (text_px + _ICON_PX + GRID_PX) // 2
        ratio = self.devicePixelRatioF()
        drawn = self._theme.picture(icon, _ICON_PX, colour if is_lit else "secondary", ratio)
        painter.drawPixmap(left_px, zone.center().y() - _ICON_PX // 2, drawn)
        painter.setPen(self._theme.colour("text" if is_lit else "secondary"))
        beside = zone.adjusted(left_px - zone.left() + _ICON_PX + GRID_PX, 0, 0, 0)
        painter.drawText(beside, int(Qt.AlignmentFlag.AlignVCenter), short)
