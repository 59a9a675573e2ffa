"""The atlas of a layer as a file: a cache that is either right or not used at all.

8 bytes   the magic
4 bytes   version
12 bytes  how many units, photos kept for each, runs of photos that were seen
32 bytes  SHA-256 of the key: of exactly what this is an atlas of
32 bytes  SHA-256 of all that follows
arrays    values, cells, ids and the runs, one after the other, little-endian
"""

import hashlib
import os
import struct
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from lookalike.errors import LibraryUnusable
from lookalike.library.layers.atlas import KEPT, Atlas, Runs
from lookalike.whole_files import written_whole

_HEAD = struct.Struct("<8sIIII32s32s")
_MAGIC, _VERSION = b"LKATLAS\x1a", 1
_MOST_UNITS, _MOST_RUNS = 1 << 16, 1 << 22


def write_atlas(atlas: Atlas, file: Path, key: str) -> None:
    """Replace `file` in one step: a crash or a power cut leaves the old one or the new one.

    Raises:
        LibraryUnusable: it cannot be written (a full disk, say); the old file is as it was.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with written_whole(file) as stream:
            stream.write(_bytes(atlas, key))
    except OSError as error:
        raise LibraryUnusable(
            f"The atlas {file.name} cannot be written: {error.strerror or error}.",
            "Make room on the disk, or check that the library's folder may be written.",
        ) from error


def read_atlas(file: Path, key: str) -> Atlas | None:
    """What was written of exactly this; None where it is missing, damaged or of something else."""
    try:
        with file.open("rb") as stream:
            return _atlas(stream, key)
    except (OSError, MemoryError):
        return None


def _bytes(atlas: Atlas, key: str) -> bytes:
    body = b"".join(
        np.ascontiguousarray(array, dtype).tobytes()
        for array, dtype in (
            (atlas.values, "<f4"),
            (atlas.cells, "<u4"),
            (atlas.ids, "<i8"),
            (atlas.seen.first, "<i8"),
            (atlas.seen.last, "<i8"),
        )
    )
    counts = (*atlas.values.shape, len(atlas.seen.first))
    digest = hashlib.sha256(body).digest()
    return _HEAD.pack(_MAGIC, _VERSION, *counts, _key_digest(key), digest) + body


def _key_digest(key: str) -> bytes:
    return hashlib.sha256(key.encode()).digest()


def _atlas(stream: BinaryIO, key: str) -> Atlas | None:
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    magic, version, units, kept, runs, of, digest = _HEAD.unpack(head)
    if (magic, version, of) != (_MAGIC, _VERSION, _key_digest(key)):
        return None
    size = 16 * units * kept + 16 * runs
    # Compared before memory is taken.
    fits = units <= _MOST_UNITS and kept <= KEPT and runs <= _MOST_RUNS
    if not fits or os.fstat(stream.fileno()).st_size != _HEAD.size + size:
        return None
    body = stream.read(size)
    if hashlib.sha256(body).digest() != digest:
        return None
    return _parsed(body, units, kept, runs)


def _parsed(body: bytes, units: int, kept: int, runs: int) -> Atlas:
    at = 0

    def array(dtype: str, *shape: int) -> NDArray[Any]:
        nonlocal at
        told = np.frombuffer(body, dtype, int(np.prod(shape)), at).reshape(shape)
        at += told.nbytes
        return told

    values, cells = array("<f4", units, kept), array("<u4", units, kept)
    ids = array("<i8", units, kept)
    return Atlas(values, cells, ids, Runs(array("<i8", runs), array("<i8", runs)))
