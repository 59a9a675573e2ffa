"""The network that comes with the program is the one its manifest describes."""

import ast
import subprocess
import sys
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import numpy_helper

import lookalike
from lookalike import paths
from lookalike.networks.activations import Probe
from lookalike.networks.embedder import Embedder
from lookalike.networks.manifest import Manifest, read_manifest, verify

FOLDER = paths.shipped("models") / "efficientnet-lite0"
BENCHMARK = Path(__file__).parent.parent / "benchmarks" / "network_accuracy.py"


@pytest.fixture(scope="module")
def manifest() -> Manifest:
    return read_manifest(FOLDER)


@pytest.fixture(scope="module")
def graph() -> onnx.GraphProto:
    inferred = onnx.shape_inference.infer_shapes(onnx.load(FOLDER / "network.onnx"))
    return inferred.graph


def sizes(value: onnx.ValueInfoProto) -> tuple[int, ...]:
    """Without the batch."""
    return tuple(size.dim_value for size in value.type.tensor_type.shape.dim)[1:]


def test_the_file_is_the_one_that_the_manifest_names(manifest):
    verify(manifest)
    assert manifest.name == FOLDER.name


def test_input_and_outputs_have_the_stated_sizes(manifest, graph):
    declared = {value.name: sizes(value) for value in (*graph.input, *graph.output)}
    side = manifest.input.size_px
    assert declared == {
        manifest.input.name: (3, side, side),
        manifest.embedding.output: (manifest.embedding.size,),
        manifest.classes.output: (len(manifest.classes.names),),
    }


def test_the_batch_may_have_any_size(graph):
    assert {value.type.tensor_type.shape.dim[0].dim_param for value in graph.input} == {"batch"}


def test_every_layer_is_in_the_graph_with_the_stated_size(manifest, graph):
    declared = {value.name: sizes(value) for value in graph.value_info}
    for layer in manifest.layers:
        assert declared[layer.tensor] == (layer.channels, layer.height, layer.width), layer.name


def test_the_layers_run_from_the_stem_through_every_block_to_the_head(manifest):
    assert (manifest.layers[0].name, manifest.layers[-1].name) == ("stem", "head")
    assert {layer.block for layer in manifest.layers} == {None, *range(16)}
    assert manifest.embedding.layer == manifest.layers[-1].name


def test_an_activated_layer_can_be_seen_before_its_activation(graph):
    clipped = {node.output[0]: node.input[0] for node in graph.node if node.op_type == "Clip"}
    assert clipped
    assert all(before == f"{after}.linear" for after, before in clipped.items())


def test_what_is_in_the_middle_counts_more_in_the_embedding(manifest, graph):
    weights = {one.name: numpy_helper.to_array(one) for one in graph.initializer}["centre.weights"]
    cells = weights[0, 0]
    assert cells.sum() == pytest.approx(1, abs=1e-4)
    assert cells[3, 3] == cells.max() > 5 * cells[0, 0]
    assert all((np.rot90(cells, turn) == cells).all() for turn in (1, 2, 3))
    wanted = [manifest.embedding.summed, manifest.embedding.layer]
    probe = Probe.open(manifest, wanted, device="cpu")
    inputs = np.random.default_rng(2).normal(size=(2, 3, 224, 224)).astype(np.float32)
    summed, head = (probe.run(inputs)[name] for name in wanted)
    np.testing.assert_allclose(summed, head * weights, rtol=1e-5)
    embedding = Embedder.open(FOLDER, "cpu").embed(inputs)
    np.testing.assert_allclose(embedding, summed.sum(axis=(2, 3)), rtol=1e-4, atol=1e-5)


def test_only_plain_operations_are_needed(graph):
    operations = {node.op_type for node in graph.node}
    averages = {"GlobalAveragePool", "Flatten", "Mul", "ReduceSum"}
    assert operations == {"Conv", "Clip", "Add", "Gemm", *averages}
    assert {node.domain for node in graph.node} == {""}


def test_the_names_of_the_classes_are_in_the_order_of_imagenet(manifest):
    names = manifest.classes.names
    assert (names[0], names[1], names[999]) == ("tench", "goldfish", "toilet tissue")


def test_the_shipped_folder_holds_nothing_that_could_run():
    kinds = {file.name if not file.suffix else file.suffix for file in FOLDER.iterdir()}
    assert kinds == {".onnx", ".json", ".txt", "LICENSE"}


def test_no_part_of_the_program_reads_pickles():
    for file in Path(lookalike.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(node, ast.Import | ast.ImportFrom):
                continue
            names = [alias.name for alias in node.names] + [getattr(node, "module", "")]
            assert not {"pickle", "marshal", "shelve"} & set(names), file


def test_unlike_pictures_get_unlike_embeddings():
    embedder = Embedder.open(FOLDER, "cpu")
    rows = np.linspace(0, 255, 60)[:, None, None]
    fade = np.broadcast_to(rows, (60, 80, 3)).astype(np.uint8)
    checks = np.kron(np.indices((6, 8)).sum(axis=0) % 2, np.ones((10, 10)))[:, :, None] * 255
    pictures = [fade, np.roll(fade, 1, axis=1), np.broadcast_to(checks, (60, 80, 3))]
    inputs = [embedder.prepare(picture.astype(np.uint8)) for picture in pictures]
    first, same, other = embedder.embed(inputs)
    assert np.allclose(first, same, atol=1e-4)
    assert np.linalg.norm(first - other) > 0.5 * np.linalg.norm(first)


def test_the_network_names_what_is_in_photos(photo_collection):
    classes = photo_collection / "imagenet_classes.tsv"
    command = [sys.executable, BENCHMARK, photo_collection / "imagenet-sample", classes]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
    assert "limit 80%" in told.stdout
