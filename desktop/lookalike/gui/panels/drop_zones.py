"""Lies over the query bar while something is dragged there, and says what letting go will do."""

from enum import Enum

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from lookalike.gui.theme import GRID_PX, Theme

_ICON_PX = 20


class Zone(Enum):
    """What letting go there means."""

    MORE = "more"
    LESS = "less"
    MISSED = "missed"


# Most drops are meant as "more".
_ENDS = {Zone.MORE: 0.44, Zone.LESS: 0.7, Zone.MISSED: 1.0}


class DropZones(QWidget):
    """One zone with a promise, or three: more like this, less like this, why is it not here."""

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

    def show_all(self, at: QPoint) -> None:
        """All zones; the one at that place is lit."""
        self._at = at
        self._cover()

    def zone_at(self, at: QPoint) -> Zone:
        """The zone that a place is in."""
        share = at.x() / max(1, self._under.width())
        return next((zone for zone, end in _ENDS.items() if share < end), Zone.MISSED)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.colour("window"))
        if self._at is None:
            self._draw_zone(painter, self.rect(), "similar", self._text, "accent", is_lit=True)
        else:
            lit = self.zone_at(self._at)
            for zone, icon, text, colour in (
                (Zone.MORE, "plus", self.tr("More like this"), "accent"),
                (Zone.LESS, "minus", self.tr("Less like this"), "warning"),
                (Zone.MISSED, "why", self.tr("Why is it not here?"), "accent"),
            ):
                place = self._place_of(zone)
                self._draw_zone(painter, place, icon, text, colour, is_lit=zone is lit)
        painter.end()

    def _cover(self) -> None:
        self.setGeometry(self._under.rect())
        self.raise_()
        self.show()
        self.update()

    def _place_of(self, zone: Zone) -> QRect:
        whole = self._under.rect()
        before = [0.0, *_ENDS.values()][list(_ENDS).index(zone)]
        left, right = (round(share * whole.width()) for share in (before, _ENDS[zone]))
        return QRect(left, whole.top(), right - left, whole.height())

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
