"""The parts of the page, its keys, and its room."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from lookalike.gui.layers.layers_page import LayersTab
from lookalike.gui.layers.pixels_choice import PixelsMethod

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(desk_driver):
    """With a photo, on the first layer: four units."""
    desk_driver.page.window().activateWindow()
    desk_driver.open()
    desk_driver.choose("stem", 0)
    desk_driver.page.setFocus()
    return desk_driver.page


@pytest.fixture
def press(page, desk_driver):
    """A key where the focus is, and all that follows."""

    def press_(key: Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or page, key, modifiers)
        desk_driver.tasks.run()

    return press_


@pytest.mark.parametrize(("there", "back"), [(Key.Key_Right, Key.Key_Left), (Key.Key_L, Key.Key_H)])
def test_right_and_left_go_from_unit_to_unit(page, press, there, back):
    press(there)
    assert page.units.chosen == 1
    assert page.unit_page.title == "Unit 1"
    press(back)
    assert page.units.chosen == 0


@pytest.mark.parametrize(("there", "back"), [(Key.Key_Down, Key.Key_Up), (Key.Key_J, Key.Key_K)])
def test_down_and_up_go_a_row_of_units_further(desk_driver, page, press, there, back, monkeypatch):
    steps = []
    monkeypatch.setattr(page.units, "step", lambda *step: steps.append(step))
    press(there)
    press(back)
    assert steps == [(0, 1), (0, -1)]


def test_u_and_o_go_from_layer_to_layer(page, press):
    press(Key.Key_O)
    assert page.strip.chosen.name == "block"
    assert page.units.view.count == 5
    press(Key.Key_U)
    press(Key.Key_U)
    assert page.strip.chosen.name == "pixels"


def test_z_shows_one_unit_large(page, press):
    press(Key.Key_Z)
    assert page.units.is_zoomed
    press(Key.Key_L)
    assert page.units.is_zoomed
    press(Key.Key_Z)
    assert not page.units.is_zoomed


def test_b_leads_back_to_the_pixels_and_then_to_the_next_method(page, press):
    press(Key.Key_B)
    assert page.tab is LayersTab.PIXELS
    assert page.pixels.choice.method is PixelsMethod.GRADIENT
    press(Key.Key_B)
    assert page.pixels.choice.method is PixelsMethod.DECONVNET


def test_d_freezes_what_is_asked_about(page, press):
    press(Key.Key_D)
    press(Key.Key_O)
    assert page.pixels.target.told == "Unit 0 of stem, at its peak"
    press(Key.Key_D)
    assert page.pixels.target.told.endswith("of block, at its peak")


def test_s_shows_patterns(page, press):
    press(Key.Key_S)
    assert page.controls.options.has_patterns
    press(Key.Key_S)
    assert not page.controls.options.has_patterns


def test_t_changes_gamma_and_with_shift_boosts(page, press):
    press(Key.Key_T)
    assert page.controls.options.gamma == 0.7
    press(Key.Key_T, SHIFT)
    assert page.controls.options.is_boosted
    assert page.controls.options.gamma == 0.7


def test_8_shows_the_classes_and_the_unit_again(page, press):
    press(Key.Key_8)
    assert page.tab is LayersTab.CLASSES
    press(Key.Key_8)
    assert page.tab is LayersTab.UNIT


def test_page_up_and_down_want_another_photo(qtbot, page, press):
    for key, step in ((Key.Key_PageUp, -1), (Key.Key_PageDown, 1)):
        with qtbot.waitSignal(page.step_wanted) as wanted:
            press(key)
        assert wanted.args == [step]


def test_f5_wants_the_tour(qtbot, page, press):
    with qtbot.waitSignal(page.demo_wanted):
        press(Key.Key_F5)


@pytest.mark.parametrize(("key", "modifiers"), [(Key.Key_Question, SHIFT), (Key.Key_H, SHIFT)])
def test_the_keys_are_told_until_escape(qtbot, page, press, key, modifiers):
    press(key, modifiers)
    assert page.help.isVisible()
    press(Key.Key_O)
    assert page.strip.chosen.name == "stem", "nothing reaches what is covered"
    with qtbot.assertNotEmitted(page.closed):
        press(Key.Key_Escape)
    assert not page.help.isVisible()
    assert QApplication.focusWidget() is page
    with qtbot.waitSignal(page.closed):
        press(Key.Key_Escape)


def test_escape_puts_the_keys_away_wherever_the_focus_went(qtbot, page, press):
    page.help.open()
    page._back.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.assertNotEmitted(page.closed):
        press(Key.Key_Escape)
    assert not page.help.isVisible()


@pytest.mark.parametrize(
    "focused",
    [
        lambda page: page.tabs.buttons[LayersTab.UNIT],
        lambda page: page.controls._boost,
        lambda page: page.controls._order,
        lambda page: page._pin,
        lambda page: page._network,
        lambda page: page.unit_page.maximised._make,
    ],
)
def test_letters_reach_the_page_from_each_of_its_parts(page, press, focused):
    focused(page).setFocus(Qt.FocusReason.TabFocusReason)
    assert QApplication.focusWidget() is focused(page)
    press(Key.Key_O)
    assert page.strip.chosen.name == "block"
    before = page.units.chosen
    press(Key.Key_H if before else Key.Key_L)
    assert page.units.chosen != before


def test_a_click_on_a_button_leaves_the_arrows_to_the_units(qtbot, page, press):
    for button in (page._pin, page.controls._boost, page.tabs.buttons[LayersTab.FOOLED]):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is page
    press(Key.Key_Right)
    assert page.units.chosen == 1


def test_a_panel_that_leaves_gives_its_focus_to_the_page(page, press):
    page.show_tab(LayersTab.CLASSES)
    page.classes.rows[0].setFocus(Qt.FocusReason.TabFocusReason)
    press(Key.Key_Return)
    assert page.tab is LayersTab.PIXELS
    assert QApplication.focusWidget() is page


def test_keys_with_ctrl_or_alt_are_left_to_the_window(page, press):
    for modifier in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier):
        press(Key.Key_O, modifier)
        press(Key.Key_B, modifier)
    assert page.strip.chosen.name == "stem"
    assert page.tab is LayersTab.UNIT


# --- words ----------------------------------------------------------------------------------------


def test_what_is_under_the_mouse_is_told(page):
    page.units.unit_hovered.emit(2)
    assert page._hovered.text().startswith("Unit 2")
    page.units.unit_hovered.emit(None)
    assert page._hovered.text() == ""


def test_the_page_and_all_of_its_buttons_have_names(page):
    assert page.windowTitle() == page.accessibleName() == "What the Network Sees"
    for button in page.findChildren(QAbstractButton):
        assert button.accessibleName() or button.text() or button.toolTip(), button


def test_what_cannot_be_shown_is_told_below_the_header(page):
    page.show_trouble("It is gone.", "Choose another one.")
    assert page.trouble.isVisible()
    assert page._back.isVisible()
    assert not page.strip.isVisible()
    page.show_layers()
    assert page.strip.isVisible()


def test_another_network_is_the_last_choice(qtbot, page):
    told = [action.text() for action in page._network.actions_in_menu]
    assert told == ["Tiny CNN", "Open a Network File…"]
    with qtbot.waitSignal(page.network_chosen) as chosen:
        page._network.actions_in_menu[1].trigger()
    assert chosen.args == [None]


# --- room -----------------------------------------------------------------------------------------


def overlaps(parts: list[QWidget], page: QWidget) -> list[tuple[QWidget, QWidget]]:
    places = [QRect(part.mapTo(page, QPoint()), part.size()) for part in parts]
    return [
        (parts[one], parts[other])
        for one in range(len(parts))
        for other in range(one)
        if places[one].intersects(places[other])
    ]


@pytest.mark.parametrize("other", [None, "blue-0.png"])
@pytest.mark.parametrize("size", [(640, 420), (900, 560), (1280, 660), (1920, 1000)])
def test_nothing_overlaps_or_is_cut(qtbot, desk_driver, page, size, other):
    desk_driver.open("red-0.png", other)
    page.resize(*size)
    QApplication.processEvents()
    parts: list[QWidget] = [page.strip, page.controls, page.units, page.tabs, page._right]
    parts += [page._back, page._network, page._after, page._name]
    if size[0] >= 800:
        parts += [page.input, page._pin, page._heat]
        parts += [page.beside] if other else []
    if other:
        parts.append(page.depth_plot)
    assert all(part.isVisible() for part in parts)
    assert overlaps(parts, page) == []
    for part in parts:
        assert page.rect().contains(QRect(part.mapTo(page, QPoint()), part.size())), part
        assert part.width() >= part.minimumSizeHint().width(), part
        least = part.minimumHeight() or part.minimumSizeHint().height()
        assert part.height() >= least, part
    for button in (page.controls._boost, page.controls._patterns):
        assert button.width() >= button.sizeHint().width()


def test_where_there_is_little_room_the_photo_is_one_of_the_tabs(desk_driver, page):
    assert not page.tabs.buttons[LayersTab.PHOTO].isVisible()
    page.resize(640, 420)
    QApplication.processEvents()
    assert page.tabs.buttons[LayersTab.PHOTO].isVisible()
    assert not page.input.isVisible()
    page.tabs.buttons[LayersTab.PHOTO].click()
    assert page.input.isVisible()
    assert not page.unit_page.isVisible()
    page.resize(1280, 600)
    QApplication.processEvents()
    assert page.input.isVisible()
    assert page.unit_page.isVisible()
    assert page.tab is LayersTab.UNIT
    assert not page.tabs.buttons[LayersTab.PHOTO].isVisible()
    assert page._parts.indexOf(page._input_part) == 0
