import pytest
from PySide6.QtCore import QPointF, QRectF, QSize

from lookalike.gui.why.pair_layout import cell_at, cell_rect, pair_layout

ROOM = QRectF(0, 0, 420, 300)
SQUARE = QSize(100, 100)


def test_two_squares_fill_the_width_and_stand_in_the_middle_of_the_height() -> None:
    layout = pair_layout(ROOM, SQUARE, SQUARE, 20)
    assert layout.query == QRectF(0, 50, 200, 200)
    assert layout.match == QRectF(220, 50, 200, 200)


def test_where_it_is_low_they_move_together() -> None:
    layout = pair_layout(QRectF(0, 0, 420, 100), SQUARE, SQUARE, 20)
    assert layout.query == QRectF(100, 0, 100, 100)
    assert layout.match.left() - layout.query.right() == 20


def test_pictures_keep_their_shapes() -> None:
    layout = pair_layout(ROOM, QSize(50, 100), QSize(200, 100), 20)
    assert layout.query.width() * 2 == layout.query.height()
    assert layout.match.width() == 2 * layout.match.height()
    assert layout.query.center().y() == layout.match.center().y()


@pytest.mark.parametrize(("x", "side"), [(10, "query"), (210, None), (230, "match")])
def test_a_place_is_on_one_of_them_or_on_none(x: float, side: str | None) -> None:
    assert pair_layout(ROOM, SQUARE, SQUARE, 20).side_at(QPointF(x, 100)) == side


def test_no_room_is_no_error() -> None:
    layout = pair_layout(QRectF(0, 0, 3, 0), SQUARE, SQUARE, 20)
    assert layout.query.width() == layout.match.width() == 1


def test_a_cell_is_found_where_it_is_painted(make_explanation) -> None:
    picture, shown = make_explanation().query, QRectF(100, 50, 200, 200)
    assert cell_rect(picture, shown, (1, 0)) == QRectF(100, 150, 100, 100)
    for cell in ((0, 0), (0, 1), (1, 0), (1, 1)):
        assert cell_at(picture, shown, cell_rect(picture, shown, cell).center()) == cell
