import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lookalike.errors import LibraryUnusable
from lookalike.library.files import careful_files, file_work
from lookalike.library.files.file_journal import open_journal
from lookalike.library.files.file_plan import FileKind, plan
from lookalike.library.files.file_work import FileReport, perform, undo, unfinished
from lookalike.library.library import Library
from lookalike.library.problems import problems
from lookalike.photos import PhotoId, PhotoState
from lookalike.progress import Advance, Progress

COPY, MOVE, LINK, TRASH = FileKind.COPY, FileKind.MOVE, FileKind.HARD_LINK, FileKind.TRASH
Act = Callable[..., FileReport]


@pytest.fixture
def photos(tmp_path: Path, paint, bring_in) -> Path:
    """Three photos, and a folder among them that has none yet."""
    for number, name in enumerate(("a.png", "b.png", "c.png")):
        paint(name, seed=number)
    (tmp_path / "photos" / "Paris").mkdir()
    (tmp_path / "elsewhere").mkdir()
    bring_in()
    return tmp_path / "photos"


@pytest.fixture
def act(library: Library, photos: Path) -> Act:
    def do(kind: FileKind, folder: Path | None, progress: Progress | None = None) -> FileReport:
        made = plan(library, kind, library.photo_ids(), folder, Progress())
        return perform(library, made, progress or Progress())

    return do


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_file())


def contents(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        path.name: (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.iterdir()
        if path.is_file()
    }


def known(library: Library) -> dict[str, PhotoId]:
    return {photo.path.name: photo.id for photo in library.photos(library.photo_ids())}


@pytest.mark.parametrize("kind", FileKind)
def test_what_was_done_is_taken_back_in_one_step(
    kind, act: Act, library: Library, photos: Path, own_trash
) -> None:
    before, ids = contents(photos), known(library)
    folder = None if kind is TRASH else photos / "Paris"
    report = act(kind, folder)
    assert [outcome.state for outcome in report.done] == ["done"] * 3
    if folder:
        assert contents(folder) == before
    assert names(photos) == (["a.png", "b.png", "c.png"] if kind in (COPY, LINK) else [])
    back = undo(library, report, Progress())
    assert (len(back.done), back.not_done) == (3, ())
    assert contents(photos) == before
    assert known(library) == ids
    assert names(photos / "Paris") == []


def test_a_photo_that_is_moved_within_the_library_stays_the_same_photo(
    act: Act, library: Library, photos: Path, bring_in
) -> None:
    before = known(library)
    act(MOVE, photos / "Paris")
    assert known(library) == before
    assert {p.path.parent for p in library.photos(library.photo_ids())} == {photos / "Paris"}
    report = bring_in()
    assert (report.unchanged, report.added, report.moved, report.missing) == (3, 0, 0, 0)


def test_a_photo_that_an_import_has_met_at_its_new_place_is_still_one(
    act: Act, library: Library, photos: Path, bring_in, monkeypatch
) -> None:
    before = known(library)
    follow = file_work._follow_move

    def late(*args) -> None:
        bring_in(photos / "Paris")
        follow(*args)

    monkeypatch.setattr(file_work, "_follow_move", late)
    act(MOVE, photos / "Paris")
    assert known(library) == before
    assert bring_in().missing == 0


def test_a_photo_takes_the_place_of_one_that_is_gone(
    act: Act, library: Library, photos: Path, paint, bring_in
) -> None:
    gone = paint("Paris/a.png", seed=9)
    bring_in()
    gone.unlink()
    bring_in()
    act(MOVE, photos / "Paris")
    assert library.catalog.photos_in_state(PhotoState.MISSING) == []
    assert bring_in().unchanged == 3


@pytest.mark.parametrize("kind", [MOVE, TRASH])
def test_what_was_taken_away_leaves_the_library_and_is_no_problem(
    kind, act: Act, library: Library, tmp_path: Path, bring_in, own_trash
) -> None:
    report = act(kind, tmp_path / "elsewhere" if kind is MOVE else None)
    assert library.photo_ids() == []
    assert bring_in().missing == 0
    assert problems(library) == []
    undo(library, report, Progress())
    assert len(library.photo_ids()) == 3
    assert bring_in().unchanged == 3


def test_a_file_that_fails_is_told_and_the_others_are_done(
    act: Act, photos: Path, monkeypatch
) -> None:
    copy = careful_files._copy_content

    def fail_b(source: Path, *args, **how) -> None:
        if source.name == "b.png":
            raise OSError(errno.EIO, "Input/output error")
        copy(source, *args, **how)

    monkeypatch.setattr(careful_files, "_copy_content", fail_b)
    report = act(COPY, photos / "Paris")
    assert [outcome.state for outcome in report.outcomes] == ["done", "failed", "done"]
    assert report.not_done[0].reason == "Input/output error."
    assert names(photos / "Paris") == ["a.png", "c.png"]


def test_a_name_that_was_taken_after_the_preview_is_not_overwritten(
    library: Library, photos: Path
) -> None:
    made = plan(library, MOVE, library.photo_ids(), photos / "Paris", Progress())
    (photos / "Paris" / "b.png").write_bytes(b"other")
    report = perform(library, made, Progress())
    assert [outcome.state for outcome in report.outcomes] == ["done", "skipped", "done"]
    assert (photos / "Paris" / "b.png").read_bytes() == b"other"
    assert (photos / "b.png").exists()


def test_a_file_that_went_after_the_preview_is_told(library: Library, photos: Path) -> None:
    made = plan(library, COPY, library.photo_ids(), photos / "Paris", Progress())
    (photos / "a.png").unlink()
    report = perform(library, made, Progress())
    assert (len(report.done), report.not_done[0].reason) == (2, "It is gone.")


def test_what_the_person_stops_is_told_and_can_be_taken_back(
    act: Act, library: Library, photos: Path
) -> None:
    before = contents(photos)

    def stop_after_one(advance: Advance) -> None:
        if advance.done == 1:
            progress.cancel()

    progress = Progress(stop_after_one, interval_s=0)

    report = act(MOVE, photos / "Paris", progress)
    assert (report.is_stopped, report.planned) == (True, 3)
    assert 0 < len(report.done) < 3
    assert undo(library, report, Progress()).done
    assert contents(photos) == before


def test_progress_counts_files_and_knows_how_far_the_bytes_are(act: Act, photos: Path) -> None:
    told: list[Advance] = []
    act(COPY, photos / "Paris", Progress(told.append, interval_s=0))
    assert (told[-1].done, told[-1].total, told[-1].fraction) == (3, 3, 1.0)
    assert any(0 < (advance.fraction or 0) < 1 for advance in told)


# --- taking back --------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [COPY, LINK, MOVE])
def test_what_was_changed_since_is_left_as_it_is(kind, act: Act, library: Library, photos: Path):
    report = act(kind, photos / "Paris")
    (photos / "Paris" / "b.png").write_bytes(b"edited")
    back = undo(library, report, Progress())
    assert len(back.done) == 2
    assert "changed since" in back.not_done[0].reason
    assert (photos / "Paris" / "b.png").read_bytes() == b"edited"


@pytest.mark.parametrize("kind", [COPY, LINK])
def test_a_copy_whose_original_is_gone_is_kept(kind, act: Act, library: Library, photos: Path):
    report = act(kind, photos / "Paris")
    (photos / "b.png").unlink()
    back = undo(library, report, Progress())
    assert (names(photos / "Paris"), len(back.done)) == (["b.png"], 2)


@pytest.mark.parametrize("kind", [MOVE, TRASH])
def test_a_file_that_took_the_old_place_is_not_overwritten(
    kind, act: Act, library: Library, photos: Path, own_trash
) -> None:
    report = act(kind, None if kind is TRASH else photos / "Paris")
    (photos / "b.png").write_bytes(b"newer")
    back = undo(library, report, Progress())
    assert len(back.done) == 2
    assert "old place" in back.not_done[0].reason
    assert (photos / "b.png").read_bytes() == b"newer"


def test_what_was_emptied_from_the_trash_is_told(act: Act, library: Library, own_trash) -> None:
    report = act(TRASH, None)
    for file in (own_trash / "files").iterdir():
        file.unlink()
    back = undo(library, report, Progress())
    assert not back.done
    assert all("trash" in outcome.reason for outcome in back.not_done)
    assert library.photo_ids() == []


# --- interruptions ------------------------------------------------------------------------------


def test_without_an_interruption_there_is_nothing_to_tell(
    act: Act, library: Library, photos: Path
) -> None:
    assert unfinished(library) is None
    act(COPY, photos / "Paris")
    assert unfinished(library) is None


def test_what_another_program_is_doing_is_neither_told_nor_disturbed(
    act: Act, library: Library, photos: Path
) -> None:
    head = {"kind": "copy", "destination": None, "planned": 1, "is_undo": False, "token": "x"}
    with open_journal(library.folder, head):
        assert unfinished(library) is None
        with pytest.raises(LibraryUnusable, match="Another program"):
            act(COPY, photos / "Paris")


def test_a_library_that_cannot_be_written_moves_nothing(
    library: Library, photos: Path, open_library, read_only
) -> None:
    made = plan(library, MOVE, library.photo_ids(), photos / "Paris", Progress())
    library.close()
    read_only(library.folder)
    with pytest.raises(LibraryUnusable):
        perform(open_library(), made, Progress())
    assert names(photos) == ["a.png", "b.png", "c.png"]


KILLED = """
import os, sys
from pathlib import Path
from lookalike.library.files import careful_files
from lookalike.library.files import file_work
from lookalike.library.files import trash
from lookalike.library.files.careful_files import FileMark
from lookalike.library.files.file_plan import FileKind, FilePlan, PlannedFile
from lookalike.library.library import Library
from lookalike.progress import Progress
from lookalike.settings import Settings

library_folder, networks, kind, photos, across, undoes = sys.argv[1:7]
kind, photos = FileKind(kind), Path(photos)


def die_at(count):
    # Every change of the disk is a moment at which the program may end.
    left = [count]
    def counted(real):
        def call(*args, **how):
            left[0] -= 1
            if left[0] < 0:
                os._exit(9)
            return real(*args, **how)
        return call
    for name in ("link", "unlink", "replace", "rename", "utime", "fsync", "open"):
        setattr(os, name, counted(getattr(os, name)))


if across == "across":
    real = careful_files.rename_new
    def elsewhere(path, target):
        if path.suffix == ".png":
            raise OSError(18, "other disk")
        real(path, target)
    careful_files.rename_new = elsewhere

with Library.open(Path(library_folder), Settings(network="tiny"), networks=Path(networks)) as lib:
    files = []
    for photo in lib.photos(lib.photo_ids()):
        target = None if kind is FileKind.TRASH else photos / "Paris" / photo.path.name
        files.append(PlannedFile(photo.id, photo.path, target, photo.file.size_bytes))
    made = FilePlan(kind, None, tuple(files))
    if undoes == "undo":
        report = file_work.perform(lib, made, Progress())
        die_at(int(sys.argv[7]))
        file_work.undo(lib, report, Progress())
    else:
        die_at(int(sys.argv[7]))
        file_work.perform(lib, made, Progress())
    os._exit(0)
"""


@pytest.mark.parametrize("undoes", ["do", "undo"])
@pytest.mark.parametrize(
    ("kind", "disk"),
    [(MOVE, "same"), (MOVE, "across"), (COPY, "same"), (LINK, "same"), (TRASH, "same")],
)
def test_a_program_that_is_killed_at_any_moment_loses_nothing(
    kind, disk, undoes, photos: Path, library: Library, open_library, own_trash
) -> None:
    before, ids = contents(photos), known(library)
    library.close()
    arguments = [str(library.folder), str(library.networks), kind.value, str(photos), disk, undoes]
    # The first moments are those of the journal.
    for moment in range(3, 99):
        code = [sys.executable, "-c", KILLED, *arguments, str(moment)]
        ended = subprocess.run(code, env=_environment(own_trash), check=False).returncode
        assert ended in (0, 9)
        again = open_library()
        report = unfinished(again)
        places = (photos, photos / "Paris", own_trash / "files")
        left = [contents(place) for place in places if place.is_dir()]
        for name, content in before.items():
            assert any(content in place.values() for place in left), (moment, name)
        if ended == 0:
            break
        assert report, moment
        undo(again, report, Progress())
        assert contents(photos) == before, moment
        assert names(photos / "Paris") == [], moment
        assert known(again) == ids, moment
        assert unfinished(again) is None
        again.close()
    assert moment > 3
    assert ended == 0, "not every moment was tried"


def _environment(own_trash: Path) -> dict[str, str]:
    return os.environ | {"XDG_DATA_HOME": str(own_trash.parent)}


def test_the_interruption_is_told_with_what_was_done(
    photos: Path, library: Library, own_trash
) -> None:
    arguments = [str(library.folder), str(library.networks), "move", str(photos), "same", "do"]
    code = [sys.executable, "-c", KILLED, *arguments, "5"]
    assert subprocess.run(code, env=_environment(own_trash), check=False).returncode == 9
    report = unfinished(library)
    assert report
    assert (report.kind, report.planned, report.is_stopped) == (MOVE, 3, True)
    assert 0 < len(report.done) < 3
    states = {photo.path: photo.state for photo in library.photos(library.photo_ids())}
    for outcome in report.done:
        assert states[outcome.target] is PhotoState.READY
