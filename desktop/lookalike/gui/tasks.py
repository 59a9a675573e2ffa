"""Runs plain functions off the GUI thread and brings their outcome back to it as a value."""

import contextlib
import logging
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from queue import SimpleQueue
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage

from lookalike.progress import Advance, Cancelled, Progress

T = TypeVar("T")
Job = Callable[[], object]
logger = logging.getLogger(__name__)


def nothing(*_: object) -> None:
    """The handler of those who do not want to know."""


class Task:
    """One piece of running work. Only the GUI thread may touch it."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._is_refused = False

    def cancel(self) -> None:
        """Ask the work to stop; its `cancelled` handler tells when it did."""
        self._progress.cancel()

    def refuse(self) -> None:
        """Ask the work to stop and hear nothing more of it, even if its answer is on the way."""
        self._is_refused = True
        self._progress.cancel()

    @property
    def is_refused(self) -> bool:
        return self._is_refused


class Tasks(QObject):
    """The window's threads: daemons, so that work that will not stop cannot keep the program."""

    failed = Signal(object)
    _mail_came = Signal()

    def __init__(self, threads: int = 8) -> None:
        super().__init__()
        # The window's own thread waits so long for each turn, and one paint takes many: with
        # Python's usual 5 ms it stood still for 80 while these threads worked.
        sys.setswitchinterval(0.0005)
        _make_first_image()
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._mail: SimpleQueue[Job] = SimpleQueue()
        self._running: set[Task] = set()
        self._most_threads = threads
        self._threads: list[threading.Thread] = []
        self._mail_came.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        work: Callable[[Progress], T],
        *,
        done: Callable[[T], object] = nothing,
        failed: Callable[[Exception], object] | None = None,
        progressed: Callable[[Advance], object] = nothing,
        cancelled: Callable[[], object] = nothing,
    ) -> Task:
        """Run `work` on a thread; exactly one of `done`, `failed`, `cancelled` follows here.

        Handlers run on the GUI thread. A failure without one goes to the signal `failed`.
        """
        task: Task
        on_failure = failed or self.failed.emit
        progress = Progress(
            lambda advance: self._post(lambda: self._tell(task, progressed, advance))
        )
        task = Task(progress)
        self._running.add(task)
        self._jobs.put(lambda: self._run(task, work, progress, done, on_failure, cancelled))
        if len(self._threads) < min(self._most_threads, len(self._running)):
            self._add_thread()
        return task

    def relay(self, handler: Callable[..., object]) -> Callable[..., None]:
        """A function for any thread: what it is called with reaches `handler` on the GUI thread."""
        return lambda *values: self._post(partial(handler, *values))

    @property
    def is_idle(self) -> bool:
        return not self._running

    def close(self, timeout_s: float = 20.0) -> bool:
        """Cancel everything, deliver nothing more, and wait. False if some work did not stop."""
        for task in self._running:
            task.refuse()
        for _ in self._threads:
            self._jobs.put(None)
        ends = time.monotonic() + timeout_s
        for thread in self._threads:
            thread.join(max(0.0, ends - time.monotonic()))
        self._running.clear()
        return not any(thread.is_alive() for thread in self._threads)

    def _add_thread(self) -> None:
        name = f"lookalike-task-{len(self._threads)}"
        thread = threading.Thread(target=_work_off, args=(self._jobs,), name=name, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _run(
        self,
        task: Task,
        work: Callable[[Progress], Any],
        progress: Progress,
        done: Callable[[Any], object],
        failed: Callable[[Exception], object],
        cancelled: Callable[[], object],
    ) -> None:
        """On a worker thread: nothing here may touch a widget."""
        try:
            progress.check()
            value = work(progress)
        except Cancelled:
            self._post(lambda: self._end(task, cancelled))
        except Exception as error:
            caught = error
            self._post(lambda: self._end(task, failed, caught))
        else:
            self._post(lambda: self._end(task, done, value))

    def _post(self, letter: Job) -> None:
        self._mail.put(letter)
        # The window may be gone while a thread that would not stop still talks.
        with contextlib.suppress(RuntimeError):
            self._mail_came.emit()

    def _deliver(self) -> None:
        while not self._mail.empty():
            self._mail.get()()

    def _tell(self, task: Task, handler: Callable[..., object], *values: object) -> None:
        if not task.is_refused:
            handler(*values)

    def _end(self, task: Task, handler: Callable[..., object], *values: object) -> None:
        self._running.discard(task)
        self._tell(task, handler, *values)


def _make_first_image() -> None:
    """While there are no other threads.

    WORKAROUND(https://code.qt.io/cgit/pyside/pyside-setup.git/tree/sources/shiboken6/libshiboken/sbkstring.cpp):
    the first call that may be given a path (`checkPath`) imports `os` under a lock of C++ and lets
    other threads run meanwhile; one that makes an image then waits for that lock and lets nobody
    run. Without this, one start in fifty stood still for ever with PySide6 6.11.3.
    """
    QImage(QSize(1, 1), QImage.Format.Format_RGB888)


def _work_off(jobs: SimpleQueue[Job | None]) -> None:
    while (job := jobs.get()) is not None:
        job()
        del job  # and with it whatever it carried, before waiting for the next
