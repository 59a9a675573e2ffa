"""The place in the query bar where the next picture goes."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from lookalike.gui.panels.chip import CHIP_PX
from lookalike.gui.theme import GRID_PX, Theme

WIDE_PX = 22 * GRID_PX
_EMPTY_PX = 46 * GRID_PX
_ICON_PX = 24
_LINE_PX = 18


class AddPlace(QAbstractButton):
    """A dashed frame; a click is for those who would rather choose a file."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines: list[str] = []
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(self.tr("Add a picture to search by"))
        self.setToolTip(self.tr("Drop or paste a picture here, or click to choose a file"))
        self.show_first()

    def show_first(self) -> None:
        """Nothing was asked yet: say how to."""
        self._lines = [
            self.tr("Drop or paste a picture here"),
            self.tr("or choose Find Similar on one of the photos"),
        ]
        self._resize(_EMPTY_PX)

    def show_next(self, *, is_wide: bool) -> None:
        """Say that there may be more; where it is tight, by the icon alone."""
        self._lines = [self.tr("Drop or paste"), self.tr("another picture")] if is_wide else []
        self._resize(WIDE_PX if is_wide else CHIP_PX)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_frame(painter)
        ratio = self.devicePixelRatioF()
        icon = self._theme.picture("add-picture", _ICON_PX, "secondary", ratio)
        left_px = 2 * GRID_PX if self._lines else (self.width() - _ICON_PX) // 2
        painter.drawPixmap(QPoint(left_px, (self.height() - _ICON_PX) // 2), icon)
        self._draw_lines(painter, left_px + _ICON_PX + GRID_PX + 4)
        painter.end()

    def _resize(self, width_px: int) -> None:
        self.setFixedSize(width_px, CHIP_PX)
        self.update()

    def _draw_frame(self, painter: QPainter) -> None:
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse():
            painter.setBrush(self._theme.colour("hover"))
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 2))
        else:
            painter.setPen(QPen(self._theme.colour("faint"), 1.2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(frame, GRID_PX, GRID_PX)

    def _draw_lines(self, painter: QPainter, left_px: int) -> None:
        top_px = (self.height() - _LINE_PX * len(self._lines)) // 2
        width_px = self.width() - left_px - GRID_PX
        for at, text in enumerate(self._lines):
            colour = "text" if at == 0 else "secondary"
            painter.setPen(self._theme.colour(colour))
            line = QRect(left_px, top_px + at * _LINE_PX, width_px, _LINE_PX)
            short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width_px)
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), short)
