"""What the verbs share: the library they were asked for, progress on stderr, answers on stdout."""

import argparse
import contextlib
import json
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from types import FrameType
from typing import Any

from lookalike import paths
from lookalike.library.library import Library
from lookalike.progress import Advance, Progress
from lookalike.settings import Settings, load_settings


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
    """Print the answer: for programs with `--json`, for people otherwise."""
    print(json.dumps(document, indent=2) if asked.json else text)


@contextlib.contextmanager
def progress_on_stderr() -> Iterator[Progress]:
    """A progress that shows itself, and that Ctrl+C stops: once gently, twice at once."""
    shown = _Line()
    progress = Progress(shown.show)

    def stop(_signal: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        progress.cancel()

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield progress
    finally:
        signal.signal(signal.SIGINT, before)
        shown.end()


class _Line:
    """One line that is written over on a terminal; a line every ten seconds elsewhere."""

    def __init__(self) -> None:
        self._is_terminal = sys.stderr.isatty()
        self._width = 0
        self._written_s = time.monotonic()

    def show(self, advance: Advance) -> None:
        text = _told(advance)
        if self._is_terminal:
            print(f"\r{text:<{self._width}}", end="", file=sys.stderr, flush=True)
            self._width = len(text)
        elif time.monotonic() - self._written_s > 10:
            print(text, file=sys.stderr, flush=True)
            self._written_s = time.monotonic()

    def end(self) -> None:
        if self._width:
            print(f"\r{'':<{self._width}}\r", end="", file=sys.stderr, flush=True)


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
