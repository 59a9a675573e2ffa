"""Imports point down, and each heavy library is known to one module or folder."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import lookalike

PACKAGE = Path(lookalike.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))

ROOMS = {"imaging", "networks", "descriptors", "catalog", "neighbors", "learning"}
BELOW = {
    "gui": {"library"},
    "cli": {"library"},
    "library": ROOMS,
    **{room: set() for room in ROOMS},
}
ONLY_IN = {
    "onnxruntime": "networks/session.py",
    "onnx": "networks/",
    "hnswlib": "neighbors/hnsw.py",
    "sqlite3": "catalog/",
    "PySide6": "gui/",
    "pyqtgraph": "gui/visuals/plot.py",
    "sklearn": "learning/",
    "skimage": "descriptors/",
    "PIL": ("imaging/", "networks/preprocess.py"),
    "pi_heif": "imaging/",
    "send2trash": "library/files/trash.py",
}


def imported(module: Path) -> Iterator[str]:
    """The dotted names a module imports, wherever in it."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def inside(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("module", MODULES, ids=inside)
def test_imports_point_down(module: Path):
    room = inside(module).split("/")[0]
    for name in imported(module):
        parts = name.split(".")
        if parts[0] != "lookalike" or len(parts) < 2 or parts[1] not in BELOW:
            continue
        if room in BELOW:
            assert parts[1] == room or parts[1] in BELOW[room], f"{room} imports {name}"
        else:
            assert inside(module) == "__main__.py", f"a shared value imports {name}"


@pytest.mark.parametrize("module", MODULES, ids=inside)
def test_heavy_libraries_are_known_in_one_place(module: Path):
    for name in imported(module):
        places = ONLY_IN.get(name.split(".")[0])
        assert places is None or inside(module).startswith(places), f"imports {name}"


def test_shared_values_need_no_other_library():
    for module in PACKAGE.glob("*.py"):
        outside = {name.split(".")[0] for name in imported(module)} - {"lookalike"}
        known = {"platformdirs"} if module.name == "paths.py" else set()
        assert outside <= known | set(sys.stdlib_module_names), module


def test_every_module_says_what_it_is_for():
    for module in MODULES:
        assert ast.get_docstring(ast.parse(module.read_text("utf-8"))), module


def test_folders_beside_the_package_are_no_packages():
    checkout = PACKAGE.parent.parent
    for folder in ("packaging", "models", "resources", "tests"):
        assert not list((checkout / folder).rglob("__init__.py"))
