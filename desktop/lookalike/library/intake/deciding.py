"""Decides, from what the walk found and what the catalog knows, what has to be done."""

from collections.abc import Iterable, Iterator
from enum import Enum, auto
from typing import NamedTuple

from lookalike.catalog.catalog import Known, KnownFile
from lookalike.library.intake.walking import Found, FoundFile
from lookalike.photos import PhotoState


class Decision(Enum):
    """What becomes of a file that is not simply unchanged."""

    READ = auto()  # new, changed, or not yet in this network's space
    BACK = auto()  # unchanged, and was missing
    FAILED = auto()  # unchanged, and could not be read
    IGNORED = auto()  # no photo, as an earlier scan has found
    GONE = auto()  # known, and not found


class Decided(NamedTuple):
    """`found` is None for what is gone, `known` for what is new."""

    decision: Decision
    found: FoundFile | None
    known: KnownFile | None


class Decisions:
    """Iterate for what has to be done, in the order of the paths; when that ends, all that is
    `unchanged` is counted.

    Both sides come by ascending bytes of their paths, so that neither has to be held in memory.
    """

    def __init__(self, found: Iterable[Found], known: Iterable[Known]) -> None:
        self._found = found
        self._known = known
        self.unchanged = 0

    def __iter__(self) -> Iterator[Decided]:
        rows = iter(self._known)
        row = next(rows, None)
        ready = PhotoState.READY.value
        for file in self._found:
            path, size_bytes, mtime_ns, is_doubtful = file
            while row is not None and row[0] < path:
                yield Decided(Decision.GONE, None, KnownFile._make(row))
                row = next(rows, None)
            if row is None or row[0] != path:
                new = Decision.IGNORED if is_doubtful else Decision.READ
                yield Decided(new, FoundFile._make(file), None)
                continue
            _, _, known_bytes, known_ns, state, _, _, is_embedded = row
            # Spelled out, because after the first import this is what all but a few files are,
            # and a hundred thousand of them have to go by in a moment.
            if (
                size_bytes == known_bytes
                and mtime_ns == known_ns
                and state == ready
                and is_embedded
            ):
                self.unchanged += 1
            else:
                yield _decided(FoundFile._make(file), KnownFile._make(row))
            row = next(rows, None)
        while row is not None:
            yield Decided(Decision.GONE, None, KnownFile._make(row))
            row = next(rows, None)


def _decided(file: FoundFile, row: KnownFile) -> Decided:
    """Of a file that is known, and not both as it was and in the library."""
    return Decided(_decision(file, row), file, row)


def _decision(file: FoundFile, row: KnownFile) -> Decision:
    if row.size_bytes != file.size_bytes or row.mtime_ns != file.mtime_ns:
        return Decision.READ
    if row.state == PhotoState.UNREADABLE and row.is_lasting:
        return Decision.FAILED
    if row.state == PhotoState.MISSING and row.is_embedded:
        return Decision.BACK
    return Decision.READ
