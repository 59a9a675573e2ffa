import subprocess
import sys

import numpy as np
import onnx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from onnx import TensorProto, helper, numpy_helper

from lookalike import paths
from lookalike.errors import NetworkUnusable
from lookalike.networks.backward import (
    COTANGENT,
    GRADIENT,
    BackwardMode,
    backward_model,
    uncovered_operators,
)
from lookalike.networks.graphs.plain_graph import plain_graph
from lookalike.networks.session import open_session

SHIPPED = ["efficientnet-lite0", "efficientnet-lite0-int8"]
FOREIGN = {
    "cifar10_ImageClassifier.onnx": "modelOutput",
    "mnist.onnx": "Plus214_Output_0",
    "mobilenet_v2_128_0.5.onnx": "Identity:0",
    "mobilenetv2-12-qdq.onnx": "output",
}
SHAPE = (3, 6, 6)
node = helper.make_node


def numbers(*shape: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=shape).astype(np.float32)


def network(nodes, constants=None, outputs=("y",), shape=SHAPE) -> onnx.ModelProto:
    graph = helper.make_graph(
        nodes,
        "small",
        [helper.make_tensor_value_info("pixels", TensorProto.FLOAT, ["batch", *shape])],
        [onnx.ValueInfoProto(name=name) for name in outputs],
        [numpy_helper.from_array(one, name) for name, one in (constants or {}).items()],
    )
    opsets = [helper.make_opsetid("", 18), helper.make_opsetid("com.example", 1)]
    return plain_graph(helper.make_model(graph, opset_imports=opsets, ir_version=8))


def rectified(seed: int = 0, *, is_positive: bool = False) -> onnx.ModelProto:
    """Convolutions and rectifiers without biases, with a short cut."""
    shapes = {"a": (4, 3, 3, 3), "b": (4, 4, 3, 3), "c": (2, 4, 1, 1)}
    weights = {name: numbers(*shape, seed=seed + len(name)) for name, shape in shapes.items()}
    if is_positive:
        weights = {name: abs(one) for name, one in weights.items()}
    nodes = [
        node("Conv", ["pixels", "a"], ["1"], pads=[1] * 4),
        node("Relu", ["1"], ["2"]),
        node("Conv", ["2", "b"], ["3"], pads=[1] * 4),
        node("Add", ["3", "2"], ["4"]),
        node("Relu", ["4"], ["5"]),
        node("Conv", ["5", "c"], ["y"], strides=[2, 2]),
    ]
    return network(nodes, weights)


def run(model: onnx.ModelProto, **fed: np.ndarray) -> list[np.ndarray]:
    session = open_session(model.SerializeToString(), "cpu", 1)
    return session._session.run(None, fed)


def gradient_of(plain, pixels, cotangent, mode=BackwardMode.GRADIENT, tensor="y") -> np.ndarray:
    return run(backward_model(plain, tensor, mode), pixels=pixels, cotangent=cotangent)[1]


def names(values) -> list[str]:
    return [value.name for value in values]


@pytest.fixture(scope="module", params=SHIPPED)
def shipped(request) -> onnx.ModelProto:
    return plain_graph(onnx.load(paths.shipped("models") / request.param / "network.onnx"))


def test_the_graph_takes_pixels_and_cotangent_and_tells_the_value_and_the_gradient():
    plain = rectified()
    way = backward_model(plain, "y")
    assert names(way.graph.input) == ["pixels", COTANGENT] == ["pixels", "cotangent"]
    assert names(way.graph.output) == ["y", GRADIENT] == ["y", "gradient"]
    sizes = [
        one.dim_value or one.dim_param for one in way.graph.input[1].type.tensor_type.shape.dim
    ]
    assert sizes == ["batch", 2, 3, 3]
    pixels = numbers(2, *SHAPE)
    value, gradient = run(way, pixels=pixels, cotangent=numbers(2, 2, 3, 3))
    np.testing.assert_allclose(value, run(plain, pixels=pixels)[0], rtol=1e-5, atol=1e-5)
    assert gradient.shape == pixels.shape
    assert gradient.dtype == np.float32


def test_the_graph_it_is_made_of_stays_as_it_was():
    plain = rectified()
    before = plain.SerializeToString()
    backward_model(plain, "5", BackwardMode.GUIDED)
    assert plain.SerializeToString() == before


def test_nothing_comes_along_that_the_tensor_does_not_need():
    way = backward_model(rectified(), "2", BackwardMode.DECONVNET)
    # Without the masks of a gradient, the values are not asked for on the way back.
    assert [one.op_type for one in way.graph.node] == ["Conv", "Relu", "Relu", "Conv", "Identity"]
    assert len(way.graph.initializer) == 2


@pytest.mark.parametrize("mode", BackwardMode)
def test_each_picture_of_a_batch_has_the_gradient_that_it_has_alone(mode):
    way = backward_model(rectified(), "y", mode)
    pixels, cotangent = numbers(3, *SHAPE), numbers(3, 2, 3, 3, seed=1)
    together = run(way, pixels=pixels, cotangent=cotangent)[1]
    for at in range(3):
        alone = run(way, pixels=pixels[at : at + 1], cotangent=cotangent[at : at + 1])[1]
        np.testing.assert_allclose(together[at], alone[0], rtol=1e-5, atol=1e-5)


def test_what_branches_bring_back_is_added():
    nodes = [
        node("Mul", ["pixels", "two"], ["twice"]),
        node("Mul", ["pixels", "five"], ["five_times"]),
        node("Sub", ["twice", "five_times"], ["less"]),
        node("Sum", ["less", "pixels", "twice"], ["y"]),
    ]
    plain = network(nodes, {"two": np.float32(2), "five": np.float32(5)})
    ones = np.ones((1, *SHAPE), np.float32)
    np.testing.assert_array_equal(gradient_of(plain, ones, ones), (2 - 5 + 1 + 2) * ones)


def test_a_tensor_within_the_network_has_a_way_back_of_its_own():
    nodes = [
        node("Relu", ["pixels"], ["inner"]),
        node("Mul", ["inner", "ten"], ["y"]),
    ]
    plain = network(nodes, {"ten": np.float32(10)})
    pixels = numbers(1, *SHAPE)
    found = gradient_of(plain, pixels, np.ones_like(pixels), tensor="inner")
    np.testing.assert_array_equal(found, pixels > 0)


@given(seed=st.integers(0, 1000))
@settings(max_examples=15)
def test_without_biases_the_pixels_weighed_by_their_gradient_are_the_value(seed):
    """Euler: such a network doubles its values when the pixels double."""
    plain = rectified(seed)
    pixels, cotangent = numbers(1, *SHAPE, seed=seed), numbers(1, 2, 3, 3, seed=seed + 1)
    value, gradient = run(backward_model(plain, "y"), pixels=pixels, cotangent=cotangent)
    np.testing.assert_allclose(
        (gradient * pixels).sum(), (value * cotangent).sum(), rtol=1e-3, atol=1e-3
    )


@given(seed=st.integers(0, 1000))
@settings(max_examples=10)
def test_a_deconvnet_without_pooling_asks_for_no_picture(seed):
    plain = rectified(seed)
    cotangent = numbers(1, 2, 3, 3, seed=seed)
    one, other = (
        gradient_of(plain, numbers(1, *SHAPE, seed=at), cotangent, BackwardMode.DECONVNET)
        for at in (1, 2)
    )
    np.testing.assert_array_equal(one, other)


@given(seed=st.integers(0, 1000))
@settings(max_examples=10)
def test_where_nothing_negative_comes_back_guided_is_the_gradient(seed):
    plain = rectified(seed, is_positive=True)
    pixels, cotangent = numbers(1, *SHAPE, seed=seed), abs(numbers(1, 2, 3, 3, seed=seed))
    gradient = gradient_of(plain, pixels, cotangent)
    assert gradient.any()
    guided = gradient_of(plain, pixels, cotangent, BackwardMode.GUIDED)
    np.testing.assert_array_equal(guided, gradient)


def test_where_no_rectifier_shuts_its_input_a_deconvnet_is_guided():
    plain = rectified(is_positive=True)
    pixels, cotangent = abs(numbers(1, *SHAPE)), numbers(1, 2, 3, 3)
    guided = gradient_of(plain, pixels, cotangent, BackwardMode.GUIDED)
    deconvnet = gradient_of(plain, pixels, cotangent, BackwardMode.DECONVNET)
    np.testing.assert_array_equal(guided, deconvnet)
    assert abs(guided - gradient_of(plain, pixels, cotangent)).max() > 0


def test_without_rectifiers_all_modes_are_one():
    weights = {"a": numbers(4, 3, 3, 3), "gain": numbers(4, 1, 1, seed=1)}
    nodes = [
        node("Conv", ["pixels", "a"], ["1"], strides=[2, 2]),
        node("Mul", ["1", "gain"], ["2"]),
        node("Sigmoid", ["2"], ["3"]),
        node("HardSwish", ["3"], ["4"]),
        node("MaxPool", ["4"], ["y"], kernel_shape=[2, 2]),
    ]
    plain = network(nodes, weights)
    pixels, cotangent = numbers(1, *SHAPE), numbers(1, 4, 1, 1)
    one, *others = (gradient_of(plain, pixels, cotangent, mode) for mode in BackwardMode)
    for other in others:
        np.testing.assert_array_equal(one, other)


def assert_rises_by_its_gradient(plain: onnx.ModelProto, tensor: str, step: float) -> None:
    """Along a random direction that goes uphill everywhere, so that float32 tells the rise."""
    sizes = [one.dim_value or 1 for one in plain.graph.input[0].type.tensor_type.shape.dim]
    rng = np.random.default_rng(0)
    pixels = rng.normal(size=sizes).astype(np.float32)
    way = open_session(backward_model(plain, tensor).SerializeToString(), "cpu", 1)._session
    fed = {plain.graph.input[0].name: pixels}
    shape = [size if isinstance(size, int) else 1 for size in way.get_inputs()[1].shape]
    fed[COTANGENT] = rng.normal(size=shape).astype(np.float32)
    gradient = way.run([GRADIENT], fed)[0]
    direction = np.sign(gradient) * abs(rng.normal(size=sizes))
    sides = []
    for side in (step, -step):
        fed[plain.graph.input[0].name] = (pixels + side * direction).astype(np.float32)
        value = way.run([tensor], fed)[0]
        sides.append((value.astype(np.float64) * fed[COTANGENT]).sum())
    risen = (sides[0] - sides[1]) / (2 * step)
    np.testing.assert_allclose((gradient * direction).sum(), risen, rtol=0.02)


@pytest.mark.parametrize("tensor", ["logits", "blocks.10.sum", "stem"])
def test_the_gradient_of_the_shipped_networks(shipped, tensor):
    assert uncovered_operators(shipped, tensor) == ()
    assert_rises_by_its_gradient(shipped, tensor, step=1e-4)


@pytest.mark.parametrize("name", FOREIGN)
def test_the_gradient_of_networks_of_others(photo_collection, name):
    plain = plain_graph(onnx.load(photo_collection / "networks" / name))
    assert_rises_by_its_gradient(plain, FOREIGN[name], step=2e-4)


def unknown(operator: str, read: str, made: str, domain: str = "com.example"):
    return node(operator, [read], [made], domain=domain)


def test_operators_that_have_no_rule_are_named():
    nodes = [
        unknown("Strange", "pixels", "1"),
        node("Relu", ["1"], ["2"]),
        unknown("Odd", "2", "3"),
        unknown("Strange", "3", "y"),
    ]
    plain = network(nodes)
    assert uncovered_operators(plain, "y") == ("Strange", "Odd")
    assert uncovered_operators(plain, "2") == ("Strange",)
    with pytest.raises(NetworkUnusable, match="the operators Strange and Odd") as caught:
        backward_model(plain, "y")
    assert "can still be seen" in caught.value.hint
    with pytest.raises(NetworkUnusable, match=r"the operator Strange\."):
        backward_model(plain, "2")


def test_an_operator_of_others_is_another_one_whatever_its_name():
    plain = network([unknown("Relu", "pixels", "y")])
    assert uncovered_operators(plain, "y") == ("Relu",)


def test_an_operator_of_the_standard_without_a_rule_is_named():
    plain = network([node("Cos", ["pixels"], ["y"])])
    assert uncovered_operators(plain, "y") == ("Cos",)


def test_operators_beside_the_way_need_no_rule():
    nodes = [
        node("Relu", ["pixels"], ["1"]),
        node("Shape", ["1"], ["sizes"]),
        node("ConstantOfShape", ["sizes"], ["zeros"]),
        node("ArgMax", ["1"], ["places"], axis=1),
        node("Cast", ["places"], ["numbers"], to=TensorProto.FLOAT),
        node("Sum", ["1", "zeros", "numbers"], ["y"]),
        unknown("Strange", "y", "z"),
    ]
    plain = network(nodes, outputs=("z",))
    assert uncovered_operators(plain, "y") == ()
    pixels = numbers(1, *SHAPE)
    gradient = gradient_of(plain, pixels, np.ones_like(pixels))
    np.testing.assert_array_equal(gradient, pixels > 0)


@pytest.mark.parametrize("tensor", ["nothing", "", "pixels", "a"])
def test_what_no_operator_makes_has_no_way_back(tensor):
    plain = rectified()
    for ask in (backward_model, uncovered_operators):
        with pytest.raises(NetworkUnusable, match="has no tensor"):
            ask(plain, tensor)


def test_a_tensor_that_no_picture_changes_has_no_way_back():
    nodes = [
        node("ArgMax", ["pixels"], ["places"]),
        node("Cast", ["places"], ["y"], to=TensorProto.FLOAT),
    ]
    with pytest.raises(NetworkUnusable, match="does not depend on the picture"):
        backward_model(network(nodes), "y")


def test_modes_can_be_spoken_of_without_onnx():
    told = "import sys, lookalike.networks.backward\nprint('onnx' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
