import hashlib
import json

import numpy as np
import onnx
import pytest
from onnx import helper

from lookalike import paths
from lookalike.errors import NetworkUnusable
from lookalike.imaging.decode import decode_photo, read_file
from lookalike.networks.activations import Probe
from lookalike.networks.class_head import ClassHead
from lookalike.networks.embedder import Embedder
from lookalike.networks.manifest import read_manifest


@pytest.mark.parametrize("name", ["efficientnet-lite0", "efficientnet-lite0-int8"])
def test_the_embedding_alone_tells_the_classes_of_the_whole_network(name):
    embedder = Embedder.open(paths.shipped("models") / name, "cpu")
    files = sorted((paths.shipped("resources") / "sample-photos").glob("*.jpg"))[:20]
    inputs = [embedder.prepare(decode_photo(read_file(file)).image) for file in files]
    head = ClassHead.open(embedder.manifest)
    expected = embedder.classify(inputs)
    told_from = embedder.manifest.classes.input or embedder.manifest.embedding.output
    averages = Probe.open(embedder.manifest, [told_from], device="cpu").run(np.stack(inputs))
    # The int8 network rounds once more behind that.
    np.testing.assert_allclose(head.classify(averages[told_from]), expected, atol=0.01)
    # The embedding may look at the middle more, and the catalog keeps half precision.
    told = head.classify(embedder.embed(inputs).astype(np.float16))
    likely = expected.max(axis=1) > 0.5
    assert likely.sum() >= 3
    assert (told.argmax(axis=1) == expected.argmax(axis=1))[likely].all()


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
    facts["classes"]["input"] = "flat"
    (folder / "network.json").write_text(json.dumps(facts), "utf-8")
    told = ClassHead.open(read_manifest(folder)).classify(np.array([[0.1, 0.2, 0.3]]))
    assert told.argmax() == 1


def test_numbers_that_are_not_finite_are_told(make_network):
    head = ClassHead.open(read_manifest(make_network()))
    with pytest.raises(NetworkUnusable, match="not finite"):
        head.classify(np.array([[np.inf, 0, 0]], np.float32))
