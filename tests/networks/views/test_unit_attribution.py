import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lookalike.networks.views.unit_attribution import unit_shares


def vector(units: int, seed: int) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=units).astype(np.float32)


@given(st.integers(1, 50), st.integers(0, 1000), st.booleans())
def test_shares_sum_to_the_cosine(units, seed, is_centred):
    one, other = vector(units, seed), vector(units, seed + 1)
    centre = vector(units, seed + 2) if is_centred else None
    shares = unit_shares(one, other, centre)
    a, b = (each - (0 if centre is None else centre) for each in (one, other))
    cosine = a @ b / (np.linalg.norm(a) * np.linalg.norm(b))
    np.testing.assert_allclose(shares.sum(dtype=np.float64), cosine, atol=1e-5)


def test_a_unit_that_only_one_of_them_has_adds_nothing():
    shares = unit_shares(np.array([1, 2, 0.0]), np.array([0, 3, 4.0]))
    np.testing.assert_allclose(shares, [0, 6 / (5**0.5 * 5), 0])


def test_nothing_has_no_shares():
    assert unit_shares(np.zeros(3), np.ones(3)).tolist() == [0, 0, 0]
