"""Of the questions that are asked in one place, only the newest is answered."""

import threading

import pytest

from lookalike.gui.newest import Newest
from lookalike.gui.tasks import Tasks
from lookalike.progress import Progress


@pytest.fixture
def newest(tasks: Tasks) -> Newest:
    return Newest(tasks)


def test_an_answer_comes_once_and_then_nothing_is_waited_for(qtbot, newest: Newest) -> None:
    heard = []

    def take(answer: str) -> None:
        heard.append((answer, newest.is_waiting))

    assert not newest.is_waiting
    newest.ask(lambda _: "one", done=take)
    assert newest.is_waiting
    qtbot.waitUntil(lambda: heard != [])
    assert heard == [("one", False)]


def test_only_the_newest_is_answered_and_the_one_before_is_stopped(
    qtbot, newest: Newest, tasks: Tasks
) -> None:
    heard, stopped = [], threading.Event()

    def long(progress: Progress) -> str:
        try:
            while True:
                progress.check()
        finally:
            stopped.set()

    newest.ask(long, done=heard.append)
    newest.ask(lambda _: "two", done=heard.append)
    qtbot.waitUntil(lambda: heard != [])
    assert stopped.wait(5)
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert heard == ["two"]


def test_a_handler_may_ask_the_next_question(qtbot, newest: Newest) -> None:
    heard = []

    def go_on(answer: int) -> None:
        heard.append(answer)
        if answer < 3:
            newest.ask(lambda _: answer + 1, done=go_on)

    newest.ask(lambda _: 1, done=go_on)
    qtbot.waitUntil(lambda: heard == [1, 2, 3])
    assert not newest.is_waiting


def test_a_failure_is_told_to_who_asked_or_else_to_everybody(
    qtbot, newest: Newest, tasks: Tasks
) -> None:
    heard = []
    newest.ask(lambda _: 1 // 0, done=heard.append, failed=heard.append)
    qtbot.waitUntil(lambda: heard != [])
    assert isinstance(heard[0], ZeroDivisionError)
    assert not newest.is_waiting
    with qtbot.waitSignal(tasks.failed) as told:
        newest.ask(lambda _: 1 // 0, done=heard.append)
    assert isinstance(told.args[0], ZeroDivisionError)
    assert not newest.is_waiting


def test_what_nobody_wants_any_more_is_not_answered(qtbot, newest: Newest, tasks: Tasks) -> None:
    heard = []
    newest.drop()
    newest.ask(lambda _: "one", done=heard.append)
    newest.drop()
    assert not newest.is_waiting
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert heard == []


def test_it_tells_how_far_it_is(qtbot, newest: Newest) -> None:
    heard = []
    newest.ask(
        lambda progress: progress.step(1, 2, "Looking"),
        done=lambda _: heard.append("done"),
        progressed=lambda advance: heard.append(advance.done),
    )
    qtbot.waitUntil(lambda: heard == [1, "done"])
