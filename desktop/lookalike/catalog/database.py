"""One SQLite file with a connection per thread, whose faults are sentences for people."""

import contextlib
import os
import sqlite3
import threading
import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from lookalike.errors import LibraryUnusable

BUSY_TIMEOUT_S = 15.0

RESTORE_HINT = (
    "Restore it from a backup, without the -wal and -shm files beside it; "
    "or delete it and import your folders again."
)

Value = TypeVar("Value")
Parameters = Sequence[Any] | Mapping[str, Any]


class DatabaseDamaged(LibraryUnusable):
    """The file is there, and not what was written."""


class Database:
    """Every thread reads through its own connection; one `transaction` writes at a time.

    Args:
        file: an existing database. Where it cannot be written it is opened for reading only.
        prepare: run on each new connection (pragmas).
    """

    def __init__(
        self, file: Path, prepare: Callable[[sqlite3.Connection], None] = lambda _: None
    ) -> None:
        self.file = file
        self.is_writable = os.access(file, os.W_OK) and os.access(file.parent, os.W_OK)
        self._prepare = prepare
        self._identity = _identity(file)
        self._mine = threading.local()
        self._all: weakref.WeakSet[_Held] = weakref.WeakSet()
        self._lock = threading.Lock()
        self._watcher: _Held | None = None
        self._watching = threading.Lock()

    def rows(self, sql: str, parameters: Parameters = ()) -> list[Any]:
        """The answer to one query.

        Raises:
            LibraryUnusable: the database is damaged, locked or gone.
        """
        with self.told():
            held = self._held_here()
            with held.in_use:
                return held.connection.execute(sql, parameters).fetchall()

    def values(
        self, understand: Callable[[Any], Value], sql: str, parameters: Parameters = ()
    ) -> list[Value]:
        """The answer to one query, each row turned into a value.

        Raises:
            DatabaseDamaged: a row holds what was never written.
            LibraryUnusable: as `rows`.
        """
        rows = self.rows(sql, parameters)
        try:
            return [understand(row) for row in rows]
        except (ValueError, TypeError, KeyError) as error:
            raise self._damaged() from error

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All of the block or none of it. Inside another block of this thread, part of that one.

        Raises:
            LibraryUnusable: the database is read-only, full, damaged, locked or gone.
        """
        if not self.is_writable:
            raise LibraryUnusable(
                f"The library {self.file.parent} is read-only.",
                "Make its folder writable, or use another library.",
            )
        with self.told():
            held = self._held_here()
            connection = held.connection
            if connection.in_transaction:
                yield connection
                return
            self.check_it_is_there()
            with held.in_use:
                connection.execute("BEGIN IMMEDIATE")
                try:
                    yield connection
                    connection.commit()
                except BaseException:
                    connection.rollback()
                    raise

    def version(self) -> int:
        """Another number than before when any connection, of any program, has committed.

        Raises:
            LibraryUnusable: as `rows`.
        """
        # One connection for all threads, and for nothing else: SQLite counts what others did.
        with self.told(), self._watching:
            if self._watcher is None:
                self._watcher = self._connect()
            rows = self._watcher.connection.execute("PRAGMA data_version").fetchall()
        return int(rows[0][0])

    def check_it_is_there(self) -> None:
        """Raise `LibraryUnusable` where the file was deleted, or replaced by another."""
        # Unix lets SQLite go on writing to what nobody can open again.
        if _identity(self.file) != self._identity:
            raise library_gone(self.file.parent)

    def close(self) -> None:
        """End every thread's connection, and with it what a thread is still asking."""
        with self._lock:
            for held in list(self._all):
                held.close()
            self._mine = threading.local()
            self._watcher = None

    def _held_here(self) -> "_Held":
        """This thread's connection."""
        known: _Held | None = getattr(self._mine, "held", None)
        if known is None:
            known = self._mine.held = self._connect()
        return known

    def _connect(self) -> "_Held":
        connection = sqlite3.connect(
            self._address(),
            uri=True,
            timeout=BUSY_TIMEOUT_S,
            isolation_level=None,
            check_same_thread=False,  # so that `close` may end them all
        )
        held = _Held(connection)
        with self._lock:
            self._all.add(held)
        self._prepare(connection)
        return held

    def _address(self) -> str:
        # as_uri escapes `?` and `#`, which SQLite would read as options.
        address = self.file.absolute().as_uri()
        if self.is_writable:
            return f"{address}?mode=rw"
        # A WAL database in a folder that cannot be written opens only as one that never changes.
        left_over = self.file.with_name(self.file.name + "-wal").exists()
        return f"{address}?mode=ro" if left_over else f"{address}?mode=ro&immutable=1"

    @contextlib.contextmanager
    def told(self) -> Iterator[None]:
        """Turn SQLite's faults into sentences."""
        try:
            yield
        except sqlite3.Error as error:
            raise self._sentence(error) from error
        except UnicodeDecodeError as error:  # of a message that quotes damaged bytes
            raise self._damaged() from error

    def _damaged(self) -> DatabaseDamaged:
        return DatabaseDamaged(f"{self.file} is damaged or not a catalog.", RESTORE_HINT)

    def _sentence(self, error: sqlite3.Error) -> LibraryUnusable:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        where = self.file.parent
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            return LibraryUnusable(
                f"The library {where} is in use by another program.", "Try again when it is done."
            )
        if code == sqlite3.SQLITE_FULL:
            return LibraryUnusable(
                f"The disk that holds the library {where} is full.",
                "Free some space and start again: nothing that was finished is lost.",
            )
        if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) or _misses_a_table(error):
            return self._damaged()
        if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY):
            return LibraryUnusable(
                f"The library {where} cannot be reached any more ({error}).",
                "Check that its folder is there and can be written.",
            )
        return LibraryUnusable(f"The library {where} cannot be used: {error}.")


def library_gone(folder: Path) -> LibraryUnusable:
    """The error where a library was there a moment ago."""
    return LibraryUnusable(
        f"The library {folder} is not there any more.",
        "Bring its folder back, or import your photos into another library.",
    )


def _identity(file: Path) -> tuple[int, int] | None:
    try:
        known = file.stat()
    except OSError:
        return None
    return known.st_dev, known.st_ino


class _Held:
    """Closes a thread's connection when the thread ends, and its storage with it.

    Args:
        in_use: held while the connection works: to close it then would crash the process.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.in_use = threading.RLock()

    def close(self) -> None:
        """From any thread: a query that is running is broken off."""
        if not self.in_use.acquire(blocking=False):
            # Not otherwise: SQLite would break off the tidying of its log as well.
            self.connection.interrupt()
            self.in_use.acquire()
        try:
            self.connection.close()
        finally:
            self.in_use.release()

    def __del__(self) -> None:
        self.connection.close()


def _misses_a_table(error: sqlite3.Error) -> bool:
    return any(word in str(error) for word in ("malformed", "no such table", "no such column"))
