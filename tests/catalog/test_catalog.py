"""The catalog: what it keeps, and what it says when it cannot."""

import contextlib
import errno
import os
import sqlite3
import tempfile
import threading
import time
from contextlib import closing
from datetime import datetime
from pathlib import Path
from unittest.mock import Mock

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lookalike.catalog import catalog as catalog_module
from lookalike.catalog.catalog import Catalog, KnownFile
from lookalike.catalog.database import Database
from lookalike.catalog.schema import APPLICATION_ID, UPGRADES, schema_version, upgrade
from lookalike.errors import LibraryUnusable
from lookalike.photos import ContentHash, PhotoFacts, PhotoFile, PhotoState, Space

SPACE = Space("content", 4, {"network": "tiny"})
FACTS = PhotoFacts(640, 480, 6, "JPEG", datetime(2021, 5, 4, 3, 2, 1), "Canon EOS R5")


@pytest.fixture
def catalog(tmp_path: Path):
    with closing(Catalog.open(tmp_path / "catalog.db")) as opened:
        opened.add_space(SPACE)
        yield opened


def file_at(path: str, size_bytes: int = 10, mtime_ns: int = 1) -> PhotoFile:
    return PhotoFile(Path(path), size_bytes, mtime_ns)


def content(name: str) -> ContentHash:
    return ContentHash(name.encode())


def only_photo(catalog: Catalog):
    [photo] = catalog.photos(catalog.photo_ids())
    return photo


def test_a_photo_comes_back_as_it_was_written(catalog: Catalog):
    catalog.write_photo(file_at("/p/a.jpg", 123, 456), content("a"), FACTS)
    photo = only_photo(catalog)
    assert photo.file == file_at("/p/a.jpg", 123, 456)
    assert (photo.content_hash, photo.facts, photo.state) == (b"a", FACTS, PhotoState.READY)


def test_a_file_name_that_is_not_text_is_kept(catalog: Catalog):
    path = Path("/p") / b"caf\xe9\xff.jpg".decode("utf-8", "surrogateescape")
    catalog.write_photo(PhotoFile(path, 1, 1), content("a"), FACTS)
    assert only_photo(catalog).path == path


def test_a_changed_file_keeps_its_id(catalog: Catalog):
    catalog.write_photo(file_at("/p/a.jpg"), content("a"), FACTS)
    before = only_photo(catalog).id
    catalog.write_photo(file_at("/p/a.jpg", 11), content("b"), FACTS)
    assert (only_photo(catalog).id, only_photo(catalog).content_hash) == (before, b"b")


def test_an_unreadable_file_is_listed_with_its_reason_and_not_in_the_grid(catalog: Catalog):
    catalog.write_unreadable(file_at("/p/a.jpg", 0), "it is empty", is_lasting=False)
    [photo] = catalog.photos_in_state(PhotoState.UNREADABLE)
    assert (photo.reason, photo.content_hash, photo.facts) == ("it is empty", None, None)
    assert not photo.is_lasting
    assert catalog.photo_ids() == []


def test_a_photo_that_becomes_unreadable_keeps_what_it_was(catalog: Catalog):
    catalog.write_photo(file_at("/p/a.jpg"), content("a"), FACTS)
    catalog.write_unreadable(file_at("/p/a.jpg", 0), "it is empty")
    [photo] = catalog.photos_in_state(PhotoState.UNREADABLE)
    assert (photo.content_hash, photo.facts, photo.is_lasting) == (b"a", FACTS, True)


def test_counts_are_by_state(catalog: Catalog):
    for name in "abc":
        catalog.write_photo(file_at(f"/p/{name}.jpg"), content(name), FACTS)
    catalog.write_unreadable(file_at("/p/d.jpg"), "broken")
    catalog.mark(catalog.photo_ids()[:1], PhotoState.MISSING)
    counts = catalog.counts()
    assert (counts.ready, counts.unreadable, counts.missing) == (2, 1, 1)


def test_photos_come_in_the_order_of_the_ids_that_were_asked(catalog: Catalog):
    for name in "abc":
        catalog.write_photo(file_at(f"/p/{name}.jpg"), content(name), FACTS)
    ids = catalog.photo_ids()[::-1]
    assert [photo.id for photo in catalog.photos([*ids, 999])] == ids


def test_more_photos_than_one_statement_takes(catalog: Catalog, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(catalog_module, "_VECTORS_AT_ONCE", 2)
    for name in "abcde":
        catalog.write_photo(file_at(f"/p/{name}.jpg"), content(name), FACTS)
        catalog.write_embedding(SPACE, content(name), np.full(4, ord(name), np.float32))
    ids = catalog.photo_ids()
    assert [photo.id for photo in catalog.photos(ids)] == ids
    batches = list(catalog.embeddings(SPACE))
    assert [len(keys) for keys, _ in batches] == [2, 2, 1]
    assert len(catalog.photos_with_embeddings([int(k) for keys, _ in batches for k in keys])) == 5


def test_photos_under_a_folder_do_not_include_its_namesakes(catalog: Catalog):
    for path in ("/p/a/1.jpg", "/p/a/b/2.jpg", "/p/ab/3.jpg", "/p/a.jpg"):
        catalog.write_photo(file_at(path), content(path), FACTS)
    assert {photo.path.name for photo in catalog.photos_under(Path("/p/a"))} == {"1.jpg", "2.jpg"}
    assert len(catalog.photos_under(Path("/"))) == 4


def test_a_moved_photo_takes_the_place_of_what_was_at_its_path(catalog: Catalog):
    catalog.write_photo(file_at("/p/old.jpg"), content("a"), FACTS)
    catalog.write_unreadable(file_at("/p/new.jpg"), "broken")
    [photo_id] = catalog.photo_ids()
    catalog.move_photo(photo_id, file_at("/p/new.jpg", 5))
    assert only_photo(catalog).file == file_at("/p/new.jpg", 5)
    assert catalog.counts().unreadable == 0


def test_a_photo_whose_place_is_taken_is_kept_until_it_is_moved_itself(catalog: Catalog):
    for name in "ab":
        catalog.write_photo(file_at(f"/p/{name}.jpg"), content(name), FACTS)
    first, second = catalog.photo_ids()
    catalog.move_photo(first, file_at("/p/b.jpg"))
    catalog.move_photo(second, file_at("/p/c.jpg"))
    photos = catalog.photos([first, second])
    assert [photo.path.name for photo in photos] == ["b.jpg", "c.jpg"]


def test_folders_inside_a_known_folder_are_part_of_it(catalog: Catalog):
    for folder in ("/p/a/b", "/q", "/p/a", "/p/a/c"):
        catalog.add_folder(Path(folder))
    assert [folder.path for folder in catalog.folders()] == [Path("/q"), Path("/p/a")]


@given(st.lists(st.floats(-60_000, 60_000, width=16), min_size=4, max_size=4))
def test_embeddings_come_back_as_float16(numbers: list[float]):
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(Catalog.open(Path(folder) / "catalog.db")) as catalog,
    ):
        catalog.add_space(SPACE)
        catalog.write_embedding(SPACE, content("a"), np.array(numbers, np.float32))
        kept = catalog.embedding(SPACE, content("a"))
        assert kept is not None
        assert kept.dtype == np.float16
        assert kept.tolist() == numbers


def test_copies_share_one_embedding(catalog: Catalog):
    for path in ("/p/a.jpg", "/p/copy.jpg"):
        catalog.write_photo(file_at(path), content("a"), FACTS)
    catalog.write_embedding(SPACE, content("a"), np.ones(4))
    [(keys, vectors)] = catalog.embeddings(SPACE)
    assert vectors.shape == (1, 4)
    photos = catalog.photos_with_embeddings(keys.tolist())[int(keys[0])]
    assert [photo.path.name for photo in photos] == ["a.jpg", "copy.jpg"]


def test_a_vector_that_lost_a_bit_is_left_out_and_renewed(catalog: Catalog, tmp_path: Path):
    for name in "ab":
        catalog.write_photo(file_at(f"/p/{name}.jpg"), content(name), FACTS)
        catalog.write_embedding(SPACE, content(name), np.ones(4))
    with closing(sqlite3.connect(tmp_path / "catalog.db")) as raw, raw:
        raw.execute("UPDATE embeddings SET vector = zeroblob(8) WHERE content_hash = ?", [b"a"])
    assert catalog.embedding(SPACE, content("a")) is None
    assert sum(len(keys) for keys, _ in catalog.embeddings(SPACE)) == 1
    assert catalog.forget_damaged(SPACE) == 1
    assert not catalog.has_embedding(SPACE, content("a"))
    assert catalog.has_embedding(SPACE, content("b"))


def test_some_vectors_are_spread_over_the_whole_library(catalog: Catalog):
    for number in range(10):
        catalog.write_embedding(SPACE, content(str(number)), np.full(4, number, np.float32))
    assert catalog.embedding_count(SPACE) == 10
    assert some(catalog, 100) == list(range(10))
    assert some(catalog, 5) == [0, 2, 4, 6, 8]
    for most in range(1, 11):
        assert some(catalog, most) == [at * 10 // most for at in range(most)]


def test_some_vectors_come_a_few_at_a_time_without_damaged_ones(
    catalog: Catalog, tmp_path: Path, monkeypatch
):
    monkeypatch.setattr(catalog_module, "_VECTORS_AT_ONCE", 2)
    for number in range(5):
        catalog.write_embedding(SPACE, content(str(number)), np.full(4, number, np.float32))
    with closing(sqlite3.connect(tmp_path / "catalog.db")) as raw, raw:
        raw.execute("UPDATE embeddings SET vector = zeroblob(8) WHERE content_hash = ?", [b"1"])
    assert [len(vectors) for vectors in catalog.some_embeddings(SPACE, 9)] == [1, 2, 1]
    assert some(catalog, 9) == [0, 2, 3, 4]


def some(catalog: Catalog, most: int) -> list[float]:
    return [float(v[0]) for part in catalog.some_embeddings(SPACE, most) for v in part]


def test_a_content_has_its_vector_in_its_own_space_only(catalog: Catalog):
    other = Space("colour", 4, {"made": "by hand"})
    assert not catalog.has_embedding(other, content("a"))
    catalog.write_embedding(SPACE, content("a"), np.ones(4))
    assert catalog.has_embedding(SPACE, content("a"))
    assert not catalog.has_embedding(SPACE, content("b"))
    assert not catalog.has_embedding(other, content("a"))


def test_a_content_keeps_the_vector_that_it_has(catalog: Catalog):
    assert catalog.write_embedding(SPACE, content("a"), np.ones(4))
    assert not catalog.write_embedding(SPACE, content("a"), np.zeros(4))
    [(_, vectors)] = catalog.embeddings(SPACE)
    assert vectors.tolist() == [[1, 1, 1, 1]]


def test_a_space_is_forgotten_with_its_vectors_and_no_other(catalog: Catalog, monkeypatch):
    monkeypatch.setattr("lookalike.catalog.catalog._ROWS_AT_ONCE", 1)
    other = Space("colour", 4, {"made": "by hand"})
    catalog.add_space(other)
    for name in "abcdefgh":
        catalog.write_embedding(other, content(name), np.zeros(4))
        catalog.write_embedding(SPACE, content(name), np.ones(4))
    catalog.forget_space(other)
    assert [(each.space.key, each.count) for each in catalog.spaces()] == [(SPACE.key, 8)]
    catalog.forget_space(other)
    catalog.add_space(other)
    assert catalog.write_embedding(other, content("a"), np.zeros(4))


def test_vectors_under_a_folder_are_those_of_its_ready_photos_and_the_space(catalog: Catalog):
    other = Space("colour", 4, {"made": "by hand"})
    catalog.add_space(other)
    for name in ("in/a", "in/gone", "out/b"):
        catalog.write_photo(file_at(f"/p/{name}.jpg"), content(name), FACTS)
        catalog.write_embedding(other, content(name), np.zeros(4))
        catalog.write_embedding(SPACE, content(name), np.ones(4))
    catalog.mark([catalog.photo_ids()[1]], PhotoState.MISSING)
    [(keys, _)] = catalog.embeddings(SPACE)
    assert catalog.embedding_ids_under(SPACE, Path("/p/in")).tolist() == [keys[0]]


def test_contents_are_turned_into_their_embeddings(catalog: Catalog):
    for name in ("a", "b"):
        catalog.write_embedding(SPACE, content(name), np.ones(4))
    [(keys, _)] = catalog.embeddings(SPACE)
    found = catalog.embedding_ids_of(SPACE, [content("b"), content("none"), content("a")])
    assert found == {content("a"): keys[0], content("b"): keys[1]}


def test_spaces_are_told_apart_by_their_recipe(catalog: Catalog):
    other = Space("content", 4, {"network": "another"})
    catalog.add_space(other)
    catalog.write_photo(file_at("/p/a.jpg"), content("a"), FACTS)
    catalog.write_embedding(other, content("a"), np.ones(4))
    assert catalog.embedding_count(SPACE) == 0
    assert [(stored.space, stored.count) for stored in catalog.spaces()] == [(SPACE, 0), (other, 1)]


def test_a_block_that_fails_leaves_nothing(catalog: Catalog):
    def fail_half_way():
        with catalog.transaction():
            catalog.write_photo(file_at("/p/a.jpg"), content("a"), FACTS)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()
    assert catalog.photo_ids() == []


def test_other_threads_read_while_one_writes(catalog: Catalog):
    seen: list[int] = []
    with catalog.transaction():
        catalog.write_photo(file_at("/p/a.jpg"), content("a"), FACTS)
        reader = threading.Thread(target=lambda: seen.append(catalog.counts().ready))
        reader.start()
        reader.join(timeout=5)
    assert seen == [0]
    assert catalog.counts().ready == 1


def test_a_catalog_that_is_open_elsewhere_for_writing_is_told(
    catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("lookalike.catalog.database.BUSY_TIMEOUT_S", 0.05)
    with (
        closing(sqlite3.connect(tmp_path / "catalog.db", isolation_level=None)) as other,
        closing(Catalog.open(tmp_path / "catalog.db")) as impatient,
    ):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryUnusable, match="in use by another program"):
            impatient.add_folder(Path("/p"))
        other.execute("ROLLBACK")


def test_each_catalog_has_an_identity_of_its_own(catalog: Catalog, tmp_path: Path):
    with closing(Catalog.open(tmp_path / "other.db")) as other:
        assert len(catalog.identity) == 16
        assert catalog.identity != other.identity


@pytest.mark.parametrize(
    ("content_of_file", "sentence"),
    [
        (b"", "is empty"),
        (b"This is no database, but long enough to be looked at." * 100, "not a catalog"),
    ],
)
def test_what_is_no_catalog_is_refused(tmp_path: Path, content_of_file: bytes, sentence: str):
    file = tmp_path / "catalog.db"
    file.write_bytes(content_of_file)
    with pytest.raises(LibraryUnusable, match=sentence):
        Catalog.open(file)
    assert file.read_bytes() == content_of_file


def test_a_database_of_another_program_is_refused(tmp_path: Path):
    with closing(sqlite3.connect(tmp_path / "catalog.db")) as other:
        other.execute("CREATE TABLE theirs (id INTEGER)")
    with pytest.raises(LibraryUnusable, match="not a catalog of this program"):
        Catalog.open(tmp_path / "catalog.db")


def test_a_newer_catalog_is_refused(catalog: Catalog, tmp_path: Path):
    catalog.close()
    with closing(sqlite3.connect(tmp_path / "catalog.db")) as newer:
        newer.execute(f"PRAGMA user_version = {len(UPGRADES) + 1}")
    with pytest.raises(LibraryUnusable, match="newer version"):
        Catalog.open(tmp_path / "catalog.db")


def test_an_older_catalog_is_upgraded_and_a_backup_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file = tmp_path / "catalog.db"
    with closing(Catalog.open(file)) as catalog:
        catalog.write_photo(file_at("/p/a.jpg"), content("a"), FACTS)
    step = "ALTER TABLE photos ADD COLUMN stars INTEGER;"
    monkeypatch.setattr("lookalike.catalog.catalog.UPGRADES", (*UPGRADES, step))
    monkeypatch.setattr("lookalike.catalog.catalog.upgrade", _upgrade_with(step))
    with closing(Catalog.open(file)) as catalog:
        assert only_photo(catalog).path == Path("/p/a.jpg")
    with closing(sqlite3.connect(file)) as raw:
        assert raw.execute("SELECT stars FROM photos").fetchall() == [(None,)]
        assert raw.execute("PRAGMA user_version").fetchone() == (len(UPGRADES) + 1,)
    with closing(sqlite3.connect(tmp_path / f"catalog.db.version-{len(UPGRADES)}")) as backup:
        assert backup.execute("SELECT COUNT(*) FROM photos").fetchone() == (1,)


def test_a_catalog_without_cameras_is_upgraded_with_all_that_is_in_it(tmp_path: Path):
    file = tmp_path / "catalog.db"
    with closing(sqlite3.connect(file, isolation_level=None)) as old:
        old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        upgrade(old, UPGRADES[:3])
        old.execute(
            "INSERT INTO photos (path, size_bytes, mtime_ns, state, content_hash, width, height, "
            "orientation, format) VALUES (?, 10, 1, 'ready', ?, 640, 480, 6, 'JPEG')",
            [os.fsencode("/p/a.jpg"), b"a"],
        )
    with closing(Catalog.open(file)) as catalog:
        photo = only_photo(catalog)
        assert (photo.path, photo.content_hash) == (Path("/p/a.jpg"), b"a")
        assert photo.facts == PhotoFacts(640, 480, 6, "JPEG", None, None)
        assert catalog.selecting.without_camera(0, 10) == [(1, photo.file, b"a")]
        catalog.selecting.write_cameras({content("a"): ""})
        assert only_photo(catalog).facts == PhotoFacts(640, 480, 6, "JPEG", None, "")
        assert catalog.selecting.without_camera(0, 10) == []
    with closing(sqlite3.connect(tmp_path / "catalog.db.version-3")) as backup:
        assert schema_version(backup) == 3
        assert backup.execute("SELECT COUNT(*) FROM photos").fetchone() == (1,)


def test_a_camera_that_is_known_is_not_written_over(catalog: Catalog):
    catalog.write_photo(file_at("/p/a.jpg"), content("a"), FACTS)
    catalog.selecting.write_cameras({content("a"): "another"})
    assert only_photo(catalog).facts == FACTS


def _upgrade_with(step: str):
    return lambda connection: upgrade(connection, (*UPGRADES, step))


def test_what_an_earlier_catalog_left_is_not_replayed_into_a_new_one(tmp_path: Path):
    file, kept = tmp_path / "catalog.db", tmp_path / "kept"
    with closing(Catalog.open(file)) as old:
        for number in range(200):
            old.write_photo(file_at(f"/old/{number}.jpg"), content(str(number)), FACTS)
        kept.write_bytes((tmp_path / "catalog.db-wal").read_bytes())
    file.unlink()
    kept.rename(tmp_path / "catalog.db-wal")
    with closing(Catalog.open(file)) as new:
        new.write_photo(file_at("/new.jpg"), content("new"), FACTS)
        assert only_photo(new).path == Path("/new.jpg")
    with closing(sqlite3.connect(file)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_write_whose_commit_fails_is_told_and_swallows_no_later_one(
    catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("lookalike.catalog.database.BUSY_TIMEOUT_S", 0.05)
    catalog.close()
    with closing(sqlite3.connect(tmp_path / "catalog.db")) as raw:
        raw.execute("PRAGMA journal_mode = DELETE")
    file = tmp_path / "catalog.db"
    with closing(Database(file)) as database, closing(sqlite3.connect(file)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM photos").fetchall()

        def add(folder: bytes):
            with database.transaction() as connection:
                connection.execute("INSERT INTO folders (path) VALUES (?)", [folder])

        with pytest.raises(LibraryUnusable, match="in use"):
            add(b"/a")
        reader.rollback()
        add(b"/b")
        assert reader.execute("SELECT path FROM folders").fetchall() == [(b"/b",)]


def test_what_is_committed_survives_a_power_cut(catalog: Catalog):
    database = catalog._database
    assert database.rows("PRAGMA journal_mode") == [("wal",)]
    assert database.rows("PRAGMA synchronous") == [(2,)]  # FULL


def test_connections_end_with_their_threads(catalog: Catalog):
    for _ in range(20):
        reader = threading.Thread(target=catalog.counts)
        reader.start()
        reader.join()
    assert len(catalog._database._all) <= 2


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE photos SET taken_at = 'yesterday'",
        "UPDATE spaces SET recipe = '{'",
        "UPDATE spaces SET recipe = '[1]'",
        "DROP TABLE folders",
    ],
)
def test_rows_that_were_never_written_are_told_as_damage(
    catalog: Catalog, tmp_path: Path, damage: str
):
    catalog.write_photo(file_at("/p/a.jpg"), content("a"), FACTS)
    with closing(sqlite3.connect(tmp_path / "catalog.db")) as raw, raw:
        raw.execute(damage)

    def read_all():
        catalog.photos(catalog.photo_ids())
        catalog.folders()
        for stored in catalog.spaces():
            assert stored.space.key

    with pytest.raises(LibraryUnusable, match="damaged"):
        read_all()


@pytest.mark.parametrize("seed", range(40))
def test_flipped_bytes_are_never_more_than_a_sentence(tmp_path: Path, seed: int):
    file = tmp_path / "catalog.db"
    with closing(Catalog.open(file)) as catalog:
        catalog.add_space(SPACE)
        catalog.add_folder(Path("/p"))
        for name in "abc":
            catalog.write_photo(file_at(f"/p/{name}.jpg"), content(name), FACTS)
            catalog.write_embedding(SPACE, content(name), np.ones(4))
    dice = np.random.default_rng(seed)
    data = np.frombuffer(file.read_bytes(), np.uint8).copy()
    data[dice.integers(100, len(data), 200)] ^= dice.integers(1, 256, 200).astype(np.uint8)
    file.write_bytes(data.tobytes())
    with contextlib.suppress(LibraryUnusable), closing(Catalog.open(file)) as broken:
        for look in (broken.counts, broken.folders, broken.spaces, broken.photo_ids):
            with contextlib.suppress(LibraryUnusable):
                look()
        with contextlib.suppress(LibraryUnusable):
            broken.photos_under(Path("/p"))


def test_an_upgrade_step_that_fails_changes_nothing(tmp_path: Path):
    with closing(sqlite3.connect(tmp_path / "catalog.db", isolation_level=None)) as raw:
        upgrade(raw)
        with pytest.raises(sqlite3.Error):
            upgrade(raw, (*UPGRADES, "CREATE TABLE half (id INTEGER); CREATE TABLE photos (x);"))
        raw.rollback()
        assert schema_version(raw) == len(UPGRADES)
        tables = raw.execute("SELECT name FROM sqlite_schema WHERE name = 'half'").fetchall()
        assert tables == []


def test_a_read_only_catalog_can_be_read(catalog: Catalog, tmp_path: Path, read_only):
    catalog.write_photo(file_at("/p/a.jpg"), content("a"), FACTS)
    catalog.close()
    read_only(tmp_path)
    with closing(Catalog.open(tmp_path / "catalog.db")) as closed:
        assert not closed.is_writable
        assert closed.counts().ready == 1
        with pytest.raises(LibraryUnusable, match="read-only"):
            closed.add_folder(Path("/p"))


def test_what_was_forgotten_comes_back_whole(catalog: Catalog):
    catalog.write_photo(file_at("/p/a.jpg", 123, 456), content("a"), FACTS)
    catalog.write_unreadable(file_at("/p/b.jpg"), "damaged", is_lasting=False)
    before = catalog.photos_under(Path("/p"))
    catalog.forget([photo.id for photo in before])
    catalog.restore(before)
    assert catalog.photos_under(Path("/p")) == before


def test_a_file_that_came_in_again_is_not_overwritten_by_what_was_forgotten(catalog: Catalog):
    catalog.write_photo(file_at("/p/a.jpg", 1), content("a"), FACTS)
    forgotten = catalog.photos(catalog.photo_ids())
    catalog.forget([photo.id for photo in forgotten])
    catalog.write_photo(file_at("/p/a.jpg", 2), content("b"), FACTS)
    catalog.restore(forgotten)
    assert only_photo(catalog).file.size_bytes == 2


def test_a_file_that_is_to_be_tried_again_is_no_lasting_failure(catalog: Catalog):
    for name in ("a", "b"):
        catalog.write_unreadable(file_at(f"/p/{name}.jpg"), "damaged")
    first, second = catalog.photos_in_state(PhotoState.UNREADABLE)
    catalog.try_again([first.id])
    assert [p.is_lasting for p in catalog.photos_in_state(PhotoState.UNREADABLE)] == [False, True]
    assert catalog.photos([second.id]) == [second]


def test_the_photos_of_one_folder_are_counted(catalog: Catalog):
    catalog.write_photo(file_at("/p/a.jpg"), content("a"), FACTS)
    catalog.write_unreadable(file_at("/p/in/b.jpg"), "damaged")
    catalog.write_photo(file_at("/pp/c.jpg"), content("c"), FACTS)
    counts = catalog.counts_under(Path("/p"))
    assert (counts.ready, counts.unreadable, counts.missing) == (1, 1, 0)


def test_a_change_of_another_program_is_noticed(tmp_path: Path):
    with (
        closing(Catalog.open(tmp_path / "catalog.db")) as ours,
        closing(Catalog.open(tmp_path / "catalog.db")) as theirs,
    ):
        before = ours.version()
        assert ours.version() == before
        theirs.write_photo(file_at("/p/a.jpg"), content("a"), FACTS)
        assert ours.version() != before


def test_a_change_of_our_own_is_noticed_from_any_thread(catalog: Catalog):
    before = catalog.version()
    catalog.write_photo(file_at("/p/a.jpg"), content("a"), FACTS)
    seen: list[int] = []
    thread = threading.Thread(target=lambda: seen.append(catalog.version()))
    thread.start()
    thread.join()
    assert seen == [catalog.version()]
    assert seen != [before]


def test_a_library_that_was_deleted_while_it_was_open_takes_nothing_more(catalog, tmp_path):
    for left in tmp_path.rglob("catalog.db"):
        left.rename(left.with_name("elsewhere.db"))
    with pytest.raises(LibraryUnusable, match="not there any more"):
        catalog.add_folder(Path("/p"))


def test_closing_breaks_off_what_other_threads_ask(catalog):
    slow = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT MAX(i) FROM n"
    faults = []

    def ask():
        try:
            catalog._database.rows(slow)
        except LibraryUnusable as error:
            faults.append(error)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    while len(catalog._database._all) < 5:
        time.sleep(0.01)
    time.sleep(0.1)
    catalog.close()
    for thread in threads:
        thread.join(10)
    assert len(faults) == 4


def known_files(catalog: Catalog, folder: str) -> list[tuple[str, int, int]]:
    """Name, whether it has a content, whether that has a vector."""
    known = map(KnownFile._make, catalog.known_files(Path(folder), SPACE))
    return [(Path(os.fsdecode(k.path)).name, k.has_content, k.is_embedded) for k in known]


@pytest.mark.parametrize("at_once", [2, 3, 2_000])  # more than that lack a vector, or fewer
def test_what_is_known_of_files_tells_whether_their_content_has_a_vector(
    catalog: Catalog, monkeypatch: pytest.MonkeyPatch, at_once: int
):
    monkeypatch.setattr(catalog_module, "_ROWS_AT_ONCE", at_once)
    other = Space("content", 4, {"network": "other"})
    catalog.add_space(other)
    for name in "dbca":
        catalog.write_photo(file_at(f"/p/{name}.jpg"), content(name), FACTS)
    catalog.write_photo(file_at("/q/e.jpg"), content("e"), FACTS)
    catalog.write_unreadable(file_at("/p/f.jpg"), "broken")
    catalog.write_photo(file_at("/p/g.jpg"), content("a"), FACTS)  # a copy
    catalog.write_embedding(SPACE, content("a"), np.ones(4, np.float32))
    catalog.write_embedding(SPACE, content("c"), np.ones(4, np.float32))
    catalog.write_embedding(SPACE, content("forgotten"), np.ones(4, np.float32))
    catalog.write_embedding(other, content("d"), np.ones(4, np.float32))
    assert known_files(catalog, "/p") == [
        ("a.jpg", 1, 1),
        ("b.jpg", 1, 0),
        ("c.jpg", 1, 1),
        ("d.jpg", 1, 0),
        ("f.jpg", 0, 0),
        ("g.jpg", 1, 1),
    ]


def test_where_no_catalog_can_be_made_the_reason_names_no_file_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    refusal = OSError(errno.EROFS, os.strerror(errno.EROFS), str(tmp_path / "catalog.db.new"))
    monkeypatch.setattr(Path, "unlink", Mock(side_effect=refusal))
    with pytest.raises(LibraryUnusable) as told:
        Catalog.open(tmp_path / "catalog.db")
    sentence = f"No library can be made in {tmp_path} ({os.strerror(errno.EROFS)})."
    assert str(told.value.title) == sentence


def test_contents_that_lack_a_vector_are_told_once_and_page_by_page(catalog: Catalog, monkeypatch):
    monkeypatch.setattr(catalog_module, "_ROWS_AT_ONCE", 2)
    for number in range(5):
        catalog.write_photo(file_at(f"/p/{number}"), content(f"c{number}"), FACTS)
    catalog.write_photo(file_at("/p/copy"), content("c0"), FACTS)
    catalog.write_unreadable(file_at("/p/broken"), "it is broken")
    catalog.write_photo(file_at("/p/gone"), content("gone"), FACTS)
    catalog.mark([catalog.photo_at(Path("/p/gone")).id], PhotoState.MISSING)
    catalog.write_embedding(SPACE, content("c3"), np.zeros(4, np.float16))
    lacking = [content(f"c{number}") for number in (0, 1, 2, 4)]
    assert list(catalog.contents_without(SPACE)) == [lacking[:2], lacking[2:]]
    assert catalog.count_without(SPACE) == 4
    unknown = Space("colour", 3, {})
    assert catalog.count_without(unknown) == 5
    assert sum(map(len, catalog.contents_without(unknown))) == 5


def test_every_ready_photo_is_told_with_its_vector(catalog: Catalog):
    for name, held in {"a": "x", "b": "y", "copy": "x", "none": "z"}.items():
        catalog.write_photo(file_at(f"/p/{name}"), content(held), FACTS)
    for held in ("y", "x"):
        catalog.write_embedding(SPACE, content(held), np.zeros(4, np.float16))
    catalog.write_embedding(SPACE, content("gone"), np.zeros(4, np.float16))
    photos, keys = catalog.selecting.embedded(SPACE)
    assert [photo.path.name for photo in catalog.photos(photos.tolist())] == ["a", "b", "copy"]
    assert keys[0] == keys[2] != keys[1]
    assert [len(each) for each in catalog.selecting.embedded(Space("colour", 3, {}))] == [0, 0]
