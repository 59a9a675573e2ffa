import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from lookalike.errors import FolderUnusable
from lookalike.gui.import_run import ImportRun, has_news
from lookalike.gui.tasks import Tasks
from lookalike.library.intake.import_report import ImportReport
from lookalike.library.intake.pace import Pace
from lookalike.progress import Progress

A, B, MISSING = Path("/photos/a"), Path("/photos/b"), Path("/missing")


class Gate:
    """Brings folders in one after another, each when the test lets it."""

    def __init__(self) -> None:
        self.opened = threading.Event()
        self.done: list[Path] = []

    def bring_in(
        self,
        folders: Sequence[Path],
        progress: Progress,
        *,
        pace: Pace,
        tell: Callable[[str], None],
    ) -> ImportReport:
        tell(f"{len(folders)} in hand")
        while not self.opened.wait(0.01) or pace.is_paused:
            progress.check()
            time.sleep(0.001)
        if MISSING in folders:
            raise FolderUnusable("It is not there.")
        self.done += folders
        return ImportReport()


@pytest.fixture
def gate() -> Gate:
    return Gate()


@pytest.fixture
def run(gate: Gate, tasks: Tasks) -> ImportRun:
    return ImportRun(gate.bring_in, tasks, Pace(is_gentle=False))


def test_folders_that_come_meanwhile_wait_for_their_turn(qtbot, run: ImportRun, gate: Gate) -> None:
    run.start([A])
    run.start([B])
    run.start([B])
    gate.opened.set()
    qtbot.waitUntil(lambda: not run.is_running)
    assert gate.done == [A, B]


def test_what_waited_for_its_turn_is_stopped_too_and_not_forgotten(
    qtbot, run: ImportRun, gate: Gate
) -> None:
    run.start([A])
    run.start([B])
    with qtbot.waitSignal(run.stopped) as told:
        run.stop()
        run.stop()
    assert told.args == [(A, B)]
    assert not run.is_running
    gate.opened.set()
    run.start(told.args[0])
    qtbot.waitUntil(lambda: not run.is_running)
    assert gate.done == [A, B]


def test_what_came_after_the_stop_is_brought_in(qtbot, run: ImportRun, gate: Gate) -> None:
    run.start([A])
    run.stop()
    run.start([B])
    with qtbot.waitSignal(run.stopped) as told:
        gate.opened.clear()
    assert told.args == [(A,)]
    gate.opened.set()
    qtbot.waitUntil(lambda: not run.is_running)
    assert gate.done == [B]


def test_what_was_mended_is_heard_at_once_and_on_the_gui_thread(
    qtbot, run: ImportRun, gate: Gate
) -> None:
    heard: list[tuple[str, threading.Thread]] = []
    run.noticed.connect(lambda told: heard.append((told, threading.current_thread())))
    run.start([A])
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [("1 in hand", threading.main_thread())]
    assert run.is_running
    run.stop()
    qtbot.waitUntil(lambda: not run.is_running)


def test_a_paused_import_holds_still_and_goes_on(qtbot, run: ImportRun, gate: Gate) -> None:
    told: list[bool] = []
    run.paused.connect(told.append)
    run.pause(True)  # nothing runs: there is nothing to pause
    run.start([A])
    run.pause(True)
    run.pause(True)
    gate.opened.set()
    qtbot.wait(60)
    assert run.is_paused
    assert gate.done == []
    run.pause(False)
    qtbot.waitUntil(lambda: gate.done == [A])
    assert told == [True, False]


def test_the_import_after_a_paused_one_is_not_paused(qtbot, run: ImportRun, gate: Gate) -> None:
    run.start([A])
    run.pause(True)
    run.stop()
    qtbot.waitUntil(lambda: not run.is_running)
    gate.opened.set()
    run.start([B])
    qtbot.waitUntil(lambda: gate.done == [B])


def test_a_failure_names_its_folders_and_the_next_ones_have_their_turn(
    qtbot, run: ImportRun, gate: Gate
) -> None:
    run.start([MISSING])
    run.start([A])
    gate.opened.set()
    with qtbot.waitSignals([run.failed, run.rested], order="strict"):
        failures: list[tuple[object, ...]] = []
        run.failed.connect(lambda *told: failures.append(told))
    assert str(failures[0][0]) == "It is not there."
    assert failures[0][1] == (MISSING,)
    assert gate.done == [A]


def test_it_rests_only_when_nothing_waits(qtbot, run: ImportRun, gate: Gate) -> None:
    rests: list[list[Path]] = []
    run.rested.connect(lambda: rests.append(list(gate.done)))
    run.start([A])
    run.start([B])
    gate.opened.set()
    qtbot.waitUntil(lambda: bool(rests))
    assert rests == [[A, B]]


def test_what_nobody_asked_for_is_quiet_until_somebody_does(
    qtbot, run: ImportRun, gate: Gate
) -> None:
    run.start([A], quietly=True)
    assert run.is_quiet
    run.start([B], quietly=True)
    run.start([B])
    gate.opened.set()
    qtbot.waitUntil(lambda: not run.is_running)
    assert not run.is_quiet


def test_news_is_what_has_changed() -> None:
    assert not has_news(ImportReport(unchanged=9, failed=[(Path("a.jpg"), "it is damaged")]))
    assert has_news(ImportReport(missing=1, newly_missing=1))
    assert not has_news(ImportReport(missing=1))
    assert has_news(ImportReport(notices=["It was mended."]))
