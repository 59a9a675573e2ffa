"""What the hand-made descriptors have in common."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Vector = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Descriptor:
    """One way to describe a picture of any size by a fixed count of numbers.

    Args:
        name: what a person calls it.
        recipe: every fact that changes a vector.
        describe: upright sRGB (height, width, 3) to (dimensions,); the same pixels give the same
            numbers. It may be called from any thread.
    """

    name: str
    dimensions: int
    recipe: Mapping[str, str]
    describe: Callable[[Pixels], Vector]
