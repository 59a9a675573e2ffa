"""What a person does with the chosen photos besides searching: look, compare, copy, open."""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from lookalike.gui.grid.photo_grid import PhotoGrid
from lookalike.gui.overlays import Overlays
from lookalike.gui.panels.compare_page import MOST_PHOTOS, ComparePage
from lookalike.gui.panels.large_photo import PhotoGlance
from lookalike.gui.panels.message_bar import Message
from lookalike.gui.panels.photo_view import PhotoView
from lookalike.gui.photo_files import (
    copy_files,
    copy_image,
    open_file,
    picture_to_copy,
    show_in_folder,
)
from lookalike.gui.tasks import Tasks
from lookalike.library.library import Library
from lookalike.photos import Photo, PhotoId

_MOST_COPIED = 1000


class PhotoDesk(QObject):
    """Opens the large view and the comparison over the grid. `said` carries a Message."""

    said = Signal(object)

    def __init__(
        self,
        library: Library,
        grid: PhotoGrid,
        view: PhotoView,
        compare: ComparePage,
        overlays: Overlays,
        tasks: Tasks,
    ) -> None:
        super().__init__()
        self._library = library
        self._grid = grid
        self._view = view
        self._compare = compare
        self._overlays = overlays
        self._tasks = tasks
        self._beside: list[PhotoId] = []
        self._pages: dict[QWidget, Callable[[], PhotoId | None]] = {
            view: lambda: view.photo_id,
            compare: lambda: compare.focused_id,
        }
        grid.opened.connect(self.view_photo)
        view.closed.connect(lambda: overlays.close(view))
        view.step_wanted.connect(self._step)
        view.jump_wanted.connect(self._jump)
        compare.closed.connect(lambda: overlays.close(compare))
        compare.open_wanted.connect(self.view_photo)
        overlays.closed.connect(self._tidy)

    # --- which photos are meant ---------------------------------------------------------------

    @property
    def chosen(self) -> PhotoId | None:
        """The photo that is open, or that the keyboard is on."""
        top = self._overlays.top
        if top is None:
            return self._grid.chosen
        return self._pages[top]() if top in self._pages else None

    @property
    def selected(self) -> list[PhotoId]:
        """All that are chosen, in the order of the grid."""
        if self._overlays.top:
            return [self.chosen] if self.chosen is not None else []
        return self._grid.selected

    @property
    def selected_count(self) -> int:
        """How many that are; cheap for any number of them."""
        return len(self.selected) if self._overlays.top else self._grid.picking.count

    @property
    def listed(self) -> list[PhotoId]:
        """What a list is made of: the chosen photos where there are several, else all shown."""
        selected = self.selected
        return selected if len(selected) > 1 else list(self._grid.photos.ids)

    @property
    def similarities(self) -> dict[PhotoId, float]:
        """Of the photos shown and the query, where there is one."""
        told = {photo_id: self._grid.photos.likeness(photo_id) for photo_id in self.listed}
        return {photo_id: likeness.similarity for photo_id, likeness in told.items() if likeness}

    def add_page(self, page: QWidget, photo_id: Callable[[], PhotoId | None]) -> None:
        """One more page over the grid that shows a photo."""
        self._pages[page] = photo_id

    def beside(self, photo_id: PhotoId | None, step: int) -> PhotoId | None:
        """The photo so many steps further in the grid."""
        return None if photo_id is None else self._grid.neighbor(photo_id, step)

    def choose(self, photo_id: PhotoId) -> None:
        """Choose a photo in the grid, which may lie under a page."""
        self._grid.choose(photo_id)

    # --- looking ------------------------------------------------------------------------------

    def view_photo(self, photo_id: PhotoId) -> None:
        """Show a photo large, in place of the grid."""
        row, ids = self._grid.photos.row_of(photo_id), self._grid.photos.ids
        after, before = (self._grid.neighbor(photo_id, step) for step in (1, -1))
        self._beside = [each for each in (after, before) if each is not None]
        self._view.open_photo(
            self._glance(photo_id),
            has_before=before is not None,
            has_after=after is not None,
            position=None if row is None else (row + 1, len(ids)),
            beside=self._beside,
            mark=self._grid.photos.mark(photo_id),
        )
        self._overlays.show(self._view)

    def view_chosen(self) -> None:
        if self._grid.chosen is not None:
            self.view_photo(self._grid.chosen)

    def compare_selected(self) -> None:
        """Side by side."""
        selected = self._grid.selected
        if not 2 <= len(selected) <= MOST_PHOTOS:
            self.said.emit(Message(self.tr("Choose two to four photos to compare them.")))
            return
        self._compare.open_photos([self._glance(photo_id) for photo_id in selected])
        self._overlays.show(self._compare)

    def take_library(self, ids: Sequence[PhotoId]) -> None:
        """Photos that have left the library leave the large view and the comparison too."""
        here = set(ids)
        for photo_id in self._compare.photo_ids:
            if photo_id not in here:
                self._compare.remove_photo(photo_id)
        if self._view.photo_id is not None and self._view.photo_id not in here:
            self._look_further(here)

    def _look_further(self, here: Collection[PhotoId]) -> None:
        """Who throws photos away while walking through them goes on with the next one."""
        left = next((each for each in self._beside if each in here), None)
        if left is None or self._compare.photo_ids:
            self._overlays.close(self._view)
        else:
            self._go_to(left)

    def _glance(self, photo_id: PhotoId) -> PhotoGlance:
        photos = self._grid.photos
        return PhotoGlance(
            photo_id,
            photos.photo(photo_id),
            self._grid.feed.pixmap(photo_id),
            photos.likeness(photo_id),
        )

    def _step(self, step: int) -> None:
        photo_id, photos = self._view.photo_id, self._grid.photos
        if photo_id is None:
            return
        if photos.row_of(photo_id) is None:  # as in a filter by a label that was taken off it
            self._look_further(set(photos.ids))
        else:
            self._go_to(self._grid.neighbor(photo_id, step))

    def _jump(self, end: int) -> None:
        ids = self._grid.photos.ids
        self._go_to(ids[end] if ids else None)

    def _go_to(self, photo_id: PhotoId | None) -> None:
        if photo_id is not None:
            self._grid.choose(photo_id)
            self.view_photo(photo_id)

    def _tidy(self, page: QWidget) -> None:
        if page is self._view:
            self._view.close_photo()
        elif page is self._compare:
            self._compare.close_photos()

    # --- for other programs -------------------------------------------------------------------

    def copy(self) -> None:
        """The files of the chosen photos, to the clipboard."""
        self._with_photos(self._copy)

    def copy_image(self) -> None:
        """The picture itself, for programs that take no files."""
        chosen, library = self.chosen, self._library
        if chosen is not None:
            self._tasks.start(
                lambda _: picture_to_copy(library, library.photo(chosen).path), done=copy_image
            )

    def open_file(self) -> None:
        """With the program that the system opens such files with."""
        self._with_chosen(lambda photo: self._tell_unopened(photo.path, open_file(photo.path)))

    def show_in_folder(self) -> None:
        self._with_chosen(lambda photo: show_in_folder(photo.path))

    def _copy(self, photos: Sequence[Photo]) -> None:
        copy_files([photo.path for photo in photos])
        if len(self.selected) > len(photos):
            told = self.tr("Only the first %Ln photo(s) were copied.", "", len(photos))
            self.said.emit(Message(told, "warning"))

    def _tell_unopened(self, path: Path, is_opened: bool) -> None:
        if not is_opened:
            told = self.tr("No program opens {name}.").format(name=path.name)
            self.said.emit(Message(told, "warning"))

    def _with_chosen(self, act: Callable[[Photo], object]) -> None:
        chosen, library = self.chosen, self._library
        if chosen is not None:
            self._tasks.start(lambda _: library.photo(chosen), done=act)

    def _with_photos(self, act: Callable[[Sequence[Photo]], object]) -> None:
        ids, library = self.selected[:_MOST_COPIED], self._library
        if ids:
            self._tasks.start(lambda _: library.photos(ids), done=act)
