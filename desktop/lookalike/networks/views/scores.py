"""What may be asked of a network's answer: one number per picture, and its derivative.

A score names the tensor it reads. Called with that tensor's values it gives the numbers (n,);
`cotangent` is the derivative of each number by the values of its picture, as `gradient` of a
`Differentiable` takes it.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]

_NO_LENGTH = 1e-12


class Score(Protocol):
    """One number per picture."""

    @property
    def tensor(self) -> str: ...

    def __call__(self, values: Numbers) -> Numbers: ...

    def cotangent(self, values: Numbers) -> Numbers: ...


@dataclass(frozen=True, slots=True)
class ClassScore:
    """The logit of a class, or whatever number the tensor (n, classes) holds for it."""

    tensor: str
    index: int

    def __call__(self, values: Numbers) -> Numbers:
        return _flat(values)[:, self.index]

    def cotangent(self, values: Numbers) -> Numbers:
        asked = np.zeros_like(_flat(values))
        asked[:, self.index] = 1
        return asked.reshape(values.shape)


class Pooling(StrEnum):
    """How the cells of a unit become one number.

    POWER: the root of the mean square of the cells above 0, or the mean where there are none:
        between the maximum and the mean, and like neither content with an even answer everywhere.
    """

    MAXIMUM = "maximum"
    MEAN = "mean"
    POWER = "power"


@dataclass(frozen=True, slots=True)
class UnitScore:
    """What one unit answers: at a cell (row, column), else over all of its map."""

    tensor: str
    unit: int
    cell: tuple[int, int] | None = None
    pooling: Pooling = Pooling.MAXIMUM

    def __call__(self, values: Numbers) -> Numbers:
        cells = _cells(values)[:, self.unit]
        if self.cell is not None:
            return cells[:, self._at(values)]
        return _POOLED[self.pooling](cells)

    def cotangent(self, values: Numbers) -> Numbers:
        cells = _cells(values)
        asked = np.zeros_like(cells)
        if self.cell is not None:
            asked[:, self.unit, self._at(values)] = 1
        else:
            asked[:, self.unit] = _SLOPES[self.pooling](cells[:, self.unit])
        return asked.reshape(values.shape)

    def _at(self, values: Numbers) -> int:
        row, column = self.cell or (0, 0)
        return row * values.shape[3] + column if values.ndim == 4 else 0


@dataclass(frozen=True, slots=True, eq=False)
class SimilarityScore:
    """The cosine of the averaged tensor to an embedding (d,); less `centre` on both sides."""

    tensor: str
    towards: Numbers
    centre: Numbers | None = None

    def __call__(self, values: Numbers) -> Numbers:
        own, length, goal = self._parts(values)
        return (own @ goal) / length

    def cotangent(self, values: Numbers) -> Numbers:
        own, length, goal = self._parts(values)
        direction = own / length[:, None]
        slope = (goal - (direction @ goal)[:, None] * direction) / length[:, None]
        cells = _cells(values)
        spread = np.broadcast_to(slope[:, :, None] / cells.shape[2], cells.shape)
        return spread.astype(np.float32).reshape(values.shape)

    def _parts(self, values: Numbers) -> tuple[Numbers, Numbers, Numbers]:
        """The embeddings (n, d), their lengths (n,), and the direction (d,) they are to have."""
        centre = 0 if self.centre is None else self.centre
        own, goal = _cells(values).mean(axis=2) - centre, self.towards - centre
        length = np.linalg.norm(own, axis=1).clip(_NO_LENGTH)
        return own, length, goal / max(float(np.linalg.norm(goal)), _NO_LENGTH)


def _flat(values: Numbers) -> Numbers:
    """(n, classes), also of a network that keeps places of one cell: (n, classes, 1, 1)."""
    return values.reshape(len(values), -1)


def _cells(values: Numbers) -> Numbers:
    """(n, units, cells); one cell where there are no places."""
    return values.reshape(*values.shape[:2], -1)


def _maximum(cells: Numbers) -> Numbers:
    maximum: Numbers = cells.max(axis=1)
    return maximum


def _slope_of_maximum(cells: Numbers) -> Numbers:
    slope = np.zeros_like(cells)
    slope[np.arange(len(cells)), cells.argmax(axis=1)] = 1
    return slope


def _mean(cells: Numbers) -> Numbers:
    mean: Numbers = cells.mean(axis=1)
    return mean


def _slope_of_mean(cells: Numbers) -> Numbers:
    return np.full_like(cells, 1 / cells.shape[1])


def _power(cells: Numbers) -> Numbers:
    root = np.sqrt((cells.clip(0) ** 2).mean(axis=1))
    return np.where(root > 0, root, _mean(cells))


def _slope_of_power(cells: Numbers) -> Numbers:
    power = _power(cells)[:, None]
    above = cells.clip(0) / np.where(power > 0, power * cells.shape[1], 1)
    return np.where(power > 0, above, _slope_of_mean(cells))


_POOLED = {Pooling.MAXIMUM: _maximum, Pooling.MEAN: _mean, Pooling.POWER: _power}
_SLOPES = {
    Pooling.MAXIMUM: _slope_of_maximum,
    Pooling.MEAN: _slope_of_mean,
    Pooling.POWER: _slope_of_power,
}
