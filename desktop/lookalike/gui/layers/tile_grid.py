"""Picture tiles side by side and beneath each other, all of one size."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lookalike.gui.layers.picture_tile import PictureTile


class TileGrid(QWidget):
    """Takes whatever width there is, and as much height as its tiles then need."""

    def __init__(self, tiles: Sequence[PictureTile], columns: int, gap_px: int) -> None:
        super().__init__()
        self.tiles = list(tiles)
        self._columns = columns
        self._gap_px = gap_px
        for tile in self.tiles:
            tile.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = -(-len(self.tiles) // self._columns)
        height = self._tile_height(min(width, self.maximumWidth()))
        return rows * (height + self._gap_px) - self._gap_px

    def sizeHint(self) -> QSize:
        width = self._columns * self.tiles[0].sizeHint().width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = self._columns * self.tiles[0].minimumSizeHint().width()
        return QSize(width, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        width, height = self._tile_width(self.width()), self._tile_height(self.width())
        for at, tile in enumerate(self.tiles):
            row, column = divmod(at, self._columns)
            left, top = column * (width + self._gap_px), row * (height + self._gap_px)
            tile.setGeometry(QRect(left, top, width, height))
        super().resizeEvent(event)

    def _tile_width(self, width: int) -> int:
        return max(1, (width - (self._columns - 1) * self._gap_px) // self._columns)

    def _tile_height(self, width: int) -> int:
        return max(tile.heightForWidth(self._tile_width(width)) for tile in self.tiles)
