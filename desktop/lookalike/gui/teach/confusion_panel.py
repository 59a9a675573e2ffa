"""Which labels are taken for which: the matrix, and the photos of the cell that is chosen."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from lookalike.gui.grid.thumbnail_feed import ThumbnailFeed
from lookalike.gui.layers.layer_panel import sentence
from lookalike.gui.panels.elided_label import ElidedLabel
from lookalike.gui.panels.row_of import row_of
from lookalike.gui.teach.confusion_table import ConfusionTable
from lookalike.gui.teach.confusion_view import MOST_IN_FULL, ConfusionWords, confusion_view
from lookalike.gui.teach.photo_board import PhotoBoard
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.library.teaching.taught import Confusion
from lookalike.photos import LabelId, PhotoId

_TILE_PX = 11 * GRID_PX
_LEAST_BOARD_PX = 28 * GRID_PX


class ConfusionPanel(QWidget):
    """`photo_wanted` carries the PhotoId of a photo that is to be seen large."""

    photo_wanted = Signal(object)
    chosen_changed = Signal()

    def __init__(self, feed: ThumbnailFeed, theme: Theme) -> None:
        super().__init__()
        self._confusion: Confusion | None = None
        self._names: Mapping[LabelId, str] = {}
        self._words = ConfusionWords()
        self.table = ConfusionTable(theme)
        self.board = PhotoBoard(feed, theme, _TILE_PX)
        self.board.setAccessibleName(self.tr("Photos of the chosen cell"))
        self.most_confused = QCheckBox(self.tr("Only the most confused labels"))
        self._about = sentence(
            self.tr(
                "Rows: your labels. Columns: what the program says of photos whose label it has "
                "not seen. Choose a cell to see its photos."
            )
        )
        self._cell = ElidedLabel(cut=Qt.TextElideMode.ElideRight)
        self._cell.setProperty("rank", "name")
        self._lay_out()
        self.most_confused.toggled.connect(lambda _: self._draw())
        self.table.cell_chosen.connect(self.show_cell)
        self.board.photo_wanted.connect(self.photo_wanted)
        self.board.chosen_changed.connect(self.chosen_changed)

    def show_confusion(self, confusion: Confusion, names: Mapping[LabelId, str]) -> None:
        self._confusion, self._names = confusion, names
        is_large = len(confusion.labels) - 1 > MOST_IN_FULL
        self.most_confused.setVisible(is_large)
        self.most_confused.setChecked(is_large)
        self._draw()

    def show_cell(self, row: int, column: int) -> None:
        """Its photos, beside the matrix."""
        view = self.table.cells.view
        self._cell.setText(self._words.cell(view, row, column))
        self.board.show_photos(view.photos.get((row, column), ()))

    @property
    def cell_text(self) -> str:
        """What is said of the cell whose photos are shown."""
        return self._cell.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.set_most_px(event.size().width() - _LEAST_BOARD_PX)

    @property
    def chosen(self) -> PhotoId | None:
        return self.board.chosen

    def _draw(self) -> None:
        if self._confusion is None:
            return
        most = MOST_IN_FULL if self.most_confused.isChecked() else None
        view = confusion_view(self._confusion, self._names, most)
        self.table.show_view(view)
        if view.worst:
            self.show_cell(*view.worst)
        else:
            self._cell.setText(self.tr("All held-out photos were told rightly."))
            self.board.show_photos(())

    def _lay_out(self) -> None:
        beside = QVBoxLayout()
        beside.setSpacing(GRID_PX)
        beside.addWidget(self._cell)
        beside.addWidget(self.board, 1)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID_PX)
        row.addWidget(self.table)
        row.addLayout(beside, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID_PX, 0, 0)
        column.setSpacing(GRID_PX)
        head = row_of(self._about, self.most_confused)
        head.setStretch(0, 1)
        column.addLayout(head)
        column.addLayout(row, 1)
