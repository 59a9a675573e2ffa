import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage

from lookalike.gui.grid.likeness import Likeness
from lookalike.gui.grid.thumbnail_feed import Thumbnail, ThumbnailFeed
from lookalike.gui.lens.lens_answer import LensAnswer
from lookalike.gui.lens.lens_page import LensPage
from lookalike.gui.lens.way import Way
from lookalike.library.search.spaces import SpaceChoice
from lookalike.photos import Photo, PhotoFacts, PhotoFile, PhotoState

SPACES = [
    SpaceChoice("content", "Content", "What is in the picture: nearly always best."),
    SpaceChoice("colour", "Colours", "Which colours there are."),
    SpaceChoice("shape", "Shape", "Edges and outlines.", missing=8),
]
WAYS = [Way("content"), Way("colour", "l1"), Way("content*3+colour")]


def photo(number: int, folder) -> Photo:
    file = PhotoFile(folder / f"{number}.jpg", 1, 1)
    return Photo(number, file, PhotoState.READY, bytes([number]), PhotoFacts(4, 3, 1, "JPEG"))


@pytest.fixture
def page(qtbot, theme, held_tasks, tmp_path) -> LensPage:
    feed = ThumbnailFeed(lambda number: Thumbnail(photo(number, tmp_path), None), held_tasks)
    made = LensPage(feed, theme)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show_question("Similar to beach.jpg", [QImage(90, 60, QImage.Format.Format_RGB888)])
    made.show_ways(WAYS, SPACES)
    made.show()
    return made


@pytest.fixture
def answer(tmp_path):
    def make(*numbers: int) -> LensAnswer:
        photos = tuple(photo(number, tmp_path) for number in numbers)
        return LensAnswer(photos, {each.id: Likeness(0.5, 0.9) for each in photos})

    return make


@pytest.fixture
def answered(page: LensPage, answer) -> LensPage:
    page.show_answer(0, answer(*range(1, 31)))
    page.show_answer(1, answer(*range(5, 60)))
    page.show_answer(2, answer(100, *range(20, 0, -1)))
    return page


def test_each_way_has_a_column_of_its_own(page: LensPage) -> None:
    assert [column.space_button.text() for column in page.columns] == [
        "Content ▾",
        "Colours · L1 ▾",
        "Content + Colours ▾",
    ]
    assert page.add_button.isEnabled()
    page.show_ways([*WAYS, Way("shape")], SPACES)
    assert not page.add_button.isEnabled()
    assert len([each for each in page.findChildren(type(page.columns[0])) if each.isVisible()]) == 4


def test_what_ways_have_in_common_is_told(answered: LensPage) -> None:
    told = [column.told for column in answered.columns]
    assert told == [
        "19 of 20 in common with Content + Colours",
        "16 of 20 in common with Content",
        "19 of 20 in common with Content",
    ]
    assert "Content, Colours · L1: 16" in answered.table.accessibleDescription()
    answered.first.buttons[10].click()
    assert answered.columns[1].told == "6 of 10 in common with Content"
    assert answered.table.isVisible()
    answered.grab()


def test_a_photo_that_is_pointed_at_is_found_in_every_way(answered: LensPage) -> None:
    grid = answered.columns[0].grid
    grid.pointed_at.emit(2)
    assert [column.told for column in answered.columns] == [
        "This photo: place 2",
        "This photo: not among the first 55",
        "This photo: place 20",
    ]
    assert all(column.grid._lit == 2 for column in answered.columns)
    answered.grab()
    grid.pointed_at.emit(None)
    assert answered.columns[1].told == "16 of 20 in common with Content"


def test_the_mouse_and_the_keys_point(qtbot, answered: LensPage) -> None:
    grid = answered.columns[0].grid
    with qtbot.waitSignal(grid.pointed_at) as told:
        qtbot.mouseMove(grid.viewport(), grid.cell(0).center() + QPoint(1, -4))
    assert told.args == [1]
    grid.choose(3)
    assert answered.columns[2].told == "This photo: place 19"


def test_a_note_stands_for_the_answers_and_offers_something(qtbot, answered: LensPage) -> None:
    answered.show_note(1, "Not built yet.", "Build")
    column = answered.columns[1]
    assert not column.has_answers
    assert answered.columns[0].told == "19 of 20 in common with Content + Colours"
    with qtbot.waitSignal(answered.note_pressed) as told:
        qtbot.mouseClick(column.note.button, Qt.MouseButton.LeftButton)
    assert told.args == [1]


def test_answers_stay_with_their_way_when_columns_go(answered: LensPage) -> None:
    answered.show_ways(WAYS[1:], SPACES)
    assert [column.grid.photos.ids[0] for column in answered.columns] == [5, 100]
    answered.show_ways(WAYS[1:2], SPACES)
    assert not answered.columns[0].remove_button.isVisible()
    assert answered.columns[0].told == ""


def test_what_is_wanted_of_a_column_tells_which(qtbot, page: LensPage) -> None:
    with qtbot.waitSignal(page.way_wanted) as told:
        page.columns[1].space_button.by_wanted.emit("shape")
    assert told.args == [1, Way("shape", "l1")]
    with qtbot.waitSignal(page.way_wanted) as told:
        page.columns[0].space_button.metric_wanted.emit("l2")
    assert told.args == [0, Way("content", "l2")]
    with qtbot.waitSignal(page.way_removed) as told:
        page.columns[2].remove_button.click()
    assert told.args == [2]


def test_the_chosen_photo_is_that_of_the_column_with_the_keys(answered: LensPage, qtbot) -> None:
    first, second, _ = answered.columns
    first.grid.setFocus()
    first.grid.choose(4)
    second.grid.choose(6)
    second.grid.entered.emit()
    assert answered.chosen == 6
    first.grid.entered.emit()
    assert answered.chosen == 4
    with qtbot.waitSignal(answered.opened) as told:
        qtbot.keyClick(first.grid, Qt.Key.Key_Return)
    assert told.args == [4]


def test_where_it_is_low_the_answers_have_the_room(page: LensPage) -> None:
    page.resize(640, 400)
    assert not page._foot.isVisible()
    page.resize(1200, 700)
    assert page._foot.isVisible()


def test_why_is_asked_in_the_way_of_the_column(qtbot, answered: LensPage) -> None:
    with qtbot.waitSignal(answered.why_wanted) as told:
        answered.columns[2].grid.why_wanted.emit(5)
    assert told.args == [5, "content*3+colour"]
