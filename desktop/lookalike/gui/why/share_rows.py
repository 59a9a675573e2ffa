"""Units with their shares in a likeness, and the photos that show what each is about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lookalike.gui.layers.picture_tile import PictureTile, Pixels, TileView
from lookalike.gui.layers.tile_grid import TileGrid
from lookalike.gui.layers.word_bars import WordBars, WordShare
from lookalike.gui.panels.tool_button import tool_button
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.library.search.questions import UnitOfLayer

MOST_TILES = 5
_GAP_PX = 6


@dataclass(frozen=True, slots=True)
class ShareView:
    """A unit.

    Args:
        share: 0 to 1, the length of its bar.
        told: the same as text.
    """

    unit: UnitOfLayer
    share: float
    told: str


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """The place in a photo of the library that excites a unit."""

    name: str
    pixels: Pixels


# Of each unit that they are known of: what it is about.
Patches = Mapping[UnitOfLayer, Sequence[Patch]]


class ShareRows(QWidget):
    """One row for each unit.

    Signals:
        unit_chosen: carries the UnitOfLayer that is to be looked into.
        query_wanted: carries the one whose photos are wanted.
    """

    unit_chosen = Signal(object)
    query_wanted = Signal(object)

    def __init__(self, theme: Theme, most: int) -> None:
        super().__init__()
        self.rows = [ShareRow(theme) for _ in range(most)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID_PX)
        for row in self.rows:
            column.addWidget(row)
            row.chosen.connect(self.unit_chosen)
            row.query_wanted.connect(self.query_wanted)

    def show_shares(self, shares: Sequence[ShareView], patches: Patches) -> None:
        """Patches may come later."""
        for row, share in zip(self.rows, [*shares, *[None] * len(self.rows)], strict=False):
            row.setVisible(share is not None)
            if share:
                row.show_share(share, patches.get(share.unit))


class ShareRow(QWidget):
    """Its bar, its pictures, and the way to more of them."""

    chosen = Signal(object)
    query_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._unit: UnitOfLayer | None = None
        self.bar = WordBars(theme)
        self.tiles = [PictureTile(theme, is_clickable=True) for _ in range(MOST_TILES)]
        self.search = tool_button(self.tr("Photos that excite it most"), self._search)
        for tile in self.tiles:
            tile.chosen.connect(lambda: self.chosen.emit(self._unit))
        self._lay_out()
        theme.changed.connect(self._dress)
        self._dress()

    def show_share(self, view: ShareView, patches: Sequence[Patch] | None) -> None:
        """None where its patches are on their way."""
        self._unit = view.unit
        name = self.tr("Unit {number}").format(number=view.unit.number)
        self.bar.show_words([WordShare(name, view.share, view.told)])
        tip = self.tr("Click to look into {unit}").format(unit=name)
        for tile, patch in zip(self.tiles, [*(patches or ()), *[None] * MOST_TILES], strict=False):
            # Empty places stand for patches on their way; where there are too few, none is left.
            tile.setVisible(patch is not None or patches is None)
            told = TileView(patch.pixels, tip=f"{patch.name}\n{tip}") if patch else TileView()
            tile.show_view(told)

    def _search(self) -> None:
        if self._unit:
            self.query_wanted.emit(self._unit)

    def _dress(self) -> None:
        self.search.setIcon(self._theme.icon("similar"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GRID_PX // 2)
        head.addWidget(self.bar, 1)
        head.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID_PX // 2)
        column.addLayout(head)
        column.addWidget(TileGrid(self.tiles, MOST_TILES, _GAP_PX))
