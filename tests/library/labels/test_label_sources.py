"""Labels taken over from folders, keywords and tables: planned, given and undone."""

import csv
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from lookalike.errors import LabelSourceUnusable
from lookalike.imaging.xmp import with_keywords
from lookalike.library.labels import label_lines
from lookalike.library.labels.label_sources import (
    LabelPlan,
    LabelReport,
    perform,
    plan_from_csv,
    plan_from_folders,
    plan_from_keywords,
)
from lookalike.library.labels.labelling import give, label_at, labels_of, make_label, reject, undo
from lookalike.library.library import Library
from lookalike.progress import Cancelled, Progress

Told = Callable[[], dict[str, set[str]]]


@pytest.fixture
def photos(paint, bring_in, tmp_path: Path) -> Path:
    """Four photos: two cats, a dog, and one in no folder of its own."""
    for seed, name in enumerate(
        ("animals/cats/a.png", "animals/cats/b.png", "dogs/c.png", "d.png")
    ):
        paint(name, seed=seed)
    bring_in()
    return tmp_path / "photos"


@pytest.fixture
def told(library: Library) -> Told:
    """The paths of the labels of each photo, by its name."""

    def read() -> dict[str, set[str]]:
        found = labels_of(library, library.photo_ids())
        tree = {label.id: label for label in library.catalog.labels.all()}

        def path(id_: int | None) -> str:
            label = tree.get(id_)  # type: ignore[arg-type]
            return f"{path(label.parent)}/{label.name}".lstrip("/") if label else ""

        names = {photo.id: photo.path.name for photo in library.photos(library.photo_ids())}
        return {names[id_]: {path(label.id) for label in labels} for id_, labels in found.items()}

    return read


@pytest.fixture
def take_over(library: Library) -> Callable[[LabelPlan], LabelReport]:
    return lambda plan: perform(library, plan, Progress())


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., Path]:
    """Writes a table beside the folder of photos."""

    def write(text: str, encoding: str = "utf-8") -> Path:
        file = tmp_path / "table.csv"
        file.write_bytes(text.encode(encoding))
        return file

    return write


# --- folders ----------------------------------------------------------------------------------


def test_folders_become_nested_labels(library, photos, told, take_over) -> None:
    plan = plan_from_folders(library, None, Progress())
    assert (plan.photos, plan.pairs, plan.looked_at) == (3, 3, 4)
    assert plan.new_labels == ("animals", "animals/cats", "dogs")
    assert plan.sentence == "3 photos get 2 new labels."
    assert plan.notes == ("Without any: 1 photo.",)
    assert told() == {}
    report = take_over(plan)
    assert (report.photos, report.labels, report.new) == (3, 2, 2)
    assert report.sentence == "3 photos were given 2 new labels."
    assert told() == {"a.png": {"animals/cats"}, "b.png": {"animals/cats"}, "c.png": {"dogs"}}


def test_names_are_those_below_the_folder_that_was_asked_for(
    library, photos, told, take_over
) -> None:
    take_over(plan_from_folders(library, photos / "animals", Progress()))
    assert told() == {"a.png": {"cats"}, "b.png": {"cats"}}


def test_one_undo_takes_all_of_it_back(library, photos, told, take_over) -> None:
    make_label(library, "dogs")
    report = take_over(plan_from_folders(library, None, Progress()))
    undo(library, report.change)
    assert told() == {}
    assert [label.name for label in library.catalog.labels.all()] == ["dogs"]


def test_what_is_there_already_is_told_and_not_done_again(library, photos, told, take_over) -> None:
    take_over(plan_from_folders(library, None, Progress()))
    again = plan_from_folders(library, None, Progress())
    assert (again.pairs, again.already, again.new_labels) == (0, 3, ())
    assert again.sentence == "No photo gets a label that it does not have."
    assert take_over(again).change.is_empty


def test_a_label_that_differs_in_case_is_the_same(library, photos, told, take_over) -> None:
    make_label(library, "Dogs")
    plan = plan_from_folders(library, None, Progress())
    assert plan.new_labels == ("animals", "animals/cats")
    assert list(plan.given) == ["Dogs", "animals/cats"]
    assert plan.sentence == "3 photos get 2 labels, 1 of them new."
    take_over(plan)
    assert told()["c.png"] == {"Dogs"}


def test_a_rejection_is_taken_back_and_comes_back_with_undo(
    library, photos, told, take_over
) -> None:
    label, _ = make_label(library, "dogs")
    dog = next(p.id for p in library.photos(library.photo_ids()) if p.path.name == "c.png")
    reject(library, [dog], label.id)
    report = take_over(plan_from_folders(library, None, Progress()))
    assert library.catalog.labels.rows().rejected == frozenset()
    undo(library, report.change)
    assert len(library.catalog.labels.rows().rejected) == 1


def test_folders_that_the_library_does_not_have_are_told(library, photos, paint) -> None:
    paint("birds/e.png", seed=9)
    plan = plan_from_folders(library, photos, Progress())
    assert (plan.unmatched, plan.first_unmatched) == (1, (str(photos / "birds"),))


def test_a_folder_outside_the_library_is_a_sentence(library, photos, tmp_path) -> None:
    (tmp_path / "elsewhere").mkdir()
    with pytest.raises(LabelSourceUnusable, match="has no photos in"):
        plan_from_folders(library, tmp_path / "elsewhere", Progress())
    with pytest.raises(LabelSourceUnusable, match="has no photos in"):
        plan_from_keywords(library, tmp_path / "elsewhere", Progress())


def test_a_photo_that_left_meanwhile_is_passed_over(library, photos, told, take_over) -> None:
    plan = plan_from_folders(library, None, Progress())
    gone = next(p.id for p in library.photos(library.photo_ids()) if p.path.name == "a.png")
    library.catalog.forget([gone])
    assert take_over(plan).photos == 2
    assert "a.png" not in told()


def test_what_is_stopped_changes_nothing(library, photos, told) -> None:
    plan = plan_from_folders(library, None, Progress())
    stopped = Progress()
    stopped.cancel()
    for work in (
        lambda: perform(library, plan, stopped),
        lambda: plan_from_folders(library, None, stopped),
        lambda: plan_from_keywords(library, None, stopped),
    ):
        with pytest.raises(Cancelled):
            work()
    assert library.catalog.labels.all() == []


def test_a_folder_whose_name_no_label_can_have_is_told(library, paint, bring_in) -> None:
    paint(f"{'x' * 120}/a.png")
    bring_in()
    plan = plan_from_folders(library, None, Progress())
    assert plan.given == {}
    assert any("more than 100 letters" in note for note in plan.notes)


# --- keywords ---------------------------------------------------------------------------------


def test_keywords_of_files_and_sidecars_become_labels(
    library, bring_in, tmp_path, told, take_over
) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    packet = with_keywords(None, [("Places", "Rome")])
    Image.new("RGB", (20, 20), (9, 9, 90)).save(folder / "a.jpg", xmp=packet)
    Image.new("RGB", (20, 20), (9, 90, 9)).save(folder / "b.jpg")
    (folder / "b.jpg.xmp").write_bytes(with_keywords(None, [("boots",)]))
    Image.new("RGB", (20, 20), (90, 9, 9)).save(folder / "c.jpg")
    (folder / "c.xmp").write_bytes(b"<not-xmp/>")
    bring_in()
    plan = plan_from_keywords(library, None, Progress())
    assert (plan.photos, plan.unreadable) == (2, 1)
    take_over(plan)
    assert told() == {"a.jpg": {"Places/Rome"}, "b.jpg": {"boots"}}
    assert plan_from_keywords(library, folder, Progress()).already == 2


# --- tables -----------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "latin-1"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_tables_of_every_kind_are_read(
    library, photos, told, take_over, table, encoding, separator
) -> None:
    rows = [("Path", "label"), ("photos/d.png", "Käse"), ("photos/dogs/c.png", "animals/dogs")]
    file = table("\r\n".join(separator.join(row) for row in rows), encoding)
    take_over(plan_from_csv(library, file, Progress()))
    assert told() == {"d.png": {"Käse"}, "c.png": {"animals/dogs"}}


@pytest.mark.parametrize(
    "text",
    [
        "path,labels\nd.png,x;y",
        "path,labels\nd.png,x|y",
        "path,label\nd.png,x\nd.png,y",
        "path,label1,label2\nd.png,x,y",
        "name,size,tags,class\nd.png,9,x,y",
        'filename;keywords\nd.png;"x;y"',
        "d.png,x,y",
        "d.png;x|y",
        "\n\npath,label\n\nd.png,'x;y\n,x\nd.png,".replace("'", ""),
    ],
)
def test_several_labels_may_be_told_in_any_way(
    library, photos, told, take_over, table, text
) -> None:
    take_over(plan_from_csv(library, table(text), Progress()))
    assert told() == {"d.png": {"x", "y"}}


@pytest.mark.parametrize(
    "path",
    [
        "{photos}/animals/cats/a.png",
        "photos/animals/cats/a.png",
        "./photos/dogs/../animals/cats/a.png",
        "photos\\animals\\cats\\a.png",
        "animals/cats/a.png",
        "a.png",
    ],
)
def test_paths_may_be_written_in_any_way(library, photos, told, take_over, table, path) -> None:
    file = table(f"path,label\n{path.format(photos=photos)},x")
    take_over(plan_from_csv(library, file, Progress()))
    assert told() == {"a.png": {"x"}}


def test_lines_without_a_photo_are_told_and_no_fault(library, photos, table) -> None:
    lines = [f"no-{number}.png,x" for number in range(9)]
    plan = plan_from_csv(library, table("\n".join(["path,label", *lines, "d.png,x"])), Progress())
    assert (plan.looked_at, plan.photos, plan.unmatched) == (10, 1, 9)
    assert plan.first_unmatched[:2] == ("line 2: no-0.png", "line 3: no-1.png")
    assert len(plan.first_unmatched) == 5


def test_a_name_that_several_photos_have_stands_for_none_of_them(
    library, photos, paint, bring_in, table
) -> None:
    paint("dogs/a.png", seed=7)
    bring_in()
    assert plan_from_csv(library, table("path,label\na.png,x"), Progress()).unmatched == 1


def test_what_a_spreadsheet_was_kept_from_running_is_read_as_it_was(
    library, photos, told, take_over, table
) -> None:
    take_over(plan_from_csv(library, table("path,label\nd.png,'=1+1"), Progress()))
    assert told() == {"d.png": {"=1+1"}}


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "does not say"),
        (b"a,b\n1,2", "does not say"),
        (b"path,size\nd.png,1", "does not say"),
        (b'path,label\n"' + b"x" * 200_000 + b'",y', "is not a table"),
        (b'"' + b"x" * 200_000, "is not a table"),
        (b"\x00" * 100, "does not say"),
        (b"\xff\xfe\x00\xd8", "is not a text"),
    ],
)
def test_what_is_no_table_of_labels_is_a_sentence(
    library, photos, tmp_path, data, sentence
) -> None:
    (tmp_path / "table.csv").write_bytes(data)
    with pytest.raises(LabelSourceUnusable, match=sentence):
        plan_from_csv(library, tmp_path / "table.csv", Progress())


def test_a_table_that_is_not_there_or_too_large_is_a_sentence(
    library, photos, tmp_path, monkeypatch
) -> None:
    with pytest.raises(LabelSourceUnusable, match="cannot be read"):
        plan_from_csv(library, tmp_path / "none.csv", Progress())
    monkeypatch.setattr(label_lines, "_LARGEST_BYTES", 5)
    (tmp_path / "table.csv").write_text("path,label")
    with pytest.raises(LabelSourceUnusable, match="larger than"):
        plan_from_csv(library, tmp_path / "table.csv", Progress())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(data=st.binary(max_size=300) | st.text(alphabet="ab.,;\t|\"'\n\0pathlbjpg/", max_size=80))
def test_a_table_of_any_bytes_is_read_or_a_sentence(tmp_path, data) -> None:
    file = tmp_path / "any.csv"
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    with suppress(LabelSourceUnusable):
        assert all(line.path and line.labels for line in label_lines.label_lines(file))


def test_a_thousand_labels_are_taken_over(library, photos, table, told, take_over) -> None:
    file = table("")
    with file.open("w", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["path", "label"])
        writer.writerows(["d.png", f"kind {number % 10}/{number}"] for number in range(1000))
    report = take_over(plan_from_csv(library, file, Progress()))
    assert (report.photos, report.labels, report.new) == (1, 1000, 1000)
    assert len(told()["d.png"]) == 1000


def test_labels_that_were_given_by_hand_stay(library, photos, told, take_over, table) -> None:
    make_label(library, "mine")
    give(library, library.photo_ids(), label_at(library, "mine").id)
    take_over(plan_from_csv(library, table("path,label\nd.png,x"), Progress()))
    assert told()["d.png"] == {"mine", "x"}


@pytest.mark.parametrize(
    "head",
    ["Path,Label", "file name,class", "image_path,class_name", "photo,Keywords", "file,tag 1"],
)
def test_columns_are_known_by_many_names(tmp_path, head) -> None:
    (tmp_path / "table.csv").write_text(f"{head}\na.png,x")
    assert [line.labels for line in label_lines.label_lines(tmp_path / "table.csv")] == [("x",)]


def test_a_folder_of_the_library_without_photos_is_no_fault(
    library, photos, bring_in, tmp_path
) -> None:
    (tmp_path / "empty").mkdir()
    bring_in(tmp_path / "empty")
    assert plan_from_folders(library, None, Progress()).photos == 3
