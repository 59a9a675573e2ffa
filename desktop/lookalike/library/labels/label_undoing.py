"""What of a change can still be made when others have been made since."""

from collections.abc import Set
from dataclasses import replace

from lookalike.catalog.labels import LabelChange, LabelPair, LabelRows
from lookalike.library.labels.label_tree import DEEPEST, LabelTree
from lookalike.photos import Label, LabelId

_Labels = dict[LabelId, Label]


def still_possible(change: LabelChange, now: LabelRows) -> LabelChange:
    """The part of a change that takes nothing away which it does not know of.

    A label that was given photos or other labels since stays. One whose name is taken comes back
    with a number behind it, and one whose place is gone inside of no other.

    Args:
        now: all labels, and the other rows of those in the change.
    """
    removed, added = change.removed, change.added
    labels = _labels_after(change, now)
    ids = {label.id for label in labels}
    kept = now - removed
    # What a person has said since stands.
    given = _of_labels(ids, added.given) - kept.rejected
    rejected = _of_labels(ids, added.rejected) - kept.given - given
    confirmed = _of_labels(ids, kept.confirmed | added.confirmed)
    then = LabelRows(labels, kept.given | given, kept.rejected | rejected, confirmed)
    return LabelChange(now - then, then - now)


def _of_labels(ids: Set[LabelId], pairs: frozenset[LabelPair]) -> frozenset[LabelPair]:
    return frozenset(pair for pair in pairs if pair[0] in ids)


def _labels_after(change: LabelChange, now: LabelRows) -> frozenset[Label]:
    known, before, after = map(_by_id, (now.labels, change.removed.labels, change.added.labels))
    wanted = {
        id_: _changed_alike(known[id_], before[id_], label) if id_ in before else label
        for id_, label in after.items()
        # Changed and then deleted: gone it is.
        if (id_ in before) == (id_ in known)
    }
    left = now - change.removed
    used = {label_id for label_id, _ in left.given | left.rejected}
    gone = _unused(known.keys() & (before.keys() - after.keys()), used, {**known, **wanted})
    tree = LabelTree(label for label in now.labels if label.id not in gone | wanted.keys())
    _place(tree, wanted, known)
    return frozenset(tree)


def _by_id(labels: frozenset[Label]) -> _Labels:
    return {label.id: label for label in labels}


def _changed_alike(now: Label, before: Label, after: Label) -> Label:
    """The label as it is now, with what differs between two others."""
    return replace(
        now,
        name=now.name if before.name == after.name else after.name,
        parent=now.parent if before.parent == after.parent else after.parent,
        key=now.key if before.key == after.key else after.key,
        album=now.album if before.album == after.album else after.album,
    )


def _unused(gone: set[LabelId], used: set[LabelId], labels: _Labels) -> set[LabelId]:
    """Those that are neither used themselves nor around one that is or that stays."""
    used = used | (labels.keys() - gone)
    tree = LabelTree(labels.values())
    return gone - {around.id for label_id in used for around in tree.above(label_id)}


def _place(tree: LabelTree, wanted: _Labels, known: _Labels) -> None:
    """Put labels into the tree, the outer before the inner."""
    left = dict(wanted)
    while left:
        ready = [each for each in left.values() if each.parent not in left] or [*left.values()]
        label = min(ready, key=lambda each: each.id)
        del left[label.id]
        tree.add(_placed(tree, label, known.get(label.id)))


def _placed(tree: LabelTree, label: Label, now: Label | None) -> Label:
    """Where it is wanted, or else where it is, or else where it does no harm."""
    keys = {each.key for each in tree}
    label = replace(label, key=None if label.key in keys else label.key)
    places = [label, replace(label, name=now.name, parent=now.parent)] if now else [label]
    parents = [label.parent, None]
    places += [replace(label, name=tree.free_name(at, label.name), parent=at) for at in parents]
    return next(each for each in places if _fits(tree, each))


def _fits(tree: LabelTree, label: Label) -> bool:
    around = list(tree.above(label.parent))
    return (
        (label.parent is None or bool(around))
        and tree.child_named(label.parent, label.name) is None
        and all(each.parent != label.id for each in around)
        and len(around) + tree.height(label.id) <= DEEPEST
    )
