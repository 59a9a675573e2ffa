"""Gathers what excites the units of some layers most, and keeps it in the atlases of the library.

An atlas tells which photos it has seen, so it may stay behind the catalog and is never wrong: what
was not written, be it for a crash or for want of room, was not seen and is looked at again.
"""

import contextlib
import hashlib
import logging
import time
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Optional

import numpy as np

from lookalike.errors import LookalikeError
from lookalike.library.layers.atlas import Atlas
from lookalike.library.layers.atlas_file import read_atlas, write_atlas
from lookalike.networks.network_map import MapLayer
from lookalike.networks.peaks import PeakEmbedder, Peaks

if TYPE_CHECKING:
    from lookalike.library.intake.read_photo import ReadPhoto
    from lookalike.library.library import Library
    from lookalike.networks.embedder import Embedder
    from lookalike.networks.manifest import Layer, Manifest
    from lookalike.photos import Space

SAVE_EVERY_S = 20.0  # a few megabytes; what is lost with a crash is looked at again
_PHOTOS_AT_ONCE = 512
_KINDS = ("stem", "block", "head")
# The two largest maps of the default network cost as much as all others together, and to gather
# them from thumbnails takes the least time: they are at its beginning.
_MOST_CELLS = 64 * 64
_log = logging.getLogger(__name__)


def layers_worth_showing(manifest: "Manifest") -> list[MapLayer]:
    """The ends of the network's stages, as far as its manifest tells them; not the largest maps.

    A stage is what follows each other in the same size: its blocks refine one thing. All blocks
    would cost an import twice as much.
    """
    ends = [layer for layer in manifest.layers if layer.kind in _KINDS]
    stages = groupby(ends, key=lambda layer: (layer.kind, layer.channels, layer.height))
    lasts = [list(stage)[-1] for _, stage in stages]
    return [_map_layer(last) for last in lasts if last.height * last.width <= _MOST_CELLS]


def _map_layer(layer: "Layer") -> MapLayer:
    return MapLayer(
        name=layer.name,
        tensor=layer.tensor,
        unsaturated=layer.tensor,
        kind=layer.kind,
        channels=layer.channels,
        height=layer.height,
        width=layer.width,
        is_signed=layer.kind == "block",
        is_main=True,
        field=None,
    )


class AtlasKeeper:
    """Reads and writes the atlases of a library's network. Any thread may call anything."""

    def __init__(self, library: "Library") -> None:
        self._library = library
        self._space: Space = library.space()

    def read(self, layer: MapLayer) -> Atlas:
        """What is known of a layer; an empty atlas where nothing is that can be used."""
        atlas = read_atlas(self.file(layer), self._key(layer))
        fits = atlas is not None and len(atlas.values) == layer.channels
        if atlas is None or not fits or self._is_ahead(atlas):
            return Atlas.nothing(layer.channels)
        return atlas

    def add(self, layer: MapLayer, new: Atlas) -> None:
        """Write what was seen beside what is known, whoever wrote that.

        Raises:
            LibraryUnusable: it cannot be written.
        """
        write_atlas(self.read(layer).with_(new), self.file(layer), self._key(layer))

    def forget(self, layer: MapLayer) -> None:
        """Let all photos be looked at again."""
        with contextlib.suppress(OSError):
            self.file(layer).unlink()

    def file(self, layer: MapLayer) -> Path:
        name = hashlib.sha256(self._key(layer).encode()).hexdigest()[:16]
        return self._library.folder / "atlas" / f"{name}.atlas"

    def _key(self, layer: MapLayer) -> str:
        return f"{self._space.key} {self._library.catalog.identity} {layer.tensor}"

    def _is_ahead(self, atlas: Atlas) -> bool:
        """Whether the catalog is older: it was restored from a backup, and gives ids anew."""
        return atlas.seen.greatest > self._library.catalog.last_embedding_id(self._space)


class Gatherer:
    """Takes in peaks, and writes them every now and then. One thread at a time."""

    def __init__(self, library: "Library", layers: Sequence[MapLayer]) -> None:
        self._keeper = AtlasKeeper(library)
        self._layers = layers
        self._new = [Atlas.nothing(layer.channels) for layer in layers]
        self._waiting: dict[int, Peaks] = {}
        self._saved_s = time.monotonic()

    def take(self, peaks: dict[int, Peaks]) -> None:
        """Those of photos, by the ids of their embeddings.

        Raises:
            LibraryUnusable: they cannot be written.
        """
        self._waiting |= peaks
        if len(self._waiting) >= _PHOTOS_AT_ONCE:
            self._merge()
        if time.monotonic() - self._saved_s > SAVE_EVERY_S:
            self.save()

    def save(self) -> None:
        """Write what was taken in.

        Raises:
            LibraryUnusable: it cannot be written, and is forgotten.
        """
        self._merge()
        new, self._new = self._new, [Atlas.nothing(layer.channels) for layer in self._layers]
        for layer, atlas in zip(self._layers, new, strict=True):
            if atlas.seen.count:
                self._keeper.add(layer, atlas)
        self._saved_s = time.monotonic()

    def _merge(self) -> None:
        waiting, self._waiting = self._waiting, {}
        if not waiting:
            return
        ids = np.array(list(waiting), np.int64)
        values = np.concatenate([peaks.values for peaks in waiting.values()])
        cells = np.concatenate([peaks.cells for peaks in waiting.values()])
        end = 0
        for number, layer in enumerate(self._layers):
            units = slice(end, end := end + layer.channels)
            seen = Atlas.of(values[:, units], cells[:, units], ids)
            self._new[number] = self._new[number].with_(seen)


class ImportGathering:
    """The gathering beside an import, which it never stands in the way of.

    What goes wrong is written down and ends the gathering alone: the photos are then as those of
    an import that did not gather.
    """

    def __init__(self, library: "Library") -> None:
        self._library = library
        self._gatherer: Gatherer | None = None

    def embedder(self) -> "Embedder":
        """The library's network, telling peaks where it can.

        Raises:
            NetworkUnusable: its files are missing, altered or not understood.
        """
        return self._with_peaks() or self._library.embedder()

    def take(self, photos: "Sequence[ReadPhoto]") -> None:
        """These have been committed."""
        seen = {photo.content_hash: photo.peaks for photo in photos if photo.peaks}
        if not (self._gatherer and seen):
            return
        try:
            ids = self._library.catalog.embedding_ids_of(self._library.space(), list(seen))
            self._gatherer.take({ids[content]: seen[content] for content in ids})
        except (MemoryError, ValueError, LookalikeError) as error:
            self._give_up(error)

    def save(self) -> None:
        """Write what was gathered so far."""
        if not self._gatherer:
            return
        try:
            self._gatherer.save()
        except (MemoryError, ValueError, LookalikeError) as error:
            self._give_up(error)

    def _with_peaks(self) -> Optional["Embedder"]:
        from lookalike.library.network_choice import device_for

        manifest, settings = self._library.manifest(), self._library.settings
        layers = layers_worth_showing(manifest)
        if not layers:
            return None
        try:
            device = device_for(manifest, settings)
            embedder = PeakEmbedder.open_with(manifest.folder, layers, device, threads=1)
        except (LookalikeError, MemoryError, ValueError) as error:
            self._give_up(error)
            return None
        self._gatherer = Gatherer(self._library, layers)
        return embedder

    def _give_up(self, error: Exception) -> None:
        _log.warning("What excites the units of the network is not gathered: %s", error)
        self._gatherer = None
