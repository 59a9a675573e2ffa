import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from lookalike.gui.labels.held_labels import HeldLabels
from lookalike.gui.labels.label_box import LabelBox
from lookalike.gui.labels.label_choices import LabelChoice
from lookalike.gui.labels.label_shelf import LabelShelf


@pytest.fixture
def box(qtbot, theme, held_tasks, nodes) -> LabelBox:
    shelf = LabelShelf(lambda: nodes, held_tasks)
    shelf.refresh()
    held_tasks.run()
    window = QWidget()
    window.resize(800, 600)
    beneath = QPushButton("photos")
    QVBoxLayout(window).addWidget(beneath)
    qtbot.addWidget(window)
    made = LabelBox(shelf, theme, window)
    with qtbot.waitExposed(window):
        window.show()
    beneath.setFocus()
    made.told = []
    made.ask("Label 2 photos", made.told.append)
    return made


def type_keys(box: LabelBox, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    QTest.keyClicks(box.line, text)
    QTest.keyClick(box.line, key)


def test_typing_a_part_and_enter_gives_the_label_and_the_keyboard_goes_back(box) -> None:
    type_keys(box, "boo")
    assert [choice.label_id for choice in box.told] == [1]
    assert box.isHidden()
    assert box.parentWidget().findChild(QPushButton).hasFocus()


def test_a_new_name_is_made_nested_by_slashes(box) -> None:
    type_keys(box, "animals/dogs")
    assert box.told == [LabelChoice("animals/dogs")]


def test_arrows_choose_tab_completes_and_escape_gives_nothing(box) -> None:
    QTest.keyClick(box.line, Qt.Key.Key_Down)
    QTest.keyClick(box.line, Qt.Key.Key_Down)
    assert box.line.accessibleDescription() == "R&D <b>"
    QTest.keyClick(box.line, Qt.Key.Key_Tab)
    assert box.line.text() == "R&D <b>"
    QTest.keyClick(box.line, Qt.Key.Key_Escape)
    assert box.isHidden()
    assert box.told == []


def test_enter_with_nothing_typed_gives_nothing(box) -> None:
    QTest.keyClick(box.line, Qt.Key.Key_Return)
    assert box.told == []
    assert box.isHidden()


def test_it_marks_what_all_have_and_what_some_have(box) -> None:
    box.show_held(HeldLabels(2, {1: 2, 3: 1}))
    marks = {choice.label_id: choice.has_it for choice in box.choices}
    assert marks == {1: True, 3: None, 2: False, 4: False}


def test_a_click_leaves_it_open_for_more(qtbot, box) -> None:
    place = box.list.visualItemRect(box.list.item(0)).center()
    qtbot.mouseClick(box.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [choice.path for choice in box.told] == ["boots"]
    assert box.isVisible()


def test_it_goes_when_the_keyboard_is_wanted_elsewhere(box) -> None:
    box.parentWidget().findChild(QPushButton).setFocus()
    assert box.isHidden()


def test_where_only_labels_that_there_are_will_do_none_is_made(box) -> None:
    box.ask("Merge into", box.told.append, can_make=False)
    type_keys(box, "nowhere")
    assert box.told == []
