"""One kind of question at a time: asking again refuses the answer that is still on its way."""

from collections.abc import Callable
from typing import TypeVar

from lookalike.gui.tasks import Task, Tasks, nothing
from lookalike.progress import Advance, Progress

T = TypeVar("T")


class Newest:
    """Of the questions asked here only the newest is computed and answered."""

    def __init__(self, tasks: Tasks) -> None:
        self._tasks = tasks
        self._task: Task | None = None

    @property
    def is_waiting(self) -> bool:
        return self._task is not None

    def ask(
        self,
        work: Callable[[Progress], T],
        *,
        done: Callable[[T], object],
        failed: Callable[[Exception], object] | None = None,
        progressed: Callable[[Advance], object] = nothing,
    ) -> None:
        """Start `work`; its handlers are as those of `Tasks.start`."""
        self.drop()

        def end(handler: Callable[[T], object], value: T) -> None:
            self._task = None
            handler(value)

        def end_badly(error: Exception) -> None:
            self._task = None
            (failed or self._tasks.failed.emit)(error)

        self._task = self._tasks.start(
            work, done=lambda value: end(done, value), failed=end_badly, progressed=progressed
        )

    def drop(self) -> None:
        """Nobody wants the answer any more."""
        if self._task:
            self._task.refuse()
            self._task = None
