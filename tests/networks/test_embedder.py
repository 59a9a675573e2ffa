import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest

from lookalike.errors import NetworkUnusable
from lookalike.networks.embedder import Embedder
from lookalike.networks.manifest import read_manifest
from lookalike.networks.provider import Provider
from lookalike.networks.session import open_session
from lookalike.networks.space import embedding_space


@pytest.fixture
def embedder(make_network):
    return Embedder.open(make_network(), "cpu")


class CudaSession:
    """A CPU session that says it is CUDA and notes the batches it gets."""

    def __init__(self, file) -> None:
        self._session = open_session(file, "cpu")
        self.inputs, self.outputs = self._session.inputs, self._session.outputs
        self.provider = Provider("CUDA")
        self.batches = []

    def run(self, batch, outputs):
        self.batches.append(len(batch))
        return self._session.run(batch, outputs)


def pictures(count: int) -> list[np.ndarray]:
    """Plain pictures of rising brightness."""
    return [np.full((5, 7, 3), 10 * number, np.uint8) for number in range(count)]


def values(count: int) -> np.ndarray:
    return np.array([[(10 * number - 127) / 128] * 3 for number in range(count)], np.float32)


def test_pictures_become_one_row_each(embedder):
    prepared = [embedder.prepare(picture) for picture in pictures(7)]
    embeddings = embedder.embed(prepared)
    assert embeddings.dtype == np.float32
    np.testing.assert_allclose(embeddings, values(7), atol=1e-6)


def test_a_stack_and_a_list_are_the_same(embedder):
    prepared = [embedder.prepare(picture) for picture in pictures(3)]
    np.testing.assert_array_equal(embedder.embed(np.stack(prepared)), embedder.embed(prepared))


def test_no_pictures_make_no_rows(embedder):
    assert embedder.embed([]).shape == (0, 3)
    assert embedder.classify([]).shape == (0, 2)


def test_probabilities_are_in_the_order_of_the_class_names(embedder):
    dark, bright = (embedder.prepare(pictures(26)[number]) for number in (0, 25))
    probabilities = embedder.classify([dark, bright])
    names = embedder.manifest.classes.names
    assert [names[best] for best in probabilities.argmax(axis=1)] == ["dark", "bright"]
    np.testing.assert_allclose(probabilities.sum(axis=1), 1, rtol=1e-6)


def test_a_network_without_classes_says_so(make_network):
    embedder = Embedder.open(make_network(classes=None), "cpu")
    with pytest.raises(NetworkUnusable, match="knows no classes"):
        embedder.classify([embedder.prepare(pictures(1)[0])])


def test_threads_do_not_disturb_each_other(embedder):
    prepared = [embedder.prepare(picture) for picture in pictures(20)]
    with ThreadPoolExecutor(4) as pool:
        rows = list(pool.map(lambda one: embedder.embed([one])[0], prepared * 5))
    np.testing.assert_allclose(rows, np.tile(values(20), (5, 1)), atol=1e-6)


def test_cuda_gets_batches_of_one_size_and_the_padding_is_not_answered(make_network):
    folder = make_network()
    session = CudaSession(folder / "network.onnx")
    embedder = Embedder(read_manifest(folder), session)
    size = embedder.batch_size
    assert 32 <= size <= 128
    prepared = [embedder.prepare(picture) for picture in pictures(20)] * 5
    embeddings = embedder.embed(prepared)
    np.testing.assert_allclose(embeddings, np.tile(values(20), (5, 1)), atol=1e-6)
    assert set(session.batches) == {size}


def test_an_altered_network_is_never_loaded(make_network):
    folder = make_network()
    with (folder / "network.onnx").open("ab") as file:
        file.write(b"more")
    with pytest.raises(NetworkUnusable, match="cut short or altered"):
        Embedder.open(folder, "cpu")


@pytest.mark.parametrize(
    "changed",
    [
        {"embedding": {"output": "features", "layer": "map", "pooling": "average", "size": 3}},
        {"embedding": {"output": "embedding", "layer": "map", "pooling": "average", "size": 4}},
        {"classes": {"output": "scores", "count": 2, "file": "classes.txt"}},
    ],
)
def test_a_manifest_that_promises_what_the_graph_has_not_is_refused(make_network, changed):
    with pytest.raises(NetworkUnusable, match="has no"):
        Embedder.open(make_network(**changed), "cpu")


def test_an_input_of_another_size_is_refused(make_network):
    folder = make_network()
    manifest = read_manifest(folder)
    larger = replace(manifest, input=replace(manifest.input, size_px=9))
    with pytest.raises(NetworkUnusable, match="has no pixels"):
        Embedder(larger, open_session(manifest.file, "cpu"))


@pytest.mark.parametrize("gain", [float("nan"), float("inf")])
def test_numbers_that_are_not_finite_are_refused(make_network, gain):
    embedder = Embedder.open(make_network(gain=gain), "cpu")
    prepared = [embedder.prepare(pictures(1)[0])]
    with pytest.raises(NetworkUnusable, match="not finite"):
        embedder.embed(prepared)
    with pytest.raises(NetworkUnusable, match="not finite"):
        embedder.classify(prepared)


def test_the_space_is_called_content_and_stays_the_same(make_network, embedder):
    again = Embedder.open(make_network("elsewhere"), "cpu", threads=2)
    assert embedder.space.name == "content"
    assert embedder.space.dimensions == 3
    assert again.space.key == embedder.space.key


def test_every_fact_that_changes_an_embedding_changes_the_space(make_network):
    manifest = read_manifest(make_network())
    fed, embedding = manifest.input, manifest.embedding
    others = [
        replace(manifest, sha256="0" * 64),
        replace(manifest, embedding=replace(embedding, output="logits")),
        replace(manifest, input=replace(fed, size_px=9)),
        replace(manifest, input=replace(fed, channels="BGR")),
        replace(manifest, input=replace(fed, mean=(0.0, 0.0, 0.0))),
        replace(manifest, input=replace(fed, scale=(1.0, 1.0, 1.0))),
        replace(manifest, input=replace(fed, resize=replace(fed.resize, rule="cover"))),
        replace(manifest, input=replace(fed, resize=replace(fed.resize, filter="lanczos"))),
    ]
    keys = {embedding_space(one).key for one in (manifest, *others)}
    assert len(keys) == 1 + len(others)


def test_the_runtime_waits_until_a_network_is_opened():
    code = "import lookalike.networks.embedder, sys; sys.exit('onnxruntime' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
