import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent

from lookalike.gui.panels.chip import Chip, ChipView, seen_part
from lookalike.gui.panels.chip_menu import WEIGHTS, weight_beside
from lookalike.photos import Region

# What Qt says of any popup offscreen.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Key = Qt.Key
MIDDLE = QPoint(34, 40)
SIGN, CROSS = QPoint(14, 14), QPoint(54, 14)


@pytest.fixture
def chip(qtbot, theme) -> Chip:
    made = Chip(theme)
    qtbot.addWidget(made)
    made.show_chip(ChipView("beach.jpg", weight=2.0), 1, 3)
    made.show()
    made.setFocus()
    return made


def picture(colour: str = "red") -> QImage:
    image = QImage(400, 400, QImage.Format.Format_RGB888)
    image.fill(QColor(colour))
    return image


def colour_at(chip: Chip, x: int, y: int) -> QColor:
    return chip.grab().toImage().pixelColor(x, y)


def test_a_chip_tells_all_that_it_shows(chip: Chip) -> None:
    assert chip.accessibleName() == "Example 1 of 3: beach.jpg, more like this, weight 2"
    chip.show_chip(ChipView("a.jpg", is_wanted=False, region=Region(0, 0, 1, 0.5)), 3, 3)
    assert chip.accessibleName() == "Example 3 of 3: a.jpg, less like this, a part of it"
    assert chip.toolTip() == "a.jpg\nLess like this · a part of it"


def test_a_name_is_never_taken_for_html(chip: Chip) -> None:
    chip.show_chip(ChipView("<b>bold</b>.jpg"), 1, 1)
    assert "&lt;b&gt;bold" in chip.toolTip()


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        (Key.Key_Minus, [False, 2.0]),
        (Key.Key_Up, [True, 3.0]),
        (Key.Key_Down, [True, 1.5]),
    ],
)
def test_keys_change_sign_and_weight(qtbot, chip: Chip, key: Key, wanted: list) -> None:
    with qtbot.waitSignal(chip.changed, timeout=500) as told:
        qtbot.keyClick(chip, key)
    assert told.args == wanted


def test_what_holds_already_is_not_told_again(qtbot, chip: Chip) -> None:
    with qtbot.assertNotEmitted(chip.changed):
        qtbot.keyClick(chip, Key.Key_Plus)
    chip.show_chip(ChipView("a.jpg", weight=4.0), 1, 1)
    with qtbot.assertNotEmitted(chip.changed):
        qtbot.keyClick(chip, Key.Key_Up)


def test_keys_remove_step_and_ask_for_a_part(qtbot, chip: Chip) -> None:
    for key, signal in ((Key.Key_Delete, chip.removed), (Key.Key_R, chip.region_wanted)):
        with qtbot.waitSignal(signal, timeout=500):
            qtbot.keyClick(chip, key)
    with qtbot.waitSignal(chip.step_wanted, timeout=500) as told:
        qtbot.keyClick(chip, Key.Key_Right)
    assert told.args == [1]


def test_the_windows_shortcuts_do_not_take_its_keys_but_keep_theirs(chip: Chip) -> None:
    def is_own(key: Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, held)
        event.ignore()
        chip.event(event)
        return event.isAccepted()

    assert all(map(is_own, (Key.Key_Delete, Key.Key_R, Key.Key_Plus, Key.Key_Left)))
    assert not is_own(Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert not is_own(Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert not is_own(Key.Key_Escape)


def test_a_click_on_the_sign_turns_it_and_on_the_cross_removes(qtbot, chip: Chip) -> None:
    with qtbot.waitSignal(chip.changed, timeout=500) as told:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=SIGN)
    assert told.args == [False, 2.0]
    with qtbot.waitSignal(chip.removed, timeout=500):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=CROSS)


def test_a_click_elsewhere_opens_the_menu(qtbot, chip: Chip, qapp) -> None:
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=MIDDLE)
    menu = qapp.activePopupWidget()
    assert menu.more.isChecked()
    assert not menu.less.isChecked()
    for act, signal in (
        (menu.less.trigger, chip.changed),
        (menu.part.trigger, chip.region_wanted),
        (menu.remove.trigger, chip.removed),
    ):
        with qtbot.waitSignal(signal, timeout=500):
            act()
    menu.close()


def test_the_menus_slider_goes_through_the_weights_and_leaves_up_and_down(qtbot, chip) -> None:
    menu = chip.open_menu()
    for _ in range(3):  # past the name, to the weight
        qtbot.keyClick(menu, Key.Key_Down)
    assert menu.weight.hasFocus()
    with qtbot.waitSignal(chip.changed, timeout=500) as told:
        qtbot.keyClick(menu.weight, Key.Key_Right)
    assert told.args == [True, 3.0]
    assert menu.weight.accessibleName() == "Weight ×3"
    qtbot.keyClick(menu.weight, Key.Key_Down)
    assert menu.activeAction() is menu.part
    menu.close()


def test_weights_go_up_and_down_and_end() -> None:
    assert [weight_beside(weight, 1) for weight in WEIGHTS] == [*WEIGHTS[1:], 4.0]
    assert [weight_beside(weight, -1) for weight in WEIGHTS] == [0.25, *WEIGHTS[:-1]]
    assert weight_beside(1.2, 1) == 1.5
    assert weight_beside(1.2, -1) == 1.0


@pytest.mark.parametrize("size", [QSize(300, 200), QSize(40, 400), QSize(64, 64)])
def test_without_a_region_the_middle_is_shown(size: QSize) -> None:
    seen = seen_part(size, None)
    assert seen.width() == seen.height() == min(size.width(), size.height())
    assert abs(2 * seen.x() + seen.width() - size.width()) <= 1
    assert abs(2 * seen.y() + seen.height() - size.height()) <= 1


@pytest.mark.parametrize(
    "region", [Region(0, 0, 0.1, 0.1), Region(0.9, 0.9, 0.1, 0.1), Region(0, 0.4, 1, 0.2)]
)
def test_a_region_is_always_inside_what_is_shown(region: Region) -> None:
    seen = seen_part(QSize(300, 200), region)
    assert seen.x() <= 300 * region.x + 1
    assert seen.y() <= 200 * region.y + 1
    assert seen.x() + seen.width() >= 300 * (region.x + region.width) - 1
    assert seen.y() + seen.height() >= 200 * (region.y + region.height) - 1


def test_outside_of_the_region_is_dimmed(chip: Chip) -> None:
    chip.show_chip(ChipView("a.jpg", picture(), region=Region(0.4, 0.4, 0.2, 0.2)), 1, 1)
    assert colour_at(chip, 34, 34) == QColor("red")
    assert colour_at(chip, 34, 7).red() < 180
    chip.show_chip(ChipView("a.jpg", picture()), 1, 1)
    assert colour_at(chip, 34, 7) == QColor("red")
    chip.show_chip(ChipView("a.jpg", picture("blue")), 1, 1)
    assert colour_at(chip, 34, 7) == QColor("blue")


def test_for_and_against_differ_by_more_than_colour(chip: Chip) -> None:
    """The upright stroke of the plus is on the badge, or is not."""
    badge = [colour_at(chip, 16, y).name() for y in (11, 12, 20, 21)]
    chip.show_chip(ChipView("beach.jpg", is_wanted=False), 1, 3)
    turned = [colour_at(chip, 16, y).name() for y in (11, 12, 20, 21)]
    assert len(set(badge)) > 1
    assert len(set(turned)) == 1
