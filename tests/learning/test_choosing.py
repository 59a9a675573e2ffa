"""Which method is chosen, and whether what is said of it is true."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from lookalike.errors import TooFewExamples
from lookalike.learning import choosing
from lookalike.learning.choosing import FITS, choose, held_out_accuracy
from lookalike.learning.examples import Examples, Vectors
from lookalike.learning.methods import (
    LINEAR_MACHINE,
    LOGISTIC_REGRESSION,
    METHODS,
    NEAREST_CENTROID,
    NEAREST_NEIGHBORS,
    Method,
)
from lookalike.progress import Cancelled, Progress

QUICK = (NEAREST_CENTROID, LOGISTIC_REGRESSION, NEAREST_NEIGHBORS)


class Sure:
    """Finds a share of the photos right: vectors tell the truth in their first numbers."""

    def __init__(self, labels: int, share: float) -> None:
        self._labels, self._share = labels, share

    def scores(self, vectors: Vectors) -> Vectors:
        truth = vectors[:, : self._labels]
        is_right = vectors[:, -1:] < self._share
        return np.where(is_right, truth, 1 - truth).astype(np.float32)


class Guessing(Sure):
    """Throws a coin for each photo, the same each time."""

    def __init__(self, labels: int, seed: int) -> None:
        super().__init__(labels, 0.5)
        self._seed = seed

    def scores(self, vectors: Vectors) -> Vectors:
        thrown = vectors.copy()
        thrown[:, -1] = np.modf(vectors[:, -1] * 7919 * (self._seed + 1))[0]
        return super().scores(thrown)


def method(name: str, share: float, settings: Sequence[dict[str, float]] = ({},)) -> Method:
    """One that is right on a share of the photos; a setting may say which."""
    return Method(
        name,
        settings,
        words=str,
        fit=lambda examples, setting: Sure(examples.labels, setting.get("share", share)),
        seconds=lambda *_: 0,
    )


def telling(count: int) -> Examples:
    """Examples of two labels for `Sure`; their last number goes evenly from 0 to 1."""
    targets = np.tile(np.eye(2, dtype=np.int8), (count // 2, 1))
    chance = np.random.default_rng(0).permutation((np.arange(count) + 0.5) / count)
    vectors = np.concatenate([targets, chance[:, np.newaxis]], axis=1).astype(np.float32)
    return Examples(vectors, targets, np.ones(count), np.arange(count))


def test_labels_by_chance_are_told_no_better_than_by_chance(make_examples):
    examples = make_examples(labels=3, each=25, others=20, noise=3, dimensions=40)
    shuffled = examples.targets.copy()
    shuffled[:75] = np.random.default_rng(0).permutation(shuffled[:75])
    found = choose(replace(examples, targets=shuffled), Progress(), methods=QUICK)
    assert abs(found.accuracy.value - 1 / 3) < 0.12
    assert all(each.accuracy.value < 0.47 for each in found.compared)


def test_a_setting_that_is_lucky_gains_nothing_by_its_luck():
    examples = telling(60)

    def guessing(examples: Examples, setting: dict[str, int]) -> Guessing:
        return Guessing(examples.labels, setting["seed"])

    settings = tuple({"seed": seed} for seed in range(40))
    gambler = Method("gambler", settings, words=str, fit=guessing, seconds=lambda *_: 0)
    found = choose(examples, Progress(), methods=(gambler,))
    truth = examples.targets.argmax(axis=1)
    told = (Guessing(2, seed).scores(examples.vectors).argmax(axis=1) for seed in range(40))
    luckiest = max((each == truth).mean() for each in told)
    assert luckiest > 0.6
    assert found.accuracy.value < 0.57
    assert found.chosen.accuracy.value < 0.57


def test_what_is_said_of_the_choice_is_true_of_new_photos(make_examples):
    learned = make_examples(labels=4, each=30, others=40, noise=1.8, dimensions=32)
    fresh = make_examples(labels=4, each=500, others=0, noise=1.8, dimensions=32)
    found = choose(learned, Progress(), methods=QUICK)
    classifier = found.chosen.method.fit(learned, found.chosen.setting)
    told = found.calibration.probabilities(classifier.scores(fresh.vectors))
    right = (found.calibration.verdicts(told) == fresh.targets.argmax(axis=1)).mean()
    assert 0.5 < right < 0.95
    assert abs(found.accuracy.value - right) < 2.5 * found.accuracy.error


def test_copies_on_both_sides_make_nobody_look_better(make_examples):
    one_each = make_examples(labels=2, each=10, others=0, noise=0, dimensions=8)
    alone = np.random.default_rng(0).normal(size=(20, 8)).astype(np.float32)
    copies = Examples(
        np.repeat(alone, 4, axis=0),
        np.repeat(one_each.targets, 4, axis=0),
        np.ones(80),
        np.repeat(np.arange(20), 4),
    )
    honest = choose(copies, Progress(), methods=(NEAREST_NEIGHBORS,)).accuracy
    fooled = choose(
        replace(copies, groups=np.arange(80)), Progress(), methods=(NEAREST_NEIGHBORS,)
    ).accuracy
    assert honest.value < 0.7
    assert fooled.value > 0.9
    assert honest.error > 2 * fooled.error


def test_the_simplest_within_one_standard_error_of_the_best_is_chosen():
    examples = telling(200)  # a standard error is about 0.025
    rivals = (method("simple", 0.80), method("middling", 0.87), method("grand", 0.88))
    found = choose(examples, Progress(), methods=rivals)
    assert found.chosen.method.name == "middling"
    assert [each.method.name for each in found.compared] == ["grand", "middling", "simple"]
    assert found.accuracy.value == pytest.approx(0.87, abs=0.02)


def test_a_baseline_is_shown_and_never_chosen():
    baseline = replace(method("baseline", 0.95), is_baseline=True)
    found = choose(telling(100), Progress(), methods=(baseline, method("other", 0.7)))
    assert found.chosen.method.name == "other"
    assert found.compared[0].method is baseline


def test_the_setting_that_does_best_is_chosen():
    settings = ({"share": 0.6}, {"share": 0.9}, {"share": 0.8})
    found = choose(telling(200), Progress(), methods=(method("only", 0, settings),))
    assert found.chosen.setting == {"share": 0.9}
    assert found.chosen.accuracy.value == pytest.approx(0.9, abs=0.02)


def test_what_would_take_too_long_is_tried_with_less_or_left_out():
    slow = replace(method("slow", 0.9), seconds=lambda *_: 2.0)
    once = choosing.MOST_S / FITS * 0.9
    dear = replace(method("dear", 0, ({"share": 0.7}, {"share": 0.9})), seconds=lambda *_: once)
    found = choose(telling(100), Progress(), methods=(method("quick", 0.6), dear, slow))
    assert found.left_out == (slow,)
    assert found.chosen.setting == {"share": 0.7}


def test_every_photo_is_judged_and_told_what_it_is(make_examples):
    examples = make_examples(noise=0.2)
    found = choose(examples, Progress(), methods=QUICK)
    labelled = examples.is_labelled
    assert found.accuracy.value > 0.95
    assert np.isfinite(found.probabilities).all()
    assert (found.verdicts[labelled] == examples.targets[labelled].argmax(axis=1)).mean() > 0.95
    assert (found.verdicts[~labelled] == -1).mean() > 0.5


def test_three_photos_of_two_labels_are_enough(make_examples):
    found = choose(make_examples(labels=2, each=3, others=10, noise=0.2), Progress())
    assert {each.method.name for each in found.compared} == {each.name for each in METHODS}
    assert found.accuracy.value > 0.6
    assert 0.1 < found.accuracy.error < 0.25  # six photos say little


def test_one_label_is_told_from_what_lacks_it_and_from_nothing_else(make_examples):
    assert choose(make_examples(labels=1), Progress(), methods=QUICK).accuracy.value > 0.8
    with pytest.raises(TooFewExamples, match="too few"):
        choose(make_examples(labels=1, others=0), Progress())


def test_labels_that_are_copies_of_one_photo_cannot_be_chosen_for(make_examples):
    examples = make_examples(labels=2, each=3, others=0)
    with pytest.raises(TooFewExamples):
        choose(replace(examples, groups=np.array([0, 0, 0, 1, 1, 1])), Progress())


def test_a_rejection_is_no_photo_to_be_right_about(make_examples):
    examples = make_examples(labels=2, each=10, others=0)
    targets = examples.targets.copy()
    targets[0] = [-1, 0]
    found = choose(replace(examples, targets=targets), Progress(), methods=(LINEAR_MACHINE,))
    assert len(found.probabilities) == 20
    assert found.accuracy.value > 0.8


def test_it_can_be_stopped_and_says_how_far_it_is(make_examples):
    seen = []
    progress = Progress(seen.append, interval_s=0)
    choose(telling(20), progress, methods=(method("only", 1.0),))
    assert seen[0].total == FITS
    assert len(seen) == FITS
    progress.cancel()
    with pytest.raises(Cancelled):
        choose(telling(20), progress)


def test_spaces_are_compared_by_one_method(make_examples):
    clear, blurred = (make_examples(labels=3, each=15, others=0, noise=n) for n in (0.3, 4))
    good, bad = (held_out_accuracy(each, Progress()) for each in (clear, blurred))
    assert good.value > 0.9
    assert bad.value < 0.7
    with pytest.raises(TooFewExamples):
        held_out_accuracy(make_examples(labels=1, others=0), Progress())
