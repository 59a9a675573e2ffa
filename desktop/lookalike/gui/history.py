"""Back and Forward, as in a browser."""

from collections.abc import Sequence
from typing import Generic, TypeVar

Place = TypeVar("Place")
MOST = 50  # a place keeps its whole answer, pictures included


class History(Generic[Place]):
    """The places somebody has been to, and where among them they are."""

    def __init__(self, start: Place) -> None:
        self._places = [start]
        self._here = 0

    @property
    def current(self) -> Place:
        return self._places[self._here]

    @property
    def places(self) -> Sequence[Place]:
        """All of them, in the order of their visits."""
        return self._places

    @property
    def can_go_back(self) -> bool:
        return self._here > 0

    @property
    def can_go_forward(self) -> bool:
        return self._here + 1 < len(self._places)

    def visit(self, place: Place) -> None:
        """Go somewhere new; what lay ahead is forgotten, and what lies very far back."""
        del self._places[self._here + 1 :]
        self._places.append(place)
        del self._places[:-MOST]
        self._here = len(self._places) - 1

    def back(self) -> Place:
        """One place back, or the first."""
        self._here = max(0, self._here - 1)
        return self.current

    def forward(self) -> Place:
        """One place forward, or the last."""
        self._here = min(len(self._places) - 1, self._here + 1)
        return self.current
