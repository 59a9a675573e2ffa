"""Keeps the list of files to read on disk, so that it may be as long as it likes."""

import os
import struct
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from lookalike.errors import LibraryUnusable
from lookalike.library.intake.walking import FoundFile
from lookalike.photos import PhotoFile

PREFIX = "import.spool-"
_ENTRY = struct.Struct("<QqI")  # size, mtime, and the length of the path that follows


class Spool:
    """A first-in, first-out list of files; `count` and `total_bytes` are those of all of them.

    Args:
        folder: a temporary file is made in it, which is gone with this object.
    """

    def __init__(self, folder: Path) -> None:
        self.count = 0
        self.total_bytes = 0
        try:
            self._file = tempfile.TemporaryFile(dir=folder, prefix=PREFIX)  # noqa: SIM115
        except OSError as error:
            raise _no_room(folder, error) from error
        self._folder = folder

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def add(self, found: FoundFile) -> None:
        """Append a file.

        Raises:
            LibraryUnusable: the disk is full.
        """
        entry = _ENTRY.pack(found.size_bytes, found.mtime_ns, len(found.path)) + found.path
        try:
            self._file.write(entry)
        except OSError as error:
            raise _no_room(self._folder, error) from error
        self.count += 1
        self.total_bytes += found.size_bytes

    def files(self) -> Iterator[PhotoFile]:
        """All that was added, from the first on."""
        try:
            self._file.seek(0)
        except OSError as error:  # what was buffered is written now
            raise _no_room(self._folder, error) from error
        while entry := self._file.read(_ENTRY.size):
            size_bytes, mtime_ns, length = _ENTRY.unpack(entry)
            yield PhotoFile(Path(os.fsdecode(self._file.read(length))), size_bytes, mtime_ns)


def _no_room(folder: Path, error: OSError) -> LibraryUnusable:
    return LibraryUnusable(
        f"Nothing can be written in {folder} ({error.strerror}).",
        "Free some space and start again: nothing that was finished is lost.",
    )
