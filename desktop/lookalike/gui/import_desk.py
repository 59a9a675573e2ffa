"""Where imports are asked for, steered, shown and reported."""

import logging
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from lookalike.errors import LookalikeError
from lookalike.gui.import_run import ImportRun, has_news
from lookalike.gui.import_words import ImportWords
from lookalike.gui.panels.message_bar import Message, MessageBar, message_of
from lookalike.gui.panels.status_panel import StatusPanel
from lookalike.gui.tasks import Tasks
from lookalike.library.folders import folder_standings
from lookalike.library.intake.import_report import ImportReport
from lookalike.library.library import Library

logger = logging.getLogger(__name__)


class ImportDesk(QObject):
    """Stands between the person's wishes, the run, and the two places that tell about it."""

    problems_wanted = Signal()

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
        self._told_quietly = ""
        run.began.connect(self._show_began)
        run.progressed.connect(status.show_import)
        run.paused.connect(status.show_paused)
        run.noticed.connect(self._show_notice)
        run.ended.connect(self._show_ended)
        run.stopped.connect(self._show_stopped)
        run.failed.connect(self._show_failed)
        status.stop_wanted.connect(self.stop)
        status.pause_wanted.connect(self.pause_or_go_on)

    def choose_folder(self) -> None:
        """Ask for a folder, and import it."""
        folder = QFileDialog.getExistingDirectory(
            self._window, self.tr("Import a Folder of Photos")
        )
        if folder:
            self._run.start([Path(folder)])

    def rescan(self) -> None:
        """Look through the folders again that are there now; an unplugged drive is left alone."""
        self._tasks.start(
            lambda _: [(known.path, known.is_online) for known in folder_standings(self._library)],
            done=self._rescan,
        )

    def follow(self, folders: Sequence[Path]) -> None:
        """Look through folders in which something has changed, as nobody asked: only news tell."""
        self._run.start(folders, quietly=True)

    def pause_or_go_on(self) -> None:
        self._run.pause(not self._run.is_paused)

    def stop(self) -> None:
        """Keep what is done."""
        if self._run.is_running:
            self._status.show_stopping()
            self._run.stop()

    def _rescan(self, folders: Sequence[tuple[Path, bool]]) -> None:
        here = [folder for folder, is_here in folders if is_here]
        if here:
            self._run.start(here)
        elif folders:
            told = self.tr(
                "{folders} cannot be reached now. Connect the drive that it is on, and look again."
            )
            away = ", ".join(folder.name or str(folder) for folder, _ in folders)
            self._messages.say(Message(told.format(folders=away), "warning"))
        else:
            told = self.tr("There is no folder to look through. Import one first.")
            self._messages.say(Message(told))

    def _show_began(self) -> None:
        if not self._run.is_quiet:
            self._messages.hide()
        self._status.show_import_began(is_quiet=self._run.is_quiet)

    def _show_notice(self, sentence: str) -> None:
        self._messages.say(Message(sentence, "warning"))

    def _show_ended(self, report: ImportReport | None) -> None:
        self._status.hide_import()
        if report is None or (self._run.is_quiet and not has_news(report)):
            return
        self._told_quietly = ""
        kind = "warning" if report.notices or report.offline else "done"
        has_problems = report.failed or report.newly_missing
        show = (self.tr("Show Problems"), self.problems_wanted.emit) if has_problems else None
        self._messages.say(Message(ImportWords().in_a_line(report), kind, show))

    def _show_stopped(self, folders: Sequence[Path]) -> None:
        told = self.tr("Importing was stopped. What was done is kept.")
        self._offer(Message(told), self.tr("Go On"), folders)

    def _show_failed(self, error: Exception, folders: Sequence[Path]) -> None:
        message = message_of(error)
        if not isinstance(error, LookalikeError):
            logger.error("An import failed", exc_info=error)
        if self._run.is_quiet and message.text == self._told_quietly:
            return  # what fails again and again without being asked for is told once
        self._told_quietly = message.text
        self._offer(message, self.tr("Try Again"), folders)

    def _offer(self, message: Message, what: str, folders: Sequence[Path]) -> None:
        action = (what, lambda: self._run.start(folders))
        self._messages.say(Message(message.text, message.kind, action))
