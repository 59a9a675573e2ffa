import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from lookalike.library.drawing.map_colours import colour_table, map_colours, strongest

# What an eye without the pigment for green sees of linear RGB (Machado, Oliveira & Fernandes 2009).
DEUTERANOPIA = np.array(
    [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]]
)
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])


def linear(colours: np.ndarray) -> np.ndarray:
    parts = np.asarray(colours) / 255
    return np.where(parts > 0.04045, ((parts + 0.055) / 1.055) ** 2.4, parts / 12.92)


def lab(light: np.ndarray) -> np.ndarray:
    """CIE 1976 L*a*b* of linear RGB."""
    shares = light.clip(0) @ TO_XYZ.T / TO_XYZ.sum(axis=1)
    x, y, z = np.moveaxis(
        np.where(shares > 0.008856, np.cbrt(shares), 7.787 * shares + 16 / 116), -1, 0
    )
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)


def test_values_of_one_sign_are_grey_from_black_to_white():
    drawn = map_colours(np.array([0.0, 1.0, 2.0]), 2.0, is_signed=False)
    assert drawn.dtype == np.uint8
    assert drawn[0].tolist() == [0, 0, 0]
    assert drawn[2].tolist() == [255, 255, 255]
    assert 0 < drawn[1][0] < 255
    assert len(set(drawn[1].tolist())) == 1


def test_positive_is_red_negative_is_green_and_nothing_is_black():
    minus, zero, plus = map_colours(np.array([-3.0, 0, 3]), 3.0, is_signed=True).astype(int)
    assert zero.tolist() == [0, 0, 0]
    assert plus[0] > plus[1] + 80
    assert minus[1] > minus[0] + 80


@pytest.mark.parametrize("is_signed", [True, False])
def test_equal_steps_of_value_are_equal_steps_of_lightness(is_signed: bool):
    strengths = np.linspace(0, 1, 11)
    for sign in (1, -1) if is_signed else (1,):
        drawn = map_colours(sign * strengths, 1.0, is_signed=is_signed)
        steps = np.diff(lab(linear(drawn))[:, 0])
        assert steps.max() - steps.min() < 0.15 * steps.mean()


def test_signs_can_be_told_apart_without_seeing_red_and_green():
    minus, plus = map_colours(np.array([-1.0, 1]), 1.0, is_signed=True)
    seen = lab(linear(np.stack([minus, plus])) @ DEUTERANOPIA.T)
    assert np.linalg.norm(seen[0] - seen[1]) > 40


def test_what_passes_the_top_is_drawn_as_the_top():
    drawn = map_colours(np.array([-9.0, 9]), 1.0, is_signed=True)
    assert np.array_equal(drawn, map_colours(np.array([-1.0, 1]), 1.0, is_signed=True))


def test_a_small_gamma_lifts_weak_values_and_leaves_the_ends():
    values = np.array([0, 0.1, 1])
    plain = map_colours(values, 1.0, is_signed=False)
    lifted = map_colours(values, 1.0, is_signed=False, gamma=0.5)
    assert lifted[1][0] > plain[1][0] + 20
    assert np.array_equal(lifted[[0, 2]], plain[[0, 2]])


def test_each_unit_may_have_a_scale_of_its_own():
    maps = np.array([[[1.0]], [[10.0]]])
    drawn = map_colours(maps, np.array([1.0, 10.0])[:, None, None], is_signed=False)
    assert drawn.ravel().tolist() == [255] * 6


@given(hnp.arrays(np.float32, (3, 4), elements=st.floats(width=32)), st.booleans())
def test_any_numbers_can_be_drawn(values: np.ndarray, is_signed: bool):
    drawn = map_colours(values, strongest(values), is_signed=is_signed)
    assert drawn.shape == (3, 4, 3)
    assert not drawn[~np.isfinite(values)].any()


def test_a_map_of_nothing_is_black():
    assert not map_colours(np.zeros((2, 2)), 0.0, is_signed=True).any()


def test_the_table_has_zero_in_its_middle():
    table = colour_table(is_signed=True, gamma=0.4)
    assert not table[len(table) // 2].any()
    assert table[0].any()
    assert table[-1].any()
