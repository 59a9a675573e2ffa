"""Which labels the chosen photos have: all of them, some, or none."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from lookalike.photos import Label, LabelId, PhotoId

ReadLabels = Callable[[Sequence[PhotoId]], Mapping[PhotoId, tuple[Label, ...]]]


@dataclass(frozen=True, slots=True)
class HeldLabels:
    """Of several photos: how many of them have each label."""

    photos: int = 0
    counts: Mapping[LabelId, int] | None = None

    def share(self, label_id: LabelId) -> bool | None:
        """True where all have it, False where none has, None where some do."""
        count = (self.counts or {}).get(label_id, 0)
        return None if 0 < count < self.photos else count > 0


def held_labels(read: ReadLabels, photos: Sequence[PhotoId]) -> HeldLabels:
    """For any thread."""
    counts: dict[LabelId, int] = {}
    for labels in read(photos).values():
        for label in labels:
            counts[label.id] = counts.get(label.id, 0) + 1
    return HeldLabels(len(photos), counts)
