import importlib
import json
import subprocess
import sys
from types import ModuleType

import pytest

from lookalike import paths

SOURCE = paths.shipped("models") / "efficientnet-lite0"
COMMITTED = paths.shipped("models") / "efficientnet-lite0-int8"


@pytest.fixture
def script() -> ModuleType:
    return importlib.import_module("efficientnet_lite0_int8")


def test_the_script_and_the_committed_files_agree(scripts, tmp_path):
    command = [sys.executable, scripts / "efficientnet_lite0_int8.py", "--to", tmp_path]
    subprocess.run(command, check=True, capture_output=True)
    made = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    committed = {file.name: file.read_bytes() for file in COMMITTED.iterdir()}
    del committed["LICENSE"]
    assert made.keys() == committed.keys()
    assert all(made[name] == committed[name] for name in made)


def test_other_ranges_make_another_network(script):
    network = (SOURCE / "network.onnx").read_bytes()
    facts = json.loads((SOURCE / "network.json").read_text("utf-8"))
    wider = {tensor: (2 * low, 2 * high) for tensor, (low, high) in script.read_ranges().items()}
    made, manifest = script.export(network, facts, wider)
    assert made != (COMMITTED / "network.onnx").read_bytes()
    assert manifest != (COMMITTED / "network.json").read_text("utf-8")


def test_every_clip_keeps_its_limits(script):
    graph = importlib.import_module("onnx").load(SOURCE / "network.onnx").graph
    ranges = script.read_ranges()
    clipped = [node.output[0] for node in graph.node if node.op_type == "Clip"]
    assert len(clipped) == 33
    assert all(ranges[tensor][0] == 0 and 0 < ranges[tensor][1] <= 6 for tensor in clipped)
