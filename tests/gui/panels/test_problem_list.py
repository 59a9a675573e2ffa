from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from lookalike.gui.panels.problem_list import (
    Column,
    ProblemList,
    ProblemWish,
    arranged,
    lines_of,
    renewed,
)
from lookalike.library.problems import Problem, ProblemKind
from lookalike.photos import Photo, PhotoFile, PhotoId, PhotoState

UNREADABLE, MISSING = ProblemKind.UNREADABLE, ProblemKind.MISSING


def problem(number: int, path: str, kind: ProblemKind = UNREADABLE, reason: str = "Odd") -> Problem:
    state = PhotoState.MISSING if kind is MISSING else PhotoState.UNREADABLE
    return Problem(Photo(PhotoId(number), PhotoFile(Path(path), 1, 1), state), kind, reason)


LINES = lines_of(
    [
        problem(1, "/p/b/Zoo.jpg", reason="Damaged"),
        problem(2, "/p/a/zoo.jpg", MISSING, "Gone"),
        problem(3, "/p/a/Ärger.jpg", reason="Empty"),
    ]
)


def ids(wish: ProblemWish) -> list[int]:
    return [line.problem.photo.id for line in arranged(LINES, wish).lines]


@pytest.mark.parametrize(
    ("wish", "found"),
    [
        (ProblemWish(), [2, 3, 1]),
        (ProblemWish(is_descending=True), [1, 3, 2]),
        (ProblemWish(column=Column.NAME), [2, 1, 3]),
        (ProblemWish(column=Column.REASON), [1, 3, 2]),
        (ProblemWish(kind=MISSING), [2]),
        (ProblemWish(text=" ZOO "), [2, 1]),
        (ProblemWish(text="/p/b"), [1]),
        (ProblemWish(text="empty"), [3]),
        (ProblemWish(kind=MISSING, text="damaged"), []),
    ],
)
def test_what_is_wished_is_shown_in_the_order_that_is_wished(
    wish: ProblemWish, found: list[int]
) -> None:
    assert ids(wish) == found


def test_the_counts_are_of_all_whatever_is_shown() -> None:
    listing = arranged(LINES, ProblemWish(text="nothing is like it"))
    assert (listing.unreadable, listing.missing, listing.total) == (2, 1, 3)
    assert listing.lines == []


def test_it_keeps_the_rules_of_qt(qtmodeltester) -> None:
    shown = ProblemList()
    shown.show(LINES)
    qtmodeltester.check(shown)


def test_a_name_with_angle_brackets_is_told_letter_by_letter() -> None:
    shown = ProblemList()
    shown.show(lines_of([problem(1, "/p/<b>bold.jpg")]))
    assert shown.index(0, 0).data() == "<b>bold.jpg"
    tip = shown.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;" in tip


def test_lines_that_have_not_changed_stay_the_same_objects() -> None:
    again = lines_of(line.problem for line in LINES)
    assert renewed(again, LINES) is LINES
    changed = lines_of([LINES[0].problem, problem(2, "/p/a/zoo.jpg", reason="Damaged")])
    kept = renewed(changed, LINES)
    assert kept == changed
    assert kept[0] is LINES[0]
    assert kept[1] is changed[1]
    assert renewed(LINES[:2], LINES) == LINES[:2]
