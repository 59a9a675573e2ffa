"""Bring what `export` wrote into a library: what it says already stays as it is."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lookalike.cli.console import answer, open_library, printable, progress_on_stderr
from lookalike.library.labels.keeping import RestoreReport, restore_work
from lookalike.paths import absolute
from lookalike.wording import counted


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(stopped="Stopped. Nothing was changed.")
    parser.add_argument("file", type=Path, metavar="FILE.json", help="which `export` wrote")


def run(asked: argparse.Namespace) -> None:
    with progress_on_stderr() as progress, open_library(asked, create=True) as library:
        report = restore_work(library, absolute(asked.file), progress)
    answer(asked, _document(report), "\n".join(_lines(report)))


def _document(report: RestoreReport) -> dict[str, Any]:
    names = ("labels", "given", "rejected", "searches", "folders", "unknown_photos")
    return {name: getattr(report, name) for name in names} | {"notes": list(report.notes)}


def _lines(report: RestoreReport) -> Iterator[str]:
    yield from map(printable, report.notes)
    if report.unknown_photos:
        waiting = counted(report.unknown_photos, "photo")
        yield f"Not in the library yet: {waiting}. What was said of them waits for them."
    parts = {
        counted(report.labels, "new label"): report.labels,
        f"labels given {counted(report.given, 'time')}": report.given,
        counted(report.rejected, "rejection"): report.rejected,
        counted(report.searches, "saved search", "saved searches"): report.searches,
        counted(report.folders, "folder"): report.folders,
    }
    told = ", ".join(part for part, count in parts.items() if count)
    yield f"Restored: {told}." if told else "The library had all of it already."
