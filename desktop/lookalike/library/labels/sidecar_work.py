"""Writes labels into sidecars as a plan says, and puts the sidecars back as they were.

What was in a sidecar before is kept in the library's folder, in lines of JSON that are there before
the sidecar is touched: what a program did that was killed in the middle can be taken back as well.
"""

import base64
import hashlib
import json
import os
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any, TypeVar

from lookalike.errors import LibraryUnusable, LookalikeError
from lookalike.imaging.keywords import read_packet
from lookalike.library.files.file_journal import open_journal
from lookalike.library.files.file_work import sentence_for
from lookalike.library.labels.sidecars import IS_A_LINK, PlannedSidecar, SidecarPlan, merged
from lookalike.library.library import Library
from lookalike.progress import Cancelled, Progress
from lookalike.whole_files import sweep, written_whole

_KEPT = "actions.sidecars"
_CHANGED_SINCE = "It was changed since, and is left as it is."


@dataclass(frozen=True, slots=True)
class SidecarReport:
    """What became of them, or of taking them back.

    Args:
        written: those that were written, or put back as they were.
        left: those that were not, each with a sentence.
        token: which of all exports it was.
    """

    written: tuple[Path, ...]
    left: tuple[tuple[Path, str], ...] = ()
    is_undo: bool = False
    is_stopped: bool = False
    token: str = ""

    @property
    def can_be_undone(self) -> bool:
        return bool(self.written) and not self.is_undo


def write_sidecars(library: Library, plan: SidecarPlan, progress: Progress) -> SidecarReport:
    """Add the labels to what sidecars tell; what was in them before is kept, to be taken back.

    Raises:
        LibraryUnusable: nothing was done, because the library cannot be written or another
            program is working on its files.
    """
    library.check_writable()
    empty = SidecarReport((), token=secrets.token_hex(8))
    if not plan.to_do:  # what was written last can still be taken back
        return empty
    head = {"sidecars": len(plan.to_do)}
    kept = library.folder / _KEPT
    with open_journal(library.folder, head), _opened(kept) as lines:
        _write_line(lines, {"token": empty.token})
        return _gone_through(plan.to_do, lambda each: _write(each, lines), empty, progress)


def undo_sidecars(library: Library, report: SidecarReport, progress: Progress) -> SidecarReport:
    """Put them back as they were; what was changed since is left as it is, and told.

    Raises:
        LibraryUnusable: as for `write_sidecars`.
        LookalikeError: others were written since.
    """
    library.check_writable()
    empty = SidecarReport((), is_undo=True, token=report.token)
    with open_journal(library.folder, {"sidecars": len(report.written)}):
        token, lines = _kept(library)
        if token != report.token:
            raise LookalikeError("Other sidecars were written since: these cannot be taken back.")
        back = _gone_through(lines, _put_back, empty, progress)
        if not back.is_stopped:
            (library.folder / _KEPT).unlink(missing_ok=True)
    return back


def last_sidecars(library: Library) -> SidecarReport | None:
    """What was written last and can be taken back, also by a program that was killed meanwhile."""
    token, lines = _kept(library)
    return SidecarReport(tuple(line.file for line in lines), token=token) if lines else None


class _Left(Exception):
    """A sidecar is left as it is, for this reason."""


@dataclass(frozen=True, slots=True)
class _Line:
    """What is kept of one sidecar: what it was, None for not there, and a hash of what it is."""

    file: Path
    before: bytes | None
    mtime_ns: int
    after: str


Each = TypeVar("Each", PlannedSidecar, _Line)


def _gone_through(
    files: Sequence[Each], act: Callable[[Each], None], empty: SidecarReport, progress: Progress
) -> SidecarReport:
    """When the person stops it, what is done is told all the same."""
    written: list[Path] = []
    left: list[tuple[Path, str]] = []
    is_stopped = False
    sweep(each.file for each in files)
    try:
        for done, each in enumerate(files):
            progress.step(done, len(files), "Writing sidecars")
            reason = _reason_left(each, act)
            left += [(each.file, reason)] if reason else []
            written += [] if reason else [each.file]
        progress.step(len(files), len(files), "Writing sidecars")
    except Cancelled:
        is_stopped = len(written) + len(left) < len(files)
    return replace(empty, written=tuple(written), left=tuple(left), is_stopped=is_stopped)


def _reason_left(each: Each, act: Callable[[Each], None]) -> str:
    """A sentence, where one could not be written."""
    try:
        act(each)
    except _Left as left:
        return str(left)
    except (OSError, LookalikeError) as error:
        return sentence_for(error)
    return ""


def _opened(kept: Path) -> IO[str]:
    try:
        return kept.open("w", encoding="utf-8")
    except OSError as error:
        raise LibraryUnusable(
            f"The library {kept.parent} cannot be written ({error.strerror}).",
            "Check the permissions and the free space of its folder.",
        ) from error


def _write(each: PlannedSidecar, lines: IO[str]) -> None:
    """From what is there now, which need not be what the plan saw."""
    if each.file.is_symlink():
        raise _Left(IS_A_LINK)
    before = read_packet(each.file)
    after = merged(before, each)
    known = None if before is None else each.file.stat()
    line = {
        "file": str(each.file),
        "before": None if before is None else base64.b64encode(before).decode(),
        "mtime_ns": known.st_mtime_ns if known else 0,
        "after": _hash(after),
    }
    _write_line(lines, line)
    _replace(each.file, after, known)


def _put_back(line: _Line) -> None:
    now = read_packet(line.file)
    if now == line.before:
        return
    if now is None or _hash(now) != line.after:
        raise _Left(_CHANGED_SINCE)
    if line.before is None:
        line.file.unlink()
        return
    _replace(line.file, line.before, line.file.stat())
    os.utime(line.file, ns=(line.mtime_ns, line.mtime_ns))


def _replace(file: Path, data: bytes, known: os.stat_result | None) -> None:
    with written_whole(file, sweeps=False) as stream:
        stream.write(data)
    if known:
        with suppress(OSError):
            file.chmod(known.st_mode & 0o777)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _write_line(lines: IO[str], line: dict[str, Any]) -> None:
    lines.write(json.dumps(line) + "\n")
    lines.flush()


def _kept(library: Library) -> tuple[str, list[_Line]]:
    """The token and the lines of what was written last."""
    try:
        texts = (library.folder / _KEPT).read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return "", []
    head, *lines = [*_told(texts)] or [{}]
    return str(head.get("token", "")), [_line(each) for each in lines]


def _told(texts: Sequence[str]) -> Iterator[dict[str, Any]]:
    for text in texts:
        with suppress(ValueError):  # the last one may be cut off
            yield json.loads(text)


def _line(told: dict[str, Any]) -> _Line:
    before = told["before"]
    return _Line(
        Path(told["file"]),
        None if before is None else base64.b64decode(before),
        int(told["mtime_ns"]),
        str(told["after"]),
    )
