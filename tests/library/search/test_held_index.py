"""An index that is searched is never waited for, whatever is made of it meanwhile."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from lookalike.catalog import catalog as catalog_module
from lookalike.catalog.catalog import Catalog
from lookalike.library.search import held_index
from lookalike.library.search.held_index import HeldIndex
from lookalike.library.search.index_store import IndexStore, no_check
from lookalike.neighbors import hnsw, vector_index
from lookalike.photos import ContentHash, Space
from lookalike.progress import Cancelled

SPACE = Space("content", 8, {"network": "tiny"})
needs_hnswlib = pytest.mark.skipif(not hnsw.hnsw_available(), reason=hnsw.why_not())
AT_ONCE = 4  # vectors in one step of growth
LONG_S = 30.0


@pytest.fixture
def catalog(tmp_path: Path, monkeypatch) -> Iterator[Catalog]:
    monkeypatch.setattr(catalog_module, "_VECTORS_AT_ONCE", AT_ONCE)
    with closing(Catalog.open(tmp_path / "catalog.db")) as opened:
        opened.add_space(SPACE)
        yield opened


@pytest.fixture
def store(catalog: Catalog, tmp_path: Path) -> IndexStore:
    return IndexStore(tmp_path / "index", catalog)


@pytest.fixture
def grow(catalog: Catalog) -> Callable[[int], None]:
    """Brings as many new vectors in as it is told."""

    def write(count: int) -> None:
        first = catalog.embedding_count(SPACE)
        with catalog.transaction():
            for number in range(first, first + count):
                content = ContentHash(number.to_bytes(32, "big"))
                catalog.write_embedding(SPACE, content, vector(number))

    return write


@pytest.fixture
def held(store: IndexStore, grow) -> HeldIndex:
    """Of three vectors, opened."""
    grow(3)
    opened = HeldIndex(store, SPACE, None)
    opened.caught_up()
    return opened


def vector(number: int) -> np.ndarray:
    return np.random.default_rng(number).random(SPACE.dimensions)


def finds_itself(index, number: int) -> bool:
    return index.search(vector(number).astype(np.float16), 1).keys.tolist() == [number + 1]


class Gate:
    """A `check` that stands still at its first call until it is let through."""

    def __init__(self) -> None:
        self.reached, self.opened = threading.Event(), threading.Event()

    def __call__(self) -> None:
        self.reached.set()
        assert self.opened.wait(LONG_S)


@pytest.fixture
def improving(held: HeldIndex) -> Iterator[Gate]:
    """Improves the index on a thread, which stands in the middle of it until it is let through."""
    gate = Gate()
    thread = threading.Thread(target=held.improve, args=(gate,))

    def let_through() -> None:
        gate.opened.set()
        thread.join(LONG_S)
        assert not thread.is_alive()

    gate.begin, gate.let_through = thread.start, let_through
    yield gate
    let_through()


def test_a_search_takes_in_what_came_since(held, grow):
    before = held.caught_up()
    grow(2)
    assert held.caught_up() is before
    assert before.count == 5
    assert finds_itself(before, 4)


def test_a_search_takes_in_no_more_than_is_quick(held, grow):
    quick = held_index.STEPS_IN_A_SEARCH * AT_ONCE
    grow(2 * quick + 1)
    assert held.caught_up().count == 3 + quick
    assert held.caught_up().count == 3 + 2 * quick
    assert held.caught_up().count == 3 + 2 * quick + 1


def test_the_first_search_waits_for_all_there_is(store, held, grow):
    grow(1000)
    assert HeldIndex(store, SPACE, None).caught_up().count == 1003


def test_what_is_too_much_for_a_search_is_taken_in_aside(held, grow):
    grow(200)
    held.improve(no_check)
    assert held.caught_up().count == 203


def test_a_doubled_library_is_fitted_anew(held, grow):
    old = held.caught_up()
    grow(2)
    held.improve(no_check)
    assert held.caught_up() is old
    grow(1)
    held.improve(no_check)
    fresh = held.caught_up()
    assert fresh is not old
    assert (old.projection.fitted_on, fresh.projection.fitted_on, fresh.count) == (3, 6, 6)


def test_searches_are_answered_while_an_index_is_built(held, grow, improving):
    old = held.caught_up()
    grow(9)  # in one search
    assert held.caught_up().count == 12
    improving.begin()
    assert improving.reached.wait(LONG_S)
    grow(2)
    during = held.caught_up()
    assert during is old
    assert during.count == 14
    assert all(finds_itself(during, number) for number in range(14))
    improving.let_through()
    after = held.caught_up()
    assert after is not old
    assert after.projection.fitted_on == 12
    assert after.keys.tolist() == list(range(1, 15))
    # Whoever searches still does so in the index they were given.
    assert finds_itself(during, 13)


def test_what_came_in_during_a_build_is_in_the_built_index(held, grow, improving):
    grow(9)
    held.caught_up()
    improving.begin()
    assert improving.reached.wait(LONG_S)
    grow(300)
    improving.let_through()
    assert held.caught_up().keys.tolist() == list(range(1, 313))


@needs_hnswlib
def test_searches_are_exact_while_the_graph_is_built(held, grow, improving, monkeypatch):
    monkeypatch.setattr(vector_index, "ADD_AT_ONCE", 5)
    index = held.caught_up()
    index._graph_from = 4
    grow(2)
    held.caught_up()
    improving.begin()
    assert improving.reached.wait(LONG_S)
    assert held.caught_up().method == "exact"
    assert finds_itself(held.caught_up(), 4)
    improving.let_through()
    assert held.caught_up().method == "hnsw"
    assert finds_itself(held.caught_up(), 4)


@needs_hnswlib
def test_a_graph_that_was_built_is_saved(store, held, grow):
    held.caught_up()._graph_from = 4
    grow(2)
    assert not store.facts(SPACE).has_graph
    held.improve(no_check)
    assert store.facts(SPACE).has_graph


@needs_hnswlib
def test_new_vectors_are_found_before_they_are_in_the_graph(held, grow):
    index = held.caught_up()
    index._graph_from = 4
    grow(2)
    held.improve(no_check)
    grow(2)
    assert held.caught_up() is index
    assert (index.method, index.count, index._graph.count) == ("hnsw", 7, 5)
    assert all(finds_itself(index, number) for number in range(7))
    assert index.search(vector(0), 9).keys.size == 7


def saved_by_another(store: IndexStore, catalog: Catalog, tmp_path: Path) -> None:
    """What the import's process does at its end."""
    with closing(Catalog.open(tmp_path / "catalog.db")) as theirs:
        other = IndexStore(tmp_path / "index", theirs)
        other.save(other.build(SPACE, None), SPACE)


def test_a_file_that_another_process_fitted_anew_is_taken_over(
    store, held, grow, catalog, tmp_path
):
    old = held.caught_up()
    grow(2)
    saved_by_another(store, catalog, tmp_path)
    grow(1)
    held.caught_up()
    held.improve(no_check)
    fresh = held.caught_up()
    assert fresh is not old
    assert (fresh.projection.fitted_on, fresh.count) == (5, 6)


def test_a_file_is_not_taken_over_before_it_has_all_that_is_searched(
    store, held, grow, catalog, tmp_path
):
    grow(2)
    saved_by_another(store, catalog, tmp_path)
    grow(4)
    held.improve(no_check)
    grow(300)
    saved_by_another(store, catalog, tmp_path)
    grow(200)
    held.improve(no_check)
    fresh = held.caught_up()
    assert (fresh.projection.fitted_on, fresh.count) == (309, 509)


def test_a_file_of_the_same_projection_is_left_alone(store, held, grow, monkeypatch):
    old = held.caught_up()
    grow(2)
    store.save(held.caught_up(), SPACE)
    monkeypatch.setattr(store, "read", lambda *_: pytest.fail("it was read"))
    held.improve(no_check)
    assert held.caught_up() is old


@needs_hnswlib
def test_a_file_that_brings_a_graph_is_taken_over(store, held):
    with_graph = store.read(SPACE)
    with_graph._graph_from = 0
    with_graph.link()
    store.save(with_graph, SPACE)
    assert held.caught_up().method == "exact"
    held.improve(no_check)
    assert held.caught_up().method == "hnsw"


@pytest.mark.parametrize("damage", ["flipped", "short", "gone", "nonsense"])
def test_a_damaged_new_file_leaves_the_index_that_is_held(
    store, held, grow, catalog, tmp_path, damage, monkeypatch
):
    old = held.caught_up()
    grow(2)
    saved_by_another(store, catalog, tmp_path)
    file = store.file(SPACE)
    data = bytearray(file.read_bytes())
    data[-9] ^= 0x40
    if damage == "gone":
        file.unlink()
    else:
        file.write_bytes({"flipped": data, "short": data[:-1], "nonsense": b"?" * 999}[damage])
    held.improve(no_check)
    assert held.caught_up() is old
    assert old.count == 5
    monkeypatch.setattr(store, "facts", lambda *_: pytest.fail("it was looked at twice"))
    held.improve(no_check)


def test_a_new_file_that_is_ahead_of_the_catalog_is_not_taken_over(store, held, monkeypatch):
    old = held.caught_up()
    other = store.build(SPACE, None)
    other.append([other.last_key + 1], vector(9)[np.newaxis])
    other.projection = type(other.projection)(other.projection.centre, None, fitted_on=4)
    store.save(other, SPACE)
    held.improve(no_check)
    assert held.caught_up() is old


def test_an_index_that_is_ahead_of_its_catalog_is_opened_anew(held, grow, catalog):
    grow(4)
    old = held.caught_up()
    with catalog.transaction():
        catalog._database.rows("DELETE FROM embeddings WHERE id > 2")
    assert old.last_key == 7
    assert held.caught_up() is not old
    assert held.caught_up().keys.tolist() == [1, 2]


def test_work_that_is_stopped_leaves_the_index_that_is_held(held, grow):
    old = held.caught_up()
    grow(50)

    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        held.improve(stop)
    assert held.caught_up() is old


def test_one_opens_and_the_others_wait_for_it(store, grow, monkeypatch):
    grow(5)
    opened, build = [], store.build

    def slowly(*told):
        opened.append(told)
        time.sleep(0.05)
        return build(*told)

    monkeypatch.setattr(store, "build", slowly)
    held, found = HeldIndex(store, SPACE, None), []
    threads = [threading.Thread(target=lambda: found.append(held.caught_up())) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(opened) == 1
    assert len(found) == 6
    assert {id(index) for index in found} == {id(held.caught_up())}


def test_many_searches_grow_one_index_without_a_fault(held, grow, monkeypatch):
    """Eight threads and the one that improves race for the same new vectors."""
    faults, done = [], threading.Event()

    def keep(work: Callable[[], object]) -> None:
        while not done.is_set():
            try:
                work()
            except Exception as error:
                faults.append(error)
                return

    def search() -> None:
        index = held.caught_up()
        keys = index.search(vector(1), 500).keys
        assert len(set(keys.tolist())) == len(keys)

    works = [search] * 8 + [lambda: held.improve(no_check)]
    threads = [threading.Thread(target=keep, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for _ in range(30):
        grow(10)
    done.set()
    for thread in threads:
        thread.join()
    assert not faults
    held.improve(no_check)
    assert held.caught_up().keys.tolist() == list(range(1, 304))


def test_what_is_being_opened_is_not_improved_yet(store: IndexStore, grow) -> None:
    grow(3)
    held = HeldIndex(store, SPACE, None)
    held.improve(no_check)
    assert held.caught_up().count == 3
