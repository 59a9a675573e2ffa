import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from lookalike.gui.why.link_lines import LinkLine, draw_lines, partner_lines, strongest_lines
from lookalike.gui.why.pair_layout import PairLayout

LAYOUT = PairLayout(QRectF(0, 0, 100, 100), QRectF(200, 0, 100, 100))


def test_lines_go_from_middle_to_middle_the_strongest_on_top(make_explanation) -> None:
    weak, strong = strongest_lines(make_explanation(), LAYOUT, 0.375)
    assert (strong.begin, strong.end) == (QPointF(25, 25), QPointF(225, 75))
    assert (weak.begin, weak.end) == (QPointF(75, 25), QPointF(275, 25))
    assert strong.strength == 1
    assert weak.strength == pytest.approx(1 / 6)


def test_on_the_scale_of_a_better_match_lines_are_weaker(make_explanation) -> None:
    assert strongest_lines(make_explanation(), LAYOUT, 0.75)[-1].strength == 0.5


def test_lines_of_a_part_that_is_left_out_fade(make_explanation) -> None:
    taken = np.array([[True, False], [False, False]])
    weak, strong = strongest_lines(make_explanation(), LAYOUT, 1, ("query", taken))
    assert strong.is_faded
    assert not weak.is_faded
    assert not any(each.is_faded for each in strongest_lines(make_explanation(), LAYOUT, 1))


def test_a_cell_has_lines_to_its_best_partners_from_either_side(make_explanation) -> None:
    lines = partner_lines(make_explanation(), LAYOUT, "query", (0, 0))
    assert {(line.begin.x(), line.begin.y()) for line in lines} == {(25, 25)}
    assert (lines[-1].end, lines[-1].strength) == (QPointF(225, 75), 1)
    back = partner_lines(make_explanation(), LAYOUT, "match", (1, 0))
    assert {(line.end.x(), line.end.y()) for line in back} == {(225, 75)}
    assert back[-1].begin == QPointF(25, 25)


def test_a_cell_that_adds_nothing_has_no_partners(make_explanation) -> None:
    assert partner_lines(make_explanation(), LAYOUT, "query", (1, 1)) == []


def test_where_no_pairs_are_known_there_are_no_lines(make_explanation) -> None:
    occluded = make_explanation(is_exact=False)
    assert partner_lines(occluded, LAYOUT, "query", (0, 0)) == []
    assert strongest_lines(occluded, LAYOUT, 0.0) == []


def test_a_stronger_line_is_thicker_and_a_faded_one_fainter() -> None:
    strong, weak, faded = (
        _ink(LinkLine(QPointF(10, 20), QPointF(90, 20), strength, 1.0, is_faded))
        for strength, is_faded in ((1, False), (0.2, False), (1, True))
    )
    assert strong > 2 * weak
    assert faded < strong / 3


def test_lines_between_small_pictures_are_thinner(make_explanation) -> None:
    large = PairLayout(QRectF(0, 0, 500, 500), QRectF(600, 0, 500, 500))
    assert strongest_lines(make_explanation(), large, 1)[0].scale == 1
    assert strongest_lines(make_explanation(), LAYOUT, 1)[0].scale == 0.5


def _ink(line: LinkLine) -> int:
    """How much of one column of pixels a line covers."""
    image = QImage(100, 40, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    draw_lines(painter, [line])
    painter.end()
    return sum(image.pixelColor(50, y).red() for y in range(40))
