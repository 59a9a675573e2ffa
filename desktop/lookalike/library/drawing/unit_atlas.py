"""All units of a layer as one picture: a tile for each, in a chosen order."""

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lookalike.library.drawing.map_colours import (
    Pixels,
    colour_steps,
    colour_table,
    finite,
    strongest,
)

GAP_PX = 1  # so that a tile that is drawn smaller takes nothing from its neighbours
_BELOW_TOP = 0.998
_MOST_LOOKED_AT = 1 << 16


class UnitOrder(StrEnum):
    """What the units of a layer are sorted by; all but numbers from the largest down."""

    NUMBER = "number"
    MAXIMUM = "maximum"
    MEAN = "mean"
    SHARE = "share"


@dataclass(frozen=True, slots=True, eq=False)
class UnitAtlas:
    """Tiles in rows, from the left.

    Args:
        tile: height and width of one, in pixels.
    """

    pixels: Pixels
    columns: int
    tile: tuple[int, int]

    def corner(self, place: int) -> tuple[int, int]:
        """Row and column of a tile's first pixel."""
        row, column = divmod(place, self.columns)
        return row * (self.tile[0] + GAP_PX), column * (self.tile[1] + GAP_PX)


def order_units(
    maps: NDArray[Any], order: UnitOrder, share: NDArray[Any] | None = None
) -> NDArray[np.intp]:
    """The unit at each place; those that are equal in order of their numbers.

    Args:
        maps: (units, height, width), or (units,) of a layer without places.
        share: of each unit, for the order that goes by it; without it that is by number.
    """
    flat = finite(maps).reshape(len(maps), -1)
    if order is UnitOrder.MAXIMUM:
        return _descending(flat.max(axis=1))
    if order is UnitOrder.MEAN:
        return _descending(flat.mean(axis=1))
    if order is UnitOrder.SHARE and share is not None:
        return _descending(finite(share))
    return np.arange(len(maps))


def unit_atlas(
    maps: NDArray[Any],
    order: NDArray[np.intp],
    columns: int | None = None,
    *,
    is_signed: bool,
    is_boosted: bool = False,
    gamma: float = 1.0,
) -> UnitAtlas:
    """The map of unit `order[k]` in tile k; a layer without places has tiles of one pixel.

    Args:
        columns: as many as make it about square, unless told.
        is_boosted: each unit has a scale of its own, in place of one for the layer.
    """
    maps = finite(maps).reshape(*maps.shape, *(1,) * (3 - maps.ndim))[order]
    count, height, width = maps.shape
    columns = columns or max(1, math.ceil(math.sqrt(count * height / width)))
    steps = colour_steps(maps, _tops_of_units(maps) if is_boosted else top_of_layer(maps))
    table = colour_table(is_signed=is_signed, gamma=gamma)
    return UnitAtlas(table.take(_tiled(steps, columns), axis=0), columns, (height, width))


def top_of_layer(maps: NDArray[Any]) -> float:
    """The strength that almost all values stay below: a few that stick out darken no others."""
    if maps.size == len(maps):
        return strongest(maps)
    some = maps.ravel()[:: 1 + maps.size // _MOST_LOOKED_AT]
    top = float(np.quantile(np.abs(finite(some)), _BELOW_TOP, method="higher"))
    return top or strongest(maps)


def _tops_of_units(maps: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(np.abs(maps).max(axis=(1, 2), keepdims=True, initial=0))


def _descending(values: NDArray[np.float32]) -> NDArray[np.intp]:
    return np.argsort(-values, kind="stable")


def _tiled(steps: NDArray[np.uint16], columns: int) -> NDArray[np.uint16]:
    """One picture of them all, with nothing (the step of zero) between and after them."""
    count, height, width = steps.shape
    rows = max(1, math.ceil(count / columns))
    nothing = colour_steps(np.zeros(1), 1.0)[0]
    tiles = np.full((rows * columns, height + GAP_PX, width + GAP_PX), nothing, np.uint16)
    tiles[:count, :height, :width] = steps
    lines = tiles.reshape(rows, columns, height + GAP_PX, width + GAP_PX).swapaxes(1, 2)
    return lines.reshape(rows * (height + GAP_PX), columns * (width + GAP_PX))
