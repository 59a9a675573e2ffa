"""How many photos each two ways have in common: a small table, darker where it is more."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lookalike.gui.lens.overlap import Overlap
from lookalike.gui.theme import GRID_PX, Theme

_ROW_PX, _NAME_PX, _CELL_PX = 22, 17 * GRID_PX, 13 * GRID_PX
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


class OverlapTable(QWidget):
    """Draws an `Overlap` under the titles of its ways."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._overlap = Overlap()
        self._titles: Sequence[str] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Photos in common"))
        theme.changed.connect(self.update)

    def show_overlap(self, overlap: Overlap, titles: Sequence[str]) -> None:
        """Draw exactly these."""
        self._overlap, self._titles = overlap, titles
        self.setAccessibleDescription("; ".join(self._spoken()))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        count = len(self._titles)
        return QSize(_NAME_PX + count * _CELL_PX, (count + 1) * _ROW_PX)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _spoken(self) -> list[str]:
        return [
            f"{one}, {other}: {self._overlap.shared[row][column]}"
            for row, one in enumerate(self._titles)
            for column, other in enumerate(self._titles)
            if row < column
        ]

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, title in enumerate(self._titles):
            self._draw_title(
                painter, QRect(0, (at + 1) * _ROW_PX, _NAME_PX, _ROW_PX), title, _RIGHT
            )
            head = QRect(_NAME_PX + at * _CELL_PX, 0, _CELL_PX, _ROW_PX)
            self._draw_title(painter, head, title, _CENTRE)
            for other in range(len(self._titles)):
                self._draw_cell(painter, at, other)
        painter.end()

    def _draw_title(self, painter: QPainter, rect: QRect, title: str, where: int) -> None:
        inner = rect.adjusted(4, 0, -GRID_PX if where == _RIGHT else -4, 0)
        elide = Qt.TextElideMode.ElideRight
        painter.setPen(self._theme.colour("secondary"))
        painter.drawText(
            inner, where, painter.fontMetrics().elidedText(title, elide, inner.width())
        )

    def _draw_cell(self, painter: QPainter, row: int, column: int) -> None:
        rect = QRect(_NAME_PX + column * _CELL_PX, (row + 1) * _ROW_PX, _CELL_PX, _ROW_PX)
        if row == column:
            painter.setPen(self._theme.colour("faint"))
            painter.drawText(rect, _CENTRE, "–")
            return
        shared = self._overlap.shared[row][column]
        ground = self._theme.colour("accent")
        ground.setAlphaF(0.08 + 0.6 * shared / max(1, self._overlap.first))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
        painter.setPen(self._theme.colour("text"))
        painter.drawText(rect, _CENTRE, str(shared))
