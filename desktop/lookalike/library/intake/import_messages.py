"""What goes between an import's process and the program that started it: lines of JSON.

JSON and no pickle: the process that decodes files from anywhere may have been taken over by one.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from lookalike import errors
from lookalike.errors import LookalikeError
from lookalike.library.intake.import_report import ImportReport, Stages
from lookalike.progress import Advance
from lookalike.settings import Settings

Message = dict[str, Any]

STOP, PAUSE, RESUME = "stop", "pause", "resume"

LOG_NAME = "import.log"  # in the library's folder: what the process says where nobody listens


@dataclass(frozen=True, slots=True)
class ImportJob:
    """All that the process has to know.

    Args:
        identity: of the library's catalog: photos go into that one and no other.
        exclude: None: the patterns that the library keeps for the folders.
        suspects: tried first, each alone: one of them may have ended an earlier process.
        culprits: known to end the process, and why; noted and never tried.
        is_gentle: one thread at the lowest priority.
    """

    library: Path
    identity: str
    networks: Path
    settings: Settings
    folders: tuple[Path, ...]
    exclude: tuple[str, ...] | None = None
    suspects: tuple[Path, ...] = ()
    culprits: tuple[tuple[Path, str], ...] = ()
    is_gentle: bool = False

    def to_line(self) -> bytes:
        return line_of(
            {
                "library": str(self.library),
                "identity": self.identity,
                "networks": str(self.networks),
                "settings": asdict(self.settings),
                "folders": [str(folder) for folder in self.folders],
                "exclude": self.exclude,
                "suspects": [str(path) for path in self.suspects],
                "culprits": [[str(path), reason] for path, reason in self.culprits],
                "is_gentle": self.is_gentle,
            }
        )

    @classmethod
    def from_line(cls, line: bytes) -> "ImportJob":
        told = json.loads(line)
        return cls(
            library=Path(told["library"]),
            identity=told["identity"],
            networks=Path(told["networks"]),
            settings=Settings(**told["settings"]),
            folders=tuple(map(Path, told["folders"])),
            exclude=None if told["exclude"] is None else tuple(told["exclude"]),
            suspects=tuple(map(Path, told["suspects"])),
            culprits=tuple((Path(path), reason) for path, reason in told["culprits"]),
            is_gentle=told["is_gentle"],
        )


@dataclass(frozen=True, slots=True)
class InHand:
    """The file that a thread takes on."""

    thread: int
    path: Path


@dataclass(frozen=True, slots=True)
class Tried:
    """The suspect that was tried alone, and is committed."""

    path: Path


@dataclass(frozen=True, slots=True)
class Committed:
    """The counts so far."""

    added: int = 0
    changed: int = 0
    moved: int = 0

    @property
    def brought_in(self) -> int:
        return self.added + self.changed + self.moved


@dataclass(frozen=True, slots=True)
class Ended:
    """How the job ended; with neither where it was stopped."""

    report: ImportReport | None = None
    error: LookalikeError | None = None


Told = Advance | InHand | Tried | Committed | Ended


class Nonsense(Exception):
    """What no import's process sends."""


def line_of(message: Mapping[str, Any]) -> bytes:
    """One line, whatever the message holds: half characters of odd file names are escaped."""
    return json.dumps(message).encode("ascii") + b"\n"


def told_from(line: bytes) -> Told:
    """What a line of the process tells.

    Raises:
        Nonsense: it is none of its lines, or only looks like one.
    """
    try:
        return _told_from(json.loads(line))
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise Nonsense from error
    except RecursionError as error:  # of brackets in brackets
        raise Nonsense from error


def _told_from(message: Message) -> Told:
    match message["is"]:
        case "progress":
            return advance_from(message["advance"])
        case "in_hand":
            return InHand(int(message["thread"]), Path(message["path"]))
        case "tried":
            return Tried(Path(message["path"]))
        case "committed":
            return Committed(*(int(message[name]) for name in ("added", "changed", "moved")))
        case "ended":
            return _ended_from(message["outcome"])
    raise LookupError


def _ended_from(outcome: Message) -> Ended:
    return Ended(
        report_from(outcome["report"]) if "report" in outcome else None,
        error_from(outcome["error"]) if "error" in outcome else None,
    )


def report_message(report: ImportReport) -> Message:
    """A report as JSON takes it."""
    told = asdict(report)
    told["failed"] = [[str(path), reason] for path, reason in report.failed]
    told["offline"] = [str(path) for path in report.offline]
    return told


def report_from(message: Message) -> ImportReport:
    """The report that was made a message."""
    told = dict(message)
    told["failed"] = [(Path(path), reason) for path, reason in told["failed"]]
    told["offline"] = [Path(path) for path in told["offline"]]
    told["stages"] = Stages(**told["stages"])
    report = ImportReport(**told)
    _check_kinds(report, ImportReport())
    _check_kinds(report.stages, Stages())
    return report


def _check_kinds(told: ImportReport | Stages, blank: ImportReport | Stages) -> None:
    """Raise `TypeError` where a field holds another kind of value than a blank one."""
    for field in fields(blank):
        value, kind = getattr(told, field.name), type(getattr(blank, field.name))
        if not isinstance(value, (int, float) if kind is float else kind):
            raise TypeError(field.name)


def advance_message(advance: Advance) -> Message:
    """An advance as JSON takes it."""
    return asdict(advance)


def advance_from(message: Message) -> Advance:
    """The advance that was made a message."""
    return Advance(
        done=int(message["done"]),
        total=None if message["total"] is None else int(message["total"]),
        activity=str(message["activity"]),
        per_second=_number(message["per_second"]),
        seconds_left=_number(message["seconds_left"]),
        share=_number(message["share"]),
    )


def _number(told: float | None) -> float | None:
    return None if told is None else float(told)


def error_message(error: LookalikeError) -> Message:
    """What a person is told of an error, and its kind."""
    return {"kind": type(error).__name__, "title": error.title, "hint": error.hint}


def error_from(message: Message) -> LookalikeError:
    """An error of the same kind and words, where its kind is one that tells nothing else."""
    plain = {
        kind.__name__: kind
        for kind in (
            errors.FolderUnusable,
            errors.LibraryUnusable,
            errors.NetworkUnusable,
            errors.NothingToSearch,
        )
    }
    return plain.get(message["kind"], LookalikeError)(str(message["title"]), str(message["hint"]))
