"""Labels told by a random forest."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from lookalike.learning.examples import HAS, UNKNOWN, Examples, Numbers, Vectors, directions

TREES = 100
# Along single units of a network a tree sees little: on clothing, 20 photos of each kind, a
# forest on 1,280 units got 0.71, on their 64 strongest axes 0.76.
AXES = 64


@dataclass(frozen=True, slots=True, eq=False)
class ForestClassifier:
    """The mean of what the leaves of many trees hold, along the strongest axes of the examples.

    Args:
        axes: float32 (d, r).
        trees: scikit-learn's.
    """

    axes: Vectors
    trees: Any

    def scores(self, vectors: Vectors) -> Vectors:
        """(n, c) for centred vectors (n, d), 0 to 1: the higher, the likelier the label."""
        told = self.trees.predict(directions(vectors) @ self.axes)
        return np.asarray(told, np.float32).reshape(len(vectors), -1)


def fit_forest(examples: Examples) -> ForestClassifier:
    """All labels by the same trees (Breiman, "Random forests", 2001).

    To split by the variance of 0 and 1 is to split by Gini's impurity, summed over the labels.
    """
    from sklearn.ensemble import RandomForestRegressor

    units = directions(examples.vectors)
    axes = _strongest_axes(units)
    targets = _filled(examples)
    # scikit-learn warns of a table of one column.
    targets = targets[:, 0] if examples.labels == 1 else targets
    trees = RandomForestRegressor(TREES, max_features="sqrt", random_state=0)
    trees.fit(units @ axes, targets, examples.weights)
    return ForestClassifier(axes, trees)


def _strongest_axes(units: Vectors) -> Vectors:
    """(d, r), of as many as there are examples at most."""
    is_wide = units.shape[1] > len(units)
    _, axes = np.linalg.eigh(units @ units.T if is_wide else units.T @ units)
    strongest = axes[:, ::-1][:, :AXES]
    return directions((units.T @ strongest).T).T if is_wide else strongest


def _filled(examples: Examples) -> Numbers:
    """0 or 1 (n, c); the share of the known where a label is unknown, so it tells little."""
    known = (examples.targets != UNKNOWN) * examples.weights[:, np.newaxis]
    has = (examples.targets == HAS) * examples.weights[:, np.newaxis]
    shares = has.sum(axis=0) / np.maximum(known.sum(axis=0), 1e-12)
    return np.asarray(np.where(examples.targets == UNKNOWN, shares, examples.targets == HAS))
