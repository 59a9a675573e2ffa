"""The verbs in this process: what they print, and with which exit code they end."""

import json
import re
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import filelock
import numpy as np
import pytest
from PIL import Image

from lookalike import __main__ as program
from lookalike import paths
from lookalike.cli import import_command, search_command
from lookalike.library.intake.import_report import ImportReport
from lookalike.library.search import localising
from lookalike.progress import Progress


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make_network) -> None:
    """The tiny network in place of the shipped one, and nobody's own settings."""
    network = make_network("efficientnet-lite0", name="efficientnet-lite0")
    monkeypatch.setattr(paths, "shipped", lambda _: network.parent)
    monkeypatch.setattr(paths, "settings_file", lambda: tmp_path / "settings.json")
    monkeypatch.setattr(paths, "library_dir", lambda: tmp_path / "own" / "library")


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    for name, colour in {"red": (220, 0, 0), "rust": (200, 40, 0), "blue": (0, 0, 220)}.items():
        (folder / name).mkdir(parents=True)
        for number in range(2):
            noise = np.random.default_rng(number).integers(0, 30, (20, 30, 3))
            pixels = np.clip(np.array(colour) + noise, 0, 255).astype(np.uint8)
            Image.fromarray(pixels).save(folder / name / f"{number}.png")
    return folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):
    """Runs the program; returns exit code, stdout and stderr."""

    def run_(*arguments: object) -> tuple[int, str, str]:
        try:
            code = program.main([str(argument) for argument in arguments])
        except SystemExit as ended:
            code = int(ended.code or 0)
        out, err = capsys.readouterr()
        return code, out, err

    return run_


def test_what_was_mended_is_told_with_nothing_that_a_terminal_obeys(run, photos, monkeypatch):
    def import_folders(*_: object, tell, **__: object) -> ImportReport:
        tell("It crashed while it read \x1b[2J.jpg. It goes on.")
        return ImportReport()

    monkeypatch.setattr(import_command, "import_folders", import_folders)
    assert r"\x1b[2J.jpg. It goes on." in run("import", photos)[2]


def test_import_tells_all_counts(run, photos):
    (photos / "broken.jpg").write_bytes(b"")
    code, out, _ = run("import", photos, "--json")
    told = json.loads(out)
    assert code == 0
    assert (told["found"], told["added"], told["provider"]) == (7, 6, "CPU")
    assert told["failed"] == [{"path": str(photos / "broken.jpg"), "reason": "it is empty"}]
    assert set(told) == {
        *("found", "added", "changed", "moved", "unchanged", "ignored", "missing", "failed"),
        *("seconds", "photos_per_second", "network", "provider", "stages"),
    }
    assert set(told["stages"]) == {"decode_s", "embed_s", "write_s", "index_s"}


def test_search_answers_nearest_first(run, photos):
    run("import", photos)
    code, out, _ = run("search", photos / "red" / "0.png", "-k", 4, "--json")
    told = json.loads(out)
    assert (code, told["space"], told["metric"]) == (0, "content", "cosine")
    assert [result["rank"] for result in told["results"]] == [1, 2, 3, 4]
    assert told["results"][0]["path"] == str(photos / "red" / "0.png")
    assert set(told["results"][0]) == {"rank", "path", "distance", "similarity", "percentile"}


def test_search_by_a_mix_tells_its_parts(run, photos):
    run("import", photos)
    run("build", "colour")
    asked = ("search", photos / "red" / "0.png", "--metric", "l1", "--json")
    code, out, _ = run(*asked, "--by", "content*3+colour")
    told = json.loads(out)
    assert (code, told["space"], told["metric"]) == (0, "content*3+colour", "l1")
    for result in told["results"]:
        parts = result["parts"]
        assert list(parts) == ["content", "colour"]
        mean = 0.75 * parts["content"] + 0.25 * parts["colour"]
        assert result["similarity"] == pytest.approx(max(0, mean), abs=2e-4)
    code, _, err = run(*asked, "--by", "content*x")
    assert code == 1
    assert "content*0.7+colour*0.3" in err
    assert "parts" not in run(*asked)[1]


def test_search_takes_every_option(run, photos):
    run("import", photos)
    code, out, _ = run(
        *("search", photos / "red" / "0.png", photos / "rust" / "0.png"),
        *("--not", photos / "blue" / "0.png", "--metric", "l1", "--exact", "--by", "content"),
        *("--min-similarity", "1%", "--in", photos / "red", "--region", "0,0,0.5,0.5", "--json"),
    )
    told = json.loads(out)
    assert (code, told["metric"]) == (0, "l1")
    assert {Path(result["path"]).parent.name for result in told["results"]} == {"red"}


def test_status_tells_what_the_library_holds(run, photos):
    run("import", photos)
    code, out, _ = run("status", "--json")
    told = json.loads(out)
    assert code == 0
    assert (told["photos"], told["failed"], told["missing"]) == (6, 0, 0)
    assert told["folders"] == [str(photos)]
    assert told["spaces"][0] == {"name": "content", "dimensions": 3, "count": 6, "indexed": 6}
    by_hand = [(space["name"], space["count"], space["indexed"]) for space in told["spaces"][1:]]
    assert by_hand == [("colour", 6, 0), ("shape", 6, 0), ("pixels", 6, 0)]
    run("search", photos / "red" / "0.png", "--by", "colour")
    out = run("status")[1]
    assert "colour: 6 vectors of 256 numbers, all in the index" in out
    assert "shape: 6 vectors of 900 numbers, put in an index by the first search" in out
    assert told["bytes"] > 10_000


def test_evaluate_measures_a_tree(run, photos):
    code, out, _ = run("evaluate", photos, "--json")
    told = json.loads(out)["spaces"]["content"]
    assert (code, told["queries"]) == (0, 6)
    figures = {"precision_at_1", "precision_at_10", "mean_average_precision", "queries"}
    assert set(told) == figures | {"metrics"}
    assert told["mean_average_precision"] > 0.5


def test_evaluate_tells_each_metric_in_detail(run, photos):
    out = run("evaluate", photos, "--metric", "l1", "--metric", "cosine", "--json")[1]
    told = json.loads(out)["spaces"]["content"]
    details = told["metrics"]
    assert list(details) == ["l1", "cosine"]
    assert told["mean_average_precision"] == details["l1"]["mean_average_precision"]
    low, high = details["cosine"]["intervals"]["precision_at_1"]
    assert 0 <= low <= details["cosine"]["precision_at_1"] <= high <= 1
    assert [recall for recall, _ in details["l1"]["precision_by_recall"]] == [
        0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1
    ]  # fmt: skip
    assert {each["queries"] for each in details["l1"]["classes"].values()} == {2}
    assert set(details["l1"]["classes"]) == {"red", "rust", "blue"}
    assert "content (l1): P@1" in run("evaluate", photos, "--metric", "l1")[1]


def test_evaluate_names_the_photos_that_find_the_least(run, photos):
    red = (photos / "red" / "0.png").read_bytes()
    (photos / "blue" / "stray.png").write_bytes(red)
    told = json.loads(run("evaluate", photos, "--json")[1])["spaces"]["content"]["metrics"]
    worst = told["cosine"]["worst"][0]
    assert (Path(worst["path"]).name, worst["class"]) == ("stray.png", "blue")
    assert "red" in {found["class"] for found in worst["found"]}
    assert "stray.png (average precision" in run("evaluate", photos, "--worst", 1)[1]
    assert "stray" not in run("evaluate", photos)[1]


def test_evaluate_asks_with_the_photos_of_another_folder(run, photos, tmp_path):
    (tmp_path / "asked" / "red").mkdir(parents=True)
    (tmp_path / "asked" / "red" / "new.png").write_bytes((photos / "red" / "0.png").read_bytes())
    told = json.loads(run("evaluate", photos, "--queries", tmp_path / "asked", "--json")[1])
    assert told["spaces"]["content"]["queries"] == 1
    assert told["spaces"]["content"]["precision_at_1"] == 1


def test_answers_for_people_name_the_photos(run, photos):
    assert "6 added" in run("import", photos)[1]
    assert "6 unchanged" in run("import", photos)[1]
    assert "100.0%" in run("search", photos / "red" / "0.png")[1]
    assert "6 ready" in run("status")[1]
    assert "P@10" in run("evaluate", photos)[1]


def test_what_a_picture_should_not_look_like_changes_the_answer(run, photos):
    run("import", photos)
    asked = ("search", photos / "rust" / "0.png", photos / "blue" / "0.png", "-k", 2, "--json")

    def folders(*more: object) -> set[str]:
        found = json.loads(run(*asked, *more)[1])["results"]
        return {Path(result["path"]).parent.name for result in found}

    assert folders("--not", photos / "blue" / "0.png") != folders("--not", photos / "red" / "0.png")


@pytest.mark.parametrize("exact", [False, True])
def test_exact_is_handed_on(run, photos, monkeypatch, exact):
    run("import", photos)
    asked: list[bool] = []

    def search(*given, **chosen):
        asked.append(chosen["exact"])
        return localising.search_by_parts(*given, **chosen)

    monkeypatch.setattr(search_command, "search_by_parts", search)
    run("search", photos / "red" / "0.png", *(["--exact"] if exact else []))
    assert asked == [exact]


def test_what_is_excluded_does_not_come_in(run, photos):
    told = json.loads(run("import", photos, "--json", "--exclude", "blue", "--exclude", "1.png")[1])
    assert told["added"] == 2


def test_what_is_excluded_is_not_evaluated(run, photos):
    told = json.loads(run("evaluate", photos, "--exclude", "blue", "--json")[1])
    assert told["spaces"]["content"]["queries"] == 4


@pytest.mark.parametrize("folder", ["red", "./red", "../photos/red", "blue/../red/"])
def test_a_relative_folder_to_search_in_is_the_one_that_came_in(run, photos, monkeypatch, folder):
    run("import", photos)
    monkeypatch.chdir(photos)
    code, out, _ = run("search", "blue/0.png", "--in", folder, "--json")
    found = {Path(result["path"]) for result in json.loads(out)["results"]}
    assert (code, found) == (0, {photos / "red" / "0.png", photos / "red" / "1.png"})


@pytest.mark.parametrize("folder", ["nowhere", "..", "."])
def test_a_folder_to_search_in_that_the_library_does_not_know_is_told(
    run, photos, monkeypatch, tmp_path, folder
):
    run("import", photos)
    (tmp_path / "others" / "inner").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "others" / "inner")
    code, out, err = run("search", photos / "red" / "0.png", "--in", folder)
    assert (code, out) == (1, "")
    assert "has no photo" in err


def test_one_other_file_is_told_as_one(run, photos):
    (photos / "notes.txt").write_text("")
    assert "1 other file ignored." in run("import", photos)[1]
    (photos / "more.txt").write_text("")
    assert "2 other files ignored." in run("import", photos)[1]


def test_a_folder_without_photos_is_told(run, tmp_path):
    (tmp_path / "empty").mkdir()
    assert "No photos found." in run("import", tmp_path / "empty")[1]


def test_why_cuda_does_not_run_is_told(run, photos, monkeypatch):
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "-1")
    assert re.search(r"on the CPU \(no CUDA \w+\)\.", run("import", photos, "--device", "cuda")[1])
    _, out, err = run("import", photos, "--device", "cuda", "--json")
    assert json.loads(out)["provider"] == "CPU"
    assert re.fullmatch(r"The network ran on the CPU \(no CUDA \w+\)\.\n", err)
    assert run("import", photos, "--device", "auto", "--json")[2] == ""


def test_files_that_could_not_be_evaluated_are_told(run, photos):
    (photos / "red" / "broken.jpg").write_bytes(b"")
    assert "1 file could not be read." in run("evaluate", photos)[1]
    code, out, err = run("evaluate", photos, "--json")
    assert (code, err) == (0, "1 file could not be read.\n")
    assert "unreadable" not in out


def test_evaluating_heeds_the_settings(run, photos, tmp_path):
    Image.new("RGB", (1500, 1000)).save(photos / "red" / "large.png")
    (tmp_path / "settings.json").write_text('{"max_megapixels": 1}')
    assert "1 file could not be read." in run("evaluate", photos)[1]


def test_a_name_does_not_command_the_terminal(run, tmp_path, photos):
    odd = "red\x1b[31m\nline.png"
    try:
        (photos / odd).write_bytes((photos / "red" / "0.png").read_bytes())
        (photos / f"broken{odd}").write_bytes(b"")
    except OSError:
        pytest.skip("this system has no such names")
    texts = [
        run("import", photos)[1],
        run("search", photos / odd)[1],
        run("search", photos / f"broken{odd}")[2],
        run("import", photos / f"no{odd}")[2],
        run(photos / f"no{odd}")[2],
    ]
    assert not [text for text in texts if "\x1b" in text or "\nline" in text]
    assert [text for text in texts if "red\\x1b[31m\\nline.png" not in text] == []
    paths_told = [
        r["path"] for r in json.loads(run("search", photos / odd, "--json")[1])["results"]
    ]
    assert str(photos / odd) in paths_told


@pytest.mark.parametrize(
    "arguments",
    [
        ["--library", "D", "import", "F"],
        ["--json", "status"],
        ["--library", "D", "status"],
        ["-k", "3", "search", "F"],
    ],
)
def test_a_verb_that_does_not_come_first_is_told(run, arguments):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert "the verb comes first" in err


def test_a_second_thing_to_open_is_told(run, photos):
    code, _, err = run(photos, photos / "red" / "0.png")
    assert (code, "one picture at a time" in err) == (2, True)


def test_a_word_of_any_length_is_usage(run):
    code, _, err = run("a" * 5000)
    assert (code, "no verb" in err) == (2, True)


def test_a_library_can_be_named(run, photos, tmp_path):
    run("import", photos, "--library", tmp_path / "mine")
    assert run("status", "--library", tmp_path / "mine")[0] == 0
    assert run("status")[0] == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["import", "nowhere"], "There is no folder"),
        (["import", "photos/red/0.png"], "is a file, not a folder"),
        (["import", "photos", "--network", "unknown"], "unknown"),
        (["import", "photos", "--library", "photos"], "holds other files"),
        (["search", "photos/red/0.png"], "There is no library"),
        (["status"], "There is no library"),
        (["evaluate", "photos", "--by", "taste"], 'There is no space "taste"'),
    ],
)
def test_faults_are_sentences(run, photos, tmp_path, monkeypatch, arguments, sentence):
    monkeypatch.chdir(tmp_path)
    code, out, err = run(*arguments)
    assert (code, out) == (1, "")
    assert sentence in err
    assert "Traceback" not in err


@pytest.mark.parametrize("name", ["nowhere.jpg", "text.jpg", "."])
def test_a_query_that_is_no_picture_is_told(run, photos, tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "text.jpg").write_text("no picture")
    run("import", photos)
    code, _, err = run("search", name)
    assert (code, "cannot be read" in err) == (1, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ["import"],
        ["search"],
        ["search", "a.jpg", "--region", "0,0,2,2"],
        ["search", "a.jpg", "--region", "left"],
        ["search", "a.jpg", "-k", "0"],
        ["search", "a.jpg", "--min-similarity", "120%"],
        ["search", "a.jpg", "--metric", "taste"],
        ["import", "a", "--device", "tpu"],
        ["no-verb-and-no-file"],
    ],
)
def test_a_line_that_makes_no_sense_is_usage(run, arguments):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert "usage" in err


def test_settings_that_make_no_sense_are_told(run, photos, tmp_path):
    (tmp_path / "settings.json").write_text("{")
    code, _, err = run("import", photos)
    assert (code, "cannot be used" in err) == (1, True)


def test_a_library_of_a_newer_program_is_told(run, photos, tmp_path):
    run("import", photos)
    with closing(sqlite3.connect(tmp_path / "own" / "library" / "catalog.db")) as raw:
        raw.execute("PRAGMA user_version = 999")
    for verb in (["import", photos], ["search", photos / "red" / "0.png"], ["status"]):
        code, _, err = run(*verb)
        assert (code, "newer version" in err) == (1, True)


def test_a_library_that_is_being_imported_into_is_told_and_still_answers(run, photos, tmp_path):
    run("import", photos)
    library = tmp_path / "own" / "library"
    with filelock.FileLock(library / "import.lock"):
        code, _, err = run("import", photos)
        assert (code, "being imported into" in err) == (1, True)
        assert run("search", photos / "red" / "0.png")[0] == 0


def test_a_read_only_library_answers_but_takes_nothing_in(run, photos, tmp_path, read_only):
    run("import", photos)
    read_only(tmp_path / "own" / "library")
    code, _, err = run("import", photos)
    assert (code, "read-only" in err) == (1, True)
    assert "6 ready" in run("status")[1]
    assert "100.0%" in run("search", photos / "red" / "0.png")[1]


@pytest.mark.parametrize(("damage", "sentence"), [("missing", "missing"), ("altered", "altered")])
def test_a_network_that_was_tampered_with_is_told(run, photos, tmp_path, damage, sentence):
    network = tmp_path / "efficientnet-lite0" / "network.onnx"
    if damage == "missing":
        network.unlink()
    else:
        data = bytearray(network.read_bytes())
        data[-1] ^= 1
        network.write_bytes(data)
    code, out, err = run("import", photos)
    assert (code, out) == (1, "")
    assert sentence in err


def test_an_interrupted_import_ends_with_130_and_goes_on(run, photos, monkeypatch):
    tell = Progress.tell

    def interrupt(self, advance):
        if advance.total:
            signal.raise_signal(signal.SIGINT)
        tell(self, advance)

    with monkeypatch.context() as patched:
        patched.setattr(Progress, "tell", interrupt)
        code, out, err = run("import", photos, "--json")
    assert (code, out) == (130, "")
    assert "run it again" in err
    told = json.loads(run("import", photos, "--json")[1])
    assert told["unchanged"] + told["added"] == 6


def test_a_name_that_is_not_text_can_be_told(run, photos, tmp_path):
    odd = b"caf\xe9.jpg".decode("utf-8", "surrogateescape")
    (photos / odd).write_bytes(b"")
    assert run("import", photos)[0] == 0
    assert json.loads(run("import", photos, "--json")[1])["failed"][0]["path"].endswith(odd)


def test_a_space_is_built_once_and_searched_by(run, photos):
    run("import", photos)
    code, _, err = run("search", photos / "red" / "0.png", "--by", "layer:map")
    assert (code, "lookalike build layer:map" in err) == (1, True)
    told = json.loads(run("build", "colour", "layer:map", "--json")[1])["spaces"]
    assert [(each["space"], each["built"], each["skipped"]) for each in told] == [
        ("colour", 0, 0),  # an import sees to it
        ("layer:map", 6, 0),
    ]
    assert set(told[0]) == {"space", "built", "skipped", "seconds"}
    assert "no photo that was not known before" in run("build", "colour")[1]
    for name in ("colour", "layer:map"):
        code, out, _ = run("search", photos / "blue" / "1.png", "--by", name, "-k", 2, "--json")
        found = json.loads(out)
        assert (code, found["space"], found["results"][0]["distance"]) == (0, name, 0)
        assert {Path(each["path"]).parent.name for each in found["results"]} == {"blue"}


def test_a_search_tells_which_photos_it_cannot_find_yet(run, photos):
    run("import", photos)
    run("build", "layer:map")
    Image.new("RGB", (30, 20), (0, 250, 0)).save(photos / "green.png")
    run("import", photos)
    err = run("search", photos / "green.png", "--by", "layer:map")[2]
    assert "1 photo came in since" in err
    assert "lookalike build layer:map" in err
    assert run("search", photos / "green.png", "--by", "colour")[2] == ""


def test_nothing_is_built_where_one_name_is_wrong(run, photos):
    run("import", photos)
    code, out, err = run("build", "layer:map", "taste")
    assert (code, out, 'no space "taste"' in err) == (1, "", True)
    assert "layer:map" not in run("status")[1]


def test_an_interrupted_build_ends_with_130_and_goes_on(run, photos, monkeypatch):
    run("import", photos)
    step = Progress.step

    def interrupt(self, done, total, *rest):
        if total:
            signal.raise_signal(signal.SIGINT)
        step(self, done, total, *rest)

    with monkeypatch.context() as patched:
        patched.setattr(Progress, "step", interrupt)
        code, out, err = run("build", "layer:map", "--json")
    assert (code, out, "run it again" in err) == (130, "", True)
    assert run("build", "layer:map")[0] == 0


def test_evaluate_measures_every_space_that_is_asked_for(run, photos):
    code, out, _ = run("evaluate", photos, "--by", "colour", "--by", "content", "--json")
    told = json.loads(out)["spaces"]
    assert (code, list(told)) == (0, ["colour", "content"])
    assert told["colour"]["precision_at_1"] == 1
    assert run("evaluate", photos, "--by", "layer:map")[1].startswith("layer:map: P@1 1.000")


def test_evaluate_measures_by_a_persons_own_labels(run, photos):
    run("import", photos)
    code, _, err = run("evaluate", "--labels")
    assert (code, "too few labels" in err, "two labels to two photos" in err) == (1, True, True)
    for name in ("rust", "blue"):
        assert run("label", *sorted((photos / name).iterdir()), "--as", name)[0] == 0
    told = json.loads(run("evaluate", "--labels", "--by", "content", "--by", "shape", "--json")[1])
    assert [told["spaces"][name]["queries"] for name in ("content", "shape")] == [4, 4]
    assert told["spaces"]["content"]["precision_at_1"] == 1
    classes = told["spaces"]["content"]["metrics"]["cosine"]["classes"]
    assert list(classes) == ["blue", "rust"]


def test_evaluate_takes_a_folder_or_labels(run, photos):
    assert run("evaluate")[0] == run("evaluate", photos, "--labels")[0] == 2
    code, _, err = run("evaluate", "--labels", "--queries", photos)
    assert (code, "--queries and --exclude are for a FOLDER" in err) == (2, True)
