"""One label in place of two: what had the one has the other."""

from collections.abc import Mapping
from dataclasses import replace

from lookalike.catalog.labels import LabelChange, LabelPair, LabelRows
from lookalike.library.labels.label_tree import LabelTree
from lookalike.photos import Label, LabelId

# For each label that goes, the one that stays.
_Targets = dict[LabelId, LabelId]


def merging(tree: LabelTree, rows: LabelRows, merged: Label, into: Label) -> LabelChange:
    """What has to change. What is inside of the one moves to the other, where labels of one name
    are merged as well.

    Args:
        rows: of all labels inside of the two; others do no harm.
    """
    targets: _Targets = {}
    before, after = _relabelled(tree, merged, into, targets)
    gone = frozenset(label for label in tree if label.id in targets)
    given = _renumbered(rows.given, targets)
    # Whoever gave it knew better than whoever refused it to the other one.
    rejected = _renumbered(rows.rejected, targets) - given
    confirmed = _renumbered(rows.confirmed, targets)
    was = LabelRows(gone | before, rows.given, rows.rejected, rows.confirmed)
    will_be = LabelRows(after, given, rejected, confirmed)
    return LabelChange(was - will_be, will_be - was)


def _relabelled(
    tree: LabelTree, merged: Label, into: Label, targets: _Targets
) -> tuple[frozenset[Label], frozenset[Label]]:
    """The labels that stay but change, as they are and as they will be; fills in `targets`."""
    targets[merged.id] = into.id
    before, after = set(), set()
    heir = replace(
        into, key=into.key or merged.key, album=merged.album if into.album is None else into.album
    )
    if heir != into:
        before.add(into)
        after.add(heir)
    for child in tree.children(merged.id):
        same = tree.child_named(into.id, child.name)
        if same is None or same.id in targets:
            before.add(child)
            after.add(replace(child, parent=into.id))
        else:
            changed = _relabelled(tree, child, same, targets)
            before |= changed[0]
            after |= changed[1]
    return frozenset(before), frozenset(after)


def _renumbered(
    pairs: frozenset[LabelPair], targets: Mapping[LabelId, LabelId]
) -> frozenset[LabelPair]:
    return frozenset((targets.get(label_id, label_id), content) for label_id, content in pairs)
