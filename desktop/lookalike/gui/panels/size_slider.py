"""How large the tiles of the grid are."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSlider

from lookalike.gui.theme import GRID_PX


class SizeSlider(QSlider):
    """One step per tile size; `size_wanted` carries pixels."""

    size_wanted = Signal(int)

    def __init__(self, sizes_px: Sequence[int], now_px: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._sizes_px = list(sizes_px)
        self.setRange(0, len(self._sizes_px) - 1)
        self.setPageStep(1)
        self.setFixedSize(14 * GRID_PX, 3 * GRID_PX)
        self.setToolTip(self.tr("Size of the photos (Ctrl + mouse wheel)"))
        self.setAccessibleName(self.tr("Size of the photos"))
        self.show_size(now_px)
        self.valueChanged.connect(lambda at: self.size_wanted.emit(self._sizes_px[at]))

    def show_size(self, size_px: int) -> None:
        """Follow a size that was chosen elsewhere."""
        self.setValue(self._sizes_px.index(size_px))
