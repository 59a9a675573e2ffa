"""What we know about photos. What it has committed survives `kill -9`."""

import contextlib
import json
import os
import sqlite3
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from lookalike.catalog.database import RESTORE_HINT, Database, Parameters, Value
from lookalike.catalog.guesses import GuessTable
from lookalike.catalog.labels import LabelTable
from lookalike.catalog.saved import SavedTable
from lookalike.catalog.schema import APPLICATION_ID, UPGRADES, schema_version, upgrade
from lookalike.catalog.selecting import Selecting
from lookalike.errors import LibraryUnusable
from lookalike.paths import sync_folder
from lookalike.photos import (
    ContentHash,
    Folder,
    Photo,
    PhotoFacts,
    PhotoFile,
    PhotoId,
    PhotoState,
    Space,
)

# NumPy takes longer to import than many a rescan takes in all, so it waits for the first vector.
if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_PHOTO_COLUMNS = """photos.id, path, size_bytes, mtime_ns, state, photos.content_hash,
    width, height, orientation, format, taken_at, camera, reason, is_lasting"""
_ROWS_AT_ONCE = 2_000  # well below SQLite's limit of variables in one statement
# Half a megabyte: read and unpacked in 3 ms, of which other threads can run for most.
_VECTORS_AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class Counts:
    """How many photos are in which state."""

    ready: int = 0
    unreadable: int = 0
    missing: int = 0


# A `KnownFile` as a plain tuple: a hundred thousand of them go by in a moment.
Known = tuple[bytes, PhotoId, int, int, str, int, int, int]


class KnownFile(NamedTuple):
    """What an import has to know of a file.

    Args:
        path: as `os.fsencode` writes it.
        has_content: whether it could be read once.
        is_embedded: whether its content has a vector in the space that was asked for.
    """

    path: bytes
    id: PhotoId
    size_bytes: int
    mtime_ns: int
    state: str
    is_lasting: int
    has_content: int
    is_embedded: int


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
        self.guesses = GuessTable(database)
        self.labels = LabelTable(database)
        self.saved = SavedTable(database)
        self.selecting = Selecting(database)

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

    def check_it_is_there(self) -> None:
        """Raise `LibraryUnusable` where it was deleted, or replaced by another."""
        self._database.check_it_is_there()

    @property
    def identity(self) -> str:
        """16 hexadecimal digits that no other catalog has."""
        return str(self._rows("SELECT value FROM identity")[0][0])

    def version(self) -> int:
        """Another number than before when anybody has changed the catalog; costs microseconds."""
        return self._database.version()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """What is written inside is committed together, or not at all."""
        with self._database.transaction():
            yield

    # --- folders ------------------------------------------------------------------------------

    def folders(self) -> list[Folder]:
        """The folders that were brought in, in the order they came."""
        return self._values(
            lambda row: Folder(_path(row[0]), tuple(json.loads(row[1])), row[2], row[3]),
            "SELECT path, exclude, scanned_ns, device FROM folders ORDER BY id",
        )

    def folder_of(self, path: Path) -> Folder | None:
        """The folder that `path` is, or is inside of."""
        return next((known for known in self.folders() if path.is_relative_to(known.path)), None)

    def add_folder(self, path: Path, device: str = "") -> None:
        """Remember a folder and its disk; those inside it are part of it, with their patterns."""
        if self.folder_of(path):
            return
        with self._database.transaction() as connection:
            inner = [known for known in self.folders() if known.path.is_relative_to(path)]
            for known in inner:
                connection.execute("DELETE FROM folders WHERE path = ?", [os.fsencode(known.path)])
            patterns = [seen for known in inner for seen in known.exclude_seen_from(path)]
            connection.execute(
                "INSERT INTO folders (path, device, exclude) VALUES (?, ?, ?)",
                [os.fsencode(path), device, json.dumps(patterns)],
            )

    def set_exclude(self, path: Path, patterns: Sequence[str]) -> None:
        """Leave out other files of a folder from its next scan on."""
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE folders SET exclude = ?, scanned_ns = 0 WHERE path = ?",
                [json.dumps(list(patterns)), os.fsencode(path)],
            )

    def set_scanned(self, folder: Folder, scanned_ns: int) -> None:
        """A folder was looked through as a whole, as it was then: not with other patterns."""
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE folders SET scanned_ns = ?, device = ? WHERE path = ? AND scanned_ns = ?",
                [scanned_ns, folder.device, os.fsencode(folder.path), folder.scanned_ns],
            )

    def remove_folder(self, path: Path) -> None:
        """Forget a folder and its photos; the files themselves are not touched."""
        with self._database.transaction() as connection:
            connection.execute(f"DELETE FROM photos WHERE {_UNDER}", _under(path))
            connection.execute("DELETE FROM folders WHERE path = ?", [os.fsencode(path)])

    # --- photos -------------------------------------------------------------------------------

    def counts(self) -> Counts:
        """How many photos are ready, unreadable and missing."""
        counted = self._values(
            lambda row: (PhotoState(row[0]).value, row[1]),
            "SELECT state, COUNT(*) FROM photos GROUP BY state",
        )
        return Counts(**dict(counted))

    def counts_under(self, folder: Path) -> Counts:
        """The same for a folder and the folders inside it."""
        counted = self._values(
            lambda row: (PhotoState(row[0]).value, row[1]),
            f"SELECT state, COUNT(*) FROM photos WHERE {_UNDER} GROUP BY state",
            _under(folder),
        )
        return Counts(**dict(counted))

    def ready_per_folder(self) -> Counter[bytes]:
        """How many ready photos are in each folder itself, by the bytes of its path."""
        rows = self._rows("SELECT path FROM photos WHERE state = 'ready'")
        return Counter(os.path.dirname(row[0]) for row in rows)  # noqa: PTH120 - of bytes

    def lost_count(self, folder: Path | None = None) -> int:
        """How many files are gone, in all or in one folder; not those that a pattern leaves out."""
        sql = "SELECT COUNT(*) FROM photos WHERE state = 'missing' AND reason = ''"
        rows = self._rows(f"{sql} AND {_UNDER}", _under(folder)) if folder else self._rows(sql)
        return int(rows[0][0])

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

    def known_files(self, folder: Path, space: Space) -> Iterator[Known]:
        """The files of a folder and the folders inside it, by ascending bytes of their paths.

        Each as the fields of a `KnownFile`.
        """
        return chain.from_iterable(self._known_pages(folder, space))

    def _known_pages(self, folder: Path, space: Space) -> Iterator[list[Known]]:
        sql = f"""
            SELECT path, id, size_bytes, mtime_ns, state, is_lasting,
                   content_hash IS NOT NULL, content_hash IS NOT NULL AND {self._embedded(space)}
            FROM photos WHERE {_UNDER} ORDER BY path LIMIT :most"""
        parameters = _under(folder) | {"space": self._space_id(space), "most": _ROWS_AT_ONCE}
        while rows := self._rows(sql, parameters):
            yield rows
            # The least path that is above the last one.
            parameters["first"] = rows[-1][0] + b"\0"

    def _embedded(self, space: Space) -> str:
        """The condition that the content of a row of photos has a vector in `:space`.

        To look each up by the order of the paths takes longer than all the rest of a row. By the
        order of the contents, which is that of both indexes, all are compared in no time, and
        after an import hardly any is without one.
        """
        has_vector = """EXISTS (SELECT 1 FROM embeddings WHERE space_id = :space
                                AND embeddings.content_hash = photos.content_hash)"""
        lacking = self._rows(
            f"SELECT id FROM photos WHERE content_hash IS NOT NULL AND NOT {has_vector} "
            "ORDER BY content_hash LIMIT :most",
            {"space": self._space_id(space), "most": _ROWS_AT_ONCE},
        )
        if len(lacking) == _ROWS_AT_ONCE:  # and perhaps more
            return has_vector
        return f"id NOT IN ({', '.join(str(row[0]) for row in lacking)})"

    def photo_at(self, path: Path) -> Photo | None:
        """The photo of this very path, whatever its state."""
        sql = f"SELECT {_PHOTO_COLUMNS} FROM photos WHERE path = ?"
        return next(iter(self._values(_photo, sql, [os.fsencode(path)])), None)

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
            camera=facts.camera,
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
        """The same photo, found at another path.

        A photo that was at that path is displaced: it has none of its own until it is moved too.
        """
        with self._database.transaction() as connection:
            connection.execute(
                "DELETE FROM photos WHERE path = ? AND content_hash IS NULL",
                [os.fsencode(file.path)],
            )
            connection.execute(
                "UPDATE photos SET path = CAST(path || x'00' || id AS BLOB) WHERE path = ?",
                [os.fsencode(file.path)],
            )
            connection.execute(
                "UPDATE photos SET path = ?, size_bytes = ?, mtime_ns = ?, state = 'ready', "
                "reason = '' WHERE id = ?",
                [os.fsencode(file.path), file.size_bytes, file.mtime_ns, photo_id],
            )

    def mark(self, ids: Iterable[PhotoId], state: PhotoState, reason: str = "") -> None:
        """Set the state of photos whose files came or went, and why where a person may wonder."""
        with self._database.transaction() as connection:
            connection.executemany(
                # What is missing and was unreadable has to be read again when it comes back.
                "UPDATE photos SET mtime_ns = iif(state = 'unreadable', -1, mtime_ns), "
                "state = ?, reason = ? WHERE id = ?",
                [(state.value, reason, id_) for id_ in ids],
            )

    def forget(self, ids: Iterable[PhotoId]) -> None:
        """Remove files from the catalog; the files themselves are not touched."""
        with self._database.transaction() as connection:
            connection.executemany("DELETE FROM photos WHERE id = ?", [(id_,) for id_ in ids])

    def restore(self, photos: Iterable[Photo]) -> None:
        """Take back what `forget` did; a file that has come in again meanwhile stays as it is."""
        with self._database.transaction() as connection:
            connection.executemany(
                "INSERT OR IGNORE INTO photos (id, path, size_bytes, mtime_ns, state, "
                "content_hash, width, height, orientation, format, taken_at, camera, reason, "
                f"is_lasting) VALUES ({_marks(range(14))})",
                [_photo_row(photo) for photo in photos],
            )

    def try_again(self, ids: Iterable[PhotoId]) -> None:
        """Let the next import read these unreadable files, whatever is known of them."""
        with self._database.transaction() as connection:
            connection.executemany(
                "UPDATE photos SET is_lasting = 0 WHERE id = ?", [(id_,) for id_ in ids]
            )

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

    def forget_space(self, space: Space) -> None:
        """Drop a space and its vectors, some at a time, so that others can write meanwhile."""
        some = "SELECT id FROM embeddings WHERE space_id = ? LIMIT ?"
        asked, deleted = [self._space_id(space), 5 * _ROWS_AT_ONCE], 1
        while deleted:
            with self._database.transaction() as connection:
                sql = f"DELETE FROM embeddings WHERE id IN ({some})"
                deleted = connection.execute(sql, asked).rowcount
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM spaces WHERE key = ?", [space.key])
        self._space_ids.pop(space.key, None)

    def has_embedding(self, space: Space, content_hash: ContentHash) -> bool:
        """Whether a content has a vector in this space. Nothing is read of the vector itself."""
        rows = self._rows(
            "SELECT 1 FROM embeddings WHERE space_id = ? AND content_hash = ?",
            [self._space_id(space), content_hash],
        )
        return bool(rows)

    def write_embedding(
        self, space: Space, content_hash: ContentHash, vector: "NDArray[np.floating[Any]]"
    ) -> bool:
        """Keep a vector (d,) as float16, unless the content has one: an index holds none twice.

        The space was added with `add_space` before. Returns whether it was kept.
        """
        blob = vector.astype("<f2").tobytes()
        with self._database.transaction() as connection:
            written = connection.execute(
                # Not OR IGNORE, which would use an id up all the same.
                "INSERT INTO embeddings (space_id, content_hash, vector, checksum) "
                "SELECT :space, :content, :vector, :checksum WHERE NOT EXISTS (SELECT 1 "
                "FROM embeddings WHERE space_id = :space AND content_hash = :content)",
                {
                    "space": self._space_id(space),
                    "content": content_hash,
                    "vector": blob,
                    "checksum": zlib.crc32(blob),
                },
            )
            return written.rowcount > 0

    def embedding(self, space: Space, content_hash: ContentHash) -> "NDArray[np.float16] | None":
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

    def some_embeddings(self, space: Space, most: int) -> "Iterator[NDArray[np.float16]]":
        """All vectors (n, d), or `most` of them spread over the whole library; some hundred at a
        time, damaged ones left out."""
        # Of n vectors those at which the whole part of n * most / count steps up.
        sql = (
            "SELECT id FROM (SELECT id, ROW_NUMBER() OVER (ORDER BY id) - 1 AS place "
            "FROM embeddings WHERE space_id = :space) WHERE :count <= :most OR "
            "((place + 1) * :most + :count - 1) / :count > (place * :most + :count - 1) / :count"
        )
        count = self.embedding_count(space)
        chosen = self._rows(sql, {"space": self._space_id(space), "count": count, "most": most})
        for some in _batches([row[0] for row in chosen], _VECTORS_AT_ONCE):
            sql = (
                "SELECT id, vector, checksum FROM embeddings "
                f"WHERE id IN ({_marks(some)}) ORDER BY id"
            )
            _, vectors = _sound(self._rows(sql, some), space)
            yield vectors

    def embeddings(
        self, space: Space, *, after: int = 0
    ) -> "Iterator[tuple[NDArray[np.int64], NDArray[np.float16]]]":
        """Ids (n,), ascending and above `after`, and vectors (n, d); some hundred at a time.

        Damaged vectors are left out: `forget_damaged` makes the next import renew them.
        """
        for rows in self._embedding_rows(space, after):
            ids, vectors = _sound(rows, space)
            if len(ids):
                yield ids, vectors

    def contents_without(self, space: Space) -> Iterator[list[ContentHash]]:
        """The contents of ready photos that have no vector in this space; some at a time."""
        after = b""
        while rows := self._rows(
            f"SELECT DISTINCT content_hash FROM photos WHERE content_hash > :after AND {_LACKING} "
            "ORDER BY content_hash LIMIT :most",
            {"after": after, "space": self._space_id(space), "most": _ROWS_AT_ONCE},
        ):
            yield [ContentHash(row[0]) for row in rows]
            after = rows[-1][0]

    def count_without(self, space: Space) -> int:
        """How many there are of `contents_without`."""
        sql = f"SELECT COUNT(DISTINCT content_hash) FROM photos WHERE {_LACKING}"
        return int(self._rows(sql, {"space": self._space_id(space)})[0][0])

    def embeddings_without_guesses(
        self, space: Space
    ) -> "Iterator[tuple[list[ContentHash], NDArray[np.float16]]]":
        """Contents (n) of which no class was guessed yet, and their vectors (n, d); a thousand
        at a time, damaged ones left out."""
        # Both tables lie in the order of the contents: what is done is passed over in no time.
        sql = """
            SELECT content_hash, vector, checksum FROM embeddings
            WHERE space_id = :space AND content_hash > :after AND NOT EXISTS (
                SELECT 1 FROM guesses WHERE guesses.space_id = :space
                AND guesses.content_hash = embeddings.content_hash)
            ORDER BY content_hash LIMIT :most"""
        asked = {"space": self._space_id(space), "after": b"", "most": 4 * _VECTORS_AT_ONCE}
        while rows := self._rows(sql, asked):
            sound = [row for row in rows if _is_sound(row[1], row[2], space)]
            if sound:
                yield [ContentHash(row[0]) for row in sound], _joined(sound, space)
            asked["after"] = rows[-1][0]

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
            [self._space_id(space), after, _VECTORS_AT_ONCE],
        ):
            after = rows[-1][0]
            yield rows

    def photos_with_embeddings(self, ids: Sequence[int]) -> dict[int, list[Photo]]:
        """For each embedding, the ready photos that have it."""
        found: dict[int, list[Photo]] = {}
        for some in _batches(ids):
            # The plus keeps SQLite from looking through all photos that are ready.
            sql = (
                f"SELECT embeddings.id, {_PHOTO_COLUMNS} FROM embeddings "
                "JOIN photos USING (content_hash) "
                f"WHERE embeddings.id IN ({_marks(some)}) AND +state = 'ready' ORDER BY photos.id"
            )
            for id_, photo in self._values(lambda row: (row[0], _photo(row[1:])), sql, some):
                found.setdefault(id_, []).append(photo)
        return found

    def embedding_ids_of(
        self, space: Space, contents: Sequence[ContentHash]
    ) -> dict[ContentHash, int]:
        """The embedding of each content; those without one are left out."""
        found: dict[ContentHash, int] = {}
        for some in _batches(contents):
            sql = (
                "SELECT content_hash, id FROM embeddings "
                f"WHERE space_id = ? AND content_hash IN ({_marks(some)})"
            )
            found.update(self._rows(sql, [self._space_id(space), *some]))
        return found

    def embedding_ids_under(self, space: Space, folder: Path) -> "NDArray[np.int64]":
        """The embeddings of the ready photos of a folder, ascending (n,)."""
        import numpy as np

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
            # Three vectors of the default network to a page, where 4,096 bytes hold one.
            connection.execute("PRAGMA page_size = 8192")
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            upgrade(connection)
        os.replace(fresh, file)  # noqa: PTH105 - the word the reader looks for
        sync_folder(file.parent)
    except (OSError, sqlite3.Error) as error:
        # What the system says of an OSError quotes a name that means nothing to a person.
        reason = getattr(error, "strerror", None) or error
        raise LibraryUnusable(
            f"No library can be made in {file.parent} ({reason}).",
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


# A condition on photos: ready, and of a content without a vector in `:space`. The plus keeps SQLite
# to the order of the contents, where to look a vector up costs least.
_LACKING = """+state = 'ready' AND content_hash IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM embeddings
    WHERE space_id = :space AND embeddings.content_hash = photos.content_hash)"""


def _path(stored: bytes) -> Path:
    return Path(os.fsdecode(stored))


def _batches(values: Sequence[Any], most: int = _ROWS_AT_ONCE) -> Iterator[Sequence[Any]]:
    return (values[at : at + most] for at in range(0, len(values), most))


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _photo(row: Sequence[Any]) -> Photo:
    id_, path, size_bytes, mtime_ns, state, content_hash, width, height, orientation = row[:9]
    format_, taken_at, camera, reason, is_lasting = row[9:]
    facts = None
    if width is not None:
        taken = datetime.fromisoformat(taken_at) if taken_at else None
        facts = PhotoFacts(width, height, orientation, format_, taken, camera)
    file = PhotoFile(_path(path), size_bytes, mtime_ns)
    return Photo(
        PhotoId(id_), file, PhotoState(state), content_hash, facts, reason, bool(is_lasting)
    )


def _photo_row(photo: Photo) -> list[Any]:
    facts, file = photo.facts, photo.file
    told: list[Any] = [None] * 6
    if facts:
        taken = facts.taken_at.isoformat() if facts.taken_at else None
        told = [facts.width, facts.height, facts.orientation, facts.format, taken, facts.camera]
    known = [photo.id, os.fsencode(file.path), file.size_bytes, file.mtime_ns, photo.state.value]
    return [*known, photo.content_hash, *told, photo.reason, int(photo.is_lasting)]


def _is_sound(blob: bytes, checksum: int, space: Space) -> bool:
    return len(blob) == 2 * space.dimensions and zlib.crc32(blob) == checksum


def _sound(rows: Sequence[Any], space: Space) -> "tuple[NDArray[np.int64], NDArray[np.float16]]":
    """Ids (n,) and vectors (n, d) of those rows (id, vector, checksum) that are not damaged."""
    import numpy as np

    sound = [row for row in rows if _is_sound(row[1], row[2], space)]
    return np.array([row[0] for row in sound], np.int64), _joined(sound, space)


def _joined(rows: Sequence[Any], space: Space) -> "NDArray[np.float16]":
    """The vectors (n, d) of sound rows, which have them in second place."""
    import numpy as np

    joined = np.frombuffer(b"".join([row[1] for row in rows]), "<f2")
    return joined.astype(np.float16).reshape(len(rows), space.dimensions)


def _vector(blob: bytes) -> "NDArray[np.float16]":
    import numpy as np

    return np.frombuffer(blob, "<f2").astype(np.float16)
