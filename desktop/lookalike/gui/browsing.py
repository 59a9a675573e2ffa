"""Walks through queries and back: starts searches, keeps what they found."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from lookalike.gui.grid.likeness import Likeness
from lookalike.gui.history import History
from lookalike.gui.tasks import Task, Tasks
from lookalike.photos import Photo, PhotoId


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched by; `image` is a picture that came without a file."""

    source: PhotoId | Path | QImage
    name: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found, most similar first.

    Args:
        name: the query's name, which may be known only now.
        detail: where it was searched, in words.
    """

    name: str
    detail: str
    picture: QImage
    photos: tuple[Photo, ...]
    likeness: Mapping[PhotoId, Likeness]


@dataclass(slots=True)
class Place:
    """All photos (no `answer`) or results, and where in them the person was."""

    query: Query | None = None
    answer: Answer | None = None
    scrolled_to: int = 0
    chosen: PhotoId | None = None


Find = Callable[[Query], Answer]


class Browser(QObject):
    """The place a person is at is `place`; its `scrolled_to` and `chosen` are the window's to fill.

    `arrived` carries the Place that has been reached, `searching` the Query under way, and `failed`
    the error of a search, after which the place is the same as before.
    """

    arrived = Signal(object)
    searching = Signal(object)
    failed = Signal(object)
    leaving = Signal()

    def __init__(self, find: Find, tasks: Tasks) -> None:
        super().__init__()
        self._find = find
        self._tasks = tasks
        self._history = History(Place())
        self._all_photos = self._history.current
        self._task: Task | None = None

    @property
    def place(self) -> Place:
        return self._history.current

    @property
    def has_searched(self) -> bool:
        """Whether any search has been answered."""
        return self.place.query is not None or self.can_go_back or self.can_go_forward

    @property
    def can_go_back(self) -> bool:
        return self._history.can_go_back

    @property
    def can_go_forward(self) -> bool:
        return self._history.can_go_forward

    def search(self, query: Query) -> None:
        """Start a search; an earlier one that has not answered yet is given up."""
        self._give_up()
        self.searching.emit(query)
        self._task = self._tasks.start(
            lambda _: self._find(query),
            done=lambda answer: self._visit(Place(query, answer)),
            failed=self.failed.emit,
        )

    def back(self) -> None:
        """To the place before, as in a browser."""
        self._go(self._history.back)

    def forward(self) -> None:
        """To the place that Back came from."""
        self._go(self._history.forward)

    def show_all(self) -> None:
        """To all photos, where the person last was among them."""
        self._give_up()
        if self.place.query:
            self._visit(Place(None, None, self._all_photos.scrolled_to, self._all_photos.chosen))

    def _visit(self, place: Place) -> None:
        self._go(lambda: self._history.visit(place))

    def _go(self, step: Callable[[], object]) -> None:
        self._give_up()
        self.leaving.emit()
        step()
        if not self.place.query:
            self._all_photos = self.place
        self.arrived.emit(self.place)

    def _give_up(self) -> None:
        if self._task:
            self._task.refuse()
        self._task = None
