"""Where the page on why a photo deserves a label is opened from, and what leads out of it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from lookalike.gui.newest import Newest
from lookalike.gui.overlays import Overlays
from lookalike.gui.panels.message_bar import message_of
from lookalike.gui.photo_desk import PhotoDesk
from lookalike.gui.suggestions.why_label_page import WhyLabelPage
from lookalike.gui.tasks import Tasks
from lookalike.library.library import Library
from lookalike.library.teaching.taught import WhyLabel
from lookalike.library.teaching.teaching import taught
from lookalike.library.teaching.why_label import why_label
from lookalike.photos import LabelId, PhotoId
from lookalike.progress import Progress


class WhyLabelDoor(QObject):
    """What cannot be explained is said on the page."""

    def __init__(
        self,
        library: Library,
        page: WhyLabelPage,
        photos: PhotoDesk,
        overlays: Overlays,
        tasks: Tasks,
    ) -> None:
        super().__init__()
        self.page = page
        self._library = library
        self._overlays = overlays
        self._explaining = Newest(tasks)
        photos.add_page(page, lambda: page.stage.photo_id)
        page.closed.connect(lambda: overlays.close(page))
        page.photo_wanted.connect(photos.view_photo)
        overlays.closed.connect(self._tidy)

    def open(self, photo_id: PhotoId, label: LabelId) -> None:
        """Explain what speaks for a label on a photo, whether it has it or not."""
        self.page.show_waiting(photo_id)
        self._overlays.show(self.page)
        self._explaining.ask(
            lambda progress: explain(self._library, photo_id, label, progress),
            done=lambda told: self.page.show_why(*told),
            failed=lambda error: self.page.why.show_trouble(message_of(error).text),
        )

    def take_library(self, ids: Sequence[PhotoId]) -> None:
        """A photo that has left the library is not explained any more."""
        photo_id = self.page.stage.photo_id
        if photo_id is not None and photo_id not in ids:
            self._overlays.close(self.page)

    def _tidy(self, page: QWidget) -> None:
        if page is self.page:
            self._explaining.drop()
            self.page.stage.forget()


def explain(
    library: Library, photo_id: PhotoId, label: LabelId, progress: Progress
) -> tuple[WhyLabel, str]:
    """With what the method is called; any thread may ask. Raises as `why_label` does."""
    choice = taught(library)
    return why_label(library, photo_id, label, progress), choice.method if choice else ""
