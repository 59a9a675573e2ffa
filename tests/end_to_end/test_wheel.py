"""What is in the wheel: the package, the default network and the resources, and nothing else."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", folder, CHECKOUT],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    [wheel] = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as opened:
        return opened.namelist()


@pytest.mark.parametrize(
    "name",
    [
        "lookalike/__main__.py",
        "lookalike/gui/app.py",
        "lookalike/py.typed",
        "lookalike/models/efficientnet-lite0/network.onnx",
        "lookalike/models/efficientnet-lite0/network.json",
        "lookalike/models/efficientnet-lite0/LICENSE",
        "lookalike/models/efficientnet-lite0-int8/network.onnx",
        "lookalike/models/efficientnet-lite0-int8/network.json",
        "lookalike/models/efficientnet-lite0-int8/LICENSE",
        "lookalike/resources/icons/lookalike.svg",
        "lookalike/resources/styles/lookalike.qss",
        "lookalike/resources/sample-photos/README.md",
    ],
)
def test_what_the_program_needs_is_in_the_wheel(names, name):
    assert name in names


def test_nothing_else_is_in_the_wheel(names):
    tops = {name.split("/")[0] for name in names}
    assert tops == {"lookalike", next(top for top in tops if top.endswith(".dist-info"))}
    assert not [name for name in names if name.endswith((".pyc", ".pth", ".pkl")) or "test" in name]


def test_both_entry_points_and_the_licences_are_told(names):
    assert any(name.endswith("entry_points.txt") for name in names)
    assert any(name.endswith("licenses/LICENSE") for name in names)
