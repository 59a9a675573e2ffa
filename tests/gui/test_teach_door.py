"""The page that teaches in a window: how one gets there, and what leads out of it."""

import pytest

from lookalike.gui.teach.suspect_view import SuspectView
from lookalike.gui.teach.teach_desk import TeachDesk
from lookalike.gui.teach.teach_page import TeachPage
from lookalike.gui.teach_door import TeachDoor
from lookalike.gui.undo_list import Act
from lookalike.library.labels import labelling
from lookalike.library.teaching.taught import Suspect
from lookalike.photos import LabelId


@pytest.fixture
def door(driver, photos) -> TeachDoor:
    """A page that is open over a window with eight photos, one of them with a doubted label."""
    driver.bring_in(photos)
    window = driver.window
    first, last = driver.library.photo_ids()[0], driver.library.photo_ids()[-1]
    boots, _ = labelling.make_label(driver.library, "boots")
    labelling.give(driver.library, [first], boots.id)
    page = TeachPage(window.feed, window._theme)
    desk = TeachDesk(driver.library, page, window.undo_list, window._tasks)
    parts = (window.photo_desk, window.labels_door.desk, window.overlays)
    made = TeachDoor(page, desk, *parts)
    made.said.connect(window.messages.say)
    window._stack.addWidget(page)
    made.open()
    driver.wait(lambda: page.view is not None)
    suspect = Suspect(first, boots, None, 0.1, 0.8, (last,))
    made.suspect = suspect
    page.suspects.show_suspects([SuspectView(suspect, "boots", "none of these", ("hats",))])
    return made


def test_it_lies_over_the_photos_and_a_photo_of_it_is_seen_over_it(driver, door) -> None:
    overlays = driver.window.overlays
    door.page.suspects.list.opened.emit()
    assert overlays.top is driver.window.photo_view
    driver.window.escape()
    assert overlays.top is door.page
    door.page.closed.emit()
    assert overlays.top is None


def test_what_was_labelled_on_another_page_is_there_when_the_person_comes_back(
    driver, door
) -> None:
    driver.window.photo_desk.view_photo(door.suspect.photo_id)
    before = door.page.view
    driver.window.labels_door.desk.give_named([door.suspect.photo_id], "hats")
    driver.wait(lambda: driver.window.labels_door.shelf.with_key(1) is not None)
    assert door.page.view is before
    driver.window.escape()
    driver.wait(lambda: "hats" in door.page.view.names.values())


def test_what_was_taken_off_comes_back_by_undo(driver, door) -> None:
    def labels():
        return labelling.labels_of(driver.library, [door.suspect.photo_id])

    door.page.suspects.take_wanted.emit(door.suspect)
    driver.wait(lambda: driver.window.messages.text == "“boots” was taken off.")
    assert not labels()
    driver.window.undo_list.undo()
    driver.wait(lambda: bool(labels()))


def test_what_is_wanted_elsewhere_is_passed_on(qtbot, driver, door) -> None:
    with qtbot.waitSignal(door.suggest_wanted, timeout=1000):
        door.page.suggest_wanted.emit()
    with qtbot.waitSignal(door.why_wanted, timeout=1000) as told:
        door.page.suspects.why_wanted.emit(door.suspect)
    assert told.args == [door.suspect.photo_id, door.suspect.label.id]
    door.page.copied.emit("The table is on the clipboard.")
    assert driver.window.messages.text == "The table is on the clipboard."
    door.page.suspects.keep_wanted.emit(door.suspect)
    driver.wait(lambda: driver.window.messages.text == "“boots” stays.")
    later = Act("Label “hats”", lambda: None)
    driver.window.undo_list.push(later)
    driver.window.messages.action_button.click()
    assert driver.window.undo_list.last is later
    driver.window.undo_list.remove(later)
    assert driver.window.undo_list.last is None


def test_a_doubted_label_is_explained_over_the_page(driver, photos) -> None:
    driver.bring_in(photos)
    doors = driver.window.doors
    doors.open_teaching()
    doors.teaching.why_wanted.emit(driver.library.photo_ids()[0], LabelId(99))
    explained = doors.why_label.page
    assert driver.window.overlays.top is explained
    driver.wait(lambda: "…" not in explained.why.text)
    driver.window.escape()
    assert driver.window.overlays.top is doors.teaching.page
