from hypothesis import given
from hypothesis import strategies as st

from lookalike.gui.lens.overlap import overlap

ANSWERS = st.lists(st.lists(st.integers(0, 30), unique=True, max_size=15), max_size=4)


def test_only_the_first_answers_are_compared():
    found = overlap([[1, 2, 3, 9], [3, 2, 8, 1], [7, 2, 5, 9]], 3)
    assert found.shared == ((3, 2, 1), (2, 3, 1), (1, 1, 3))
    assert found.ways == {1: 1, 2: 3, 3: 2, 8: 1, 7: 1, 5: 1}
    assert found.in_all == 1


def test_nothing_is_in_common_where_nothing_was_answered():
    assert overlap([], 20).shared == ()
    assert overlap([], 20).in_all == 0


@given(ANSWERS, st.integers(1, 20))
def test_it_counts_as_sets_do(answers, first):
    found = overlap(answers, first)
    for one, row in zip(answers, found.shared, strict=True):
        assert [len(set(one[:first]) & set(other[:first])) for other in answers] == list(row)
    everywhere = set.intersection(*(set(each[:first]) for each in answers)) if answers else set()
    assert found.in_all == len(everywhere)
