"""Labels told by planes: nearest centroid, logistic regression, linear support vector machine.

Each label is told from the rest by a plane of its own, from the photos of which it is known: so a
photo may have several labels, and a rejected suggestion teaches one label and no other. Where
labels exclude each other this was as accurate as multinomial logistic regression (clothing, 10
kinds, 10 photos of each: 0.759 against 0.757; 50 of each: 0.846 against 0.849).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from lookalike.learning.examples import (
    HAS,
    UNKNOWN,
    Examples,
    Numbers,
    Vectors,
    directions,
    lengths,
    turned,
)

_MOST_STEPS = 1_000


@dataclass(frozen=True, slots=True, eq=False)
class LinearClassifier:
    """score(x) = weights · x / |x| + bias, so the cells of a photo can share it out exactly.

    Args:
        weights: float32 (c, d).
        biases: float32 (c,).
    """

    weights: Vectors
    biases: Vectors

    def scores(self, vectors: Vectors) -> Vectors:
        """(n, c) for centred vectors (n, d): the higher, the likelier the label."""
        along = vectors @ self.weights.T / lengths(vectors)[:, np.newaxis]
        return np.asarray(along + self.biases, np.float32)

    def cell_shares(self, cells: Vectors) -> Vectors:
        """What each of a photo's centred cells (p, d) adds to each score (p, c).

        The photo's vector is the mean of its cells; all shares and the bias add up to the score.
        """
        length = lengths(cells.mean(axis=0, keepdims=True))[0]
        return np.asarray(cells @ self.weights.T / (length * len(cells)), np.float32)


def fit_logistic(examples: Examples, strength: float) -> LinearClassifier:
    """Logistic regression; `strength` is C, the inverse of its penalty on length."""
    from sklearn.linear_model import LogisticRegression

    return _fit_planes(examples, lambda: LogisticRegression(C=strength, max_iter=_MOST_STEPS))


def fit_machine(examples: Examples, strength: float) -> LinearClassifier:
    """A support vector machine with squared hinge loss; `strength` is its C."""
    from sklearn.svm import LinearSVC

    return _fit_planes(
        examples, lambda: LinearSVC(C=strength, dual=False, max_iter=_MOST_STEPS, random_state=0)
    )


def fit_centroids(examples: Examples) -> LinearClassifier:
    """How near a photo is to the mean direction of each label's photos, as a cosine."""
    has = (examples.targets == HAS) * examples.weights[:, np.newaxis]
    centroids = directions(has.T.astype(np.float32) @ directions(examples.vectors))
    return LinearClassifier(centroids, np.zeros(len(centroids), np.float32))


def _fit_planes(examples: Examples, new_estimator: Callable[[], Any]) -> LinearClassifier:
    """One estimator for each label, in as few dimensions as there are examples."""
    units, axes = directions(examples.vectors), None
    if 2 * len(units) < units.shape[1]:
        units, axes = turned(units)
    planes = [_plane(new_estimator(), units, examples, column) for column in range(examples.labels)]
    weights = np.array([weights for weights, _ in planes], np.float32)
    biases = np.array([bias for _, bias in planes], np.float32)
    return LinearClassifier(weights if axes is None else weights @ axes.T, biases)


def _plane(
    estimator: Any,  # noqa: ANN401 - scikit-learn has no types
    units: Vectors,
    examples: Examples,
    column: int,
) -> tuple[Vectors | Numbers, float]:
    targets = examples.targets[:, column]
    known = targets != UNKNOWN
    has = targets[known] == HAS
    if has.all() or not has.any():
        return np.zeros(units.shape[1]), _odds(int(has.sum()), int((~has).sum()))
    seen = units if known.all() else units[known]
    estimator.fit(seen, has, examples.weights[known])
    return estimator.coef_[0], float(estimator.intercept_[0])


def _odds(for_it: int, against: int) -> float:
    """Logarithmic, of a label that all known photos have, or none."""
    return float(np.log((for_it + 1) / (against + 1)))
