"""Where a person chooses what photos are compared by, and a space that is missing is built."""

import math

from PySide6.QtCore import QObject, Signal

from lookalike.gui.library_words import said
from lookalike.gui.panels.message_bar import Message, MessageBar, message_of
from lookalike.gui.space_building import SpaceBuilding
from lookalike.gui.tasks import Tasks, nothing
from lookalike.gui.translations import grouped
from lookalike.library.library import Library
from lookalike.library.search.searching import load_index
from lookalike.library.search.spaces import SpaceChoice
from lookalike.progress import Advance


class SpaceDesk(QObject):
    """`ready` carries the name of a space, or of a mix, that can be searched in now; `given_up`
    comes where that was wanted and will not be.
    """

    ready = Signal(str)
    given_up = Signal()

    def __init__(self, library: Library, messages: MessageBar, tasks: Tasks) -> None:
        super().__init__()
        self._library = library
        self._tasks = tasks
        self._messages = messages
        self._expected: set[str] = set()
        self._told: Message | None = None
        self._building = SpaceBuilding(library, tasks)
        self._building.progressed.connect(self._show)
        self._building.ready.connect(self._finish)
        self._building.stopped.connect(self._show_stopped)
        self._building.failed.connect(self._show_failed)

    def choose(self, name: str) -> None:
        """Go over to a space or a mix, once all photos have been looked at in it."""
        self._take_back()
        self._building.build(name)

    def expect(self, name: str) -> None:
        """A space may be chosen next: what the first search in it would wait for is loaded."""
        if name not in self._expected:
            self._expected.add(name)
            self._tasks.start(lambda _: load_index(self._library, name), failed=nothing)

    def _finish(self, name: str) -> None:
        self._take_back()
        self.ready.emit(name)

    def _take_back(self) -> None:
        if self._told:
            self._messages.take_back(self._told)
            self._told = None

    def _show(self, choice: SpaceChoice, advance: Advance) -> None:
        told = self.tr("Looking at the photos by {title}: {done} of {total}").format(
            title=said(choice.title.lower()),
            done=grouped(advance.done),
            total=grouped(advance.total or choice.missing),
        )
        if advance.seconds_left:
            left = self.tr("about %Ln second(s) left", "", math.ceil(advance.seconds_left))
            told = f"{told} · {left}"
        if self._told and self._messages.text != self._told.text:
            return  # the person closed it, or something else was to be said
        self._told = Message(told, action=(self.tr("Stop"), self._building.stop))
        self._messages.say(self._told)

    def _show_stopped(self) -> None:
        self._messages.say(Message(self.tr("Stopped. What was looked at is kept.")))
        self.given_up.emit()

    def _show_failed(self, error: Exception) -> None:
        self._messages.say(message_of(error))
        self.given_up.emit()
