"""Approximate search in a navigable small-world graph; the only module that imports hnswlib.

Malkov and Yashunin, "Efficient and robust approximate nearest neighbor search using hierarchical
navigable small world graphs", 2016. hnswlib trusts whatever it is given: a query of the wrong
length, a link out of bounds or a search beside an insertion ends the process. So every number is
checked here first, and one lock lets in one caller at a time.
"""

import threading
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from lookalike.errors import IndexUnusable
from lookalike.neighbors.matches import Vectors
from lookalike.neighbors.metrics import blocks, unit

hnswlib: ModuleType | None
try:
    import hnswlib as _hnswlib
except ImportError as _error:
    hnswlib, _why_not = None, str(_error)
else:
    hnswlib, _why_not = _hnswlib, ""

LINKS = 16
EF_CONSTRUCTION = 100
# tests/benchmarks/recall.py, over 100,000 clustered vectors: recall@10 is 0.982 at 100, 0.989 at
# 200, 0.991 at 300, 0.994 at 400 (half a millisecond), 0.995 at 600.
EF_SEARCH = 400
# Longer answers look further, or their recall would fall.
EF_PER_MATCH = 2
# A search does not wait longer for an insertion to end: exact search answers by then.
PATIENCE_S = 0.05
# The most rows that are added before a search is let in.
ADD_AT_ONCE = 256
_SEED = 1

Links = NDArray[np.uint32]


def hnsw_available() -> bool:
    """Whether hnswlib can be used here."""
    return hnswlib is not None


def why_not() -> str:
    """What kept hnswlib from being imported, empty where it is there."""
    return "" if hnsw_available() else _why_not or "hnswlib is not installed"


@dataclass(frozen=True, slots=True, eq=False)
class GraphState:
    """A graph without its vectors, node by node.

    Args:
        rows: uint32 (n,), which vector each node stands for.
        levels: int32 (n,), the highest layer each node is in.
        links: uint32 (n, 1 + 2 * LINKS), the ground layer: how many, then the nodes.
        upper_links: uint32 (sum of levels, 1 + LINKS), the layers above, lowest first.
        entry: the node where a search begins.
    """

    rows: Links
    levels: NDArray[np.int32]
    links: Links
    upper_links: Links
    entry: int


class HnswGraph:
    """Finds the rows of the nearest vectors by cosine. Rows count from 0 in the order of adding.

    Any thread may call anything.

    Args:
        dimensions: the length of a vector.
        capacity: how many vectors there is room for at first.
    """

    def __init__(self, dimensions: int, capacity: int = 1024) -> None:
        self.dimensions = dimensions
        self._lock = threading.Lock()
        self._graph = _empty_graph(dimensions, capacity=max(1, capacity))
        self._count = 0

    @property
    def count(self) -> int:
        """How many vectors can be found; those of an addition that runs are not among them."""
        return self._count

    def add(self, vectors: Vectors) -> None:
        """Append float32 (n, dimensions); searches may run beside it."""
        self._require(vectors, dimensions=2)
        for start in range(0, len(vectors), ADD_AT_ONCE):
            part = unit(np.ascontiguousarray(vectors[start : start + ADD_AT_ONCE]))
            with self._lock:
                self._make_room(len(part))
                self._graph.add_items(part, np.arange(self.count, self.count + len(part)))
                self._count += len(part)

    def search(self, query: Vectors, count: int) -> NDArray[np.intp] | None:
        """Rows, nearest first; None where exact search has to answer: busy, or graph in pieces."""
        self._require(query, dimensions=1)
        if not self._lock.acquire(timeout=PATIENCE_S):
            return None
        try:
            return self._search(unit(query[np.newaxis]), min(count, self.count))
        finally:
            self._lock.release()

    def state(self) -> GraphState:
        """Everything but the vectors."""
        with self._lock:
            told = self._graph.__getstate__()[0]
        nodes = told["data_level0"].view(_node_layout(self.dimensions))
        return GraphState(
            rows=nodes["row"].astype(np.uint32),
            levels=told["element_levels"][: len(nodes)].astype(np.int32),
            links=np.ascontiguousarray(nodes["links"]),
            upper_links=told["link_lists"].view(np.uint32).reshape(-1, 1 + LINKS).copy(),
            entry=int(told["enterpoint_node"]),
        )

    @classmethod
    def restored(cls, state: GraphState, vectors: Vectors) -> Self:
        """The graph that had `state`, over the vectors that were added to it.

        Raises:
            IndexUnusable: the state fits no such graph.
        """
        _check(state, len(vectors))
        graph = cls(vectors.shape[1])
        graph._graph = _filled_graph(state, vectors)
        graph._count = len(vectors)
        return graph

    def _search(self, query: Vectors, count: int) -> NDArray[np.intp] | None:
        if count <= 0:
            return np.empty(0, np.intp)
        self._graph.set_ef(max(EF_SEARCH, EF_PER_MATCH * count))
        try:
            rows, _ = self._graph.knn_query(query, k=count, num_threads=1)
        except RuntimeError:
            # Many equal vectors link to each other only, and fewer than `count` can be reached.
            return None
        return np.asarray(rows[0], np.intp)

    def _make_room(self, more: int) -> None:
        needed = self.count + more
        if needed > self._graph.get_max_elements():
            self._graph.resize_index(max(needed, self.count * 3 // 2))

    def _require(self, vectors: Vectors, *, dimensions: int) -> None:
        if vectors.ndim != dimensions or vectors.shape[-1] != self.dimensions:
            raise ValueError(f"vectors of {self.dimensions} numbers wanted, not {vectors.shape}")
        if vectors.dtype != np.float32 or not np.isfinite(vectors).all():
            raise ValueError("vectors have to be finite float32 numbers")


def _empty_graph(dimensions: int, capacity: int) -> Any:  # noqa: ANN401 - hnswlib has no types
    if hnswlib is None:
        raise RuntimeError(why_not())
    # Vectors of length 1 come in, so the inner product is the cosine. hnswlib's own cosine would
    # normalise again, and a restored graph would differ from the first one in the last digit.
    graph = hnswlib.Index("ip", dimensions)
    graph.init_index(capacity, LINKS, EF_CONSTRUCTION, _SEED)
    return graph


def _node_layout(dimensions: int) -> np.dtype[np.void]:
    """One node of the ground layer as hnswlib 0.8 lays it out in memory."""
    return np.dtype(
        [
            ("links", np.uint32, 1 + 2 * LINKS),
            ("vector", np.float32, dimensions),
            ("row", np.uint64),
        ]
    )


def _filled_graph(state: GraphState, vectors: Vectors) -> Any:  # noqa: ANN401
    count, dimensions = vectors.shape
    # The sizes and offsets come from the hnswlib that runs, never from a file.
    empty = _empty_graph(dimensions, capacity=max(1, count))
    told = empty.__getstate__()[0]
    layout = _node_layout(dimensions)
    if layout.itemsize != told["size_data_per_element"]:
        raise IndexUnusable("This version of hnswlib lays out its graph in another way.")
    nodes = np.empty(count, layout)
    nodes["links"], nodes["row"] = state.links, state.rows
    for part in blocks(count, dimensions * 4):
        nodes["vector"][part] = unit(vectors[state.rows[part]])
    if count:
        told |= {
            "ep_added": True,
            "cur_element_count": count,
            "max_level": int(state.levels[state.entry]),
            "enterpoint_node": state.entry,
            "label_lookup_external": state.rows.astype(np.uint64),
            "label_lookup_internal": np.arange(count, dtype=np.uint32),
            "element_levels": np.ascontiguousarray(state.levels),
            "data_level0": nodes.view(np.int8),
            "link_lists": np.ascontiguousarray(state.upper_links).reshape(-1).view(np.int8),
        }
    return type(empty)(params=told)


def _check(state: GraphState, count: int) -> None:
    """Refuse whatever hnswlib would follow out of bounds.

    Raises:
        IndexUnusable: always the same, a rebuild is the only cure.
    """
    if not (_shapes_fit(state, count) and _nodes_fit(state, count) and _links_fit(state, count)):
        raise IndexUnusable("The graph of the index is damaged.")


def _shapes_fit(state: GraphState, count: int) -> bool:
    return (
        state.rows.shape == (count,)
        and state.levels.shape == (count,)
        and state.links.shape == (count, 1 + 2 * LINKS)
        and state.upper_links.ndim == 2
        and state.upper_links.shape[1] == 1 + LINKS
        and state.rows.dtype == state.links.dtype == state.upper_links.dtype == np.uint32
        and state.levels.dtype == np.int32
    )


def _nodes_fit(state: GraphState, count: int) -> bool:
    if count == 0:
        return len(state.upper_links) == 0
    levels = state.levels.astype(np.int64)
    return bool(
        np.array_equal(np.sort(state.rows), np.arange(count))
        and levels.min() >= 0
        and levels.sum() == len(state.upper_links)
        and 0 <= state.entry < count
        and levels[state.entry] == levels.max()
    )


def _links_fit(state: GraphState, count: int) -> bool:
    """Every link leads to a node that is in the layer where the link is."""
    first = np.repeat(np.cumsum(state.levels) - state.levels, state.levels)
    upper_layers = np.arange(len(state.upper_links)) - first + 1
    return _lead_to(state.links, np.zeros(count, np.int64), state.levels) and _lead_to(
        state.upper_links, upper_layers, state.levels
    )


def _lead_to(links: Links, layer: NDArray[np.integer], levels: NDArray[np.int32]) -> bool:
    most = links.shape[1] - 1
    used = np.arange(most) < links[:, :1]
    targets = np.where(used, links[:, 1:], 0)
    if (links[:, 0] > most).any() or (targets >= len(levels)).any():
        return False
    return not (used & (levels[targets] < layer[:, np.newaxis])).any()
