"""Opens the page about layers on a photo, and keeps it true while the person walks."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from lookalike.errors import LookalikeError
from lookalike.gui.layers.depth_plot import DepthView
from lookalike.gui.layers.grid_controls import GridOptions
from lookalike.gui.layers.guesses_desk import GuessesDesk
from lookalike.gui.layers.input_view import InputPicture
from lookalike.gui.layers.layer_words import LayerWords
from lookalike.gui.layers.layers_page import LayersPage, LayersTab
from lookalike.gui.layers.look import (
    Cell,
    Look,
    OpenedPhotos,
    ShownLayer,
    describe_layer,
    fetch_layer,
    open_photos,
    strongest_unit,
)
from lookalike.gui.layers.pixels_desk import PixelsDesk
from lookalike.gui.layers.unit_desk import UnitDesk
from lookalike.gui.layers.unit_grid_view import UnitGridView
from lookalike.gui.newest import Newest
from lookalike.gui.panels.message_bar import Message, message_of
from lookalike.gui.tasks import Tasks
from lookalike.gui.visuals.array_image import array_image
from lookalike.library.layers.excitations import top_photos_of
from lookalike.library.layers.inspecting import (
    Inspector,
    LayerLikeness,
    MapLayer,
    open_network_file,
    through_the_depth,
)
from lookalike.library.layers.library_centres import layer_centres
from lookalike.library.layers.patches import patch_of
from lookalike.library.library import Library
from lookalike.library.search.questions import UnitOfLayer
from lookalike.photos import PhotoId
from lookalike.progress import Progress

_AFTER_SCROLLING_MS = 120


class LayersDesk(QObject):
    """`opened` asks for the page to be shown; `photo_wanted`, `query_wanted` and `failed` are those
    of the unit's desk, and `said` carries a Message. The choice of layer and unit outlives the
    photo.
    """

    opened = Signal()
    photo_wanted = Signal(object)
    query_wanted = Signal(object)
    failed = Signal(object)
    said = Signal(object)

    def __init__(self, library: Library, page: LayersPage, tasks: Tasks) -> None:
        super().__init__()
        self._library = library
        self._page = page
        self._tasks = tasks
        self._photos: OpenedPhotos | None = None
        self._shown: ShownLayer | None = None
        self._layer: MapLayer | None = None
        self._unit: int | None = None
        self._cell: Cell | None = None
        self._pinned: tuple[MapLayer, int] | None = None
        self._wanted: tuple[PhotoId, PhotoId | None] | None = None
        self._network_key: tuple[str, bool] | None = None
        self._goal: UnitOfLayer | None = None
        self._foreign: list[Inspector] = []
        self._chosen_network = 0
        self._patterns: dict[int, QImage] = {}
        self._depth: list[MapLayer] = []
        self.unit_desk = UnitDesk(library, page.unit_page, tasks)
        self.pixels_desk = PixelsDesk(library, page.pixels, tasks)
        self.guesses_desk = GuessesDesk(page.classes, page.fooled, tasks)
        self._opening, self._mapping, self._drawing = (Newest(tasks) for _ in range(3))
        self._measuring, self._finding, self._reading = (Newest(tasks) for _ in range(3))
        self._soon = QTimer(page, singleShot=True, interval=_AFTER_SCROLLING_MS)
        self._connect()

    @property
    def photo_id(self) -> PhotoId | None:
        """The photo in hand, which may still be on its way."""
        return self._wanted[0] if self._wanted else None

    @property
    def beside_id(self) -> PhotoId | None:
        """The one that it is compared with."""
        return self._wanted[1] if self._wanted else None

    @property
    def look(self) -> Look | None:
        """What is shown now."""
        if self._photos is None or self._shown is None or self._unit is None:
            return None
        return Look(self._photos, self._shown, self._unit, self._cell)

    # --- opening ------------------------------------------------------------------------------

    def open_photo(self, photo_id: PhotoId, other_id: PhotoId | None = None) -> None:
        """Look at a photo, and compare it with another one; layer and unit stay as they are."""
        is_known = self._wanted == (photo_id, other_id) and self._photos is not None
        self._wanted = (photo_id, other_id)
        self.opened.emit()
        if not is_known:
            self._cell = None
            self._reopen()

    def open_unit(
        self, photo_id: PhotoId, unit: UnitOfLayer, other_id: PhotoId | None = None
    ) -> None:
        """The same, at a unit of the library's own network."""
        self._goal = unit
        if self._chosen_network:
            self._chosen_network, self._photos = 0, None
        self.open_photo(photo_id, other_id)
        if self._photos is not None and not self._opening.is_waiting:
            self._reach_goal(self._photos)
            self._fetch_layer()

    def open_network(self, file: Path) -> None:
        """Look into a network of the person's own, on the same photo."""
        library = self._library
        self._reading.ask(
            lambda _: open_network_file(file, library.settings, library.manifest()),
            done=self._take_network,
            failed=self.failed.emit,
        )

    def choose_network(self, at: int) -> None:
        """The library's own, or one of those that were opened."""
        self._chosen_network = at
        self._reopen()

    def _take_network(self, inspector: Inspector) -> None:
        known = [each.network.key for each in self._foreign]
        if inspector.network.key in known:
            self.choose_network(1 + known.index(inspector.network.key))
            return
        self._foreign.append(inspector)
        self.choose_network(len(self._foreign))
        if inspector.network.is_guessed:
            told = self.tr("{name} does not tell how it wants to be fed; it is fed as is usual.")
            self.said.emit(Message(told.format(name=inspector.network.title)))

    def _reopen(self) -> None:
        if self._wanted is None:
            return
        library, (photo_id, other_id) = self._library, self._wanted
        foreign = self._foreign[self._chosen_network - 1] if self._chosen_network else None
        self._mapping.drop()
        self._opening.ask(
            lambda _: open_photos(library, photo_id, other_id, foreign),
            done=self._take_photos,
            failed=self._fail,
        )
        self._mark_stale()
        self._page.classes.show_stale()
        self._page.pixels.show_stale()

    def close(self) -> None:
        """Nobody looks any more; what is on its way is refused."""
        for each in (self._opening, self._mapping, self._drawing, self._measuring, self._finding):
            each.drop()
        for desk in (self.unit_desk, self.pixels_desk, self.guesses_desk):
            desk.close()
        self._photos = self._shown = self._wanted = None
        self._patterns = {}
        self._forget_pinned()

    def _take_photos(self, photos: OpenedPhotos) -> None:
        # Maps of another photo say nothing of this one.
        self._photos, self._shown = photos, None
        network = photos.inspector.network
        self._page.show_layers()
        self._page.show_photo(photos.seen.name)
        own = self._library.manifest().title
        titles = [own, *(each.network.title for each in self._foreign)]
        self._page.show_networks(titles, self._chosen_network)
        if photos.network_key != self._network_key:
            self._network_key = photos.network_key
            self._page.strip.show_layers(network.layers, (photos.side_px, photos.side_px))
            self._layer = first_layer(network.layers)
            self._unit = self._cell = None
            self._patterns = {}
            self._forget_pinned()
            self.pixels_desk.forget_network()
        self._reach_goal(photos)
        self._page.controls.allow_share(photos.other is not None)
        self.guesses_desk.show(photos)
        self._measure_depth(photos)
        self._fetch_layer()

    def _reach_goal(self, photos: OpenedPhotos) -> None:
        """Choose the unit that was asked for together with the photo."""
        goal, self._goal = self._goal, None
        layers = (layer for layer in photos.layers if goal and layer.name == goal.layer)
        layer = next(layers, None)
        if goal and layer:
            self._layer, self._unit, self._cell = layer, goal.number, None
            self._patterns = {}
            self._page.show_tab(LayersTab.UNIT)

    def _fail(self, error: Exception) -> None:
        """In place of the photo, until another one is opened."""
        self._photos = self._shown = None
        self._page.show_photo("")
        if isinstance(error, LookalikeError):
            self._page.show_trouble(error.title, error.hint)
        else:
            self._page.show_trouble(message_of(error).text, "")

    # --- the layer ----------------------------------------------------------------------------

    def choose_layer(self, layer: MapLayer) -> None:
        """Show another layer of the same photo."""
        self._layer, self._unit, self._cell = layer, None, None
        self._patterns = {}
        self._fetch_layer()

    def _fetch_layer(self) -> None:
        photos, layer = self._photos, self._layer
        if photos is None or layer is None:
            return
        options = self._page.controls.options

        def work(_: Progress) -> tuple[ShownLayer, UnitGridView]:
            shown = fetch_layer(photos, layer)
            return shown, describe_layer(shown, options)

        self._page.strip.choose(layer)
        self._page.strip.show_busy(layer)
        self._shown = None
        self._drawing.drop()
        self._mapping.ask(work, done=lambda told: self._take_layer(*told), failed=self._fail_layer)
        self._mark_stale()

    def _fail_layer(self, error: Exception) -> None:
        """The others can still be chosen."""
        page = self._page
        page.strip.show_busy(None)
        page.units.show_view(None)
        page.input.show_view(None)
        for desk in (self.unit_desk, self.pixels_desk):
            desk.close()
        page.unit_page.show_trouble(message_of(error).text)
        page.pixels.show_no_subject()
        self.failed.emit(error)

    def _take_layer(self, shown: ShownLayer, view: UnitGridView) -> None:
        self._shown = shown
        if self._unit is None or self._unit >= shown.layer.channels:
            self._unit = strongest_unit(shown.maps)
        self._page.strip.show_busy(None)
        self._page.controls.show_layer(shown.layer.name, LayerWords().shape(shown.layer))
        self._show_units(view)
        self._show_unit()
        self._show_depth_place()

    def _take_options(self, options: GridOptions) -> None:
        shown = self._shown
        if shown:
            self._drawing.ask(lambda _: describe_layer(shown, options), done=self._show_units)
        else:
            self._fetch_layer()

    def _mark_stale(self) -> None:
        """What is shown is of another photo or layer than the person has chosen."""
        is_stale = self._opening.is_waiting or self._mapping.is_waiting
        for part in (self._page.units, self._page.input, self._page.beside):
            part.show_stale(is_stale)

    def _show_units(self, view: UnitGridView) -> None:
        self._page.units.show_view(view)
        self._page.units.choose(self._unit)
        self._show_patterns()
        self._mark_stale()

    # --- the unit -----------------------------------------------------------------------------

    def _choose_unit(self, unit: int) -> None:
        # While a layer is awaited the maps are still those of another one.
        if self._unit is not None:
            self._unit, self._cell = unit, None
            self._show_unit()

    def _choose_cell(self, row: int, column: int) -> None:
        if self.look:
            self._cell = None if self._cell == (row, column) else (row, column)
            self._show_unit()

    def _show_unit(self) -> None:
        look = self.look
        if look is None:
            return
        self._show_inputs()
        self.unit_desk.show(look)
        self.pixels_desk.show(look)
        self._mark_units()

    def _show_inputs(self) -> None:
        """The picture with the unit's map, and what it is compared with."""
        look = self.look
        if look is None:
            return
        seen, mode = look.opened.seen, self._page.heat_mode
        has_map = look.layer.has_places and not look.shown.is_pixels
        values = look.unit_map if has_map else None
        top = self._common_top(look) if has_map else None
        side = InputPicture(
            look.opened.square,
            values,
            top,
            look.layer.field,
            mode,
            caption=seen.name if look.shown.is_pixels else self._caption(seen.name, look.unit),
            marked=look.cell,
            sharp=seen.square,
        )
        self._page.input.show_view(side)
        beside = self._beside(look, side)
        is_wanted = self._pinned is not None or look.opened.other is not None
        self._page.show_beside(beside is not None, is_wanted=is_wanted)
        if beside:
            self._page.beside.show_view(beside)
        self._mark_stale()

    def _beside(self, look: Look, side: InputPicture) -> InputPicture | None:
        """The same unit on the other photo, or the pinned unit on this one."""
        pinned, shown, other = self._pinned, look.shown, look.opened.other
        if pinned and pinned[0] == look.layer and pinned[1] != look.unit:
            told = self._caption(look.opened.seen.name, pinned[1])
            values = shown.maps[pinned[1]] if side.values is not None else None
            return replace(side, values=values, caption=told)
        if other is None or shown.other_maps is None:
            return None
        values = shown.other_maps[look.unit] if side.values is not None else None
        return replace(
            side,
            pixels=look.opened.other_square,
            values=values,
            caption=other.name if look.shown.is_pixels else self._caption(other.name, look.unit),
            marked=None,
            sharp=other.square,
        )

    def _common_top(self, look: Look) -> float:
        """One scale for both pictures, so that they can be compared."""
        maps = [look.unit_map]
        if look.shown.other_maps is not None:
            maps.append(look.shown.other_maps[look.unit])
        return max(float(abs(each).max()) for each in maps)

    def _caption(self, name: str, unit: int) -> str:
        return self.tr("Unit {unit} on {name}").format(unit=unit, name=name)

    def _pin(self) -> None:
        look = self.look
        if look:
            self._pinned = (look.layer, look.unit)
            self._page.show_pinned(look.unit)
            self._mark_units()
            self._show_inputs()

    def _forget_pinned(self) -> None:
        self._pinned = None
        self._page.show_pinned(None)

    def _drop_beside(self) -> None:
        if self._pinned:
            self._forget_pinned()
            self._mark_units()
            self._show_inputs()
        elif self._wanted:
            self.open_photo(self._wanted[0])

    def _mark_units(self) -> None:
        """The units that are meant besides the chosen one."""
        marked, shown = [], self._shown
        frozen = self.pixels_desk.frozen_unit
        if frozen and shown and frozen.layer == shown.layer:
            marked.append(frozen.unit)
        if self._pinned and shown and self._pinned[0] == shown.layer:
            marked.append(self._pinned[1])
        self._page.units.mark(marked)

    def _take_tab(self, tab: LayersTab) -> None:
        self.pixels_desk.be_seen(tab is LayersTab.PIXELS)

    def _ask_about_class(self, index: int, name: str) -> None:
        self.pixels_desk.ask_about_class(index, name)
        self._page.show_tab(LayersTab.PIXELS)

    # --- two photos through the depth ---------------------------------------------------------

    def _measure_depth(self, photos: OpenedPhotos) -> None:
        other, library = photos.other, self._library
        self._page.show_depth(other is not None)
        if other is None:
            self._measuring.drop()
            return
        self._page.depth_plot.show_stale()

        def work(progress: Progress) -> Sequence[LayerLikeness]:
            centres = layer_centres(library, photos.inspector, progress)
            return through_the_depth(photos.inspector, photos.seen, other, centres)

        self._measuring.ask(work, done=self._take_depth, failed=self._fail_depth)

    def _fail_depth(self, error: Exception) -> None:
        self._page.show_depth(False)
        self.failed.emit(error)

    def _take_depth(self, told: Sequence[LayerLikeness]) -> None:
        self._depth = [each.layer for each in told]
        names, values = (tuple(part) for part in zip(*self._told(told), strict=True))
        self._page.depth_plot.show_view(DepthView(names, values, is_signed=min(values) < 0))
        self._show_depth_place()

    def _told(self, told: Sequence[LayerLikeness]) -> Sequence[tuple[str, float]]:
        return [(each.layer.name, each.similarity) for each in told]

    def _show_depth_place(self) -> None:
        at = self._depth.index(self._layer) if self._layer in self._depth else None
        self._page.depth_plot.show_current(at)

    # --- patterns -----------------------------------------------------------------------------

    def _show_patterns(self) -> None:
        """For the units in sight, each unit's strongest patch, as they come."""
        look, library, units = self.look, self._library, self._page.units
        if look is None:
            return
        if not look.has_atlas or not self._page.controls.options.has_patterns:
            self._finding.drop()
            units.show_patterns(None)
            return
        # The maps stay until there is something to put in their place.
        units.show_patterns(self._patterns or None)
        missing = [unit for unit in units.visible_units if unit not in self._patterns]
        if not missing:
            return
        tell = self._tasks.relay(lambda found: self._take_patterns(look.layer, found))
        self._finding.ask(
            lambda progress: find_patterns(library, look, missing, progress, tell),
            done=lambda _: None,
            failed=self.failed.emit,
        )

    def _take_patterns(self, layer: MapLayer, found: Mapping[int, QImage]) -> None:
        if layer == self._layer and self._page.controls.options.has_patterns:
            self._patterns |= found
            self._page.units.show_patterns(self._patterns)

    # --- what causes what ---------------------------------------------------------------------

    def _connect(self) -> None:
        page = self._page
        page.strip.layer_chosen.connect(self.choose_layer)
        page.units.unit_chosen.connect(self._choose_unit)
        page.units.scrolled.connect(self._soon.start)
        self._soon.timeout.connect(self._show_patterns)
        page.input.cell_chosen.connect(self._choose_cell)
        page.controls.changed.connect(self._take_options)
        page.heat_changed.connect(lambda _: self._show_inputs())
        page.tab_chosen.connect(self._take_tab)
        page.pin_wanted.connect(self._pin)
        page.beside_dropped.connect(self._drop_beside)
        page.pixels.frozen_changed.connect(lambda _: self._mark_units())
        page.depth_plot.layer_chosen.connect(lambda at: self.choose_layer(self._depth[at]))
        self.guesses_desk.class_found.connect(self.pixels_desk.choose_class)
        self.guesses_desk.class_chosen.connect(self._ask_about_class)
        self.unit_desk.photo_wanted.connect(self.photo_wanted)
        self.unit_desk.query_wanted.connect(self.query_wanted)
        self.unit_desk.failed.connect(self.failed)


def first_layer(layers: Sequence[MapLayer]) -> MapLayer | None:
    """Where a person begins: in the middle of the network, where units are parts of things."""
    with_places = [layer for layer in layers if layer.is_main and layer.has_places]
    return with_places[2 * len(with_places) // 3] if with_places else next(iter(layers), None)


def find_patterns(
    library: Library,
    look: Look,
    units: Sequence[int],
    progress: Progress,
    tell: Callable[[Mapping[int, QImage]], object],
) -> None:
    """The strongest patch of each unit, told one by one."""
    found = top_photos_of(library, look.layer, units, 1)
    for unit, best in zip(units, found, strict=True):
        progress.check()
        patch = patch_of(library, look.inspector, look.layer, unit, best[0]) if best else None
        if patch:
            tell({unit: array_image(patch.pixels)})
