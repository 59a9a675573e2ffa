import contextlib
import errno
import hashlib
import json
import os
import subprocess
import sys
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lookalike.errors import IndexUnusable, LibraryUnusable
from lookalike.neighbors import hnsw, index_head
from lookalike.neighbors.index_file import read_index, write_index
from lookalike.neighbors.index_head import IndexFacts, index_facts
from lookalike.neighbors.projection import fit_projection
from lookalike.neighbors.vector_index import VectorIndex

needs_hnswlib = pytest.mark.skipif(not hnsw.hnsw_available(), reason=hnsw.why_not())
SPACE = "0123456789abcdef"


def embeddings(count, dimensions=12, seed=0):
    rng = np.random.default_rng(seed)
    return np.maximum(rng.standard_normal((count, dimensions)) + 0.5, 0).astype(np.float16)


def index_of(raw, *, graph_from=0):
    return VectorIndex.build(
        SPACE, np.arange(len(raw)) * 3 + 1, raw, fit_projection(raw), graph_from=graph_from
    )


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The bytes of a small index with a graph of several layers."""
    file = tmp_path_factory.mktemp("index") / "space.hnsw"
    write_index(index_of(embeddings(120)), file)
    return file.read_bytes()


def told_facts(written):
    """The length of the head, the facts, and the bytes of the arrays."""
    head = index_head.HEAD
    length = head.unpack(written[: head.size])[2]
    facts = json.loads(written[head.size : head.size + length])
    return facts, written[head.size + length :]


def sealed(facts, arrays):
    """A file whose checksum is right, whatever it claims."""
    told = facts if isinstance(facts, bytes) else json.dumps(facts).encode()
    digest = hashlib.sha256(told + arrays).digest()
    return index_head.HEAD.pack(index_head.MAGIC, index_head.VERSION, len(told), digest) + (
        told + arrays
    )


@pytest.mark.parametrize("graph_from", [0, 10**9])
@pytest.mark.parametrize(("count", "dimensions"), [(0, 12), (1, 12), (500, 12), (1100, 300)])
def test_what_is_read_answers_as_what_was_written(tmp_path, count, dimensions, graph_from):
    index = index_of(embeddings(count, dimensions), graph_from=graph_from)
    file = tmp_path / "index" / "space.hnsw"
    write_index(index, file)
    again = read_index(file, SPACE, dimensions, graph_from=graph_from)
    assert (again.count, again.last_key) == (index.count, index.last_key)
    assert (again.method, again.dimensions) == (index.method, index.dimensions)
    assert again.projection.fitted_on == index.projection.fitted_on
    for query in embeddings(10, dimensions, seed=9):
        for exact in (True, False):
            before = index.search(query, 10, exact=exact)
            after = again.search(query, 10, exact=exact)
            assert after.keys.tolist() == before.keys.tolist()
            assert after.distances.tolist() == before.distances.tolist()


def test_what_was_read_grows_on(tmp_path):
    raw = embeddings(300)
    index = index_of(raw[:200])
    write_index(index, tmp_path / "space.hnsw")
    again = read_index(tmp_path / "space.hnsw", SPACE, 12, graph_from=0)
    again.add(again.last_key + 1 + np.arange(100), raw[200:])
    assert again.count == 300
    assert again.search(raw[299], 1).keys.tolist() == [again.last_key]


def test_only_the_finished_file_is_left(tmp_path):
    file = tmp_path / "space.hnsw"
    write_index(index_of(embeddings(5)), file)
    write_index(index_of(embeddings(9)), file)
    assert [path.name for path in tmp_path.iterdir()] == ["space.hnsw"]
    assert read_index(file, SPACE, 12).count == 9


@needs_hnswlib
def test_a_file_with_a_graph_serves_a_machine_without_hnswlib(tmp_path, monkeypatch):
    raw = embeddings(300)
    write_index(index_of(raw), tmp_path / "space.hnsw")
    monkeypatch.setattr(hnsw, "hnswlib", None)
    again = read_index(tmp_path / "space.hnsw", SPACE, 12, graph_from=0)
    assert (again.method, again.count) == ("exact", 300)
    assert again.search(raw[4], 1).keys.tolist() == [13]


@needs_hnswlib
def test_a_file_without_a_graph_gets_one_with_the_next_addition(tmp_path):
    write_index(index_of(embeddings(300), graph_from=10**9), tmp_path / "space.hnsw")
    again = read_index(tmp_path / "space.hnsw", SPACE, 12, graph_from=0)
    assert again.method == "exact"
    again.add([], np.empty((0, 12), np.float16))
    assert again.method == "hnsw"


@pytest.mark.parametrize(
    ("space", "dimensions"), [("f" * 16, 12), ("", 12), (SPACE, 11), (SPACE, 1280)]
)
def test_an_index_of_another_space_is_not_used(tmp_path, written, space, dimensions):
    (tmp_path / "space.hnsw").write_bytes(written)
    with pytest.raises(IndexUnusable):
        read_index(tmp_path / "space.hnsw", space, dimensions)


@pytest.mark.parametrize("graph_from", [0, 10**9])
@pytest.mark.parametrize("count", [0, 1, 700])
def test_the_head_tells_what_the_file_holds(tmp_path, count, graph_from):
    index = index_of(embeddings(count), graph_from=graph_from)
    write_index(index, tmp_path / "space.hnsw")
    told = IndexFacts(SPACE, count, index.last_key, count, has_graph=index.method == "hnsw")
    assert index_facts(tmp_path / "space.hnsw") == told
    assert index_facts(tmp_path / "space.hnsw", verify=True) == told


def test_the_head_is_told_without_reading_the_rest(tmp_path, written):
    file = tmp_path / "space.hnsw"
    keys_end = len(written) - len(told_facts(written)[1]) + 120 * 8
    file.write_bytes(written[:keys_end] + bytes(len(written) - keys_end))
    assert index_facts(file).last_key == 358
    with pytest.raises(IndexUnusable, match="checksum"):
        index_facts(file, verify=True)


@pytest.mark.parametrize("wrong", [b"", b"?" * 5000, b"LKALIKE\x1a", None])
def test_a_head_that_is_none_is_refused(tmp_path, written, wrong):
    file = tmp_path / "space.hnsw"
    with pytest.raises(IndexUnusable):
        index_facts(file)
    file.write_bytes(written[:-1] if wrong is None else wrong)
    with pytest.raises(IndexUnusable):
        index_facts(file)


def test_no_file_is_no_index(tmp_path):
    with pytest.raises(IndexUnusable):
        read_index(tmp_path / "none.hnsw", SPACE, 12)
    with pytest.raises(IndexUnusable):
        read_index(tmp_path, SPACE, 12)


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_any_flipped_bit_is_noticed(written, tmp_path_factory, data):
    file = tmp_path_factory.getbasetemp() / "flipped.hnsw"
    place = data.draw(st.integers(0, 400) | st.integers(0, len(written) - 1))
    broken = bytearray(written)
    broken[place] ^= 1 << data.draw(st.integers(0, 7))
    file.write_bytes(broken)
    with pytest.raises(IndexUnusable):
        read_index(file, SPACE, 12)


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_any_cut_or_appended_byte_is_noticed(written, tmp_path_factory, data):
    file = tmp_path_factory.getbasetemp() / "cut.hnsw"
    length = data.draw(st.integers(0, 300) | st.integers(0, len(written) - 1))
    file.write_bytes(written[:length])
    with pytest.raises(IndexUnusable):
        read_index(file, SPACE, 12)
    file.write_bytes(written + data.draw(st.binary(min_size=1, max_size=20)))
    with pytest.raises(IndexUnusable):
        read_index(file, SPACE, 12)


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_random_facts_under_a_right_checksum_are_refused(tmp_path_factory, told):
    file = tmp_path_factory.getbasetemp() / "random.hnsw"
    file.write_bytes(sealed(told, b""))
    with pytest.raises(IndexUnusable):
        read_index(file, SPACE, 12)
    with pytest.raises(IndexUnusable):
        index_facts(file)


def test_a_newer_version_is_not_used(tmp_path, written):
    head = index_head.HEAD
    magic, version, *rest = head.unpack(written[: head.size])
    (tmp_path / "new.hnsw").write_bytes(head.pack(magic, version + 1, *rest) + written[head.size :])
    with pytest.raises(IndexUnusable, match="version"):
        read_index(tmp_path / "new.hnsw", SPACE, 12)


def claim(**changed):
    return lambda facts: facts | changed


def claim_shape(name, shape):
    return lambda facts: facts | {"shapes": facts["shapes"] | {name: shape}}


@pytest.mark.parametrize(
    "lie",
    [
        claim(graph_entry=10**9),
        claim(graph_entry=-1),
        claim(graph_entry=1.5),
        claim(fitted_on="many"),
        claim(fitted_on=True),
        claim(shapes=None),
        claim(shapes={}),
        lambda facts: facts | {"shapes": dict(reversed(facts["shapes"].items()))},
        claim(space_key=None),
        claim_shape("vectors", [10**9, 12]),
        claim_shape("vectors", [10**11, 10**11]),
        claim_shape("vectors", [12, 120]),
        claim_shape("vectors", [1440]),
        claim_shape("vectors", [-120, -12]),
        claim_shape("vectors", [120, "12"]),
        claim_shape("keys", [60, 2]),
        claim_shape("keys", [120.0]),
        claim_shape("centre", [3, 4]),
        claim_shape("graph_rows", [60, 2]),
        claim_shape("graph_links", [60, 66]),
        claim_shape("surprise", [0]),
        claim_shape("components", [0]),
        claim_shape("components", [12, 0]),
    ],
)
def test_facts_that_lie_under_a_right_checksum_are_refused(tmp_path, written, lie):
    facts, arrays = told_facts(written)
    (tmp_path / "lie.hnsw").write_bytes(sealed(facts, arrays))
    assert read_index(tmp_path / "lie.hnsw", SPACE, 12).count == 120
    (tmp_path / "lie.hnsw").write_bytes(sealed(lie(facts), arrays))
    with pytest.raises(IndexUnusable):
        read_index(tmp_path / "lie.hnsw", SPACE, 12)
    with contextlib.suppress(IndexUnusable):  # some lies are only seen beside the arrays
        index_facts(tmp_path / "lie.hnsw")


@pytest.mark.parametrize("facts", [b"", b"[]", b"{", b"\xff\xfe", b"[" * 60_000, b"7" * 60_000])
def test_facts_that_are_no_facts_are_refused(tmp_path, facts):
    (tmp_path / "odd.hnsw").write_bytes(sealed(facts, b""))
    with pytest.raises(IndexUnusable):
        read_index(tmp_path / "odd.hnsw", SPACE, 12)


def test_wrong_numbers_under_a_right_checksum_are_refused(tmp_path, written):
    facts, arrays = told_facts(written)
    keys = 120 * 8
    for start, number in [
        (0, np.int64(10**6)),  # keys out of order
        (keys, np.float32(np.nan)),
        (keys + 120 * 12 * 4, np.float32(np.inf)),  # the centre
    ]:
        wrong = bytearray(arrays)
        wrong[start : start + number.nbytes] = number.tobytes()
        (tmp_path / "wrong.hnsw").write_bytes(sealed(facts, bytes(wrong)))
        with pytest.raises(IndexUnusable):
            read_index(tmp_path / "wrong.hnsw", SPACE, 12)


@needs_hnswlib
def test_no_number_in_the_graph_can_end_the_process(tmp_path, written):
    """Every 4-byte number of the graph is made large in turn, under a right checksum."""
    (tmp_path / "good.hnsw").write_bytes(written)
    told = subprocess.run(
        [sys.executable, "-c", _TRY_ALL, str(tmp_path / "good.hnsw"), SPACE],
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    tried, refused = map(int, told.stdout.split())
    assert tried > 2000
    assert refused > tried // 20


_TRY_ALL = """
import hashlib, json, sys
from pathlib import Path
import numpy as np
from lookalike.errors import IndexUnusable
from lookalike.neighbors import index_file, index_head

good, space = Path(sys.argv[1]), sys.argv[2]
content = good.read_bytes()
size, length = index_head.HEAD.size, index_head.HEAD.unpack(content[:index_head.HEAD.size])[2]
told, arrays = content[size : size + length], content[size + length :]
shapes = json.loads(told)["shapes"]
links = sum(4 * int(np.prod(shape)) for name, shape in shapes.items() if "graph" in name)
queries = np.random.default_rng(0).standard_normal((3, 12)).astype(np.float32)
tried = refused = 0
broken = good.with_name("broken.hnsw")
for place in range(len(arrays) - links, len(arrays), 4):
    for number in (b"\\xff\\xff\\xff\\x7f", b"\\x78\\x00\\x00\\x00")[place // 4 % 2 :][:1]:
        wrong = arrays[:place] + number + arrays[place + 4 :]
        digest = hashlib.sha256(told + wrong).digest()
        head = index_head.HEAD.pack(index_head.MAGIC, index_head.VERSION, length, digest)
        broken.write_bytes(head + told + wrong)
        tried += 1
        try:
            index = index_file.read_index(broken, space, 12, graph_from=0)
        except IndexUnusable:
            refused += 1
            continue
        for query in queries:
            index.search(query, 10)
print(tried, refused)
"""


def test_a_full_disk_is_told_and_leaves_the_old_file(tmp_path, monkeypatch):
    file = tmp_path / "space.hnsw"
    write_index(index_of(embeddings(50)), file)

    def full(_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(LibraryUnusable, match="space"):
            write_index(index_of(embeddings(80)), file)
    assert [path.name for path in tmp_path.iterdir()] == ["space.hnsw"]
    assert read_index(file, SPACE, 12).count == 50


@pytest.mark.skipif(os.name != "posix", reason="limits on file sizes are a POSIX matter")
def test_a_file_that_may_not_grow_leaves_the_old_one(tmp_path):
    write_index(index_of(embeddings(50)), tmp_path / "space.hnsw")
    told = subprocess.run(
        [sys.executable, "-c", _WRITE_LIMITED, str(tmp_path / "space.hnsw")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.startswith("The index space.hnsw cannot be written")
    assert [path.name for path in tmp_path.iterdir()] == ["space.hnsw"]
    assert read_index(tmp_path / "space.hnsw", SPACE, 12).count == 50


_WRITE_LIMITED = """
import resource, sys
from pathlib import Path
import numpy as np
from lookalike.errors import LibraryUnusable
from lookalike.neighbors.index_file import write_index
from lookalike.neighbors.projection import fit_projection
from lookalike.neighbors.vector_index import VectorIndex

raw = np.random.default_rng(0).standard_normal((5000, 12)).astype(np.float16)
index = VectorIndex.build("0123456789abcdef", np.arange(5000), raw, fit_projection(raw))
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
try:
    write_index(index, Path(sys.argv[1]))
except LibraryUnusable as error:
    print(error)
"""


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "index").write_text("a file where a folder is wanted")
    with pytest.raises(LibraryUnusable):
        write_index(index_of(embeddings(5)), tmp_path / "index" / "space.hnsw")


def test_leftovers_of_a_killed_writer_are_removed(tmp_path):
    file = tmp_path / "space.hnsw"
    old, fresh = tmp_path / "space.hnsw.1.new", tmp_path / "space.hnsw.2.new"
    old.write_bytes(b"x")
    fresh.write_bytes(b"x")
    hours_ago = time.time() - 3 * 3600
    os.utime(old, (hours_ago, hours_ago))
    write_index(index_of(embeddings(5)), file)
    assert (old.exists(), fresh.exists()) == (False, True)


def test_an_index_can_be_written_while_it_grows(tmp_path):
    raw = embeddings(400)
    index = index_of(raw[:100])
    for start in range(100, 400, 50):
        write_index(index, tmp_path / "space.hnsw")
        again = read_index(tmp_path / "space.hnsw", SPACE, 12, graph_from=0)
        assert again.count == start
        index.add(index.last_key + 1 + np.arange(50), raw[start : start + 50])
