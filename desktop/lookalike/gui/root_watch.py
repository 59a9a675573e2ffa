"""Watches one folder with all below it, and tells when what is in it has changed."""

import logging
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import islice
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QFileSystemWatcher, QObject, QStorageInfo, QTimer, Signal

from lookalike.gui.tasks import Task, Tasks
from lookalike.library.sights import Seen, Sights, holds_anything
from lookalike.progress import Progress

T = TypeVar("T")
logger = logging.getLogger(__name__)

# Folders per step: putting them under watch takes the GUI thread 2 to 4 ms.
_STEP = 100
# Qt goes through all its folders for each that it adds, so that more would take ever longer, and
# the system's watches are for the person's other programs too.
_MOST_WATCHED = 10_000
# A look that takes long is repeated less often, so that a slow drive is not kept busy.
_LOOK_SHARE = 1 / 20
_FAR = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "afpfs", "webdav", "afs", "ceph", "9p"),
        *("v9fs", "vboxsf", "virtiofs", "prl_fs", "fuse.sshfs", "fuse.rclone", "fuse.davfs"),
        *("fuse.gvfsd-fuse", "fuse.vmhgfs-fuse", "fuse.s3fs", "fuse.glusterfs"),
    }
)

MakeWatcher = Callable[[], QFileSystemWatcher]


@dataclass(frozen=True, slots=True)
class WatchTimes:
    """How long to wait between two looks.

    Attributes:
        again_s: at folders that are changing; what is announced has been still for so long.
        at_latest_s: changes that do not come to rest are announced after this.
        away_s: for a root that is not there.
        polled_s: at all folders of a root where the system does not tell of changes.
        all_s: at all folders of any other root.
    """

    again_s: float = 1.0
    at_latest_s: float = 10.0
    away_s: float = 10.0
    polled_s: float = 10.0
    all_s: float = 300.0


class RootWatch(QObject):
    """Works off its folders in steps: put some under watch, then look at them.

    A folder is looked at after it is under watch, so nothing can happen unseen in between; the
    sub-folders that the look finds are worked off in the same way.
    """

    settled = Signal(Path)

    def __init__(
        self,
        root: Path,
        tasks: Tasks,
        times: WatchTimes,
        make_watcher: MakeWatcher,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._root = root
        self._tasks = tasks
        self._times = times
        self._make_watcher = make_watcher
        self._watcher: QFileSystemWatcher | None = None
        self._task: Task | None = None
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self._look_again)
        self._poll = QTimer(self, singleShot=True)
        self._poll.timeout.connect(self._look_at_all)
        self._is_here = False
        self._is_closed = False
        self._start_over()

    def arrive(self) -> None:
        """Find out, off the GUI thread, whether and how the root can be watched."""
        root = str(self._root)
        self._run(lambda _: _standing(root), self._begin)

    def look(self) -> None:
        """Look at all folders soon: now, or a little after the look before."""
        due_ms = _ms(max(0.0, self._look_ended_at + self._pause_s(0) - time.monotonic()))
        if not self._poll.isActive() or due_ms < self._poll.remainingTime():
            self._poll.start(due_ms)

    def close(self) -> None:
        """Stop for good."""
        self._is_closed = True
        if self._task:
            self._task.refuse()
        self._again.stop()
        self._poll.stop()
        self._start_over()
        self.deleteLater()

    @property
    def is_polled(self) -> bool:
        """Whether the system does not tell of changes in all of its folders."""
        return self._is_here and (self._watcher is None or bool(self._refused))

    def _start_over(self) -> None:
        """Know nothing of the root any more."""
        if self._watcher:
            self._watcher.directoryChanged.disconnect(self._stir)
            self._watcher.deleteLater()
        self._watcher = None
        self._sights = Sights(str(self._root))
        self._queue: dict[str, None] = {}
        self._moving: set[str] = set()
        self._watched: set[str] = set()
        self._refused: set[str] = set()
        self._stale: list[str] = []
        self._changed_at: float | None = None
        self._look_began_at: float | None = time.monotonic()
        self._look_ended_at = self._look_took_s = 0.0

    def _begin(self, standing: "_Standing") -> None:
        if standing is _Standing.AWAY:
            self._lose()
            return
        self._start_over()
        if standing is _Standing.WATCHABLE:
            self._watcher = self._make_watcher()
            self._watcher.setParent(self)
            self._watcher.directoryChanged.connect(self._stir)
        self._queue[str(self._root)] = None
        self._go_on()

    def _go_on(self) -> None:
        """Take the next step, if there is one."""
        if self._task or self._is_closed:
            return
        if self._stale:
            # Before others are put under watch, which may have the same names.
            self._take_off_watch()
            QTimer.singleShot(0, self, self._go_on)
        elif folders := list(islice(self._queue, _STEP)):
            for folder in folders:
                del self._queue[folder]
            self._put_under_watch([folder for folder in folders if folder not in self._watched])
            sights = self._sights
            self._run(lambda progress: sights.look(folders, progress), self._take)
        else:
            self._rest()

    def _put_under_watch(self, folders: Sequence[str]) -> None:
        if not self._watcher or not folders:
            return
        room = max(0, _MOST_WATCHED - len(self._watched))
        wanted = [folder for folder in folders if _is_text(folder)][:room]
        failed = set(folders).difference(wanted)
        if wanted and (unadded := self._watcher.addPaths(wanted)):
            # Qt fails for those that it watches already, too.
            failed.update(set(unadded).difference(self._watcher.directories()))
        self._watched.update(folder for folder in folders if folder not in failed)
        self._refused.difference_update(folders)
        self._refused |= failed

    def _take_off_watch(self) -> None:
        gone, self._stale = self._stale[:_STEP], self._stale[_STEP:]
        if self._watcher:
            self._watcher.removePaths(gone)

    def _take(self, seen: Seen) -> None:
        """Note what a look found, and go on."""
        if not seen.is_here or (seen.is_replaced and self._watcher):
            self._lose()
            return
        self._stale += seen.vanished
        self._watched.difference_update(seen.vanished)
        self._refused.difference_update(seen.vanished)
        self._queue.update(dict.fromkeys(seen.appeared))
        self._moving |= seen.changed
        if seen.changed or seen.lost:
            self._note_change()
        self._go_on()

    def _note_change(self) -> None:
        if self._changed_at is None:
            self._changed_at = time.monotonic()

    def _rest(self) -> None:
        """All folders are looked at: announce, or look again at those that are changing."""
        now = time.monotonic()
        if self._look_began_at is not None:
            self._look_took_s, self._look_ended_at = now - self._look_began_at, now
            self._look_began_at = None
        if not self._is_here:
            self._is_here = True
            self._note_change()
        is_due = self._changed_at is not None and now - self._changed_at >= self._times.at_latest_s
        if self._changed_at is not None and (is_due or not self._moving):
            self._announce()
        if self._moving:
            self._look_again_soon()
        if not self._poll.isActive():
            every_s = self._times.polled_s if self.is_polled else self._times.all_s
            self._poll.start(_ms(self._pause_s(every_s)))

    def _announce(self) -> None:
        self._changed_at = None
        self.settled.emit(self._root)

    def _lose(self) -> None:
        """The root is not there, or another folder is in its place: begin again in a while."""
        was_here, self._is_here = self._is_here, False
        self._again.stop()
        self._start_over()
        self._poll.start(_ms(self._times.away_s))
        if was_here:
            self._announce()

    def _stir(self, folder: str) -> None:
        """The system says that something happened in a folder, or that it is gone."""
        self._moving.add(folder)
        # Qt drops a folder that is removed, even if it is made again at once.
        self._watched.discard(folder)
        self._look_again_soon()

    def _look_again_soon(self) -> None:
        # Not put off by what comes meanwhile, which might never end.
        if not self._again.isActive():
            self._again.start(_ms(self._times.again_s))

    def _look_again(self) -> None:
        self._queue.update(dict.fromkeys(self._moving))
        self._moving.clear()
        self._go_on()

    def _look_at_all(self) -> None:
        if self._task:
            self._poll.start(_ms(self._times.again_s))
        elif not self._is_here:
            self.arrive()
        else:
            self._poll.stop()
            self._queue.update(dict.fromkeys(self._sights.folders()))
            self._look_began_at = time.monotonic()
            self._go_on()

    def _pause_s(self, least_s: float) -> float:
        return max(least_s, self._look_took_s / _LOOK_SHARE)

    def _run(self, work: Callable[[Progress], T], done: Callable[[T], None]) -> None:
        def end(value: T) -> None:
            self._task = None
            done(value)

        self._task = self._tasks.start(work, done=end, failed=self._fail)

    def _fail(self, error: Exception) -> None:
        self._task = None
        logger.warning("Watching %s failed; it begins again.", self._root, exc_info=error)
        self._lose()


class _Standing(Enum):
    """What can be done about a root."""

    AWAY = auto()
    WATCHABLE = auto()
    SILENT = auto()


def _standing(root: str) -> _Standing:
    if not holds_anything(root):
        return _Standing.AWAY
    return _Standing.SILENT if _is_silent(root) else _Standing.WATCHABLE


def _is_silent(root: str) -> bool:
    """Whether the system does not tell of changes here, or should not be asked to."""
    # WORKAROUND(https://bugreports.qt.io/browse/QTBUG-52470): on Windows, no folder can be renamed
    # that has a watched one somewhere below it. Until Qt can watch a tree by its root alone.
    if sys.platform == "win32":
        return True
    return QStorageInfo(root).fileSystemType().toStdString() in _FAR


def _is_text(path: str) -> bool:
    """Whether Qt gets to know the name as it is; from others it leaves out what it cannot say."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def _ms(seconds: float) -> int:
    return round(seconds * 1000)
