"""Folds near-duplicates of one shot under the match that ranks best.

Two photos are near-duplicates if the cosine distance of their content is at most `NEAR`.
tests/benchmarks/stacks.py measured it: byte-identical and re-encoded copies fold, more than nine of
ten that were made brighter or more colourful, two thirds and more of the mirrored, and a quarter to
a half of those half as large. What is grey, turned, or cut by a tenth is as far away as different
photos of one scene are, so it stays by itself. At 0.05 no fold joins two kinds of clothing or
groceries, and all 95 pairs of groceries (of 3,156,328) are shots of one shelf from nearly one
place; from 0.06 on two peaches are one, and from 0.08 on two kinds of milk.

Each photo joins the best match it is near to, never one that is itself beneath: a burst in which
every shot is near to the next does not become one stack. So what is folded in the first hundred
stays so when more matches follow.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from lookalike.neighbors.matches import Vectors
from lookalike.neighbors.metrics import unit
from lookalike.photos import PhotoId

NEAR = 0.05

# By the photo on top, those beneath it, in the order of the matches.
Stacks = Mapping[PhotoId, tuple[PhotoId, ...]]


def fold(photos: Sequence[PhotoId], vectors: Vectors) -> Stacks:
    """The stacks among matches; most matches are in none.

    Args:
        photos: the best match first.
        vectors: their content (n, d), as the index compares it.
    """
    directions = unit(vectors)
    is_near = directions @ directions.T >= 1 - NEAR
    is_free = np.ones(len(photos), np.bool_)
    stacks = {}
    for top, photo in enumerate(photos):
        if not is_free[top]:
            continue
        beneath = top + 1 + np.flatnonzero((is_near[top] & is_free)[top + 1 :])
        is_free[beneath] = False
        if len(beneath):
            stacks[photo] = tuple(photos[row] for row in beneath.tolist())
    return stacks
