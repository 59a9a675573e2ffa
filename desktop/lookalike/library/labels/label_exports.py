"""Writes a person's labels for other programs: as tables, as JSON, as folders named by labels."""

import csv
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from lookalike.errors import LookalikeError
from lookalike.library.files.file_plan import FileKind, FilePlan, plan
from lookalike.library.files.tables import cell, replacing, valid
from lookalike.library.labels.label_tree import LabelTree, alike
from lookalike.library.labels.labelling import label_tree
from lookalike.library.library import Library
from lookalike.photos import LabelId, Photo, PhotoId
from lookalike.progress import Progress

_STEP_EVERY = 256
_LONGEST_FOLDER_BYTES = 200

Labelled = list[tuple[Photo, tuple[LabelId, ...]]]


def labelled_photos(library: Library, label_ids: Sequence[LabelId] | None = None) -> Labelled:
    """The ready photos that were given a label, as they came in, and which.

    Args:
        label_ids: only these and what is inside of them; None for all.
    """
    tree = label_tree(library)
    chosen = tree if label_ids is None else [each for id_ in label_ids for each in tree.below(id_)]
    wanted = {label.id for label in chosen}
    found: dict[PhotoId, list[LabelId]] = {}
    for photo, label in zip(*map(list, library.catalog.labels.labelled()), strict=True):
        if label in wanted:
            found.setdefault(PhotoId(int(photo)), []).append(LabelId(int(label)))
    photos = library.photos(sorted(found))
    return [(photo, tuple(found[photo.id])) for photo in photos]


def write_labels(
    library: Library,
    file: Path,
    progress: Progress,
    label_ids: Sequence[LabelId] | None = None,
    *,
    as_json: bool | None = None,
) -> int:
    """A list of photos and their labels, in place of an earlier one; returns how many photos.

    Args:
        label_ids: only these and what is inside of them; None for all.
        as_json: otherwise a table with a line for each label of a photo; None for as the file's
            name says.

    Raises:
        LookalikeError: it cannot be written there.
        Cancelled: the person asked to stop; an earlier list is as it was.
    """
    rows = _rows(library, labelled_photos(library, label_ids), progress)
    if as_json is None:
        as_json = file.suffix.lower() == ".json"
    write = _write_json if as_json else _write_table
    try:
        return write(rows, file)
    except OSError as error:
        raise LookalikeError(
            f"The list cannot be written to {file} ({error.strerror}).", "Choose another place."
        ) from error


def plan_folders(
    library: Library,
    kind: FileKind,
    label_ids: Sequence[LabelId] | None,
    destination: Path,
    progress: Progress,
) -> FilePlan:
    """A folder for each label, with its photos; `file_work.perform` does it and `undo` undoes it.

    A photo with two labels is in two folders; one that is in its folder already is left out.

    Args:
        kind: `COPY` or `HARD_LINK`.
        label_ids: only these and what is inside of them; None for all.

    Raises:
        LibraryUnusable: as `file_plan.plan`.
        Cancelled: the person asked to stop.
    """
    folders = dict(_folders(label_tree(library), None, ""))
    inside = {
        photo.id: [folders[label] for label in labels if label in folders]
        for photo, labels in labelled_photos(library, label_ids)
    }
    return plan(library, kind, list(inside), destination, progress, inside)


# --- lists --------------------------------------------------------------------------------------

_Row = tuple[str, list[str]]


def _rows(library: Library, labelled: Labelled, progress: Progress) -> Iterator[_Row]:
    tree = label_tree(library)
    for done, (photo, labels) in enumerate(labelled):
        if done % _STEP_EVERY == 0:
            progress.step(done, len(labelled), "Writing the list")
        yield valid(str(photo.path)), sorted(tree.path(label) for label in labels)
    progress.step(len(labelled), len(labelled), "Writing the list")


def _write_table(rows: Iterator[_Row], file: Path) -> int:
    count = 0
    with replacing(file) as table:
        writer = csv.writer(table)
        writer.writerow(("path", "label"))
        for path, labels in rows:
            writer.writerows((cell(path), cell(label)) for label in labels)
            count += 1
    return count


def _write_json(rows: Iterator[_Row], file: Path) -> int:
    """One photo to a line, so that no list is too long for the memory."""
    count = 0
    with replacing(file, "utf-8") as text:
        text.write("[")
        for path, labels in rows:
            row = {"path": path, "labels": labels}
            text.write((",\n " if count else "\n ") + json.dumps(row, ensure_ascii=False))
            count += 1
        text.write("\n]\n")
    return count


# --- folders ------------------------------------------------------------------------------------


def _folders(tree: LabelTree, parent: LabelId | None, around: str) -> Iterator[tuple[LabelId, str]]:
    """Of each label, as no other's: two names may become one where some letters cannot be."""
    taken: set[str] = set()
    for label in tree.children(parent):
        name = folder_name(label.name)
        number = 2
        while alike(name) in taken:
            name, number = f"{folder_name(label.name)} ({number})", number + 1
        taken.add(alike(name))
        yield label.id, around + name
        yield from _folders(tree, label.id, f"{around}{name}/")


def folder_name(label: str) -> str:
    """A name that every system takes for a folder, and shows."""
    name = re.sub(r'[<>:"/\\|?*\x00-\x1f]', "_", label)
    name = name.encode()[:_LONGEST_FOLDER_BYTES].decode("utf-8", "ignore").rstrip(". ")
    name = re.sub(r"^\.", "_", name)
    return f"_{name}" if not name or _OF_WINDOWS.match(name) else name


_OF_WINDOWS = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
