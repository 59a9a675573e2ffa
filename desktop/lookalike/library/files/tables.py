"""Texts that a person exports: written whole or not at all, shown by spreadsheets and never run."""

import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from lookalike.paths import sync_folder

# What spreadsheets take for the beginning of a formula, and run.
_FORMULA = re.compile(r"^[\s\x00-\x1f]*[=+\-@＝＋－＠]")


@contextmanager
def replacing(file: Path, encoding: str = "utf-8-sig") -> Iterator[IO[str]]:
    """A text file that takes its name only when it is whole.

    Args:
        encoding: the usual one begins with a mark, without which spreadsheets take the text for
            an older encoding.
    """
    fresh = file.with_name(f".lookalike-{secrets.token_hex(8)}.part")
    try:
        with fresh.open("x", encoding=encoding, newline="") as table:
            yield table
            table.flush()
            os.fsync(table.fileno())
        os.replace(fresh, file)  # noqa: PTH105 - the word the reader looks for
        sync_folder(file.parent)
    except BaseException:
        with suppress(OSError):
            fresh.unlink()
        raise


def cell(text: str) -> str:
    """`text` so that a spreadsheet shows it and does not run it."""
    told = valid(text)
    return f"'{told}" if _FORMULA.match(told) else told


def valid(text: str) -> str:
    """A file name need not be valid text."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def shown_text(told: str) -> str:
    """What `cell` was told, as a spreadsheet shows it."""
    return told[1:] if told.startswith("'") and cell(told[1:]) == told else told
