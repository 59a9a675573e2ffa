import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from lookalike.gui.layers.classes_panel import ClassesPanel, ClassesView, Guess

MAP = np.zeros((8, 8, 3), np.uint8)
GUESSES = (
    Guess(281, "tabby", 0.62, MAP),
    Guess(282, "<b>tiger cat</b>", 0.3),
    Guess(287, "lynx", 0.012),
)
OTHER = (Guess(207, "golden retriever", 0.9, MAP),)


@pytest.fixture
def panel(qtbot, theme) -> ClassesPanel:
    made = ClassesPanel(theme)
    qtbot.addWidget(made)
    made.resize(352, 560)
    made.show()
    return made


def texts(panel: ClassesPanel) -> list[str]:
    return [row.text for row in panel.rows]


def test_the_guesses_are_shown_likeliest_first_with_their_maps(panel) -> None:
    panel.show_classes(ClassesView(GUESSES))
    assert texts(panel) == ["tabby, 62%", "<b>tiger cat</b>, 30%", "lynx, 1.2%"]
    assert panel.rows[0].tile.view.pixels is MAP
    assert "&lt;b&gt;" in panel.rows[1].toolTip()


def test_a_click_and_a_key_choose_a_class(qtbot, panel) -> None:
    panel.show_classes(ClassesView(GUESSES))
    with qtbot.waitSignal(panel.class_chosen, timeout=1000) as told:
        qtbot.mouseClick(panel.rows[1], Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert told.args == [282]
    with qtbot.waitSignal(panel.class_chosen, timeout=1000) as told:
        qtbot.keyClick(panel.rows[0], Qt.Key.Key_Space)
    assert told.args == [281]


def test_the_chosen_class_is_marked_on_both_photos(panel) -> None:
    panel.show_classes(ClassesView(GUESSES, chosen=207, other=OTHER, other_name="dogs.jpg"))
    assert [row.is_chosen for row in panel.rows] == [False, False, False, True]


def test_a_second_photo_is_named_and_can_leave_again(panel) -> None:
    compared = ClassesView(GUESSES, name="cat.jpg", other=OTHER, other_name="dogs.jpg")
    panel.show_classes(compared)
    assert texts(panel)[-1] == "golden retriever, 90%"
    assert panel._lists[0]._name.text() == "cat.jpg"
    panel.show_classes(ClassesView(GUESSES[:1], name="cat.jpg"))
    assert texts(panel) == ["tabby, 62%"]
    assert not panel._lists[0]._name.isVisibleTo(panel)


def test_the_photos_stand_side_by_side_where_there_is_room(qtbot, panel) -> None:
    panel.show_classes(ClassesView(GUESSES, other=OTHER, other_name="dogs.jpg", name="cat.jpg"))
    this, other = panel._lists
    qtbot.waitUntil(lambda: other.y() > this.y())
    panel.resize(480, 560)
    qtbot.waitUntil(lambda: other.x() > this.geometry().right() and other.y() == this.y())


def test_a_network_without_class_maps_says_so(panel) -> None:
    panel.show_classes(ClassesView(GUESSES, has_maps=False))
    assert "does not tell where" in panel.hint
    assert not panel.rows[0].tile.isVisibleTo(panel)
    panel.show_classes(ClassesView(GUESSES))
    assert panel.rows[0].tile.isVisibleTo(panel)


def test_a_network_without_classes_and_a_page_without_photo_say_so(panel) -> None:
    assert panel.empty_title == "No photo yet"
    panel.show_no_classes()
    assert panel.empty_title == "This network knows no classes"
