"""The evaluation in a window: how one gets there, and what leads out of it."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from lookalike.gui.evaluation.evaluation_page import Detail
from lookalike.gui.evaluation_door import EvaluationDoor
from lookalike.gui.overlays import Overlays


@pytest.fixture
def evaluated(driver, paint, tmp_path):
    """A window that has evaluated content by cosine, and shows the worst queries."""
    for colour in ("red", "blue"):
        for seed in range(3):
            paint(f"{colour}/{colour}-{seed}.png", colour, seed)
    driver.bring_in(tmp_path / "photos")
    driver.window.resize(1280, 720)
    driver.window.window_actions.evaluate.trigger()
    page = driver.window.doors.evaluation.page
    driver.wait(page.form.evaluate.isEnabled)
    for name, box in page.form.spaces.items():
        box.setChecked(name == "content")
    page.form.evaluate.click()
    driver.wait(lambda: len(page.ways) == 1)
    driver.wait(page.form.evaluate.isVisible)
    page.show_detail(Detail.WORST)
    return driver


def test_escape_leads_back_and_what_was_evaluated_stays(evaluated) -> None:
    window = evaluated.window
    assert window.overlays.top is window.doors.evaluation.page
    assert window.windowTitle() == "Evaluate"
    window.escape()
    assert window.overlays.top is None
    window.window_actions.evaluate.trigger()
    assert len(window.doors.evaluation.page.ways) == 1
    assert window.doors.evaluation.page.board.isVisible()


def test_a_query_is_searched_by_as_it_was_evaluated_among_all_photos(evaluated) -> None:
    window = evaluated.window
    window.search_desk.filter("name:nothing-is-called-so")
    window.window_actions.evaluate.trigger()
    page = window.doors.evaluation.page
    query = page.way.worst[0].photo
    page.board.clicked.emit(page.board.rows.index(0, 0))
    evaluated.wait(lambda: evaluated.searched_by == [query.path.name])
    assert window.overlays.top is None
    question = window.browser.place.query.question
    assert (question.by, question.metric, question.words) == ("content", "cosine", "")


def test_enter_opens_the_photo_and_find_similar_searches_by_it(qtbot, evaluated) -> None:
    window, board = evaluated.window, evaluated.window.doors.evaluation.page.board
    board.setFocus()
    qtbot.keyClick(board, Qt.Key.Key_Right)
    answer = window.doors.evaluation.page.way.worst[0].answers[0]
    assert window.photo_desk.chosen == answer.photo_id
    qtbot.keyClick(board, Qt.Key.Key_Return)
    assert window.overlays.top is window.photo_view
    window.escape()
    assert window.overlays.top is window.doors.evaluation.page
    window.window_actions.find_similar.trigger()
    evaluated.wait(lambda: evaluated.searched_by == [answer.path.name])


def test_a_library_that_grows_is_counted_anew(evaluated, paint, tmp_path) -> None:
    for seed in range(2):
        paint(f"green/green-{seed}.png", "green", seed)
    evaluated.bring_in(tmp_path / "photos")
    form = evaluated.window.doors.evaluation.page.form
    evaluated.wait(lambda: form.texts[0] == "3 classes with 8 photos")


def test_a_copied_table_is_told(evaluated) -> None:
    evaluated.window.doors.evaluation.page.copy_table.click()
    assert evaluated.window.messages.text == "The table is on the clipboard."


class Page(QWidget):
    closed = Signal()
    photo_wanted = Signal(object)
    query_wanted = Signal(object, object)
    copied = Signal(str)


class Desk(QObject):
    """Counts how often it looks what there is."""

    failed = Signal(object)
    looks = 0

    def refresh(self) -> None:
        self.looks += 1


class Labels(QObject):
    changed = Signal()


def test_what_was_labelled_under_another_page_is_counted_when_the_person_comes_back(qtbot) -> None:
    page, other, desk = Page(), QWidget(), Desk()
    for each in (page, other):
        qtbot.addWidget(each)
    photos = SimpleNamespace(add_page=lambda *_: None, view_photo=lambda _: None)
    labels, overlays = Labels(), Overlays()
    door = EvaluationDoor(page, desk, photos, None, labels, overlays)
    labels.changed.emit()
    assert desk.looks == 0, "nobody sees it"
    door.open()
    assert desk.looks == 1
    overlays.show(other)
    labels.changed.emit()
    labels.changed.emit()
    assert desk.looks == 1
    overlays.close(other)
    assert desk.looks == 2
    labels.changed.emit()
    assert desk.looks == 3
    overlays.show(other)
    overlays.close(other)
    assert desk.looks == 3, "nothing changed"
