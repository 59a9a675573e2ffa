import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from onnx import helper

BINARY = ["Add", "Sub", "Mul", "Div"]
SHAPE = (3, 4, 5)
EACH = pytest.mark.parametrize("operator", BINARY)


@EACH
@given(
    shape=st.sampled_from([(), (1,), (5,), (4, 1), (3, 1, 1), (1, 4, 5), (1, 3, 1, 5), (3, 4, 5)]),
    is_first=st.booleans(),
)
def test_with_a_constant_of_any_shape_that_fits(check_way_back, operator, shape, is_first):
    constant = np.random.default_rng(0).uniform(1, 2, shape).astype(np.float32)
    inputs = ["constant", "pixels"] if is_first else ["pixels", "constant"]
    node = helper.make_node(operator, inputs, ["y"])
    check_way_back([node], SHAPE, {"constant": constant}, between=(1, 2))


@EACH
def test_a_tensor_with_itself(check_way_back, operator):
    node = helper.make_node(operator, ["pixels", "pixels"], ["y"])
    check_way_back([node], SHAPE, between=(1, 2))


@EACH
@pytest.mark.parametrize("is_first", [True, False])
def test_one_number_per_channel_with_its_map(check_way_back, operator, is_first):
    """As a squeeze-and-excitation block scales its channels."""
    inputs = ["average", "pixels"] if is_first else ["pixels", "average"]
    nodes = [
        helper.make_node("GlobalAveragePool", ["pixels"], ["average"]),
        helper.make_node(operator, inputs, ["y"]),
    ]
    check_way_back(nodes, SHAPE, between=(1, 2))


def test_a_picture_of_fewer_axes(check_way_back):
    nodes = [
        helper.make_node("ReduceSum", ["pixels", "axes"], ["summed"], keepdims=0),
        helper.make_node("Mul", ["pixels", "summed"], ["y"]),
    ]
    check_way_back(nodes, SHAPE, {"axes": np.array([0, 1])})


def test_what_growing_the_batch_repeats_is_summed(check_way_back):
    node = helper.make_node("Mul", ["pixels", "five"], ["y"])
    check_way_back([node], (1, 1), {"five": np.arange(5, dtype=np.float32).reshape(1, 5, 1)})


def test_a_sum_of_several(check_way_back):
    nodes = [
        helper.make_node("Neg", ["pixels"], ["negative"]),
        helper.make_node("Sum", ["pixels", "negative", "pixels", "constant", "pixels"], ["y"]),
    ]
    check_way_back(nodes, SHAPE, {"constant": np.ones((4, 5), np.float32)})
