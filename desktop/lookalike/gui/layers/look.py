"""What the page about layers looks at, and what is fetched for it off the GUI thread."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from lookalike.gui.layers.grid_controls import GridOptions
from lookalike.gui.layers.unit_grid_view import UnitGridView, describe_units
from lookalike.library.drawing.unit_atlas import UnitOrder
from lookalike.library.layers.inspecting import (
    Inspector,
    Kernels,
    MapLayer,
    SeenPicture,
    SimilarityOrigin,
    has_no_way_back,
    input_picture,
    kernels_of,
    look_at,
    maps_of,
    shares_in_match,
    similarity_to,
)
from lookalike.library.library import Library
from lookalike.photos import PhotoId

Numbers = NDArray[np.float32]
Bytes = NDArray[np.uint8]
Cell = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class OpenedPhotos:
    """A photo, and perhaps another one to compare it with, as a network is shown them.

    Args:
        is_own: whether it is the network that the library's photos went through.
    """

    inspector: Inspector
    photo_id: PhotoId
    seen: SeenPicture
    other: SeenPicture | None = None
    is_own: bool = True

    @property
    def layers(self) -> Sequence[MapLayer]:
        return self.inspector.network.layers

    @property
    def network_key(self) -> tuple[str, bool]:
        """The same for as long as it is the same network."""
        return self.inspector.network.key, self.is_own

    @property
    def side_px(self) -> int:
        return self.inspector.network.input.size_px

    @property
    def square(self) -> Bytes:
        """What the network gets of the photo (s, s, 3)."""
        return input_picture(self.inspector, self.seen)

    @property
    def other_square(self) -> Bytes:
        """The same of the other photo, which there is."""
        assert self.other is not None
        return input_picture(self.inspector, self.other)


@dataclass(frozen=True, slots=True, eq=False)
class ShownLayer:
    """A layer's maps (c, h, w) of the photo, and of the other one where there is one.

    Args:
        share: of each unit in the match of the two (c,).
        kernels: the units' own filters; None where they are no pictures.
        missing: the operators that no way leads back through from here, as words.
    """

    layer: MapLayer
    maps: Numbers
    other_maps: Numbers | None = None
    share: Numbers | None = None
    kernels: Kernels | None = None
    missing: str = ""

    @property
    def is_pixels(self) -> bool:
        """Whether it is what the network gets, in place of what it makes of it."""
        return self.layer.kind == "pixels"


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """One unit of one layer on one photo.

    Args:
        cell: row and column that a person chose in the picture.
    """

    opened: OpenedPhotos
    shown: ShownLayer
    unit: int
    cell: Cell | None = None

    @property
    def inspector(self) -> Inspector:
        return self.opened.inspector

    @property
    def layer(self) -> MapLayer:
        return self.shown.layer

    @property
    def has_atlas(self) -> bool:
        """Whether the library may know which photos excite the unit."""
        return self.opened.is_own and not self.shown.is_pixels

    @property
    def subject(self) -> tuple[tuple[str, bool], str, int]:
        """Which unit of which network it is, whatever the photo."""
        return self.opened.network_key, self.layer.name, self.unit

    @property
    def unit_map(self) -> Numbers:
        """(h, w)"""
        values: Numbers = self.shown.maps[self.unit]
        return values


def open_photos(
    library: Library,
    photo_id: PhotoId,
    other_id: PhotoId | None,
    foreign: Inspector | None = None,
) -> OpenedPhotos:
    """Read the photos, and open the network where it is not open yet.

    Args:
        other_id: a photo is not compared with itself.
        foreign: in place of the library's own network.

    Raises:
        NothingToSearch: a photo has left the library.
        PhotoUnreadable, NetworkUnusable: as they say.
    """
    inspector = foreign or library.inspector()
    other = None
    if other_id is not None and other_id != photo_id:
        other = see_photo(library, inspector, other_id)
    seen = see_photo(library, inspector, photo_id)
    return OpenedPhotos(inspector, photo_id, seen, other, is_own=foreign is None)


def see_photo(library: Library, inspector: Inspector, photo_id: PhotoId) -> SeenPicture:
    """Raise `NothingToSearch` or `PhotoUnreadable` where there is no such picture any more."""
    path = library.photo(photo_id).path
    return look_at(inspector, path, max_megapixels=library.settings.max_megapixels)


def fetch_layer(opened: OpenedPhotos, layer: MapLayer) -> ShownLayer:
    """Raise `NetworkUnusable` where the network fails."""
    inspector, seen, other = opened.inspector, opened.seen, opened.other
    shown = ShownLayer(layer, maps_of(inspector, seen, layer))
    if not shown.is_pixels:
        kernels, missing = kernels_of(inspector, layer), has_no_way_back(inspector.network, layer)
        shown = replace(shown, kernels=kernels, missing=missing)
    if other is None:
        return shown
    other_maps = maps_of(inspector, other, layer)
    share = None if shown.is_pixels else shares_in_match(shown.maps, other_maps)
    return replace(shown, other_maps=other_maps, share=share)


def describe_layer(shown: ShownLayer, options: GridOptions) -> UnitGridView:
    """The units as they are drawn."""
    return describe_units(
        shown.maps,
        is_signed=shown.layer.is_signed,
        order=options.order if shown.share is not None else _without_share(options.order),
        share=shown.share,
        # On a scale of its own a single value is as strong as any other.
        is_boosted=options.is_boosted and shown.layer.has_places,
        gamma=options.gamma,
    )


def strongest_unit(maps: Numbers) -> int:
    """The one whose map has the largest value."""
    return int(maps.reshape(len(maps), -1).max(axis=1).argmax())


def similarity_origin(library: Library, opened: OpenedPhotos) -> SimilarityOrigin | None:
    """How alike the photo is to the other one; None where there is none, or no embedding."""
    if opened.other is None:
        return None
    centre = library.prior_centre() if opened.is_own else None
    return similarity_to(opened.inspector, opened.other, centre)


def _without_share(order: UnitOrder) -> UnitOrder:
    return UnitOrder.NUMBER if order is UnitOrder.SHARE else order
