"""Embeddings made comparable: centred, and reduced where that costs nothing.

Features after a ReLU are never negative, so all vectors lie in one corner and every cosine is near
1. Subtracting the mean gives absent features a say as well: two photos that both lack something
count as alike in that (Jégou and Chum, "Negative evidences and co-occurences in image retrieval:
the benefit of PCA and whitening", ECCV 2012), and no photo is everybody's neighbour any more
(Suzuki et al., "Centering similarity measures to reduce hubs", EMNLP 2013).

A principal component analysis to 256 numbers then keeps nearly all inner products at a fifth of the
memory. The axes are turned and cut, not rescaled: whitening helped one collection and hurt another.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lookalike.neighbors.growth import is_outgrown
from lookalike.neighbors.matches import Vectors
from lookalike.neighbors.metrics import blocks

REDUCED_DIMENSIONS = 256
# Fewer are searched in a few milliseconds as they are, and finding axes takes half a second.
REDUCE_FROM = 2_000
LARGEST_SAMPLE = 20_000
# The prior centre counts as much as this many photos, so that a library of one is not all zero.
PRIOR_WEIGHT = 50

Raw = NDArray[Any]


@dataclass(frozen=True, slots=True, eq=False)
class Projection:
    """The same for all vectors that are compared.

    Args:
        centre: float32 (d,), subtracted from every vector.
        components: float32 (d, r) with orthonormal columns, or None: nothing is reduced.
        fitted_on: how many vectors the library had then.
    """

    centre: Vectors
    components: Vectors | None
    fitted_on: int

    @property
    def raw_dimensions(self) -> int:
        return len(self.centre)

    @property
    def dimensions(self) -> int:
        return self.raw_dimensions if self.components is None else self.components.shape[1]

    def is_outgrown_by(self, count: int) -> bool:
        """Whether a library of `count` photos has doubled since: time to fit anew."""
        return is_outgrown(self.fitted_on, count)

    def apply(self, vectors: Raw) -> Vectors:
        """Project float16 or float32 vectors (n, d) to float32 (n, r).

        Raises:
            ValueError: another length, or not finite.
        """
        if vectors.ndim != 2 or vectors.shape[1] != self.raw_dimensions:
            raise ValueError(f"vectors of {self.raw_dimensions} wanted, not {vectors.shape}")
        projected = np.empty((len(vectors), self.dimensions), np.float32)
        for rows in blocks(len(vectors), self.raw_dimensions * 4):
            centred = vectors[rows].astype(np.float32) - self.centre
            projected[rows] = centred if self.components is None else centred @ self.components
        if not np.isfinite(projected).all():
            raise ValueError("vectors have to be finite")
        return projected


def fit_projection(
    sample: Raw, prior_centre: Raw | None = None, total: int | None = None
) -> Projection:
    """Learn where the middle is, and along which axes the vectors differ.

    Args:
        sample: float16 or float32 (m, d) of the library; at most 20,000 rows are used, chosen
            the same way each time.
        prior_centre: (d,), the mean over many photos that a network ships; None means the origin.
        total: how many vectors the library has, where that is more than the sample.
    """
    fit = ProjectionFit(sample.shape[1], len(sample))
    fit.add(_at_most(sample, LARGEST_SAMPLE))
    return fit.projection(prior_centre, max(total or 0, len(sample)))


class ProjectionFit:
    """Learns from vectors as they pass by: a library of any size takes the same memory.

    Args:
        expected: how many there will be: few are not worth reducing.
    """

    def __init__(self, raw_dimensions: int, expected: int) -> None:
        self._count = 0
        self._sum = np.zeros(raw_dimensions)
        self._is_reducible = raw_dimensions > REDUCED_DIMENSIONS and expected >= REDUCE_FROM
        # Around some point near the middle, or large sums would swallow small differences.
        self._origin = np.zeros(raw_dimensions, np.float32)
        self._scatter = np.zeros((raw_dimensions,) * 2) if self._is_reducible else None

    def add(self, vectors: Raw) -> None:
        """Learn from float16 or float32 (n, raw_dimensions)."""
        for rows in blocks(len(vectors), vectors.shape[1] * 8):
            part = vectors[rows]
            self._sum += part.sum(axis=0, dtype=np.float64)
            if self._count == 0:
                self._origin = (self._sum / len(part)).astype(np.float32)
            self._count += len(part)
            if self._scatter is not None:
                apart = part.astype(np.float32) - self._origin
                self._scatter += apart.T @ apart

    def projection(self, prior_centre: Raw | None = None, total: int | None = None) -> Projection:
        """What was learnt.

        Args:
            prior_centre: (d,), the mean over many photos that a network ships; None means the
                origin.
            total: how many vectors the library has, where that is more than were added.
        """
        total = max(total or 0, self._count)
        centre = self._centre(prior_centre, total)
        axes = None
        if self._is_reducible and self._count >= REDUCE_FROM:
            axes = _principal_axes(self._scatter_around(centre)).astype(np.float32)
        return Projection(centre.astype(np.float32), axes, fitted_on=total)

    def _centre(self, prior: Raw | None, total: int) -> NDArray[np.float64]:
        known = np.zeros(len(self._sum)) if prior is None else prior.astype(np.float64)
        if self._count == 0:
            return known
        mean = self._sum / self._count
        return np.asarray((total * mean + PRIOR_WEIGHT * known) / (total + PRIOR_WEIGHT))

    def _scatter_around(self, centre: NDArray[np.float64]) -> Vectors:
        """(d, d) in single precision, as the axes are kept: half the memory of the fit's peak."""
        assert self._scatter is not None
        scatter = self._scatter.astype(np.float32)
        mean = self._sum / self._count
        # Steiner: around another point than the mean it is larger by how far off that point is.
        for point, sign in ((self._origin, -1), (centre, 1)):
            off = (point - mean).astype(np.float32)
            scatter += np.outer(off, sign * self._count * off)
        return scatter


def _at_most(sample: Raw, count: int) -> Raw:
    if len(sample) <= count:
        return sample
    chosen = np.random.default_rng(0).choice(len(sample), count, replace=False)
    return sample[np.sort(chosen)]


def _principal_axes(scatter: NDArray[np.float32]) -> Vectors:
    """The axes (d, r) that keep most of the inner products, strongest first."""
    _, axes = np.linalg.eigh(scatter)
    strongest = axes[:, ::-1][:, :REDUCED_DIMENSIONS]
    # An axis may point either way: let its largest number be positive, so that fits repeat.
    largest = np.take_along_axis(strongest, np.abs(strongest).argmax(axis=0)[np.newaxis], axis=0)
    return np.asarray(strongest * np.where(largest < 0, -1, 1))
