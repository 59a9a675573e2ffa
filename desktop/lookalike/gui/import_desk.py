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
from lookalike.photos import Photo

_AWAY = "{} cannot be reached now. Connect the drive that it is on, and look again."
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
            lambda _: [(folder, folder.is_dir()) for folder in self._library.folders()],
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
            done=self._list_unreadable,
        )

    def _rescan(self, folders: Sequence[tuple[Path, bool]]) -> None:
        here = [folder for folder, is_here in folders if is_here]
        if here:
            self._run.start(here)
        elif folders:
            away = ", ".join(folder.name or str(folder) for folder, _ in folders)
            self._messages.say(Message(_AWAY.format(away), "warning"))
        else:
            self._messages.say(Message("There is no folder to look through. Import one first."))

    def _list_unreadable(self, photos: Sequence[Photo]) -> None:
        if photos:
            UnreadablePhotos(photos, self._window).show()
        else:
            self._messages.say(Message("There is no photo that could not be read.", "done"))

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
