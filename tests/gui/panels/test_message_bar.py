import pytest
from PySide6.QtWidgets import QWidget

from lookalike.errors import LookalikeError
from lookalike.gui.panels.message_bar import Message, MessageBar, message_of


@pytest.fixture
def host(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def bar(host: QWidget, theme) -> MessageBar:
    made = MessageBar(theme)
    made.setParent(host)
    return made


def test_an_error_of_ours_is_its_sentence_and_what_to_do() -> None:
    message = message_of(LookalikeError("The disk is full.", "Make room."))
    assert (message.text, message.kind) == ("The disk is full. Make room.", "warning")


def test_an_error_nobody_foresaw_is_a_sentence_too() -> None:
    assert "ZeroDivisionError" in message_of(ZeroDivisionError("x")).text


def test_it_is_there_only_while_it_has_something_to_say(bar: MessageBar) -> None:
    assert bar.text == ""
    bar.say(Message("Hello."))
    assert bar.text == "Hello."
    bar.hide()
    assert bar.text == ""


def test_news_leave_by_themselves_and_warnings_stay(qtbot, bar: MessageBar) -> None:
    bar.shown_ms = 20
    bar.say(Message("News."))
    qtbot.waitUntil(lambda: bar.text == "")
    bar.say(Message("News."))
    bar.say(Message("Trouble.", "warning"))
    qtbot.wait(60)
    assert bar.text == "Trouble."


def test_an_offer_stays_when_other_messages_make_room(bar: MessageBar) -> None:
    taken = []
    bar.say(Message("3 could not be read.", "done", ("Show", lambda: taken.append(True))))
    bar.hide_unless_offering()
    assert bar.text == "3 could not be read."
    bar.action_button.click()
    assert taken == [True]
    bar.say(Message("News."))
    bar.hide_unless_offering()
    assert bar.text == ""


def test_an_offer_that_is_in_a_menu_too_leaves_by_itself(qtbot, bar: MessageBar) -> None:
    bar.shown_ms = 20
    bar.say(Message("Done.", "done", ("Undo", lambda: None), leaves=True))
    assert not bar.action_button.isHidden()
    qtbot.waitUntil(lambda: bar.text == "")
