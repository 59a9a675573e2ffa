"""Where the page about layers is opened from, and what leads out of it."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from lookalike.gui.browsing import Browser
from lookalike.gui.layers.layers_desk import LayersDesk
from lookalike.gui.layers.layers_page import LayersPage
from lookalike.gui.overlays import Overlays
from lookalike.gui.photo_desk import PhotoDesk
from lookalike.gui.search_desk import SearchDesk
from lookalike.library.search.questions import UnitOfLayer
from lookalike.photos import PhotoId


class LayersDoor(QObject):
    """`failed` carries an error, `said` a Message."""

    failed = Signal(object)
    said = Signal(object)

    def __init__(
        self,
        page: LayersPage,
        desk: LayersDesk,
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
        photos.add_page(page, lambda: desk.photo_id)
        desk.opened.connect(self._show)
        desk.photo_wanted.connect(self.open_photo)
        desk.query_wanted.connect(self._ask)
        desk.failed.connect(self.failed)
        desk.said.connect(self.said)
        page.network_chosen.connect(self._choose_network)
        page.closed.connect(lambda: overlays.close(page))
        page.step_wanted.connect(self._step)
        overlays.closed.connect(self._tidy)

    def open_chosen(self) -> None:
        """Look at the chosen photo; of two that are chosen the second beside the first."""
        chosen, selected = self._photos.chosen, self._photos.selected
        if len(selected) == 2:
            self.desk.open_photo(selected[0], selected[1])
        elif chosen is not None:
            self.open_photo(chosen)

    def open_photo(self, photo_id: PhotoId) -> None:
        """Look at a photo, beside the one that was searched by."""
        self.desk.open_photo(photo_id, self._asked_by(photo_id))

    def take_library(self, ids: list[PhotoId]) -> None:
        """A photo that has left the library is not looked at any more."""
        here, photo_id, beside_id = set(ids), self.desk.photo_id, self.desk.beside_id
        if photo_id is None:
            return
        if photo_id not in here:
            self._overlays.close(self.page)
        elif beside_id is not None and beside_id not in here:
            self.desk.open_photo(photo_id)

    def _asked_by(self, photo_id: PhotoId) -> PhotoId | None:
        wanted = self._browser.place.query.question.wanted
        source = wanted[0].source if len(wanted) == 1 else None
        return PhotoId(source) if isinstance(source, int) and source != photo_id else None

    def _show(self) -> None:
        before, after = (self._photos.beside(self.desk.photo_id, step) for step in (-1, 1))
        self.page.show_steps(has_before=before is not None, has_after=after is not None)
        self._overlays.show(self.page)

    def _step(self, step: int) -> None:
        """Another photo, compared with the same one as before."""
        photo_id = self._photos.beside(self.desk.photo_id, step)
        if photo_id is not None:
            self._photos.choose(photo_id)
            self.desk.open_photo(photo_id, self.desk.beside_id)

    def _choose_network(self, at: int | None) -> None:
        if at is not None:
            self.desk.choose_network(at)
            return
        files = self.tr("Networks (*.onnx)")
        title = self.tr("Open a network to look into")
        file, _ = QFileDialog.getOpenFileName(self.page, title, filter=files)
        if file:
            self.desk.open_network(Path(file))

    def _ask(self, unit: UnitOfLayer) -> None:
        self._overlays.close_all()
        self._search.search_by_unit(unit)

    def _tidy(self, page: QWidget) -> None:
        if page is self.page:
            self.desk.close()
