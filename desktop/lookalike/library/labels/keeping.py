"""All that a person made, as one readable file: written, and merged into any library.

What can be found out again is not in it: embeddings, thumbnails, what albums found. Photos are
named by their contents; their paths are there for people.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lookalike import __version__
from lookalike.errors import LabelUnusable, LookalikeError
from lookalike.library.files.tables import valid
from lookalike.library.intake.walking import device_of
from lookalike.library.labels.kept_work import FORMAT, VERSION, KeptPhoto, KeptWork, read_work
from lookalike.library.labels.label_draft import LabelDraft
from lookalike.library.labels.label_tree import LabelTree
from lookalike.library.labels.labelling import LabelChange
from lookalike.library.library import Library
from lookalike.photos import ContentHash, LabelId
from lookalike.progress import Progress
from lookalike.whole_files import written_whole
from lookalike.wording import counted

_STEP_EVERY = 256


@dataclass(frozen=True, slots=True)
class ExportReport:
    """How much was written."""

    file: Path
    labels: int
    photos: int
    searches: int
    folders: int


@dataclass(frozen=True, slots=True)
class RestoreReport:
    """What a file brought in that the library did not have.

    Args:
        labels: how many were made.
        given: how often a photo was given a label; `rejected`: the same of rejections.
        searches, folders: how many came in; `folders` counts those whose patterns changed too.
        unknown_photos: how many of the file's photos are not in the library (yet); their labels
            wait for them.
        keys_taken: labels that come without their key, as another label has it here.
        contradicted: how often a label was rejected here where the file gives it.
        folders_gone: that are not here.
        change: takes labels, gifts and rejections back, by `labelling.undo`.
    """

    labels: int
    given: int
    rejected: int
    searches: int
    folders: int
    unknown_photos: int
    keys_taken: tuple[tuple[str, int], ...]
    contradicted: int
    folders_gone: tuple[Path, ...]
    change: LabelChange

    @property
    def notes(self) -> tuple[str, ...]:
        """Sentences about what was not taken over, and why."""
        keys = (
            f"“{path}” comes without the key {key}: it is taken." for path, key in self.keys_taken
        )
        folders = (f"The folder {path} is not here." for path in self.folders_gone)
        times = counted(self.contradicted, "time")
        said = [f"A label was rejected here {times} where the file gives it."]
        return *keys, *(said if self.contradicted else ()), *folders


def export_work(library: Library, file: Path, progress: Progress) -> ExportReport:
    """Write it all, in place of an earlier file.

    Raises:
        LookalikeError: it cannot be written there.
        Cancelled: the person asked to stop; an earlier file is as it was.
    """
    writing = _Writing(library, progress)
    try:
        with written_whole(file) as stream:
            for line in writing.lines():
                stream.write(line.encode())
    except OSError as error:
        raise LookalikeError(
            f"{file} cannot be written ({error.strerror}).", "Choose another place."
        ) from error
    return ExportReport(file, **writing.counts)


def restore_work(library: Library, file: Path, progress: Progress) -> RestoreReport:
    """Bring in what the library does not have; what it says already stays as it is.

    Labels belong to contents, so the photos may come in later.

    Raises:
        WorkFileUnusable: no such file, of another program or a newer version, or damaged: nothing
            was changed.
        Cancelled: the person asked to stop; nothing was changed.
    """
    library.check_writable()
    progress.step(0, None, "Reading the file")
    work = read_work(file)
    with library.catalog.transaction():
        return _Restoring(library, work).report(progress)


# --- out ----------------------------------------------------------------------------------------


class _Writing:
    """Goes through a library, one photo to a line."""

    def __init__(self, library: Library, progress: Progress) -> None:
        self._library = library
        self._progress = progress
        self._rows = library.catalog.labels.rows()
        tree = LabelTree(self._rows.labels)
        self._paths = {label.id: tree.path(label.id) for label in tree}
        self.counts: dict[str, int] = {}

    def lines(self) -> Iterator[str]:
        yield f'{{\n"format": "{FORMAT}",\n"version": {VERSION},\n"program": "{__version__}",\n'
        yield from self._list("folders", self._folders())
        yield from self._list("labels", self._labels())
        yield from self._list("photos", self._photos())
        yield from self._list("searches", self._searches())
        told = _parsed(self._library.catalog.labels.told())
        yield f'"teaching": {_dumped(_renamed(told, self._paths.get))}\n}}\n'

    def _list(self, name: str, values: Iterator[dict[str, Any]]) -> Iterator[str]:
        """A value to a line, so that no list is too long for the memory."""
        yield f'"{name}": ['
        count = 0
        for value in values:
            yield f"{',' if count else ''}\n {_dumped(value)}"
            count += 1
        yield "\n],\n" if count else "],\n"
        self.counts[name] = count

    def _folders(self) -> Iterator[dict[str, Any]]:
        for folder in self._library.folders():
            yield {"path": str(folder.path), "exclude": list(folder.exclude)}

    def _labels(self) -> Iterator[dict[str, Any]]:
        for label in sorted(self._rows.labels, key=lambda each: self._paths[each.id]):
            told = {"path": self._paths[label.id], "key": label.key, "album": label.album}
            yield {name: value for name, value in told.items() if value is not None}

    def _photos(self) -> Iterator[dict[str, Any]]:
        said: dict[ContentHash, tuple[list[str], list[str], list[str]]] = {}
        rows = self._rows
        for kind, pairs in enumerate((rows.given, rows.rejected, rows.confirmed)):
            for label, content in pairs:
                said.setdefault(content, ([], [], []))[kind].append(self._paths[label])
        for done, (content, (given, rejected, confirmed)) in enumerate(sorted(said.items())):
            if done % _STEP_EVERY == 0:
                self._progress.step(done, len(said), "Writing the file")
            photos = self._library.catalog.photos_with_content(content)
            told = {
                "labels": sorted(given),
                "rejected": sorted(rejected),
                "confirmed": sorted(confirmed),
                "paths": [valid(str(photo.path)) for photo in photos],
            }
            lists = {name: values for name, values in told.items() if values}
            yield {"content": content.hex(), **lists}
        self._progress.step(len(said), len(said), "Writing the file")

    def _searches(self) -> Iterator[dict[str, Any]]:
        for row in self._library.catalog.saved.all():
            yield {"name": row.name, "question": _parsed(row.question)}


def _renamed(teaching: object, name: Callable[[Any], object]) -> object:
    """What was chosen when labels were taught, with other names for them; None where it is not
    understood: what was taught can be taught again."""
    if not isinstance(teaching, dict):
        return None
    try:
        told = [(name(label), examples) for label, examples in teaching["labels"]]
    except (TypeError, KeyError, ValueError):
        return None
    return teaching | {"labels": [each for each in told if each[0] is not None]}


def _dumped(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:  # a folder's name need not be valid text
        return json.dumps(value)
    return text


def _parsed(text: str | None) -> object:
    """What is JSON inside becomes a part of the whole; what is damaged stays a text."""
    try:
        return None if text is None else json.loads(text)
    except ValueError:
        return text


# --- in -----------------------------------------------------------------------------------------


class _Restoring:
    """Merges a file into a library, inside of one transaction."""

    def __init__(self, library: Library, work: KeptWork) -> None:
        self._library = library
        self._work = work
        self._draft = LabelDraft(library)
        self._keys_taken: list[tuple[str, int]] = []
        self._contradicted = 0
        self._folders_gone: list[Path] = []

    def report(self, progress: Progress) -> RestoreReport:
        catalog = self._library.catalog
        self._make_labels()
        given, rejected = self._say(progress)
        change = self._draft.change
        catalog.labels.apply(change)
        searches, folders = self._add_searches(), self._add_folders()
        self._tell_teaching()
        made = {label.id for label in change.added.labels}
        made -= {label.id for label in change.removed.labels}
        return RestoreReport(
            labels=len(made),
            given=given,
            rejected=rejected,
            searches=searches,
            folders=folders,
            unknown_photos=self._unknown_photos(),
            keys_taken=tuple(self._keys_taken),
            contradicted=self._contradicted,
            folders_gone=tuple(self._folders_gone),
            change=change,
        )

    def _make_labels(self) -> None:
        for told in self._work.labels:
            label = self._draft.label(told.path)
            owner = self._draft.key_of(told.key) if told.key else None
            if told.key and owner and owner.id != label.id:
                self._keys_taken.append((told.path, told.key))
            self._draft.change_label(
                label,
                key=label.key or (None if owner else told.key),
                album=told.album if label.album is None else label.album,
            )

    def _say(self, progress: Progress) -> tuple[int, int]:
        """What was given, and what was rejected; the library's own word comes first."""
        given = rejected = 0
        photos = self._work.photos
        for done, photo in enumerate(photos):
            if done % _STEP_EVERY == 0:
                progress.step(done, len(photos), "Restoring labels")
            given += self._give(photo)
            for path in photo.rejected:
                rejected += self._draft.reject(self._draft.label(path), [photo.content])
            for path in photo.confirmed:
                self._draft.confirm(self._draft.label(path), photo.content)
        progress.step(len(photos), len(photos), "Restoring labels")
        return given, rejected

    def _give(self, photo: KeptPhoto) -> int:
        given = 0
        for path in photo.labels:
            label = self._draft.label(path)
            if self._draft.has_rejected(label, photo.content):
                self._contradicted += 1
            else:
                given += self._draft.give(label, [photo.content])
        return given

    def _add_searches(self) -> int:
        saved = self._library.catalog.saved
        known = {(row.name, _dumped(_parsed(row.question))) for row in saved.all()}
        fresh = [
            each for each in self._work.searches if (each.name, _dumped(each.question)) not in known
        ]
        for each in fresh:
            told = each.question
            saved.add(each.name, told if isinstance(told, str) else json.dumps(told))
        return len(fresh)

    def _add_folders(self) -> int:
        return sum(self._add_folder(Path(told.path), told.exclude) for told in self._work.folders)

    def _add_folder(self, path: Path, exclude: tuple[str, ...]) -> bool:
        catalog = self._library.catalog
        if catalog.folder_of(path):
            return self._add_patterns(path, exclude)
        if not (path.is_absolute() and path.is_dir()):  # another system writes paths otherwise
            self._folders_gone.append(path)
            return False
        catalog.add_folder(path, device_of(path))
        catalog.set_exclude(path, exclude)
        return True

    def _add_patterns(self, path: Path, exclude: tuple[str, ...]) -> bool:
        known = next((each for each in self._library.folders() if each.path == path), None)
        fresh = [each for each in exclude if known and each not in known.exclude]
        if known and fresh:
            self._library.catalog.set_exclude(path, [*known.exclude, *fresh])
        return bool(fresh)

    def _tell_teaching(self) -> None:
        table = self._library.catalog.labels
        teaching = _renamed(self._work.teaching, self._label_id)
        if teaching is not None and table.told() is None:
            table.tell(json.dumps(teaching))

    def _label_id(self, path: object) -> LabelId | None:
        try:
            label = self._draft.find(str(path))
        except LabelUnusable:
            return None
        return label.id if label else None

    def _unknown_photos(self) -> int:
        known = {photo.content_hash for photo in self._library.photos(self._library.photo_ids())}
        return sum(photo.content not in known for photo in self._work.photos)
