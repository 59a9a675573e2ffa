"""Walks through queries and back: starts searches, keeps what they found, and keeps that true."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage

from lookalike.gui.grid.contents import GridContents, plain
from lookalike.gui.history import History
from lookalike.gui.tasks import Task, Tasks
from lookalike.library.arrangement import Arrangement, Order
from lookalike.library.search.questions import Example, Question
from lookalike.library.search.spaces import SpaceChoice
from lookalike.photos import Photo, PhotoId
from lookalike.progress import Progress

MATCHES = 100  # as many as are looked for at first, and come to that each time the end is reached
BY_SIMILARITY = Arrangement(Order.SIMILARITY)


@dataclass(frozen=True, slots=True)
class Query:
    """What is shown: the answer to a question, in an order. The plain one shows all photos.

    Args:
        saved: the number of the saved search that it is, if it is one.
    """

    question: Question = field(default_factory=Question)
    arrangement: Arrangement = field(default_factory=Arrangement)
    saved: int | None = None

    @property
    def is_everything(self) -> bool:
        return self.question == Question()

    @property
    def has_examples(self) -> bool:
        return bool(self.question.examples)

    @property
    def is_ranked(self) -> bool:
        """Whether some photos fit better than others, rather than fit or not."""
        return self.has_examples or self.question.unit is not None

    @property
    def is_live(self) -> bool:
        """Whether new photos belong in it as they come, rather than with the next search."""
        return not self.is_ranked or self.saved is not None

    @property
    def searches_by_part(self) -> bool:
        """Whether results can tell where they match."""
        return any(example.region for example in self.question.wanted)

    def refines(self, before: "Query") -> bool:
        """Whether it is `before` looked at more closely, and no place of its own to go back to."""
        asked, earlier = self.question, before.question
        is_same_search = (asked.examples, asked.by, asked.metric, asked.unit) == (
            earlier.examples,
            earlier.by,
            earlier.metric,
            earlier.unit,
        )
        is_opened = self.saved is not None and self.saved != before.saved
        return is_same_search and not is_opened and (self.is_everything or not before.is_everything)


@dataclass(frozen=True, slots=True)
class ExampleView:
    """How an example is shown.

    Args:
        full_size: of the photo, where `picture` may be smaller.
    """

    example: Example
    name: str
    picture: QImage
    full_size: QSize | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What fits a query.

    Args:
        detail: what was found where, in words; empty for all photos.
        nothing: why nothing was found, and what would help; empty where something was.
        photos: facts of photos that are known already.
        spaces: what could be compared by.
        has_more: whether asking for more brings more.
    """

    contents: GridContents
    count: int
    detail: str = ""
    nothing: str = ""
    examples: tuple[ExampleView, ...] = ()
    photos: Sequence[Photo] = ()
    spaces: tuple[SpaceChoice, ...] = ()
    has_more: bool = False


@dataclass(slots=True)
class Place:
    """A query with its answer, and where in it the person was."""

    query: Query = field(default_factory=Query)
    answer: Answer = field(default_factory=lambda: Answer(GridContents(), 0))
    wanted: int = MATCHES
    scrolled_to: int = 0
    chosen: PhotoId | None = None


# Any thread may call it.
Find = Callable[[Query, int, Progress], Answer]


class Browser(QObject):
    """The place a person is at is `place`; its `scrolled_to` and `chosen` are the window's to fill.

    `arrived` carries the Place that has been reached, `refreshed` the same one with another answer,
    `searching` the Query under way, and `failed` the error of a search, after which the place is
    the same as before.
    """

    arrived = Signal(object)
    refreshed = Signal(object)
    progressed = Signal(object)
    searching = Signal(object)
    failed = Signal(object)
    leaving = Signal()

    def __init__(self, find: Find, tasks: Tasks) -> None:
        super().__init__()
        self._find = find
        self._tasks = tasks
        self._history = History(Place())
        self._everything = self.place
        self._ids: Sequence[PhotoId] = ()
        self._task: Task | None = None
        self._asked: Query | None = None
        self._renewing: Task | None = None
        self._is_stale = False

    @property
    def place(self) -> Place:
        return self._history.current

    @property
    def query(self) -> Query:
        """The query under way, which a person already sees, or else that of the place."""
        return self._asked or self.place.query

    @property
    def is_searching(self) -> bool:
        return self._asked is not None

    @property
    def has_searched(self) -> bool:
        """Whether any search has been answered."""
        return not self.place.query.is_everything or self.can_go_back or self.can_go_forward

    @property
    def can_go_back(self) -> bool:
        return self._history.can_go_back

    @property
    def can_go_forward(self) -> bool:
        return self._history.can_go_forward

    def ask(self, query: Query, *, is_elsewhere: bool = False) -> None:
        """Start a search; an earlier one that has not answered yet is given up.

        Args:
            is_elsewhere: it has a place of its own, whatever it looks like.
        """
        self._drop()
        refines = not is_elsewhere and query.refines(self.place.query)
        if query == Query():
            self._reach(query, MATCHES, refines, self._plain())
            return
        wanted = self.place.wanted if refines else MATCHES
        self._asked = query
        self.searching.emit(query)
        self._task = self._tasks.start(
            partial(self._find, query, wanted),
            done=partial(self._reach, query, wanted, refines),
            failed=self._fail,
            progressed=self.progressed.emit,
        )

    def more(self) -> None:
        """Look for more of the same, where there may be more."""
        if self.place.answer.has_more and not self._task:
            self.place.wanted += MATCHES
            self.renew()

    def renew(self) -> None:
        """Answer the place's query anew, without leaving it."""
        if self._renewing:
            self._is_stale = True
            return
        place = self.place
        self._is_stale = False
        query, wanted = place.query, place.wanted
        self._renewing = self._tasks.start(
            partial(self._find, query, wanted),
            done=partial(self._refresh, place),
            failed=lambda _: self._end_renewing(),
        )

    def take_library(self, ids: Sequence[PhotoId]) -> None:
        """These are the photos of the library now, in the order they came."""
        self._ids = ids
        if self.place.query.is_live:
            self._catch_up()
        elif set(self.place.answer.contents.photo_ids).difference(ids):
            self.renew()  # without those that are gone

    def back(self) -> None:
        """To the place before, as in a browser."""
        self._go(self._history.back)
        self._catch_up()

    def forward(self) -> None:
        """To the place that Back came from."""
        self._go(self._history.forward)
        self._catch_up()

    def show_all(self) -> None:
        """To all photos, where the person last was among them."""
        if self.place.query.is_everything:
            if self.is_searching:
                self.give_up()
        else:
            self._drop()
            before = self._everything
            place = Place(before.query, before.answer, scrolled_to=before.scrolled_to)
            place.chosen = before.chosen
            self._visit(place)
            self._catch_up()

    def _reach(self, query: Query, wanted: int, refines: bool, answer: Answer) -> None:
        if refines:
            self._drop()
            self.place.query, self.place.answer, self.place.wanted = query, answer, wanted
            self.place.scrolled_to, self.place.chosen = 0, None
            self._arrive()
        else:
            self._visit(Place(query, answer, wanted))

    def _visit(self, place: Place) -> None:
        self._go(lambda: self._history.visit(place))

    def _go(self, step: Callable[[], object]) -> None:
        self._drop()
        self.leaving.emit()
        step()
        self._arrive()

    def _catch_up(self) -> None:
        """With what came and went since the place was left."""
        if self.place.query == Query():
            self._refresh_with(self.place, self._plain())
        elif self.place.query.is_live:
            self.renew()

    def _arrive(self) -> None:
        if self.place.query.is_everything:
            self._everything = self.place
        self.arrived.emit(self.place)

    def _plain(self) -> Answer:
        return Answer(plain(self._ids), len(self._ids))

    def _refresh(self, place: Place, answer: Answer) -> None:
        self._renewing = None
        self._refresh_with(place, answer)
        if self._is_stale:
            self.renew()

    def _refresh_with(self, place: Place, answer: Answer) -> None:
        place.answer = answer
        if place is self.place:
            self.refreshed.emit(place)

    def _end_renewing(self) -> None:
        """What was shown stays; who asks again hears why."""
        self._renewing = None
        if self._is_stale:
            self.renew()

    def show_again(self) -> None:
        """The person asked for what is shown: bring it before them."""
        self.leaving.emit()
        self.arrived.emit(self.place)

    def give_up(self) -> None:
        """Stay at the place; what is under way is not wanted any more."""
        self._drop()
        self.refreshed.emit(self.place)

    def tell_saved(self, question: Question, number: int) -> None:
        """The question has been saved: where it is asked, that is known from now on."""
        self._change_saved(lambda query: query.question == question and query.saved is None, number)

    def tell_deleted(self, number: int) -> None:
        """A saved search is none any more."""
        self._change_saved(lambda query: query.saved == number, None)

    def tell_reworded(self, words: Mapping[str, str]) -> None:
        """Filters that are to be written otherwise, as where a label has another name now."""
        for place in self._history.places:
            question = place.query.question
            if question.words in words:
                reworded = replace(question, words=words[question.words])
                place.query = replace(place.query, question=reworded)
        self.refreshed.emit(self.place)

    def _change_saved(self, is_meant: Callable[[Query], bool], number: int | None) -> None:
        for place in self._history.places:
            if is_meant(place.query):
                place.query = replace(place.query, saved=number)
        self.refreshed.emit(self.place)

    def _fail(self, error: Exception) -> None:
        self._drop()
        self.failed.emit(error)

    def _drop(self) -> None:
        for task in (self._task, self._renewing):
            if task:
                task.refuse()
        self._task = self._renewing = self._asked = None
