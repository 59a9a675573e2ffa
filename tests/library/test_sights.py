"""What is seen of a tree of folders that changes between two looks."""

from pathlib import Path

import pytest

from lookalike.library.sights import Sights, holds_anything
from lookalike.progress import Progress


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two folders, one in the other, with a photo each."""
    write(tmp_path / "photos" / "a.jpg")
    write(tmp_path / "photos" / "summer" / "b.jpg")
    return tmp_path / "photos"


def write(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("picture", "utf-8")


def looked_at(sights: Sights, folder: Path):
    return sights.look([str(folder)], Progress())


def seen_fully(root: Path) -> Sights:
    sights = Sights(str(root))
    waiting = [str(root)]
    while waiting:
        waiting = sights.look(waiting, Progress()).appeared
    return sights


def test_a_link_to_a_folder_above_is_entered_once(root: Path) -> None:
    try:
        (root / "summer" / "loop").symlink_to(root, target_is_directory=True)
    except OSError:
        pytest.skip("links cannot be made here")
    found = seen_fully(root).folders()
    assert found == [str(root), str(root / "summer"), str(root / "summer" / "loop")]


def test_a_folder_that_is_back_is_looked_at_again(root: Path) -> None:
    """Even where neither its name nor its place tells that it was away."""
    sights = seen_fully(root)
    summer = root / "summer"
    summer.rename(root.with_name("away"))
    assert str(summer) in sights.look([str(summer)], Progress()).vanished
    root.with_name("away").rename(summer)
    assert sights.look([str(root)], Progress()).appeared == [str(summer)]


def test_a_moved_folder_may_be_seen_where_it_is_before_it_is_missed(root: Path) -> None:
    write(root / "summer" / "beach" / "b.jpg")
    sights = seen_fully(root)
    (root / "summer").rename(root / "winter")
    seen = sights.look([str(root / "winter")], Progress())
    assert str(root / "winter" / "beach") in seen.appeared
    assert str(root / "summer") in seen.vanished
    assert sights.look([str(root / "summer")], Progress()).lost


@pytest.mark.parametrize("order", [("summer", "winter"), ("winter", "summer")])
def test_a_folder_in_the_place_of_another_is_not_taken_for_gone(
    root: Path, order: tuple[str, str]
) -> None:
    write(root / "spare" / "s.jpg")
    sights = seen_fully(root)
    (root / "summer").rename(root / "winter")
    (root / "spare").rename(root / "summer")
    waiting = [str(root / name) for name in order]
    seen = sights.look([str(root), *waiting], Progress())
    there = {str(root), *waiting}
    assert set(sights.folders()) == there
    assert there.intersection(seen.vanished) <= set(seen.appeared)


def test_a_folder_that_came_and_went_is_taken_off_watch(root: Path) -> None:
    gone = str(root / "gone")
    assert seen_fully(root).look([gone], Progress()).vanished == [gone]


def test_nothing_is_new_where_nothing_has_changed(root: Path) -> None:
    sights = seen_fully(root)
    seen = sights.look(sights.folders(), Progress())
    assert (seen.appeared, seen.vanished, seen.changed, seen.lost) == ([], [], set(), False)


@pytest.mark.parametrize("name", [".a.jpg", "a.jpg.part", "a.jpg.crdownload", "@eaDir/a.jpg"])
def test_what_an_import_would_leave_alone_is_no_change(root: Path, name: str) -> None:
    sights = seen_fully(root)
    write(root / name)
    seen = looked_at(sights, root)
    assert not seen.changed
    assert seen.appeared == []


def test_a_download_is_a_change_when_it_gets_its_name(root: Path) -> None:
    write(root / "c.jpg.part")
    sights = seen_fully(root)
    (root / "c.jpg.part").rename(root / "c.jpg")
    assert looked_at(sights, root).changed == {str(root)}


def test_a_folder_that_holds_only_what_is_not_the_persons_holds_nothing(root: Path) -> None:
    assert holds_anything(str(root))
    (root / "bare").mkdir()
    write(root / "bare" / ".trash" / "a.jpg")
    assert not holds_anything(str(root / "bare"))
    assert not holds_anything(str(root / "nowhere"))


def test_a_root_that_is_gone_or_empty_is_not_there(root: Path) -> None:
    sights = seen_fully(root)
    away = root.rename(root.with_name("away"))
    assert not looked_at(sights, root).is_here
    away.rename(root)
    sights = seen_fully(root)
    root.rename(away)
    root.mkdir()
    seen = looked_at(sights, root)
    assert not seen.is_here
    assert seen.lost


def test_another_folder_in_the_place_of_the_root_is_told(root: Path) -> None:
    sights = seen_fully(root)
    assert not looked_at(sights, root).is_replaced
    root.rename(root.with_name("old"))
    write(root / "new.jpg")
    assert looked_at(sights, root).is_replaced
