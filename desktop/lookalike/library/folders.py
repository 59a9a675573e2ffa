"""The folders of a library: how they stand, and what a person may change about them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lookalike.catalog.catalog import Counts
from lookalike.library.library import Library
from lookalike.library.walking import is_there
from lookalike.photos import Folder


@dataclass(frozen=True, slots=True)
class FolderStanding:
    """A folder of the library, what is known of its photos, and whether it can be reached now."""

    folder: Folder
    counts: Counts
    is_online: bool

    @property
    def path(self) -> Path:
        return self.folder.path


def folder_standings(library: Library) -> list[FolderStanding]:
    """In the order in which the folders came."""
    return [
        FolderStanding(folder, library.catalog.counts_under(folder.path), is_there(folder))
        for folder in library.folders()
    ]


def exclude_from(library: Library, folder: Path, patterns: Sequence[str]) -> None:
    """Leave out what matches the patterns, from the next look through the folder on."""
    library.catalog.set_exclude(folder, patterns)


def remove_folder(library: Library, folder: Path) -> None:
    """Forget a folder and the places of its photos; the files themselves are not touched."""
    library.catalog.remove_folder(folder)
