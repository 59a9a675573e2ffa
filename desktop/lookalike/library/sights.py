"""What a folder and all below it looked like last time, and what is different now.

For those who watch folders: only names, sizes and dates are compared, and nothing is opened.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field

from lookalike.library.intake.walking import NOT_THE_PERSONS, UNFINISHED
from lookalike.progress import Progress

_NOT_THE_PERSONS = frozenset(map(os.fsdecode, NOT_THE_PERSONS))
_UNFINISHED = tuple(map(os.fsdecode, UNFINISHED))


@dataclass(frozen=True, slots=True)
class _Sight:
    """One folder as it was seen.

    Attributes:
        place: device and inode; None where the folder is closed to us.
        files: one number for the names, sizes and dates of all its files; 0 without files.
        inner: its folders and their inodes.
    """

    place: tuple[int, int] | None
    files: int = 0
    inner: dict[str, int] = field(default_factory=dict)

    @property
    def is_bare(self) -> bool:
        """Nothing is in it: an unplugged drive may leave such a folder behind."""
        return not self.files and not self.inner


@dataclass(slots=True)
class Seen:
    """What a look found out about some folders.

    Attributes:
        appeared: folders to be put under watch and looked at.
        vanished: folders to be taken off watch first: they are gone, or others have their names.
        changed: folders whose files are not what they were.
        lost: whether files went with the folders that vanished.
        is_here: whether the root is there, with something in it.
        is_replaced: whether another folder is in the place of the root.
    """

    appeared: list[str] = field(default_factory=list)
    vanished: list[str] = field(default_factory=list)
    changed: set[str] = field(default_factory=set)
    lost: bool = False
    is_here: bool = True
    is_replaced: bool = False


class Sights:
    """What a root and the folders below it looked like last time. One thread at a time."""

    def __init__(self, root: str) -> None:
        self._root = root
        self._known: dict[str, _Sight] = {}
        # Where each folder was first reached; what is out of date here is found out when it is met.
        self._at: dict[tuple[int, int] | None, str] = {}

    def folders(self) -> list[str]:
        """All that have been looked at and are there."""
        return list(self._known)

    def look(self, folders: Iterable[str], progress: Progress) -> Seen:
        """Compare these folders, which need not exist, with what is known of them."""
        seen = Seen()
        for folder in folders:
            progress.check()
            self._look_at(folder, seen)
        return seen

    def _look_at(self, folder: str, seen: Seen) -> None:
        try:
            now = _sight_of(folder)
        except OSError:
            self._forget(folder, seen)
            seen.vanished.append(folder)  # known or not
            seen.is_here &= folder != self._root
            return
        before = self._known.get(folder, _Sight(None))
        now = self._entered_once(folder, now, seen)
        self._known[folder] = now
        if now.files != before.files:
            seen.changed.add(folder)
        self._compare_inner(folder, before.inner, now.inner, seen)
        if folder == self._root:
            seen.is_here &= not now.is_bare
            seen.is_replaced |= before.place not in (None, now.place)

    def _entered_once(self, folder: str, now: _Sight, seen: Seen) -> _Sight:
        """A folder that is reached a second time, through a link, is taken for an empty one."""
        other = self._at.get(now.place, folder)
        if other != folder and _place_of(other) == now.place:
            return _Sight(now.place)
        if other != folder:  # it was moved from there to here
            self._doubt(other, seen)
        if now.place:
            self._at[now.place] = folder
        return now

    def _compare_inner(
        self, folder: str, before: dict[str, int], now: dict[str, int], seen: Seen
    ) -> None:
        for name in before.keys() - now.keys():
            self._forget(os.path.join(folder, name), seen)  # noqa: PTH118 - asked per folder
        for name, inode in now.items():
            path = os.path.join(folder, name)  # noqa: PTH118
            if path not in self._known:
                seen.appeared.append(path)
            elif before.get(name) != inode:
                self._doubt(path, seen)

    def _doubt(self, folder: str, seen: Seen) -> None:
        """What is watched under this name is elsewhere now: have the watches set anew."""
        family = self._family(folder)
        seen.vanished += family
        seen.appeared += family

    def _forget(self, folder: str, seen: Seen) -> None:
        for gone in self._family(folder):
            sight = self._known.pop(gone)
            seen.vanished.append(gone)
            seen.lost |= bool(sight.files)

    def _family(self, folder: str) -> list[str]:
        """A folder and all below it, as far as they are known."""
        family = [folder] if folder in self._known else []
        for one in family:  # grows meanwhile
            inner = (os.path.join(one, name) for name in self._known[one].inner)  # noqa: PTH118
            family += [path for path in inner if path in self._known]
        return family


def holds_anything(folder: str) -> bool:
    """Whether a folder is there, with something in it that may be the person's."""
    try:
        return not _sight_of(folder).is_bare
    except OSError:
        return False


def _sight_of(folder: str) -> _Sight:
    """Look into a folder.

    Raises:
        OSError: it is not there.
    """
    try:
        with os.scandir(folder) as entries:
            wanted = [entry for entry in entries if _is_wanted(entry.name)]
    except (FileNotFoundError, NotADirectoryError):
        raise
    except OSError:
        return _Sight(None)
    files, inner = 0, {}
    for entry in wanted:
        if _is_folder(entry):
            inner[entry.name] = entry.inode()
        elif not entry.name.endswith(_UNFINISHED):
            files ^= _mark(entry)
    return _Sight(_place_of(folder), files, inner)


def _place_of(folder: str) -> tuple[int, int] | None:
    try:
        here = os.stat(folder)  # noqa: PTH116
    except OSError:
        return None
    return here.st_dev, here.st_ino


def _is_wanted(name: str) -> bool:
    return not name.startswith(".") and name not in _NOT_THE_PERSONS


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _mark(entry: os.DirEntry[str]) -> int:
    try:
        known = entry.stat()
        return hash((entry.name, known.st_size, known.st_mtime_ns))
    except OSError:  # gone by now, or a link that leads nowhere
        return hash(entry.name)
