import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from onnx import helper

PAIR = st.tuples(st.integers(1, 3), st.integers(1, 3))


@st.composite
def poolings(draw, operator: str):
    """A pooling whose windows may overlap, and a picture that it fits."""
    kernel = draw(PAIR)
    # ONNX Runtime refuses pads of its own finding, and miscounts, where windows leave gaps.
    strides = [draw(st.integers(1, size)) for size in kernel]
    sizes = [draw(st.integers(size, size + 5)) for size in kernel]
    attributes = {"kernel_shape": kernel, "strides": strides}
    if draw(st.booleans()):
        attributes["auto_pad"] = draw(st.sampled_from(["SAME_UPPER", "SAME_LOWER", "VALID"]))
    else:
        # No window may begin behind the picture: onnx and the runtime count such ones differently.
        before = [draw(st.integers(0, size - 1)) for size in kernel]
        after = [
            draw(st.integers(0, size - step)) for size, step in zip(kernel, strides, strict=True)
        ]
        attributes |= {"pads": [*before, *after], "ceil_mode": draw(st.integers(0, 1))}
    if operator == "AveragePool":
        attributes["count_include_pad"] = draw(st.integers(0, 1))
    return helper.make_node(operator, ["pixels"], ["y"], **attributes), (2, *sizes)


@given(drawn=poolings("MaxPool"), seed=st.integers(0, 99))
@settings(max_examples=50)
def test_max_pool(check_way_back, drawn, seed):
    node, shape = drawn
    check_way_back([node], shape, seed=seed)


@given(drawn=poolings("AveragePool"), seed=st.integers(0, 99))
@settings(max_examples=50)
def test_average_pool(check_way_back, drawn, seed):
    node, shape = drawn
    check_way_back([node], shape, seed=seed)


def test_the_average_of_the_whole_map(check_way_back):
    check_way_back([helper.make_node("GlobalAveragePool", ["pixels"], ["y"])], (3, 4, 5))


def test_the_greatest_of_the_whole_map(make_graph, run_way_back):
    node = helper.make_node("GlobalMaxPool", ["pixels"], ["y"])
    pixels = np.random.default_rng(0).normal(size=(2, 3, 4, 5)).astype(np.float32)
    cotangent = np.arange(1, 7, dtype=np.float32).reshape(2, 3, 1, 1)
    gradient = run_way_back(make_graph([node], (3, 4, 5)), pixels, cotangent)
    greatest = pixels == pixels.max(axis=(2, 3), keepdims=True)
    np.testing.assert_array_equal(gradient, np.where(greatest, cotangent, 0))


def test_windows_that_leave_gaps(check_way_back):
    for operator in ("MaxPool", "AveragePool"):
        node = helper.make_node(operator, ["pixels"], ["y"], kernel_shape=[2, 1], strides=[3, 2])
        check_way_back([node], (2, 8, 6))


def test_max_pool_with_holes(check_way_back):
    node = helper.make_node(
        "MaxPool", ["pixels"], ["y"], kernel_shape=[2, 2], dilations=[2, 1], strides=[1, 2]
    )
    check_way_back([node], (2, 6, 6))


def test_windows_that_share_their_greatest_value_add_up(make_graph, run_way_back):
    node = helper.make_node("MaxPool", ["pixels"], ["y"], kernel_shape=[1, 3])
    pixels = np.array([0, 1, 9, 2, 0], np.float32).reshape(1, 1, 1, 5)
    cotangent = np.array([1, 10, 100], np.float32).reshape(1, 1, 1, 3)
    gradient = run_way_back(make_graph([node], (1, 1, 5)), pixels, cotangent)
    assert gradient.ravel().tolist() == [0, 0, 111, 0, 0]


def test_of_equal_values_one_alone_is_answered_for(make_graph, run_way_back):
    node = helper.make_node("MaxPool", ["pixels"], ["y"], kernel_shape=[2, 2])
    pixels = np.ones((1, 1, 2, 2), np.float32)
    gradient = run_way_back(
        make_graph([node], (1, 2, 2)), pixels, np.ones((1, 1, 1, 1), np.float32)
    )
    assert sorted(gradient.ravel()) == [0, 0, 0, 1]
