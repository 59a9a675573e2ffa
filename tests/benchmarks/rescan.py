"""Prints what a second import costs when nothing has changed.

    python tests/benchmarks/rescan.py [--files 100000] [--rounds 5] [--profile]

The files are tiny, in folders of 500, and the library knows all of them, with made-up contents and
embeddings and an index; so the import finds nothing to read. Told are the bare walk (`os.scandir`
and `stat`), the bare reading of the catalog (one SELECT of what a decision needs), the import in
this process, and the import in a process of its own, which is what a person waits for. All run in
turn, with the disk's cache warm. Ends with 1 where the median of the last one takes longer than
twice the walk and once the catalog.
"""

import argparse
import cProfile
import os
import pstats
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np

from lookalike.library.intake.import_engine import bring_in
from lookalike.library.intake.importing import import_folders
from lookalike.library.library import Library
from lookalike.photos import ContentHash, PhotoFacts, PhotoFile
from lookalike.progress import Progress
from lookalike.settings import Settings

PER_FOLDER = 500
NEEDED = """
    SELECT path, photos.id, size_bytes, mtime_ns, state, embeddings.id
    FROM photos LEFT JOIN embeddings
         ON space_id = 1 AND embeddings.content_hash = photos.content_hash ORDER BY path"""


def main() -> int:
    asked = _arguments()
    # As an installed program, which is compiled: a process is started in each round.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as place:
        photos = write_files(Path(place) / "photos", asked.files)
        settings = Settings(network="efficientnet-lite0", device="cpu")
        with Library.open(Path(place) / "library", settings) as library:
            know(library, photos)
            works = {
                "bare walk": lambda: walk(photos),
                "bare catalog": lambda: read_catalog(library),
                "import, in this process": lambda: unchanged(bring_in, library, photos),
                "import, in its own": lambda: unchanged(import_folders, library, photos),
            }
            times_s = timed(works, asked.rounds)
            if asked.profile:
                profile(library, photos)
    return told(asked.files, times_s)


def write_files(folder: Path, count: int) -> Path:
    for number in range(count):
        file = folder / f"{number // PER_FOLDER:04}" / f"IMG_{number:06}.jpg"
        if number % PER_FOLDER == 0:
            file.parent.mkdir(parents=True)
        file.write_bytes(b"tiny")
    return folder


def know(library: Library, photos: Path) -> None:
    """What an import of real photos would have left behind."""
    space, facts = library.space(), PhotoFacts(4000, 3000, 1, "JPEG")
    dice = np.random.default_rng(1)
    library.catalog.add_space(space)
    with library.catalog.transaction():
        for file in sorted(photos.rglob("*.jpg")):
            content = ContentHash(dice.bytes(32))
            told = file.stat()
            vector = dice.random(space.dimensions, np.float32)
            library.catalog.write_embedding(space, content, vector)
            file_ = PhotoFile(file, told.st_size, told.st_mtime_ns)
            library.catalog.write_photo(file_, content, facts)
    library.indexes.settle(space, library.prior_centre())
    unchanged(bring_in, library, photos)  # the first one notes when the folder was scanned


def walk(folder: Path) -> None:
    waiting = [os.fsencode(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    waiting.append(entry.path)
                else:
                    entry.stat()


def read_catalog(library: Library) -> None:
    with closing(sqlite3.connect(library.folder / "catalog.db")) as catalog:
        catalog.execute(NEEDED).fetchall()


def unchanged(run: Callable[..., object], library: Library, photos: Path) -> None:
    report = run(library, [photos], Progress())
    assert report.brought_in == 0, report


def timed(works: dict[str, Callable[[], None]], rounds: int) -> dict[str, list[float]]:
    times_s: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            began_s = time.perf_counter()
            work()
            times_s[name].append(time.perf_counter() - began_s)
    return times_s


def told(files: int, times_s: dict[str, list[float]]) -> int:
    print(f"{files:,} files")
    for name, seconds in times_s.items():
        rounds = " ".join(f"{each:.2f}" for each in seconds)
        print(f"{name:<24} {statistics.median(seconds):6.2f} s  ({rounds})")
    walk_s, catalog_s, _, ours_s = (statistics.median(seconds) for seconds in times_s.values())
    limit_s = 2 * walk_s + catalog_s
    print(f"{ours_s / limit_s:.2f} of twice the walk and the catalog ({limit_s:.2f} s; limit 1.00)")
    return 0 if ours_s <= limit_s else 1


def profile(library: Library, photos: Path) -> None:
    with cProfile.Profile() as profiler:
        unchanged(bring_in, library, photos)
    pstats.Stats(profiler).sort_stats("tottime").print_stats(25)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--profile", action="store_true", help="where the import's time goes")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
