"""The list of files to read, which is kept on disk."""

import os
from pathlib import Path

import pytest

from lookalike.errors import LibraryUnusable
from lookalike.library.intake.spool import Spool
from lookalike.library.intake.walking import FoundFile


def test_files_come_back_as_they_went_in(tmp_path):
    names = [b"/a/b.jpg", b"/caf\xe9\n.png", "/ä𝄞.heic".encode()]
    with Spool(tmp_path) as spool:
        for number, name in enumerate(names):
            spool.add(FoundFile(name, 1 << (33 + number), -number))
        files = list(spool.files())
        assert [os.fsencode(file.path) for file in files] == names
        assert [file.size_bytes for file in files] == [1 << 33, 1 << 34, 1 << 35]
        assert [file.mtime_ns for file in files] == [0, -1, -2]
        assert (spool.count, spool.total_bytes) == (3, 7 << 33)


def test_nothing_is_left_behind(tmp_path):
    with Spool(tmp_path) as spool:
        spool.add(FoundFile(b"/a", 1, 1))
    assert list(tmp_path.iterdir()) == []


def test_no_room_is_told(tmp_path, monkeypatch):
    with pytest.raises(LibraryUnusable, match="Nothing can be written"):
        Spool(tmp_path / "nowhere")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told(tmp_path, monkeypatch):
    full = open("/dev/full", "r+b")  # noqa: PTH123, SIM115
    monkeypatch.setattr("tempfile.TemporaryFile", lambda **_: full)
    spool = Spool(tmp_path)
    file = FoundFile(b"/a" * 20_000, 1, 1)
    with pytest.raises(LibraryUnusable, match="No space left"):
        spool.add(file)
    full.raw.close()
