"""Searching and browsing in the whole window, with the keys and mouse that a person has."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lookalike.gui.grid.photo_drag import dragged_data
from lookalike.gui.incoming import Incoming
from lookalike.gui.panels.query_bar import Asked
from lookalike.library.arrangement import Arrangement, Order
from lookalike.photos import Region
from lookalike.progress import Progress

Key, How = Qt.Key, Qt.KeyboardModifier


def press(key: Key, how: How = How.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, how)


def type_words(driver, words: str) -> None:
    driver.window.window_actions.filter.trigger()
    QTest.keyClicks(driver.window.filter_box, words)


def found(driver) -> list[str]:
    """The names of all that was found, in folded groups as well."""
    ids = list(driver.window.browser.place.answer.contents.photo_ids)
    return [photo.path.name for photo in driver.library.photos(ids)]


def marks(driver) -> dict[str, bool]:
    told = driver.window.browser.place.answer.contents.marks
    names = {photo.id: photo.path.name for photo in driver.library.photos(list(told))}
    return {names[photo_id]: is_wanted for photo_id, is_wanted in told.items()}


@pytest.fixture
def filled(driver, photos: Path):
    driver.bring_in(photos)
    return driver


@pytest.fixture
def slow(filled, monkeypatch: pytest.MonkeyPatch):
    """Searches wait until this is set."""
    go_on = threading.Event()
    find = filled.window.browser._find

    def wait(*asked, **how):
        assert go_on.wait(10)
        return find(*asked, **how)

    monkeypatch.setattr(filled.window.browser, "_find", wait)
    yield go_on
    go_on.set()


# --- words ----------------------------------------------------------------------------------------


def test_typed_words_filter_the_photos_and_keep_the_keyboard(filled) -> None:
    type_words(filled, "blue")
    filled.wait(lambda: sorted(filled.shown) == ["blue-0.png", "blue-1.png"])
    assert filled.window.filter_box.hasFocus()
    QTest.keyClicks(filled.window.filter_box, "-1")
    filled.wait(lambda: filled.shown == ["blue-1.png"])
    assert filled.window.filter_box.text() == "blue-1"


def test_words_that_nothing_fits_explain_it_and_can_be_mended_at_once(filled) -> None:
    type_words(filled, "red blue")
    filled.wait(filled.window.nothing.isVisible)
    assert filled.window.filter_box.hasFocus()
    for _ in range(5):
        press(Key.Key_Backspace)
    filled.wait(lambda: len(filled.shown) == 2 and filled.window.grid.isVisible())
    assert filled.window.filter_box.text() == "red"


def test_words_that_are_not_understood_stay_and_the_photos_too(filled) -> None:
    type_words(filled, "date:someday")
    filled.wait(lambda: filled.window.filter_box.trouble.plain_text != "")
    assert filled.window.filter_box.text() == "date:someday"
    assert len(filled.shown) == 8
    assert filled.window.messages.text == ""


def test_photos_that_come_in_do_not_disturb_who_types(filled, slow, paint) -> None:
    type_words(filled, "blue")
    filled.wait(lambda: filled.window.browser.is_searching)
    filled.window._show_library(filled.library.photo_ids())
    assert filled.window.filter_box.text() == "blue"
    slow.set()
    filled.wait(lambda: len(filled.shown) == 2)


def test_a_filter_narrows_results_too(filled) -> None:
    filled.find_similar("red-0.png")
    type_words(filled, "blue")
    filled.wait(lambda: sorted(found(filled)) == ["blue-0.png", "blue-1.png"])
    assert filled.searched_by == ["red-0.png"]


# --- marks ----------------------------------------------------------------------------------------


def test_plus_and_minus_steer_the_results(filled) -> None:
    filled.find_similar("red-0.png")
    filled.window.grid.choose(filled.id_of("blue-0.png"))
    filled.window.grid.setFocus()
    press(Key.Key_Minus)
    filled.wait(lambda: filled.searched_by == ["red-0.png", "blue-0.png"])
    assert marks(filled) == {"red-0.png": True, "blue-0.png": False}
    filled.window.browser.back()
    assert filled.searched_by == ["red-0.png"]


def test_the_keyboard_stays_on_a_chip_while_it_is_weighed(filled) -> None:
    filled.find_similar("red-0.png")
    chip = filled.window.query_bar.chips.chips[0]
    chip.setFocus()
    press(Key.Key_Up)
    press(Key.Key_Up)
    filled.wait(lambda: not filled.window.browser.is_searching)
    assert chip.hasFocus()
    (example,) = filled.window.browser.query.question.examples
    assert example.weight > 1


def test_the_keyboard_stays_on_the_range(filled) -> None:
    filled.find_similar("red-0.png")
    handle = filled.window.query_bar.range_slider.low
    handle.setFocus()
    for _ in range(3):
        press(Key.Key_Right)
        filled.wait(
            lambda: filled.window.browser.place.query.question.at_least == handle.value() / 100
        )
    assert handle.hasFocus()
    assert handle.value() == 3
    filled.window.browser.back()
    assert filled.window.browser.place.query.is_everything


# --- drops and the clipboard ----------------------------------------------------------------------


@pytest.mark.parametrize(("share", "is_wanted"), [(0.1, True), (0.6, False)])
def test_a_photo_dragged_onto_the_query_is_more_or_less_like_this(
    filled, share: float, is_wanted: bool
) -> None:
    filled.find_similar("red-0.png")
    window = filled.window
    mime = dragged_data([filled.id_of("blue-0.png")], window.grid.photos, None)
    bar = window.query_bar
    place = bar.mapTo(window, QPoint(round(bar.width() * share), bar.height() // 2))
    how = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, How.NoModifier)
    on_grid = window.grid.mapTo(window, QPoint(50, 50))
    for event in (
        QDragEnterEvent(on_grid, *how),
        QDragMoveEvent(place, *how),
        QDropEvent(QPointF(place), *how, QEvent.Type.Drop),
    ):
        event.source = lambda: window.grid
        QApplication.sendEvent(window, event)
        assert event.isAccepted()
    filled.wait(lambda: filled.searched_by == ["red-0.png", "blue-0.png"])
    assert marks(filled) == {"red-0.png": True, "blue-0.png": is_wanted}


def test_a_pasted_picture_is_found_and_can_be_saved_and_opened_again(filled, photos: Path) -> None:
    filled.window.asking.take(Incoming(image=QImage(str(photos / "green-0.png"))))
    filled.wait(lambda: filled.searched_by == ["Pasted picture"])
    assert filled.shown[0] == "green-0.png"
    filled.window.window_actions.save_search.trigger()
    filled.wait(lambda: filled.window.query_bar.view.is_saved)
    number = filled.window.browser.place.query.saved
    filled.window.show_all()
    filled.window.sidebar.wanted.emit(number)
    filled.wait(lambda: filled.searched_by == ["Pasted picture"])
    assert filled.shown[0] == "green-0.png"


def test_the_same_file_dropped_again_brings_its_results_to_view(filled, photos: Path) -> None:
    filled.drop(photos / "red-0.png")
    filled.wait(lambda: filled.searched_by == ["red-0.png"])
    filled.window.pages.open_folders()
    filled.drop(photos / "red-0.png")
    assert filled.window.grid.isVisible()


# --- while it searches ----------------------------------------------------------------------------


def test_escape_ends_a_search_and_then_leaves_the_results(filled, slow) -> None:
    filled.window.search_desk.search_by([filled.id_of("red-0.png")])
    assert filled.window.query_bar.view.state is Asked.SEARCHING
    filled.window.grid.setFocus()
    press(Key.Key_Escape)
    assert not filled.window.browser.is_searching
    assert filled.window.query_bar.isHidden()
    assert len(filled.shown) == 8


def test_all_photos_end_a_search(filled, slow) -> None:
    filled.window.search_desk.search_by([filled.id_of("red-0.png")])
    filled.window.show_all()
    assert not filled.window.browser.is_searching
    assert filled.window.query_bar.isHidden()


@pytest.mark.parametrize("is_stopped", [False, True])
def test_a_slow_order_tells_how_far_it_is_and_then_nothing_more(
    filled, monkeypatch: pytest.MonkeyPatch, is_stopped: bool
) -> None:
    find, go_on = filled.window.browser._find, threading.Event()

    def slowly(query, wanted: int, progress: Progress, **how):
        while not go_on.wait(0.05):
            progress.step(1, 4, activity="Putting photos in order")
        return find(query, wanted, progress, **how)

    monkeypatch.setattr(filled.window.browser, "_find", slowly)
    filled.window.search_desk.arrange(Arrangement(Order.LIKENESS))
    filled.wait(lambda: "Putting photos in order: 25%" in filled.window.messages.text)
    filled.window.grid.choose(filled.id_of("green-0.png"))
    if is_stopped:
        filled.window.messages.action_button.click()
        assert filled.window.grid.chosen == filled.id_of("green-0.png")
    go_on.set()
    filled.wait(lambda: not filled.window.browser.is_searching)
    assert filled.window.messages.text == ""
    order = Order.ADDED if is_stopped else Order.LIKENESS
    assert filled.window.browser.place.query.arrangement.order is order


# --- what lies on top -----------------------------------------------------------------------------


def test_back_closes_what_lies_on_top_first(filled) -> None:
    filled.find_similar("red-0.png")
    filled.window.photo_desk.view_photo(filled.window.grid.photos.ids[0])
    filled.window.window_actions.back.trigger()
    assert filled.window.grid.isVisible()
    assert filled.searched_by == ["red-0.png"]
    filled.window.window_actions.back.trigger()
    assert filled.window.browser.place.query.is_everything


def test_a_part_is_chosen_on_the_photo_and_results_say_where(filled) -> None:
    filled.window.grid.choose(filled.id_of("red-0.png"))
    filled.window.window_actions.region.trigger()
    filled.wait(filled.window.region_editor.isVisible)
    assert filled.window.query_bar.isHidden()
    filled.window.browser.take_library(filled.library.photo_ids())
    assert filled.window.region_editor.isVisible()
    filled.window.region_editor.chosen.emit(Region(0, 0, 0.5, 0.5))
    filled.wait(lambda: filled.searched_by == ["red-0.png"])
    assert filled.window.grid.isVisible()


def test_photos_that_are_gone_leave_the_results(filled, photos: Path) -> None:
    filled.find_similar("red-0.png")
    (photos / "red-1.png").unlink()
    filled.window.window_actions.rescan.trigger()
    filled.wait(lambda: "red-1.png" not in found(filled))
    assert filled.searched_by == ["red-0.png"]
    assert len(found(filled)) == 6


def test_a_search_goes_on_by_a_photo_whose_file_is_gone(filled, photos: Path) -> None:
    filled.find_similar("red-0.png")
    (photos / "red-0.png").unlink()
    filled.window.window_actions.rescan.trigger()
    filled.wait(lambda: filled.window.status.library_text.startswith("7 photos"))
    filled.window.search_desk.mark(filled.id_of("green-0.png"), is_wanted=False)
    filled.wait(lambda: filled.searched_by == ["red-0.png", "green-0.png"])
    assert "red-1.png" in found(filled)
