"""Whether marking answers brings better ones: P@10 before and after 3 + and 3 -.

    python tests/benchmarks/feedback.py DATA [--library DIR] [--queries 200]

DATA is a folder whose sub-folder names are the classes, such as ../shared/data/clothing. Each of so
many photos is asked for once. A person marks the first 3 right and the first 3 wrong answers among
the first 20 and asks again; then marks 3 and 3 more of what came. Where there are not 3 of each,
there is nothing to mark, and the query is passed over. What was marked is left out of what is
counted, before and after alike. `--library` keeps the embeddings for another run. Exits with 1
where the answers are not clearly better, or worse than those of Rocchio's rule.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np

from lookalike.library.intake.importing import import_folders
from lookalike.library.library import Library
from lookalike.library.search.feedback import OTHERS, Judged, linear_model, rocchio
from lookalike.library.search.spaces import find_space, prior_centre
from lookalike.neighbors.metrics import unit
from lookalike.progress import Progress
from lookalike.settings import Settings

LOOKED_AT = 20
MARKED = 3
LEAST_GAIN = 0.1
# The two differ by chance from one sample of queries to the next.
CHANCE = 0.01

Ask = Callable[[Judged], np.ndarray]


def main() -> int:
    asked = _arguments()
    with tempfile.TemporaryDirectory() as fresh:
        vectors, others, classes = _embedded(asked.data.resolve(), asked.library or Path(fresh))
    ways: dict[str, Ask] = {
        "rocchio": rocchio,
        "linear": lambda marked: linear_model(marked, others),
    }
    person = _Person(unit(vectors), classes)
    queries = np.random.default_rng(3).permutation(len(vectors))[: asked.queries]
    told = np.array([row for query in queries if (row := person.judge(int(query), ways))])
    print(f"{asked.data.name}: {len(told)} of {len(queries)} queries have 3 of each to mark")
    before, *after = told.mean(axis=0).tolist()
    print(f"P@10 before {before:.3f}")
    for way, (once, twice) in zip(ways, np.reshape(after, (-1, 2)), strict=True):
        print(f"P@10 {way}: {once:.3f} after 3 + and 3 -, {twice:.3f} after 6 + and 6 -")
    is_better = after[2] >= before + LEAST_GAIN and after[2] >= after[0] - CHANCE
    return 0 if is_better and after[3] >= after[1] - CHANCE else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--library", type=Path)
    parser.add_argument("--queries", type=int, default=200)
    return parser.parse_args()


def _embedded(data: Path, folder: Path) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Vectors as they are compared, some of them as others, and their classes (n,)."""
    with Library.open(folder, Settings()) as library:
        import_folders(library, [data], Progress())
        space = find_space(library, "content")
        index = library.indexes.current(space, prior_centre(library, space))
        photos = library.catalog.photos_with_embeddings(index.keys.tolist())
        classes = {key: of[0].path.relative_to(data).parts[0] for key, of in photos.items()}
        # A catalogue shot is of the class of its own folder's name, which is none.
        keys = [key for key, name in classes.items() if not name.startswith("_")]
        names = np.unique([classes[key] for key in keys], return_inverse=True)[1]
        return index.vectors_of(keys), index.some_vectors(OTHERS), names


class _Person:
    """Looks at answers, and marks them.

    Args:
        vectors: (n, d), each of length 1.
        classes: (n,).
    """

    def __init__(self, vectors: np.ndarray, classes: np.ndarray) -> None:
        self._vectors = vectors
        self._classes = classes

    def judge(self, query: int, ways: dict[str, Ask]) -> list[float]:
        """P@10 before, then once and twice marked for each way; empty without enough to mark."""
        first = self._vectors[query]
        marked = self._mark(query, first, [query])
        if len(marked) < 1 + 2 * MARKED:
            return []
        told = [self._precision(query, first, marked)]
        for ask in ways.values():
            again = ask(self._judged(query, marked))
            more = self._mark(query, again, marked)
            last = ask(self._judged(query, more))
            told += [self._precision(query, again, marked), self._precision(query, last, more)]
        return told

    def _mark(self, query: int, asked: np.ndarray, marked: list[int]) -> list[int]:
        seen = self._ranked(asked, marked)[:LOOKED_AT]
        is_right = self._classes[seen] == self._classes[query]
        return [*marked, *seen[is_right][:MARKED].tolist(), *seen[~is_right][:MARKED].tolist()]

    def _judged(self, query: int, marked: list[int]) -> Judged:
        is_right = self._classes[marked] == self._classes[query]
        return Judged(self._vectors[marked], np.ones(len(marked)), is_right)

    def _precision(self, query: int, asked: np.ndarray, left_out: list[int]) -> float:
        first = self._ranked(asked, left_out)[:10]
        return float((self._classes[first] == self._classes[query]).mean())

    def _ranked(self, asked: np.ndarray, left_out: list[int]) -> np.ndarray:
        ranked = np.argsort(-(self._vectors @ asked), kind="stable")
        return ranked[~np.isin(ranked, left_out)]


if __name__ == "__main__":
    sys.exit(main())
