import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from lookalike.gui.import_run import ImportRun, told_in_a_line
from lookalike.gui.tasks import Tasks
from lookalike.library.importing import ImportReport
from lookalike.progress import Progress

BROKEN = (Path("a.jpg"), "the file is damaged")


@pytest.mark.parametrize(
    ("report", "line"),
    [
        (ImportReport(added=1579, seconds=12.3), "1,579 photos added in 12 s."),
        (ImportReport(added=1, seconds=0.1), "1 photo added in 1 s."),
        (
            ImportReport(added=2, changed=1, moved=3, missing=4, seconds=125),
            "2 photos added, 1 updated, 3 moved, 4 no longer there in 2 min.",
        ),
        (ImportReport(changed=1, seconds=2), "1 photo updated in 2 s."),
        (ImportReport(unchanged=8), "Nothing new: all 8 photos are known already."),
        (ImportReport(), "There are no photos in that folder."),
        (
            ImportReport(added=3, seconds=1, failed=[BROKEN]),
            "3 photos added in 1 s. 1 could not be read.",
        ),
        (
            ImportReport(failed=[BROKEN]),
            "There are no photos in that folder. 1 could not be read.",
        ),
    ],
)
def test_a_report_is_one_line(report: ImportReport, line: str) -> None:
    assert told_in_a_line(report) == line


class Gate:
    """Brings folders in one after another, each when the test lets it."""

    def __init__(self) -> None:
        self.opened = threading.Event()
        self.done: list[Path] = []

    def bring_in(self, folders: Sequence[Path], progress: Progress) -> ImportReport:
        while not self.opened.wait(0.01):
            progress.check()
        self.done += folders
        return ImportReport()


@pytest.fixture
def gate() -> Gate:
    return Gate()


@pytest.fixture
def run(gate: Gate, tasks: Tasks) -> ImportRun:
    return ImportRun(gate.bring_in, list, tasks)


A, B = Path("/photos/a"), Path("/photos/b")


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
