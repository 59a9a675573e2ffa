"""What stands above a group of photos, as facts: a window words them in the person's language."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Month:
    """The month in which photos were taken."""

    year: int
    month: int

    def __str__(self) -> str:
        return f"{date(self.year, self.month, 1):%B %Y}"


@dataclass(frozen=True, slots=True)
class InFolder:
    """The folder that photos are in."""

    path: Path

    def __str__(self) -> str:
        return str(self.path)


@dataclass(frozen=True, slots=True)
class SizeRange:
    """Files of `at_least` bytes and less than `below`; None: however large."""

    at_least: int
    below: int | None

    def __str__(self) -> str:
        if self.below is None:
            return f"{_said(self.at_least)} and more"
        if self.at_least == 0:
            return f"Under {_said(self.below)}"
        return f"{_said(self.at_least)} to {_said(self.below)}"


Heading = Month | InFolder | SizeRange


def _said(size_bytes: int) -> str:
    million = 1_000_000
    if size_bytes >= million:
        return f"{size_bytes // million} MB"
    return f"{size_bytes // 1000} KB"
