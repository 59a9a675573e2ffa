"""What several examples are made into."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lookalike.library.search.feedback import Judged, linear_model, rocchio

NOBODY = np.empty((0, 8), np.float32)


def judged(wanted, unwanted=(), weights=None) -> Judged:
    vectors = np.array([*wanted, *unwanted], np.float32)
    is_wanted = np.arange(len(vectors)) < len(wanted)
    return Judged(vectors, np.array(weights or [1] * len(vectors), np.float64), is_wanted)


def axis(number: int, length: float = 1.0) -> np.ndarray:
    return length * np.eye(8, dtype=np.float32)[number]


def cosine(first: np.ndarray, second: np.ndarray) -> float:
    return float(first @ second / np.linalg.norm(first) / np.linalg.norm(second))


def some(count: int, seed: int) -> np.ndarray:
    return np.random.default_rng(seed).standard_normal((count, 8)).astype(np.float32)


def test_one_wanted_example_is_the_query_as_it_is():
    assert np.array_equal(rocchio(judged([axis(0, 3.5)])), axis(0, 3.5))


def test_examples_count_alike_however_long_their_vectors():
    query = rocchio(judged([axis(0, 9), axis(1, 0.5)]))
    assert cosine(query, axis(0)) == pytest.approx(cosine(query, axis(1)))


def test_the_mean_is_as_long_as_what_is_wanted():
    assert np.linalg.norm(rocchio(judged([axis(0, 4), axis(0, 6)], [axis(1, 99)]))) < 6


def test_twice_the_weight_is_as_good_as_twice_the_example():
    twice = rocchio(judged([axis(0), axis(0), axis(1)]))
    assert rocchio(judged([axis(0), axis(1)], weights=[2, 1])) == pytest.approx(twice)


def test_what_is_unwanted_weighs_half():
    query = rocchio(judged([axis(0)], [axis(1)]))
    assert query[1] == pytest.approx(-0.5 * query[0])


def test_with_nothing_wanted_the_query_leads_away():
    query = rocchio(judged([], [axis(0), axis(1)]))
    assert cosine(query, axis(0)) < 0
    assert cosine(query, axis(1)) < 0


def test_a_model_needs_three_examples_one_of_them_wanted():
    assert judged(some(2, 0), some(1, 1)).is_fit_for_a_model
    assert not judged(some(1, 0), some(1, 1)).is_fit_for_a_model
    assert not judged([], some(3, 1)).is_fit_for_a_model


def test_a_model_parts_what_was_judged_better_than_the_mean():
    """Wanted and unwanted share the first axis; another one tells them apart, but only just."""
    wanted = axis(0) + 0.2 * axis(1) + 0.1 * some(4, 2)
    unwanted = axis(0) - 0.2 * axis(1) + 0.1 * some(4, 3)
    marked = judged(wanted, unwanted)

    def margin(query: np.ndarray) -> float:
        right, wrong = ([cosine(query, each) for each in some] for some in (wanted, unwanted))
        return min(right) - max(wrong)

    assert margin(linear_model(marked, some(100, 4))) > 1.5 * margin(rocchio(marked))


def test_a_model_without_an_unwanted_example_stays_with_what_is_wanted():
    wanted = axis(0) + 0.1 * some(3, 5)
    model = linear_model(judged(wanted), some(100, 6))
    assert min(cosine(model, each) for each in wanted) > 0.8


def test_a_heavier_example_is_nearer_to_the_model():
    wanted, others = [axis(0), axis(1), axis(2)], some(50, 7)
    even, uneven = (
        linear_model(judged(wanted, weights=weights), others) for weights in ([1, 1, 1], [5, 1, 1])
    )
    assert cosine(uneven, axis(0)) > cosine(even, axis(0))


def test_a_model_does_without_other_photos():
    model = linear_model(judged([axis(0), axis(1)], [axis(2)]), NOBODY)
    assert cosine(model, axis(0)) > 0 > cosine(model, axis(2))


@given(st.integers(0, 5), st.integers(0, 5), st.integers(0, 50), st.integers(0, 1000))
def test_every_query_is_finite_and_repeats(wanted, unwanted, others, seed):
    marked = judged(some(wanted + 1, seed), some(unwanted, seed + 1))
    for query in (rocchio(marked), linear_model(marked, some(others, seed + 2))):
        assert query.shape == (8,)
        assert np.isfinite(query).all()
    assert np.array_equal(rocchio(marked), rocchio(marked))


def test_one_photo_marked_both_ways_is_no_fault():
    marked = judged([axis(0), axis(0)], [axis(0)])
    assert np.isfinite(linear_model(marked, axis(0)[np.newaxis])).all()
