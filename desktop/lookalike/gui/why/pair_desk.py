"""Keeps the stage true: the pictures as the person wants to see them, and what a box leaves."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from lookalike.errors import LookalikeError
from lookalike.gui.newest import Newest
from lookalike.gui.panels.message_bar import message_of
from lookalike.gui.tasks import Tasks
from lookalike.gui.why.pair_view import Box, PairView, Tops
from lookalike.gui.why.why_page import WhyPage
from lookalike.gui.why.why_words import WhyWords
from lookalike.library.why.explaining import Explanation, Left, without


class PairDesk(QObject):
    """`failed` carries an error that nobody foresaw."""

    failed = Signal(object)

    def __init__(self, page: WhyPage, tasks: Tasks) -> None:
        super().__init__()
        self._page = page
        self._notes: Sequence[str] = ()
        self._cutting = Newest(tasks)
        page.stage.box_changed.connect(self._take_box)
        page.look_changed.connect(self._show_look)

    def show(
        self,
        explanation: Explanation,
        captions: tuple[str, str],
        notes: Sequence[str] = (),
        tops: Tops | None = None,
        *,
        is_finer: bool = False,
    ) -> None:
        """Another pair, or the one that is shown in finer parts: the box then stays."""
        before = self._page.stage.view if is_finer else None
        view = PairView(explanation, captions, tops=tops or tops_of([explanation]))
        if before:
            view = replace(view, box=before.box)
        self._notes = notes
        self._cutting.drop()
        self._page.show_pictures()
        self._page.show_method(is_exact=explanation.is_exact)
        self._page.stage.show_view(self._dressed(view))
        self._show_headline(view)
        if view.box:
            self._cut(view.box)

    def show_best(self, explanation: Explanation, captions: tuple[str, str], tops: Tops) -> None:
        """What the pair is to be measured by, beneath it."""
        self._page.best.show_view(self._dressed(PairView(explanation, captions, tops=tops)))

    def drop(self) -> None:
        """Another pair is awaited: of this one nothing more is said."""
        self._cutting.drop()

    def close(self) -> None:
        """Nobody looks any more."""
        self.drop()
        for stage in (self._page.stage, self._page.best):
            stage.show_view(None)

    def _dressed(self, view: PairView) -> PairView:
        return replace(view, mode=self._page.heat_mode, has_lines=self._page.has_lines)

    def _show_look(self) -> None:
        for stage in (self._page.stage, self._page.best):
            if stage.view:
                stage.show_view(self._dressed(stage.view))

    def _show_headline(self, view: PairView) -> None:
        told = WhyWords().headline(view.explanation, view.left, self._notes)
        self._page.show_headline(told)

    # --- without a part -----------------------------------------------------------------------

    def _take_box(self, box: Box | None) -> None:
        """A hand moves faster than a network answers: while one box is asked about, others pass."""
        if box is None:
            self._cutting.drop()
            self._show_left(None, None)
        elif not self._cutting.is_waiting:
            self._cut(box)

    def _cut(self, box: Box) -> None:
        view = self._page.stage.view
        if view is None:
            return
        explanation = view.explanation
        self._cutting.ask(
            lambda _: without(explanation, box.region, box.side),
            done=partial(self._show_left, box),
            failed=partial(self._fail, box),
        )

    def _show_left(self, box: Box | None, left: Left | None) -> None:
        view = self._page.stage.view
        if view is None:
            return
        shown = replace(view, left=left)
        self._page.stage.show_view(shown)
        self._show_headline(shown)
        self._go_on(box)

    def _fail(self, box: Box, error: Exception) -> None:
        """In place of the sentence above the pictures, until the hand moves on."""
        self._go_on(box)
        view = self._page.stage.view
        if view and view.box == box:
            shown = replace(view, left=None)
            self._page.stage.show_view(shown)
            told = WhyWords().headline(shown.explanation)
            self._page.show_headline(replace(told, sentence=message_of(error).text))
        if not isinstance(error, LookalikeError):
            self.failed.emit(error)

    def _go_on(self, answered: Box | None) -> None:
        """The hand may have moved on meanwhile."""
        view = self._page.stage.view
        if answered and view and view.box and view.box != answered:
            self._cut(view.box)


def tops_of(explanations: Sequence[Explanation]) -> Tops:
    """One scale for all of them."""
    links = (link.share for each in explanations for link in each.links)
    return Tops(max(each.top for each in explanations), max(links, default=0.0))
