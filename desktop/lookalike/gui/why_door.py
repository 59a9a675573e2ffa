"""Where the page on why two pictures are alike is opened from, and what leads out of it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from lookalike.gui.browsing import Browser
from lookalike.gui.incoming import Incoming
from lookalike.gui.overlays import Overlays
from lookalike.gui.panels.message_bar import Message
from lookalike.gui.photo_desk import PhotoDesk
from lookalike.gui.search_desk import SearchDesk
from lookalike.gui.tasks import Tasks
from lookalike.gui.visuals.array_image import png_bytes
from lookalike.gui.why.pairs import Missing, Pairs
from lookalike.gui.why.why_desk import WhyDesk
from lookalike.gui.why.why_page import WhyPage
from lookalike.library.search.questions import Source, UnitOfLayer
from lookalike.library.search.shares import shares_of
from lookalike.photos import PhotoId


class WhyDoor(QObject):
    """`failed` carries an error, `said` a Message."""

    failed = Signal(object)
    said = Signal(object)

    def __init__(
        self,
        page: WhyPage,
        desk: WhyDesk,
        pairs: Pairs,
        photos: PhotoDesk,
        search: SearchDesk,
        browser: Browser,
        overlays: Overlays,
        tasks: Tasks,
    ) -> None:
        super().__init__()
        self.page = page
        self.desk = desk
        self._pairs = pairs
        self._photos = photos
        self._search = search
        self._browser = browser
        self._overlays = overlays
        self._tasks = tasks
        photos.add_page(page, lambda: desk.photo_id)
        desk.opened.connect(self._show)
        desk.query_wanted.connect(self._ask)
        desk.failed.connect(self.failed)
        page.closed.connect(lambda: overlays.close(page))
        page.step_wanted.connect(self._step)
        overlays.closed.connect(self._tidy)

    # --- why these two ------------------------------------------------------------------------

    def open_chosen(self) -> None:
        """The chosen result and the query's picture, or two photos that are chosen."""
        pair = self._pairs.chosen()
        if pair:
            self.desk.open_pair(pair)

    def open_result(self, photo_id: PhotoId) -> None:
        """A result and the query's picture."""
        pair = self._pairs.with_query(photo_id)
        if pair:
            self.desk.open_pair(pair)

    def open_result_by(self, photo_id: PhotoId, by: str) -> None:
        """The same in another space or mix than the query's."""
        pair = self._pairs.with_query(photo_id)
        if pair:
            name = max(shares_of(by), key=lambda each: each.share).name
            is_other = name != pair.by
            self.desk.open_pair(replace(pair, by=name, shown=None) if is_other else pair)

    def take_library(self, ids: Sequence[PhotoId]) -> None:
        """Photos that have left the library are not explained any more."""
        explained = self.desk.photo_ids
        if explained and not set(explained) <= set(ids):
            self._overlays.close(self.page)

    def _step(self, step: int) -> None:
        """Another result; the query, and what is compared, stay."""
        photo_id = self._photos.beside(self.desk.photo_id, step)
        pair = self.desk.pair
        if photo_id is None or pair is None or pair.question is None:
            return
        after = self._pairs.with_query(photo_id)
        if after:
            self._photos.choose(photo_id)
            self.desk.open_pair(replace(after, query=pair.query, by=pair.by))

    # --- why not ------------------------------------------------------------------------------

    def choose_missing(self) -> None:
        """The person names the file of the photo that they expected."""
        title = self.tr("Which Photo Did You Expect?")
        file, _ = QFileDialog.getOpenFileName(self.page.window(), title)
        if file:
            self.explain_missing(Path(file))

    def take_missing(self, incoming: Incoming) -> None:
        """What was dropped."""
        if incoming.trouble:
            self.said.emit(Message(incoming.trouble, "warning"))
        elif incoming.image is not None:
            image = incoming.image
            self._tasks.start(lambda _: png_bytes(image), done=self.explain_missing)
        else:
            sources: Sequence[Source] = [*incoming.photos, *incoming.pictures]
            if sources:
                self.explain_missing(sources[0])

    def explain_missing(self, source: Source) -> None:
        """Why a picture is not in the answer that is shown."""
        place = self._browser.place
        if place.query.question.wanted:
            self.desk.open_missing(Missing(source, place.query.question, place.wanted))
        else:
            told = self.tr("Search by a picture first: nothing can be missing before.")
            self.said.emit(Message(told))

    # --- in and out ---------------------------------------------------------------------------

    def _show(self) -> None:
        pair = self.desk.pair
        is_result = pair is not None and pair.question is not None
        before, after = (self._photos.beside(self.desk.photo_id, step) for step in (-1, 1))
        self.page.show_steps(
            has_before=is_result and before is not None, has_after=is_result and after is not None
        )
        self._overlays.show(self.page)

    def _ask(self, unit: UnitOfLayer) -> None:
        self._overlays.close_all()
        self._search.search_by_unit(unit)

    def _tidy(self, page: QWidget) -> None:
        if page is self.page:
            self.desk.close()
