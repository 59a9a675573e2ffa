"""What becomes of each file of a folder, the first time and every time after."""

import os
import shutil
import sqlite3
from pathlib import Path
from unittest.mock import Mock

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from lookalike.errors import FolderUnusable, LibraryUnusable, NetworkUnusable, PhotoUnreadable
from lookalike.imaging.decode import read_file
from lookalike.library.intake import reading, walking
from lookalike.library.intake.import_engine import bring_in as import_folders
from lookalike.library.intake.scanning import Scan
from lookalike.library.labels import labelling
from lookalike.library.library import Library
from lookalike.library.problems import problems
from lookalike.networks.peaks import PeakEmbedder
from lookalike.photos import PhotoState
from lookalike.progress import Advance, Cancelled, Progress


def paths(library: Library) -> list[Path]:
    return [photo.path for photo in library.photos(library.photo_ids())]


def vectors(library: Library) -> int:
    return sum(len(keys) for keys, _ in library.catalog.embeddings(library.embedder().space))


def refuse_to_read(file, **_):
    raise AssertionError(f"{file} was read")


def test_every_photo_of_a_folder_comes_in(library, bring_in, paint):
    painted = [paint("a.jpg"), paint("b.png", seed=1), paint("inner/deep/ç 写真.webp", seed=2)]
    report = bring_in()
    assert sorted(paths(library)) == sorted(painted)
    assert (report.added, report.found, vectors(library)) == (3, 3, 3)
    assert (report.network, report.provider) == ("tiny", "CPU")


def test_facts_of_the_upright_picture_are_kept(library, bring_in, paint):
    exif = Image.Exif()
    exif[0x0112] = 6
    with Image.open(paint("a.jpg")) as image:
        image.save(paint("a.jpg"), exif=exif)
    bring_in()
    [photo] = library.photos(library.photo_ids())
    assert (photo.facts.width, photo.facts.height, photo.facts.orientation) == (24, 32, 6)


def test_a_second_run_reads_nothing(library, bring_in, paint, monkeypatch):
    paint("a.jpg")
    paint("b.jpg", seed=1)
    bring_in()
    monkeypatch.setattr("lookalike.library.intake.reading.Reader.read", refuse_to_read)
    report = bring_in()
    assert (report.unchanged, report.added, report.found) == (2, 0, 2)


def test_a_broken_file_is_told_and_not_tried_again(library, bring_in, paint, monkeypatch):
    good, bad = paint("a.jpg"), paint("b.jpg", seed=1)
    bad.write_bytes(bad.read_bytes()[:200])
    [(path, reason)] = bring_in().failed
    assert path == bad
    assert "damaged" in reason
    monkeypatch.setattr("lookalike.library.intake.reading.Reader.read", refuse_to_read)
    assert bring_in().failed == [(bad, reason)]
    assert [problem.path for problem in problems(library)] == [bad]
    assert paths(library) == [good]


def test_a_repaired_file_comes_in(library, bring_in, paint):
    bad = paint("a.jpg")
    bad.write_bytes(b"")
    bring_in()
    paint("a.jpg")
    report = bring_in()
    assert (report.changed, report.failed, problems(library)) == (1, [], [])


def test_a_changed_photo_is_embedded_again(library, bring_in, paint):
    paint("a.jpg")
    bring_in()
    before = library.photos(library.photo_ids())[0]
    paint("a.jpg", colour=(0, 200, 0))
    report = bring_in()
    after = library.photos(library.photo_ids())[0]
    assert (report.changed, after.id) == (1, before.id)
    assert after.content_hash != before.content_hash


def rated(path: Path) -> None:
    """As another program does that writes a rating into it."""
    with Image.open(path) as image:
        image.load()
        told = PngInfo()
        told.add_text("Rating", "5")
        image.save(path, pnginfo=told)


def labels_of(library: Library, path: Path) -> list[str]:
    photo = library.catalog.photo_at(path)
    return [label.name for label in labelling.labels_of(library, [photo.id]).get(photo.id, ())]


def test_a_photo_keeps_its_labels_when_another_program_rates_it(library, bring_in, paint, label):
    path = paint("a.png")
    bring_in()
    [photo] = library.photos(library.photo_ids())
    label("red", [photo.id])
    labelling.reject(library, [photo.id], label("blue"))
    rated(path)
    assert bring_in().changed == 1
    again = library.photo(photo.id)
    assert again.content_hash != photo.content_hash
    assert labels_of(library, path) == ["red"]
    assert {content for _, content in library.catalog.labels.rows().rejected} == {
        photo.content_hash,
        again.content_hash,
    }


def test_another_picture_at_the_path_of_a_photo_has_none_of_its_labels(
    library, bring_in, paint, label
):
    path = paint("a.png")
    bring_in()
    label("red", library.photo_ids())
    paint("a.png", colour=(0, 200, 0))
    assert bring_in().changed == 1
    assert labels_of(library, path) == []


def test_of_a_picture_whose_vector_is_damaged_nobody_can_tell_that_it_is_the_same(
    library, bring_in, paint, label
):
    path = paint("a.png")
    bring_in()
    label("red", library.photo_ids())
    with sqlite3.connect(library.folder / "catalog.db") as connection:
        connection.execute("UPDATE embeddings SET checksum = checksum + 1")
    rated(path)
    assert bring_in().changed == 1
    assert labels_of(library, path) == []


def test_a_touched_photo_is_unchanged(library, bring_in, paint):
    os.utime(paint("a.jpg"), ns=(1, 1))
    bring_in()
    os.utime(paint("a.jpg"), ns=(2, 2))
    report = bring_in()
    assert (report.unchanged, report.changed) == (1, 0)
    assert library.photos(library.photo_ids())[0].file.mtime_ns == 2


def test_a_renamed_photo_keeps_its_id_and_its_embedding(library, bring_in, paint):
    old = paint("a.jpg")
    bring_in()
    [photo_id] = library.photo_ids()
    new = old.rename(old.with_name("renamed.jpg"))
    report = bring_in()
    assert (report.moved, report.added, report.missing) == (1, 0, 0)
    assert library.photo_ids() == [photo_id]
    assert paths(library) == [new]
    assert vectors(library) == 1


def test_photos_of_a_renamed_folder_are_moved(library, bring_in, paint, tmp_path):
    for number in range(3):
        paint(f"old/{number}.jpg", seed=number)
    bring_in()
    ids = library.photo_ids()
    (tmp_path / "photos" / "old").rename(tmp_path / "photos" / "new")
    assert (bring_in().moved, library.photo_ids()) == (3, ids)


def test_a_copy_shares_the_embedding(library, bring_in, paint, tmp_path):
    original = paint("a.jpg")
    bring_in()
    shutil.copy(original, tmp_path / "photos" / "copy.jpg")
    report = bring_in()
    assert (report.added, report.unchanged) == (1, 1)
    assert (len(paths(library)), vectors(library)) == (2, 1)


def test_copies_that_come_together_are_embedded_once(library, bring_in, paint):
    for number in range(8):
        paint(f"{number}.jpg")
    assert (bring_in().added, vectors(library)) == (8, 1)


def test_a_photo_that_is_gone_is_missing_until_it_returns(library, bring_in, paint):
    path = paint("a.jpg")
    paint("b.jpg", seed=1)
    bring_in()
    away = path.rename(path.parent.parent / "away.jpg")
    first, again = bring_in(), bring_in()
    assert (first.missing, first.newly_missing) == (1, 1)
    assert (again.missing, again.newly_missing) == (1, 0)
    assert library.counts().missing == 1
    away.rename(path)
    report = bring_in()
    assert (report.missing, report.unchanged, library.counts().ready) == (0, 2, 2)


def test_a_folder_that_is_away_forgets_nothing(library, bring_in, paint, tmp_path):
    paint("a.jpg")
    bring_in()
    (tmp_path / "photos").rename(tmp_path / "unplugged")
    with pytest.raises(FolderUnusable, match="is not there now"):
        bring_in()
    assert library.counts().ready == 1


@pytest.mark.parametrize("leaves_a_folder", [False, True])
def test_a_folder_that_goes_during_its_first_import_is_away_and_not_empty(
    library, bring_in, paint, tmp_path, monkeypatch, leaves_a_folder
):
    photos = paint("a.jpg").parent
    progress = Progress()
    monkeypatch.setattr(Scan, "settle", lambda *_: progress.cancel() or progress.check())
    with pytest.raises(Cancelled):
        bring_in(progress=progress)
    monkeypatch.undo()
    photos.rename(tmp_path / "unplugged")
    if leaves_a_folder:
        photos.mkdir()
        monkeypatch.setattr(walking, "device_of", lambda _: "another disk")
    with pytest.raises(FolderUnusable, match="is not there now"):
        bring_in()
    assert library.counts().ready == 1


def test_other_files_hidden_files_and_excluded_ones_are_counted_as_ignored(
    library, bring_in, paint, tmp_path
):
    paint("a.jpg")
    paint(".hidden/b.jpg", seed=1)
    paint("._a.jpg", seed=2)
    paint("private/c.jpg", seed=3)
    paint("d.tmp.jpg", seed=4)
    (tmp_path / "photos" / "notes.txt").write_text("no photo")
    report = bring_in(exclude=["private", "*.tmp.jpg"])
    assert [path.name for path in paths(library)] == ["a.jpg"]
    assert (report.added, report.ignored) == (1, 3)


def test_the_counts_add_up(library, bring_in, paint, tmp_path):
    paint("same.jpg")
    moved, changed = paint("moved.jpg", seed=1), paint("changed.jpg", seed=2)
    paint("broken.jpg", seed=3).write_bytes(b"")
    bring_in()
    moved.rename(moved.with_name("elsewhere.jpg"))
    paint(changed.name, seed=4)
    paint("new.jpg", seed=5)
    (tmp_path / "photos" / "notes.txt").write_text("no photo")
    report = bring_in()
    assert (report.unchanged, report.moved, report.changed, report.added) == (1, 1, 1, 1)
    assert (report.ignored, len(report.failed)) == (1, 1)
    assert report.found == 6 == sum(len(files) for _, _, files in os.walk(tmp_path / "photos"))


def test_a_circle_of_links_is_walked_once(library, bring_in, paint, tmp_path):
    paint("inner/a.jpg")
    (tmp_path / "photos" / "inner" / "again").symlink_to(tmp_path / "photos")
    (tmp_path / "photos" / "nowhere.jpg").symlink_to(tmp_path / "gone.jpg")
    report = bring_in()
    assert (report.added, len(report.failed)) == (1, 1)
    assert "cannot be reached" in report.failed[0][1]


def test_a_stopped_import_keeps_what_was_done_and_goes_on(library, bring_in, paint, monkeypatch):
    for number in range(30):
        paint(f"{number:02}.jpg", seed=number)
    progress = Progress(interval_s=0)

    def stop_after_ten(advance: Advance) -> None:
        if advance.total and advance.done >= 10:
            progress.cancel()

    progress = Progress(stop_after_ten, interval_s=0)
    with pytest.raises(Cancelled):
        bring_in(progress=progress)
    kept = len(library.photo_ids())
    assert 10 <= kept < 30
    report = bring_in()
    assert (report.unchanged, report.added) == (kept, 30 - kept)


def test_progress_counts_up_to_all(bring_in, paint):
    for number in range(5):
        paint(f"{number}.jpg", seed=number)
    seen: list[Advance] = []
    bring_in(progress=Progress(seen.append, interval_s=0))
    counts = [advance.done for advance in seen if advance.total == 5]
    assert counts == sorted(counts)
    assert counts[-1] == 5


def test_photos_are_seen_by_others_while_the_import_runs(library, bring_in, paint, monkeypatch):
    monkeypatch.setattr("lookalike.library.intake.writing.COMMIT_EVERY_S", 0)
    for number in range(20):
        paint(f"{number:02}.jpg", seed=number)
    seen: list[int] = []
    bring_in(progress=Progress(lambda _: seen.append(library.counts().ready), interval_s=0))
    assert any(0 < count < 20 for count in seen)


def test_one_import_at_a_time(library, open_library, bring_in, paint):
    paint("a.jpg")
    with open_library().import_lock(), pytest.raises(LibraryUnusable, match="being imported into"):
        bring_in()


def test_a_read_only_library_is_told_before_any_work(open_library, bring_in, paint, read_only):
    paint("a.jpg")
    bring_in()
    read_only(open_library().folder)
    closed = open_library()
    with pytest.raises(LibraryUnusable, match="read-only"):
        import_folders(closed, [paint("b.jpg").parent], Progress())
    assert closed.counts().ready == 1


def test_an_altered_network_is_refused_and_nothing_is_written(library, bring_in, paint, tmp_path):
    paint("a.jpg")
    network = tmp_path / "tiny" / "network.onnx"
    network.write_bytes(network.read_bytes()[:-1] + b"!")
    with pytest.raises(NetworkUnusable):
        bring_in()
    assert library.counts().ready == 0


@pytest.mark.parametrize("what", ["missing", "file"])
def test_a_folder_that_is_none_is_told(bring_in, tmp_path, what):
    if what == "file":
        (tmp_path / what).write_text("")
    with pytest.raises(FolderUnusable):
        bring_in(tmp_path / what)


def test_an_empty_folder_is_no_fault(library, bring_in, tmp_path):
    (tmp_path / "photos").mkdir()
    assert (bring_in().found, library.photo_ids()) == (0, [])


def test_a_vector_that_was_damaged_is_embedded_again(library, bring_in, paint):
    paint("a.jpg")
    bring_in()
    with sqlite3.connect(library.folder / "catalog.db") as raw:
        raw.execute("UPDATE embeddings SET checksum = checksum + 1")
    raw.close()
    shutil.rmtree(library.folder / "index")  # an index that is whole needs the vector no more
    assert bring_in().unchanged == 1
    assert vectors(library) == 0
    assert bring_in().unchanged == 1
    assert vectors(library) == 1


def test_the_photo_folder_is_left_as_it_was(bring_in, paint, tmp_path):
    paint("a.jpg")
    paint("b.jpg", seed=1).write_bytes(b"broken")
    before = {path: path.read_bytes() for path in (tmp_path / "photos").rglob("*")}
    bring_in()
    assert {path: path.read_bytes() for path in (tmp_path / "photos").rglob("*")} == before


def test_an_unreadable_photo_that_is_gone_is_forgotten(library, bring_in, paint):
    paint("a.jpg")
    bad = paint("b.jpg", seed=1)
    bad.write_bytes(b"")
    bring_in()
    bad.unlink()
    report = bring_in()
    assert (report.failed, report.missing) == ([], 0)
    assert library.catalog.photos_in_state(PhotoState.UNREADABLE) == []


def test_a_file_that_could_not_be_reached_is_tried_again(library, bring_in, paint, monkeypatch):
    path = paint("a.jpg")
    with monkeypatch.context() as closed:
        refusal = PhotoUnreadable("you are not permitted to read it", path, is_lasting=False)
        closed.setattr("lookalike.library.intake.reading.read_file", Mock(side_effect=refusal))
        assert bring_in().failed == [(path, "you are not permitted to read it")]
    assert (bring_in().changed, paths(library)) == (1, [path])


def test_a_picture_that_was_too_large_is_tried_with_another_limit(open_library, paint):
    path = paint("a.jpg")
    with Image.open(path) as image:
        image.resize((1200, 1000)).save(path)
    small, large = open_library(max_megapixels=1), open_library()
    [(_, reason)] = import_folders(small, [path.parent], Progress()).failed
    assert reason == "it is larger than 1 megapixels"
    assert import_folders(large, [path.parent], Progress()).failed == []


def test_a_photo_that_vanishes_between_walk_and_read_keeps_its_id(
    library, bring_in, paint, monkeypatch
):
    path = paint("a.jpg")
    bring_in()
    [photo_id] = library.photo_ids()
    data = path.read_bytes()
    os.utime(path, ns=(5, 5))

    def vanish(file):
        path.unlink()
        return read_file(file)

    with monkeypatch.context() as racing:
        racing.setattr("lookalike.library.intake.reading.read_file", vanish)
        bring_in()
    assert bring_in().missing == 1
    path.write_bytes(data)
    bring_in()
    assert library.photo_ids() == [photo_id]


def test_folders_inside_each_other_are_counted_once(library, bring_in, paint, tmp_path):
    paint("a.jpg")
    paint("inner/b.jpg", seed=1)
    photos = tmp_path / "photos"
    report = bring_in(photos / "inner", photos, photos, photos / "inner" / "..")
    assert (report.found, report.added) == (2, 2)
    assert [folder.path for folder in library.folders()] == [photos]


def test_a_photo_that_moved_between_two_folders_is_not_missing(library, bring_in, paint, tmp_path):
    path = paint("one/a.jpg")
    paint("two/b.jpg", seed=1)
    one, two = tmp_path / "photos" / "one", tmp_path / "photos" / "two"
    bring_in(one, two)
    path.rename(two / "a.jpg")
    report = bring_in(one, two)
    assert (report.moved, report.missing, library.counts().missing) == (1, 0, 0)


def test_photos_of_a_folder_that_is_closed_for_now_are_neither_missing_nor_moved(
    library, bring_in, paint, tmp_path, monkeypatch
):
    closed = paint("closed/a.jpg")
    bring_in()
    copy = tmp_path / "photos" / "copy.jpg"
    shutil.copy(closed, copy)
    scandir, isfile, lexists = os.scandir, os.path.isfile, os.path.lexists

    def refuse(folder):
        if Path(os.fsdecode(folder)).name == "closed":
            raise PermissionError(13, "Permission denied")
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    monkeypatch.setattr(os.path, "isfile", lambda path: path != closed and isfile(path))
    monkeypatch.setattr(os.path, "lexists", lambda path: path != closed and lexists(path))
    report = bring_in()
    assert (report.missing, report.moved, report.added) == (0, 0, 1)
    assert sorted(paths(library)) == sorted([closed, copy])


def test_copies_of_photos_on_an_unplugged_drive_are_not_taken_for_them(
    library, bring_in, paint, tmp_path
):
    original = paint("drive/a.jpg")
    bring_in(original.parent)
    copy = paint("here/a.jpg")
    original.parent.rename(tmp_path / "unplugged")
    report = bring_in(copy.parent)
    assert (report.added, report.moved) == (1, 0)
    assert sorted(paths(library)) == sorted([original, copy])


def test_a_link_whose_target_is_gone_is_told(library, bring_in, paint, tmp_path):
    target = paint("../elsewhere.jpg")
    link = tmp_path / "photos" / "link.jpg"
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(target)
    bring_in()
    target.unlink()
    report = bring_in()
    assert (len(report.failed), report.missing, library.counts().ready) == (1, 0, 0)


def test_a_content_is_embedded_once(library, bring_in, paint, monkeypatch):
    for name in ("a.jpg", "copy.jpg"):
        paint(name)
    bring_in()
    paint("later.jpg")
    embedder = library.embedder()
    monkeypatch.setattr(type(embedder), "embed", Mock(side_effect=AssertionError("embedded")))
    monkeypatch.setattr(PeakEmbedder, "embed_with_peaks", type(embedder).embed)
    assert bring_in().added == 1


def test_every_folder_is_looked_at_before_anything_is_brought_in(library, bring_in, paint):
    path = paint("a.jpg")
    with pytest.raises(FolderUnusable):
        bring_in(path.parent, path.parent / "nowhere")
    assert library.counts().ready == 0


def test_photos_are_committed_together_or_not_at_all(library, bring_in, paint, monkeypatch):
    for number in range(6):
        paint(f"{number}.jpg", seed=number)
    write, written = type(library.catalog).write_photo, []

    def fail_at_the_fourth(catalog, *facts):
        written.append(facts)
        if len(written) == 4:
            raise LibraryUnusable("The disk is full.")
        write(catalog, *facts)

    with monkeypatch.context() as full:
        full.setattr(type(library.catalog), "write_photo", fail_at_the_fourth)
        with pytest.raises(LibraryUnusable):
            bring_in()
    assert (library.counts().ready, vectors(library)) == (0, 0)
    assert bring_in().added == 6


def test_a_damaged_thumbnail_cache_stops_no_import(library, open_library, bring_in, paint):
    for number in range(3):
        paint(f"{number}.jpg", seed=number)
    bring_in()
    file = library.folder / "thumbnails.db"
    library.close()
    data = bytearray(file.read_bytes())
    data[4096:] = b"?" * (len(data) - 4096)
    file.write_bytes(data)
    late = paint("late.jpg", seed=9)
    assert import_folders(open_library(), [late.parent], Progress()).added == 1


def test_an_index_that_cannot_be_saved_stops_no_import(library, bring_in, paint):
    paint("a.jpg")
    (library.folder / "index").write_text("in the way")
    assert bring_in().added == 1


def test_why_cuda_is_not_used_is_told(bring_in, library, paint):
    paint("a.jpg")
    assert bring_in().provider_note == library.embedder().provider.reason


def test_a_photo_that_is_renamed_over_another_keeps_its_id(library, bring_in, paint):
    first, second = paint("a.jpg"), paint("b.jpg", seed=1)
    bring_in()
    [kept, _] = library.photo_ids()
    first.replace(second)
    report = bring_in()
    assert (report.moved, report.added, report.changed, report.missing) == (1, 0, 0, 0)
    assert library.photo_ids() == [kept]
    assert paths(library) == [second]


@pytest.mark.parametrize("order", [[2, 1, 0], [0, 1, 2]])
def test_photos_that_are_numbered_anew_keep_their_ids(library, bring_in, paint, order):
    step = 1 if order[0] == 2 else -1
    files = [paint(f"{number + 1}.jpg", seed=number) for number in range(3)]
    bring_in()
    ids = library.photo_ids()
    for number in order:
        files[number].rename(files[number].with_name(f"{number + 1 + step}.jpg"))
    report = bring_in()
    assert (report.moved, report.added, report.changed, report.missing) == (3, 0, 0, 0)
    assert [photo.path.name for photo in library.photos(ids)] == [
        f"{number + 1 + step}.jpg" for number in range(3)
    ]


def test_photos_that_change_places_keep_their_ids(library, bring_in, paint):
    a, b = paint("a.jpg"), paint("b.jpg", seed=1)
    bring_in()
    ids = library.photo_ids()
    a.rename(a.with_name("c"))
    b.rename(a)
    a.with_name("c").rename(b)
    assert bring_in().moved == 2
    assert [photo.path.name for photo in library.photos(ids)] == ["b.jpg", "a.jpg"]


def test_a_photo_that_was_touched_and_copied_stays_where_it_is(library, bring_in, paint):
    original = paint("b.jpg")
    bring_in()
    ids = library.photo_ids()
    shutil.copy(original, original.with_name("a.jpg"))
    os.utime(original, ns=(5, 5))
    report = bring_in()
    assert (report.added, report.unchanged, report.moved) == (1, 1, 0)
    assert library.photos(ids)[0].path == original


def test_a_broken_file_that_went_away_and_came_back_is_still_broken(library, bring_in, paint):
    path = paint("a.jpg")
    paint("b.jpg", seed=1)
    bring_in()
    path.write_bytes(b"garbage")
    bring_in()
    away = path.rename(path.parent.parent / "away.jpg")
    assert bring_in().missing == 1
    away.rename(path)
    assert len(bring_in().failed) == 1
    assert library.counts().ready == 1


def test_what_has_no_memory_after_decoding_is_tried_alone(library, bring_in, paint, monkeypatch):
    paint("a.jpg")
    make, calls = reading.make_thumbnail, []

    def starve_once(*given):
        calls.append(given)
        if len(calls) == 1:
            raise MemoryError
        return make(*given)

    monkeypatch.setattr(reading, "make_thumbnail", starve_once)
    assert (bring_in().added, vectors(library)) == (1, 1)


def test_photos_of_a_folder_that_is_removed_meanwhile_stay_out(
    library, bring_in, paint, monkeypatch, tmp_path
):
    for number in range(6):
        paint(f"{number}.jpg", seed=number)
    read = reading.Reader.read

    def remove(self, file):
        library.catalog.remove_folder(tmp_path / "photos")
        return read(self, file)

    monkeypatch.setattr(reading.Reader, "read", remove)
    assert (bring_in().added, library.photo_ids()) == (0, [])


def test_patterns_of_an_inner_folder_hold_for_the_folder_around_it(
    library, bring_in, paint, tmp_path
):
    paint("in/a.jpg")
    paint("in/b.tmp.jpg", seed=1)
    paint("c.tmp.jpg", seed=2)
    bring_in()
    bring_in(tmp_path / "photos" / "in", exclude=["*.tmp.jpg"])
    bring_in()
    assert [path.name for path in paths(library)] == ["c.tmp.jpg", "a.jpg"]
    other = Library.open(tmp_path / "other", library.settings, networks=library.networks)
    with other:
        import_folders(other, [tmp_path / "photos" / "in"], Progress(), exclude=["*.tmp.jpg"])
        import_folders(other, [tmp_path / "photos"], Progress())
        assert sorted(path.name for path in paths(other)) == ["a.jpg", "c.tmp.jpg"]


def test_a_left_out_photo_that_is_deleted_is_missing_as_any_other(library, bring_in, paint):
    path = paint("a.tmp.jpg")
    paint("b.jpg", seed=1)
    bring_in()
    bring_in(exclude=["*.tmp.jpg"])
    assert problems(library) == []
    path.unlink()
    assert bring_in().missing == 1
    assert [problem.path for problem in problems(library)] == [path]


def test_a_folder_that_is_closed_itself_is_offline(library, bring_in, paint, monkeypatch, tmp_path):
    paint("a.jpg")
    bring_in()
    scandir = os.scandir

    def refuse(folder):
        if isinstance(folder, bytes):  # the walk itself: the drive went just now
            raise OSError(5, "Input/output error")
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    report = bring_in()
    assert (report.offline, report.failed, report.missing) == ([tmp_path / "photos"], [], 0)
    assert (library.counts().ready, problems(library)) == (1, [])
