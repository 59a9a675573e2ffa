import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from lookalike.gui import leaving as leaving_module
from lookalike.gui.import_run import ImportRun
from lookalike.gui.leaving import Leaving
from lookalike.gui.tasks import Tasks
from lookalike.library.intake.import_report import ImportReport
from lookalike.library.intake.pace import Pace
from lookalike.progress import Progress

FOLDER = Path("/photos")


class Window(QWidget):
    """Asks before it closes, as the main window does."""

    leaving: Leaving

    def closeEvent(self, event) -> None:
        event.setAccepted(self.leaving.may_close())


@pytest.fixture
def done() -> Iterator[threading.Event]:
    """The import ends when it is set."""
    event = threading.Event()
    yield event
    event.set()


@pytest.fixture
def run(tasks: Tasks, done: threading.Event) -> ImportRun:
    def bring_in(
        folders: Sequence[Path], progress: Progress, *, pace: Pace, tell: Callable[[str], None]
    ) -> ImportReport:
        while not done.is_set() or pace.is_paused:
            progress.check()
            time.sleep(0.002)
        return ImportReport()

    return ImportRun(bring_in, tasks, Pace(is_gentle=False))


@pytest.fixture
def quits(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """How often the program was told to end."""
    told: list[str] = []
    monkeypatch.setattr(QApplication, "quit", staticmethod(lambda: told.append("quit")))
    return told


@pytest.fixture
def window(qtbot, qapp: QApplication, run: ImportRun, quits: list[str]) -> Iterator[Window]:
    made = Window()
    made.leaving = Leaving(run, made)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    qapp.setQuitOnLastWindowClosed(True)


def answer(window: Window, text: str) -> None:
    box = window.leaving.question
    assert box
    next(button for button in box.buttons() if button.text().replace("&", "") == text).click()


def test_where_nothing_comes_in_it_closes_without_a_question(window: Window) -> None:
    assert window.close()
    assert window.leaving.question is None


def test_while_photos_come_in_it_stays_and_asks_once(window: Window, run: ImportRun) -> None:
    run.start([FOLDER])
    assert not window.close()
    box = window.leaving.question
    assert isinstance(box, QMessageBox)
    assert not window.close()
    assert window.leaving.question is box
    answer(window, "Cancel")
    assert window.isVisible()
    assert run.is_running
    assert window.leaving.question is None


def test_stop_importing_stops_and_closes(qtbot, window: Window, run: ImportRun, quits) -> None:
    run.start([FOLDER])
    window.close()
    answer(window, "Stop Importing")
    assert window.isHidden()
    qtbot.waitUntil(lambda: not run.is_running)
    assert quits


def test_in_the_background_it_goes_on_and_quits_at_the_end(
    qtbot, window: Window, run: ImportRun, done: threading.Event, quits: list[str]
) -> None:
    run.start([FOLDER])
    run.start([FOLDER / "more"])
    window.close()
    answer(window, "Go On in the Background")
    assert window.isHidden()
    qtbot.wait(50)
    assert run.is_running
    assert quits == []
    assert not QApplication.quitOnLastWindowClosed()
    done.set()
    qtbot.waitUntil(lambda: quits == ["quit"])
    assert not run.is_running


def test_a_paused_import_wakes_up_before_nobody_can_wake_it(window: Window, run: ImportRun) -> None:
    run.start([FOLDER])
    run.pause(True)
    window.close()
    answer(window, "Go On in the Background")
    assert not run.is_paused


def test_an_import_that_ends_meanwhile_answers_the_question(
    qtbot, window: Window, run: ImportRun, done: threading.Event, quits: list[str]
) -> None:
    run.start([FOLDER])
    window.close()
    done.set()
    qtbot.waitUntil(lambda: quits == ["quit"])
    assert window.isHidden()
    assert window.leaving.question is None


@pytest.mark.parametrize("is_asking", [False, True])
def test_an_interruption_asks_nothing(
    qtbot, window: Window, run: ImportRun, quits: list[str], is_asking: bool
) -> None:
    run.start([FOLDER])
    if is_asking:
        window.close()
    window.leaving.leave_at_once()
    assert window.isHidden()
    assert window.leaving.question is None
    qtbot.waitUntil(lambda: not run.is_running)
    assert quits


def test_the_end_of_the_session_asks_nothing(
    qtbot, window: Window, run: ImportRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leaving_module, "_is_session_ending", lambda: True)
    run.start([FOLDER])
    assert window.close()
    qtbot.waitUntil(lambda: not run.is_running)
