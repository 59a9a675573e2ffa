"""Work that changes something: one piece after the other, as it was asked for."""

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from threading import Lock
from typing import Any

from lookalike.gui.tasks import Task, Tasks, nothing
from lookalike.progress import Progress

Work = Callable[[], object]
Done = Callable[[Any], object]
Failed = Callable[[Exception], object]
logger = logging.getLogger(__name__)


class InTurn:
    """`idle` is called whenever all is done. The work is short: nothing stops it."""

    def __init__(self, tasks: Tasks, idle: Callable[[], object] = nothing) -> None:
        self._tasks = tasks
        self._idle = idle
        # The first of them is being done.
        self._jobs: deque[_Job] = deque()
        self._task: Task | None = None

    def start(self, work: Work, failed: Failed, done: Done = nothing) -> None:
        """After all that was started before; a failure stops nothing that comes after it."""
        self._jobs.append(_Job(work, failed, done))
        if self._task is None:
            self._go_on()

    def finish(self) -> None:
        """As the program ends: do all of it before this returns, and tell nobody."""
        if self._task:
            self._task.refuse()
        while self._jobs:
            try:
                self._jobs.popleft().run()
            except Exception:
                logger.exception("Work failed while the program ended")

    def _go_on(self) -> None:
        if self._jobs:
            job = self._jobs[0]
            done, failed = partial(self._end, job.done), partial(self._end, job.failed)
            self._task = self._tasks.start(job.run, done=done, failed=failed)
        else:
            self._task = None
            self._idle()

    def _end(self, handler: Callable[[Any], object], value: object) -> None:
        self._jobs.popleft()
        handler(value)
        self._go_on()


@dataclass(slots=True, eq=False)
class _Job:
    work: Work
    failed: Failed
    done: Done
    _lock: Lock = field(default_factory=Lock)
    _is_begun: bool = False

    def run(self, _: Progress | None = None) -> object:
        """Once, by the thread that comes first; another one waits until it is done."""
        with self._lock:
            if self._is_begun:
                return None
            self._is_begun = True
            return self.work()
