import hashlib
import json
import subprocess
import sys

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from lookalike import paths
from lookalike.errors import NetworkUnusable
from lookalike.networks.activations import Probe
from lookalike.networks.embedder import Embedder
from lookalike.networks.manifest import Manifest, read_manifest

SHIPPED = ["efficientnet-lite0", "efficientnet-lite0-int8"]


@pytest.fixture
def rewritten(make_network):
    """The tiny network after something was done to its graph; the manifest agrees with it."""

    def make(change) -> Manifest:
        folder = make_network()
        model = onnx.load(folder / "network.onnx")
        change(model)
        content = model.SerializeToString()
        (folder / "network.onnx").write_bytes(content)
        facts = json.loads((folder / "network.json").read_text("utf-8"))
        facts |= {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        (folder / "network.json").write_text(json.dumps(facts), "utf-8")
        return read_manifest(folder)

    return make


def pictures(count: int, side_px: int = 8, width_px: int | None = None) -> np.ndarray:
    size = (count, 3, side_px, width_px or side_px)
    return np.random.default_rng(1).normal(size=size).astype(np.float32)


def test_a_tensor_that_the_network_does_not_answer_with_can_be_seen(make_network):
    probe = Probe.open(read_manifest(make_network(gain=2)), ["map"], device="cpu")
    told = probe.run(pictures(2))
    assert list(told) == ["map"]
    np.testing.assert_allclose(told["map"], 2 * pictures(2), rtol=1e-6)


def test_several_tensors_come_by_name_and_each_once(make_network):
    manifest = read_manifest(make_network())
    probe = Probe.open(manifest, ["logits", "map", "average", "map"], device="cpu")
    shapes = {name: told.shape for name, told in probe.run(pictures(1)).items()}
    assert shapes == {"logits": (1, 2), "map": (1, 3, 8, 8), "average": (1, 3, 1, 1)}


@pytest.mark.parametrize("name", ["nothing", "", "weight", "pixels"])
def test_what_no_node_makes_is_told_in_a_sentence(make_network, name):
    with pytest.raises(NetworkUnusable, match="has no tensor"):
        Probe.open(read_manifest(make_network()), ["map", name], device="cpu")


def test_pictures_of_any_size_are_taken_where_that_was_asked_for(make_network):
    manifest = read_manifest(make_network())
    wide = pictures(1, 5, 11)
    probe = Probe.open(manifest, ["map"], device="cpu", any_size=True)
    assert probe.takes_any_size
    np.testing.assert_allclose(probe.run(wide)["map"], wide)
    plain = Probe.open(manifest, ["map"], device="cpu")
    assert not plain.takes_any_size
    with pytest.raises(NetworkUnusable):
        plain.run(wide)


def test_a_network_that_counts_on_its_size_is_fed_that_size(rewritten):
    def count_on_size(model: onnx.ModelProto) -> None:
        model.graph.initializer.append(numpy_helper.from_array(np.array([-1, 3, 8, 8]), "sizes"))
        model.graph.node.append(helper.make_node("Reshape", ["map", "sizes"], ["shaped"]))
        model.graph.node.append(helper.make_node("Add", ["map", "shaped"], ["sum"]))

    probe = Probe.open(rewritten(count_on_size), ["sum"], device="cpu", any_size=True)
    assert not probe.takes_any_size
    np.testing.assert_allclose(probe.run(pictures(1))["sum"], 2 * pictures(1))


def test_an_altered_file_is_not_run(make_network):
    manifest = read_manifest(make_network())
    content = manifest.file.read_bytes()
    manifest.file.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    with pytest.raises(NetworkUnusable, match="altered"):
        Probe.open(manifest, ["map"], device="cpu")


def test_a_file_that_is_no_graph_is_told_in_a_sentence(make_network):
    folder = make_network()
    facts = json.loads((folder / "network.json").read_text("utf-8"))
    facts |= {"bytes": 5, "sha256": hashlib.sha256(b"\xff" * 5).hexdigest()}
    (folder / "network.json").write_text(json.dumps(facts), "utf-8")
    (folder / "network.onnx").write_bytes(b"\xff" * 5)
    with pytest.raises(NetworkUnusable, match="not understood"):
        Probe.open(read_manifest(folder), ["map"], device="cpu")


def outside(tensor: TensorProto) -> None:
    """Its numbers are to be those of a file of the system."""
    tensor.ClearField("float_data")
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    entry = tensor.external_data.add()
    entry.key, entry.value = "location", "../../../../etc/passwd"


def move_weights_out(model: onnx.ModelProto) -> None:
    outside(model.graph.initializer[0])


def move_a_constant_out(model: onnx.ModelProto) -> None:
    value = numpy_helper.from_array(np.ones(1, np.float32))
    outside(value)
    model.graph.node.insert(0, helper.make_node("Constant", [], ["unused"], value=value))


def move_a_constant_of_a_branch_out(model: onnx.ModelProto) -> None:
    value = numpy_helper.from_array(np.ones(1, np.float32))
    outside(value)
    inner = [helper.make_node("Constant", [], ["inner"], value=value)]
    told = [helper.make_tensor_value_info("inner", TensorProto.FLOAT, [1])]
    branch = helper.make_graph(inner, "branch", [], told)
    node = helper.make_node("If", ["on"], ["unused"], then_branch=branch, else_branch=branch)
    model.graph.initializer.append(numpy_helper.from_array(np.array(True), "on"))
    model.graph.node.insert(0, node)


@pytest.mark.parametrize(
    "change", [move_weights_out, move_a_constant_out, move_a_constant_of_a_branch_out]
)
def test_numbers_of_other_files_are_never_read(rewritten, change):
    with pytest.raises(NetworkUnusable, match="in other files"):
        Probe.open(rewritten(change), ["map"], device="cpu")


def test_what_a_branch_reads_from_outside_it_comes_along(rewritten):
    def choose(model: onnx.ModelProto) -> None:
        told = [helper.make_tensor_value_info("chosen", TensorProto.FLOAT, None)]
        branches = {
            name: helper.make_graph(
                [helper.make_node("Identity", [source], ["chosen"])], name, [], told
            )
            for name, source in (("then_branch", "map"), ("else_branch", "pixels"))
        }
        model.graph.initializer.append(numpy_helper.from_array(np.array(True), "on"))
        model.graph.node.append(helper.make_node("If", ["on"], ["picked"], **branches))

    probe = Probe.open(rewritten(choose), ["picked"], device="cpu")
    np.testing.assert_allclose(probe.run(pictures(1))["picked"], pictures(1))


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_networks_show_each_layer_and_the_values_before_it(name):
    manifest = read_manifest(paths.shipped("models") / name)
    layers = {layer.tensor: layer for layer in manifest.layers}
    probe = Probe.open(manifest, [*layers, "head.linear"], device="cpu")
    told = probe.run(pictures(1, 224))
    for tensor, layer in layers.items():
        assert told[tensor].shape == (1, layer.channels, layer.height, layer.width)
        assert told[tensor].dtype == np.float32
    # The int8 network knows the head in steps of a fortieth.
    np.testing.assert_allclose(told["head"], told["head.linear"].clip(0, 6), atol=0.03)


@pytest.mark.parametrize("name", SHIPPED)
def test_the_cells_of_the_last_layer_sum_to_the_embedding_as_they_count(name):
    manifest = read_manifest(paths.shipped("models") / name)
    summed = manifest.embedding.summed
    inputs = pictures(2, 224)
    told = Probe.open(manifest, [summed], device="cpu").run(inputs)[summed]
    expected = Embedder.open(manifest.folder, "cpu").embed(inputs)
    np.testing.assert_allclose(told.sum(axis=(2, 3)), expected, atol=1e-5)


def test_the_programs_start_and_photos_do_without_onnx():
    told = (
        "import sys, lookalike.library.search.searching, lookalike.networks.embedder, "
        "lookalike.networks.session, lookalike.networks.activations\n"
        "print('onnx' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
