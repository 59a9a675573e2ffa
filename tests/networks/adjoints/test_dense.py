import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from onnx import helper


def numbers(*shape, seed=0) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=shape).astype(np.float32)


@given(
    turned=st.integers(0, 1),
    alpha=st.sampled_from([1.0, 0.5]),
    beta=st.sampled_from([1.0, 2.0]),
    bias=st.sampled_from([None, (), (3,), (1, 3)]),
)
def test_gemm_of_pixels_and_weights(check_way_back, turned, alpha, beta, bias):
    constants = {"weights": numbers(3, 5) if turned else numbers(5, 3)}
    if bias is not None:
        constants["bias"] = numbers(*bias, seed=1)
    how = {"transB": turned, "alpha": alpha, "beta": beta}
    check_way_back(
        [helper.make_node("Gemm", ["pixels", *constants], ["y"], **how)], (5,), constants
    )


@pytest.mark.parametrize("turned_a", [0, 1])
@pytest.mark.parametrize("turned_b", [0, 1])
def test_gemm_of_what_varies_alone(check_way_back, turned_a, turned_b):
    nodes = [
        helper.make_node("Transpose", ["pixels"], ["turned"], perm=[1, 0]),
        helper.make_node(
            "Gemm",
            [("turned", "pixels")[turned_a], ("pixels", "turned")[turned_b], "pixels"],
            ["product"],
            transA=turned_a,
            transB=turned_b,
        ),
        helper.make_node("ReduceSum", ["product"], ["y"]),
    ]
    # The check takes a batch of two, so the product of a picture of two numbers fits.
    check_way_back(nodes, (2,))


def test_gemm_of_turned_pixels(check_way_back):
    nodes = [
        helper.make_node("Transpose", ["pixels"], ["turned"]),
        helper.make_node("Gemm", ["turned", "weights"], ["y"], transA=1, alpha=0.5),
    ]
    check_way_back(nodes, (3,), {"weights": numbers(3, 4)})


@pytest.mark.parametrize(
    ("shape", "weights"),
    [((5,), (5, 3)), ((4, 5), (5, 3)), ((2, 4, 5), (5, 3)), ((4, 5), (1, 5, 3))],
)
def test_mat_mul_with_weights_behind(check_way_back, shape, weights):
    node = helper.make_node("MatMul", ["pixels", "weights"], ["y"])
    check_way_back([node], shape, {"weights": numbers(*weights)})


@pytest.mark.parametrize("weights", [(3, 4), (1, 3, 4)])
def test_mat_mul_with_weights_in_front(check_way_back, weights):
    node = helper.make_node("MatMul", ["weights", "pixels"], ["y"])
    check_way_back([node], (4, 5), {"weights": numbers(*weights)})


def test_mat_mul_of_what_varies(check_way_back):
    """As attention multiplies its queries with its keys."""
    nodes = [
        helper.make_node("Transpose", ["pixels"], ["turned"], perm=[0, 1, 3, 2]),
        helper.make_node("MatMul", ["pixels", "turned"], ["y"]),
    ]
    check_way_back(nodes, (2, 3, 4))


def test_one_matrix_for_a_stack_of_others(check_way_back):
    nodes = [
        helper.make_node("ReduceSum", ["pixels", "axes"], ["summed"], keepdims=0),
        helper.make_node("MatMul", ["pixels", "summed"], ["y"]),
    ]
    check_way_back(nodes, (3, 4, 4), {"axes": np.array([0, 1])})
