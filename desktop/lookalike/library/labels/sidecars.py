"""What labels would add to sidecars of XMP, worked out before anything is touched.

A sidecar lies beside its photo and is called `photo.jpg.xmp`. Nothing is written into a photo.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from lookalike.errors import FolderUnusable, XmpUnusable
from lookalike.imaging.keywords import read_packet
from lookalike.imaging.xmp import with_keywords
from lookalike.library.labels.label_exports import labelled_photos
from lookalike.library.labels.labelling import label_tree
from lookalike.library.library import Library
from lookalike.paths import absolute
from lookalike.photos import LabelId, PhotoId
from lookalike.progress import Progress
from lookalike.wording import counted

IS_A_LINK = "It is a link, and is left as it is."


class SidecarStanding(StrEnum):
    """How it stands with one sidecar."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"  # it tells the labels already
    CLOSED = "closed"  # it cannot be written there
    UNREADABLE = "unreadable"  # what is there is not understood, and is left as it is


@dataclass(frozen=True, slots=True)
class PlannedSidecar:
    """One sidecar.

    Args:
        keywords: paths of labels that it is to tell beside what it tells already.
        reason: a sentence, where it cannot be written.
    """

    photo_id: PhotoId
    file: Path
    keywords: tuple[str, ...]
    standing: SidecarStanding = SidecarStanding.NEW
    reason: str = ""


@dataclass(frozen=True)
class SidecarPlan:
    """All of them. Nothing was written to make it.

    Args:
        folder: where they go; None for beside the photos.
    """

    folder: Path | None
    files: tuple[PlannedSidecar, ...]

    @cached_property
    def to_do(self) -> tuple[PlannedSidecar, ...]:
        """Those that something will be written to."""
        wanted = (SidecarStanding.NEW, SidecarStanding.CHANGED)
        return tuple(file for file in self.files if file.standing in wanted)

    def count(self, standing: SidecarStanding) -> int:
        return sum(file.standing is standing for file in self.files)

    @property
    def sentence(self) -> str:
        """`12 sidecars are new, 3 change, 1 cannot be written.`"""
        closed = self.count(SidecarStanding.CLOSED) + self.count(SidecarStanding.UNREADABLE)
        told = {
            "new": self.count(SidecarStanding.NEW),
            "changed": self.count(SidecarStanding.CHANGED),
            "with all labels already": self.count(SidecarStanding.SAME),
            "that cannot be written": closed,
        }
        parts = [f"{count:,} {what}" for what, count in told.items() if count]
        return f"{counted(len(self.files), 'sidecar')}: {', '.join(parts) or 'nothing to do'}."


def plan_sidecars(
    library: Library,
    label_ids: Sequence[LabelId] | None,
    folder: Path | None,
    progress: Progress,
) -> SidecarPlan:
    """Look at the sidecar of every labelled photo: `photo.jpg.xmp`.

    Args:
        label_ids: only these and what is inside of them; None for all.
        folder: where they go; None for beside the photos.

    Raises:
        FolderUnusable: the folder is not there, or the library's own.
        Cancelled: the person asked to stop.
    """
    folder = absolute(folder) if folder else None
    if folder:
        _check(library, folder)
    wanted = _wanted(library, label_ids, folder)
    files = []
    for done, each in enumerate(wanted):
        progress.step(done, len(wanted), "Looking at the sidecars")
        standing, reason = _standing(each)
        files.append(replace(each, standing=standing, reason=reason))
    progress.step(len(wanted), len(wanted), "Looking at the sidecars")
    return SidecarPlan(folder, tuple(files))


def _check(library: Library, folder: Path) -> None:
    if not folder.is_dir():
        raise FolderUnusable(f"There is no folder {folder}.", "Make it, or choose another one.")
    if folder.resolve().is_relative_to(library.folder.resolve()):
        raise FolderUnusable(f"{folder} belongs to the library.", "Choose another folder.")


def _wanted(
    library: Library, label_ids: Sequence[LabelId] | None, folder: Path | None
) -> list[PlannedSidecar]:
    tree = label_tree(library)
    taken: set[str] = set()
    wanted = []
    for photo, labels in labelled_photos(library, label_ids):
        file = photo.path.with_name(f"{photo.path.name}.xmp")
        if folder:
            file = folder / _free_name(photo.path, taken)
        keywords = tuple(sorted(tree.path(label) for label in labels))
        wanted.append(PlannedSidecar(photo.id, file, keywords))
    return wanted


def _free_name(photo: Path, taken: set[str]) -> str:
    """In one folder the photos of several meet."""
    name, number = f"{photo.name}.xmp", 2
    while name.casefold() in taken:
        name, number = f"{photo.stem} ({number}){photo.suffix}.xmp", number + 1
    taken.add(name.casefold())
    return name


def _standing(each: PlannedSidecar) -> tuple[SidecarStanding, str]:
    if not each.file.parent.is_dir():
        return SidecarStanding.CLOSED, "Its folder is not there."
    if each.file.is_symlink():
        return SidecarStanding.CLOSED, IS_A_LINK
    try:
        before = read_packet(each.file)
        after = merged(before, each)
    except XmpUnusable as error:
        return SidecarStanding.UNREADABLE, error.title
    if before == after:
        return SidecarStanding.SAME, ""
    if not os.access(each.file.parent if before is None else each.file, os.W_OK):
        return SidecarStanding.CLOSED, "It may not be changed, or its folder may not."
    return SidecarStanding.NEW if before is None else SidecarStanding.CHANGED, ""


def merged(before: bytes | None, each: PlannedSidecar) -> bytes:
    """What a sidecar has to hold, for what it holds now.

    Raises:
        XmpUnusable: that is not understood.
    """
    return with_keywords(before, [tuple(path.split("/")) for path in each.keywords])
