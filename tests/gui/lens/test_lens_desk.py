"""The ways of comparing over a real library: what is asked, shown and built."""

import pytest

from lookalike.gui.grid.thumbnail_feed import ThumbnailFeed
from lookalike.gui.lens import lens_desk
from lookalike.gui.lens.lens_desk import LensDesk
from lookalike.gui.lens.lens_page import LensPage
from lookalike.gui.lens.way import Way
from lookalike.library.intake.importing import import_folders
from lookalike.library.library import Library
from lookalike.library.search.questions import Example, Question
from lookalike.progress import Progress


@pytest.fixture
def page(qtbot, theme, held_tasks) -> LensPage:
    made = LensPage(ThumbnailFeed(lambda _: 1 / 0, held_tasks), theme)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    return made


@pytest.fixture
def question(library: Library, photos, forget_looks) -> Question:
    import_folders(library, [photos], Progress())
    forget_looks(library, "shape", "pixels")
    return Question((Example(library.photo_ids()[0]),), at_least=0.9)


@pytest.fixture
def desk(library: Library, page: LensPage, held_tasks) -> LensDesk:
    return LensDesk(library, page, held_tasks)


@pytest.fixture
def opened(desk: LensDesk, question: Question, held_tasks) -> LensDesk:
    desk.open(question, "Similar to red-0.png", [])
    held_tasks.run()
    return desk


def notes(page: LensPage) -> list[str]:
    return [
        "" if column.has_answers else f"{column.note.text.plain_text}|{column.note.button.text()}"
        for column in page.columns
    ]


def test_a_question_is_answered_in_each_way_whatever_its_range(opened: LensDesk, page) -> None:
    assert [way.by for way in opened.ways] == ["content", "colour", "shape", "pixels"]
    assert [len(column.grid.photos.ids) for column in page.columns[:2]] == [7, 7]
    unbuilt = "Not built yet. Photos to look at: 8|Build"
    assert notes(page) == ["", "", unbuilt, unbuilt]


def test_a_way_is_built_beside_the_others_and_then_answers(opened, page, held_tasks) -> None:
    page.note_pressed.emit(2)
    held_tasks.waiting.pop(0).run()
    assert notes(page)[2] == "Looking at the photos by shape: 0 of 8|Stop"
    page.note_pressed.emit(3)
    assert notes(page)[3] == "Waiting until another way is built…|Stop"
    held_tasks.run()
    assert notes(page) == ["", "", "", ""]


def test_building_can_be_stopped_and_what_waits_goes_on(opened, page, held_tasks) -> None:
    page.note_pressed.emit(2)
    page.note_pressed.emit(3)
    held_tasks.waiting.pop(0).run()
    page.note_pressed.emit(2)
    held_tasks.run()
    assert notes(page)[2].endswith("|Build")
    assert notes(page)[3] == ""


def test_what_waits_can_be_taken_back(opened: LensDesk, page, held_tasks) -> None:
    page.note_pressed.emit(2)
    page.note_pressed.emit(3)
    page.note_pressed.emit(3)
    held_tasks.run()
    assert notes(page)[2] == ""
    assert notes(page)[3].endswith("|Build")


def test_a_way_that_cannot_be_built_says_why(opened, page, held_tasks, monkeypatch) -> None:
    monkeypatch.setattr("lookalike.gui.space_building.build_space", lambda *_: 1 // 0)
    page.note_pressed.emit(2)
    held_tasks.run()
    assert "division" in notes(page)[2]


def test_a_column_goes_over_to_another_way_alone(opened, page, held_tasks) -> None:
    asked = []
    page.way_wanted.emit(1, Way("content*2+colour", "l1"))
    asked += held_tasks.waiting
    held_tasks.run()
    assert len(asked) == 1
    assert opened.ways[1] == Way("content*2+colour", "l1")
    some = page.columns[1].grid.photos.ids[0]
    told = page.columns[1].grid.photos.likeness(some).in_full
    assert "67% Content: " in told
    assert "33% Colours: " in told


def test_only_the_newest_answer_of_a_column_is_shown(opened, page, held_tasks, monkeypatch) -> None:
    looked = []
    monkeypatch.setattr(lens_desk, "look", lambda _, question, __: looked.append(question.by))
    for by in ("colour", "content", "colour"):
        page.way_wanted.emit(0, Way(by))
    monkeypatch.setattr(LensDesk, "_show", lambda *_: None)
    held_tasks.run()
    assert looked == ["colour"]


def test_ways_come_and_go_and_stay_for_the_next_question(opened, page, held_tasks, question):
    page.way_removed.emit(2)
    page.way_removed.emit(2)
    page.way_added.emit()
    held_tasks.run()
    assert [way.by for way in opened.ways] == ["content", "colour", "shape"]
    opened.close()
    assert opened.question is None
    opened.open(Question(question.examples, "colour", metric="l2"), "", [])
    assert [*opened.ways] == [Way("colour", "l2"), Way("colour"), Way("shape")]


def test_nothing_that_fits_is_said(desk, page, held_tasks, question) -> None:
    desk.open(Question(question.examples, words="name:nowhere"), "", [])
    held_tasks.run()
    assert notes(page)[0] == "No photo fits.|"


def test_an_error_is_said_in_its_column(desk, page, held_tasks, question, library) -> None:
    desk.open(Question((Example(b"no picture"),)), "", [])
    held_tasks.run()
    assert "cannot be read" in notes(page)[0]


def test_who_closes_the_page_waits_for_nothing(desk, page, held_tasks, question) -> None:
    desk.open(question, "", [])
    desk.close()
    held_tasks.run()
    assert all(not column.grid.photos.ids for column in page.columns)
