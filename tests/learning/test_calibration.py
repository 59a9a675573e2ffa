"""Scores read as probabilities."""

import json

import numpy as np
import pytest

from lookalike.learning.calibration import LEAST, NONE, Calibration, calibrate, reliability
from lookalike.learning.examples import Examples


def overconfident(count: int, seed: int) -> tuple[np.ndarray, Examples]:
    """Log odds (n, 2) that are told four times too high, and what was true."""
    random = np.random.default_rng(seed)
    odds = random.normal(0, 1.5, count)
    first = (random.random(count) < 1 / (1 + np.exp(-odds))).astype(np.int8)
    scores = np.stack([4 * odds, -4 * odds], axis=1).astype(np.float32)
    targets = np.stack([first, 1 - first], axis=1)
    return scores, Examples(scores, targets, np.ones(count), np.arange(count))


def test_exaggerated_scores_become_right_as_often_as_they_say():
    scores, examples = overconfident(2_000, 0)
    calibration = calibrate(scores, examples)
    assert calibration.slope == pytest.approx(0.25, rel=0.15)
    fresh, truth = overconfident(2_000, 1)
    raw = reliability(1 / (1 + np.exp(-fresh.astype(float))), truth.targets)
    told = reliability(calibration.probabilities(fresh), truth.targets)
    assert raw.error > 0.12
    assert told.error < 0.04


def test_scores_that_tell_the_wrong_way_keep_their_order():
    scores, examples = overconfident(200, 0)
    calibration = calibrate(-scores, examples)
    assert calibration.slope > 0


def test_few_examples_that_are_told_apart_are_not_certain():
    scores = np.array([[9.0], [8.0], [-8.0], [-9.0]], np.float32)
    targets = np.array([[1], [1], [0], [0]], np.int8)
    told = calibrate(scores, Examples(scores, targets, np.ones(4), np.arange(4))).probabilities(
        scores
    )
    assert 0.6 < told[0, 0] < 0.9
    assert 0.1 < told[3, 0] < 0.4


def test_photos_without_a_score_and_unknown_labels_do_not_count():
    scores, examples = overconfident(300, 0)
    more = np.concatenate([scores, np.full((5, 2), np.nan, np.float32), [[99, 99]]])
    targets = np.concatenate(
        [examples.targets, np.zeros((5, 2), np.int8), np.full((1, 2), -1, np.int8)]
    )
    padded = Examples(more, targets, np.ones(len(more)), np.arange(len(more)))
    found, plain = calibrate(more.astype(np.float32), padded), calibrate(scores, examples)
    assert found.slope == pytest.approx(plain.slope)
    assert found.offset == pytest.approx(plain.offset)


def test_the_likeliest_label_is_told_or_none():
    probabilities = np.array([[0.7, 0.1], [0.1, 0.05], [0.16, 0.17], [np.nan, np.nan]])
    assert Calibration(1, 0).verdicts(probabilities).tolist() == [0, NONE, 1, NONE]


def test_where_photos_have_two_labels_each_more_is_asked_of_their_sum():
    scores, examples = overconfident(100, 0)
    both = Examples(scores, np.ones_like(examples.targets), examples.weights, examples.groups)
    assert calibrate(scores, both).least == pytest.approx(2 * LEAST)


def test_a_calibration_survives_being_written_down():
    calibration = Calibration(1.25, -0.5, 0.6)
    assert Calibration(**json.loads(json.dumps(calibration.kept()))) == calibration


def test_reliability_is_that_of_the_likeliest_label():
    probabilities = np.array([[0.9, 0.1], [0.9, 0.2], [0.3, 0.35], [np.nan, np.nan], [0.5, 0.1]])
    targets = np.array([[1, 0], [0, 1], [0, 1], [1, 0], [-1, 0]], np.int8)
    found = reliability(probabilities, targets)
    assert found.counts.tolist() == [1, 2]
    assert found.told.tolist() == [0.35, 0.9]
    assert found.right.tolist() == [1.0, 0.5]
    assert found.error == pytest.approx((0.65 + 2 * 0.4) / 3)


def test_nothing_to_judge_is_no_error():
    assert reliability(np.full((2, 2), np.nan), np.ones((2, 2), np.int8)).error == 0
