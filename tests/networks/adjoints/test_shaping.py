import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from onnx import helper

from lookalike.errors import NetworkUnusable
from lookalike.networks.backward import backward_model
from lookalike.networks.graphs.plain_graph import plain_graph

SHAPE = (4, 2, 6)


def node(operator, *inputs, **attributes):
    return helper.make_node(operator, ["pixels", *inputs], ["y"], **attributes)


@pytest.mark.parametrize(
    "sizes", [[0, -1], [-1, 48], [0, 2, 2, 2, 6], [0, 0, 12], [-1, 4, 12], [-1]]
)
def test_reshape(check_way_back, sizes):
    check_way_back([node("Reshape", "sizes")], SHAPE, {"sizes": np.array(sizes)})


def test_reshape_of_what_grows_with_the_batch_twice(check_way_back):
    nodes = [
        helper.make_node("Transpose", ["pixels"], ["turned"], perm=[1, 0]),
        helper.make_node("MatMul", ["pixels", "turned"], ["products"]),
        helper.make_node("Reshape", ["products", "row"], ["y"]),
    ]
    check_way_back(nodes, (3,), {"row": np.array([-1])})


def test_flatten_and_its_axis(check_way_back):
    for axis in (1, 2, 0):
        check_way_back([node("Flatten", axis=axis)], SHAPE)


@pytest.mark.parametrize("opset", [9, 18])
def test_squeeze_and_unsqueeze(check_way_back, opset):
    if opset == 9:
        nodes = [
            helper.make_node("Unsqueeze", ["pixels"], ["wide"], axes=[1, 3]),
            helper.make_node("Squeeze", ["wide"], ["y"], axes=[1]),
        ]
        check_way_back(nodes, SHAPE, opset=9)
    else:
        nodes = [
            helper.make_node("Unsqueeze", ["pixels", "axes"], ["wide"]),
            helper.make_node("Squeeze", ["wide"], ["y"]),
        ]
        check_way_back(nodes, SHAPE, {"axes": np.array([1, 3])})


@given(order=st.permutations(range(4)))
def test_transpose(check_way_back, order):
    check_way_back([node("Transpose", perm=order)], SHAPE)


def test_transpose_without_an_order_turns_it_around(check_way_back):
    check_way_back([node("Transpose")], SHAPE)


def test_identity_and_dropout(check_way_back):
    check_way_back([node("Identity")], SHAPE)
    check_way_back([node("Dropout")], SHAPE)
    check_way_back([node("Dropout", ratio=0.5)], SHAPE, opset=7)


@pytest.mark.parametrize("axis", [1, 2, -1])
def test_concat(check_way_back, axis):
    nodes = [
        helper.make_node("Neg", ["pixels"], ["negative"]),
        helper.make_node("Mul", ["pixels", "two"], ["doubled"]),
        helper.make_node("Concat", ["negative", "pixels", "doubled"], ["y"], axis=axis),
    ]
    check_way_back(nodes, SHAPE, {"two": np.float32(2)})


def test_a_channel_shuffle(check_way_back):
    nodes = [
        helper.make_node("Reshape", ["pixels", "grouped"], ["groups"]),
        helper.make_node("Transpose", ["groups"], ["turned"], perm=[0, 2, 1, 3, 4]),
        helper.make_node("Reshape", ["turned", "flat"], ["y"]),
    ]
    sizes = {"grouped": np.array([-1, 2, 2, 2, 6]), "flat": np.array([-1, 4, 2, 6])}
    check_way_back(nodes, SHAPE, sizes)


def cuts(size):
    """Start, end and step of what is cut out of an axis; something is left."""
    limit = st.integers(-size - 1, size + 1)
    cut = st.tuples(limit, limit, st.sampled_from([1, 1, 1, 2, 3, -1, -2]))
    return cut.filter(lambda one: len(range(size)[slice(*one)]) > 0)


@given(drawn=st.tuples(*map(cuts, SHAPE)), count=st.integers(1, 3))
def test_slice(check_way_back, drawn, count):
    taken = drawn[:count]
    starts, ends, steps = (np.array(one) for one in zip(*taken, strict=True))
    constants = {
        "starts": starts,
        "ends": ends,
        "axes": np.arange(1, count + 1),
        "steps": steps,
    }
    check_way_back([node("Slice", *constants)], SHAPE, constants)


def test_a_slice_that_leaves_the_batch_whole(check_way_back):
    constants = {"starts": np.array([0, 1]), "ends": np.array([2**63 - 1, 3])}
    check_way_back([node("Slice", *constants)], SHAPE, constants)


@pytest.mark.parametrize("opset", [11, 13, 18])
def test_split(check_way_back, opset):
    parts = ["first", "y", "last"]
    how = {"split": [1, 2, 1]} if opset < 13 else {}
    read = ["pixels"] if opset < 13 else ["pixels", "sizes"]
    nodes = [helper.make_node("Split", read, parts, axis=1, **how)]
    constants = {} if opset < 13 else {"sizes": np.array([1, 2, 1])}
    check_way_back(nodes, SHAPE, constants, opset=opset)


def test_parts_that_meet_again(check_way_back):
    nodes = [
        helper.make_node("Split", ["pixels"], ["first", "last"], axis=3, num_outputs=2),
        helper.make_node("Mul", ["first", "last"], ["y"]),
    ]
    check_way_back(nodes, SHAPE)


@pytest.mark.parametrize("places", [1, -1, [0, 2], [3, 1, 0, 2], [-1, 0]])
def test_gather(check_way_back, places):
    check_way_back([node("Gather", "places", axis=1)], SHAPE, {"places": np.array(places)})


@given(pads=st.lists(st.integers(-1, 3), min_size=4, max_size=4), opset=st.sampled_from([10, 18]))
def test_pad(check_way_back, pads, opset):
    assume(all(pads[at] + pads[at + 2] + SHAPE[1 + at] > 0 for at in (0, 1)))
    # Those of batch and channels, then rows and columns.
    widths = [0, 0, pads[0], pads[1], 0, 0, pads[2], pads[3]]
    if opset == 10:
        check_way_back([node("Pad", pads=widths)], SHAPE, opset=opset)
    else:
        check_way_back([node("Pad", "widths")], SHAPE, {"widths": np.array(widths)})


def test_pad_of_some_axes(check_way_back):
    constants = {"widths": np.array([1, 2]), "value": np.float32(3), "axes": np.array([-1])}
    check_way_back([node("Pad", *constants)], SHAPE, constants)


@pytest.mark.parametrize(
    ("told", "constants", "reason"),
    [
        (node("Gather", "places", axis=1), {"places": np.array([0, 0])}, "twice"),
        (node("Gather", "places", axis=1), {"places": np.array([[0, 1]])}, "table"),
        (
            node("Pad", "widths", mode="reflect"),
            {"widths": np.array([0, 0, 1, 1, 0, 0, 1, 1])},
            "repeats",
        ),
        (
            node("Slice", "starts", "ends"),
            {"starts": np.array([0]), "ends": np.array([1])},
            "cuts the batch",
        ),
    ],
)
def test_what_is_not_covered_is_told_in_a_sentence(make_graph, told, constants, reason):
    plain = plain_graph(make_graph([told], SHAPE, constants))
    with pytest.raises(NetworkUnusable, match=reason):
        backward_model(plain, "y")
