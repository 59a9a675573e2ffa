"""The folders of a library: how they stand, and what a person may change about them."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lookalike.catalog.catalog import Counts
from lookalike.library.intake.walking import is_there
from lookalike.library.library import Library
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


@dataclass(frozen=True, slots=True)
class FolderNode:
    """A folder with photos in it or below it.

    Args:
        name: as a person knows it: the folder's own name, or all of the path for a root.
        photos: how many ready photos there are in it and below.
    """

    path: Path
    name: str
    photos: int
    children: "tuple[FolderNode, ...]" = ()


def folder_tree(library: Library) -> tuple[FolderNode, ...]:
    """The folders that were brought in, each with those below it that hold photos, by name."""
    own = {Path(os.fsdecode(path)): n for path, n in library.catalog.ready_per_folder().items()}
    roots = [known.path for known in library.folders()]
    inside = _inside(own, set(roots))
    return tuple(_node(root, str(root), own, inside) for root in roots)


def _inside(own: Mapping[Path, int], roots: set[Path]) -> dict[Path, list[Path]]:
    """The folders directly below each folder; those that only lead to photos included."""
    below: dict[Path, list[Path]] = {}
    seen: set[Path] = set()
    for folder in own:
        for each in _up_to(folder, roots):
            if each in seen:
                break
            seen.add(each)
            below.setdefault(each.parent, []).append(each)
    return below


def _up_to(folder: Path, roots: set[Path]) -> Iterator[Path]:
    for each in (folder, *folder.parents):
        if each in roots:
            return
        yield each


def _node(
    path: Path, name: str, own: Mapping[Path, int], inside: Mapping[Path, Sequence[Path]]
) -> FolderNode:
    below = sorted(inside.get(path, ()), key=lambda each: each.name.casefold())
    children = tuple(_node(each, each.name, own, inside) for each in below)
    photos = own.get(path, 0) + sum(each.photos for each in children)
    return FolderNode(path, name, photos, children)


def exclude_from(library: Library, folder: Path, patterns: Sequence[str]) -> None:
    """Leave out what matches the patterns, from the next look through the folder on."""
    library.catalog.set_exclude(folder, patterns)


def remove_folder(library: Library, folder: Path) -> None:
    """Forget a folder and the places of its photos; the files themselves are not touched."""
    library.catalog.remove_folder(folder)
