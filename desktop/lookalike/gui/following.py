"""Has the library follow its folders by itself, while the window is open."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from lookalike.gui.import_run import ImportRun
from lookalike.gui.tasks import Tasks
from lookalike.gui.watching import FolderWatch
from lookalike.library.intake.walking import is_there
from lookalike.library.library import Library


class Following(QObject):
    """`stirred` comes when a folder has changed, has gone offline, or is back.

    Once the person has stopped an import nothing is followed, until they ask for one again.

    Args:
        follow: looks through folders that are there; nobody asked for it.
    """

    stirred = Signal()

    def __init__(
        self,
        library: Library,
        run: ImportRun,
        follow: Callable[[Sequence[Path]], object],
        tasks: Tasks,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._library = library
        self._run = run
        self._import = follow
        self._tasks = tasks
        self._window = window
        self._is_stopped = self._is_closed = False
        self._watch = FolderWatch(tasks, self)
        self._watch.settled.connect(self._follow)
        run.began.connect(self._note_began)
        run.ended.connect(lambda _: self.refresh())
        run.stopped.connect(lambda _: self._note_stopped())
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self._look)
        self.refresh()

    def refresh(self) -> None:
        """Watch the folders that the library has now."""
        self._tasks.start(
            lambda _: [folder.path for folder in self._library.folders()], done=self._watch_these
        )

    def close(self) -> None:
        """Follow nothing any more."""
        self._is_closed = True
        self._watch.close()

    def _watch_these(self, folders: Sequence[Path]) -> None:
        if not self._is_closed:
            self._watch.watch(folders)

    def _look(self, state: Qt.ApplicationState) -> None:
        """The person is back from another program, and may have changed something with it."""
        if state == Qt.ApplicationState.ApplicationActive:
            self._watch.look()

    def _follow(self, root: Path) -> None:
        self.stirred.emit()
        # An import that goes on without the window is to come to an end.
        if not self._is_stopped and self._window.isVisible():
            self._tasks.start(lambda _: _if_there(self._library, root), done=self._import)

    def _note_began(self) -> None:
        self._is_stopped &= self._run.is_quiet

    def _note_stopped(self) -> None:
        self._is_stopped = True


def _if_there(library: Library, root: Path) -> list[Path]:
    """The folder, unless it has been taken out of the library or is offline."""
    return [known.path for known in library.folders() if known.path == root and is_there(known)]
