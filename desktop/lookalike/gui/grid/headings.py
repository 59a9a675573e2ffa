"""Paints the headings of a grid's sections: title, count, and a triangle that unfolds."""

from PySide6.QtCore import QLocale, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from lookalike.gui.grid.folding import ShownSection
from lookalike.gui.theme import GRID_PX, Theme

HEADING_PX = 5 * GRID_PX
_TRIANGLE_PX = 14
_TEXT_PX = 2 * GRID_PX + _TRIANGLE_PX + 6
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class Headings:
    """`draw` one at a time; a heading that sticks to the top has a ground of its own."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._triangles: dict[tuple[bool, float], QPixmap] = {}
        theme.changed.connect(self._triangles.clear)

    def width_px(self, section: ShownSection, font: QFont) -> int:
        """As far as a click means the heading."""
        title_px = QFontMetrics(_bold(font)).horizontalAdvance(section.title)
        return _TEXT_PX + title_px + 6 + QFontMetrics(font).horizontalAdvance(_count(section))

    def draw(
        self,
        painter: QPainter,
        section: ShownSection,
        rect: QRect,
        *,
        sticks: bool,
        has_focus: bool,
        under_mouse: bool,
    ) -> None:
        if sticks:
            self._draw_ground(painter, rect)
        font = painter.font()
        if has_focus or under_mouse:
            width_px = min(self.width_px(section, font), rect.width() - GRID_PX)
            self._draw_pill(painter, rect, width_px, has_focus)
        self._draw_triangle(painter, rect, section.is_folded)
        count, line = _count(section), rect.adjusted(_TEXT_PX, 0, -2 * GRID_PX, 0)
        room_px = line.width() - QFontMetrics(font).horizontalAdvance(count) - 6
        metrics = QFontMetrics(_bold(font))
        title = metrics.elidedText(section.title, Qt.TextElideMode.ElideMiddle, room_px)
        painter.setFont(_bold(font))
        painter.setPen(self._theme.colour("text"))
        painter.drawText(line, _MIDDLE, title)
        painter.setFont(font)
        painter.setPen(self._theme.colour("secondary"))
        left_px = metrics.horizontalAdvance(title) + 6
        painter.drawText(line.adjusted(left_px, 0, 0, 0), _MIDDLE, count)

    def _draw_ground(self, painter: QPainter, rect: QRect) -> None:
        ground = QColor(self._theme.colour("grid"))
        ground.setAlpha(244)
        painter.fillRect(rect, ground)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _draw_pill(self, painter: QPainter, rect: QRect, width_px: int, has_focus: bool) -> None:
        pill = QRectF(rect.left() + GRID_PX, rect.top() + 5.5, width_px, rect.height() - 11)
        ring = Qt.PenStyle.SolidLine if has_focus else Qt.PenStyle.NoPen
        painter.setPen(QPen(self._theme.colour("accent"), 2, ring))
        painter.setBrush(self._theme.colour("hover"))
        painter.drawRoundedRect(pill, 6, 6)

    def _draw_triangle(self, painter: QPainter, rect: QRect, is_folded: bool) -> None:
        ratio = painter.device().devicePixelRatioF()
        if (is_folded, ratio) not in self._triangles:
            name = "folded" if is_folded else "unfolded"
            drawn = self._theme.picture(name, _TRIANGLE_PX, "secondary", ratio)
            self._triangles[is_folded, ratio] = drawn
        top = rect.top() + (rect.height() - _TRIANGLE_PX) // 2
        painter.drawPixmap(
            QPoint(rect.left() + 2 * GRID_PX, top), self._triangles[is_folded, ratio]
        )


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold


def _count(section: ShownSection) -> str:
    return f"· {QLocale().toString(section.count)}"
