"""Which colours a picture has, and how much of each, wherever they are.

A histogram over CIELAB, whose distances are close to those that people see (Swain and Ballard,
"Color Indexing", IJCV 1991, in a space of even steps). A pixel between two bins counts for both in
parts, so a slight change of light moves no pixel from one bin to another. The square root makes a
small spot of colour count beside a large background, and turns cosines into the Bhattacharyya
coefficient of two histograms (Arandjelović and Zisserman, "Three things everyone should know to
improve object retrieval", CVPR 2012).

A pyramid that also counts each quarter of the picture found no more: 0.73 of the first ten were
right on shelf photos of groceries, and 0.77 without.
"""

import numpy as np
from numpy.typing import NDArray

from lookalike.descriptors.descriptor import Descriptor, Pixels, Vector
from lookalike.descriptors.shrink import shrunk

_SIDE_PX = 64
_BINS = (4, 8, 8)
# Of L, and of a and b: stronger colours than 64 are rare, and go to the outermost bins.
_FIRST, _LAST = np.array([0, -64, -64]), np.array([100, 64, 64])


def colours(pixels: Pixels) -> Vector:
    """The square roots of the shares of 256 colours; its length is 1."""
    from skimage.color import rgb2lab  # 0.2 s that other searches do without

    lab = rgb2lab(shrunk(pixels, _SIDE_PX)).reshape(-1, 3)
    bins = np.array(_BINS)
    places = np.clip((lab - _FIRST) / (_LAST - _FIRST) * bins - 0.5, 0, bins - 1)
    shares = _soft_counts(places) / len(places)
    return np.sqrt(shares).astype(np.float32)


def _soft_counts(places: NDArray[np.float64]) -> NDArray[np.float64]:
    """How many of the points (n, 3) are in each bin, each shared among the eight around it."""
    below = np.minimum(places.astype(np.intp), np.array(_BINS) - 2)
    above = places - below
    counts = np.zeros(np.prod(_BINS))
    for corner in np.ndindex(2, 2, 2):
        part = np.where(corner, above, 1 - above).prod(axis=1)
        at = np.ravel_multi_index(tuple((below + corner).T), _BINS)
        counts += np.bincount(at, part, len(counts))
    return counts


COLOUR = Descriptor(
    "colour",
    int(np.prod(_BINS)),
    {"descriptor": "histogram", "space": "CIELAB", "bins": "4 8 8", "side": str(_SIDE_PX)},
    colours,
)
