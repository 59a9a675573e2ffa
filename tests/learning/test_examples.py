"""What is learned from."""

import numpy as np

from lookalike.learning.examples import (
    Examples,
    directions,
    near_duplicate_groups,
    turned,
    weight_of_others,
)


def test_others_count_together_as_much_as_one_label():
    targets = np.array([[1, 0], [1, 0], [1, 0], [0, 1]], np.int8)
    assert weight_of_others(targets, 100) * 100 == 2
    assert weight_of_others(targets, 0) == 2


def test_chosen_rows_keep_all_that_is_known_of_them(make_examples):
    examples = make_examples(labels=2, each=3, others=1)
    some = examples.at(examples.is_labelled)
    assert len(some) == 6
    assert some.labels == 2
    assert some.groups.tolist() == [0, 1, 2, 3, 4, 5]
    assert (some.weights == 1).all()


def test_turning_keeps_lengths_and_angles():
    vectors = np.random.default_rng(0).normal(size=(5, 40)).astype(np.float32)
    small, axes = turned(vectors)
    assert small.shape == (5, 5)
    np.testing.assert_allclose(small @ small.T, vectors @ vectors.T, atol=1e-4)
    np.testing.assert_allclose(small @ axes.T, vectors, atol=1e-5)


def test_a_zero_vector_has_no_direction():
    assert (directions(np.zeros((2, 3), np.float32)) == 0).all()


def test_copies_of_copies_are_one_group():
    angles = np.radians([0, 10, 20, 90, 200])
    vectors = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    vectors *= np.array([[1], [5], [0.1], [1], [1]], np.float32)  # length does not count
    groups = near_duplicate_groups(vectors, cosine=float(np.cos(np.radians(11))))
    assert groups[0] == groups[1] == groups[2]
    assert len(set(groups.tolist())) == 3


def test_groups_are_found_across_blocks():
    vectors = np.random.default_rng(0).normal(size=(3000, 8)).astype(np.float32)
    vectors[2999] = vectors[0]
    groups = near_duplicate_groups(vectors, cosine=0.9999)
    assert groups[2999] == groups[0]
    assert len(np.unique(groups)) == 2999


def test_a_long_series_is_one_group():
    angles = np.random.default_rng(0).permutation(np.linspace(0, 2, 2000))
    vectors = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    assert len(np.unique(near_duplicate_groups(vectors, cosine=0.9999))) == 1


def test_no_photos_make_no_groups():
    assert len(near_duplicate_groups(np.empty((0, 4), np.float32))) == 0


def test_a_rejection_is_no_label():
    examples = Examples(
        np.zeros((2, 3), np.float32),
        np.array([[0, -1], [1, 0]], np.int8),
        np.ones(2),
        np.arange(2),
    )
    assert examples.is_labelled.tolist() == [False, True]
