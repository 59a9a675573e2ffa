"""Problems as the rows of a table: chosen, sorted and counted off the GUI thread, then shown."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from operator import is_
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal

from lookalike.gui.library_words import said_as_sentence
from lookalike.gui.panels.row_list import RowList
from lookalike.library.problems import Problem, ProblemKind


class Column(IntEnum):
    """What is told about each problem."""

    NAME = 0
    REASON = 1
    FOLDER = 2


class ProblemLine(NamedTuple):
    """A problem in words; `sought` is what a search looks through."""

    problem: Problem
    name: str
    reason: str
    folder: str
    sought: str


@dataclass(frozen=True, slots=True)
class ProblemWish:
    """Which problems a person wants to see, and in which order.

    Args:
        kind: None for all.
    """

    kind: ProblemKind | None = None
    text: str = ""
    column: Column = Column.FOLDER
    is_descending: bool = False


@dataclass(frozen=True, slots=True)
class ProblemListing:
    """What is shown: the lines in their order, and how many there are of each kind in all."""

    lines: Sequence[ProblemLine] = ()
    unreadable: int = 0
    missing: int = 0

    @property
    def total(self) -> int:
        return self.unreadable + self.missing


def lines_of(problems: Iterable[Problem]) -> list[ProblemLine]:
    """Each problem in words, to be worked out once."""
    lines = []
    for problem in problems:
        # os.path, because pathlib takes a second for 50,000 of them.
        folder, name = os.path.split(problem.path)
        reason = said_as_sentence(problem.reason)
        sought = f"{name}\n{reason}\n{folder}".casefold()
        lines.append(ProblemLine(problem, name, reason, folder, sought))
    return lines


def renewed(fresh: Sequence[ProblemLine], known: Sequence[ProblemLine]) -> Sequence[ProblemLine]:
    """`fresh`, with the very lines of `known` where they are equal.

    Many lines that are the same objects are compared in no time, many that are only equal are not.
    """
    by_id = {line.problem.photo.id: line for line in known}
    kept = []
    for line in fresh:
        before = by_id.get(line.problem.photo.id)
        kept.append(before if before == line else line)
    is_same = len(kept) == len(known) and all(map(is_, kept, known))
    return known if is_same else kept


def arranged(lines: Sequence[ProblemLine], wish: ProblemWish) -> ProblemListing:
    """The lines that are wished for, in the order that is wished for."""
    missing = sum(line.problem.kind is ProblemKind.MISSING for line in lines)
    text = wish.text.casefold().strip()
    chosen = [
        line
        for line in lines
        if (wish.kind is None or line.problem.kind is wish.kind) and text in line.sought
    ]
    chosen.sort(key=_KEYS[wish.column], reverse=wish.is_descending)
    return ProblemListing(chosen, len(lines) - missing, missing)


_KEYS = {
    Column.NAME: lambda line: (line.name.casefold(), line.folder),
    Column.REASON: lambda line: (line.reason, line.folder, line.name),
    Column.FOLDER: lambda line: (line.folder.casefold(), line.name.casefold()),
}


class ProblemList(RowList[ProblemLine]):
    """A click on a heading is a wish, which somebody else fulfils."""

    order_wanted = Signal(object, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent=parent)
        self.headings = (self.tr("Name"), self.tr("Reason"), self.tr("Folder"))

    def text(self, row: ProblemLine, column: int) -> str:
        return (row.name, row.reason, row.folder)[column]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(Column):
            self.order_wanted.emit(Column(column), order == Qt.SortOrder.DescendingOrder)
