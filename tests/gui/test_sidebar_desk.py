from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lookalike.gui.browsing import BY_SIMILARITY
from lookalike.gui.panels.sidebar import EVERYTHING, PROBLEMS
from lookalike.library.search.questions import Question, UnitOfLayer
from lookalike.library.search.saved_searches import saved_searches


@pytest.fixture
def sidebar(driver, photos: Path):
    driver.window.resize(1280, 720)
    driver.bring_in(photos)
    made = driver.window.sidebar
    driver.wait(lambda: "red-0.png" in driver.shown and photos in keys(made))
    return made


def keys(sidebar) -> list[object]:
    """What its lines stand for, headings left out."""
    told = [item.data(0, Qt.ItemDataRole.UserRole + 1) for item in sidebar._items()]
    return [key for key in told if not str(key).startswith("heading")]


def found(driver) -> list[str]:
    """The names of all that was found, in stacks as well."""
    ids = list(driver.window.browser.place.answer.contents.photo_ids)
    return [photo.path.name for photo in driver.library.photos(ids)]


def current(sidebar) -> object:
    item = sidebar.currentItem()
    return item.data(0, Qt.ItemDataRole.UserRole + 1) if item else None


def save_reds(driver, sidebar) -> int:
    driver.find_similar("red-0.png")
    driver.window.window_actions.save_search.trigger()
    driver.wait(lambda: any(isinstance(key, int) for key in keys(sidebar)))
    return next(key for key in keys(sidebar) if isinstance(key, int))


def test_a_folder_shows_its_photos_and_its_line_is_marked(driver, sidebar, paint, photos) -> None:
    sidebar.wanted.emit(photos)
    driver.wait(lambda: driver.window.browser.place.query.question.words != "")
    assert len(driver.shown) == 8
    assert current(sidebar) == photos
    sidebar.wanted.emit(EVERYTHING)
    assert driver.window.browser.place.query.is_everything
    assert current(sidebar) == EVERYTHING


def test_problems_open_their_page(driver, sidebar) -> None:
    sidebar.wanted.emit(PROBLEMS)
    driver.wait(driver.window.pages.problems.isVisible)


def test_a_search_is_saved_under_a_name_of_its_own_once(driver, sidebar) -> None:
    number = save_reds(driver, sidebar)
    assert current(sidebar) == number
    driver.wait(lambda: driver.window.query_bar.view.is_saved)
    assert "Saved as “red-0”" in driver.window.messages.text
    driver.window.window_actions.save_search.trigger()
    driver.wait(lambda: driver.window._tasks.is_idle)
    assert [search.name for search in saved_searches(driver.library)] == ["red-0"]


def test_a_search_by_a_unit_is_saved_under_the_name_of_the_unit(driver, sidebar) -> None:
    driver.window.search_desk.search_by_unit(UnitOfLayer("map", 2))
    driver.wait(lambda: driver.window.browser.place.query.question.unit is not None)
    driver.window.sidebar_desk.save()
    driver.wait(lambda: any(isinstance(key, int) for key in keys(sidebar)))
    assert [search.name for search in saved_searches(driver.library)] == ["Unit 2 of map"]
    driver.window.show_all()
    assert current(sidebar) == EVERYTHING
    sidebar.wanted.emit(next(key for key in keys(sidebar) if isinstance(key, int)))
    driver.wait(lambda: driver.window.browser.place.query.saved is not None)
    query = driver.window.browser.place.query
    assert query.question == Question(unit=UnitOfLayer("map", 2))
    assert query.arrangement == BY_SIMILARITY
    assert found(driver)[0].startswith("blue")


def test_who_walked_on_while_a_search_was_saved_is_left_in_peace(driver, sidebar) -> None:
    driver.find_similar("red-0.png")
    driver.window.sidebar_desk.save()
    driver.window.browser.back()
    driver.wait(lambda: any(isinstance(key, int) for key in keys(sidebar)))
    assert driver.window.browser.place.query.saved is None
    assert driver.window.browser.place.query.is_everything
    driver.window.browser.forward()
    driver.wait(lambda: driver.searched_by == ["red-0.png"])
    assert driver.window.query_bar.view.is_saved


def test_a_saved_search_is_opened_as_it_was(driver, sidebar) -> None:
    number = save_reds(driver, sidebar)
    driver.window.show_all()
    sidebar.wanted.emit(number)
    driver.wait(lambda: driver.searched_by == ["red-0.png"])
    assert current(sidebar) == number
    assert driver.window.query_bar.view.is_saved


def test_a_saved_search_picks_up_new_photos(driver, sidebar, paint) -> None:
    save_reds(driver, sidebar)
    paint("red-9.png", "red", 9)
    driver.window.window_actions.rescan.trigger()
    driver.wait(lambda: "red-9.png" in found(driver))
    assert driver.searched_by == ["red-0.png"]


def test_renaming_and_deleting_show_at_once_and_deleting_can_be_undone(driver, sidebar) -> None:
    number = save_reds(driver, sidebar)
    sidebar.rename_wanted.emit(number, "Reds")
    driver.wait(lambda: [each.name for each in sidebar._view.saved] == ["Reds"])
    sidebar.delete_wanted.emit(number)
    driver.wait(lambda: number not in keys(sidebar))
    assert not driver.window.query_bar.view.is_saved
    assert "“Reds” was deleted." in driver.window.messages.text
    driver.window.messages.action_button.click()
    driver.wait(lambda: number in keys(sidebar))
    assert driver.window.messages.text == ""


def test_an_empty_name_is_a_sentence_and_the_old_one_comes_back(driver, sidebar) -> None:
    number = save_reds(driver, sidebar)
    sidebar.rename_wanted.emit(number, "  ")
    driver.wait(lambda: "needs a name" in driver.window.messages.text)
    assert [search.name for search in saved_searches(driver.library)] == ["red-0"]


def test_the_delete_key_on_a_line_leaves_the_chosen_photos_alone(driver, sidebar) -> None:
    number = save_reds(driver, sidebar)
    driver.window.grid.choose(driver.id_of("red-1.png"))
    trash = driver.window.window_actions.trash
    pressed: list[bool] = []
    trash.triggered.disconnect()
    trash.triggered.connect(lambda *_: pressed.append(True))
    sidebar.setFocus()
    assert sidebar.hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert pressed == []
    driver.wait(lambda: number not in keys(sidebar))
    driver.window.sidebar.show_current(EVERYTHING)
    sidebar.setFocus()
    assert sidebar.hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert pressed == []


def test_looks_do_not_overtake_each_other(driver, sidebar) -> None:
    desk = driver.window.sidebar_desk
    driver.wait(lambda: driver.window._tasks.is_idle)
    for _ in range(5):
        desk.refresh()
    assert len(driver.window._tasks._running) == 1
    driver.wait(lambda: driver.window._tasks.is_idle)
