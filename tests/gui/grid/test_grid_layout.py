import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize

from lookalike.gui.grid.grid_layout import GridLayout, SectionShape

CELL = QSize(100, 120)
HEADING = 40


def layout(*sections: SectionShape, columns: int = 3) -> GridLayout:
    return GridLayout(sections, columns, CELL, HEADING)


def headed(rows: int) -> SectionShape:
    return SectionShape(rows, has_heading=True)


sections = st.lists(st.builds(SectionShape, st.integers(0, 9), st.booleans()), max_size=6)


def test_rows_fill_lines_and_sections_begin_new_ones() -> None:
    places = layout(SectionShape(4), headed(2))
    assert places.rect_of_row(3) == QRect(0, 120, 100, 120)
    assert places.rect_of_heading(1) == QRect(0, 240, 300, 40)
    assert places.rect_of_row(4) == QRect(0, 280, 100, 120)
    assert places.rect_of_row(5) == QRect(100, 280, 100, 120)
    assert places.height_px == 400


@given(sections, st.integers(1, 5))
def test_every_row_is_found_where_it_is(shapes: list[SectionShape], columns: int) -> None:
    places = layout(*shapes, columns=columns)
    for row in range(places.row_count):
        rect = places.rect_of_row(row)
        assert places.row_at(rect.topLeft()) == row
        assert places.row_at(rect.bottomRight()) == row
        assert row in places.rows_of(places.section_of(row))
        assert places.heading_at(rect.top()) is None
        assert rect.bottom() < places.height_px


@given(sections, st.integers(1, 5), st.integers(-50, 900), st.integers(1, 400))
def test_a_strip_shows_exactly_the_rows_that_lie_in_it(
    shapes: list[SectionShape], columns: int, top: int, height: int
) -> None:
    places = layout(*shapes, columns=columns)
    strip = QRect(0, top, 1000, height)
    lying = [row for row in range(places.row_count) if strip.intersects(places.rect_of_row(row))]
    assert list(places.rows_between(top, top + height)) == lying


@given(sections, st.integers(-50, 900))
def test_every_heading_is_found_where_it_is(shapes: list[SectionShape], y: int) -> None:
    places = layout(*shapes)
    headings = [places.rect_of_heading(section) for section in range(len(shapes))]
    found = [
        number for number, rect in enumerate(headings) if rect.height() and rect.contains(0, y)
    ]
    assert places.heading_at(y) == (found[0] if found else None)


@given(
    sections, *(st.integers(-20, 420) for _ in range(2)), *(st.integers(-20, 900) for _ in range(2))
)
def test_a_band_touches_the_rows_it_reaches_into(
    shapes: list[SectionShape], left: int, right: int, top: int, bottom: int
) -> None:
    places = layout(*shapes)
    band = QRect(QPoint(left, top), QPoint(right, bottom)).normalized()
    inner = [places.rect_of_row(row).adjusted(8, 8, -8, -8) for row in range(places.row_count)]
    touched = [row for row, rect in enumerate(inner) if rect.intersects(band)]
    assert [row for part in places.rows_touched(band, 8) for row in part] == touched


def test_beside_the_cells_there_is_nothing() -> None:
    places = layout(headed(4))
    for nowhere in (
        QPoint(-1, 50),
        QPoint(300, 50),
        QPoint(150, 200),
        QPoint(0, 280),
        QPoint(5, 5),
    ):
        assert places.row_at(nowhere) is None
    assert places.rect_of_row(4).isEmpty()
    assert places.rect_of_row(-1).isEmpty()


def test_a_grid_of_nothing_has_no_places() -> None:
    places = layout()
    assert places.height_px == 0
    assert not layout(headed(5)).rows_between(50, 50)
    assert not places.rows_between(0, 100)
    assert places.section_at(0) is None
    assert places.rows_touched(QRect(0, 0, 50, 50), 8) == []


@pytest.mark.parametrize(
    ("row", "lines", "there"),
    [
        (0, 1, 3),
        (4, 1, 6),
        (3, 1, 5),
        (2, 1, 4),
        (5, -1, 3),
        (6, -1, 4),
        (6, 1, None),
        (1, -1, None),
    ],
)
def test_the_row_below_keeps_its_column_where_it_can(row: int, lines: int, there: int) -> None:
    places = layout(SectionShape(5), headed(0), headed(2))  # 0 1 2 / 3 4 / 5 6
    assert places.row_beside(row, lines) == there


def test_a_million_photos_in_a_thousand_sections_are_laid_out_at_once() -> None:
    shapes = [headed(1000)] * 1000
    began = time.perf_counter()
    places = layout(*shapes, columns=5)
    for row in range(0, 1_000_000, 1000):
        assert places.row_at(places.rect_of_row(row).center()) == row
    assert time.perf_counter() - began < 0.5
