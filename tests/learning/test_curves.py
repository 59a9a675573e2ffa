"""How accuracy grows, and what is advised."""

from dataclasses import replace

import numpy as np
import pytest

from lookalike.learning.curves import Curve, advise, learning_curve, neighbor_curve
from lookalike.learning.examples import Examples
from lookalike.learning.methods import LOGISTIC_REGRESSION
from lookalike.progress import Cancelled, Progress


def rising(power: float) -> Curve:
    """Wrong answers fall as a power of the number of examples."""
    at = np.array([1.0, 2, 5, 10])
    return Curve(at, 1 - 0.5 * at**-power, np.zeros(4))


def counted(*counts: int) -> Examples:
    """So many examples of each label."""
    targets = np.repeat(np.eye(len(counts), dtype=np.int8), counts, axis=0)
    total = len(targets)
    return Examples(np.zeros((total, 1), np.float32), targets, np.ones(total), np.arange(total))


def test_more_examples_are_more_accurate(make_examples):
    examples = make_examples(labels=4, each=25, noise=1.5, dimensions=24)
    method = LOGISTIC_REGRESSION
    curve = learning_curve(examples, method, method.settings[0], Progress())
    assert curve.at.tolist() == [1, 2, 3, 5, 10, 20]
    assert curve.means[-1] > curve.means[0] + 0.15
    assert (curve.deviations > 0).all()


def test_others_count_as_much_as_one_label_however_few_are_taught(make_examples):
    learned = []

    def fit(examples, setting):
        learned.append(examples)
        return LOGISTIC_REGRESSION.fit(examples, setting)

    examples = make_examples(labels=2, each=25, others=40)
    learning_curve(examples, replace(LOGISTIC_REGRESSION, fit=fit), {"C": 1.0}, Progress())
    sizes = {int(each.is_labelled.sum()) // 2 for each in learned}
    assert sizes == {1, 2, 3, 5, 10, 20}
    for each in learned:
        labelled = each.is_labelled
        assert each.weights[~labelled].sum() == pytest.approx(each.weights[labelled].sum() / 2)


def test_neighbours_are_counted_up_to_what_there_is(make_examples):
    seen = []
    examples = make_examples(labels=2, each=4, others=5)
    curve = neighbor_curve(examples, Progress(seen.append, interval_s=0), chosen=4)
    assert curve.at.tolist() == [1, 2, 3, 4, 5, 7]
    assert curve.chosen == 4
    assert ((curve.means >= 0) & (curve.means <= 1)).all()
    assert seen[-1].total == 6


def test_curves_can_be_stopped(make_examples):
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        neighbor_curve(make_examples(), progress)
    with pytest.raises(Cancelled):
        learning_curve(make_examples(), LOGISTIC_REGRESSION, {"C": 1.0}, progress)


def test_the_label_that_is_told_worst_is_asked_for():
    found = advise(counted(20, 20, 20), np.array([0.9, 0.5, 0.8]), rising(0.5))
    assert found
    assert found.column == 1
    assert found.more == 16  # 20 examples, of which 7/9 more take a quarter off at a power of 0.5
    assert 0.05 < found.gain < 0.2


def test_of_two_labels_that_are_told_as_well_the_rarer_is_asked_for():
    found = advise(counted(100, 10), np.array([0.7, 0.7]), rising(0.5))
    assert found
    assert found.column == 1


def test_where_more_do_not_help_nothing_is_advised():
    assert advise(counted(20, 20), np.array([0.5, 0.5]), rising(0.0)) is None
    assert advise(counted(2000, 2000), np.array([1.0, 1.0]), rising(0.5)) is None


def test_a_label_that_nobody_held_out_is_thought_to_be_told_badly():
    found = advise(counted(20, 20), np.array([0.9, np.nan]), rising(0.5))
    assert found
    assert found.column == 1
