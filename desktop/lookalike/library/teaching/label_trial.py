"""Tries what was taught on a tree of photos whose sub-folders are named like labels."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from os import cpu_count
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lookalike.errors import NothingToSearch, PhotoUnreadable
from lookalike.imaging.decode import read_file
from lookalike.learning.calibration import NONE
from lookalike.library.intake.lookahead import look_ahead
from lookalike.library.intake.reading import content_hash_of
from lookalike.library.intake.walking import find_photos
from lookalike.library.labels.label_tree import alike
from lookalike.library.library import Library
from lookalike.library.search.questions import Example
from lookalike.library.search.spaces import vector_of
from lookalike.library.teaching.contents import Contents
from lookalike.library.teaching.label_classifier import LabelClassifier, label_classifier
from lookalike.library.teaching.label_examples import Gathered
from lookalike.library.teaching.taught import LabelScore, TreeTrial
from lookalike.photos import ContentHash
from lookalike.progress import Progress

Columns = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class _Seen:
    """A file in a sub-folder that is named like the label of a column; `vector` is None where it
    could not be read."""

    column: int
    content: ContentHash | None
    vector: NDArray[np.float16] | None


@dataclass(frozen=True, slots=True, eq=False)
class _Judged:
    """Columns (n,) of labels: of the sub-folders, and what is told; and whether that is right."""

    truths: Columns
    told: Columns
    is_right: NDArray[np.bool_]


def try_on_tree(library: Library, folder: Path, progress: Progress) -> TreeTrial:
    """How well the classifier in use tells the labels on photos that it has not seen.

    Photos whose content is among the examples are left out, and so are sub-folders that no taught
    label is named like.

    Raises:
        TooFewExamples: no label is taught.
        FolderUnusable: the folder cannot be read.
        NothingToSearch: no photo in it can be judged.
        NetworkUnusable, LibraryUnusable, Cancelled: as they say.
    """
    taught = label_classifier(library)
    columns = _columns_by_name(taught.gathered)
    files = [path for path in find_photos(folder, progress) if path.parent != folder]
    wanted = [(path, _column(path.relative_to(folder), columns)) for path in files]
    unknown = {path.relative_to(folder).parts[0] for path, column in wanted if column is None}
    asked = [(path, column) for path, column in wanted if column is not None]
    seen = _look_at_all(library, taught.contents, asked, progress)
    read = [each for each in seen if each.vector is not None]
    examples = _examples(library, taught.gathered)
    fresh = [each for each in read if each.content not in examples]
    if not fresh:
        raise _nothing(folder, taught.gathered, is_known=bool(read))
    told = _told(library, taught, fresh)
    doubtful = int((taught.calibration.verdicts(told) == NONE).sum())
    judged = _judge(taught, told, np.array([each.column for each in fresh], np.int64))
    share = float(judged.is_right.mean())
    return TreeTrial(
        accuracy=share,
        error=float(np.sqrt(share * (1 - share) / len(fresh))),
        per_label=tuple(_scores(taught.gathered, judged)),
        photos=len(fresh),
        doubtful=doubtful,
        known=len(read) - len(fresh),
        unreadable=len(seen) - len(read),
        unknown=tuple(sorted(unknown)),
    )


def _columns_by_name(gathered: Gathered) -> dict[str, int]:
    """By the name of each label, and by its path."""
    paths = {
        alike(gathered.said.tree.path(label.id)): at for at, label in enumerate(gathered.labels)
    }
    return {alike(label.name): at for at, label in enumerate(gathered.labels)} | paths


def _column(inside: Path, columns: Mapping[str, int]) -> int | None:
    """Of the label that the folders of a file are named like: all of them, else one of them."""
    folders = inside.parent
    names = (folders.as_posix(), *reversed(folders.parts))
    return next((columns[alike(name)] for name in names if alike(name) in columns), None)


def _look_at_all(
    library: Library, contents: Contents, files: Sequence[tuple[Path, int]], progress: Progress
) -> list[_Seen]:
    threads = library.settings.decode_threads or cpu_count() or 1
    look = partial(_look, library, contents)
    seen = list[_Seen]()
    for each in look_ahead(look, files, threads=threads, window=4 * threads):
        progress.step(len(seen), len(files), "Looking at photos")
        seen.append(each)
    return seen


def _look(library: Library, contents: Contents, asked: tuple[Path, int]) -> _Seen:
    file, column = asked
    try:
        content = content_hash_of(read_file(file))
        vector = library.catalog.embedding(contents.space, content)
        if vector is None:
            vector = vector_of(library, contents.space, Example(file))
    except PhotoUnreadable:
        return _Seen(column, None, None)
    return _Seen(column, content, vector)


def _examples(library: Library, gathered: Gathered) -> set[ContentHash | None]:
    """What a person said something of."""
    places = gathered.places[: len(gathered.places) - gathered.others]
    photos = library.photos([gathered.contents.photo(place) for place in places.tolist()])
    return {photo.content_hash for photo in photos}


def _told(library: Library, taught: LabelClassifier, fresh: Sequence[_Seen]) -> NDArray[np.float64]:
    """(n, c): photos that the library has too may have stood for "none of these"."""
    vectors = np.stack([each.vector for each in fresh if each.vector is not None])
    told = taught.probabilities(taught.contents.index.project(vectors))
    contents = [each.content for each in fresh if each.content is not None]
    key_of = library.catalog.embedding_ids_of(taught.contents.space, contents)
    keys = np.array([key_of.get(content, -1) for content in contents], np.int64)
    is_held = np.isin(keys, taught.contents.keys)
    told[is_held] = taught.told(np.searchsorted(taught.contents.keys, keys[is_held]))
    return told


def _judge(taught: LabelClassifier, told: NDArray[np.float64], truths: Columns) -> _Judged:
    gathered = taught.gathered
    taught.prefer_inner(told)
    likeliest = told.argmax(axis=1)
    inside = [
        {gathered.column(above.id) for above in gathered.said.tree.above(label.id)}
        for label in gathered.labels
    ]
    is_right = [truth in inside[one] for one, truth in zip(likeliest, truths, strict=True)]
    return _Judged(truths, likeliest, np.array(is_right))


def _scores(gathered: Gathered, judged: _Judged) -> list[LabelScore]:
    """Of the labels that sub-folders are named like."""
    scores = []
    for column in np.unique(judged.truths).tolist():
        own, told = judged.truths == column, judged.told == column
        precision = float(judged.is_right[told].mean()) if told.any() else 0.0
        recall = float(judged.is_right[own].mean())
        scores.append(LabelScore(gathered.labels[column], int(own.sum()), precision, recall))
    return scores


def _nothing(folder: Path, gathered: Gathered, is_known: bool) -> NothingToSearch:
    if is_known:
        return NothingToSearch(
            f"All photos in the sub-folders of {folder} were learned from.",
            "Name a folder of photos that are not among the examples.",
        )
    names = ", ".join(label.name for label in gathered.labels[:3])
    return NothingToSearch(
        f"No photo in {folder} can be tried: no sub-folder with photos is named like a label.",
        f"Name sub-folders like the labels that are taught: {names}.",
    )
