"""What a walk over a folder finds, and what it leaves alone."""

import inspect
import os
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from lookalike.errors import FolderUnusable
from lookalike.library.intake.walking import FoundFile, Walk, device_of, find_photos, is_there
from lookalike.photos import Folder
from lookalike.progress import Cancelled, Progress


def touch(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")


def found(folder, **choices):
    photos = find_photos(folder, Progress(), **choices)
    return [path.relative_to(folder).as_posix() for path in photos]


def test_photos_come_in_the_order_of_their_paths_bytes(tmp_path):
    touch(
        tmp_path, "b.jpg", "a/c.jpg", "a.jpg", "a-b/d.jpg", "a/b/d.jpg", "Z.png", "ä.jpg", "𝄞.jpg"
    )
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.jpg"))).write_bytes(b"x")
    walk = [path for path, *_ in Walk(tmp_path, Progress())]
    assert walk == sorted(walk)
    assert len(walk) == 9


def test_size_and_time_are_those_of_the_file(tmp_path):
    touch(tmp_path, "a.jpg")
    [(_, size_bytes, mtime_ns, _)] = Walk(tmp_path, Progress())
    known = (tmp_path / "a.jpg").stat()
    assert (size_bytes, mtime_ns) == (known.st_size, known.st_mtime_ns)


def test_folders_nested_deeper_than_the_stack_are_walked(tmp_path):
    touch(tmp_path.joinpath(*"d" * 200), "a.jpg")
    usual = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 150)
    try:
        assert len(find_photos(tmp_path, Progress())) == 1
    finally:
        sys.setrecursionlimit(usual)


def test_an_excluded_folder_is_not_entered(tmp_path):
    touch(tmp_path, "keep/a.jpg", "leave/b.jpg", "keep/leave/c.jpg", "keep/x.leave.jpg")
    assert found(tmp_path, exclude=["leave", "*.leave.jpg"]) == ["keep/a.jpg"]
    assert found(tmp_path, exclude=["*/keep/*"]) == ["leave/b.jpg"]


@pytest.mark.skipif(os.name != "posix", reason="pipes with a name are POSIX")
def test_a_pipe_is_found_but_never_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.jpg")
    assert found(tmp_path) == ["pipe.jpg"]


def test_a_closed_inner_folder_is_told_and_the_rest_found(tmp_path, monkeypatch):
    touch(tmp_path, "a.jpg", "closed/b.jpg")
    scandir = os.scandir

    def refuse(folder):
        if Path(os.fsdecode(folder)).name == "closed":
            raise PermissionError(13, "Permission denied")
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    walk = Walk(tmp_path, Progress())
    assert [path for path, *_ in walk] == [os.fsencode(tmp_path / "a.jpg")]
    assert walk.is_closed(tmp_path / "closed" / "b.jpg")
    assert not walk.is_closed(tmp_path / "a.jpg")
    assert walk.closed == [(tmp_path / "closed", "the folder cannot be read (Permission denied)")]
    with pytest.raises(FolderUnusable, match="cannot be read"):
        find_photos(tmp_path / "closed", Progress())


def test_a_walk_can_be_stopped(tmp_path):
    touch(tmp_path, "inner/a.jpg")
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        find_photos(tmp_path, progress)


JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(30)


def test_a_file_without_a_photos_suffix_is_taken_for_how_it_begins(tmp_path):
    for name in ("download", "IMG_1.jpg_large", "b.tmp"):
        (tmp_path / name).write_bytes(JPEG)
    (tmp_path / "notes.txt").write_text("no photo")
    walk = Walk(tmp_path, Progress())
    assert [Path(os.fsdecode(path)).name for path, *_ in walk] == [
        "IMG_1.jpg_large",
        "b.tmp",
        "download",
    ]
    assert walk.ignored == 1


@pytest.mark.parametrize("suffix", [".part", ".partial", ".crdownload", ".download"])
def test_a_download_under_way_is_no_photo_yet(tmp_path, suffix):
    (tmp_path / f"a.jpg{suffix}").write_bytes(JPEG)
    for scanned_ns in (0, time.time_ns() + 10**9):
        walk = Walk(tmp_path, Progress(), scanned_ns=scanned_ns)
        assert list(walk) == []
        assert walk.ignored == 1


def test_what_was_looked_into_before_is_not_opened_again(tmp_path, monkeypatch):
    (tmp_path / "old").write_bytes(JPEG)
    scanned_ns = time.time_ns() + 1
    [file] = map(FoundFile._make, Walk(tmp_path, Progress(), scanned_ns=scanned_ns))
    assert file.is_doubtful
    os.utime(tmp_path / "old", ns=(scanned_ns + 1, scanned_ns + 1))
    [file] = map(FoundFile._make, Walk(tmp_path, Progress(), scanned_ns=scanned_ns))
    assert not file.is_doubtful


def test_what_systems_keep_beside_photos_is_not_the_persons(tmp_path):
    touch(tmp_path, "a.jpg", "._a.jpg", "@eaDir/a.jpg/SYNOPHOTO_THUMB_M.jpg", ".hidden/b.jpg")
    touch(tmp_path, "#recycle/c.jpg", "$RECYCLE.BIN/d.jpg", "inner/@eaDir/e.jpg", "inner/f.jpg")
    assert found(tmp_path) == ["a.jpg", "inner/f.jpg"]


def test_a_folder_of_the_library_is_there_unless_its_drive_was_unplugged(tmp_path):
    folder = Folder(tmp_path / "drive", scanned_ns=1, device="another")
    assert not is_there(folder)
    folder.path.mkdir()
    assert not is_there(folder)  # what remains of a mounted drive is empty
    assert is_there(replace(folder, device=device_of(folder.path)))  # emptied by the person
    touch(folder.path, "a.jpg")
    assert is_there(folder)


def test_a_link_to_a_folder_that_is_walked_anyway_is_not_entered(tmp_path):
    touch(tmp_path, "real/a.jpg")
    (tmp_path / "alias").symlink_to(tmp_path / "real")
    (tmp_path / "round").symlink_to(tmp_path)
    assert found(tmp_path) == ["real/a.jpg"]


def test_files_that_were_moved_here_with_their_folder_are_looked_into(tmp_path):
    root, aside = tmp_path / "photos", tmp_path / "aside" / "inner"
    root.mkdir()
    aside.mkdir(parents=True)
    (aside / "download").write_bytes(JPEG)
    time.sleep(0.02)
    scanned_ns = time.time_ns()
    time.sleep(0.02)
    aside.parent.rename(root / "moved")
    [file] = Walk(root, Progress(), scanned_ns=scanned_ns)
    assert not file[3]


def test_a_pattern_says_nothing_about_what_is_above_the_folder(tmp_path):
    touch(tmp_path, "private/photos/a.jpg", "private/photos/private/b.jpg")
    assert found(tmp_path / "private" / "photos", exclude=["*/private/*"]) == ["a.jpg"]


def test_patterns_are_those_of_the_folder_around(tmp_path):
    touch(tmp_path, "inner/raw/a.jpg", "inner/b.jpg")
    walk = Walk(tmp_path / "inner", Progress(), exclude=["/inner/raw"], base=tmp_path)
    assert [Path(os.fsdecode(path)).name for path, *_ in walk] == ["b.jpg"]


def test_a_time_that_no_catalog_holds_is_the_latest_one(tmp_path, monkeypatch):
    touch(tmp_path, "a.jpg")
    monkeypatch.setattr("lookalike.library.intake.walking.LATEST_NS", 7)
    [file] = Walk(tmp_path, Progress())
    assert file[2] == 7
