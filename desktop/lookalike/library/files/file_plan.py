"""What a file action would do, worked out before anything is touched."""

import os
import shutil
import stat
import sys
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import count, takewhile
from pathlib import Path

from lookalike.library.files import trash
from lookalike.library.files.careful_files import as_mark, is_there, mark_of
from lookalike.library.library import Library
from lookalike.paths import absolute
from lookalike.photos import Photo, PhotoId
from lookalike.progress import Progress

_STEP_EVERY = 64
_LONGEST_NAME_BYTES = 255


class FileKind(StrEnum):
    """What can be done with files. The values are kept in journals."""

    COPY = "copy"
    MOVE = "move"
    HARD_LINK = "hard-link"
    TRASH = "trash"


class Standing(StrEnum):
    """How it stands with one file of a plan."""

    CLEAR = "clear"
    NAME_TAKEN = "name taken"  # in the destination, or by another of these files
    GONE = "gone"
    THERE_ALREADY = "there already"
    SAME_FILE = "same file"  # as another of these, which was reached by another way
    A_LINK = "a link"
    OTHER_DISK = "other disk"
    FOLDER_CLOSED = "folder closed"
    NO_TRASH = "no trash"


class Obstacle(StrEnum):
    """Why nothing of a plan can be done."""

    NO_FOLDER = "no folder"
    READ_ONLY = "read-only"
    LIBRARY_FOLDER = "library folder"
    NO_SPACE = "no space"
    NOTHING_TO_DO = "nothing to do"


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """One file: from where to where.

    Args:
        target: None where it goes to the trash, or nowhere.
        must_be_copied: it goes to another disk, or is copied anyway.
    """

    photo_id: PhotoId
    source: Path
    target: Path | None = None
    size_bytes: int = 0
    standing: Standing = Standing.CLEAR
    must_be_copied: bool = False


@dataclass(frozen=True)
class FilePlan:
    """All of it. Nothing was touched to make it.

    Args:
        destination: None for the trash.
        keeps_both: a file whose name is taken gets another; otherwise it is left out.
        free_bytes: on the disk of the destination; None where nobody knows.
        leaves_library: the photos are not in the library any more when they are there.
        can_be_undone: False where what is in the trash cannot be had back from here.
        sidecars: how many `.xmp` files lie beside these, and stay.
    """

    kind: FileKind
    destination: Path | None
    files: tuple[PlannedFile, ...]
    keeps_both: bool = True
    free_bytes: int | None = None
    obstacle: Obstacle | None = None
    leaves_library: bool = False
    can_be_undone: bool = True
    sidecars: int = 0

    def with_both_kept(self, keeps_both: bool) -> "FilePlan":
        """The same plan with the other answer to names that are taken."""
        changed = replace(self, keeps_both=keeps_both)
        return replace(changed, obstacle=_obstacle(changed))

    @cached_property
    def to_do(self) -> tuple[PlannedFile, ...]:
        """The files that something will be done with."""
        wanted = {Standing.CLEAR}
        if self.keeps_both:
            wanted.add(Standing.NAME_TAKEN)
        return tuple(file for file in self.files if file.standing in wanted)

    @cached_property
    def conflicts(self) -> int:
        """How many names are taken."""
        return sum(file.standing is Standing.NAME_TAKEN for file in self.files)

    @cached_property
    def left_out(self) -> int:
        """How many files nothing can be done with."""
        return len(self.files) - len(self.to_do) - (0 if self.keeps_both else self.conflicts)

    @cached_property
    def total_bytes(self) -> int:
        return sum(file.size_bytes for file in self.to_do)

    @cached_property
    def bytes_to_write(self) -> int:
        """What has to fit on the disk of the destination."""
        return sum(file.size_bytes for file in self.to_do if file.must_be_copied)


def plan(
    library: Library,
    kind: FileKind,
    photo_ids: Sequence[PhotoId],
    destination: Path | None,
    progress: Progress,
    subfolders: Mapping[PhotoId, Sequence[str]] | None = None,
) -> FilePlan:
    """Look at every file and at the destination; nothing is written anywhere.

    Args:
        destination: None for the trash.
        subfolders: where in the destination a photo is copied or linked to, `animals/cats`; one
            that is in several comes several times, and not where it is already.

    Raises:
        Cancelled: the person asked to stop.
        LibraryUnusable: as it says.
    """
    folder = absolute(destination) if destination else None
    photos = library.photos(photo_ids)
    blocked = _closed_to_us(library, folder) if folder else None
    planner = _Planner(kind, folder, blocked)
    files = []
    for done, photo in enumerate(photos):
        if done % _STEP_EVERY == 0:
            progress.step(done, len(photos), "Looking at the files")
        places = subfolders.get(photo.id, ()) if subfolders is not None else ("",)
        files += [planner.planned(photo, inside) for inside in places]
    progress.step(len(photos), len(photos), "Looking at the files")
    made = FilePlan(
        kind,
        folder,
        tuple(files),
        free_bytes=None if blocked or folder is None else _free_bytes(folder),
        obstacle=blocked,
        leaves_library=_leaves_library(library, kind, folder),
        can_be_undone=planner.can_be_undone,
        sidecars=planner.sidecars,
    )
    return replace(made, obstacle=blocked or _obstacle(made))


def _obstacle(made: FilePlan) -> Obstacle | None:
    if made.obstacle not in (None, Obstacle.NO_SPACE, Obstacle.NOTHING_TO_DO):
        return made.obstacle
    if not made.to_do:
        return Obstacle.NOTHING_TO_DO
    if made.free_bytes is not None and made.bytes_to_write > made.free_bytes:
        return Obstacle.NO_SPACE
    return None


def _closed_to_us(library: Library, folder: Path) -> Obstacle | None:
    if not folder.is_dir():
        return Obstacle.NO_FOLDER
    if folder.resolve().is_relative_to(library.folder.resolve()):
        return Obstacle.LIBRARY_FOLDER
    return None if os.access(folder, os.W_OK | os.X_OK) else Obstacle.READ_ONLY


def _free_bytes(folder: Path) -> int | None:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def _leaves_library(library: Library, kind: FileKind, folder: Path | None) -> bool:
    is_outside = folder is not None and library.catalog.folder_of(folder) is None
    return kind is FileKind.MOVE and is_outside


class _Planner:
    """Knows what each file's answer depends on: the names that are given away, the folders seen."""

    def __init__(self, kind: FileKind, folder: Path | None, blocked: Obstacle | None) -> None:
        self._kind = kind
        self._folder = folder
        self._device = folder.stat().st_dev if folder and not blocked else None
        self._listed = folder if not blocked else None
        self._names = {"": _Names(self._listed)}
        # Texts, because pathlib takes longer to think than the disk to answer.
        self._real: dict[str, str] = {}
        self._is_closed: dict[str, bool] = {}
        self._bins: dict[int, trash.Bin | None] = {}
        self._seen: set[tuple[str, str, str]] = set()
        self.sidecars = 0
        self.can_be_undone = True

    def planned(self, photo: Photo, inside: str = "") -> PlannedFile:
        path = photo.path
        try:
            known = os.lstat(path)
            size_bytes = os.stat(path).st_size  # noqa: PTH116 - beside lstat
        except (OSError, ValueError):
            return PlannedFile(photo.id, path, standing=Standing.GONE)
        folder, name = os.path.split(path)
        self._count_sidecars(str(path))
        standing = self._standing(path, folder, inside, known)
        if standing is not Standing.CLEAR or self._folder is None:
            return PlannedFile(photo.id, path, None, size_bytes, standing)
        name, is_taken = self._names_in(inside).give(name)
        return PlannedFile(
            photo.id,
            path,
            self._folder / inside / name,
            size_bytes,
            Standing.NAME_TAKEN if is_taken else Standing.CLEAR,
            self._kind is FileKind.COPY
            or (self._kind is FileKind.MOVE and known.st_dev != self._device),
        )

    def _standing(self, path: Path, folder: str, inside: str, known: os.stat_result) -> Standing:
        real = self._real_folder(folder)
        if (real, path.name, inside) in self._seen:
            return Standing.SAME_FILE
        self._seen.add((real, path.name, inside))
        if inside and self._is_made(path, inside):
            return Standing.THERE_ALREADY
        if self._kind is FileKind.TRASH:
            return self._standing_of_trash(path, folder, known)
        if self._kind is FileKind.COPY:
            return Standing.CLEAR
        if stat.S_ISLNK(known.st_mode):
            return Standing.A_LINK
        if self._folder and real == self._real_folder(str(self._folder / inside)):
            return Standing.THERE_ALREADY
        if self._kind is FileKind.HARD_LINK:
            is_here = self._device in (None, known.st_dev)
            return Standing.CLEAR if is_here else Standing.OTHER_DISK
        return Standing.FOLDER_CLOSED if self._cannot_leave(folder) else Standing.CLEAR

    def _standing_of_trash(self, path: Path, folder: str, known: os.stat_result) -> Standing:
        if self._cannot_leave(folder):
            return Standing.FOLDER_CLOSED
        if known.st_dev not in self._bins:
            self._bins[known.st_dev] = trash.bin_for(path)
        place = self._bins[known.st_dev]
        if place is None or not place.takes(known.st_size):
            return Standing.NO_TRASH
        self.can_be_undone &= place.gives_back
        return Standing.CLEAR

    def _is_made(self, path: Path, inside: str) -> bool:
        """Whether a link or a copy of it is in a subfolder, by its own name or a numbered one."""
        if self._listed is None:
            return False
        try:
            original = as_mark(path.stat())
            made = map(mark_of, takewhile(is_there, _numbered(self._listed / inside / path.name)))
            return any(each.is_same_file(original) or each.is_copy_of(original) for each in made)
        except OSError:
            return False

    def _names_in(self, inside: str) -> "_Names":
        if inside not in self._names:
            subfolder = self._listed / inside if self._listed else None
            self._names[inside] = self._names[""].inside(subfolder)
        return self._names[inside]

    def _real_folder(self, folder: str) -> str:
        if folder not in self._real:
            self._real[folder] = os.path.realpath(folder)
        return self._real[folder]

    def _cannot_leave(self, folder: str) -> bool:
        if folder not in self._is_closed:
            self._is_closed[folder] = not os.access(folder, os.W_OK)
        return self._is_closed[folder]

    def _count_sidecars(self, path: str) -> None:
        if self._kind in (FileKind.MOVE, FileKind.TRASH):
            beside = (f"{path}.xmp", f"{os.path.splitext(path)[0]}.xmp")  # noqa: PTH122
            self.sidecars += any(map(os.path.exists, beside))


class _Names:
    """The names in a folder, and those that are given to files on their way there."""

    def __init__(self, folder: Path | None, ignores_case: bool | None = None) -> None:
        names = os.listdir(folder) if folder else []  # noqa: PTH208 - names, not paths
        if ignores_case is None:
            ignores_case = folder is not None and _ignores_case(folder, names)
        self._ignores_case = ignores_case
        self._taken = set(map(self._key, names))
        self._next: dict[str, int] = {}

    def inside(self, subfolder: Path | None) -> "_Names":
        """Those in a folder below, which need not be there yet."""
        is_there = subfolder is not None and subfolder.is_dir()
        return _Names(subfolder if is_there else None, self._ignores_case)

    def give(self, name: str) -> tuple[str, bool]:
        """`name`, or the next like it that is free; and whether it was taken."""
        key = self._key(name)
        is_taken = key in self._taken
        given = self._another(name, key) if is_taken else name
        self._taken.add(self._key(given))
        return given, is_taken

    def _another(self, name: str, key: str) -> str:
        stem, suffix = os.path.splitext(name)  # noqa: PTH122 - a name alone
        for number in range(self._next.get(key, 2), sys.maxsize):
            given = _shortened(stem, f" ({number}){suffix}")
            if self._key(given) not in self._taken:
                self._next[key] = number + 1
                return given
        raise AssertionError("there is always a free name")

    def _key(self, name: str) -> str:
        return unicodedata.normalize("NFC", name).casefold() if self._ignores_case else name


def _numbered(path: Path) -> Iterator[Path]:
    """What a file is called where its name is taken, and taken again."""
    yield path
    for number in count(2):
        yield path.with_name(_shortened(path.stem, f" ({number}){path.suffix}"))


def _shortened(stem: str, end: str) -> str:
    while stem and len(os.fsencode(stem + end)) > _LONGEST_NAME_BYTES:
        stem = stem[:-1]
    return stem + end


def _ignores_case(folder: Path, names: Sequence[str]) -> bool:
    """Whether `A.jpg` and `a.jpg` are one file there; where that cannot be seen, yes.

    Found out by names that are there, as nothing may be written.
    """
    has_case = next((folder / name for name in names if name.swapcase() != name), None)
    if has_case is None and folder.name.swapcase() != folder.name and not folder.is_mount():
        has_case = folder
    if has_case is None:
        return True
    try:
        return os.path.samestat(
            os.lstat(has_case), os.lstat(has_case.with_name(has_case.name.swapcase()))
        )
    except OSError:
        return False


__all__ = ["FileKind", "FilePlan", "Obstacle", "PlannedFile", "Standing", "plan"]
