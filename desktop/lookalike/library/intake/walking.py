"""Finds the files of a folder that may be photos, in the order of their paths' bytes."""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from fnmatch import translate
from itertools import islice
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
LATEST_NS = 2**63 - 1  # what the catalog can hold; some file systems hold later times
_SEPARATOR = os.fsencode(os.sep)

# A `FoundFile` as a plain tuple, which is made in a tenth of the time: nearly all that are found
# are unchanged, and nobody looks at them again.
Found = tuple[bytes, int, int, bool]


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
    or path from `base` on matches a pattern of `exclude` are not looked at. A folder that is
    reached a second time through a link is not entered again. A file without a photo's suffix is
    taken if it begins as a photo does and is not a download under way.

    Args:
        folder: absolute.
        base: the folder that it is inside of and whose patterns they are; None: itself.
        scanned_ns: when it was last looked through: older files without a photo's suffix were
            looked into then, and are not opened again but told as doubtful.
    """

    def __init__(
        self,
        folder: Path,
        progress: Progress,
        *,
        exclude: Sequence[str] = (),
        base: Path | None = None,
        scanned_ns: int = 0,
    ) -> None:
        self._folder = folder
        self._progress = progress
        patterns = [translate(os.path.normcase(pattern)) for pattern in exclude]
        self._excluded = re.compile("|".join(patterns)) if patterns else None
        self._base = os.fsencode(base or folder).rstrip(_SEPARATOR)
        self._inside = os.path.realpath(os.fsencode(folder)) + _SEPARATOR
        self._scanned_ns = scanned_ns
        self._changed: set[bytes] = set()
        self._seen: set[tuple[int, int]] = set()
        self.ignored = 0
        self.closed: list[tuple[Path, str]] = []
        self._closed: set[Path] = set()

    def __iter__(self) -> Iterator[Found]:
        passed = 0
        # Not recursion: folders may be nested deeper than Python's stack.
        waiting = [iter(self._entries(os.fsencode(self._folder)))]
        while waiting:
            for found in waiting[-1]:
                path = found[0]
                if path.endswith(_SEPARATOR):
                    self._progress.step(passed, None, "Looking for photos")
                    waiting.append(iter(self._entries(path[: -len(_SEPARATOR)])))
                    break  # and on with the rest of this folder when that one is done
                passed += 1
                if passed % 256 == 0:
                    self._progress.step(passed, None, "Looking for photos")
                yield found
            else:
                waiting.pop()

    def is_closed(self, path: Path) -> bool:
        """Whether the file stands in a folder, or is one, that could not be looked at."""
        return bool(self._closed) and not self._closed.isdisjoint((path, *path.parents))

    def _entries(self, folder: bytes) -> list[Found]:
        """The photos and the folders in a folder, so sorted that the walk goes by the bytes of
        whole paths; those of folders end in a separator."""
        try:
            here = os.stat(folder)  # noqa: PTH116 - bytes
            if (here.st_dev, here.st_ino) in self._seen:
                return []
            self._seen.add((here.st_dev, here.st_ino))
            self._note_change(folder, here)
            with os.scandir(folder) as entries:
                return sorted(found for entry in entries if (found := self._found(entry)))
        except OSError as error:
            self._note_closed(folder, f"the folder cannot be read ({error.strerror})")
            return []

    def _found(self, entry: os.DirEntry[bytes]) -> Found | None:
        # Few calls here: they are what a walk takes longer than the system needs for it.
        name = entry.name
        if (
            name[0] == 46  # a dot
            or name in NOT_THE_PERSONS
            or (self._excluded is not None and self._is_excluded(entry))
        ):
            self.ignored += _is_file(entry)
            return None
        try:
            if entry.is_dir():
                return None if self._leads_back(entry) else (entry.path + _SEPARATOR, 0, 0, False)
            known = entry.stat()
        except OSError as error:  # a link that leads nowhere
            self._note_unreachable(entry, error)
            return None
        if has_photo_suffix(name):
            return entry.path, known.st_size, min(known.st_mtime_ns, LATEST_NS), False
        return self._looked_into(entry, known)

    def _is_excluded(self, entry: os.DirEntry[bytes]) -> bool:
        assert self._excluded is not None
        names = (os.fsdecode(entry.name), os.fsdecode(entry.path[len(self._base) :]))
        return any(self._excluded.match(os.path.normcase(name)) for name in names)

    def _note_unreachable(self, entry: os.DirEntry[bytes], error: OSError) -> None:
        if has_photo_suffix(entry.name):
            self._note_closed(entry.path, f"the file cannot be reached ({error.strerror})")
        else:
            self.ignored += 1

    def _note_closed(self, path: bytes, reason: str) -> None:
        closed = Path(os.fsdecode(path))
        self._closed.add(closed)
        self.closed.append((closed, reason))

    def _note_change(self, folder: bytes, here: os.stat_result) -> None:
        """Files that were moved here with a folder around them are as old as they were."""
        if max(here.st_mtime_ns, here.st_ctime_ns) >= self._scanned_ns or (
            os.path.dirname(folder) in self._changed  # noqa: PTH120 - bytes
        ):
            self._changed.add(folder)

    def _leads_back(self, entry: os.DirEntry[bytes]) -> bool:
        """Whether it is a link to a folder that the walk meets under its own name."""
        return entry.is_symlink() and (os.path.realpath(entry.path) + _SEPARATOR).startswith(
            self._inside
        )

    def _was_looked_into(self, entry: os.DirEntry[bytes], known: os.stat_result) -> bool:
        if sys.platform == "win32":  # where a file does not tell when it came here
            return False
        is_old = max(known.st_mtime_ns, known.st_ctime_ns) < self._scanned_ns
        return is_old and os.path.dirname(entry.path) not in self._changed  # noqa: PTH120

    def _looked_into(self, entry: os.DirEntry[bytes], known: os.stat_result) -> Found | None:
        """A file without a photo's suffix, where it may be one."""
        is_old = self._was_looked_into(entry, known)
        may_be_photo = _is_file(entry) and not entry.name.endswith(UNFINISHED)
        if not may_be_photo or not (is_old or _begins_like_a_photo(entry)):
            self.ignored += 1
            return None
        return entry.path, known.st_size, min(known.st_mtime_ns, LATEST_NS), is_old


def find_photos(
    folder: Path, progress: Progress, *, exclude: Sequence[str] = (), most: int | None = None
) -> list[Path]:
    """The paths of all photo files under `folder`, where nothing else is to be known.

    Args:
        most: look no further when there are so many.

    Raises:
        FolderUnusable: `folder` is not there, not a folder, or cannot be read.
        Cancelled: the person asked to stop.
    """
    check_folder(folder)
    found = Walk(absolute(folder), progress, exclude=exclude)
    return [Path(os.fsdecode(path)) for path, *_ in islice(found, most)]


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


def _is_file(entry: os.DirEntry[bytes]) -> bool:
    try:
        return entry.is_file()
    except OSError:
        return False
