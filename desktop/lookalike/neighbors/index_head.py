"""The head of an index file: what it says of itself, told in no time and without NumPy.

    8 bytes   the magic
    4 bytes   version
    4 bytes   length of the facts
    32 bytes  SHA-256 of all that follows
    facts     JSON: space, counts, and which arrays follow with type and shape
    arrays    one after the other, little-endian; the keys first

The arrays are for `index_file` to write and read.
"""

import contextlib
import hashlib
import json
import math
import os
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from lookalike.errors import IndexUnusable
from lookalike.neighbors.growth import is_outgrown

VERSION = 1
MAGIC = b"LKALIKE\x1a"
HEAD = struct.Struct("<8sII32s")
_MOST_FACTS = 1 << 16
_CHUNK = 1 << 20

# Which arrays there may be, and the numbers they hold as NumPy names them: the last is their size.
TYPES: Mapping[str, str] = {
    "keys": "<i8",
    "vectors": "<f4",
    "centre": "<f4",
    "components": "<f4",
    "graph_rows": "<u4",
    "graph_levels": "<i4",
    "graph_links": "<u4",
    "graph_upper_links": "<u4",
}


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
    with faults_told(file), file.open("rb") as stream:
        facts, digest, promised = read_head(stream)
        first_key = stream.tell()
        if verify:
            while part := stream.read(_CHUNK):
                digest.update(part)
            require(digest.digest() == promised, "its checksum does not fit")
        count = facts.shapes["keys"][0]
        stream.seek(first_key + 8 * (count - 1))
        return IndexFacts(
            space_key=facts.space_key,
            count=count,
            last_key=int.from_bytes(_exactly(stream, 8), "little", signed=True) if count else -1,
            fitted_on=facts.fitted_on,
            has_graph=facts.graph_entry is not None,
        )


@dataclass(frozen=True, slots=True)
class HeadFacts:
    """The facts as they stand in the file; they fit each other, and may be damaged."""

    space_key: str
    fitted_on: int
    graph_entry: int | None
    shapes: Mapping[str, tuple[int, ...]]

    @property
    def bytes(self) -> int:
        return sum(math.prod(shape) * int(TYPES[name][2:]) for name, shape in self.shapes.items())


@contextlib.contextmanager
def faults_told(file: Path) -> Iterator[None]:
    """Turn whatever a file can hold against us into one kind of fault."""
    try:
        yield
    except (OSError, ValueError, MemoryError, RecursionError) as error:
        raise IndexUnusable(f"The index {file.name} cannot be read: {error}.") from error


def read_head(stream: BinaryIO) -> tuple[HeadFacts, "hashlib._Hash", bytes]:
    """Facts that fit the size of the file, the checksum up to here, and what it is to become."""
    magic, version, length, promised = HEAD.unpack(_exactly(stream, HEAD.size))
    require(magic == MAGIC, "it is not an index")
    require(version == VERSION, f"it is of version {version}, this program reads {VERSION}")
    require(length <= _MOST_FACTS, "it is damaged")
    text = _exactly(stream, length)
    facts = _facts(text)
    left = os.fstat(stream.fileno()).st_size - stream.tell()
    require(facts.bytes == left, "it is cut short or damaged")
    return facts, hashlib.sha256(text), promised


def _exactly(stream: BinaryIO, length: int) -> bytes:
    read = stream.read(length)
    require(len(read) == length, "it is cut short")
    return read


def _facts(text: bytes) -> HeadFacts:
    """Parse what is not verified yet: nothing but a `ValueError` may come of it."""
    document = json.loads(text)
    require(isinstance(document, dict), "it is damaged")
    shapes, entry = document.get("shapes"), document.get("graph_entry")
    require(isinstance(shapes, dict) and shapes.keys() <= TYPES.keys(), "it is damaged")
    require(all(_is_shape(shape) for shape in shapes.values()), "it is damaged")
    require(next(iter(shapes), None) == "keys", "it is damaged")
    require(entry is None or _is_count(entry), "it is damaged")
    require(_is_count(document.get("fitted_on")), "it is damaged")
    return HeadFacts(
        space_key=str(document.get("space_key")),
        fitted_on=document["fitted_on"],
        graph_entry=entry,
        shapes={name: tuple(shape) for name, shape in shapes.items()},
    )


def _is_shape(shape: object) -> bool:
    return isinstance(shape, list) and 1 <= len(shape) <= 2 and all(map(_is_count, shape))


def _is_count(number: object) -> bool:
    return type(number) is int and 0 <= number < 1 << 40


def require(condition: bool, otherwise: str) -> None:
    if not condition:
        raise ValueError(otherwise)
