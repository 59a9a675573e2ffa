import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lookalike.library.drawing.cell_axis import cell_axes
from lookalike.library.drawing.heat import (
    Heat,
    HeatMode,
    cold_colour,
    heat_of,
    laid_over,
    warm_colour,
)

GREY = np.full((80, 80, 3), 128, np.uint8)


def heat(values: list[list[float]], top: float = 1.0) -> Heat:
    array = np.array(values)
    return heat_of(array, top, cell_axes(array.shape, GREY.shape[:2], None))


def warmth(picture: np.ndarray) -> np.ndarray:
    return picture[..., 0].astype(int) - picture[..., 2]


CORNER = [[1.0, 0, 0], [0, 0, 0], [0, 0, 0]]


def test_off_is_the_picture_itself():
    assert laid_over(GREY, heat(CORNER), HeatMode.OFF) is GREY


def test_the_picture_that_was_given_is_not_changed():
    for mode in HeatMode:
        picture = GREY.copy()
        laid_over(picture, heat(CORNER), mode)
        assert np.array_equal(picture, GREY)


def test_heat_is_warm_where_it_is_strong_and_dims_where_it_is_not():
    drawn = laid_over(GREY, heat(CORNER), HeatMode.SOFT)
    assert drawn.shape == GREY.shape
    assert warmth(drawn)[10, 10] > 60
    cold = drawn[70, 70]
    assert len(set(cold.tolist())) == 1, "it keeps its colour"
    assert 40 < cold[0] < 128


def test_soft_heat_has_no_edges_and_cells_have():
    for mode, least, most in ((HeatMode.SOFT, 1, 30), (HeatMode.NEAREST, 60, 255)):
        steps = np.abs(np.diff(laid_over(GREY, heat(CORNER), mode).astype(int), axis=1))
        assert least <= steps.max() <= most


def test_cells_are_drawn_where_they_are():
    drawn = warmth(laid_over(GREY, heat([[0, 0], [0, 1.0]]), HeatMode.NEAREST))
    assert (drawn[40:, 40:] > 60).all()
    assert not drawn[:40].any()
    assert not drawn[40:, :40].any()


def test_the_signs_have_different_colours():
    drawn = laid_over(GREY, heat([[2.0, -2.0]], top=2), HeatMode.NEAREST)
    assert warmth(drawn)[40, 20] > 60
    assert warmth(drawn)[40, 60] < 0


def test_without_opacity_nothing_is_covered():
    for mode in (HeatMode.SOFT, HeatMode.NEAREST, HeatMode.CONTOUR):
        assert np.array_equal(laid_over(GREY, heat(CORNER), mode, opacity=0), GREY)


def test_lines_are_where_the_heat_is_of_their_level():
    ramp = heat([[0.0, 1.0]])  # from 0 at a quarter of the width to 1 at three quarters
    drawn = laid_over(GREY, ramp, HeatMode.CONTOUR)
    touched = np.flatnonzero((drawn[40] != 128).any(axis=1))
    groups = np.split(touched, np.flatnonzero(np.diff(touched) > 1) + 1)
    assert [group.mean() for group in groups] == pytest.approx([29.5, 39.5, 49.5], abs=1)
    assert all(len(group) < 8 for group in groups)


def test_a_flat_map_has_no_lines():
    assert np.array_equal(laid_over(GREY, heat([[0.5, 0.5]]), HeatMode.CONTOUR), GREY)


def test_a_map_of_nothing_can_be_laid_over():
    drawn = laid_over(GREY, heat([[0.0, np.nan]], top=0.0), HeatMode.SOFT)
    assert len(np.unique(drawn)) == 1


@given(
    rows=st.integers(1, 5),
    columns=st.integers(1, 5),
    height=st.integers(2, 30),
    width=st.integers(2, 30),
    mode=st.sampled_from(list(HeatMode)),
    opacity=st.floats(0, 1),
)
def test_any_map_can_be_laid_over_any_picture(rows, columns, height, width, mode, opacity):
    random = np.random.default_rng(rows * columns)
    picture = random.integers(0, 256, (height, width, 3)).astype(np.uint8)
    values = random.normal(size=(rows, columns))
    laid = heat_of(values, 1.0, cell_axes(values.shape, (height, width), None))
    assert laid_over(picture, laid, mode, opacity).shape == picture.shape


def test_the_colours_of_heat_go_from_dark_to_light_to_either_side() -> None:
    for colour in (warm_colour, cold_colour):
        light = [sum(colour(strength)) for strength in (0.0, 0.5, 1.0)]
        assert light == sorted(light)
    assert warm_colour(1.0)[0] > warm_colour(1.0)[2]
    assert cold_colour(1.0)[1] > cold_colour(1.0)[0]
