"""One space's index in memory: it grows while it is searched, and gives way to a better one."""

import threading

from lookalike.library.search.index_store import Centre, Check, IndexStore
from lookalike.neighbors.hnsw import hnsw_available
from lookalike.neighbors.index_head import IndexFacts
from lookalike.neighbors.vector_index import VectorIndex
from lookalike.photos import Space

# A search takes in this many steps of some hundred new vectors itself, in a few milliseconds each.
STEPS_IN_A_SEARCH = 4


class HeldIndex:
    """Searched by any thread, improved by one.

    A search works with the object it was given, so it never sees half of two indexes. The locks
    are held while an index is opened for the first time, and for single steps of growth after.
    """

    def __init__(self, store: IndexStore, space: Space, prior_centre: Centre) -> None:
        self._store = store
        self._space = space
        self._prior_centre = prior_centre
        self._index: VectorIndex | None = None
        self._stamp = store.stamp(space)
        self._opening = threading.Lock()
        self._growing = threading.Lock()

    def caught_up(self) -> VectorIndex:
        """With what came in since the last search, or the first part of it where it is a lot."""
        with self._opening:
            index = self._index
            if index is None or self._store.is_ahead(index.last_key, self._space):
                self.replace(self._open())
        for _ in range(STEPS_IN_A_SEARCH):
            if not self._take_in():
                break
        return self._now()

    def improve(self, check: Check) -> None:
        """Catch up with the catalog, and with the file where another process wrote a better one.

        A library that has doubled gets a new projection, one that has become large a graph. All of
        it is made aside while searches go on.
        """
        if self._index is None:
            return  # a search is opening it just now
        while self._take_in():
            check()
        better = self._from_file() or self._refitted(check)
        if better:
            self._store.catch_up(better, self._space, check)
            self.replace(better)
        index = self._now()
        if index.link(check):
            self._store.save(index, self._space)

    def replace(self, index: VectorIndex) -> None:
        """Searches from now on are answered by another index."""
        with self._growing:
            self._index = index

    def _open(self) -> VectorIndex:
        self._stamp = self._store.stamp(self._space)
        index = self._store.read(self._space)
        if index is None:
            index = self._store.build(self._space, self._prior_centre)
            self._store.save(index, self._space)
        else:
            self._store.catch_up(index, self._space)
        return index

    def _take_in(self) -> bool:
        with self._growing:
            return self._store.take_in(self._now(), self._space)

    def _from_file(self) -> VectorIndex | None:
        stamp = self._store.stamp(self._space)
        if stamp == self._stamp:
            return None
        self._stamp = stamp  # whatever is in it: what is damaged is not looked at twice
        facts = self._store.facts(self._space)
        return self._store.read(self._space) if facts and self._is_other(facts) else None

    def _is_other(self, facts: IndexFacts) -> bool:
        """Of the same projection an index can only say what this one has taken in already."""
        index = self._now()
        brings_graph = facts.has_graph and index.method == "exact" and hnsw_available()
        return brings_graph or facts.fitted_on != index.projection.fitted_on

    def _refitted(self, check: Check) -> VectorIndex | None:
        if not self._now().projection.is_outgrown_by(self._store.count(self._space)):
            return None
        return self._store.build(self._space, self._prior_centre, check)

    def _now(self) -> VectorIndex:
        assert self._index is not None
        return self._index
