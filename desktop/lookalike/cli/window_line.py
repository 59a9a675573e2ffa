"""Reads a command line without a verb: the window, perhaps with a folder or a picture."""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from lookalike.cli.console import printable
from lookalike.cli.main import VERBS

_USAGE = "lookalike [--library DIR] [FOLDER | PICTURE]\n       lookalike VERB … (see --help)"


def read_window_line(given: Sequence[str]) -> argparse.Namespace:
    """`target` and `library`, or None for each.

    Raises:
        SystemExit: the line makes no sense, which has been told.
    """
    parser = argparse.ArgumentParser("lookalike", usage=_USAGE, description="Opens the window.")
    parser.add_argument("target", nargs="?", type=Path, metavar="FOLDER | PICTURE",
                        help="a folder to bring in, or a picture to search by")  # fmt: skip
    parser.add_argument("--library", type=Path, metavar="DIR", help="the library's folder")
    asked, rest = parser.parse_known_args(given)
    if fault := _fault(asked.target, rest):
        parser.error(printable(fault))
    return asked


def _fault(target: Path | None, rest: Sequence[str]) -> str:
    verb = next((word for word in (str(target), *rest) if word in VERBS), None)
    if verb:
        return f"the verb comes first, its options after it: lookalike {verb} …"
    # Not Path.exists, which raises where the name is longer than the system allows.
    if target and not os.path.exists(target):  # noqa: PTH110
        verbs = ", ".join(VERBS)
        return f'"{target}" is no folder, no picture and no verb ({verbs})'
    if rest:
        return f"one folder or one picture at a time: {' '.join(rest)} is too much"
    return ""
