"""How soon the grid is another after choosing another way to compare, over 100,000 photos.

    QT_QPA_PLATFORM=offscreen python tests/benchmarks/lens.py [--photos 100000] [--library DIR]

A real window opens the library of tests/benchmarks/results.py, whose photos have vectors of colours
as well, drawn in the same way. A photo is searched by its content, and then another way is chosen,
as the query bar and the lens above the results do it. Printed are the first, the median and the
99th percentile of the time until its answer is painted, and the longest that the window answered
nothing meanwhile. Then four ways are compared side by side, until all of them are painted. Exits
with 1 where a limit is missed.
"""

import argparse
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from results import MOST_MS, Bench, content_of, few_thumbnails, library_folder
from searching import network_like_vectors

from lookalike.gui.garbage import collected_here
from lookalike.gui.lens.way import Way
from lookalike.gui.main_window import MainWindow
from lookalike.gui.tasks import Tasks
from lookalike.gui.theme import Theme
from lookalike.library.library import Library
from lookalike.library.search.looking import thumbnail_space
from lookalike.library.search.spaces import prior_centre
from lookalike.settings import Settings

MIX = "content*0.7+colour*0.3"
WAYS = (
    Way("colour"),
    Way("colour", "l2"),
    Way("colour", "l1"),
    Way("content", "l2"),
    Way("content", "l1"),
    Way(MIX),
    Way(MIX, "l1"),
)
SIDE_BY_SIDE = (Way("content"), Way("colour"), Way("content", "l1"), Way(MIX))
_PATIENCE_S = 60.0


def main() -> int:
    asked = _arguments()
    app = QApplication(sys.argv[:1])
    with library_folder(asked.library, asked.photos) as folder, collected_here():
        library, tasks = Library.open(folder, Settings()), Tasks()
        library.thumbnails.read = partial(few_thumbnails, library.thumbnails.read)  # type: ignore[method-assign]
        _give_colours(library, asked.photos)
        window = MainWindow(library, tasks, Theme(app))
        window.upkeep.pause()  # it would look at every photo for the layers
        window.resize(1280, 720)
        bench = Bench(app, window, tasks)
        bench.measure_opening(time.perf_counter())
        bench.settle()
        lens = _Lens(app, window, bench)
        is_quick = all([*lens.measure_all(asked.rounds), lens.measure_side_by_side(asked.rounds)])
        window.close()
        tasks.close()
        library.close()
    return 0 if is_quick else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--library", type=Path, help="kept, and used again where it is full")
    return parser.parse_args()


def _give_colours(library: Library, count: int) -> None:
    space = thumbnail_space(library.manifest(), "colour")
    assert space is not None
    if library.catalog.embedding_count(space) == count:
        return
    library.catalog.add_space(space)
    with library.catalog.transaction():
        for number, vector in enumerate(network_like_vectors(count, space.dimensions)):
            library.catalog.write_embedding(space, content_of(number), vector)
    library.indexes.settle(space, prior_centre(library, space))


class _Lens(QObject):
    def __init__(self, app: QApplication, window: MainWindow, bench: Bench) -> None:
        super().__init__()
        self._app = app
        self._window = window
        self._bench = bench

    def measure_all(self, rounds: int) -> Iterator[bool]:
        print(f"{'from content to':<34}{'first':>8}{'median':>8}{'99 %':>8} ms, longest silence")
        first = self._window.grid.photos.ids[len(self._window.grid.photos.ids) // 3]
        self._bench.until_painted(lambda: self._window.search_desk.search_by([first]))
        for way in WAYS:
            yield self._measure(way, rounds)

    def _measure(self, way: Way, rounds: int) -> bool:
        taken_ms, silences = [], []
        for _ in range(rounds):
            self._go_over(_before(way))
            self._bench.look()
            ms, silence = self._bench.until_painted(partial(self._choose, way))
            taken_ms.append(ms)
            silences.append(silence)
        median_ms, p99_ms = np.median(taken_ms), float(np.percentile(taken_ms, 99))
        longest = max(silences, key=lambda each: each.computing_ms)
        told = f"{way.by}, {way.metric}"
        print(f"{told:<34}{taken_ms[0]:8.1f}{median_ms:8.1f}{p99_ms:8.1f}    {longest}")
        return bool(median_ms <= MOST_MS)

    def _go_over(self, way: Way) -> None:
        while self._now != way:
            self._bench.until_painted(partial(self._choose, way))

    @property
    def _now(self) -> Way:
        asked = self._window.browser.query.question
        return Way(asked.by, asked.metric)

    def _choose(self, way: Way) -> None:
        """One of the two that is another: what a person does at once."""
        if self._now.metric != way.metric:
            self._window.query_bar.metric_wanted.emit(way.metric)
        else:
            self._window.query_bar.by_wanted.emit(way.by)

    # --- side by side -------------------------------------------------------------------------

    def measure_side_by_side(self, rounds: int) -> bool:
        page = self._window.doors.lens.page
        taken_ms = []
        for at in range(rounds):
            began_s = time.perf_counter()
            self._window.doors.lens.open()
            if not at:
                for number, way in enumerate(SIDE_BY_SIDE):
                    page.way_wanted.emit(number, way)
            self._wait_for_answers()
            taken_ms.append((time.perf_counter() - began_s) * 1000)
            self._window.escape()
            for column in page.columns:
                column.show_note("")
            self._bench.look()
        told = f"{len(SIDE_BY_SIDE)} ways side by side"
        print(f"{told:<34}{taken_ms[0]:8.1f}{np.median(taken_ms):8.1f}    until the last is there")
        return True

    def _wait_for_answers(self) -> None:
        ends = time.monotonic() + _PATIENCE_S
        while not all(column.has_answers for column in self._window.doors.lens.page.columns):
            self._app.processEvents()
            time.sleep(0.0002)
            if time.monotonic() > ends:
                raise TimeoutError("a way did not answer")
        self._app.processEvents()


def _before(way: Way) -> Way:
    """From where it is one choice to `way`: of the space, or else of the distance."""
    return Way("content", "cosine" if way.by == "content" else way.metric)


if __name__ == "__main__":
    sys.exit(main())
