"""Say what the library holds."""

import argparse
from typing import Any

from lookalike.cli.console import answer, open_library
from lookalike.library.library import Library


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """Nothing but the library."""


def run(asked: argparse.Namespace) -> None:
    with open_library(asked) as library:
        document = _document(library)
        where = library.folder
    answer(asked, document, f"{where}\n{_text(document)}")


def _document(library: Library) -> dict[str, Any]:
    counts = library.counts()
    return {
        "photos": counts.ready,
        "failed": counts.unreadable,
        "missing": counts.missing,
        "folders": [str(folder) for folder in library.folders()],
        "spaces": [
            {
                "name": stored.space.name,
                "dimensions": stored.space.dimensions,
                "count": stored.count,
                "indexed": library.indexes.indexed(stored.space),
            }
            for stored in library.catalog.spaces()
        ],
        "bytes": library.size_bytes(),
    }


def _text(document: dict[str, Any]) -> str:
    lines = [
        f"{document['photos']:,} photos, {document['failed']:,} not readable, "
        f"{document['missing']:,} missing, {document['bytes'] / 1e6:.1f} MB"
    ]
    lines += [f"  {folder}" for folder in document["folders"]]
    lines += [
        f"  {space['name']}: {space['count']:,} vectors of {space['dimensions']:,} numbers, "
        f"{space['indexed']:,} in the index"
        for space in document["spaces"]
    ]
    return "\n".join(lines)
