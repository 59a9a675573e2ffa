"""Where a person chooses what photos are compared by, and a space that is missing is built."""

import math
from functools import partial

from PySide6.QtCore import QObject, Signal

from lookalike.gui.library_words import said
from lookalike.gui.panels.message_bar import Message, MessageBar, message_of
from lookalike.gui.tasks import Task, Tasks
from lookalike.gui.translations import grouped
from lookalike.library.building import build_space
from lookalike.library.library import Library
from lookalike.library.spaces import SpaceChoice, no_such_space, space_choices
from lookalike.progress import Advance


class SpaceDesk(QObject):
    """`ready` carries the name of a space that can be searched in now."""

    ready = Signal(str)

    def __init__(self, library: Library, messages: MessageBar, tasks: Tasks) -> None:
        super().__init__()
        self._library = library
        self._messages = messages
        self._tasks = tasks
        self._task: Task | None = None
        self._told: Message | None = None

    def choose(self, name: str) -> None:
        """Go over to a space, once all photos have been looked at in it."""
        if self._task:
            self._task.refuse()  # the last choice counts; what was looked at is kept
        self._take_back()
        self._task = self._tasks.start(
            lambda _: _choice(self._library, name), done=self._go_over, failed=self._fail
        )

    def _go_over(self, choice: SpaceChoice) -> None:
        if not choice.missing:
            self._finish(choice.name)
            return
        self._task = self._tasks.start(
            partial(build_space, self._library, choice.name),
            done=lambda _: self._finish(choice.name),
            failed=self._fail,
            progressed=partial(self._show, choice),
            cancelled=self._show_stopped,
        )
        self._show(choice, Advance(0, choice.missing))

    def _finish(self, name: str) -> None:
        self._task = None
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
        self._told = Message(told, action=(self.tr("Stop"), self._stop))
        self._messages.say(self._told)

    def _stop(self) -> None:
        if self._task:
            self._task.cancel()

    def _show_stopped(self) -> None:
        self._task = None
        self._messages.say(Message(self.tr("Stopped. What was looked at is kept.")))

    def _fail(self, error: Exception) -> None:
        self._task = None
        self._messages.say(message_of(error))


def _choice(library: Library, name: str) -> SpaceChoice:
    """Raise `NothingToSearch` where there is none of that name."""
    choices = {choice.name: choice for choice in space_choices(library)}
    if name not in choices:
        raise no_such_space(name, library.manifest())
    return choices[name]
