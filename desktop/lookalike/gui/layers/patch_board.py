"""The nine photos that excite a unit most: cut to the place, whole, or as deconvolutions."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from lookalike.gui.layers.layer_panel import sentence
from lookalike.gui.layers.number_text import number_text
from lookalike.gui.layers.picture_tile import Box, PictureTile, Pixels, TileView
from lookalike.gui.layers.segments import Segments
from lookalike.gui.layers.tile_grid import TileGrid
from lookalike.gui.panels.row_of import row_of
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.translations import grouped
from lookalike.photos import PhotoId

MOST_PATCHES = 9
_COLUMNS = 3
_BAR_STEPS = 1000
_LARGEST_PX = 48 * GRID_PX


class PatchLook(Enum):
    """As what the nine are shown."""

    PATCHES = auto()
    PHOTOS = auto()
    DECONVOLUTIONS = auto()


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """One place in one photo.

    Args:
        name: of the photo's file.
        value: of the unit at that place.
        pixels: the place; None while it is on its way, as for the other two pictures.
        photo: all of the photo, small.
        place: left, top, right, bottom in fractions of the photo.
        deconvolution: of the unit at that place, as large as the patch.
    """

    photo_id: PhotoId
    name: str
    value: float
    pixels: Pixels | None = None
    photo: Pixels | None = None
    place: Box | None = None
    deconvolution: Pixels | None = None


@dataclass(frozen=True, slots=True, eq=False)
class PatchesView:
    """What is known of a unit in a library.

    Args:
        patches: the strongest first, one of a photo.
        looked_at: how many photos they were chosen from.
        unseen: how many photos nobody has looked at for this layer.
        gathered: 0 to 1 while the unseen ones are being looked at.
        note: why nothing can be known; empty where something can.
    """

    patches: tuple[Patch, ...] = ()
    looked_at: int = 0
    unseen: int = 0
    gathered: float | None = None
    note: str = ""


class PatchBoard(QWidget):
    """`photo_wanted` carries a PhotoId, `look_chosen` a PatchLook whose pictures may be missing."""

    photo_wanted = Signal(object)
    look_chosen = Signal(object)
    query_wanted = Signal()
    gather_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._view: PatchesView | None = None
        self._tiles = [PictureTile(theme, is_clickable=True) for _ in range(MOST_PATCHES)]
        self._grid = TileGrid(self._tiles, _COLUMNS, gap_px=GRID_PX // 2)
        self._looks = Segments(self._titles(), self._tips())
        self._coverage = sentence()
        self._theme = theme
        self._bar = QProgressBar(textVisible=False, maximum=_BAR_STEPS)
        self._gather = QPushButton()
        self._query = QPushButton(self.tr("Photos That Excite It Most"))
        self._query.setToolTip(self.tr("All photos of the library, those that excite it first"))
        self._connect()
        self._lay_out()
        theme.changed.connect(self._dress)
        self._dress()
        self.show_patches(None)

    @property
    def look(self) -> PatchLook:
        return self._looks.value

    @property
    def tiles(self) -> Sequence[PictureTile]:
        return self._tiles

    @property
    def coverage_text(self) -> str:
        return self._coverage.plain_text

    def show_patches(self, view: PatchesView | None) -> None:
        """None while they are being fetched."""
        self._view = view
        has_places = view is None or bool(view.patches)
        self._grid.setVisible(has_places)
        self._looks.setVisible(has_places)
        self._query.setVisible(view is not None and has_places)
        self._draw_tiles()
        self._tell_coverage()

    def choose_look(self, look: PatchLook) -> None:
        """Show the nine in another way, without a signal."""
        self._looks.choose(look)
        self._draw_tiles()

    def _draw_tiles(self) -> None:
        patches = self._view.patches if self._view else ()
        for at, tile in enumerate(self._tiles):
            tile.show_view(self._tile(patches[at]) if at < len(patches) else TileView())

    def _tile(self, patch: Patch) -> TileView:
        tip = self.tr("{name}\nvalue {value}").format(
            name=patch.name, value=number_text(patch.value)
        )
        if self.look is PatchLook.PHOTOS:
            return TileView(patch.photo, tip=tip, frame=patch.place)
        is_patch = self.look is PatchLook.PATCHES
        return TileView(patch.pixels if is_patch else patch.deconvolution, tip=tip)

    def _tell_coverage(self) -> None:
        view = self._view or PatchesView()
        is_gathering = view.gathered is not None
        told = self._coverage_of(view) if self._view else self.tr("Computing…")
        self._coverage.show_text(told)
        self._bar.setVisible(is_gathering)
        self._bar.setValue(round((view.gathered or 0) * _BAR_STEPS))
        self._gather.setVisible(is_gathering or view.unseen > 0)
        self._gather.setText(self.tr("Stop") if is_gathering else self.tr("Look at All Photos"))

    def _coverage_of(self, view: PatchesView) -> str:
        if view.note:
            return view.note
        if not view.looked_at:
            return self.tr("No photo of yours has been looked at for this layer yet.")
        if not view.patches:
            return self.tr("None of your photos excites this unit.")
        told = self.tr("Of {count} photos").format(count=grouped(view.looked_at))
        if not view.unseen:
            return told
        unseen = self.tr("not looked at yet: {count}").format(count=grouped(view.unseen))
        return f"{told} · {unseen}"

    def _want_photo(self, at: int) -> None:
        if self._view and at < len(self._view.patches):
            self.photo_wanted.emit(self._view.patches[at].photo_id)

    def _press_gather(self) -> None:
        is_gathering = self._view is not None and self._view.gathered is not None
        (self.stop_wanted if is_gathering else self.gather_wanted).emit()

    def _take_look(self, look: PatchLook) -> None:
        self._draw_tiles()
        self.look_chosen.emit(look)

    def _titles(self) -> dict[PatchLook, str]:
        return {
            PatchLook.PATCHES: self.tr("Patches"),
            PatchLook.PHOTOS: self.tr("Photos"),
            PatchLook.DECONVOLUTIONS: self.tr("Deconvolved"),
        }

    def _tips(self) -> dict[PatchLook, str]:
        return {
            PatchLook.PATCHES: self.tr("The place in each photo that excites the unit most"),
            PatchLook.PHOTOS: self.tr("Each photo as a whole, with that place framed"),
            PatchLook.DECONVOLUTIONS: self.tr(
                "What of each place the unit answers to (in a network without max-pooling by "
                "guided backprop, as a deconvnet is lost there)"
            ),
        }

    def _connect(self) -> None:
        for at, tile in enumerate(self._tiles):
            tile.chosen.connect(partial(self._want_photo, at))
        self._looks.chosen.connect(self._take_look)
        self._query.clicked.connect(self.query_wanted)
        self._gather.clicked.connect(self._press_gather)

    def _dress(self) -> None:
        self._query.setIcon(self._theme.icon("similar"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID_PX)
        self._grid.setMaximumWidth(_LARGEST_PX)
        column.addWidget(self._grid)
        column.addWidget(self._looks)
        column.addLayout(row_of(self._query, None))
        column.addWidget(self._coverage)
        column.addWidget(self._bar)
        column.addLayout(row_of(self._gather, None))
