"""Decides, from what the walk found and what the catalog knows, what has to be done."""

from collections.abc import Iterable, Iterator
from enum import Enum, auto
from typing import NamedTuple

from lookalike.catalog.catalog import KnownFile
from lookalike.library.walking import FoundFile
from lookalike.photos import PhotoState


class Decision(Enum):
    """What becomes of a file."""

    READ = auto()  # new, changed, or not yet in this network's space
    UNCHANGED = auto()
    BACK = auto()  # unchanged, and was missing
    FAILED = auto()  # unchanged, and could not be read
    IGNORED = auto()  # no photo, as an earlier scan has found
    GONE = auto()  # known, and not found


class Decided(NamedTuple):
    """`found` is None for what is gone, `known` for what is new."""

    decision: Decision
    found: FoundFile | None
    known: KnownFile | None


def decide(found: Iterable[FoundFile], known: Iterable[KnownFile]) -> Iterator[Decided]:
    """One decision for each file of either side, in the order of the paths.

    Both sides come by ascending bytes of their paths, so that neither has to be held in memory.
    """
    rows = iter(known)
    row = next(rows, None)
    for file in found:
        while row is not None and row.path < file.path:
            yield Decided(Decision.GONE, None, row)
            row = next(rows, None)
        if row is not None and row.path == file.path:
            yield Decided(_decide(file, row), file, row)
            row = next(rows, None)
        else:
            new = Decision.IGNORED if file.is_doubtful else Decision.READ
            yield Decided(new, file, None)
    while row is not None:
        yield Decided(Decision.GONE, None, row)
        row = next(rows, None)


def _decide(file: FoundFile, row: KnownFile) -> Decision:
    if row.size_bytes != file.size_bytes or row.mtime_ns != file.mtime_ns:
        return Decision.READ
    if row.state == PhotoState.READY and row.is_embedded:
        return Decision.UNCHANGED
    if row.state == PhotoState.UNREADABLE and row.is_lasting:
        return Decision.FAILED
    if row.state == PhotoState.MISSING and row.is_embedded:
        return Decision.BACK
    return Decision.READ
