"""The one object a library holds for each space: vectors in, nearest keys out."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lookalike.neighbors.calibration import Calibration, calibrate
from lookalike.neighbors.exact import rank, rough_all, search_exact
from lookalike.neighbors.growth import GRAPH_FROM
from lookalike.neighbors.hnsw import (
    ADD_AT_ONCE,
    GraphState,
    HnswGraph,
    hnsw_available,
    why_not,
)
from lookalike.neighbors.matches import Keys, Neighbors, Vectors, nearest_of
from lookalike.neighbors.metrics import METRICS, Metric
from lookalike.neighbors.projection import Projection
from lookalike.neighbors.rows import GrowingRows, Rows

# A longer answer is faster exact: the graph would visit most of the library.
LONGEST_GRAPH_ANSWER = 1_000
# The cached calibration serves until the library has grown by a quarter.
_CALIBRATION_GROWTH = 1.25


@dataclass(frozen=True, slots=True, eq=False)
class IndexState:
    """All of an index at one moment, for `index_file`."""

    space_key: str
    projection: Projection
    keys: Keys
    vectors: Vectors
    graph: GraphState | None  # of the first vectors, all or nearly all


class VectorIndex:
    """Searches vectors by example. Any thread may search while one adds.

    Args:
        space_key: the space all vectors are of.
        projection: applied to everything that comes in.
        graph_from: how many vectors are worth a graph.
    """

    def __init__(
        self, space_key: str, projection: Projection, *, graph_from: int = GRAPH_FROM
    ) -> None:
        self.space_key = space_key
        self.projection = projection
        self._graph_from = graph_from
        self._adding = threading.Lock()
        self._linking = threading.Lock()
        self._rows = GrowingRows(
            np.empty(0, np.int64), np.empty((0, projection.dimensions), np.float32)
        )
        self._graph: HnswGraph | None = None
        self._calibrations: dict[Metric, tuple[int, Calibration]] = {}

    @classmethod
    def build(
        cls,
        space_key: str,
        keys: ArrayLike,
        vectors: NDArray[Any],
        projection: Projection,
        *,
        graph_from: int = GRAPH_FROM,
    ) -> Self:
        """An index of raw vectors; larger ones than fit in memory are `add`ed in batches."""
        index = cls(space_key, projection, graph_from=graph_from)
        index.add(keys, vectors)
        return index

    @classmethod
    def restored(cls, state: IndexState, *, graph_from: int = GRAPH_FROM) -> Self:
        """The index that had `state`. Without hnswlib it searches exactly.

        Raises:
            IndexUnusable: the graph does not fit.
        """
        index = cls(state.space_key, state.projection, graph_from=graph_from)
        index._rows = GrowingRows(state.keys, state.vectors)
        if state.graph is not None and hnsw_available():
            linked = state.vectors[: len(state.graph.rows)]
            index._graph = HnswGraph.restored(state.graph, linked)
        return index

    def add(self, keys: ArrayLike, raw_vectors: NDArray[Any]) -> None:
        """`append` and `link`: adding nothing builds the graph where one is missing."""
        self.append(keys, raw_vectors)
        self.link()

    def append(self, keys: ArrayLike, raw_vectors: NDArray[Any]) -> None:
        """Take in raw vectors, float16 or float32 (n, raw_dimensions), in any order of keys.

        They are found from then on; a graph is left as it is, until `link` comes by.

        Raises:
            ValueError: a key that is not above `last_key`, or comes twice; vectors of another
                length, or not finite. Nothing is added then.
        """
        fresh = np.asarray(keys, np.int64).reshape(-1)
        if len(fresh) != len(raw_vectors):
            raise ValueError(f"{len(fresh)} keys for {len(raw_vectors)} vectors")
        order = np.argsort(fresh, kind="stable")
        projected = self.projection.apply(raw_vectors)[order]
        with self._adding:
            self._require_new(fresh[order])
            self._rows.append(fresh[order], projected)

    def link(self, check: Callable[[], object] = lambda: None) -> bool:
        """Bring the graph up to all vectors, or build it aside where it pays and is missing.

        Searches go on meanwhile. Returns whether a graph was built, which takes seconds.

        Args:
            check: called between steps of some hundred vectors. What it raises ends the work, and
                a graph that was begun is let go.
        """
        with self._linking:
            graph = self._graph
            if graph is None and (self.count < self._graph_from or not hnsw_available()):
                return False
            is_first, graph = graph is None, graph or HnswGraph(self.dimensions, self.count)
            while graph.count < self.count:
                check()
                graph.add(self._rows.current.vectors[graph.count :][:ADD_AT_ONCE])
            self._graph = graph
            return is_first

    def reserve(self, count: int) -> None:
        """Make room for `count` vectors in all: growing to there takes no memory twice."""
        with self._adding:
            if count > self.count:
                self._rows.make_room(count)

    def search(
        self,
        raw_query: NDArray[Any],
        count: int,
        *,
        metric: Metric = "cosine",
        exact: bool = False,
        allowed_keys: ArrayLike | None = None,
    ) -> Neighbors:
        """Nearest to one raw vector (raw_dimensions,); for the rest see `search_projected`."""
        return self.search_projected(
            self.project(raw_query), count, metric=metric, exact=exact, allowed_keys=allowed_keys
        )

    def search_projected(
        self,
        query: Vectors,
        count: int,
        *,
        metric: Metric = "cosine",
        exact: bool = False,
        beyond: float = 0.0,
        allowed_keys: ArrayLike | None = None,
    ) -> Neighbors:
        """Nearest to a vector (dimensions,), which may be mixed of several that `project` gave.

        Nearest first; fewer than `count` where there are no more. The graph answers
        cosine searches without `beyond` and `allowed_keys`; all others are exact.

        Args:
            beyond: nearer vectors are passed over, and take no place among the `count`.

        Raises:
            ValueError: another metric, a query of another length, or not finite.
        """
        if metric not in METRICS:
            raise ValueError(f"metric cannot be {metric!r}, only one of {', '.join(METRICS)}")
        query = np.asarray(query, np.float32)
        if query.shape != (self.dimensions,) or not np.isfinite(query).all():
            raise ValueError(f"vectors of {self.dimensions} finite numbers wanted")
        if metric == "cosine" and not exact and allowed_keys is None and beyond <= 0:
            found = self._search_graph(query, count)
            if found is not None:
                return found
        rows = self._rows.current
        allowed = None if allowed_keys is None else rows.allowed(np.asarray(allowed_keys, np.int64))
        return search_exact(
            rows.vectors,
            rows.keys,
            query,
            count,
            metric,
            beyond=beyond,
            allowed=allowed,
            norms=rows.norms,
        )

    def rough_distances(self, query: Vectors, metric: Metric) -> tuple[Keys, Vectors]:
        """All keys, ascending, and how far each vector is from one as `project` gives it, wrong by
        no more than `metrics.rough_error`."""
        rows = self._rows.current
        return rows.keys, rough_all(rows.vectors, query, metric, rows.norms)

    def vectors_of(self, keys: ArrayLike) -> Vectors:
        """The vectors (n, dimensions) of keys, as they are compared; zero for unknown keys."""
        return self._rows.current.vectors_of(np.asarray(keys, np.int64).reshape(-1))

    def some_vectors(self, most: int) -> Vectors:
        """At most so many vectors (n, dimensions), spread over all, as they are compared."""
        rows = self._rows.current
        return rows.vectors[np.arange(0, len(rows), max(1, -(-len(rows) // most)))]

    def project(self, raw: NDArray[Any]) -> Vectors:
        """Raw vectors (n, raw_dimensions), or one (raw_dimensions,), as the index compares them."""
        projected = self.projection.apply(np.atleast_2d(raw))
        return projected if np.ndim(raw) > 1 else projected[0]

    def calibration(self, metric: Metric = "cosine") -> Calibration:
        """How to read this library's distances; looked at anew as the library grows."""
        rows = self._rows.current
        seen, calibration = self._calibrations.get(metric, (-1, None))
        if calibration is None or not seen <= len(rows) <= seen * _CALIBRATION_GROWTH:
            calibration = calibrate(rows.vectors, metric)
            self._calibrations[metric] = (len(rows), calibration)
        return calibration

    def state(self) -> IndexState:
        """A moment of the index that later additions do not touch."""
        # The graph first: its vectors are always among the rows.
        graph = self._graph.state() if self._graph is not None else None
        rows = self._rows.current
        return IndexState(self.space_key, self.projection, rows.keys, rows.vectors, graph)

    @property
    def keys(self) -> Keys:
        """All keys, ascending."""
        return self._rows.current.keys

    @property
    def count(self) -> int:
        return len(self._rows.current)

    @property
    def last_key(self) -> int:
        """The highest key: what comes after it is not in the index yet. -1 while it is empty."""
        keys = self.keys
        return int(keys[-1]) if len(keys) else -1

    @property
    def dimensions(self) -> int:
        """The length of a vector as it is compared."""
        return self.projection.dimensions

    @property
    def raw_dimensions(self) -> int:
        """The length of a vector as it comes in."""
        return self.projection.raw_dimensions

    @property
    def method(self) -> Literal["exact", "hnsw"]:
        """How a plain cosine search is answered."""
        return "exact" if self._graph is None else "hnsw"

    @property
    def note(self) -> str:
        """One sentence for a person where search is not what it could be, else empty."""
        if self.count < self._graph_from or hnsw_available():
            return ""
        return f"Search is exact and takes longer, because hnswlib cannot be used ({why_not()})."

    def _search_graph(self, query: Vectors, count: int) -> Neighbors | None:
        graph = self._graph
        if graph is None or count > LONGEST_GRAPH_ANSWER:
            return None
        linked = graph.count
        found = graph.search(query, count)
        if found is None:
            return None
        # Rows become visible before they enter the graph, so all that were found are in here.
        rows: Rows = self._rows.current
        near = rank(rows.vectors, rows.keys, found[found < linked], query, count, "cosine")
        if linked == len(rows):
            return near
        late = slice(linked, None)
        return nearest_of(
            near,
            search_exact(rows.vectors[late], rows.keys[late], query, count, norms=rows.norms[late]),
            count,
        )

    def _require_new(self, ascending: Keys) -> None:
        if len(ascending) == 0:
            return
        if ascending[0] <= self.last_key or (np.diff(ascending) == 0).any():
            raise ValueError(f"keys have to be new and above {self.last_key}")
