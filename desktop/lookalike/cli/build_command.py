"""Look at all photos in a new way, to compare them by it."""

import argparse
from typing import Any

from lookalike.cli.console import answer, open_library, progress_on_stderr
from lookalike.library.search.building import Built, build_space
from lookalike.library.search.spaces import buildable_space
from lookalike.wording import counted


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(stopped="Stopped. What was done is kept; run it again to go on.")
    parser.add_argument(
        "spaces", nargs="+", metavar="SPACE",
        help="colour, shape, pixels, or layer:NAME for a layer of the network",
    )  # fmt: skip


def run(asked: argparse.Namespace) -> None:
    with progress_on_stderr() as progress, open_library(asked) as library:
        for name in asked.spaces:
            buildable_space(library, name)  # a slip of the pen is told before the work begins
        built = [build_space(library, name, progress) for name in dict.fromkeys(asked.spaces)]
    document = {"spaces": [_figures(each) for each in built]}
    answer(asked, document, "\n".join(_text(each) for each in built))


def _figures(built: Built) -> dict[str, Any]:
    return {
        "space": built.space.name,
        "built": built.built,
        "skipped": built.skipped,
        "seconds": round(built.seconds, 3),
    }


def _text(built: Built) -> str:
    seen = counted(built.built, "photo") if built.built else "no photo that was not known before"
    told = f"{built.space.name}: looked at {seen} in {built.seconds:.1f} s."
    if built.skipped:
        told += f" {counted(built.skipped, 'photo')} could not be read now."
    return told
