"""What an import does with the index at its start and end, and the thread that follows it."""

import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from lookalike.catalog.catalog import Catalog
from lookalike.library.search import index_keeper
from lookalike.library.search.index_keeper import IndexKeeper
from lookalike.neighbors import hnsw, index_file
from lookalike.neighbors.projection import fit_projection
from lookalike.photos import ContentHash, Space

SPACE = Space("content", 8, {"network": "tiny"})
LONG_S = 30.0


@pytest.fixture
def open_catalog(tmp_path: Path) -> Iterator[Callable[[], Catalog]]:
    """The same catalog each time, as another process sees it."""
    opened: list[Catalog] = []

    def open_() -> Catalog:
        opened.append(Catalog.open(tmp_path / "catalog.db"))
        opened[-1].add_space(SPACE)
        return opened[-1]

    yield open_
    for catalog in opened:
        catalog.close()


@pytest.fixture
def catalog(open_catalog) -> Catalog:
    return open_catalog()


@pytest.fixture
def open_keeper(tmp_path: Path, open_catalog) -> Iterator[Callable[[Catalog], IndexKeeper]]:
    """Closed before their catalogs, as a library does it."""
    opened: list[IndexKeeper] = []

    def open_(catalog: Catalog) -> IndexKeeper:
        opened.append(IndexKeeper(tmp_path / "index", catalog))
        return opened[-1]

    yield open_
    for keeper in opened:
        keeper.close()


@pytest.fixture
def keeper(open_keeper, catalog: Catalog) -> IndexKeeper:
    return open_keeper(catalog)


def grow(catalog: Catalog, count: int, space: Space = SPACE) -> None:
    first = catalog.last_embedding_id(space)
    with catalog.transaction():
        for number in range(first, first + count):
            vector = np.random.default_rng(number).random(space.dimensions)
            catalog.write_embedding(space, ContentHash(number.to_bytes(32, "big")), vector)


def damage(catalog_file: Path, *ids: int) -> None:
    with closing(sqlite3.connect(catalog_file)) as raw, raw:
        for id_ in ids:
            raw.execute("UPDATE embeddings SET checksum = checksum + 1 WHERE id = ?", [id_])


def until(holds: Callable[[], bool]) -> None:
    ends = time.monotonic() + LONG_S
    while not holds():
        assert time.monotonic() < ends
        time.sleep(0.01)


def test_a_library_without_photos_is_settled(keeper):
    assert keeper.is_settled(SPACE)
    keeper.settle(SPACE, None)
    assert keeper.is_settled(SPACE)


def test_an_index_is_settled_until_something_comes_in(keeper, catalog):
    grow(catalog, 5)
    assert not keeper.is_settled(SPACE)
    keeper.settle(SPACE, None)
    assert keeper.is_settled(SPACE)
    grow(catalog, 1)
    assert not keeper.is_settled(SPACE)
    keeper.settle(SPACE, None)
    assert keeper.is_settled(SPACE)


def test_a_vector_that_was_renewed_is_not_settled(keeper, catalog, tmp_path):
    grow(catalog, 5)
    keeper.settle(SPACE, None)
    damage(tmp_path / "catalog.db", 3)
    assert catalog.forget_damaged(SPACE) == 1
    catalog.write_embedding(SPACE, ContentHash((2).to_bytes(32, "big")), np.ones(8))
    assert catalog.embedding_count(SPACE) == keeper.indexed(SPACE) == 5
    assert not keeper.is_settled(SPACE)


def test_an_index_of_an_outgrown_projection_is_not_settled(keeper, catalog):
    grow(catalog, 3)
    keeper.settle(SPACE, None)
    grow(catalog, 3)
    keeper._store.save(keeper.current(SPACE, None), SPACE)
    assert keeper.indexed(SPACE) == 6
    assert not keeper.is_settled(SPACE)
    keeper.settle(SPACE, None)
    assert keeper.is_settled(SPACE)


def test_some_vectors_that_are_no_more_do_no_harm_and_many_are_thrown_out(
    keeper, catalog, tmp_path
):
    grow(catalog, 10)
    keeper.settle(SPACE, None)
    forget(tmp_path / "catalog.db", 1, 2)
    assert keeper.is_settled(SPACE)
    forget(tmp_path / "catalog.db", 3, 4, 5)
    assert not keeper.is_settled(SPACE)
    keeper.settle(SPACE, None)
    assert keeper.indexed(SPACE) == 5
    assert keeper.is_settled(SPACE)


def forget(catalog_file: Path, *ids: int) -> None:
    with closing(sqlite3.connect(catalog_file)) as raw, raw:
        raw.executemany("DELETE FROM embeddings WHERE id = ?", [(id_,) for id_ in ids])


@pytest.mark.parametrize("broken", [b"", b"?" * 5000, None])
def test_without_a_whole_file_nothing_is_settled(keeper, catalog, tmp_path, broken):
    grow(catalog, 5)
    keeper.settle(SPACE, None)
    [file] = (tmp_path / "index").iterdir()
    file.write_bytes(file.read_bytes()[:-1] if broken is None else broken)
    assert not keeper.is_settled(SPACE)
    assert keeper.indexed(SPACE) == 0
    assert not keeper.discard_if_ahead(SPACE)
    keeper.settle(SPACE, None)
    assert keeper.is_settled(SPACE)
    assert keeper.indexed(SPACE) == 5


def test_a_flipped_bit_is_not_counted_as_indexed(keeper, catalog, tmp_path):
    grow(catalog, 5)
    keeper.settle(SPACE, None)
    [file] = (tmp_path / "index").iterdir()
    data = bytearray(file.read_bytes())
    data[-1] ^= 1
    file.write_bytes(data)
    assert keeper.indexed(SPACE) == 0
    # Only the head is looked at here; whoever searches notices, and builds it anew.
    assert keeper.is_settled(SPACE)
    assert keeper.current(SPACE, None).count == keeper.indexed(SPACE) == 5


def test_to_know_that_nothing_is_to_do_no_vector_is_read(keeper, catalog, monkeypatch):
    grow(catalog, 5)
    keeper.settle(SPACE, None)
    for name in ("embeddings", "some_embeddings", "forget_damaged"):
        monkeypatch.setattr(catalog, name, lambda *_, **__: pytest.fail("vectors were read"))
    monkeypatch.setattr(index_file, "read_index", lambda *_: pytest.fail("the file was read"))
    assert keeper.is_settled(SPACE)
    assert not keeper.discard_if_ahead(SPACE)


def test_a_few_more_photos_do_not_build_the_index_anew(keeper, catalog, monkeypatch):
    grow(catalog, 10)
    keeper.settle(SPACE, None)
    monkeypatch.setattr(keeper._store, "build", lambda *_: pytest.fail("it was built anew"))
    grow(catalog, 9)
    keeper.settle(SPACE, None)
    assert keeper.indexed(SPACE) == 19


@pytest.mark.skipif(not hnsw.hnsw_available(), reason=hnsw.why_not())
def test_a_large_index_without_its_graph_is_not_settled(keeper, catalog, monkeypatch):
    grow(catalog, 5)
    keeper.settle(SPACE, None)
    monkeypatch.setattr(index_keeper, "GRAPH_FROM", 5)
    assert not keeper.is_settled(SPACE)
    monkeypatch.setattr(hnsw, "hnswlib", None)
    assert keeper.is_settled(SPACE)


def test_the_fit_to_a_library_is_that_to_all_its_vectors(keeper, catalog):
    wide = Space("content", 300, {"network": "wide"})
    catalog.add_space(wide)
    grow(catalog, 700, wide)
    prior = np.full(300, 0.4, np.float32)
    keeper.settle(wide, prior)
    fitted = keeper.current(wide, prior).projection
    everything = np.concatenate([vectors for _, vectors in catalog.embeddings(wide)])
    right = fit_projection(everything, prior)
    assert fitted.fitted_on == 700
    assert fitted.centre == pytest.approx(right.centre, abs=1e-6)
    products, rights = (p.apply(everything) @ p.apply(everything).T for p in (fitted, right))
    assert np.abs(products - rights).max() < 1e-5 * np.abs(rights).max()


def test_vectors_found_damaged_are_dropped_so_that_the_next_import_renews_them(
    keeper, catalog, tmp_path
):
    grow(catalog, 10)
    damage(tmp_path / "catalog.db", 3, 8)
    keeper.settle(SPACE, None)
    assert catalog.embedding_count(SPACE) == 8
    assert not catalog.has_embedding(SPACE, ContentHash((2).to_bytes(32, "big")))
    assert keeper.is_settled(SPACE)
    grow(catalog, 2)
    damage(tmp_path / "catalog.db", 11)
    keeper.settle(SPACE, None)  # this time they are added to what there is
    assert catalog.embedding_count(SPACE) == 9
    assert keeper.is_settled(SPACE)
    # The newest one is no exception.
    grow(catalog, 1)
    damage(tmp_path / "catalog.db", 13)
    keeper.settle(SPACE, None)
    assert catalog.last_embedding_id(SPACE) == 12
    assert keeper.is_settled(SPACE)


def test_a_library_without_damage_is_not_looked_through_for_it(keeper, catalog, monkeypatch):
    monkeypatch.setattr(catalog, "forget_damaged", lambda _: pytest.fail("it was"))
    grow(catalog, 5)
    keeper.settle(SPACE, None)
    grow(catalog, 2)
    keeper.settle(SPACE, None)


def test_the_index_of_a_catalog_that_was_restored_is_discarded(open_catalog, open_keeper, tmp_path):
    catalog = open_catalog()
    grow(catalog, 5)
    catalog.close()
    shutil.copy(tmp_path / "catalog.db", tmp_path / "kept")
    catalog = open_catalog()
    grow(catalog, 3)
    keeper = open_keeper(catalog)
    keeper.settle(SPACE, None)
    assert not keeper.discard_if_ahead(SPACE)
    catalog.close()
    shutil.copy(tmp_path / "kept", tmp_path / "catalog.db")
    catalog = open_catalog()
    keeper = open_keeper(catalog)
    assert not keeper.is_settled(SPACE)
    assert keeper.discard_if_ahead(SPACE)
    assert not keeper.discard_if_ahead(SPACE)
    assert list((tmp_path / "index").iterdir()) == []
    # New vectors take the keys of those that were lost.
    other = np.full(8, 0.5)
    for number in (50, 51, 52, 53):
        catalog.write_embedding(SPACE, ContentHash(number.to_bytes(32, "big")), other)
    index = keeper.current(SPACE, None)
    assert index.search(other, 4).keys.tolist() == [6, 7, 8, 9]


def test_a_discarded_index_is_not_searched_any_more(keeper, catalog, tmp_path):
    grow(catalog, 5)
    keeper.settle(SPACE, None)
    held = keeper.current(SPACE, None)
    with closing(sqlite3.connect(tmp_path / "catalog.db")) as raw, raw:
        raw.execute("DELETE FROM embeddings WHERE id > 2")
        raw.execute("UPDATE sqlite_sequence SET seq = 2 WHERE name = 'embeddings'")
    assert keeper.discard_if_ahead(SPACE)
    other = np.full(8, 0.5)
    for number in range(50, 60):
        catalog.write_embedding(SPACE, ContentHash(number.to_bytes(32, "big")), other)
    index = keeper.current(SPACE, None)
    assert index is not held
    assert index.search(other, 10).keys.tolist() == list(range(3, 13))


def test_what_another_process_brings_in_is_found_without_a_search(
    keeper, catalog, open_catalog, open_keeper
):
    grow(catalog, 3)
    index = keeper.current(SPACE, None)
    theirs = open_catalog()
    grow(theirs, 1)
    until(lambda: index.count == 4)
    grow(theirs, 40)
    open_keeper(theirs).settle(SPACE, None)
    until(lambda: keeper.current(SPACE, None) is not index)
    until(lambda: keeper.current(SPACE, None).projection.fitted_on == 44)
    assert keeper.current(SPACE, None).count == 44


def test_an_index_written_by_another_process_is_taken_over_while_it_is_replaced(
    keeper, catalog, tmp_path
):
    """Whatever moment a search meets, its answer is whole."""
    grow(catalog, 3)
    child = subprocess.Popen([sys.executable, "-c", _REPLACE, str(tmp_path)])
    searches = 0
    while child.poll() is None:
        index = keeper.current(SPACE, None)
        keys = index.search(np.full(8, 0.5), 1000).keys.tolist()
        assert sorted(keys) == list(range(1, len(keys) + 1))
        searches += 1
    assert child.returncode == 0
    assert searches > 20
    assert keeper.indexed(SPACE) == 203
    until(lambda: keeper.current(SPACE, None).count == 203)


_REPLACE = """
import sys
from pathlib import Path
import numpy as np
from lookalike.catalog.catalog import Catalog
from lookalike.library.search.index_keeper import IndexKeeper
from lookalike.photos import ContentHash, Space

space = Space("content", 8, {"network": "tiny"})
catalog = Catalog.open(Path(sys.argv[1]) / "catalog.db")
keeper = IndexKeeper(Path(sys.argv[1]) / "index", catalog)
for number in range(100, 300):
    content = ContentHash(number.to_bytes(32, "big"))
    catalog.write_embedding(space, content, np.random.default_rng(number).random(8))
    if number % 4 == 3:
        keeper.settle(space, None)
catalog.close()
"""


def test_the_thread_ends_with_the_keeper_even_in_the_middle_of_a_build(
    keeper, catalog, monkeypatch
):
    grow(catalog, 3)
    assert keeper.current(SPACE, None).count == 3
    begun = threading.Event()
    build = keeper._store.build

    def told(space, prior_centre, check):
        def announce() -> None:
            begun.set()
            until(keeper._closing.is_set)
            check()

        return build(space, prior_centre, announce)

    monkeypatch.setattr(keeper._store, "build", told)
    grow(catalog, 50)
    assert begun.wait(LONG_S)
    keeper.close()
    assert not keeper._follower.is_alive()
    # What is held answers all the same, and no thread is begun for it.
    assert keeper.current(SPACE, None).count == 53
    assert not keeper._follower.is_alive()


def test_a_library_that_is_away_for_a_while_is_followed_again(keeper, catalog, monkeypatch):
    grow(catalog, 3)
    index = keeper.current(SPACE, None)
    with monkeypatch.context() as patched:
        patched.setattr(catalog, "last_embedding_id", _is_away)
        patched.setattr(catalog, "embeddings", _is_away)
        follower = keeper._follower
        follower.join(LONG_S)
        assert not follower.is_alive()
    assert keeper.current(SPACE, None) is index
    grow(catalog, 1)
    until(lambda: index.count == 4)


def _is_away(*_, **__):
    raise index_keeper.LibraryUnusable("The library cannot be reached any more.")


def test_settling_does_not_wait_for_searches_nor_they_for_it(keeper, catalog, monkeypatch):
    grow(catalog, 4)
    before = keeper.current(SPACE, None)
    begun, released = threading.Event(), threading.Event()
    build = keeper._store.build

    def slowly(*told):
        begun.set()
        assert released.wait(LONG_S)
        return build(*told)

    monkeypatch.setattr(keeper._store, "build", slowly)
    grow(catalog, 4)
    thread = threading.Thread(target=keeper.settle, args=(SPACE, None))
    thread.start()
    assert begun.wait(LONG_S)
    assert keeper.current(SPACE, None) is before
    assert before.count == 8
    released.set()
    thread.join(LONG_S)
    assert keeper.current(SPACE, None).projection.fitted_on == 8
