"""A window over a real library with a tiny network, offscreen; nothing may be left behind."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import gc
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from lookalike.gui import translations
from lookalike.gui.main_window import MainWindow
from lookalike.gui.panels.query_bar import Asked
from lookalike.gui.tasks import Tasks, nothing
from lookalike.gui.theme import Theme
from lookalike.library.intake import import_engine
from lookalike.library.library import Library
from lookalike.photos import PhotoId
from lookalike.progress import Advance, Cancelled, Progress
from lookalike.settings import Settings

Paint = Callable[..., Path]
COLOURS = {
    "red": (210, 40, 40),
    "orange": (220, 120, 40),
    "green": (40, 170, 60),
    "blue": (40, 60, 200),
}


@pytest.fixture(scope="session", autouse=True)
def no_garbage_before_the_first_test() -> None:
    """What pytest and all modules hold is not looked through again after each test."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def garbage_of_the_gui_thread() -> Iterator[None]:
    """As in the program (gui/garbage.py): no worker thread may destroy a widget."""
    gc.disable()
    yield
    gc.collect()


@pytest.fixture(autouse=True)
def widgets_that_leave(qapp: QApplication) -> Iterator[None]:
    """Without a running loop nothing that is to be deleted is: each test would be slower than the
    one before, as a new style is given to all widgets that were ever made."""
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session", autouse=True)
def english(qapp: QApplication) -> None:
    """Whatever this machine speaks: numbers, plurals and Qt's own words read the same here."""
    translations.install(qapp, "en")


@pytest.fixture(scope="session", autouse=True)
def empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """What Python put there may not outlive it: Qt would destroy it at the very end, and crash."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def paint(tmp_path: Path) -> Paint:
    """Writes a photo of one colour with a little noise, under tmp_path/photos unless told."""

    def write(name: str, colour: str = "red", seed: int = 0, folder: Path | None = None) -> Path:
        noise = np.random.default_rng(seed).integers(-20, 20, (48, 64, 3))
        pixels = np.clip(np.array(COLOURS[colour]) + noise, 0, 255).astype(np.uint8)
        path = (folder or tmp_path / "photos") / name
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(pixels).save(path)
        return path

    return write


@pytest.fixture
def photos(paint: Paint, tmp_path: Path) -> Path:
    """A folder of two photos of each colour."""
    for colour in COLOURS:
        for seed in range(2):
            paint(f"{colour}-{seed}.png", colour, seed)
    return tmp_path / "photos"


@pytest.fixture
def library(tmp_path: Path, make_network: Callable[..., Path]) -> Iterator[Library]:
    network = make_network()
    settings = Settings(network=network.name, device="cpu")
    with Library.open(tmp_path / "library", settings, networks=network.parent) as opened:
        yield opened


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    assert made.close(), "a task did not stop"
    left = [thread.name for thread in threading.enumerate() if "lookalike-task" in thread.name]
    assert not left


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp)


class HeldTask:
    """Work that waits for `HeldTasks.run`."""

    def __init__(self, work: Callable[[Progress], object], **handlers: object) -> None:
        self._work = work
        self._handlers = handlers
        self.progress = Progress(self._tell, interval_s=0)
        self.is_refused = False

    def cancel(self) -> None:
        self.progress.cancel()

    def refuse(self) -> None:
        self.is_refused = True

    def _tell(self, advance: Advance) -> None:
        self._handlers["progressed"](advance)

    def run(self) -> None:
        if self.is_refused:
            return
        try:
            self.progress.check()
            value = self._work(self.progress)
        except Cancelled:
            self._handlers["cancelled"]()
        except Exception as error:
            if not self._handlers["failed"]:
                raise
            self._handlers["failed"](error)
        else:
            self._handlers["done"](value)


class HeldTasks:
    """In place of `Tasks`: work is held back until the test lets it run, on this thread."""

    def __init__(self) -> None:
        self.waiting: list[HeldTask] = []

    def start(
        self, work, *, done=nothing, failed=None, progressed=nothing, cancelled=nothing
    ) -> HeldTask:
        task = HeldTask(work, done=done, failed=failed, progressed=progressed, cancelled=cancelled)
        self.waiting.append(task)
        return task

    def relay(self, handler: Callable[..., object]) -> Callable[..., object]:
        return handler

    def run(self) -> None:
        """All of it, and what that starts."""
        while self.waiting:
            self.waiting.pop(0).run()


@pytest.fixture
def held_tasks() -> HeldTasks:
    return HeldTasks()


@dataclass
class Driver:
    """A window, and the ways in which tests wait for it and feed it."""

    window: MainWindow
    library: Library
    wait: Callable[..., None]

    def bring_in(self, folder: Path) -> None:
        """Import behind the window's back, so that only the result has to be waited for."""
        import_engine.bring_in(self.library, [folder], Progress())
        self.window.library_look.look()
        count = len(self.library.photo_ids())
        self.wait(lambda: len(self.shown) == count)

    @property
    def shown(self) -> list[str]:
        """The names of the photos in the grid."""
        return [photo.path.name for photo in self.library.photos(self.window.grid.photos.ids)]

    @property
    def searched_by(self) -> list[str]:
        """The names of the examples of the answer that is shown; none while one is looked for."""
        view = self.window.query_bar.view
        return [chip.name for chip in view.chips] if view.state is Asked.ANSWERED else []

    def id_of(self, name: str) -> PhotoId:
        ids = self.library.photo_ids()
        named = {photo.path.name: photo.id for photo in self.library.photos(ids)}
        return named[name]

    def find_similar(self, name: str) -> None:
        self.window.search_desk.search_by([self.id_of(name)])
        self.wait(lambda: self.searched_by == [name])

    def drop(self, *paths: Path) -> bool:
        """Drop files as a file manager does; says whether the drag was welcome."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        return self.drop_mime(mime)

    def drop_mime(self, mime: QMimeData) -> bool:
        place = QPointF(self.window.rect().center())
        how = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton)
        enter = QDragEnterEvent(place.toPoint(), *how, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.window, enter)
        if enter.isAccepted():
            drop = QDropEvent(place, *how, Qt.KeyboardModifier.NoModifier, QEvent.Type.Drop)
            QApplication.sendEvent(self.window, drop)
        return enter.isAccepted()


@pytest.fixture
def window(
    qapp: QApplication, library: Library, tasks: Tasks, theme: Theme
) -> Iterator[MainWindow]:
    """Taken down as the program does it: the tasks before the widgets that they talk to."""
    made = MainWindow(library, tasks, theme)
    yield made
    made.leaving.leave_at_once()
    assert tasks.close(), "a task did not stop"
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
    assert not left


@pytest.fixture
def driver(qtbot, window: MainWindow, library: Library) -> Driver:
    with qtbot.waitExposed(window):
        window.show()

    def wait(condition: Callable[[], bool]) -> None:
        qtbot.waitUntil(condition, timeout=10_000)

    driver = Driver(window, library, wait)
    wait(lambda: "Tiny" in window.status.library_text)
    return driver
