import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lookalike.library.drawing.cell_axis import CellAxis, cell_axes
from lookalike.networks.receptive_field import ReceptiveField


def test_without_a_field_cells_divide_the_picture_evenly():
    down, across = cell_axes((2, 4), (100, 200), None)
    assert [down.span(row) for row in range(2)] == [(0, 0.5), (0.5, 1)]
    assert across.span(1) == (0.25, 0.5)


def test_cells_lie_where_they_look():
    """Padding at one end only: the first of 7 cells has its middle at 31.5 of 224 pixels."""
    field = ReceptiveField((851, 851), (32, 32), (31.5, 31.5))
    down, _ = cell_axes((7, 7), (224, 224), field)
    assert down.cell_at(31.5 / 224) == 0
    assert down.cell_at(48 / 224) == 1
    assert down.span(1) == pytest.approx((47.5 / 224, 79.5 / 224))
    assert down.span(0)[0] == 0, "nothing is left over at the ends"
    assert down.span(6)[1] == 1


@given(
    count=st.integers(1, 20),
    first=st.floats(-0.2, 0.5),
    step=st.floats(0.02, 0.5),
    place=st.floats(0, 1),
)
def test_a_place_is_in_the_cell_that_is_there(count, first, step, place):
    axis = CellAxis(count, first, step)
    begin, end = axis.span(axis.cell_at(place))
    assert begin - 1e-9 <= place <= end + 1e-9


def test_pixels_know_their_cells_in_fractions():
    axis = CellAxis(2, 0.25, 0.5)
    assert axis.positions(4).tolist() == [0, 0.25, 0.75, 1]
    assert axis.positions(4).dtype == np.float32
