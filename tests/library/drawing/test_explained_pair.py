from dataclasses import replace

import numpy as np
import pytest

from lookalike.library.drawing.cell_axis import cell_axes
from lookalike.library.drawing.explained_pair import drawn_explanation, resized
from lookalike.library.why.explanation import ExplainedPicture, Explanation, Link
from lookalike.neighbors.calibration import Calibration

GREY = 128
SCALE = Calibration(1.0, np.zeros(0, np.float32), 0.0, 1.0)


def picture(height: int, width: int, hot: tuple[int, int] | None = None) -> ExplainedPicture:
    cells = np.zeros((4, 4))
    if hot:
        cells[hot] = 1
    pixels = np.full((height, width, 3), GREY, np.uint8)
    return ExplainedPicture("", pixels, cells, cell_axes((4, 4), (4, 4), None), cells, lambda _: 0)


def explained(query: ExplainedPicture, match: ExplainedPicture, *links: Link) -> Explanation:
    return Explanation(
        "content", "exact", query, match, 0.5, 0.5, "", None, links, (), np.zeros(0), "", SCALE
    )  # fmt: skip


def test_both_stand_side_by_side_at_one_height():
    drawn = drawn_explanation(explained(picture(160, 160), picture(80, 120)))
    assert drawn.shape == (160, 160 + 20 + 240, 3)
    assert drawn.dtype == np.uint8
    assert (drawn[:, 165:175] < 60).all(), "the ground between them"
    assert drawn_explanation(explained(picture(160, 160), picture(80, 120)), 320).shape[0] == 320


def test_heat_lies_on_the_cells_that_add_most():
    drawn = drawn_explanation(
        explained(picture(160, 160, (0, 0)), picture(160, 160, (3, 3)))
    ).astype(int)
    warmth = drawn[..., 0] - drawn[..., 2]
    assert warmth[10, 10] > 50
    assert warmth[150, 170 + 20 + 140] > 50
    assert abs(warmth[150, 10]) < 20


def test_lines_run_from_cell_to_cell():
    told = explained(picture(160, 160), picture(160, 160), Link((1, 0), (1, 3), 0.2))
    plain, lined = drawn_explanation(replace(told, links=())), drawn_explanation(told)
    changed = np.argwhere((plain != lined).any(axis=2))
    assert changed.min(axis=0) == pytest.approx((60, 20), abs=8)
    assert changed.max(axis=0) == pytest.approx((60, 160 + 20 + 140), abs=8)
    assert (lined[60, 170] > 150).all()


def test_a_stronger_pair_has_a_wider_line():
    strong, weak = Link((0, 0), (0, 3), 0.2), Link((3, 0), (3, 3), 0.02)
    drawn = drawn_explanation(explained(picture(800, 800), picture(800, 800), strong, weak))
    between = drawn[:, 850].astype(int).min(axis=1)
    assert (between[:400] > 150).sum() > (between[400:] > 150).sum() > 0


def test_a_picture_of_one_colour_stays_so_at_any_size():
    assert (resized(np.full((7, 5, 3), 99, np.uint8), 50) == 99).all()
    assert resized(np.zeros((7, 14, 3), np.uint8), 21).shape == (21, 42, 3)
