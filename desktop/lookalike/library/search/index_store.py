"""Makes the index of a space from the catalog, reads it from its file, and writes it there."""

import contextlib
import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Optional

from lookalike.catalog.catalog import Catalog
from lookalike.errors import IndexUnusable, LibraryUnusable
from lookalike.neighbors.index_head import IndexFacts, index_facts
from lookalike.photos import Space

# What holds vectors is imported where it is wanted: most imports find nothing new, and look at no
# more than the head of the index.
if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from lookalike.neighbors.vector_index import VectorIndex

_log = logging.getLogger(__name__)

FIT_ON = 20_000  # photos to learn centre and principal components from: more change nothing

Stamp = tuple[int, int, int]
Centre = Optional["NDArray[np.float32]"]
Check = Callable[[], object]


def no_check() -> None:
    """For work that nobody stops."""


class IndexStore:
    """The catalog is the truth, an index is a cache of it. Any thread may call anything.

    What takes long takes a `check`, called every few milliseconds; what it raises ends the work.

    Args:
        folder: where the files `<space>.hnsw` are.
    """

    def __init__(self, folder: Path, catalog: Catalog) -> None:
        self._folder = folder
        self._catalog = catalog

    def build(self, space: Space, prior_centre: Centre, check: Check = no_check) -> "VectorIndex":
        """A new index of all vectors, without a graph: `VectorIndex.link` takes the longest.

        Args:
            prior_centre: (d,) where the network's embeddings lie before any photo was seen.
        """
        from lookalike.neighbors.projection import ProjectionFit
        from lookalike.neighbors.vector_index import VectorIndex

        count = self.count(space)
        fit = ProjectionFit(space.dimensions, count)
        for vectors in self._catalog.some_embeddings(space, FIT_ON):
            check()
            fit.add(vectors)
        index = VectorIndex(self._key(space), fit.projection(prior_centre, count))
        del fit  # 13 MB that need not be there beside the vectors
        index.reserve(count)
        self.catch_up(index, space, check)
        return index

    def catch_up(self, index: "VectorIndex", space: Space, check: Check = no_check) -> None:
        """Add every vector that came into the catalog since, whoever wrote it."""
        while self.take_in(index, space):
            check()

    def take_in(self, index: "VectorIndex", space: Space) -> bool:
        """Add the next few hundred; False where there are none."""
        for keys, vectors in self._catalog.embeddings(space, after=index.last_key):
            index.append(keys, vectors)
            return True
        return False

    def read(self, space: Space) -> "VectorIndex | None":
        """The index as it was saved; None where there is none, or none that can be used."""
        from lookalike.neighbors.index_file import read_index

        try:
            index = read_index(self.file(space), self._key(space), space.dimensions)
        except IndexUnusable as error:
            _log.info("%s", error)
            return None
        return None if self.is_ahead(index.last_key, space) else index

    def facts(self, space: Space, *, verify: bool = False) -> IndexFacts | None:
        """What the head of the file tells; None where it is none of this catalog and space."""
        try:
            facts = index_facts(self.file(space), verify=verify)
        except IndexUnusable:
            return None
        return facts if facts.space_key == self._key(space) else None

    def stamp(self, space: Space) -> Stamp | None:
        """Another one as soon as the file was replaced; None without a file."""
        try:
            told = self.file(space).stat()
        except OSError:
            return None
        return told.st_mtime_ns, told.st_size, told.st_ino

    def save(self, index: "VectorIndex", space: Space) -> None:
        """Replace the file, where there is something to save and the library may be written."""
        from lookalike.neighbors.index_file import write_index

        if not (self._catalog.is_writable and index.count):
            return
        try:
            write_index(index, self.file(space))
        except LibraryUnusable as error:  # a cache: the next to open the library builds it again
            _log.warning("%s", error)

    def discard(self, space: Space) -> None:
        """Remove the file."""
        with contextlib.suppress(OSError):
            self.file(space).unlink()

    def count(self, space: Space) -> int:
        """How many vectors the catalog has."""
        return self._catalog.embedding_count(space)

    def is_ahead(self, last_key: int, space: Space) -> bool:
        """Whether the catalog is older than an index: it was restored from a backup."""
        return last_key > self._catalog.last_embedding_id(space)

    def file(self, space: Space) -> Path:
        return self._folder / f"{space.key}.hnsw"

    def _key(self, space: Space) -> str:
        return f"{space.key}-{self._catalog.identity}"
