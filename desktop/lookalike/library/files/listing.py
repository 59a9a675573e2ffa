"""Writes lists of photos for other programs: tables for spreadsheets, JSON for scripts."""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from lookalike.errors import LookalikeError
from lookalike.library.files.tables import cell, replacing, valid
from lookalike.library.library import Library
from lookalike.photos import Photo, PhotoId
from lookalike.progress import Progress

_COLUMNS = (
    *("rank", "similarity", "path", "name", "folder"),
    *("width", "height", "size_bytes", "taken_at", "camera"),
)
_AT_ONCE = 1000

Row = dict[str, str | int | float | None]


def write_list(
    library: Library,
    photo_ids: Sequence[PhotoId],
    file: Path,
    similarities: Mapping[PhotoId, float] | None = None,
    progress: Progress | None = None,
) -> int:
    """A list in the order of `photo_ids`, in place of an earlier one; returns how many are in it.

    Args:
        file: JSON where its name ends so, otherwise a table.
        similarities: 0 to 1, where the photos answer a search; their order is their rank then.

    Raises:
        LookalikeError: it cannot be written there.
        Cancelled: the person asked to stop; an earlier list is as it was.
    """
    rows = _rows(library, photo_ids, similarities, progress or Progress())
    try:
        if file.suffix.lower() == ".json":
            return _write_json(rows, file)
        return _write_table(rows, file)
    except OSError as error:
        raise LookalikeError(
            f"The list cannot be written to {file} ({error.strerror}).", "Choose another place."
        ) from error


def _write_table(rows: Iterator[Row], file: Path) -> int:
    count = 0
    with replacing(file) as table:
        writer = csv.writer(table, quoting=csv.QUOTE_MINIMAL)
        writer.writerow(_COLUMNS)
        for row in rows:
            writer.writerow([cell(v) if isinstance(v, str) else v for v in row.values()])
            count += 1
    return count


def _write_json(rows: Iterator[Row], file: Path) -> int:
    """One photo to a line, so that no list is too long for the memory."""
    count = 0
    with replacing(file, "utf-8") as text:
        text.write("[")
        for row in rows:
            text.write(",\n " if count else "\n ")
            text.write(json.dumps(row, ensure_ascii=False))
            count += 1
        text.write("\n]\n")
    return count


def _rows(
    library: Library,
    photo_ids: Sequence[PhotoId],
    similarities: Mapping[PhotoId, float] | None,
    progress: Progress,
) -> Iterator[Row]:
    ranks = {id_: rank for rank, id_ in enumerate(photo_ids, start=1)}
    for start in range(0, len(photo_ids), _AT_ONCE):
        progress.step(start, len(photo_ids), "Writing the list")
        for photo in library.photos(photo_ids[start : start + _AT_ONCE]):
            similarity = similarities.get(photo.id) if similarities else None
            yield _row(photo, ranks[photo.id] if similarities else None, similarity)


def _row(photo: Photo, rank: int | None, similarity: float | None) -> Row:
    facts = photo.facts
    values = (
        *(rank, None if similarity is None else round(similarity, 4)),
        *(valid(str(photo.path)), valid(photo.path.name), valid(str(photo.path.parent))),
        *((facts.width, facts.height) if facts else (None, None)),
        photo.file.size_bytes,
        facts.taken_at.isoformat() if facts and facts.taken_at else None,
        facts.camera if facts else None,
    )
    return dict(zip(_COLUMNS, values, strict=True))
