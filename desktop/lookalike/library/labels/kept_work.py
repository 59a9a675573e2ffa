"""The file that a person's work is kept in: read with bounds, and told where it is wrong."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from lookalike.errors import LabelUnusable, WorkFileUnusable
from lookalike.library.labels.label_tree import tidy_names
from lookalike.photos import ContentHash

FORMAT = "lookalike work"
VERSION = 1
LARGEST_BYTES = 200 << 20
_HASH_DIGITS = 64
_DAMAGED = "It was written by another program, or changed by hand."

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class KeptLabel:
    path: str
    key: int | None = None
    album: float | None = None


@dataclass(frozen=True, slots=True)
class KeptPhoto:
    """What was said of one content: the paths of labels that were given, rejected and confirmed."""

    content: ContentHash
    labels: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    confirmed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptSearch:
    """`question`: as `saved_searches` writes it; a text where it was damaged."""

    name: str
    question: dict[str, Any] | str


@dataclass(frozen=True, slots=True)
class KeptFolder:
    path: str
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptWork:
    """All that is in one file."""

    labels: tuple[KeptLabel, ...]
    photos: tuple[KeptPhoto, ...]
    searches: tuple[KeptSearch, ...]
    folders: tuple[KeptFolder, ...]
    teaching: dict[str, Any] | None


def read_work(file: Path) -> KeptWork:
    """Raise `WorkFileUnusable` where it is not there, or not what `keeping.export_work` writes."""
    whole = _Part(_parsed(file), "the file", file.name)
    _check_head(whole, file)
    return KeptWork(
        whole.list("labels", _label),
        whole.list("photos", _photo),
        whole.list("searches", _search),
        whole.list("folders", _folder),
        whole.get("teaching").optional(dict),
    )


def _parsed(file: Path) -> object:
    try:
        if not file.is_file():
            raise WorkFileUnusable(f"There is no file {file}.")
        if file.stat().st_size > LARGEST_BYTES:
            raise WorkFileUnusable(f"{file.name} is larger than 200 MB.", _DAMAGED)
        return json.loads(file.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise WorkFileUnusable(f"{file} cannot be read ({error.strerror}).") from error
    except json.JSONDecodeError as error:
        raise WorkFileUnusable(
            f"{file.name} is damaged in line {error.lineno}.", _DAMAGED
        ) from error
    except (ValueError, RecursionError, MemoryError) as error:
        raise WorkFileUnusable(f"{file.name} is no text of JSON.", _DAMAGED) from error


def _check_head(whole: "_Part", file: Path) -> None:
    if not isinstance(whole.value, dict) or whole.value.get("format") != FORMAT:
        raise WorkFileUnusable(
            f"{file.name} is not a file of a person's work.",
            "Choose one that `lookalike export` wrote.",
        )
    version = whole.get("version").of(int)
    if version > VERSION:
        raise WorkFileUnusable(
            f"{file.name} was written by a newer version of Lookalike.", "Update Lookalike."
        )


@dataclass(frozen=True, slots=True)
class _Part:
    """A value in the file, and where it is."""

    value: object
    place: str
    file: str

    def get(self, name: str) -> "_Part":
        """What is not told is None."""
        if not isinstance(self.value, dict):
            raise self.wrong("is not a group of values")
        return _Part(
            self.value.get(name),
            name if self.place == "the file" else f"{self.place}.{name}",
            self.file,
        )

    def list(self, name: str, read: Callable[["_Part"], Value]) -> tuple[Value, ...]:
        return tuple(read(each) for each in self.get(name)._each())

    def _each(self) -> Iterator["_Part"]:
        if self.value is None:
            return
        if not isinstance(self.value, list):
            raise self.wrong("is not a list")
        for number, value in enumerate(self.value):
            yield _Part(value, f"{self.place}[{number}]", self.file)

    def of(self, kind: type[Value]) -> Value:
        # What is true is not 1 to a person.
        if not isinstance(self.value, kind) or isinstance(self.value, bool):
            raise self.wrong(f"is not {_KINDS[kind]}")
        return self.value

    def optional(self, kind: type[Value]) -> Value | None:
        return None if self.value is None else self.of(kind)

    def text(self, errors: str = "strict") -> str:
        """Raise where it has half a letter in it, which no text has."""
        told = self.of(str)
        try:
            told.encode(errors=errors)
        except UnicodeEncodeError as error:
            raise self.wrong("is not a text") from error
        return told

    def path(self) -> str:
        """The same of a path, which need not be valid text."""
        return self.text("surrogateescape")

    def wrong(self, what: str) -> WorkFileUnusable:
        return WorkFileUnusable(f"{self.file} cannot be restored: {self.place} {what}.", _DAMAGED)


_KINDS: dict[type, str] = {str: "a text", int: "a whole number", dict: "a group of values"}


def _label(part: _Part) -> KeptLabel:
    key, album = part.get("key").optional(int), part.get("album")
    if key is not None and not 1 <= key <= 9:
        raise part.get("key").wrong("is not one of 1 to 9")
    return KeptLabel(_path(part.get("path")), key, _probability(album))


def _probability(part: _Part) -> float | None:
    if part.value is None:
        return None
    if isinstance(part.value, bool) or not isinstance(part.value, int | float):
        raise part.wrong("is not a number")
    if not 0 <= part.value <= 1:
        raise part.wrong("is not between 0 and 1")
    return float(part.value)


def _path(part: _Part) -> str:
    try:
        return "/".join(tidy_names(part.text()))
    except LabelUnusable as error:
        raise part.wrong(f"cannot be a label ({error.title.rstrip('.')})") from error


def _photo(part: _Part) -> KeptPhoto:
    said = (part.list(name, _path) for name in ("labels", "rejected", "confirmed"))
    return KeptPhoto(_content(part.get("content")), *said)


def _content(part: _Part) -> ContentHash:
    told = part.text()
    try:
        content = bytes.fromhex(told)
    except ValueError:
        content = b""
    if 2 * len(content) != _HASH_DIGITS:
        raise part.wrong(f"is not {_HASH_DIGITS} hexadecimal digits")
    return ContentHash(content)


def _search(part: _Part) -> KeptSearch:
    question = part.get("question")
    told = question.text() if isinstance(question.value, str) else question.of(dict)
    return KeptSearch(part.get("name").text(), told)


def _folder(part: _Part) -> KeptFolder:
    return KeptFolder(part.get("path").path(), part.list("exclude", _Part.path))
