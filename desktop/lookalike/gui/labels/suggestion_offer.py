"""Tells a person, once, that there are examples enough for photos to be suggested."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from lookalike.gui.newest import Newest
from lookalike.gui.panels.message_bar import Message, MessageBar
from lookalike.gui.tasks import Tasks, nothing
from lookalike.library.library import Library
from lookalike.progress import Progress

_LABELS = 2


class SuggestionOffer(QObject):
    """Whoever has taught labels before knows. `wanted` comes where the person takes the offer."""

    wanted = Signal()

    def __init__(self, library: Library, messages: MessageBar, tasks: Tasks) -> None:
        super().__init__()
        self._library = library
        self._messages = messages
        self._asking = Newest(tasks)
        self._is_made = False

    def look(self) -> None:
        """There are other labels than before."""
        if not self._is_made:
            self._asking.ask(partial(is_due, self._library), done=self._make, failed=nothing)

    def _make(self, is_due: bool) -> None:
        if not is_due:
            return
        self._is_made = True
        told = self.tr("There are examples enough to suggest more photos for your labels.")
        offer = (self.tr("Suggestions"), self.wanted.emit)
        self._messages.say(Message(told, action=offer, leaves=True))


def is_due(library: Library, _: Progress) -> bool:
    """Whether two labels have enough examples, and nothing was ever taught. Any thread may ask."""
    from lookalike.library.teaching.teaching import readiness, taught  # not for every start

    return len(readiness(library).taught) >= _LABELS and taught(library) is None
