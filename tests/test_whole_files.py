"""Files that take their name when they are whole, and what killed writers left of others."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from lookalike.whole_files import sweep, written_whole

HOUR_S = 3600


@pytest.fixture
def leave(tmp_path: Path) -> Callable[..., Path]:
    """What a killed writer left, so many seconds ago."""

    def leave_(name: str, age_s: float = 2 * HOUR_S) -> Path:
        path = tmp_path / name
        path.write_bytes(b"half of it")
        os.utime(path, (time.time() - age_s,) * 2)
        return path

    return leave_


def write(path: Path, **choices: bool) -> None:
    with written_whole(path, **choices) as stream:
        stream.write(b"whole")


def test_what_a_killed_writer_left_goes_with_the_next_one(tmp_path, leave):
    left, fresh = leave("a.xmp.12.new"), leave("a.xmp.13.new", age_s=60)
    write(tmp_path / "a.xmp")
    assert (left.exists(), fresh.exists()) == (False, True)
    assert (tmp_path / "a.xmp").read_bytes() == b"whole"


def test_signs_in_a_name_mean_themselves(tmp_path, leave):
    own, other = leave("photo[1].xmp.12.new"), leave("photo1.xmp.12.new")
    write(tmp_path / "photo[1].xmp")
    assert (own.exists(), other.exists()) == (False, True)


def test_what_only_looks_like_it_is_left(tmp_path, leave):
    others = [leave(name) for name in ("a.xmp.new", "a.xmp.old.new", "a.xmp.12.new.txt", "b.1.new")]
    write(tmp_path / "a.xmp")
    assert all(other.exists() for other in others)


def test_a_folder_is_looked_through_once_for_many_files(tmp_path, leave, monkeypatch):
    left = [leave(f"{name}.xmp.12.new") for name in "abc"]
    looks, listdir = [], os.listdir
    monkeypatch.setattr(os, "listdir", lambda folder: looks.append(folder) or listdir(folder))
    files = [tmp_path / f"{name}.xmp" for name in "abc"]
    sweep(files)
    for file in files:
        write(file, sweeps=False)
    assert looks == [tmp_path]
    assert not any(each.exists() for each in left)


def test_a_folder_that_is_not_there_is_told_by_the_writer(tmp_path):
    sweep([tmp_path / "gone" / "a.xmp"])
    with pytest.raises(FileNotFoundError):
        write(tmp_path / "gone" / "a.xmp")
