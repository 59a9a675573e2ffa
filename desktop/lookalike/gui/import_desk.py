"""Where imports are asked for, shown and reported."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from lookalike.gui.dialogs.unreadable_photos import UnreadablePhotos
from lookalike.gui.import_run import ImportRun, told_in_a_line
from lookalike.gui.panels.message_bar import Message, MessageBar
from lookalike.gui.panels.status_panel import StatusPanel
from lookalike.gui.tasks import Tasks
from lookalike.library.importing import ImportReport
from lookalike.library.library import Library

_STOPPED = "Importing was stopped. What was done is kept."


class ImportDesk(QObject):
    """Stands between the person's wishes, the run, and the two places that tell about it."""

    def __init__(
        self,
        library: Library,
        run: ImportRun,
        tasks: Tasks,
        status: StatusPanel,
        messages: MessageBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._library = library
        self._run = run
        self._tasks = tasks
        self._status = status
        self._messages = messages
        self._window = window
        run.began.connect(self._show_began)
        run.progressed.connect(status.show_import)
        run.ended.connect(self._show_ended)
        run.stopped.connect(self._show_stopped)
        status.stop_wanted.connect(self.stop)

    def choose_folder(self) -> None:
        """Ask for a folder, and import it."""
        folder = QFileDialog.getExistingDirectory(self._window, "Import a Folder of Photos")
        if folder:
            self._run.start([Path(folder)])

    def rescan(self) -> None:
        """Look through the folders again that are there now; an unplugged drive is left alone."""
        self._tasks.start(
            lambda _: [folder for folder in self._library.folders() if folder.is_dir()],
            done=self._rescan,
        )

    def stop(self) -> None:
        """Keep what is done."""
        if self._run.is_running:
            self._status.show_stopping()
            self._run.stop()

    def show_unreadable(self) -> None:
        """List what could not be read."""
        self._tasks.start(
            lambda _: self._library.unreadable(),
            done=lambda photos: UnreadablePhotos(photos, self._window).show(),
        )

    def _rescan(self, folders: Sequence[Path]) -> None:
        if folders:
            self._run.start(folders)
        else:
            self._messages.say(Message("There is no folder to look through. Import one first."))

    def _show_began(self) -> None:
        self._messages.hide()
        self._status.show_import_began()

    def _show_ended(self, report: ImportReport | None) -> None:
        self._status.hide_import()
        if report:
            show = ("Show", self.show_unreadable) if report.failed else None
            self._messages.say(Message(told_in_a_line(report), "done", show))

    def _show_stopped(self, folders: Sequence[Path]) -> None:
        go_on = ("Go On", lambda: self._run.start(folders))
        self._messages.say(Message(_STOPPED, "info", go_on))
