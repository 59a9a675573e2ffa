"""Opening a library: what is refused, what is repaired, and by how many at once."""

import subprocess
import sys

import filelock
import pytest

from lookalike.errors import LibraryUnusable, NetworkUnusable
from lookalike.library import library as library_module
from lookalike.library.library import Library
from lookalike.library.network_choice import choose_network
from lookalike.settings import Settings


def test_a_library_begins_in_a_folder_that_is_not_there(open_library, tmp_path):
    assert open_library(tmp_path / "new" / "library").photo_ids() == []


def test_a_folder_of_other_files_is_no_library(open_library, tmp_path):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a.jpg").write_bytes(b"")
    with pytest.raises(LibraryUnusable, match="holds other files"):
        open_library(tmp_path / "photos")
    assert [path.name for path in (tmp_path / "photos").iterdir()] == ["a.jpg"]


def test_a_file_is_no_library(open_library, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(LibraryUnusable, match="No library can be opened"):
        open_library(tmp_path / "file")


def test_a_library_that_lost_its_catalog_begins_anew_beside_its_caches(
    open_library, library, bring_in, paint
):
    paint("a.jpg")
    bring_in()
    library.close()
    (library.folder / "catalog.db").unlink()
    (library.folder / "thumbnails.db-wal").write_bytes(b"left over")
    assert open_library().photo_ids() == []


def test_a_library_is_not_made_where_one_is_wanted(tmp_path):
    with pytest.raises(LibraryUnusable, match="no library"):
        Library.open(tmp_path / "none", Settings(), create=False)
    assert not (tmp_path / "none").exists()


def test_many_programs_may_open_a_new_library_at_once(tmp_path):
    script = (
        "import sys; from pathlib import Path; from lookalike.settings import Settings;"
        "from lookalike.library.library import Library;"
        "Library.open(Path(sys.argv[1]), Settings()).counts()"
    )
    command = [sys.executable, "-c", script, tmp_path / "library"]
    opened = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(6)]
    for program in opened:
        _, told = program.communicate(timeout=60)
        assert program.returncode == 0, told


def test_a_library_that_another_program_is_opening_is_told(open_library, library, monkeypatch):
    monkeypatch.setattr(library_module, "_OPENING_TIMEOUT_S", 0.05)
    with (
        filelock.FileLock(library.folder / "open.lock"),
        pytest.raises(LibraryUnusable, match="opened by another program"),
    ):
        open_library()


@pytest.mark.parametrize("name", ["open.lock", "import.lock"])
def test_a_lock_that_cannot_be_written_is_told(open_library, library, name):
    (library.folder / name).unlink(missing_ok=True)
    (library.folder / name).mkdir()

    def open_and_lock():
        with open_library().import_lock():
            pass

    with pytest.raises(LibraryUnusable, match="cannot be written"):
        open_and_lock()


def test_its_size_is_that_of_all_its_files(library):
    files = [path for path in library.folder.rglob("*") if path.is_file()]
    assert library.size_bytes() == sum(path.stat().st_size for path in files)


@pytest.mark.parametrize("name", ["unknown", "../tiny", ".", ""])
def test_a_network_that_is_not_there_is_told_with_those_that_are(make_network, name):
    networks = make_network("models/tiny").parent
    with pytest.raises(NetworkUnusable, match="no network") as told:
        choose_network(Settings(network=name), networks)
    assert told.value.hint == "Choose one of: tiny."
