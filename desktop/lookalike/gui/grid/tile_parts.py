"""The parts of a tile that can be clicked by themselves, and where they are."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPoint, QRect, QSize

from lookalike.gui.theme import GRID_PX

BUTTON_PX = 28
_LEAST_PX = 96  # so much room there is in the smallest tile
_INSET_PX = 6


class Part(Enum):
    """What a click can mean besides the photo itself."""

    SIMILAR = auto()
    WHY = auto()
    MORE = auto()
    LESS = auto()
    STACK = auto()


@dataclass(frozen=True, slots=True)
class TileShape:
    """Where things are in a cell of the grid.

    Args:
        cell: the whole cell.
        caption_px: the height of the line below the picture.
    """

    cell: QSize
    caption_px: int

    @property
    def side_px(self) -> int:
        """The square in which pictures are shown whole."""
        return min(
            self.cell.width() - 2 * GRID_PX, self.cell.height() - 2 * GRID_PX - self.caption_px
        )

    @property
    def slack_px(self) -> int:
        """From the side of the cell to the picture's square."""
        return (self.cell.width() - self.side_px) // 2

    def box(self, cell: QRect) -> QRect:
        """The picture's square."""
        return QRect(cell.left() + self.slack_px, cell.top() + GRID_PX, self.side_px, self.side_px)

    def caption(self, cell: QRect) -> QRect:
        """The line of text below the picture."""
        box = self.box(cell)
        return QRect(box.left(), box.bottom() + 5, box.width(), self.caption_px)


def part_rect(part: Part, picture: QRect) -> QRect:
    """Each in a place of its own; a tiny picture stays clickable beside them."""
    least = QRect(0, 0, _LEAST_PX, _LEAST_PX)
    least.moveCenter(picture.center())
    inner = picture.united(least).adjusted(_INSET_PX, _INSET_PX, -_INSET_PX, -_INSET_PX)
    rect = QRect(QPoint(), QSize(BUTTON_PX, BUTTON_PX))
    if part is Part.STACK:
        rect.setWidth(2 * BUTTON_PX)  # beside its sign there is a count
        rect.moveTopLeft(inner.topLeft())
    elif part is Part.SIMILAR:
        rect.moveTopRight(inner.topRight())
    elif part is Part.WHY:
        rect.moveCenter(inner.center())
        rect.moveRight(inner.right())
    elif part is Part.MORE:
        rect.moveBottomRight(inner.bottomRight())
    else:
        rect.moveBottomLeft(inner.bottomLeft())
    return rect
