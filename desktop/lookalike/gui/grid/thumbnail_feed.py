"""Brings thumbnails for what is being painted: newest request first, off the GUI thread."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap

from lookalike.gui.tasks import Tasks
from lookalike.gui.visuals.array_image import CORNER_PX, array_image, fitted, rounded
from lookalike.photos import Photo, PhotoId

_MOST_RUNNING = 3
_MOST_WANTED = 1024


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """What a worker brings: the photo's facts, and its picture unless it cannot be read."""

    photo: Photo
    pixels: NDArray[np.uint8] | None


@dataclass(frozen=True, slots=True)
class _Kept:
    pixmap: QPixmap | None
    side_px: int


Fetch = Callable[[PhotoId], Thumbnail]


class ThumbnailFeed(QObject):
    """Answers `pixmap` from memory; what is not there is fetched and told by `arrived`."""

    arrived = Signal(object, object)

    def __init__(self, fetch: Fetch, tasks: Tasks, *, keep_bytes: int = 192 * 2**20) -> None:
        super().__init__()
        self._fetch = fetch
        self._tasks = tasks
        self._keep_bytes = keep_bytes
        self._kept: OrderedDict[PhotoId, _Kept] = OrderedDict()
        self._kept_bytes = 0
        self._side_px = 0
        self._device_ratio = 1.0
        self._page: list[PhotoId] = []
        self._wanted: dict[PhotoId, None] = {}
        self._running: dict[PhotoId, int] = {}
        self._era = 0
        # One paint asks photo by photo; together they are a page, to be filled from its top.
        self._page_ends = QTimer(self, singleShot=True, interval=0)
        self._page_ends.timeout.connect(self._queue_page)

    def set_size(self, side_px: int, device_ratio: float) -> None:
        """The square that pixmaps have to fill, in pixels of the screen after `device_ratio`."""
        self._side_px = round(side_px * device_ratio)
        self._device_ratio = device_ratio

    def pixmap(self, photo_id: PhotoId) -> QPixmap | None:
        """The thumbnail, perhaps of an earlier size, or None while it is fetched."""
        kept = self._kept.get(photo_id)
        if kept:
            self._kept.move_to_end(photo_id)
        if (not kept or kept.side_px != self._side_px) and photo_id not in self._running:
            self._page.append(photo_id)
            if not self._page_ends.isActive():
                self._page_ends.start()
        return kept.pixmap if kept else None

    def is_unreadable(self, photo_id: PhotoId) -> bool:
        """Whether it was fetched and there is no picture."""
        kept = self._kept.get(photo_id)
        return kept is not None and kept.pixmap is None

    def forget(self) -> None:
        """Drop everything, because files have changed; answers on the way are refused."""
        self._era += 1
        self._kept.clear()
        self._kept_bytes = 0
        self._wanted.clear()

    def _queue_page(self) -> None:
        for photo_id in reversed(self._page):
            self._wanted.pop(photo_id, None)
            self._wanted[photo_id] = None
        self._page.clear()
        while len(self._wanted) > _MOST_WANTED:
            del self._wanted[next(iter(self._wanted))]
        self._start_more()

    def _start_more(self) -> None:
        while self._wanted and len(self._running) < _MOST_RUNNING:
            photo_id, _ = self._wanted.popitem()
            if photo_id not in self._running:
                self._running[photo_id] = self._era
                self._start(photo_id)

    def _start(self, photo_id: PhotoId) -> None:
        fetch, side_px, ratio = self._fetch, self._side_px, self._device_ratio

        def bring() -> tuple[Photo, QImage | None]:
            found = fetch(photo_id)
            if found.pixels is None:
                return found.photo, None
            image = fitted(array_image(found.pixels), QSize(side_px, side_px))
            return found.photo, rounded(image, CORNER_PX * ratio)

        self._tasks.start(
            lambda _: bring(),
            done=lambda brought: self._keep(photo_id, side_px, *brought),
            failed=lambda _: self._keep(photo_id, side_px, None, None),
        )

    def _keep(
        self, photo_id: PhotoId, side_px: int, photo: Photo | None, image: QImage | None
    ) -> None:
        if self._running.pop(photo_id) != self._era:
            self._wanted[photo_id] = None
            self._start_more()
            return
        self._drop(photo_id)
        pixmap = None if image is None else QPixmap.fromImage(image)
        self._kept[photo_id] = _Kept(pixmap, side_px)
        self._kept_bytes += _size_bytes(pixmap)
        while self._kept_bytes > self._keep_bytes and len(self._kept) > 1:
            self._drop(next(iter(self._kept)))
        self.arrived.emit(photo_id, photo)
        self._start_more()

    def _drop(self, photo_id: PhotoId) -> None:
        kept = self._kept.pop(photo_id, None)
        if kept:
            self._kept_bytes -= _size_bytes(kept.pixmap)


def _size_bytes(pixmap: QPixmap | None) -> int:
    return 64 if pixmap is None else pixmap.width() * pixmap.height() * 4
