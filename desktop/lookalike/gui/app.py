"""Builds the window's parts, in one place, and runs it."""

import contextlib
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QMessageBox

from lookalike import __version__, paths
from lookalike.errors import LookalikeError
from lookalike.gui import crash, translations
from lookalike.gui.garbage import collected_here
from lookalike.gui.main_window import MainWindow
from lookalike.gui.panels.message_bar import message_of
from lookalike.gui.single_instance import Doorbell, hand_over, is_open
from lookalike.gui.tasks import Tasks
from lookalike.gui.theme import Theme
from lookalike.library.library import Library
from lookalike.settings import Settings, change_setting


def run(
    target: Path | None,
    library_dir: Path | None,
    settings: Settings,
    tour: Sequence[Path] | None = None,
) -> int:
    """Open the window until it is closed; returns the exit code.

    Args:
        target: a folder to import or a picture to search by, once the window is there.
        library_dir: None for the person's own library.
        tour: pictures to begin a tour of the layers with, none for the library's own; it has a
            window to itself, whatever else is open.
    """
    crash.explain_missing_display()
    app = _application()
    translations.install(app, settings.language)
    folder = paths.absolute(library_dir or paths.library_dir())
    target = target and paths.absolute(target)
    if tour is None and hand_over(folder, target):
        return 0
    theme = Theme(app)
    try:
        library = Library.open(folder, settings)
    except LookalikeError as error:
        return _say_and_give_up(error)
    tasks = Tasks()
    remember = partial(change_setting, paths.settings_file())
    window = MainWindow(library, tasks, theme, remember)
    crash.report_faults(lambda error: window.say(message_of(error)))
    doorbell = None if tour is not None and is_open(folder) else Doorbell(folder)
    if doorbell:
        doorbell.rung.connect(window.come_forward)
    dock = _DockDrops()
    dock.opened.connect(window.asking.open)
    app.installEventFilter(dock)
    window.show()
    window.asking.open(target)
    if tour is not None:
        window.doors.demo.open_paths(tour)
    try:
        with collected_here(), _closed_by_interruption(window):
            return app.exec()
    finally:
        if doorbell:
            doorbell.close()
        _close(window, tasks, library.close)


@contextlib.contextmanager
def _closed_by_interruption(window: MainWindow) -> Iterator[None]:
    """Ctrl+C in the terminal, or the system's wish to end, closes the window without a question.

    Python sees a signal between two of its instructions; the timer of `collected_here` gives it
    some each second.
    """
    signals = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(each, lambda *_: window.leaving.leave_at_once()) for each in signals]
    try:
        yield
    finally:
        for each, handler in zip(signals, before, strict=True):
            signal.signal(each, handler)


class _DockDrops(QObject):
    """`opened` carries a file that was dropped on the program's icon, where a dock does that."""

    opened = Signal(object)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.opened.emit(Path(event.file()))
            return True
        return False


def _application() -> QApplication:
    app = QApplication(sys.argv[:1])
    app.setApplicationName("lookalike")
    app.setApplicationDisplayName("Lookalike")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("lookalike")
    return app


def _close(window: MainWindow, tasks: Tasks, close_library: Callable[[], None]) -> None:
    window.hide()
    window.finish()
    # A thread that would not stop still reads the catalog: it ends with the process instead.
    if tasks.close():
        close_library()


def _say_and_give_up(error: LookalikeError) -> int:
    sys.stderr.write(f"{error}\n")
    box = QMessageBox(QMessageBox.Icon.Warning, "Lookalike", error.title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(error.hint)
    box.exec()
    return 1
