"""Reads a command line, runs its verb, and turns faults into sentences and exit codes."""

import argparse
import contextlib
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType

from lookalike import __version__
from lookalike.cli.console import printable, say, written_out
from lookalike.errors import LookalikeError
from lookalike.progress import Cancelled

DONE, FAILED, INTERRUPTED = 0, 1, 130

VERBS = (
    *("import", "search", "build", "status", "evaluate", "explain", "layers"),
    *("label", "export", "restore", "teach", "suggest"),
)
# These open the window, and answer nothing.
WINDOW_VERBS = ("demo",)

Commands = Mapping[str, ModuleType]


def commands_for(arguments: Sequence[str]) -> Commands:
    """The command of the verb that is asked for; of all of them where none is.

    A search is answered before all others would be imported.
    """
    known = (*VERBS, *WINDOW_VERBS)
    verbs = arguments[:1] if arguments and arguments[0] in known else known
    return {verb: import_module(f"lookalike.cli.{verb}_command") for verb in verbs}


def run_verb(arguments: Sequence[str], commands: Commands) -> int:
    """0 done, 1 failed, 2 usage, 130 interrupted."""
    _print_any_name()
    try:
        asked = read_verb(arguments, commands)
        return _run(asked) if asked else DONE
    except LookalikeError as error:
        print_error(error)
        return FAILED


def read_verb(arguments: Sequence[str], commands: Commands) -> argparse.Namespace | None:
    """What a line asks for; None where it is help, and its reader had enough of it.

    Raises:
        LookalikeError: the help cannot be written.
        SystemExit: the help is written, or the line makes no sense, which has been told.
    """
    with written_out():
        return _parser(commands).parse_args(arguments)  # prints the help and ends, where asked to
    return None


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


def _parser(commands: Commands) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "lookalike",
        usage="lookalike VERB …\n       lookalike [--library DIR] [FOLDER | PICTURE]",
        description="Finds photos by what they look like, offline.",
        epilog="Without a verb, or with a folder or a picture, it opens the window. "
        "`lookalike VERB --help` tells a verb's options.",
    )
    parser.add_argument("--version", action="version", version=f"lookalike {__version__}")
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True, prog="lookalike")
    for name, command in commands.items():
        verb = _add_verb(verbs, name, command)
        if name in VERBS:
            verb.set_defaults(run=command.run)
            verb.add_argument("--json", action="store_true", help="answer with one JSON document")
    return parser


def _add_verb(
    verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, command: ModuleType
) -> argparse.ArgumentParser:
    summary = (command.__doc__ or "").strip().splitlines()[0]
    verb = verbs.add_parser(name, help=summary, description=summary)
    verb.set_defaults(stopped="Stopped.")  # unless the command has a better word
    command.add_arguments(verb)
    verb.add_argument("--library", type=Path, metavar="DIR", help="the library's folder")
    return verb


def _print_any_name() -> None:
    """A file name that the terminal cannot show must not end the program."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):  # replaced by a test or a service
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
