"""Reads what a person types into the filter box.

    filter  = { either }                      all of them have to fit
    either  = term { "OR" term }              one of them has to fit
    term    = [ "-" ] ( word | field ":" value )        "-": does not fit
    word    = letters without space | '"' any text '"'

Case and accents make no difference. A word fits where it is a part of the file's name, of a folder
from the library's own on, of the camera's name or of a label's, or where it is what the network
takes the picture for ("dog"). With a slash in it it is a part of a path, and `*` stands for
anything in between. The fields:

    name:beach  folder:holiday  camera:canon  class:dog      one of these alone
    label:boots  label:animals/cats     with this label or one inside of it; label:none: without
    album:boots     with this label, or found by its album
    in:Pictures/2021        in this folder and those inside it, from a folder of the library on
    date:2021  date:2021-05-03  date:2019..2021  date:..2020  date:>2020  date:last-month
    size:>2MB  size:1MB..3MB  width:>4000  height:1000..2000
    format:png
    is:portrait     or landscape, square, panorama; else as `class:`

Both ends belong to a range. Dates are those of taking, or of the file where it tells none. Quotes
that are not closed end with the text, and signs without words mean nothing: it may be read while
it is typed. What cannot be understood is a `FilterUnclear`, and nothing else.
"""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lookalike.catalog.selecting import LAYOUTS
from lookalike.errors import FilterUnclear
from lookalike.library.filters.filter_values import Span, date_span, number_span, size_span
from lookalike.library.filters.folding import fold

# The fields and what stands for each, for those who look for them.
FIELDS = {
    "name": "a part of the file's name, such as name:beach",
    "folder": "a part of a folder's name, such as folder:holiday",
    "in": "a folder with all in it, such as in:Pictures/2021",
    "date": "when it was taken, such as date:2021 or date:2019..2021",
    "camera": "the camera, such as camera:canon",
    "label": "a label that you gave, such as label:boots, or label:none",
    "album": "in a living album, such as album:boots",
    "class": "what the network takes it for, such as class:dog",
    "is": "landscape, portrait, square or panorama",
    "size": "of the file, such as size:>2MB",
    "width": "in pixels, such as width:>4000",
    "height": "in pixels, such as height:>4000",
    "format": "of the file, such as format:png",
}
_OTHER_NAMES = {
    **{"file": "name", "filename": "name", "path": "in", "under": "in", "taken": "date"},
    **{"year": "date", "layout": "is", "shape": "is", "orientation": "is", "type": "format"},
    **{"filesize": "size", "ext": "format", "model": "camera", "shows": "class"},
    **{"tag": "label", "keyword": "label"},
}

WordField = Literal["", "name", "folder", "camera", "label", "album", "class", "format"]


@dataclass(frozen=True, slots=True)
class Words:
    """A folded text, in one field or (empty) in any of those that words are looked for in."""

    field: WordField
    text: str


@dataclass(frozen=True, slots=True)
class Inside:
    """The folded path of a folder; `/` separates its parts."""

    path: str


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number of the file or picture."""

    column: Literal["size_bytes", "width", "height"]
    span: Span[int]


@dataclass(frozen=True, slots=True)
class Dated:
    """Days."""

    span: Span[date]


@dataclass(frozen=True, slots=True)
class LaidOut:
    """One of `LAYOUTS`."""

    layout: str


Condition = Words | Inside | Numbered | Dated | LaidOut


@dataclass(frozen=True, slots=True)
class Term:
    """A condition as it was written; `is_wanted` is off behind a minus."""

    written: str
    condition: Condition
    is_wanted: bool = True


Either = tuple[Term, ...]

MOST_TERMS = 100


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text from `start` to `end`, not yet understood.

    Args:
        minus: "-" or nothing.
        field: what stands before a colon, as it is written; None without one.
        value_start: where the value begins, with its quote.
        is_quoted: so that it is nothing but words.
    """

    written: str
    start: int
    end: int
    minus: str
    field: str | None
    value: str
    value_start: int
    is_quoted: bool


_OPENING, _CLOSING = '"“”„«', '"“”»'
# One letter before a colon is a drive, and two slashes behind it belong to an address.
_FIELD = r"[^\W\d_][\w-]+(?=:(?!//))"
_TOKEN = re.compile(
    rf"""\s*(?P<written>
    (?P<minus>[-−]?)
    (?:(?P<field>{_FIELD}):(?:\s+(?!-?{_FIELD}))?)?
    (?P<value>[{_OPENING}](?P<quoted>[^{_CLOSING}]*)[{_CLOSING}]?|\S*)
    )""",
    re.VERBOSE,
)
_ZEROS = re.compile(r"[\0-\x1f\x7f]")


def parse(text: str, today: date | None = None) -> tuple[Either, ...]:
    """What has to fit; nothing where nothing is asked.

    Args:
        today: what `date:today` means.

    Raises:
        FilterUnclear: always with a sentence for the person and the word that is in the way.
    """
    today = today or date.today()
    parsed: list[Either] = []
    is_other = False  # than the one before: an OR stands between them
    for count, token in enumerate(tokens(text)):
        if count == MOST_TERMS:
            raise FilterUnclear(
                f"More than {MOST_TERMS} words are too many.", "Leave some out.", token.written
            )
        if token.written in ("OR", "AND"):
            is_other = token.written == "OR" and bool(parsed)
            continue
        term = _term(token, today)
        if term is None:
            continue
        if is_other:
            parsed[-1] += (term,)
        else:
            parsed.append((term,))
        is_other = False
    return tuple(parsed)


def tokens(text: str) -> Iterator[Token]:
    """The pieces of a text, in order."""
    text = _ZEROS.sub(" ", text)
    place = 0
    while found := _TOKEN.match(text, place):
        if not found["written"]:
            return
        place = found.end()
        quoted = found["quoted"]
        value = found["value"].replace('"', "") if quoted is None else quoted
        yield Token(
            written=found["written"],
            start=found.start("written"),
            end=place,
            minus=found["minus"],
            field=found["field"],
            value=value,
            value_start=found.start("value"),
            is_quoted=quoted is not None,
        )


def field_named(written: str) -> str | None:
    """The field of that name, or of another name for it."""
    name = fold(written)
    name = _OTHER_NAMES.get(name, name)
    return name if name in FIELDS else None


def _term(token: Token, today: date) -> Term | None:
    if token.field is None:
        folded = " ".join(fold(token.value).split())
        condition: Condition | None = Words("", folded) if folded.strip("*") else None
    else:
        condition = _condition(token, today)
    return Term(token.written, condition, not token.minus) if condition else None


def _condition(token: Token, today: date) -> Condition:
    field, value = field_named(token.field or ""), token.value.strip()
    if field is None:
        raise _no_such_field(token)
    folded = fold(value)
    if not folded.strip("*"):
        raise FilterUnclear(
            f'Something is missing behind "{token.field}:".',
            f"It is {FIELDS[field]}.",
            token.written,
        )
    match field:
        case "date":
            return Dated(date_span(value, today))
        case "size":
            return Numbered("size_bytes", size_span(value))
        case "width" | "height":
            return Numbered(field, number_span(value))
        case "in":
            return Inside(folded.replace("\\", "/"))
        case "is":
            return LaidOut(folded) if folded in LAYOUTS else Words("class", folded)
        case "name" | "folder" | "camera" | "label" | "album" | "class" | "format":
            return Words(field, folded)
    raise AssertionError(field)


def _no_such_field(token: Token) -> FilterUnclear:
    name = token.field or ""
    near = difflib.get_close_matches(fold(name)[:20], [*FIELDS, *_OTHER_NAMES], 1, 0.6)
    hint = f"Use {', '.join(list(FIELDS)[:-1])} or {list(FIELDS)[-1]}."
    if near:
        hint = f'Did you mean "{near[0]}:"? {hint}'
    quoted = f'Put it in quotes to look for the words: "{name}:{token.value}".'
    return FilterUnclear(f'There is no field "{name}".', f"{hint} {quoted}", token.written)
