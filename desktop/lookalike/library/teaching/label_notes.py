"""What is odd about a person's labels, noticed while they were gathered."""

from collections.abc import Iterator, Sequence

import numpy as np

from lookalike.learning.examples import HAS
from lookalike.library.library import Library
from lookalike.library.teaching.label_examples import MOST_EXAMPLES, Gathered
from lookalike.library.teaching.taught import Note
from lookalike.library.teaching.teaching_words import (
    alone_note,
    both_note,
    copies_note,
    missing_note,
    some_note,
    too_slow_note,
    unseen_note,
)

_MOST_PAIRS = 3


def notes_on(library: Library, gathered: Gathered, left_out: Sequence[str]) -> Iterator[Note]:
    """One each.

    Args:
        left_out: names of methods that were not tried.
    """
    if len(gathered.labels) == 1:
        yield alone_note(gathered.labels[0])
    learned, labelled = len(gathered.places) - gathered.others, len(gathered.said.labelled)
    if labelled > MOST_EXAMPLES:
        yield some_note(learned, labelled)
    missing = library.catalog.labels.missing_count()
    if missing:
        yield missing_note(missing)
    unseen = _unseen(library, gathered)
    if unseen:
        yield unseen_note(unseen, gathered.contents.space.name)
    yield from _both(gathered)
    sets = _differing_copies(gathered)
    if sets:
        yield copies_note(sets)
    if left_out:
        yield too_slow_note(left_out)


def _unseen(library: Library, gathered: Gathered) -> int:
    """How many labelled photos that are there have no vector."""
    labelled = np.unique(library.catalog.labels.labelled()[0])
    seen, _ = library.catalog.selecting.embedded(gathered.contents.space)
    return len(np.setdiff1d(labelled, seen, assume_unique=True))


def _both(gathered: Gathered) -> Iterator[Note]:
    """The pairs of labels that most photos have both of, though they exclude each other."""
    has = (gathered.examples.targets == HAS).astype(np.float32)
    both = np.triu(np.where(gathered.exclusive, has.T @ has, 0), 1)
    for pair in np.argsort(-both, axis=None, kind="stable")[:_MOST_PAIRS]:
        one, other = np.unravel_index(pair, both.shape)
        if both[one, other]:
            yield both_note(gathered.labels[one], gathered.labels[other], int(both[one, other]))


def _differing_copies(gathered: Gathered) -> int:
    """In how many groups of copies two photos have labels that exclude each other, and no photo
    has both."""
    examples = gathered.examples
    groups, sizes = np.unique(examples.groups[examples.is_labelled], return_counts=True)
    return sum(_differs(gathered, group) for group in groups[sizes > 1].tolist())


def _differs(gathered: Gathered, group: int) -> bool:
    examples = gathered.examples
    has = examples.targets[examples.groups == group] == HAS
    ours = np.flatnonzero(has.any(axis=0))
    apart = gathered.exclusive[np.ix_(ours, ours)]
    together = has[:, ours].astype(np.int64).T @ has[:, ours].astype(np.int64) > 0
    return bool((apart & ~together).any())
