"""Reads a command line that opens the window: without a verb, or with one that shows something."""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from lookalike.cli.console import printable
from lookalike.cli.demo_command import pictures_for
from lookalike.cli.main import VERBS, WINDOW_VERBS, commands_for, read_verb

_USAGE = "lookalike [--library DIR] [FOLDER | PICTURE]\n       lookalike VERB … (see --help)"


class WindowLine(NamedTuple):
    """What the window is opened with.

    Args:
        target: a folder to bring in, or a picture to search by.
        tour: pictures to show the layers on, none for the library's own; None for no tour.
    """

    target: Path | None
    library: Path | None
    tour: Sequence[Path] | None = None


def read_window_line(given: Sequence[str]) -> WindowLine | None:
    """None where there is nothing left to do.

    Raises:
        LookalikeError: a tour has nothing to show.
        SystemExit: the line makes no sense, which has been told, or asked for help.
    """
    if given and given[0] in WINDOW_VERBS:
        shown = read_verb(given, commands_for(given))
        return WindowLine(None, shown.library, pictures_for(shown)) if shown else None
    parser = argparse.ArgumentParser("lookalike", usage=_USAGE, description="Opens the window.")
    parser.add_argument("target", nargs="?", type=Path, metavar="FOLDER | PICTURE",
                        help="a folder to bring in, or a picture to search by")  # fmt: skip
    parser.add_argument("--library", type=Path, metavar="DIR", help="the library's folder")
    asked, rest = parser.parse_known_args(given)
    if fault := _fault(asked.target, rest):
        parser.error(printable(fault))
    return WindowLine(asked.target, asked.library)


def _fault(target: Path | None, rest: Sequence[str]) -> str:
    verbs = (*VERBS, *WINDOW_VERBS)
    verb = next((word for word in (str(target), *rest) if word in verbs), None)
    if verb:
        return f"the verb comes first, its options after it: lookalike {verb} …"
    # Not Path.exists, which raises where the name is longer than the system allows.
    if target and not os.path.exists(target):  # noqa: PTH110
        return f'"{target}" is no folder, no picture and no verb ({", ".join(verbs)})'
    if rest:
        return f"one folder or one picture at a time: {' '.join(rest)} is too much"
    return ""
