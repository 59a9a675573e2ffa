"""What a grid of units shows, computed before any of it is drawn."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lookalike.library.drawing.map_colours import finite
from lookalike.library.drawing.unit_atlas import UnitAtlas, UnitOrder, order_units, unit_atlas


@dataclass(frozen=True, slots=True, eq=False)
class UnitGridView:
    """The units of a layer for one picture.

    Args:
        units: the unit at each place.
        maxima, means: of each unit's map, by unit, and so is `share`.
        share: how much each unit adds to a match, where there is one.
    """

    atlas: UnitAtlas
    units: NDArray[np.intp]
    maxima: NDArray[np.float32]
    means: NDArray[np.float32]
    share: NDArray[np.float32] | None = None

    @property
    def count(self) -> int:
        return len(self.units)

    def place_of(self, unit: int) -> int | None:
        found = np.flatnonzero(self.units == unit)
        return int(found[0]) if len(found) else None


def describe_units(
    maps: NDArray[Any],
    *,
    is_signed: bool,
    order: UnitOrder = UnitOrder.NUMBER,
    share: NDArray[Any] | None = None,
    is_boosted: bool = False,
    gamma: float = 1.0,
) -> UnitGridView:
    """Of a layer's values (units, height, width), or (units,), for one picture.

    Any thread may call this.

    Args:
        is_boosted: each unit has a scale of its own, in place of one for the layer.
        gamma: the exponent of what is drawn; below 1 it lifts weak values.
    """
    units = order_units(maps, order, share)
    atlas = unit_atlas(maps, units, is_signed=is_signed, is_boosted=is_boosted, gamma=gamma)
    flat = finite(maps).reshape(len(maps), -1)
    shares = None if share is None else finite(share)
    return UnitGridView(atlas, units, flat.max(axis=1), flat.mean(axis=1), shares)
