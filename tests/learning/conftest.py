"""Examples whose labels can be told from their vectors, as far as a test wants."""

from collections.abc import Callable

import numpy as np
import pytest

from lookalike.learning.examples import Examples, weight_of_others

MakeExamples = Callable[..., Examples]


@pytest.fixture(scope="session")
def make_examples() -> MakeExamples:
    """`make_examples(labels=3, each=10, others=20, noise=0.5, dimensions=16, seed=0)`.

    `noise` 0: photos of a label are the same; 2: hardly to be told apart. Others stand around.
    """

    def made(labels=3, each=10, others=20, noise=0.5, dimensions=16, seed=0) -> Examples:
        random = np.random.default_rng(seed)
        truth = np.repeat(np.arange(labels), each)
        vectors = random.normal(size=(labels, dimensions))[truth]
        vectors = vectors + noise * random.normal(size=vectors.shape)
        elsewhere = random.normal(size=(others, dimensions))
        targets = np.zeros((len(truth) + others, labels), np.int8)
        targets[np.arange(len(truth)), truth] = 1
        weight = weight_of_others(targets[: len(truth)], others)
        return Examples(
            np.concatenate([vectors, elsewhere]).astype(np.float32),
            targets,
            np.concatenate([np.ones(len(truth)), np.full(others, weight)]),
            np.arange(len(targets)),
        )

    return made
