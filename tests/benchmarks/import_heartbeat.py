"""Whether the window answers at any moment while thousands of photos come in.

    QT_QPA_PLATFORM=offscreen python tests/benchmarks/import_heartbeat.py [--photos 4000]

Generated photos are imported through the window, as a person would do it, with the grid in view;
`--page problems` has the page of problems in view instead, with every tenth file broken. A timer of
the GUI thread ticks every 5 ms, and each time between two ticks is measured: what the system gives
to other programs is included. Printed are the silences of more than 50 ms, each with the time that
the GUI thread was at work in it and waited for a processor, and the longest one. Exits with 1 where
there is any.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PIL import Image
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from lookalike.gui.garbage import collected_here
from lookalike.gui.main_window import MainWindow
from lookalike.gui.tasks import Tasks
from lookalike.gui.theme import Theme
from lookalike.library.library import Library
from lookalike.settings import Settings

MOST_SILENCE_MS = 50.0
TICK_MS = 5
BROKEN = b"\xff\xd8\xff\xe0 no more"


def main() -> int:
    asked = _arguments()
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as place:
        photos = Path(place) / "photos"
        generate(photos, asked.photos, with_broken=asked.page == "problems")
        library = Library.open(Path(place) / "library", Settings(device="cpu"))
        tasks = Tasks()
        window = MainWindow(library, tasks, Theme(app))
        window.resize(1280, 720)  # the offscreen screen is smaller
        window.show()
        _wait(app, lambda: tasks.is_idle)
        if asked.page == "problems":
            window.pages.open_problems()
        with collected_here():
            heart = Heart()
            began_s = time.perf_counter()
            window.imports.start([photos])
            _wait(app, lambda: not window.imports.is_running)
            _wait(app, lambda: tasks.is_idle)
            seconds = time.perf_counter() - began_s
        is_alive = told(heart, len(window.grid.photos.ids), seconds)
        window.close()
        tasks.close()
        library.close()
    return 0 if is_alive else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--photos", type=int, default=4000)
    parser.add_argument("--page", choices=("photos", "problems"), default="photos")
    return parser.parse_args()


class Silence(NamedTuple):
    """The time between two beats, and what the GUI thread did in it.

    Args:
        work_ms: it was at work.
        queued_ms: it wanted to be, and the system let others (0 where the system does not tell).
    """

    at_s: float
    ms: float
    work_ms: float
    queued_ms: float


class Heart(QObject):
    """Notes how long each two of its beats are apart, and when that was."""

    def __init__(self) -> None:
        super().__init__()
        self.began_s = self._last_s = time.perf_counter()
        self._worked_s, self._queued_s = time.thread_time(), queued_s()
        self.silences: list[Silence] = []
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now_s, worked_s, waited_s = time.perf_counter(), time.thread_time(), queued_s()
        self.silences.append(
            Silence(
                now_s - self.began_s,
                (now_s - self._last_s) * 1000,
                (worked_s - self._worked_s) * 1000,
                (waited_s - self._queued_s) * 1000,
            )
        )
        self._last_s, self._worked_s, self._queued_s = now_s, worked_s, waited_s


def queued_s() -> float:
    """How long this thread has waited for a processor in all, as far as the system tells."""
    try:
        return int(Path("/proc/thread-self/schedstat").read_text("ascii").split()[1]) / 1e9
    except (OSError, IndexError):
        return 0.0


def told(heart: Heart, photos: int, seconds: float) -> bool:
    silences_ms = [silence.ms for silence in heart.silences]
    long = [silence for silence in heart.silences if silence.ms > MOST_SILENCE_MS]
    print(f"{photos:,} photos in {seconds:.1f} s, {len(silences_ms):,} beats")
    print(f"99 % of the silences  {np.percentile(silences_ms, 99):6.1f} ms at most")
    print(f"longest               {max(silences_ms):6.1f} ms")
    print(f"over {MOST_SILENCE_MS:.0f} ms            {len(long):6}  (0 are allowed)")
    for at_s, ms, work_ms, queued_ms in long[:10]:
        why = f"{work_ms:.1f} at work, {queued_ms:.1f} waiting for a processor"
        print(f"    {ms:6.1f} ms ({why}) {at_s:.1f} s after the start")
    worked_ms = max(silence.work_ms for silence in heart.silences)
    print(f"most work in one      {worked_ms:6.1f} ms")
    return not long


def generate(folder: Path, count: int, *, with_broken: bool) -> None:
    """Photos of soft shapes, no two the same."""
    folder.mkdir()
    dice = np.random.default_rng(1)
    for number in range(count):
        file = folder / f"IMG_{number:05}.jpg"
        if with_broken and number % 10 == 0:
            file.write_bytes(BROKEN + number.to_bytes(4, "big"))
            continue
        shapes = Image.fromarray(dice.integers(0, 255, (9, 12, 3), np.uint8))
        shapes.resize((400, 300), Image.Resampling.BICUBIC).save(file, quality=85)


def _wait(app: QApplication, is_done: Callable[[], bool]) -> None:
    """Let the event loop run, as `exec` does, until it is so for a moment."""
    quiet_since = time.perf_counter()
    while time.perf_counter() - quiet_since < 0.3:
        app.processEvents()
        if not is_done():
            quiet_since = time.perf_counter()
        time.sleep(0.001)


if __name__ == "__main__":
    sys.exit(main())
