"""How examples are dealt into folds."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lookalike.learning.examples import Examples
from lookalike.learning.folds import ALWAYS_LEARNED, folds


def test_each_label_is_spread_evenly(make_examples):
    examples = make_examples(labels=4, each=11, others=50)
    fold_of = folds(examples, 5, seed=0)
    for column in range(4):
        held = np.bincount(fold_of[examples.targets[:, column] == 1], minlength=5)
        assert held.min() >= 2
        assert held.max() <= 3
    assert np.bincount(fold_of).max() - np.bincount(fold_of).min() <= 2


def test_copies_stay_together(make_examples):
    examples = make_examples(labels=2, each=20)
    groups = np.random.default_rng(0).integers(0, 12, len(examples))
    fold_of = folds(replace(examples, groups=groups), 5, seed=0)
    for group in range(12):
        assert len(set(fold_of[groups == group].tolist())) == 1


def test_the_only_photo_of_a_label_is_never_held_out(make_examples):
    examples = make_examples(labels=2, each=5)
    alone = replace(examples, groups=np.array([7] * 5 + [*range(8, 8 + len(examples) - 5)]))
    fold_of = folds(alone, 5, seed=0)
    assert (fold_of[:5] == ALWAYS_LEARNED).all()
    assert (fold_of[5:10] != ALWAYS_LEARNED).all()


@given(st.integers(0, 10_000), st.integers(2, 30), st.integers(1, 4))
def test_something_of_every_label_is_left_to_learn_from(seed, count, labels):
    random = np.random.default_rng(seed)
    targets = random.integers(-1, 2, (count, labels)).astype(np.int8)
    groups = random.integers(0, count, count)
    examples = Examples(np.zeros((count, 1), np.float32), targets, np.ones(count), groups)
    fold_of = folds(examples, 3, seed)
    for fold in range(3):
        left = targets[fold_of != fold] == 1
        assert (left.any(axis=0) == (targets == 1).any(axis=0)).all()
