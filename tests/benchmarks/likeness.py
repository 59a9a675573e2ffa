"""How much alike neighbours are in the order by likeness, and how long it takes.

    python tests/benchmarks/likeness.py FOLDER… [--network NAME] [--count 100000]

The sub-folders of each FOLDER are classes. For every order of its photos: the mean cosine from one
photo to the next, what the worst tenth of the steps has, and how often the next photo is of the
same class. The order of import goes folder by folder, so it knows the classes; nothing else does.
Then the time and memory for `--count` vectors like those of photos. Exits with 1 where a limit is
missed.
"""

import argparse
import resource
import sys
import tempfile
import time
from pathlib import Path
from unittest import mock

import numpy as np
from recall import photo_like_vectors

from lookalike.library import likeness_order as ordering
from lookalike.library.intake.import_engine import bring_in
from lookalike.library.library import Library
from lookalike.progress import Progress
from lookalike.settings import Settings

MOST_S = 10.0
LEAST_GAIN = 0.05  # of the mean cosine, over halving alone


def main() -> int:
    asked = _arguments()
    gains = [_compare(folder, asked.network) for folder in asked.folders]
    seconds = _time_many(asked.count)
    return 0 if seconds <= MOST_S and all(gain >= LEAST_GAIN for gain in gains) else 1


def _arguments() -> argparse.Namespace:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("folders", nargs="+", type=Path)
    options.add_argument("--network", default="efficientnet-lite0")
    options.add_argument("--count", type=int, default=100_000)
    return options.parse_args()


def _compare(folder: Path, network: str) -> float:
    """Print one line for each order; returns what is gained over halving alone."""
    with (
        tempfile.TemporaryDirectory() as place,
        Library.open(Path(place) / "library", Settings(network=network)) as library,
    ):
        bring_in(library, [folder.absolute()], Progress(), exclude=["_*"])
        ids, vectors, classes = _photos(library, folder.absolute())
    print(f"{folder.name}: {len(ids)} photos, {len(set(classes))} classes")
    orders = {
        "random": lambda: np.random.default_rng(0).permutation(len(ids)),
        "import": lambda: np.arange(len(ids)),
        "strongest axis": lambda: np.argsort(vectors[:, 0]),
        "halving alone": lambda: _ordered(vectors, 1),
        "one tour of all": lambda: _ordered(vectors, len(ids)),
        "by likeness": lambda: _ordered(vectors, ordering.GROUP),
    }
    cosines = {name: _report(name, order(), vectors, classes) for name, order in orders.items()}
    return cosines["by likeness"] - cosines["halving alone"]


def _photos(library: Library, folder: Path) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Ids, vectors as they are compared (turned to their strongest axes), and classes; by id."""
    space = library.space()
    index = library.indexes.current(space, library.prior_centre())
    ids, keys = library.catalog.selecting.embedded(space)
    vectors = index.state().vectors[np.searchsorted(index.keys, keys)]
    paths = [photo.path for photo in library.photos(ids.tolist())]
    vectors = vectors @ np.linalg.svd(vectors, full_matrices=False)[2].T
    return ids, vectors, np.array([path.relative_to(folder).parts[0] for path in paths])


def _ordered(vectors: np.ndarray, group: int) -> np.ndarray:
    with mock.patch.object(ordering, "GROUP", group):
        return ordering.order_of(vectors[:, : ordering.AXES], Progress())


def _report(name: str, order: np.ndarray, vectors: np.ndarray, classes: np.ndarray) -> float:
    units = vectors[order] / np.linalg.norm(vectors[order], axis=1, keepdims=True)
    steps = (units[1:] * units[:-1]).sum(axis=1)
    worst = np.sort(steps)[: len(steps) // 10].mean()
    same = (classes[order[1:]] == classes[order[:-1]]).mean()
    print(f"  {name:<16} cosine {steps.mean():.3f}, worst tenth {worst:.3f}, same class {same:.3f}")
    return float(steps.mean())


def _time_many(count: int) -> float:
    vectors = photo_like_vectors(count, np.random.default_rng(7))[:, : ordering.AXES]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began_s = time.perf_counter()
    ordering.order_of(vectors, Progress())
    seconds = time.perf_counter() - began_s
    more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"{count:,} vectors: {seconds:.1f} s (limit {MOST_S:.0f} s), at most {more:.0f} MB more")
    return seconds


if __name__ == "__main__":
    sys.exit(main())
