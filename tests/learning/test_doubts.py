"""Labels that were given by mistake."""

from dataclasses import replace

import numpy as np

from lookalike.learning.choosing import choose
from lookalike.learning.doubts import doubts
from lookalike.learning.methods import LOGISTIC_REGRESSION
from lookalike.progress import Progress


def test_labels_that_were_exchanged_come_first(make_examples):
    examples = make_examples(labels=4, each=25, others=20, noise=0.6)
    wrong = [3, 30, 60, 61, 90]
    targets = examples.targets.copy()
    targets[wrong] = np.roll(targets[wrong], 1, axis=1)
    given = replace(examples, targets=targets)
    told = choose(given, Progress(), methods=(LOGISTIC_REGRESSION,)).probabilities
    found = doubts(told, targets)
    assert sorted(doubt.row for doubt in found[:5]) == wrong
    for doubt in found[:5]:
        assert examples.targets[doubt.row, doubt.told] == 1
        assert targets[doubt.row, doubt.column] == 1


def test_another_label_has_to_be_as_likely_as_it_usually_is():
    targets = np.array([[1, 0], [1, 0], [0, 1], [0, 1]], np.int8)
    told = np.array([[0.4, 0.5], [0.9, 0.1], [0.1, 0.9], [0.1, 0.9]])
    assert doubts(told, targets) == []
    told[0, 1] = 0.95
    assert [doubt.row for doubt in doubts(told, targets)] == [0]


def test_another_label_of_the_photo_is_no_doubt():
    targets = np.array([[1, 1], [0, 1], [1, 0]], np.int8)
    told = np.array([[0.2, 0.9], [0.1, 0.8], [0.8, 0.1]])
    assert doubts(told, targets) == []


def test_what_looks_like_none_of_the_labels_is_doubted():
    targets = np.array([[1, 0], [1, 0], [0, 1]], np.int8)
    told = np.array([[0.05, 0.05], [0.9, 0.1], [0.1, 0.8]])
    (found,) = doubts(told, targets)
    assert (found.row, found.column, found.told) == (0, 0, None)
    assert found.told_probability > 0.8


def test_the_most_doubtful_are_kept_and_the_unseen_passed_over():
    targets = np.tile(np.array([[1, 0]], np.int8), (6, 1))
    targets[5] = [0, 1]
    told = np.array([[p, 1 - p] for p in (0.3, 0.1, 0.2, 0.4, np.nan, 0.4)])
    assert [doubt.row for doubt in doubts(told, targets, most=2)] == [1, 2]
