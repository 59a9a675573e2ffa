"""Labels as a tree: their paths, what is inside of what, and where a name can stand."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from lookalike.errors import LabelUnusable
from lookalike.photos import Label, LabelId

LONGEST_NAME = 100
DEEPEST = 10


@dataclass(frozen=True, slots=True)
class LabelNode:
    """A label, where it stands among others, and how many ready photos have it.

    Args:
        path: such as `animals/cats`.
        photos: that were given the label itself.
        photos_below: that were given it or a label inside of it.
        children: the labels inside of it, by name.
    """

    label: Label
    path: str
    photos: int = 0
    photos_below: int = 0
    children: tuple["LabelNode", ...] = ()

    def all(self) -> "Iterator[LabelNode]":
        """The node itself and all inside of it, each before those inside of it."""
        yield self
        for child in self.children:
            yield from child.all()


class LabelTree:
    """The labels at one moment. One whose parent is not among them is inside of none."""

    def __init__(self, labels: Iterable[Label]) -> None:
        self._labels: dict[LabelId, Label] = {}
        self._inside: dict[LabelId | None, dict[str, Label]] = {}
        for label in labels:
            self.add(label)

    def __iter__(self) -> Iterator[Label]:
        return iter(self._labels.values())

    def add(self, label: Label) -> None:
        self._labels[label.id] = label
        self._inside.setdefault(label.parent, {})[alike(label.name)] = label

    def get(self, label_id: LabelId | None) -> Label | None:
        return self._labels.get(label_id) if label_id else None

    def label(self, label_id: LabelId) -> Label:
        """Raise `LabelUnusable` where it was deleted."""
        label = self.get(label_id)
        if label is None:
            raise LabelUnusable("This label was deleted.", "Choose another one.")
        return label

    def children(self, label_id: LabelId | None) -> list[Label]:
        """The labels right inside of one, by name; of None, those inside of no other."""
        return [label for _, label in sorted(self._inside.get(label_id, {}).items())]

    def child_named(self, parent: LabelId | None, name: str) -> Label | None:
        """Its name may be written in other case."""
        return self._inside.get(parent, {}).get(alike(name))

    def above(self, label_id: LabelId | None) -> Iterator[Label]:
        """The label itself, what it is inside of, and so on; each once, even in a circle."""
        seen: set[LabelId] = set()
        while (label := self.get(label_id)) and label.id not in seen:
            seen.add(label.id)
            yield label
            label_id = label.parent

    def below(self, label_id: LabelId) -> Iterator[Label]:
        """The label itself and all that is inside of it, the outer before the inner."""
        if label := self.get(label_id):
            yield label
            for child in self.children(label_id):
                yield from self.below(child.id)

    def path(self, label_id: LabelId) -> str:
        """Such as `animals/cats`."""
        return "/".join(reversed([label.name for label in self.above(label_id)]))

    def depth(self, label_id: LabelId | None) -> int:
        """1 for a label that is inside of no other."""
        return sum(1 for _ in self.above(label_id))

    def height(self, label_id: LabelId) -> int:
        """1 for a label without others inside of it."""
        return 1 + max((self.height(child.id) for child in self.children(label_id)), default=0)

    def free_name(self, parent: LabelId | None, name: str) -> str:
        """The name, or the first of `name 2`, `name 3`, … that nobody there has."""
        names = (name if number == 1 else f"{name} {number}" for number in count(1))
        return next(each for each in names if self.child_named(parent, each) is None)


def alike(name: str) -> str:
    """Names that are the same to a person are equal so: `Café` and `CAFÉ`, however written."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def tidy_names(path: str) -> list[str]:
    """The names of a path such as `animals/cats`.

    Raises:
        LabelUnusable: one of them cannot be a name, or they are too many.
    """
    names = [tidy_name(name) for name in path.split("/")]
    if len(names) > DEEPEST:
        raise too_deep()
    return names


def tidy_name(name: str) -> str:
    """As a label is called: no space around it, and single ones within.

    Raises:
        LabelUnusable: nobody could read it, or it would be taken for something else.
    """
    stripped = unicodedata.normalize("NFC", name.strip())
    if "/" in stripped:
        raise LabelUnusable(
            'The name of a label cannot have a "/" in it.', "It stands between nested labels."
        )
    # Half a letter is what remains of a file name that is no text.
    if any(unicodedata.category(letter) in ("Cc", "Cs") for letter in stripped):
        raise LabelUnusable("The name of a label has to be one line of plain text.")
    tidy = " ".join(stripped.split())
    if not tidy:
        raise LabelUnusable("A label needs a name.")
    if len(tidy) > LONGEST_NAME:
        raise LabelUnusable(
            f"The name of a label cannot have more than {LONGEST_NAME} letters.", "Shorten it."
        )
    return tidy


def too_deep() -> LabelUnusable:
    """The error for labels inside of labels inside of labels."""
    return LabelUnusable(f"Labels cannot be nested more than {DEEPEST} deep.")
