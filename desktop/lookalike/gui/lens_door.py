"""Where the comparison of ways is opened from, and what leads out of it."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from lookalike.gui.browsing import Browser
from lookalike.gui.lens.lens_desk import LensDesk
from lookalike.gui.lens.lens_page import LensPage
from lookalike.gui.overlays import Overlays
from lookalike.gui.photo_desk import PhotoDesk
from lookalike.gui.search_desk import SearchDesk
from lookalike.gui.title_words import TitleWords


class LensDoor(QObject):
    """A question that is asked while the page is open is answered there."""

    def __init__(
        self,
        page: LensPage,
        desk: LensDesk,
        photos: PhotoDesk,
        search: SearchDesk,
        browser: Browser,
        overlays: Overlays,
    ) -> None:
        super().__init__()
        self.page = page
        self.desk = desk
        self._photos = photos
        self._search = search
        self._browser = browser
        self._overlays = overlays
        self._is_asked_here = False
        photos.add_page(page, lambda: page.chosen)
        page.closed.connect(lambda: overlays.close(page))
        page.opened.connect(photos.view_photo)
        page.similar_wanted.connect(lambda wanted: search.search_by([wanted]))
        page.marked.connect(search.mark)
        browser.searching.connect(lambda _: self._note_where())
        browser.failed.connect(lambda _: self._forget_where())
        overlays.closed.connect(self._tidy)

    def open(self) -> None:
        """In what ways the question can be answered; without one, by the chosen photo."""
        if self._browser.place.query.has_examples:
            self._show()
        elif self._photos.chosen is not None:
            self._is_asked_here = True
            self._search.search_by([self._photos.chosen])

    def _show(self) -> None:
        place = self._browser.place
        pictures = [shown.picture for shown in place.answer.examples]
        self.desk.open(place.query.question, TitleWords().of(place), pictures)
        self._overlays.show(self.page)

    def _note_where(self) -> None:
        self._is_asked_here = self._is_asked_here or self._overlays.top is self.page

    def _forget_where(self) -> None:
        self._is_asked_here = False

    def show_answered(self) -> None:
        """The window has gone back to its grid; whoever asked here wants to see it here."""
        if self._is_asked_here and self._browser.place.query.has_examples:
            self._show()
        self._is_asked_here = False

    def _tidy(self, page: QWidget) -> None:
        if page is self.page:
            self.desk.close()
