import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from lookalike.gui.grid.likeness import Likeness
from lookalike.gui.panels.compare_page import CompareMode, ComparePage
from lookalike.gui.panels.compare_table import arranged
from lookalike.gui.panels.large_photo import LargePhoto, PhotoGlance
from lookalike.gui.panels.photo_canvas import CanvasPlace
from lookalike.gui.tasks import Tasks
from lookalike.photos import Photo, PhotoFacts, PhotoFile, PhotoId, PhotoState

BROKEN = PhotoId(4)


def photo(number: int) -> Photo:
    file = PhotoFile(Path(f"/photos/{number}.jpg"), 1000 * number, 1)
    facts = PhotoFacts(400 * number, 300 * number, 1, "JPEG") if number != BROKEN else None
    return Photo(PhotoId(number), file, PhotoState.READY, None, facts)


def load(photo_id: PhotoId, longest_side_px: int) -> LargePhoto:
    assert threading.current_thread() is not threading.main_thread()
    if photo_id == BROKEN:
        return LargePhoto(photo(photo_id), None, "4.jpg cannot be read: it is empty.")
    pixels = np.full((300 * photo_id, 400 * photo_id, 3), 50 * photo_id, np.uint8)
    return LargePhoto(photo(photo_id), pixels)


def alike(first: PhotoId, others: Sequence[PhotoId]) -> Mapping[PhotoId, Likeness]:
    return {other: Likeness((first * 10 + other) / 100, 0.9) for other in others}


@pytest.fixture
def page(qtbot, tasks: Tasks, theme) -> ComparePage:
    made = ComparePage(load, tasks, theme, alike)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    with qtbot.waitExposed(made):
        made.show()
    return made


def glances(*numbers: int) -> list[PhotoGlance]:
    return [PhotoGlance(PhotoId(number), photo(number)) for number in numbers]


@pytest.fixture
def compare(qtbot, page: ComparePage, tasks: Tasks):
    def open_photos(*numbers: int) -> ComparePage:
        page.open_photos(glances(*numbers))
        qtbot.waitUntil(lambda: tasks.is_idle)
        return page

    return open_photos


def press(qtbot, page: ComparePage, *keys: Qt.Key) -> None:
    """As the window's focus would send them."""
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget() or page, key)


def centre(page: ComparePage) -> tuple[int, int, int]:
    canvas = page.difference.canvas
    colour = canvas.grab().toImage().pixelColor(canvas.width() // 2, canvas.height() // 2)
    return colour.red(), colour.green(), colour.blue()


def test_each_photo_is_described_and_the_largest_is_marked(compare) -> None:
    page = compare(1, 2)
    first, second = page.panes
    assert first.detail == "400 × 300 (0.1 MP)  ·  1 kB"
    assert second.detail == "800 × 600 (0.5 MP)  ·  2 kB  ·  12% similar to A"
    assert (first.is_best, second.is_best) == (False, True)


def test_photos_of_one_size_are_not_marked(compare) -> None:
    page = compare(1, 1)
    assert not any(pane.is_best for pane in page.panes)


def test_zoom_and_place_go_together_until_they_are_unlinked(qtbot, compare) -> None:
    page = compare(1, 2)
    first, second = page.panes
    press(qtbot, page, Qt.Key.Key_Plus, Qt.Key.Key_Plus)
    qtbot.keyClick(page, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert first.stage.place == second.stage.place
    assert first.stage.place.zoom == pytest.approx(1.25**2)
    assert first.stage.place.x > 0.5
    press(qtbot, page, Qt.Key.Key_L, Qt.Key.Key_0)
    assert first.stage.place == CanvasPlace()
    assert not second.stage.place.is_fit
    press(qtbot, page, Qt.Key.Key_L)
    assert second.stage.place == CanvasPlace()


def test_arrows_and_tab_choose_the_photo_that_keys_mean(qtbot, page, compare) -> None:
    compare(1, 2, 3)
    assert page.focused_id == 1
    press(qtbot, page, Qt.Key.Key_Right)
    assert page.focused_id == 2
    press(qtbot, page, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert page.focused_id == 3
    press(qtbot, page, Qt.Key.Key_Right, Qt.Key.Key_Tab)
    assert page.focused_id == 2


def test_enter_and_delete_tell_of_the_chosen_photo_and_escape_closes(qtbot, compare) -> None:
    page = compare(1, 2)
    press(qtbot, page, Qt.Key.Key_Right)
    for key, signal in (
        (Qt.Key.Key_Return, page.open_wanted),
        (Qt.Key.Key_Delete, page.trash_wanted),
    ):
        with qtbot.waitSignal(signal) as told:
            press(qtbot, page, key)
        assert told.args == [2]
    with qtbot.waitSignal(page.closed):
        press(qtbot, page, Qt.Key.Key_Escape)


def test_its_keys_come_before_the_shortcuts_of_the_window(compare) -> None:
    page = compare(1, 2)
    plain = Qt.KeyboardModifier.NoModifier
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Escape, Qt.Key.Key_1, Qt.Key.Key_D):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, plain)
        event.ignore()
        QApplication.sendEvent(page.panes[0], event)
        assert event.isAccepted(), key


def test_swap_makes_the_chosen_photo_the_first(qtbot, tasks: Tasks, compare) -> None:
    page = compare(1, 2, 3)
    press(qtbot, page, Qt.Key.Key_Left, Qt.Key.Key_X)
    assert page.photo_ids == [3, 2, 1]
    assert page.focused_id == 3
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert page.panes[2].detail.endswith("31% similar to A")
    assert "similar" not in page.panes[0].detail
    press(qtbot, page, Qt.Key.Key_X)
    assert page.photo_ids == [2, 3, 1]


def test_a_flicker_shows_one_after_the_other_in_the_same_place(qtbot, compare) -> None:
    page = compare(1, 2)
    press(qtbot, page, Qt.Key.Key_F)
    assert page.mode is CompareMode.FLICKER
    first, second = page.panes
    assert first.geometry() == second.geometry()
    seen = set()
    for _ in range(2):
        seen.add(page.focused_id)
        with qtbot.waitSignal(page._flicker.timeout):
            pass
        assert [pane.isVisible() for pane in page.panes].count(True) == 1
    assert seen == {1, 2}
    press(qtbot, page, Qt.Key.Key_F)
    assert first.isVisible()
    assert second.isVisible()
    assert not page._flicker.isActive()


def test_the_space_bar_turns_a_flicker_over_by_hand(qtbot, compare) -> None:
    page = compare(1, 2)
    press(qtbot, page, Qt.Key.Key_Space)
    assert (page.mode, page.focused_id) == (CompareMode.FLICKER, 2)
    assert not page._flicker.isActive()
    press(qtbot, page, Qt.Key.Key_Space)
    assert page.focused_id == 1


def test_the_difference_is_amplified_and_told(qtbot, tasks: Tasks, compare) -> None:
    page = compare(1, 2, 3)
    press(qtbot, page, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: "A − B" in page.difference.note)
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert "100% of the pixels differ visibly, 50.0 of 255" in page.difference.note
    assert "Aligned by size only." in page.difference.note
    assert centre(page) == (200, 200, 200)
    press(qtbot, page, Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketLeft)
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert centre(page) == (50, 50, 50)
    press(qtbot, page, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: "A − C" in page.difference.note)
    press(qtbot, page, Qt.Key.Key_H)
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert len(set(centre(page))) == 3


def test_the_place_goes_along_into_the_difference_and_back(qtbot, tasks, compare) -> None:
    page = compare(1, 2)
    press(qtbot, page, Qt.Key.Key_Plus)
    press(qtbot, page, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert page.difference.canvas.place == page.panes[0].stage.place
    press(qtbot, page, Qt.Key.Key_Plus, Qt.Key.Key_S)
    assert page.panes[1].stage.place.zoom == pytest.approx(1.25**2)


def test_a_broken_file_says_so_in_its_place_and_in_the_difference(qtbot, compare) -> None:
    page = compare(1, 4)
    trouble = "4.jpg cannot be read: it is empty."
    assert page.panes[1].stage.trouble == trouble
    press(qtbot, page, Qt.Key.Key_D)
    assert page.difference.note == trouble


def test_a_photo_that_is_gone_leaves_and_the_last_but_one_closes(qtbot, compare) -> None:
    page = compare(1, 2, 3)
    press(qtbot, page, Qt.Key.Key_Right)
    page.remove_photo(PhotoId(2))
    assert page.photo_ids == [1, 3]
    assert page.focused_id == 3
    with qtbot.waitSignal(page.closed):
        page.remove_photo(PhotoId(3))


def test_other_photos_can_be_compared_after_these(qtbot, tasks: Tasks, compare) -> None:
    page = compare(1, 2, 3)
    press(qtbot, page, Qt.Key.Key_X, Qt.Key.Key_D)
    compare(3, 4)
    assert (page.mode, page.photo_ids, page.focused_id) == (CompareMode.SIDE_BY_SIDE, [3, 4], 3)
    page.close_photos()
    assert page.photo_ids == []


def test_it_fits_a_small_window(compare) -> None:
    page = compare(1, 2, 3, 4)
    page.resize(640, 480)
    assert page.minimumSizeHint().width() <= 640
    right = page._back.mapTo(page, page._back.rect().bottomRight())
    assert page.rect().contains(right)


def test_two_are_beside_each_other_and_four_in_a_square() -> None:
    wide, square = QSize(1600, 900), QSize(800, 800)
    assert arranged(2, square) == [QRect(0, 0, 400, 800), QRect(400, 0, 400, 800)]
    assert [place.topLeft().toTuple() for place in arranged(4, wide)] == [
        (0, 0), (800, 0), (0, 450), (800, 450)
    ]  # fmt: skip
    assert {place.y() for place in arranged(3, wide)} == {0}
    assert arranged(3, square)[2] == QRect(0, 400, 800, 400)
