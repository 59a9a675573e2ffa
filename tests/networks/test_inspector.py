"""What is inside a network for pictures, and the way back from there to the pixels."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from lookalike.errors import NetworkUnusable
from lookalike.networks import session as session_module
from lookalike.networks.activations import Probe
from lookalike.networks.backward import BackwardMode
from lookalike.networks.inspected import inspect_file, inspect_manifest
from lookalike.networks.inspector import Inspector
from lookalike.networks.manifest import read_manifest

SIDE_PX = 16
SMOOTH = 9
TENSORS = ["stem.linear", "stem", "block.linear", "block", "average", "embedding", "logits"]


@pytest.fixture
def manifest(make_cnn):
    return read_manifest(make_cnn())


@pytest.fixture
def inspector(manifest) -> Inspector:
    return Inspector(inspect_manifest(manifest), "cpu")


@pytest.fixture
def opened(monkeypatch) -> list[object]:
    """The sessions that are opened."""
    made = []
    open_ = session_module.open_session

    def open_and_note(*told):
        made.append(open_(*told))
        return made[-1]

    monkeypatch.setattr(session_module, "open_session", open_and_note)
    return made


def pictures(count: int = 1, seed: int = 0) -> np.ndarray:
    draw = np.random.default_rng(seed).normal
    return draw(size=(count, 3, SIDE_PX, SIDE_PX)).astype(np.float32)


def cotangent(inspector: Inspector, tensor: str) -> np.ndarray:
    shape = inspector.values(pictures(), tensor).shape
    return np.random.default_rng(1).normal(size=shape).astype(np.float32)


# --- values ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("tensor", TENSORS)
def test_a_tensor_shows_what_a_probe_shows_of_it(inspector, manifest, tensor):
    expected = Probe.open(manifest, [tensor], device="cpu").run(pictures(2))[tensor]
    told = inspector.values(pictures(2), tensor)
    assert told.dtype == np.float32
    np.testing.assert_allclose(told, expected, rtol=1e-5, atol=1e-6)


def test_several_tensors_come_in_the_order_they_are_asked_for(inspector):
    asked = ["logits", "stem", "block", "stem"]
    told = inspector.several_values(pictures(), asked)
    assert [each.shape for each in told] == [(1, 3), (1, 4, 8, 8), (1, 5, 4, 4), (1, 4, 8, 8)]
    assert inspector.several_values(pictures(), []) == []


def test_all_layers_are_told_by_one_session(inspector, opened):
    inspector.get_ready()
    for layer in inspector.network.layers[1:]:
        inspector.several_values(pictures(), [layer.tensor, layer.unsaturated])
    assert len(opened) == 1


@pytest.mark.parametrize("tensor", ["nothing", "stem.w", ""])
def test_a_tensor_that_is_none_is_told_in_a_sentence(inspector, tensor):
    with pytest.raises(NetworkUnusable, match="Tiny CNN has no such tensor"):
        inspector.values(pictures(), tensor)
    with pytest.raises(NetworkUnusable):
        inspector.gradient(pictures(), tensor, np.zeros((1, 3), np.float32))


def test_a_picture_of_another_size_is_told_in_a_sentence(inspector):
    with pytest.raises(NetworkUnusable):
        inspector.values(np.zeros((1, 3, 9, 9), np.float32), "stem")


# --- the way back ---------------------------------------------------------------------------------


@pytest.mark.parametrize("tensor", TENSORS)
def test_a_gradient_agrees_with_finite_differences(inspector, tensor):
    # In this picture no unit is so near to 0 or to its ceiling that a step reaches it.
    picture, along = pictures(seed=SMOOTH), pictures(seed=2)
    asked = cotangent(inspector, tensor)
    gradient = inspector.gradient(picture, tensor, asked)
    assert gradient.shape == picture.shape

    def score(step: float) -> float:
        told = inspector.values(picture + np.float32(step) * along, tensor)
        return float((told.astype(np.float64) * asked).sum())

    slope = (score(1e-3) - score(-1e-3)) / 2e-3
    assert float((gradient * along).sum()) == pytest.approx(slope, rel=0.02, abs=2e-3)


def test_the_value_comes_with_the_gradient(inspector):
    asked = cotangent(inspector, "block")
    value, gradient = inspector.value_and_gradient(pictures(), "block", asked)
    np.testing.assert_allclose(value, inspector.values(pictures(), "block"), rtol=1e-5)
    np.testing.assert_array_equal(gradient, inspector.gradient(pictures(), "block", asked))


def test_each_way_back_is_its_own(inspector):
    asked = cotangent(inspector, "block")
    ways = [inspector.gradient(pictures(), "block", asked, mode) for mode in BackwardMode]
    assert not np.allclose(ways[0], ways[1])
    assert not np.allclose(ways[1], ways[2])
    assert not np.allclose(ways[2], ways[0])


def test_an_operator_that_no_way_leads_through_is_named(draw_network, tmp_path):
    lines = """
        conv = Conv (pixels, w4x3x3x3)
        kept, places = TopK <axis = 3> (conv, count)
        map = Conv (kept, w5x4x3x3)
    """
    file = tmp_path / "net.onnx"
    drawn = draw_network(lines, "map", constants={"count": np.array([4])})
    file.write_bytes(drawn.SerializeToString())
    inspector = Inspector(inspect_file(file), "cpu")
    told = inspector.values(np.ones((1, 3, 32, 32), np.float32), "map")
    with pytest.raises(NetworkUnusable, match="TopK"):
        inspector.gradient(np.ones((1, 3, 32, 32), np.float32), "map", told)


# --- sessions -------------------------------------------------------------------------------------


def test_only_the_last_few_ways_back_are_kept(inspector, opened):
    def back(tensor: str, mode: BackwardMode = BackwardMode.GRADIENT) -> None:
        inspector.gradient(pictures(), tensor, asked[tensor], mode)

    asked = {tensor: cotangent(inspector, tensor) for tensor in ("stem", "block")}
    assert len(opened) == 1
    ways = [(tensor, mode) for tensor in asked for mode in BackwardMode]
    for tensor, mode in ways[:5]:
        back(tensor, mode)
    inspector.values(pictures(), "stem")
    assert len(opened) == 6
    back(*ways[5])
    assert len(opened) == 7
    inspector.values(pictures(), "stem")
    back(*ways[1])
    assert len(opened) == 7, "what was asked for last is kept"
    back(*ways[0])
    assert len(opened) == 8, "what was asked for first has gone"


def test_threads_that_ask_at_once_share_a_session(inspector, opened):
    with ThreadPoolExecutor(4) as threads:
        told = list(threads.map(lambda _: inspector.values(pictures(), "block"), range(8)))
    assert len(opened) == 1
    for each in told:
        np.testing.assert_array_equal(each, told[0])


def test_the_device_is_the_one_that_was_asked_for(manifest, monkeypatch):
    heard = []

    def note(content, device, threads):
        heard.append((device, threads))
        raise NetworkUnusable("No.")

    monkeypatch.setattr(session_module, "open_session", note)
    with pytest.raises(NetworkUnusable):
        Inspector(inspect_manifest(manifest), "cuda", threads=3).get_ready()
    assert heard == [("cuda", 3)]
