import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from lookalike.neighbors import metrics
from lookalike.neighbors.exact import search_exact
from lookalike.neighbors.metrics import METRICS


def naive(vectors, keys, query, count, metric):
    """The definition, one pair at a time, in Python's own numbers."""
    measured = []
    for key, vector in zip(keys.tolist(), vectors.astype(np.float64), strict=True):
        wanted = query.astype(np.float64)
        if metric == "cosine":
            norms = np.linalg.norm(vector) * np.linalg.norm(wanted)
            distance = 1 - vector @ wanted / norms if norms else 1.0
        else:
            distance = np.linalg.norm(vector - wanted, ord=1 if metric == "l1" else 2)
        measured.append((np.float32(max(0, distance)), key))
    return sorted(measured)[:count]


@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize("dimensions", [1, 3, 256, 1280])
def test_the_answer_is_the_definition(metric, dimensions, monkeypatch):
    monkeypatch.setattr(metrics, "BLOCK_BYTES", 4096)
    rng = np.random.default_rng(dimensions)
    vectors = rng.standard_normal((300, dimensions)).astype(np.float32)
    keys = rng.permutation(1000)[:300].astype(np.int64)
    query = vectors[5] + rng.standard_normal(dimensions).astype(np.float32)
    right = naive(vectors, keys, query, 12, metric)
    found = search_exact(vectors, keys, query, 12, metric)
    assert found.distances == pytest.approx([distance for distance, _ in right], abs=1e-6)
    if dimensions > 1:  # in one dimension every cosine is a tie
        assert found.keys.tolist() == [key for _, key in right]
    assert (found.keys.dtype, found.distances.dtype) == (np.int64, np.float32)


@settings(deadline=None)
@given(
    arrays(np.float32, (30, 3), elements=st.sampled_from([-2, -1, 0, 0.1, 1, 3])),
    arrays(np.float32, 3, elements=st.sampled_from([-1, 0, 0.1, 2])),
    st.integers(-1, 40),
    st.sampled_from(METRICS),
)
def test_ties_are_in_the_order_of_their_keys(vectors, query, count, metric):
    keys = np.arange(100, 70, -1)
    found = search_exact(vectors, keys, query, count, metric)
    assert len(found) == max(0, min(count, 30))
    order = list(zip(found.distances.tolist(), found.keys.tolist(), strict=True))
    assert order == sorted(order)
    everything = search_exact(vectors, keys, query, 30, metric)
    assert found.keys.tolist() == everything.keys.tolist()[: len(found)]
    assert not np.isnan(found.distances).any()


@pytest.mark.parametrize("metric", METRICS)
def test_equal_vectors_tie_wherever_they_stand(metric, monkeypatch):
    monkeypatch.setattr(metrics, "BLOCK_BYTES", 8192)
    rng = np.random.default_rng(0)
    vectors = np.tile(rng.standard_normal(37).astype(np.float32), (501, 1))
    query = rng.standard_normal(37).astype(np.float32)
    found = search_exact(vectors, np.arange(501), query, 20, metric)
    assert found.keys.tolist() == list(range(20))
    assert len(set(found.distances.tolist())) == 1


@pytest.mark.parametrize("metric", METRICS)
def test_rounding_keeps_nobody_out(metric):
    # The same numbers in other orders: equally far from the diagonal, but not in float32.
    rng = np.random.default_rng(0)
    numbers = rng.integers(1, 1000, 101).astype(np.float32) / 7
    vectors = np.stack([rng.permutation(numbers) for _ in range(400)])
    found = search_exact(vectors, np.arange(400), np.full(101, 3), 50, metric)
    assert found.keys.tolist() == list(range(50))


@pytest.mark.parametrize("metric", METRICS)
def test_only_allowed_vectors_are_found(metric):
    vectors = np.random.default_rng(1).standard_normal((50, 4)).astype(np.float32)
    keys = np.arange(50) + 1000
    allowed = np.zeros(50, bool)
    allowed[[3, 30, 31]] = True
    found = search_exact(vectors, keys, vectors[30], 10, metric, allowed=allowed)
    assert sorted(found.keys.tolist()) == [1003, 1030, 1031]
    assert found.keys[0] == 1030
    few = search_exact(vectors[allowed], keys[allowed], vectors[30], 2, metric)
    assert few.keys.tolist() == found.keys.tolist()[:2]


@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize("scale", [1e-44, 1e-30, 1e-15, 1e15])
def test_tiny_and_huge_numbers_give_finite_distances(metric, scale):
    vectors = (np.random.default_rng(3).standard_normal((50, 8)) * scale).astype(np.float32)
    found = search_exact(vectors, np.arange(50), vectors[9], 5, metric)
    assert np.isfinite(found.distances).all()
    assert (np.diff(found.distances) >= 0).all()


def test_nothing_allowed_finds_nobody():
    vectors = np.ones((3, 2), np.float32)
    found = search_exact(vectors, np.arange(3), vectors[0], 5, allowed=np.zeros(3, bool))
    assert len(found) == 0


def test_an_empty_library_finds_nobody():
    none = search_exact(np.empty((0, 4), np.float32), np.empty(0, np.int64), np.ones(4), 3)
    assert (len(none), none.keys.dtype, none.distances.dtype) == (0, np.int64, np.float32)


def test_known_norms_change_nothing():
    vectors = np.random.default_rng(2).standard_normal((40, 6)).astype(np.float32)
    keys, allowed = np.arange(40), np.arange(40) % 3 > 0
    norms = metrics.lengths(vectors)
    first = search_exact(vectors, keys, vectors[7], 9, allowed=allowed)
    second = search_exact(vectors, keys, vectors[7], 9, allowed=allowed, norms=norms)
    assert first.keys.tolist() == second.keys.tolist()
    assert first.distances.tolist() == second.distances.tolist()


@pytest.mark.parametrize("metric", METRICS)
@pytest.mark.parametrize("place", [0, 1, 7, 250, 299])
def test_what_is_too_near_takes_no_place(metric, place, monkeypatch):
    monkeypatch.setattr(metrics, "BLOCK_BYTES", 4096)
    rng = np.random.default_rng(3)
    vectors = rng.standard_normal((300, 16)).astype(np.float32)
    vectors[100:110] = vectors[5]  # ties, also at the bound
    keys = np.arange(300, dtype=np.int64)
    every = search_exact(vectors, keys, vectors[5], 300, metric)
    bound = float(every.distances[place])
    found = search_exact(vectors, keys, vectors[5], 12, metric, beyond=bound)
    first = int(np.searchsorted(every.distances, np.float32(bound)))
    assert found.keys.tolist() == every.keys[first : first + 12].tolist()


def test_beyond_everything_is_nobody():
    vectors = np.eye(4, dtype=np.float32)
    found = search_exact(vectors, np.arange(4), vectors[0], 2, beyond=1.5)
    assert len(found) == 0
