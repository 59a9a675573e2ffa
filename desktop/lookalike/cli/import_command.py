"""Bring new and changed photos into the library."""

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

from lookalike.cli.console import answer, open_library, progress_on_stderr
from lookalike.library.importing import ImportReport, import_folders
from lookalike.settings import DEVICES


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--network", metavar="NAME", help="a network of `models`")
    parser.add_argument("--device", choices=DEVICES, help="where the network runs")
    parser.add_argument(
        "--exclude",
        action="append",
        default=[],
        metavar="GLOB",
        help="names of files and folders to leave out; may be given several times",
    )


def run(asked: argparse.Namespace) -> None:
    with open_library(asked, create=True) as library, progress_on_stderr() as progress:
        report = import_folders(library, asked.folders, progress, exclude=asked.exclude)
    answer(asked, _document(report), _text(report))


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
    told = {
        "added": report.added,
        "changed": report.changed,
        "moved": report.moved,
        "unchanged": report.unchanged,
        "missing": report.missing,
        "not readable": len(report.failed),
        "other files ignored": report.ignored,
    }
    counts = ", ".join(f"{count:,} {what}" for what, count in told.items() if count)
    lines = [
        f"{counts or 'No photos found'}.",
        f"{report.seconds:.1f} s ({report.photos_per_second:.0f} photos/s) with {report.network} "
        f"on the {report.provider}.",
    ]
    lines += [f"  {path}: {reason}" for path, reason in report.failed]
    return "\n".join(lines)
