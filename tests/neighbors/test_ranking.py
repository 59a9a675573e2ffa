"""Ranking for many queries at once, with the exact search of one as the judge."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lookalike.neighbors import ranking
from lookalike.neighbors.exact import search_exact
from lookalike.neighbors.metrics import METRICS
from lookalike.neighbors.ranking import rank_all


def ranked(queries, vectors, metric):
    return np.concatenate([order for _, order in rank_all(queries, vectors, metric)])


def searched(queries, vectors, metric):
    keys = np.arange(len(vectors))
    return np.stack(
        [search_exact(vectors, keys, query, len(vectors), metric).keys for query in queries]
    )


@pytest.mark.parametrize("metric", METRICS)
@given(st.integers(0, 1 << 32))
@settings(max_examples=10, deadline=None)
def test_the_order_is_that_of_an_exact_search(metric, seed):
    chance = np.random.default_rng(seed)
    # Few different numbers, so that many vectors are equal, parallel or at equal distances.
    vectors = (chance.integers(-2, 3, (90, 4)) * chance.choice([0.1, 1, 3])).astype(np.float32)
    queries = np.concatenate([vectors[:20], chance.normal(size=(5, 4)).astype(np.float32)])
    assert (ranked(queries, vectors, metric) == searched(queries, vectors, metric)).all()


@pytest.mark.parametrize("metric", METRICS)
def test_vectors_that_nearly_tie_stand_as_an_exact_search_puts_them(metric):
    chance = np.random.default_rng(0)
    base = chance.normal(size=(1, 200)).astype(np.float32)
    vectors = np.repeat(base, 60, axis=0)
    vectors[::3, :5] = np.nextafter(vectors[::3, :5], np.float32(9))
    vectors[7] = 0
    assert (ranked(vectors, vectors, metric) == searched(vectors, vectors, metric)).all()


def test_queries_come_in_blocks_that_cover_them_all(monkeypatch):
    vectors = np.random.default_rng(0).normal(size=(30, 6)).astype(np.float32)
    whole = ranked(vectors, vectors, "cosine")
    monkeypatch.setattr(ranking, "_BLOCK_BYTES", 8 * 30 * 7)
    parts = list(rank_all(vectors, vectors))
    assert [(part.start, part.stop) for part, _ in parts] == [
        (0, 7), (7, 14), (14, 21), (21, 28), (28, 30)
    ]  # fmt: skip
    assert (np.concatenate([order for _, order in parts]) == whole).all()
