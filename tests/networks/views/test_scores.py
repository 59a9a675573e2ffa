import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lookalike.networks.views.scores import (
    ClassScore,
    Pooling,
    SimilarityScore,
    UnitScore,
)

UNITS = 3


def values(*shape: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=shape)


SCORES = {
    "logit": ClassScore("t", 1),
    "strongest": UnitScore("t", 1),
    "mean": UnitScore("t", 2, pooling=Pooling.MEAN),
    "power": UnitScore("t", 2, pooling=Pooling.POWER),
    "cell": UnitScore("t", 0, (1, 2)),
    "similarity": SimilarityScore("t", values(UNITS, seed=7)),
    "centred similarity": SimilarityScore("t", values(UNITS, seed=7), values(UNITS, seed=8)),
}


@pytest.mark.parametrize("name", SCORES)
@pytest.mark.parametrize("places", [(), (2, 4)])
@given(seed=st.integers(100, 1000))
def test_a_cotangent_is_the_derivative_of_its_score(name, places, seed):
    score, at = SCORES[name], values(2, UNITS, *places, seed=seed)
    step = values(*at.shape, seed=seed + 1) * 1e-5
    rise = (score(at + step) - score(at - step)) / 2
    slope = (score.cotangent(at) * step).reshape(2, -1).sum(axis=1)
    np.testing.assert_allclose(slope, rise, rtol=1e-3, atol=1e-9)


def test_a_unit_is_asked_at_the_cell_that_was_named():
    maps = np.arange(24.0).reshape(1, 2, 3, 4)
    assert UnitScore("t", 1, (2, 1))(maps) == maps[0, 1, 2, 1]
    assert UnitScore("t", 1)(maps) == maps[0, 1].max()


def test_similarity_is_the_cosine_of_the_averages():
    maps, goal = values(2, UNITS, 4, 4), values(UNITS, seed=3)
    told = SimilarityScore("t", goal)(maps)
    means = maps.mean(axis=(2, 3))
    expected = means @ goal / np.linalg.norm(means, axis=1) / np.linalg.norm(goal)
    np.testing.assert_allclose(told, expected)
    np.testing.assert_allclose(SimilarityScore("t", goal, goal)(maps), 0)
