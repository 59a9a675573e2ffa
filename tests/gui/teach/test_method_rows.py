import pytest

from lookalike.gui.teach.method_rows import MethodRows
from lookalike.library.teaching.taught import MethodScore


@pytest.fixture
def rows(qtbot, theme, make_teaching) -> MethodRows:
    made = MethodRows(theme)
    qtbot.addWidget(made)
    made.show_methods(make_teaching().methods)
    made.resize(800, made.sizeHint().height())
    return made


def test_the_band_goes_one_standard_error_down_from_the_best(rows) -> None:
    assert rows.band == pytest.approx((0.93, 0.95))


def test_what_is_only_compared_with_sets_no_band(rows) -> None:
    baseline = MethodScore("nearest centroid", "", 0.99, 0.01)
    rows.show_methods([baseline, MethodScore("linear SVM", "C = 1", 0.9, 0.02, is_chosen=True)])
    assert rows.band == pytest.approx((0.88, 0.90))


def test_each_method_is_told_with_its_setting_and_the_chosen_one_as_such(rows) -> None:
    assert rows.accessibleDescription().splitlines() == [
        "Linear SVM: 95% ± 2 (C = 0.1)",
        "Logistic regression: 94% ± 2 (chosen · C = 1)",
        "Nearest neighbours: 90% ± 3 (k = 5, cosine)",
        "Nearest centroid: 70% ± 3 (only to compare with)",
    ]


def test_only_the_chosen_one_is_drawn_in_the_accent(rows, theme) -> None:
    image = rows.grab().toImage()
    lit = [
        any(
            image.pixelColor(x, y) == theme.colour("accent")
            for x in range(rows.width())
            for y in range(row * 38, row * 38 + 38)
        )
        for row in range(4)
    ]
    assert lit == [False, True, False, False]


def test_no_methods_take_no_room_for_rows(rows) -> None:
    high = rows.sizeHint().height()
    rows.show_methods(())
    assert rows.sizeHint().height() < high / 2
    assert rows.band is None
    assert not rows.grab().isNull()
