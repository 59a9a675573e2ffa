"""How far several ways to compare agree: which photos are among the first answers of each."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lookalike.photos import PhotoId


@dataclass(frozen=True, slots=True)
class Overlap:
    """Of the first so many answers of some ways.

    Args:
        first: so many of each were looked at.
        shared: how many photos each two ways have in common, ways by ways; in the diagonal, how
            many answers the way has.
        ways: in how many ways' answers each photo is.
    """

    first: int = 0
    shared: tuple[tuple[int, ...], ...] = ()
    ways: Mapping[PhotoId, int] = field(default_factory=dict)

    @property
    def in_all(self) -> int:
        """How many photos every way found."""
        return sum(count == len(self.shared) for count in self.ways.values())


def overlap(answers: Sequence[Sequence[PhotoId]], first: int) -> Overlap:
    """Compare answers, each nearest first."""
    sets = [set(photos[:first]) for photos in answers]
    shared = tuple(tuple(len(one & other) for other in sets) for one in sets)
    ways = Counter(photo for photos in sets for photo in photos)
    return Overlap(first, shared, dict(ways))
