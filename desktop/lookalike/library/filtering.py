"""Words that photos have to fit: names, folders, dates, cameras, sizes, and what is on them."""

import numpy as np
from numpy.typing import NDArray

from lookalike.library.library import Library

PhotoIds = NDArray[np.int64]


def fitting_photos(library: Library, words: str) -> PhotoIds | None:
    """The ready photos (n,) that fit, ascending; None where there are no words: all of them do.

    Raises:
        FilterUnclear: the words cannot be understood.
    """
    return None
