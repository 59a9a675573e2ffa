import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from onnx import helper

PAIR = st.tuples(st.integers(1, 3), st.integers(1, 3))


@st.composite
def convolutions(draw, auto_pad: str = "NOTSET"):
    """A Conv, its weights, and a picture that it fits."""
    group = draw(st.sampled_from([1, 1, 2, 3]))
    inputs, outputs = group * draw(st.integers(1, 2)), group * draw(st.integers(1, 2))
    kernel, strides = draw(PAIR), draw(PAIR)
    # ONNX Runtime takes no holes where it is to find the pads.
    wide = [] if auto_pad.startswith("SAME") else [(2, 1), (1, 2), (2, 2)]
    dilations = draw(st.sampled_from([(1, 1), *wide]))
    span = [(size - 1) * hole + 1 for size, hole in zip(kernel, dilations, strict=True)]
    sizes = [draw(st.integers(extent, extent + 5)) for extent in span]
    attributes = {"group": group, "strides": strides, "dilations": dilations}
    if auto_pad == "NOTSET":
        attributes["pads"] = draw(st.tuples(*[st.integers(0, 3)] * 4))
    else:
        attributes["auto_pad"] = auto_pad
    rng = np.random.default_rng(draw(st.integers(0, 99)))
    weights = {
        "weights": rng.normal(size=(outputs, inputs // group, *kernel)).astype(np.float32),
        "bias": rng.normal(size=outputs).astype(np.float32),
    }
    node = helper.make_node("Conv", ["pixels", *weights], ["y"], **attributes)
    return node, weights, (inputs, *sizes)


@given(drawn=convolutions(), seed=st.integers(0, 99))
@settings(max_examples=60)
def test_conv_with_any_groups_strides_holes_and_pads(check_way_back, drawn, seed):
    node, weights, shape = drawn
    check_way_back([node], shape, weights, seed=seed)


@given(
    drawn=st.sampled_from(["SAME_UPPER", "SAME_LOWER", "VALID"]).flatmap(convolutions),
    seed=st.integers(0, 99),
)
@settings(max_examples=40)
def test_conv_that_pads_by_itself(check_way_back, drawn, seed):
    node, weights, shape = drawn
    check_way_back([node], shape, weights, seed=seed)
