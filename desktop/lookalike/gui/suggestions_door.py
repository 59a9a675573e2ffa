"""Where the page of suggested labels is opened from, and what leads out of it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from lookalike.gui.labels.label_desk import LabelDesk
from lookalike.gui.labels.label_words import LabelWords
from lookalike.gui.overlays import Overlays
from lookalike.gui.panels.message_bar import Message
from lookalike.gui.photo_desk import PhotoDesk
from lookalike.gui.suggestions.suggestions_desk import SuggestionsDesk
from lookalike.gui.suggestions.suggestions_page import SuggestionsPage
from lookalike.photos import LabelId, PhotoId


class SuggestionsDoor(QObject):
    """`failed` carries an error, `said` a Message.

    Signals:
        labels_changed: what photos are labelled as, or a living album, is another now.
        teach_wanted: the page that teaches is wanted.
    """

    failed = Signal(object)
    said = Signal(object)
    labels_changed = Signal()
    teach_wanted = Signal()

    def __init__(
        self,
        page: SuggestionsPage,
        desk: SuggestionsDesk,
        photos: PhotoDesk,
        labels: LabelDesk,
        overlays: Overlays,
    ) -> None:
        super().__init__()
        self.page = page
        self.desk = desk
        self._overlays = overlays
        photos.add_page(page, lambda: page.chosen)
        page.closed.connect(lambda: overlays.close(page))
        page.photo_wanted.connect(photos.view_photo)
        page.teach_wanted.connect(self.teach_wanted)
        desk.failed.connect(self.failed)
        desk.labels_changed.connect(self.labels_changed)
        desk.relabelled.connect(labels.take_done)
        labels.changed.connect(self.refresh)
        desk.undone.connect(self._tell_undone)
        overlays.closed.connect(self._tidy)

    def open(self, label: LabelId | None = None) -> None:
        """Ask about photos that may deserve one label, or any of them."""
        self._overlays.show(self.page)
        self.desk.open(label)

    def refresh(self) -> None:
        """Labels have changed elsewhere."""
        self.desk.refresh()

    def take_library(self, ids: Sequence[PhotoId]) -> None:
        """Photos that have left the library are not asked about any more."""
        self.desk.take_library(ids)

    def _tell_undone(self, act: str) -> None:
        self.said.emit(Message(LabelWords().undone(act), "done", leaves=True))

    def _tidy(self, page: QWidget) -> None:
        if page is self.page:
            self.desk.close()
