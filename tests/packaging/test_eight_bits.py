import importlib
from types import ModuleType

import numpy as np
import onnx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from onnx import TensorProto, helper, numpy_helper

from lookalike.networks.session import open_session

RANGES = dict.fromkeys(("seen", "deep", "wide", "embedding"), (0.0, 6.0))
WEIGHTS = {
    "seen.weight": (6, 3, 3, 3),
    "seen.bias": (6,),
    "deep.weight": (6, 1, 3, 3),
    "deep.bias": (6,),
    "wide.weight": (7, 6, 1, 1),
    "wide.bias": (7,),
    "logits.weight": (4, 7),
    "logits.bias": (4,),
}


@pytest.fixture
def eight_bits() -> ModuleType:
    return importlib.import_module("eight_bits")


def network(gain: float = 1.0, **changed: np.ndarray) -> onnx.ModelProto:
    """A convolution, one per channel, one per place, their clips, the average and four classes."""
    generator = np.random.default_rng(5)
    weights = {name: gain * generator.normal(0, 0.3, shape) for name, shape in WEIGHTS.items()}
    weights |= {"zero": np.array(0), "six": np.array(6)} | changed
    nodes = [
        *clipped_convolution("pixels", "seen", 1),
        *clipped_convolution("seen", "deep", 6),
        *clipped_convolution("deep", "wide", 1),
        helper.make_node("GlobalAveragePool", ["wide"], ["average"]),
        helper.make_node("Flatten", ["average"], ["embedding"]),
        helper.make_node(
            "Gemm", ["embedding", "logits.weight", "logits.bias"], ["logits"], transB=1
        ),
    ]
    graph = helper.make_graph(
        nodes,
        "float",
        [value("pixels", 3, 8, 8)],
        [value("embedding", 7), value("logits", 4)],
        [numpy_helper.from_array(one.astype(np.float32), name) for name, one in weights.items()],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def clipped_convolution(source: str, name: str, groups: int) -> list[onnx.NodeProto]:
    sources = [source, f"{name}.weight", f"{name}.bias"]
    linear = f"{name}.linear"
    return [
        helper.make_node("Conv", sources, [linear], auto_pad="SAME_UPPER", group=groups),
        helper.make_node("Clip", [linear, "zero", "six"], [name]),
    ]


def value(name: str, *sizes: int) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", *sizes])


def answers(model: onnx.ModelProto, folder, outputs=("embedding", "logits")) -> list[np.ndarray]:
    file = folder / "network.onnx"
    file.write_bytes(model.SerializeToString())
    pictures = np.random.default_rng(6).integers(0, 255, (5, 3, 8, 8)) / 127.5 - 1
    return open_session(file, "cpu").run(pictures.astype(np.float32), outputs)


def numbers(model: onnx.ModelProto, name: str) -> np.ndarray:
    found = next(one for one in model.graph.initializer if one.name == name)
    return numpy_helper.to_array(found)


@pytest.mark.parametrize("gain", [1.0, 4.0])
def test_the_answers_are_nearly_those_of_the_float_network(eight_bits, tmp_path, gain):
    # With the larger gain most values are beyond the limits of the clips.
    exact, near = (
        answers(model, tmp_path)
        for model in (network(gain), eight_bits.rewritten(network(gain), RANGES, "int8"))
    )
    for one, other in zip(exact, near, strict=True):
        np.testing.assert_allclose(other, one, atol=0.03 * np.abs(one).max())
    assert not np.array_equal(*[made[0] for made in (exact, near)])


def test_an_output_is_not_rounded_itself(eight_bits, tmp_path):
    embedding = answers(eight_bits.rewritten(network(), RANGES, "int8"), tmp_path)[0]
    steps = embedding / (6 / 255)
    assert np.abs(steps - np.round(steps)).max() > 0.1


def test_tensors_keep_their_names_and_sizes(eight_bits):
    shapes = [
        {
            found.name: [size.dim_value for size in found.type.tensor_type.shape.dim]
            for found in onnx.shape_inference.infer_shapes(model).graph.value_info
        }
        for model in (network(), eight_bits.rewritten(network(), RANGES, "int8"))
    ]
    assert {"seen", "seen.linear", "deep", "deep.linear", "wide", "average"} <= shapes[0].keys()
    assert shapes[0].items() <= shapes[1].items()


def test_a_sum_adds_what_is_rounded_and_is_rounded(eight_bits, tmp_path):
    model = network()
    nodes = [*model.graph.node]
    del model.graph.node[:]
    model.graph.node.extend(
        [*nodes[:4], helper.make_node("Add", ["deep", "seen"], ["sum"]), *nodes[4:]]
    )
    model.graph.node[5].input[0] = "sum"
    exact = answers(model, tmp_path)[0]
    made = eight_bits.rewritten(model, RANGES | {"sum": (0.0, 12.0)}, "int8")
    np.testing.assert_allclose(answers(made, tmp_path)[0], exact, atol=0.05)
    addition = next(node for node in made.graph.node if node.op_type == "Add")
    assert list(addition.input) == ["deep", "seen"]
    assert list(addition.output) == ["sum.exact"]


def test_what_tensors_are_multiplied_by_is_kept_as_it_is(eight_bits, tmp_path):
    factors = np.linspace(0, 2, 64).reshape(1, 1, 8, 8)
    model = network(factors=factors)
    *before, average, flat, classes = [*model.graph.node]
    del model.graph.node[:]
    average.input[0] = "twice"
    once = helper.make_node("Mul", ["wide", "factors"], ["once"])
    twice = helper.make_node("Mul", ["once", "factors"], ["twice"])
    model.graph.node.extend([*before, once, twice, average, flat, classes])
    made = eight_bits.rewritten(model, RANGES, "int8")
    np.testing.assert_array_equal(numbers(made, "factors"), factors.astype(np.float32))
    exact, near = answers(model, tmp_path)[0], answers(made, tmp_path)[0]
    np.testing.assert_allclose(near, exact, atol=0.03 * np.abs(exact).max())


def test_weights_are_whole_numbers_of_eight_bits(eight_bits):
    made = eight_bits.rewritten(network(), RANGES, "int8")
    kernel, scale = numbers(made, "wide.weight.int8"), numbers(made, "wide.weight.scale")
    wanted = numbers(network(), "wide.weight")
    assert kernel.dtype == np.int8
    step = scale.reshape(-1, 1, 1, 1)
    assert (np.abs(kernel * step - wanted) <= step * 0.5001).all()


def test_what_works_on_exact_numbers_keeps_its_weights(eight_bits):
    made = eight_bits.rewritten(network(), RANGES, "int8")
    np.testing.assert_array_equal(numbers(made, "seen.weight"), numbers(network(), "seen.weight"))
    kept = {one.name for one in made.graph.initializer if "." in one.name}
    assert not kept & {"deep.weight", "wide.weight", "logits.weight"}


def test_depthwise_weights_use_all_of_their_range(eight_bits):
    kernel = numbers(eight_bits.rewritten(network(), RANGES, "int8"), "deep.weight.int8")
    assert (np.abs(kernel.astype(int)).max(axis=(1, 2, 3)) == 127).all()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(
    kernel=arrays(
        np.float32,
        st.sampled_from([(4, 3, 3, 3), (4, 8, 1, 1), (4, 5, 1, 1), (4, 2, 3, 3)]),
        elements=st.floats(-100, 100, width=32).filter(lambda told: not 0 < abs(told) < 1e-3),
    )
)
def test_no_two_neighbours_overflow_sixteen_bits(eight_bits, kernel):
    steps = eight_bits._steps(kernel.astype(np.float64))
    steps[steps == 0] = 1
    whole = np.round(kernel / steps.reshape(-1, 1, 1, 1)).astype(int)
    assert np.abs(whole).max() <= 127
    assert largest_pair(whole) * 255 <= 32767


def largest_pair(kernel: np.ndarray) -> int:
    """What two weights come to that an AVX2 kernel multiplies and adds in one go."""
    rows = kernel.transpose(0, 2, 3, 1).reshape(len(kernel), -1)
    first, second = rows[:, ::2], np.zeros_like(rows[:, ::2])
    second[:, : rows.shape[1] // 2] = rows[:, 1::2]
    above, below = (np.maximum(side * first, 0) + np.maximum(side * second, 0) for side in (1, -1))
    return max(above.max(), below.max())


@pytest.mark.parametrize("weight", [0.0, 1e-30, 1e-44])
@pytest.mark.parametrize("offset", [0.0, 3.0])
def test_a_channel_without_weights_still_has_its_bias(eight_bits, tmp_path, weight, offset):
    kernel = numbers(network(), "wide.weight").copy()
    bias = numbers(network(), "wide.bias").copy()
    kernel[2], bias[2] = weight, offset
    model = network(**{"wide.weight": kernel, "wide.bias": bias})
    made = answers(eight_bits.rewritten(model, RANGES, "int8"), tmp_path, ["embedding"])[0]
    np.testing.assert_allclose(made, answers(model, tmp_path, ["embedding"])[0], atol=0.05)
