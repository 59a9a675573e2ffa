"""Compares by several spaces at once, each with its share of the say.

A distance is first divided by the one that random pairs of the library have in its space and
metric (`neighbors.calibration`), which makes spaces comparable: 0 is the same, 1 is no more alike
than two photos taken blindly. The distance of a mix is the mean of those by their shares, and its
similarity 1 less that: so the similarity of a mix is the mean of its parts', and explained by them.

A part may be below 0: less alike than two photos taken blindly. Cut off there, as a similarity that
is shown alone, the parts would not add up.

Every photo with a vector in all of the spaces is looked at, first in float32 and then, where it can
be among the nearest, in float64 (`neighbors.exact` tells why).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lookalike.library.library import Library
from lookalike.neighbors.calibration import ENOUGH_VECTORS, Calibration, random_pairs
from lookalike.neighbors.matches import Keys, Vectors
from lookalike.neighbors.metrics import Metric, distances, rough_error
from lookalike.neighbors.vector_index import VectorIndex
from lookalike.photos import Space

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Ingredient:
    """A space of a mix.

    Args:
        query: (d,), as the index compares it.
        share: 0 to 1; those of a mix add up to 1.
    """

    space: Space
    index: VectorIndex
    query: Vectors
    share: float


@dataclass(frozen=True, slots=True, eq=False)
class Mixed:
    """Nearest first; equal distances in the order of the photos' ids.

    Args:
        photos: int64 (n,).
        distances: float32 (n,), 1 as far as random pairs.
        parts: (n, p), the similarities by each space that the mix is the mean of; at most 1.
    """

    photos: Keys
    distances: Vectors
    parts: Numbers

    def __len__(self) -> int:
        return len(self.photos)


class Mix:
    """The photos of a library as one query of several spaces sees them."""

    def __init__(self, library: Library, ingredients: Sequence[Ingredient], metric: Metric) -> None:
        self._library = library
        self._ingredients = ingredients
        self._metric = metric
        self._shares = np.array([each.share for each in ingredients])
        self._scales = np.array(
            [each.index.calibration(metric).random_distance for each in ingredients]
        )
        self.photos, self._keys = _in_all(library, [each.space for each in ingredients])

    @property
    def first_keys(self) -> Keys:
        """The keys, in the first space, of the vectors of `photos`."""
        return self._keys[0]

    def nearest(
        self, count: int, *, beyond: float = 0.0, allowed: NDArray[np.bool_] | None = None
    ) -> Mixed:
        """At most `count`.

        Args:
            beyond: nearer photos are passed over, and take no place among the `count`.
            allowed: bool (n,) of `photos`; the others are passed over.
        """
        rows = self._within_reach(count, beyond, allowed)
        apart = self._apart([keys[rows] for keys in self._keys])
        mixed = (apart @ self._shares).astype(np.float32)
        order = np.lexsort((self.photos[rows], mixed))
        first = int(np.searchsorted(mixed[order], np.float32(beyond)))
        order = order[first : first + max(0, count)]
        return Mixed(self.photos[rows[order]], mixed[order], 1 - apart[order])

    def calibration(self) -> Calibration:
        """How to read the mix's distances."""
        known = ("mix", self._metric, *(each.space.key for each in self._ingredients))
        apart = self._library.remembered.get(known, self._random_pairs_apart)
        observed = np.sort((apart @ self._shares).astype(np.float32))
        trust = min(1.0, len(self.photos) / ENOUGH_VECTORS) if len(observed) else 0.0
        return Calibration(1.0, observed, trust, 1.0)

    def _within_reach(
        self, count: int, beyond: float, allowed: NDArray[np.bool_] | None
    ) -> NDArray[np.intp]:
        """The photos that are, or by rounding could be, among the `count` nearest beyond."""
        rough = self._rough()
        is_there = np.isfinite(rough)
        if allowed is not None:
            is_there &= allowed
        slack = 2 * self._rough_error(beyond)
        near = is_there & (rough >= beyond - slack)
        surely = rough[is_there & (rough >= beyond + slack)] if beyond > 0 else rough[is_there]
        if 0 < count < len(surely):
            last = float(np.partition(surely, count - 1)[count - 1])
            near &= rough <= last + 2 * self._rough_error(last)
        return np.flatnonzero(near)

    def _rough(self) -> Vectors:
        """Of every photo; infinite where an index has not taken one in yet."""
        mixed = np.zeros(len(self.photos), np.float32)
        for each, keys, scale in zip(self._ingredients, self._keys, self._scales, strict=True):
            known, measured = each.index.rough_distances(each.query, self._metric)
            places = np.minimum(np.searchsorted(known, keys), max(0, len(known) - 1))
            if not len(known):
                return np.full_like(mixed, np.inf)
            is_known = known[places] == keys
            mixed += np.where(is_known, measured[places], np.inf) * np.float32(each.share / scale)
        return mixed

    def _rough_error(self, distance: float) -> float:
        """A generous bound near a distance of the mix, summing up those of the spaces."""
        # Relative errors stay what they are under any scale; cosine's is an absolute one.
        scaled = float((self._shares / self._scales).sum()) if self._metric == "cosine" else 1.0
        return scaled * rough_error(distance, self._metric) + 1e-6 * (1 + abs(distance))

    def _apart(self, keys: Sequence[Keys]) -> Numbers:
        """(n, p), by each space, 1 as far as random pairs."""
        measured = [
            distances(each.index.vectors_of(of), each.query, self._metric)
            for each, of in zip(self._ingredients, keys, strict=True)
        ]
        return np.asarray(np.stack(measured, axis=1) / self._scales)

    def _random_pairs_apart(self) -> Numbers:
        first, second = random_pairs(len(self.photos))
        measured = [
            distances(
                each.index.vectors_of(keys[first]),
                each.index.vectors_of(keys[second]),
                self._metric,
            )
            for each, keys in zip(self._ingredients, self._keys, strict=True)
        ]
        return np.asarray(np.stack(measured, axis=1) / self._scales)


def _in_all(library: Library, spaces: Sequence[Space]) -> tuple[Keys, list[Keys]]:
    """The photos that have a vector in each of the spaces, and the vectors' keys by space."""
    return library.remembered.get(
        ("in all", *(space.key for space in spaces)), lambda: _find_in_all(library, spaces)
    )


def _find_in_all(library: Library, spaces: Sequence[Space]) -> tuple[Keys, list[Keys]]:
    embedded = [embedded_photos(library, space) for space in spaces]
    photos = embedded[0][0]
    for ids, _ in embedded[1:]:
        photos = np.intersect1d(photos, ids, assume_unique=True)
    return photos, [keys[np.searchsorted(ids, photos)] for ids, keys in embedded]


def embedded_photos(library: Library, space: Space) -> tuple[Keys, Keys]:
    """Those that have a vector in a space, ascending, and the key of each one's vector."""
    return library.remembered.get(
        ("embedded", space.key), lambda: library.catalog.selecting.embedded(space)
    )
