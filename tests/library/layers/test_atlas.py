import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lookalike.library.layers.atlas import KEPT, Atlas, Runs

numbers = st.sets(st.integers(1, 60))


def runs(of: set[int]) -> Runs:
    return Runs.of(sorted(of, reverse=True))


@given(numbers, numbers)
def test_runs_are_the_set_of_their_numbers(some, others):
    both = runs(some).with_(runs(others))
    asked = np.arange(70)
    assert asked[both.hold(asked)].tolist() == sorted(some | others)
    assert (both.count, both.greatest) == (len(some | others), max(some | others, default=0))
    assert (both.first[1:] > both.last[:-1] + 1).all(), "runs that touch are one"


def test_a_million_numbers_that_follow_each_other_are_one_run():
    half = Runs.of(np.arange(1, 500_001))
    assert len(half.with_(Runs.of(np.arange(500_001, 1_000_001))).first) == 1


UNITS, CELLS = 3, 16


def seen(photos: np.ndarray, values: np.ndarray) -> Atlas:
    """An atlas of photos (n,), from the values (all photos, units); cells tell photo and unit."""
    cells = (photos[:, np.newaxis] * UNITS + np.arange(UNITS)) % CELLS
    return Atlas.of(values[photos], cells, photos)


@given(st.integers(0, 350), st.integers(1, 120), st.integers(0, 2**32 - 1))
def test_the_strongest_of_all_are_kept_however_they_came(count, at_once, seed):
    random = np.random.default_rng(seed)
    values = random.permutation(count * UNITS).reshape(count, UNITS).astype(np.float32)
    order = random.permutation(count)
    atlas = Atlas.nothing(UNITS)
    for start in range(0, count, at_once):
        # Some that were seen before are seen again.
        again = random.choice(order[:start], min(start, 5), replace=False)
        atlas = atlas.with_(seen(np.unique([*order[start : start + at_once], *again]), values))
    best = np.argsort(-values, axis=0)[:KEPT].T
    kept = len(best[0])
    np.testing.assert_array_equal(atlas.ids[:, :kept], best)
    np.testing.assert_array_equal(atlas.values[:, :kept], np.take_along_axis(values.T, best, 1))
    cells = (best * UNITS + np.arange(UNITS)[:, np.newaxis]) % CELLS
    np.testing.assert_array_equal(atlas.cells[:, :kept], cells)
    assert np.isneginf(atlas.values[:, kept:]).all()
    assert atlas.values.shape[1] <= KEPT
    assert atlas.seen.count == count


def test_what_is_not_a_number_comes_last():
    values = np.array([[-np.inf], [-2], [1]], np.float32)
    atlas = Atlas.of(values, np.zeros((3, 1)), np.array([7, 8, 9]))
    assert atlas.ids.tolist() == [[9, 8, 7]]
