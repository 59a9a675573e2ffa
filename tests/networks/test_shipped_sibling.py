"""The int8 network that comes with the program stands in for the default one."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort
import pytest
from onnx import numpy_helper

from lookalike import paths
from lookalike.imaging.decode import decode_photo, read_file
from lookalike.networks.embedder import Embedder
from lookalike.networks.manifest import Manifest, read_manifest, verify
from lookalike.networks.space import embedding_space

FOLDER = paths.shipped("models") / "efficientnet-lite0-int8"
SIBLING = paths.shipped("models") / "efficientnet-lite0"
SAMPLES = paths.shipped("resources") / "sample-photos"
BENCHMARK = Path(__file__).parent.parent / "benchmarks" / "network_accuracy.py"


@pytest.fixture(scope="module")
def manifest() -> Manifest:
    return read_manifest(FOLDER)


@pytest.fixture(scope="module")
def graph() -> onnx.GraphProto:
    return onnx.shape_inference.infer_shapes(onnx.load(FOLDER / "network.onnx")).graph


@pytest.fixture(scope="module")
def answers() -> list[tuple[np.ndarray, np.ndarray]]:
    """Embeddings and probabilities of the sample photos, by the default network and by this."""
    sizes_px = {"shortest_side_px": 224, "longest_side_px": 384}
    photos = [decode_photo(read_file(file), **sizes_px) for file in sorted(SAMPLES.glob("*.jpg"))]
    answers = []
    for folder in (SIBLING, FOLDER):
        embedder = Embedder.open(folder, "cpu")
        inputs = [embedder.prepare(photo.pixels) for photo in photos]
        answers.append((embedder.embed(inputs), embedder.classify(inputs)))
    return answers


def cosines(some: np.ndarray, others: np.ndarray) -> np.ndarray:
    """One per row."""
    lengths = np.linalg.norm(some, axis=1) * np.linalg.norm(others, axis=1)
    return (some * others).sum(axis=1) / lengths


def test_the_file_is_the_one_that_the_manifest_names(manifest):
    verify(manifest)
    assert manifest.name == FOLDER.name


def test_but_for_its_numbers_it_is_the_default_network(manifest):
    sibling = read_manifest(SIBLING)
    assert manifest.sibling_of == sibling.name
    own = {"folder": SIBLING, "name": sibling.name, "title": sibling.title, "sibling_of": None}
    file = {"file": sibling.file, "sha256": sibling.sha256, "size_bytes": sibling.size_bytes}
    assert replace(manifest, **own, **file) == sibling


def test_its_embeddings_are_a_space_of_their_own(manifest):
    assert embedding_space(manifest).key != embedding_space(read_manifest(SIBLING)).key


def test_it_is_a_third_of_the_size(manifest):
    assert manifest.size_bytes < read_manifest(SIBLING).size_bytes / 3


def test_embeddings_are_close_to_those_of_the_default_network(answers):
    (exact, _), (near, _) = answers
    assert near.shape == (len(list(SAMPLES.glob("*.jpg"))), 1280)
    assert cosines(exact, near).mean() > 0.98
    assert cosines(exact, near).min() > 0.9  # pictures of nothing but gravel


def test_centred_embeddings_are_close_too(answers, manifest):
    # What all photos share would hide a difference.
    (exact, _), (near, _) = answers
    centre = np.array(manifest.embedding.centre, np.float32)
    assert cosines(exact - centre, near - centre).mean() > 0.97


def test_what_is_in_a_photo_hardly_ever_changes(answers):
    (_, exact), (_, near) = answers
    assert (exact.argmax(axis=1) == near.argmax(axis=1)).mean() >= 0.8


def test_every_layer_is_in_the_graph_with_the_stated_size(manifest, graph):
    declared = {
        value.name: tuple(size.dim_value for size in value.type.tensor_type.shape.dim)[1:]
        for value in graph.value_info
    }
    for layer in manifest.layers:
        assert declared[layer.tensor] == (layer.channels, layer.height, layer.width), layer.name


def test_no_two_weights_overflow_on_processors_without_vnni(graph):
    # AVX2 adds the products of two neighbouring weights with uint8 values into 16 bits.
    kernels = [
        numpy_helper.to_array(one).astype(int)
        for one in graph.initializer
        if one.name.endswith("weight.int8")
    ]
    summed = [kernel for kernel in kernels if kernel.ndim == 2 or kernel.shape[1] > 1]
    assert (len(kernels), len(summed)) == (49, 33)
    for kernel in summed:
        rows = np.moveaxis(kernel, 1, -1).reshape(len(kernel), -1)
        pairs = np.pad(rows, ((0, 0), (0, rows.shape[1] % 2))).reshape(len(kernel), -1, 2)
        for side in (pairs, -pairs):
            assert np.maximum(side, 0).sum(axis=2).max() * 255 <= 32767


def test_the_runtime_counts_in_whole_numbers_behind_the_first_convolution(tmp_path):
    options = ort.SessionOptions()
    options.optimized_model_filepath = str(tmp_path / "optimized.onnx")
    options.log_severity_level = 4
    ort.InferenceSession(FOLDER / "network.onnx", options, providers=["CPUExecutionProvider"])
    nodes = onnx.load(tmp_path / "optimized.onnx").graph.node
    first, *others = [node.op_type for node in nodes if "Conv" in node.op_type]
    assert first != "QLinearConv"
    assert others == ["QLinearConv"] * 48


def test_the_shipped_folder_holds_nothing_that_could_run():
    kinds = {file.name if not file.suffix else file.suffix for file in FOLDER.iterdir()}
    assert kinds == {".onnx", ".json", ".txt", "LICENSE"}


def test_it_names_what_is_in_photos(photo_collection):
    classes = photo_collection / "imagenet_classes.tsv"
    photos = photo_collection / "imagenet-sample"
    command = [sys.executable, BENCHMARK, photos, classes, "--network", FOLDER.name]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
    assert "int8" in told.stdout
