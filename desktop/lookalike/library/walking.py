"""Finds the photo files of a folder without opening one."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

from lookalike.errors import FolderUnusable
from lookalike.imaging.formats import is_photo
from lookalike.photos import PhotoFile
from lookalike.progress import Progress


@dataclass(slots=True)
class Walk:
    """What a walk found: photo files, the number of all other files, and closed folders."""

    photos: list[PhotoFile] = field(default_factory=list)
    ignored: int = 0
    closed: list[tuple[Path, str]] = field(default_factory=list)


def find_photos(folder: Path, progress: Progress, *, exclude: Sequence[str] = ()) -> Walk:
    """Every photo file under `folder`: those of a folder by name, then those of its folders.

    Hidden files and folders, and those whose name or path matches a pattern of `exclude`, are
    not looked at. A folder that is reached a second time through a link is not entered again.

    Raises:
        FolderUnusable: `folder` is not there, not a folder, or cannot be read.
        Cancelled: the person asked to stop.
    """
    check_folder(folder)
    walk = Walk()
    seen: set[tuple[int, int]] = set()
    waiting = [folder]  # not recursion: folders may be nested deeper than Python's stack
    while waiting:
        waiting += reversed(_look_into(waiting.pop(), walk, progress, exclude, seen))
    return walk


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


def _look_into(
    folder: Path, walk: Walk, progress: Progress, exclude: Sequence[str], seen: set[tuple[int, int]]
) -> list[Path]:
    """Take the photos of one folder; returns the folders in it."""
    try:
        here = folder.stat()
        if (here.st_dev, here.st_ino) in seen:
            return []
        seen.add((here.st_dev, here.st_ino))
        with os.scandir(folder) as entries:
            ordered = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        walk.closed.append((folder, f"the folder cannot be read ({error.strerror})"))
        return []
    inner = []
    for entry in ordered:
        progress.step(len(walk.photos), None, "Looking for photos")
        if entry.name.startswith(".") or _is_excluded(entry, exclude):
            walk.ignored += _is_file(entry)
        elif _is_folder(entry):
            inner.append(folder / entry.name)
        else:
            _take(folder / entry.name, entry, walk)
    return inner


def _take(path: Path, entry: os.DirEntry[str], walk: Walk) -> None:
    if not is_photo(path):
        walk.ignored += 1
        return
    try:
        known = entry.stat()
    except OSError as error:  # a link that leads nowhere
        walk.closed.append((path, f"the file cannot be reached ({error.strerror})"))
        return
    walk.photos.append(PhotoFile(path, known.st_size, known.st_mtime_ns))


def _is_excluded(entry: os.DirEntry[str], patterns: Sequence[str]) -> bool:
    return any(fnmatch(entry.name, pattern) or fnmatch(entry.path, pattern) for pattern in patterns)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:
        return False
