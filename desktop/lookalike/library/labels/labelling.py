"""A person's own labels: made, arranged, given to photos, taken back and undone.

Every verb that changes something returns the change; `undo` takes it back. Labels are given to what
a photo holds, so they stay with it wherever its file goes.
"""

import contextlib
import difflib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import count

import numpy as np
from numpy.typing import NDArray

from lookalike.catalog.labels import LabelChange as LabelChange
from lookalike.catalog.labels import LabelRows as LabelRows
from lookalike.catalog.labels import LabelTable
from lookalike.errors import LabelUnusable
from lookalike.library.labels.label_counts import counted_nodes
from lookalike.library.labels.label_merging import merging
from lookalike.library.labels.label_tree import (
    DEEPEST,
    LabelTree,
    alike,
    tidy_name,
    tidy_names,
    too_deep,
)
from lookalike.library.labels.label_tree import LabelNode as LabelNode
from lookalike.library.labels.label_undoing import still_possible
from lookalike.library.library import Library
from lookalike.photos import Label, LabelId, PhotoId

PhotoIds = NDArray[np.int64]

_NOTHING = LabelRows()


# --- the labels -------------------------------------------------------------------------------


def labels(library: Library) -> list[LabelNode]:
    """The labels that are inside of no other, by name, each with those inside of it."""
    return list(library.remembered.get("label nodes", lambda: _nodes(library)))


def _nodes(library: Library) -> list[LabelNode]:
    table = library.catalog.labels
    return counted_nodes(LabelTree(table.all()), *table.labelled())


def every_label(library: Library) -> Iterator[LabelNode]:
    """The same with all that are inside of others, each before those inside of it."""
    return (node for top in labels(library) for node in top.all())


def label_tree(library: Library) -> LabelTree:
    """The labels without counts: known in no time."""
    return LabelTree(library.catalog.labels.all())


def label_at(library: Library, path: str) -> Label:
    """The label of a path such as `animals/cats`; its end alone does where it is the only such one.

    Raises:
        LabelUnusable: there is none.
    """
    wanted = "/".join(alike(name.strip()) for name in path.split("/"))
    tree = label_tree(library)
    paths = {tree.path(label.id): label for label in tree}
    exact = [label for known, label in paths.items() if alike(known) == wanted]
    ending = {known: each for known, each in paths.items() if alike(known).endswith(f"/{wanted}")}
    if not exact and len(ending) > 1:
        raise LabelUnusable(
            f'Several labels are called "{path}".', f"Choose one of {', '.join(sorted(ending))}."
        )
    found = next(iter([*exact, *ending.values()]), None)
    if found is None:
        raise LabelUnusable(f'There is no label "{path}".', _near(wanted, paths))
    return found


def _near(wanted: str, paths: Collection[str]) -> str:
    by_spelling = {alike(part): path for path in paths for part in (path.split("/")[-1], path)}
    near = difflib.get_close_matches(wanted, by_spelling, 3, 0.6)
    told = dict.fromkeys(by_spelling[each] for each in near)
    return f"Did you mean {' or '.join(told)}?" if told else ""


def make_label(library: Library, path: str) -> tuple[Label, LabelChange]:
    """Make what is missing of `animals/cats`; where nothing is, the change is empty.

    Raises:
        LabelUnusable: a name cannot be one, or they are nested too deep.
    """
    [label], change = make_labels(library, [path])
    return label, change


def make_labels(library: Library, paths: Iterable[str]) -> tuple[list[Label], LabelChange]:
    """The same of many, in their order; all of them or, where one cannot be made, none."""
    with _changing(library) as table:
        tree, next_id = LabelTree(table.all()), table.next_id()
        known = frozenset(tree)
        ids = (LabelId(number) for number in count(next_id))
        ends = [_made(tree, tidy_names(path), ids) for path in paths]
        return ends, _applied(table, added=LabelRows(frozenset(tree) - known))


def _made(tree: LabelTree, names: Sequence[str], ids: Iterator[LabelId]) -> Label:
    """The label of a path, put into the tree where it was not in it."""
    parent = _made(tree, names[:-1], ids).id if len(names) > 1 else None
    label = tree.child_named(parent, names[-1])
    if label is None:
        label = Label(next(ids), names[-1], parent)
        tree.add(label)
    return label


def rename_label(library: Library, label_id: LabelId, name: str) -> LabelChange:
    """Raise `LabelUnusable` where it was deleted, or the name cannot be used or is taken."""
    name = tidy_name(name)
    with _changing(library) as table:
        tree = LabelTree(table.all())
        label = tree.label(label_id)
        _check_free(tree, label, label.parent, name)
        return _changed(table, label, replace(label, name=name))


def move_label(library: Library, label_id: LabelId, parent: LabelId | None) -> LabelChange:
    """Put it inside of another label, or of none; what is inside of it comes along.

    Raises:
        LabelUnusable: into itself or what is inside of it, where its name is taken, or too deep.
    """
    with _changing(library) as table:
        tree = LabelTree(table.all())
        label = tree.label(label_id)
        if parent is not None:
            _check_outside(tree, label, tree.label(parent), "moved")
        _check_free(tree, label, parent, label.name)
        if tree.depth(parent) + tree.height(label_id) > DEEPEST:
            raise too_deep()
        return _changed(table, label, replace(label, parent=parent))


def merge_label(library: Library, label_id: LabelId, into: LabelId) -> LabelChange:
    """All that has a label has another instead, and the labels inside of it move there.

    Raises:
        LabelUnusable: into itself or what is inside of it, too deep, or one was deleted.
    """
    with _changing(library) as table:
        tree = LabelTree(table.all())
        label, other = tree.label(label_id), tree.label(into)
        _check_outside(tree, label, other, "merged")
        if tree.depth(into) + tree.height(label_id) - 1 > DEEPEST:
            raise too_deep()
        ids = {each.id for both in (label_id, into) for each in tree.below(both)}
        change = merging(tree, table.rows_of(ids), label, other)
        table.apply(change)
        return change


def delete_label(library: Library, label_id: LabelId) -> LabelChange:
    """With those inside of it; one that was deleted already is no error."""
    with _changing(library) as table:
        inside = [each.id for each in LabelTree(table.all()).below(label_id)]
        return _applied(table, removed=table.rows_of(inside))


def set_key(library: Library, label_id: LabelId, key: int | None) -> LabelChange:
    """Give it a key, 1 to 9, which another label may have had.

    Raises:
        LabelUnusable: no such key, or no such label.
    """
    if key is not None and key not in range(1, 10):
        raise LabelUnusable("The key of a label is one of 1 to 9.")
    with _changing(library) as table:
        tree = LabelTree(table.all())
        label = tree.label(label_id)
        before = {label, *(each for each in tree if key is not None and each.key == key)}
        after = {replace(each, key=key if each == label else None) for each in before}
        return _relabelled(table, before, after)


def set_album(library: Library, label_id: LabelId, probability: float | None) -> LabelChange:
    """New photos join it from this probability on; None: only a person gives it.

    Raises:
        LabelUnusable: no probability, or no such label.
    """
    if probability is not None and not 0 <= probability <= 1:
        raise LabelUnusable("A photo joins an album from a probability of 0 to 100 % on.")
    with _changing(library) as table:
        label = LabelTree(table.all()).label(label_id)
        return _changed(table, label, replace(label, album=probability))


def _check_outside(tree: LabelTree, label: Label, other: Label, done: str) -> None:
    if label in tree.above(other.id):
        where = "itself" if label == other else f"{other.name}, which is inside of it"
        raise LabelUnusable(f"{label.name} cannot be {done} into {where}.")


def _check_free(tree: LabelTree, label: Label, parent: LabelId | None, name: str) -> None:
    taken = tree.child_named(parent, name)
    if taken is not None and taken.id != label.id:
        raise LabelUnusable(
            f'There is a label "{tree.path(taken.id)}" already.',
            "Choose another name, or merge the two.",
        )


# --- photos and their labels ------------------------------------------------------------------


def give(library: Library, photo_ids: Sequence[PhotoId], label_id: LabelId) -> LabelChange:
    """Photos that have it, and such as are gone or were never readable, are passed over.

    Raises:
        LabelUnusable: the label was deleted.
    """
    with _changing(library) as table:
        LabelTree(table.all()).label(label_id)
        chosen, said = table.said_of(label_id, photo_ids)
        new = LabelRows(given=chosen - said.given)
        return _applied(table, LabelRows(rejected=said.rejected), new)


def take(library: Library, photo_ids: Sequence[PhotoId], label_id: LabelId) -> LabelChange:
    """Take a label from those photos that have it."""
    with _changing(library) as table:
        _, said = table.said_of(label_id, photo_ids)
        return _applied(table, removed=LabelRows(given=said.given))


def reject(library: Library, photo_ids: Sequence[PhotoId], label_id: LabelId) -> LabelChange:
    """Remember for good that photos are not what a label says; those that had it lose it.

    Raises:
        LabelUnusable: the label was deleted.
    """
    with _changing(library) as table:
        LabelTree(table.all()).label(label_id)
        chosen, said = table.said_of(label_id, photo_ids)
        new = LabelRows(rejected=chosen - said.rejected)
        return _applied(table, LabelRows(given=said.given), new)


def undo(library: Library, change: LabelChange) -> None:
    """Take a change back, as far as what was done since allows it."""
    back = change.inverse
    with _changing(library) as table:
        ids = {id_ for rows in (back.removed, back.added) for id_ in _label_ids(rows)}
        now = replace(table.rows_of(ids), labels=frozenset(table.all()))
        table.apply(still_possible(back, now))


def labels_of(library: Library, photo_ids: Sequence[PhotoId]) -> dict[PhotoId, tuple[Label, ...]]:
    """The labels that photos were given, by name; photos without any are left out."""
    table = library.catalog.labels
    names = {label.id: label for label in table.all()}
    found: defaultdict[PhotoId, set[Label]] = defaultdict(set)
    for photo_id, label_id in table.labels_of(photo_ids):
        if label_id in names:  # or it was made a moment ago
            found[photo_id].add(names[label_id])
    return {
        photo_id: tuple(sorted(given, key=lambda label: (alike(label.name), label.id)))
        for photo_id, given in found.items()
    }


def photos_labelled(library: Library, label_id: LabelId, *, nested: bool = True) -> PhotoIds:
    """The ready photos (n,), ascending, with this label or one that is inside of it."""
    inside = [each.id for each in label_tree(library).below(label_id)] if nested else [label_id]
    return library.catalog.labels.photos_of(inside)


def photos_in_album(library: Library, label_id: LabelId) -> PhotoIds:
    """The ready photos (n,), ascending, with this label, and those that its album found."""
    inside = [each.id for each in label_tree(library).below(label_id)]
    table = library.catalog.labels
    return np.union1d(table.photos_of(inside), table.album_photos(inside))


def labelled_classes(library: Library) -> dict[PhotoId, str]:
    """The paths of the labels of ready photos with exactly one; those around it do not count."""
    tree = label_tree(library)
    photos, given = library.catalog.labels.labelled()
    of_photo: defaultdict[int, set[int]] = defaultdict(set)
    for photo_id, label_id in zip(photos.tolist(), given.tolist(), strict=True):
        of_photo[photo_id].add(label_id)
    around = {each.id: {outer.id for outer in tree.above(each.parent)} for each in tree}
    paths = {each.id: tree.path(each.id) for each in tree}
    leaves = {
        photo_id: ids - set().union(*(around.get(LabelId(id_), ()) for id_ in ids))
        for photo_id, ids in of_photo.items()
    }
    return {
        PhotoId(photo_id): paths[LabelId(id_)]
        for photo_id, (id_, *others) in leaves.items()
        if not others and id_ in paths
    }


# --- changes ----------------------------------------------------------------------------------


@contextlib.contextmanager
def _changing(library: Library) -> Iterator[LabelTable]:
    """What is read and written inside is of one moment."""
    with library.catalog.transaction():
        yield library.catalog.labels


def _changed(table: LabelTable, before: Label, after: Label) -> LabelChange:
    return _relabelled(table, {before}, {after})


def _relabelled(table: LabelTable, before: Set[Label], after: Set[Label]) -> LabelChange:
    """What stays as it is is left out."""
    removed, added = LabelRows(frozenset(before - after)), LabelRows(frozenset(after - before))
    return _applied(table, removed, added)


def _applied(
    table: LabelTable, removed: LabelRows = _NOTHING, added: LabelRows = _NOTHING
) -> LabelChange:
    change = LabelChange(removed, added)
    table.apply(change)
    return change


def _label_ids(rows: LabelRows) -> set[LabelId]:
    pairs = (*rows.given, *rows.rejected, *rows.confirmed)
    return {each.id for each in rows.labels} | {id_ for id_, _ in pairs}
