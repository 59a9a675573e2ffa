"""A `VectorIndex` as a file: a cache that is either right or not used at all.

How it is laid out stands in `index_head`. The checksum catches damage, and the sizes are compared
with the file before memory is taken. What the arrays say is checked as well, since a wrong link in
a graph ends the process.
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from lookalike.errors import LibraryUnusable
from lookalike.neighbors.growth import GRAPH_FROM
from lookalike.neighbors.hnsw import GraphState
from lookalike.neighbors.index_head import (
    HEAD,
    MAGIC,
    TYPES,
    VERSION,
    HeadFacts,
    faults_told,
    read_head,
    require,
)
from lookalike.neighbors.projection import Projection
from lookalike.neighbors.vector_index import IndexState, VectorIndex
from lookalike.whole_files import written_whole

_CHUNK = 1 << 20

Array = NDArray[Any]


def write_index(index: VectorIndex, file: Path) -> None:
    """Replace `file` in one step: a crash or a power cut leaves the old one or the new one.

    Raises:
        LibraryUnusable: it cannot be written (a full disk, say); the old file is as it was.
    """
    state = index.state()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with written_whole(file) as stream:
            _write(state, stream)
    except OSError as error:
        raise LibraryUnusable(
            f"The index {file.name} cannot be written: {error.strerror or error}.",
            "Make room on the disk, or check that the library's folder may be written.",
        ) from error


def read_index(
    file: Path, space_key: str, raw_dimensions: int, *, graph_from: int = GRAPH_FROM
) -> VectorIndex:
    """The index that was written for exactly this space.

    Raises:
        IndexUnusable: not there, damaged, of another space or of a newer version.
    """
    with faults_told(file):
        with file.open("rb") as stream:
            facts, arrays = _read(stream)
        require(facts.space_key == space_key, "it is of another space")
        state = _state(facts, arrays)
        require(state.projection.raw_dimensions == raw_dimensions, "its vectors have another size")
        return VectorIndex.restored(state, graph_from=graph_from)


def _write(state: IndexState, stream: BinaryIO) -> None:
    arrays = _arrays(state)
    facts = json.dumps(
        {
            "space_key": state.space_key,
            "fitted_on": state.projection.fitted_on,
            "graph_entry": state.graph.entry if state.graph else None,
            "shapes": {name: array.shape for name, array in arrays.items()},
        }
    ).encode()
    digest = hashlib.sha256(facts)
    for array in arrays.values():
        digest.update(_bytes(array))
    stream.write(HEAD.pack(MAGIC, VERSION, len(facts), digest.digest()))
    stream.write(facts)
    for array in arrays.values():
        stream.write(_bytes(array))


def _arrays(state: IndexState) -> dict[str, Array]:
    arrays: dict[str, Array | None] = {
        "keys": state.keys,
        "vectors": state.vectors,
        "centre": state.projection.centre,
        "components": state.projection.components,
    }
    if state.graph is not None:
        arrays |= {
            "graph_rows": state.graph.rows,
            "graph_levels": state.graph.levels,
            "graph_links": state.graph.links,
            "graph_upper_links": state.graph.upper_links,
        }
    return {
        name: np.ascontiguousarray(array, TYPES[name])
        for name, array in arrays.items()
        if array is not None
    }


def _bytes(array: Array) -> memoryview:
    return array.reshape(-1).view(np.uint8).data


def _read(stream: BinaryIO) -> tuple[HeadFacts, dict[str, Array]]:
    """Facts and arrays, exactly as they were written."""
    facts, digest, promised = read_head(stream)
    arrays = {
        name: _array(stream, shape, np.dtype(TYPES[name]), digest)
        for name, shape in facts.shapes.items()
    }
    require(digest.digest() == promised, "its checksum does not fit")
    return facts, arrays


def _array(
    stream: BinaryIO, shape: tuple[int, ...], dtype: np.dtype[Any], digest: "hashlib._Hash"
) -> Array:
    array = np.empty(shape, dtype)
    unread = _bytes(array)
    while unread:
        count = stream.readinto(unread[:_CHUNK])  # type: ignore[attr-defined]
        require(count > 0, "it is cut short")
        digest.update(unread[:count])
        unread = unread[count:]
    return array


def _state(facts: HeadFacts, arrays: Mapping[str, Array]) -> IndexState:
    require({"keys", "vectors", "centre"} <= arrays.keys(), "something is missing")
    keys, vectors = arrays["keys"], arrays["vectors"]
    projection = Projection(arrays["centre"], arrays.get("components"), facts.fitted_on)
    require(_is_projection(projection), "its projection is damaged")
    require(keys.shape == (len(vectors),), "its keys do not fit")
    require(bool((np.diff(keys) > 0).all()), "its keys are out of order")
    require(vectors.shape == (len(keys), projection.dimensions), "its vectors do not fit")
    require(bool(np.isfinite(vectors).all()), "its vectors are damaged")
    return IndexState(facts.space_key, projection, keys, vectors, _graph(facts, arrays))


def _is_projection(projection: Projection) -> bool:
    axes = projection.components
    if projection.centre.ndim != 1 or not np.isfinite(projection.centre).all():
        return False
    if axes is None:
        return True
    fits = axes.ndim == 2 and len(axes) == len(projection.centre)
    return fits and bool(np.isfinite(axes).all())


def _graph(facts: HeadFacts, arrays: Mapping[str, Array]) -> GraphState | None:
    if facts.graph_entry is None:
        return None
    require(arrays.keys() >= {name for name in TYPES if "graph" in name}, "it is incomplete")
    return GraphState(
        rows=arrays["graph_rows"],
        levels=arrays["graph_levels"],
        links=arrays["graph_links"],
        upper_links=arrays["graph_upper_links"],
        entry=facts.graph_entry,
    )
