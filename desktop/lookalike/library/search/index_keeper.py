"""Keeps one vector index per space in step with the catalog, and its file on disk."""

import logging
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from lookalike.catalog.catalog import Catalog
from lookalike.errors import LibraryUnusable
from lookalike.library.search.index_store import IndexStore
from lookalike.neighbors.growth import GRAPH_FROM
from lookalike.photos import Space
from lookalike.progress import Cancelled

if TYPE_CHECKING:
    from lookalike.library.search.held_index import HeldIndex
    from lookalike.library.search.index_store import Centre
    from lookalike.neighbors.vector_index import VectorIndex

_log = logging.getLogger(__name__)

# New photos are in the results after this long and the time it takes to add them.
FOLLOW_EVERY_S = 0.5
# Between two steps of work aside, so that searches and the window get their turn.
BREATH_S = 0.002
# More vectors than this to each of the catalog's: too many are of photos that were forgotten.
_MOST_STALE = 1.5
_LONGEST_STEP_S = 20.0


class IndexKeeper:
    """What is searched is held in memory and follows the catalog, whichever process writes it.

    One thread does so, from the first search until `close`.

    Args:
        folder: where the files `<space>.hnsw` are.
    """

    def __init__(self, folder: Path, catalog: Catalog) -> None:
        self._catalog = catalog
        self._store = IndexStore(folder, catalog)
        self._held: dict[str, HeldIndex] = {}
        self._follower: threading.Thread | None = None
        self._closing = threading.Event()
        self._lock = threading.Lock()
        self._settling = threading.Lock()

    def current(self, space: Space, prior_centre: "Centre") -> "VectorIndex":
        """The index of a space, at once: at most some photos of the last second are missing.

        Only the first call for a space waits until its index is read, or built where there is
        none.

        Args:
            prior_centre: (d,) where the network's embeddings lie before any photo was seen.
        """
        # Not at the top: an import that finds nothing new asks `is_settled`, and needs no vectors.
        from lookalike.library.search.held_index import HeldIndex

        with self._lock:
            if space.key not in self._held:
                self._held[space.key] = HeldIndex(self._store, space, prior_centre)
            held = self._held[space.key]
        index = held.caught_up()
        self._follow()
        return index

    def settle(self, space: Space, prior_centre: "Centre") -> None:
        """After an import: bring the index up to date, save it, and drop damaged vectors.

        The projection is fitted again where the library has grown a lot. Vectors that are found to
        be damaged leave the catalog, so that the next import renews them; all are looked at
        whenever the index is built anew.
        """
        with self._settling:
            index = self._grown(space)
            if index is None or not self._is_complete(index, space):
                index = self._store.build(space, prior_centre)
                self._is_complete(index, space)
            index.link()
            self._store.save(index, space)
            with self._lock:
                held = self._held.get(space.key)
            if held:
                held.replace(index)

    def is_settled(self, space: Space) -> bool:
        """Whether the index on disk holds what the catalog holds; told by its head alone."""
        count = self._store.count(space)
        facts = self._store.facts(space)
        if not count or facts is None:
            return not count
        has_graph = facts.has_graph or count < GRAPH_FROM or not _can_have_graph()
        is_whole = count <= facts.count <= _MOST_STALE * count
        is_last = facts.last_key == self._catalog.last_embedding_id(space)
        return has_graph and is_whole and is_last and not facts.is_outgrown_by(count)

    def discard_if_ahead(self, space: Space) -> bool:
        """Remove the index of a library whose catalog was restored from a backup.

        Before anything is added: new vectors get the keys of those that were lost, and the index
        would take them for the old ones.
        """
        facts = self._store.facts(space)
        if facts is None or not self._store.is_ahead(facts.last_key, space):
            return False
        self._store.discard(space)
        with self._lock:
            self._held.pop(space.key, None)
        return True

    def indexed(self, space: Space) -> int:
        """How many vectors the index on disk holds; 0 where there is none that can be used."""
        facts = self._store.facts(space, verify=True)
        return facts.count if facts else 0

    def close(self) -> None:
        """End the thread; what it was making is left. To be called before the catalog is closed."""
        self._closing.set()
        with self._lock:
            follower = self._follower
        if follower:
            follower.join(_LONGEST_STEP_S)

    def _grown(self, space: Space) -> "VectorIndex | None":
        """The saved index with all that came since, where it need not be built anew."""
        facts, count = self._store.facts(space), self._store.count(space)
        if facts is None or facts.is_outgrown_by(count) or facts.count > _MOST_STALE * count:
            return None
        index = self._store.read(space)
        if index:
            self._store.catch_up(index, space)
        return index

    def _is_complete(self, index: "VectorIndex", space: Space) -> bool:
        """Whether no vector is missing but damaged ones, which are dropped."""
        if index.count < self._store.count(space):
            dropped = self._catalog.forget_damaged(space)
            _log.info("%d damaged vectors were dropped", dropped)
        return index.count >= self._store.count(space)

    def _follow(self) -> None:
        with self._lock:
            is_followed = self._follower and self._follower.is_alive()
            if not is_followed and not self._closing.is_set():
                self._follower = threading.Thread(
                    target=self._keep_up, name="lookalike-index", daemon=True
                )
                self._follower.start()

    def _keep_up(self) -> None:
        try:
            while not self._closing.wait(FOLLOW_EVERY_S):
                for held in self._all_held():
                    held.improve(self._breathe)
        except Cancelled:
            return
        except LibraryUnusable as error:  # the next search says so, or finds it is back
            _log.info("%s", error)

    def _all_held(self) -> "list[HeldIndex]":
        with self._lock:
            return list(self._held.values())

    def _breathe(self) -> None:
        if self._closing.wait(BREATH_S):
            raise Cancelled


def _can_have_graph() -> bool:
    from lookalike.neighbors.hnsw import hnsw_available

    return hnsw_available()
