import logging
import subprocess
import sys

import pytest

from lookalike.gui import upkeep
from lookalike.gui.upkeep import Upkeep
from lookalike.progress import Progress


@pytest.fixture
def chores(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was done, each bringing something new."""
    done: list[str] = []

    def guess(_: object, progress: Progress) -> int:
        progress.check()
        done.append("guess")
        return 2

    def describe(_: object, __: Progress) -> int:
        done.append("describe")
        return 1

    monkeypatch.setattr(upkeep, "CHORES", (guess, describe))
    return done


@pytest.fixture
def busy() -> list[bool]:
    return []


@pytest.fixture
def kept_up(qtbot, held_tasks, chores, busy, monkeypatch: pytest.MonkeyPatch) -> Upkeep:
    monkeypatch.setattr(upkeep, "_AFTER_MS", 1)
    return Upkeep(None, held_tasks, lambda: bool(busy))


def begin(qtbot, kept_up: Upkeep, held_tasks) -> None:
    kept_up.look_soon()
    qtbot.waitUntil(lambda: bool(held_tasks.waiting), timeout=2000)


def test_every_chore_is_done_and_told_once(qtbot, kept_up: Upkeep, held_tasks, chores) -> None:
    begin(qtbot, kept_up, held_tasks)
    with qtbot.waitSignal(kept_up.done):
        held_tasks.run()
    assert chores == ["guess", "describe"]


def test_where_nothing_was_new_nothing_is_told(
    qtbot, kept_up: Upkeep, held_tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "CHORES", (lambda *_: 0,))
    begin(qtbot, kept_up, held_tasks)
    with qtbot.assertNotEmitted(kept_up.done):
        held_tasks.run()


def test_what_is_more_urgent_goes_first(qtbot, kept_up: Upkeep, held_tasks, busy) -> None:
    busy.append(True)
    kept_up.look_soon()
    qtbot.wait(30)
    assert held_tasks.waiting == []


def test_a_pause_ends_it_and_it_may_begin_anew(qtbot, kept_up: Upkeep, held_tasks, chores) -> None:
    begin(qtbot, kept_up, held_tasks)
    kept_up.pause()
    held_tasks.run()
    assert chores == []
    begin(qtbot, kept_up, held_tasks)
    held_tasks.run()
    assert chores == ["guess", "describe"]


def test_a_pause_before_it_began_keeps_it_from_beginning(qtbot, kept_up, held_tasks) -> None:
    kept_up.look_soon()
    kept_up.pause()
    qtbot.wait(30)
    assert held_tasks.waiting == []


def test_it_runs_once_at_a_time(qtbot, kept_up: Upkeep, held_tasks) -> None:
    begin(qtbot, kept_up, held_tasks)
    kept_up.look_soon()
    qtbot.wait(30)
    assert len(held_tasks.waiting) == 1


def test_what_is_new_while_it_runs_is_looked_at_afterwards(
    qtbot, kept_up: Upkeep, held_tasks, chores
) -> None:
    begin(qtbot, kept_up, held_tasks)
    kept_up.look_soon()
    qtbot.wait(30)
    held_tasks.waiting.pop().run()
    qtbot.waitUntil(lambda: bool(held_tasks.waiting), timeout=2000)
    held_tasks.run()
    assert chores == ["guess", "describe"] * 2


def test_what_it_fails_at_is_logged_and_the_rest_is_done(
    qtbot,
    kept_up: Upkeep,
    held_tasks,
    chores,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(upkeep, "CHORES", (lambda *_: 1 // 0, *upkeep.CHORES))
    with caplog.at_level(logging.INFO), qtbot.waitSignal(kept_up.done):
        begin(qtbot, kept_up, held_tasks)
        held_tasks.run()
    assert "not finished" in caplog.text
    assert chores == ["guess", "describe"]
    begin(qtbot, kept_up, held_tasks)


def test_a_window_comes_up_without_what_learns() -> None:
    code = "import sys, lookalike.gui.main_window; sys.exit('lookalike.learning' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
