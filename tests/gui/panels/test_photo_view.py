import threading
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap

from lookalike.gui.grid.likeness import Likeness
from lookalike.gui.panels.photo_view import LargePhoto, PhotoGlance, PhotoView
from lookalike.gui.tasks import Tasks
from lookalike.photos import Photo, PhotoFacts, PhotoFile, PhotoId, PhotoState


class Album:
    """Loads photos when the test opens their door."""

    def __init__(self) -> None:
        self.doors = {number: threading.Event() for number in (1, 2)}

    def load(self, photo_id: PhotoId, longest_side_px: int) -> LargePhoto:
        assert threading.current_thread() is not threading.main_thread()
        assert longest_side_px >= 480
        assert self.doors[photo_id].wait(10)
        return LargePhoto(photo(photo_id), np.full((300, 400, 3), 100 * photo_id, np.uint8))


def photo(number: int) -> Photo:
    file = PhotoFile(Path(f"/photos/{number}.jpg"), 1, 1)
    facts = PhotoFacts(400, 300, 1, "JPEG")
    return Photo(PhotoId(number), file, PhotoState.READY, None, facts)


@pytest.fixture
def album() -> Album:
    return Album()


@pytest.fixture
def view(qtbot, album: Album, tasks: Tasks, theme) -> PhotoView:
    made = PhotoView(album.load, tasks, theme)
    qtbot.addWidget(made)
    made.resize(640, 480)
    made.show()
    return made


def glance(number: int) -> PhotoGlance:
    preview = QPixmap(20, 15)
    preview.fill(Qt.GlobalColor.red)
    return PhotoGlance(PhotoId(number), photo(number), preview, Likeness(0.82, 0.9))


def middle(view: PhotoView) -> int:
    image = view.grab().toImage()
    return image.pixelColor(image.width() // 2, image.height() // 2).green()


def test_the_preview_shows_until_the_sharp_picture_is_there(
    qtbot, view: PhotoView, album: Album
) -> None:
    view.open_photo(glance(1), has_before=False, has_after=True)
    assert not view.is_sharp
    assert middle(view) == 0
    # The preview is a twentieth of the photo, and is drawn as large.
    beside = view.grab().toImage().pixelColor(view.width() // 2 + 150, view.height() // 2)
    assert beside == QColor(Qt.GlobalColor.red)
    assert view.detail == "400 × 300   82% similar, closer than 90% of random pairs"
    album.doors[1].set()
    qtbot.waitUntil(lambda: view.is_sharp)
    assert middle(view) == 100


def test_the_picture_of_a_photo_left_behind_is_refused(
    qtbot, view: PhotoView, album: Album, tasks: Tasks
) -> None:
    view.open_photo(glance(1), has_before=False, has_after=True)
    view.open_photo(glance(2), has_before=True, has_after=False)
    album.doors[2].set()
    qtbot.waitUntil(lambda: view.is_sharp)
    album.doors[1].set()
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert view.photo_id == 2
    assert middle(view) == 200


def test_keys_step_and_close(qtbot, view: PhotoView, album: Album) -> None:
    album.doors[1].set()
    view.open_photo(glance(1), has_before=True, has_after=True)
    for key, step in ((Qt.Key.Key_Left, -1), (Qt.Key.Key_Right, 1)):
        with qtbot.waitSignal(view.step_wanted) as told:
            qtbot.keyClick(view, key)
        assert told.args == [step]
    qtbot.waitUntil(lambda: view.is_sharp)
    with qtbot.waitSignal(view.closed):
        qtbot.keyClick(view, Qt.Key.Key_Space)
