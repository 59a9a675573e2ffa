"""How long it takes to give, count and look up labels in a library of 100,000 photos.

    python tests/benchmarks/labelling.py [--photos 100000]

Every photo has two of a hundred labels, half of which are inside of others, and one in ten a
rejection. What is asked is asked after the catalog has changed, the best of five; beside it the
computing in it, which other programs do not slow down. Exits with 1 where a limit is missed.
"""

import argparse
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from filtering import fill_catalog

from lookalike.catalog.labels import LabelChange, LabelRows
from lookalike.library.filters.completing import completions
from lookalike.library.filters.filtering import fitting_photos
from lookalike.library.labels import labelling
from lookalike.library.library import Library
from lookalike.settings import Settings

MOST_CHANGE_MS, MOST_COUNT_MS, MOST_LOOK_MS, MOST_FILTER_MS = 1000.0, 100.0, 30.0, 50.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=100_000)
    count = parser.parse_args().photos
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder), Settings()) as library:
        library.catalog.add_space(library.space())
        with closing(sqlite3.connect(Path(folder) / "catalog.db")) as connection, connection:
            fill_catalog(connection, count)
        _label(library)
        print(f"{count:,} photos{'took':>23}{'computing':>12}")
        is_quick = all([_changes(library), _answers(library)])
    return 0 if is_quick else 1


def _label(library: Library) -> None:
    dice, photos = random.Random(2), library.photo_ids()
    names = [f"label {n}" if n < 50 else f"label {n % 50}/inner {n}" for n in range(100)]
    ids = [label.id for label in labelling.make_labels(library, names)[0]]
    contents = sorted(pair[1] for pair in library.catalog.labels.said_of(ids[0], photos)[0])
    given = {(id_, content) for content in contents for id_ in dice.sample(ids, 2)}
    rejected = {(dice.choice(ids), content) for content in contents[::10]}
    rows = LabelRows(given=frozenset(given), rejected=frozenset(rejected - given))
    library.catalog.labels.apply(LabelChange(added=rows))


def _changes(library: Library) -> bool:
    photos = library.photo_ids()
    label = labelling.make_label(library, "everything")[0].id
    one, changes = photos[:1], list[LabelChange]()
    work: dict[str, Callable[[], LabelChange | None]] = {
        "give to one": lambda: labelling.give(library, one, label),
        "give to all": lambda: labelling.give(library, photos, label),
        "rename": lambda: labelling.rename_label(library, label, "all of it"),
        "reject one": lambda: labelling.reject(library, one, label),
        "undo that": lambda: labelling.undo(library, changes[-1]),
        "take from all": lambda: labelling.take(library, photos, label),
        "undo that too": lambda: labelling.undo(library, changes[-1]),
        "delete": lambda: labelling.delete_label(library, label),
    }
    told = []
    for name, do in work.items():
        took, change = _timed(do)
        changes += [change] if isinstance(change, LabelChange) else []
        told.append(_tell(name, took, MOST_CHANGE_MS))
    return all(told)


def _answers(library: Library) -> bool:
    some = random.Random(3).sample(library.photo_ids(), 300)
    label = labelling.label_at(library, "label 7").id
    asked: dict[str, tuple[Callable[[], object], float]] = {
        "labels and counts": (lambda: labelling.labels(library), MOST_COUNT_MS),
        "completions": (lambda: completions(library, "label:", 6), MOST_COUNT_MS),
        "labels of 300": (lambda: labelling.labels_of(library, some), MOST_LOOK_MS),
        "photos of a label": (lambda: labelling.photos_labelled(library, label), MOST_LOOK_MS),
        **{
            words: (lambda words=words: fitting_photos(library, words), MOST_FILTER_MS)
            for words in ("label:inner", 'label:"label 7"', "label:none", "album:x")
        },
    }
    told = [_tell(name, _first(library, ask), most) for name, (ask, most) in asked.items()]
    return all(told)


def _first(library: Library, ask: Callable[[], object]) -> "_Took":
    """The best of five, each after the catalog has changed."""
    took = []
    for number in range(5):
        library.catalog.labels.tell(str(number))
        fitting_photos(library, "size:>0")  # what any filter waits for
        took.append(_timed(ask)[0])
    return min(took)


# By the clock on the wall, and the computing in it.
_Took = tuple[float, float]


def _timed(do: Callable[[], object]) -> tuple[_Took, object]:
    began, began_computing = time.perf_counter(), time.process_time()
    done = do()
    took = (time.perf_counter() - began, time.process_time() - began_computing)
    return (1e3 * took[0], 1e3 * took[1]), done


def _tell(name: str, took_ms: _Took, most_ms: float) -> bool:
    print(f"{name:24}{took_ms[0]:12.1f}{took_ms[1]:12.1f} ms  (at most {most_ms:.0f})")
    return took_ms[0] <= most_ms


if __name__ == "__main__":
    sys.exit(main())
