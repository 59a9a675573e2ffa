"""Where an answer drops."""

from hypothesis import given
from hypothesis import strategies as st

from lookalike.library.search.knee import WINDOW, knee

similarities = st.lists(st.floats(0, 1), min_size=1, max_size=3 * WINDOW).map(
    lambda some: sorted(some, reverse=True)
)


def test_copies_are_parted_from_the_rest():
    assert knee([1, 1, 0.95, 0.75, 0.7, 0.1, 0.02, 0, 0, 0]) == 5


def test_one_photo_that_is_alike_stays_alone_above():
    assert knee([0.9, 0.1, 0.08]) == 1


def test_where_nothing_drops_all_are_the_answer():
    assert knee([0.8] * 40) == 40
    assert knee([0.82, 0.81, 0.8, 0.79]) == 4


def test_an_even_fall_leaves_a_sensible_share_above():
    assert 20 <= knee([0.9 - 0.008 * place for place in range(100)]) <= 60


def test_nobody_is_no_answer():
    assert knee([]) == 0


@given(similarities)
def test_the_knee_is_among_the_matches(found):
    assert 1 <= knee(found) <= len(found)


@given(similarities)
def test_more_matches_do_not_move_it(found):
    first = knee(found[:WINDOW])
    assert knee(found) == (first if first < WINDOW else len(found))
