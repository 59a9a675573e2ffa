"""Reads a command line, runs its verb, and turns faults into sentences and exit codes."""

import argparse
import contextlib
import sys
from collections.abc import Sequence
from pathlib import Path

from lookalike import __version__
from lookalike.cli import (
    build_command,
    evaluate_command,
    import_command,
    search_command,
    status_command,
)
from lookalike.cli.console import printable, say, written_out
from lookalike.errors import LookalikeError
from lookalike.progress import Cancelled

DONE, FAILED, INTERRUPTED = 0, 1, 130

VERBS = {
    "import": import_command,
    "search": search_command,
    "build": build_command,
    "status": status_command,
    "evaluate": evaluate_command,
}


def run_verb(arguments: Sequence[str]) -> int:
    """0 done, 1 failed, 2 usage, 130 interrupted."""
    _print_any_name()
    asked = None
    try:
        with written_out():
            asked = _parser().parse_args(arguments)  # prints the help and ends, where asked to
        return _run(asked) if asked else DONE
    except LookalikeError as error:
        print_error(error)
        return FAILED


def print_error(error: LookalikeError) -> None:
    """What happened and what to do, on stderr."""
    say(f"lookalike: {printable(error)}")


def _run(asked: argparse.Namespace) -> int:
    try:
        asked.run(asked)
    except (Cancelled, KeyboardInterrupt):
        say(asked.stopped)
        return INTERRUPTED
    return DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "lookalike",
        usage="lookalike VERB …\n       lookalike [--library DIR] [FOLDER | PICTURE]",
        description="Finds photos by what they look like, offline.",
        epilog="Without a verb, or with a folder or a picture, it opens the window. "
        "`lookalike VERB --help` tells a verb's options.",
    )
    parser.add_argument("--version", action="version", version=f"lookalike {__version__}")
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True, prog="lookalike")
    for name, command in VERBS.items():
        summary = (command.__doc__ or "").strip().splitlines()[0]
        verb = verbs.add_parser(name, help=summary, description=summary)
        verb.set_defaults(run=command.run, stopped="Stopped.")
        command.add_arguments(verb)
        verb.add_argument("--library", type=Path, metavar="DIR", help="the library's folder")
        verb.add_argument("--json", action="store_true", help="answer with one JSON document")
    return parser


def _print_any_name() -> None:
    """A file name that the terminal cannot show must not end the program."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):  # replaced by a test or a service
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
