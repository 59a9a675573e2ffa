"""Keys and vectors that grow while others read them."""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from lookalike.neighbors.matches import Keys, Vectors
from lookalike.neighbors.metrics import lengths

_Number = TypeVar("_Number", np.int64, np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """What a reader sees; it never changes.

    Args:
        keys: int64 (n,), ascending.
        vectors: float32 (n, d).
        norms: float32 (n,), their lengths.
    """

    keys: Keys
    vectors: Vectors
    norms: Vectors

    def __len__(self) -> int:
        return len(self.keys)

    def allowed(self, keys: Keys) -> NDArray[np.bool_]:
        """True where a row's key is among `keys`; unknown keys are passed over."""
        mask = np.zeros(len(self), np.bool_)
        places, known = self._places(keys)
        mask[places[known]] = True
        return mask

    def vectors_of(self, keys: Keys) -> Vectors:
        """The vectors (n, d) of keys; zero for those that are unknown."""
        vectors = np.zeros((len(keys), self.vectors.shape[1]), np.float32)
        places, known = self._places(keys)
        vectors[known] = self.vectors[places[known]]
        return vectors

    def _places(self, keys: Keys) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
        """The row of each key, and whether there is one."""
        places = np.searchsorted(self.keys, keys)
        known = places < len(self)
        known[known] = self.keys[places[known]] == keys[known]
        return places, known


class GrowingRows:
    """Appended to by one thread at a time; `current` may be taken by any.

    New rows are written behind those that are visible, so readers need no lock, and room is
    made in proportion, so adding one photo after the other costs the same for each.
    """

    def __init__(self, keys: Keys, vectors: Vectors) -> None:
        """Take over arrays that nobody else writes."""
        self._keys, self._vectors, self._norms = keys, vectors, lengths(vectors)
        self.current = Rows(self._keys, self._vectors, self._norms)

    def append(self, keys: Keys, vectors: Vectors) -> None:
        """Add rows whose keys follow all earlier ones."""
        start, stop = len(self.current), len(self.current) + len(keys)
        if stop > len(self._keys):
            self.make_room(max(stop, start * 3 // 2, 64))
        self._keys[start:stop] = keys
        self._vectors[start:stop] = vectors
        self._norms[start:stop] = lengths(vectors)
        self.current = Rows(self._keys[:stop], self._vectors[:stop], self._norms[:stop])

    def make_room(self, capacity: int) -> None:
        """Move to arrays in which `capacity` rows fit, so that growing to there moves nothing."""
        now = self.current
        self._keys = _longer(now.keys, capacity)
        self._vectors = _longer(now.vectors, capacity)
        self._norms = _longer(now.norms, capacity)


def _longer(array: NDArray[_Number], length: int) -> NDArray[_Number]:
    grown = np.empty((length, *array.shape[1:]), array.dtype)
    grown[: len(array)] = array
    return grown
