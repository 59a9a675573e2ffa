"""How imports are steered and reported, in the window."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from lookalike.errors import LibraryUnusable
from lookalike.library.intake.import_report import ImportReport
from lookalike.progress import Advance, Progress

FOLDER = Path("/photos/of/somebody")
MENDED = "The import's process was killed (signal 9) while it read a.jpg. It goes on."


class FakeImport:
    """Does what the test says, when it says so."""

    def __init__(self) -> None:
        self.done = threading.Event()
        self.report = ImportReport(added=3, seconds=2)
        self.trouble: Exception | None = None
        self.notices: list[str] = []
        self.runs: list[list[Path]] = []

    def __call__(self, folders, progress: Progress, *, pace, tell) -> ImportReport:
        self.runs.append(list(folders))
        progress.tell(Advance(1204, 3921, "Bringing photos in", 140.0, 63, 0.4))
        for notice in self.notices:
            tell(notice)
        while not self.done.wait(0.005):
            progress.check()
        if self.trouble:
            raise self.trouble
        return self.report


@pytest.fixture
def fake(driver, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeImport]:
    made = FakeImport()
    monkeypatch.setattr(driver.window.imports, "_bring_in", made)
    yield made
    made.done.set()


def test_what_was_mended_is_told_at_once_and_again_at_the_end(driver, fake: FakeImport) -> None:
    fake.notices = fake.report.notices = [MENDED]
    driver.window.imports.start([FOLDER])
    driver.wait(lambda: driver.window.messages.text == MENDED)
    assert driver.window.imports.is_running
    fake.done.set()
    driver.wait(lambda: driver.window.messages.text == f"3 photos added in 2 s. {MENDED}")


def test_a_failure_is_told_and_can_be_tried_again(driver, fake: FakeImport) -> None:
    fake.trouble = LibraryUnusable("The disk is full.", "Free some space.")
    fake.done.set()
    driver.window.imports.start([FOLDER])
    driver.wait(lambda: driver.window.messages.text == "The disk is full. Free some space.")
    assert driver.window.messages.action_button.text() == "Try Again"
    fake.trouble = None
    driver.window.messages.action_button.click()
    driver.wait(lambda: "3 photos added" in driver.window.messages.text)
    assert fake.runs == [[FOLDER], [FOLDER]]


def test_a_key_pauses_and_goes_on(driver, fake: FakeImport) -> None:
    window, action = driver.window, driver.window.window_actions.pause_import
    assert not action.isEnabled()
    window.imports.start([FOLDER])
    driver.wait(lambda: window.status.import_text.startswith("1,204 of 3,921"))
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_P, keys)
    assert window.imports.pace.is_paused
    assert window.status.import_text == "Paused · 1,204 of 3,921"
    assert action.text() == "R&esume Importing"
    QTest.keyClick(window, Qt.Key.Key_P, keys)
    assert not window.imports.pace.is_paused
    assert action.text() == "&Pause Importing"
    fake.done.set()
    driver.wait(lambda: not action.isEnabled())


def test_a_stopped_import_is_no_paused_one(driver, fake: FakeImport) -> None:
    window = driver.window
    window.imports.start([FOLDER])
    window.window_actions.pause_import.trigger()
    window.window_actions.stop_import.trigger()
    assert window.status.import_text == "Stopping…"
    driver.wait(lambda: not window.imports.is_running)
    assert window.window_actions.pause_import.text() == "&Pause Importing"
    assert "stopped" in window.messages.text


def test_gently_holds_at_once_and_is_remembered(driver, monkeypatch: pytest.MonkeyPatch) -> None:
    window, told = driver.window, []
    monkeypatch.setattr(window, "_remember", lambda *setting: told.append(setting))
    choices = {action.data(): action for action in window.window_actions.gently.actions()}
    assert [name for name, action in choices.items() if action.isChecked()] == ["on battery"]
    assert window.imports.pace.wants_gentle is None
    choices["always"].trigger()
    assert window.imports.pace.wants_gentle is True
    driver.wait(lambda: told == [("import_gently", "always")])
    choices["never"].trigger()
    assert window.imports.pace.wants_gentle is False
    assert [name for name, action in choices.items() if action.isChecked()] == ["never"]


def test_a_look_that_nobody_asked_for_tells_news_only(driver, fake: FakeImport) -> None:
    fake.done.set()
    fake.report = ImportReport(unchanged=8)
    driver.window.import_desk.follow([FOLDER])
    driver.wait(lambda: not driver.window.imports.is_running)
    assert driver.window.messages.text == ""
    fake.report = ImportReport(added=1, seconds=1)
    driver.window.import_desk.follow([FOLDER])
    driver.wait(lambda: driver.window.messages.text == "1 photo added in 1 s.")


def test_what_fails_again_and_again_unasked_is_told_once(driver, fake: FakeImport) -> None:
    fake.done.set()
    fake.trouble = LibraryUnusable("Another program is importing.")
    window = driver.window
    window.import_desk.follow([FOLDER])
    driver.wait(lambda: window.messages.text == "Another program is importing.")
    window.messages.hide()
    window.import_desk.follow([FOLDER])
    driver.wait(lambda: len(fake.runs) == 2 and not window.imports.is_running)
    assert window.messages.text == ""
    window.imports.start([FOLDER])
    driver.wait(lambda: window.messages.text == "Another program is importing.")


def test_the_window_asks_before_it_closes_and_stays_usable(driver, fake: FakeImport) -> None:
    window = driver.window
    window.imports.start([FOLDER])
    window.close()
    assert window.isVisible()
    assert window.leaving.question
    window.leaving.question.reject()
    fake.done.set()
    driver.wait(lambda: not window.imports.is_running)
    assert window.isVisible()
