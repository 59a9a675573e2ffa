"""Labels in sidecars beside photos: looked at, written, and taken out again."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from lookalike.errors import FolderUnusable, LibraryUnusable, LookalikeError
from lookalike.imaging.keywords import read_sidecar
from lookalike.imaging.xmp import with_keywords
from lookalike.library.files.file_journal import open_journal
from lookalike.library.files.file_work import unfinished
from lookalike.library.labels import sidecar_work
from lookalike.library.labels.labelling import give, make_label
from lookalike.library.labels.sidecar_work import (
    SidecarReport,
    last_sidecars,
    undo_sidecars,
    write_sidecars,
)
from lookalike.library.labels.sidecars import SidecarPlan, SidecarStanding, plan_sidecars
from lookalike.library.library import Library
from lookalike.progress import Advance, Progress

NEW, CHANGED, SAME = SidecarStanding.NEW, SidecarStanding.CHANGED, SidecarStanding.SAME

OTHER = b"""<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:Rating="4"><!-- mine -->
<dc:subject><rdf:Bag><rdf:li>holiday</rdf:li></rdf:Bag></dc:subject>
</rdf:Description></rdf:RDF></x:xmpmeta>"""


@pytest.fixture
def photos(tmp_path: Path, paint, bring_in, library: Library) -> Path:
    """Three photos of two labels, one of them nested."""
    for seed, name in enumerate(("a.png", "b.png", "inside/a.png")):
        paint(name, seed=seed)
    bring_in()
    folder = tmp_path / "photos"
    cats, _ = make_label(library, "animals/cats")
    red, _ = make_label(library, "red")
    found = {p.path.relative_to(folder).as_posix(): p.id for p in all_photos(library)}
    give(library, [found["a.png"], found["b.png"]], cats.id)
    give(library, [found["a.png"], found["inside/a.png"]], red.id)
    return folder


@pytest.fixture
def look(library: Library) -> Callable[..., SidecarPlan]:
    return lambda folder=None: plan_sidecars(library, None, folder, Progress())


@pytest.fixture
def write(library: Library, look) -> Callable[..., SidecarReport]:
    return lambda folder=None: write_sidecars(library, look(folder), Progress())


def all_photos(library: Library) -> list:
    return library.photos(library.photo_ids())


def contents(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(path): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_labels_are_written_beside_photos_and_taken_out_again(library, photos, look, write) -> None:
    before = contents(photos)
    plan = look()
    assert [file.standing for file in plan.files] == [NEW, NEW, NEW]
    assert plan.sentence == "3 sidecars: 3 new."
    assert contents(photos) == before
    report = write()
    assert (len(report.written), report.left, report.can_be_undone) == (3, (), True)
    assert read_sidecar(photos / "a.png") == ("animals/cats", "red")
    assert read_sidecar(photos / "inside" / "a.png") == ("red",)
    assert {name: told for name, told in contents(photos).items() if name in before} == before
    back = undo_sidecars(library, report, Progress())
    assert (len(back.written), back.left) == (3, ())
    assert contents(photos) == before
    assert not back.can_be_undone


def test_what_a_sidecar_says_otherwise_is_kept(library, photos, look, write) -> None:
    sidecar = photos / "a.png.xmp"
    sidecar.write_bytes(OTHER)
    sidecar.chmod(0o600)
    os.utime(sidecar, ns=(10**18, 10**18))
    assert look().files[0].standing is CHANGED
    report = write()
    told = sidecar.read_bytes()
    assert read_sidecar(photos / "a.png") == ("animals/cats", "red", "holiday")
    for kept in (b'xmp:Rating="4"', b"<!-- mine -->", b"<rdf:li>holiday</rdf:li>"):
        assert kept in told
    assert stat.S_IMODE(sidecar.stat().st_mode) == 0o600
    undo_sidecars(library, report, Progress())
    assert (sidecar.read_bytes(), sidecar.stat().st_mtime_ns) == (OTHER, 10**18)
    assert stat.S_IMODE(sidecar.stat().st_mode) == 0o600


def test_what_it_says_already_is_not_written_again(library, photos, look, write) -> None:
    write()
    plan = look()
    assert [file.standing for file in plan.files] == [SAME, SAME, SAME]
    assert plan.to_do == ()
    assert write().written == ()


@pytest.mark.parametrize(
    "data",
    [b"", b"no xml", b"<a/>", b"<!DOCTYPE a><a/>", OTHER[:-20], b"x" * ((1 << 20) + 1)],
    ids=["empty", "text", "other", "entities", "cut", "large"],
)
def test_what_is_not_understood_is_told_and_left(library, photos, look, write, data) -> None:
    (photos / "a.png.xmp").write_bytes(data)
    first = look().files[0]
    assert (first.standing, bool(first.reason)) == (SidecarStanding.UNREADABLE, True)
    assert "1 that cannot be written" in look().sentence
    assert len(write().written) == 2
    assert (photos / "a.png.xmp").read_bytes() == data


def test_a_link_is_left(library, photos, look, tmp_path) -> None:
    (tmp_path / "real.xmp").write_bytes(OTHER)
    (photos / "a.png.xmp").symlink_to(tmp_path / "real.xmp")
    assert look().files[0].standing is SidecarStanding.CLOSED


def test_a_closed_folder_is_told(library, photos, look, read_only) -> None:
    read_only(photos / "inside")
    assert look().files[2].standing is SidecarStanding.CLOSED


def test_a_folder_that_went_away_meanwhile_is_told(library, photos, look) -> None:
    plan = look()
    (photos / "inside" / "a.png").unlink()
    (photos / "inside").rmdir()
    report = write_sidecars(library, plan, Progress())
    assert [path for path, _ in report.left] == [photos / "inside" / "a.png.xmp"]
    assert report.left[0][1].endswith(".")
    assert look().files[2].standing is SidecarStanding.CLOSED


def test_they_may_go_into_a_folder_of_their_own(library, photos, write, look, tmp_path) -> None:
    (tmp_path / "out").mkdir()
    before = contents(photos)
    write(tmp_path / "out")
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        *("a.png.xmp", "b.png.xmp", "a (2).png.xmp"),
    }
    assert contents(photos) == before
    for folder in (tmp_path / "none", library.folder):
        with pytest.raises(FolderUnusable):
            look(folder)


def test_what_was_changed_since_is_left_as_it_is(library, photos, write) -> None:
    report = write()
    changed = with_keywords((photos / "b.png.xmp").read_bytes(), [("mine",)])
    (photos / "b.png.xmp").write_bytes(changed)
    (photos / "inside" / "a.png.xmp").unlink()
    back = undo_sidecars(library, report, Progress())
    assert [path.name for path, _ in back.left] == ["b.png.xmp"]
    assert (photos / "b.png.xmp").read_bytes() == changed
    assert not (photos / "a.png.xmp").exists()


def test_it_is_taken_back_by_the_next_program_too(
    library, photos, write, open_library, monkeypatch
) -> None:
    (photos / "b.png.xmp").write_bytes(OTHER)
    before = contents(photos)
    replace = sidecar_work._replace
    seen = []

    class Killed(BaseException):
        pass

    def die_in_the_third(*given: object) -> None:
        seen.append(given)
        if len(seen) == 3:
            raise Killed
        replace(*given)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(sidecar_work, "_replace", die_in_the_third)
        with pytest.raises(Killed):
            write()
    again = open_library()
    assert unfinished(again) is None
    report = last_sidecars(again)
    assert report is not None
    assert len(report.written) == 3
    back = undo_sidecars(again, report, Progress())
    assert back.left == ()
    assert contents(photos) == before
    assert last_sidecars(again) is None


def test_only_the_last_ones_can_be_taken_back(library, photos, write) -> None:
    first = write()
    (photos / "a.png.xmp").unlink()
    write()
    with pytest.raises(LookalikeError, match="written since"):
        undo_sidecars(library, first, Progress())


def test_where_there_is_nothing_to_write_the_last_ones_can_still_be_taken_back(
    library, photos, write
) -> None:
    before = contents(photos)
    first = write()
    assert write().written == ()
    undo_sidecars(library, first, Progress())
    assert contents(photos) == before


def test_each_folder_is_swept_once(library, photos, look, monkeypatch) -> None:
    left = photos / "b.png.xmp.12.new"
    left.write_bytes(b"half of it")
    os.utime(left, (1, 1))
    plan, looks, listdir = look(), [], os.listdir
    monkeypatch.setattr(os, "listdir", lambda folder: looks.append(folder) or listdir(folder))
    write_sidecars(library, plan, Progress())
    assert sorted(looks) == [photos, photos / "inside"]
    assert not left.exists()


def test_it_can_be_stopped_and_taken_back(library, photos, look) -> None:
    before = contents(photos)

    def stop(advance: Advance) -> None:
        if advance.done:
            stopped.cancel()

    stopped = Progress(stop, interval_s=0)
    report = write_sidecars(library, look(), stopped)
    assert (report.is_stopped, 0 < len(report.written) < 3) == (True, True)
    undo_sidecars(library, report, Progress())
    assert contents(photos) == before


def test_two_programs_do_not_write_at_once(library, photos, write) -> None:
    with open_journal(library.folder, {}), pytest.raises(LibraryUnusable, match="Another program"):
        write()
