"""Words that photos have to fit: names, folders, dates, cameras, sizes, labels, what is on them.

The syntax is that of `filter_syntax`.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from functools import reduce
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lookalike.catalog.selecting import TextColumn
from lookalike.errors import NetworkUnusable
from lookalike.library.filters.class_words import classes_named
from lookalike.library.filters.filter_syntax import (
    Condition,
    Dated,
    Either,
    Inside,
    LaidOut,
    Numbered,
    Term,
    Words,
    parse,
)
from lookalike.library.filters.filter_values import Span
from lookalike.library.filters.folding import fold
from lookalike.library.filters.photo_paths import PhotoIds, pattern, photo_paths
from lookalike.library.labels.label_words import NO_LABEL, labels_having, labels_meant
from lookalike.library.labels.labelling import label_tree
from lookalike.library.library import Library

__all__ = ["PhotoIds", "Sieve", "fitting_photos", "sieve_of"]

Mask = NDArray[np.bool_]

_MOST_MASKS = 200


def fitting_photos(library: Library, words: str) -> PhotoIds | None:
    """The ready photos (n,) that fit, ascending; None where there are no words: all of them do.

    Raises:
        FilterUnclear: the words cannot be understood.
        LibraryUnusable: as it says.
    """
    asked = parse(words)
    if not asked:
        return None
    sieve = sieve_of(library)
    return sieve.ready[reduce(np.logical_and, map(sieve.mask, asked))]


def sieve_of(library: Library) -> "Sieve":
    """The one for the library as it is now."""
    return library.remembered.get("sieve", lambda: Sieve(library))


class Sieve:
    """Answers each condition once: a person changes one word of a filter at a time.

    Attributes:
        ready: the ready photos (n,), ascending.
    """

    def __init__(self, library: Library) -> None:
        self.ready = library.catalog.selecting.ready()
        self._library = library
        self._masks: dict[Condition, Mask] = {}

    def mask(self, either: Either) -> Mask:
        """Which of the ready photos fit one of the terms, (n,)."""
        return np.asarray(reduce(np.logical_or, map(self._fits, either)))

    def _fits(self, term: Term) -> Mask:
        known = self._masks.get(term.condition)
        if known is None:
            known = np.isin(self.ready, _fitting(self._library, term.condition))
            if len(self._masks) >= _MOST_MASKS:
                self._masks.clear()
            self._masks[term.condition] = known
        return known if term.is_wanted else ~known


def _fitting(library: Library, condition: Condition) -> PhotoIds:
    """The ids of the photos that fit; some that are not ready may be among them."""
    selecting = library.catalog.selecting
    match condition:
        case Words(field, text):
            return np.concatenate([look(library, text) for look in _LOOKS[field]])
        case Inside(path):
            return photo_paths(library).under(_from_home(path))
        case Numbered(column, span):
            return selecting.numbered(column, span.first, span.end)
        case Dated(days):
            return selecting.dated(*_moments(days))
        case LaidOut(layout):
            return selecting.laid_out(layout)


# --- words ------------------------------------------------------------------------------------


def _by_path(library: Library, text: str) -> PhotoIds:
    return photo_paths(library).having(text)


def _by_name(library: Library, text: str) -> PhotoIds:
    return photo_paths(library).named(text)


def _by_folder(library: Library, text: str) -> PhotoIds:
    return photo_paths(library).in_folders_named(text)


def _by_camera(library: Library, text: str) -> PhotoIds:
    told = _told(library, "camera")
    fitting = [camera for camera in told if re.search(pattern(text), fold(camera))]
    return library.catalog.selecting.told("camera", fitting)


def _by_format(library: Library, text: str) -> PhotoIds:
    wanted = _FORMATS.get(text, text)
    told = _told(library, "format")
    exact = [name for name in told if fold(name) == wanted]
    # While it is typed, and for "jpeg" in "jpeg xl" where there is nothing else.
    fitting = exact or [name for name in told if fold(name).startswith(wanted)]
    return library.catalog.selecting.told("format", fitting)


_FORMATS = {
    **{"jpg": "jpeg", "jpe": "jpeg", "tif": "tiff", "heif": "heic", "dib": "bmp"},
    **{"jp2": "jpeg 2000", "j2k": "jpeg 2000", "jxl": "jpeg xl"},
}


def _told(library: Library, column: TextColumn) -> list[str]:
    """What the photos tell of their camera or format."""
    return library.remembered.get(column, lambda: library.catalog.selecting.values(column))


def _by_label(library: Library, text: str) -> PhotoIds:
    if text == NO_LABEL:
        return library.catalog.labels.unlabelled()
    return library.catalog.labels.photos_of(labels_meant(label_tree(library), text))


def _by_part_of_label(library: Library, text: str) -> PhotoIds:
    return library.catalog.labels.photos_of(labels_having(label_tree(library), text))


def _by_album(library: Library, text: str) -> PhotoIds:
    """What albums found, and what else has their labels."""
    tree, table = label_tree(library), library.catalog.labels
    albums = [label for label in tree if label.album is not None]
    inside = labels_meant(tree, text, albums)
    return np.concatenate([table.photos_of(inside), table.album_photos(inside)])


def _by_class(library: Library, text: str) -> PhotoIds:
    """By what the network takes it for; nothing where there is no network that knows classes."""
    try:
        classes, space = classes_named(library.manifest(), text), library.space()
    except NetworkUnusable:
        return np.zeros(0, np.int64)
    return library.catalog.selecting.guessed(space, classes)


_LOOKS: dict[str, Sequence[Callable[[Library, str], PhotoIds]]] = {
    "": (_by_path, _by_camera, _by_part_of_label, _by_class),
    "name": (_by_name,),
    "folder": (_by_folder,),
    "camera": (_by_camera,),
    "label": (_by_label,),
    "album": (_by_album,),
    "class": (_by_class,),
    "format": (_by_format,),
}


# --- folders and days -------------------------------------------------------------------------


def _from_home(path: str) -> str:
    if not path.startswith("~"):
        return path
    return fold(Path.home().as_posix()) + path[1:]


def _moments(days: Span[date]) -> tuple[tuple[str, str], tuple[int, int]]:
    """From when on and until when, in ISO 8601 and in nanoseconds since 1970."""
    first, end = days.first, days.end
    return (
        (first.isoformat() if first else "", end.isoformat() if end else "~"),
        (_ns(first) if first else -(2**63), _ns(end) if end else 2**63 - 1),
    )


def _ns(day: date) -> int:
    moment = datetime.combine(day, time())
    try:
        seconds = moment.timestamp()
    except (OSError, OverflowError, ValueError):  # of a year that the system's clock has not
        seconds = (moment - datetime(1970, 1, 1)).total_seconds()
    return int(seconds) * 1_000_000_000
