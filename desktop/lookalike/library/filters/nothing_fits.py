"""What to tell a person whose filter lets no photo through."""

import difflib
from collections.abc import Sequence
from functools import reduce

import numpy as np

from lookalike.library.filters.filter_syntax import Either, Term, Words, parse
from lookalike.library.filters.filter_words import (
    album_counts,
    camera_counts,
    class_word_counts,
    folder_name_counts,
    format_counts,
    label_name_counts,
)
from lookalike.library.filters.filtering import Sieve, sieve_of
from lookalike.library.filters.folding import fold
from lookalike.library.library import Library
from lookalike.wording import counted

# To compare a word with more than these takes longer than a person waits.
_MOST_COMPARED = 5_000


def explain_nothing(library: Library, words: str) -> str:
    """A sentence or two that help: which part to leave out, and which word may be meant.

    Raises:
        FilterUnclear: the words cannot be understood.
        LibraryUnusable: as it says.
    """
    asked, sieve = parse(words), sieve_of(library)
    if not len(sieve.ready):
        return "The library has no photos yet."
    told = ["Nothing fits all of these." if len(asked) > 1 else "No photo fits."]
    told += [_best_without(sieve, asked)] if len(asked) > 1 else []
    told += [_meant(library, term) for either in asked for term in either if _is_lost(sieve, term)]
    return " ".join(filter(None, told))


def _best_without(sieve: Sieve, asked: Sequence[Either]) -> str:
    masks = [sieve.mask(either) for either in asked]
    left = [
        int(np.count_nonzero(reduce(np.logical_and, masks[:place] + masks[place + 1 :])))
        for place in range(len(masks))
    ]
    best = int(np.argmax(left))
    if left[best] == 0:
        return "Nor does anything without any one of them."
    return f"Without {_written(asked[best])} there would be {counted(left[best], 'photo')}."


def _written(either: Either) -> str:
    return " OR ".join(term.written for term in either)


def _is_lost(sieve: Sieve, term: Term) -> bool:
    """Whether it fits no photo at all."""
    return term.is_wanted and not sieve.mask((term,)).any()


def _meant(library: Library, term: Term) -> str:
    """The word of this library that looks most like one that fits nothing."""
    if not isinstance(term.condition, Words):
        return ""
    field, word = term.condition.field, term.condition.text
    known = [
        *(class_word_counts(library) if field in ("", "class") else ()),
        *(folder_name_counts(library) if field in ("", "folder") else ()),
        *(camera_counts(library) if field in ("", "camera") else ()),
        *(label_name_counts(library) if field in ("", "label") else ()),
        *(album_counts(library) if field == "album" else ()),
        *(format_counts(library) if field == "format" else ()),
    ]
    if field == "format" and known:
        return f"The photos are of the formats {', '.join(sorted(known))}."
    spelt = {fold(part): part for each in known[:_MOST_COMPARED] for part in (each, *each.split())}
    # Fingers slip later in a word: a zebra is no bra.
    alike = [each for each in spelt if each[:1] == word[:1]]
    near = difflib.get_close_matches(word, alike, 1, 0.7)
    return f'Is "{spelt[near[0]]}" meant?' if near else ""
