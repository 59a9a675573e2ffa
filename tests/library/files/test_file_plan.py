import os
from collections.abc import Callable
from pathlib import Path

import pytest

from lookalike.library.files import file_plan, trash
from lookalike.library.files.file_plan import FileKind, FilePlan, Obstacle, Standing, plan
from lookalike.library.library import Library
from lookalike.photos import PhotoId
from lookalike.progress import Advance, Cancelled, Progress

COPY, MOVE, LINK, TRASH = FileKind.COPY, FileKind.MOVE, FileKind.HARD_LINK, FileKind.TRASH


@pytest.fixture
def paris(tmp_path: Path) -> Path:
    folder = tmp_path / "Paris"
    folder.mkdir()
    return folder


@pytest.fixture
def ids(library: Library, bring_in, paint) -> Callable[..., list[PhotoId]]:
    """Paints these photos, brings them in and returns their ids in this order."""

    def make(*names: str) -> list[PhotoId]:
        paths = [paint(name, seed=number) for number, name in enumerate(names)]
        bring_in()
        found = {photo.path: photo.id for photo in library.photos(library.photo_ids())}
        return [found[path] for path in paths]

    return make


def targets(made: FilePlan) -> list[str | None]:
    return [file.target.name if file.target else None for file in made.files]


def standings(made: FilePlan) -> list[Standing]:
    return [file.standing for file in made.files]


def everything_under(folder: Path) -> dict[Path, tuple[int, int, int]]:
    found = {}
    for path in (folder, *folder.rglob("*")):
        if "library" not in path.parts:
            known = path.lstat()
            found[path] = (known.st_mtime_ns, known.st_ctime_ns, known.st_size)
    return found


@pytest.mark.parametrize("kind", FileKind)
def test_planning_writes_nothing_anywhere(kind, library, ids, paris, tmp_path, own_trash) -> None:
    chosen = ids("a.png", "b/a.png")
    before = everything_under(tmp_path)
    made = plan(library, kind, chosen, None if kind is TRASH else paris, Progress())
    assert len(made.to_do) == 2
    assert everything_under(tmp_path) == before
    assert not own_trash.exists()


def test_it_says_what_goes_where_and_how_much(library, ids, paris, tmp_path) -> None:
    chosen = ids("a.png", "b.png")
    made = plan(library, COPY, chosen, paris, Progress())
    assert [file.target for file in made.to_do] == [paris / "a.png", paris / "b.png"]
    sizes = [(tmp_path / "photos" / name).stat().st_size for name in ("a.png", "b.png")]
    assert made.total_bytes == made.bytes_to_write == sum(sizes)
    assert (made.free_bytes or 0) > made.total_bytes
    assert made.obstacle is None


def test_a_name_that_is_taken_gets_a_number_or_is_left_out(library, ids, paris) -> None:
    chosen = ids("a.png")
    for taken in ("a.png", "a (2).png"):
        (paris / taken).write_bytes(b"other")
    made = plan(library, COPY, chosen, paris, Progress())
    assert (targets(made), made.conflicts) == (["a (3).png"], 1)
    left = made.with_both_kept(False)
    assert (left.to_do, left.obstacle) == ((), Obstacle.NOTHING_TO_DO)
    assert left.with_both_kept(True).obstacle is None


def test_two_of_the_same_name_do_not_meet(library, ids, paris) -> None:
    made = plan(library, MOVE, ids("1/a.png", "2/a.png", "3/a.png"), paris, Progress())
    assert targets(made) == ["a.png", "a (2).png", "a (3).png"]
    assert made.conflicts == 2


def test_names_that_differ_in_case_meet_where_the_disk_ignores_it(
    library, ids, paris, monkeypatch
) -> None:
    chosen = ids("1/a.png", "2/A.PNG")
    assert targets(plan(library, COPY, chosen, paris, Progress())) == ["a.png", "A.PNG"]
    monkeypatch.setattr(file_plan, "_ignores_case", lambda *_: True)
    assert targets(plan(library, COPY, chosen, paris, Progress())) == ["a.png", "A (2).PNG"]


def test_long_names_stay_within_what_a_disk_takes(library, ids, paris) -> None:
    name = "ü" * 125 + ".png"
    (paris / name).write_bytes(b"")
    (target,) = targets(plan(library, COPY, ids(name), paris, Progress()))
    assert target.endswith(" (2).png")
    assert len(os.fsencode(target)) <= 255


def test_files_that_are_gone_are_told(library, ids, paris, tmp_path) -> None:
    chosen = ids("a.png", "b.png")
    (tmp_path / "photos" / "a.png").unlink()
    made = plan(library, MOVE, chosen, paris, Progress())
    assert standings(made) == [Standing.GONE, Standing.CLEAR]
    assert (made.left_out, len(made.to_do)) == (1, 1)


def test_one_file_reached_by_two_ways_is_one(library, bring_in, paint, paris, tmp_path) -> None:
    paint("real/a.png")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "way").symlink_to(tmp_path / "photos" / "real")
    bring_in(tmp_path / "photos", tmp_path / "other")
    made = plan(library, MOVE, library.photo_ids(), paris, Progress())
    assert standings(made) == [Standing.CLEAR, Standing.SAME_FILE]


def test_what_is_there_already_is_not_moved_and_copied_beside_itself(library, ids, tmp_path):
    chosen = ids("a.png")
    home = tmp_path / "photos"
    assert standings(plan(library, MOVE, chosen, home, Progress())) == [Standing.THERE_ALREADY]
    assert standings(plan(library, LINK, chosen, home, Progress())) == [Standing.THERE_ALREADY]
    assert targets(plan(library, COPY, chosen, home, Progress())) == ["a (2).png"]


def test_a_link_to_a_file_elsewhere_stays(library, bring_in, paint, paris, tmp_path) -> None:
    (tmp_path / "elsewhere").mkdir()
    real = paint("a.png")
    link = tmp_path / "elsewhere" / "b.png"
    link.symlink_to(real)
    bring_in(tmp_path / "elsewhere")
    for kind, standing in ((MOVE, Standing.A_LINK), (COPY, Standing.CLEAR)):
        assert standings(plan(library, kind, library.photo_ids(), paris, Progress())) == [standing]


def test_only_one_disk_can_hold_both_ends_of_a_hard_link(library, ids, paris, monkeypatch) -> None:
    chosen = ids("a.png")
    assert standings(plan(library, LINK, chosen, paris, Progress())) == [Standing.CLEAR]
    assert plan(library, LINK, chosen, paris, Progress()).bytes_to_write == 0
    on_another_disk(monkeypatch, paris)
    made = plan(library, LINK, chosen, paris, Progress())
    assert standings(made) == [Standing.OTHER_DISK]
    assert made.obstacle is Obstacle.NOTHING_TO_DO


def test_only_what_goes_to_another_disk_needs_room(library, ids, paris, monkeypatch) -> None:
    chosen = ids("a.png")
    assert plan(library, MOVE, chosen, paris, Progress()).bytes_to_write == 0
    on_another_disk(monkeypatch, paris)
    made = plan(library, MOVE, chosen, paris, Progress())
    assert made.bytes_to_write == made.total_bytes > 0


def test_a_disk_without_room_is_told_before(library, ids, paris, monkeypatch) -> None:
    chosen = ids("a.png")
    monkeypatch.setattr(file_plan, "_free_bytes", lambda _: 10)
    assert plan(library, COPY, chosen, paris, Progress()).obstacle is Obstacle.NO_SPACE
    assert plan(library, MOVE, chosen, paris, Progress()).obstacle is None


def test_destinations_that_cannot_take_anything(library, ids, paris, tmp_path, read_only) -> None:
    chosen = ids("a.png")
    read_only(paris)
    for folder, obstacle in (
        (paris, Obstacle.READ_ONLY),
        (tmp_path / "nowhere", Obstacle.NO_FOLDER),
        (tmp_path / "photos" / "a.png", Obstacle.NO_FOLDER),
        (library.folder / "index", Obstacle.LIBRARY_FOLDER),
    ):
        assert plan(library, COPY, chosen, folder, Progress()).obstacle is obstacle, folder


def test_nothing_leaves_a_folder_that_is_closed(
    library, ids, paris, tmp_path, read_only, own_trash
) -> None:
    chosen = ids("a.png")
    read_only(tmp_path / "photos")
    for kind, folder in ((MOVE, paris), (TRASH, None)):
        made = plan(library, kind, chosen, folder, Progress())
        assert standings(made) == [Standing.FOLDER_CLOSED]
    assert standings(plan(library, COPY, chosen, paris, Progress())) == [Standing.CLEAR]


def test_leaving_the_folders_of_the_library_is_told(library, ids, paris, tmp_path) -> None:
    chosen = ids("a.png")
    (tmp_path / "photos" / "in").mkdir()
    assert plan(library, MOVE, chosen, paris, Progress()).leaves_library
    assert not plan(library, COPY, chosen, paris, Progress()).leaves_library
    inside = tmp_path / "photos" / "in"
    assert not plan(library, MOVE, chosen, inside, Progress()).leaves_library


def test_sidecars_that_stay_behind_are_counted(library, ids, paris, tmp_path) -> None:
    chosen = ids("a.png", "b.png", "c.png")
    for sidecar in ("a.xmp", "b.png.xmp"):
        (tmp_path / "photos" / sidecar).write_text("<x/>")
    assert plan(library, MOVE, chosen, paris, Progress()).sidecars == 2


def test_a_disk_without_a_trash_is_told(library, ids, own_trash, monkeypatch) -> None:
    chosen = ids("a.png")
    monkeypatch.setattr(trash, "bin_for", lambda _: None)
    assert standings(plan(library, TRASH, chosen, None, Progress())) == [Standing.NO_TRASH]
    monkeypatch.setattr(trash, "bin_for", lambda _: trash.Bin(most_bytes=1))
    assert standings(plan(library, TRASH, chosen, None, Progress())) == [Standing.NO_TRASH]


def test_a_trash_that_gives_nothing_back_is_told(library, ids, own_trash, monkeypatch) -> None:
    chosen = ids("a.png")
    assert plan(library, TRASH, chosen, None, Progress()).can_be_undone
    monkeypatch.setattr(trash, "bin_for", lambda _: trash.Bin(gives_back=False))
    assert not plan(library, TRASH, chosen, None, Progress()).can_be_undone


def test_it_tells_how_far_it_is_and_stops_when_asked(library, ids, paris) -> None:
    chosen = ids("a.png", "b.png")
    told: list[Advance] = []
    plan(library, COPY, chosen, paris, Progress(told.append))
    assert (told[-1].done, told[-1].total) == (2, 2)
    stopped = Progress()
    stopped.cancel()
    with pytest.raises(Cancelled):
        plan(library, COPY, chosen, paris, stopped)


def on_another_disk(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Make the system say so."""
    ask = Path.stat

    def answer(path: Path, **how: bool) -> os.stat_result:
        known = ask(path, **how)
        if path != folder:
            return known
        return os.stat_result((*known[:2], known.st_dev + 1, *known[3:]))

    monkeypatch.setattr(Path, "stat", answer)
