"""What a grid shows: photos in sections, some of them stacked on others, and how alike they are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lookalike.gui.grid.likeness import Likeness
from lookalike.photos import PhotoId


@dataclass(frozen=True, slots=True)
class Section:
    """Photos under one heading.

    Args:
        title: empty for photos without a heading.
        is_folded: shown as its heading alone, until a person unfolds it.
    """

    title: str
    photos: Sequence[PhotoId]
    is_folded: bool = False


@dataclass(frozen=True, slots=True)
class GridContents:
    """All of it, in order.

    Args:
        likeness: of each photo and the query; empty outside of results.
        stacks: by the photo on top, the near-duplicates beneath it. They are in no section, and
            are shown after it once a person unfolds the stack.
        marks: photos the person has marked: True for "more like this", False for "less".
    """

    sections: Sequence[Section] = ()
    likeness: Mapping[PhotoId, Likeness] = field(default_factory=dict)
    stacks: Mapping[PhotoId, Sequence[PhotoId]] = field(default_factory=dict)
    marks: Mapping[PhotoId, bool] = field(default_factory=dict)

    @property
    def photo_ids(self) -> Iterator[PhotoId]:
        """Those of every section and every stack."""
        for section in self.sections:
            yield from section.photos
        for beneath in self.stacks.values():
            yield from beneath


def plain(photos: Sequence[PhotoId]) -> GridContents:
    """Photos without headings."""
    return GridContents((Section("", photos),))
