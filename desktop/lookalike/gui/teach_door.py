"""Where the page that teaches is opened from, and what leads out of it."""

from PySide6.QtCore import QObject, Signal

from lookalike.gui.catching_up import CatchingUp
from lookalike.gui.labels.label_desk import LabelDesk
from lookalike.gui.overlays import Overlays
from lookalike.gui.panels.message_bar import Message
from lookalike.gui.photo_desk import PhotoDesk
from lookalike.gui.teach.teach_desk import TeachDesk
from lookalike.gui.teach.teach_page import TeachPage
from lookalike.gui.undo_list import Act
from lookalike.library.teaching.taught import Suspect


class TeachDoor(QObject):
    """Signals:
    failed: carries an error.
    said: carries a Message.
    suggest_wanted: the person wants to be asked about photos.
    why_wanted: carries a PhotoId and a LabelId that are to be explained.
    """

    failed = Signal(object)
    said = Signal(object)
    suggest_wanted = Signal()
    why_wanted = Signal(object, object)

    def __init__(
        self,
        page: TeachPage,
        desk: TeachDesk,
        photos: PhotoDesk,
        labels: LabelDesk,
        overlays: Overlays,
    ) -> None:
        super().__init__()
        self.page = page
        self.desk = desk
        self._catching_up = CatchingUp(page, overlays, desk.refresh)
        photos.add_page(page, lambda: page.chosen)
        page.closed.connect(lambda: overlays.close(page))
        page.photo_wanted.connect(photos.view_photo)
        page.suggest_wanted.connect(self.suggest_wanted)
        page.suspects.why_wanted.connect(self._ask_why)
        page.copied.connect(lambda told: self.said.emit(Message(told, "done")))
        desk.failed.connect(self.failed)
        desk.relabelled.connect(labels.take_done)
        desk.kept.connect(self._tell_kept)
        labels.changed.connect(self.refresh)

    def open(self) -> None:
        """What was taught last is still there."""
        self._catching_up.open()

    def refresh(self) -> None:
        """Labels or photos are others."""
        self._catching_up.refresh()

    def _ask_why(self, suspect: Suspect) -> None:
        """For what the program would say; where that is none, for what the person said."""
        label = suspect.told or suspect.label
        self.why_wanted.emit(suspect.photo_id, label.id)

    def _tell_kept(self, told: str, act: Act) -> None:
        self.said.emit(Message(told, "done", (self.tr("Undo"), act.take_back)))
