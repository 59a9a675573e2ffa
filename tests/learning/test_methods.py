"""The ways to learn labels, each by what all of them promise, and by what only it does."""

from dataclasses import replace

import numpy as np
import pytest

from lookalike.learning.examples import Examples, directions
from lookalike.learning.linear import LinearClassifier, fit_logistic
from lookalike.learning.methods import METHODS, NEAREST_NEIGHBORS, method_named
from lookalike.learning.nearest import fit_neighbors

each_method = pytest.mark.parametrize("method", METHODS, ids=lambda method: method.name)
# What a forest does with one label moves its splits, so all its scores may move a little.
each_separate_method = pytest.mark.parametrize("method", METHODS[:-1], ids=lambda m: m.name)


def with_rejection(examples: Examples, column: int, vector: np.ndarray) -> Examples:
    """With one photo more, of which only is known that it lacks a label."""
    targets = np.full((1, examples.labels), -1, np.int8)
    targets[0, column] = 0
    return Examples(
        np.concatenate([examples.vectors, vector[np.newaxis]]),
        np.concatenate([examples.targets, targets]),
        np.append(examples.weights, 1.0),
        np.append(examples.groups, len(examples)),
    )


@each_method
def test_what_is_told_apart_is_told(method, make_examples):
    learned, asked = make_examples(noise=0.3), make_examples(noise=0.3, others=0)
    scores = method.fit(learned, method.settings[0]).scores(asked.vectors)
    assert scores.shape == (30, 3)
    assert scores.dtype == np.float32
    assert (scores.argmax(axis=1) == asked.targets.argmax(axis=1)).all()


@each_method
def test_every_setting_can_be_said_and_used(method, make_examples):
    examples = make_examples(each=3, others=0)
    for setting in method.settings:
        assert isinstance(method.words(setting), str)
        assert np.isfinite(method.fit(examples, setting).scores(examples.vectors)).all()


@each_method
def test_a_photo_may_have_several_labels(method, make_examples):
    examples = make_examples(noise=0.2)
    both = np.concatenate([examples.targets, examples.targets[:, :1]], axis=1)
    scores = method.fit(replace(examples, targets=both), method.settings[0]).scores(
        examples.vectors
    )
    np.testing.assert_allclose(scores[:, 0], scores[:, 3], atol=1e-6)


@each_separate_method
def test_a_rejection_teaches_its_label_alone(method, make_examples):
    examples = make_examples(noise=0.6)
    asked = examples.vectors[10:20]  # those of the label
    more = with_rejection(examples, 1, asked[0])
    before, after = (
        method.fit(each, method.settings[0]).scores(asked) for each in (examples, more)
    )
    np.testing.assert_allclose(before[:, [0, 2]], after[:, [0, 2]], atol=1e-5)
    if not method.is_baseline:
        assert not np.allclose(before[:, 1], after[:, 1])


@each_method
def test_a_rejected_photo_is_less_likely_to_have_the_label(method, make_examples):
    examples = make_examples(noise=0.8)
    photo = examples.vectors[0]
    rejected = with_rejection(with_rejection(examples, 0, photo), 0, photo)
    before, after = (
        method.fit(each, method.settings[0]).scores(photo[np.newaxis])[0, 0]
        for each in (examples, rejected)
    )
    assert method.is_baseline or after < before


def test_what_is_unknown_speaks_little_against_a_label_in_a_forest(make_examples):
    examples = make_examples(noise=0.4)
    known = method_named("random forest").fit(examples, {})
    for photo in examples.vectors[10:20]:
        examples = with_rejection(examples, 0, photo)
    partly = method_named("random forest").fit(examples, {})
    before, after = (each.scores(examples.vectors[10:20])[:, 1] for each in (known, partly))
    assert before.mean() > 0.8
    assert after.mean() > 0.55


@each_method
def test_a_label_that_all_have_is_told_of_all(method, make_examples):
    examples = make_examples(labels=2, each=5, others=0)
    targets = np.concatenate([examples.targets, np.ones((10, 1), np.int8)], axis=1)
    scores = method.fit(replace(examples, targets=targets), method.settings[0]).scores(
        examples.vectors
    )
    assert (scores[:, 2] >= scores[:, :2].min(axis=1)).all()


@each_method
def test_turned_vectors_teach_the_same(method, make_examples):
    examples = make_examples(dimensions=12, noise=1.0)
    turn = np.linalg.qr(np.random.default_rng(1).normal(size=(12, 12)))[0].astype(np.float32)
    other = replace(examples, vectors=examples.vectors @ turn)
    told = method.fit(examples, method.settings[0]).scores(examples.vectors)
    again = method.fit(other, method.settings[0]).scores(other.vectors)
    if method.name == "random forest":  # its axes may point either way
        assert (told.argmax(axis=1) == again.argmax(axis=1)).mean() > 0.9
    else:
        np.testing.assert_allclose(told, again, atol=2e-3)


def test_few_examples_of_many_dimensions_are_learned_from_exactly(make_examples):
    from sklearn.linear_model import LogisticRegression

    examples = make_examples(labels=2, each=8, others=0, dimensions=200, noise=1.0)
    found = fit_logistic(examples, 10.0)
    units = directions(examples.vectors)
    plain = LogisticRegression(C=10.0, tol=1e-8).fit(units, examples.targets[:, 0])
    np.testing.assert_allclose(found.weights[0], plain.coef_[0], atol=5e-3)
    assert found.biases[0] == pytest.approx(plain.intercept_[0], abs=5e-3)


def test_cells_share_out_the_score():
    random = np.random.default_rng(0)
    plane = LinearClassifier(
        random.normal(size=(2, 6)).astype(np.float32), np.array([0.5, -1], np.float32)
    )
    cells = random.normal(size=(49, 6)).astype(np.float32)
    shares = plane.cell_shares(cells)
    assert shares.shape == (49, 2)
    whole = plane.scores(cells.mean(axis=0, keepdims=True))[0]
    np.testing.assert_allclose(shares.sum(axis=0) + plane.biases, whole, atol=1e-4)


@pytest.mark.parametrize("metric", ["cosine", "l2"])
def test_neighbours_vote_for_what_they_are(metric, make_examples):
    examples = make_examples(labels=2, each=6, noise=0.4)
    photo = examples.vectors[:1]
    neighbours = fit_neighbors(examples, 3, metric)
    rows, votes = neighbours.voters(photo, column=0)
    assert rows[0, 0] == 0  # itself, which is the nearest
    assert votes[0, 0] == pytest.approx(1 / 3, abs=1e-5)
    assert votes.sum() == pytest.approx(neighbours.scores(photo)[0, 0], abs=1e-5)


def test_a_rejection_votes_on_its_label_beside_the_nearest():
    def at(*degrees: float) -> np.ndarray:
        angles = np.radians(degrees)
        return np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)

    targets = np.array([[1, 0], [0, 1], [1, 0], [-1, 0]], np.int8)
    examples = Examples(at(10, 20, 30, 5), targets, np.ones(4), np.arange(4))
    neighbours = fit_neighbors(examples, 2, "cosine")
    first, second = np.cos(np.radians([10, 20]))
    np.testing.assert_allclose(neighbours.scores(at(0)), [[first / 2, second / 3]], rtol=1e-5)
    rows, votes = neighbours.voters(at(0), column=0)
    assert rows.tolist() == [[0, 1]]
    np.testing.assert_allclose(votes, [[first / 2, 0]], rtol=1e-5)
    rows, votes = neighbours.voters(at(0), column=1)
    assert rows.tolist() == [[3, 0, 1]]
    np.testing.assert_allclose(votes, [[0, 0, second / 3]], rtol=1e-5)


def test_what_is_unlike_all_examples_gets_no_votes(make_examples):
    examples = make_examples(others=0)
    far = -examples.vectors.sum(axis=0, keepdims=True)
    setting = NEAREST_NEIGHBORS.settings[0]
    assert NEAREST_NEIGHBORS.fit(examples, setting).scores(far).max() < 0.5


def test_fewer_examples_than_neighbours_all_vote(make_examples):
    examples = make_examples(labels=2, each=2, others=0, noise=0.0)
    scores = fit_neighbors(examples, 20, "l2").scores(examples.vectors)
    assert scores[0, 0] == pytest.approx(0.5, abs=1e-5)  # two of four, both as near as can be


def test_a_method_is_found_by_its_name():
    assert method_named("nearest neighbours") is NEAREST_NEIGHBORS
    with pytest.raises(KeyError):
        method_named("tea leaves")
