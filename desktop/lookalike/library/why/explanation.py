"""An explanation of why two pictures are alike, and the questions that it answers at once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from lookalike.errors import LookalikeError
from lookalike.library.drawing.cell_axis import CellAxis
from lookalike.library.why.contributions import cosine
from lookalike.neighbors.calibration import Calibration
from lookalike.photos import Region

Bytes = NDArray[np.uint8]
Exact = NDArray[np.float64]
Raw = NDArray[Any]
Mask = NDArray[np.bool_]

Cell = tuple[int, int]
Side = Literal["query", "match"]
Method = Literal["exact", "occlusion"]


@dataclass(frozen=True, slots=True, eq=False)
class ExplainedPicture:
    """One of the two, and where in it the likeness is.

    Args:
        name: of its file; empty where it has none.
        pixels: (h, w, 3), the part of it that was compared.
        cells: (rows, columns) over `pixels`: what each adds to the cosine, or by occlusion how
            much the cosine falls when it is hidden. Below 0 it speaks against the likeness.
        axes: where the cells lie, down and across.
        vector: (r,), as the index compares it.
        vector_without: the same without the cells (rows, columns) where a mask is True.
        note: for a person, where it is not what it should be, else empty.
    """

    name: str
    pixels: Bytes
    cells: Exact
    axes: tuple[CellAxis, CellAxis]
    vector: Raw
    vector_without: Callable[[Mask], Raw]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A cell (row, column) of the query, one of the match, and what the pair adds."""

    query: Cell
    match: Cell
    share: float


@dataclass(frozen=True, slots=True)
class UnitShare:
    """What one unit of a layer adds to the cosine; all units of the layer sum to it."""

    layer: str
    unit: int
    share: float


@dataclass(frozen=True, slots=True, eq=False)
class Explanation:
    """Why two pictures are as alike as they are, in one space, by cosine.

    Args:
        space: the name of the space.
        method: `exact`: the cells of either picture sum to the cosine, and so do the units.
            `occlusion`: parts were hidden one by one; neither holds, and there are no pairs.
        cosine: that of the search: 1 less its distance.
        similarity: as it is shown, 0 to 1.
        sentence: how it was found out, for a person.
        pairs: (n, m), what each cell of the query adds together with each of the match, the cells
            row by row; None where that is not known.
        links: the strongest pairs, best first, to be drawn as lines.
        units: those with the largest shares, best first.
        unit_shares: (d,) those of all units; empty where they are not known.
        layer: whose units they are; empty where there are none.
        scale: how the library reads a cosine.
    """

    space: str
    method: Method
    query: ExplainedPicture
    match: ExplainedPicture
    cosine: float
    similarity: float
    sentence: str
    pairs: Exact | None
    links: tuple[Link, ...]
    units: tuple[UnitShare, ...]
    unit_shares: Exact
    layer: str
    scale: Calibration

    @property
    def is_exact(self) -> bool:
        return self.method == "exact"

    @property
    def top(self) -> float:
        """The strongest cell of both pictures: drawn on one scale, they can be compared."""
        return float(max(np.abs(each.cells).max() for each in (self.query, self.match)))

    def side(self, which: Side) -> ExplainedPicture:
        return self.query if which == "query" else self.match


@dataclass(frozen=True, slots=True, eq=False)
class Left:
    """What would be left of a likeness.

    Args:
        taken: (rows, columns), the cells that were left out.
    """

    cosine: float
    similarity: float
    taken: Mask


def partners(explanation: Explanation, cell: Cell, on: Side = "query") -> Exact | None:
    """What a cell adds together with each cell (rows, columns) of the other picture; None where
    pairs are not known."""
    if explanation.pairs is None:
        return None
    own, other = explanation.query, explanation.match
    pairs = explanation.pairs
    if on == "match":
        own, other, pairs = other, own, pairs.T
    place = np.ravel_multi_index(cell, own.cells.shape)
    return np.asarray(pairs[place].reshape(other.cells.shape))


def without(explanation: Explanation, region: Region, on: Side = "query") -> Left:
    """How alike the two would be without a part of one; at once where the method is exact.

    Args:
        region: in fractions of the `pixels` of that picture. The cells whose middle is inside are
            left out, or the one beneath it where it holds none.

    Raises:
        LookalikeError: nothing would be left.
        NetworkUnusable: by occlusion, where the network fails.
    """
    side = explanation.side(on)
    taken = cells_inside(side, region)
    if taken.all():
        raise LookalikeError(
            "Without all of the picture there is nothing left to compare.", "Draw a smaller box."
        )
    other = explanation.match if on == "query" else explanation.query
    left = cosine(side.vector_without(taken), other.vector)
    return Left(left, float(explanation.scale.similarity(1 - left)), taken)


def cells_inside(picture: ExplainedPicture, region: Region) -> Mask:
    """The cells (rows, columns) whose middle is in a region of the picture; at least one."""
    down, across = picture.axes
    rows = _inside(down, region.y, region.y + region.height)
    columns = _inside(across, region.x, region.x + region.width)
    return np.logical_and.outer(rows, columns)


def _inside(axis: CellAxis, begin: float, end: float) -> Mask:
    middles = np.array([axis.middle(cell) for cell in range(axis.count)])
    inside = (begin <= middles) & (middles < end)
    if not inside.any():
        inside[axis.cell_at((begin + end) / 2)] = True
    return np.asarray(inside)
