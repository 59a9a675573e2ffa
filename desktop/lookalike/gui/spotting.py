"""Shows in the results of a search for a part of a picture where each of them matches."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from lookalike.gui.browsing import Place
from lookalike.gui.grid.photo_grid import PhotoGrid
from lookalike.gui.tasks import Task, Tasks
from lookalike.library.library import Library
from lookalike.library.search.localising import Spot, localise
from lookalike.library.search.questions import Question
from lookalike.photos import PhotoId
from lookalike.progress import Progress

# As many as are looked at; each takes some 20 ms.
_MOST = 200


class Spotting(QObject):
    """Spots come one by one, in the order of the results."""

    def __init__(self, library: Library, grid: PhotoGrid, tasks: Tasks) -> None:
        super().__init__()
        self._library = library
        self._grid = grid
        self._tasks = tasks
        self._task: Task | None = None
        self._question = Question()
        self._spots: dict[PhotoId, Spot] = {}

    def show_place(self, place: Place) -> None:
        """Look for spots where a part was searched by, and nowhere else."""
        if self._task:
            self._task.refuse()
            self._task = None
        question = place.query.question
        if question != self._question:
            self._question, self._spots = question, {}
        self._grid.show_spots(self._spots)
        if place.query.searches_by_part:
            wanted = [photo.id for photo in place.answer.photos[:_MOST]]
            self._look([photo_id for photo_id in wanted if photo_id not in self._spots])

    def _look(self, photo_ids: list[PhotoId]) -> None:
        library, question, show = self._library, self._question, self._show_for(self._question)

        def work(progress: Progress) -> None:
            for spot in localise(library, question, photo_ids, progress):
                show(spot)

        if photo_ids:
            self._task = self._tasks.start(work)

    def _show_for(self, question: Question) -> Callable[[Spot], None]:
        def keep(spot: Spot) -> None:
            if question is self._question:
                self._spots[spot.photo_id] = spot
                self._grid.show_spots(self._spots)

        return self._tasks.relay(keep)
