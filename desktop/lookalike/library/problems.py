"""What is not in the library although it should be: files that cannot be read, or are gone."""

import csv
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from lookalike.errors import LookalikeError
from lookalike.library.files.tables import cell, replacing
from lookalike.library.intake.walking import is_there
from lookalike.library.library import Library
from lookalike.photos import Folder, Photo, PhotoState

_GONE = "The file is gone"


class ProblemKind(StrEnum):
    """What is wrong with a file, and what it is called in lists."""

    UNREADABLE = "not readable"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Problem:
    """One file, or closed folder, and why its photos cannot be had. `reason` is a sentence."""

    photo: Photo
    kind: ProblemKind
    reason: str

    @property
    def path(self) -> Path:
        return self.photo.path


def problems(library: Library) -> list[Problem]:
    """By path. What is away with its whole folder, or left out by a pattern, is no problem."""
    unreadable = library.catalog.photos_in_state(PhotoState.UNREADABLE)
    away = offline_folders(library)
    missing = [
        photo
        for photo in library.catalog.photos_in_state(PhotoState.MISSING)
        if not photo.reason and not any(photo.path.is_relative_to(folder) for folder in away)
    ]
    found = [
        Problem(photo, ProblemKind.UNREADABLE, _sentence(photo.reason)) for photo in unreadable
    ]
    found += [Problem(photo, ProblemKind.MISSING, _GONE) for photo in missing]
    return sorted(found, key=lambda problem: os.fsencode(problem.path))


def problem_count(library: Library) -> int:
    """How many `problems` there are, for less than listing them costs."""
    unreadable, lost = library.counts().unreadable, library.catalog.lost_count()
    if lost:
        lost -= sum(library.catalog.lost_count(folder) for folder in offline_folders(library))
    return unreadable + lost


def offline_folders(library: Library) -> list[Path]:
    """The folders that are away as a whole, as on an unplugged drive."""
    return [folder.path for folder in library.folders() if not is_there(folder)]


def try_again(library: Library, problems: Iterable[Problem]) -> list[Path]:
    """Let these be read again whatever is known of them; returns the folders to import for that.

    A folder that is away is left out.
    """
    chosen = list(problems)
    unreadable = [p.photo.id for p in chosen if p.kind is ProblemKind.UNREADABLE]
    library.catalog.try_again(unreadable)
    folders = [folder for folder in library.folders() if _is_concerned(folder, chosen)]
    return [folder.path for folder in folders if is_there(folder)]


def forget(library: Library, problems: Iterable[Problem]) -> list[Photo]:
    """Give up the places of missing photos; returns those, for `take_back`.

    What cannot be read is left: its file is there, and the next import would list it again.
    """
    photos = [problem.photo for problem in problems if problem.kind is ProblemKind.MISSING]
    library.catalog.forget([photo.id for photo in photos])
    return photos


def take_back(library: Library, forgotten: Iterable[Photo]) -> None:
    """Give the photos their places again."""
    library.catalog.restore(forgotten)


def write_csv(problems: Sequence[Problem], file: Path) -> None:
    """A table for spreadsheets, in place of an earlier one.

    Raises:
        LookalikeError: it cannot be written there.
    """
    try:
        with replacing(file) as table:
            rows = csv.writer(table, quoting=csv.QUOTE_ALL)
            rows.writerow(("Name", "Problem", "Reason", "Folder", "Size in bytes"))
            for problem in problems:
                path = problem.path
                texts = (path.name, problem.kind, problem.reason, str(path.parent))
                rows.writerow((*map(cell, texts), problem.photo.file.size_bytes))
    except OSError as error:
        raise LookalikeError(
            f"The list cannot be written to {file} ({error.strerror}).", "Choose another place."
        ) from error


def _is_concerned(folder: Folder, problems: Sequence[Problem]) -> bool:
    return any(problem.path.is_relative_to(folder.path) for problem in problems)


def _sentence(reason: str) -> str:
    return reason[:1].upper() + reason[1:]
