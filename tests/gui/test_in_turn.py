"""Changes in turn: none overtakes another, and the end of the program leaves none out."""

import threading

import pytest

from lookalike.gui.in_turn import InTurn
from lookalike.gui.tasks import nothing


def fail() -> None:
    raise ValueError("no")


def test_a_failure_stops_nothing_that_comes_after_it(held_tasks) -> None:
    done: list[object] = []
    in_turn = InTurn(held_tasks, lambda: done.append("idle"))
    in_turn.start(fail, lambda error: done.append(str(error)))
    in_turn.start(lambda: 2, nothing, done.append)
    held_tasks.run()
    assert done == ["no", 2, "idle"]


def test_at_the_end_all_that_waits_is_done_in_its_order_and_once(held_tasks, caplog) -> None:
    done: list[int] = []
    in_turn = InTurn(held_tasks)
    for work in (lambda: done.append(1), fail, lambda: done.append(2)):
        in_turn.start(work, pytest.fail, pytest.fail)
    in_turn.finish()
    assert done == [1, 2]
    assert "Work failed" in caplog.text
    held_tasks.run()
    assert done == [1, 2]


def test_at_the_end_what_is_being_done_is_waited_for(tasks) -> None:
    done: list[int] = []
    has_begun, may_end = threading.Event(), threading.Event()

    def work() -> None:
        has_begun.set()
        assert may_end.wait(10)
        done.append(1)

    in_turn = InTurn(tasks)
    in_turn.start(work, nothing)
    in_turn.start(lambda: done.append(2), nothing)
    assert has_begun.wait(10)
    timer = threading.Timer(0.05, may_end.set)
    timer.start()
    in_turn.finish()
    assert done == [1, 2]
    timer.join()
