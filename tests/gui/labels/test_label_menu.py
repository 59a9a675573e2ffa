import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from lookalike.gui.labels.label_menu import LabelMenu
from lookalike.gui.labels.label_shelf import LabelShelf
from lookalike.photos import Label, LabelId


@pytest.fixture
def menu(qtbot, theme, held_tasks, nodes):
    shelf = LabelShelf(lambda: nodes, held_tasks)
    shelf.refresh()
    held_tasks.run()
    shown = QMenu()
    qtbot.addWidget(shown)
    boots, cats = Label(LabelId(1), "boots"), Label(LabelId(3), "cats")
    made = LabelMenu(
        shown,
        shelf,
        lambda: [7, 8],
        lambda _: {7: (boots, cats), 8: (boots,)},
        QAction("Label…", shelf),
        theme,
        held_tasks,
    )
    made.shown = shown
    return made


def test_it_marks_what_the_chosen_photos_have_and_toggles(qtbot, menu, held_tasks) -> None:
    menu.shown.aboutToShow.emit()
    held_tasks.run()
    actions = menu.shown.actions()
    texts = [action.text() for action in actions]
    assert texts == ["boots\t1", "R&&D <b>\t2", "animals/cats", "animals", "", "Label…"]
    assert [action.isChecked() for action in actions[:4]] == [True, False, False, False]
    assert not actions[2].icon().isNull()
    with qtbot.waitSignal(menu.toggled) as told:
        actions[1].trigger()
    assert told.args == [4]


def test_late_answers_are_refused(menu, held_tasks) -> None:
    menu.shown.aboutToShow.emit()
    menu.shown.aboutToShow.emit()
    assert [task.is_refused for task in held_tasks.waiting] == [True, False]
