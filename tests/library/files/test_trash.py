import os
import struct
import sys
from pathlib import Path

import pytest

from lookalike.errors import LookalikeError
from lookalike.library.files import trash
from lookalike.library.files.careful_files import mark_of

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="needs a trash to try")


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    file = tmp_path / "photos" / "a ü%.jpg"
    file.parent.mkdir()
    file.write_bytes(b"picture")
    os.utime(file, ns=(10**18, 10**18 + 7))
    return file


def test_what_was_put_in_is_found_and_comes_back_as_it_was(photo: Path, own_trash: Path) -> None:
    mark = mark_of(photo)
    trash.put(photo)
    assert not photo.exists()
    found = trash.locate({photo: mark})
    assert found[photo].kept.is_relative_to(own_trash)
    trash.take_back(found[photo], photo)
    assert (photo.read_bytes(), mark_of(photo)) == (b"picture", mark)
    assert [file for file in own_trash.rglob("*") if file.is_file()] == []


def test_names_that_are_not_text_come_back_too(tmp_path: Path, own_trash: Path) -> None:
    photo = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.jpg"))
    photo.write_bytes(b"picture")
    mark = mark_of(photo)
    trash.put(photo)
    trash.take_back(trash.locate({photo: mark})[photo], photo)
    assert photo.exists()


def test_of_several_of_one_place_the_one_that_was_meant_is_found(
    photo: Path, own_trash: Path
) -> None:
    marks = []
    for content in (b"first", b"second one"):
        photo.write_bytes(content)
        marks.append(mark_of(photo))
        trash.put(photo)
    assert trash.locate({photo: marks[0]})[photo].kept.read_bytes() == b"first"
    assert trash.locate({photo: marks[1]})[photo].kept.read_bytes() == b"second one"


def test_what_was_emptied_is_not_found(photo: Path, own_trash: Path) -> None:
    mark = mark_of(photo)
    trash.put(photo)
    for file in (own_trash / "files").iterdir():
        file.unlink()
    assert trash.locate({photo: mark}) == {}


def test_another_file_in_the_old_place_is_not_overwritten(photo: Path, own_trash: Path) -> None:
    mark = mark_of(photo)
    trash.put(photo)
    photo.write_bytes(b"newer")
    found = trash.locate({photo: mark})
    with pytest.raises(FileExistsError):
        trash.take_back(found[photo], photo)
    assert photo.read_bytes() == b"newer"
    assert found[photo].kept.read_bytes() == b"picture"


def test_files_inside_the_folder_of_the_trash_come_back_too(own_trash: Path) -> None:
    photo = own_trash.parent / "lookalike" / "a.jpg"  # told relatively
    photo.parent.mkdir()
    photo.write_bytes(b"picture")
    mark = mark_of(photo)
    trash.put(photo)
    assert "Path=lookalike" in (own_trash / "info" / "a.jpg.trashinfo").read_text()
    assert photo in trash.locate({photo: mark})


def test_a_disk_without_a_trash_keeps_the_file(photo: Path, own_trash: Path, monkeypatch) -> None:
    monkeypatch.setattr(trash, "bin_for", lambda _: None)
    with pytest.raises(LookalikeError, match="no trash"):
        trash.put(photo)
    assert photo.exists()


def test_a_file_that_is_too_large_for_the_trash_is_kept(photo, own_trash, monkeypatch) -> None:
    monkeypatch.setattr(trash, "bin_for", lambda _: trash.Bin(most_bytes=3))
    with pytest.raises(LookalikeError, match="no trash"):
        trash.put(photo)
    assert photo.exists()


def test_a_trash_that_refuses_is_told_in_a_sentence(photo: Path, own_trash: Path, monkeypatch):
    def refuse(_: Path) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("send2trash.send2trash", refuse)
    with pytest.raises(LookalikeError, match="Input/output error"):
        trash.put(photo)


def test_another_volume_has_a_trash_of_its_own(tmp_path: Path, monkeypatch) -> None:
    top = tmp_path / "usb"
    (top / "photos").mkdir(parents=True)
    photo = top / "photos" / "a.jpg"
    photo.write_bytes(b"picture")
    mark = mark_of(photo)
    monkeypatch.setattr(trash, "_top_of", lambda _: top)
    monkeypatch.setattr(trash, "_home_trash", lambda: tmp_path / "home" / "Trash")
    place = top / f".Trash-{os.getuid()}"
    assert place in list(trash._volume_trashes(top))
    for part in ("info", "files"):
        (place / part).mkdir(parents=True)
    photo.rename(place / "files" / "a.jpg")
    note = "[Trash Info]\nPath=photos/a.jpg\nDeletionDate=2026-01-01T00:00:00\n"
    (place / "info" / "a.jpg.trashinfo").write_text(note)
    assert trash.locate({photo: mark})[photo].kept == place / "files" / "a.jpg"


def test_a_shared_trash_counts_only_with_a_sticky_bit(tmp_path: Path) -> None:
    shared = tmp_path / ".Trash"
    shared.mkdir()
    shared.chmod(0o777)
    assert len(list(trash._volume_trashes(tmp_path))) == 1
    shared.chmod(0o1777)
    assert len(list(trash._volume_trashes(tmp_path))) == 2


@pytest.mark.parametrize("version", [1, 2])
def test_the_index_of_windows_is_read(tmp_path: Path, version: int) -> None:
    name = "C:\\Fotos\\ü.jpg"
    head = struct.pack("<QQQ", version, 7, 132_000_000_000_000_000)
    letters = (name + "\0").encode("utf-16-le")
    if version == 1:
        letters = letters.ljust(520, b"\0")
    else:
        letters = struct.pack("<I", len(name) + 1) + letters
    index = tmp_path / "$IABCDEF.jpg"
    index.write_bytes(head + letters)
    assert trash.read_windows_index(index) == (name, 132_000_000_000_000_000)


@pytest.mark.parametrize("content", [b"", b"\x02", struct.pack("<QQQ", 3, 0, 0), b"\xff" * 60])
def test_an_index_that_is_damaged_is_none(tmp_path: Path, content: bytes) -> None:
    index = tmp_path / "$I"
    index.write_bytes(content)
    assert trash.read_windows_index(index) is None


def test_without_notes_a_file_is_known_by_its_inode(photo: Path, tmp_path: Path, monkeypatch):
    mark = mark_of(photo)
    place = tmp_path / ".Trash"
    place.mkdir()
    photo.rename(place / "a 10.11.12.jpg")
    (place / "other.jpg").write_bytes(b"picture")
    monkeypatch.setattr(trash, "_mac_trashes", lambda _: {place})
    found = trash._located_by_inode({photo: mark})
    assert found == {photo: trash.Trashed(place / "a 10.11.12.jpg")}
