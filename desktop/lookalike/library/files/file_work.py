"""Does what a plan says, file by file; tells what became of each, and takes it all back."""

import errno
import secrets
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from functools import cached_property, partial
from pathlib import Path

from lookalike.errors import LibraryUnusable, LookalikeError
from lookalike.library.files import trash
from lookalike.library.files.careful_files import (
    FileMark,
    Heed,
    as_mark,
    copy_file,
    is_there,
    link_file,
    mark_of,
    move_file,
)
from lookalike.library.files.file_journal import (
    FileJournal,
    Line,
    interrupted_journal,
    open_journal,
)
from lookalike.library.files.file_plan import FileKind, FilePlan, PlannedFile
from lookalike.library.intake.scanning import TAKEN_AWAY
from lookalike.library.intake.walking import LATEST_NS
from lookalike.library.library import Library
from lookalike.photos import Photo, PhotoFile, PhotoId, PhotoState
from lookalike.progress import Cancelled, Estimate, Progress

_FOLLOW_EVERY_S = 0.5
_NAME_TAKEN = "Another file has taken its name meanwhile."
_PLACE_TAKEN = "Another file is in its old place."
_MADE_IS_GONE = "It is not there any more."
_CHANGED_SINCE = "It was changed since, and is left as it is."
_ORIGINAL_IS_GONE = "What it was made from is gone, so it is kept."
_NOT_IN_TRASH = "It is not in the trash any more, or the trash cannot be looked into."
_INTERRUPTED = "It was interrupted, and is as it was."


class FileState(StrEnum):
    """What became of one file."""

    DONE = "done"
    SKIPPED = "skipped"  # for a reason that is nobody's fault
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of one file.

    Args:
        target: None for the trash.
        reason: a sentence, where it was not done.
        mark: of what is at `target` now; for the trash, of the file before it went there.
    """

    photo_id: PhotoId
    source: Path
    target: Path | None
    state: FileState = FileState.DONE
    reason: str = ""
    mark: FileMark | None = None


@dataclass(frozen=True)
class FileReport:
    """What became of a plan, or of taking it back.

    Args:
        planned: how many files it was about; fewer have an outcome where it was stopped.
        is_undo: whether it was taken back here.
        folders: those that were made for it, the outer before the inner.
        is_stopped: the person, or the end of the program, stopped it in the middle.
    """

    kind: FileKind
    destination: Path | None
    planned: int
    outcomes: tuple[FileOutcome, ...] = ()
    is_undo: bool = False
    is_stopped: bool = False
    folders: tuple[Path, ...] = ()

    @cached_property
    def done(self) -> tuple[FileOutcome, ...]:
        return self._in(FileState.DONE)

    @cached_property
    def not_done(self) -> tuple[FileOutcome, ...]:
        return self._in(FileState.SKIPPED) + self._in(FileState.FAILED)

    @property
    def can_be_undone(self) -> bool:
        return bool(self.done) and not self.is_undo

    def _in(self, state: FileState) -> tuple[FileOutcome, ...]:
        return tuple(outcome for outcome in self.outcomes if outcome.state is state)


def perform(library: Library, plan: FilePlan, progress: Progress) -> FileReport:
    """Do it. Nothing is ever overwritten; what fails is told of that file, and the rest goes on.

    Raises:
        LibraryUnusable: nothing was done, because the library cannot be written or another
            program is working on its files.
    """
    library.check_writable()
    with _begun(library, plan.kind, plan.destination, len(plan.to_do)) as work:
        return work.go_through(plan.to_do, work.perform, progress)


def undo(library: Library, report: FileReport, progress: Progress) -> FileReport:
    """Take back what was done, the last first. What was changed since is left as it is, and told.

    Raises:
        LibraryUnusable: as for `perform`.
    """
    library.check_writable()
    back = [
        PlannedFile(o.photo_id, o.source, o.target, o.mark.size_bytes if o.mark else 0)
        for o in reversed(report.done)
    ]
    marks = {outcome.source: outcome.mark for outcome in report.done if outcome.mark}
    found = trash.locate(marks) if report.kind is FileKind.TRASH else {}
    with _begun(library, report.kind, report.destination, len(back), is_undo=True) as work:
        work.note_made(report)
        take_back = partial(work.take_back, marks=marks, trashed=found)
        undone = work.go_through(back, take_back, progress)
        for folder in reversed(report.folders):
            with suppress(OSError):  # something else is in it
                folder.rmdir()
        return undone


def unfinished(library: Library) -> FileReport | None:
    """What an action did that was interrupted by the end of the program; told once.

    A file that was on its way then is put in order: it is either done or as it was.
    """
    with interrupted_journal(library.folder) as lines:
        if not lines or "planned" not in lines[0]:
            return None
        return _Recovery(library, lines).report()


@contextmanager
def _begun(
    library: Library,
    kind: FileKind,
    destination: Path | None,
    planned: int,
    *,
    is_undo: bool = False,
) -> "Iterator[_Work]":
    token = secrets.token_hex(8)
    head = {
        "kind": kind.value,
        "destination": str(destination) if destination else None,
        "planned": planned,
        "is_undo": is_undo,
        "token": token,
    }
    with open_journal(library.folder, head) as journal:
        empty = FileReport(kind, destination, planned, is_undo=is_undo)
        yield _Work(library, empty, journal, token)


# Does something with one file; may tell why not, by `_Left` or an error.
Act = Callable[[PlannedFile, Heed], FileMark | None]


class _Left(Exception):
    """A file is left as it is, for this reason."""


class _Work:
    """One action, or its undoing, on its way through the files."""

    def __init__(
        self, library: Library, empty: FileReport, journal: FileJournal, token: str
    ) -> None:
        self._library = library
        self._empty = empty
        self._journal = journal
        self._token = token
        self._folders: list[Path] = []
        self._to_follow: list[tuple[PhotoId, Path | None]] = []
        self._followed_s = time.monotonic()

    def go_through(self, files: Sequence[PlannedFile], act: Act, progress: Progress) -> FileReport:
        """One after the other; when the person stops it, what is done is told all the same."""
        outcomes: list[FileOutcome] = []
        is_stopped = False
        pace = _Pace(files, progress)
        try:
            for file in files:
                pace.step()
                outcomes.append(self._one(file, act, pace.heed))
                pace.end_file(file.size_bytes)
            pace.step()
        except Cancelled:
            is_stopped = len(outcomes) < len(files)
        finally:
            self._follow_all()
        return replace(
            self._empty,
            outcomes=tuple(outcomes),
            is_stopped=is_stopped,
            folders=tuple(self._folders),
        )

    def note_made(self, report: FileReport) -> None:
        """What there is to be taken back, so that it can be gone on with."""
        for folder in report.folders:
            self._journal.write({"folder": str(folder)})
        for outcome in report.done:
            self._journal.write({"made": _written(outcome)})

    def _one(self, file: PlannedFile, act: Act, heed: Heed) -> FileOutcome:
        outcome = FileOutcome(file.photo_id, file.source, file.target)
        try:
            if is_there(file.source):
                outcome = replace(outcome, mark=as_mark(file.source.stat()))
            self._journal.write({"begun": _written(outcome)})
            outcome = replace(outcome, mark=act(file, heed))
        except _Left as left:
            outcome = replace(outcome, state=FileState.SKIPPED, reason=str(left))
        except FileExistsError:
            outcome = replace(outcome, state=FileState.SKIPPED, reason=_NAME_TAKEN)
        except (OSError, LookalikeError) as error:
            outcome = replace(outcome, state=FileState.FAILED, reason=sentence_for(error))
        with suppress(OSError):  # it is done, whether it could be written down or not
            self._journal.write({"ended": _written(outcome)})
        return outcome

    # --- forward ------------------------------------------------------------------------------

    def perform(self, file: PlannedFile, heed: Heed) -> FileMark | None:
        """Returns what the outcome is to remember."""
        if file.target is None:
            return self._put_into_trash(file)
        self._make_folder(file.target.parent)
        if self._empty.kind is FileKind.MOVE:
            move_file(file.source, file.target, self._part(file.target), heed)
            self._follow(file.photo_id, file.target)
        elif self._empty.kind is FileKind.HARD_LINK:
            link_file(file.source, file.target)
        else:
            copy_file(file.source, file.target, self._part(file.target), heed)
        return mark_of(file.target)

    def _make_folder(self, folder: Path) -> None:
        """Of the destination only what is inside of it: it was there when it was chosen."""
        if folder == self._empty.destination or folder.is_dir():
            return
        self._make_folder(folder.parent)
        self._journal.write({"folder": str(folder)})
        folder.mkdir()
        self._folders.append(folder)

    def _put_into_trash(self, file: PlannedFile) -> FileMark:
        mark = mark_of(file.source)
        trash.put(file.source)
        self._follow(file.photo_id, None)
        return mark

    def _part(self, target: Path) -> Path:
        return part_of(target, self._token)

    def _follow(self, photo_id: PhotoId, path: Path | None) -> None:
        """Soon, with others: to commit takes longer than to move a file."""
        self._to_follow.append((photo_id, path))
        if time.monotonic() - self._followed_s > _FOLLOW_EVERY_S:
            self._follow_all()

    def _follow_all(self) -> None:
        waiting, self._to_follow = self._to_follow, []
        # Where the catalog fails, the next scan finds out what has become of the files.
        with suppress(LibraryUnusable), self._library.catalog.transaction():
            for photo_id, path in waiting:
                if path:
                    _follow_move(self._library, photo_id, path)
                else:
                    _mark_taken_away(self._library, photo_id)
        self._followed_s = time.monotonic()

    # --- back ---------------------------------------------------------------------------------

    def take_back(
        self,
        file: PlannedFile,
        heed: Heed,
        marks: Mapping[Path, FileMark],
        trashed: Mapping[Path, trash.Trashed],
    ) -> FileMark | None:
        if file.target is None:
            return self._take_out_of_trash(file, trashed.get(file.source))
        mark = marks.get(file.source)
        if not is_there(file.target):
            raise _Left(_MADE_IS_GONE)
        if mark is None or not mark_of(file.target).is_same_content(mark):
            raise _Left(_CHANGED_SINCE)
        if self._empty.kind is FileKind.MOVE:
            return self._move_back(file, heed)
        self._remove_made(file, mark)
        return None

    def _take_out_of_trash(self, file: PlannedFile, found: trash.Trashed | None) -> FileMark:
        if is_there(file.source):
            raise _Left(_PLACE_TAKEN)
        if found is None:
            raise _Left(_NOT_IN_TRASH)
        trash.take_back(found, file.source)
        self._follow(file.photo_id, file.source)
        return mark_of(file.source)

    def _move_back(self, file: PlannedFile, heed: Heed) -> FileMark:
        assert file.target is not None
        if is_there(file.source):
            raise _Left(_PLACE_TAKEN)
        move_file(file.target, file.source, self._part(file.source), heed)
        self._follow(file.photo_id, file.source)
        return mark_of(file.source)

    def _remove_made(self, file: PlannedFile, mark: FileMark) -> None:
        """A copy is removed only while there is what it was made of."""
        assert file.target is not None
        try:
            original = as_mark(file.source.stat())
        except FileNotFoundError:
            raise _Left(_ORIGINAL_IS_GONE) from None
        is_link = self._empty.kind is FileKind.HARD_LINK
        if not (original.is_same_file(mark) if is_link else mark.is_copy_of(original)):
            raise _Left(_ORIGINAL_IS_GONE)
        file.target.unlink()


class _Pace:
    """Tells how far the work is, by files and by bytes."""

    def __init__(self, files: Sequence[PlannedFile], progress: Progress) -> None:
        self._total = len(files)
        self._progress = progress
        self._estimate = Estimate(len(files), sum(file.size_bytes for file in files))
        self._heeded = 0

    def step(self) -> None:
        self._progress.step(self._estimate.done, self._total, "", self._estimate)

    def heed(self, size_bytes: int) -> None:
        """So much more of the file that is in hand."""
        self._heeded += size_bytes
        self._estimate.observe(0, size_bytes)
        self.step()

    def end_file(self, size_bytes: int) -> None:
        self._estimate.observe(1, size_bytes - self._heeded)
        self._heeded = 0


def _follow_move(library: Library, photo_id: PhotoId, path: Path) -> None:
    """The catalog's part of a move: the same photo at another path, or none of the library's."""
    catalog = library.catalog
    with catalog.transaction():
        photo = next(iter(catalog.photos([photo_id])), None)
        if photo is None:
            return  # forgotten meanwhile: the next scan takes the file in
        if catalog.folder_of(path) is None or photo.content_hash is None:
            _mark_taken_away(library, photo_id)
            return
        try:
            known = path.stat()
        except OSError:  # gone again
            return
        _make_room(library, photo, path)
        mtime_ns = min(known.st_mtime_ns, LATEST_NS)
        catalog.move_photo(photo_id, PhotoFile(path, known.st_size, mtime_ns))


def _make_room(library: Library, photo: Photo, path: Path) -> None:
    """What the catalog has at a path is not there any more, or is what an import found of this."""
    there = library.catalog.photo_at(path)
    if there and there.id != photo.id:
        library.catalog.forget([there.id])


def part_of(target: Path, token: str) -> Path:
    """What a file is called while it is being made."""
    return target.with_name(f".lookalike-{token}.part")


class _Recovery:
    """Works out what was done, from the journal and from what is there."""

    def __init__(self, library: Library, lines: Sequence[Line]) -> None:
        self._library = library
        self._head = lines[0]
        self._kind = FileKind(lines[0]["kind"])
        self._folders = tuple(Path(line["folder"]) for line in lines if "folder" in line)
        self._made = [_read(line["made"]) for line in lines if "made" in line]
        self._begun = [_read(line["begun"]) for line in lines if "begun" in line]
        self._ended = [_read(line["ended"]) for line in lines if "ended" in line]

    def report(self) -> FileReport:
        in_hand = self._begun[len(self._ended) :]
        if self._head["is_undo"]:
            outcomes = self._still_made(in_hand)
        else:
            outcomes = self._ended + [self._settled(outcome) for outcome in in_hand]
            self._follow(outcomes)
        destination = Path(self._head["destination"]) if self._head["destination"] else None
        return FileReport(
            self._kind,
            destination,
            self._head["planned"],
            tuple(outcomes),
            is_stopped=True,
            folders=self._folders,
        )

    def _settled(self, outcome: FileOutcome) -> FileOutcome:
        """The file that was on its way: done, or as it was."""
        source, target = outcome.source, outcome.target
        if target:
            self._tidy(source, target)
        is_taken = self._kind in (FileKind.MOVE, FileKind.TRASH) and is_there(source)
        if is_taken or (target and not _is_made_of(target, outcome.mark)):
            return replace(outcome, state=FileState.FAILED, reason=_INTERRUPTED)
        return replace(outcome, mark=mark_of(target) if target else outcome.mark)

    def _still_made(self, in_hand: Sequence[FileOutcome]) -> list[FileOutcome]:
        """What an undoing that was interrupted has not taken back."""
        for outcome in in_hand:
            if outcome.target:
                self._tidy(outcome.target, outcome.source)
        if self._kind in (FileKind.MOVE, FileKind.TRASH):
            for outcome in (*self._ended, *in_hand):
                if is_there(outcome.source):
                    _follow_move(self._library, outcome.photo_id, outcome.source)
        # A photo may have been copied to several places.
        is_back = {(o.photo_id, o.target) for o in self._ended if o.state is FileState.DONE}
        return [made for made in self._made if (made.photo_id, made.target) not in is_back]

    def _tidy(self, source: Path, target: Path) -> None:
        """Of a half-done move only what is new is removed: what it was made of is there."""
        with suppress(OSError):
            part_of(target, str(self._head["token"])).unlink()
        with suppress(OSError):
            if self._kind is FileKind.MOVE and mark_of(target).is_copy_of(mark_of(source)):
                target.unlink()

    def _follow(self, outcomes: Sequence[FileOutcome]) -> None:
        for outcome in outcomes:
            if outcome.state is not FileState.DONE or is_there(outcome.source):
                continue
            if self._kind is FileKind.MOVE and outcome.target and is_there(outcome.target):
                _follow_move(self._library, outcome.photo_id, outcome.target)
            elif self._kind is FileKind.TRASH:
                _mark_taken_away(self._library, outcome.photo_id)


def _is_made_of(target: Path, mark: FileMark | None) -> bool:
    try:
        return mark is None or mark_of(target).is_copy_of(mark)
    except OSError:
        return False


def _mark_taken_away(library: Library, photo_id: PhotoId) -> None:
    library.catalog.mark([photo_id], PhotoState.MISSING, TAKEN_AWAY)


def sentence_for(error: OSError | LookalikeError) -> str:
    """Why something could not be done with a file."""
    if isinstance(error, LookalikeError):
        return str(error)
    if isinstance(error, FileNotFoundError):
        return "It is gone."
    if isinstance(error, PermissionError):
        return "It may not be changed, or its folder may not."
    if error.errno == errno.ENOSPC:
        return "The disk is full."
    reason = error.strerror or str(error)
    return f"{reason[:1].upper()}{reason[1:]}."


def _written(outcome: FileOutcome) -> Line:
    told = asdict(outcome)
    told["source"] = str(outcome.source)
    told["target"] = str(outcome.target) if outcome.target else None
    return told


def _read(line: Line) -> FileOutcome:
    return FileOutcome(
        PhotoId(line["photo_id"]),
        Path(line["source"]),
        Path(line["target"]) if line["target"] else None,
        FileState(line["state"]),
        line["reason"],
        FileMark(**line["mark"]) if line["mark"] else None,
    )
