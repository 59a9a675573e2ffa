"""Asks a question in several ways at once, and looks at photos in ways that are not built yet."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from lookalike.errors import LookalikeError
from lookalike.gui.lens.lens_answer import LensAnswer, look
from lookalike.gui.lens.lens_page import MOST_WAYS, LensPage
from lookalike.gui.lens.way import Way
from lookalike.gui.library_words import said, said_of
from lookalike.gui.newest import Newest
from lookalike.gui.space_building import SpaceBuilding, missing_spaces
from lookalike.gui.tasks import Tasks
from lookalike.gui.translations import grouped
from lookalike.library.library import Library
from lookalike.library.search.questions import Question
from lookalike.library.search.shares import shares_of
from lookalike.library.search.spaces import SpaceChoice, space_choices
from lookalike.progress import Advance, Progress

# What says most beside what was asked, in this order.
_USUAL = ("content", "colour", "shape", "pixels")


@dataclass(frozen=True, slots=True)
class _Looked:
    """What one way came to: its answer, or the spaces that are to be built first."""

    spaces: tuple[SpaceChoice, ...]
    missing: Sequence[SpaceChoice] = ()
    answer: LensAnswer | None = None


class LensDesk(QObject):
    """The ways stay from one question to the next."""

    def __init__(self, library: Library, page: LensPage, tasks: Tasks) -> None:
        super().__init__()
        self._library = library
        self._page = page
        self._question: Question | None = None
        self._ways: list[Way] = []
        self._spaces: tuple[SpaceChoice, ...] = ()
        self._asking = [Newest(tasks) for _ in range(MOST_WAYS)]
        self._building = SpaceBuilding(library, tasks)
        self._to_build: list[str] = []
        self._connect()

    @property
    def question(self) -> Question | None:
        """What is asked, while the page is open."""
        return self._question

    @property
    def ways(self) -> Sequence[Way]:
        return self._ways

    def open(self, question: Question, title: str, pictures: Sequence[QImage]) -> None:
        """Ask a question in every way; the way it is asked in is one of them."""
        # A range that was chosen in one space means nothing in another.
        self._question = replace(question, at_least=0.0, at_most=1.0)
        self._ways = _with(Way(question.by, question.metric), self._ways)
        self._page.show_question(title, pictures)
        self._page.show_ways(self._ways, self._spaces)
        self._ask_all()

    def close(self) -> None:
        """Nobody looks any more; a space that is being built is left as far as it is."""
        self._question = None
        self._to_build = []
        self._building.drop()
        for asking in self._asking:
            asking.drop()

    # --- ways ---------------------------------------------------------------------------------

    def _connect(self) -> None:
        self._page.way_wanted.connect(self._change)
        self._page.way_removed.connect(self._remove)
        self._page.way_added.connect(self._add)
        self._page.note_pressed.connect(self._press)
        self._building.progressed.connect(self._show_building)
        self._building.ready.connect(lambda _: self._end_building())
        self._building.stopped.connect(self._end_building)
        self._building.failed.connect(self._fail_building)

    def _change(self, at: int, way: Way) -> None:
        self._ways[at] = way
        self._page.show_ways(self._ways, self._spaces)
        self._ask(at)

    def _remove(self, at: int) -> None:
        del self._ways[at]
        self._show_changed()

    def _add(self) -> None:
        used = {way.by for way in self._ways}
        names = [*_USUAL, *(space.name for space in self._spaces)]
        self._ways.append(Way(next((name for name in names if name not in used), "content")))
        self._show_changed()

    def _show_changed(self) -> None:
        """Columns have moved: whatever was on its way was for another."""
        self._page.show_ways(self._ways, self._spaces)
        self._ask_all()

    # --- answers ------------------------------------------------------------------------------

    def _ask_all(self) -> None:
        for asking in self._asking:
            asking.drop()
        for at in range(len(self._ways)):
            self._ask(at)

    def _ask(self, at: int) -> None:
        if self._question is None:
            return
        way = self._ways[at]
        question = replace(self._question, by=way.by, metric=way.metric)
        self._asking[at].ask(
            partial(_look, self._library, question),
            done=partial(self._show, at),
            failed=partial(self._show_error, at),
        )

    def _show(self, at: int, looked: _Looked) -> None:
        if looked.spaces != self._spaces:
            self._spaces = looked.spaces
            self._page.show_spaces(self._spaces)
        if looked.answer is None:
            self._offer_building(at, looked.missing)
        elif looked.answer.photos:
            self._page.show_answer(at, looked.answer)
        else:
            self._page.show_note(at, self.tr("No photo fits."))

    def _show_error(self, at: int, error: Exception) -> None:
        told = said_of(error) if isinstance(error, LookalikeError) else str(error)
        self._page.show_note(at, told)

    # --- building -----------------------------------------------------------------------------

    def _offer_building(self, at: int, missing: Sequence[SpaceChoice]) -> None:
        if self._ways[at].by in self._to_build:
            return  # under way, and shown
        told = self.tr("Not built yet. Photos to look at: {count}")
        text = told.format(count=grouped(sum(choice.missing for choice in missing)))
        self._page.show_note(at, text, self.tr("Build"))

    def _press(self, at: int) -> None:
        """Begin to build, or stop."""
        by = self._ways[at].by
        if by not in self._to_build:
            self._to_build.append(by)
            self._show_waiting(by)
            if len(self._to_build) == 1:
                self._building.build(by)
        elif by == self._to_build[0]:
            self._building.stop()
        else:
            self._to_build.remove(by)
            self._ask_by(by)

    def _show_waiting(self, by: str) -> None:
        for at, way in enumerate(self._ways):
            if way.by == by:
                text = self.tr("Waiting until another way is built…")
                self._page.show_note(at, text, self.tr("Stop"), 0.0)

    def _show_building(self, choice: SpaceChoice, advance: Advance) -> None:
        text = self.tr("Looking at the photos by {title}: {done} of {total}").format(
            title=said(choice.title.lower()),
            done=grouped(advance.done),
            total=grouped(advance.total or choice.missing),
        )
        for at, way in enumerate(self._ways):
            if self._to_build[:1] == [way.by]:
                self._page.show_note(at, text, self.tr("Stop"), advance.fraction or 0.0)

    def _end_building(self) -> None:
        """Built or stopped: all ways that may have waited for it are asked again."""
        done, self._to_build = self._to_build[0], self._to_build[1:]
        self._ask_by(done)
        if self._to_build:
            self._building.build(self._to_build[0])

    def _fail_building(self, error: Exception) -> None:
        failed = self._to_build[0]
        self._end_building()
        for at, way in enumerate(self._ways):
            if way.by == failed:
                self._asking[at].drop()
                self._show_error(at, error)

    def _ask_by(self, by: str) -> None:
        names = {share.name for share in shares_of(by)}
        for at, way in enumerate(self._ways):
            if names & {share.name for share in shares_of(way.by)}:
                self._ask(at)


def _look(library: Library, question: Question, progress: Progress) -> _Looked:
    spaces = tuple(space_choices(library))
    ready = library.counts().ready
    # Where only some photos are missing, the answer says so.
    unbuilt = [
        choice
        for choice in missing_spaces(library, question.by)
        if choice.name != "content" and choice.missing >= ready
    ]
    if unbuilt:
        return _Looked(spaces, unbuilt)
    return _Looked(spaces, answer=look(library, question, progress))


def _with(way: Way, ways: Sequence[Way]) -> list[Way]:
    """The ways that were compared last, or the usual ones, with `way` among them."""
    if way in ways:
        return list(ways)
    if ways:
        return [way, *ways[1:]]
    usual = [Way(name) for name in _USUAL if name != way.by]
    return [way, *usual][:MOST_WAYS]
