"""What every test may use."""

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import settings
from onnx import TensorProto, helper, numpy_helper

# A machine that is busy or has a slow disk makes no test fail.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

SIDE_PX, CNN_SIDE_PX = 8, 16
MakeNetwork = Callable[..., Path]


@pytest.fixture
def forget_looks() -> Callable[..., None]:
    """Leaves a library as one whose photos came in before an import looked at them by hand."""

    def forget(library: Any, *names: str) -> None:
        for stored in library.catalog.spaces():
            if stored.space.name in (names or ("colour", "shape", "pixels")):
                library.catalog.forget_space(stored.space)
                library.indexes.discard_if_ahead(stored.space)

    return forget


@pytest.fixture(scope="session")
def photo_collection() -> Path:
    """The folder of real photos and odd files that the figures are measured on."""
    beside = Path(__file__).parent.parent.parent / "shared" / "data"
    folder = Path(os.environ.get("LOOKALIKE_TEST_PHOTOS", beside))
    if not folder.is_dir():
        pytest.skip("no photo collection: set LOOKALIKE_TEST_PHOTOS to its folder")
    return folder


@pytest.fixture
def read_only(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Path], None]]:
    """Takes the right to write from a folder and its files until the test ends.

    An administrator may write anywhere, so what asks the system is answered here as well.
    """
    closed: list[Path] = []
    ask = os.access

    def close(folder: Path) -> None:
        closed.append(folder)
        for path in (*folder.rglob("*"), folder):
            path.chmod(path.stat().st_mode & ~0o222)

    def answer(path: os.PathLike[str] | str, mode: int, **how: bool) -> bool:
        inside = any(Path(path).is_relative_to(folder) for folder in closed)
        return not (inside and mode & os.W_OK) and ask(path, mode, **how)

    monkeypatch.setattr(os, "access", answer)
    yield close
    for folder in closed:
        for path in (folder, *folder.rglob("*")):
            path.chmod(path.stat().st_mode | 0o200)


@pytest.fixture
def make_network(tmp_path: Path) -> MakeNetwork:
    """Writes a network whose embedding is each channel's mean, and changes its facts as asked."""

    def make(folder: str = "tiny", *, gain: float = 1.0, **changed: Any) -> Path:
        place = tmp_path / folder
        place.mkdir(parents=True)
        network = _graph(gain).SerializeToString()
        facts = _facts(network) | changed
        (place / "network.onnx").write_bytes(network)
        (place / "classes.txt").write_text("dark\nbright\n", "utf-8")
        (place / "network.json").write_text(json.dumps(facts), "utf-8")
        return place

    return make


@pytest.fixture
def make_cnn(make_network: MakeNetwork) -> MakeNetwork:
    """As `make_network`, of a network with two convolutions, a ceiling and three classes.

    Its layers are `stem` (4 × 8 × 8, held at 1) and `block` (5 × 4 × 4), of which the embedding
    is the average.
    """

    def make(folder: str = "cnn", **changed: Any) -> Path:
        network = _cnn().SerializeToString()
        place = make_network(folder, **_facts_of_cnn(network) | changed)
        (place / "network.onnx").write_bytes(network)
        (place / "classes.txt").write_text("cat\ndog\nred fox\n", "utf-8")
        return place

    return make


def _cnn():
    draw = np.random.default_rng(5).normal
    shapes = {"stem.w": (4, 3, 3, 3), "stem.b": (4,), "block.w": (5, 4, 3, 3), "block.b": (5,)}
    shapes |= {"head.w": (3, 5), "head.b": (3,)}
    weights = {name: 0.4 * draw(size=shape) for name, shape in shapes.items()}
    weights |= {"floor": np.array(0), "ceiling": np.array(1)}
    half = {"strides": [2, 2], "pads": [1, 1, 1, 1]}
    nodes = [
        helper.make_node("Conv", ["pixels", "stem.w", "stem.b"], ["stem.linear"], **half),
        helper.make_node("Clip", ["stem.linear", "floor", "ceiling"], ["stem"]),
        helper.make_node("Conv", ["stem", "block.w", "block.b"], ["block.linear"], **half),
        helper.make_node("Relu", ["block.linear"], ["block"]),
        helper.make_node("GlobalAveragePool", ["block"], ["average"]),
        helper.make_node("Flatten", ["average"], ["embedding"]),
        helper.make_node("Gemm", ["embedding", "head.w", "head.b"], ["logits"], transB=1),
    ]
    graph = helper.make_graph(
        nodes,
        "cnn",
        [_value("pixels", 3, CNN_SIDE_PX, CNN_SIDE_PX)],
        [_value("embedding", 5), _value("logits", 3)],
        [numpy_helper.from_array(np.float32(told), name) for name, told in weights.items()],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def _facts_of_cnn(network: bytes) -> dict[str, Any]:
    facts = _facts(network)
    layers = [("stem", "stem", None, 4, 8), ("block", "block", 0, 5, 4)]
    return facts | {
        "name": "cnn",
        "title": "Tiny CNN",
        "input": facts["input"] | {"size": CNN_SIDE_PX},
        "embedding": {"output": "embedding", "layer": "block", "pooling": "average", "size": 5},
        "classes": {"output": "logits", "count": 3, "file": "classes.txt"},
        "layers": [
            {"name": name, "tensor": name, "kind": kind, "block": block, "channels": channels}
            | {"height": side, "width": side}
            for name, kind, block, channels, side in layers
        ],
    }


def _graph(gain: float):
    weights = {
        "gain": np.float32(gain),
        "weight": np.array([[-1, -1, -1], [1, 1, 1]], np.float32),
        "bias": np.zeros(2, np.float32),
    }
    nodes = [
        helper.make_node("Mul", ["pixels", "gain"], ["map"]),
        helper.make_node("GlobalAveragePool", ["map"], ["average"]),
        helper.make_node("Flatten", ["average"], ["embedding"]),
        helper.make_node("Gemm", ["embedding", "weight", "bias"], ["logits"], transB=1),
    ]
    graph = helper.make_graph(
        nodes,
        "tiny",
        [_value("pixels", 3, SIDE_PX, SIDE_PX)],
        [_value("embedding", 3), _value("logits", 2)],
        [numpy_helper.from_array(values, name) for name, values in weights.items()],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def _value(name: str, *sizes: int):
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", *sizes])


def _facts(network: bytes) -> dict[str, Any]:
    return {
        "name": "tiny",
        "title": "Tiny",
        "file": "network.onnx",
        "sha256": hashlib.sha256(network).hexdigest(),
        "bytes": len(network),
        "licence": "Apache-2.0",
        "source": "made in a test",
        "input": {
            "name": "pixels",
            "size": SIDE_PX,
            "layout": "NCHW",
            "channels": "RGB",
            "mean": [127, 127, 127],
            "scale": [1 / 128, 1 / 128, 1 / 128],
            "resize": {"rule": "squash", "filter": "bicubic"},
        },
        "embedding": {"output": "embedding", "layer": "map", "pooling": "average", "size": 3},
        "classes": {"output": "logits", "count": 2, "file": "classes.txt"},
        "layers": [
            {"name": "map", "tensor": "map", "block": None, "kind": "stem", "channels": 3}
            | {"height": SIDE_PX, "width": SIDE_PX}
        ],
    }
