"""Where the panes of a comparison lie: beside each other, or one upon the other."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from lookalike.gui.theme import GRID_PX

_LEAST = QSize(40 * GRID_PX, 25 * GRID_PX)


class CompareTable(QWidget):
    """Not a layout: that would move the panes whenever one of them is hidden, as in a flicker."""

    def __init__(self) -> None:
        super().__init__()
        self._side_by_side: Sequence[QWidget] = ()
        self._on_top: QWidget | None = None

    def lay(self, panes: Sequence[QWidget], on_top: QWidget | None = None) -> None:
        """Show all panes side by side, or only the one `on_top`, as large as the table."""
        self._side_by_side, self._on_top = panes, on_top
        self._arrange()
        for child in self.findChildren(QWidget):
            if child.parent() is self:
                child.setVisible(child is on_top if on_top else child in panes)

    def minimumSizeHint(self) -> QSize:
        return _LEAST

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        if self._on_top:
            for pane in (*self._side_by_side, self._on_top):
                pane.setGeometry(self.rect())
            return
        places = arranged(len(self._side_by_side), self.size())
        for pane, place in zip(self._side_by_side, places, strict=True):
            pane.setGeometry(place)


def arranged(count: int, size: QSize) -> list[QRect]:
    """Places for `count` panes: four in a square, three in a row where there is room for that."""
    is_row = count < 3 or (count == 3 and size.width() >= 1.6 * size.height())
    above = count if is_row else 2
    below = count - above
    rows = 2 if below else 1
    height = size.height() // rows
    first = _row(above, QRect(0, 0, size.width(), height))
    return first + _row(below, QRect(0, height, size.width(), size.height() - height))


def _row(count: int, place: QRect) -> list[QRect]:
    edges = [place.width() * at // max(1, count) for at in range(count + 1)]
    return [QRect(left, place.y(), right - left, place.height()) for left, right in pairwise(edges)]
