"""What a search answers: keys and how far away they are."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.int64]
Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Neighbors:
    """Nearest first; equal distances in the order of their keys.

    Args:
        keys: int64 (k,).
        distances: float32 (k,), 0 means the same vector.
    """

    keys: Keys
    distances: Vectors

    def __len__(self) -> int:
        return len(self.keys)


def nobody() -> Neighbors:
    """The answer where there is nothing to find."""
    return Neighbors(np.empty(0, np.int64), np.empty(0, np.float32))


def nearest_of(first: Neighbors, second: Neighbors, count: int) -> Neighbors:
    """The `count` nearest of two answers that share no key."""
    keys = np.concatenate([first.keys, second.keys])
    distances = np.concatenate([first.distances, second.distances])
    order = np.lexsort((keys, distances))[: max(0, count)]
    return Neighbors(keys[order], distances[order])
