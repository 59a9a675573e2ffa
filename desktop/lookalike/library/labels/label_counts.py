"""How many photos have each label, and how many it or one inside of it."""

import numpy as np
from numpy.typing import NDArray

from lookalike.library.labels.label_tree import LabelNode, LabelTree
from lookalike.photos import Label, LabelId

PhotoIds = NDArray[np.int64]

_NOWHERE: PhotoIds = np.zeros(0, np.int64)


def counted_nodes(tree: LabelTree, photos: PhotoIds, labels: NDArray[np.int64]) -> list[LabelNode]:
    """The labels that are inside of no other, by name, each with those inside of it.

    Args:
        photos: (n,), one for each label that it has.
        labels: (n,), that label.
    """
    counting = _Counting(tree, photos, labels)
    return [counting.node(label, "") for label in tree.children(None)]


class _Counting:
    def __init__(self, tree: LabelTree, photos: PhotoIds, labels: NDArray[np.int64]) -> None:
        self._tree = tree
        order = np.argsort(labels, kind="stable")
        ids, starts = np.unique(labels[order], return_index=True)
        parts = np.split(photos[order], starts)[1:]
        self._photos: dict[int, PhotoIds] = dict(zip(ids.tolist(), parts, strict=True))
        self._seen = np.zeros(int(photos.max(initial=0)) + 1, bool)

    def node(self, label: Label, around: str) -> LabelNode:
        path = around + label.name
        children = tuple(self.node(each, f"{path}/") for each in self._tree.children(label.id))
        own = len(self._of(label.id))
        return LabelNode(label, path, own, self._below(label.id) if children else own, children)

    def _below(self, label_id: LabelId) -> int:
        """A photo that has several of the labels counts once."""
        self._seen[:] = False
        for label in self._tree.below(label_id):
            self._seen[self._of(label.id)] = True
        return int(np.count_nonzero(self._seen))

    def _of(self, label_id: LabelId) -> PhotoIds:
        return self._photos.get(int(label_id), _NOWHERE)
