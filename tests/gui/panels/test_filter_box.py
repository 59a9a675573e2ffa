import threading
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from lookalike.gui.panels.filter_box import FilterBox
from lookalike.library.filters.completing import Completion

Key = Qt.Key


@dataclass
class Completer:
    """Offers each word that begins like the last one; a question may have to wait at a door."""

    words: Sequence[str] = ("date:", "dates", "dog")
    doors: dict[str, threading.Event] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def __call__(self, text: str, cursor: int) -> list[Completion]:
        assert threading.current_thread() is not threading.main_thread()
        self.asked.append(text)
        if text in self.doors:
            assert self.doors[text].wait(10)
        if "!" in text:
            raise ValueError(text)
        start = text.rfind(" ", 0, cursor) + 1
        begun = text[start:cursor]
        fitting = [word for word in self.words if word.startswith(begun)]
        return [Completion(word, start, cursor, about=f"about {word}") for word in fitting]


@pytest.fixture
def completer() -> Completer:
    return Completer()


@pytest.fixture
def box(qtbot, completer: Completer, tasks, theme) -> FilterBox:
    window = QWidget()
    made = FilterBox(completer, tasks, theme)
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addWidget(QLineEdit())
    column.addStretch()
    window.resize(640, 400)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    made.setFocus()
    made.kept = window
    return made


@pytest.fixture
def told(box: FilterBox) -> list[str]:
    heard: list[str] = []
    box.words_wanted.connect(heard.append)
    return heard


def offers(box: FilterBox) -> list[str]:
    if not box.offers.isVisible():
        return []
    return [box.offers.item(row).text() for row in range(box.offers.count())]


def test_words_are_told_once_a_person_pauses(qtbot, box: FilterBox, told) -> None:
    qtbot.keyClicks(box, "dog", delay=20)
    assert told == []
    qtbot.waitUntil(lambda: told == ["dog"], timeout=1000)


def test_enter_tells_at_once_and_only_once(qtbot, box: FilterBox, told) -> None:
    qtbot.keyClicks(box, "dog")
    qtbot.keyClick(box, Key.Key_Return)
    assert told == ["dog"]
    qtbot.wait(250)
    assert told == ["dog"]


def test_words_from_elsewhere_are_shown_and_not_told(qtbot, box: FilterBox, told, completer):
    box.show_words("camera:nikon")
    assert box.text() == "camera:nikon"
    qtbot.wait(250)
    assert told == completer.asked == []


def test_a_late_answer_does_not_take_back_what_is_being_typed(qtbot, box: FilterBox) -> None:
    qtbot.keyClicks(box, "do")
    box.show_words("d")
    assert box.text() == "do"


def test_completions_are_offered_and_taken_by_keys(qtbot, box: FilterBox, told) -> None:
    qtbot.keyClicks(box, "cat da")
    qtbot.waitUntil(lambda: offers(box) == ["date:", "dates"])
    qtbot.keyClick(box, Key.Key_Down)
    qtbot.keyClick(box, Key.Key_Down)
    assert box.offers.currentRow() == 1
    qtbot.keyClick(box, Key.Key_Up)
    qtbot.keyClick(box, Key.Key_Return)
    assert box.text() == "cat date:"
    assert box.cursorPosition() == 9
    assert offers(box) == []
    qtbot.waitUntil(lambda: told[-1:] == ["cat date:"], timeout=1000)
    box.undo()
    assert box.text() == "cat da"


def test_trouble_waits_until_nothing_is_offered(qtbot, box: FilterBox) -> None:
    qtbot.keyClicks(box, "da")
    qtbot.waitUntil(lambda: offers(box) == ["date:", "dates"])
    box.show_trouble("This is no date.", "da")
    assert not box.trouble.isVisible()
    qtbot.keyClick(box, Key.Key_Escape)
    assert box.trouble.isVisible()


def test_all_that_is_offered_can_be_read(qtbot, box: FilterBox) -> None:
    qtbot.keyClicks(box, "da")
    qtbot.waitUntil(lambda: offers(box) == ["date:", "dates"])
    first = box.offers.item(0)
    assert box.offers.visualItemRect(first).width() >= box.offers.sizeHintForColumn(0)


def test_the_arrows_go_round(qtbot, box: FilterBox) -> None:
    qtbot.keyClicks(box, "d")
    qtbot.waitUntil(lambda: len(offers(box)) == 3)
    qtbot.keyClick(box, Key.Key_Up)
    assert box.offers.currentRow() == 2
    qtbot.keyClick(box, Key.Key_Down)
    assert box.offers.currentRow() == 0


def test_tab_takes_the_first_and_without_offers_goes_on(qtbot, box: FilterBox) -> None:
    qtbot.keyClicks(box, "da")
    qtbot.waitUntil(lambda: offers(box) == ["date:", "dates"])
    qtbot.keyClick(box, Key.Key_Tab)
    assert box.text() == "date:"
    assert box.hasFocus()
    qtbot.waitUntil(lambda: offers(box) == ["date:"])
    qtbot.keyClick(box, Key.Key_Escape)
    qtbot.keyClick(box, Key.Key_Tab)
    assert not box.hasFocus()


def test_a_completion_can_be_clicked(qtbot, box: FilterBox) -> None:
    qtbot.keyClicks(box, "do")
    qtbot.waitUntil(lambda: offers(box) == ["dog"])
    place = box.offers.visualItemRect(box.offers.item(0)).center()
    qtbot.mouseClick(box.offers.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert box.text() == "dog"
    assert box.hasFocus()


def test_late_completions_are_refused(qtbot, box: FilterBox, completer, tasks) -> None:
    completer.doors["d"] = threading.Event()
    qtbot.keyClicks(box, "do")
    qtbot.waitUntil(lambda: offers(box) == ["dog"])
    completer.doors["d"].set()
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert offers(box) == ["dog"]


def test_completions_that_come_after_enter_stay_away(qtbot, box, completer, tasks) -> None:
    completer.doors["d"] = threading.Event()
    qtbot.keyClicks(box, "d")
    qtbot.keyClick(box, Key.Key_Return)
    completer.doors["d"].set()
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert offers(box) == []


def test_a_completion_that_fails_offers_nothing(qtbot, box: FilterBox, tasks) -> None:
    with qtbot.assertNotEmitted(tasks.failed):
        qtbot.keyClicks(box, "d!")
        qtbot.waitUntil(lambda: tasks.is_idle)
    assert offers(box) == []


def test_escape_closes_then_clears_then_leaves(qtbot, box: FilterBox, told) -> None:
    qtbot.keyClicks(box, "da")
    qtbot.waitUntil(lambda: offers(box) != [])
    qtbot.keyClick(box, Key.Key_Escape)
    assert offers(box) == []
    assert box.text() == "da"
    with qtbot.assertNotEmitted(box.left):
        qtbot.keyClick(box, Key.Key_Escape)
    assert box.text() == ""
    assert told == [""]
    with qtbot.waitSignal(box.left, timeout=500):
        qtbot.keyClick(box, Key.Key_Escape)


def test_escape_is_its_own(box: FilterBox) -> None:
    held = Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_Escape, held)
    event.ignore()
    box.event(event)
    assert event.isAccepted()


def test_trouble_is_said_and_its_word_marked_until_it_is_mended(qtbot, box: FilterBox) -> None:
    box.show_words("dog date:20x1 cat")
    plain = box.grab().toImage()
    box.show_trouble("“20x1” is no date.", "20x1")
    assert box.trouble.isVisible()
    assert box.trouble.plain_text == box.accessibleDescription() == "“20x1” is no date."
    marked = box.grab().toImage()
    before = box.fontMetrics().horizontalAdvance("dog date:")
    word = box.fontMetrics().horizontalAdvance("20x1")
    start = plain.width()
    changed = {
        x
        for x in range(start)
        for y in range(plain.height())
        if plain.pixelColor(x, y) != marked.pixelColor(x, y)
    }
    assert max(changed) - min(changed) == pytest.approx(word, abs=6)
    text_begins = box.cursorRect().center().x() - box.fontMetrics().horizontalAdvance(box.text())
    assert min(changed) == pytest.approx(text_begins + before, abs=4)
    qtbot.keyClicks(box, "s")
    assert not box.trouble.isVisible()
    assert box.accessibleDescription() == ""


def test_trouble_is_not_in_the_way_of_those_who_left(qtbot, box: FilterBox) -> None:
    box.show_trouble("No such thing. " * 30)
    assert box.trouble.geometry().right() < 640
    box.kept.findChildren(QLineEdit)[-1].setFocus()
    assert not box.trouble.isVisible()
    box.focus_box()
    assert box.trouble.isVisible()


def test_the_cross_empties_the_box(qtbot, box: FilterBox, told) -> None:
    cross = next(action for action in box.actions() if action.text().startswith("Clear"))
    assert not cross.isVisible()
    qtbot.keyClicks(box, "dog")
    assert cross.isVisible()
    cross.trigger()
    assert (box.text(), told) == ("", [""])


def test_the_offers_lie_beneath_the_box(qtbot, box: FilterBox) -> None:
    qtbot.keyClicks(box, "d")
    qtbot.waitUntil(lambda: offers(box) != [])
    assert box.offers.y() >= box.mapTo(box.window(), QPoint(0, box.height())).y()
    assert box.window().rect().contains(box.offers.geometry())
