"""Labels written for other programs: lists, and folders named by labels."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lookalike.errors import LookalikeError
from lookalike.library.files import file_work
from lookalike.library.files.file_plan import FileKind, Obstacle, Standing
from lookalike.library.files.file_work import FileReport, perform, undo, unfinished
from lookalike.library.labels.label_exports import folder_name, plan_folders, write_labels
from lookalike.library.labels.label_sources import perform as give_planned
from lookalike.library.labels.label_sources import plan_from_csv
from lookalike.library.labels.labelling import delete_label, give, make_label
from lookalike.library.library import Library
from lookalike.photos import LabelId
from lookalike.progress import Advance, Cancelled, Progress

COPY, LINK = FileKind.COPY, FileKind.HARD_LINK


@pytest.fixture
def photos(tmp_path: Path, paint, bring_in) -> Path:
    for seed, name in enumerate(("a.png", "b.png", "inside/a.png")):
        paint(name, seed=seed)
    (tmp_path / "out").mkdir()
    bring_in()
    return tmp_path / "photos"


@pytest.fixture
def label(library: Library, photos: Path) -> Callable[..., LabelId]:
    """Gives a label to photos by their paths below the folder."""

    def make(path: str, *names: str) -> LabelId:
        made, _ = make_label(library, path)
        wanted = {photos / name for name in names}
        give(library, [p.id for p in all_photos(library) if p.path in wanted], made.id)
        return made.id

    return make


def all_photos(library: Library) -> list:
    return library.photos(library.photo_ids())


def under(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


# --- lists --------------------------------------------------------------------------------------


def test_a_table_has_a_line_for_each_label_of_a_photo(library, photos, label, tmp_path) -> None:
    label("animals/cats", "a.png", "b.png")
    label("=cmd()", "a.png")
    assert write_labels(library, tmp_path / "out.csv", Progress()) == 2
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows == [
        ["path", "label"],
        [str(photos / "a.png"), "'=cmd()"],
        [str(photos / "a.png"), "animals/cats"],
        [str(photos / "b.png"), "animals/cats"],
    ]


def test_json_has_all_labels_of_a_photo(library, photos, label, tmp_path) -> None:
    label("animals/cats", "a.png")
    label("Äpfel", "a.png")
    assert write_labels(library, tmp_path / "out.json", Progress()) == 1
    told = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert told == [{"path": str(photos / "a.png"), "labels": ["animals/cats", "Äpfel"]}]


def test_only_what_was_asked_for_is_told_with_what_is_inside_of_it(
    library, photos, label, tmp_path
) -> None:
    label("animals/cats", "a.png")
    label("dogs", "a.png", "b.png")
    animals, _ = make_label(library, "animals")
    assert write_labels(library, tmp_path / "out.json", Progress(), [animals.id]) == 1
    assert json.loads((tmp_path / "out.json").read_text())[0]["labels"] == ["animals/cats"]


def test_a_table_that_was_written_is_read_again(library, photos, label, tmp_path) -> None:
    label("animals/cats", "a.png", "inside/a.png")
    label("-minus", "b.png")
    before = library.catalog.labels.rows()
    write_labels(library, tmp_path / "out.csv", Progress())
    for each in library.catalog.labels.all():
        delete_label(library, each.id)
    give_planned(library, plan_from_csv(library, tmp_path / "out.csv", Progress()), Progress())
    assert len(library.catalog.labels.rows().given) == len(before.given)
    assert {each.name for each in library.catalog.labels.all()} == {"animals", "cats", "-minus"}


def test_a_list_that_cannot_be_written_is_a_sentence(library, photos, label, tmp_path) -> None:
    label("x", "a.png")
    with pytest.raises(LookalikeError, match="cannot be written"):
        write_labels(library, tmp_path / "nowhere" / "out.csv", Progress())
    stopped = Progress()
    stopped.cancel()
    (tmp_path / "out.csv").write_text("before")
    with pytest.raises(Cancelled):
        write_labels(library, tmp_path / "out.csv", stopped)
    assert (tmp_path / "out.csv").read_text() == "before"


# --- folders ------------------------------------------------------------------------------------


@pytest.fixture
def export(library: Library, tmp_path: Path) -> Callable[..., FileReport]:
    def run(kind: FileKind, progress: Progress | None = None) -> FileReport:
        made = plan_folders(library, kind, None, tmp_path / "out", Progress())
        return perform(library, made, progress or Progress())

    return run


@pytest.mark.parametrize("kind", [COPY, LINK])
def test_each_label_gets_a_folder_and_all_of_it_is_taken_back(
    library, photos, label, tmp_path, export, kind
) -> None:
    label("animals/cats", "a.png", "inside/a.png")
    label("red", "a.png", "b.png")
    before = under(photos)
    report = export(kind)
    assert under(tmp_path / "out") == {
        *("animals/cats/a.png", "animals/cats/a (2).png"),
        *("red/a.png", "red/b.png"),
    }
    linked = (tmp_path / "out" / "red" / "b.png").samefile(photos / "b.png")
    assert linked is (kind is LINK)
    back = undo(library, report, Progress())
    assert (len(back.done), back.not_done) == (4, ())
    assert list((tmp_path / "out").iterdir()) == []
    assert under(photos) == before


def test_nothing_is_written_before_it_is_done(library, photos, label, tmp_path) -> None:
    label("red", "a.png")
    made = plan_folders(library, COPY, None, tmp_path / "out", Progress())
    assert [file.target for file in made.to_do] == [tmp_path / "out" / "red" / "a.png"]
    assert list((tmp_path / "out").iterdir()) == []


def test_what_is_there_already_is_not_made_again(library, photos, label, tmp_path, export) -> None:
    label("red", "a.png", "inside/a.png")
    for kind in (LINK, COPY):
        export(kind)
        made = plan_folders(library, kind, None, tmp_path / "out", Progress())
        assert {file.standing for file in made.files} == {Standing.THERE_ALREADY}
    label("red", "b.png")
    export(LINK)
    assert "red/b.png" in under(tmp_path / "out")


def test_folders_that_were_there_stay_when_it_is_taken_back(
    library, photos, label, tmp_path, export
) -> None:
    label("animals/cats", "a.png")
    label("red", "a.png")
    (tmp_path / "out" / "animals").mkdir()
    report = export(COPY)
    (tmp_path / "out" / "red" / "mine.txt").write_text("kept")
    undo(library, report, Progress())
    assert under(tmp_path / "out") == {"red/mine.txt"}
    assert (tmp_path / "out" / "animals").is_dir()
    assert not (tmp_path / "out" / "animals" / "cats").exists()


def test_an_export_that_was_killed_is_taken_back_with_its_folders(
    library, photos, label, tmp_path, monkeypatch
) -> None:
    label("animals/cats", "a.png", "b.png")
    made = plan_folders(library, COPY, None, tmp_path / "out", Progress())

    class Killed(BaseException):
        pass

    def copy_and_die(*_: object, **__: object) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(file_work, "copy_file", copy_and_die)
        keep_open(patched)
        with pytest.raises(Killed):
            perform(library, made, Progress())
    report = unfinished(library)
    assert report is not None
    assert report.folders == (tmp_path / "out" / "animals", tmp_path / "out" / "animals" / "cats")
    undo(library, report, Progress())
    assert list((tmp_path / "out").iterdir()) == []


def test_an_undoing_that_was_killed_is_gone_on_with(
    library, photos, label, tmp_path, export, monkeypatch
) -> None:
    label("red", "a.png")
    label("blue", "a.png")
    report = export(COPY)
    remove, removed = file_work._Work._remove_made, []

    class Killed(BaseException):
        pass

    def die_in_the_second(self, *given) -> None:
        removed.append(given)
        if len(removed) == 2:
            raise Killed
        remove(self, *given)

    with monkeypatch.context() as patched:
        patched.setattr(file_work._Work, "_remove_made", die_in_the_second)
        keep_open(patched)
        with pytest.raises(Killed):
            undo(library, report, Progress())
    again = unfinished(library)
    assert again is not None
    assert len(again.done) == 1
    undo(library, again, Progress())
    assert list((tmp_path / "out").iterdir()) == []


def keep_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """The end of an action is not written down, as where a program is killed."""
    write = file_work.FileJournal.write
    monkeypatch.setattr(
        file_work.FileJournal,
        "write",
        lambda self, line: None if "over" in line else write(self, line),
    )


def test_an_export_that_is_stopped_tells_what_it_made(
    library, photos, label, tmp_path, export
) -> None:
    label("red", "a.png", "b.png", "inside/a.png")

    def stop(advance: Advance) -> None:
        if advance.done:
            stopped.cancel()

    stopped = Progress(stop, interval_s=0)
    report = export(COPY, stopped)
    assert report.is_stopped
    assert len(under(tmp_path / "out")) == len(report.done) < 3
    undo(library, report, Progress())
    assert list((tmp_path / "out").iterdir()) == []


def test_a_destination_that_cannot_be_is_told(library, photos, label, tmp_path) -> None:
    label("red", "a.png")
    for folder, obstacle in (
        (tmp_path / "none", Obstacle.NO_FOLDER),
        (library.folder, Obstacle.LIBRARY_FOLDER),
    ):
        assert plan_folders(library, COPY, None, folder, Progress()).obstacle is obstacle
    empty = plan_folders(library, COPY, [LabelId(99)], tmp_path / "out", Progress())
    assert empty.obstacle is Obstacle.NOTHING_TO_DO


def test_labels_whose_folders_would_be_one_get_two(library, photos, label, tmp_path, export):
    label("a?", "a.png")
    label("a*", "b.png")
    label("..", "b.png")
    export(COPY)
    assert under(tmp_path / "out") == {"a_/b.png", "a_ (2)/a.png", "_/b.png"}


@given(st.text(min_size=1, max_size=100))
def test_every_system_takes_a_folders_name(label: str) -> None:
    name = folder_name(label)
    assert 0 < len(name.encode("utf-8", "surrogatepass")) <= 255
    assert not set(name) & set('<>:"/\\|?*')
    assert all(ord(letter) >= 32 for letter in name)
    assert not name.startswith(".")
    assert not name.endswith((" ", "."))


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("cats", "cats"),
        ("con", "_con"),
        ("COM1.x", "_COM1.x"),
        ("console", "console"),
        ("...", "_"),
        (".hidden", "_hidden"),
        ("what?", "what_"),
        ("AC. ", "AC"),
    ],
)
def test_names_are_kept_where_they_can_be(label: str, name: str) -> None:
    assert folder_name(label) == name
