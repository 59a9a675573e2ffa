"""Work that changes something: one piece after the other, as it was asked for."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from lookalike.gui.tasks import Tasks
from lookalike.progress import Progress

Work = Callable[[Progress], object]
Failed = Callable[[Exception], object]


@dataclass(frozen=True, slots=True, eq=False)
class _Job:
    work: Work
    failed: Failed


class InTurn:
    """`idle` is called whenever all is done."""

    def __init__(self, tasks: Tasks, idle: Callable[[], object]) -> None:
        self._tasks = tasks
        self._idle = idle
        self._waiting: deque[_Job] = deque()
        self._is_working = False

    def start(self, work: Work, failed: Failed) -> None:
        """After all that was started before; a failure stops nothing that comes after it."""
        self._waiting.append(_Job(work, failed))
        if not self._is_working:
            self._go_on()

    def _go_on(self) -> None:
        self._is_working = bool(self._waiting)
        if self._waiting:
            job = self._waiting.popleft()
            failed = partial(self._fail, job)
            self._tasks.start(job.work, done=lambda _: self._go_on(), failed=failed)
        else:
            self._idle()

    def _fail(self, job: _Job, error: Exception) -> None:
        job.failed(error)
        self._go_on()
