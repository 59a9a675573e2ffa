"""Where the cells of a feature map lie along a side of the network's picture."""

import math
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class Field(Protocol):
    """What a cell can see, as `networks.receptive_field` tells it: all as (rows, columns)."""

    @property
    def size(self) -> tuple[int, int]: ...

    @property
    def stride(self) -> tuple[float, float]: ...

    @property
    def centre(self) -> tuple[float, float]: ...

    def box(self, row: int, column: int) -> tuple[float, float, float, float]: ...


@dataclass(frozen=True, slots=True)
class CellAxis:
    """One side, in fractions of the picture. The outermost cells reach to its ends.

    Args:
        first: the middle of the first cell.
        step: from one cell's middle to the next.
    """

    count: int
    first: float
    step: float

    def cell_at(self, place: float) -> int:
        return min(max(math.floor((place - self.first) / self.step + 0.5), 0), self.count - 1)

    def span(self, cell: int) -> tuple[float, float]:
        """Where a cell begins and ends."""
        begin = self.first + (cell - 0.5) * self.step if cell else 0.0
        end = self.first + (cell + 0.5) * self.step if cell < self.count - 1 else 1.0
        return _inside(begin), _inside(end)

    def middle(self, cell: int) -> float:
        """Of what `span` tells."""
        begin, end = self.span(cell)
        return (begin + end) / 2

    def positions(self, pixels: int) -> NDArray[np.float32]:
        """For each of so many pixels along the side, which cell is there, in fractions of one."""
        middles = (np.arange(pixels) + 0.5) / pixels
        return ((middles - self.first) / self.step).clip(0, self.count - 1).astype(np.float32)


def cell_axes(
    cells: tuple[int, int], picture: tuple[int, int], field: Field | None
) -> tuple[CellAxis, CellAxis]:
    """Down and across, by where the cells look; without a field they divide the picture evenly.

    Padding on one side only moves cells by up to a stride: a plain stretch would be off by that.

    Args:
        picture: height and width of the network's input, in its pixels.
    """
    down, across = (
        CellAxis(count, 0.5 / count, 1 / count)
        if field is None
        else CellAxis(count, field.centre[side] / length, field.stride[side] / length)
        for side, (count, length) in enumerate(zip(cells, picture, strict=True))
    )
    return down, across


def _inside(place: float) -> float:
    return min(max(place, 0.0), 1.0)
