"""Gaussian blur of planes."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]

_NO_BLUR_PX = 0.01  # the neighbour of a pixel is far outside such a bell


def blurred(planes: Numbers, sigma_px: float) -> Numbers:
    """Planes (..., h, w) blurred along both axes; at a border the weights inside count alone."""
    height, width = planes.shape[-2:]
    smooth = _weights(height, sigma_px) @ planes @ _weights(width, sigma_px).T
    return smooth.astype(np.float32, copy=False)


@lru_cache(maxsize=16)
def _weights(size: int, sigma_px: float) -> Numbers:
    """The blur of one axis as a matrix, each row of which sums to 1."""
    at = np.arange(size)
    bell = np.exp(-(((at[:, None] - at) / max(sigma_px, _NO_BLUR_PX)) ** 2) / 2)
    weights: Numbers = (bell / bell.sum(axis=1, keepdims=True)).astype(np.float32)
    return weights
