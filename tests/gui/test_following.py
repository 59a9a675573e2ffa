"""When a library's folders are looked through without anybody asking."""

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from lookalike.gui import watching
from lookalike.gui.root_watch import WatchTimes
from lookalike.library.folders import remove_folder
from lookalike.library.intake import import_engine
from lookalike.library.intake.import_report import ImportReport
from lookalike.library.library import Library
from lookalike.progress import Progress

NEVER_S = 3600.0
A_WHILE_MS = 500


class FakeImport:
    """Notes what is to be looked through, and finds nothing; waits where it is told to."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.go_on.set()
        self.runs: list[list[Path]] = []

    def __call__(self, folders, progress: Progress, *, pace, tell) -> ImportReport:
        self.runs.append(list(folders))
        while not self.go_on.wait(0.005):
            progress.check()
        return ImportReport(unchanged=8)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """What changes is announced at once, and nothing is found by looking now and then."""
    times = WatchTimes(again_s=0.05, away_s=0.1, polled_s=NEVER_S, all_s=NEVER_S)
    monkeypatch.setattr(watching, "WatchTimes", lambda: times)


@pytest.fixture
def known(library: Library, photos: Path) -> Path:
    """A folder that is in the library before the window opens."""
    import_engine.bring_in(library, [photos], Progress())
    return photos


@pytest.fixture
def fake(quick: None, known: Path, window, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeImport]:
    """Stands in for imports, from before the window is shown."""
    made = FakeImport()
    monkeypatch.setattr(window.imports, "_bring_in", made)
    yield made
    made.go_on.set()


@pytest.fixture
def settled(fake: FakeImport, driver) -> Callable[[], None]:
    """Waits until what is known was looked through, and forgets it."""

    def wait() -> None:
        driver.wait(lambda: fake.runs != [] and not driver.window.imports.is_running)
        fake.runs.clear()

    return wait


def test_what_came_while_the_window_was_closed_is_found_at_the_start(
    known: Path, paint, window, qtbot
) -> None:
    paint("new.png", "green", 7)
    window.show()
    qtbot.waitUntil(lambda: len(window.grid.photos.ids) == 9, timeout=10_000)


def test_where_nothing_is_new_nothing_is_said(qtbot, fake: FakeImport, driver, settled) -> None:
    said = []
    driver.window.messages.say = said.append
    settled()
    qtbot.wait(A_WHILE_MS)
    assert said == []
    assert driver.window.status.import_text == ""


def test_a_folder_that_goes_offline_shows_so_and_is_left_alone(
    qtbot, fake: FakeImport, driver, settled, known: Path
) -> None:
    settled()
    driver.window.window_actions.folders.trigger()
    page = driver.window.pages.folders
    driver.wait(lambda: [one.is_online for one in page.list.shown] == [True])
    drive = shutil.copytree(known, known.with_name("drive"))
    shutil.rmtree(known)
    driver.wait(lambda: [one.is_online for one in page.list.shown] == [False])
    qtbot.wait(A_WHILE_MS)
    assert fake.runs == []
    assert driver.window.messages.text == ""
    drive.rename(known)
    driver.wait(lambda: [one.is_online for one in page.list.shown] == [True])
    driver.wait(lambda: fake.runs == [[known]])


def test_coming_back_to_the_window_looks_at_everything(
    fake: FakeImport, driver, settled, known: Path
) -> None:
    settled()
    with (known / "red-0.png").open("ab") as photo:  # which the system does not tell
        photo.write(b"more")
    app = QApplication.instance()
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    driver.wait(lambda: fake.runs == [[known]])


def test_after_a_stop_nothing_is_followed_until_somebody_asks(
    qtbot, fake: FakeImport, driver, settled, known: Path, paint
) -> None:
    settled()
    fake.go_on.clear()
    paint("new.png", "green", 7)
    driver.wait(lambda: fake.runs == [[known]])
    driver.window.import_desk.stop()
    driver.wait(lambda: not driver.window.imports.is_running)
    fake.go_on.set()
    paint("newer.png", "green", 8)
    qtbot.wait(A_WHILE_MS)
    assert fake.runs == [[known]]
    driver.window.window_actions.rescan.trigger()
    driver.wait(lambda: len(fake.runs) == 2 and not driver.window.imports.is_running)
    paint("newest.png", "green", 9)
    driver.wait(lambda: len(fake.runs) == 3)


def test_a_removed_folder_is_followed_no_more(
    qtbot, fake: FakeImport, driver, settled, known: Path, library: Library, paint
) -> None:
    settled()
    remove_folder(library, known)
    driver.window.pages.folders_changed.emit()
    qtbot.wait(A_WHILE_MS)
    paint("new.png", "green", 7)
    qtbot.wait(A_WHILE_MS)
    assert fake.runs == []


def test_a_folder_is_not_removed_under_an_import_that_nobody_asked_for(
    fake: FakeImport, driver, settled, known: Path, paint
) -> None:
    settled()
    pages = driver.window.pages
    pages.open_folders()
    driver.wait(pages.folders.remove_button.isEnabled)
    pages.folders.remove_button.click()
    assert pages._folders_desk.question
    paint("new.png", "green", 7)
    driver.wait(lambda: fake.runs == [[known]])
    assert pages._folders_desk.question is None


def test_the_window_closes_without_a_question_while_nobody_waits(
    fake: FakeImport, driver, settled, known: Path, paint
) -> None:
    settled()
    fake.go_on.clear()
    paint("new.png", "green", 7)
    driver.wait(lambda: fake.runs == [[known]])
    assert driver.window.window_actions.rescan.isEnabled()
    assert driver.window.close()


def test_the_window_asks_while_somebody_waits_for_their_turn(
    fake: FakeImport, driver, settled, known: Path, paint
) -> None:
    settled()
    fake.go_on.clear()
    paint("new.png", "green", 7)
    driver.wait(lambda: fake.runs == [[known]])
    driver.window.imports.start([known / "more"])
    assert not driver.window.close()
    driver.window.leaving.question.reject()


def test_an_import_that_goes_on_in_the_background_is_the_last_one(
    qtbot, fake: FakeImport, driver, settled, known: Path, paint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QApplication, "quit", staticmethod(lambda: None))
    monkeypatch.setattr(QApplication, "setQuitOnLastWindowClosed", staticmethod(lambda _: None))
    settled()
    fake.go_on.clear()
    driver.window.imports.start([known])
    driver.window.leaving.go_on_in_background()
    paint("new.png", "green", 7)
    qtbot.wait(A_WHILE_MS)
    fake.go_on.set()
    driver.wait(lambda: not driver.window.imports.is_running)
    assert fake.runs == [[known]]


def test_a_closed_window_follows_nothing(
    qtbot, fake: FakeImport, driver, settled, known: Path
) -> None:
    settled()
    driver.window.close()
    shutil.rmtree(known)
    driver.window.following.refresh()
    qtbot.wait(A_WHILE_MS)
    assert fake.runs == []
    assert driver.window.following._watch.children() == []
