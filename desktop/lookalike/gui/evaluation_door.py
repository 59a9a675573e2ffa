"""Where the page that evaluates is opened from, and what leads out of it."""

from PySide6.QtCore import QObject, Signal

from lookalike.gui.catching_up import CatchingUp
from lookalike.gui.evaluation.evaluation_desk import EvaluationDesk
from lookalike.gui.evaluation.evaluation_page import EvaluationPage
from lookalike.gui.evaluation.evaluation_view import EvaluatedWay
from lookalike.gui.labels.label_desk import LabelDesk
from lookalike.gui.overlays import Overlays
from lookalike.gui.panels.message_bar import Message
from lookalike.gui.photo_desk import PhotoDesk
from lookalike.gui.search_desk import SearchDesk
from lookalike.photos import PhotoId


class EvaluationDoor(QObject):
    """`failed` carries an error, `said` a Message."""

    failed = Signal(object)
    said = Signal(object)

    def __init__(
        self,
        page: EvaluationPage,
        desk: EvaluationDesk,
        photos: PhotoDesk,
        search: SearchDesk,
        labels: LabelDesk,
        overlays: Overlays,
    ) -> None:
        super().__init__()
        self.page = page
        self.desk = desk
        self._search = search
        self._catching_up = CatchingUp(page, overlays, desk.refresh)
        photos.add_page(page, lambda: page.chosen)
        page.closed.connect(lambda: overlays.close(page))
        page.photo_wanted.connect(photos.view_photo)
        page.query_wanted.connect(self._search_by)
        page.copied.connect(lambda told: self.said.emit(Message(told, "done")))
        desk.failed.connect(self.failed)
        labels.changed.connect(self.refresh)

    def open(self) -> None:
        """What was evaluated last is still there."""
        self._catching_up.open()

    def refresh(self) -> None:
        """Labels or photos are others."""
        self._catching_up.refresh()

    def _search_by(self, photo_id: PhotoId, way: EvaluatedWay) -> None:
        """As it was evaluated, among all photos."""
        told = way.evaluation
        self._search.search_in(photo_id, told.space, told.metric)
