"""A `VectorIndex` as a file: a cache that is either right or not used at all.

    8 bytes   the magic
    4 bytes   version
    4 bytes   length of the facts
    32 bytes  SHA-256 of all that follows
    facts     JSON: space, counts, and which arrays follow with type and shape
    arrays    one after the other, little-endian; the keys first

The checksum catches damage, and the sizes are compared with the file before memory is taken. What
the arrays say is checked as well, since a wrong link in a graph ends the process.
"""

import contextlib
import hashlib
import json
import math
import os
import struct
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from lookalike.errors import IndexUnusable, LibraryUnusable
from lookalike.neighbors.hnsw import GraphState
from lookalike.neighbors.projection import Projection, is_outgrown
from lookalike.neighbors.vector_index import GRAPH_FROM, IndexState, VectorIndex
from lookalike.paths import sync_folder

VERSION = 1
_MAGIC = b"LKALIKE\x1a"
_HEAD = struct.Struct("<8sII32s")
_MOST_FACTS = 1 << 16
_CHUNK = 1 << 20
_STALE_S = 3600

Array = NDArray[Any]
_TYPES: Mapping[str, np.dtype[Any]] = {
    "keys": np.dtype("<i8"),
    "vectors": np.dtype("<f4"),
    "centre": np.dtype("<f4"),
    "components": np.dtype("<f4"),
    "graph_rows": np.dtype("<u4"),
    "graph_levels": np.dtype("<i4"),
    "graph_links": np.dtype("<u4"),
    "graph_upper_links": np.dtype("<u4"),
}


def write_index(index: VectorIndex, file: Path) -> None:
    """Replace `file` in one step: a crash or a power cut leaves the old one or the new one.

    Raises:
        LibraryUnusable: it cannot be written (a full disk, say); the old file is as it was.
    """
    state = index.state()
    fresh = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        _sweep(file)
        with fresh.open("wb") as stream:
            _write(state, stream)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(fresh, file)  # noqa: PTH105 - the word the reader looks for
        sync_folder(file.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            fresh.unlink()
        raise LibraryUnusable(
            f"The index {file.name} cannot be written: {error.strerror or error}.",
            "Make room on the disk, or check that the library's folder may be written.",
        ) from error


@dataclass(frozen=True, slots=True)
class IndexFacts:
    """What an index file says of itself.

    Args:
        count: how many vectors it holds.
        last_key: the highest key; -1 where there is none.
        fitted_on: how many vectors the library had when the projection was fitted.
    """

    space_key: str
    count: int
    last_key: int
    fitted_on: int
    has_graph: bool

    def is_outgrown_by(self, count: int) -> bool:
        """As `Projection.is_outgrown_by`."""
        return is_outgrown(self.fitted_on, count)


def index_facts(file: Path, *, verify: bool = False) -> IndexFacts:
    """The head of an index file, in no time however large it is.

    Args:
        verify: read all of it, and believe it only where its checksum fits.

    Raises:
        IndexUnusable: not there, cut short, of a newer version or no index; other damage is only
            noticed where asked to `verify`.
    """
    with _told(file), file.open("rb") as stream:
        facts, digest, promised = _read_facts(stream)
        first_key = stream.tell()
        if verify:
            while part := stream.read(_CHUNK):
                digest.update(part)
            _require(digest.digest() == promised, "its checksum does not fit")
        count = facts.shapes["keys"][0]
        stream.seek(first_key + 8 * (count - 1))
        return IndexFacts(
            space_key=facts.space_key,
            count=count,
            last_key=int.from_bytes(_exactly(stream, 8), "little", signed=True) if count else -1,
            fitted_on=facts.fitted_on,
            has_graph=facts.graph_entry is not None,
        )


def read_index(
    file: Path, space_key: str, raw_dimensions: int, *, graph_from: int = GRAPH_FROM
) -> VectorIndex:
    """The index that was written for exactly this space.

    Raises:
        IndexUnusable: not there, damaged, of another space or of a newer version.
    """
    with _told(file):
        with file.open("rb") as stream:
            facts, arrays = _read(stream)
        _require(facts.space_key == space_key, "it is of another space")
        state = _state(facts, arrays)
        _require(state.projection.raw_dimensions == raw_dimensions, "its vectors have another size")
        return VectorIndex.restored(state, graph_from=graph_from)


@contextlib.contextmanager
def _told(file: Path) -> Iterator[None]:
    """Turn whatever a file can hold against us into one kind of fault."""
    try:
        yield
    except (OSError, ValueError, MemoryError, RecursionError) as error:
        raise IndexUnusable(f"The index {file.name} cannot be read: {error}.") from error


@dataclass(frozen=True, slots=True)
class _Facts:
    space_key: str
    fitted_on: int
    graph_entry: int | None
    shapes: Mapping[str, tuple[int, ...]]

    @property
    def bytes(self) -> int:
        return sum(math.prod(shape) * _TYPES[name].itemsize for name, shape in self.shapes.items())


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
    stream.write(_HEAD.pack(_MAGIC, VERSION, len(facts), digest.digest()))
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
        name: np.ascontiguousarray(array, _TYPES[name])
        for name, array in arrays.items()
        if array is not None
    }


def _bytes(array: Array) -> memoryview:
    return array.reshape(-1).view(np.uint8).data


def _read(stream: BinaryIO) -> tuple[_Facts, dict[str, Array]]:
    """Facts and arrays, exactly as they were written."""
    facts, digest, promised = _read_facts(stream)
    arrays = {
        name: _array(stream, shape, _TYPES[name], digest) for name, shape in facts.shapes.items()
    }
    _require(digest.digest() == promised, "its checksum does not fit")
    return facts, arrays


def _read_facts(stream: BinaryIO) -> tuple[_Facts, "hashlib._Hash", bytes]:
    """Facts that fit the size of the file, the checksum up to here, and what it is to become."""
    magic, version, length, promised = _HEAD.unpack(_exactly(stream, _HEAD.size))
    _require(magic == _MAGIC, "it is not an index")
    _require(version == VERSION, f"it is of version {version}, this program reads {VERSION}")
    _require(length <= _MOST_FACTS, "it is damaged")
    told = _exactly(stream, length)
    facts = _facts(told)
    left = os.fstat(stream.fileno()).st_size - stream.tell()
    _require(facts.bytes == left, "it is cut short or damaged")
    return facts, hashlib.sha256(told), promised


def _exactly(stream: BinaryIO, length: int) -> bytes:
    read = stream.read(length)
    _require(len(read) == length, "it is cut short")
    return read


def _facts(told: bytes) -> _Facts:
    """Parse what is not verified yet: nothing but a `ValueError` may come of it."""
    document = json.loads(told)
    _require(isinstance(document, dict), "it is damaged")
    shapes, entry = document.get("shapes"), document.get("graph_entry")
    _require(isinstance(shapes, dict) and shapes.keys() <= _TYPES.keys(), "it is damaged")
    _require(all(_is_shape(shape) for shape in shapes.values()), "it is damaged")
    _require(next(iter(shapes), None) == "keys", "it is damaged")
    _require(entry is None or _is_count(entry), "it is damaged")
    _require(_is_count(document.get("fitted_on")), "it is damaged")
    return _Facts(
        space_key=str(document.get("space_key")),
        fitted_on=document["fitted_on"],
        graph_entry=entry,
        shapes={name: tuple(shape) for name, shape in shapes.items()},
    )


def _is_shape(shape: object) -> bool:
    return isinstance(shape, list) and 1 <= len(shape) <= 2 and all(map(_is_count, shape))


def _is_count(number: object) -> bool:
    return type(number) is int and 0 <= number < 1 << 40


def _array(
    stream: BinaryIO, shape: tuple[int, ...], dtype: np.dtype[Any], digest: "hashlib._Hash"
) -> Array:
    array = np.empty(shape, dtype)
    unread = _bytes(array)
    while unread:
        count = stream.readinto(unread[:_CHUNK])  # type: ignore[attr-defined]
        _require(count > 0, "it is cut short")
        digest.update(unread[:count])
        unread = unread[count:]
    return array


def _state(facts: _Facts, arrays: Mapping[str, Array]) -> IndexState:
    _require({"keys", "vectors", "centre"} <= arrays.keys(), "something is missing")
    keys, vectors = arrays["keys"], arrays["vectors"]
    projection = Projection(arrays["centre"], arrays.get("components"), facts.fitted_on)
    _require(_is_projection(projection), "its projection is damaged")
    _require(keys.shape == (len(vectors),), "its keys do not fit")
    _require(bool((np.diff(keys) > 0).all()), "its keys are out of order")
    _require(vectors.shape == (len(keys), projection.dimensions), "its vectors do not fit")
    _require(bool(np.isfinite(vectors).all()), "its vectors are damaged")
    return IndexState(facts.space_key, projection, keys, vectors, _graph(facts, arrays))


def _is_projection(projection: Projection) -> bool:
    axes = projection.components
    if projection.centre.ndim != 1 or not np.isfinite(projection.centre).all():
        return False
    if axes is None:
        return True
    fits = axes.ndim == 2 and len(axes) == len(projection.centre)
    return fits and bool(np.isfinite(axes).all())


def _graph(facts: _Facts, arrays: Mapping[str, Array]) -> GraphState | None:
    if facts.graph_entry is None:
        return None
    _require(arrays.keys() >= {name for name in _TYPES if "graph" in name}, "it is incomplete")
    return GraphState(
        rows=arrays["graph_rows"],
        levels=arrays["graph_levels"],
        links=arrays["graph_links"],
        upper_links=arrays["graph_upper_links"],
        entry=facts.graph_entry,
    )


def _require(condition: bool, otherwise: str) -> None:
    if not condition:
        raise ValueError(otherwise)


def _sweep(file: Path) -> None:
    """Remove what writers left behind that were killed."""
    for left in file.parent.glob(f"{file.name}.*.new"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > _STALE_S:
                left.unlink()
