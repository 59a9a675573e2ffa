"""What stands behind the colon of a filter: days, sizes and numbers, and ranges of them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

from lookalike.errors import FilterUnclear

Value = TypeVar("Value", date, int)


@dataclass(frozen=True, slots=True)
class Span(Generic[Value]):
    """From `first` on and before `end`; None is without a limit on that side."""

    first: Value | None = None
    end: Value | None = None


# From the first day of what a person names to the first that comes after it; None where the
# calendar has no more.
Read = Callable[[str], Span[Value]]

_COMPARISON = re.compile(r"(>=|<=|≥|≤|>|<)(.*)", re.DOTALL)
_RANGE = re.compile(r"\.{2,}|…")  # some keyboards make one sign of three points

DATE_HINT = "Write date:2021, date:2021-05, date:2021-05-03, date:2019..2021 or date:today."
SIZE_HINT = "Write size:>2MB, size:500KB..3MB or size:4MB."
NUMBER_HINT = "Write width:>4000, width:1000..2000 or width:1920."


def date_span(told: str, today: date) -> Span[date]:
    """`2021`, `2021-05`, `2021-05-03`, `today`, `last-month`, …, and ranges of them."""
    return _span(told, lambda one: _dates(one, today), "is no date", DATE_HINT)


def number_span(told: str) -> Span[int]:
    """`4000`, `>4000`, `1000..2000`."""
    return _span(told, _number, "is no number", NUMBER_HINT)


def size_span(told: str) -> Span[int]:
    """`>2MB`, `500KB..3MB`; `2MB` alone is whatever is written so when it is rounded."""
    if _COMPARISON.fullmatch(told) or _RANGE.search(told):
        return _span(_with_units(told), _size, "is no size", SIZE_HINT)
    return _span(told, _rounded_size, "is no size", SIZE_HINT)


def _span(told: str, read: Read[Value], complaint: str, hint: str) -> Span[Value]:
    try:
        return _understood(told, read)
    except (ValueError, OverflowError) as error:
        raise FilterUnclear(f'"{told}" {complaint}.', hint, told) from error


def _understood(told: str, read: Read[Value]) -> Span[Value]:
    compared = _COMPARISON.fullmatch(told)
    if compared:
        return _compared(compared[1], read(compared[2]))
    ends = _RANGE.split(told)
    if len(ends) == 1:
        return read(told)
    if len(ends) > 2 or not any(ends):
        raise ValueError(told)
    spans: list[Span[Value]] = [read(end) if end else Span() for end in ends]
    first, last = spans
    if first.first is not None and last.first is not None and last.first < first.first:
        first, last = last, first
    return Span(first.first, last.end)


def _compared(sign: str, span: Span[Value]) -> Span[Value]:
    match sign:
        case ">=" | "≥":
            return Span(span.first, None)
        case "<=" | "≤":
            return Span(None, span.end)
        case "<":
            return Span(None, span.first)
        case _:
            return Span(span.end, None)


# --- days -------------------------------------------------------------------------------------

_DATE = re.compile(r"([0-9]{4})(?:[-/]([0-9]{1,2})(?:[-/]([0-9]{1,2}))?)?")
DAY_WORDS = (
    *("today", "yesterday", "this-week", "last-week"),
    *("this-month", "last-month", "this-year", "last-year"),
)


def _dates(told: str, today: date) -> Span[date]:
    found = _DATE.fullmatch(told)
    if not found:
        return _named_days(told.lower().replace("_", "-"), today)
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    if month is None:
        return _year(year)
    return _day(date(year, month, day)) if day is not None else _month(year, month)


def _named_days(word: str, today: date) -> Span[date]:
    monday = today - timedelta(days=today.weekday())
    last_month = today.replace(day=1) - timedelta(days=1)
    match word:
        case "today":
            return _day(today)
        case "yesterday":
            return _day(today - timedelta(days=1))
        case "this-week":
            return Span(monday, monday + timedelta(days=7))
        case "last-week":
            return Span(monday - timedelta(days=7), monday)
        case "this-month":
            return _month(today.year, today.month)
        case "last-month":
            return _month(last_month.year, last_month.month)
        case "this-year":
            return _year(today.year)
        case "last-year":
            return _year(today.year - 1)
    raise ValueError(word)


def _year(year: int) -> Span[date]:
    return Span(date(year, 1, 1), date(year + 1, 1, 1) if year < date.max.year else None)


def _month(year: int, month: int) -> Span[date]:
    return Span(date(year, month, 1), date(year, month + 1, 1) if month < 12 else _year(year).end)


def _day(day: date) -> Span[date]:
    return Span(day, day + timedelta(days=1) if day < date.max else None)


# --- numbers and sizes ------------------------------------------------------------------------

_NUMBER = re.compile(r"([0-9]{1,12})(?:px)?", re.IGNORECASE)
_SIZE = re.compile(r"([0-9]{1,12})(?:[.,]([0-9]{1,6}))?([kmgt]?i?b?)", re.IGNORECASE)
_UNIT = re.compile(r"[a-z]+$", re.IGNORECASE)


def _number(told: str) -> Span[int]:
    found = _NUMBER.fullmatch(told)
    if not found:
        raise ValueError(told)
    return Span(int(found[1]), int(found[1]) + 1)


def _size(told: str) -> Span[int]:
    size, _ = _bytes(told)
    return Span(size, size + 1)


def _rounded_size(told: str) -> Span[int]:
    size, last_digit = _bytes(told)
    return Span(size - last_digit // 2, size + (last_digit + 1) // 2)


def _bytes(told: str) -> tuple[int, int]:
    """The number of bytes, and what its last digit is worth."""
    found = _SIZE.fullmatch(told)
    if not found:
        raise ValueError(told)
    whole, part, unit = found[1], found[2] or "", found[3].lower()
    # As file managers count: a kilobyte is 1,000 bytes, and a KiB 1,024.
    power = "kmgt".find(unit[:1]) + 1 if unit else 0
    one = (1024 if "i" in unit else 1000) ** power
    return int(whole + part) * one // 10 ** len(part), max(1, one // 10 ** len(part))


def _with_units(told: str) -> str:
    """`1..3MB` is from 1 MB on."""
    ends = _RANGE.split(told)
    unit = _UNIT.search(ends[-1])
    if len(ends) == 2 and unit and ends[0] and not _UNIT.search(ends[0]):
        return f"{ends[0]}{unit[0]}..{ends[1]}"
    return told
