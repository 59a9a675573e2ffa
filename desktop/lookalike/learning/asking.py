"""Which photos to ask a person about next."""

import numpy as np

from lookalike.learning.examples import Numbers, Rows, Vectors, directions
from lookalike.learning.threads import one_thread

_CANDIDATES = 10  # for each that is asked about
_DIVERSITY = 0.5


def uncertainties(probabilities: Numbers) -> Numbers:
    """(n,), 0 to 1: how little the two likeliest answers, "none of these" among them, are apart.

    Margin sampling (Scheffer et al., "Active hidden Markov models for information extraction",
    IDA 2001; Settles, "Active learning literature survey", 2009, 3.1).
    """
    none = np.clip(1 - probabilities.sum(axis=1, keepdims=True), 0, 1)
    answers = np.concatenate([probabilities, none], axis=1)
    second, first = np.partition(answers, -2, axis=1)[:, -2:].T
    return np.asarray(1 - np.clip(first - second, 0, 1))


def most_useful(vectors: Vectors, probabilities: Numbers, most: int) -> Rows:
    """Rows (at most `most`) whose answers would teach most, each unlike those before it.

    One after the other, what is most uncertain and least like what was taken already (Brinker,
    "Incorporating diversity in active learning with support vector machines", ICML 2003).

    Args:
        vectors: float32 (n, d), centred, of the photos that may be asked about.
        probabilities: (n, c), calibrated.
    """
    unsure = uncertainties(probabilities)
    candidates = np.argsort(-unsure, kind="stable")[: most * _CANDIDATES]
    units, unsure = directions(vectors[candidates]), unsure[candidates]
    likeness = np.zeros(len(candidates), np.float32)
    taken: list[int] = []
    with one_thread():
        for _ in range(min(most, len(candidates))):
            worth = (1 - _DIVERSITY) * unsure - _DIVERSITY * likeness
            worth[taken] = -np.inf
            best = int(worth.argmax())
            taken.append(best)
            likeness = np.maximum(likeness, units @ units[best])
    return candidates[taken]
