"""Follows the library, whoever changes it: this window, its import, or another program."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from lookalike.gui.tasks import Tasks
from lookalike.photos import PhotoId

_EVERY_MS = 2000
_WHILE_IMPORTING_MS = 500
# Showing very many photos anew costs something; photos come in less often then, not less quickly.
_PHOTOS_PER_MS = 70


@dataclass(frozen=True, slots=True)
class Sight:
    """What the library held at one moment.

    Args:
        version: tells whether anything has changed since.
    """

    version: int
    ids: list[PhotoId]
    problems: int = 0


# The version that was seen last, or None; answers None where that still holds.
Look = Callable[[int | None], Sight | None]


class LibraryLook(QObject):
    """Asks now and then, off the GUI thread, whether the library has changed, and tells what."""

    photos_came = Signal(list)
    problems_counted = Signal(int)
    changed = Signal()
    failed = Signal(object)

    def __init__(self, look: Look, tasks: Tasks) -> None:
        super().__init__()
        self._look = look
        self._tasks = tasks
        self._version: int | None = None
        self._photos = 0
        self._is_hurried = False
        self._is_looking = False
        self._is_asked_again = False
        self._has_failed = False
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def hurry(self, is_hurried: bool) -> None:
        """Look more often, as while photos are coming in."""
        self._is_hurried = is_hurried
        self._set_pace()

    def look(self) -> None:
        """Look now, and once more where a look is under way that may have come too early."""
        if self._is_looking:
            self._is_asked_again = True
            return
        self._is_looking = True
        look, version = self._look, self._version
        self._tasks.start(lambda _: look(version), done=self._tell, failed=self._tell_failure)

    def _tell(self, sight: Sight | None) -> None:
        self._has_failed = False
        if sight is not None:
            self._version, self._photos = sight.version, len(sight.ids)
            self._set_pace()
            self.photos_came.emit(sight.ids)
            self.problems_counted.emit(sight.problems)
            self.changed.emit()
        self._go_on()

    def _tell_failure(self, error: Exception) -> None:
        if not self._has_failed:  # once, not every two seconds
            self.failed.emit(error)
        self._has_failed = True
        self._go_on()

    def _set_pace(self) -> None:
        hurried_ms = min(_EVERY_MS, _WHILE_IMPORTING_MS + self._photos // _PHOTOS_PER_MS)
        interval_ms = hurried_ms if self._is_hurried else _EVERY_MS
        if self._timer.interval() != interval_ms:  # which begins to count anew
            self._timer.setInterval(interval_ms)

    def _go_on(self) -> None:
        self._is_looking = False
        if self._is_asked_again:
            self._is_asked_again = False
            self.look()
