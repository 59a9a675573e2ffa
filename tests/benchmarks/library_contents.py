"""What a library holds, in a form that can be compared, and what is wrong with it."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from lookalike.catalog.thumbnails import ThumbnailCache
from lookalike.imaging.thumbnails import read_thumbnail
from lookalike.photos import ContentHash


class Contents(NamedTuple):
    """All that an import decides; ids and times are left out, because they may differ."""

    photos: frozenset[tuple[object, ...]]
    embeddings: frozenset[tuple[object, ...]]
    files: frozenset[str]


_PHOTOS = """
    SELECT path, state, reason, is_lasting, hex(content_hash), size_bytes, mtime_ns,
           width, height, orientation, format, taken_at, camera FROM photos"""
_EMBEDDINGS = """
    SELECT spaces.key, hex(content_hash), vector, checksum
    FROM embeddings JOIN spaces ON spaces.id = space_id"""
_THUMBNAIL_PX = 384


def contents_of(library: Path) -> Contents:
    """What a library holds that nobody has open."""
    paths = (file.relative_to(library) for file in library.rglob("*") if file.is_file())
    # The names of atlases tell the catalog that they belong to, and each library has its own.
    files = (str(path) for path in paths if path.parts[0] != "atlas")
    with closing(sqlite3.connect(library / "catalog.db")) as catalog:
        photos = frozenset(catalog.execute(_PHOTOS))
        embeddings = frozenset(catalog.execute(_EMBEDDINGS))
    return Contents(photos, embeddings, frozenset(files))


def differences(library: Path, wanted: Contents) -> list[str]:
    """How a library differs from what it should hold, each in a sentence."""
    found = contents_of(library)
    return [
        f"{len(has - wants)} {name} are wrong, {len(wants - has)} are lacking: {_some(has ^ wants)}"
        for name, has, wants in zip(Contents._fields, found, wanted, strict=True)
        if has != wants
    ]


def faults(library: Path) -> list[str]:
    """What is wrong in the library itself, each in a sentence."""
    return [*_database_faults(library / "catalog.db"), *_thumbnail_faults(library)]


def _database_faults(file: Path) -> Iterable[str]:
    with closing(sqlite3.connect(file)) as database:
        told = database.execute("PRAGMA integrity_check").fetchone()[0]
        if told != "ok":
            yield f"integrity_check says: {told}"
        rows, last = database.execute("SELECT COUNT(*), MAX(id) FROM embeddings").fetchone()
    # An embedding that replaces another gets a new number.
    if rows != (last or 0):
        yield f"{last - rows} contents were embedded twice"


def _thumbnail_faults(library: Path) -> Iterable[str]:
    with closing(sqlite3.connect(library / "catalog.db")) as catalog:
        rows = catalog.execute("SELECT DISTINCT content_hash FROM photos WHERE state = 'ready'")
        hashes = [ContentHash(row[0]) for row in rows]
    with closing(ThumbnailCache(library / "thumbnails.db")) as thumbnails:
        for content_hash in hashes:
            data = thumbnails.read(content_hash, _THUMBNAIL_PX)
            if data is None or read_thumbnail(data).size == 0:
                yield f"the thumbnail of {content_hash.hex()} is lacking"


def _some(what: Iterable[object]) -> str:
    return repr(next(iter(what)))[:300]
