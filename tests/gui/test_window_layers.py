"""The page about layers in the window: how a person gets there, about, and back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lookalike.gui.layers.layers_page import LayersTab
from lookalike.library.library import Library
from lookalike.settings import Settings

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def library(tmp_path: Path, make_cnn):
    """Of the network with layers, in place of the one that has none."""
    network = make_cnn()
    settings = Settings(network=network.name, device="cpu")
    with Library.open(tmp_path / "library", settings, networks=network.parent) as opened:
        yield opened


@pytest.fixture
def window(window):
    window.resize(1280, 720)
    return window


@pytest.fixture
def page(driver, photos):
    driver.bring_in(photos)
    driver.window.activateWindow()
    return driver.window.doors.layers.page


@pytest.fixture
def press(driver):
    def press_(key: Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or driver.window, key, modifiers)

    return press_


@pytest.fixture
def wait_for(driver, page):
    """Until the page shows a photo, whole."""

    def wait(name: str) -> None:
        driver.wait(
            lambda: (
                page.input.view is not None
                and page.input.view.caption.endswith(f" on {name}")
                and not page.input.is_stale
                and not page.classes.is_stale
                and page.unit_page.patches._view is not None
            )
        )

    return wait


def choose(driver, *names: str) -> None:
    grid = driver.window.grid
    grid.choose(driver.id_of(names[0]))
    for name in names[1:]:
        grid.picking.toggle(grid.photos.row_of(driver.id_of(name)))
    grid.setFocus()


def test_ctrl_i_looks_into_the_chosen_photo_and_escape_leads_back(driver, page, press, wait_for):
    choose(driver, "green-0.png")
    press(Key.Key_I, Ctrl)
    assert driver.window.overlays.top is page
    assert QApplication.focusWidget() is page
    wait_for("green-0.png")
    assert driver.window.windowTitle() == "What the Network Sees"
    assert not driver.window._tools.isVisible()
    assert not driver.window.sidebar.isVisible()
    press(Key.Key_Escape)
    assert driver.window.overlays.top is None
    assert driver.window.grid.isVisible()
    assert driver.window._tools.isVisible()
    assert driver.window.grid.chosen == driver.id_of("green-0.png")
    assert QApplication.focusWidget() is driver.window.grid


def test_the_grid_follows_the_photos_that_are_walked_through(driver, page, press, wait_for):
    names = driver.shown
    choose(driver, names[2])
    press(Key.Key_I, Ctrl)
    wait_for(names[2])
    unit = page.units.chosen
    press(Key.Key_PageDown)
    wait_for(names[3])
    assert page.units.chosen == unit
    press(Key.Key_PageUp)
    press(Key.Key_PageUp)
    wait_for(names[1])
    press(Key.Key_Escape)
    assert driver.window.grid.chosen == driver.id_of(names[1])


def test_two_chosen_photos_are_compared(driver, page, press, wait_for):
    choose(driver, "red-0.png", "blue-0.png")
    press(Key.Key_I, Ctrl)
    first = driver.window.photo_desk._grid.selected[0]
    driver.wait(lambda: page.beside.isVisible() and bool(page.depth_plot._view.values))
    assert driver.window.doors.layers.desk.photo_id == first


def test_a_result_is_compared_with_what_it_was_found_by(driver, page, press, wait_for):
    driver.find_similar("red-0.png")
    choose(driver, "red-1.png")
    press(Key.Key_I, Ctrl)
    wait_for("red-1.png")
    driver.wait(lambda: bool(page.depth_plot._view.values))
    assert page.beside.view.caption.endswith(" on red-0.png")
    told = [action.text() for action in page.controls._order.actions_in_menu]
    assert "By share in the match" in told
    press(Key.Key_Escape)
    assert driver.searched_by == ["red-0.png"]


def test_a_unit_is_a_query_and_back_leads_to_where_the_person_was(driver, page, press, wait_for):
    choose(driver, "red-0.png")
    press(Key.Key_I, Ctrl)
    wait_for("red-0.png")
    layer, unit = page.strip.chosen.name, page.units.chosen
    shown = [patch.name for patch in page.unit_page.patches._view.patches]
    page.unit_page.patches._query.click()
    driver.wait(lambda: bool(driver.window.browser.place.query.question.unit))
    assert driver.window.overlays.top is None
    assert driver.shown[: len(shown)] == shown, "the strongest first"
    assert driver.window.windowTitle() == f"Unit {unit} of {layer}"
    assert driver.window.browser.place.answer.detail == f"What excites unit {unit} of {layer} most"
    choose(driver, driver.shown[1])
    press(Key.Key_I, Ctrl)
    wait_for(driver.shown[1])
    press(Key.Key_Escape)
    driver.window.window_actions.back.trigger()
    driver.wait(lambda: driver.window.browser.place.query.is_everything)
    assert len(driver.shown) == 8


def test_a_photo_that_excites_the_unit_opens_on_the_page(driver, page, press, wait_for):
    choose(driver, "red-0.png")
    press(Key.Key_I, Ctrl)
    wait_for("red-0.png")
    patch = next(
        patch for patch in page.unit_page.patches._view.patches if patch.name != "red-0.png"
    )
    page.unit_page.photo_wanted.emit(patch.photo_id)
    wait_for(patch.name)


def test_the_windows_shortcuts_do_not_take_the_keys_of_the_page(driver, page, press, wait_for):
    choose(driver, "red-0.png")
    press(Key.Key_I, Ctrl)
    wait_for("red-0.png")
    press(Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    assert page.help.isVisible()
    press(Key.Key_Escape)
    assert driver.window.overlays.top is page
    before = page.strip.chosen
    press(Key.Key_U)
    assert page.strip.chosen != before
    page.tabs.buttons[LayersTab.UNIT].setFocus(Qt.FocusReason.TabFocusReason)
    press(Key.Key_O)
    assert page.strip.chosen == before
    press(Key.Key_Escape)
    assert driver.window.overlays.top is None


def test_letters_in_the_filter_box_stay_there(driver, page, press):
    box = driver.window.filter_box
    box.focus_box()
    for key in (Key.Key_O, Key.Key_U, Key.Key_Z):
        press(key)
    assert QApplication.focusWidget().text() == "ouz"
    assert page.strip.chosen is None


def test_a_photo_that_leaves_while_it_is_looked_at_takes_the_page_with_it(
    driver, page, press, wait_for, photos
):
    choose(driver, "red-0.png")
    press(Key.Key_I, Ctrl)
    wait_for("red-0.png")
    (photos / "red-0.png").unlink()
    from lookalike.library.intake import import_engine
    from lookalike.progress import Progress

    import_engine.bring_in(driver.library, [photos], Progress())
    driver.window.library_look.look()
    driver.wait(lambda: driver.window.overlays.top is None)
    assert driver.window.grid.isVisible()


@pytest.mark.parametrize("size", [(640, 480), (1000, 620), (1280, 720)])
def test_the_page_fits_into_small_windows(driver, page, press, wait_for, size):
    driver.window.resize(*size)
    choose(driver, "red-0.png", "blue-0.png")
    press(Key.Key_I, Ctrl)
    driver.wait(lambda: bool(page.depth_plot._view.values))
    QApplication.processEvents()
    assert driver.window.size().toTuple() == size
    inside = page.rect()
    for part in (page.strip, page.units, page.tabs, page._right, page.depth_plot, page._back):
        assert inside.contains(QRect(part.mapTo(page, QPoint()), part.size())), part


def test_a_network_file_that_is_none_is_told_in_the_window(driver, page, press, wait_for, tmp_path):
    choose(driver, "red-0.png")
    press(Key.Key_I, Ctrl)
    wait_for("red-0.png")
    (tmp_path / "bad.onnx").write_text("no network")
    driver.window.doors.layers.desk.open_network(tmp_path / "bad.onnx")
    driver.wait(driver.window.messages.isVisible)
    assert "bad.onnx" in driver.window.messages.text
    assert page.units.isVisible()
