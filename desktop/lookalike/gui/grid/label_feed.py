"""Brings the labels of what is being painted: a page at once, off the GUI thread."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from lookalike.gui.tasks import Tasks
from lookalike.photos import Label, PhotoId

_MOST_KEPT = 20_000

# To be called off the GUI thread; photos without a label may be left out.
ReadLabels = Callable[[Sequence[PhotoId]], Mapping[PhotoId, tuple[Label, ...]]]


class LabelFeed(QObject):
    """Answers `labels` from memory; what is not there is fetched and told by `arrived`.

    Labels that may have changed stay until they are read anew, so that nothing flickers.
    """

    arrived = Signal()

    def __init__(self, read: ReadLabels, tasks: Tasks) -> None:
        super().__init__()
        self._read = read
        self._tasks = tasks
        self._kept: dict[PhotoId, tuple[Label, ...]] = {}
        self._fresh: set[PhotoId] = set()
        self._page: dict[PhotoId, None] = {}
        self._is_reading = False
        self._era = 0
        # One paint asks photo by photo; together they are a page.
        self._page_ends = QTimer(self, singleShot=True, interval=0)
        self._page_ends.timeout.connect(self._read_page)

    def labels(self, photo_id: PhotoId) -> tuple[Label, ...]:
        """As far as they are known: perhaps those from before the last change."""
        if photo_id not in self._fresh:
            self._page[photo_id] = None
            if not self._page_ends.isActive():
                self._page_ends.start()
        return self._kept.get(photo_id, ())

    def forget(self) -> None:
        """Labels may have changed; answers on the way are refused."""
        self._era += 1
        self._fresh.clear()
        self.arrived.emit()

    def _read_page(self) -> None:
        if self._is_reading:
            return
        ids, era = [each for each in self._page if each not in self._fresh], self._era
        self._page.clear()
        if not ids:
            return
        self._is_reading = True
        self._tasks.start(
            lambda _: self._read(ids),
            done=lambda labels: self._keep(ids, era, labels),
            failed=lambda _: self._keep(ids, era, {}),
        )

    def _keep(
        self, ids: Sequence[PhotoId], era: int, labels: Mapping[PhotoId, tuple[Label, ...]]
    ) -> None:
        self._is_reading = False
        if era == self._era:
            if len(self._kept) > _MOST_KEPT:
                self._kept.clear()
                self._fresh.clear()
            self._kept.update((photo, labels.get(photo, ())) for photo in ids)
            self._fresh.update(ids)
            self.arrived.emit()
        else:  # those of them that are still to be seen
            self._page.update(dict.fromkeys(ids))
        self._read_page()
