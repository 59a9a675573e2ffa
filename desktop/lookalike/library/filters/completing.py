"""What a person may be about to type into the filter box."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from lookalike.catalog.selecting import LAYOUTS
from lookalike.library.filters.filter_syntax import FIELDS, Token, field_named, tokens
from lookalike.library.filters.filter_values import DAY_WORDS
from lookalike.library.filters.filter_words import (
    album_counts,
    camera_counts,
    class_word_counts,
    folder_counts,
    folder_name_counts,
    format_counts,
    label_counts,
    month_counts,
)
from lookalike.library.filters.folding import fold
from lookalike.library.labels.label_words import NO_LABEL
from lookalike.library.library import Library
from lookalike.wording import counted

MOST = 13


@dataclass(frozen=True, slots=True)
class Completion:
    """A proposal.

    Args:
        insert: to be put in place of the filter's characters from `start` on and before `end`.
        count: how many photos it stands for, where that is known.
        about: a few words on it; empty where the count says it all.
    """

    insert: str
    start: int
    end: int
    count: int | None = None
    about: str = ""

    @property
    def description(self) -> str:
        """The count or what it is about, in English."""
        return self.about or (counted(self.count, "photo") if self.count is not None else "")


def completions(library: Library, text: str, cursor: int) -> list[Completion]:
    """At most `MOST` for what stands before the cursor, the most useful first.

    Raises:
        LibraryUnusable: as it says.
    """
    token = _token_at(text, cursor)
    typed = fold(text[token.value_start : cursor].lstrip('"“„«'))
    field = field_named(token.field) if token.field else None
    if token.field is None:
        proposals = _words(library, typed)
    else:
        values = _VALUES[field](library, typed) if field else iter(())
        proposals = (each.of_field(token.field) for each in values)
    start = token.start + len(token.minus)
    return [
        Completion(each.text, start, token.end, each.count, each.about)
        for each in islice(proposals, MOST)
        if each.text != text[start : token.end]
    ]


@dataclass(frozen=True, slots=True)
class _Proposal:
    """A word, or a field with its value, not yet put in its place."""

    text: str
    count: int | None = None
    about: str = ""

    def of_field(self, field: str) -> "_Proposal":
        return _Proposal(f"{field}:{quoted(self.text)}", self.count, self.about)


def quoted(words: str) -> str:
    """As it has to be written to be one value."""
    if not _NOT_PLAIN.search(words):
        return words
    # A quote cannot be written inside quotes, so anything may stand there.
    return f'"{_QUOTES.sub("*", words)}"'


_QUOTES = re.compile('["“”„«»]')
_NOT_PLAIN = re.compile(rf"[\s:\0-\x1f\x7f]|{_QUOTES.pattern}|^[-−]|^(OR|AND)$")


def _token_at(text: str, cursor: int) -> Token:
    around = (
        token for token in tokens(text) if token.start + len(token.minus) <= cursor <= token.end
    )
    nothing = Token("", cursor, cursor, "", None, "", cursor, is_quoted=False)
    return next(around, nothing)


# --- words without a field --------------------------------------------------------------------


def _words(library: Library, typed: str) -> Iterator[_Proposal]:
    for name, about in FIELDS.items():
        if name.startswith(typed):
            yield _Proposal(f"{name}:", about=about)
    if not typed:
        return
    words: dict[str, int] = {}
    for counts, written in (
        (label_counts(library), "label:{}"),
        (class_word_counts(library), "{}"),
        (folder_name_counts(library), "{}"),
        (camera_counts(library), "camera:{}"),
        (_years(library), "date:{}"),
    ):
        words |= {written.format(quoted(word)): counts[word] for word in _beginning(counts, typed)}
    yield from _by_count(words)


def _beginning(counts: Mapping[str, int], typed: str) -> list[str]:
    """Those of which a word begins so."""
    begins = re.compile(rf"\b{re.escape(typed)}")
    return [word for word in counts if begins.search(fold(word))]


def _by_count(counts: Mapping[str, int]) -> Iterator[_Proposal]:
    ranked = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return (_Proposal(word, count) for word, count in ranked)


# --- values of a field ------------------------------------------------------------------------

_Values = Callable[[Library, str], Iterator[_Proposal]]


def _counted(counts_of: Callable[[Library], Mapping[str, int]]) -> _Values:
    def propose(library: Library, typed: str) -> Iterator[_Proposal]:
        counts = counts_of(library)
        return _by_count({word: counts[word] for word in _beginning(counts, typed)})

    return propose


def _examples(*examples: tuple[str, str]) -> _Values:
    def propose(library: Library, typed: str) -> Iterator[_Proposal]:
        return (_Proposal(text, about=about) for text, about in examples if text.startswith(typed))

    return propose


def _dates(library: Library, typed: str) -> Iterator[_Proposal]:
    """Years and, once there is one, its months, the newest first; then words for days."""
    before, one = re.fullmatch(r"(.*\.\.|[<>]=?)?(.*)", typed, re.DOTALL).groups("")  # type: ignore[union-attr]
    counts = month_counts(library) if len(one) >= 4 else _years(library)
    for moment in sorted(counts, reverse=True):
        if moment.startswith(one) and moment >= before.strip(".<>="):
            yield _Proposal(before + moment, None if before else counts[moment])
    for word in DAY_WORDS:
        if word.startswith(one) and not before:
            yield _Proposal(word, about=word.replace("-", " "))


def _kinds(library: Library, typed: str) -> Iterator[_Proposal]:
    for layout in LAYOUTS:
        if layout.startswith(typed):
            yield _Proposal(layout, about="how it is laid out")
    if typed:
        yield from _VALUES["class"](library, typed)


def _labels(library: Library, typed: str) -> Iterator[_Proposal]:
    yield from _counted(label_counts)(library, typed)
    if NO_LABEL.startswith(typed):
        yield _Proposal(NO_LABEL, about="without any label")


def _nothing(library: Library, typed: str) -> Iterator[_Proposal]:
    return iter(())


_SIDES = _examples(
    (">4000", "more than 4,000 pixels"),
    ("<1000", "less than 1,000 pixels"),
    ("1000..2000", "1,000 to 2,000 pixels"),
)

_VALUES: dict[str | None, _Values] = {
    "name": _nothing,
    "folder": _counted(folder_name_counts),
    "in": _counted(folder_counts),
    "date": _dates,
    "camera": _counted(camera_counts),
    "label": _labels,
    "album": _counted(album_counts),
    "class": _counted(class_word_counts),
    "is": _kinds,
    "size": _examples(
        (">5MB", "larger than 5 MB"), ("<100KB", "smaller than 100 KB"), ("1MB..5MB", "1 to 5 MB")
    ),
    "width": _SIDES,
    "height": _SIDES,
    "format": _counted(format_counts),
}


def _years(library: Library) -> dict[str, int]:
    counts: dict[str, int] = {}
    for month, count in month_counts(library).items():
        counts[month[:4]] = counts.get(month[:4], 0) + count
    return counts
