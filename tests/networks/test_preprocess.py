from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lookalike.networks.manifest import InputSpec, ResizeSpec
from lookalike.networks.preprocess import prepare, shown_part
from lookalike.networks.views.pixel_values import picture_of

SPEC = InputSpec(
    name="pixels",
    size_px=16,
    layout="NCHW",
    channels="RGB",
    mean=(127.0, 127.0, 127.0),
    scale=(1 / 128, 1 / 128, 1 / 128),
    resize=ResizeSpec("squash", "bicubic"),
)


def plain(red: int, green: int, blue: int, *, height: int = 20, width: int = 30) -> np.ndarray:
    return np.full((height, width, 3), (red, green, blue), np.uint8)


def with_rule(rule: str) -> InputSpec:
    return replace(SPEC, resize=ResizeSpec(rule, "bilinear"))


def striped() -> np.ndarray:
    """Twice as wide as high: black, with a white quarter at the left and at the right."""
    pixels = np.zeros((40, 80, 3), np.uint8)
    pixels[:, :20] = pixels[:, 60:] = 255
    return pixels


def test_values_are_shifted_then_scaled():
    prepared = prepare(plain(127, 255, 0), SPEC)
    assert prepared.shape == (3, 16, 16)
    assert prepared.dtype == np.float32
    assert prepared.flags["C_CONTIGUOUS"]
    np.testing.assert_allclose(prepared[:, 3, 3], [0, 1, -127 / 128])


def test_each_channel_has_its_own_mean_and_scale():
    spec = replace(SPEC, mean=(10.0, 20.0, 30.0), scale=(1.0, 2.0, 3.0))
    np.testing.assert_allclose(prepare(plain(11, 22, 33), spec)[:, 0, 0], [1, 4, 9])


def test_a_network_that_wants_blue_first_gets_it():
    values = prepare(plain(10, 20, 30), replace(SPEC, channels="BGR"))[:, 0, 0] * 128 + 127
    np.testing.assert_allclose(values, [30, 20, 10])


def test_squash_keeps_the_edges_of_the_picture():
    columns = prepare(striped(), with_rule("squash"))[0, 8]
    assert columns[1] > 0.9
    assert columns[8] < -0.9
    assert columns[-2] > 0.9


def test_cover_shows_only_the_middle():
    assert prepare(striped(), with_rule("cover"))[0, :, 1:-1].max() < -0.9


def test_contain_shows_all_in_proportion_between_grey_borders():
    prepared = prepare(striped(), with_rule("contain"))
    assert np.all(prepared[:, :4] == 0)
    assert np.all(prepared[:, -4:] == 0)
    assert prepared[0, 8, 1] > 0.9
    assert prepared[0, 8, 8] < -0.9


def test_cover_takes_the_middle_of_high_pictures_too():
    pixels = np.zeros((80, 40, 3), np.uint8)
    pixels[:20] = pixels[60:] = 255
    assert prepare(pixels, with_rule("cover"))[0, 1:-1].max() < -0.9


def test_shrinking_averages_instead_of_skipping():
    fine = np.zeros((512, 512, 3), np.uint8)
    fine[::2] = 254
    assert abs(prepare(fine, SPEC)[:, 2:-2, 2:-2]).max() < 0.05


def test_pixels_need_not_lie_in_a_row():
    pixels = np.random.default_rng(0).integers(0, 256, (20, 30, 3), np.uint8)
    turned = pixels.transpose(1, 0, 2)
    np.testing.assert_array_equal(prepare(turned, SPEC), prepare(turned.copy(), SPEC))


@settings(deadline=None)
@given(
    height=st.integers(1, 300),
    width=st.integers(1, 300),
    rule=st.sampled_from(("squash", "cover", "contain")),
    name=st.sampled_from(("bilinear", "bicubic", "lanczos")),
)
def test_every_shape_becomes_the_square(height, width, rule, name):
    spec = replace(SPEC, resize=ResizeSpec(rule, name))
    prepared = prepare(plain(255, 0, 127, height=height, width=width), spec)
    assert prepared.shape == (3, 16, 16)
    assert np.isfinite(prepared).all()


@pytest.mark.parametrize("rule", ["squash", "cover", "contain"])
@pytest.mark.parametrize("shape", [(1, 9000), (9000, 1), (1, 1)])
def test_extreme_shapes_are_taken(rule, shape):
    pixels = plain(255, 255, 255, height=shape[0], width=shape[1])
    assert prepare(pixels, with_rule(rule)).max() == 1


@pytest.mark.parametrize(
    "pixels",
    [
        np.zeros((4, 4, 3), np.float32),
        np.zeros((4, 4), np.uint8),
        np.zeros((4, 4, 4), np.uint8),
    ],
)
def test_what_is_not_a_picture_is_refused(pixels):
    with pytest.raises(ValueError, match="not an RGB picture"):
        prepare(pixels, SPEC)


@pytest.mark.parametrize(
    ("rule", "part"),
    [
        ("squash", (0, 0, 80, 40)),
        ("cover", (20, 0, 60, 40)),
        ("contain", (0, -20, 80, 60)),
    ],
)
def test_the_rule_tells_which_part_is_shown(rule, part):
    assert shown_part(with_rule(rule), 80, 40) == part


@settings(deadline=None, max_examples=40)
@given(
    width=st.integers(40, 400),
    height=st.integers(40, 400),
    rule=st.sampled_from(("squash", "cover", "contain")),
    across=st.floats(0.15, 0.85),
    down=st.floats(0.15, 0.85),
)
def test_a_marker_lies_where_the_shown_part_says(width, height, rule, across, down):
    spec = replace(with_rule(rule), size_px=120)
    left, top, right, bottom = shown_part(spec, width, height)
    x, y = across * width, down * height
    # A soft spot: its middle is known to a fraction of a pixel.
    reach = min(width, height) / 30
    assume(left + 4 * reach < x < right - 4 * reach)
    assume(top + 4 * reach < y < bottom - 4 * reach)
    rows, columns = np.mgrid[:height, :width] + 0.5
    spot = np.exp(-((columns - x) ** 2 + (rows - y) ** 2) / (2 * reach**2))
    grey = np.rint(127 + 128 * spot).astype(np.uint8)
    shown = prepare(np.dstack([grey] * 3), spec)[0]
    found = [(shown * at).sum() / shown.sum() for at in np.mgrid[:120, :120] + 0.5]
    expected = (y - top) / (bottom - top) * 120, (x - left) / (right - left) * 120
    np.testing.assert_allclose(found, expected, atol=0.3)


@settings(deadline=None, max_examples=30)
@given(
    seed=st.integers(0, 1000),
    channels=st.sampled_from(("RGB", "BGR")),
    mean=st.tuples(*[st.floats(0, 255)] * 3),
    scale=st.tuples(*[st.floats(1e-3, 2)] * 3),
)
def test_a_prepared_picture_can_be_looked_at_again(seed, channels, mean, scale):
    pixels = np.random.default_rng(seed).integers(0, 256, (16, 16, 3), np.uint8)
    spec = replace(SPEC, channels=channels, mean=mean, scale=scale)
    again = picture_of(prepare(pixels, spec), spec)
    assert abs(again.astype(int) - pixels).max() <= 1
