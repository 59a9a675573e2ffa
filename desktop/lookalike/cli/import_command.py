"""Bring new and changed photos into the library."""

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

from lookalike.cli.console import (
    answer,
    open_library,
    printable,
    progress_on_stderr,
    say,
)
from lookalike.errors import LookalikeError
from lookalike.library.intake.import_report import ImportReport
from lookalike.library.intake.importing import import_folders
from lookalike.library.intake.pace import Pace
from lookalike.library.library import Library
from lookalike.library.teaching.albums import run_albums
from lookalike.progress import Cancelled, Progress
from lookalike.settings import DEVICES
from lookalike.wording import counted


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(stopped="Stopped. What was done is kept; run it again to go on.")
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER", help="where photos are")
    parser.add_argument("--network", metavar="NAME", help="a network of `models`")
    parser.add_argument("--device", choices=DEVICES, help="where the network runs")
    parser.add_argument(
        "--exclude",
        action="append",
        default=[],
        metavar="GLOB",
        help="names of files and folders to leave out, from now on; may be given several times",
    )


def run(asked: argparse.Namespace) -> None:
    with progress_on_stderr() as progress, open_library(asked, create=True) as library:
        wants_cuda = library.settings.device == "cuda"
        report = import_folders(
            library,
            asked.folders,
            progress,
            exclude=asked.exclude or None,
            pace=Pace(is_gentle=library.settings.wants_gentle),
            tell=lambda notice: say(printable(notice)),
        )
        _fill_albums(library, progress)
    if asked.json and wants_cuda and report.provider_note:
        say(f"The network ran on the {_provider(report)}.")
    answer(asked, _document(report), _text(report))


def _fill_albums(library: Library, progress: Progress) -> None:
    """Whatever becomes of them, the import is done, and is to be told."""
    try:
        run_albums(library, progress)
    except LookalikeError as error:
        say(f"Living albums were not filled: {printable(error)}")
    except (Cancelled, KeyboardInterrupt):
        say("Living albums were not filled: the next import fills them.")


def _document(report: ImportReport) -> dict[str, Any]:
    return {
        "found": report.found,
        "added": report.added,
        "changed": report.changed,
        "moved": report.moved,
        "unchanged": report.unchanged,
        "ignored": report.ignored,
        "missing": report.missing,
        "failed": [{"path": str(path), "reason": reason} for path, reason in report.failed],
        "seconds": round(report.seconds, 3),
        "photos_per_second": round(report.photos_per_second, 2),
        "network": report.network,
        "provider": report.provider,
        "stages": {name: round(seconds, 3) for name, seconds in asdict(report.stages).items()},
    }


def _text(report: ImportReport) -> str:
    """What could not be read, then the sum of it all: the end is what stays in sight."""
    failed = [f"  {printable(path)}: {reason}" for path, reason in report.failed]
    rate = f" ({report.photos_per_second:.0f} photos/s)" if report.photos_per_second else ""
    return "\n".join(
        [
            *(["Not readable:", *failed] if failed else []),
            _counts(report),
            f"It took {report.seconds:.1f} s{rate}{_with(report)}.",
        ]
    )


def _counts(report: ImportReport) -> str:
    told = {
        "added": report.added,
        "changed": report.changed,
        "moved": report.moved,
        "unchanged": report.unchanged,
        "missing": report.missing,
        "not readable": len(report.failed),
    }
    counts = [f"{count:,} {what}" for what, count in told.items() if count] or ["No photos found"]
    if report.ignored:
        counts.append(f"{counted(report.ignored, 'other file')} ignored")
    return ", ".join(counts) + "."


def _with(report: ImportReport) -> str:
    """Nothing where there was nothing for the network to do."""
    return f" with {report.network} on the {_provider(report)}" if report.provider else ""


def _provider(report: ImportReport) -> str:
    return report.provider + (f" ({report.provider_note})" if report.provider_note else "")
