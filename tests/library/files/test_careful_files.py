import errno
import os
from pathlib import Path

import pytest

from lookalike.library.files import careful_files
from lookalike.library.files.careful_files import (
    copy_file,
    link_file,
    mark_of,
    move_file,
    rename_new,
)
from lookalike.progress import Cancelled


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "a.jpg"
    file.write_bytes(b"picture")
    os.utime(file, ns=(10**18, 10**18 + 123_456_789))
    return file


def nobody(_: int) -> None:
    return None


def no_links(*_: object, **__: object) -> None:
    raise OSError(errno.EPERM, "Operation not permitted")


def another_disk(*_: object, **__: object) -> None:
    raise OSError(errno.EXDEV, "Invalid cross-device link")


def test_a_copy_has_the_dates_and_rights_of_the_original(source: Path, tmp_path: Path) -> None:
    source.chmod(0o640)
    target = tmp_path / "b.jpg"
    copy_file(source, target, tmp_path / "part", nobody)
    assert target.read_bytes() == b"picture"
    assert mark_of(target).is_same_content(mark_of(source))
    assert target.stat().st_mode == source.stat().st_mode
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.jpg", "b.jpg"]


@pytest.mark.parametrize("system", ["with links", "without links"])
def test_nothing_is_ever_overwritten(source: Path, tmp_path: Path, system, monkeypatch) -> None:
    if system == "without links":
        monkeypatch.setattr(os, "link", no_links)
    taken = tmp_path / "taken.jpg"
    taken.write_bytes(b"other")
    for act in (
        lambda: copy_file(source, taken, tmp_path / "part", nobody),
        lambda: move_file(source, taken, tmp_path / "part", nobody),
        lambda: rename_new(source, taken),
    ):
        with pytest.raises(FileExistsError):
            act()
    assert (source.read_bytes(), taken.read_bytes()) == (b"picture", b"other")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.jpg", "taken.jpg"]


def test_a_hard_link_does_not_overwrite(source: Path, tmp_path: Path) -> None:
    (tmp_path / "taken.jpg").write_bytes(b"other")
    with pytest.raises(FileExistsError):
        link_file(source, tmp_path / "taken.jpg")
    link_file(source, tmp_path / "b.jpg")
    assert mark_of(tmp_path / "b.jpg").is_same_file(mark_of(source))


@pytest.mark.parametrize("link", [os.link, no_links, another_disk])
def test_a_moved_file_is_the_same_elsewhere(source: Path, tmp_path: Path, link, monkeypatch):
    before = mark_of(source)
    monkeypatch.setattr(os, "link", link)
    if link is another_disk:
        between = {source}  # only the file itself is on another disk
        monkeypatch.setattr(os, "link", lambda a, b, **_: _link_unless(between, a, b))
    move_file(source, tmp_path / "b.jpg", tmp_path / "part", nobody)
    assert mark_of(tmp_path / "b.jpg").is_same_content(before)
    assert [p.name for p in tmp_path.iterdir()] == ["b.jpg"]


_real_link = os.link


def _link_unless(outside: set[Path], source: Path, target: Path) -> None:
    if source in outside:
        another_disk()
    _real_link(source, target)


def test_a_disk_that_fills_up_leaves_nothing_half(source: Path, tmp_path: Path) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        copy_file(source, tmp_path / "b.jpg", tmp_path / "part", full)
    assert [p.name for p in tmp_path.iterdir()] == ["a.jpg"]


def test_it_stops_inside_a_large_file(source: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(careful_files, "_CHUNK_BYTES", 2)
    heeded: list[int] = []

    def stop(size_bytes: int) -> None:
        heeded.append(size_bytes)
        if len(heeded) == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        copy_file(source, tmp_path / "b.jpg", tmp_path / "part", stop)
    assert [p.name for p in tmp_path.iterdir()] == ["a.jpg"]


def test_a_file_that_is_written_to_meanwhile_is_not_copied(source: Path, tmp_path: Path) -> None:
    def write(_: int) -> None:
        with source.open("ab") as file:
            file.write(b"more")

    with pytest.raises(OSError, match="changed meanwhile"):
        copy_file(source, tmp_path / "b.jpg", tmp_path / "part", write)
    assert [p.name for p in tmp_path.iterdir()] == ["a.jpg"]


def test_a_file_that_changes_before_its_move_ends_stays(source, tmp_path, monkeypatch) -> None:
    copy = careful_files.copy_file

    def copy_and_write(*args, **how) -> None:
        copy(*args, **how)
        source.write_bytes(b"newer picture")

    monkeypatch.setattr(careful_files, "copy_file", copy_and_write)
    monkeypatch.setattr(careful_files, "rename_new", lambda a, b: _rename_unless(source, a, b))
    with pytest.raises(OSError, match="changed meanwhile"):
        move_file(source, tmp_path / "b.jpg", tmp_path / "part", nobody)
    assert source.read_bytes() == b"newer picture"
    assert [p.name for p in tmp_path.iterdir()] == ["a.jpg"]


def _rename_unless(outside: Path, path: Path, target: Path) -> None:
    if path == outside:
        another_disk()
    rename_new(path, target)


def test_what_cannot_leave_its_folder_does_not_end_up_twice(
    source: Path, tmp_path: Path, monkeypatch
) -> None:
    real = os.unlink

    def closed(path: Path, **how: object) -> None:
        if Path(path) == source:
            raise PermissionError(errno.EACCES, "Permission denied")
        real(path, **how)

    monkeypatch.setattr(os, "unlink", closed)
    monkeypatch.setattr(Path, "unlink", lambda path, **_: closed(path))
    with pytest.raises(PermissionError):
        move_file(source, tmp_path / "b.jpg", tmp_path / "part", nobody)
    assert [p.name for p in tmp_path.iterdir()] == ["a.jpg"]
