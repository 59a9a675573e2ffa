from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lookalike.gui import demo_door


def press(driver, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or driver.window, key)


def shown_photo(driver) -> str:
    footer = driver.window.doors.demo.page.footer
    return footer.photo if footer else ""


def test_f5_begins_the_tour_with_the_chosen_photo_and_f5_ends_it(driver, photos: Path) -> None:
    driver.bring_in(photos)
    window = driver.window
    window.grid.choose(driver.id_of("green-1.png"))
    window.grid.setFocus()
    press(driver, Qt.Key.Key_F5)
    driver.wait(lambda: shown_photo(driver) == "green-1.png  ·  1 of 8")
    assert window.isFullScreen()
    assert window.doors.demo.page.isVisible()
    assert not window.menuBar().isVisible()
    assert not window.statusBar().isVisible()
    assert not window.sidebar.isVisible()
    press(driver, Qt.Key.Key_Down)
    after = driver.shown[(driver.shown.index("green-1.png") + 1) % 8]
    driver.wait(lambda: shown_photo(driver).startswith(after))
    press(driver, Qt.Key.Key_F5)
    assert not window.isFullScreen()
    assert window.grid.isVisible()
    assert window.menuBar().isVisible()
    assert window.doors.demo.page.slide is None


def test_a_window_that_had_the_full_screen_keeps_it(driver, photos: Path) -> None:
    driver.bring_in(photos)
    driver.window.showFullScreen()
    driver.window.window_actions.demo.trigger()
    driver.wait(lambda: bool(shown_photo(driver)))
    press(driver, Qt.Key.Key_Escape)
    assert driver.window.isFullScreen()
    assert driver.window.grid.isVisible()


def test_in_a_window_too_there_is_nothing_but_the_tour(driver, photos: Path) -> None:
    driver.bring_in(photos)
    driver.window.window_actions.demo.trigger()
    driver.wait(lambda: bool(shown_photo(driver)))
    press(driver, Qt.Key.Key_F11)
    driver.wait(lambda: not driver.window.isFullScreen())
    for part in (driver.window.menuBar(), driver.window.statusBar(), driver.window.sidebar):
        assert not part.isVisible()
    press(driver, Qt.Key.Key_Escape)
    assert driver.window.menuBar().isVisible()
    assert not driver.window.isFullScreen()


def test_photos_chosen_in_the_grid_are_the_only_ones_shown(driver, photos: Path) -> None:
    driver.bring_in(photos)
    driver.window.grid.setFocus()
    driver.window.grid.selectAll()
    driver.window.grid.choose(driver.id_of("red-0.png"))
    QTest.keyClick(driver.window.grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    selected = len(driver.window.grid.selected)
    driver.window.window_actions.demo.trigger()
    driver.wait(lambda: bool(shown_photo(driver)))
    assert selected == 2
    assert shown_photo(driver).endswith("of 2")


def test_from_the_page_about_layers_the_tour_begins_with_its_photo_and_leads_back(
    driver, photos: Path
) -> None:
    driver.bring_in(photos)
    window = driver.window
    window.doors.layers.open_photo(driver.id_of("blue-0.png"))
    driver.wait(window.doors.layers.page.isVisible)
    press(driver, Qt.Key.Key_F5)
    driver.wait(lambda: shown_photo(driver).startswith("blue-0.png"))
    assert window.windowTitle().startswith("Tour of the Layers")
    press(driver, Qt.Key.Key_Escape)
    assert window.doors.layers.page.isVisible()


def test_the_tour_is_bounded(driver, photos: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo_door, "MOST_PHOTOS", 3)
    driver.bring_in(photos)
    driver.window.window_actions.demo.trigger()
    driver.wait(lambda: shown_photo(driver).endswith("1 of 3"))


def test_pictures_of_a_folder_are_shown_and_stay_out_of_the_library(driver, photos: Path) -> None:
    paths = sorted(photos.iterdir())[:2]
    driver.window.doors.demo.open_paths(paths)
    driver.wait(lambda: shown_photo(driver) == "blue-0.png  ·  1 of 2")
    assert driver.library.photo_ids() == []


def test_without_pictures_those_of_the_library_are_shown(driver, photos: Path) -> None:
    driver.bring_in(photos)
    driver.window.doors.demo.open_paths(())
    driver.wait(lambda: shown_photo(driver).endswith("1 of 8"))


def test_an_empty_library_has_no_tour_to_show(driver) -> None:
    assert not driver.window.window_actions.demo.isEnabled()
    driver.window.doors.demo.open_paths(())
    driver.wait(lambda: driver.window.doors.demo.page.slide is not None)
    assert driver.window.doors.demo.page.slide.headline == "There are no photos to show"


def test_a_tour_that_ended_while_photos_were_looked_for_shows_nothing(driver, photos) -> None:
    driver.bring_in(photos)
    driver.window.window_actions.demo.trigger()
    driver.window.back()
    driver.wait(lambda: driver.window._tasks.is_idle)
    assert driver.window.doors.demo.page.slide is None
