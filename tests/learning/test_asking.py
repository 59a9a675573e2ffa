"""What a person is asked about next."""

import numpy as np
import pytest

from lookalike.learning.asking import most_useful, uncertainties


def test_two_answers_as_likely_are_the_most_uncertain():
    told = np.array([[0.5, 0.5], [0.98, 0.01], [0.01, 0.01], [0.5, 0.0]])
    unsure = uncertainties(told)
    assert unsure[0] == pytest.approx(1)
    assert unsure[3] == pytest.approx(1)  # one label or none
    assert unsure[1] < 0.1
    assert unsure[2] < 0.1


def test_ten_copies_of_one_photo_are_asked_about_once():
    random = np.random.default_rng(0)
    vectors = random.normal(size=(30, 64)).astype(np.float32)
    vectors[:10] = vectors[0]
    told = np.full((30, 2), 0.45)
    told[:10] = 0.5  # the copies are the most uncertain
    asked = most_useful(vectors, told, 8)
    assert len(set(asked.tolist())) == 8
    assert (asked < 10).sum() == 1
    assert asked[0] < 10


def test_what_is_certain_is_not_asked_about_before_what_is_not():
    random = np.random.default_rng(0)
    vectors = random.normal(size=(200, 64)).astype(np.float32)
    told = np.tile([[0.99, 0.0]], (200, 1))
    told[50:60] = 0.5
    assert sorted(most_useful(vectors, told, 10).tolist()) == list(range(50, 60))


def test_all_are_asked_about_where_there_are_few():
    vectors = np.eye(3, dtype=np.float32)
    assert sorted(most_useful(vectors, np.full((3, 1), 0.5), 10).tolist()) == [0, 1, 2]
    assert len(most_useful(np.empty((0, 3), np.float32), np.empty((0, 1)), 10)) == 0
