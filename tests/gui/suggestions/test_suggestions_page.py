from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence
from PySide6.QtTest import QTest

from lookalike.gui.suggestions.suggestions_desk import SuggestionsDesk
from lookalike.gui.suggestions.suggestions_page import Way
from lookalike.gui.suggestions.why_label_words import WhyLabelWords
from lookalike.gui.undo_list import UndoList
from lookalike.library.drawing.heat import HeatMode
from lookalike.photos import Label, LabelId

LONG = "Sonderanfertigungen für Großveranstaltungen im Außenbereich"


def test_its_keys_come_before_those_of_the_window(page, desk, taught, held_tasks) -> None:
    heard = []
    for keys in ("1", "Delete", "Space", "Ctrl+Z"):
        action = QAction(page, shortcut=QKeySequence(keys))
        action.triggered.connect(lambda _, keys=keys: heard.append(keys))
        page.addAction(action)
    for key in (Qt.Key.Key_1, Qt.Key.Key_Delete, Qt.Key.Key_Space):
        QTest.keyClick(page, key)
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    held_tasks.run()
    assert heard == []
    assert desk.current.photo_id == 3


def test_escape_leaves_the_reasons_then_the_many_then_the_page(qtbot, page, desk) -> None:
    QTest.keyClick(page, Qt.Key.Key_B)
    assert page.way is Way.TOGETHER
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.way is Way.ONE_BY_ONE
    QTest.keyClick(page, Qt.Key.Key_W)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.is_why_open
    with qtbot.waitSignal(page.closed):
        QTest.keyClick(page, Qt.Key.Key_Escape)


def test_the_keyboard_goes_along_to_the_many_and_back(page, desk, held_tasks) -> None:
    QTest.keyClick(page, Qt.Key.Key_B)
    held_tasks.run()
    assert page.batch.grid.hasFocus()
    QTest.keyClick(page.batch.grid, Qt.Key.Key_Escape)
    assert page.hasFocus()


def test_each_order_is_explained_in_a_sentence(page, desk) -> None:
    assert page.about_text.startswith("The surest come first")
    page.orders.buttons["useful"].click()
    assert page.about_text.startswith("Those come first whose answer teaches most")


def test_the_buttons_answer_as_the_keys_do(page, desk) -> None:
    page.answers.accept.click()
    page.answers.reject.click()
    page.answers.skip.click()
    assert desk.current.photo_id == 4
    page.answers.undo.click()
    assert desk.current.photo_id == 3
    page.question.others.buttons[0].click()
    assert desk.current.photo_id == 4


def test_the_window_hears_that_another_photo_is_looked_at(qtbot, page, desk, held_tasks) -> None:
    with qtbot.waitSignal(page.chosen_changed):
        QTest.keyClick(page, Qt.Key.Key_Space)
    assert page.chosen == 2
    QTest.keyClick(page, Qt.Key.Key_B)
    held_tasks.run()
    with qtbot.waitSignal(page.chosen_changed):
        QTest.keyClick(page.batch.grid, Qt.Key.Key_Right)
    assert page.chosen == page.batch.chosen == 2


def test_a_click_into_the_strip_asks_about_that_photo_first(page, desk) -> None:
    page.strip.photo_chosen.emit(3)
    assert page.stage.photo_id == 4
    assert [int(each.photo_id) for each in page.strip.photos.shown] == [4, 1, 2, 3, 5, 6]


def test_labels_without_a_key_are_in_a_menu(qtbot, page, taught, held_tasks, monkeypatch) -> None:
    known = [
        type(taught.known[0])(Label(LabelId(n), f"label {n}"), f"label {n}") for n in range(1, 13)
    ]
    monkeypatch.setattr(type(taught), "known", property(lambda _: known))
    SuggestionsDesk(None, page, UndoList(), held_tasks).open()
    held_tasks.run()
    assert [row.key for row in page.question.others.rows] == [2, 3, 4, 5, 6, 7, 8, 9]
    menu = page.question.more.menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["label 10", "label 11", "label 12"]
    with qtbot.waitSignal(page.other_chosen) as told:
        menu.actions()[0].trigger()
    assert told.args == [10]


@pytest.mark.parametrize("width", [640, 1060])
def test_long_names_are_cut_and_leave_every_key_to_be_seen(
    make_page, taught, held_tasks, make_suggestion, monkeypatch, width
) -> None:
    label = Label(LabelId(1), LONG)
    taught.suggestions = [make_suggestion(1, 0.9, label)]
    known = [type(taught.known[0])(label, LONG, 3)]
    monkeypatch.setattr(type(taught), "known", property(lambda _: known))
    page = make_page(width, 480)
    SuggestionsDesk(None, page, UndoList(), held_tasks).open()
    held_tasks.run()
    answers = page.answers
    row = [answers.accept, answers.reject, answers.skip, answers.undo, answers.why]
    places = [button.geometry() for button in row]
    assert not any(one.intersects(other) for one, other in combinations(places, 2))
    assert all(answers.rect().contains(place) for place in places)
    assert page.width() == width
    metrics = QFontMetrics(answers.accept.font())
    assert all(button.width() > metrics.horizontalAdvance("Enter") + 30 for button in row)
    assert LONG in answers.accept.toolTip()


def test_one_label_alone_is_told_what_a_second_one_is_for(
    page, taught, held_tasks, labels, monkeypatch
) -> None:
    known = [type(taught.known[0])(labels.boots, "boots", 3)]
    monkeypatch.setattr(type(taught), "known", property(lambda _: known))
    SuggestionsDesk(None, page, UndoList(), held_tasks).open()
    held_tasks.run()
    assert page.question.is_alone


def test_the_mouse_tells_what_a_part_adds_and_the_cells_sum_to_the_score(
    qtbot, page, desk, held_tasks, why_by_cells
) -> None:
    QTest.keyClick(page, Qt.Key.Key_W)
    held_tasks.run()
    corner = page.heat.shown_rect.topLeft() + QPointF(3, 3)
    QTest.mouseMove(page.heat, corner.toPoint())
    assert page.heat.spotted == (0, 0)
    assert WhyLabelWords().cell(why_by_cells, (0, 0)) == "+1.50 of +1.50"
    assert why_by_cells.cells.sum() + why_by_cells.bias == why_by_cells.score
    modes = [page.heat.mode]
    for _ in range(3):
        QTest.keyClick(page, Qt.Key.Key_H)
        modes.append(page.heat.mode)
    assert modes == [HeatMode.SOFT, HeatMode.NEAREST, HeatMode.OFF, HeatMode.SOFT]
