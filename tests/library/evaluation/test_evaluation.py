"""The figures of rankings, against the same worked out one by one."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lookalike.errors import NothingToSearch
from lookalike.library.evaluation import evaluation
from lookalike.library.evaluation.evaluation import (
    RECALL_LEVELS,
    ClassedPhoto,
    bootstrap,
    evaluation_of,
    joined,
    judge,
)


def judge_row(*right):
    row = np.array([right], bool)
    return judge(np.arange(row.size)[np.newaxis], row)


def average_precision(right):
    hits = np.flatnonzero(right)
    return np.mean([(right[: place + 1]).sum() / (place + 1) for place in hits])


def interpolated(right, level):
    """The highest precision among the answers from which on the recall is at least `level`."""
    found, total = right.cumsum(), right.sum()
    return max(
        found[place] / (place + 1)
        for place in range(len(right))
        if found[place] / total >= level - 1e-9
    )


def photos(names):
    return [ClassedPhoto(Path(f"{place}.jpg"), name) for place, name in enumerate(names)]


def test_average_precision_is_that_of_the_textbook():
    judged = judge_row(True, False, True, False, False, True)
    assert judged.figures[0] == pytest.approx([1, 0.3, (1 / 1 + 2 / 3 + 3 / 6) / 3])


def test_interpolated_precision_is_that_of_the_textbook():
    curve = judge_row(False, True, True, False, False, False, False, False, False, True).curves[0]
    # The second and third answers are right, and the tenth: 2 of 3 to a recall of 2/3, then 0.3.
    assert curve[:67] == pytest.approx(2 / 3)
    assert curve[67:] == pytest.approx(0.3)


@given(st.integers(0, 1 << 32))
@settings(max_examples=25, deadline=None)
def test_all_figures_are_those_worked_out_one_by_one(seed):
    chance = np.random.default_rng(seed)
    right = chance.random((7, 30)) < chance.choice([0.02, 0.2, 0.7])
    order = np.argsort(chance.random((7, 30)), axis=1)
    judged = judge(order, right)
    for row in range(7):
        if not right[row].any():
            assert np.isnan(judged.figures[row]).all()
            assert np.isnan(judged.curves[row]).all()
            continue
        first, ten, average = judged.figures[row]
        assert (first, ten) == (right[row, 0], right[row, :10].sum() / 10)
        assert average == pytest.approx(average_precision(right[row]))
        assert judged.curves[row] == pytest.approx(
            [interpolated(right[row], level) for level in RECALL_LEVELS], rel=1e-6
        )
        wrong = order[row][~right[row]][:5].tolist()
        assert judged.wrong[row].tolist() == wrong + [-1] * (5 - len(wrong))


def test_queries_without_a_right_answer_count_nowhere():
    some = joined([judge_row(True, False), judge_row(False, False), judge_row(False, True)])
    told = evaluation_of("content", "cosine", some, photos("abb"), photos("ab"))
    assert told.queries == 2
    assert told.precision_at_1.value == 0.5
    assert told.mean_average_precision.value == pytest.approx(0.75)
    assert told.precision_by_recall == pytest.approx(np.full(101, 0.75))
    assert [(each.name, each.queries) for each in told.classes] == [("a", 1), ("b", 1)]
    with pytest.raises(NothingToSearch, match="another one of its class"):
        evaluation_of("content", "cosine", judge_row(False), photos("a"), photos("a"))


def test_each_class_has_its_own_figures():
    rows = [(True, True), (True, False), (False, True)]
    some = joined([judge_row(*row) for row in rows])
    first, second = evaluation_of("content", "l2", some, photos("aab"), photos("ab")).classes
    assert (first.name, first.queries, first.precision_at_1) == ("a", 2, 1)
    assert (second.precision_at_1, second.precision_at_10) == (0, 0.1)
    assert second.mean_average_precision == 0.5


def test_the_worst_queries_come_first_with_what_they_found_instead():
    order = np.array([[2, 1, 0], [0, 1, 2], [1, 0, 2]])
    right = np.array([[True, False, False], [False, False, True], [False, True, False]])
    asked, searched = photos("pqr"), photos("xyz")
    worst = evaluation_of("content", "cosine", judge(order, right), asked, searched).worst
    assert [query.photo.class_name for query in worst] == ["q", "r", "p"]
    assert [query.average_precision for query in worst] == pytest.approx([1 / 3, 1 / 2, 1])
    assert [photo.class_name for photo in worst[0].found] == ["x", "y"]
    assert [photo.class_name for photo in worst[1].found] == ["y", "z"]


def test_intervals_are_as_wide_as_the_theory_of_means_has_them():
    chance = np.random.default_rng(5)
    figures = np.stack([chance.random(400) < 0.3, chance.normal(2, 3, 400)], axis=1).astype(float)
    low, high = bootstrap(figures)
    error = figures.std(axis=0) / 20
    assert low == pytest.approx(figures.mean(axis=0) - 1.96 * error, abs=0.25 * error.max())
    assert (high - low) / (2 * 1.96 * error) == pytest.approx([1, 1], abs=0.1)


def test_intervals_repeat_and_do_not_depend_on_how_many_are_drawn_at_once(monkeypatch):
    figures = np.random.default_rng(0).random((50, 3))
    once = bootstrap(figures)
    monkeypatch.setattr(evaluation, "_DRAWN_AT_ONCE", 50 * 7)
    assert (bootstrap(figures) == once).all()


def test_queries_that_are_all_alike_leave_no_doubt():
    told = evaluation_of(
        "content", "cosine", joined([judge_row(True)] * 9), photos("a" * 9), photos("a")
    )
    assert (told.precision_at_1.low, told.precision_at_1.high) == (1, 1)
