import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper

from lookalike import paths
from lookalike.networks.graphs.plain_graph import plain_graph
from lookalike.networks.manifest import Layer, read_manifest
from lookalike.networks.network_map import MapLayer, final_logits, map_network
from lookalike.networks.session import open_session

SHIPPED = ["efficientnet-lite0", "efficientnet-lite0-int8"]

VGG = """
a = Conv <pads = [1, 1, 1, 1]> (pixels, w8x3x3x3, w8)
b = Relu (a)
c = Conv <pads = [1, 1, 1, 1]> (b, w8x8x3x3, w8)
d = Relu (c)
e = MaxPool <kernel_shape = [2, 2], strides = [2, 2]> (d)
f = Conv <pads = [1, 1, 1, 1]> (e, w16x8x3x3, w16)
g = Relu (f)
h = MaxPool <kernel_shape = [2, 2], strides = [2, 2]> (g)
i = Flatten (h)
j = Gemm (i, w1024x20, w20)
k = Relu (j)
l = Dropout (k)
m = Gemm (l, w20x10, w10)
y = Softmax (m)
"""
RESNET = """
a = Conv <strides = [2, 2], pads = [3, 3, 3, 3]> (pixels, w8x3x7x7)
b = BatchNormalization (a, w8, w8_b, w8_c, w8_d)
c = Relu (b)
d = MaxPool <kernel_shape = [3, 3], strides = [2, 2], pads = [1, 1, 1, 1]> (c)
e = Conv <pads = [1, 1, 1, 1]> (d, w8x8x3x3)
f = BatchNormalization (e, w8, w8_b, w8_c, w8_d)
g = Relu (f)
h = Conv <pads = [1, 1, 1, 1]> (g, w8x8x3x3)
i = BatchNormalization (h, w8, w8_b, w8_c, w8_d)
j = Add (i, d)
k = Relu (j)
l = GlobalAveragePool (k)
m = Flatten (l)
y = Gemm (m, w8x10, w10)
"""
INCEPTION = """
a = Conv <pads = [1, 1, 1, 1]> (pixels, w8x3x3x3)
b = Relu (a)
c = Conv (b, w4x8x1x1)
d = Relu (c)
e = Conv <pads = [1, 1, 1, 1]> (d, w6x4x3x3)
f = Relu (e)
g = MaxPool <kernel_shape = [3, 3], pads = [1, 1, 1, 1]> (b)
h = Conv (g, w2x8x1x1)
i = Relu (h)
i2 = Concat <axis = 1> (d, f)
j = Concat <axis = 1> (i2, i)
k = AveragePool <kernel_shape = [2, 2], strides = [2, 2]> (j)
l = Conv (k, w10x12x1x1)
m = Relu (l)
n = GlobalAveragePool (m)
y = Flatten (n)
"""
MOBILENET = """
a = Conv <strides = [2, 2], pads = [1, 1, 1, 1]> (pixels, w8x3x3x3)
b = Clip (a, zero, six)
c = Conv <group = 8, pads = [1, 1, 1, 1]> (b, w8x1x3x3)
d = Clip (c, zero, six)
e = Conv (d, w4x8x1x1)
f = Conv (e, w24x4x1x1)
g = Clip (f, zero, six)
h = Conv <group = 24, pads = [1, 1, 1, 1]> (g, w24x1x3x3)
i = Sigmoid (h)
i2 = Mul (h, i)
s = GlobalAveragePool (i2)
t = Conv (s, w6x24x1x1)
u = Relu (t)
v = Conv (u, w24x6x1x1)
w = HardSigmoid (v)
x = Mul (i2, w)
j = Conv (x, w4x24x1x1)
k = Add (e, j)
l = Conv (k, w32x4x1x1)
m = Clip (l, zero, six)
n = ReduceMean <axes = [2, 3], keepdims = 0> (m)
o = MatMul (n, w32x5)
y = Add (o, w5)
"""
DENSENET = """
a = Conv <pads = [1, 1, 1, 1]> (pixels, w8x3x3x3)
b = Conv <pads = [1, 1, 1, 1]> (a, w4x8x3x3)
c = Concat <axis = 1> (a, b)
d = Relu (c)
e = Conv <pads = [1, 1, 1, 1]> (d, w4x12x3x3)
f = Concat <axis = 1> (a, b, e)
g = Relu (f)
h = Conv (g, w8x16x1x1)
y = GlobalAveragePool (h)
"""
BOUNDS = {"zero": np.float32(0), "six": np.float32(6), "minus": np.float32(-3)}


@pytest.fixture
def map_of(draw_network):
    def map_of(lines: str, *layers: Layer, outputs=("y",), **how) -> tuple[MapLayer, ...]:
        model = draw_network(lines, *outputs, constants=BOUNDS, **how)
        return map_network(model, layers)

    return map_of


def told(layers: tuple[MapLayer, ...]) -> list[tuple[str, str, str]]:
    return [(layer.name, layer.tensor, layer.kind) for layer in layers]


def main_ones(layers: tuple[MapLayer, ...]) -> list[str]:
    return [layer.name for layer in layers if layer.is_main]


def named(name: str, tensor: str, kind: str = "block") -> Layer:
    return Layer(name, tensor, None, kind, 8, 32, 32)


def test_a_network_without_branches_is_told_from_pixels_to_classes(map_of):
    layers = map_of(VGG)
    assert told(layers) == [
        ("pixels", "pixels", "pixels"),
        ("conv1", "b", "convolution"),
        ("conv2", "d", "convolution"),
        ("pool1", "e", "pooling"),
        ("conv3", "g", "convolution"),
        ("pool2", "h", "pooling"),
        ("dense1", "l", "dense"),
        ("classes", "y", "classes"),
    ]
    assert [(layer.channels, layer.height, layer.width) for layer in layers] == [
        (3, 32, 32),
        (8, 32, 32),
        (8, 32, 32),
        (8, 16, 16),
        (16, 16, 16),
        (16, 8, 8),
        (20, 1, 1),
        (10, 1, 1),
    ]
    sizes = [layer.field and layer.field.size for layer in layers]
    assert sizes == [(1, 1), (3, 3), (5, 5), (6, 6), (10, 10), (12, 12), None, None]
    assert [layer.has_places for layer in layers] == [True] * 6 + [False] * 2


def test_without_branches_the_walk_stops_at_the_last_map_of_each_size(map_of):
    lines = """a = Conv (pixels, w8x3x3x3)
        b = Relu (a)
        c = Conv <pads = [1, 1, 1, 1]> (b, w8x8x3x3)
        d = Relu (c)
        e = Conv <pads = [1, 1, 1, 1]> (d, w8x8x3x3)
        f = Relu (e)
        g = Conv <strides = [2, 2]> (f, w8x8x3x3)
        h = Flatten (g)
        y = Gemm (h, w1568x5)"""
    assert main_ones(map_of(lines)) == ["pixels", "conv1", "conv3", "conv4", "classes"]


def test_a_reader_of_a_twin_counts_as_one_of_the_layer(map_of):
    lines = """a = Conv (pixels, w8x3x3x3)
        b = Clip (a, minus, six)
        c = Clip (a, minus, six)
        d = Relu (b)
        e = Conv (c, w8x8x1x1)
        f = Concat <axis = 1> (d, e)
        g = GlobalAveragePool (f)
        y = Flatten (g)"""
    assert told(map_of(lines))[1] == ("conv1", "b", "convolution")


def test_a_map_that_is_laid_out_as_the_answer_is_a_layer_of_its_own(map_of):
    layers = map_of("a = Conv (pixels, w2x3x3x3)\nb = Relu (a)\ny = Flatten (b)")
    assert told(layers)[1:] == [("conv1", "b", "convolution"), ("classes", "y", "classes")]


def test_the_last_map_before_places_are_lost_ends_a_block(map_of):
    lines = """a = Conv (pixels, w8x3x3x3)
        b = Conv (a, w8x8x1x1)
        c = Relu (b)
        d = Add (a, c)
        e = Conv (d, w2x8x9x9)
        f = Relu (e)
        g = Flatten (f)
        y = Gemm (g, w968x5)"""
    assert main_ones(map_of(lines)) == ["pixels", "conv1", "block1", "conv3", "classes"]


def test_a_layer_that_others_read_before_its_activation_is_told_before_it(map_of):
    lines = """a = Conv (pixels, w8x3x3x3)
        b = Relu (a)
        c = Conv (a, w8x8x1x1)
        d = Concat <axis = 1> (b, c)
        e = GlobalAveragePool (d)
        y = Flatten (e)"""
    assert told(map_of(lines))[1] == ("conv1", "a", "convolution")


def test_a_residual_block_is_told_where_its_branches_meet(map_of):
    layers = map_of(RESNET)
    assert told(layers)[1:] == [
        ("conv1", "c", "convolution"),
        ("pool1", "d", "pooling"),
        ("conv2", "g", "convolution"),
        ("conv3", "i", "convolution"),
        ("block1", "k", "block"),
        ("pool2", "l", "pooling"),
        ("classes", "y", "classes"),
    ]
    assert main_ones(layers) == ["pixels", "conv1", "pool1", "block1", "pool2", "classes"]


def test_parallel_branches_are_told_and_the_walk_stops_where_all_are_joined(map_of):
    layers = map_of(INCEPTION)
    assert told(layers)[1:] == [
        ("conv1", "b", "convolution"),
        ("conv2", "d", "convolution"),
        ("conv3", "f", "convolution"),
        ("pool1", "g", "pooling"),
        ("conv4", "i", "convolution"),
        ("concat1", "i2", "concatenation"),
        ("concat2", "j", "concatenation"),
        ("pool2", "k", "pooling"),
        ("conv5", "m", "convolution"),
        # The average of the last map is the answer, in another shape.
        ("classes", "y", "classes"),
    ]
    assert main_ones(layers) == ["pixels", "conv1", "concat2", "pool2", "conv5", "classes"]


def test_inside_a_dense_block_the_walk_does_not_stop(map_of):
    assert main_ones(map_of(DENSENET)) == ["pixels", "conv1", "concat2", "conv4", "classes"]


def test_depthwise_convolutions_are_marked_and_the_gates_of_attention_left_out(map_of):
    layers = map_of(MOBILENET)
    assert told(layers)[1:] == [
        ("conv1", "b", "convolution"),
        ("depthwise1", "d", "depthwise"),
        ("conv2", "e", "convolution"),
        ("conv3", "g", "convolution"),
        ("depthwise2", "i2", "depthwise"),
        ("conv4", "j", "convolution"),
        ("block1", "k", "block"),
        ("conv5", "m", "convolution"),
        ("pool1", "n", "pooling"),
        ("classes", "y", "classes"),
    ]


def test_a_linear_bottleneck_ends_a_block(map_of):
    ends = ["pixels", "conv1", "conv2", "block1", "conv5", "pool1", "classes"]
    assert main_ones(map_of(MOBILENET)) == ends


def test_an_attention_ends_a_block_only_before_places_are_lost(map_of):
    lines = """a = Conv (pixels, w8x3x3x3)
        b = GlobalAveragePool (a)
        c = Sigmoid (b)
        d = Mul (a, c)
        e = GlobalAveragePool (d)
        y = Flatten (e)"""
    assert told(map_of(lines))[1:] == [
        ("conv1", "a", "convolution"),
        ("block1", "d", "block"),
        ("classes", "y", "classes"),
    ]


def test_a_saturated_layer_knows_the_tensor_before_its_clip(map_of):
    before = {layer.name: layer.unsaturated for layer in map_of(MOBILENET)}
    assert before["conv1"] == "a"
    assert before["conv2"] == "e"
    assert before["depthwise2"] == "i2"
    assert {layer.name: layer.unsaturated for layer in map_of(VGG)}["conv1"] == "b"


def test_a_softmax_saturates_the_classes(map_of):
    layers = map_of(VGG)
    assert (layers[-1].tensor, layers[-1].unsaturated) == ("y", "m")


@pytest.mark.parametrize(
    ("line", "is_signed"),
    [
        ("y = Relu (a)", False),
        ("y = Clip (a, zero, six)", False),
        ("y = Clip (a, minus, six)", True),
        ("y = Clip (a, , six)", True),
        ("y = Sigmoid (a)", False),
        ("y = LeakyRelu (a)", True),
        ("y = HardSwish (a)", True),
        ("b = Relu (a)\ny = MaxPool <kernel_shape = [2, 2]> (b)", False),
        ("y = AveragePool <kernel_shape = [2, 2]> (a)", True),
        ("b = Relu (a)\nc = Sigmoid (a)\ny = Add (b, c)", False),
        ("b = Relu (a)\ny = Add (a, b)", True),
        ("b = Relu (a)\ny = Concat <axis = 1> (b, b)", False),
        ("b = Relu (a)\ny = Concat <axis = 1> (b, a)", True),
        ("b = Relu (a)\ny = Mul (b, six)", False),
        ("b = Relu (a)\ny = Add (b, minus)", True),
        ("b = Relu (a)\ny = Sub (b, six)", True),
        ("y = Max (a, zero)", False),
    ],
)
def test_the_graph_tells_which_layers_can_be_negative(map_of, line, is_signed):
    layers = map_of(f"a = Conv (pixels, w8x3x3x3)\n{line}", named("asked", "y"))
    assert layers[-1].is_signed == is_signed
    assert layers[0].is_signed


def test_names_are_the_manifests_where_it_has_one(map_of):
    layers = map_of(RESNET, named("stem", "c", "stem"), named("layer1.0", "k"))
    assert told(layers)[1:] == [
        ("stem", "c", "convolution"),
        ("pool1", "d", "pooling"),
        ("conv1", "g", "convolution"),
        ("conv2", "i", "convolution"),
        ("layer1.0", "k", "block"),
        ("pool2", "l", "pooling"),
        ("classes", "y", "classes"),
    ]


def test_what_the_manifest_calls_a_block_ends_one_and_an_expansion_none(map_of):
    layers = map_of(RESNET, named("first", "g"), named("wide", "c", "expansion"))
    assert main_ones(layers) == ["pixels", "pool1", "first", "block1", "pool2", "classes"]
    assert [layer.kind for layer in layers if layer.name == "first"] == ["block"]


def test_every_tensor_of_the_manifest_is_told_once(map_of):
    asked = [named("before", "b"), named("after", "c"), named("wide", "shift", "whatever")]
    layers = map_of(f"shift = Mul (pixels, six)\n{RESNET}", *asked)
    assert told(layers)[1:5] == [
        ("wide", "shift", "other"),
        ("before", "b", "block"),
        ("after", "c", "block"),
        ("pool1", "d", "pooling"),
    ]


def test_names_stay_unique_whatever_the_manifest_says(map_of):
    asked = [named("pixels", "c"), named("conv2", "g"), named("conv2", "k"), named("gone", "no")]
    names = [layer.name for layer in map_of(RESNET, *asked)]
    assert len(set(names)) == len(names)
    assert names[0] == "pixels"
    assert "gone" not in names


def test_a_tensor_that_people_can_read_gives_the_name(map_of):
    lines = RESNET.replace("k = Relu (j)", '"layer1.0.sum" = Relu (j)').replace(
        "(k)", '("layer1.0.sum")'
    )
    assert ("layer1.0.sum", "layer1.0.sum", "block") in told(map_of(lines))


def test_layers_with_channels_last_are_left_out(map_of):
    lines = """a = Conv (pixels, w8x3x4x4)
        b = Transpose <perm = [0, 2, 3, 1]> (a)
        c = Relu (b)
        d = Add (b, c)
        e = Transpose <perm = [0, 3, 1, 2]> (d)
        f = Conv <group = 8> (e, w8x1x3x3)
        g = GlobalAveragePool (f)
        y = Flatten (g)"""
    assert [layer.tensor for layer in map_of(lines, named("asked", "c"))] == [
        "pixels",
        "a",
        "f",
        "y",
    ]


def test_layers_without_a_stated_size_are_left_out(draw_network):
    model = draw_network(VGG, "y", constants=BOUNDS)
    for value in model.graph.value_info:
        if value.name == "d":
            value.type.tensor_type.shape.dim[1].dim_param = "many"
    assert "d" not in {layer.tensor for layer in map_network(model)}


def test_twins_are_told_as_one_layer(map_of):
    # A quantiser gives each reader of a tensor a Clip of its own.
    lines = """a = Conv (pixels, w8x3x3x3)
        b = Clip (a, zero, six)
        c = Clip (a, zero, six)
        d = Conv (b, w8x8x1x1)
        e = Add (c, d)
        f = GlobalAveragePool (e)
        y = Flatten (f)"""
    assert told(map_of(lines, named("stem", "c", "stem")))[1] == ("stem", "c", "convolution")
    assert told(map_of(lines))[1:3] == [
        ("conv1", "b", "convolution"),
        ("conv2", "d", "convolution"),
    ]


@pytest.mark.parametrize(
    ("lines", "outputs", "logits"),
    [
        (VGG, ("y",), "m"),
        (RESNET, ("y",), "y"),
        (RESNET, ("m", "y"), "y"),
        (RESNET, ("y", "k"), "y"),
        (RESNET, ("k",), None),
        (INCEPTION, ("y",), "y"),
        (f"{INCEPTION}z = Softmax (y)\n", ("z",), "y"),
        (
            INCEPTION.replace("Flatten (n)", "Softmax <axis = 1> (n)") + "z = Flatten (y)",
            ("z",),
            "n",
        ),
    ],
)
def test_the_logits_are_found_before_a_softmax(draw_network, lines, outputs, logits):
    assert final_logits(draw_network(lines, *outputs, constants=BOUNDS)) == logits


def test_the_answer_with_the_classes_may_be_named(draw_network):
    model = draw_network(RESNET, "m", "y")
    assert final_logits(model, "m") == "m"
    assert final_logits(model, "nothing") is None


@pytest.mark.parametrize("network", [VGG, RESNET, INCEPTION, MOBILENET, DENSENET])
def test_the_runtime_tells_the_layers_in_the_stated_sizes_and_signs(draw_network, network):
    model = draw_network(network, "y", constants=BOUNDS)
    assert_as_stated(model, map_network(model))


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_networks_are_told_by_their_manifest(name):
    manifest = read_manifest(paths.shipped("models") / name)
    model = plain_graph(onnx.load(manifest.file))
    layers = map_network(model, manifest.layers)
    by_name = {layer.name: layer for layer in layers}
    for told in manifest.layers:
        found = by_name[told.name]
        assert found.tensor == told.tensor
        assert (found.channels, found.height, found.width) == (
            told.channels,
            told.height,
            told.width,
        )
    assert main_ones(layers) == [
        "pixels",
        "stem",
        *(f"blocks.{block}" for block in range(16)),
        "head",
        "head.average",
        "classes",
    ]
    assert by_name["head"].unsaturated == "head.linear"
    assert by_name["head"].field.size == (851, 851)
    assert not by_name["stem"].is_signed
    assert by_name["blocks.3"].is_signed
    assert final_logits(model) == "logits"
    assert_as_stated(model, layers)


@pytest.mark.parametrize(
    ("name", "is_softmax", "entries"),
    [
        ("mobilenetv2-12-qdq", False, 22),
        ("mobilenet_v2_128_0.5", True, 22),
        ("cifar10_ImageClassifier", False, 7),
        ("mnist", False, 6),
    ],
)
def test_networks_from_anywhere_are_told(photo_collection, name, is_softmax, entries):
    model = plain_graph(onnx.load(photo_collection / "networks" / f"{name}.onnx"))
    layers = map_network(model)
    assert (layers[0].name, layers[-1].name) == ("pixels", "classes")
    assert len(main_ones(layers)) == entries
    assert (layers[-1].unsaturated != layers[-1].tensor) == is_softmax
    assert final_logits(model) == layers[-1].unsaturated
    assert_as_stated(model, layers)


def assert_as_stated(model: onnx.ModelProto, layers: tuple[MapLayer, ...]) -> None:
    tensors = [layer.tensor for layer in layers[1:]]
    shown = onnx.ModelProto.FromString(model.SerializeToString())
    del shown.graph.output[:]
    shown.graph.output.extend(
        helper.make_tensor_value_info(name, TensorProto.FLOAT, None)
        for name in dict.fromkeys([*tensors, *(layer.unsaturated for layer in layers[1:])])
    )
    size = [1, layers[0].channels, layers[0].height, layers[0].width]
    inputs = np.random.default_rng(0).normal(size=size).astype(np.float32)
    session = open_session(shown.SerializeToString(), "cpu", 1)
    answers = dict(zip(session.outputs, session.run(inputs, list(session.outputs)), strict=True))
    for layer in layers[1:]:
        shape = (1, layer.channels, layer.height, layer.width)
        assert answers[layer.tensor].size == np.prod(shape)
        assert answers[layer.tensor].shape == shape[: answers[layer.tensor].ndim]
        assert answers[layer.unsaturated].size == answers[layer.tensor].size
        assert layer.is_signed or answers[layer.tensor].min() >= 0
    assert [layer.name for layer in layers if not layer.is_signed]
