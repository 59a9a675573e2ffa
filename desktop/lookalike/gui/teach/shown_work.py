"""Runs one piece of work at a time off the GUI thread, and shows how far it is."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from lookalike.gui.library_words import said
from lookalike.gui.panels.time_left import SteadyTimeLeft
from lookalike.gui.tasks import Task, Tasks
from lookalike.gui.translations import Words
from lookalike.progress import Advance, Progress

T = TypeVar("T")


class Show(Protocol):
    """Of a bar or a page: None for `told` where nothing is under way."""

    def __call__(self, told: str | None, fraction: float | None = None) -> object: ...


class ShownWork(Words):
    """Only the GUI thread may touch it."""

    def __init__(self, tasks: Tasks, show: Show) -> None:
        self._tasks = tasks
        self._show = show
        self._task: Task | None = None
        self._left = SteadyTimeLeft()

    @property
    def is_running(self) -> bool:
        return self._task is not None

    def start(
        self,
        work: Callable[[Progress], T],
        *,
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Nothing happens while there is work under way; to stop it is no failure."""
        if self.is_running:
            return

        def end(handler: Callable[..., object], *values: object) -> None:
            self._task = None
            self._show(None)
            handler(*values)

        self._left = SteadyTimeLeft()
        self._show(self.tr("Getting ready…"))
        self._task = self._tasks.start(
            work,
            done=lambda value: end(done, value),
            failed=lambda error: end(failed, error),
            progressed=self._tell,
            cancelled=lambda: end(lambda: None),
        )

    def stop(self) -> None:
        """The person does not want to wait."""
        if self._task:
            self._task.cancel()

    def _tell(self, advance: Advance) -> None:
        told = said(advance.activity) or self.tr("Working…")
        left = self._left.words(advance.seconds_left)
        self._show(" · ".join(filter(None, (told, left))), advance.fraction)
