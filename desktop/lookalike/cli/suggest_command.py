"""Suggest labels for photos, from those that you have given."""

import argparse
from collections.abc import Sequence
from typing import Any

from lookalike.cli.console import answer, open_library, printable, progress_on_stderr
from lookalike.library.labels.labelling import label_at, label_tree
from lookalike.library.library import Library
from lookalike.library.teaching.suggesting import suggest
from lookalike.library.teaching.taught import Suggestion


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--label", metavar="NAME", help="only this label: boots, or animals/cats")
    parser.add_argument(
        "--order", choices=("certain", "useful"), default="certain",
        help="the most certain first, or those whose answer would teach most",
    )  # fmt: skip
    parser.add_argument("-k", type=_count, default=20, metavar="N", help="how many (20)")


def run(asked: argparse.Namespace) -> None:
    with progress_on_stderr() as progress, open_library(asked) as library:
        label = label_at(library, asked.label).id if asked.label else None
        found = suggest(library, progress, order=asked.order, label=label, most=asked.k)
        told = _told(library, found)
    text = "\n".join(
        f"{each['probability']:6.1%}  {printable(each['label'])}  {printable(each['path'])}"
        for each in told
    )
    answer(asked, {"suggestions": told}, text or "No photo is likely to deserve a label.")


def _told(library: Library, suggestions: Sequence[Suggestion]) -> list[dict[str, Any]]:
    tree = label_tree(library)
    paths = {
        photo.id: photo.path for photo in library.photos([each.photo_id for each in suggestions])
    }
    return [
        {
            "path": str(paths[each.photo_id]),
            "label": tree.path(each.label.id),
            "probability": round(each.probability, 4),
        }
        for each in suggestions
        if each.photo_id in paths
    ]


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f'"{text}" is not a number of photos')
    return int(text)
