"""What is folded: which photos of a grid's contents have a row, and under which headings."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lookalike.gui.grid.contents import GridContents, Section
from lookalike.photos import PhotoId

# Of sections with one title, which: so that each keeps its fold while others come and go.
SectionKey = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Folds:
    """What a person folded and unfolded.

    Args:
        turned: sections that are not as the contents have them.
        open_stacks: by the photo on top.
    """

    turned: frozenset[SectionKey] = frozenset()
    open_stacks: frozenset[PhotoId] = frozenset()

    def turn(self, section: SectionKey) -> "Folds":
        return Folds(self.turned ^ {section}, self.open_stacks)

    def turn_stack(self, top: PhotoId) -> "Folds":
        return Folds(self.turned, self.open_stacks ^ {top})


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section as it is painted.

    Args:
        count: of its photos, shown or not.
        rows: how many have a row; those beneath an unfolded stack are among them.
        folds_often: whether walking by keyboard stops at the heading.
    """

    key: SectionKey
    count: int
    rows: int
    is_folded: bool
    folds_often: bool

    @property
    def title(self) -> str:
        return self.key[0]


@dataclass(frozen=True, slots=True)
class ShownRows:
    """The photos that have a row, in order.

    Args:
        tops: by each photo of an unfolded stack, the one on top of it (which is among them).
    """

    ids: Sequence[PhotoId] = ()
    sections: Sequence[ShownSection] = ()
    tops: Mapping[PhotoId, PhotoId] = field(default_factory=dict)


def shown_rows(contents: GridContents, folds: Folds) -> ShownRows:
    """The rows of `contents`: all but what is folded."""
    ids: list[PhotoId] = []
    sections: list[ShownSection] = []
    open_stacks = {top: contents.stacks[top] for top in folds.open_stacks & contents.stacks.keys()}
    for key, section in _keyed(contents.sections):
        is_turned = key in folds.turned
        is_folded = bool(section.title) and section.is_folded != is_turned
        before = len(ids)
        if not is_folded:
            ids.extend(_with_stacks(section.photos, open_stacks) if open_stacks else section.photos)
        rows = len(ids) - before
        folds_often = section.is_folded or is_turned
        sections.append(ShownSection(key, len(section.photos), rows, is_folded, folds_often))
    return ShownRows(ids, sections, _tops(open_stacks))


def unfolded_for(photo_id: PhotoId, contents: GridContents, folds: Folds) -> Folds:
    """The folds with as much unfolded as this photo needs to be seen."""
    top = next((top for top, under in contents.stacks.items() if photo_id in under), None)
    if top is not None and top not in folds.open_stacks:
        folds = folds.turn_stack(top)
    shown_with = photo_id if top is None else top
    for key, section in _keyed(contents.sections):
        is_folded = bool(section.title) and section.is_folded != (key in folds.turned)
        if is_folded and shown_with in section.photos:
            folds = folds.turn(key)
    return folds


def _keyed(sections: Sequence[Section]) -> Iterator[tuple[SectionKey, Section]]:
    seen: Counter[str] = Counter()
    for section in sections:
        yield (section.title, seen[section.title]), section
        seen[section.title] += 1


def _with_stacks(
    photos: Sequence[PhotoId], open_stacks: Mapping[PhotoId, Sequence[PhotoId]]
) -> Iterator[PhotoId]:
    for photo_id in photos:
        yield photo_id
        yield from open_stacks.get(photo_id, ())


def _tops(open_stacks: Mapping[PhotoId, Sequence[PhotoId]]) -> dict[PhotoId, PhotoId]:
    return {photo_id: top for top, under in open_stacks.items() for photo_id in (top, *under)}
