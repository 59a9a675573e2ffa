"""What a walk over a folder finds, and what it leaves alone."""

import inspect
import os
import sys

import pytest

from lookalike.errors import FolderUnusable
from lookalike.library.walking import find_photos
from lookalike.progress import Cancelled, Progress


def touch(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")


def found(folder, **choices):
    walk = find_photos(folder, Progress(), **choices)
    return [file.path.relative_to(folder).as_posix() for file in walk.photos]


def test_photos_of_a_folder_come_before_those_of_its_folders(tmp_path):
    touch(tmp_path, "b.jpg", "a/c.jpg", "a/b/d.jpg", "z.png", "c/e.heic")
    assert found(tmp_path) == ["b.jpg", "z.png", "a/c.jpg", "a/b/d.jpg", "c/e.heic"]


def test_size_and_time_are_those_of_the_file(tmp_path):
    touch(tmp_path, "a.jpg")
    [file] = find_photos(tmp_path, Progress()).photos
    known = (tmp_path / "a.jpg").stat()
    assert (file.size_bytes, file.mtime_ns) == (known.st_size, known.st_mtime_ns)


def test_folders_nested_deeper_than_the_stack_are_walked(tmp_path):
    touch(tmp_path.joinpath(*"d" * 200), "a.jpg")
    usual = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack()) + 150)
    try:
        assert len(find_photos(tmp_path, Progress()).photos) == 1
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
        if folder.name == "closed":
            raise PermissionError(13, "Permission denied")
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    walk = find_photos(tmp_path, Progress())
    assert [file.path.name for file in walk.photos] == ["a.jpg"]
    assert walk.closed == [(tmp_path / "closed", "the folder cannot be read (Permission denied)")]
    with pytest.raises(FolderUnusable, match="cannot be read"):
        find_photos(tmp_path / "closed", Progress())


def test_a_walk_can_be_stopped(tmp_path):
    touch(tmp_path, "a.jpg")
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        find_photos(tmp_path, progress)
