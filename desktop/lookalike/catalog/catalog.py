"""What we know about photos. What it has committed survives `kill -9`."""

import contextlib
import json
import os
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lookalike.catalog.database import RESTORE_HINT, Database, Parameters, Value
from lookalike.catalog.schema import APPLICATION_ID, UPGRADES, schema_version, upgrade
from lookalike.errors import LibraryUnusable
from lookalike.paths import sync_folder
from lookalike.photos import (
    ContentHash,
    Photo,
    PhotoFacts,
    PhotoFile,
    PhotoId,
    PhotoState,
    Space,
)

_PHOTO_COLUMNS = """photos.id, path, size_bytes, mtime_ns, state, photos.content_hash,
    width, height, orientation, format, taken_at, reason, is_lasting"""
_ROWS_AT_ONCE = 2_000  # well below SQLite's limit of variables in one statement


@dataclass(frozen=True, slots=True)
class Counts:
    """How many photos are in which state."""

    ready: int = 0
    unreadable: int = 0
    missing: int = 0


@dataclass(frozen=True, slots=True)
class StoredSpace:
    """A space and how many vectors there are in it."""

    space: Space
    count: int


class Catalog:
    """The library's only truth: folders, photos, spaces and embeddings.

    Any thread may read; writes queue up behind each other. Every method raises
    `LibraryUnusable` when the database cannot be used.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._space_ids: dict[str, int] = {}

    @classmethod
    def open(cls, file: Path) -> "Catalog":
        """Open the catalog, upgraded to this program's schema, or make a new one.

        Raises:
            LibraryUnusable: not a catalog, damaged, of a newer program, or closed to us.
        """
        if not file.exists():
            _create(file)
        elif file.stat().st_size == 0:
            # SQLite would open it as a healthy, empty database.
            raise LibraryUnusable(f"{file} is empty: the catalog in it was lost.", RESTORE_HINT)
        database = Database(file, _configure)
        try:
            _check_schema(database)
        except BaseException:
            database.close()
            raise
        return cls(database)

    def close(self) -> None:
        self._database.close()

    @property
    def is_writable(self) -> bool:
        return self._database.is_writable

    @property
    def identity(self) -> str:
        """16 hexadecimal digits that no other catalog has."""
        return str(self._rows("SELECT value FROM identity")[0][0])

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """What is written inside is committed together, or not at all."""
        with self._database.transaction():
            yield

    # --- folders ------------------------------------------------------------------------------

    def folders(self) -> list[Path]:
        """The folders that were brought in, in the order they came."""
        return self._values(lambda row: _path(row[0]), "SELECT path FROM folders ORDER BY id")

    def add_folder(self, folder: Path) -> None:
        """Remember a folder; those inside it are then part of it."""
        if any(folder.is_relative_to(known) for known in self.folders()):
            return
        with self._database.transaction() as connection:
            for inner in (known for known in self.folders() if known.is_relative_to(folder)):
                connection.execute("DELETE FROM folders WHERE path = ?", [os.fsencode(inner)])
            connection.execute("INSERT INTO folders (path) VALUES (?)", [os.fsencode(folder)])

    # --- photos -------------------------------------------------------------------------------

    def counts(self) -> Counts:
        """How many photos are ready, unreadable and missing."""
        counted = self._values(
            lambda row: (PhotoState(row[0]).value, row[1]),
            "SELECT state, COUNT(*) FROM photos GROUP BY state",
        )
        return Counts(**dict(counted))

    def photo_ids(self) -> list[PhotoId]:
        """The ready photos, in the order they came."""
        rows = self._rows("SELECT id FROM photos WHERE state = 'ready' ORDER BY id")
        return [PhotoId(row[0]) for row in rows]

    def photos(self, ids: Sequence[PhotoId]) -> list[Photo]:
        """The photos of these ids, in their order; unknown ids are left out."""
        found: dict[PhotoId, Photo] = {}
        for some in _batches(ids):
            sql = f"SELECT {_PHOTO_COLUMNS} FROM photos WHERE id IN ({_marks(some)})"
            found.update((photo.id, photo) for photo in self._values(_photo, sql, some))
        return [found[id_] for id_ in ids if id_ in found]

    def photos_in_state(self, state: PhotoState) -> list[Photo]:
        """All photos of one state, by path."""
        sql = f"SELECT {_PHOTO_COLUMNS} FROM photos WHERE state = ? ORDER BY path"
        return self._values(_photo, sql, [state.value])

    def photos_under(self, folder: Path) -> list[Photo]:
        """All photos of a folder and the folders inside it, whatever their state."""
        sql = f"SELECT {_PHOTO_COLUMNS} FROM photos WHERE {_UNDER}"
        return self._values(_photo, sql, _under(folder))

    def photos_with_content(self, content_hash: ContentHash) -> list[Photo]:
        """Every file that holds, or last held, this content."""
        sql = f"SELECT {_PHOTO_COLUMNS} FROM photos WHERE content_hash = ? ORDER BY id"
        return self._values(_photo, sql, [content_hash])

    def write_photo(self, file: PhotoFile, content_hash: ContentHash, facts: PhotoFacts) -> None:
        """A readable file: new, or in place of what was known at its path."""
        self._write_file(
            file,
            state=PhotoState.READY.value,
            reason="",
            content_hash=content_hash,
            width=facts.width,
            height=facts.height,
            orientation=facts.orientation,
            format=facts.format,
            taken_at=facts.taken_at.isoformat() if facts.taken_at else None,
        )

    def write_unreadable(self, file: PhotoFile, reason: str, *, is_lasting: bool = True) -> None:
        """A file that could not be read. What it held when it last could is kept.

        Args:
            is_lasting: it need not be tried again until its content changes.
        """
        self._write_file(
            file, state=PhotoState.UNREADABLE.value, reason=reason, is_lasting=int(is_lasting)
        )

    def _write_file(self, file: PhotoFile, **columns: object) -> None:
        columns |= {"size_bytes": file.size_bytes, "mtime_ns": file.mtime_ns}
        names = ", ".join(columns)
        values = ", ".join(f":{name}" for name in columns)
        changes = ", ".join(f"{name} = excluded.{name}" for name in columns)
        with self._database.transaction() as connection:
            connection.execute(
                f"INSERT INTO photos (path, {names}) VALUES (:path, {values}) "
                f"ON CONFLICT (path) DO UPDATE SET {changes}",
                columns | {"path": os.fsencode(file.path)},
            )

    def move_photo(self, photo_id: PhotoId, file: PhotoFile) -> None:
        """The same photo, found at another path."""
        with self._database.transaction() as connection:
            # What was known of an earlier file at that path is no longer true.
            connection.execute("DELETE FROM photos WHERE path = ?", [os.fsencode(file.path)])
            connection.execute(
                "UPDATE photos SET path = ?, size_bytes = ?, mtime_ns = ?, state = 'ready' "
                "WHERE id = ?",
                [os.fsencode(file.path), file.size_bytes, file.mtime_ns, photo_id],
            )

    def mark(self, ids: Iterable[PhotoId], state: PhotoState) -> None:
        """Set the state of photos whose files came or went."""
        with self._database.transaction() as connection:
            connection.executemany(
                "UPDATE photos SET state = ? WHERE id = ?", [(state.value, id_) for id_ in ids]
            )

    def forget(self, ids: Iterable[PhotoId]) -> None:
        """Remove files from the catalog; the files themselves are not touched."""
        with self._database.transaction() as connection:
            connection.executemany("DELETE FROM photos WHERE id = ?", [(id_,) for id_ in ids])

    # --- spaces and embeddings ----------------------------------------------------------------

    def spaces(self) -> list[StoredSpace]:
        """The spaces, each with how many vectors it holds."""
        return self._values(
            lambda row: StoredSpace(Space(row[0], row[1], dict(json.loads(row[2]))), row[3]),
            "SELECT name, dimensions, recipe, "
            "(SELECT COUNT(*) FROM embeddings WHERE space_id = spaces.id) FROM spaces ORDER BY id",
        )

    def add_space(self, space: Space) -> None:
        """Make room for the vectors of a space, once."""
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO spaces (key, name, dimensions, recipe) VALUES (?, ?, ?, ?)",
                [space.key, space.name, space.dimensions, json.dumps(dict(space.recipe))],
            )

    def contents(self, space: Space) -> set[ContentHash]:
        """The contents that have a vector in this space."""
        rows = self._rows(
            "SELECT content_hash FROM embeddings WHERE space_id = ?", [self._space_id(space)]
        )
        return {ContentHash(row[0]) for row in rows}

    def write_embedding(
        self, space: Space, content_hash: ContentHash, vector: NDArray[np.floating[Any]]
    ) -> None:
        """Keep a vector (d,) as float16, in place of an earlier one of the same content.

        The space was added with `add_space` before.
        """
        blob = vector.astype("<f2").tobytes()
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO embeddings (space_id, content_hash, vector, checksum) "
                "VALUES (?, ?, ?, ?)",
                [self._space_id(space), content_hash, blob, zlib.crc32(blob)],
            )

    def embedding(self, space: Space, content_hash: ContentHash) -> NDArray[np.float16] | None:
        """The vector (d,) of a content, or None where there is none or it is damaged."""
        rows = self._rows(
            "SELECT vector, checksum FROM embeddings WHERE space_id = ? AND content_hash = ?",
            [self._space_id(space), content_hash],
        )
        return next((_vector(row[0]) for row in rows if _is_sound(row[0], row[1], space)), None)

    def last_embedding_id(self, space: Space) -> int:
        """The newest vector's id; 0 where there is none."""
        rows = self._rows(
            "SELECT id FROM embeddings WHERE space_id = ? ORDER BY id DESC LIMIT 1",
            [self._space_id(space)],
        )
        return int(rows[0][0]) if rows else 0

    def embedding_count(self, space: Space) -> int:
        """How many vectors there are, those of missing photos included."""
        sql = "SELECT COUNT(*) FROM embeddings WHERE space_id = ?"
        return int(self._rows(sql, [self._space_id(space)])[0][0])

    def some_embeddings(self, space: Space, most: int) -> NDArray[np.float16]:
        """All vectors (n, d), or `most` of them spread over the whole library; damaged ones out."""
        rows = self._rows(
            "SELECT id FROM embeddings WHERE space_id = ? ORDER BY id", [self._space_id(space)]
        )
        ids = [row[0] for row in rows]
        chosen = [ids[at * len(ids) // most] for at in range(most)] if len(ids) > most else ids
        found = np.empty((len(chosen), space.dimensions), np.float16)
        count = 0
        for some in _batches(chosen):
            sql = f"SELECT vector, checksum FROM embeddings WHERE id IN ({_marks(some)})"
            for blob, checksum in self._rows(sql, some):
                if _is_sound(blob, checksum, space):
                    found[count] = _vector(blob)
                    count += 1
        return found[:count]

    def embeddings(
        self, space: Space, *, after: int = 0
    ) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float16]]]:
        """Ids (n,), ascending and above `after`, and vectors (n, d); some thousand at a time.

        Damaged vectors are left out: `forget_damaged` makes the next import renew them.
        """
        for rows in self._embedding_rows(space, after):
            sound = [row for row in rows if _is_sound(row[1], row[2], space)]
            if sound:
                ids = np.array([row[0] for row in sound], np.int64)
                yield ids, np.stack([_vector(row[1]) for row in sound])

    def forget_damaged(self, space: Space) -> int:
        """Drop vectors that no longer match their checksum; returns how many."""
        damaged = [
            (row[0],)
            for rows in self._embedding_rows(space)
            for row in rows
            if not _is_sound(row[1], row[2], space)
        ]
        with self._database.transaction() as connection:
            connection.executemany("DELETE FROM embeddings WHERE id = ?", damaged)
        return len(damaged)

    def _embedding_rows(self, space: Space, after: int = 0) -> Iterator[list[Any]]:
        """Pages of (id, vector, checksum), by ascending id above `after`."""
        while rows := self._rows(
            "SELECT id, vector, checksum FROM embeddings WHERE space_id = ? AND id > ? "
            "ORDER BY id LIMIT ?",
            [self._space_id(space), after, _ROWS_AT_ONCE],
        ):
            after = rows[-1][0]
            yield rows

    def photos_with_embeddings(self, ids: Sequence[int]) -> dict[int, list[Photo]]:
        """For each embedding, the ready photos that have it."""
        found: dict[int, list[Photo]] = {}
        for some in _batches(ids):
            sql = (
                f"SELECT embeddings.id, {_PHOTO_COLUMNS} FROM embeddings "
                "JOIN photos USING (content_hash) "
                f"WHERE embeddings.id IN ({_marks(some)}) AND state = 'ready' ORDER BY photos.id"
            )
            for id_, photo in self._values(lambda row: (row[0], _photo(row[1:])), sql, some):
                found.setdefault(id_, []).append(photo)
        return found

    def embedding_ids_under(self, space: Space, folder: Path) -> NDArray[np.int64]:
        """The embeddings of the ready photos of a folder, ascending (n,)."""
        # CROSS and + make the folder's range of paths come first, before the many that are ready.
        sql = (
            "SELECT DISTINCT embeddings.id FROM photos CROSS JOIN embeddings USING (content_hash) "
            f"WHERE {_UNDER} AND +state = 'ready' AND space_id = :space ORDER BY 1"
        )
        rows = self._rows(sql, _under(folder) | {"space": self._space_id(space)})
        return np.array([row[0] for row in rows], np.int64)

    def _space_id(self, space: Space) -> int:
        """0 for a space that holds nothing yet."""
        if space.key not in self._space_ids:
            rows = self._rows("SELECT id FROM spaces WHERE key = ?", [space.key])
            if not rows:
                return 0
            self._space_ids[space.key] = rows[0][0]
        return self._space_ids[space.key]

    def _rows(self, sql: str, parameters: Parameters = ()) -> list[Any]:
        return self._database.rows(sql, parameters)

    def _values(
        self, understand: Callable[[Any], Value], sql: str, parameters: Parameters = ()
    ) -> list[Value]:
        return self._database.values(understand, sql, parameters)


def _create(file: Path) -> None:
    # Under another name until it is whole: a crash must not leave an empty catalog behind.
    fresh = file.with_name(file.name + ".new")
    try:
        # What an earlier catalog of this name left: SQLite would replay it into the new one.
        for left in (fresh, file.with_name(file.name + "-wal"), file.with_name(file.name + "-shm")):
            left.unlink(missing_ok=True)
        with contextlib.closing(sqlite3.connect(fresh, isolation_level=None)) as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            upgrade(connection)
        os.replace(fresh, file)  # noqa: PTH105 - the word the reader looks for
        sync_folder(file.parent)
    except (OSError, sqlite3.Error) as error:
        raise LibraryUnusable(
            f"No library can be made in {file.parent} ({error}).",
            "Check that the folder can be written and its disk has space.",
        ) from error


def _configure(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    # What is committed survives a power cut too; an import commits twice a second.
    connection.execute("PRAGMA synchronous = FULL")


def _check_schema(database: Database) -> None:
    with database.told():
        if database.rows("PRAGMA application_id")[0][0] != APPLICATION_ID:
            raise LibraryUnusable(
                f"{database.file} is not a catalog of this program.",
                "Choose another folder for the library.",
            )
        version = database.rows("PRAGMA user_version")[0][0]
        if version > len(UPGRADES):
            raise LibraryUnusable(
                f"The library {database.file.parent} was made by a newer version of Lookalike.",
                "Update Lookalike, or use another library.",
            )
        if version < len(UPGRADES):
            _upgrade_with_backup(database)
        if database.is_writable:
            database.rows("PRAGMA journal_mode = WAL")


def _upgrade_with_backup(database: Database) -> None:
    with contextlib.closing(sqlite3.connect(database.file, isolation_level=None)) as connection:
        version = schema_version(connection)
        kept = database.file.with_name(f"{database.file.name}.version-{version}")
        with contextlib.closing(sqlite3.connect(kept)) as backup:
            connection.backup(backup)
        upgrade(connection)


# A folder's photos are those whose path begins with it and a separator: a range of the path's
# own index, where LIKE would have to look at every row.
_UNDER = "path >= :first AND path < :behind"


def _under(folder: Path) -> dict[str, Any]:
    first = os.fsencode(folder).rstrip(os.fsencode(os.sep)) + os.fsencode(os.sep)
    return {"first": first, "behind": first[:-1] + bytes([first[-1] + 1])}


def _path(stored: bytes) -> Path:
    return Path(os.fsdecode(stored))


def _batches(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (values[at : at + _ROWS_AT_ONCE] for at in range(0, len(values), _ROWS_AT_ONCE))


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _photo(row: Sequence[Any]) -> Photo:
    id_, path, size_bytes, mtime_ns, state, content_hash, width, height, orientation = row[:9]
    format_, taken_at, reason, is_lasting = row[9:]
    facts = None
    if width is not None:
        taken = datetime.fromisoformat(taken_at) if taken_at else None
        facts = PhotoFacts(width, height, orientation, format_, taken)
    file = PhotoFile(_path(path), size_bytes, mtime_ns)
    return Photo(
        PhotoId(id_), file, PhotoState(state), content_hash, facts, reason, bool(is_lasting)
    )


def _is_sound(blob: bytes, checksum: int, space: Space) -> bool:
    return len(blob) == 2 * space.dimensions and zlib.crc32(blob) == checksum


def _vector(blob: bytes) -> NDArray[np.float16]:
    return np.frombuffer(blob, "<f2").astype(np.float16)
