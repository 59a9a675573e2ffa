"""The atlas of a layer: of each unit the few photos that excite it most, of all that were seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

KEPT = 100  # photos for each unit: a screen of them, and some that may go

Ids = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Runs:
    """A set of whole numbers that mostly follow each other: a million take a few bytes.

    Args:
        first: ascending (r,), where each run begins.
        last: where it ends; the next one begins two behind it or further.
    """

    first: Ids
    last: Ids

    @classmethod
    def of(cls, numbers: Sequence[int] | Ids) -> "Runs":
        """These, in any order."""
        each = np.unique(np.asarray(numbers, np.int64))
        return cls(each, each)._closed()

    @property
    def count(self) -> int:
        return int((self.last - self.first + 1).sum())

    @property
    def greatest(self) -> int:
        """0 where there is none."""
        return int(self.last[-1]) if len(self.last) else 0

    def hold(self, numbers: Ids) -> NDArray[np.bool_]:
        """Which of some numbers, of any shape, are in the set."""
        if not len(self.first):
            return np.zeros(numbers.shape, bool)
        at = np.searchsorted(self.first, numbers, side="right") - 1
        return (at >= 0) & (numbers <= self.last[at])

    def with_(self, other: "Runs") -> "Runs":
        """The numbers of both."""
        first = np.concatenate([self.first, other.first])
        order = np.argsort(first, kind="stable")
        last = np.concatenate([self.last, other.last])[order]
        return Runs(first[order], np.maximum.accumulate(last))._closed()

    def _closed(self) -> "Runs":
        """Runs that touch are one."""
        begins = np.ones(len(self.first), bool)
        begins[1:] = self.first[1:] > self.last[:-1] + 1
        return Runs(self.first[begins], self.last[np.roll(begins, -1)])


@dataclass(frozen=True, slots=True)
class Atlas:
    """Each unit's photos, strongest first, then oldest; they are known by their embeddings' ids.

    Args:
        values: (units, kept); -inf where there is no photo.
        cells: (units, kept), where in the map, counted row by row.
        ids: (units, kept).
        seen: the photos that were seen, whether they are among the strongest or not.
    """

    values: NDArray[np.float32]
    cells: NDArray[np.uint32]
    ids: Ids
    seen: Runs

    @classmethod
    def nothing(cls, units: int) -> "Atlas":
        """That of a layer that no photo was shown to."""
        return cls.of(np.empty((0, units)), np.empty((0, units)), np.empty(0))

    @classmethod
    def of(cls, values: NDArray[Any], cells: NDArray[Any], ids: NDArray[Any]) -> "Atlas":
        """Values and cells (n, units) of photos (n,), of which none comes twice."""
        shape = values.shape[::-1]
        return cls(
            values.T.astype(np.float32),
            cells.T.astype(np.uint32),
            np.broadcast_to(np.asarray(ids, np.int64), shape),
            Runs.of(ids.astype(np.int64)),
        ).strongest()

    def with_(self, other: "Atlas") -> "Atlas":
        """What was seen by either of them; of a photo that both have seen, what this one says."""
        seen, values = self.seen.with_(other.seen), other.values
        if seen.count < self.seen.count + other.seen.count:
            values = np.where(self.seen.hold(other.ids), np.float32(-np.inf), values)
        return Atlas(
            np.concatenate([self.values, values], axis=1),
            np.concatenate([self.cells, other.cells], axis=1),
            np.concatenate([self.ids, other.ids], axis=1),
            seen,
        ).strongest()

    def strongest(self) -> "Atlas":
        """No more than `KEPT` for each unit, in their order."""
        few = self
        if self.values.shape[1] > KEPT:
            few = self._taken(np.argpartition(-self.values, KEPT - 1)[:, :KEPT])
        return few._taken(np.lexsort((few.ids, -few.values), axis=1))

    def _taken(self, at: NDArray[np.int64]) -> "Atlas":
        return Atlas(
            np.take_along_axis(self.values, at, axis=1),
            np.take_along_axis(self.cells, at, axis=1),
            np.take_along_axis(self.ids, at, axis=1),
            self.seen,
        )
