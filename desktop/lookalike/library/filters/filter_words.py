"""The words of a filter that fit some photo of the library, and how many each fits."""

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np

from lookalike.catalog.selecting import TextColumn
from lookalike.errors import NetworkUnusable
from lookalike.library.filters.class_words import class_words, classes_named
from lookalike.library.labels.labelling import LabelNode, every_label, photos_in_album
from lookalike.library.library import Library

Counts = Mapping[str, int]


def camera_counts(library: Library) -> Counts:
    """By what cameras are called."""
    return _value_counts(library, "camera")


def format_counts(library: Library) -> Counts:
    """By formats, in small letters."""
    return {name.lower(): count for name, count in _value_counts(library, "format").items()}


def _value_counts(library: Library, column: TextColumn) -> Counts:
    count = library.catalog.selecting.value_counts
    return library.remembered.get(("counts", column), lambda: count(column))


def month_counts(library: Library) -> Counts:
    """By months such as `2021-05`."""
    return library.remembered.get("months", lambda: _month_counts(library))


def _month_counts(library: Library) -> Counts:
    _, seconds = library.catalog.selecting.moments()
    months = seconds.astype("datetime64[s]").astype("datetime64[M]")
    found, counts = np.unique(months, return_counts=True)
    return dict(zip(np.datetime_as_string(found).tolist(), counts.tolist(), strict=True))


def folder_counts(library: Library) -> Counts:
    """By folders from the library's own on, such as `Pictures/2021`, with all that is in them."""
    return library.remembered.get("folders", lambda: _folder_counts(library))


def _folder_counts(library: Library) -> Counts:
    around = [folder.path.parent for folder in library.folders()]
    counts: Counter[str] = Counter()
    for folder, count in library.catalog.ready_per_folder().items():
        inside = _inside(Path(os.fsdecode(folder)), around).parts
        for depth in range(1, len(inside) + 1):
            counts["/".join(inside[:depth])] += count
    return counts


def _inside(folder: Path, around: list[Path]) -> Path:
    outer = next((each for each in around if folder.is_relative_to(each)), None)
    return folder.relative_to(outer) if outer else folder


def folder_name_counts(library: Library) -> Counts:
    """By names of folders, of those inside others too."""
    counts: Counter[str] = Counter()
    for folder, count in folder_counts(library).items():
        counts[folder.rpartition("/")[2]] += count
    return counts


def label_counts(library: Library) -> Counts:
    """By paths of labels, such as `animals/cats`, with all that is inside of them."""
    return {node.path: node.photos_below for node in _labels_in_use(library)}


def label_name_counts(library: Library) -> Counts:
    """By names of labels, of those inside others too."""
    counts: Counter[str] = Counter()
    for node in _labels_in_use(library):
        counts[node.label.name] += node.photos_below
    return counts


def _labels_in_use(library: Library) -> Iterator[LabelNode]:
    return (node for node in every_label(library) if node.photos_below)


def album_counts(library: Library) -> Counts:
    """By paths of the labels that new photos join by themselves."""
    albums = [node for node in every_label(library) if node.label.album is not None]
    return {node.path: len(photos_in_album(library, node.label.id)) for node in albums}


def class_word_counts(library: Library) -> Counts:
    """By words for what a network takes photos for, each photo by what it is most likely."""
    return library.remembered.get("class words", lambda: _class_word_counts(library))


def _class_word_counts(library: Library) -> Counts:
    try:
        manifest, space = library.manifest(), library.space()
        words = {word: classes_named(manifest, word) for word in class_words(manifest)}
    except NetworkUnusable:
        return {}
    occurring = library.catalog.selecting.class_counts(space)
    counts = {
        word: sum(occurring.get(each, 0) for each in classes) for word, classes in words.items()
    }
    return {word: count for word, count in counts.items() if count}
