"""Whether photos are taken for what they are."""

from dataclasses import replace

import numpy as np
import pytest

from lookalike.learning.calibration import NONE
from lookalike.learning.folds import ALWAYS_LEARNED, folds
from lookalike.learning.judging import (
    are_right,
    crossed_verdicts,
    held_out_scores,
    judge,
    log_loss,
)
from lookalike.learning.methods import LOGISTIC_REGRESSION

FIT = LOGISTIC_REGRESSION.fitting({"C": 10.0})


def test_each_fold_is_judged_by_what_has_not_seen_it(make_examples):
    examples = make_examples(labels=3, each=4, others=9)
    fold_of = folds(examples, 3, seed=0)
    seen = []

    def fit(learned):
        seen.append(learned)
        return FIT(learned)

    scores = held_out_scores(fit, examples, fold_of, lambda: None)
    assert np.isfinite(scores).all()
    for fold, learned in enumerate(seen):
        assert sorted(learned.groups) == sorted(examples.groups[fold_of != fold])
        # What is held out is made up for, label by label.
        has = learned.targets == 1
        np.testing.assert_allclose((has * learned.weights[:, np.newaxis]).sum(axis=0), 4)


def test_what_is_never_held_out_has_no_score_and_is_not_judged(make_examples):
    examples = make_examples(labels=2, each=5, others=0)
    fold_of = np.array([ALWAYS_LEARNED, 0, 0, 1, 1, ALWAYS_LEARNED, 0, 0, 1, 1])
    scores = held_out_scores(FIT, examples, fold_of, lambda: None)
    assert np.isnan(scores[[0, 5]]).all()
    verdicts = crossed_verdicts(scores, examples, fold_of)
    assert (verdicts[[0, 5]] == NONE).all()
    assert judge(verdicts, examples, fold_of).value == 1


def test_any_label_of_a_photo_is_right_and_none_is_wrong():
    targets = np.array([[1, 1], [1, 0], [1, 0], [0, 0]], np.int8)
    right = are_right(np.array([1, 1, NONE, NONE]), targets)
    assert right.tolist() == [True, False, False, False]


def test_copies_count_as_one_photo_in_the_error(make_examples):
    examples = make_examples(labels=2, each=50, others=0)
    fold_of, verdicts = np.zeros(100, np.int64), np.zeros(100, np.int64)
    alone = judge(verdicts, examples, fold_of)
    copies = judge(verdicts, replace(examples, groups=np.repeat(np.arange(25), 4)), fold_of)
    assert alone.value == copies.value == 0.5
    assert alone.error == pytest.approx(0.5 / np.sqrt(104))
    assert copies.error == pytest.approx(0.5 / np.sqrt(29))


def test_a_few_right_answers_are_not_certainty(make_examples):
    examples = make_examples(labels=2, each=3, others=0)
    found = judge(examples.targets.argmax(axis=1), examples, np.zeros(6, np.int64))
    assert found.value == 1
    assert found.error > 0.1


def test_the_loss_is_of_what_is_known(make_examples):
    examples = make_examples(labels=2, each=1, others=0)
    told = np.array([[0.8, 0.1], [0.3, 0.6]])
    assert log_loss(told, examples) == pytest.approx(-np.log([0.8, 0.9, 0.7, 0.6]).mean())
    unknown = replace(examples, targets=np.array([[1, -1], [-1, -1]], np.int8))
    assert log_loss(told, unknown) == pytest.approx(-np.log(0.8))
