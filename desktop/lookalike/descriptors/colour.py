"""Which colours a picture has, and how much of each, wherever they are.

A histogram over CIELAB, whose steps are even to the eye (Swain and Ballard, "Color Indexing", IJCV
1991). A pixel between two bins counts for both in parts, so a slight change of light moves no pixel
from one bin to another. The square root makes a small spot of colour count beside a large
background, and turns cosines into the Bhattacharyya coefficient of two histograms (Arandjelović and
Zisserman, "Three things everyone should know to improve object retrieval", CVPR 2012).

A pyramid that also counts each quarter of the picture found no more: 0.73 of the first ten were
right on shelf photos of groceries, and 0.77 without.
"""

import numpy as np

from lookalike.descriptors.cielab import Numbers, cielab
from lookalike.descriptors.descriptor import SIDE_PX, Descriptor, Pixels, Vector

_BINS = (4, 8, 8)
# Pixels are counted in bins so many times finer, and each of those is shared as its middle would
# be: half the work of sharing every pixel. Two times finer finds less.
_FINER = 3
# Of L, and of a and b: stronger colours than 64 are rare, and go to the outermost bins.
_FIRST = np.array([[0], [-64], [-64]], np.float32)
_RANGE = np.array([[100], [128], [128]], np.float32)


def colours(pixels: Pixels) -> Vector:
    """The square roots of the shares of 256 colours; its length is 1."""
    light, green_red, blue_yellow = _FINE_BINS[:, 0]
    places = (cielab(pixels).reshape(3, -1) - _FIRST) * (_FINE_BINS / _RANGE)
    fine = np.clip(places, 0, _FINE_BINS - 1).astype(np.intp)
    at = (fine[0] * green_red + fine[1]) * blue_yellow + fine[2]
    counts = np.bincount(at, minlength=light * green_red * blue_yellow).astype(np.float32)
    shared = _LIGHT @ counts.reshape(light, -1)
    shared = _TINT @ shared.reshape(-1, green_red, blue_yellow) @ _TINT.T
    return np.asarray(np.sqrt(shared / at.size), np.float32).reshape(-1)


def _shares(bins: int) -> Numbers:
    """How much of each fine bin (bins, fine bins) counts for each bin."""
    middles = np.clip((np.arange(bins * _FINER) + 0.5) / _FINER - 0.5, 0, bins - 1)
    apart = np.abs(middles - np.arange(bins)[:, np.newaxis])
    return np.asarray(np.maximum(0, 1 - apart), np.float32)


_FINE_BINS = _FINER * np.array(_BINS)[:, np.newaxis]
_LIGHT, _TINT = _shares(_BINS[0]), _shares(_BINS[1])

COLOUR = Descriptor(
    "colour",
    int(np.prod(_BINS)),
    {
        "descriptor": "histogram",
        "space": "CIELAB",
        "bins": "4 8 8",
        "finer": str(_FINER),
        "side": str(SIDE_PX),
    },
    colours,
)
