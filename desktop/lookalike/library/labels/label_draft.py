"""Labels on their way into a library: what is missing is made, and all of it is one change."""

from collections.abc import Iterable
from dataclasses import replace

from lookalike.library.labels.label_tree import LabelTree, alike, tidy_names
from lookalike.library.labels.labelling import LabelChange, LabelRows
from lookalike.library.library import Library
from lookalike.photos import ContentHash, Label, LabelId

_Pair = tuple[LabelId, ContentHash]


class LabelDraft:
    """A change that is being put together; the library is as it was."""

    def __init__(self, library: Library) -> None:
        table = library.catalog.labels
        self._before = table.rows()
        self._known = {label.id for label in self._before.labels}
        self._labels = {label.id: label for label in self._before.labels}
        self._named = {
            (label.parent, alike(label.name)): label.id for label in self._labels.values()
        }
        self._next = table.next_id()
        self._given: set[_Pair] = set()
        self._rejected: set[_Pair] = set()
        self._forgiven: set[_Pair] = set()
        self._confirmed: set[_Pair] = set()

    def find(self, path: str) -> Label | None:
        """The label of a path, if there is one.

        Raises:
            LabelUnusable: it is no path of a label.
        """
        found: LabelId | None = None
        for name in tidy_names(path):
            found = self._named.get((found, alike(name)))
            if found is None:
                return None
        return self._labels[found] if found else None

    def label(self, path: str) -> Label:
        """The same, made where it is missing, with those that it is inside of."""
        parent: LabelId | None = None
        for name in tidy_names(path):
            known = self._named.get((parent, alike(name)))
            parent = known or self._make(name, parent)
        assert parent is not None
        return self._labels[parent]

    def give(self, label: Label, contents: Iterable[ContentHash]) -> int:
        """To those that do not have it; a rejection is taken back. Returns how many."""
        fresh = {(label.id, content) for content in contents} - self._before.given - self._given
        self._given |= fresh
        self._rejected -= fresh
        self._forgiven |= fresh & self._before.rejected
        return len(fresh)

    def reject(self, label: Label, contents: Iterable[ContentHash]) -> int:
        """For those that it was neither given nor refused to. Returns how many."""
        fresh = {(label.id, content) for content in contents} - self._before.given - self._given
        fresh = fresh - self._before.rejected - self._rejected
        self._rejected |= fresh
        return len(fresh)

    def confirm(self, label: Label, content: ContentHash) -> None:
        """The person stands by it."""
        self._confirmed.add((label.id, content))

    def change_label(self, label: Label, *, key: int | None, album: float | None) -> None:
        self._labels[label.id] = replace(self._labels[label.id], key=key, album=album)

    def key_of(self, key: int) -> Label | None:
        """The label that has this key."""
        return next((label for label in self._labels.values() if label.key == key), None)

    def has(self, label: Label, content: ContentHash) -> bool:
        """Whether it was given it in the library."""
        return (label.id, content) in self._before.given

    def has_rejected(self, label: Label, content: ContentHash) -> bool:
        return (label.id, content) in self._before.rejected

    def paths(self) -> dict[LabelId, str]:
        """Of all labels, those included that are to be made."""
        tree = LabelTree(self._labels.values())
        return {id_: tree.path(id_) for id_ in self._labels}

    def is_new(self, label: LabelId) -> bool:
        """Whether the library does not have it yet."""
        return label not in self._known

    @property
    def change(self) -> LabelChange:
        labels = frozenset(self._labels.values())
        return LabelChange(
            LabelRows(self._before.labels - labels, rejected=frozenset(self._forgiven)),
            LabelRows(
                labels - self._before.labels,
                frozenset(self._given),
                frozenset(self._rejected),
                frozenset(self._confirmed) - self._before.confirmed,
            ),
        )

    def _make(self, name: str, parent: LabelId | None) -> LabelId:
        label = Label(self._next, name, parent)
        self._next = LabelId(self._next + 1)
        self._labels[label.id] = label
        self._named[parent, alike(name)] = label.id
        return label.id
