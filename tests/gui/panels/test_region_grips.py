import pytest
from PySide6.QtCore import QPointF, QRectF, Qt

from lookalike.gui.panels.region_grips import cursor_at, gesture_at, region_rect, spot_at
from lookalike.photos import Region

PICTURE = QRectF(100, 50, 200, 100)
REGION = Region(0.25, 0.2, 0.5, 0.6)
INSIDE, OUTSIDE, CORNER, EDGE = (
    QPointF(200, 100), QPointF(110, 60), QPointF(250, 130), QPointF(150, 100)
)  # fmt: skip


def test_a_region_lies_where_its_fractions_say() -> None:
    assert region_rect(REGION, PICTURE) == QRectF(150, 70, 100, 60)
    assert spot_at(QPointF(150, 70), PICTURE) == (0.25, 0.2)


def test_from_outside_a_drag_spans_another_region() -> None:
    for region in (REGION, None):
        spanned = gesture_at(OUTSIDE, region, PICTURE)((0.1, 0.1), (0.3, 0.5))
        assert spanned.x == pytest.approx(0.1)
        assert spanned.width == pytest.approx(0.2)


def test_from_inside_it_moves_the_region_and_at_a_grip_it_pulls() -> None:
    moved = gesture_at(INSIDE, REGION, PICTURE)((0.5, 0.5), (0.6, 0.5))
    assert (moved.x, moved.width) == pytest.approx((0.35, 0.5))
    pulled = gesture_at(CORNER, REGION, PICTURE)((0.75, 0.8), (0.85, 0.9))
    assert (pulled.x, pulled.y) == (REGION.x, REGION.y)
    assert (pulled.width, pulled.height) == pytest.approx((0.6, 0.7))


def test_the_cursor_tells_what_a_drag_would_do() -> None:
    shape = Qt.CursorShape
    told = [cursor_at(place, REGION, PICTURE) for place in (OUTSIDE, INSIDE, CORNER, EDGE)]
    assert told == [
        shape.CrossCursor, shape.SizeAllCursor, shape.SizeFDiagCursor, shape.SizeHorCursor
    ]  # fmt: skip
    assert cursor_at(INSIDE, None, PICTURE) == shape.CrossCursor
