"""One import at a time, seen from the window: its progress, its pace, and how it ends."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from lookalike.gui.tasks import Task, Tasks
from lookalike.library.intake.import_report import ImportReport
from lookalike.library.intake.pace import Pace
from lookalike.progress import Advance, Progress


class BringIn(Protocol):
    """`library.intake.importing.import_folders` of one library."""

    def __call__(
        self,
        folders: Sequence[Path],
        progress: Progress,
        *,
        pace: Pace,
        tell: Callable[[str], None],
    ) -> ImportReport: ...


class ImportRun(QObject):
    """`ended` carries the ImportReport, or None where `stopped` or `failed` follows.

    `stopped` carries the folders that are not done, those that waited for their turn included;
    `failed` the error and the folders that it concerns. `rested` comes when nothing waits either.
    """

    began = Signal()
    progressed = Signal(Advance)
    paused = Signal(bool)
    noticed = Signal(str)
    ended = Signal(object)
    stopped = Signal(object)
    failed = Signal(object, object)
    rested = Signal()

    def __init__(self, bring_in: BringIn, tasks: Tasks, pace: Pace) -> None:
        super().__init__()
        self.pace = pace
        self.is_quiet = False
        self._bring_in = bring_in
        self._tasks = tasks
        self._task: Task | None = None
        self._waiting: dict[Path, bool] = {}
        self._put_off: list[Path] = []

    @property
    def is_running(self) -> bool:
        return self._task is not None

    @property
    def is_asked_for(self) -> bool:
        """Whether an import runs, or waits, that the person has asked for."""
        return self.is_running and not (self.is_quiet and all(self._waiting.values()))

    @property
    def is_paused(self) -> bool:
        return self.is_running and self.pace.is_paused

    def start(self, folders: Sequence[Path], *, quietly: bool = False) -> None:
        """Bring folders in, after those that are being brought in now.

        Args:
            quietly: nobody asked for it; what it finds is told, and nothing else.
        """
        for folder in folders:
            self._waiting[folder] = quietly and self._waiting.get(folder, True)
        if not self.is_running and self._waiting:
            self._begin()

    def stop(self) -> None:
        """Keep what is done; `ended` tells when it has stopped."""
        self._put_off += self._waiting
        self._waiting.clear()
        if self._task:
            self._task.cancel()

    def pause(self, is_wanted: bool) -> None:
        """Hold still, or go on."""
        if self.is_running and self.pace.is_paused != is_wanted:
            self._set_paused(is_wanted)

    def _set_paused(self, is_paused: bool) -> None:
        if is_paused:
            self.pace.pause()
        else:
            self.pace.resume()
        self.paused.emit(is_paused)

    def _begin(self) -> None:
        waiting, self._waiting = self._waiting, {}
        folders, self.is_quiet = tuple(waiting), all(waiting.values())
        tell = self._tasks.relay(self.noticed.emit)
        self._task = self._tasks.start(
            lambda progress: self._bring_in(folders, progress, pace=self.pace, tell=tell),
            done=self._end,
            failed=lambda error: self._fail(error, folders),
            progressed=self.progressed.emit,
            cancelled=lambda: self._end(None, folders),
        )
        self.began.emit()

    def _fail(self, error: Exception, folders: Sequence[Path]) -> None:
        self._end(None, failure=(error, folders))

    def _end(
        self,
        report: ImportReport | None,
        left: Sequence[Path] = (),
        failure: tuple[Exception, Sequence[Path]] | None = None,
    ) -> None:
        undone, self._put_off = (*left, *self._put_off), []
        self._task = None
        self.pace.resume()  # the next one was not paused by anybody
        self.ended.emit(report)
        if undone:
            self.stopped.emit(undone)
        if failure:
            self.failed.emit(*failure)
        if self._waiting and not self.is_running:
            self._begin()
        if not self.is_running:
            self.rested.emit()


def has_news(report: ImportReport) -> bool:
    """Whether there is anything to tell to somebody who did not ask."""
    counts = (report.added, report.changed, report.moved, report.newly_missing)
    return any(counts) or bool(report.notices)
