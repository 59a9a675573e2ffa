"""The verbs of a person's labels: `label`, `export` and `restore`."""

import csv
import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from lookalike import __main__ as program
from lookalike import paths
from lookalike.imaging.xmp import with_keywords
from lookalike.library.library import Library
from lookalike.photos import ContentHash, PhotoFacts, PhotoFile
from lookalike.settings import Settings

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's own library and settings."""
    monkeypatch.setattr(paths, "settings_file", lambda: tmp_path / "settings.json")
    monkeypatch.setattr(paths, "library_dir", lambda: tmp_path / "own" / "library")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the program; returns exit code, stdout and stderr."""

    def run_(*arguments: object) -> tuple[int, str, str]:
        try:
            code = program.main([str(argument) for argument in arguments])
        except SystemExit as ended:
            code = int(ended.code or 0)
        out, err = capsys.readouterr()
        return code, out, err

    return run_


@pytest.fixture
def told(run: Run) -> Callable[..., dict]:
    """The answer for programs, of a line that succeeds."""

    def answer(*arguments: object) -> dict:
        code, out, err = run(*arguments, "--json")
        assert code == 0, err
        return json.loads(out)

    return answer


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """Two reds and two blues, in a library: known to its catalog, which is all that labels need."""
    folder = tmp_path / "photos"
    with Library.open(paths.library_dir(), Settings()) as library, library.catalog.transaction():
        library.catalog.add_folder(folder)
        for number, name in enumerate(("red/0.png", "red/1.png", "blue/0.png", "blue/1.png")):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            Image.new("RGB", (9, 9), (number, 0, 0)).save(path)
            file = PhotoFile(path, path.stat().st_size, path.stat().st_mtime_ns)
            content = ContentHash(hashlib.sha256(path.read_bytes()).digest())
            library.catalog.write_photo(file, content, PhotoFacts(9, 9, 1, "PNG"))
    return folder


@pytest.fixture
def counts(told) -> Callable[[], dict[str, int]]:
    return lambda: {each["label"]: each["photos"] for each in told("label")["labels"]}


def test_photos_get_labels_and_lose_them(run, photos, told, counts) -> None:
    assert run("label")[1] == "There are no labels yet.\n"
    first, second = photos / "red" / "0.png", photos / "red" / "1.png"
    asked = ("label", first, second, "--as", "colours/red", "--as", "mine")
    assert told(*asked) == {
        "photos": 2,
        "labels": [{"label": "colours/red", "changed": 2}, {"label": "mine", "changed": 2}],
    }
    assert counts() == {"colours": 0, "colours/red": 2, "mine": 2}
    assert run("label")[1].splitlines()[0].split() == ["2", "colours"]
    assert "1 photo lost the label mine." in run("label", first, "--as", "mine", "--remove")[1]
    assert counts()["mine"] == 1
    assert told("label", photos / "blue", "--as", "blue")["photos"] == 2


def test_labels_are_renamed_merged_and_deleted(run, photos, counts) -> None:
    run("label", photos / "red", "--as", "red")
    run("label", photos / "blue", "--as", "blue")
    assert run("label", "--rename", "red", "Rot")[0] == 0
    assert run("label", "--merge", "blue", "Rot")[0] == 0
    assert counts() == {"Rot": 4}
    assert "4 photos had it" in run("label", "--delete", "Rot")[1]
    assert counts() == {}


def test_labels_come_from_folders_after_a_look(run, photos, told, counts) -> None:
    look = told("label", "--from-folders", photos, "--dry-run")
    assert (look["photos"], look["labels"], look["dry_run"]) == (4, {"blue": 2, "red": 2}, True)
    assert counts() == {}
    assert run("label", "--from-folders", photos)[1].endswith("4 photos were given 2 new labels.\n")
    assert counts() == {"blue": 2, "red": 2}
    assert told("label", "--from-folders", photos)["already"] == 4


def test_labels_come_from_keywords_and_tables(run, photos, told, tmp_path, counts) -> None:
    (photos / "red" / "0.png.xmp").write_bytes(with_keywords(None, [("Places", "Rome")]))
    assert told("label", "--from-keywords")["photos"] == 1
    assert told("label", "--from-keywords", photos / "blue")["photos"] == 0
    table = tmp_path / "labels.csv"
    table.write_text("path,label\nphotos/red/1.png,x\nnone.png,y\n")
    answer = told("label", "--from-csv", table)
    assert (answer["photos"], answer["unmatched"]) == (1, 1)
    assert answer["first_unmatched"] == ["line 3: none.png"]
    assert counts() == {"Places": 0, "Places/Rome": 1, "x": 1}


def test_work_is_exported_and_restored_into_another_library(run, photos, told, tmp_path) -> None:
    run("label", photos / "red", "--as", "red")
    file = tmp_path / "work.json"
    assert told("export", file) == {
        **{"file": str(file), "labels": 1, "photos": 2, "searches": 0, "folders": 1},
    }
    assert run("export", file)[1].startswith("Written to")
    elsewhere = ("--library", tmp_path / "other")
    assert told("restore", file, *elsewhere) == {
        **{"labels": 1, "given": 2, "rejected": 0, "searches": 0, "folders": 1},
        **{"unknown_photos": 2, "notes": []},
    }
    assert [each["label"] for each in told("label", *elsewhere)["labels"]] == ["red"]
    assert "had all of it already" in run("restore", file, *elsewhere)[1]


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_labels_are_written_as_lists(run, photos, told, tmp_path, kind) -> None:
    run("label", photos / "red", "--as", "red")
    run("label", photos / "blue", "--as", "blue")
    file = tmp_path / "list.txt"
    assert told("export", "--labels", kind, "-o", file, "--label", "red")["photos"] == 2
    text = file.read_text("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines())) if kind == "csv" else json.loads(text)
    assert [row["path"] for row in rows] == [str(photos / "red" / f"{n}.png") for n in range(2)]


def test_labels_are_written_into_sidecars_after_a_look(run, photos, told) -> None:
    run("label", photos / "red", "--as", "red")
    (photos / "red" / "1.png.xmp").write_text("no xmp")
    look = told("export", "--labels", "xmp", "--dry-run")
    assert (look["new"], look["unreadable"], look["written"]) == (1, 1, 0)
    assert not (photos / "red" / "0.png.xmp").exists()
    code, out, _ = run("export", "--labels", "xmp")
    assert (code, "1 sidecar written." in out, "It is damaged." in out) == (0, True, True)
    assert (photos / "red" / "0.png.xmp").exists()


@pytest.mark.parametrize("kind", ["links", "copies"])
def test_labels_become_folders_after_a_look(run, photos, told, tmp_path, kind) -> None:
    run("label", photos / "red", "--as", "colours/red")
    folder = tmp_path / "out"
    asked = ("export", "--labels", kind, "-o", folder)
    assert "There is no folder" in run(*asked)[2]
    folder.mkdir()
    assert told(*asked, "--dry-run")["planned"] == 2
    assert list(folder.iterdir()) == []
    assert f"2 {kind} made in" in run(*asked)[1]
    made = folder / "colours" / "red" / "0.png"
    assert made.samefile(photos / "red" / "0.png") is (kind == "links")
    answer = told(*asked)
    assert (answer["there_already"], answer["done"], answer["failed"]) == (2, 0, [])


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["label", "none.png", "--as", "x"], "is not in the library"),
        (["label", "photos/red", "--as", "x/"], "needs a name"),
        (["label", "photos/red", "--as", "none", "--remove"], 'no label "none"'),
        (["label", "--rename", "none", "x"], 'no label "none"'),
        (["label", "--from-folders", "nowhere"], "has no photos in"),
        (["label", "--from-csv", "nowhere.csv"], "cannot be read"),
        (["export", "nowhere/work.json"], "cannot be written"),
        (["export", "--labels", "csv", "-o", "nowhere/list.csv"], "cannot be written"),
        (["export", "--labels", "csv", "-o", "list.csv", "--label", "x"], 'no label "x"'),
        (["export", "--labels", "xmp", "-o", "nowhere"], "There is no folder"),
        (["export", "--labels", "copies", "-o", "own/library"], "belongs to the library"),
        (["restore", "nowhere.json"], "There is no file"),
        (["restore", "photos/red/0.png"], "no text of JSON"),
    ],
)
def test_faults_are_sentences_and_change_nothing(
    run, photos, tmp_path, monkeypatch, counts, arguments, sentence
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = run(*arguments)
    assert (code, out) == (1, "")
    assert sentence in err
    assert counts() == {}


@pytest.mark.parametrize(
    "arguments",
    [
        ["label", "a.png"],
        ["label", "--as", "x"],
        ["label", "a.png", "--as", "x", "--delete", "y"],
        ["label", "--remove"],
        ["label", "--dry-run"],
        ["label", "--rename", "x"],
        ["label", "--delete", "x", "--from-csv", "a.csv"],
        ["export"],
        ["export", "a.json", "--labels", "csv", "-o", "b.csv"],
        ["export", "a.json", "--dry-run"],
        ["export", "--labels", "csv"],
        ["export", "--labels", "csv", "-o", "a.csv", "--dry-run"],
        ["export", "--labels", "taste", "-o", "a"],
        ["restore"],
    ],
)
def test_a_line_that_makes_no_sense_is_usage(run, arguments) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert "usage" in err


def test_a_label_does_not_command_the_terminal(run, photos, tmp_path) -> None:
    """The name of a label is a line of text; what a file says is in the way may be anything."""
    (tmp_path / "labels.csv").write_text("path,label\n\x1b[2J.png,x\n")
    out = run("label", "--from-csv", tmp_path / "labels.csv")[1]
    assert "\x1b" not in out
    assert r"\x1b[2J.png" in out
