import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lookalike.library.why.contributions import (
    averaged_into,
    cosine,
    pair_shares,
    strongest_links,
    unit_shares,
)


def numbers(*shape: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=shape)


def plain_cosine(one: np.ndarray, other: np.ndarray) -> float:
    return float(one @ other / np.linalg.norm(one) / np.linalg.norm(other))


def test_all_pairs_sum_to_the_cosine_of_the_means():
    one, other = numbers(6, 5), numbers(4, 5, seed=1)
    pairs = pair_shares(one, other)
    assert pairs.shape == (6, 4)
    assert pairs.sum() == pytest.approx(plain_cosine(one.mean(axis=0), other.mean(axis=0)))


def test_a_pair_counts_by_its_own_product():
    one, other = numbers(6, 5), numbers(4, 5, seed=1)
    pairs, products = pair_shares(one, other), one @ other.T
    assert pairs / pairs[0, 0] == pytest.approx(products / products[0, 0])


@pytest.mark.parametrize("reduced", [False, True])
def test_all_units_sum_to_the_cosine_of_what_is_compared(reduced):
    one, other, components = numbers(7), numbers(7, seed=1), numbers(7, 3, seed=2)
    seen = (one @ components, other @ components) if reduced else (one, other)
    shares = unit_shares(one, other, components if reduced else None)
    assert shares.sum() == pytest.approx(plain_cosine(*seen))
    assert shares == pytest.approx(unit_shares(other, one, components if reduced else None))


def test_without_a_reduction_a_unit_counts_by_its_product():
    shares = unit_shares(np.array([3.0, 4.0]), np.array([1.0, 0.0]), None)
    assert shares.tolist() == pytest.approx([0.6, 0])


def test_what_has_no_direction_is_like_nothing():
    zero = np.zeros(5)
    assert cosine(zero, numbers(5)) == 0
    assert not pair_shares(np.zeros((4, 5)), numbers(6, 5)).any()
    assert not unit_shares(zero, numbers(5), None).any()


@given(height=st.integers(1, 40), width=st.integers(1, 40), most=st.integers(1, 20))
def test_cells_of_equal_area_have_the_mean_of_the_map(height, width, most):
    maps = numbers(2, height, width)
    blocks = averaged_into(maps, most)
    assert blocks.shape == (2, min(height, most), min(width, most))
    assert blocks.mean(axis=(1, 2)) == pytest.approx(maps.mean(axis=(1, 2)), abs=1e-9)


def test_a_map_that_is_small_enough_is_left_alone():
    maps = numbers(2, 3, 4)
    assert averaged_into(maps, 4) == pytest.approx(maps)


def test_links_are_the_strongest_pairs_best_first():
    pairs = np.zeros((9, 9))
    pairs[0, 8], pairs[8, 0], pairs[2, 2], pairs[6, 6] = 3, 5, -9, 1
    assert strongest_links(pairs, (3, 3), (3, 3), 12) == [(8, 0), (0, 8), (6, 6)]
    assert strongest_links(pairs, (3, 3), (3, 3), 1) == [(8, 0)]


def test_two_links_neither_share_a_cell_nor_run_side_by_side():
    pairs = np.zeros((9, 9))
    pairs[0, 0], pairs[0, 8], pairs[6, 0], pairs[1, 1], pairs[1, 8] = 5, 4, 3, 2, 1
    assert strongest_links(pairs, (3, 3), (3, 3), 12) == [(0, 0), (1, 8)]
