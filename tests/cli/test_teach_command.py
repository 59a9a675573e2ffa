"""`lookalike teach` and `lookalike suggest`, from labels by folder names to albums that fill."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from unittest.mock import Mock

import numpy as np
import pytest
from PIL import Image

from lookalike import __main__ as program
from lookalike import paths
from lookalike.cli import import_command
from lookalike.errors import NetworkUnusable
from lookalike.learning import curves
from lookalike.learning.choosing import choose
from lookalike.learning.methods import METHODS
from lookalike.library.labels import labelling
from lookalike.library.library import Library
from lookalike.library.teaching import teaching
from lookalike.progress import Cancelled
from lookalike.settings import Settings

COLOURS = {"red": (210, 30, 40), "blue": (30, 40, 210), "green": (40, 200, 30)}


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make_cnn) -> None:
    """The tiny network in place of the shipped one, and nobody's own settings."""
    network = make_cnn("models/efficientnet-lite0", name="efficientnet-lite0")
    monkeypatch.setattr(paths, "shipped", lambda _: network.parent)
    monkeypatch.setattr(paths, "settings_file", lambda: tmp_path / "settings.json")
    monkeypatch.setattr(paths, "library_dir", lambda: tmp_path / "own" / "library")
    # By the five units of this network most photos are copies of each other.
    monkeypatch.setattr(
        "lookalike.library.teaching.label_examples.near_duplicate_groups",
        lambda v: np.arange(len(v)),
    )


@pytest.fixture(autouse=True)
def few_methods(monkeypatch: pytest.MonkeyPatch) -> None:
    """All of them are compared in the tests of `learning`."""
    monkeypatch.setattr(teaching, "choose", partial(choose, methods=METHODS[:2]))
    monkeypatch.setattr(curves, "SEEDS", 1)


@pytest.fixture
def paint(tmp_path: Path) -> Callable[..., Path]:
    """Writes a photo of a colour with a little noise."""

    def write(name: str, colour: str, seed: int) -> Path:
        noise = np.random.default_rng(seed).integers(-20, 20, (24, 32, 3))
        pixels = np.clip(np.array(COLOURS[colour]) + noise, 0, 255).astype(np.uint8)
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(pixels).save(path)
        return path

    return write


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Callable[..., dict]:
    """The answer for programs, of a line that succeeds."""

    def answer(*arguments: object) -> dict:
        code = program.main([*map(str, arguments), "--json"])
        out, err = capsys.readouterr()
        assert code == 0, err
        return json.loads(out)

    return answer


@pytest.fixture
def labelled(tmp_path: Path, paint, told) -> Path:
    """A library of red, blue and green photos; most of the first two have those labels."""
    for seed in range(6):
        for name in COLOURS:
            paint(f"photos/{name} {seed}.png", name, seed)
    told("import", tmp_path / "photos")
    for name in ("red", "blue"):
        photos = [tmp_path / f"photos/{name} {seed}.png" for seed in range(5)]
        told("label", *photos, "--as", name)
    return tmp_path / "photos"


def test_from_labels_to_suggestions_and_albums(labelled, paint, told, tmp_path):
    for seed in range(20, 23):
        paint(f"tree/Red/{seed}.png", "red", seed)
        paint(f"tree/sea/{seed}.png", "blue", seed)
    taught = told("teach", "--test", tmp_path / "tree")
    assert taught["accuracy"] == 1
    assert taught["per_class"] == {"red": {"precision": 1, "recall": 1, "examples": 3}}
    assert (taught["test"]["photos"], taught["test"]["unknown"]) == (3, ["sea"])
    assert set(taught["held_out"]["per_class"]) == {"red", "blue"}
    assert taught["sentence"].lower().startswith(taught["method"])
    assert sum(each["chosen"] for each in taught["methods"]) == 1

    found = told("suggest", "--label", "red", "-k", "1")["suggestions"]
    assert [(Path(each["path"]).name, each["label"]) for each in found] == [("red 5.png", "red")]
    assert 0 < found[0]["probability"] <= 1

    with Library.open(paths.library_dir(), Settings()) as library:
        label = labelling.label_at(library, "red").id
        labelling.set_album(library, label, found[0]["probability"] / 2)
        paint("photos/late.png", "red", 9)
    told("import", labelled)
    with Library.open(paths.library_dir(), Settings()) as library:
        photos = library.photos(labelling.photos_in_album(library, label).tolist())
        assert "late.png" in {photo.path.name for photo in photos}


def test_for_people_the_sentence_comes_first(labelled, capsys):
    capsys.readouterr()
    assert program.main(["teach"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "of held-out examples" in lines[0]
    assert any(line.endswith("<- chosen") for line in lines)


def test_without_enough_examples_a_sentence_says_what_is_missing(tmp_path, paint, told, capsys):
    told("import", paint("photos/a.png", "red", 1).parent)
    for verb in ("teach", "suggest"):
        assert program.main([verb]) == 1
        assert "Make a label and give it to three photos" in capsys.readouterr().err


@pytest.mark.parametrize("fault", [NetworkUnusable("No network."), Cancelled()])
def test_an_import_is_told_whatever_becomes_of_albums(tmp_path, paint, told, monkeypatch, fault):
    monkeypatch.setattr(import_command, "run_albums", Mock(side_effect=fault))
    assert told("import", paint("photos/a.png", "red", 1).parent)["added"] == 1
