"""What the verbs share: Ctrl+C, the progress line, and text that is safe to print."""

import contextlib
import signal
import sys

import pytest

from lookalike.cli import console
from lookalike.cli.console import printable, progress_on_stderr
from lookalike.progress import Advance, Cancelled


def test_the_first_ctrl_c_cancels_gently():
    with progress_on_stderr() as progress:
        signal.raise_signal(signal.SIGINT)
        with pytest.raises(Cancelled):
            progress.check()


def work(presses: int, fault: type[BaseException] | None = None) -> None:
    """Work with a progress, in which Ctrl+C is pressed; `fault` comes out of it in the end."""
    with progress_on_stderr():
        try:
            for _ in range(presses):
                signal.raise_signal(signal.SIGINT)
        finally:
            if fault:
                raise fault


def test_the_second_ctrl_c_ends_at_once():
    work(presses=1)
    with pytest.raises(KeyboardInterrupt):
        work(presses=2)


def test_a_library_that_makes_a_fault_of_the_second_ctrl_c_ends_as_well():
    with pytest.raises(KeyboardInterrupt):
        work(presses=2, fault=ImportError)


def test_a_fault_after_one_ctrl_c_is_a_fault():
    with pytest.raises(ImportError):
        work(presses=1, fault=ImportError)


@pytest.mark.parametrize("presses", [0, 1, 2])
def test_ctrl_c_is_afterwards_what_it_was(presses):
    before = signal.getsignal(signal.SIGINT)
    with contextlib.suppress(KeyboardInterrupt):
        work(presses)
    assert signal.getsignal(signal.SIGINT) is before


def test_progress_on_a_terminal_is_one_line(monkeypatch, capsys):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    line = console._Line()
    line.show(Advance(10, 1000, "Bringing photos in", 120.0, 8.25))
    line.end()
    out = capsys.readouterr().err
    assert "Bringing photos in: 10 of 1,000, 120/s, 8 s left" in out
    assert "\n" not in out


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\nb\r\x7f\x9b", "a\\nb\\r\\x7f\\x9b"),
        ("gpj.\u202ephoto", "gpj.\\u202ephoto"),
        ("caf\udce9\u2028", "caf\\udce9\\u2028"),
    ],
)
def test_what_a_terminal_would_obey_is_spelled_out(text, shown):
    assert printable(text) == shown


@pytest.mark.parametrize("text", ["Ünï cödé 写真 🌻", "a\u3000b", "👨\u200d👩", "C:\\new", "صورة"])
def test_letters_of_all_languages_are_shown(text):
    assert printable(text) == text
