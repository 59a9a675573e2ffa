"""Which matches are folded under which."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lookalike.library.search.stacks import NEAR, fold
from lookalike.photos import PhotoId


def at(*degrees: float) -> np.ndarray:
    """Directions in a plane."""
    turns = np.radians(degrees)
    return np.stack([np.cos(turns), np.sin(turns)], axis=1).astype(np.float32)


def folded(vectors: np.ndarray) -> dict[int, tuple[int, ...]]:
    return dict(fold([PhotoId(place) for place in range(len(vectors))], vectors))


def test_near_duplicates_lie_under_the_best_match():
    assert folded(at(0, 90, 1, 91, 45)) == {0: (2,), 1: (3,)}


def test_equal_vectors_are_folded_whatever_their_length():
    assert folded(at(30, 30, 30) * [[1], [5], [0.01]]) == {0: (1, 2)}


def test_a_row_of_shots_each_near_to_the_next_is_not_one_stack():
    near = np.degrees(np.arccos(1 - NEAR)) * 0.9
    assert folded(at(0, near, 2 * near, 3 * near)) == {0: (1,), 2: (3,)}


def test_what_has_no_content_is_near_to_nothing():
    assert folded(np.zeros((3, 2), np.float32)) == {}


def test_no_match_is_in_no_stack():
    assert folded(np.empty((0, 2), np.float32)) == {}


degrees = st.lists(st.floats(0, 360), max_size=40)


@given(degrees)
def test_every_match_is_in_one_stack_at_most_and_under_a_better_one(turns):
    stacks = folded(at(*turns)) if turns else {}
    members = [photo for top, rest in stacks.items() for photo in (top, *rest)]
    assert len(members) == len(set(members))
    assert all(
        rest and list(rest) == sorted(rest) and top < rest[0] for top, rest in stacks.items()
    )


@given(degrees, st.integers(0, 40))
def test_more_matches_change_no_stack_that_was_shown(turns, shown):
    vectors = at(*turns) if turns else np.empty((0, 2), np.float32)
    early, late = folded(vectors[:shown]), folded(vectors)
    for top, rest in early.items():
        assert late[top][: len(rest)] == rest
