"""An explanation made by hand: two pictures of few cells, whose pairs are known."""

from collections.abc import Callable

import numpy as np
import pytest

from lookalike.library.drawing.cell_axis import cell_axes
from lookalike.library.why.explanation import ExplainedPicture, Explanation, Link, UnitShare
from lookalike.neighbors.calibration import Calibration

MakeExplanation = Callable[..., Explanation]
QUERY_CELLS = np.array([[3.0, 1.0], [0.0, 0.0]])
MATCH_CELLS = np.array([[0.0, 1.0], [2.0, 1.0]])


@pytest.fixture
def make_explanation() -> MakeExplanation:
    """Cells of one unit, of which a pair adds the product: the cosine is always 1."""

    def make(*, is_exact: bool = True, query_note: str = "") -> Explanation:
        pairs = np.outer(QUERY_CELLS, MATCH_CELLS) / (QUERY_CELLS.sum() * MATCH_CELLS.sum())
        return Explanation(
            space="content" if is_exact else "colour",
            method="exact" if is_exact else "occlusion",
            query=_picture("a.jpg", QUERY_CELLS, pairs.sum(axis=1), query_note),
            match=_picture("b.jpg", MATCH_CELLS, pairs.sum(axis=0), ""),
            cosine=1.0,
            similarity=0.8,
            sentence="Exact." if is_exact else "Approximate.",
            pairs=pairs if is_exact else None,
            links=(Link((0, 0), (1, 0), 0.375), Link((0, 1), (0, 1), 0.0625)) if is_exact else (),
            units=(UnitShare("head", 7, 0.6), UnitShare("head", 2, 0.3)) if is_exact else (),
            unit_shares=np.array([0.1, 0.0, 0.3, 0, 0, 0, 0, 0.6]) if is_exact else np.zeros(0),
            layer="head" if is_exact else "",
            scale=Calibration(1.0, np.linspace(0, 2, 100, dtype=np.float32), 1.0, 2.0),
        )

    return make


def _picture(name: str, cells: np.ndarray, shares: np.ndarray, note: str) -> ExplainedPicture:
    def vector_without(taken: np.ndarray) -> np.ndarray:
        left = cells.copy()
        left[taken] = 0
        return np.array([left.sum() - 1, 1.0])

    return ExplainedPicture(
        name,
        np.full((40, 40, 3), 120, np.uint8),
        shares.reshape(cells.shape),
        cell_axes((2, 2), (40, 40), None),
        vector_without(np.zeros((2, 2), bool)),
        vector_without,
        note,
    )
