"""What a file action is about to do, written down before each step, so that a program that was
killed in the middle can tell what it did."""

import contextlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import filelock

from lookalike.errors import LibraryUnusable

_NAME = "actions.journal"
_LOCK = "actions.lock"

Line = dict[str, Any]


class FileJournal:
    """Lines of JSON about one action; the next one takes its place.

    A line is with the system when `write` returns, and so outlives this process. That it may not
    outlive a power cut is no harm: no file is lost, only the offer to take the action back.
    """

    def __init__(self, file: Path) -> None:
        self._file = file.open("w", encoding="utf-8")

    def write(self, line: Line) -> None:
        self._file.write(json.dumps(line) + "\n")
        self._file.flush()

    def close(self) -> None:
        self._file.close()


@contextlib.contextmanager
def open_journal(library_folder: Path, head: Line) -> Iterator[FileJournal]:
    """For one action, by one program at a time; it is over where the block is left in any way
    but by the end of the process.

    Raises:
        LibraryUnusable: another program is at the files of this library, or it cannot be written.
    """
    try:
        with _lock(library_folder), contextlib.closing(_begun(library_folder)) as journal:
            journal.write(head)
            try:
                yield journal
            finally:
                with contextlib.suppress(OSError):
                    journal.write({"over": True})
    except filelock.Timeout as error:
        raise LibraryUnusable(
            "Another program is working on files of this library.", "Try again when it is done."
        ) from error


@contextlib.contextmanager
def interrupted_journal(library_folder: Path) -> Iterator[list[Line]]:
    """The lines of an action that never came to its end; none where there is no such action.

    It is over when the block is left.
    """
    file = library_folder / _NAME
    if not file.exists() or not os.access(library_folder, os.W_OK):
        yield []
        return
    with contextlib.ExitStack() as held:
        try:
            held.enter_context(_lock(library_folder))
        except filelock.Timeout:  # it is under way
            yield []
            return
        lines = _read(file)
        if not lines or "over" in lines[-1]:
            yield []
            return
        yield lines
        with file.open("a", encoding="utf-8") as journal:
            journal.write("\n" + json.dumps({"over": True}) + "\n")


def _lock(library_folder: Path) -> filelock.BaseFileLock:
    return filelock.FileLock(library_folder / _LOCK, timeout=0)


def _begun(library_folder: Path) -> FileJournal:
    try:
        return FileJournal(library_folder / _NAME)
    except OSError as error:
        raise LibraryUnusable(
            f"The library {library_folder} cannot be written ({error.strerror}).",
            "Check the permissions and the free space of its folder.",
        ) from error


def _read(file: Path) -> list[Line]:
    lines = []
    for text in file.read_text("utf-8", "replace").splitlines():
        with contextlib.suppress(ValueError):  # the last one may be cut off
            line = json.loads(text)
            if isinstance(line, dict):
                lines.append(line)
    return lines
