"""One import at a time, seen from the window: its progress, and the photos as they come in."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from lookalike.gui.tasks import Task, Tasks
from lookalike.library.importing import ImportReport
from lookalike.photos import PhotoId
from lookalike.progress import Advance, Progress
from lookalike.wording import counted

_LOOK_EVERY_MS = 500

BringIn = Callable[[Sequence[Path], Progress], ImportReport]
PhotoIds = Callable[[], list[PhotoId]]


class ImportRun(QObject):
    """`ended` carries the ImportReport, or None where `stopped` or `failed` follows.

    `stopped` carries the folders that are not done, those that waited for their turn included.
    """

    began = Signal()
    progressed = Signal(Advance)
    photos_came = Signal(list)
    ended = Signal(object)
    stopped = Signal(object)
    failed = Signal(object)

    def __init__(self, bring_in: BringIn, photo_ids: PhotoIds, tasks: Tasks) -> None:
        super().__init__()
        self._bring_in = bring_in
        self._photo_ids = photo_ids
        self._tasks = tasks
        self._task: Task | None = None
        self._look: Task | None = None
        self._waiting: list[Path] = []
        self._put_off: list[Path] = []
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    @property
    def is_running(self) -> bool:
        return self._task is not None

    def start(self, folders: Sequence[Path]) -> None:
        """Bring folders in, after those that are being brought in now."""
        self._waiting += [folder for folder in folders if folder not in self._waiting]
        if not self.is_running and self._waiting:
            self._begin()

    def stop(self) -> None:
        """Keep what is done; `ended` tells when it has stopped."""
        self._put_off += self._waiting
        self._waiting.clear()
        if self._task:
            self._task.cancel()

    def look(self) -> None:
        """Ask which photos are ready, unless that has just been asked."""
        if self._look is None:
            self._look = self._tasks.start(
                lambda _: self._photo_ids(), done=self._tell_photos, failed=self._tell_no_photos
            )

    def _begin(self) -> None:
        folders, self._waiting = tuple(self._waiting), []
        self._task = self._tasks.start(
            lambda progress: self._bring_in(folders, progress),
            done=self._end,
            failed=self._fail,
            progressed=self.progressed.emit,
            cancelled=lambda: self._end(None, folders),
        )
        self._timer.start()
        self.began.emit()

    def _fail(self, error: Exception) -> None:
        self._end(None)
        self.failed.emit(error)

    def _end(self, report: ImportReport | None, left: Sequence[Path] = ()) -> None:
        undone, self._put_off = (*left, *self._put_off), []
        self._task = None
        self._timer.stop()
        self.look()
        self.ended.emit(report)
        if undone:
            self.stopped.emit(undone)
        if self._waiting:
            self._begin()

    def _tell_photos(self, ids: list[PhotoId]) -> None:
        self._look = None
        self.photos_came.emit(ids)

    def _tell_no_photos(self, error: Exception) -> None:
        self._look = None
        self.failed.emit(error)


def told_in_a_line(report: ImportReport) -> str:
    """`1,579 photos added in 12 s. 3 could not be read.`"""
    changes = [
        (report.added, "added"),
        (report.changed, "updated"),
        (report.moved, "moved"),
        (report.missing, "no longer there"),
    ]
    told = [f"{number:,} {what}" for number, what in changes if number]
    if told:
        first = next(number for number, _ in changes if number)
        noun = "photo" if first == 1 else "photos"
        told[0] = told[0].replace(" ", f" {noun} ", 1)
        line = f"{', '.join(told)} in {_duration(report.seconds)}."
    elif report.unchanged:
        line = f"Nothing new: all {counted(report.unchanged, 'photo')} are known already."
    else:
        line = "There are no photos in that folder."
    if report.failed:
        line += f" {len(report.failed):,} could not be read."
    return line


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    return f"{seconds / 60:.0f} min"
