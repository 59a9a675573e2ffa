"""A small copy of a picture, each pixel of it the mean of the area that it stands for."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from lookalike.descriptors.descriptor import Pixels

Numbers = NDArray[np.float64]


def shrunk(pixels: Pixels, side_px: int) -> Numbers:
    """The whole picture squeezed into a square (side, side, 3) of values 0 to 1.

    Means of areas hardly depend on how a picture was shrunk before, so a photo and a copy of other
    size give nearly the same. What is smaller than the square is enlarged.
    """
    rows = _means(pixels, side_px)
    columns = _means(rows.swapaxes(0, 1), side_px)
    return columns.swapaxes(0, 1) / 255


def _means(values: NDArray[Any], parts: int) -> Numbers:
    """The mean of each of `parts` equal lengths of the first axis; an edge may cut a value."""
    # Not by a product of matrices: BLAS would split it among threads, which wait for each other
    # where other threads describe other pictures (twenty times as long on a busy machine).
    length = len(values)
    edges = np.arange(parts + 1) * (length / parts)
    whole = np.minimum(edges.astype(np.intp), length - 1)
    cut = (edges - whole).reshape(-1, *[1] * (values.ndim - 1))
    sums = np.zeros((length + 1, *values.shape[1:]))
    np.cumsum(values, axis=0, out=sums[1:])
    upto = sums[whole] + cut * values[whole]
    return np.asarray(np.diff(upto, axis=0) * (parts / length), np.float64)
