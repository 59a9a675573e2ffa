"""What a person did last, whatever it was, so that it can be taken back."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

MOST_KEPT = 200


@dataclass(frozen=True, slots=True, eq=False)
class Act:
    """One thing a person did.

    Args:
        name: what it is called after "Undo".
        take_back: begins to take it back; whoever did it removes it from the list.
    """

    name: str
    take_back: Callable[[], object]


class UndoList(QObject):
    """The acts that can be taken back, the last one first; the oldest are dropped."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._acts: list[Act] = []

    @property
    def last(self) -> Act | None:
        return self._acts[-1] if self._acts else None

    def holds(self, act: Act) -> bool:
        return act in self._acts

    def push(self, act: Act) -> None:
        self._acts = [*self._acts, act][-MOST_KEPT:]
        self.changed.emit()

    def put_first(self, act: Act) -> None:
        """Before all others, as something that was done earlier."""
        self._acts.insert(0, act)
        self.changed.emit()

    def remove(self, act: Act) -> None:
        """It was taken back, or there was nothing to it."""
        if act in self._acts:
            self._acts.remove(act)
            self.changed.emit()

    def undo(self) -> None:
        """Take back the last act."""
        if self.last:
            self.last.take_back()
