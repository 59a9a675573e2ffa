"""Asks about suggested labels, writes the answers down, and has the rest sorted anew meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from lookalike.errors import LookalikeError, TooFewExamples
from lookalike.gui.in_turn import InTurn
from lookalike.gui.labels.label_words import LabelWords, Told
from lookalike.gui.library_words import said
from lookalike.gui.newest import Newest
from lookalike.gui.panels.large_photo import PhotoGlance
from lookalike.gui.panels.message_bar import message_of
from lookalike.gui.suggestions.other_labels import label_keys, other_labels
from lookalike.gui.suggestions.probability_text import probability_text
from lookalike.gui.suggestions.question_panel import Question
from lookalike.gui.suggestions.small_photos import SmallPhoto
from lookalike.gui.suggestions.suggestion_queue import Answer, Said, SuggestionQueue
from lookalike.gui.suggestions.suggestion_words import SuggestionWords
from lookalike.gui.suggestions.suggestion_work import (
    Changes,
    Found,
    KnownLabel,
    Wish,
    album,
    batch,
    look,
    run_albums,
    set_album,
    undo,
    why_label,
    write,
)
from lookalike.gui.suggestions.suggestions_page import SuggestionsPage, Way
from lookalike.gui.tasks import Tasks
from lookalike.gui.teach.teach_words import TeachWords
from lookalike.gui.undo_list import Act, UndoList
from lookalike.library.labels.labelling import LabelChange
from lookalike.library.library import Library
from lookalike.library.teaching.suggesting import Order
from lookalike.library.teaching.taught import Suggestion, WhyLabel
from lookalike.photos import LabelId, PhotoId
from lookalike.progress import Advance

_AHEAD = 3  # photos that are fetched before they are asked about


class SuggestionsDesk(QObject):
    """Keeps the queue; the page shows it, and tells what a person answers.

    Signals:
        failed: carries an error that leaves the page as it is.
        labels_changed: what photos are labelled as, or a living album, is another now.
        relabelled: carries the Told and the LabelChange of a living album that is another now.
        undone: carries what an answer was called that is taken back while nobody sees the page.
    """

    failed = Signal(object)
    labels_changed = Signal()
    relabelled = Signal(object, object)
    undone = Signal(str)

    def __init__(
        self, library: Library, page: SuggestionsPage, undo_list: UndoList, tasks: Tasks
    ) -> None:
        super().__init__()
        self._library = library
        self._page = page
        self._undo_list = undo_list
        self._tasks = tasks
        self._queue = SuggestionQueue()
        self._wish = Wish()
        self._found = Found()
        self._known: dict[LabelId, KnownLabel] = {}
        self._kept: dict[Answer, _Kept] = {}
        self._here: frozenset[PhotoId] = frozenset()
        self._writing = InTurn(tasks, self._show_written)
        self._is_stale = self._is_open = False
        self._batch_label: KnownLabel | None = None
        self._explained: tuple[PhotoId, LabelId] | None = None
        self._looking, self._explaining, self._batching, self._counting, self._filling = (
            Newest(tasks) for _ in range(5)
        )
        self._connect()

    @property
    def current(self) -> Suggestion | None:
        """What is asked about."""
        return self._queue.current

    # --- opening ------------------------------------------------------------------------------

    def open(self, label: LabelId | None = None) -> None:
        """Begin a sitting about one label, or about all of them."""
        if not self._is_open:
            self._queue = SuggestionQueue()
            self._kept.clear()
        self._is_open = True
        self._page.show_way(Way.ONE_BY_ONE)
        self._choose(self._page.order, label)

    def close(self) -> None:
        """Nobody looks any more. What was answered is written all the same."""
        self._is_open = False
        for each in (self._looking, self._batching, self._counting, self._filling):
            each.drop()
        self._explain(is_wanted=False)
        self._page.show_progress(None)
        self._page.stage.forget()

    def finish(self) -> None:
        """As the program ends: what was answered is written before this returns."""
        self._page.question.album.tell_at_once()
        self._writing.finish()

    def refresh(self) -> None:
        """Labels or photos have changed elsewhere."""
        if self._is_open:
            self._look()

    def take_library(self, ids: Sequence[PhotoId]) -> None:
        """Photos that have left are not asked about any more; those that came may have to be."""
        if not self._is_open:
            return
        before, self._here = self._here, frozenset(ids)
        gone = {each.photo_id for each in self._queue.waiting} - self._here
        if gone:
            self._queue.drop(gone)
            self._show()
        if self._here - before:
            self._look()

    # --- looking for suggestions --------------------------------------------------------------

    def _choose(self, order: Order, label: LabelId | None) -> None:
        """Others are wanted."""
        self._wish = Wish(order, label)
        self._looking.drop()
        self._queue.begin(())
        self._look()
        self._show()

    def _look(self) -> None:
        """One look at a time: who answers fast would else never see a newer order."""
        self._is_stale = self._looking.is_waiting
        if self._is_stale:
            return
        wish = self._wish
        self._page.show_progress(Advance(0, None))
        self._looking.ask(
            lambda progress: look(self._library, wish, progress),
            done=self._take,
            failed=self._fail,
            progressed=self._page.show_progress,
        )

    def _take(self, found: Found) -> None:
        self._page.show_progress(None)
        self._found = found
        self._known = {each.label.id: each for each in found.labels}
        if self._wish.label not in self._known:
            self._wish = replace(self._wish, label=None)
        self._queue.rename({each.label.id: each.label for each in found.labels})
        self._queue.reorder(found.suggestions)
        method = found.method
        self._page.show_stale(TeachWords().stale(method) if method else "")
        self._show()
        if self._page.way is Way.TOGETHER:
            self._show_batch()
        if self._is_stale:
            self._look()

    def _fail(self, error: Exception) -> None:
        """In place of the photos."""
        self._page.show_progress(None)
        self._explain(is_wanted=False)
        self._queue.begin(())
        self._found = replace(self._found, suggestions=())
        if isinstance(error, LookalikeError):
            told = said(error.title), said(error.hint)
        else:
            told = message_of(error).text, ""
        can_teach = isinstance(error, TooFewExamples)
        self._page.show_instead("warning", *told, can_teach=can_teach)
        self._show_sitting()
        if self._is_stale:
            self._look()

    # --- what is shown ------------------------------------------------------------------------

    def _show(self) -> None:
        current = self._queue.current
        self._page.show_labels(self._found.labels, self._label_shown)
        self._page.show_waiting([self._small(each) for each in self._queue.waiting])
        self._show_sitting()
        if self._page.way is Way.TOGETHER:
            return
        if current:
            self._ask_about(current)
        else:
            self._explain(is_wanted=False)
            self._show_nothing()

    def _show_nothing(self) -> None:
        words, found = SuggestionWords(), self._found
        told = words.looking() if self._looking.is_waiting else words.nothing(found)
        self._page.show_instead(*told, can_teach=bool(found.missing))

    def _ask_about(self, current: Suggestion) -> None:
        name = self._name(current.label.id)
        others = other_labels(current, self._found.labels)
        question = Question(name, current.probability, *others)
        glance = PhotoGlance(current.photo_id, preview=self._page.preview(current.photo_id))
        beside = [each.photo_id for each in self._queue.waiting[1 : _AHEAD + 1]]
        self._page.show_question(question, glance, beside)
        self._show_album()
        if self._page.is_why_open and self._explained != (current.photo_id, current.label.id):
            self._explain(is_wanted=True)

    def _show_sitting(self) -> None:
        self._page.show_sitting(self._queue.sitting, can_undo=self._queue.last_answer is not None)

    def _small(self, suggestion: Suggestion) -> SmallPhoto:
        name = self._name(suggestion.label.id)
        percent = probability_text(suggestion.probability)
        return SmallPhoto(suggestion.photo_id, suggestion.label.name, percent, f"{name}\n{percent}")

    def _name(self, label: LabelId) -> str:
        known = self._known.get(label)
        return known.name if known else ""

    @property
    def _label_shown(self) -> LabelId | None:
        if self._page.way is Way.TOGETHER and self._batch_label:
            return self._batch_label.label.id
        return self._wish.label

    # --- answers ------------------------------------------------------------------------------

    def _take_key(self, key: int) -> None:
        known = label_keys(self._found.labels).get(key)
        if known:
            self._answer_other(known.label.id)

    def _answer_other(self, label: LabelId) -> None:
        current = self._queue.current
        if current and label == current.label.id:
            self._answer(Said.YES)
        elif label in self._known:
            self._answer(Said.OTHER, label)

    def _answer(self, kind: Said, instead: LabelId | None = None) -> None:
        label = self._known[instead].label if instead is not None else None
        answer = self._queue.answer(kind, label)
        if answer:
            self._keep(answer)
            self._show()

    def _accept_together(self, suggestions: Sequence[Suggestion]) -> None:
        self._keep(self._queue.accept_together(suggestions))
        self._show()
        if self._batch_label:
            accepted = {each.photo_id for each in suggestions}
            left = [each for each in self._page.batch.found if each.photo_id not in accepted]
            self._page.batch.show_found(self._batch_label, left)

    def _take_back(self) -> None:
        """The last answer of this sitting, or whatever else was done after it."""
        answer = self._queue.last_answer
        if answer and answer not in self._kept:  # it was skipped
            self._queue.take_back(answer)
            self._show()
        elif self._undo_list.last:
            self._undo_list.undo()
        elif answer:  # the list has dropped it, being an old one
            self._undo(answer, self._kept[answer])

    def _undo(self, answer: Answer, kept: "_Kept") -> None:
        """Any answer that the window can take back, also once the page is closed."""
        self._undo_list.remove(kept.act)
        self._queue.take_back(answer)
        self._writing.start(lambda: undo(self._library, kept.changes), self.failed.emit)
        if self._is_open:
            self._show()
        else:
            self.undone.emit(kept.act.name)

    def _ask_skipped(self) -> None:
        self._queue.ask_skipped()
        self._show()

    def _jump(self, at: int) -> None:
        self._queue.bring_forward(at)
        self._show()

    def _keep(self, answer: Answer) -> None:
        """At once among what can be undone: who is quick with Undo means it."""
        if answer.said is Said.SKIP:
            return
        act = Act(_act_name(answer), lambda: self._undo(answer, kept))
        kept = self._kept[answer] = _Kept(act)
        self._undo_list.push(act)
        self._writing.start(
            lambda: kept.write(self._library, answer), partial(self._lose, answer, kept)
        )

    def _lose(self, answer: Answer, kept: "_Kept", error: Exception) -> None:
        """It could not be written: it is no answer."""
        self._queue.forget(answer)
        self._undo_list.remove(kept.act)
        self.failed.emit(error)

    def _show_written(self) -> None:
        self.labels_changed.emit()
        self.refresh()

    # --- many at once -------------------------------------------------------------------------

    def _show_way(self, way: Way) -> None:
        self._explain(is_wanted=False)
        if way is Way.ONE_BY_ONE:
            self._batching.drop()
            self._show()
            return
        self._batch_label = self._label_for_batch()
        self._page.show_labels(self._found.labels, self._label_shown)
        self._show_batch()

    def _label_for_batch(self) -> KnownLabel | None:
        """The one that is asked about, else the first that can be."""
        current = self._queue.current
        wanted = self._wish.label or (current.label.id if current else None)
        taught = [each for each in self._found.labels if each.is_taught]
        return next((each for each in taught if each.label.id == wanted), next(iter(taught), None))

    def _show_batch(self) -> None:
        known = self._batch_label
        if known is None:
            self._show_nothing()
            return
        self._batching.ask(
            lambda progress: batch(self._library, known.label.id, progress),
            done=lambda found: self._take_batch(known, found),
            failed=self._fail,
        )

    def _take_batch(self, known: KnownLabel, found: Sequence[Suggestion]) -> None:
        self._page.batch.show_found(known, found)
        self._page.show_batch()

    def _change_wish(self, order: Order, label: LabelId | None) -> None:
        """The page has chosen."""
        self._choose(order, label)
        if self._page.way is Way.TOGETHER:
            self._show_way(Way.TOGETHER)

    # --- why ----------------------------------------------------------------------------------

    def _explain(self, is_wanted: bool) -> None:
        current, library = self._queue.current, self._library
        self._explaining.drop()
        self._explained = None
        self._page.show_why(None, is_waiting=is_wanted and current is not None)
        if current and is_wanted:
            self._explained = photo, label = current.photo_id, current.label.id
            self._explaining.ask(
                lambda progress: why_label(library, photo, label, progress),
                done=self._take_why,
                failed=self._fail_to_explain,
            )

    def _take_why(self, why: WhyLabel) -> None:
        method = self._found.method
        self._page.show_why(why, method.method if method else "")

    def _fail_to_explain(self, error: Exception) -> None:
        self._page.why.show_trouble(message_of(error).text)

    # --- the living album ---------------------------------------------------------------------

    def _show_album(self) -> None:
        current = self._queue.current
        known = self._known.get(current.label.id) if current else None
        if known:
            panel = self._page.question.album
            panel.show_label(known)
            self._counting.ask(lambda _: album(self._library, known), done=panel.show_album)

    def _set_album(self, known: KnownLabel, at_least: float | None) -> None:
        label = known.label
        self._writing.start(
            lambda: set_album(self._library, label.id, at_least),
            self.failed.emit,
            partial(self._take_album, LabelWords().album(label.name, at_least)),
        )

    def _take_album(self, told: Told, change: LabelChange) -> None:
        """At once it is looked at which photos join: beside the answers, which do not wait."""
        self.relabelled.emit(told, change)
        if self._is_open:
            self._filling.ask(
                lambda progress: run_albums(self._library, progress),
                done=lambda _: self._show_written(),
                failed=self.failed.emit,
            )

    def _connect(self) -> None:
        page = self._page
        page.accepted.connect(lambda: self._answer(Said.YES))
        page.rejected.connect(lambda: self._answer(Said.NO))
        page.skipped.connect(lambda: self._answer(Said.SKIP))
        page.undo_wanted.connect(self._take_back)
        page.other_chosen.connect(self._answer_other)
        page.key_pressed.connect(self._take_key)
        page.why_toggled.connect(self._explain)
        page.wish_changed.connect(self._change_wish)
        page.way_changed.connect(self._show_way)
        page.jumped.connect(self._jump)
        page.skipped_wanted.connect(self._ask_skipped)
        page.batch.accept_wanted.connect(self._accept_together)
        page.question.album.wanted.connect(self._set_album)


@dataclass(slots=True, eq=False)
class _Kept:
    """An answer that can be undone, and what it changed once it is written."""

    act: Act
    changes: Changes = ()

    def write(self, library: Library, answer: Answer) -> None:
        self.changes = write(library, answer)


def _act_name(answer: Answer) -> str:
    label = answer.instead or answer.suggestions[0].label
    words = LabelWords()
    return (words.rejecting if answer.said is Said.NO else words.labelling)(label.name)
