"""Which cells of a confusion matrix are shown, and what is said of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lookalike.gui.translations import Words, grouped, percent_text
from lookalike.library.teaching.taught import Confusion
from lookalike.photos import LabelId, PhotoId

MOST_IN_FULL = 12  # labels


@dataclass(frozen=True, slots=True, eq=False)
class ConfusionView:
    """A part of the matrix.

    Args:
        names: of rows and columns alike, as the person and as the program say.
        counts: (n, n).
        shares: (n, n), of all photos of the row, those that are not shown among them.
        photos: of each cell that is not empty.
    """

    names: Sequence[str]
    counts: NDArray[np.int64]
    shares: NDArray[np.float64]
    photos: Mapping[tuple[int, int], Sequence[PhotoId]]

    @property
    def worst(self) -> tuple[int, int] | None:
        """The cell with most mistakes."""
        wrong = self.counts * ~np.eye(len(self.names), dtype=bool)
        if not wrong.any():
            return None
        row, column = np.unravel_index(int(wrong.argmax()), wrong.shape)
        return int(row), int(column)


def confusion_view(
    confusion: Confusion, names: Mapping[LabelId, str], most: int | None = None
) -> ConfusionView:
    """All of it, or the `most` labels that are confused most, and what is taken for none last."""
    kept = _kept(confusion, most)
    at = {place: number for number, place in enumerate(kept)}
    totals = np.maximum(confusion.counts.sum(axis=1, keepdims=True), 1)
    inside = np.ix_(kept, kept)
    return ConfusionView(
        [names.get(confusion.labels[place], "?") for place in kept],
        confusion.counts[inside],
        (confusion.counts / totals)[inside],
        {
            (at[row], at[column]): photos
            for (row, column), photos in confusion.photos.items()
            if row in at and column in at
        },
    )


class ConfusionWords(Words):
    """Remembers nothing."""

    def cell(self, view: ConfusionView, row: int, column: int) -> str:
        """`3 of “boots” told as “shoes” (6% of them)`"""
        told = (
            self.tr("{count} of “{label}” told rightly ({share} of them)")
            if row == column
            else self.tr("{count} of “{label}” told as “{told}” ({share} of them)")
        )
        return told.format(
            count=grouped(int(view.counts[row, column])),
            label=view.names[row],
            told=view.names[column],
            share=percent_text(float(view.shares[row, column])),
        )


def _kept(confusion: Confusion, most: int | None) -> list[int]:
    last = len(confusion.labels) - 1
    if most is None or last <= most:
        return list(range(last + 1))
    wrong = confusion.counts.copy()
    np.fill_diagonal(wrong, 0)
    mistakes = (wrong.sum(axis=0) + wrong.sum(axis=1))[:last]
    return [*sorted(np.argsort(-mistakes, kind="stable")[:most].tolist()), last]
