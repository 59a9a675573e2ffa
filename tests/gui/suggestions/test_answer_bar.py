import pytest

from lookalike.gui.suggestions.answer_bar import AnswerBar


@pytest.fixture
def bar(qtbot, theme) -> AnswerBar:
    made = AnswerBar(theme)
    qtbot.addWidget(made)
    made.show_label("boots")
    with qtbot.waitExposed(made):
        made.show()
    return made


def lines(bar: AnswerBar) -> int:
    return 1 if bar.undo.y() < bar.accept.geometry().bottom() else 2


def cut(bar: AnswerBar) -> list[str]:
    buttons = (bar.accept, bar.reject, bar.skip, bar.undo, bar.why)
    return [each.words for each in buttons if each.width() < each.sizeHint().width()]


@pytest.mark.parametrize(("width", "count"), [(500, 2), (900, 1)])
def test_words_are_whole_in_one_line_or_in_two(qtbot, bar: AnswerBar, width, count) -> None:
    bar.resize(width, 100)
    qtbot.waitUntil(lambda: lines(bar) == count)
    assert cut(bar) == []


def test_of_a_long_name_only_the_answers_with_it_are_cut(qtbot, bar: AnswerBar) -> None:
    bar.show_label("boots with laces " * 10)
    bar.resize(900, 100)
    qtbot.waitUntil(lambda: lines(bar) == 1)
    assert cut(bar) == [bar.accept.words, bar.reject.words]
