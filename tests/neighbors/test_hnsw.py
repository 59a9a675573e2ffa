import dataclasses
import subprocess
import sys
import threading

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lookalike.errors import IndexUnusable
from lookalike.neighbors import hnsw
from lookalike.neighbors.exact import search_exact
from lookalike.neighbors.hnsw import LINKS, HnswGraph
from lookalike.neighbors.metrics import distances

pytestmark = pytest.mark.skipif(not hnsw.hnsw_available(), reason=hnsw.why_not())


def clustered(count, dimensions, seed=0):
    rng = np.random.default_rng(seed)
    centres = rng.standard_normal((20, dimensions))
    noise = rng.standard_normal((count, dimensions))
    return (centres[rng.integers(0, 20, count)] + noise).astype(np.float32)


def grown(vectors, batch=1000):
    graph = HnswGraph(vectors.shape[1])
    for start in range(0, len(vectors), batch):
        graph.add(vectors[start : start + batch])
    return graph


@settings(max_examples=25, deadline=None)
@given(
    st.integers(1, 1500),
    st.integers(2, 40),
    st.integers(1, 700),
    st.integers(1, 30),
    st.integers(0, 10),
)
def test_the_graph_finds_what_exact_search_finds(count, dimensions, batch, wanted, seed):
    vectors = clustered(count, dimensions, seed)
    graph, keys = grown(vectors, batch), np.arange(count)
    assert graph.count == count
    hits = total = 0
    for query in clustered(20, dimensions, seed + 100):
        right = search_exact(vectors, keys, query, wanted)
        found = graph.search(query, wanted)
        assert len(found) == len(right) == min(wanted, count)
        # Nearer than float32 can tell apart is as good.
        found_distances = distances(vectors[found], query, "cosine")
        hits += (found_distances <= right.distances[-1] + 1e-6).sum()
        total += len(right)
    assert hits >= 0.97 * total


def test_length_does_not_matter_and_zero_vectors_do_no_harm():
    vectors = clustered(200, 8)
    graph = grown(np.concatenate([vectors * 1000, np.zeros((3, 8), np.float32)]))
    assert graph.search(vectors[17], 1).tolist() == [17]
    assert len(graph.search(np.zeros(8, np.float32), 5)) == 5


def test_a_search_takes_what_is_there():
    graph = HnswGraph(4)
    assert graph.search(np.ones(4, np.float32), 3).tolist() == []
    graph.add(clustered(2, 4))
    assert sorted(graph.search(np.ones(4, np.float32), 30).tolist()) == [0, 1]
    assert graph.search(np.ones(4, np.float32), 0).tolist() == []


def test_many_copies_of_one_photo_never_raise():
    vectors = np.concatenate([clustered(300, 8), np.ones((500, 8), np.float32)])
    graph = grown(vectors)
    for wanted in (10, 400, 800):
        found = graph.search(np.ones(8, np.float32), wanted)
        assert found is None or len(found) == wanted


@pytest.mark.parametrize(
    "wrong",
    [
        np.ones((2, 5), np.float32),
        np.ones(4, np.float32),
        np.ones((2, 4)),
        np.full((1, 4), np.nan, np.float32),
    ],
)
def test_vectors_that_do_not_fit_are_refused(wrong):
    with pytest.raises(ValueError, match="vectors"):
        HnswGraph(4).add(wrong)


@pytest.mark.parametrize("length", [3, 5])
def test_a_query_of_another_length_is_refused(length):
    graph = grown(clustered(10, 4))
    with pytest.raises(ValueError, match="vectors of 4"):
        graph.search(np.ones(length, np.float32), 1)


@pytest.mark.parametrize("count", [0, 1, 2, 17, 3000])
def test_a_restored_graph_gives_the_same_answers(count):
    vectors = clustered(count, 12)
    graph = grown(vectors)
    again = HnswGraph.restored(graph.state(), vectors)
    assert again.count == count
    for query in clustered(30, 12, seed=5):
        assert again.search(query, 10).tolist() == graph.search(query, 10).tolist()


def test_a_restored_graph_can_grow():
    vectors = clustered(2000, 12)
    again = HnswGraph.restored(grown(vectors[:900]).state(), vectors[:900])
    again.add(vectors[900:])
    found = [again.search(vectors[row], 1)[0] for row in range(0, 2000, 10)]
    assert np.mean(found == np.arange(0, 2000, 10)) > 0.99


def damaged(state, what):
    """A graph state with one number wrong, of the kind that hnswlib would follow."""
    count = len(state.rows)
    arrays = {
        field.name: np.array(getattr(state, field.name)) for field in dataclasses.fields(state)
    }
    upper_level_node = int(np.flatnonzero(state.levels > 0)[0])
    ground_node = int(np.flatnonzero(state.levels == 0)[0])
    change = {
        "row out of bounds": lambda: arrays["rows"].__setitem__(3, count),
        "row twice": lambda: arrays["rows"].__setitem__(3, arrays["rows"][4]),
        "negative level": lambda: arrays["levels"].__setitem__(ground_node, -1),
        "level too high": lambda: arrays["levels"].__setitem__(upper_level_node, 9),
        "too many links": lambda: arrays["links"].__setitem__((5, 0), 2 * LINKS + 1),
        "deleted mark": lambda: arrays["links"].__setitem__((5, 0), 1 << 16),
        "link out of bounds": lambda: arrays["links"].__setitem__((5, 1), count),
        "upper link out of bounds": lambda: arrays["upper_links"].__setitem__((0, 1), count),
        "too many upper links": lambda: arrays["upper_links"].__setitem__((0, 0), LINKS + 1),
        "upper link to the ground": lambda: arrays["upper_links"].__setitem__((0, 1), ground_node),
        "entry out of bounds": lambda: arrays.__setitem__("entry", count),
        "entry on the ground": lambda: arrays.__setitem__("entry", ground_node),
        "layer missing": lambda: arrays.__setitem__("upper_links", arrays["upper_links"][1:]),
        "node missing": lambda: arrays.__setitem__("links", arrays["links"][1:]),
        "another type": lambda: arrays.__setitem__("links", arrays["links"].astype(np.int64)),
    }
    change[what]()
    arrays["entry"] = int(arrays["entry"])
    return dataclasses.replace(state, **arrays)


@pytest.mark.parametrize(
    "what",
    [
        "row out of bounds",
        "row twice",
        "negative level",
        "level too high",
        "too many links",
        "deleted mark",
        "link out of bounds",
        "upper link out of bounds",
        "too many upper links",
        "upper link to the ground",
        "entry out of bounds",
        "entry on the ground",
        "layer missing",
        "node missing",
        "another type",
    ],
)
def test_a_damaged_graph_never_reaches_hnswlib(what):
    vectors = clustered(500, 6)
    state = grown(vectors).state()
    assert state.upper_links[0, 0] > 0
    with pytest.raises(IndexUnusable):
        HnswGraph.restored(damaged(state, what), vectors)


def test_a_graph_of_another_library_is_refused():
    vectors = clustered(500, 6)
    with pytest.raises(IndexUnusable):
        HnswGraph.restored(grown(vectors).state(), vectors[:499])


def test_searches_run_beside_additions():
    vectors = clustered(6000, 16)
    graph = grown(vectors[:1000])
    faults, done = [], threading.Event()

    def keep_searching(seed):
        for query in iter_queries(seed):
            if done.is_set():
                return
            found = graph.search(query, 10)
            if found is not None and (len(found) != 10 or found.max() >= 6000):
                faults.append(found)

    threads = [threading.Thread(target=keep_searching, args=(seed,)) for seed in range(3)]
    for thread in threads:
        thread.start()
    graph.add(vectors[1000:])
    done.set()
    for thread in threads:
        thread.join()
    assert not faults
    assert graph.count == 6000


def iter_queries(seed):
    rng = np.random.default_rng(seed)
    while True:
        yield rng.standard_normal(16).astype(np.float32)


def test_a_busy_graph_leaves_the_answer_to_exact_search(monkeypatch):
    graph = grown(clustered(100, 4))
    monkeypatch.setattr(hnsw, "PATIENCE_S", 0.01)
    with graph._lock:
        assert graph.search(np.ones(4, np.float32), 3) is None
    assert len(graph.search(np.ones(4, np.float32), 3)) == 3


def test_why_not_says_what_is_missing(monkeypatch):
    assert hnsw.why_not() == ""
    monkeypatch.setattr(hnsw, "hnswlib", None)
    assert not hnsw.hnsw_available()
    assert "hnswlib" in hnsw.why_not()
    with pytest.raises(RuntimeError, match="hnswlib"):
        HnswGraph(3)


def test_a_machine_without_hnswlib_can_import_the_module():
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; sys.modules['hnswlib'] = None\n"
            "from lookalike.neighbors import hnsw, vector_index\n"
            "print(hnsw.hnsw_available(), hnsw.why_not())",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.startswith("False")
    assert "hnswlib" in told.stdout
