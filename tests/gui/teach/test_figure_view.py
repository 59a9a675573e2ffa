import numpy as np
import pytest

from lookalike.gui.teach.figure_view import FigureWords, scale_of
from lookalike.library.teaching.taught import Curve, Reliability


def test_the_chosen_k_is_marked_and_told_with_its_deviation() -> None:
    curve = Curve(np.array([1.0, 5.0, 15.0]), np.array([0.8, 0.9, 0.85]), np.full(3, 0.02), 5.0)
    view = FigureWords().neighbors(curve)
    assert view.chosen == 1
    assert view.told == "k = 5: right in 90% ± 2"
    assert [mark.name for mark in view.marks] == ["1", "5", "15"]


def test_steps_that_double_are_equally_wide() -> None:
    curve = Curve(np.array([5.0, 10.0, 20.0]), np.full(3, 0.8), np.full(3, 0.02))
    first, second, third = (mark.x for mark in FigureWords().learning(curve).marks)
    assert second - first == pytest.approx(third - second)


def test_a_curve_without_a_choice_tells_its_end() -> None:
    curve = Curve(np.array([1.0, 10.0]), np.array([0.5, 0.9]), np.full(2, 0.05))
    view = FigureWords().learning(curve)
    assert view.chosen is None
    assert view.told == "10 examples of each label: right in 90% ± 5"


def test_a_curve_that_was_not_measured_has_no_marks() -> None:
    nothing = Curve(np.array([]), np.array([]), np.array([]), 5.0)
    assert FigureWords().neighbors(nothing).marks == ()


def test_bins_are_as_large_as_they_have_photos_and_empty_ones_are_left_out() -> None:
    told = Reliability(
        np.array([0.2, 0.5, 0.9]), np.array([0.3, 0, 0.9]), np.array([4, 0, 16]), 0.1
    )
    view = FigureWords().reliability(told)
    assert [mark.size for mark in view.marks] == [0.5, 1.0]
    assert view.marks[0].told == "told 20%: right in 30% of 4"
    assert view.told == "Calibration error: 10%"


@pytest.mark.parametrize(
    "values", [[0.83, 0.91], [1.0], [0.0], [0.0, 1.0], [0.5, 0.5], [-0.1, 1.2], []]
)
def test_a_scale_holds_all_values_and_never_leaves_0_to_1(values) -> None:
    lines = scale_of(values)
    assert 0 <= lines[0] < lines[-1] <= 1
    assert all(lines[0] <= min(1, max(0, value)) <= lines[-1] for value in values)
    assert len(lines) <= 7
