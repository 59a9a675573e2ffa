import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper
from PIL import Image

from lookalike import paths
from lookalike.errors import NetworkUnusable
from lookalike.networks.backward import uncovered_operators
from lookalike.networks.graph import network_inputs
from lookalike.networks.graphs.plain_graph import OPSET, plain_graph
from lookalike.networks.session import open_session

FOREIGN = [
    "cifar10_ImageClassifier.onnx",
    "mnist.onnx",
    "mobilenet_v2_128_0.5.onnx",
]
node = helper.make_node


def network(
    nodes,
    constants=(),
    *,
    sizes=("batch", 3, 4, 4),
    opset=18,
    outputs=("y",),
    kind=TensorProto.FLOAT,
) -> onnx.ModelProto:
    graph = helper.make_graph(
        nodes,
        "small",
        [helper.make_tensor_value_info("pixels", kind, sizes)],
        [onnx.ValueInfoProto(name=name) for name in outputs],
        [numpy_helper.from_array(np.asarray(one), name) for name, one in dict(constants).items()],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=8)


def answers(model: onnx.ModelProto, pixels: np.ndarray) -> list[np.ndarray]:
    session = open_session(model.SerializeToString(), "cpu", 1)
    return session.run(pixels, [one.name for one in model.graph.output])


def pixels(*sizes: int) -> np.ndarray:
    return np.random.default_rng(0).normal(size=sizes).astype(np.float32)


def operators(model: onnx.ModelProto) -> list[str]:
    return [one.op_type for one in model.graph.node]


def constant(model: onnx.ModelProto, name: str) -> np.ndarray:
    return next(numpy_helper.to_array(one) for one in model.graph.initializer if one.name == name)


def sizes_by_name(model: onnx.ModelProto) -> dict[str, list[int | str]]:
    values = (*model.graph.input, *model.graph.value_info, *model.graph.output)
    return {
        value.name: [one.dim_value or one.dim_param for one in value.type.tensor_type.shape.dim]
        for value in values
    }


def assert_same_answers(model: onnx.ModelProto, *sizes: int) -> onnx.ModelProto:
    before = model.SerializeToString()
    plain = plain_graph(model)
    assert model.SerializeToString() == before
    onnx.checker.check_model(plain, full_check=True)
    given = pixels(*sizes)
    for told, expected in zip(answers(plain, given), answers(model, given), strict=True):
        np.testing.assert_allclose(told, expected, rtol=1e-5, atol=1e-5)
    return plain


@pytest.mark.parametrize("opset", [7, 9, 10, 11, 12, 13, 15, 17, 18, 19, 21])
def test_operators_of_any_age_become_those_of_one_set(opset):
    attributes = {"min": 0.0, "max": 6.0} if opset < 11 else {}
    ends = [] if opset < 11 else ["zero", "six"]
    axes = {"axes": [2, 3]} if opset < 18 else {}
    read = ["clipped"] if opset < 18 else ["clipped", "axes"]
    nodes = [
        node("Clip", ["pixels", *ends], ["clipped"], **attributes),
        node("ReduceMean", read, ["average"], keepdims=0, **axes),
        node("Softmax", ["average"], ["y"], axis=1),
    ]
    constants = {"zero": np.float32(0), "six": np.float32(6), "axes": np.array([2, 3])}
    plain = assert_same_answers(network(nodes, constants, opset=opset), 2, 3, 4, 4)
    assert operators(plain) == ["Clip", "ReduceMean", "Softmax"]
    assert {one.version for one in plain.opset_import} == {max(opset, OPSET)}
    assert not any(one.attribute for one in plain.graph.node if one.op_type == "Clip")


def test_weights_among_the_inputs_are_inputs_no_more():
    model = network([node("Mul", ["pixels", "gain"], ["y"])], {"gain": np.float32(2)}, opset=7)
    model.ir_version = 3
    model.graph.input.append(helper.make_tensor_value_info("gain", TensorProto.FLOAT, []))
    plain = assert_same_answers(model, 1, 3, 4, 4)
    assert [one.name for one in plain.graph.input] == ["pixels"]


def test_what_no_picture_changes_is_a_number():
    weights = pixels(2, 3, 1, 1)
    nodes = [
        node("Constant", [], ["sizes"], value=numpy_helper.from_array(np.array([2, 3, 1, 1]))),
        node("Reshape", ["flat", "sizes"], ["shaped"]),
        node("Mul", ["shaped", "two"], ["weights"]),
        node("Conv", ["pixels", "weights"], ["y"]),
    ]
    model = network(nodes, {"flat": weights.ravel(), "two": np.float32(2)})
    plain = assert_same_answers(model, 2, 3, 4, 4)
    assert operators(plain) == ["Conv"]
    np.testing.assert_allclose(constant(plain, "weights"), 2 * weights)
    assert [one.name for one in plain.graph.initializer] == ["weights"]


def reshaped() -> list[onnx.NodeProto]:
    return [
        node("Shape", ["pixels"], ["shape"]),
        node("Gather", ["shape", "first"], ["count"]),
        node("Unsqueeze", ["count", "axis"], ["counts"]),
        node("Concat", ["counts", "rest"], ["sizes"], axis=0),
        node("Reshape", ["pixels", "sizes"], ["y"]),
    ]


@pytest.mark.parametrize(
    ("rest", "expected", "shape"),
    [([-1], [0, -1], ["batch", 48]), ([6, 8], [0, 6, 8], ["batch", 6, 8])],
)
def test_a_shape_that_asks_for_the_batch_leaves_it_free(rest, expected, shape):
    constants = {"first": np.array(0), "axis": np.array([0]), "rest": np.array(rest)}
    plain = assert_same_answers(network(reshaped(), constants), 5, 3, 4, 4)
    assert operators(plain) == ["Reshape"]
    assert constant(plain, plain.graph.node[0].input[1]).tolist() == expected
    assert sizes_by_name(plain)["y"] == shape


def test_a_batch_that_moves_to_another_place_is_found_there():
    nodes = [
        node("Transpose", ["pixels"], ["turned"], perm=[1, 0, 2, 3]),
        node("Shape", ["turned"], ["sizes"]),
        node("Slice", ["sizes", "zero", "two"], ["front"]),
        node("Concat", ["front", "rest"], ["wanted"], axis=0),
        node("Reshape", ["turned", "wanted"], ["y"]),
    ]
    constants = {"zero": np.array([0]), "two": np.array([2]), "rest": np.array([16])}
    plain = assert_same_answers(network(nodes, constants), 5, 3, 4, 4)
    assert operators(plain) == ["Transpose", "Reshape"]
    assert sizes_by_name(plain)["y"] == [3, "batch", 16]


def test_a_batch_is_not_mistaken_for_channels_of_the_same_number():
    nodes = [
        node("Shape", ["pixels"], ["sizes"], end=1),
        node("Concat", ["sizes", "rest"], ["wanted"], axis=0),
        node("Transpose", ["pixels"], ["turned"], perm=[1, 0, 2, 3]),
        node("Reshape", ["turned", "wanted"], ["y"]),
    ]
    model = network(nodes, {"rest": np.array([32])}, sizes=("batch", 2, 4, 4))
    assert sizes_by_name(assert_same_answers(model, 5, 2, 4, 4))["y"] == ["batch", 32]


def test_a_batch_of_one_stays_one():
    plain = plain_graph(network([node("Relu", ["pixels"], ["y"])], sizes=(1, 3, 4, 4)))
    assert sizes_by_name(plain) == {"pixels": [1, 3, 4, 4], "y": [1, 3, 4, 4]}


def test_a_batch_that_the_graph_does_not_mean_is_one():
    nodes = [
        node("Reshape", ["pixels", "sizes"], ["row"]),
        node("Gemm", ["row", "weights"], ["y"]),
    ]
    constants = {"sizes": np.array([1, -1]), "weights": pixels(48, 2)}
    plain = assert_same_answers(network(nodes, constants), 1, 3, 4, 4)
    assert sizes_by_name(plain) == {"pixels": [1, 3, 4, 4], "row": [1, 48], "y": [1, 2]}


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        (("n", 3, "h", "w"), ["batch", 3, 32, 32]),
        (("n", "c", "h", "w"), ["batch", 3, 32, 32]),
        (("n", "h", "w", 3), ["batch", 32, 32, 3]),
        ((None, 1, 28, None), ["batch", 1, 28, 32]),
    ],
)
def test_sizes_that_are_free_are_those_of_the_pictures(sizes, expected):
    model = network([node("Relu", ["pixels"], ["y"])], sizes=sizes)
    assert sizes_by_name(plain_graph(model, side_px=32))["y"] == expected


def test_every_tensor_has_a_shape():
    model = onnx.load(paths.shipped("models") / "efficientnet-lite0" / "network.onnx")
    told = sizes_by_name(plain_graph(model))
    made = {name for one in model.graph.node for name in one.output}
    assert told.keys() == made | {"pixels"}
    assert all(sizes[0] == "batch" and all(sizes) for sizes in told.values())
    assert told["head"] == ["batch", 1280, 7, 7]


def test_domains_that_no_operator_is_from_are_dropped():
    model = network([node("Relu", ["pixels"], ["y"])], opset=12)
    model.opset_import.extend([helper.make_opsetid("com.example", 1000)])
    assert [one.domain for one in plain_graph(model).opset_import] == [""]


def test_operators_of_others_stay_where_they_are():
    nodes = [
        node("Special", ["pixels"], ["special"], domain="com.example"),
        node("Relu", ["special"], ["y"]),
    ]
    model = network(nodes)
    model.opset_import.extend([helper.make_opsetid("com.example", 1)])
    assert operators(plain_graph(model)) == ["Special", "Relu"]


@pytest.mark.parametrize("kind", [np.int8, np.uint8])
@pytest.mark.parametrize("per_channel", [True, False])
def test_weights_of_eight_bits_become_real_numbers(kind, per_channel):
    rng = np.random.default_rng(0)
    rounded = rng.integers(0, 100, (4, 3, 1, 1)).astype(kind)
    scale = np.float32([0.5, 0.25, 2, 1]) if per_channel else np.float32(0.5)
    zero = rng.integers(0, 100, scale.shape).astype(kind)
    nodes = [
        node("DequantizeLinear", ["rounded", "scale", "zero"], ["weights"], axis=0),
        node("DequantizeLinear", ["whole", "scale"], ["bias"], axis=0),
        node("Conv", ["pixels", "weights", "bias"], ["y"]),
    ]
    constants = {"rounded": rounded, "scale": scale, "zero": zero}
    constants["whole"] = np.array([1, -2000, 3, 4], np.int32)
    plain = assert_same_answers(network(nodes, constants, opset=13), 2, 3, 4, 4)
    assert operators(plain) == ["Conv"]
    by_channel = (-1, 1, 1, 1)
    steps = np.broadcast_to(scale, 4)
    expected = (rounded - zero.astype(np.float32).reshape(by_channel)) * steps.reshape(by_channel)
    np.testing.assert_allclose(constant(plain, "weights"), expected)
    np.testing.assert_allclose(constant(plain, "bias"), constants["whole"] * steps)


def quantised(kind, scale, zero, *, before=()) -> onnx.ModelProto:
    """The pixels, rounded to 8 bits and back; `before` is done to them first."""
    read = before[-1].output[0] if before else "pixels"
    named = ["scale"] if zero is None else ["scale", "zero"]
    nodes = [
        *before,
        node("QuantizeLinear", [read, *named], ["rounded"]),
        node("DequantizeLinear", ["rounded", *named], ["back"]),
        node("Identity", ["back"], ["y"]),
    ]
    constants = {"scale": np.float32(scale)}
    return network(
        nodes, constants if zero is None else constants | {"zero": np.array(zero, kind)}, opset=13
    )


@pytest.mark.parametrize(
    ("kind", "zero", "lowest", "highest"),
    [
        (np.uint8, 0, 0, 25.5),
        (np.uint8, None, 0, 25.5),
        (np.uint8, 100, -10, 15.5),
        (np.int8, 0, -12.8, 12.7),
        (np.int8, -128, 0, 25.5),
    ],
)
def test_rounding_becomes_a_clip_to_what_eight_bits_can_tell(kind, zero, lowest, highest):
    model = quantised(kind, 0.1, zero)
    plain = plain_graph(model)
    assert operators(plain) == ["Clip", "Identity"]
    assert plain.graph.node[0].output[0] == "back"
    given = np.linspace(-30, 30, 48, dtype=np.float32).reshape(1, 3, 4, 4)
    told = answers(plain, given)[0]
    np.testing.assert_allclose(told, given.clip(lowest, highest), rtol=1e-6)
    np.testing.assert_allclose(told, answers(model, given)[0], atol=0.0501)


@pytest.mark.parametrize(
    ("before", "cuts"),
    [
        ([], True),
        ([node("Neg", ["pixels"], ["x"])], True),
        ([node("Relu", ["pixels"], ["x"])], False),
        ([node("Sigmoid", ["pixels"], ["x"])], False),
        ([node("Relu", ["pixels"], ["r"]), node("GlobalAveragePool", ["r"], ["x"])], False),
        ([node("Relu", ["pixels"], ["r"]), node("Add", ["r", "r"], ["x"])], False),
        ([node("Relu", ["pixels"], ["r"]), node("Add", ["r", "pixels"], ["x"])], True),
        ([node("Clip", ["pixels", "scale"], ["x"])], False),
    ],
)
def test_rounding_rectifies_only_what_can_be_negative(before, cuts):
    """Else the deconvnet of a pooled layer would rectify where the network does not."""
    plain = plain_graph(quantised(np.uint8, 0.1, 0, before=before))
    clip = next(one for one in plain.graph.node if one.output[0] == "back")
    assert bool(clip.input[1]) == cuts


def test_each_reader_of_a_rounded_map_keeps_its_name():
    nodes = [
        node("QuantizeLinear", ["pixels", "scale", "zero"], ["rounded"]),
        node("DequantizeLinear", ["rounded", "scale", "zero"], ["one"]),
        node("DequantizeLinear", ["rounded", "scale", "zero"], ["other"]),
    ]
    constants = {"scale": np.float32(0.1), "zero": np.uint8(0)}
    plain = plain_graph(network(nodes, constants, opset=13, outputs=("one", "other")))
    assert [one.output[0] for one in plain.graph.node] == ["one", "other"]


@pytest.mark.parametrize("name", FOREIGN)
def test_networks_of_others_answer_as_they_did(photo_collection, name):
    model = onnx.load(photo_collection / "networks" / name)
    sizes = [one.dim_value or 2 for one in network_inputs(model)[0].type.tensor_type.shape.dim]
    plain = assert_same_answers(model, *sizes)
    assert not {"Constant", "Shape", "Concat"} & set(operators(plain))


def test_a_network_of_others_in_eight_bits_answers_as_it_did_but_for_rounding(photo_collection):
    model = onnx.load(photo_collection / "networks" / "mobilenetv2-12-qdq.onnx")
    plain = plain_graph(model)
    assert set(operators(plain)) == {
        *("Conv", "Clip", "Add", "GlobalAveragePool", "Reshape", "MatMul"),
    }
    with Image.open(next(photo_collection.glob("imagenet-sample/*ostrich.JPEG"))) as photo:
        seen = np.asarray(photo.convert("RGB").resize((224, 224)), np.float32) / 255
    given = ((seen - 0.45) / 0.225).transpose(2, 0, 1)[None]
    told, expected = (answers(one, given)[0].ravel() for one in (plain, model))
    assert told.argmax() == expected.argmax()
    assert np.corrcoef(told, expected)[0, 1] > 0.95


def test_the_shipped_network_of_eight_bits_is_that_of_real_numbers_but_for_rounding():
    models = paths.shipped("models")
    plain, exact = (
        plain_graph(onnx.load(models / name / "network.onnx"))
        for name in ("efficientnet-lite0-int8", "efficientnet-lite0")
    )
    rows = np.linspace(-1, 1, 224, dtype=np.float32)
    given = np.stack([np.sin(k * rows)[:, None] * rows for k in (2, 5, 9)])[None]
    told, expected = (answers(one, given)[1].ravel() for one in (plain, exact))
    assert np.corrcoef(told, expected)[0, 1] > 0.98


@pytest.mark.parametrize(
    ("model", "reason"),
    [
        (network([node("Relu", ["pixels"], ["y"])], kind=TensorProto.FLOAT16), "16-bit"),
        (network([node("Relu", ["pixels"], ["y"])], kind=TensorProto.DOUBLE), "64-bit"),
        (network([node("Relu", ["pixels"], ["y"])], kind=TensorProto.INT32), "real numbers"),
        (network([node("Relu", ["nothing"], ["y"])]), "not whole"),
        (network([node("Add", ["pixels", "pixels"], ["y"], broadcast=1)], opset=6), "too old"),
        (network([node("Nonsense", ["pixels"], ["y"])], opset=12), "not known"),
        (
            network([node("Add", ["pixels", "row"], ["y"])], {"row": np.ones(7, np.float32)}),
            "do not fit",
        ),
    ],
)
def test_a_graph_that_cannot_be_read_is_told_in_a_sentence(model, reason):
    with pytest.raises(NetworkUnusable, match=reason):
        plain_graph(model)


def test_two_inputs_are_one_too_many():
    model = network([node("Add", ["pixels", "more"], ["y"])])
    model.graph.input.append(helper.make_tensor_value_info("more", TensorProto.FLOAT, [1]))
    with pytest.raises(NetworkUnusable, match="takes 2 inputs"):
        plain_graph(model)


def test_maps_that_are_rounded_channel_by_channel_stay_as_they_are():
    model = quantised(np.uint8, [0.1, 0.2, 0.3], [0, 0, 0])
    plain = assert_same_answers(model, 2, 3, 4, 4)
    assert operators(plain) == ["QuantizeLinear", "DequantizeLinear", "Identity"]
    assert uncovered_operators(plain, "y") == ("QuantizeLinear", "DequantizeLinear")
