"""Which photos of the library excite the units of the network's layers most, and where in them.

The layers that are worth showing are gathered while photos come in (`gathering`), from the very
pixels that are embedded. What is missing, and any other layer, is gathered here from thumbnails,
which are at hand also where the files are not. A thumbnail has lost a little, and shallow layers
most of it: of the nine strongest photos of a unit three quarters are the same, in the same cells,
and in a library of which half was seen either way 45 of 100 of the nine are those of thumbnails.

A photo that is no longer ready is left out when it is asked for, and is back when it is ready
again. Where so many have gone that too few are left of those that were kept, a layer is gathered
anew.
"""

import math
import os
from collections.abc import Container, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from lookalike.imaging.thumbnails import read_thumbnail
from lookalike.library.intake.lookahead import look_ahead
from lookalike.library.layers.atlas import KEPT, Atlas
from lookalike.library.layers.gathering import AtlasKeeper, Gatherer, layers_worth_showing
from lookalike.library.library import Library
from lookalike.library.network_choice import device_for
from lookalike.library.search.building import see_content
from lookalike.networks.network_map import MapLayer
from lookalike.networks.preprocess import prepare
from lookalike.photos import ContentHash, Photo, PhotoId
from lookalike.progress import Progress

if TYPE_CHECKING:
    from lookalike.networks.peaks import PeakProbe, Peaks

_IDS_AT_ONCE = 256
_WINDOW_PER_THREAD = 8
MOST_UNASKED = 5_000  # photos: about a minute
_LEAST_LEFT = KEPT // 2  # of the photos kept for a unit, where there are as many

Ids = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Excitation:
    """A photo that excites a unit, and the cell of the layer's map that answers most."""

    photo: Photo
    value: float
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of how many of the ready photos it is known how they excite a layer; copies count once."""

    gathered: int
    ready: int

    @property
    def is_whole(self) -> bool:
        return self.gathered == self.ready


def top_photos(
    library: Library,
    layer: MapLayer,
    unit: int,
    count: int = 9,
    among: Container[PhotoId] | None = None,
) -> list[Excitation]:
    """The photos that excite a unit most, strongest first; of copies the one that came first.

    Fewer where fewer have been gathered, and never more than `atlas.KEPT`.

    Args:
        among: all others are left out; None stands for every photo.

    Raises:
        NetworkUnusable, LibraryUnusable: as they say.
    """
    return top_photos_of(library, layer, [unit], count, among)[0]


def top_photos_of(
    library: Library,
    layer: MapLayer,
    units: Sequence[int],
    count: int = 9,
    among: Container[PhotoId] | None = None,
) -> list[list[Excitation]]:
    """The same for each of some units."""
    atlas = _atlas(library, layer)
    ids = atlas.ids[list(units)]
    wanted = np.unique(ids[np.isfinite(atlas.values[list(units)])])
    ready = library.catalog.photos_with_embeddings(wanted.tolist())
    photos = {
        id_: some[0]
        for id_, copies in ready.items()
        if (some := [photo for photo in copies if among is None or photo.id in among])
    }
    return [list(islice(_excitations(atlas, layer, unit, photos), count)) for unit in units]


def coverage(library: Library, layer: MapLayer) -> Coverage:
    """How complete what `top_photos` answers is.

    Raises:
        NetworkUnusable, LibraryUnusable: as they say.
    """
    ready = _ready(library)
    return Coverage(int(_atlas(library, layer).seen.hold(ready).sum()), len(ready))


def gather_missing(library: Library, progress: Progress) -> int:
    """Bring the layers that are worth showing up to date, on one thread: nobody waits for it.

    A library that never gathered, and is large, keeps a core busy for long: there it is for a
    person to ask for (`gather`).

    Returns:
        How many photos were looked at.

    Raises:
        NetworkUnusable, LibraryUnusable, Cancelled: as they say.
    """
    if not library.catalog.is_writable:
        return 0
    layers = layers_worth_showing(library.manifest())
    lacking = (coverage(library, layer) for layer in layers)
    if any(known.ready - known.gathered > MOST_UNASKED for known in lacking):
        return 0
    return _gather(library, layers, progress, threads=1)


def gather(library: Library, layers: Sequence[MapLayer], progress: Progress) -> int:
    """Bring the atlases of some layers up to date; what is done is kept when it is stopped.

    Two at once, or one beside an import, do no harm.

    Returns:
        How many photos were looked at.

    Raises:
        NetworkUnusable, LibraryUnusable, Cancelled: as they say.
    """
    library.check_writable()
    threads = library.settings.decode_threads or os.cpu_count() or 1
    return _gather(library, layers, progress, threads)


def _gather(library: Library, layers: Sequence[MapLayer], progress: Progress, threads: int) -> int:
    ready = _ready(library)
    for layer in layers:
        if _is_worn(_atlas(library, layer), ready):
            AtlasKeeper(library).forget(layer)
    missing = {layer: ready[~_atlas(library, layer).seen.hold(ready)] for layer in layers}
    lacking = [layer for layer in layers if len(missing[layer])]
    if not lacking:
        return 0
    progress.step(0, None, "Getting ready")
    ids = np.unique(np.concatenate([missing[layer] for layer in lacking]))
    gatherer, looked = Gatherer(library, lacking), 0
    seen = look_ahead(
        partial(_seen, library, _probe(library, lacking), progress),
        _contents(library, ids),
        threads=threads,
        window=_WINDOW_PER_THREAD * threads,
    )
    with closing(seen):
        try:
            for done, (id_, peaks) in enumerate(seen):
                progress.step(done, len(ids), "Looking for what excites the network")
                if peaks is not None:
                    gatherer.take({id_: peaks})
                    looked += 1
        finally:
            gatherer.save()
    return looked


def _is_worn(atlas: Atlas, ready: Ids) -> bool:
    """Whether too few are left of a unit's photos, where there may be others that were not kept."""
    kept = np.isfinite(atlas.values)
    left = (kept & np.isin(atlas.ids, ready)).sum(axis=1)
    wanted = min(_LEAST_LEFT, atlas.seen.hold(ready).sum())
    return bool(((kept.sum(axis=1) == KEPT) & (left < wanted)).any())


def _ready(library: Library) -> Ids:
    """The embeddings of all ready photos, ascending, each once."""
    space = library.space()
    return library.remembered.get(
        ("ready embeddings", space.key),
        lambda: np.unique(library.catalog.selecting.embedded(space)[1]),
    )


def _atlas(library: Library, layer: MapLayer) -> Atlas:
    """Read again once its file was replaced."""
    keeper = AtlasKeeper(library)
    try:
        told = keeper.file(layer).stat()
        stamp = told.st_mtime_ns, told.st_size, told.st_ino
    except OSError:
        stamp = None
    return library.remembered.get(("atlas", layer, stamp), lambda: keeper.read(layer))


def _excitations(
    atlas: Atlas, layer: MapLayer, unit: int, photos: Mapping[int, Photo]
) -> Iterator[Excitation]:
    told = zip(
        atlas.ids[unit].tolist(),
        atlas.values[unit].tolist(),
        atlas.cells[unit].tolist(),
        strict=True,
    )
    for id_, value, cell in told:
        if value > -math.inf and id_ in photos:
            yield Excitation(photos[id_], value, *divmod(cell, layer.width))


def _probe(library: Library, layers: Sequence[MapLayer]) -> "PeakProbe":
    from lookalike.networks.peaks import PeakProbe

    manifest = library.manifest()
    device = device_for(manifest, library.settings)
    return PeakProbe.open(manifest, layers, device=device, threads=1)


def _contents(library: Library, ids: Ids) -> Iterator[tuple[int, ContentHash | None]]:
    """Embeddings, and the contents they are of; None where the last photo has gone meanwhile."""
    for start in range(0, len(ids), _IDS_AT_ONCE):
        some = ids[start : start + _IDS_AT_ONCE].tolist()
        photos = library.catalog.photos_with_embeddings(some)
        for id_ in some:
            yield id_, photos[id_][0].content_hash if id_ in photos else None


def _seen(
    library: Library, probe: "PeakProbe", progress: Progress, known: tuple[int, ContentHash | None]
) -> "tuple[int, Peaks | None]":
    progress.check()
    id_, content = known
    pixels = see_content(library, content, read_thumbnail) if content else None
    if pixels is None:
        return id_, None
    return id_, probe.run(prepare(pixels, probe.manifest.input)[np.newaxis])
