import threading
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPixmap
from PySide6.QtWidgets import QApplication

from lookalike.gui.grid.likeness import Likeness
from lookalike.gui.panels.large_photo import LargePhoto, PhotoGlance, reduction
from lookalike.gui.panels.photo_stage import Pixels
from lookalike.gui.panels.photo_view import PhotoView
from lookalike.gui.tasks import Tasks
from lookalike.library.facts_sheet import Fact, FactGroup, FactName, FactsSheet
from lookalike.photos import Photo, PhotoFacts, PhotoFile, PhotoId, PhotoState


class Album:
    """Loads photos when the test opens their door."""

    def __init__(self) -> None:
        self.doors = {number: threading.Event() for number in (1, 2, 3)}
        self.asked: list[tuple[int, int]] = []

    def load(self, photo_id: PhotoId, longest_side_px: int) -> LargePhoto:
        assert threading.current_thread() is not threading.main_thread()
        assert longest_side_px >= 480
        assert self.doors[photo_id].wait(10)
        self.asked.append((photo_id, longest_side_px))
        if photo_id == 3:  # larger than any screen
            side_px = min(longest_side_px, 6000)
            pixels = np.full((side_px // 2, side_px, 3), 77, np.uint8)
            return LargePhoto(photo(3, 6000, 3000), pixels)
        return LargePhoto(photo(photo_id), np.full((300, 400, 3), 100 * photo_id, np.uint8))


def photo(number: int, width: int = 400, height: int = 300) -> Photo:
    file = PhotoFile(Path(f"/photos/{number}.jpg"), 1, 1)
    facts = PhotoFacts(width, height, 1, "JPEG")
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
    assert view.detail == ("400 × 300  ·  1 byte  ·  82% similar, closer than 90% of random pairs")
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


def facts(photo_id: PhotoId) -> FactsSheet:
    assert threading.current_thread() is not threading.main_thread()
    return FactsSheet(((FactGroup.FILE, (Fact(FactName.NAME, f"<b>{photo_id}</b>.jpg"),)),))


@pytest.fixture
def full_view(qtbot, album: Album, tasks: Tasks, theme) -> PhotoView:
    made = PhotoView(album.load, tasks, theme, facts, can_mark=True)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    return made


def test_every_pixel_is_loaded_once_the_zoom_could_show_it(
    qtbot, view: PhotoView, album: Album, tasks: Tasks
) -> None:
    album.doors[3].set()
    large = PhotoGlance(PhotoId(3), photo(3, 6000, 3000))
    view.open_photo(large, has_before=False, has_after=False)
    qtbot.waitUntil(lambda: view.is_sharp and tasks.is_idle)
    screen_px = view.canvas.screen_px
    assert album.asked == [(3, screen_px)]
    assert view.canvas.screen_image.width() == screen_px
    qtbot.keyClick(view, Qt.Key.Key_1)
    assert view.canvas.pixels == Pixels.LOADING
    qtbot.waitUntil(lambda: view.canvas.pixels == Pixels.FULL)
    assert album.asked[1:] == [(3, 6000)]
    assert not view.canvas.wants_pixels
    assert view.zoom_text == "100%"


def test_a_photo_too_large_for_memory_is_held_smaller() -> None:
    assert reduction(QSize(6000, 4000), 100) == 1
    assert reduction(QSize(12_000, 9_000), 100) == 2
    assert reduction(QSize(30_000, 20_000), 100) == 3
    assert 30_000 * 20_000 / 3**2 <= 100e6


def test_the_photos_beside_are_there_when_they_are_stepped_to(
    qtbot, view: PhotoView, album: Album, tasks: Tasks
) -> None:
    for door in album.doors.values():
        door.set()
    view.open_photo(glance(1), has_before=False, has_after=True, beside=[PhotoId(2)])
    qtbot.waitUntil(lambda: view.is_sharp and tasks.is_idle)
    view.open_photo(glance(2), has_before=True, has_after=False, beside=[PhotoId(1)])
    assert view.is_sharp
    assert middle(view) == 200
    assert [photo_id for photo_id, _ in album.asked] == [1, 2]


def test_a_photo_that_is_on_its_way_is_not_asked_for_again(
    qtbot, view: PhotoView, album: Album, tasks: Tasks
) -> None:
    album.doors[1].set()
    view.open_photo(glance(1), has_before=False, has_after=True, beside=[PhotoId(2)])
    qtbot.waitUntil(lambda: view.is_sharp)
    view.open_photo(glance(2), has_before=True, has_after=False, beside=[PhotoId(1)])
    assert not view.is_sharp
    album.doors[2].set()
    qtbot.waitUntil(lambda: view.is_sharp and tasks.is_idle)
    assert [photo_id for photo_id, _ in album.asked] == [1, 2]


def test_the_zoom_is_told_and_begins_anew_with_each_photo(
    qtbot, view: PhotoView, album: Album
) -> None:
    for door in album.doors.values():
        door.set()
    view.open_photo(glance(1), has_before=False, has_after=True)
    assert view.zoom_text == "Fit · 100%"
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.zoom_text == "125%"
    with qtbot.waitSignal(view.step_wanted):
        qtbot.keyClick(view, Qt.Key.Key_Right)
    view.open_photo(glance(2), has_before=True, has_after=False)
    assert view.zoom_text == "Fit · 100%"


def test_ctrl_arrows_pan_and_do_not_step(qtbot, view: PhotoView, album: Album) -> None:
    album.doors[1].set()
    view.open_photo(glance(1), has_before=True, has_after=True)
    view.canvas.zoom_by(4)
    with qtbot.assertNotEmitted(view.step_wanted):
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert view.canvas.place.x > 0.5


def test_home_and_end_jump(qtbot, view: PhotoView, album: Album) -> None:
    album.doors[1].set()
    view.open_photo(glance(1), has_before=True, has_after=True)
    for key, place in ((Qt.Key.Key_Home, 0), (Qt.Key.Key_End, -1)):
        with qtbot.waitSignal(view.jump_wanted) as told:
            qtbot.keyClick(view, key)
        assert told.args == [place]


def test_marks_are_told_and_shown(qtbot, full_view: PhotoView, album: Album) -> None:
    album.doors[1].set()
    full_view.open_photo(glance(1), has_before=True, has_after=True, mark=False)
    assert (full_view._more.isChecked(), full_view._less.isChecked()) == (False, True)
    with qtbot.waitSignal(full_view.marked) as told:
        full_view._more.click()
    assert told.args == [1, True]
    assert (full_view._more.isChecked(), full_view._less.isChecked()) == (True, False)
    full_view.show_mark(None)
    assert not full_view._more.isChecked()


def test_the_sheet_opens_by_key_and_stays_for_the_next_photo(
    qtbot, full_view: PhotoView, album: Album
) -> None:
    for door in album.doors.values():
        door.set()
    full_view.open_photo(glance(1), has_before=True, has_after=True, position=(12, 3921))
    assert full_view.position == "12 of 3,921"
    assert full_view.sheet.isHidden()
    qtbot.keyClick(full_view, Qt.Key.Key_I)
    qtbot.waitUntil(lambda: full_view.sheet.text == "File\nName: <b>1</b>.jpg")
    full_view.open_photo(glance(2), has_before=True, has_after=True)
    qtbot.waitUntil(lambda: "2" in full_view.sheet.text)
    qtbot.keyClick(full_view, Qt.Key.Key_I)
    assert full_view.sheet.isHidden()


def test_its_keys_come_before_the_shortcuts_of_the_window(view: PhotoView) -> None:
    plain, alt = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
    for key, how, is_ours in (
        (Qt.Key.Key_Space, plain, True),
        (Qt.Key.Key_Plus, plain, True),
        (Qt.Key.Key_Left, alt, False),
        (Qt.Key.Key_Escape, plain, False),
    ):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, how)
        event.ignore()
        QApplication.sendEvent(view, event)
        assert event.isAccepted() == is_ours, key


def test_a_file_that_is_gone_is_told_over_the_picture(qtbot, tasks: Tasks, theme) -> None:
    made = PhotoView(lambda *_: LargePhoto(photo(1), None, "The file is gone."), tasks, theme)
    qtbot.addWidget(made)
    made.show()
    made.open_photo(glance(1), has_before=False, has_after=False)
    qtbot.waitUntil(lambda: made.trouble == "The file is gone.")
    assert not made.is_sharp


def test_it_fits_a_small_window(full_view: PhotoView, album: Album) -> None:
    album.doors[1].set()
    full_view.resize(640, 480)
    full_view.open_photo(glance(1), has_before=True, has_after=True, position=(12, 3921))
    full_view.toggle_sheet()
    assert full_view.minimumSizeHint().width() <= 640
    right = full_view._back.mapTo(full_view, full_view._back.rect().bottomRight())
    assert full_view.rect().contains(right)
