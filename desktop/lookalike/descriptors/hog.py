"""Which edges a picture has, and where: its shapes, with no regard to colours.

Histograms of oriented gradients (Dalal and Triggs, "Histograms of Oriented Gradients for Human
Detection", CVPR 2005), as scikit-image counts them: 9 directions in cells of 8 pixels, blocks of
2 x 2 cells brought to one contrast, and of the three colours at each pixel the one that changes
most, so that a red thing on a green ground of equal brightness has an outline too.
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from lookalike.descriptors.descriptor import SIDE_PX, Descriptor, Pixels, Vector

_CELL_PX, _BLOCK, _DIRECTIONS = 8, 2, 9
_CELLS = SIDE_PX // _CELL_PX
_MOST = 0.2  # of a direction in a block ("L2-Hys"): what is more counts no more
_TINY = 1e-5


def gradients(pixels: Pixels) -> Vector:
    """The histograms of all blocks, row by row, each of length 1; 0 where nothing has an edge."""
    from skimage.feature import hog

    # As one block: what scales all cells alike is lost below, where scikit-image would take as long
    # over the blocks as over the pixels.
    cells = hog(
        pixels.astype(np.float32) / 255,
        orientations=_DIRECTIONS,
        pixels_per_cell=(_CELL_PX, _CELL_PX),
        cells_per_block=(_CELLS, _CELLS),
        block_norm="L2",
        channel_axis=-1,
    )
    return _blocks(np.asarray(cells, np.float32).reshape(_CELLS, _CELLS, _DIRECTIONS)).reshape(-1)


def _blocks(cells: NDArray[np.float32]) -> NDArray[np.float32]:
    """The blocks (n, cells of each * directions), which overlap, each of length 1."""
    around = sliding_window_view(cells, (_BLOCK, _BLOCK), axis=(0, 1))
    blocks = around.transpose(0, 1, 3, 4, 2).reshape(-1, _BLOCK * _BLOCK * _DIRECTIONS)
    return _of_length_1(np.minimum(_of_length_1(blocks), _MOST))


def _of_length_1(blocks: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths = np.sqrt(np.square(blocks).sum(axis=1, keepdims=True) + _TINY**2)
    return np.asarray(blocks / lengths, np.float32)


SHAPE = Descriptor(
    "shape",
    ((_CELLS - _BLOCK + 1) * _BLOCK) ** 2 * _DIRECTIONS,
    {
        "descriptor": "HoG",
        "side": str(SIDE_PX),
        "cells": f"{_CELL_PX} {_BLOCK} {_DIRECTIONS}",
        "normalised": "L2-Hys",
    },
    gradients,
)
