"""How long a person waits for an answer at 100,000 photos, from the question to the photos.

    python tests/benchmarks/searching.py [--photos 100000] [--library DIR]

A library is made of that many catalog rows, with vectors as tests/benchmarks/recall.py draws them,
turned into the length of the network's embeddings; `--library` keeps it for another run. Printed
are the median and the 99th percentile of `search` for each way to ask, all of it included: vectors
of the examples, the index, the photos' rows, knee and stacks. Exits with 1 where the
median of one is above 150 ms, or above 5 ms for a plain question to the index alone.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
from recall import DIMENSIONS, photo_like_vectors

from lookalike.library.library import Library
from lookalike.library.search.questions import Example, Question
from lookalike.library.search.searching import Results, search
from lookalike.library.search.spaces import prior_centre
from lookalike.photos import ContentHash, PhotoFacts, PhotoFile, PhotoId
from lookalike.settings import Settings

ROUNDS = 60
MOST_INDEX_MS = 5.0
MOST_MS = 150.0


def main() -> int:
    asked = _arguments()
    with _library(asked.library, asked.photos) as library:
        ids = library.photo_ids()
        start = time.perf_counter()
        library.indexes.settle(library.space(), prior_centre(library, library.space()))
        search(library, _question([ids[0]]))
        print(f"{len(ids):,} photos, first answer after {time.perf_counter() - start:.1f} s")
        return 0 if all([_index_alone(library), *_whole(library, ids)]) else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=100_000)
    parser.add_argument("--library", type=Path, help="kept, and used again where it is full")
    return parser.parse_args()


@contextmanager
def _library(folder: Path | None, count: int) -> Iterator[Library]:
    with (
        tempfile.TemporaryDirectory() as fresh,
        Library.open(folder or Path(fresh), Settings()) as library,
    ):
        if library.counts().ready != count:
            _fill(library, count)
        yield library


def _fill(library: Library, count: int) -> None:
    space = library.space()
    rng = np.random.default_rng(8)
    facts = PhotoFacts(4000, 3000, 1, "JPEG")
    library.catalog.add_space(space)
    with library.catalog.transaction():
        for number, vector in enumerate(network_like_vectors(count, space.dimensions)):
            content = ContentHash(rng.bytes(32))
            name = "cat" if number % 3 else "dog"
            file = PhotoFile(Path(f"/photos/{number // 500}/{name}_{number:06}.jpg"), 1, number)
            library.catalog.write_photo(file, content, facts)
            library.catalog.write_embedding(space, content, vector)


def network_like_vectors(count: int, dimensions: int) -> Iterator[np.ndarray]:
    """Float32 (dimensions,), one by one: what a library's embeddings are like."""
    rng = np.random.default_rng(7)
    drawn = photo_like_vectors(count, rng)
    axes = np.linalg.qr(rng.standard_normal((dimensions, DIMENSIONS)))[0].T.astype(np.float32)
    return (vector @ axes for vector in drawn)


def _question(wanted: list[PhotoId], unwanted: list[PhotoId] | None = None, **how) -> Question:
    against = [Example(photo, is_wanted=False) for photo in unwanted or []]
    return Question((*map(Example, wanted), *against), **how)


def _index_alone(library: Library) -> bool:
    index = library.indexes.current(library.space(), None)
    queries = index.some_vectors(ROUNDS)
    print(f"method {index.method}")
    taken_ms = [_ms(partial(index.search_projected, query, 101)) for query in queries]
    return _told("the index alone", taken_ms, MOST_INDEX_MS)


def _whole(library: Library, ids: list[PhotoId]) -> Iterator[bool]:
    rng = np.random.default_rng(1)
    some = partial(_some, rng, ids)
    ways: dict[str, Callable[[], Results]] = {
        "one photo, 100 matches": lambda: search(library, _question(some(1)), count=100),
        "one photo, 1,000 matches": lambda: search(library, _question(some(1)), count=1000),
        "3 + and 3 -": lambda: search(library, _question(some(3), some(3)), count=100),
        "at most 60 % alike": lambda: search(library, _question(some(1), at_most=0.6), count=100),
        "words that all fit": lambda: search(
            library, _question(some(1), words="name:jpg"), count=100
        ),
        "words that a third fits": lambda: search(
            library, _question(some(1), words="name:dog"), count=100
        ),
        "words that 10 fit": lambda: search(
            library, _question(some(1), words="name:_00001"), count=100
        ),
        "l1": lambda: search(library, replace(_question(some(1)), metric="l1"), count=100),
    }
    for told, ask in ways.items():
        first_ms = _ms(ask)  # what is kept for the next is made in this one
        taken_ms = [_ms(ask) for _ in range(ROUNDS if told != "l1" else 5)]
        limit = float("inf") if told == "l1" else MOST_MS
        yield _told(f"{told} (first {first_ms:.0f})", taken_ms, limit)


def _some(rng: np.random.Generator, ids: list[PhotoId], count: int) -> list[PhotoId]:
    return [ids[place] for place in rng.integers(0, len(ids), count)]


def _ms(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


def _told(what: str, taken_ms: list[float], limit_ms: float) -> bool:
    median, p99 = np.median(taken_ms), np.percentile(taken_ms, 99)
    is_quick = bool(median <= limit_ms)
    print(f"{what}: {median:.1f} ms median, {p99:.1f} ms p99 (limit {limit_ms:g})")
    return is_quick


if __name__ == "__main__":
    sys.exit(main())
