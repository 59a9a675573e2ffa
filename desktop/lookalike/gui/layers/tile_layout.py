"""Where the tiles of a grid of units lie, by arithmetic: as large as lets all of them be seen."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize

from lookalike.gui.theme import GRID_PX

_LEAST_PX, _MOST_PX = 40, 240  # the longer side of a tile
_LEAST_PLAIN_PX = 16  # of a tile that is one value
_WIDEST_GAP_PX = GRID_PX


@dataclass(frozen=True, slots=True)
class TileLayout:
    """Places are in pixels of the whole content; tiles count from the left, then down."""

    count: int
    columns: int
    tile: QSize
    left_px: int
    step: QSize

    @property
    def rows(self) -> int:
        return math.ceil(self.count / self.columns)

    @property
    def height_px(self) -> int:
        gap_px = self.step.height() - self.tile.height()
        return 2 * GRID_PX + max(0, self.rows * self.step.height() - gap_px)

    def rect(self, place: int) -> QRect:
        row, column = divmod(place, self.columns)
        corner = QPoint(
            self.left_px + column * self.step.width(), GRID_PX + row * self.step.height()
        )
        return QRect(corner, self.tile)

    def place_at(self, point: QPoint) -> int | None:
        """The tile at a point; half of the gap beside it is its own."""
        half_x = (self.step.width() - self.tile.width()) // 2
        half_y = (self.step.height() - self.tile.height()) // 2
        column = (point.x() - self.left_px + half_x) // self.step.width()
        row = (point.y() - GRID_PX + half_y) // self.step.height()
        place = row * self.columns + column
        is_inside = 0 <= column < self.columns and row >= 0
        return place if is_inside and place < self.count else None

    def places_between(self, top: int, bottom: int) -> range:
        """Those that can be seen between two heights."""
        first = max(0, (top - GRID_PX) // self.step.height())
        last = max(0, (bottom - GRID_PX) // self.step.height() + 1)
        return range(min(first * self.columns, self.count), min(last * self.columns, self.count))

    def moved(self, place: int, right: int, down: int) -> int:
        """Where a step leads; along a row it goes on in the next, at the ends it stays."""
        along = min(max(place + right, 0), self.count - 1)
        if not down:
            return along
        row, column = divmod(along, self.columns)
        row = min(max(row + down, 0), self.rows - 1)
        return min(row * self.columns + column, self.count - 1)


def lay_tiles(
    count: int,
    cells: tuple[int, int],
    room: QSize,
    device_ratio: float = 1.0,
    least_px: int | None = None,
) -> TileLayout:
    """Tiles of maps of so many `cells` (rows, columns), whose cells are whole pixels if they can.

    Args:
        room: of the viewport. What does not fit even at the least size is scrolled to.
        least_px: of the longer side; small enough for what a map shows, unless told.
    """
    least_px = least_px or (_LEAST_PLAIN_PX if cells == (1, 1) else _LEAST_PX)
    gap_px = GRID_PX // 4 if least_px < _LEAST_PX else GRID_PX // 2
    width_px = max(least_px, room.width() - 2 * GRID_PX)
    for longest_px in range(max(least_px, min(_MOST_PX, width_px)), least_px - 1, -1):
        tile = _tile(cells, longest_px, least_px, device_ratio)
        columns = max(1, min(count, (width_px + gap_px) // (tile.width() + gap_px)))
        rows = math.ceil(count / columns)
        if 2 * GRID_PX + rows * (tile.height() + gap_px) - gap_px <= room.height():
            break
    return _spread(count, columns, tile, gap_px, room.width())


def _tile(cells: tuple[int, int], longest_px: int, least_px: int, device_ratio: float) -> QSize:
    """A whole number of the screen's pixels for each cell, unless there are more cells."""
    scale = longest_px * device_ratio / max(cells)
    whole = math.floor(scale) if scale >= 1 else scale
    if scale >= 1 and whole * max(cells) < least_px * device_ratio:
        whole += 1
    height, width = (max(1, round(count * whole / device_ratio)) for count in cells)
    return QSize(width, height)


def _spread(count: int, columns: int, tile: QSize, gap_px: int, width_px: int) -> TileLayout:
    """What is left over goes between the columns, a little, and to both sides."""
    over_px = width_px - 2 * GRID_PX - columns * tile.width()
    gap_x = min(max(over_px // max(1, columns - 1), gap_px), _WIDEST_GAP_PX)
    taken_px = columns * (tile.width() + gap_x) - gap_x
    step = QSize(tile.width() + gap_x, tile.height() + gap_px)
    return TileLayout(count, columns, tile, max(GRID_PX, (width_px - taken_px) // 2), step)
