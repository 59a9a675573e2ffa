import json
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from lookalike import paths
from lookalike.errors import NetworkUnusable
from lookalike.networks import peaks
from lookalike.networks.activations import Probe
from lookalike.networks.embedder import Embedder
from lookalike.networks.manifest import read_manifest
from lookalike.networks.network_map import MapLayer
from lookalike.networks.peaks import PeakEmbedder, PeakProbe
from lookalike.networks.provider import Provider
from lookalike.networks.session import open_session

UNITS, SIDE_PX = 5, 8
STEP = 6 / 255  # of a rounding that holds 0 to 6


def map_layer(tensor: str, channels: int = UNITS, side: int = SIDE_PX) -> MapLayer:
    return MapLayer(tensor, tensor, tensor, "block", channels, side, side, False, True, None)


LAYERS = [map_layer("scaled", 3), map_layer("map"), map_layer("embedding", UNITS, 1)]


@pytest.fixture
def float_network(make_network) -> Path:
    """A scaled picture -> convolution -> clip at 6 -> average."""
    nodes = [
        helper.make_node("Mul", ["pixels", "gain"], ["scaled"]),
        helper.make_node("Conv", ["scaled", "weight", "bias"], ["linear"], pads=[1, 1, 1, 1]),
        helper.make_node("Clip", ["linear", "zero", "six"], ["map"]),
    ]
    constants = {"zero": np.float32(0), "six": np.float32(6)}
    return rewritten(make_network("float"), nodes, constants)


@pytest.fixture
def whole_network(make_network) -> Path:
    """The same in whole numbers; that it clips is in what its rounding can hold."""
    nodes = [
        helper.make_node("Mul", ["pixels", "gain"], ["exact"]),
        *rounded("exact", "scaled"),
        *(from_whole(name) for name in ("weight", "bias")),
        helper.make_node("Conv", ["scaled", "weight", "bias"], ["linear"], pads=[1, 1, 1, 1]),
        *rounded("linear", "map"),
    ]
    weights = weights_()
    constants = {
        "scaled.scale": np.float32(1 / 32),
        "scaled.zero": np.uint8(128),
        "map.scale": np.float32(STEP),
        "map.zero": np.uint8(0),
        "weight.scale": np.float32(1 / 32),
        "weight.zero": np.int8(0),
        "weight.whole": np.round(weights["weight"] * 32).clip(-127, 127).astype(np.int8),
        "bias.scale": np.float32(1 / 1024),
        "bias.zero": np.int32(0),
        "bias.whole": np.round(weights["bias"] * 1024).astype(np.int32),
    }
    return rewritten(make_network("whole"), nodes, constants, without=("weight", "bias"))


def weights_() -> dict[str, np.ndarray]:
    random = np.random.default_rng(2)
    return {
        "gain": np.float32(1),
        "weight": random.normal(size=(UNITS, 3, 3, 3)).astype(np.float32),
        "bias": random.normal(size=UNITS).astype(np.float32),
        "classes.weight": random.normal(size=(2, UNITS)).astype(np.float32),
        "classes.bias": np.zeros(2, np.float32),
    }


def rounded(source: str, name: str) -> list[onnx.NodeProto]:
    step = [f"{name}.scale", f"{name}.zero"]
    return [
        helper.make_node("QuantizeLinear", [source, *step], [f"{name}.whole"]),
        helper.make_node("DequantizeLinear", [f"{name}.whole", *step], [name]),
    ]


def from_whole(name: str) -> onnx.NodeProto:
    told = [f"{name}.whole", f"{name}.scale", f"{name}.zero"]
    return helper.make_node("DequantizeLinear", told, [name])


def rewritten(
    folder: Path,
    nodes: Sequence[onnx.NodeProto],
    constants: dict[str, np.ndarray],
    without: Sequence[str] = (),
) -> Path:
    """The network in `folder` with these nodes in front of its average."""
    kept = {name: value for name, value in weights_().items() if name not in without}
    graph = helper.make_graph(
        [
            *nodes,
            helper.make_node("GlobalAveragePool", ["map"], ["average"]),
            helper.make_node("Flatten", ["average"], ["embedding"]),
            helper.make_node(
                "Gemm", ["embedding", "classes.weight", "classes.bias"], ["logits"], transB=1
            ),
        ],
        "network",
        [value("pixels", 3, SIDE_PX, SIDE_PX)],
        [value("embedding", UNITS), value("logits", 2)],
        [
            numpy_helper.from_array(np.asarray(each), name)
            for name, each in (kept | constants).items()
        ],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    content = model.SerializeToString()
    (folder / "network.onnx").write_bytes(content)
    facts = json.loads((folder / "network.json").read_text("utf-8"))
    facts |= {"bytes": len(content), "sha256": sha256(content).hexdigest()}
    facts["embedding"] |= {"size": UNITS}
    (folder / "network.json").write_text(json.dumps(facts), "utf-8")
    return folder


def value(name: str, *sizes: int) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", *sizes])


def pictures(count: int, side_px: int = SIDE_PX) -> np.ndarray:
    size = (count, 3, side_px, side_px)
    return np.random.default_rng(1).normal(size=size).astype(np.float32)


def greatest(folder: Path, tensors: Sequence[str], inputs: np.ndarray) -> tuple[np.ndarray, ...]:
    """Values and cells of whole maps."""
    told = Probe.open(read_manifest(folder), tensors, device="cpu").run(inputs)
    maps = [told[name].reshape(len(inputs), told[name].shape[1], -1) for name in tensors]
    return (
        np.concatenate([each.max(axis=2) for each in maps], axis=1),
        np.concatenate([each.argmax(axis=2) for each in maps], axis=1),
    )


def test_each_unit_tells_its_greatest_value_before_the_clip_and_where(float_network):
    inputs = 3 * pictures(4)
    values, cells = greatest(float_network, ["scaled", "linear", "embedding"], inputs)
    told = PeakProbe.open(read_manifest(float_network), LAYERS, device="cpu").run(inputs)
    np.testing.assert_allclose(told.values, values, rtol=1e-5)
    np.testing.assert_array_equal(told.cells, cells)
    assert (told.values[:, 3:8] > 6).any()


def test_whole_numbers_are_not_saturated_either(whole_network):
    inputs = 3 * pictures(4)
    values, _ = greatest(whole_network, ["linear"], inputs)
    told = PeakProbe.open(read_manifest(whole_network), [LAYERS[1]], device="cpu").run(inputs)
    expected = values.clip(0, 24)
    assert (expected > 7).any()
    np.testing.assert_allclose(told.values, expected, atol=0.6 * 4 * STEP)


def test_whole_numbers_that_do_not_saturate_are_told_as_they_are(whole_network):
    inputs = pictures(3)
    values, cells = greatest(whole_network, ["scaled"], inputs)
    told = PeakProbe.open(read_manifest(whole_network), [LAYERS[0]], device="cpu").run(inputs)
    np.testing.assert_array_equal(told.values, values)
    np.testing.assert_array_equal(told.cells, cells)


@pytest.mark.parametrize("network", ["float_network", "whole_network"])
def test_the_embedding_is_the_same_with_peaks_and_the_peaks_with_the_embedding(network, request):
    folder = request.getfixturevalue(network)
    inputs = 2 * pictures(5)
    vectors, told = PeakEmbedder.open_with(folder, LAYERS, "cpu").embed_with_peaks(inputs)
    np.testing.assert_allclose(vectors, Embedder.open(folder, "cpu").embed(inputs), atol=1e-6)
    alone = PeakProbe.open(read_manifest(folder), LAYERS, device="cpu").run(inputs)
    np.testing.assert_allclose(told.values, alone.values, rtol=1e-6)
    np.testing.assert_array_equal(told.cells, alone.cells)
    np.testing.assert_array_equal(told.of(3).values, told.values[3:4])


@pytest.mark.parametrize("network", ["float_network", "whole_network"])
def test_a_graph_that_looks_for_the_greatest_itself_finds_the_same(network, request, monkeypatch):
    manifest = read_manifest(request.getfixturevalue(network))
    layers = [*LAYERS, LAYERS[1]]  # asked for twice, made once
    outside = PeakProbe.open(manifest, layers, device="cpu").run(pictures(3))
    monkeypatch.setattr(peaks, "provider_without_loading", lambda _: None)
    inside = PeakProbe.open(manifest, layers, device="cpu").run(pictures(3))
    np.testing.assert_allclose(inside.values, outside.values, rtol=1e-6)
    np.testing.assert_array_equal(inside.cells, outside.cells)


class CudaSession:
    """A CPU session that says it is CUDA and notes the batches it gets."""

    def __init__(self, model: bytes) -> None:
        self._session = open_session(model, "cpu")
        self.inputs, self.outputs = self._session.inputs, self._session.outputs
        self.provider = Provider("CUDA")
        self.batches: list[int] = []

    def run(self, batch: np.ndarray, outputs: Sequence[str]) -> list[np.ndarray]:
        self.batches.append(len(batch))
        return self._session.run(batch, outputs)


def test_batches_of_a_gpu_are_filled_up_and_cut_again(float_network, monkeypatch):
    inputs = pictures(40)
    expected = PeakProbe.open(read_manifest(float_network), LAYERS, device="cpu").run(inputs)
    monkeypatch.setattr(peaks, "provider_without_loading", lambda _: None)
    made: list[CudaSession] = []

    def open_on_cuda(model: bytes, *_: object) -> CudaSession:
        made.append(CudaSession(model))
        return made[-1]

    monkeypatch.setattr("lookalike.networks.session.open_session", open_on_cuda)
    vectors, told = PeakEmbedder.open_with(float_network, LAYERS).embed_with_peaks(inputs)
    assert made[0].batches == [32, 32]
    assert len(vectors) == len(told.values) == 40
    np.testing.assert_allclose(told.values, expected.values, rtol=1e-5)
    np.testing.assert_array_equal(told.cells, expected.cells)


def test_no_pictures_have_no_peaks(float_network):
    vectors, told = PeakEmbedder.open_with(float_network, LAYERS, "cpu").embed_with_peaks([])
    assert vectors.shape == (0, UNITS)
    assert told.values.shape == told.cells.shape == (0, 3 + 2 * UNITS)


def test_what_is_not_a_number_excites_nothing(float_network):
    inputs = pictures(1)
    inputs[0, 1] = np.nan
    told = PeakProbe.open(read_manifest(float_network), LAYERS[:1], device="cpu").run(inputs)
    assert np.isneginf(told.values[0, 1])
    assert np.isfinite(told.values[0, [0, 2]]).all()


@pytest.mark.parametrize("open_", [PeakEmbedder.open_with, PeakProbe.open])
def test_a_network_without_such_a_layer_is_told_in_a_sentence(float_network, open_: Callable):
    source = float_network if open_ == PeakEmbedder.open_with else read_manifest(float_network)
    with pytest.raises(NetworkUnusable, match="no tensor nothing"):
        open_(source, [map_layer("nothing")], device="cpu")


def test_a_layer_of_another_size_is_told_in_a_sentence(float_network):
    probe = PeakProbe.open(read_manifest(float_network), [map_layer("map", 4)], device="cpu")
    with pytest.raises(NetworkUnusable, match="does not show what it should"):
        probe.run(pictures(1))


@pytest.mark.parametrize("name", ["efficientnet-lite0", "efficientnet-lite0-int8"])
def test_the_shipped_networks_tell_the_head_beyond_what_saturates_it(name):
    folder = paths.shipped("models") / name
    head = MapLayer("head", "head", "head", "head", 1280, 7, 7, False, True, None)
    inputs = 3 * pictures(2, 224)
    expected, _ = greatest(folder, ["head.linear"], inputs)
    told = PeakProbe.open(read_manifest(folder), [head], device="cpu").run(inputs)
    assert told.values.max() > 6
    if name == "efficientnet-lite0":
        np.testing.assert_allclose(told.values, expected, atol=1e-4)
    else:
        np.testing.assert_allclose(told.values, expected.clip(0, 24), atol=0.3)
