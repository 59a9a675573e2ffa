"""Where the tour of the layers is begun from, and how the window is while it lasts."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from lookalike.gui.layers.demo_desk import DemoDesk
from lookalike.gui.layers.demo_page import DemoPage
from lookalike.gui.newest import Newest
from lookalike.gui.overlays import Overlays
from lookalike.gui.photo_desk import PhotoDesk
from lookalike.gui.tasks import Tasks
from lookalike.library.layers.touring import MOST_PHOTOS
from lookalike.library.library import Library
from lookalike.photos import PhotoId


class DemoDoor(QObject):
    """The window has the full screen meanwhile, and is as it was afterwards."""

    def __init__(
        self,
        library: Library,
        page: DemoPage,
        photos: PhotoDesk,
        overlays: Overlays,
        tasks: Tasks,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._library = library
        self.page = page
        self._photos = photos
        self._overlays = overlays
        self._window = window
        self.desk = DemoDesk(library, page, tasks)
        self._finding = Newest(tasks)
        self._before: Qt.WindowState | None = None
        page.closed.connect(lambda: overlays.close(page))
        overlays.closed.connect(self._tidy)

    def open_shown(self) -> None:
        """Through the photos of the grid, or those chosen in it, beginning with the one in hand."""
        ids = self._photos.listed
        chosen = self._photos.chosen
        if chosen in ids:
            at = ids.index(chosen)
            ids = [*ids[at:], *ids[:at]]
        self._open_ids(ids[:MOST_PHOTOS])

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Through these pictures, which need not be in the library; through its own if none."""
        if paths:
            self._show()
            self.desk.start(paths)
        else:
            self._open_ids(None)

    def _open_ids(self, ids: Sequence[PhotoId] | None) -> None:
        library = self._library

        def find() -> list[Path]:
            wanted = library.photo_ids()[:MOST_PHOTOS] if ids is None else ids
            return [photo.path for photo in library.photos(wanted)]

        self._show()
        self._finding.ask(lambda _: find(), done=self.desk.start)

    def _show(self) -> None:
        if self._before is None:
            self._before = self._window.windowState()
        self._overlays.show(self.page)
        self._window.setWindowState(self._before | Qt.WindowState.WindowFullScreen)

    def _tidy(self, page: QWidget) -> None:
        if page is self.page and self._before is not None:
            before, self._before = self._before, None
            self._finding.drop()
            self.desk.stop()
            self._window.setWindowState(before)
