"""Labels in the window: by keys, menu, box and sidebar, in the grid and in one large photo."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lookalike.gui.panels.sidebar_line import LabelKey
from lookalike.library.labels import labelling


@pytest.fixture
def labelled(driver, photos: Path):
    """With eight photos and the label "boots", which is given by 1."""
    driver.window.resize(1280, 720)
    driver.bring_in(photos)
    driver.window.labels_door.desk.make("boots")
    driver.wait(lambda: driver.window.labels_door.shelf.with_key(1) is not None)
    settle(driver)
    return driver.window


def settle(driver) -> None:
    driver.wait(lambda: driver.window._tasks.is_idle)


def press(key: Qt.Key) -> None:
    """A key for whatever has the focus, shortcuts included."""
    QTest.keyClick(QApplication.focusWidget(), key)


def names(driver, name: str) -> list[str]:
    photo_id = driver.id_of(name)
    found = labelling.labels_of(driver.library, [photo_id])
    return [label.name for label in found.get(photo_id, ())]


def boots(driver):
    return driver.window.labels_door.shelf.with_key(1)


def test_a_key_gives_its_label_to_the_chosen_photos_and_takes_it_off_again(
    driver, labelled
) -> None:
    labelled.grid.choose(driver.id_of("red-0.png"))
    labelled.grid.setFocus()
    press(Qt.Key.Key_1)
    driver.wait(lambda: names(driver, "red-0.png") == ["boots"])
    driver.wait(lambda: labelled.grid.photos.label_names(driver.id_of("red-0.png")) == ("boots",))
    assert "given to 1 photo" in labelled.messages.text
    assert labelled.window_actions.undo.text() == "&Undo Label “boots”"
    press(Qt.Key.Key_1)
    driver.wait(lambda: names(driver, "red-0.png") == [])


def test_a_key_without_a_label_asks_for_one(driver, labelled) -> None:
    labelled.grid.choose(driver.id_of("red-0.png"))
    labelled.grid.setFocus()
    press(Qt.Key.Key_7)
    assert labelled.labels_door.box.isVisible()
    QTest.keyClicks(labelled.labels_door.box.line, "winter")
    press(Qt.Key.Key_Return)
    driver.wait(lambda: names(driver, "red-0.png") == ["winter"])
    driver.wait(lambda: labelled.labels_door.shelf.with_key(7) is not None)
    assert labelled.grid.hasFocus()


def test_digits_are_typed_into_the_filter_and_label_nothing(driver, labelled) -> None:
    labelled.grid.choose(driver.id_of("red-0.png"))
    labelled.filter_box.focus_box()
    press(Qt.Key.Key_1)
    assert labelled.filter_box.text() == "1"
    settle(driver)
    assert names(driver, "red-0.png") == []


def test_the_letter_l_labels_all_chosen_photos_by_name(driver, labelled) -> None:
    labelled.grid.setFocus()
    labelled.grid.selectAll()
    press(Qt.Key.Key_L)
    QTest.keyClicks(labelled.labels_door.box.line, "animals/cats")
    press(Qt.Key.Key_Return)
    driver.wait(lambda: names(driver, "blue-1.png") == ["cats"])
    driver.wait(lambda: "8 photo" in labelled.messages.text)


def test_the_box_marks_nothing_of_the_photos_that_it_was_opened_for_before(
    driver, labelled
) -> None:
    box = labelled.labels_door.box
    labelled.sidebar.labels.give_wanted.emit([driver.id_of("red-0.png")], boots(driver))
    driver.wait(lambda: names(driver, "red-0.png") == ["boots"])
    settle(driver)
    labelled.grid.choose(driver.id_of("red-0.png"))
    labelled.labels_door.open_box()
    labelled.labels_door.press_key(7)
    labelled.labels_door.take_change()
    settle(driver)
    assert [choice.has_it for choice in box.choices] == [False]


def test_photos_dropped_beside_all_labels_are_asked_for_a_name(driver, labelled) -> None:
    labelled.sidebar.labels.give_wanted.emit([driver.id_of("red-1.png")], None)
    QTest.keyClicks(labelled.labels_door.box.line, "winter")
    press(Qt.Key.Key_Return)
    driver.wait(lambda: names(driver, "red-1.png") == ["winter"])


def test_other_pages_keep_their_digits(driver, labelled) -> None:
    labelled.grid.choose(driver.id_of("red-0.png"))
    keys = labelled.labels_door.keys
    assert all(action.isEnabled() for action in keys)
    labelled.pages.open_folders()
    assert not any(action.isEnabled() for action in keys)


def test_no_key_of_a_label_is_a_shortcut_of_anything_else(labelled) -> None:
    own = {action.shortcut().toString() for action in labelled.labels_door.keys}
    others = {k.toString() for each in labelled.window_actions.all for k in each.shortcuts()}
    assert own == set("123456789")
    assert not own & others


def test_a_large_photo_has_its_labels_beneath_it(driver, labelled) -> None:
    labelled.grid.choose(driver.id_of("red-0.png"))
    labelled.photo_desk.view_chosen()
    labelled.messages.hide()
    labelled.photo_view.setFocus()
    press(Qt.Key.Key_1)
    row = labelled.photo_view.labels
    driver.wait(lambda: [label.name for label in row.labels] == ["boots"])
    assert labelled.messages.text == ""
    row.taken.emit(boots(driver))
    driver.wait(lambda: row.labels == ())
    assert names(driver, "red-0.png") == []


def test_a_line_of_a_label_shows_its_photos_as_a_place_of_its_own(driver, labelled) -> None:
    labelled.sidebar.labels.give_wanted.emit([driver.id_of("red-0.png")], boots(driver))
    driver.wait(lambda: names(driver, "red-0.png") == ["boots"])
    labelled.sidebar.wanted.emit(LabelKey(boots(driver)))
    driver.wait(lambda: driver.shown == ["red-0.png"])
    driver.wait(lambda: labelled.sidebar.currentItem().text(0) == "boots")
    assert labelled.browser.can_go_back


def test_a_label_is_not_taken_for_another_of_its_name(driver, labelled) -> None:
    labelled.labels_door.desk.give_named([driver.id_of("blue-0.png")], "winter/boots")
    labelled.labels_door.desk.give([driver.id_of("red-0.png")], boots(driver))
    settle(driver)
    labelled.sidebar.wanted.emit(LabelKey(boots(driver)))
    driver.wait(lambda: driver.shown == ["red-0.png"])
    driver.wait(lambda: labelled.sidebar.currentItem().text(0) == "boots")


def test_a_filter_by_a_label_follows_its_name_and_ends_with_it(driver, labelled) -> None:
    labelled.sidebar.labels.give_wanted.emit([driver.id_of("red-0.png")], boots(driver))
    labelled.sidebar.wanted.emit(LabelKey(boots(driver)))
    driver.wait(lambda: driver.shown == ["red-0.png"])
    labelled.sidebar.labels.rename_wanted.emit(boots(driver), "rain boots")
    driver.wait(lambda: labelled.browser.place.query.question.words == 'label:"rain boots"')
    settle(driver)
    assert driver.shown == ["red-0.png"]
    labelled.sidebar.labels.delete_wanted.emit(boots(driver))
    driver.wait(lambda: labelled.browser.place.query.is_everything)


def test_what_an_album_found_is_shown_from_its_menu(driver, labelled) -> None:
    lines = labelled.sidebar.labels
    lines.give_wanted.emit([driver.id_of("red-0.png")], boots(driver))
    lines.album_wanted.emit(boots(driver), 0.8)
    driver.wait(lambda: labelled.labels_door.shelf.node(boots(driver)).label.album == 0.8)
    settle(driver)
    lines.found_wanted.emit(boots(driver))
    driver.wait(lambda: labelled.browser.place.query.question.words == "album:boots")
    assert labelled.sidebar.currentItem().text(0) == "boots"
    lines.rename_wanted.emit(boots(driver), "wellies")
    driver.wait(lambda: labelled.browser.place.query.question.words == "album:wellies")
    lines.delete_wanted.emit(boots(driver))
    driver.wait(lambda: labelled.browser.place.query.is_everything)


def test_a_photo_that_loses_the_label_it_was_found_by_leaves_and_the_next_is_shown(
    driver, labelled
) -> None:
    reds = [driver.id_of(f"red-{number}.png") for number in range(2)]
    labelled.sidebar.labels.give_wanted.emit(reds, boots(driver))
    settle(driver)
    labelled.sidebar.wanted.emit(LabelKey(boots(driver)))
    driver.wait(lambda: len(driver.shown) == 2)
    labelled.photo_desk.view_photo(reds[0])
    labelled.labels_door.press_key(1)
    driver.wait(lambda: driver.shown == ["red-1.png"])
    labelled.photo_view.step_wanted.emit(1)
    assert labelled.photo_view.photo_id == reds[1]


def test_undo_takes_back_files_and_labels_in_the_order_they_were_done(
    driver, labelled, tmp_path, monkeypatch
) -> None:
    place = tmp_path / "elsewhere"
    place.mkdir()
    monkeypatch.setattr(
        "lookalike.gui.file_desk.QFileDialog.getExistingDirectory", lambda *_: str(place)
    )
    labelled.file_desk.copy_to([driver.id_of("red-0.png")])
    driver.wait(lambda: labelled.file_desk.preview is not None)
    labelled.file_desk.preview.go.click()
    driver.wait(lambda: labelled.window_actions.undo.text().startswith("&Undo Copy"))
    labelled.labels_door.desk.give([driver.id_of("red-0.png")], boots(driver))
    driver.wait(lambda: names(driver, "red-0.png") == ["boots"])
    labelled.window_actions.undo.trigger()
    driver.wait(lambda: names(driver, "red-0.png") == [])
    assert list(place.iterdir())
    labelled.window_actions.undo.trigger()
    driver.wait(lambda: not list(place.iterdir()))


def test_labels_that_another_program_gives_are_seen(driver, labelled) -> None:
    labelled.labels_door.shelf._soon.setInterval(0)
    labelling.give(driver.library, [driver.id_of("red-0.png")], boots(driver))
    labelled.library_look.look()
    red = driver.id_of("red-0.png")
    driver.wait(lambda: labelled.grid.photos.label_names(red) == ("boots",))
    driver.wait(lambda: labelled.labels_door.shelf.node(boots(driver)).photos == 1)


def test_albums_are_filled_anew_soon_after_labels_change(driver, labelled, monkeypatch) -> None:
    looked: list[bool] = []
    monkeypatch.setattr(labelled.upkeep._soon, "start", lambda: looked.append(True))
    labelled.labels_door.desk.set_album(boots(driver), 0.8)
    driver.wait(lambda: bool(looked))
    settle(driver)
    looked.clear()
    labelled.doors.labels_changed.emit()
    assert looked
