"""What the hand-made descriptors have in common."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Vector = NDArray[np.float32]

# Of the square that a picture is squeezed into. With 56, 64 or 96 pixels shape finds as much of
# what is right, and takes longer; with 40 shape and colours find less.
SIDE_PX = 48


@dataclass(frozen=True, slots=True)
class Descriptor:
    """One way to describe a picture by a fixed count of numbers.

    Args:
        name: what a person calls it.
        recipe: every fact that changes a vector.
        describe: sRGB (SIDE_PX, SIDE_PX, 3), all of a picture squeezed into a square, to
            (dimensions,); the same pixels give the same numbers. It may be called from any thread.
    """

    name: str
    dimensions: int
    recipe: Mapping[str, str]
    describe: Callable[[Pixels], Vector]
