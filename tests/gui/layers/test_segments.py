import pytest
from PySide6.QtCore import Qt

from lookalike.gui.layers.segments import Segments


@pytest.fixture
def segments(qtbot, theme) -> Segments[str]:
    made = Segments({"a": "First", "b": "Second", "c": "Third"}, {"a": "The first of them"})
    qtbot.addWidget(made)
    return made


def test_one_is_chosen_from_the_start(segments) -> None:
    assert segments.value == "a"


def test_a_click_tells_and_a_program_does_not(qtbot, segments) -> None:
    with qtbot.assertNotEmitted(segments.chosen):
        segments.choose("b")
    assert segments.value == "b"
    with qtbot.waitSignal(segments.chosen, timeout=1000) as told:
        qtbot.mouseClick(segments.buttons["c"], Qt.MouseButton.LeftButton)
    assert told.args == ["c"]
    assert segments.value == "c"


def test_what_cannot_be_taken_says_why(segments) -> None:
    segments.forbid({"b": "Not today."})
    assert not segments.buttons["b"].isEnabled()
    assert segments.buttons["b"].toolTip() == "Not today."
    assert segments.buttons["a"].toolTip() == "The first of them"
    segments.forbid({})
    assert segments.buttons["b"].isEnabled()


def test_they_take_a_second_line_where_one_is_too_short(segments) -> None:
    wide = segments.sizeHint().width()
    assert segments.heightForWidth(wide - 20) > segments.heightForWidth(wide)
    segments.resize(wide - 20, segments.heightForWidth(wide - 20))
    segments.show()
    first, last = segments.buttons["a"].geometry(), segments.buttons["c"].geometry()
    assert last.top() > first.bottom()
    assert last.left() == first.left()
    assert all(segments.rect().contains(each.geometry()) for each in segments.buttons.values())
