"""The installed command over a folder that holds everything that folders hold."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image


@pytest.fixture(scope="module")
def library(answer, photos, tmp_path_factory) -> Path:
    """Imported once by the command itself."""
    folder = tmp_path_factory.mktemp("own") / "library"
    answer("import", photos, "--library", folder)
    return folder


def test_an_import_takes_photos_and_tells_the_rest(answer, photos, tmp_path):
    told = answer("import", photos, "--library", tmp_path / "library")
    assert (told["found"], told["added"], told["ignored"]) == (13, 9, 1)
    assert {Path(failed["path"]).name: failed["reason"] for failed in told["failed"]} == {
        "zero.jpg": "it is empty",
        "cut.jpg": "it ends too early; the file is damaged",
        "text.png": "it is not a picture this program reads",
    }
    assert told["network"] in ("efficientnet-lite0", "efficientnet-lite0-int8")
    assert told["provider"] == "CPU"


def test_a_second_import_finds_nothing_to_do(answer, photos, library):
    told = answer("import", photos, "--library", library)
    assert (told["unchanged"], told["added"], len(told["failed"])) == (9, 0, 3)


def test_a_search_finds_the_picture_and_its_copy_first(answer, photos, library):
    told = answer("search", photos / "0.jpg", "-k", 5, "--library", library)
    first, second, third = told["results"][:3]
    assert {Path(first["path"]).name, Path(second["path"]).name} == {"0.jpg", "copy of 0.jpg"}
    assert first["similarity"] == second["similarity"] == 1
    assert third["similarity"] < 0.9


def test_a_copy_is_told_to_be_one_shot_and_a_limit_leaves_both_out(answer, photos, library):
    asked = ("search", photos / "0.jpg", "-k", 5, "--library", library)
    assert [1, 2] in answer(*asked)["stacks"]
    others = answer(*asked, "--max-similarity", "95%", "--filter", "format:jpeg")["results"]
    assert others
    assert not {"0.jpg", "copy of 0.jpg"} & {Path(each["path"]).name for each in others}


def test_a_picture_from_outside_finds_its_like(answer, photos, library, tmp_path):
    with Image.open(photos / "3.jpg") as image:
        image.resize((200, 150)).save(tmp_path / "small.png")
    told = answer("search", tmp_path / "small.png", "--library", library)
    assert Path(told["results"][0]["path"]).name == "3.jpg"
    assert told["results"][0]["similarity"] > 0.8


def test_status_counts_what_came_in(answer, photos, library):
    told = answer("status", "--library", library)
    assert (told["photos"], told["failed"], told["folders"]) == (9, 3, [str(photos)])
    content, *by_hand = told["spaces"]
    assert (content["name"], content["dimensions"]) == ("content", 1280)
    # Eight different contents: the copy shares the vector of its original.
    assert content["count"] == content["indexed"] == 8
    assert {space["name"]: space["count"] for space in by_hand} == {
        "colour": 8, "shape": 8, "pixels": 8
    }  # fmt: skip


@pytest.mark.parametrize("damage", ["cut", "flip"])
def test_a_damaged_index_changes_no_answer(answer, photos, library, damage):
    asked = ("search", photos / "2.jpg", "--library", library)
    before = answer(*asked)
    [file] = (library / "index").iterdir()
    data = bytearray(file.read_bytes())
    if damage == "flip":
        for place in range(0, len(data), max(1, len(data) // 50)):
            data[place] ^= 0xFF
    file.write_bytes(data[: len(data) // 3] if damage == "cut" else data)
    assert answer(*asked) == before


def test_photos_are_left_as_they_were(answer, photos, tmp_path):
    def listing() -> list[tuple[str, int, int]]:
        found = [path for path in photos.rglob("*") if path.is_file()]
        return sorted((str(p), p.stat().st_size, p.stat().st_mtime_ns) for p in found)

    before = listing()
    answer("import", photos, "--library", tmp_path / "library")
    answer("search", photos / "0.jpg", "--library", tmp_path / "library")
    assert listing() == before


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["import", "{photos}/nowhere"], 1, "There is no folder"),
        (["import", "{photos}/0.jpg"], 1, "is a file, not a folder"),
        (["import", "{photos}", "--library", "{photos}"], 1, "holds other files"),
        (["search", "{photos}/text.png", "--library", "{library}"], 1, "cannot be read"),
        (["search", "{photos}/zero.jpg", "--library", "{library}"], 1, "it is empty"),
        (["search", "{photos}/0.jpg", "--library", "{photos}/none"], 1, "There is no library"),
        (["search", "{photos}/0.jpg", "--library", "{library}", "--by", "x"], 1, "no space"),
        (["search"], 2, "usage"),
        (["nonsense"], 2, "is no folder, no picture and no verb"),
    ],
)
def test_bad_input_is_a_sentence_and_an_exit_code(
    lookalike, photos, library, arguments, code, sentence
):
    given = [argument.format(photos=photos, library=library) for argument in arguments]
    ended = lookalike(*given)
    assert (ended.returncode, ended.stdout) == (code, "")
    assert sentence in ended.stderr


def test_an_empty_folder_and_one_without_photos_are_no_fault(answer, tmp_path):
    (tmp_path / "empty").mkdir()
    told = answer("import", tmp_path / "empty", "--library", tmp_path / "library")
    assert told["found"] == 0
    (tmp_path / "empty" / "notes.txt").write_text("")
    told = answer("import", tmp_path / "empty", "--library", tmp_path / "library")
    assert (told["found"], told["ignored"]) == (1, 1)


def test_what_a_decoder_prints_is_not_told(lookalike, tmp_path):
    (tmp_path / "photos").mkdir()
    whole = tmp_path / "whole.tif"
    dots = np.random.default_rng(0).integers(0, 2, (400, 400)).astype(bool)
    Image.fromarray(dots).save(whole, compression="group4")
    damaged = bytearray(whole.read_bytes())
    damaged[2000:3000] = bytes(1000)  # libtiff has a line to say to this
    (tmp_path / "photos" / "damaged.tif").write_bytes(damaged)
    ended = lookalike("import", tmp_path / "photos", "--library", tmp_path / "library")
    assert (ended.returncode, ended.stderr) == (0, "")
    script = "import sys; from PIL import Image; Image.open(sys.argv[1]).load()"
    bare = [sys.executable, "-c", script, tmp_path / "photos" / "damaged.tif"]
    assert b"Fax4Decode" in subprocess.run(bare, capture_output=True, check=False).stderr


def test_the_verbs_need_no_qt(environment, photos, library):
    script = f"""
import sys
from lookalike.__main__ import main
for verb in (["import", {str(photos)!r}], ["search", {str(photos / "0.jpg")!r}], ["status"],
             ["evaluate", {str(photos)!r}]):
    main([*verb, "--library", {str(library)!r}])
qt = ("PySide6", "shiboken6", "lookalike.gui")
assert not [name for name in sys.modules if name.startswith(qt)]
"""
    ended = subprocess.run([sys.executable, "-c", script], env=environment, check=False)
    assert ended.returncode == 0


def test_help_names_every_verb_quickly(lookalike):
    ended = lookalike("--help")
    assert ended.returncode == 0
    assert all(verb in ended.stdout for verb in ("import", "search", "status", "evaluate"))


@pytest.mark.skipif(os.name != "posix", reason="SIGINT cannot be sent to one process elsewhere")
def test_an_interrupted_import_ends_with_130_and_loses_nothing(environment, answer, tmp_path):
    import signal
    import time

    many = tmp_path / "many"
    many.mkdir()
    for number in range(150):
        Image.new("RGB", (900, 700), (number, 255 - number, 99)).save(many / f"{number:03}.jpg")
    command = [Path(sys.executable).with_name("lookalike"), "import", many]
    running = subprocess.Popen(
        [*command, "--library", tmp_path / "library"], env=environment, stderr=subprocess.PIPE
    )
    catalog = tmp_path / "library" / "catalog.db"
    while running.poll() is None and not catalog.exists():
        time.sleep(0.02)
    time.sleep(1)
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=60)
    assert running.returncode == 130, told
    assert b"run it again" in told
    again = answer("import", many, "--library", tmp_path / "library")
    assert again["unchanged"] + again["added"] == 150


def test_everything_of_the_collection_is_in_or_listed(answer, photo_collection, tmp_path):
    folders = [photo_collection / "formats", photo_collection / "corrupt"]
    files = sum(path.is_file() for folder in folders for path in folder.rglob("*"))
    told = answer("import", *folders, "--library", tmp_path / "library")
    assert told["found"] == files
    assert told["added"] >= 330
    assert all(failed["reason"] for failed in told["failed"])
