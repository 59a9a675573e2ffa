"""Where in a picture the evidence for a class lies, and which classes a network sees."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lookalike.networks.embedder import softmax

Numbers = NDArray[np.float32]

_SUMS_TO_ONE = 0.01  # an 8-bit network rounds its probabilities


@dataclass(frozen=True, slots=True)
class ClassGuess:
    """A class by its index, and how probable the network finds it."""

    index: int
    probability: float


def top_classes(outputs: Numbers, count: int = 5) -> tuple[ClassGuess, ...]:
    """The most probable classes of one picture, best first, from logits or probabilities."""
    odds = probabilities(outputs.reshape(1, -1))[0]
    best = np.argsort(-odds, kind="stable")[:count]
    return tuple(ClassGuess(int(index), float(odds[index])) for index in best)


def probabilities(outputs: Numbers) -> Numbers:
    """(n, classes), the same numbers where the network itself ends in a softmax."""
    rows = outputs.reshape(len(outputs), -1)
    return rows if are_probabilities(rows) else softmax(rows)


def are_probabilities(rows: Numbers) -> bool:
    """Whether each of the rows (n, classes) is a distribution already."""
    return bool((rows >= 0).all() and (abs(rows.sum(axis=1) - 1) < _SUMS_TO_ONE).all())


def class_map(feature_map: Numbers, weights: Numbers, bias: float = 0.0) -> Numbers:
    """What each cell (h, w) adds to the logit of a class: exact, the cells sum to the logit.

    Only for a network whose last feature map (c, h, w) is averaged and weighted (c,): a class
    activation map (Zhou et al., "Learning deep features for discriminative localization", CVPR
    2016, eq. 2), here with the average's 1/hw.

    Args:
        bias: what the logit starts from; it has no place, so each cell gets the same share.
    """
    cells = feature_map.shape[1] * feature_map.shape[2]
    weighted = np.tensordot(weights.astype(np.float64), feature_map, axes=1)
    shares: Numbers = ((weighted + bias) / cells).astype(np.float32)
    return shares
