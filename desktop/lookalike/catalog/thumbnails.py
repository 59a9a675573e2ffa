"""The thumbnail cache: encoded pictures by content and size. It may be deleted at any time."""

import contextlib
import os
import sqlite3
import threading
from collections.abc import Mapping
from pathlib import Path

from lookalike.catalog.database import Database, DatabaseDamaged
from lookalike.errors import LibraryUnusable
from lookalike.photos import ContentHash

_CREATE = """
CREATE TABLE IF NOT EXISTS thumbnails (
    content_hash BLOB NOT NULL,
    size_px      INTEGER NOT NULL,
    picture      BLOB NOT NULL,
    PRIMARY KEY (content_hash, size_px)
) STRICT;
"""


class ThumbnailCache:
    """Whatever is wrong with the cache, it costs pictures that are made again, and no error.

    Args:
        file: begun anew where it is damaged; without a cache where there is no place for one.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._changing = threading.Lock()
        self._database = _opened(file)

    def close(self) -> None:
        if self._database:
            self._database.close()

    def read(self, content_hash: ContentHash, size_px: int) -> bytes | None:
        """The encoded picture, or None where it has to be made again."""
        database = self._database
        if not database:
            return None
        try:
            rows = database.rows(
                "SELECT picture FROM thumbnails WHERE content_hash = ? AND size_px = ?",
                [content_hash, size_px],
            )
        except LibraryUnusable as error:
            self._begin_anew_if_damaged(error, database)
            return None
        return rows[0][0] if rows and isinstance(rows[0][0], bytes) else None

    def write(self, pictures: Mapping[ContentHash, bytes], size_px: int) -> None:
        """Keep encoded pictures, where that is possible."""
        database = self._database
        if not database or not database.is_writable or not pictures:
            return
        rows = [(content_hash, size_px, picture) for content_hash, picture in pictures.items()]
        try:
            with database.transaction() as connection:
                connection.executemany("INSERT OR REPLACE INTO thumbnails VALUES (?, ?, ?)", rows)
        except LibraryUnusable as error:
            self._begin_anew_if_damaged(error, database)

    def _begin_anew_if_damaged(self, error: LibraryUnusable, database: Database) -> None:
        if not isinstance(error, DatabaseDamaged):
            return
        with self._changing:
            if self._database is database:  # no other thread has done it meanwhile
                database.close()
                self._database = _begun_anew(self._file)


def _opened(file: Path) -> Database | None:
    if not file.exists() and not os.access(file.parent, os.W_OK):
        return None
    try:
        return _database(file)
    except DatabaseDamaged:
        return _begun_anew(file)
    except (LibraryUnusable, OSError):
        return None


def _begun_anew(file: Path) -> Database | None:
    with contextlib.suppress(LibraryUnusable, OSError):
        for part in ("", "-wal", "-shm"):
            file.with_name(file.name + part).unlink(missing_ok=True)
        return _database(file)
    return None


def _database(file: Path) -> Database:
    if not file.exists():
        file.touch()
    database = Database(file, _configure)
    try:
        if database.is_writable and not database.rows("SELECT 1 FROM sqlite_schema LIMIT 1"):
            database.rows("PRAGMA journal_mode = WAL")
            with database.transaction() as connection:
                connection.execute(_CREATE)
        database.rows("SELECT 1 FROM thumbnails LIMIT 1")
    except BaseException:
        database.close()
        raise
    return database


def _configure(connection: sqlite3.Connection) -> None:
    # A picture then takes two pages: a quarter of the time for writing it. Heeded by a new file.
    connection.execute("PRAGMA page_size = 16384")
    # A cache: losing its last seconds in a power cut costs nothing.
    connection.execute("PRAGMA synchronous = OFF")
