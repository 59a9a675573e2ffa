"""`lookalike layers`: what it lists, which pictures it writes, and what it refuses."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from lookalike import __main__ as program
from lookalike import paths

MODES = ["maps", "saliency", "deconv", "guided", "occlusion"]
LAYERS = [
    {"name": "pixels", "channels": 3, "height": 16, "width": 16},
    {"name": "stem", "channels": 4, "height": 8, "width": 8},
    {"name": "block", "channels": 5, "height": 4, "width": 4},
    {"name": "pool1", "channels": 5, "height": 1, "width": 1},
    {"name": "classes", "channels": 3, "height": 1, "width": 1},
]


@pytest.fixture(autouse=True)
def network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make_cnn) -> Path:
    """The tiny network in place of the shipped one, nobody's settings, and no library."""
    network = make_cnn("models/efficientnet-lite0", name="efficientnet-lite0")
    monkeypatch.setattr(paths, "shipped", lambda _: network.parent)
    monkeypatch.setattr(paths, "settings_file", lambda: tmp_path / "settings.json")
    monkeypatch.setattr(paths, "library_dir", lambda: tmp_path / "own" / "library")
    return network


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    pixels = np.random.default_rng(0).integers(0, 256, (40, 60, 3), np.uint8)
    Image.fromarray(pixels).save(tmp_path / "photo.png")
    return tmp_path / "photo.png"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):
    """Runs `lookalike layers`; returns exit code, stdout and stderr."""

    def run_(*arguments: object) -> tuple[int, str, str]:
        try:
            code = program.main(["layers", *map(str, arguments)])
        except SystemExit as ended:
            code = int(ended.code or 0)
        return (code, *capsys.readouterr())

    return run_


def pictures(folder: Path) -> dict[str, np.ndarray]:
    told = {}
    for file in folder.iterdir():
        with Image.open(file) as image:
            assert image.format == "PNG"
            told[file.name] = np.asarray(image.convert("RGB"))
    return told


def test_the_layers_are_listed_from_pixels_to_classes(run, photo, tmp_path: Path):
    code, out, _ = run(photo, "--json")
    assert (code, json.loads(out)) == (0, {"layers": LAYERS})
    code, out, _ = run(photo)
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == [layer["name"] for layer in LAYERS]
    assert out.splitlines()[1].endswith("4 × 8 × 8")
    assert json.loads(run(photo, "--json", "--layer", "block")[1]) == {"layers": LAYERS[2:3]}
    assert not (tmp_path / "own").exists(), "it needs no library"


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("what", [(), ("--layer", "block"), ("--layer", "block", "--unit", "2")])
def test_each_mode_writes_pictures_that_show_something(run, photo, tmp_path: Path, mode, what):
    folder = tmp_path / "slides"
    code, out, err = run(photo, *what, "--mode", mode, "-o", folder, "--json")
    assert code == 0, err
    told = json.loads(out)["files"]
    assert {Path(file).name for file in told} == set(pictures(folder))
    assert {Path(file).parent for file in told} == {folder}
    for name, pixels in pictures(folder).items():
        assert min(pixels.shape[:2]) >= 600, name
        assert pixels.std() > 1, name


def test_a_folder_alone_asks_for_maps_and_prints_the_files(run, photo, tmp_path: Path):
    code, out, _ = run(photo, "-o", tmp_path / "slides")
    assert code == 0
    assert out.split() == [str(tmp_path / "slides" / f"{each['name']}.png") for each in LAYERS]


def test_nothing_is_written_over(run, photo, tmp_path: Path):
    mine = tmp_path / "block.png"
    mine.write_text("mine")
    for name in ("block (2).png", "block (3).png"):
        code, out, _ = run(photo, "--layer", "block", "-o", tmp_path, "--json")
        assert (code, json.loads(out)) == (0, {"files": [str(tmp_path / name)]})
    assert mine.read_text() == "mine"


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        (["--layer", "blokc"], 'no layer "blokc". It has'),
        (["--layer", "block", "--unit", "5"], "no unit 5. Its units are 0 to 4"),
        (["--layer", "block", "--unit", "-1"], "no unit -1"),
        (["--unit", "1"], "A unit is one of a layer. Say which layer, with --layer"),
        (["--mode", "maps"], "with -o DIR"),
        (["--layer", "pixels", "--mode", "guided", "-o", "{folder}"], "No way leads back"),
        (["--network", "nothing"], 'There is no network "nothing"'),
        (["--network", "{folder}/none.onnx"], "none.onnx"),
        (["--network", "{photo}.onnx"], "photo.png.onnx"),
        (["-o", "{photo}"], "no folder to write into"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(run, photo, tmp_path: Path, what, sentence):
    photo.with_name("photo.png.onnx").write_bytes(photo.read_bytes())
    asked = [each.format(folder=tmp_path / "slides", photo=photo) for each in what]
    code, out, err = run(photo, *asked)
    assert (code, out) == (1, "")
    assert sentence in err
    assert "Traceback" not in err


def test_what_is_no_picture_is_a_sentence(run, tmp_path: Path):
    (tmp_path / "notes.png").write_text("notes")
    for name in ("notes.png", "none.png"):
        code, _, err = run(tmp_path / name)
        assert code == 1
        assert name in err


def test_a_mode_that_is_none_is_a_matter_of_usage(run, photo, tmp_path: Path):
    code, _, err = run(photo, "--mode", "all", "-o", tmp_path)
    assert code == 2
    assert "maps" in err


def test_any_network_in_a_file_is_looked_into(run, photo, network: Path, tmp_path: Path):
    file = network / "network.onnx"
    told = json.loads(run(photo, "--network", file, "--json")[1])["layers"]
    assert [each["channels"] for each in told] == [3, 4, 5, 5, 3]
    code, _, err = run(photo, "--network", file, "--mode", "guided", "-o", tmp_path / "slides")
    assert code == 0, err
    assert len(pictures(tmp_path / "slides")) == 5


@pytest.mark.parametrize(
    ("name", "layers"),
    [
        ("cifar10_ImageClassifier.onnx", {"classes": (10, 1, 1), "pixels": (3, 32, 32)}),
        ("mobilenet_v2_128_0.5.onnx", {"classes": (2, 1, 1), "pixels": (3, 128, 128)}),
        ("mobilenetv2-12-qdq.onnx", {"classes": (1000, 1, 1), "conv35": (1280, 7, 7)}),
    ],
)
def test_networks_of_other_programs_are_looked_into(
    run, photo, photo_collection: Path, tmp_path: Path, name, layers
):
    file = photo_collection / "networks" / name
    told = json.loads(run(photo, "--network", file, "--json")[1])["layers"]
    sizes = {each["name"]: (each["channels"], each["height"], each["width"]) for each in told}
    assert layers.items() <= sizes.items()
    code, _, err = run(photo, "--network", file, "--mode", "saliency", "-o", tmp_path / "slides")
    assert code == 0, err
    assert all(pixels.std() > 1 for pixels in pictures(tmp_path / "slides").values())


def test_a_network_for_grey_pictures_is_told_to_be_one(run, photo, photo_collection: Path):
    code, _, err = run(photo, "--network", photo_collection / "networks" / "mnist.onnx")
    assert code == 1
    assert "it is for grey pictures" in err


def test_it_works_without_qt():
    told = "import sys, lookalike.cli.layers_command\nprint('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
