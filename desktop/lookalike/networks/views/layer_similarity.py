"""How alike two pictures are through the depth of a network: one number per layer."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]

_NO_LENGTH = 1e-12


def pooled_similarities(
    ones: Sequence[Numbers], others: Sequence[Numbers], centres: Sequence[Numbers] | None = None
) -> list[float]:
    """Per layer the cosine of the averages over two feature maps (c, h, w): what, not where.

    Args:
        centres: per layer what its units answer to the average photo (c,), to be taken off both.
            Without them rectified layers find any two pictures alike: two of noise reach 0.97.
    """
    averages = [(_average(one), _average(other)) for one, other in zip(ones, others, strict=True)]
    if centres is None:
        return [_cosine(one, other) for one, other in averages]
    return [
        _cosine(one - centre, other - centre)
        for (one, other), centre in zip(averages, centres, strict=True)
    ]


def _average(feature_map: Numbers) -> Numbers:
    """(c,); a layer without places is its own average."""
    average: Numbers = feature_map.reshape(len(feature_map), -1).mean(axis=1)
    return average


def _cosine(one: Numbers, other: Numbers) -> float:
    """-1 to 1; 0 where one of them has no direction."""
    lengths = np.linalg.norm(one.ravel()) * np.linalg.norm(other.ravel())
    if lengths < _NO_LENGTH:
        return 0.0
    return float(np.clip(np.vdot(one, other) / lengths, -1, 1))
