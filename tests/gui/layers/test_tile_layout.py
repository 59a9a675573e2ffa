from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize

from lookalike.gui.layers.tile_layout import lay_tiles

ROOM = QSize(600, 500)


def test_all_tiles_are_seen_where_there_is_room():
    few = lay_tiles(12, (7, 7), ROOM)
    assert few.height_px <= ROOM.height()
    assert few.tile.width() > 100
    assert lay_tiles(100, (7, 7), ROOM).tile.width() < few.tile.width()


def test_many_tiles_keep_a_size_that_can_be_looked_at():
    many = lay_tiles(1280, (7, 7), ROOM)
    assert many.tile == QSize(42, 42)
    assert many.height_px > ROOM.height()
    assert lay_tiles(1280, (1, 1), ROOM).tile == QSize(16, 16)
    assert lay_tiles(1280, (1, 1), ROOM, least_px=64).tile == QSize(64, 64)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_cells_are_whole_pixels_of_the_screen(ratio):
    tile = lay_tiles(200, (14, 14), ROOM, ratio).tile
    assert tile.width() * ratio / 14 == pytest.approx(round(tile.width() * ratio / 14), abs=0.06)


def test_maps_that_are_not_square_keep_their_shape():
    tile = lay_tiles(50, (4, 8), ROOM).tile
    assert tile.width() == 2 * tile.height()


@given(
    count=st.integers(1, 2000),
    side=st.sampled_from([1, 7, 14, 56, 112]),
    width=st.integers(100, 1500),
    height=st.integers(50, 1000),
)
def test_tiles_lie_in_the_room_beside_each_other(count, side, width, height):
    layout = lay_tiles(count, (side, side), QSize(width, height))
    last = layout.rect(count - 1)
    assert last.bottom() < layout.height_px
    rects = [layout.rect(place) for place in range(min(count, layout.columns + 2))]
    for one, other in pairwise(rects):
        assert not one.intersects(other)
    assert all(rect.left() >= 0 and rect.right() < width for rect in rects)
    for place in {0, count // 2, count - 1}:
        assert layout.place_at(layout.rect(place).center()) == place


def test_between_and_beside_tiles_it_is_known_what_is_meant():
    layout = lay_tiles(10, (7, 7), ROOM)
    right = layout.rect(0).topRight() + QPoint(1, 5)
    assert layout.place_at(right) in (0, 1)
    assert layout.place_at(QPoint(-5, 20)) is None
    assert layout.place_at(layout.rect(9).bottomRight() + QPoint(0, 300)) is None


@given(top=st.integers(0, 3000), height=st.integers(1, 900))
def test_what_can_be_seen_is_told(top, height):
    layout = lay_tiles(1280, (7, 7), ROOM)
    seen = layout.places_between(top, top + height)
    window = QRect(0, top, 600, height)
    for place in range(1280):
        if layout.rect(place).intersects(window):
            assert place in seen
    assert len(seen) <= (height // layout.step.height() + 2) * layout.columns


def test_steps_go_along_rows_and_stop_at_the_ends():
    layout = lay_tiles(10, (7, 7), QSize(300, 100))
    columns = layout.columns
    assert 1 < columns < 10
    assert layout.moved(columns - 1, 1, 0) == columns
    assert layout.moved(0, -1, 0) == 0
    assert layout.moved(9, 1, 0) == 9
    assert layout.moved(0, 0, 1) == columns
    assert layout.moved(1, 0, -1) == 1
    assert layout.moved(columns - 1, 0, 99) == 9, "the last row is shorter"
