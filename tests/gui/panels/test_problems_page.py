from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from lookalike.gui.panels.problem_list import (
    Column,
    ProblemLine,
    ProblemWish,
    arranged,
    lines_of,
)
from lookalike.gui.panels.problems_page import ProblemsPage
from lookalike.gui.theme import Theme
from lookalike.library.problems import Problem, ProblemKind
from lookalike.photos import Photo, PhotoFile, PhotoId, PhotoState

UNREADABLE, MISSING = ProblemKind.UNREADABLE, ProblemKind.MISSING


def problem(number: int, kind: ProblemKind = UNREADABLE) -> Problem:
    file = PhotoFile(Path(f"/photos/{number:03}.jpg"), 1, 1)
    return Problem(Photo(PhotoId(number), file, PhotoState.UNREADABLE), kind, "Odd")


def lines(*numbers: int, missing: int = 0) -> list[ProblemLine]:
    found = [problem(number) for number in numbers]
    return lines_of([*found, *(problem(900 + n, MISSING) for n in range(missing))])


@pytest.fixture
def page(qtbot, theme: Theme) -> ProblemsPage:
    made = ProblemsPage(theme)
    qtbot.addWidget(made)
    made.resize(900, 500)
    with qtbot.waitExposed(made):
        made.show()
    return made


def show(page: ProblemsPage, of: list[ProblemLine]) -> None:
    page.show_listing(arranged(of, page.wish))


def test_without_problems_it_says_that_everything_is_in(page: ProblemsPage) -> None:
    assert page.empty_title == "Everything is in."
    assert not any(button.isVisible() for button in page.buttons().values())


def test_what_the_filter_hides_is_not_taken_for_everything_being_in(page: ProblemsPage) -> None:
    page.search("nothing is like it")
    show(page, lines(1, 2))
    assert page.empty_title == "Nothing matches."
    assert page.findChild(QLineEdit).isVisible()


def test_the_lines_tell_how_many_and_what_is_away(page: ProblemsPage) -> None:
    show(page, lines(1, 2, missing=1))
    page.show_away([Path("/media/usb"), Path("/media/card")])
    about, away = page.texts
    assert about.startswith("3 files are not in the library.")
    assert away.startswith("usb, card are offline")
    page.show_away([])
    assert page.texts[1] == ""


def test_without_a_selection_all_that_are_shown_are_tried_again(qtbot, page: ProblemsPage) -> None:
    show(page, lines(1, 2, missing=1))
    button = page.buttons()["try again"]
    assert button.text() == "Try All Again"
    with qtbot.waitSignal(page.try_again_wanted) as told:
        button.click()
    assert len(told.args[0]) == 3


def test_of_several_that_are_selected_only_those_are_tried_again(qtbot, page: ProblemsPage) -> None:
    show(page, lines(1, 2, 3))
    page.table.selectRow(1)
    button = page.buttons()["try again"]
    assert button.text() == "Try 1 File Again"
    with qtbot.waitSignal(page.try_again_wanted) as told:
        button.click()
    assert [p.photo.id for p in told.args[0]] == [2]


def test_what_the_filter_hides_is_not_tried_again(qtbot, page: ProblemsPage) -> None:
    page.search("002")
    show(page, lines(1, 2, 3))
    button = page.buttons()["try again"]
    assert button.text() == "Try 1 File Again"
    with qtbot.waitSignal(page.try_again_wanted) as told:
        button.click()
    assert [p.photo.id for p in told.args[0]] == [2]


def test_only_missing_ones_are_forgotten(qtbot, page: ProblemsPage) -> None:
    show(page, lines(1, missing=2))
    forget = page.buttons()["forget"]
    page.table.selectRow(0)
    assert not forget.isEnabled()
    page.table.selectAll()
    assert forget.text() == "Forget 2 Missing"
    with qtbot.waitSignal(page.forget_wanted) as told:
        qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert {p.kind for p in told.args[0]} == {MISSING}
    assert len(told.args[0]) == 2


def test_what_is_selected_stays_so_while_more_come_in(page: ProblemsPage) -> None:
    show(page, lines(2, 4))
    page.table.selectRow(1)
    show(page, lines(1, 2, 3, 4))
    assert [p.photo.id for p in page.selected] == [4]
    assert page.table.currentIndex().row() == 3
    page.table.selectAll()
    show(page, lines(1, 4))
    assert [p.photo.id for p in page.selected] == [1, 4]


def test_a_kind_a_text_and_a_heading_are_wishes(qtbot, page: ProblemsPage) -> None:
    show(page, lines(1, missing=1))
    told: list[ProblemWish] = []
    page.wish_changed.connect(told.append)
    page.choose_kind(MISSING)
    page.search("x")
    page.table.sortByColumn(Column.NAME, Qt.SortOrder.DescendingOrder)
    assert told[-1] == ProblemWish(MISSING, "x", Column.NAME, is_descending=True)


def test_a_line_is_revealed_by_return(qtbot, page: ProblemsPage) -> None:
    show(page, lines(1, 2))
    page.table.selectRow(1)
    page.table.setFocus()
    with qtbot.waitSignal(page.reveal_wanted) as told:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert told.args == [Path("/photos/002.jpg")]


def test_what_is_listed_is_exported(qtbot, page: ProblemsPage) -> None:
    show(page, lines(1, 2))
    page.table.selectRow(1)
    with qtbot.waitSignal(page.export_wanted) as told:
        page.buttons()["export"].click()
    assert len(told.args[0]) == 2
