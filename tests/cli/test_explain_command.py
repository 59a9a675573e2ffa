"""`lookalike explain`: what it answers, what it draws, and what it refuses."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from lookalike import __main__ as program
from lookalike import paths


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make_cnn) -> None:
    """The tiny network in place of the shipped one, and nobody's own settings."""
    network = make_cnn("models/efficientnet-lite0", name="efficientnet-lite0")
    monkeypatch.setattr(paths, "shipped", lambda _: network.parent)
    monkeypatch.setattr(paths, "settings_file", lambda: tmp_path / "settings.json")
    monkeypatch.setattr(paths, "library_dir", lambda: tmp_path / "own" / "library")


@pytest.fixture
def photos(tmp_path: Path) -> list[Path]:
    (tmp_path / "photos").mkdir()
    files = [tmp_path / "photos" / f"{number}.png" for number in range(4)]
    for number, file in enumerate(files):
        noise = np.random.default_rng(number).integers(0, 256, (40, 60, 3), np.uint8)
        noise[:, : 15 * number] //= 4
        Image.fromarray(noise).save(file)
    return files


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):
    def run_(*arguments: object) -> tuple[int, str, str]:
        code = program.main([*map(str, arguments)])
        return (code, *capsys.readouterr())

    return run_


@pytest.fixture
def imported(run, photos):
    assert run("import", photos[0].parent)[0] == 0
    return photos


def test_it_tells_cells_and_units_as_a_document(run, imported):
    code, out, _ = run("explain", imported[1], imported[2], "--json")
    told = json.loads(out)
    assert code == 0
    assert set(told) == {"space", "similarity", "cosine", "method", "cells", "units"}
    assert told["method"] == "exact"
    for cells in told["cells"].values():
        assert np.shape(cells) == (4, 4)
        assert np.sum(cells) == pytest.approx(told["cosine"], abs=1e-6)
    assert len(told["units"]) == 5
    assert set(told["units"][0]) == {"layer", "unit", "share"}
    assert sum(unit["share"] for unit in told["units"]) == pytest.approx(told["cosine"], abs=1e-6)


def test_it_explains_what_a_search_shows(run, imported):
    results = json.loads(run("search", imported[1], "--json")[1])["results"]
    for result in results:
        told = json.loads(run("explain", imported[1], result["path"], "--json")[1])
        assert told["cosine"] == pytest.approx(1 - result["distance"], abs=1e-5)
        assert told["similarity"] == pytest.approx(result["similarity"], abs=1e-4)


def test_neither_picture_needs_to_be_in_the_library(run, imported, tmp_path):
    for name in ("one.png", "other.png"):
        (tmp_path / name).write_bytes(imported[3].read_bytes())
    told = json.loads(run("explain", tmp_path / "one.png", tmp_path / "other.png", "--json")[1])
    assert told["cosine"] == pytest.approx(1)


def test_the_picture_is_written(run, imported, tmp_path):
    code, out, _ = run("explain", imported[1], imported[2], "-o", tmp_path / "why.png")
    assert code == 0
    assert "Exact" in out
    with Image.open(tmp_path / "why.png") as drawn:
        assert drawn.format == "PNG"
        assert drawn.width > 2 * drawn.height > 1_000


def test_another_space_is_approximate_where_it_is(run, imported, tmp_path):
    run("build", "colour")
    file = tmp_path / "why.png"
    code, out, _ = run("explain", imported[1], imported[2], "--by", "colour", "-o", file, "--json")
    told = json.loads(out)
    assert (code, told["method"], told["units"]) == (0, "occlusion", [])
    assert np.shape(told["cells"]["match"]) == (7, 7)
    assert file.exists()


def test_a_note_is_for_people_alone(run, imported):
    imported[2].write_bytes(imported[0].read_bytes())
    code, out, err = run("explain", imported[1], imported[2], "--json")
    assert code == 0
    json.loads(out)
    assert "2.png: Its file was changed" in err


@pytest.mark.parametrize("space", ["nonsense", "layer:block"])
def test_a_space_that_is_not_there_is_refused(run, imported, space):
    code, _, err = run("explain", imported[1], imported[2], "--by", space)
    assert code == 1
    assert space in err


def test_what_is_no_picture_is_refused(run, imported, tmp_path):
    assert run("explain", imported[1], tmp_path / "nothing.png")[0] == 1


def test_a_place_that_cannot_be_written_is_told(run, imported, tmp_path):
    code, _, err = run("explain", imported[1], imported[2], "-o", tmp_path / "no" / "why.png")
    assert code == 1
    assert "cannot be written" in err
