"""Finds the files of a folder that may be photos, in the order of their paths' bytes."""

import os
import re
from collections.abc import Iterator, Sequence
from fnmatch import translate
from pathlib import Path
from typing import NamedTuple

from lookalike.errors import FolderUnusable
from lookalike.imaging.formats import has_photo_suffix, looks_like_photo
from lookalike.paths import absolute
from lookalike.photos import Folder
from lookalike.progress import Progress

# Where network drives and systems keep what is theirs: small copies, and what was thrown away.
NOT_THE_PERSONS = frozenset((b"@eaDir", b"#recycle", b"$RECYCLE.BIN", b"System Volume Information"))
# What browsers call a file while they download it.
UNFINISHED = (b".part", b".partial", b".crdownload", b".download")
_HEAD_BYTES = 32
_SEPARATOR = os.fsencode(os.sep)


class FoundFile(NamedTuple):
    """A file as the walk finds it; paths are bytes, as the system and the catalog keep them.

    Args:
        is_doubtful: it has no photo's suffix and was not looked into now, because it was when the
            folder was last scanned: a photo only if it is known to be one.
    """

    path: bytes
    size_bytes: int
    mtime_ns: int
    is_doubtful: bool = False


class Walk:
    """One pass over a folder: iterate for its photo files; the rest is known when that ends.

    Hidden files and folders, those of network drives and systems (`@eaDir`), and those whose name
    or path matches a pattern of `exclude` are not looked at. A folder that is reached a second
    time through a link is not entered again. A file without a photo's suffix is taken if it
    begins as a photo does and is not a download under way.

    Args:
        folder: absolute.
        scanned_ns: when it was last looked through: older files without a photo's suffix were
            looked into then, and are not opened again but told as doubtful.
    """

    def __init__(
        self, folder: Path, progress: Progress, *, exclude: Sequence[str] = (), scanned_ns: int = 0
    ) -> None:
        self._folder = folder
        self._progress = progress
        self._excluded = re.compile("|".join(map(translate, exclude))) if exclude else None
        self._scanned_ns = scanned_ns
        self._seen: set[tuple[int, int]] = set()
        self._passed = 0
        self.ignored = 0
        self.closed: list[tuple[Path, str]] = []

    def __iter__(self) -> Iterator[FoundFile]:
        # Not recursion: folders may be nested deeper than Python's stack.
        waiting = [iter(self._entries(os.fsencode(self._folder)))]
        while waiting:
            entry = next(waiting[-1], None)
            if entry is None:
                waiting.pop()
            elif entry[0].endswith(_SEPARATOR):
                self._progress.step(self._passed, None, "Looking for photos")
                waiting.append(iter(self._entries(entry[1].path)))
            elif (file := self._taken(entry[1])) is not None:
                self._passed += 1
                yield file

    def is_closed(self, path: Path) -> bool:
        """Whether the file stands in a folder, or is one, that could not be looked at."""
        return any(path == closed or path.is_relative_to(closed) for closed, _ in self.closed)

    def _entries(self, folder: bytes) -> list[tuple[bytes, os.DirEntry[bytes]]]:
        """What is in a folder, so sorted that the walk goes by the bytes of whole paths."""
        try:
            here = os.stat(folder)  # noqa: PTH116 - bytes
            if (here.st_dev, here.st_ino) in self._seen:
                return []
            self._seen.add((here.st_dev, here.st_ino))
            with os.scandir(folder) as entries:
                ordered = [(_sort_key(entry), entry) for entry in entries]
        except OSError as error:
            reason = f"the folder cannot be read ({error.strerror})"
            self.closed.append((Path(os.fsdecode(folder)), reason))
            return []
        wanted = [pair for pair in ordered if self._is_wanted(pair[1])]
        wanted.sort(key=_first)
        return wanted

    def _is_wanted(self, entry: os.DirEntry[bytes]) -> bool:
        name = entry.name
        is_ours = (
            name[0] == 46  # a dot
            or name in NOT_THE_PERSONS
            or (self._excluded is not None and self._is_excluded(entry))
        )
        if is_ours:
            self.ignored += _is_file(entry)
        return not is_ours

    def _is_excluded(self, entry: os.DirEntry[bytes]) -> bool:
        assert self._excluded is not None
        names = (os.fsdecode(entry.name), os.fsdecode(entry.path))
        return any(self._excluded.match(os.path.normcase(name)) for name in names)

    def _taken(self, entry: os.DirEntry[bytes]) -> FoundFile | None:
        try:
            known = entry.stat()
        except OSError as error:  # a link that leads nowhere
            if has_photo_suffix(entry.name):
                reason = f"the file cannot be reached ({error.strerror})"
                self.closed.append((Path(os.fsdecode(entry.path)), reason))
            else:
                self.ignored += 1
            return None
        if has_photo_suffix(entry.name):
            return FoundFile(entry.path, known.st_size, known.st_mtime_ns)
        is_old = max(known.st_mtime_ns, known.st_ctime_ns) < self._scanned_ns
        may_be_photo = _is_file(entry) and not entry.name.endswith(UNFINISHED)
        if not may_be_photo or not (is_old or _begins_like_a_photo(entry)):
            self.ignored += 1
            return None
        return FoundFile(entry.path, known.st_size, known.st_mtime_ns, is_doubtful=is_old)


def find_photos(folder: Path, progress: Progress, *, exclude: Sequence[str] = ()) -> list[Path]:
    """The paths of all photo files under `folder`, where nothing else is to be known.

    Raises:
        FolderUnusable: `folder` is not there, not a folder, or cannot be read.
        Cancelled: the person asked to stop.
    """
    check_folder(folder)
    found = Walk(absolute(folder), progress, exclude=exclude)
    return [Path(os.fsdecode(file.path)) for file in found]


def check_folder(folder: Path) -> None:
    """Raise `FolderUnusable` with the reason why no photos can be brought in from here."""
    try:
        if not folder.exists():
            raise FolderUnusable(f"There is no folder {folder}.", "Check the path.")
        if not folder.is_dir():
            raise FolderUnusable(f"{folder} is a file, not a folder.", "Name the folder it is in.")
        with os.scandir(folder):
            pass
    except OSError as error:
        raise FolderUnusable(
            f"The folder {folder} cannot be read ({error.strerror}).", "Check its permissions."
        ) from error


def is_there(folder: Folder) -> bool:
    """Whether a folder of the library can be looked through now.

    Where a drive was unplugged its folder is gone, closed, or left behind with nothing in it, on
    another disk.
    """
    try:
        with os.scandir(folder.path) as entries:
            return any(True for _ in entries) or device_of(folder.path) == folder.device
    except OSError:
        return False


def device_of(folder: Path) -> str:
    """What tells its disk from the others that are there now."""
    return str(folder.stat().st_dev)


def _begins_like_a_photo(entry: os.DirEntry[bytes]) -> bool:
    try:
        with open(entry.path, "rb", buffering=0) as file:  # noqa: PTH123 - bytes
            return looks_like_photo(file.read(_HEAD_BYTES))
    except OSError:
        return False


def _sort_key(entry: os.DirEntry[bytes]) -> bytes:
    return entry.name + _SEPARATOR if _is_folder(entry) else entry.name


def _first(pair: tuple[bytes, os.DirEntry[bytes]]) -> bytes:
    return pair[0]


def _is_folder(entry: os.DirEntry[bytes]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_file(entry: os.DirEntry[bytes]) -> bool:
    try:
        return entry.is_file()
    except OSError:
        return False
