import pytest
from PySide6.QtCore import Qt

from lookalike.gui.evaluation.worst_board import ANSWERS, QUERY, WORDS, WorstBoard


@pytest.fixture
def board(qtbot, feed, theme, ways) -> WorstBoard:
    made = WorstBoard(feed, theme)
    qtbot.addWidget(made)
    made.resize(900, 300)
    with qtbot.waitExposed(made):
        made.show()
    made.show_queries(ways[0].worst)
    return made


def click(qtbot, board: WorstBoard, column: int) -> None:
    place = board.visualRect(board.rows.index(0, column)).center()
    qtbot.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_click_on_the_query_searches_by_it(qtbot, board) -> None:
    with qtbot.waitSignal(board.query_wanted, timeout=1000) as told:
        click(qtbot, board, QUERY)
    assert told.args == [1]


def test_a_click_on_an_answer_opens_it(qtbot, board) -> None:
    with qtbot.waitSignal(board.photo_wanted, timeout=1000) as told:
        click(qtbot, board, 2)
    assert told.args == [3]


@pytest.mark.parametrize("column", [ANSWERS, WORDS])
def test_where_there_is_no_photo_a_click_leads_nowhere(qtbot, board, column) -> None:
    signals = [board.query_wanted, board.photo_wanted]
    with qtbot.assertNotEmitted(signals[0]), qtbot.assertNotEmitted(signals[1]):
        click(qtbot, board, column)
    assert board.chosen is None


def test_the_keyboard_walks_over_the_photos_and_opens_them(qtbot, board) -> None:
    board.setFocus()
    qtbot.waitUntil(lambda: board.chosen == 1)
    with qtbot.waitSignal(board.chosen_changed, timeout=1000):
        qtbot.keyClick(board, Qt.Key.Key_Right)
    assert board.chosen == 2
    with qtbot.waitSignal(board.photo_wanted, timeout=1000) as told:
        qtbot.keyClick(board, Qt.Key.Key_Return)
    assert told.args == [2]


def test_each_photo_says_what_it_is(board) -> None:
    told = [board.rows.index(0, at).data() for at in (QUERY, 1, 2, ANSWERS, WORDS)]
    assert told == [
        "1.jpg\nskirt",
        "2.jpg\nhat (wrong)",
        "3.jpg\nskirt (right)",
        "",
        "skirt\n1.jpg\naverage precision 0.043\nfound: hat",
    ]


def test_right_and_wrong_are_marked_in_different_colours(qtbot, board, theme, feed) -> None:
    with qtbot.waitSignal(feed.arrived, timeout=5000):
        board.viewport().update()
    qtbot.waitUntil(lambda: all(feed.pixmap(number) for number in (1, 2, 3, 4)), timeout=5000)
    image = board.viewport().grab().toImage()

    def has(column: int, colour: str) -> bool:
        cell = board.visualRect(board.rows.index(0, column))
        wanted = theme.colour(colour)
        inside = ((x, y) for x in range(cell.left(), cell.right()) for y in range(cell.height()))
        return any(image.pixelColor(x, y) == wanted for x, y in inside)

    assert [has(1, "warning"), has(1, "accent")] == [True, False]
    assert [has(2, "warning"), has(2, "accent")] == [False, True]
    assert not has(QUERY, "warning")
