import pytest
from PySide6.QtCore import Qt

from lookalike.gui.panels.space_button import SpaceButton
from lookalike.library.search.spaces import SpaceChoice

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
SPACES = [
    SpaceChoice("content", "Content", "What is in the picture."),
    SpaceChoice("shape", "Shape", "Outlines and their directions.", missing=3921),
]


@pytest.fixture
def button(qtbot, theme) -> SpaceButton:
    made = SpaceButton(theme)
    qtbot.addWidget(made)
    made.show_spaces(SPACES, "content", "cosine")
    made.show()
    return made


def spoken(button: SpaceButton) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    return [button.list.item(row).data(role) for row in range(button.list.count())]


def test_it_says_what_is_in_use_and_explains_it(button: SpaceButton) -> None:
    assert button.text() == "By: Content ▾"
    assert button.toolTip().endswith("What is in the picture.")
    button.show_short(True)
    assert button.text() == "Content ▾"
    assert button.accessibleName() == "By: Content"


def test_each_space_is_explained_and_a_missing_one_says_so(button: SpaceButton) -> None:
    button.click()
    assert button.list.currentRow() == 0
    assert spoken(button)[:2] == [
        "Content. What is in the picture.",
        "Shape. not built yet · photos to look at: 3,921. Outlines and their directions.",
    ]
    button.list.close()


def test_a_space_that_is_not_built_can_be_chosen_by_mouse(qtbot, button: SpaceButton) -> None:
    button.click()
    place = button.list.visualItemRect(button.list.item(1)).center()
    with qtbot.waitSignal(button.by_wanted, timeout=500) as told:
        qtbot.mouseClick(button.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == ["shape"]
    assert not button.list.isVisible()


def test_a_space_can_be_chosen_by_keys_or_not_at_all(qtbot, button: SpaceButton) -> None:
    button.click()
    qtbot.keyClick(button.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(button.by_wanted, timeout=500) as told:
        qtbot.keyClick(button.list, Qt.Key.Key_Return)
    assert told.args == ["shape"]
    button.click()
    with qtbot.assertNotEmitted(button.by_wanted):
        qtbot.keyClick(button.list, Qt.Key.Key_Escape)
    assert not button.list.isVisible()


def test_the_list_stays_on_the_screen(qtbot, button: SpaceButton) -> None:
    screen = button.screen().availableGeometry()
    button.move(screen.right() - 40, screen.bottom() - 40)
    button.open_list()
    # Offscreen every window is given a frame of 2 pixels.
    assert screen.adjusted(0, 0, 2, 2).contains(button.list.geometry())
    button.list.close()


def test_distances_are_explained_and_chosen_beneath_the_spaces(qtbot, button: SpaceButton) -> None:
    button.show_spaces(SPACES, "content", "l2")
    assert button.text() == "By: Content · L2 ▾"
    assert "L2, straight line. " in button.toolTip()
    button.click()
    cosine, l2, l1 = spoken(button)[3:]
    assert cosine.startswith("How far apart they are. Cosine. ")
    assert "Every photo is compared." in l2
    assert "Every photo is compared." in l1
    place = button.list.visualItemRect(button.list.item(5)).center()
    with qtbot.waitSignal(button.metric_wanted, timeout=500) as told:
        qtbot.mouseClick(button.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == ["l1"]


def test_a_mix_is_made_with_a_slider_for_each_space(qtbot, button: SpaceButton) -> None:
    button.click()
    place = button.list.visualItemRect(button.list.item(2)).center()
    qtbot.mouseClick(button.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert button.sliders.isVisible()
    with qtbot.waitSignal(button.by_wanted, timeout=500) as told:
        button.sliders.sliders["shape"].setValue(5)
        button.sliders.sliders["content"].setValue(5)
    assert told.args == ["content*5+shape*5"]
    button.show_spaces(SPACES, "content*5+shape*5", "cosine")
    assert button.text() == "By: Content + Shape ▾"
    button.sliders.close()
    button.click()
    assert spoken(button)[2].startswith("Mix…. 50% Content + 50% Shape.")
    button.list.close()


def test_something_of_a_mix_always_counts(qtbot, button: SpaceButton) -> None:
    button.show_spaces(SPACES, "shape", "cosine")
    button.open_sliders()
    with qtbot.waitSignal(button.by_wanted, timeout=500) as told:
        button.sliders.sliders["shape"].setValue(0)
    assert told.args == ["shape"]
    qtbot.keyClick(button.sliders, Qt.Key.Key_Return)
    assert not button.sliders.isVisible()


def test_sliders_open_at_the_shares_of_the_mix(button: SpaceButton) -> None:
    button.show_spaces(SPACES, "content*0.8+shape*0.2", "cosine")
    button.open_sliders()
    values = {name: slider.value() for name, slider in button.sliders.sliders.items()}
    assert values == {"content": 10, "shape": 2}
    button.sliders.close()
