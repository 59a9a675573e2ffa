import hashlib
import json

import numpy as np
import onnx
import pytest
from onnx import helper

from lookalike import paths
from lookalike.errors import NetworkUnusable
from lookalike.networks.class_head import ClassHead
from lookalike.networks.embedder import Embedder
from lookalike.networks.manifest import read_manifest


@pytest.mark.parametrize("name", ["efficientnet-lite0", "efficientnet-lite0-int8"])
def test_the_embedding_alone_tells_the_classes_of_the_whole_network(name):
    embedder = Embedder.open(paths.shipped("models") / name, "cpu")
    inputs = np.random.default_rng(1).normal(size=(3, 3, 224, 224)).astype(np.float32)
    head = ClassHead.open(embedder.manifest)
    told = head.classify(embedder.embed(inputs).astype(np.float16))
    expected = embedder.classify(inputs)
    # The catalog keeps half precision; the int8 network rounds once more behind that.
    np.testing.assert_allclose(told, expected, atol=0.01)
    assert (told.argmax(axis=1) == expected.argmax(axis=1)).all()


def test_probabilities_of_a_row_sum_to_one(make_network):
    head = ClassHead.open(read_manifest(make_network()))
    told = head.classify(np.array([[0.1, 0.2, 0.3], [-5, 0, 0]], np.float32))
    np.testing.assert_allclose(told.sum(axis=1), 1, rtol=1e-6)
    assert told.argmax(axis=1).tolist() == [1, 0]


def test_a_network_without_classes_has_no_head(make_network):
    assert ClassHead.open(read_manifest(make_network(classes=None))) is None


def test_classes_that_depend_on_more_than_the_embedding_are_not_guessed(make_network):
    folder = make_network()
    model = onnx.load(folder / "network.onnx")
    gemm = model.graph.node[-1]
    gemm.input[0] = "flat"
    model.graph.node.insert(3, helper.make_node("Flatten", ["average"], ["flat"]))
    content = model.SerializeToString()
    (folder / "network.onnx").write_bytes(content)
    facts = json.loads((folder / "network.json").read_text("utf-8"))
    facts |= {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    (folder / "network.json").write_text(json.dumps(facts), "utf-8")
    assert ClassHead.open(read_manifest(folder)) is None


def test_numbers_that_are_not_finite_are_told(make_network):
    head = ClassHead.open(read_manifest(make_network()))
    with pytest.raises(NetworkUnusable, match="not finite"):
        head.classify(np.array([[np.inf, 0, 0]], np.float32))
