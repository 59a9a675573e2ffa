"""Examples dealt into folds, of which each is held out once."""

import numpy as np
from numpy.typing import NDArray

from lookalike.learning.examples import HAS, Examples, Rows

ALWAYS_LEARNED = -1


def folds(examples: Examples, count: int, seed: int) -> Rows:
    """int64 (n,): which fold holds each row out; `ALWAYS_LEARNED` for rows that none does.

    Stratified for several labels at once: the rarest label is dealt first, each of its photos to
    the fold that has the fewest of it (Sechidis et al., "On the stratification of multi-label
    data", ECML 2011). Copies of one photo stay together, and no fold holds out all that is known
    of a label.
    """
    chance = np.random.default_rng(seed)
    _, group_of = np.unique(examples.groups, return_inverse=True)
    has = np.zeros((group_of.max() + 1, examples.labels), bool)
    np.logical_or.at(has, group_of, examples.targets == HAS)
    dealt = _dealt(has, count, chance)
    for column in range(examples.labels):
        own = np.flatnonzero(has[:, column])
        if len(own) and len(np.unique(dealt[own])) == 1:
            dealt[own[0]] = ALWAYS_LEARNED
    return dealt[group_of]


def _dealt(has: NDArray[np.bool_], count: int, chance: np.random.Generator) -> Rows:
    """The fold (g,) of each group, of which it is known which labels it has (g, c)."""
    dealt = np.full(len(has), ALWAYS_LEARNED)
    taken = np.zeros(count, np.int64)
    # What has no label comes last, as if it were the most common of all.
    for column in [*np.argsort(has.sum(axis=0), kind="stable"), None]:
        waiting = dealt == ALWAYS_LEARNED
        own = np.flatnonzero(waiting if column is None else waiting & has[:, column])
        there = np.zeros(count, np.int64)
        if column is not None:
            there = np.bincount(dealt[has[:, column] & ~waiting], minlength=count)
        for group in chance.permutation(own):
            # By the fewest of this label, then by the fewest photos at all, then by chance.
            fold = np.lexsort((chance.random(count), taken, there))[0]
            dealt[group] = fold
            there[fold] += 1
            taken[fold] += 1
    return dealt
