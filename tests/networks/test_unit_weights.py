import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper

from lookalike import paths
from lookalike.networks.graphs.plain_graph import plain_graph
from lookalike.networks.manifest import read_manifest
from lookalike.networks.network_map import MapLayer, map_network
from lookalike.networks.session import open_session
from lookalike.networks.unit_weights import class_weights, unit_weights

COLOUR = np.arange(2 * 3 * 2 * 2, dtype=np.float32).reshape(2, 3, 2, 2)
CONSTANTS = {
    "colour": COLOUR,
    "gain": np.array([2, -3], np.float32),
    "zero": np.zeros(2, np.float32),
    "variance": np.array([4, 9], np.float32),
    "pads": np.array([0, 0, 1, 1, 0, 0, 1, 1]),
    "least": np.float32(0),
    "half": np.float32(0.5),
}


@pytest.fixture
def map_of(draw_network):
    def map_of(lines: str, **how) -> tuple[onnx.ModelProto, dict[str, MapLayer]]:
        model = draw_network(lines, "y", constants=CONSTANTS, **how)
        return model, {layer.tensor: layer for layer in map_network(model)}

    return map_of


def test_filters_on_the_pixels_are_pictures(map_of):
    model, layers = map_of("a = Conv (pixels, colour)\ny = Relu (a)")
    kernels = unit_weights(model, layers["y"])
    assert kernels.has_colour
    np.testing.assert_array_equal(kernels.values, COLOUR.transpose(0, 2, 3, 1))


def test_they_are_seen_through_what_is_done_to_the_pixels_first(map_of):
    lines = "a = Mul (pixels, half)\nb = Pad (a, pads)\nc = Conv (b, colour)\nd = Sigmoid (c)"
    model, layers = map_of(f"{lines}\ny = Mul (c, d)")
    assert unit_weights(model, layers["y"]).values.shape == (2, 2, 2, 3)


def test_a_normalisation_that_turns_a_unit_round_turns_its_filter(map_of):
    lines = "a = Conv (pixels, colour)\nb = BatchNormalization <epsilon = 0.0> "
    model, layers = map_of(f"{lines} (a, gain, zero, zero, variance)\ny = Relu (b)")
    expected = COLOUR.transpose(0, 2, 3, 1) * np.array([1, -1]).reshape(2, 1, 1, 1)
    np.testing.assert_allclose(unit_weights(model, layers["y"]).values, expected)


def test_depthwise_filters_have_one_channel(map_of):
    lines = "a = Conv (pixels, w8x3x1x1)\ny = Conv <group = 8> (a, w8x1x3x5)"
    model, layers = map_of(lines)
    kernels = unit_weights(model, layers["y"])
    assert kernels.values.shape == (8, 3, 5)
    assert not kernels.has_colour


def test_filters_on_grey_pixels_have_one_channel(map_of):
    model, layers = map_of("y = Conv (pixels, w8x1x5x5)", pixels=(1, 28, 28))
    assert unit_weights(model, layers["y"]).values.shape == (8, 5, 5)


@pytest.mark.parametrize(
    "lines",
    [
        "y = Conv (pixels, w8x3x1x1)",
        "a = Conv (pixels, w3x3x3x3)\nb = Relu (a)\ny = Conv (b, w4x3x3x3)",
        "a = Conv (pixels, w8x3x3x3)\ny = Conv (a, w4x8x3x3)",
        "a = Conv (pixels, w2x3x2x2)\nb = Conv (pixels, colour)\ny = Add (a, b)",
        "y = MaxPool <kernel_shape = [2, 2]> (pixels)",
    ],
)
def test_filters_that_are_no_pictures_are_not_shown(map_of, lines):
    model, layers = map_of(lines)
    assert unit_weights(model, layers["y"]) is None
    assert unit_weights(model, layers["pixels"]) is None


HEADS = {
    "Gemm": "b = GlobalAveragePool (a)\nc = Flatten (b)\ny = Gemm (c, w8x5, w5)",
    "turned": "b = GlobalAveragePool (a)\nc = Flatten (b)\n"
    "y = Gemm <transB = 1, alpha = 0.5> (c, w5x8, w5)",
    "MatMul": "b = ReduceMean <axes = [2, 3], keepdims = 0> (a)\nc = MatMul (b, w8x5)\n"
    "y = Add (w5, c)",
    "convolution": "b = AveragePool <kernel_shape = [6, 6]> (a)\nc = Dropout (b)\n"
    "d = Conv (c, w5x8x1x1, w5)\ny = Flatten (d)",
    "none": "b = GlobalAveragePool (a)\ny = Flatten (b)",
    "softmax": "b = GlobalAveragePool (a)\nc = Flatten (b)\nd = Gemm (c, w8x5, w5)\n"
    "y = Softmax (d)",
}


@pytest.mark.parametrize("head", HEADS)
def test_a_map_weighted_for_a_class_sums_to_its_logit(map_of, head):
    model, layers = map_of(
        f"s = Conv (pixels, w8x3x3x3)\na = Relu (s)\n{HEADS[head]}", pixels=(3, 8, 8)
    )
    assert_maps_sum_to_logits(model, layers["a"], layers["y"].unsaturated)


@pytest.mark.parametrize(
    "head",
    [
        "b = GlobalMaxPool (a)\nc = Flatten (b)\ny = Gemm (c, w8x5, w5)",
        "b = Flatten (a)\ny = Gemm (b, w288x5, w5)",
        "b = GlobalAveragePool (a)\nc = Flatten (b)\nd = Gemm (c, w8x6)\ny = Gemm (d, w6x5)",
        "b = GlobalAveragePool (a)\nc = Flatten (b)\nd = Tanh (c)\ny = Gemm (d, w8x5)",
        "b = AveragePool <kernel_shape = [5, 6]> (a)\nc = Flatten (b)\ny = Gemm (c, w16x5, w5)",
        "b = AveragePool <kernel_shape = [5, 6], strides = [6, 6]> (a)\nc = Flatten (b)\n"
        "y = Gemm (c, w8x5, w5)",
    ],
)
def test_where_more_lies_between_nothing_exact_is_told(map_of, head):
    model, layers = map_of(f"s = Conv (pixels, w8x3x3x3)\na = Relu (s)\n{head}", pixels=(3, 8, 8))
    assert class_weights(model, layers["a"]) is None


def test_other_layers_than_the_averaged_one_have_no_class_weights(map_of):
    lines = "s = Conv (pixels, w8x3x3x3)\nt = Relu (s)\na = Conv (t, w8x8x1x1)"
    model, layers = map_of(f"{lines}\n{HEADS['Gemm']}")
    assert class_weights(model, layers["t"]) is None
    assert class_weights(model, layers["a"]).shape == (5, 8)


@pytest.mark.parametrize("name", ["efficientnet-lite0", "efficientnet-lite0-int8"])
def test_the_shipped_networks_show_their_filters_and_class_maps(name):
    manifest = read_manifest(paths.shipped("models") / name)
    model = plain_graph(onnx.load(manifest.file))
    layers = {layer.name: layer for layer in map_network(model, manifest.layers)}
    assert unit_weights(model, layers["stem"]).values.shape == (32, 3, 3, 3)
    assert unit_weights(model, layers["blocks.3.depthwise"]).values.shape == (144, 5, 5)
    assert unit_weights(model, layers["blocks.3"]) is None
    assert class_weights(model, layers["blocks.15"]) is None
    assert_maps_sum_to_logits(model, layers["head"], "logits", "logits")


def assert_maps_sum_to_logits(
    model: onnx.ModelProto, layer: MapLayer, logits: str, output: str | None = None
) -> None:
    """Apart from the bias, which two pictures share."""
    weights = class_weights(model, layer, output)
    shown = onnx.ModelProto.FromString(model.SerializeToString())
    del shown.graph.output[:]
    shown.graph.output.extend(
        helper.make_tensor_value_info(name, TensorProto.FLOAT, None)
        for name in (layer.tensor, logits)
    )
    sizes = [size.dim_value for size in model.graph.input[0].type.tensor_type.shape.dim[1:]]
    # Dim ones: nothing leaves the range that a network with 8-bit numbers knows.
    inputs = np.random.default_rng(0).normal(scale=0.1, size=[2, *sizes]).astype(np.float32)
    maps, scores = open_session(shown.SerializeToString(), "cpu", 1).run(
        inputs, [layer.tensor, logits]
    )
    told = maps.mean(axis=(2, 3)) @ weights.T
    np.testing.assert_allclose(
        told[0] - told[1], (scores[0] - scores[1]).ravel(), rtol=1e-3, atol=1e-4
    )
