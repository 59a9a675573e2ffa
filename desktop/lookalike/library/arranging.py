"""Puts photos in the order that a person chose, and under headings."""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lookalike.library.arrangement import GROUPED, Arrangement, Order
from lookalike.library.filters.folding import fold
from lookalike.library.filters.photo_paths import PhotoIds
from lookalike.library.headings import Heading, InFolder, Month, SizeRange
from lookalike.library.library import Library
from lookalike.photos import PhotoId
from lookalike.progress import Progress

_SIZES = (0, 100_000, 1_000_000, 3_000_000, 10_000_000, 30_000_000, 100_000_000)


@dataclass(frozen=True, slots=True)
class Group:
    """Photos in order; `heading` is None where they are not grouped."""

    heading: Heading | None
    photos: Sequence[PhotoId]

    @property
    def title(self) -> str:
        """In English; empty without a heading."""
        return str(self.heading) if self.heading else ""


@dataclass(frozen=True, slots=True)
class _Ordered:
    """All ready photos in order (n,), for each the place of its heading (n,), and the headings."""

    ids: PhotoIds
    group_of: NDArray[np.int64]
    headings: Sequence[Heading]


def arrange(
    library: Library,
    arrangement: Arrangement,
    photo_ids: PhotoIds | None = None,
    progress: Progress | None = None,
) -> list[Group]:
    """The photos in order and in groups; one group where they are not grouped, none of nothing.

    Photos that are alike in what they are sorted by are in the order in which they came in.

    Args:
        photo_ids: (n,); those that are not ready are left out. None: all that are ready.
        progress: for the order by likeness, which may take a while.

    Raises:
        ValueError: it is to be by similarity, which only an answer has.
        LibraryUnusable: as it says.
    """
    ordered = _ordered(library, arrangement.order, photo_ids, progress or Progress())
    ids, group_of = ordered.ids, ordered.group_of
    if photo_ids is not None:
        wanted = np.isin(ids, photo_ids)
        ids, group_of = ids[wanted], group_of[wanted]
    if arrangement.is_reversed:
        ids, group_of = ids[::-1], group_of[::-1]
    if not len(ids):
        return []
    if not arrangement.is_grouped or arrangement.order not in GROUPED:
        return [Group(None, ids.tolist())]
    bounds = [0, *(np.flatnonzero(np.diff(group_of)) + 1).tolist(), len(ids)]
    return [
        Group(ordered.headings[group_of[first]], ids[first:end].tolist())
        for first, end in pairwise(bounds)
    ]


def _ordered(
    library: Library, order: Order, photo_ids: PhotoIds | None, progress: Progress
) -> _Ordered:
    if order is Order.SIMILARITY:
        raise ValueError("only the answer to a query is in the order of similarity")
    if order is Order.LIKENESS:
        # Of the very photos that are asked for: the order of all goes elsewhere in between.
        return _without_headings(_by_likeness(library, photo_ids, progress))
    make = {
        Order.ADDED: _by_id,
        Order.DATE: _by_date,
        Order.NAME: _by_name,
        Order.FOLDER: _by_folder,
        Order.SIZE: _by_size,
    }[order]
    return library.remembered.get(order, lambda: make(library))


def _by_id(library: Library) -> _Ordered:
    return _without_headings(library.catalog.selecting.ready())


def _by_date(library: Library) -> _Ordered:
    ids, seconds = library.catalog.selecting.moments()
    order = np.argsort(seconds, kind="stable")
    months = seconds[order].astype("datetime64[s]").astype("datetime64[M]")
    found, group_of = np.unique(months, return_inverse=True)
    headings = [Month(each.year, each.month) for each in found.tolist()]
    return _Ordered(ids[order], group_of, headings)


def _by_size(library: Library) -> _Ordered:
    ids, sizes = library.catalog.selecting.sizes()
    order = np.argsort(sizes, kind="stable")
    group_of = np.searchsorted(_SIZES, sizes[order], "right") - 1
    ends = (*_SIZES[1:], None)
    headings = [SizeRange(at_least, below) for at_least, below in zip(_SIZES, ends, strict=True)]
    return _Ordered(ids[order], group_of, headings)


def _by_name(library: Library) -> _Ordered:
    ids, paths = _paths(library)
    keys = _natural_keys([path.rpartition(os.sep)[2] for path in paths])
    return _without_headings(ids[_sorted_rows(keys)])


def _by_folder(library: Library) -> _Ordered:
    ids, paths = _paths(library)
    places: dict[str, int] = {}
    split = [path.rpartition(os.sep) for path in paths]
    folder_of = np.array([places.setdefault(each[0], len(places)) for each in split], np.int64)
    # A folder comes before those inside it, and they before its neighbour: `a`, `a/b`, `a-b`.
    keys = _natural_keys([folder.replace(os.sep, "\1") for folder in places])
    folders = _sorted_rows(keys)
    rank_of = np.argsort(folders)[folder_of] if places else folder_of
    names = np.empty(len(ids), np.int64)
    names[_sorted_rows(_natural_keys([each[2] for each in split]))] = np.arange(len(ids))
    order = np.lexsort((names, rank_of))
    told = list(places)
    return _Ordered(ids[order], rank_of[order], [InFolder(Path(told[row])) for row in folders])


def _by_likeness(library: Library, photo_ids: PhotoIds | None, progress: Progress) -> PhotoIds:
    # Late: it brings what searches need, and no other order does.
    from lookalike.library.likeness_order import likeness_order

    ids = library.catalog.selecting.ready()
    if photo_ids is not None:
        ids = ids[np.isin(ids, photo_ids)]
    return np.asarray(likeness_order(library, ids, progress), np.int64)


def _without_headings(ids: PhotoIds) -> _Ordered:
    return _Ordered(ids, np.zeros(len(ids), np.int64), ())


def _paths(library: Library) -> tuple[PhotoIds, list[str]]:
    ids, paths = library.catalog.selecting.paths()
    return ids, os.fsdecode(paths).split("\0") if len(ids) else []


_DIGITS = re.compile("([0-9]+)")
_LONGEST_NUMBER = 20


def _natural_keys(names: Sequence[str]) -> list[str]:
    """What puts `img_2` before `IMG_10`: every number is as long as any other."""
    parts = _DIGITS.split(fold("\0".join(names)))
    parts[1::2] = [digits.zfill(_LONGEST_NUMBER) for digits in parts[1::2]]
    return "".join(parts).split("\0") if names else []


def _sorted_rows(keys: Sequence[str]) -> NDArray[np.int64]:
    return np.array(sorted(range(len(keys)), key=keys.__getitem__), np.int64)
