"""Reads tables of photos and their labels, as spreadsheets, scripts and data sets write them."""

import codecs
import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lookalike.errors import LabelSourceUnusable
from lookalike.imaging.formats import has_photo_suffix
from lookalike.library.files.tables import shown_text

_LARGEST_BYTES = 200 << 20
_PATH = re.compile(r"((photo|image|file)[ _-]?)?(path|name)|photo|image|file", re.IGNORECASE)
_LABELS = re.compile(
    r"(labels?|tags?|keywords?|class(es)?|categor(y|ies))([ _-]?(name|\d+))?", re.IGNORECASE
)
_BETWEEN = re.compile(r"[;|]")


@dataclass(frozen=True, slots=True)
class LabelLine:
    """One line: which photo has which labels. `number` as an editor counts it."""

    number: int
    path: str
    labels: tuple[str, ...]


def label_lines(file: Path) -> list[LabelLine]:
    """All lines that name a photo and a label; what separates columns and labels is found out.

    Raises:
        LabelSourceUnusable: it cannot be read, or has no column of paths or of labels.
    """
    text = _text(file)
    try:
        layout = _layout(next(filter(str.strip, io.StringIO(text)), ""))
        if layout:
            return list(_lines(text, layout))
    except csv.Error as error:
        raise LabelSourceUnusable(f"{file.name} is not a table ({error}).") from error
    raise LabelSourceUnusable(
        f"{file.name} does not say which photos have which labels.",
        "Its first line should name the columns: path and label.",
    )


@dataclass(frozen=True, slots=True)
class _Layout:
    """What separates the columns, and which of them tell what."""

    separator: str
    path: int
    labels: tuple[int, ...]
    has_head: bool


def _lines(text: str, layout: _Layout) -> Iterator[LabelLine]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=layout.separator)
    is_head = layout.has_head
    for cells in reader:
        if not any(cells):
            continue
        if is_head:
            is_head = False
            continue
        told = [shown_text(cell).strip() for cell in cells]
        path = told[layout.path] if layout.path < len(told) else ""
        every = [label.strip() for at in layout.labels for label in _split(told[at : at + 1])]
        labels = tuple(dict.fromkeys(label for label in every if label))
        if path and labels:
            yield LabelLine(reader.line_num, path, labels)


def _split(cells: Sequence[str]) -> list[str]:
    return [label for cell in cells for label in _BETWEEN.split(cell)]


def _layout(first: str) -> _Layout | None:
    """By the names of the columns, or because the first line tells of a photo already."""
    rows = {separator: next(csv.reader([first], delimiter=separator), []) for separator in "\t,;"}
    for separator, cells in rows.items():
        names = [cell.strip() for cell in cells]
        paths = [at for at, name in enumerate(names) if _PATH.fullmatch(name)]
        labels = tuple(at for at, name in enumerate(names) if _LABELS.fullmatch(name))
        if paths and labels:
            return _Layout(separator, paths[0], labels, has_head=True)
    for separator, cells in rows.items():
        if len(cells) > 1 and has_photo_suffix(cells[0].strip()):
            return _Layout(separator, 0, tuple(range(1, len(cells))), has_head=False)
    return None


def _text(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            data = stream.read(_LARGEST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise LabelSourceUnusable(f"{file} cannot be read ({reason}).") from error
    if len(data) > _LARGEST_BYTES:
        raise LabelSourceUnusable(f"{file.name} is larger than 200 MB.", "Split it.")
    for encoding in _encodings(data[:64]):
        try:
            return data.decode(encoding)
        except UnicodeError:
            continue
    raise LabelSourceUnusable(f"{file.name} is not a text.")


def _encodings(head: bytes) -> Sequence[str]:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ["utf-16"]
    if b"\0" in head:
        return ["utf-16-le" if head[1:2] == b"\0" else "utf-16-be"]
    return ["utf-8-sig", "cp1252", "latin-1"]  # the last of which takes any bytes
