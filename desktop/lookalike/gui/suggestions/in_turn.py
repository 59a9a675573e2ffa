"""Work that changes something: one piece after the other, as it was asked for."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from lookalike.gui.tasks import Tasks, nothing
from lookalike.progress import Progress

Work = Callable[[Progress], object]
Done = Callable[[Any], object]
Failed = Callable[[Exception], object]


@dataclass(frozen=True, slots=True, eq=False)
class _Job:
    work: Work
    failed: Failed
    done: Done


class InTurn:
    """`idle` is called whenever all is done."""

    def __init__(self, tasks: Tasks, idle: Callable[[], object]) -> None:
        self._tasks = tasks
        self._idle = idle
        self._waiting: deque[_Job] = deque()
        self._is_working = False

    def start(self, work: Work, failed: Failed, done: Done = nothing) -> None:
        """After all that was started before; a failure stops nothing that comes after it."""
        self._waiting.append(_Job(work, failed, done))
        if not self._is_working:
            self._go_on()

    def _go_on(self) -> None:
        self._is_working = bool(self._waiting)
        if self._waiting:
            job = self._waiting.popleft()
            done, failed = partial(self._finish, job), partial(self._fail, job)
            self._tasks.start(job.work, done=done, failed=failed)
        else:
            self._idle()

    def _finish(self, job: _Job, value: object) -> None:
        job.done(value)
        self._go_on()

    def _fail(self, job: _Job, error: Exception) -> None:
        job.failed(error)
        self._go_on()
