"""A network made ready to be looked into: one of the program's own, or any in a file."""

import contextlib
import hashlib
from pathlib import Path

import onnx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from onnx import TensorProto, helper, numpy_helper

from lookalike import paths
from lookalike.errors import NetworkUnusable
from lookalike.networks import inspected
from lookalike.networks.inspected import InspectedNetwork, inspect_file, inspect_manifest
from lookalike.networks.manifest import read_manifest

CNN = """
    conv = Conv <strides = [2, 2]> (pixels, w4x3x3x3)
    map = Relu(conv)
    average = GlobalAveragePool(map)
    flat = Flatten(average)
    logits = Gemm <transB = 1> (flat, w5x4)
"""


@pytest.fixture
def own(make_cnn) -> InspectedNetwork:
    return inspect_manifest(read_manifest(make_cnn()))


@pytest.fixture
def written(tmp_path: Path, draw_network):
    """Writes a network as `draw_network` makes it into a file."""

    def write(lines: str = CNN, *outputs: str, pixels=(3, 32, 32), name="net.onnx", **more) -> Path:
        file = tmp_path / name
        drawn = draw_network(lines, *(outputs or ("logits",)), pixels=pixels, **more)
        file.write_bytes(drawn.SerializeToString())
        return file

    return write


def layers_of(network: InspectedNetwork) -> dict[str, tuple[int, int, int]]:
    return {each.name: (each.channels, each.height, each.width) for each in network.layers}


# --- the program's own ----------------------------------------------------------------------------


def test_a_manifest_names_the_layers_and_says_how_the_network_is_fed(make_cnn):
    manifest = read_manifest(make_cnn())
    network = inspect_manifest(manifest)
    assert layers_of(network) == {
        "pixels": (3, 16, 16),
        "stem": (4, 8, 8),
        "block": (5, 4, 4),
        "pool1": (5, 1, 1),
        "classes": (3, 1, 1),
    }
    assert (network.title, network.key) == ("Tiny CNN", manifest.sha256)
    assert network.input == manifest.input
    assert (network.logits, network.embedding) == ("logits", "embedding")
    assert not network.is_guessed


def test_a_layer_knows_what_it_was_before_its_ceiling(own):
    assert own.layer("stem").unsaturated == "stem.linear"
    assert own.layer("block").unsaturated == "block"


def test_a_layer_that_is_not_there_is_told_with_those_that_are(own):
    with pytest.raises(NetworkUnusable) as told:
        own.layer("blokc")
    assert 'Tiny CNN has no layer "blokc"' in told.value.title
    assert "stem, block" in told.value.hint


def test_a_class_without_a_name_goes_by_its_number(own):
    assert own.class_name(2) == "red fox"
    assert own.class_name(3) == "class 3"


def test_an_altered_file_of_a_manifest_is_refused(make_cnn):
    manifest = read_manifest(make_cnn())
    content = manifest.file.read_bytes()
    manifest.file.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    with pytest.raises(NetworkUnusable, match="altered"):
        inspect_manifest(manifest)


@pytest.mark.parametrize("name", ["efficientnet-lite0", "efficientnet-lite0-int8"])
def test_the_shipped_networks_can_be_looked_into(name):
    network = inspect_manifest(read_manifest(paths.shipped("models") / name))
    told = layers_of(network)
    assert told["blocks.4"] == (40, 28, 28)
    assert told["classes"] == (1000, 1, 1)
    assert network.layer("head").unsaturated == "head.linear"


# --- any other ------------------------------------------------------------------------------------


def test_a_file_alone_is_fed_as_most_networks_are_and_says_that_this_is_a_guess(written):
    file = written(name="My net.onnx")
    network = inspect_file(file)
    assert network.is_guessed
    assert network.title == "My net"
    assert network.key == hashlib.sha256(file.read_bytes()).hexdigest()
    assert (network.input.name, network.input.size_px) == ("pixels", 32)
    assert (network.input.channels, network.input.resize.rule) == ("RGB", "cover")
    white = [(255 - m) * s for m, s in zip(network.input.mean, network.input.scale, strict=True)]
    assert white == pytest.approx([2.249, 2.429, 2.640], abs=1e-3)
    assert network.logits == "logits"
    assert (network.embedding, network.classes) == (None, ())
    assert network.class_name(0) == "class 0"


def test_names_of_classes_are_taken_where_there_are_as_many(written):
    names = ["cat", "dog", "fox", "hen", "owl"]
    network = inspect_file(written(), names)
    assert network.classes == tuple(names)
    assert inspect_file(written(), names[:4]).classes == ()
    no_classes = inspect_file(written("map = Conv(pixels, w5x3x3x3)", "map"), names)
    assert no_classes.classes == ()


@pytest.mark.parametrize(
    ("height", "width", "side_px"), [("h", "w", 224), (96, "w", 96), ("h", 96, 96)]
)
def test_a_free_height_or_width_is_settled_as_a_square(written, height, width, side_px):
    network = inspect_file(written(pixels=(3, height, width)))
    assert network.input.size_px == side_px
    assert layers_of(network)["pixels"] == (3, side_px, side_px)
    assert layers_of(network)["conv1"] == (4, (side_px - 1) // 2, (side_px - 1) // 2)


@pytest.mark.parametrize(
    ("pixels", "reason"),
    [
        ((1, 28, 28), "it is for grey pictures"),
        ((3, 32, 48), "pictures of 48 × 32 pixels"),
        ((3, 2048, 2048), "pictures of 2048 × 2048 pixels"),
        ((4, 32, 32), r"\(batch, 3, height, width\)"),
        ((300,), r"\(batch, 3, height, width\)"),
    ],
)
def test_a_network_for_other_pictures_is_refused_with_what_it_takes(written, pixels, reason):
    with pytest.raises(NetworkUnusable, match=reason):
        inspect_file(written("map = Relu(pixels)", "map", pixels=pixels))


def test_a_network_with_colours_last_is_refused_with_that_reason(written):
    with pytest.raises(NetworkUnusable, match="the colours of a picture last"):
        inspect_file(written("map = Relu(pixels)", "map", pixels=(32, 32, 3)))


def test_a_network_of_two_inputs_is_refused(written):
    file = written()
    model = onnx.load(file)
    model.graph.input.append(helper.make_tensor_value_info("more", TensorProto.FLOAT, [1, 3]))
    onnx.save(model, file)
    with pytest.raises(NetworkUnusable, match="takes 2 inputs"):
        inspect_file(file)


def test_weights_among_the_inputs_are_none(written):
    file = written()
    model = onnx.load(file)
    weight = model.graph.initializer[0]
    told = helper.make_tensor_value_info(weight.name, weight.data_type, list(weight.dims))
    model.graph.input.append(told)
    onnx.save(model, file)
    assert layers_of(inspect_file(file)) == layers_of(inspect_file(written(name="other.onnx")))


def test_a_network_with_nothing_that_can_be_drawn_is_refused(written):
    rows = "rows = Reshape(pixels, shape)"
    shape = {
        "shape": numpy_helper.to_array(helper.make_tensor("", TensorProto.INT64, [2], [0, -1]))
    }
    narrow = rows + "\nsums = ReduceSum <keepdims = 0> (rows, axes)"
    shape["axes"] = numpy_helper.to_array(helper.make_tensor("", TensorProto.INT64, [1], [1]))
    with pytest.raises(NetworkUnusable, match="no layer that can be drawn"):
        inspect_file(written(narrow, "sums", constants=shape))


def test_what_is_no_network_is_told_in_a_sentence(tmp_path: Path):
    file = tmp_path / "net.onnx"
    with pytest.raises(NetworkUnusable, match="it is no file"):
        inspect_file(file)
    with pytest.raises(NetworkUnusable, match="it is no file"):
        inspect_file(tmp_path)
    for content in (b"", b"\xff\xd8\xff\xe0 no network", b"hello", b"\x00" * 64):
        file.write_bytes(content)
        with pytest.raises(NetworkUnusable, match=r"net\.onnx"):
            inspect_file(file)


def test_a_file_that_memory_does_not_hold_is_not_read(written, monkeypatch):
    monkeypatch.setattr(inspected, "_MAX_BYTES", 100)
    with pytest.raises(NetworkUnusable, match="larger than 1 GB"):
        inspect_file(written())


def test_a_file_that_may_not_be_read_is_told_with_the_reason(written, monkeypatch):
    def closed(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    file = written()
    monkeypatch.setattr(Path, "read_bytes", closed)
    with pytest.raises(NetworkUnusable, match="Permission denied"):
        inspect_file(file)


def test_numbers_in_other_files_are_not_looked_for(written):
    file = written()
    model = onnx.load(file)
    weight = model.graph.initializer[0]
    weight.ClearField("raw_data")
    weight.data_location = TensorProto.EXTERNAL
    entry = weight.external_data.add()
    entry.key, entry.value = "location", "../../etc/passwd"
    file.write_bytes(model.SerializeToString())
    with pytest.raises(NetworkUnusable, match="in other files"):
        inspect_file(file)


def test_operations_of_its_own_are_not_run(written):
    file = written()
    model = onnx.load(file)
    node = helper.make_node("Relu", ["x"], ["y"])
    opset = [helper.make_opsetid("", 17)]
    model.functions.append(helper.make_function("own", "Own", ["x"], ["y"], [node], opset))
    file.write_bytes(model.SerializeToString())
    with pytest.raises(NetworkUnusable, match="operations of its own"):
        inspect_file(file)


@settings(max_examples=60)
@given(data=st.data())
def test_a_damaged_file_is_a_sentence_or_another_network(draw_network, tmp_path_factory, data):
    content = bytearray(draw_network(CNN, "logits").SerializeToString())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.one_of(st.none(), st.integers(0, len(content))))
    file = tmp_path_factory.getbasetemp() / "damaged.onnx"
    file.write_bytes(bytes(content[:end]))
    with contextlib.suppress(NetworkUnusable):
        assert inspect_file(file).layers
