"""One piece of work at a time, with a dialog that tells how far it is and can stop it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from lookalike.gui.dialogs.file_progress import FileProgress
from lookalike.gui.tasks import Task, Tasks
from lookalike.progress import Progress

T = TypeVar("T")


class ProgressRun(QObject):
    """The dialog comes only where the work takes long enough to be seen."""

    def __init__(self, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._parent = parent
        self.task: Task | None = None
        self.dialog: FileProgress | None = None

    @property
    def is_busy(self) -> bool:
        return self.task is not None

    def start(
        self,
        title: str,
        work: Callable[[Progress], T],
        *,
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
        stopped: Callable[[], object],
    ) -> None:
        """Run `work`; one of the others follows, once the dialog is gone."""
        dialog = FileProgress(title, self._parent)
        self.dialog = dialog

        def over(then: Callable[..., object], *values: object) -> None:
            self.task, self.dialog = None, None
            dialog.end()
            then(*values)

        self.task = self._tasks.start(
            work,
            done=lambda value: over(done, value),
            failed=lambda error: over(failed, error),
            progressed=dialog.show_advance,
            cancelled=lambda: over(stopped),
        )
        dialog.stop_wanted.connect(self.task.cancel)
