import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from lookalike.neighbors.metrics import (
    METRICS,
    blocks,
    distances,
    lengths,
    rough_distances,
    rough_error,
    unit,
)

# Nothing next to the length where a vector counts as having no direction.
NUMBERS = st.floats(-1000, 1000, width=32).map(lambda number: number * (abs(number) > 1e-12))


def test_distances_are_the_textbook_ones():
    first = np.array([[3, 4], [0, 2], [-3, -4]], np.float32)
    query = np.array([3, 4], np.float32)
    assert distances(first, query, "cosine") == pytest.approx([0, 0.2, 2])
    assert distances(first, query, "l2") == pytest.approx([0, np.sqrt(13), 10])
    assert distances(first, query, "l1") == pytest.approx([0, 5, 14])


def test_pairs_are_measured_row_by_row():
    first = np.array([[1, 0], [0, 5]], np.float32)
    second = np.array([[0, 1], [0, 1]], np.float32)
    assert distances(first, second, "cosine") == pytest.approx([1, 0])
    assert distances(first, second, "l1") == pytest.approx([2, 4])


def test_a_vector_of_zeros_is_at_right_angles_to_everything():
    zeros = np.zeros((2, 3), np.float32)
    assert distances(zeros, np.ones(3, np.float32), "cosine").tolist() == [1, 1]
    assert distances(zeros, np.zeros(3, np.float32), "cosine").tolist() == [1, 1]


@settings(deadline=None)
@given(
    arrays(np.float32, (20, 5), elements=NUMBERS),
    arrays(np.float32, 5, elements=NUMBERS),
    st.sampled_from(METRICS),
)
def test_rough_distances_keep_their_promise(vectors, query, metric):
    right = distances(vectors, query, metric).astype(np.float64)
    rough = rough_distances(vectors, query, metric, lengths(vectors))
    allowed = [rough_error(distance, metric) for distance in right]
    assert np.isfinite(rough).all()
    assert (np.abs(rough - right) <= allowed).all()


@settings(deadline=None)
@given(arrays(np.float32, (4, 3), elements=NUMBERS))
def test_unit_vectors_have_length_one_or_zero(vectors):
    scaled = unit(vectors)
    for before, after in zip(lengths(vectors), lengths(scaled), strict=True):
        assert after == pytest.approx(1 if before else 0, abs=1e-5)


@settings(deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 1 << 23))
def test_blocks_cover_every_row_once(count, row_bytes):
    covered = [row for part in blocks(count, row_bytes) for row in range(part.start, part.stop)]
    assert covered == list(range(count))
