import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from onnx import helper

SHAPE = (3, 4, 2)
EACH = pytest.mark.parametrize("operator", ["ReduceMean", "ReduceSum"])
AXES = st.lists(st.sampled_from([1, 2, 3, -1, -2]), min_size=1, max_size=3).filter(
    lambda axes: len({axis % 4 for axis in axes}) == len(axes)
)


@EACH
@given(axes=AXES, keepdims=st.integers(0, 1))
def test_over_axes(check_way_back, operator, axes, keepdims):
    node = helper.make_node(operator, ["pixels", "axes"], ["y"], keepdims=keepdims)
    check_way_back([node], SHAPE, {"axes": np.array(axes)})


@EACH
def test_old_operators_have_their_axes_among_the_attributes(check_way_back, operator):
    node = helper.make_node(operator, ["pixels"], ["y"], axes=[2, 3], keepdims=0)
    check_way_back([node], SHAPE, opset=11)


@EACH
def test_over_no_axis(check_way_back, operator):
    node = helper.make_node(operator, ["pixels"], ["y"], noop_with_empty_axes=1)
    check_way_back([node], SHAPE)


@pytest.mark.parametrize("axes", [[0], [0, 2]])
def test_a_sum_over_the_batch(check_way_back, axes):
    node = helper.make_node("ReduceSum", ["pixels", "axes"], ["y"])
    check_way_back([node], SHAPE, {"axes": np.array(axes)})


def test_a_sum_over_everything(check_way_back):
    check_way_back([helper.make_node("ReduceSum", ["pixels"], ["y"], keepdims=0)], SHAPE)
