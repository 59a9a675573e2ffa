"""What is not in the library, and what can be done about it."""

import csv
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from lookalike.catalog.catalog import Catalog
from lookalike.errors import LookalikeError
from lookalike.library.intake.import_engine import bring_in as bring_in_here
from lookalike.library.library import Library
from lookalike.library.problems import (
    Problem,
    ProblemKind,
    forget,
    offline_folders,
    problem_count,
    problems,
    take_back,
    try_again,
    write_csv,
)
from lookalike.photos import ContentHash, Photo, PhotoFacts, PhotoFile, PhotoId, PhotoState
from lookalike.progress import Progress

FACTS = PhotoFacts(32, 24, 1, "PNG")


@pytest.fixture
def folder(tmp_path: Path, library: Library) -> Path:
    """A folder of the library that is there, with one file that is no photo."""
    place = tmp_path / "photos"
    place.mkdir()
    (place / "notes.txt").write_text("not empty")
    library.catalog.add_folder(place)
    return place


@pytest.fixture
def lose(library: Library) -> Callable[[Path], PhotoId]:
    """Makes the catalog know a photo whose file is gone."""

    def write(path: Path) -> PhotoId:
        file = PhotoFile(path, 1, 1)
        library.catalog.write_photo(file, ContentHash(os.fsencode(path)), FACTS)
        photo = _known(library, path)
        library.catalog.mark([photo.id], PhotoState.MISSING)
        return photo.id

    return write


def _known(library: Library, path: Path) -> Photo:
    [photo] = [p for p in library.catalog.photos_under(path.parent) if p.path == path]
    return photo


def test_what_cannot_be_read_and_what_is_gone_are_told_by_path(
    library: Library, folder: Path, lose
) -> None:
    library.catalog.write_unreadable(PhotoFile(folder / "b.jpg", 1, 1), "the file is damaged")
    lose(folder / "a.jpg")
    lose(folder / "c.jpg")
    told = [(p.path.name, p.kind, p.reason) for p in problems(library)]
    assert told == [
        ("a.jpg", ProblemKind.MISSING, "The file is gone"),
        ("b.jpg", ProblemKind.UNREADABLE, "The file is damaged"),
        ("c.jpg", ProblemKind.MISSING, "The file is gone"),
    ]
    assert problem_count(library) == 3


def test_photos_of_a_folder_that_is_away_are_no_problem(
    library: Library, folder: Path, lose
) -> None:
    lose(folder / "a.jpg")
    away = folder.parent / "drive"
    library.catalog.add_folder(away)
    lose(away / "inner" / "b.jpg")
    assert [p.path.name for p in problems(library)] == ["a.jpg"]
    assert problem_count(library) == 1
    assert offline_folders(library) == [away]


def test_what_a_pattern_leaves_out_is_no_problem(library: Library, folder: Path, lose) -> None:
    photo_id = lose(folder / "a.jpg")
    library.catalog.mark([photo_id], PhotoState.MISSING, "it is left out by a pattern")
    assert problems(library) == []
    assert problem_count(library) == 0


def test_a_file_is_read_again_although_nothing_about_it_changed(
    library: Library, paint, bring_in
) -> None:
    path = paint("a.png")
    known = path.stat()
    library.catalog.add_folder(path.parent)
    file = PhotoFile(path, known.st_size, known.st_mtime_ns)
    library.catalog.write_unreadable(file, "the disk was busy")
    assert len(bring_in().failed) == 1
    folders = try_again(library, problems(library))
    assert folders == [path.parent]
    report = bring_in_here(library, folders, Progress())
    assert report.failed == []
    assert problems(library) == []
    assert len(library.photo_ids()) == 1


def test_a_photo_that_was_readable_once_is_read_again_too(
    library: Library, paint, bring_in
) -> None:
    path = paint("a.png")
    bring_in()
    known = path.stat()
    file = PhotoFile(path, known.st_size, known.st_mtime_ns)
    library.catalog.write_unreadable(file, "the disk was busy")
    bring_in(*try_again(library, problems(library)))
    assert problems(library) == []
    assert len(library.photo_ids()) == 1


def test_trying_again_leaves_folders_alone_that_are_not_concerned_or_away(
    library: Library, folder: Path, lose
) -> None:
    other, away = folder.parent / "other", folder.parent / "away"
    other.mkdir()
    library.catalog.add_folder(other)
    library.catalog.add_folder(away)
    library.catalog.write_unreadable(PhotoFile(away / "b.jpg", 1, 1), "the file is damaged")
    lose(folder / "a.jpg")
    assert try_again(library, problems(library)) == [folder]


def test_a_missing_photo_is_forgotten_and_an_unreadable_one_is_not(
    library: Library, folder: Path, lose
) -> None:
    library.catalog.write_unreadable(PhotoFile(folder / "b.jpg", 1, 1), "the file is damaged")
    lose(folder / "a.jpg")
    forgotten = forget(library, problems(library))
    assert [photo.path.name for photo in forgotten] == ["a.jpg"]
    assert [p.path.name for p in problems(library)] == ["b.jpg"]


def test_what_was_forgotten_can_be_taken_back(library: Library, folder: Path, lose) -> None:
    lose(folder / "a.jpg")
    before = problems(library)
    take_back(library, forget(library, before))
    assert problems(library) == before


def problem(path: Path, reason: str = "The file is damaged") -> Problem:
    photo = Photo(PhotoId(1), PhotoFile(path, 7, 1), PhotoState.UNREADABLE)
    return Problem(photo, ProblemKind.UNREADABLE, reason)


def read_table(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8-sig", newline="") as table:
        return list(csv.reader(table))


def test_a_table_can_be_read_by_spreadsheets(tmp_path: Path) -> None:
    file = tmp_path / "problems.csv"
    write_csv([problem(Path("/Fotos/Müller, Küche.jpg"), 'It says "no"')], file)
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    folder = str(Path("/Fotos"))
    assert read_table(file) == [
        ["Name", "Problem", "Reason", "Folder", "Size in bytes"],
        ["Müller, Küche.jpg", "not readable", 'It says "no"', folder, "7"],
    ]


@pytest.mark.parametrize(
    "name", ["=1+1.jpg", "+1.jpg", "-1.jpg", "@SUM.jpg", "\t=1.jpg", "＝1.jpg"]
)
def test_a_file_name_is_never_run_as_a_formula(tmp_path: Path, name: str) -> None:
    write_csv([problem(Path("/photos") / name)], tmp_path / "problems.csv")
    assert read_table(tmp_path / "problems.csv")[1][0] == f"'{name}"


def test_a_file_name_that_is_not_text_is_written_as_well_as_can_be(tmp_path: Path) -> None:
    path = Path("/photos") / b"caf\xe9.jpg".decode("utf-8", "surrogateescape")
    write_csv([problem(path)], tmp_path / "problems.csv")
    assert read_table(tmp_path / "problems.csv")[1][0] == "caf\ufffd.jpg"


def test_a_table_that_cannot_be_written_leaves_the_earlier_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "problems.csv"
    file.write_text("earlier")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(LookalikeError, match=r"No space left on device"):
        write_csv([problem(Path("/photos/a.jpg"))], file)
    assert file.read_text() == "earlier"
    assert [entry.name for entry in tmp_path.iterdir()] == ["problems.csv"]


def test_fifty_thousand_problems_are_listed_without_opening_a_file(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with library.catalog.transaction():
        for number in range(50_000):
            file = PhotoFile(folder / f"{number}.jpg", 1, 1)
            library.catalog.write_unreadable(file, "the file is damaged")
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("opened a file"))
    assert len(problems(library)) == 50_000
    assert isinstance(library.catalog, Catalog)
