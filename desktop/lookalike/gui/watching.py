"""Tells when the photos in the library's folders change, while the window is open.

A folder that the system says has changed is looked at again and again until two looks agree, so
that nothing is announced half-copied. What the system does not say, a look at all folders finds:
every few minutes, and when the owner asks for it (`look`).

What QFileSystemWatcher says of a folder on Linux, tried out: files that are made, removed,
renamed, replaced (as most programs save), or given another date or other rights. It does not say
that a file is written to, neither a photo saved in place nor the rest of a long copy, and says
nothing of what happens below sub-folders. Watching each file would tell, but not for 100,000.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from lookalike.gui.root_watch import MakeWatcher, RootWatch, WatchTimes
from lookalike.gui.tasks import Tasks


class FolderWatch(QObject):
    """`settled` carries a root under which something changed and has come to rest.

    A root is announced as well when all of it is under watch for the first time, since nobody knows
    what happened to it before, when it goes away, and when it is back.

    Args:
        make_watcher: called once per root, and again when a root comes back.
    """

    settled = Signal(Path)

    def __init__(
        self,
        tasks: Tasks,
        parent: QObject | None = None,
        *,
        times: WatchTimes | None = None,
        make_watcher: MakeWatcher = QFileSystemWatcher,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._times = times or WatchTimes()
        self._make_watcher = make_watcher
        self._roots: dict[Path, RootWatch] = {}

    def watch(self, folders: Sequence[Path]) -> None:
        """Watch these folders and all below them, and no others."""
        wanted = _outermost(folders)
        for gone in [root for root in self._roots if root not in wanted]:
            self._roots.pop(gone).close()
        for folder in wanted:
            if folder not in self._roots:
                self._roots[folder] = self._begin(folder)

    def look(self) -> None:
        """Look at all folders, as when the person comes back from another program."""
        for root in self._roots.values():
            root.look()

    def close(self) -> None:
        """Watch nothing any more, and say nothing either."""
        self.watch([])

    @property
    def is_polling(self) -> bool:
        """Whether some folders cannot be watched, and are looked at now and then instead."""
        return any(root.is_polled for root in self._roots.values())

    def _begin(self, folder: Path) -> RootWatch:
        root = RootWatch(folder, self._tasks, self._times, self._make_watcher, self)
        root.settled.connect(self.settled)
        root.arrive()
        return root


def _outermost(folders: Sequence[Path]) -> list[Path]:
    """The folders that are not inside another of them."""
    return [
        folder for folder in dict.fromkeys(folders) if not set(folder.parents).intersection(folders)
    ]
