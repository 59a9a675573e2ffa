"""What goes between an import's process and the program that started it: lines of JSON.

JSON and no pickle: the process that decodes files from anywhere may have been taken over by one.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from lookalike import errors
from lookalike.errors import LookalikeError
from lookalike.library.import_report import ImportReport, Stages
from lookalike.progress import Advance
from lookalike.settings import Settings

Message = dict[str, Any]

STOP, PAUSE, RESUME = "stop", "pause", "resume"


@dataclass(frozen=True, slots=True)
class ImportJob:
    """All that the process has to know.

    Args:
        exclude: None: the patterns that the library keeps for the folders.
        suspects: tried first, each alone: one of them may have ended an earlier process.
        culprits: known to end the process, and why; noted and never tried.
        is_gentle: one thread at the lowest priority.
    """

    library: Path
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
            networks=Path(told["networks"]),
            settings=Settings(**told["settings"]),
            folders=tuple(map(Path, told["folders"])),
            exclude=None if told["exclude"] is None else tuple(told["exclude"]),
            suspects=tuple(map(Path, told["suspects"])),
            culprits=tuple((Path(path), reason) for path, reason in told["culprits"]),
            is_gentle=told["is_gentle"],
        )


def line_of(message: Mapping[str, Any]) -> bytes:
    """One line, whatever the message holds: half characters of odd file names are escaped."""
    return json.dumps(message).encode("ascii") + b"\n"


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
    return ImportReport(**told)


def advance_message(advance: Advance) -> Message:
    """An advance as JSON takes it."""
    return asdict(advance)


def advance_from(message: Message) -> Advance:
    """The advance that was made a message."""
    return Advance(**message)


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
    return plain.get(message["kind"], LookalikeError)(message["title"], message["hint"])
