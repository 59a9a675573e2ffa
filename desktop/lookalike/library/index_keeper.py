"""Keeps one vector index per space in step with the catalog, and its file on disk."""

import logging
import threading
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lookalike.catalog.catalog import Catalog
from lookalike.errors import IndexUnusable, LibraryUnusable
from lookalike.neighbors.index_file import read_index, write_index
from lookalike.neighbors.projection import Projection, fit_projection
from lookalike.neighbors.vector_index import VectorIndex
from lookalike.photos import Space

_log = logging.getLogger(__name__)

FIT_ON = 20_000  # photos to learn centre and principal components from: more change nothing


class IndexKeeper:
    """The catalog is the truth, an index is a cache of it: caught up when behind, rebuilt when
    damaged.

    Args:
        folder: where the files `<space>.hnsw` are.
    """

    def __init__(self, folder: Path, catalog: Catalog) -> None:
        self._folder = folder
        self._catalog = catalog
        self._held: dict[str, VectorIndex] = {}
        self._lock = threading.RLock()

    def current(self, space: Space, prior_centre: NDArray[np.float32] | None) -> VectorIndex:
        """The index of a space with every photo that is in the catalog now.

        Args:
            prior_centre: (d,) where the network's embeddings lie before any photo was seen.
        """
        with self._lock:
            index = self._held.get(space.key) or self._read(space)
            # A catalog that is older than its index was restored from a backup.
            if index is None or index.last_key > self._catalog.last_embedding_id(space):
                index = self._build(space, prior_centre)
                self._save(index, space)
            else:
                for keys, vectors in self._catalog.embeddings(space, after=index.last_key):
                    index.add(keys, vectors)
            self._held[space.key] = index
            return index

    def settle(self, space: Space, prior_centre: NDArray[np.float32] | None) -> VectorIndex:
        """After an import: fit the projection to the grown library where it pays, and save."""
        with self._lock:
            count = self._catalog.embedding_count(space)
            held = self._held.get(space.key)
            # Not caught up first where it is built anew: that would take the memory of both.
            if held and not held.projection.is_outgrown_by(count) and held.count <= 1.5 * count:
                index = self.current(space, prior_centre)
            else:
                self._held.pop(space.key, None)
                index = self._held[space.key] = self._build(space, prior_centre)
            self._save(index, space)
            return index

    def indexed(self, space: Space) -> int:
        """How many vectors the index on disk holds; 0 where there is none that can be used."""
        index = self._read(space)
        return index.count if index else 0

    def _read(self, space: Space) -> VectorIndex | None:
        file = self._file(space)
        if not file.exists():
            return None
        try:
            return read_index(file, self._key(space), space.dimensions)
        except IndexUnusable as error:
            _log.info("%s is rebuilt: %s", file, error)
            return None

    def _save(self, index: VectorIndex, space: Space) -> None:
        if not (self._catalog.is_writable and index.count):
            return
        try:
            write_index(index, self._file(space))
        except LibraryUnusable as error:  # a cache: the next to open the library builds it again
            _log.warning("%s", error)

    def _build(self, space: Space, prior_centre: NDArray[np.float32] | None) -> VectorIndex:
        index = VectorIndex(self._key(space), self._fit(space, prior_centre))
        for keys, vectors in self._catalog.embeddings(space):
            index.add(keys, vectors)
        return index

    def _fit(self, space: Space, prior_centre: NDArray[np.float32] | None) -> Projection:
        count = self._catalog.embedding_count(space)
        some = self._catalog.some_embeddings(space, FIT_ON)
        return fit_projection(some, prior_centre, count)

    def _key(self, space: Space) -> str:
        return f"{space.key}-{self._catalog.identity}"

    def _file(self, space: Space) -> Path:
        return self._folder / f"{space.key}.hnsw"
