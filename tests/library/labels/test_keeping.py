"""A person's work as one file: written, restored into any library, refused where it is wrong."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lookalike.catalog.catalog import Catalog
from lookalike.errors import LookalikeError, WorkFileUnusable
from lookalike.library.intake.import_engine import bring_in
from lookalike.library.labels import kept_work
from lookalike.library.labels.keeping import export_work, restore_work
from lookalike.library.labels.kept_work import read_work
from lookalike.library.labels.label_tree import LabelTree
from lookalike.library.labels.labelling import (
    LabelChange,
    LabelRows,
    give,
    labels_of,
    make_label,
    reject,
    set_album,
    set_key,
    undo,
)
from lookalike.library.library import Library
from lookalike.library.search.questions import Example, Question
from lookalike.library.search.saved_searches import open_search, save_search, saved_searches
from lookalike.library.teaching.taught import TaughtChoice
from lookalike.library.teaching.taught_choice import keep_choice, kept_choice
from lookalike.photos import ContentHash, Label, LabelId
from lookalike.progress import Cancelled, Progress

ZEROS = "00" * 32


@pytest.fixture
def photos(tmp_path: Path, paint, bring_in, library: Library) -> Path:
    for seed, name in enumerate(("a.png", "b.png", "c.png")):
        paint(name, seed=seed)
    bring_in()
    return tmp_path / "photos"


@pytest.fixture
def worked(library: Library, photos: Path) -> Library:
    """A library in which a person has done some of everything."""
    cats, _ = make_label(library, "animals/cats")
    red, _ = make_label(library, "rot & grün")
    first, second, third = library.photo_ids()
    give(library, [first, second], cats.id)
    give(library, [first], red.id)
    reject(library, [third], cats.id)
    set_key(library, cats.id, 3)
    set_album(library, red.id, 0.9)
    save_search(library, "Reds", Question((Example(first),), words="name:a"))
    library.catalog.set_exclude(photos, ["*.tmp"])
    return library


@pytest.fixture
def other(open_library, tmp_path: Path) -> Library:
    """A library in which nothing is yet."""
    return open_library(tmp_path / "other")


@pytest.fixture
def export(worked: Library, tmp_path: Path) -> Callable[[], Path]:
    def write() -> Path:
        export_work(worked, tmp_path / "work.json", Progress())
        return tmp_path / "work.json"

    return write


def said(catalog: Catalog) -> tuple[Any, ...]:
    """All that a person said, by paths."""
    rows = catalog.labels.rows()
    tree = LabelTree(rows.labels)
    return (
        {(tree.path(each.id), each.key, each.album) for each in rows.labels},
        {(tree.path(label), content) for label, content in rows.given},
        {(tree.path(label), content) for label, content in rows.rejected},
        {(tree.path(label), content) for label, content in rows.confirmed},
    )


def test_it_can_be_read_by_a_person(worked, export, photos) -> None:
    told = json.loads(export().read_text("utf-8"))
    assert (told["format"], told["version"]) == ("lookalike work", 1)
    assert told["folders"] == [{"path": str(photos), "exclude": ["*.tmp"]}]
    assert told["labels"] == [
        {"path": "animals"},
        {"path": "animals/cats", "key": 3},
        {"path": "rot & grün", "album": 0.9},
    ]
    first = next(each for each in told["photos"] if each["paths"] == [str(photos / "a.png")])
    assert first["labels"] == ["animals/cats", "rot & grün"]
    assert [each["name"] for each in told["searches"]] == ["Reds"]
    assert "grün" in (export()).read_text("utf-8")


def test_an_empty_library_gets_all_of_it_before_its_photos_come(
    worked, export, other, photos
) -> None:
    report = restore_work(other, export(), Progress())
    assert (report.labels, report.given, report.rejected) == (3, 3, 1)
    assert (report.searches, report.folders, report.unknown_photos) == (1, 1, 3)
    assert report.notes == ()
    assert said(other.catalog) == said(worked.catalog)
    assert [folder.exclude for folder in other.folders()] == [("*.tmp",)]
    assert [each.name for each in saved_searches(other)] == ["Reds"]


def test_labels_meet_their_photos_when_those_come(worked, export, other, photos) -> None:
    restore_work(other, export(), Progress())
    bring_in(other, (photos,), Progress())
    labels = labels_of(other, other.photo_ids())
    assert sorted(len(each) for each in labels.values()) == [1, 2]
    [search] = saved_searches(other)
    assert open_search(other, search.id).words == "name:a"
    assert restore_work(other, export(), Progress()).unknown_photos == 0


def test_nothing_comes_twice(worked, export) -> None:
    before = said(worked.catalog)
    report = restore_work(worked, export(), Progress())
    assert (report.labels, report.given, report.rejected, report.searches, report.folders) == (
        *(0, 0, 0, 0, 0),
    )
    assert report.change.is_empty
    assert said(worked.catalog) == before


def test_what_came_in_is_taken_back(worked, export, other) -> None:
    mine, _ = make_label(other, "Animals/dogs")
    before = said(other.catalog)
    report = restore_work(other, export(), Progress())
    assert {path for path, *_ in said(other.catalog)[0]} == {
        *("Animals", "Animals/dogs", "Animals/cats", "rot & grün"),
    }
    undo(other, report.change)
    assert said(other.catalog) == before
    assert mine in other.catalog.labels.all()


def test_what_the_library_says_comes_first(worked, export, other, tmp_path) -> None:
    content = worked.photo(worked.photo_ids()[0]).content_hash
    assert content is not None
    cats, _ = make_label(other, "animals/cats")
    dogs, _ = make_label(other, "dogs")
    set_key(other, dogs.id, 3)
    other.catalog.labels.apply(
        LabelChange(added=LabelRows(rejected=frozenset({(cats.id, content)})))
    )
    report = restore_work(other, export(), Progress())
    labels, given, rejected, _ = said(other.catalog)
    assert ("animals/cats", None, None) in labels
    assert ("dogs", 3, None) in labels
    assert ("animals/cats", content) in rejected
    assert ("animals/cats", content) not in given
    assert len(report.notes) == 2


def test_folders_that_are_not_here_are_told(worked, export, other, photos) -> None:
    file = export()
    photos.rename(photos.with_name("moved"))
    report = restore_work(other, file, Progress())
    assert report.notes == (f"The folder {photos} is not here.",)
    assert other.folders() == []


def test_patterns_are_added_to_those_that_are_there(worked, export, photos) -> None:
    file = export()
    worked.catalog.set_exclude(photos, ["private"])
    assert restore_work(worked, file, Progress()).folders == 1
    assert worked.folders()[0].exclude == ("private", "*.tmp")


def test_what_was_taught_names_its_labels_anew(worked, tmp_path, other) -> None:
    labels = {label.name: label.id for label in worked.catalog.labels.all()}
    choice = TaughtChoice(
        space="content",
        space_key="k",
        method="nearest neighbours",
        setting="k = 5",
        parameters={"k": 5, "metric": "cosine"},
        calibration={"slope": 2.0, "offset": 0.0},
        labels={labels["cats"]: 2},
        accuracy=0.9,
        error=0.1,
        taught_at=datetime(2026, 1, 2),
    )
    keep_choice(worked, choice)
    export_work(worked, tmp_path / "work.json", Progress())
    assert json.loads((tmp_path / "work.json").read_text())["teaching"]["labels"] == [
        ["animals/cats", 2]
    ]
    for name in ("first", "second"):
        make_label(other, name)
    restore_work(other, tmp_path / "work.json", Progress())
    kept = kept_choice(other)
    assert kept is not None
    cats = next(label.id for label in other.catalog.labels.all() if label.name == "cats")
    assert cats != labels["cats"]
    assert dict(kept.labels) == {cats: 2}


def test_an_export_that_is_stopped_or_fails_leaves_the_earlier_one(
    worked, export, tmp_path
) -> None:
    before = export().read_bytes()
    stopped = Progress()
    stopped.cancel()
    with pytest.raises(Cancelled):
        export_work(worked, tmp_path / "work.json", stopped)
    with pytest.raises(Cancelled):
        restore_work(worked, tmp_path / "work.json", stopped)
    assert (tmp_path / "work.json").read_bytes() == before
    assert [path.name for path in tmp_path.glob("work.json*")] == ["work.json"]
    with pytest.raises(LookalikeError, match="cannot be written"):
        export_work(worked, tmp_path / "nowhere" / "work.json", Progress())


# --- files that are refused -----------------------------------------------------------------------


def whole(**changed: Any) -> dict[str, Any]:
    return {"format": "lookalike work", "version": 1} | changed


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ([], "not a file of a person's work"),
        ({"format": "other"}, "not a file of a person's work"),
        (whole(version=2), "newer version"),
        (whole(version="1"), "version is not a whole number"),
        (whole(version=True), "version is not a whole number"),
        (whole(labels={}), "labels is not a list"),
        (whole(labels=[1]), r"labels\[0\] is not a group"),
        (whole(labels=[{"path": "a"}, {}]), r"labels\[1\].path is not a text"),
        (whole(labels=[{"path": "a//b"}]), r"labels\[0\].path cannot be a label"),
        (whole(labels=[{"path": "/".join("abcdefghijkl")}]), "nested more than"),
        (whole(labels=[{"path": "a", "key": 10}]), r"labels\[0\].key is not one of 1 to 9"),
        (whole(labels=[{"path": "a", "key": True}]), "key is not a whole number"),
        (whole(labels=[{"path": "a", "album": 2}]), "album is not between 0 and 1"),
        (whole(labels=[{"path": "a", "album": float("nan")}]), "album is not between 0 and 1"),
        (whole(labels=[{"path": "a", "album": "0.5"}]), "album is not a number"),
        (whole(photos=[{"content": "xyz"}]), r"photos\[0\].content is not 64 hexadecimal"),
        (whole(photos=[{"content": ZEROS, "labels": "a"}]), r"photos\[0\].labels is not a list"),
        (whole(photos=[{"content": ZEROS, "rejected": [3]}]), r"rejected\[0\] is not a text"),
        (whole(searches=[{"name": "a", "question": 5}]), r"searches\[0\].question is not a group"),
        (whole(searches=[{"name": "\ud800", "question": {}}]), r"searches\[0\].name is not a text"),
        (whole(searches=[{"name": "a", "question": "\udc80"}]), "question is not a text"),
        (whole(folders=[{"path": "/a\ud800"}]), r"folders\[0\].path is not a text"),
        (whole(folders=[{"path": 5}]), r"folders\[0\].path is not a text"),
        (whole(folders=[{"path": "/a", "exclude": [1]}]), r"exclude\[0\] is not a text"),
        (whole(teaching=[]), "teaching is not a group"),
    ],
)
def test_what_is_wrong_is_told_by_its_place(tmp_path, told, sentence) -> None:
    (tmp_path / "work.json").write_text(json.dumps(told))
    with pytest.raises(WorkFileUnusable, match=sentence):
        read_work(tmp_path / "work.json")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "damaged in line 1"),
        (b'{"format": "lookalike work",\n "version": }', "damaged in line 2"),
        (b"\xff\xff", "no text of JSON"),
        (b"[" * 100_000, "no text of JSON"),
        (b'{"a": ' + b"9" * 5000 + b"}", "no text of JSON"),
    ],
)
def test_what_is_no_json_is_told(tmp_path, data, sentence) -> None:
    (tmp_path / "work.json").write_bytes(data)
    with pytest.raises(WorkFileUnusable, match=sentence):
        read_work(tmp_path / "work.json")


def test_what_is_not_there_or_too_large_is_told(tmp_path, monkeypatch) -> None:
    for path in (tmp_path / "none.json", tmp_path):
        with pytest.raises(WorkFileUnusable, match="There is no file"):
            read_work(path)
    monkeypatch.setattr(kept_work, "LARGEST_BYTES", 10)
    (tmp_path / "work.json").write_text(json.dumps(whole()))
    with pytest.raises(WorkFileUnusable, match="larger than"):
        read_work(tmp_path / "work.json")


def test_a_file_that_fails_halfway_changes_nothing(library, tmp_path, monkeypatch) -> None:
    told = whole(labels=[{"path": "a"}], searches=[{"name": "b", "question": {}}])
    (tmp_path / "work.json").write_text(json.dumps(told))

    def fail(*_: object) -> None:
        raise WorkFileUnusable("stop")

    monkeypatch.setattr(library.catalog.saved, "add", fail)
    with pytest.raises(WorkFileUnusable):
        restore_work(library, tmp_path / "work.json", Progress())
    assert library.catalog.labels.all() == []


# --- properties -----------------------------------------------------------------------------------

NAMES = st.text(alphabet="abcÄß日'\"\\ .", min_size=1, max_size=6).filter(lambda name: name.strip())
CONTENTS = st.sampled_from([ContentHash(bytes([number]) * 32) for number in range(5)])


@st.composite
def works(draw: st.DrawFn) -> LabelChange:
    """Any labels, and what was said of some contents."""
    tree = LabelTree([])
    for number in range(1, draw(st.integers(1, 8))):
        parent = draw(st.sampled_from([None, *[each.id for each in tree]]))
        name = " ".join(draw(NAMES).split())
        if tree.depth(parent) < 10:
            album = draw(st.none() | st.floats(0, 1))
            key = draw(st.none() | st.just(number))
            name = tree.free_name(parent, name)
            tree.add(Label(LabelId(number), name, parent, key, album))
    labels = list(tree)
    if not labels:
        return LabelChange()
    pairs = st.sets(st.tuples(st.sampled_from([each.id for each in labels]), CONTENTS), max_size=9)
    given_, rejected = draw(pairs), draw(pairs)
    rows = LabelRows(*map(frozenset, (labels, given_, rejected - given_, draw(pairs))))
    return LabelChange(added=rows)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(work=works())
def test_whatever_was_said_comes_back(library, other, tmp_path, work: LabelChange) -> None:
    library.catalog.labels.apply(work)
    export_work(library, tmp_path / "work.json", Progress())
    report = restore_work(other, tmp_path / "work.json", Progress())
    assert said(other.catalog) == said(library.catalog)
    library.catalog.labels.apply(work.inverse)
    undo(other, report.change)
    assert said(other.catalog) == said(library.catalog) == (set(), set(), set(), set())


@pytest.mark.parametrize("path", ["C:\\Photos", "relative", "\0", "/nowhere/at/all"])
def test_a_folder_of_another_machine_is_no_fault(library, tmp_path, path) -> None:
    told = whole(folders=[{"path": path}], labels=[{"path": "a"}])
    (tmp_path / "work.json").write_text(json.dumps(told))
    report = restore_work(library, tmp_path / "work.json", Progress())
    assert (report.labels, report.folders, len(report.notes)) == (1, 0, 1)
    assert library.folders() == []


def test_a_folder_whose_name_is_no_valid_text_comes_back(library, tmp_path) -> None:
    folder = tmp_path / "a\udcff"
    folder.mkdir()
    told = whole(folders=[{"path": str(folder), "exclude": ["b\udcff"]}])
    (tmp_path / "work.json").write_text(json.dumps(told))
    restore_work(library, tmp_path / "work.json", Progress())
    [known] = library.folders()
    assert (known.path, known.exclude) == (folder, ("b\udcff",))


def test_what_one_place_refuses_and_another_gives_is_given(library, tmp_path) -> None:
    refused, given_ = {"content": ZEROS, "rejected": ["a"]}, {"content": ZEROS, "labels": ["a"]}
    (tmp_path / "work.json").write_text(json.dumps(whole(photos=[refused, given_])))
    restore_work(library, tmp_path / "work.json", Progress())
    _, given_pairs, rejected, _ = said(library.catalog)
    assert (len(given_pairs), rejected) == (1, set())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    changed=st.dictionaries(
        st.sampled_from(["version", "labels", "photos", "searches", "folders", "teaching"]), JSON
    )
)
def test_whatever_is_in_a_file_is_read_or_a_sentence(tmp_path, changed) -> None:
    (tmp_path / "work.json").write_text(json.dumps(whole(**changed)))
    try:
        read_work(tmp_path / "work.json")
    except WorkFileUnusable as error:
        told = str(error)
        assert "work.json" in told
