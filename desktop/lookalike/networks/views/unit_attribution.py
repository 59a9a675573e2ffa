"""Which units make two embeddings alike."""

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]

_NO_LENGTH = 1e-12


def unit_shares(one: Numbers, other: Numbers, centre: Numbers | None = None) -> Numbers:
    """What each unit (c,) adds to the cosine of two averaged layers (c,): exact, they sum to it.

    Args:
        centre: what the units answer to the average photo, where the cosine is a centred one.
    """
    if centre is not None:
        one, other = one - centre, other - centre
    products = one.astype(np.float64) * other
    lengths = np.linalg.norm(one.astype(np.float64)) * np.linalg.norm(other.astype(np.float64))
    if lengths < _NO_LENGTH:
        return np.zeros_like(one)
    shares: Numbers = (products / lengths).astype(np.float32)
    return shares
