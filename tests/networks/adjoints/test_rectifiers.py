import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from onnx import helper

from lookalike.networks.backward import BackwardMode

SHAPE = (2, 3, 4)
SIX = {"zero": np.float32(0), "six": np.float32(6)}
RECTIFIERS = {
    "Relu": (helper.make_node("Relu", ["pixels"], ["y"]), {}),
    "ReLU6": (helper.make_node("Clip", ["pixels", "zero", "six"], ["y"]), SIX),
    "Clip from zero": (helper.make_node("Clip", ["pixels", "zero"], ["y"]), SIX),
}
OTHERS = {
    "Clip to six": (helper.make_node("Clip", ["pixels", "", "six"], ["y"]), SIX),
    "Clip from -1": (
        helper.make_node("Clip", ["pixels", "low", "six"], ["y"]),
        SIX | {"low": np.float32([-1])},
    ),
    "Clip without ends": (helper.make_node("Clip", ["pixels"], ["y"]), {}),
    "LeakyRelu": (helper.make_node("LeakyRelu", ["pixels"], ["y"], alpha=0.2), {}),
    "usual LeakyRelu": (helper.make_node("LeakyRelu", ["pixels"], ["y"]), {}),
    "PRelu": (
        helper.make_node("PRelu", ["pixels", "slopes"], ["y"]),
        {"slopes": np.float32([0.1, 0.5]).reshape(2, 1, 1)},
    ),
    "HardSwish": (helper.make_node("HardSwish", ["pixels"], ["y"]), {}),
}
EACH = pytest.mark.parametrize("name", RECTIFIERS)

# Far from where the derivative jumps, and not so far that float32 rounds.
values = arrays(
    np.float32, (1, *SHAPE), elements=st.integers(-80, 80).map(lambda tenth: tenth / 10 + 0.05)
)


@pytest.mark.parametrize("name", [*RECTIFIERS, *OTHERS])
def test_the_gradient(check_way_back, name):
    node, constants = (RECTIFIERS | OTHERS)[name]
    check_way_back([node], SHAPE, constants, between=(-8, 8))


def test_an_old_clip_has_its_ends_among_its_attributes(check_way_back):
    node = helper.make_node("Clip", ["pixels"], ["y"], min=0.0, max=6.0)
    check_way_back([node], SHAPE, opset=10, between=(-8, 8))


@EACH
@given(pixels=values, cotangent=values)
def test_a_deconvnet_lets_pass_what_comes_back_positive(
    make_graph, run_way_back, name, pixels, cotangent
):
    node, constants = RECTIFIERS[name]
    model = make_graph([node], SHAPE, constants)
    found = run_way_back(model, pixels, cotangent, BackwardMode.DECONVNET)
    np.testing.assert_array_equal(found, np.maximum(cotangent, 0))


@EACH
@given(pixels=values, cotangent=values)
def test_guided_backpropagation_lets_pass_where_both_are_positive(
    make_graph, run_way_back, name, pixels, cotangent
):
    node, constants = RECTIFIERS[name]
    model = make_graph([node], SHAPE, constants)
    found = run_way_back(model, pixels, cotangent, BackwardMode.GUIDED)
    open_ = (pixels > 0) & ((pixels < 6) | (name not in ("ReLU6",)))
    np.testing.assert_array_equal(found, np.maximum(cotangent, 0) * open_)


@pytest.mark.parametrize("name", OTHERS)
def test_what_lets_negative_values_pass_is_no_rectifier(make_graph, run_way_back, name):
    node, constants = OTHERS[name]
    model = make_graph([node], SHAPE, constants)
    rng = np.random.default_rng(0)
    pixels, cotangent = rng.normal(size=(2, 1, *SHAPE)).astype(np.float32)
    one, *others = (run_way_back(model, pixels, cotangent, mode) for mode in BackwardMode)
    for other in others:
        np.testing.assert_array_equal(one, other)


@EACH
def test_nothing_passes_on_the_end_of_the_range(make_graph, run_way_back, name):
    node, constants = RECTIFIERS[name]
    model = make_graph([node], (1, 1, 1), constants)
    ones = np.ones((1, 1, 1, 1), np.float32)
    assert run_way_back(model, 0 * ones, ones) == 0
    assert run_way_back(model, 6 * ones, ones) == (name != "ReLU6")
