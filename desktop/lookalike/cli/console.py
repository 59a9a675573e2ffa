"""What the verbs share: the library they were asked for, answers on stdout, the rest on stderr."""

import argparse
import contextlib
import json
import os
import signal
import sys
import time
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from types import FrameType
from typing import Any

from lookalike import paths
from lookalike.errors import LookalikeError
from lookalike.library.library import Library
from lookalike.progress import Advance, Progress
from lookalike.settings import Settings, load_settings

# Control characters, line ends and half characters by category, and by their writing direction
# those that turn the text around: a terminal would obey them.
_UNPRINTABLE = {"Cc", "Cs", "Zl", "Zp"}
_TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def settings_for(asked: argparse.Namespace) -> Settings:
    """The person's settings, with what this command line asks for instead."""
    settings = load_settings(paths.settings_file())
    wanted = {name: getattr(asked, name, None) for name in ("network", "device")}
    return replace(settings, **{name: value for name, value in wanted.items() if value})


def open_library(asked: argparse.Namespace, *, create: bool = False) -> Library:
    """The library of `--library`, else the person's own."""
    folder = asked.library or paths.library_dir()
    return Library.open(folder, settings_for(asked), create=create)


def answer(asked: argparse.Namespace, document: dict[str, Any], text: str) -> None:
    """Print the answer: for programs with `--json`, for people otherwise.

    Raises:
        LookalikeError: it cannot be written.
    """
    with written_out():
        print(json.dumps(document, indent=2) if asked.json else text)


@contextlib.contextmanager
def written_out() -> Iterator[None]:
    """What is printed inside is written when it ends. A reader that has enough is no fault.

    Raises:
        LookalikeError: it cannot be written.
    """
    try:
        try:
            yield
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        _drop_unwritten()
    except OSError as error:
        _drop_unwritten()
        raise LookalikeError(
            f"The answer cannot be written ({error.strerror}).",
            "Send it to a place that has room for it.",
        ) from error


def _drop_unwritten() -> None:
    """Python tries again when it ends, and would complain again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def say(text: str, end: str = "\n") -> None:
    """Tell the person on stderr. Where that fails, the work is worth more than the word."""
    with contextlib.suppress(OSError):
        print(text, end=end, file=sys.stderr, flush=True)


def printable(text: object) -> str:
    """The text with what a terminal would obey, such as ESC in a file's name, spelled out."""
    return "".join(
        character.encode("unicode_escape").decode() if _is_obeyed(character) else character
        for character in str(text)
    )


def _is_obeyed(character: str) -> bool:
    return (
        unicodedata.category(character) in _UNPRINTABLE
        or unicodedata.bidirectional(character) in _TURNING
    )


@contextlib.contextmanager
def progress_on_stderr() -> Iterator[Progress]:
    """A progress that shows itself, and that Ctrl+C stops: once gently, twice at once."""
    shown = _Line()
    progress = Progress(shown.show)
    interruption = _Interruption(progress)
    before = signal.signal(signal.SIGINT, interruption)
    try:
        yield progress
    except Exception as error:
        # A C library that is interrupted in the middle makes a fault of its own of it.
        if interruption.is_urgent:
            raise KeyboardInterrupt from error
        raise
    finally:
        signal.signal(signal.SIGINT, before)
        shown.end()


class _Interruption:
    """What Ctrl+C does while there is work: the first time it asks, the second time it ends."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._count = 0

    @property
    def is_urgent(self) -> bool:
        return self._count > 1

    def __call__(self, _signal: int, _frame: FrameType | None) -> None:
        self._count += 1
        self._progress.cancel()
        if self.is_urgent:
            raise KeyboardInterrupt


class _Line:
    """One line that is written over on a terminal; a line every ten seconds elsewhere."""

    def __init__(self) -> None:
        self._is_terminal = sys.stderr.isatty()
        self._width = 0
        self._written_s = time.monotonic()

    def show(self, advance: Advance) -> None:
        text = _told(advance)
        if self._is_terminal:
            say(f"\r{text:<{self._width}}", end="")
            self._width = len(text)
        elif time.monotonic() - self._written_s > 10:
            say(text)
            self._written_s = time.monotonic()

    def end(self) -> None:
        if self._width:
            say(f"\r{'':<{self._width}}\r", end="")


def _told(advance: Advance) -> str:
    if advance.total is None:
        return f"{advance.activity} ({advance.done:,})" if advance.done else f"{advance.activity}…"
    parts = [f"{advance.activity}: {advance.done:,} of {advance.total:,}"]
    if advance.per_second:
        parts.append(f"{advance.per_second:.0f}/s")
    if advance.seconds_left:
        parts.append(f"{_duration(advance.seconds_left)} left")
    return ", ".join(parts)


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
