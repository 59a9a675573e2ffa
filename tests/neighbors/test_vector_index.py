import threading
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lookalike.neighbors import hnsw, projection, vector_index
from lookalike.neighbors.calibration import calibrate
from lookalike.neighbors.exact import search_exact
from lookalike.neighbors.metrics import METRICS
from lookalike.neighbors.projection import fit_projection
from lookalike.neighbors.vector_index import VectorIndex

needs_hnswlib = pytest.mark.skipif(not hnsw.hnsw_available(), reason=hnsw.why_not())


def embeddings(count, dimensions=24, seed=0):
    rng = np.random.default_rng(seed)
    centres = np.random.default_rng(1).standard_normal((10, dimensions))
    noise = rng.standard_normal((count, dimensions))
    return np.maximum(centres[rng.integers(0, 10, count)] + noise, 0).astype(np.float16)


def index_of(raw, *, first_key=1, graph_from=10**9):
    keys = np.arange(first_key, first_key + len(raw))
    return VectorIndex.build("space", keys, raw, fit_projection(raw), graph_from=graph_from)


@pytest.mark.parametrize("metric", METRICS)
def test_a_photo_finds_itself_first(metric):
    raw = embeddings(300)
    found = index_of(raw).search(raw[41], 5, metric=metric)
    assert found.keys[0] == 42
    assert found.distances[0] == pytest.approx(0, abs=1e-3)
    assert (np.diff(found.distances) >= 0).all()


def test_raw_vectors_are_projected_on_the_way_in(monkeypatch):
    monkeypatch.setattr(projection, "REDUCE_FROM", 512)
    raw = embeddings(1200, 300)
    index = index_of(raw)
    assert (index.dimensions, index.raw_dimensions, index.count) == (256, 300, 1200)
    assert index.project(raw[3]).shape == (256,)
    assert index.project(raw[:3]).shape == (3, 256)
    right = search_exact(index.project(raw), index.keys, index.project(raw[9]), 10)
    assert index.search(raw[9], 10).keys.tolist() == right.keys.tolist()


def test_half_and_single_precision_give_the_same_answers():
    raw = embeddings(200)
    index = index_of(raw)
    half, single = index.search(raw[0], 9), index.search(raw[0].astype(np.float32), 9)
    assert half.keys.tolist() == single.keys.tolist()


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 40), max_size=12), st.integers(0, 99))
def test_growing_in_batches_is_building_at_once(batches, query):
    raw = embeddings(sum(batches) + 100)
    projection = fit_projection(raw[:50])
    grown = VectorIndex("space", projection)
    start = 0
    for size in [*batches, 100]:
        grown.add(np.arange(start, start + size), raw[start : start + size])
        start += size
    built = VectorIndex.build("space", np.arange(len(raw)), raw, projection)
    assert grown.count == built.count == len(raw)
    assert grown.last_key == len(raw) - 1
    first, second = grown.search(raw[query], 20), built.search(raw[query], 20)
    assert first.keys.tolist() == second.keys.tolist()
    assert first.distances == pytest.approx(second.distances, abs=1e-6)


def test_keys_may_come_in_any_order():
    raw = embeddings(50)
    keys = np.random.default_rng(0).permutation(1000)[:50]
    index = VectorIndex.build("space", keys, raw, fit_projection(raw))
    assert index.keys.tolist() == sorted(keys.tolist())
    assert index.last_key == keys.max()
    assert index.search(raw[7], 1).keys.tolist() == [keys[7]]


@pytest.mark.parametrize("keys", [[50, 51], [51, 51], [-3, 60]])
def test_keys_that_are_not_new_are_refused_and_nothing_is_added(keys):
    raw = embeddings(50)
    index = index_of(raw)
    with pytest.raises(ValueError, match="above 50"):
        index.add(keys, raw[:2])
    assert (index.count, index.last_key) == (50, 50)


@pytest.mark.parametrize(
    ("keys", "raw"),
    [
        ([9], np.ones((2, 24))),
        ([9], np.ones((1, 23))),
        ([9], np.full((1, 24), np.nan)),
    ],
)
def test_vectors_that_do_not_fit_are_refused_and_nothing_is_added(keys, raw):
    index = VectorIndex("space", fit_projection(embeddings(5)))
    with pytest.raises(ValueError, match=r"vectors|keys"):
        index.add(keys, raw)
    assert (index.count, index.last_key) == (0, -1)


@pytest.mark.parametrize("query", [np.ones(23), np.full(24, np.inf)])
def test_queries_that_do_not_fit_are_refused(query):
    with pytest.raises(ValueError, match="vectors"):
        index_of(embeddings(5)).search(query, 3)


def test_a_projected_query_finds_the_same():
    raw = embeddings(1200, 300)
    index = index_of(raw)
    direct = index.search(raw[5], 9)
    projected = index.search_projected(index.project(raw[5]), 9)
    assert direct.keys.tolist() == projected.keys.tolist()


@pytest.mark.parametrize("query", [np.ones(25), np.ones((1, 24)), np.full(24, np.nan)])
@pytest.mark.parametrize("graph_from", [0, 10**9])
def test_projected_queries_that_do_not_fit_are_refused(query, graph_from):
    with pytest.raises(ValueError, match="vectors"):
        index_of(embeddings(5), graph_from=graph_from).search_projected(query, 3)


def test_an_unknown_metric_is_refused():
    with pytest.raises(ValueError, match="cosine, l2, l1"):
        index_of(embeddings(5)).search(np.ones(24), 3, metric="hamming")


def test_an_empty_index_finds_nobody():
    index = VectorIndex("space", fit_projection(embeddings(0)))
    assert len(index.search(np.ones(24), 5)) == 0
    assert index.calibration().similarity(0.25) == 0.75


@pytest.mark.parametrize("metric", METRICS)
def test_allowed_keys_narrow_the_search(metric):
    raw = embeddings(200)
    index = index_of(raw, graph_from=0)
    found = index.search(raw[0], 10, metric=metric, allowed_keys=[150, 3, 77, 999, -5, 3])
    assert sorted(found.keys.tolist()) == [3, 77, 150]
    assert len(index.search(raw[0], 10, allowed_keys=[])) == 0


@needs_hnswlib
def test_the_graph_comes_with_size():
    raw = embeddings(900)
    index = VectorIndex("space", fit_projection(raw), graph_from=500)
    for start in range(0, 900, 90):
        keys = np.arange(start, start + 90)
        index.add(keys, raw[start : start + 90])
        assert index.method == ("hnsw" if start + 90 >= 500 else "exact")
    hits = [
        np.intersect1d(index.search(q, 10).keys, index.search(q, 10, exact=True).keys).size
        for q in embeddings(50, seed=3)
    ]
    assert np.mean(hits) >= 9.9
    assert index.note == ""


@needs_hnswlib
def test_what_the_graph_does_not_have_yet_is_found_as_well():
    raw = embeddings(600)
    index = index_of(raw[:500], graph_from=0)
    index.append(np.arange(501, 601), raw[500:])
    for query in embeddings(30, seed=3):
        near, exact = index.search(query, 20), index.search(query, 20, exact=True)
        assert len(near) == 20
        assert np.intersect1d(near.keys, exact.keys).size >= 19
        assert (np.diff(near.distances) >= 0).all()
    assert index.search(raw[550], 1).keys.tolist() == [551]
    assert len(index.search(raw[550], 900)) == 600
    assert not index.link()
    assert index.search(raw[550], 1).keys.tolist() == [551]


@needs_hnswlib
def test_what_enters_the_graph_during_a_search_is_found_once(monkeypatch):
    raw = embeddings(300)
    index = index_of(raw[:200], graph_from=0)
    index.append(np.arange(201, 301), raw[200:])
    search = hnsw.HnswGraph.search

    def link_and_search(graph, query, count):
        index.link()
        return search(graph, query, count)

    monkeypatch.setattr(hnsw.HnswGraph, "search", link_and_search)
    found = index.search(raw[250], 300)
    assert sorted(found.keys.tolist()) == list(range(1, 301))


@needs_hnswlib
def test_a_graph_is_built_on_demand_and_told_once():
    raw = embeddings(700)
    index = VectorIndex("space", fit_projection(raw), graph_from=500)
    index.append(np.arange(400), raw[:400])
    assert not index.link()
    index.append(np.arange(400, 700), raw[400:])
    assert index.method == "exact"
    assert index.link()
    assert index.method == "hnsw"
    assert not index.link()


@needs_hnswlib
def test_a_search_goes_on_while_a_graph_is_built_and_a_stopped_one_is_let_go():
    raw = embeddings(700)
    index = VectorIndex("space", fit_projection(raw), graph_from=500)
    index.append(np.arange(700), raw)
    steps = []

    def check() -> None:
        steps.append(index.search(raw[650], 1).keys.tolist())
        assert index.method == "exact"
        if len(steps) == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        index.link(check)
    assert steps == [[650], [650]]
    assert index.method == "exact"
    assert index.link()


@needs_hnswlib
def test_a_state_between_adding_and_linking_is_restored_and_linked_on():
    raw = embeddings(600)
    index = index_of(raw[:500], graph_from=0)
    index.append(np.arange(501, 601), raw[500:])
    again = VectorIndex.restored(index.state(), graph_from=0)
    assert again.search(raw[550], 5).keys.tolist() == index.search(raw[550], 5).keys.tolist()
    again.link()
    assert again.search(raw[550], 1).keys.tolist() == [551]
    assert again.count == 600


def test_reserved_room_is_filled_without_moving():
    raw = embeddings(100)
    index = VectorIndex("space", fit_projection(raw))
    index.reserve(100)
    index.append([0], raw[:1])
    first = index._rows.current
    index.append(np.arange(1, 100), raw[1:])
    assert np.shares_memory(first.vectors, index._rows.current.vectors)
    index.reserve(7)
    assert index.count == 100
    assert index.search(raw[40], 1).keys.tolist() == [40]


@needs_hnswlib
def test_the_graph_and_exact_search_tell_the_same_distances():
    raw = embeddings(400)
    index = index_of(raw, graph_from=0)
    near, exact = index.search(raw[5], 10), index.search(raw[5], 10, exact=True)
    assert near.keys.tolist() == exact.keys.tolist()
    assert near.distances.tolist() == exact.distances.tolist()


@needs_hnswlib
def test_only_a_plain_cosine_search_asks_the_graph(monkeypatch):
    raw = embeddings(100)
    index = index_of(raw, graph_from=0)
    asked = []
    monkeypatch.setattr(hnsw.HnswGraph, "search", lambda *told: asked.append(told))
    index.search(raw[0], 3, exact=True)
    index.search(raw[0], 3, metric="l2")
    index.search(raw[0], 3, metric="l1")
    index.search(raw[0], 3, allowed_keys=[1, 2])
    index.search(raw[0], vector_index.LONGEST_GRAPH_ANSWER + 1)
    assert not asked
    assert index.search(raw[0], 3).keys[0] == 1  # the graph has no answer, exact search has
    assert len(asked) == 1


def test_without_hnswlib_search_is_exact_and_says_so(monkeypatch):
    monkeypatch.setattr(hnsw, "hnswlib", None)
    raw = embeddings(200)
    index = index_of(raw, graph_from=100)
    assert index.method == "exact"
    assert "exact" in index.note
    assert "hnswlib" in index.note
    assert index.search(raw[10], 1).keys.tolist() == [11]
    assert index_of(raw, graph_from=300).note == ""


@pytest.mark.parametrize("graph_from", [0, 10**9])
def test_searches_run_while_photos_come_in(graph_from):
    raw = embeddings(4000)
    index = VectorIndex("space", fit_projection(raw), graph_from=graph_from)
    index.add(np.arange(500), raw[:500])
    faults, done, searched = [], threading.Event(), []

    def keep_searching(row):
        while not done.is_set():
            try:
                found = index.search(raw[row], 5, exact=row % 2 == 1)
                if found.keys[0] != row or len(found) != 5:
                    faults.append(found)
                index.calibration()
            except Exception as error:
                faults.append(error)
            searched.append(row)

    threads = [threading.Thread(target=keep_searching, args=(row,)) for row in (7, 8, 9)]
    for thread in threads:
        thread.start()
    for start in range(500, 4000, 70):
        stop = min(start + 70, 4000)
        index.add(np.arange(start, stop), raw[start:stop])
    while len(searched) < 12 and not faults:
        time.sleep(0.01)
    done.set()
    for thread in threads:
        thread.join()
    assert not faults
    assert index.count == 4000


def test_a_state_is_not_touched_by_later_photos():
    raw = embeddings(300)
    index = index_of(raw[:200])
    state = index.state()
    before = state.vectors.copy()
    index.add(np.arange(201, 301), raw[200:])
    assert len(state.keys) == 200
    assert np.array_equal(state.vectors, before)


@pytest.mark.parametrize("metric", METRICS)
def test_the_calibration_is_of_the_projected_vectors_and_kept(metric):
    raw = embeddings(100)
    index = index_of(raw)
    right = calibrate(index.project(raw), metric)
    assert index.calibration(metric).random_distance == pytest.approx(right.random_distance)
    assert index.calibration(metric) is index.calibration(metric)


def test_the_calibration_follows_a_growing_library():
    raw = embeddings(200)
    index = index_of(raw[:100])
    first = index.calibration()
    index.add(np.arange(101, 111), raw[100:110])
    assert index.calibration() is first
    index.add(np.arange(111, 200), raw[111:])
    assert index.calibration() is not first


def test_vectors_are_given_as_they_are_compared_and_unknown_ones_are_zero():
    raw = embeddings(40)
    index = index_of(raw, first_key=10)
    given_ = index.vectors_of([49, 3, 10, 50])
    assert np.array_equal(given_[[0, 2]], index.project(raw[[39, 0]]))
    assert not given_[[1, 3]].any()
    assert VectorIndex("space", index.projection).vectors_of([1]).shape == (1, index.dimensions)


@pytest.mark.parametrize("most", [1, 7, 40, 99])
def test_some_vectors_are_spread_over_all(most):
    raw = embeddings(40)
    index = index_of(raw)
    some = index.some_vectors(most)
    assert 0 < len(some) <= min(most, 40)
    assert np.array_equal(some[0], index.project(raw[0]))
    assert len(some) >= min(most, 40) // 2


@needs_hnswlib
def test_a_graph_leaves_out_what_is_too_near_as_well():
    raw = embeddings(60)
    graph, exact = index_of(raw, graph_from=0), index_of(raw)
    bound = float(exact.search(raw[0], 60).distances[20])
    query = exact.project(raw[0])
    found = [index.search_projected(query, 5, beyond=bound).keys for index in (graph, exact)]
    assert np.array_equal(*found)
    assert found[0][0] == exact.search(raw[0], 60).keys[20]
