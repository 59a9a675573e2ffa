"""Fills the page on why two pictures are alike, or why one is missing."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from lookalike.errors import LookalikeError
from lookalike.gui.library_words import said
from lookalike.gui.newest import Newest
from lookalike.gui.panels.message_bar import message_of
from lookalike.gui.tasks import Tasks
from lookalike.gui.why.missing_words import MissingWords
from lookalike.gui.why.pair_desk import PairDesk, tops_of
from lookalike.gui.why.pair_look import (
    explain_missing,
    explain_pair,
    fetch_patches,
    photo_of,
    usable_spaces,
)
from lookalike.gui.why.pairs import Missing, Pair
from lookalike.gui.why.share_rows import Patch, Patches
from lookalike.gui.why.unit_rows import rows_of_units
from lookalike.gui.why.why_page import WhyPage
from lookalike.gui.why.why_words import WhyWords
from lookalike.library.library import Library
from lookalike.library.search.questions import Example, UnitOfLayer
from lookalike.library.search.spaces import SpaceChoice
from lookalike.library.why.explaining import Explanation
from lookalike.library.why.why_not import WhyNot
from lookalike.photos import PhotoId
from lookalike.progress import Advance


class WhyDesk(QObject):
    """Answers one question at a time.

    Signals:
        opened: the page is to be shown.
        unit_wanted: carries a PhotoId, the UnitOfLayer to look into on it, and the PhotoId of
            the other photo or None.
        query_wanted: carries the UnitOfLayer whose photos are wanted.
        failed: carries an error that leaves the page as it is.
    """

    opened = Signal()
    unit_wanted = Signal(object, object, object)
    query_wanted = Signal(object)
    failed = Signal(object)

    def __init__(self, library: Library, page: WhyPage, tasks: Tasks) -> None:
        super().__init__()
        self._library = library
        self._page = page
        self._tasks = tasks
        self._pair: Pair | None = None
        self._missing: Missing | None = None
        self._answer: WhyNot | None = None
        self._explanation: Explanation | None = None
        self._spaces: Sequence[SpaceChoice] = ()
        self._patches: dict[UnitOfLayer, Sequence[Patch]] = {}
        self._pair_desk = PairDesk(page, tasks)
        self._explaining, self._choosing, self._finding = (Newest(tasks) for _ in range(3))
        self._connect()

    @property
    def pair(self) -> Pair | None:
        """What is asked about, which may still be on its way."""
        return self._pair

    @property
    def photo_id(self) -> PhotoId | None:
        """The photo that is explained, where it is one of the library."""
        if self._pair:
            return photo_of(self._pair.match)
        return self._answer.photo.id if self._answer and self._answer.photo else None

    @property
    def photo_ids(self) -> Sequence[PhotoId]:
        """All photos that the answer is about."""
        both = (self._pair.query, self._pair.match) if self._pair else ()
        return [photo for each in both if (photo := photo_of(each)) is not None]

    # --- opening ------------------------------------------------------------------------------

    def open_pair(self, pair: Pair) -> None:
        """Explain why two pictures are alike."""
        self._begin(pair=pair)
        self._page.show_queries(*self._queries(pair))
        self._choosing.ask(lambda _: usable_spaces(self._library), done=self._show_spaces)
        self._explain()

    def open_missing(self, missing: Missing) -> None:
        """Explain why a picture is not in an answer."""
        self._begin(missing=missing)
        self._page.show_queries((), 0)
        self._page.show_spaces((), 0)
        library = self._library
        self._explaining.ask(
            lambda progress: explain_missing(library, missing, progress),
            done=self._take_missing,
            failed=self._fail,
            progressed=self._show_progress,
        )

    def close(self) -> None:
        """Nobody looks any more; what is on its way is refused."""
        for each in (self._explaining, self._choosing, self._finding):
            each.drop()
        self._pair_desk.close()
        self._page.show_progress(None)
        self._pair = self._missing = self._answer = self._explanation = None

    def _begin(self, *, pair: Pair | None = None, missing: Missing | None = None) -> None:
        for each in (self._finding, self._choosing, self._pair_desk):
            each.drop()
        self._pair, self._missing, self._answer = pair, missing, None
        self._explanation = None
        self._page.show_asked(is_why_not=missing is not None)
        self._page.show_progress(None)
        self._page.show_stale()
        self.opened.emit()

    def _fail(self, error: Exception) -> None:
        """In place of the answer, until another one is asked for."""
        self._page.show_progress(None)
        self._page.show_title("")
        if isinstance(error, LookalikeError):
            self._page.show_trouble(said(error.title), said(error.hint))
        else:
            self._page.show_trouble(message_of(error).text, "")

    # --- why these two ------------------------------------------------------------------------

    def choose_space(self, at: int) -> None:
        """Compare the two in another space."""
        if self._pair:
            self.open_pair(replace(self._pair, by=self._spaces[at].name))

    def choose_query(self, at: int) -> None:
        """Of the pictures that were searched by together, another one."""
        if self._pair and self._pair.question:
            self.open_pair(replace(self._pair, query=self._pair.question.wanted[at]))

    def _explain(self) -> None:
        library, pair = self._library, self._pair
        if pair is None:
            return
        tell = self._tasks.relay(lambda told: self._take(pair, told))
        self._explaining.ask(
            lambda progress: explain_pair(library, pair, progress, tell),
            done=lambda _: self._page.show_progress(None),
            failed=self._fail,
            progressed=self._show_progress,
        )

    def _take(self, pair: Pair, explanation: Explanation) -> None:
        if pair is not self._pair:
            return
        is_finer, self._explanation = self._explanation is not None, explanation
        words = WhyWords()
        notes = words.notes(explanation, pair.shown, words.reasons(pair.question))
        captions = words.captions(explanation, is_result=pair.question is not None)
        self._page.show_answer()
        self._page.show_title("  →  ".join(words.names(explanation)))
        self._pair_desk.show(explanation, captions, notes, is_finer=is_finer)
        self._show_shares(explanation)
        self._find_patches([UnitOfLayer(each.layer, each.unit) for each in explanation.units])

    def _show_shares(self, explanation: Explanation) -> None:
        if explanation.is_exact:
            told = WhyWords().units(explanation)
            self._page.shares.show_shares(told, rows_of_units(explanation), self._patches)
        else:
            self._page.shares.show_none()

    def _show_spaces(self, spaces: Sequence[SpaceChoice]) -> None:
        pair = self._pair
        if pair is None:
            return
        self._spaces = spaces
        names = [choice.name for choice in spaces]
        if pair.by in names:
            self._page.show_spaces([said(choice.title) for choice in spaces], names.index(pair.by))

    def _queries(self, pair: Pair) -> tuple[Sequence[str], int]:
        wanted = pair.question.wanted if pair.question else ()
        return pair.names, wanted.index(pair.query) if pair.query in wanted else 0

    # --- why not ------------------------------------------------------------------------------

    def _take_missing(self, answer: WhyNot) -> None:
        self._answer = answer
        self._page.show_progress(None)
        self._page.show_answer()
        self._show_missing_pair(answer)
        self._show_reasons(answer)
        self._find_patches([UnitOfLayer(each.layer, each.unit) for each in answer.lacks])

    def _show_missing_pair(self, answer: WhyNot) -> None:
        words, ours, best = MissingWords(), answer.expected, answer.best
        self._explanation = ours
        self._page.best.setVisible(best is not None)
        name = words.name(answer, self._missing.source if self._missing else b"")
        self._page.show_title(name)
        if ours is None:
            self._page.show_no_pair(name, self.tr("It cannot be compared with the query."))
            return
        tops = tops_of([each for each in (ours, best) if each])
        notes = WhyWords().notes(ours, None, ())
        self._pair_desk.show(ours, words.captions(ours, name), notes, tops)
        if best:
            self._pair_desk.show_best(best, words.captions_of_best(best), tops)

    def _show_reasons(self, answer: WhyNot) -> None:
        self._page.reasons.show_reasons(MissingWords().reasons(answer), self._patches)

    # --- what units are about -----------------------------------------------------------------

    def _find_patches(self, units: Sequence[UnitOfLayer]) -> None:
        library = self._library
        missing = [unit for unit in units if unit not in self._patches]
        if missing:
            self._finding.ask(
                lambda progress: fetch_patches(
                    library, missing, progress, self._tasks.relay(self._take_patches)
                ),
                done=lambda _: None,
                failed=self.failed.emit,
            )

    def _take_patches(self, found: Patches) -> None:
        self._patches |= found
        if self._answer:
            self._show_reasons(self._answer)
        elif self._explanation and self._explanation.is_exact:
            self._show_shares(self._explanation)

    def _look_into(self, unit: UnitOfLayer) -> None:
        """On the photo that is explained, beside the query's, as far as they are in the library."""
        query = next(iter(self._pair_examples), None)
        beside = photo_of(query) if query else None
        photo_id = self.photo_id if self.photo_id is not None else beside
        if photo_id is not None:
            self.unit_wanted.emit(photo_id, unit, beside if beside != photo_id else None)

    @property
    def _pair_examples(self) -> Sequence[Example]:
        if self._pair:
            return (self._pair.query,)
        return self._missing.question.wanted if self._missing else ()

    # --- what causes what ---------------------------------------------------------------------

    def _show_progress(self, advance: Advance) -> None:
        if self._explaining.is_waiting and advance.fraction is not None:
            self._page.show_progress(advance.fraction, said(advance.activity))

    def _stop(self) -> None:
        """What is known by then stays."""
        self._explaining.drop()
        self._page.show_progress(None)

    def _connect(self) -> None:
        page = self._page
        page.space_chosen.connect(self.choose_space)
        page.query_chosen.connect(self.choose_query)
        page.stop_wanted.connect(self._stop)
        self._pair_desk.failed.connect(self.failed)
        for panel in (page.shares, page.reasons):
            panel.unit_chosen.connect(self._look_into)
            panel.query_wanted.connect(self.query_wanted)
