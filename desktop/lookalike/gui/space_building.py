"""Looks at the photos in the spaces that a person wants to compare by, where some are missing."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from lookalike.gui.tasks import Task, Tasks
from lookalike.library.library import Library
from lookalike.library.search.building import build_space
from lookalike.library.search.shares import shares_of
from lookalike.library.search.spaces import SpaceChoice, no_such_space, space_choices
from lookalike.progress import Advance


class SpaceBuilding(QObject):
    """One wish at a time: the last counts, and what was looked at for others is kept.

    `ready` carries the name that was wanted, of a space or a mix, `failed` an error, and
    `progressed` the SpaceChoice that is built and an Advance.
    """

    progressed = Signal(object, object)
    ready = Signal(str)
    stopped = Signal()
    failed = Signal(object)

    def __init__(self, library: Library, tasks: Tasks) -> None:
        super().__init__()
        self._library = library
        self._tasks = tasks
        self._task: Task | None = None

    def build(self, by: str) -> None:
        """Tell when all photos have been looked at in every space that the name stands for."""
        self.drop()
        self._task = self._tasks.start(
            lambda _: missing_spaces(self._library, by),
            done=partial(self._go_on, by),
            failed=self._fail,
        )

    def stop(self) -> None:
        """The person does not want to wait."""
        if self._task:
            self._task.cancel()

    def drop(self) -> None:
        """Nobody waits any more."""
        if self._task:
            self._task.refuse()
            self._task = None

    def _go_on(self, by: str, missing: Sequence[SpaceChoice]) -> None:
        if not missing:
            self._task = None
            self.ready.emit(by)
            return
        first, *others = missing
        self._task = self._tasks.start(
            partial(build_space, self._library, first.name),
            done=lambda _: self._go_on(by, others),
            failed=self._fail,
            progressed=partial(self.progressed.emit, first),
            cancelled=self._stopped,
        )
        self.progressed.emit(first, Advance(0, first.missing))

    def _stopped(self) -> None:
        self._task = None
        self.stopped.emit()

    def _fail(self, error: Exception) -> None:
        self._task = None
        self.failed.emit(error)


def missing_spaces(library: Library, by: str) -> list[SpaceChoice]:
    """Those that a name stands for and that photos are missing in.

    Raises:
        NothingToSearch: there is none of that name.
    """
    known = {choice.name: choice for choice in space_choices(library)}
    wanted = [share.name for share in shares_of(by)]
    for name in wanted:
        if name not in known:
            raise no_such_space(name, library.manifest())
    return [known[name] for name in wanted if known[name].missing]
