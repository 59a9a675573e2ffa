import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lookalike.library.drawing.unit_atlas import (
    GAP_PX,
    UnitOrder,
    order_units,
    top_of_layer,
    unit_atlas,
)


def tile_of(atlas, place: int) -> np.ndarray:
    top, left = atlas.corner(place)
    return atlas.pixels[top : top + atlas.tile[0], left : left + atlas.tile[1]]


def flat_maps(*strengths: float, side: int = 2) -> np.ndarray:
    return np.stack([np.full((side, side), strength, np.float32) for strength in strengths])


def test_units_are_sorted_from_the_largest_down_and_ties_by_number():
    maps = flat_maps(1, 3, 3, 2)
    maps[0, 0, 0] = 8
    assert order_units(maps, UnitOrder.NUMBER).tolist() == [0, 1, 2, 3]
    assert order_units(maps, UnitOrder.MAXIMUM).tolist() == [0, 1, 2, 3]
    assert order_units(maps, UnitOrder.MEAN).tolist() == [1, 2, 0, 3]
    many = order_units(flat_maps(*[0, 1] * 500), UnitOrder.MAXIMUM)
    assert many.tolist() == [*range(1, 1000, 2), *range(0, 1000, 2)]
    share = np.array([0.1, -0.5, 0.4, 0.2])
    assert order_units(maps, UnitOrder.SHARE, share).tolist() == [2, 3, 0, 1]


def test_without_shares_units_are_in_order_of_their_numbers():
    assert order_units(flat_maps(1, 3, 2), UnitOrder.SHARE).tolist() == [0, 1, 2]


@given(
    count=st.integers(1, 40),
    height=st.integers(1, 6),
    width=st.integers(1, 6),
    columns=st.integers(1, 50) | st.none(),
    seed=st.integers(0, 9),
)
def test_each_unit_is_in_its_tile_and_nothing_between_them(count, height, width, columns, seed):
    random = np.random.default_rng(seed)
    maps = random.uniform(0.2, 1, (count, height, width)).astype(np.float32)
    order = random.permutation(count)
    atlas = unit_atlas(maps, order, columns, is_signed=False, is_boosted=True)
    bright = atlas.pixels[..., 0].copy()
    for place, unit in enumerate(order):
        tile = tile_of(atlas, place)[..., 0]
        assert tile.shape == (height, width)
        strongest = np.unravel_index(maps[unit].argmax(), maps[unit].shape)
        assert tile[strongest] == 255
        top, left = atlas.corner(place)
        bright[top : top + height, left : left + width] = 0
    assert not bright.any()


def test_one_scale_for_the_layer_or_one_for_each_unit():
    maps, order = flat_maps(1, 4), np.arange(2)
    together = unit_atlas(maps, order, is_signed=False)
    assert tile_of(together, 0).max() < tile_of(together, 1).max() == 255
    boosted = unit_atlas(maps, order, is_signed=False, is_boosted=True)
    assert tile_of(boosted, 0).min() == tile_of(boosted, 1).min() == 255


def test_a_layer_without_places_has_tiles_of_one_pixel():
    atlas = unit_atlas(np.array([0.0, 1, 2, 4]), np.array([3, 2, 1, 0]), 2, is_signed=False)
    assert atlas.tile == (1, 1)
    shades = [int(tile_of(atlas, place)[0, 0, 0]) for place in range(4)]
    assert shades[0] == 255
    assert shades == sorted(shades, reverse=True)


def test_it_is_about_square():
    atlas = unit_atlas(np.ones((1280, 7, 7)), np.arange(1280), is_signed=False)
    height, width, _ = atlas.pixels.shape
    assert width / height == pytest.approx(1, abs=0.1)
    assert height % (7 + GAP_PX) == 0


def test_a_few_values_that_stick_out_do_not_darken_the_rest():
    maps = np.ones((10, 100, 100), np.float32)
    maps[3, 5, 5] = 1000
    assert top_of_layer(maps) == 1
    few = np.zeros((10, 100, 100), np.float32)
    few[3, 5, 6] = 7
    assert top_of_layer(few) == 7, "a layer of almost nothing is still seen"
    scores = np.ones(1000, np.float32)
    scores[7] = 50
    assert top_of_layer(scores) == 50, "the scores of classes are to be compared"


def test_what_is_no_number_breaks_nothing():
    maps = flat_maps(1, 2)
    maps[0, 0, 0], maps[1, 1, 1] = np.nan, np.inf
    atlas = unit_atlas(maps, order_units(maps, UnitOrder.MEAN), is_signed=True)
    assert atlas.pixels.any()
