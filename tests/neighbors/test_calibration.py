import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lookalike.neighbors.calibration import PAIRS, calibrate
from lookalike.neighbors.metrics import METRICS, distances


def centred(count, dimensions=16, seed=0):
    return np.random.default_rng(seed).standard_normal((count, dimensions)).astype(np.float32)


@settings(deadline=None)
@given(st.integers(0, 60), st.sampled_from(METRICS), st.integers(0, 5))
def test_both_numbers_fall_from_one_to_zero(count, metric, seed):
    calibration = calibrate(centred(count, 4, seed), metric)
    asked = np.linspace(0, 4 * calibration.random_distance, 200)
    for told in (calibration.similarity(asked), calibration.percentile(asked)):
        assert told[0] == 1
        assert told[-1] == pytest.approx(0, abs=0.05)
        assert (np.diff(told) <= 1e-12).all()
        assert ((told >= 0) & (told <= 1)).all()


@pytest.mark.parametrize("metric", METRICS)
def test_a_random_pair_is_not_similar_and_half_are_farther(metric):
    calibration = calibrate(centred(500), metric)
    assert calibration.similarity(calibration.random_distance) == pytest.approx(0, abs=1e-6)
    assert calibration.similarity(calibration.random_distance / 4) == pytest.approx(0.75)
    assert calibration.percentile(calibration.random_distance) == pytest.approx(0.5, abs=0.01)


@pytest.mark.parametrize("metric", METRICS)
def test_the_percentile_is_the_share_of_pairs_farther_apart(metric):
    vectors = centred(100)
    first, second = np.triu_indices(100, 1)
    pairs = distances(vectors[first], vectors[second], metric)
    calibration = calibrate(vectors, metric)
    for asked in np.quantile(pairs, [0.01, 0.3, 0.9]):
        assert calibration.percentile(asked) == pytest.approx((pairs > asked).mean(), abs=1e-3)


def test_pairs_equally_far_apart_are_not_farther():
    vectors = np.repeat(np.array([[0], [5]], np.float32), 20, axis=0)
    calibration = calibrate(vectors, "l1")
    assert calibration.percentile([0, 4.9, 5]) == pytest.approx([400 / 780, 400 / 780, 0])


def test_pairs_are_of_different_photos():
    # Far apart on a line: only a photo paired with itself would be at distance 0.
    vectors = (np.arange(5000, dtype=np.float32) * 10)[:, np.newaxis]
    observed = calibrate(vectors, "l2").observed
    assert len(observed) == PAIRS
    assert observed.min() >= 10


def test_no_pair_is_counted_twice():
    vectors = (2.0 ** np.arange(15, dtype=np.float32))[:, np.newaxis]
    observed = calibrate(vectors, "l1").observed
    assert len(set(observed.tolist())) == len(observed) == 15 * 14 // 2


def test_a_calibration_repeats():
    vectors = centred(3000)
    assert np.array_equal(calibrate(vectors, "l2").observed, calibrate(vectors, "l2").observed)


@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize("count", [1, 2, 10, 29, 30])
def test_a_small_library_is_read_much_like_a_large_one(metric, count):
    vectors = centred(2000, 64)
    large, small = calibrate(vectors, metric), calibrate(vectors[:count], metric)
    assert small.random_distance == pytest.approx(large.random_distance, rel=0.2)


def test_without_any_photo_the_expected_scale_stands():
    calibration = calibrate(np.empty((0, 8), np.float32), "cosine")
    assert calibration.similarity([0, 0.25, 1, 2]).tolist() == [1, 0.75, 0, 0]
    assert calibration.percentile([0, 1, 2]).tolist() == [1, 0.5, 0]


@pytest.mark.parametrize("metric", METRICS)
def test_copies_of_one_photo_do_not_break_the_scale(metric):
    vectors = np.tile(centred(1), (100, 1))
    calibration = calibrate(vectors, metric)
    assert calibration.random_distance > 0
    assert calibration.similarity([0.0]).tolist() == [1]
    assert np.isfinite(calibration.percentile([0.0, 1.0])).all()


@pytest.mark.parametrize("metric", METRICS)
def test_the_same_photo_is_wholly_similar_in_spite_of_half_precision(metric):
    vectors = centred(200, 256)
    rounded = vectors.astype(np.float16).astype(np.float32)
    apart = distances(rounded, vectors, metric)
    assert np.round(calibrate(vectors, metric).similarity(apart) * 100).min() == 100
