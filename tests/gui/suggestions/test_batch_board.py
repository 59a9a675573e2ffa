import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest

from lookalike.gui.suggestions.batch_board import BatchBoard
from lookalike.gui.suggestions.suggestion_work import KnownLabel
from lookalike.photos import Label, LabelId


@pytest.fixture
def board(qtbot, feed, theme, labels, make_suggestion) -> BatchBoard:
    """Of forty photos, from 99 % down to 60 %."""
    made = BatchBoard(feed, theme)
    qtbot.addWidget(made)
    made.resize(900, 500)
    with qtbot.waitExposed(made):
        made.show()
    found = [make_suggestion(number, 1 - number / 100) for number in range(1, 41)]
    made.show_found(KnownLabel(labels.boots, "boots"), found)
    return made


def test_the_slider_lets_the_probable_ones_through(board) -> None:
    board.set_least(0.9)
    assert len(board.shown) == len(board.grid.photos.shown) == 10
    assert board.accept.words == "Accept 10 as boots"
    assert [each.caption for each in board.grid.photos.shown[:2]] == ["99%", "98%"]


def test_what_is_to_be_expected_is_the_sum_of_the_probabilities_to_be_wrong(board) -> None:
    board.set_least(0.8)
    assert board.text.startswith("About 2 of 20 will be wrong.")
    board.set_least(0.98)
    assert board.text == "Of 2, probably none will be wrong."


def test_unchecked_photos_are_not_accepted_and_stay_unchecked(qtbot, board) -> None:
    board.set_least(0.98)
    board.grid.photo_chosen.emit(0)
    board.set_least(0.9)
    board.set_least(0.98)
    with qtbot.waitSignal(board.accept_wanted) as told:
        board.accept.click()
    assert [each.photo_id for each in told.args[0]] == [2]


def test_another_label_begins_with_all_checked(board, make_suggestion) -> None:
    board.grid.toggle(0)
    other = KnownLabel(Label(LabelId(9), "hats"), "hats")
    board.show_found(other, [make_suggestion(1, 0.99)])
    assert len(board.checked) == 1


def test_the_keyboard_unchecks_and_accepts(qtbot, board) -> None:
    of_the_window = QAction(board, shortcut=QKeySequence("Space"))
    board.addAction(of_the_window)
    of_the_window.triggered.connect(board.grid.photos.unchecked.clear)
    board.set_least(0.95)
    board.grid.setFocus()
    QTest.keyClick(board.grid, Qt.Key.Key_Right)
    QTest.keyClick(board.grid, Qt.Key.Key_Space)
    with qtbot.waitSignal(board.accept_wanted) as told:
        QTest.keyClick(board.grid, Qt.Key.Key_Return)
    assert [each.photo_id for each in told.args[0]] == [1, 3, 4, 5]
    assert board.chosen == 2


def test_where_nothing_is_so_certain_the_board_says_what_is(board, make_suggestion, labels) -> None:
    board.show_found(KnownLabel(labels.boots, "boots"), [make_suggestion(1, 0.7)])
    board.set_least(0.95)
    assert board.nothing_text == "No photo is so certain"
    assert not board.accept.isEnabled()
    board.show_found(KnownLabel(labels.boots, "boots"), [])
    assert board.nothing_text == "Nothing left to accept"
