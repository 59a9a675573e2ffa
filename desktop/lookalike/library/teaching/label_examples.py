"""Gathers what a person's labels have to teach: examples of each, counter-examples, and others."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lookalike.learning.examples import (
    HAS,
    LACKS,
    UNKNOWN,
    Examples,
    Targets,
    Vectors,
    directions,
    near_duplicate_groups,
    weight_of_others,
)
from lookalike.library.labels.label_tree import LabelTree
from lookalike.library.library import Library
from lookalike.library.teaching.contents import Contents, contents_in
from lookalike.photos import Label, LabelId, PhotoId, Space

Numbers = NDArray[np.int64]
Mask = NDArray[np.bool_]

# A label with fewer is not taught.
LEAST_EXAMPLES = 3
# Of more labelled photos so many are learned from, the same each time; of a rare label all of them.
MOST_EXAMPLES = 10_000
# So many photos without a label stand for "none of these": as many as have one, within bounds.
_FEWEST_OTHERS, _MOST_OTHERS = 100, 2_000
# Two labels may go together where at least so many photos, and so large a share of those of the
# rarer one, have both; fewer are taken for slips.
_TOGETHER, _TOGETHER_SHARE = 2, 0.05
_NOTHING = np.empty(0, np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """What a person said of ready photos, by the keys of their vectors in a space, ascending.

    Args:
        own: of each label those it was given to itself.
        below: the same with those of the labels inside of it.
        rejected: of each label those it was refused, itself or with one that it is inside of.
        is_unseen: photos have labels, and none of them has been looked at in this space.
    """

    tree: LabelTree
    own: Mapping[LabelId, Numbers]
    below: Mapping[LabelId, Numbers]
    rejected: Mapping[LabelId, Numbers]
    is_unseen: bool

    @property
    def labelled(self) -> Numbers:
        """Those with any label."""
        return _union(self.own.values())

    @property
    def count(self) -> int:
        """How much was said."""
        return sum(len(keys) for keys in (*self.own.values(), *self.rejected.values()))

    def count_changed(self, before: "Said") -> int:
        """How much of it was not said before, or is not said any more."""
        pairs = [(self.own, before.own), (self.rejected, before.rejected)]
        return sum(
            len(np.setxor1d(keys, then.get(label, _NOTHING), assume_unique=True))
            for now, then in pairs
            for label, keys in now.items()
        )

    def teachable(self) -> list[Label]:
        """All labels but those that are merely parents of others, by name."""
        return [label for label in self.tree if self._is_for_itself(label)]

    def taught(self) -> list[Label]:
        """Those with enough examples."""
        return [each for each in self.teachable() if len(self.below[each.id]) >= LEAST_EXAMPLES]

    def _is_for_itself(self, label: Label) -> bool:
        is_parent = bool(self.tree.children(label.id))
        return not is_parent or len(self.own[label.id]) >= LEAST_EXAMPLES


@dataclass(frozen=True, slots=True, eq=False)
class Gathered:
    """What is learned from.

    Args:
        labels: of the columns of the targets.
        examples: first what a person said, then others that stand for "none of these".
        places: (n,) of the examples among `contents`.
        others: how many there are at the end.
        exclusive: (c, c), True for two labels of which a photo has one at most.
    """

    contents: Contents
    said: Said
    labels: tuple[Label, ...]
    examples: Examples
    places: Numbers
    others: int
    exclusive: Mask

    def column(self, label: LabelId) -> int | None:
        """None for one that is not taught."""
        return next((at for at, each in enumerate(self.labels) if each.id == label), None)

    def photo(self, row: int) -> PhotoId:
        """Of an example."""
        return self.contents.photo(int(self.places[row]))

    def nearest(self, vector: Vectors, among: Mask, most: int) -> list[int]:
        """At most so many rows of the examples `among` (n,), by cosine to a vector (d,)."""
        rows = np.flatnonzero(among)
        likeness = directions(self.examples.vectors[rows]) @ vector
        return [int(row) for row in rows[np.argsort(-likeness, kind="stable")[:most]]]


def said_in(library: Library, space: Space) -> Said:
    """All that a person said of photos in a space; kept until the catalog changes."""
    return library.remembered.get(("said", space.key), lambda: _said(library, space))


def gather(library: Library, space: Space, *, grouped: bool = False) -> Gathered:
    """The examples of all labels that have enough; no rows where no label has.

    Args:
        grouped: tell copies of each other, which takes longer than all the rest.
    """
    contents, said = contents_in(library, space), said_in(library, space)
    labels = said.taught()
    given = _some(contents, [contents.places_of(said.below[each.id]) for each in labels])
    refused = _some(contents, [contents.places_of(said.rejected[each.id]) for each in labels])
    known = _union([*given, *refused])
    has = _mask(known, given)
    exclusive = _exclusive(said.tree, labels, has)
    targets = _targets(has, exclusive, _mask(known, refused))
    labelled = contents.places_of(said.labelled)
    others = _others(contents, np.union1d(labelled, known), len(known))
    places = np.concatenate([known, others])
    vectors = contents.vectors(places)
    examples = Examples(
        vectors,
        np.concatenate([targets, np.full((len(others), len(labels)), LACKS, np.int8)]),
        _weights(targets, len(others)),
        copies(library, contents, places) if grouped else np.arange(len(places)),
    )
    return Gathered(contents, said, tuple(labels), examples, places, len(others), exclusive)


def copies(library: Library, contents: Contents, places: Numbers) -> Numbers:
    """Equal for photos whose content is nearly the same: by the colours alone, or by a layer of a
    few units, most photos are nearly the same."""
    seen = contents_in(library, library.space())
    _, rows, found = np.intersect1d(
        contents.photos[places], seen.photos, assume_unique=True, return_indices=True
    )
    groups = np.arange(len(places))
    groups[rows] = rows[near_duplicate_groups(seen.vectors(found))]
    return groups


def _said(library: Library, space: Space) -> Said:
    table = library.catalog.labels
    tree = LabelTree(table.all())
    given = table.given_in(space)
    own = _by_label(tree, *given)
    refused = _by_label(tree, *table.rejected_in(space))
    return Said(
        tree,
        own,
        {each.id: _union(own[inner.id] for inner in tree.below(each.id)) for each in tree},
        {each.id: _union(refused[outer.id] for outer in tree.above(each.id)) for each in tree},
        is_unseen=not len(given[0]) and len(table.labelled()[0]) > 0,
    )


def _by_label(tree: LabelTree, keys: Numbers, labels: Numbers) -> dict[LabelId, Numbers]:
    """Of every label its keys, in their order; none for one that has none."""
    order = np.argsort(labels, kind="stable")
    known, first = np.unique(labels[order], return_index=True)
    found = dict(zip(known.tolist(), np.split(keys[order], first[1:]), strict=False))
    return {each.id: found.get(each.id, _NOTHING) for each in tree}


def _union(parts: Iterable[Numbers]) -> Numbers:
    """All of these, ascending, each once."""
    several = [part for part in parts if len(part)]
    if len(several) <= 1:
        return several[0] if several else _NOTHING
    return np.unique(np.concatenate(several))


def _some(contents: Contents, columns: Sequence[Numbers]) -> list[Numbers]:
    """Of each label's places as many as all labels can have where there are too many in all."""
    counts = np.array([len(places) for places in columns], np.int64)
    if counts.sum() <= MOST_EXAMPLES:
        return list(columns)
    each = _level(np.sort(counts))
    drawn = [
        places[np.argsort(scattered(contents.keys[places]), kind="stable")[:each]]
        for places in columns
    ]
    # A photo that was drawn for one of its labels is told to have the others as well.
    kept = _union(drawn)
    return [places[np.isin(places, kept, assume_unique=True)] for places in columns]


def _level(counts: Numbers) -> int:
    """The most that each of some counts, ascending, may have, so that they sum to no more than
    `MOST_EXAMPLES`."""
    below = np.concatenate([[0], np.cumsum(counts)[:-1]])
    levels = (MOST_EXAMPLES - below) // np.arange(len(counts), 0, -1)
    return max(int(levels[np.argmax(counts > levels)]), 1)


def _mask(known: Numbers, columns: Sequence[Numbers]) -> Mask:
    """(n, c): whether each of the known places is among those of a column."""
    mask = np.zeros((len(known), len(columns)), np.bool_)
    for column, places in enumerate(columns):
        mask[np.searchsorted(known, places), column] = True
    return mask


def _exclusive(tree: LabelTree, labels: Sequence[Label], has: Mask) -> Mask:
    """Two labels exclude each other unless one is inside of the other, or a person gave both to
    some photos: one who tells boots from sandals means one of them, but beaches have dogs."""
    several = has[has.sum(axis=1) > 1].astype(np.float32)
    both, each = several.T @ several, has.sum(axis=0)
    rarer = np.minimum(each, each[:, np.newaxis])
    exclusive = np.asarray(both < np.maximum(_TOGETHER, _TOGETHER_SHARE * rarer))
    places = {label.id: at for at, label in enumerate(labels)}
    for at, label in enumerate(labels):
        outer = [places[above.id] for above in tree.above(label.id) if above.id in places]
        exclusive[at, outer] = exclusive[outer, at] = False
    return exclusive


def _targets(has: Mask, exclusive: Mask, is_rejected: Mask) -> Targets:
    """A photo lacks what its labels exclude; of what may go with them, and of what is inside of
    its label, nothing is known, unless it was refused."""
    excluded = has.astype(np.float32) @ exclusive.astype(np.float32) > 0
    targets = np.full(has.shape, UNKNOWN, np.int8)
    targets[excluded | is_rejected] = LACKS
    targets[has] = HAS
    return targets


def _weights(targets: Targets, others: int) -> NDArray[np.float64]:
    """What a person said counts in full."""
    weight = weight_of_others(targets, others) if len(targets) else 1.0
    return np.concatenate([np.ones(len(targets)), np.full(others, weight)])


def _others(contents: Contents, known: Numbers, examples: int) -> Numbers:
    """Places of which nothing is known, drawn by chance: by what their keys scatter to, so that a
    label more or less changes one of them and not all."""
    free = np.setdiff1d(np.arange(len(contents)), known, assume_unique=True)
    most = min(max(examples, _FEWEST_OTHERS), _MOST_OTHERS)
    order = np.argsort(scattered(contents.keys[free]), kind="stable")
    return np.sort(free[order[:most]])


def scattered(keys: Numbers) -> NDArray[np.uint64]:
    """Numbers that look like chance, the same for a key each time (Steele, Lea and Flood, "Fast
    splittable pseudorandom number generators", OOPSLA 2014)."""
    mixed = keys.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(mixed ^ (mixed >> np.uint64(31)))
