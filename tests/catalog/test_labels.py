"""Labels in the catalog: a person's work of years outlives all that may happen around it."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from lookalike.catalog.catalog import Catalog
from lookalike.catalog.labels import LabelChange, LabelRows
from lookalike.catalog.schema import APPLICATION_ID, UPGRADES, schema_version, upgrade
from lookalike.errors import LibraryUnusable
from lookalike.photos import (
    ContentHash,
    Label,
    LabelId,
    PhotoFacts,
    PhotoFile,
    PhotoId,
    PhotoState,
    Space,
)

SPACE = Space("content", 2, {"network": "tiny"})
FACTS = PhotoFacts(4, 3, 1, "JPEG")
BOOTS, HATS = LabelId(1), LabelId(2)
LABELS = frozenset({Label(BOOTS, "boots", None, 1, 0.9), Label(HATS, "hats", BOOTS)})
A, B, C, D = (ContentHash(name.encode()) for name in "abcd")
WORK = LabelRows(LABELS, frozenset({(BOOTS, A), (HATS, A), (HATS, B)}), frozenset({(BOOTS, C)}))


@pytest.fixture
def catalog(tmp_path: Path):
    with closing(Catalog.open(tmp_path / "catalog.db")) as opened:
        yield opened


@pytest.fixture
def photos(catalog: Catalog) -> dict[str, PhotoId]:
    """Four photos in one folder, of which the first has a copy and the last is missing."""
    catalog.add_folder(Path("/p"))
    for name, content in {"a": A, "a2": A, "b": B, "c": C, "d": D}.items():
        catalog.write_photo(PhotoFile(Path(f"/p/{name}"), 1, 1), content, FACTS)
    ids = {photo.path.name: photo.id for photo in catalog.photos(catalog.photo_ids())}
    catalog.mark([ids["d"]], PhotoState.MISSING)
    return ids


@pytest.fixture
def worked(catalog: Catalog, photos) -> Catalog:
    catalog.labels.apply(LabelChange(added=WORK))
    return catalog


def test_what_a_person_did_comes_back_as_it_was(worked: Catalog):
    assert worked.labels.rows() == WORK
    assert worked.labels.all() == sorted(LABELS, key=lambda label: label.name)
    assert worked.labels.rows_of([HATS]) == LabelRows(
        frozenset({Label(HATS, "hats", BOOTS)}), frozenset({(HATS, A), (HATS, B)})
    )


def test_a_change_and_its_inverse_leave_everything_as_it_was(worked: Catalog):
    change = LabelChange(
        LabelRows(LABELS, frozenset({(BOOTS, A)}), WORK.rejected),
        LabelRows(
            frozenset({Label(BOOTS, "hats"), Label(HATS, "boots", None, 1)}),
            frozenset({(BOOTS, C)}),
        ),
    )
    worked.labels.apply(change)
    assert worked.labels.rows().labels == change.added.labels
    assert worked.labels.rows().given == {(BOOTS, C), (HATS, A), (HATS, B)}
    worked.labels.apply(change.inverse)
    assert worked.labels.rows() == WORK


def test_rows_that_are_there_or_gone_already_are_passed_over(worked: Catalog):
    given = LabelRows(given=WORK.given)
    worked.labels.apply(LabelChange(added=given))
    assert worked.labels.rows() == WORK
    worked.labels.apply(LabelChange(removed=given))
    worked.labels.apply(LabelChange(removed=given))
    assert worked.labels.rows().given == frozenset()


@pytest.mark.parametrize(
    "added",
    [
        LabelRows(frozenset({Label(LabelId(3), "Boots")})),
        LabelRows(frozenset({Label(LabelId(3), "gloves", key=1)})),
        LabelRows(frozenset({Label(LabelId(3), "gloves", LabelId(9))})),
        LabelRows(frozenset({Label(LabelId(3), "")})),
        LabelRows(frozenset({Label(LabelId(3), "gloves")}), frozenset({(LabelId(9), A)})),
    ],
)
def test_what_contradicts_the_rest_changes_nothing(worked: Catalog, added: LabelRows):
    with pytest.raises(LibraryUnusable):
        worked.labels.apply(LabelChange(added=added))
    assert worked.labels.rows() == WORK


def test_the_number_of_a_deleted_label_is_never_used_again(worked: Catalog):
    assert worked.labels.next_id() == 3
    worked.labels.apply(LabelChange(removed=WORK))
    assert worked.labels.next_id() == 3


def test_ready_photos_are_found_by_their_labels(worked: Catalog, photos):
    assert worked.labels.photos_of([BOOTS]).tolist() == [photos["a"], photos["a2"]]
    both = [photos["a"], photos["a2"], photos["b"]]
    assert worked.labels.photos_of([BOOTS, HATS]).tolist() == both
    assert worked.labels.photos_of([]).tolist() == []
    assert worked.labels.unlabelled().tolist() == [photos["c"]]
    found, given = worked.labels.labelled()
    assert sorted(zip(found.tolist(), given.tolist(), strict=True)) == [
        (photos["a"], BOOTS),
        (photos["a"], HATS),
        (photos["a2"], BOOTS),
        (photos["a2"], HATS),
        (photos["b"], HATS),
    ]
    asked = [photos["b"], photos["c"], PhotoId(99)]
    assert worked.labels.labels_of(asked) == [(photos["b"], HATS)]


def test_missing_photos_do_not_count_until_they_are_back(worked: Catalog, photos):
    worked.labels.apply(LabelChange(added=LabelRows(given=frozenset({(BOOTS, D)}))))
    assert photos["d"] not in worked.labels.photos_of([BOOTS])
    worked.mark([photos["d"]], PhotoState.READY)
    assert photos["d"] in worked.labels.photos_of([BOOTS])


def test_what_is_learned_from_are_embeddings_of_contents(worked: Catalog):
    assert [len(each) for each in worked.labels.given_in(SPACE)] == [0, 0]
    worked.add_space(SPACE)
    for content in (A, B, C):
        worked.write_embedding(SPACE, content, np.ones(2, np.float32))
    of = worked.embedding_ids_of(SPACE, [A, B, C])
    embeddings, labels = worked.labels.given_in(SPACE)
    assert embeddings.tolist() == [of[A], of[A], of[B]]
    assert labels.tolist() == [BOOTS, HATS, HATS]
    assert [each.tolist() for each in worked.labels.rejected_in(SPACE)] == [[of[C]], [BOOTS]]


def test_what_was_chosen_in_teaching_is_kept_once(catalog: Catalog):
    assert catalog.labels.told() is None
    catalog.labels.tell("{}")
    catalog.labels.tell('{"method": "linear SVM"}')
    assert catalog.labels.told() == '{"method": "linear SVM"}'


def test_an_album_holds_what_it_found_last(worked: Catalog, photos):
    worked.labels.write_album(BOOTS, [(A, 0.9), (B, 0.8)])
    worked.labels.write_album(BOOTS, [(B, 0.7), (C, 0.95)])
    assert worked.labels.album(BOOTS) == {B: 0.7, C: 0.95}
    assert worked.labels.album_photos([BOOTS, HATS]).tolist() == [photos["b"]]  # C was rejected


def test_the_album_of_a_deleted_label_is_gone_and_stays_so(worked: Catalog):
    worked.labels.write_album(BOOTS, [(A, 0.9)])
    worked.labels.apply(LabelChange(removed=WORK))
    worked.labels.write_album(BOOTS, [(A, 0.9)])
    assert worked.labels.album(BOOTS) == {}


# --- what labels outlive ----------------------------------------------------------------------


def test_labels_outlive_a_removed_folder_that_comes_back(worked: Catalog):
    worked.labels.write_album(HATS, [(C, 0.9)])
    worked.remove_folder(Path("/p"))
    assert worked.labels.rows() == WORK
    assert worked.labels.photos_of([HATS]).tolist() == []
    worked.write_photo(PhotoFile(Path("/elsewhere/b"), 1, 1), B, FACTS)
    back = worked.photo_at(Path("/elsewhere/b"))
    assert worked.labels.photos_of([HATS]).tolist() == [back.id]
    assert worked.labels.album(HATS) == {C: 0.9}


def test_labels_outlive_forgotten_photos_that_are_taken_back(worked: Catalog, photos):
    [photo] = worked.photos([photos["b"]])
    worked.forget([photo.id])
    assert worked.labels.rows() == WORK
    worked.restore([photo])
    assert photo.id in worked.labels.photos_of([HATS])


def test_labels_outlive_moves_and_another_picture_at_their_path_has_none(worked: Catalog, photos):
    worked.move_photo(photos["b"], PhotoFile(Path("/other/b"), 1, 2))
    assert photos["b"] in worked.labels.photos_of([HATS])
    worked.write_photo(PhotoFile(Path("/other/b"), 1, 3), C, FACTS)
    assert photos["b"] not in worked.labels.photos_of([HATS])
    assert worked.labels.rows() == WORK


def test_all_that_was_said_of_a_content_is_said_of_another_one_too(worked: Catalog):
    worked.labels.confirm((HATS, A))
    before, new = worked.labels.rows(), ContentHash(b"new")
    assert worked.labels.has_any(A)
    for old in (A, C):
        worked.labels.carry_over(old, new)
    assert worked.labels.rows() == before | LabelRows(
        given=frozenset({(BOOTS, new), (HATS, new)}), confirmed=frozenset({(HATS, new)})
    )


def test_what_was_refused_alone_is_said_of_another_content_too(worked: Catalog):
    assert worked.labels.has_any(C)
    worked.labels.carry_over(C, D)
    assert worked.labels.rows().rejected == {(BOOTS, C), (BOOTS, D)}


def test_what_is_said_of_a_content_outweighs_what_another_brings(worked: Catalog):
    worked.labels.carry_over(A, C)
    assert worked.labels.rows() == WORK | LabelRows(given=frozenset({(HATS, C)}))


def test_of_a_content_of_which_nothing_was_said_there_is_nothing_to_carry(worked: Catalog):
    assert not worked.labels.has_any(D)


def test_what_was_said_of_a_content_is_found_without_a_look_at_all(
    worked: Catalog, monkeypatch: pytest.MonkeyPatch
):
    asked: list[str] = []
    rows = worked._database.rows

    def note(sql: str, parameters: object = ()) -> list[tuple]:
        asked.extend(row[3] for row in rows(f"EXPLAIN QUERY PLAN {sql}", parameters))
        return rows(sql, parameters)

    monkeypatch.setattr(worked._database, "rows", note)
    worked.labels.has_any(A)
    scanned = [step for step in asked if step.startswith("SCAN")]
    assert not [step for step in scanned if "labels" not in step and "CONSTANT" not in step]


def test_labels_outlive_embeddings_and_damaged_ones(worked: Catalog):
    worked.add_space(SPACE)
    worked.write_embedding(SPACE, A, np.ones(2, np.float32))
    with worked._database.transaction() as connection:
        connection.execute("UPDATE embeddings SET checksum = 0")
    assert worked.forget_damaged(SPACE) == 1
    assert worked.labels.rows() == WORK


def test_labels_outlive_a_new_start(worked: Catalog, tmp_path: Path):
    worked.close()
    with closing(Catalog.open(tmp_path / "catalog.db")) as again:
        assert again.labels.rows() == WORK


def test_a_catalog_without_labels_gets_room_for_them_and_a_backup_is_kept(tmp_path: Path):
    file = tmp_path / "catalog.db"
    with closing(sqlite3.connect(file, isolation_level=None)) as old:
        old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        upgrade(old, UPGRADES[:4])
        old.execute(
            "INSERT INTO photos (path, size_bytes, mtime_ns, state, content_hash) "
            "VALUES (?, 1, 1, 'ready', ?)",
            [os.fsencode("/p/a"), A],
        )
    with closing(Catalog.open(file)) as catalog:
        assert catalog.labels.rows() == LabelRows()
        catalog.labels.apply(LabelChange(added=WORK))
        assert catalog.labels.photos_of([BOOTS]).tolist() == [1]
    with closing(sqlite3.connect(tmp_path / "catalog.db.version-4")) as backup:
        assert schema_version(backup) == 4
        assert backup.execute("SELECT COUNT(*) FROM photos").fetchone() == (1,)


def test_labels_outlive_the_next_upgrade(
    worked: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    worked.close()
    steps = (*UPGRADES, "ALTER TABLE photos ADD COLUMN stars INTEGER;")
    monkeypatch.setattr("lookalike.catalog.catalog.UPGRADES", steps)
    monkeypatch.setattr("lookalike.catalog.catalog.upgrade", lambda raw: upgrade(raw, steps))
    with closing(Catalog.open(tmp_path / "catalog.db")) as upgraded:
        assert upgraded.labels.rows() == WORK
    kept = tmp_path / f"catalog.db.version-{len(UPGRADES)}"
    with closing(Catalog.open(kept)) as backup:
        assert backup.labels.rows() == WORK


def test_a_newer_catalog_keeps_its_labels_to_itself(worked: Catalog, tmp_path: Path):
    worked.close()
    file = tmp_path / "catalog.db"
    with closing(sqlite3.connect(file)) as newer:
        newer.execute(f"PRAGMA user_version = {len(UPGRADES) + 1}")
    with pytest.raises(LibraryUnusable, match="newer version"):
        Catalog.open(file)
    with closing(sqlite3.connect(file)) as newer:
        newer.execute(f"PRAGMA user_version = {len(UPGRADES)}")
    with closing(Catalog.open(file)) as again:
        assert again.labels.rows() == WORK


# Gives one label, tells so, and is killed when half of the next is written.
_KILLED = """
import os, signal, sys
from pathlib import Path
from lookalike.catalog import labels
from lookalike.catalog.catalog import Catalog

catalog = Catalog.open(Path(sys.argv[1]))
more = [bytes([number]) * 32 for number in range(200)]
def give(label):
    given = frozenset((label, content) for content in more)
    catalog.labels.apply(labels.LabelChange(added=labels.LabelRows(given=given)))
give(1)
print("given", flush=True)

def insert_half(connection, table, pairs):
    for pair in sorted(pairs)[:100]:
        connection.execute(f"INSERT INTO {table} VALUES (?, ?)", pair)
    os.kill(os.getpid(), signal.SIGKILL)
labels._insert_pairs = insert_half
give(2)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_program_that_is_killed_while_it_gives_a_label_loses_nothing(
    worked: Catalog, tmp_path: Path
):
    worked.close()
    file = tmp_path / "catalog.db"
    ended = subprocess.run(
        [sys.executable, "-c", _KILLED, str(file)], capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stdout) == (-9, "given\n"), ended.stderr
    with closing(Catalog.open(file)) as again:
        rows = again.labels.rows()
    more = {(BOOTS, bytes([number]) * 32) for number in range(200)}
    assert rows == LabelRows(LABELS, WORK.given | more, WORK.rejected)
