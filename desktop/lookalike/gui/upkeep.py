"""What is found out about photos in the background, once they are in: albums, classes, looks."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from lookalike.gui.tasks import Task, Tasks
from lookalike.library.describing import describe_photos
from lookalike.library.guessing import guess_classes
from lookalike.library.layers.excitations import gather_missing
from lookalike.library.library import Library
from lookalike.library.search.building import look_by_hand_at_missing
from lookalike.progress import Cancelled, Progress

# After the window has come up, and after photos have come in.
_AFTER_MS = 3000
Chore = Callable[[Library, Progress], int]


def fill_albums(library: Library, progress: Progress) -> int:
    """As `run_albums`: what learns is imported only now, a twentieth of all that the window is."""
    from lookalike.library.teaching.albums import run_albums

    return run_albums(library, progress)


CHORES: tuple[Chore, ...] = (
    fill_albums,
    guess_classes,
    describe_photos,
    look_by_hand_at_missing,
    gather_missing,
)
logger = logging.getLogger(__name__)


class Upkeep(QObject):
    """Never tells a person anything: what it fails at is tried again the next time.

    Args:
        is_busy: whether something more urgent needs the processor.
    """

    done = Signal()

    def __init__(self, library: Library, tasks: Tasks, is_busy: Callable[[], bool]) -> None:
        super().__init__()
        self._library = library
        self._tasks = tasks
        self._is_busy = is_busy
        self._task: Task | None = None
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._soon.timeout.connect(self._start)

    def look_soon(self) -> None:
        """Photos may have come in, or labels are others."""
        self._soon.start()

    def pause(self) -> None:
        """Make room for what is more urgent; what was found out is kept."""
        self._soon.stop()
        if self._task:
            self._task.cancel()

    def _start(self) -> None:
        if self._is_busy():
            return
        if self._task:  # it may have passed what is new
            self._soon.start()
            return
        self._task = self._tasks.start(
            lambda progress: sum(_done(chore, self._library, progress) for chore in CHORES),
            done=self._end,
            cancelled=lambda: self._end(0),
        )

    def _end(self, changed: int) -> None:
        self._task = None
        if changed:
            self.done.emit()


def _done(chore: Chore, library: Library, progress: Progress) -> int:
    """How much it changed: one that fails leaves the others their turn."""
    try:
        return chore(library, progress)
    except Cancelled:
        raise
    except Exception as error:
        logger.info("Upkeep was not finished", exc_info=error)
        return 0
