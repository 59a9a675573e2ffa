"""Lets Python collect its garbage on the GUI thread alone.

Python collects cycles on whichever thread happens to allocate, and a cycle may hold the last
reference to a widget or a pixmap: destroyed on a worker thread, it takes the program down.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer

_EVERY_MS = 1000


@contextmanager
def collected_here() -> Iterator[None]:
    """While it lasts, garbage is collected by a timer of this thread, and in no other way."""
    gc.disable()
    # What was imported stays for ever: looking through it again and again would cost 50 ms.
    gc.freeze()
    timer = QTimer(interval=_EVERY_MS)
    timer.timeout.connect(collect_if_due)
    timer.start()
    try:
        yield
    finally:
        timer.stop()
        gc.unfreeze()
        gc.enable()


def collect_if_due() -> None:
    """Collect as Python itself would have by now: the oldest generation that is over its limit."""
    counts, limits = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > limits[generation] > 0:
            gc.collect(generation)
            return
