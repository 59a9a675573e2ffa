"""The thumbnail cache: encoded pictures by content and size. It may be deleted at any time."""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from lookalike.catalog.database import Database
from lookalike.errors import LibraryUnusable
from lookalike.photos import ContentHash

_CREATE = """
CREATE TABLE IF NOT EXISTS thumbnails (
    content_hash BLOB NOT NULL,
    size_px      INTEGER NOT NULL,
    picture      BLOB NOT NULL,
    PRIMARY KEY (content_hash, size_px)
) STRICT, WITHOUT ROWID;
"""


class ThumbnailCache:
    """A damaged cache is a missed picture, never an error; only a full disk is told.

    Args:
        database: None where there is no place for one (a read-only library): nothing is kept.
    """

    def __init__(self, database: Database | None) -> None:
        self._database = database

    @classmethod
    def open(cls, file: Path) -> "ThumbnailCache":
        """Open the cache, or begin an empty one where there is none or it is damaged."""
        if not file.exists() and not os.access(file.parent, os.W_OK):
            return cls(None)
        try:
            return cls(_opened(file))
        except LibraryUnusable:
            for part in ("", "-wal", "-shm"):
                file.with_name(file.name + part).unlink(missing_ok=True)
            return cls(_opened(file))

    def close(self) -> None:
        if self._database:
            self._database.close()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """What is written inside is committed together."""
        with self._database.transaction() if self._database else contextlib.nullcontext():
            yield

    def read(self, content_hash: ContentHash, size_px: int) -> bytes | None:
        """The encoded picture, or None where it has to be made again."""
        if not self._database:
            return None
        with contextlib.suppress(LibraryUnusable):
            rows = self._database.rows(
                "SELECT picture FROM thumbnails WHERE content_hash = ? AND size_px = ?",
                [content_hash, size_px],
            )
            return rows[0][0] if rows else None
        return None

    def write(self, content_hash: ContentHash, size_px: int, picture: bytes) -> None:
        """Keep a picture.

        Raises:
            LibraryUnusable: the disk is full.
        """
        if not self._database or not self._database.is_writable:
            return
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO thumbnails VALUES (?, ?, ?)",
                [content_hash, size_px, picture],
            )


def _opened(file: Path) -> Database:
    if not file.exists():
        file.touch()
    database = Database(file, _configure)
    try:
        if database.is_writable:
            database.rows("PRAGMA journal_mode = WAL")
            with database.transaction() as connection:
                connection.execute(_CREATE)
        else:
            database.rows("SELECT COUNT(*) FROM sqlite_schema")
    except BaseException:
        database.close()
        raise
    return database


def _configure(connection: sqlite3.Connection) -> None:
    # A cache: losing its last seconds in a power cut costs nothing.
    connection.execute("PRAGMA synchronous = OFF")
