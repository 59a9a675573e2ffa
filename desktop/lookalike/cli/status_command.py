"""Say what the library holds."""

import argparse
from pathlib import Path
from typing import Any

from lookalike.cli.console import answer, open_library, printable
from lookalike.library.library import Library
from lookalike.wording import counted


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """Nothing but the library."""


def run(asked: argparse.Namespace) -> None:
    with open_library(asked) as library:
        document = _document(library)
        where = library.folder
    answer(asked, document, _text(where, document))


def _document(library: Library) -> dict[str, Any]:
    counts = library.counts()
    return {
        "photos": counts.ready,
        "failed": counts.unreadable,
        "missing": counts.missing,
        "folders": [str(folder.path) for folder in library.folders()],
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


def _text(where: Path, document: dict[str, Any]) -> str:
    told = {
        "Library": [f"{printable(where)} ({document['bytes'] / 1e6:,.1f} MB)"],
        "Photos": [_photos(document)],
        "Folders": [printable(folder) for folder in document["folders"]],
        "Spaces": [_space(space) for space in document["spaces"]],
    }
    return "\n".join(
        f"{'' if row else name:<9}{line}"
        for name, lines in told.items()
        for row, line in enumerate(lines)
    )


def _photos(document: dict[str, Any]) -> str:
    others = {"not readable": document["failed"], "missing": document["missing"]}
    counts = [f"{count:,} {what}" for what, count in others.items() if count]
    return ", ".join([f"{document['photos']:,} ready", *counts])


def _space(space: dict[str, Any]) -> str:
    vectors = f"{counted(space['count'], 'vector')} of {space['dimensions']:,} numbers"
    indexed = "all" if space["indexed"] == space["count"] else f"{space['indexed']:,}"
    where = f"{indexed} in the index" if space["indexed"] else "put in an index by the first search"
    return f"{space['name']}: {vectors}, {where}"
