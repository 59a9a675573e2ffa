import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication

from lookalike.gui.grid.contents import GridContents, Section
from lookalike.gui.grid.likeness import Likeness
from lookalike.gui.grid.photo_drag import dragged_ids
from lookalike.gui.grid.photo_grid import PhotoGrid
from lookalike.gui.grid.photo_list import PhotoRole
from lookalike.gui.grid.thumbnail_feed import Thumbnail, ThumbnailFeed
from lookalike.gui.grid.tile_parts import Part
from lookalike.gui.tasks import Tasks
from lookalike.photos import Photo, PhotoFile, PhotoId, PhotoState, Region

GREEN = (20, 200, 40)
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key
asked: set[int] = set()


def fetch(photo_id: PhotoId) -> Thumbnail:
    asked.add(photo_id)
    assert threading.current_thread() is not threading.main_thread()
    file = PhotoFile(Path(f"/photos/{'very' * 40}-long-{photo_id}.jpg"), 1, 1)
    pixels = np.empty((200, 300, 3), np.uint8)
    pixels[:] = GREEN
    unreadable = photo_id == 13
    return Thumbnail(Photo(photo_id, file, PhotoState.READY), None if unreadable else pixels)


@pytest.fixture
def grid(qtbot, tasks: Tasks, theme) -> Iterator[PhotoGrid]:
    asked.clear()
    feed = ThumbnailFeed(fetch, tasks)
    made = PhotoGrid(feed, theme)
    qtbot.addWidget(made)
    made.resize(800, 500)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    qtbot.waitUntil(lambda: tasks.is_idle)


def ids(count: int, first: int = 1) -> list[PhotoId]:
    return [PhotoId(number) for number in range(first, first + count)]


def middle(grid: PhotoGrid, row: int) -> QPoint:
    return grid.visualRect(grid.photos.index(row)).center()


def click(qtbot, grid: PhotoGrid, row: int, held: Qt.KeyboardModifier = NONE) -> None:
    qtbot.mouseClick(grid.viewport(), LEFT, held, middle(grid, row))


def press(qtbot, grid: PhotoGrid, row: int, held: Qt.KeyboardModifier = NONE) -> None:
    qtbot.mousePress(grid.viewport(), LEFT, held, middle(grid, row))


def release(qtbot, grid: PhotoGrid, row: int) -> None:
    qtbot.mouseRelease(grid.viewport(), LEFT, NONE, middle(grid, row))


def move(grid: PhotoGrid, place: QPoint, button: Qt.MouseButton = LEFT) -> None:
    at = QPointF(place)
    event = QMouseEvent(QEvent.Type.MouseMove, at, at, button, button, NONE)
    QApplication.sendEvent(grid.viewport(), event)


def drag_band(
    qtbot, grid: PhotoGrid, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = NONE
) -> None:
    qtbot.mousePress(grid.viewport(), LEFT, held, start)
    move(grid, end)
    qtbot.mouseRelease(grid.viewport(), LEFT, held, end)


def results(count: int = 8) -> GridContents:
    """With a stack under the second photo, a mark on the third, and a folded tail."""
    shown, tail = ids(count), ids(6, 100)
    return GridContents(
        (Section("", shown), Section("Less similar", tail, is_folded=True)),
        {photo_id: Likeness(0.8, 0.99) for photo_id in shown + tail},
        {PhotoId(2): ids(3, 200)},
        {PhotoId(3): True},
    )


def cell_image(grid: PhotoGrid, row: int) -> QImage:
    return grid.viewport().grab(grid.visualRect(grid.photos.index(row))).toImage()


def share_of(image: QImage, colour: QColor) -> float:
    every = [
        image.pixelColor(x, y) == colour
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    ]
    return sum(every) / len(every)


def test_a_tile_shows_the_whole_picture_in_its_shape(qtbot, grid: PhotoGrid) -> None:
    grid.show_photos(ids(3))
    qtbot.waitUntil(lambda: share_of(cell_image(grid, 0), QColor(*GREEN)) > 0.3)
    cell = grid.cell_size
    whole = 168 * 112 / (cell.width() * cell.height())  # 3:2 in a square of 168
    assert share_of(cell_image(grid, 0), QColor(*GREEN)) == pytest.approx(whole, abs=0.03)


def test_only_what_is_visible_is_fetched(qtbot, grid: PhotoGrid) -> None:
    grid.show_photos(ids(10_000))
    qtbot.waitUntil(lambda: grid.photos.photo(PhotoId(1)) is not None)
    qtbot.wait(250)  # the next page follows
    assert 20 < len(asked) < 40
    grid.choose(PhotoId(9000))
    qtbot.waitUntil(lambda: 9000 in asked)


def test_the_selection_is_ringed_in_the_accent(qtbot, grid: PhotoGrid, theme) -> None:
    grid.show_photos(ids(3))
    qtbot.waitUntil(lambda: share_of(cell_image(grid, 1), QColor(*GREEN)) > 0.3)
    accent = theme.colour("accent")
    assert share_of(cell_image(grid, 1), accent) == 0
    grid.setFocus()
    grid.choose(PhotoId(2))
    qtbot.waitUntil(lambda: share_of(cell_image(grid, 1), accent) > 0)
    assert share_of(cell_image(grid, 0), accent) == 0


def test_a_photo_without_a_picture_gets_a_place_of_its_own(qtbot, grid: PhotoGrid, theme) -> None:
    grid.show_photos([PhotoId(13)])
    qtbot.waitUntil(lambda: grid.photos.photo(PhotoId(13)) is not None)
    assert share_of(cell_image(grid, 0), theme.colour("placeholder")) > 0.3


def test_the_grid_fills_its_width_with_pictures_of_one_size(grid: PhotoGrid) -> None:
    for width in (640, 801, 1279):
        grid.resize(width, 400)
        cell = grid.cell_size.width()
        columns = grid.viewport().width() // cell
        assert cell >= 168 + 16
        assert grid.viewport().width() - columns * cell < columns + 1


def test_the_place_in_a_long_list_can_be_returned_to(grid: PhotoGrid) -> None:
    grid.show_photos(ids(10_000))
    grid.choose(PhotoId(9000))
    place = grid.place
    grid.show_photos(ids(5))
    assert grid.place == 0
    grid.show_photos(ids(10_000))
    grid.go_to_place(place)
    assert grid.place == place > 0


def test_the_wheel_with_ctrl_changes_the_size(qtbot, grid: PhotoGrid) -> None:
    grid.show_photos(ids(5))
    ctrl, none = Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.NoButton
    here = QPointF(50, 50)
    up = (QPoint(), QPoint(0, 120), none, ctrl, Qt.ScrollPhase.NoScrollPhase, False)
    with qtbot.waitSignal(grid.tile_size_changed) as told:
        QApplication.sendEvent(grid.viewport(), QWheelEvent(here, here, *up))
    assert told.args == [224]
    assert grid.chosen is None


def test_resizing_tiles_keeps_the_selection_in_view(qtbot, grid: PhotoGrid) -> None:
    grid.show_photos(ids(2000))
    grid.choose(PhotoId(1000))
    chosen = grid.photos.index_of(PhotoId(1000))
    for step in (1, 1, -1, -1, -1, -1):
        grid.zoom(step)
        qtbot.waitUntil(lambda: grid.viewport().rect().intersects(grid.visualRect(chosen)))
        assert grid.chosen == PhotoId(1000)


def test_the_neighbors_of_a_photo_end_with_the_list(grid: PhotoGrid) -> None:
    grid.show_photos(ids(3))
    assert grid.neighbor(PhotoId(1), -1) is None
    assert grid.neighbor(PhotoId(1), 1) == 2
    assert grid.neighbor(PhotoId(3), 1) is None
    assert grid.neighbor(PhotoId(99), 1) is None


def test_space_opens_the_chosen_photo(qtbot, grid: PhotoGrid) -> None:
    grid.show_photos(ids(3))
    grid.choose(PhotoId(2))
    with qtbot.waitSignal(grid.opened) as told:
        qtbot.keyClick(grid, Qt.Key.Key_Space)
    assert told.args == [2]


class Drag:
    """Stands in for QDrag, whose `exec` waits for a real mouse."""

    def __init__(self, source: PhotoGrid) -> None:
        self.source = source

    def setMimeData(self, mime: QMimeData) -> None:
        self.files = [url.toLocalFile() for url in mime.urls()]
        self.ids = dragged_ids(mime)

    def setPixmap(self, pixmap: QPixmap) -> None:
        self.pixmap = pixmap

    def exec(self, actions: Qt.DropAction) -> None:
        self.actions = actions


@pytest.fixture
def drags(monkeypatch: pytest.MonkeyPatch) -> list[Drag]:
    made: list[Drag] = []
    monkeypatch.setattr(
        "lookalike.gui.grid.photo_grid.QDrag", lambda grid: made.append(Drag(grid)) or made[-1]
    )
    return made


def test_photos_are_dragged_out_as_copies_and_never_moved(
    qtbot, grid: PhotoGrid, drags: list[Drag]
) -> None:
    grid.show_photos(ids(3))
    qtbot.waitUntil(lambda: grid.photos.photo(PhotoId(2)) is not None)
    grid.choose(PhotoId(2))
    grid.startDrag(Qt.DropAction.MoveAction)
    (drag,) = drags
    assert drag.actions == Qt.DropAction.CopyAction
    assert [Path(file).name[-6:] for file in drag.files] == ["-2.jpg"]


def test_a_drag_takes_all_that_is_selected(qtbot, grid: PhotoGrid, drags: list[Drag]) -> None:
    grid.show_photos(ids(6))
    qtbot.waitUntil(lambda: grid.photos.photo(PhotoId(5)) is not None)
    click(qtbot, grid, 1)
    click(qtbot, grid, 3, CTRL)
    press(qtbot, grid, 1)
    move(grid, middle(grid, 1) + QPoint(40, 0))
    (drag,) = drags
    assert drag.ids == [2, 4]
    assert len(drag.files) == 2
    assert grid.selected == [2, 4]
    release(qtbot, grid, 1)


def test_a_drag_of_another_photo_takes_that_one(qtbot, grid: PhotoGrid, drags: list[Drag]) -> None:
    grid.show_photos(ids(6))
    click(qtbot, grid, 1)
    press(qtbot, grid, 2)
    move(grid, middle(grid, 2) + QPoint(40, 0))
    assert [drag.ids for drag in drags] == [[3]]
    release(qtbot, grid, 2)


def test_a_right_click_asks_for_the_menu_of_a_photo_only(qtbot, grid: PhotoGrid) -> None:
    grid.show_photos(ids(1))
    places = []
    grid.menu_wanted.connect(places.append)
    on_it = grid.visualRect(grid.photos.index(0)).center()
    for where in (on_it, QPoint(790, 490)):
        told = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, where)
        QApplication.sendEvent(grid.viewport(), told)
    assert places == [on_it]


# --- selecting ------------------------------------------------------------------------------------


def test_clicks_select_as_in_any_file_manager(qtbot, grid: PhotoGrid) -> None:
    grid.show_photos(ids(8))
    click(qtbot, grid, 1)
    assert (grid.selected, grid.chosen) == ([2], 2)
    click(qtbot, grid, 4, CTRL)
    assert (grid.selected, grid.chosen) == ([2, 5], 5)
    click(qtbot, grid, 6, SHIFT)
    assert grid.selected == [5, 6, 7]
    click(qtbot, grid, 2, SHIFT)
    assert grid.selected == [3, 4, 5]
    click(qtbot, grid, 0, CTRL)
    click(qtbot, grid, 1, CTRL | SHIFT)
    assert grid.selected == [1, 2, 3, 4, 5]
    click(qtbot, grid, 3, CTRL)
    assert grid.selected == [1, 2, 3, 5]
    click(qtbot, grid, 1)
    assert grid.selected == [2]


def test_a_click_on_nothing_selects_nothing(qtbot, grid: PhotoGrid) -> None:
    grid.show_photos(ids(3))
    click(qtbot, grid, 1)
    qtbot.mouseClick(grid.viewport(), LEFT, NONE, QPoint(400, 450))
    assert (grid.selected, grid.chosen) == ([], None)


def test_other_buttons_leave_the_selection(qtbot, grid: PhotoGrid) -> None:
    grid.show_photos(ids(3))
    click(qtbot, grid, 1)
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.MiddleButton, NONE, middle(grid, 0))
    assert grid.selected == [2]


def test_a_right_click_keeps_a_selection_it_is_in(qtbot, grid: PhotoGrid) -> None:
    grid.show_photos(ids(8))
    click(qtbot, grid, 1)
    click(qtbot, grid, 2, SHIFT)
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.RightButton, NONE, middle(grid, 1))
    assert (grid.selected, grid.chosen) == ([2, 3], 2)
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.RightButton, NONE, middle(grid, 5))
    assert grid.selected == [6]


def test_a_rubber_band_selects_what_it_touches(qtbot, grid: PhotoGrid) -> None:
    grid.show_photos(ids(12))
    drag_band(qtbot, grid, QPoint(1, 1), middle(grid, 5))
    assert grid.selected == [1, 2, 5, 6]
    assert grid.chosen == 1
    cell = grid.visualRect(grid.photos.index(10))
    drag_band(qtbot, grid, cell.topLeft() + QPoint(1, 1), cell.center(), CTRL)
    assert grid.selected == [1, 2, 5, 6, 11]


def test_a_rubber_band_lets_go_of_what_it_leaves(qtbot, grid: PhotoGrid) -> None:
    grid.show_photos(ids(12))
    qtbot.mousePress(grid.viewport(), LEFT, NONE, QPoint(1, 1))
    move(grid, middle(grid, 5))
    move(grid, middle(grid, 0))
    assert grid.selected == [1]
    qtbot.mouseRelease(grid.viewport(), LEFT)


def test_a_rubber_band_scrolls_on_at_the_edge(qtbot, grid: PhotoGrid) -> None:
    grid.show_photos(ids(200))
    qtbot.mousePress(grid.viewport(), LEFT, NONE, QPoint(1, 1))
    move(grid, QPoint(780, 560))
    qtbot.waitUntil(lambda: grid.place > 300)
    qtbot.mouseRelease(grid.viewport(), LEFT)
    here = grid.place
    assert len(grid.selected) > 12
    qtbot.wait(60)
    assert grid.place == here


def test_the_keyboard_selects(qtbot, grid: PhotoGrid) -> None:
    grid.show_photos(ids(12))  # four in a line
    grid.choose(PhotoId(1))
    for key, held, selected in (
        (Key.Key_Right, NONE, [2]),
        (Key.Key_Down, SHIFT, [2, 3, 4, 5, 6]),
        (Key.Key_Left, SHIFT, [2, 3, 4, 5]),
        (Key.Key_End, CTRL, [2, 3, 4, 5]),
        (Key.Key_Space, CTRL, [2, 3, 4, 5, 12]),
        (Key.Key_Space, CTRL, [2, 3, 4, 5]),
        (Key.Key_Home, NONE, [1]),
        (Key.Key_End, SHIFT, ids(12)),
        (Key.Key_PageUp, NONE, [4]),
        (Key.Key_A, CTRL, ids(12)),
    ):
        qtbot.keyClick(grid, key, held)
        assert grid.selected == selected, (key, held)


def test_keys_that_mean_nothing_here_reach_the_window(qtbot, grid: PhotoGrid) -> None:
    grid.show_photos(ids(3))
    grid.choose(PhotoId(2))
    for key, held in ((Key.Key_Escape, NONE), (Key.Key_Left, ALT), (Key.Key_C, CTRL)):
        event = QKeyEvent(QEvent.Type.KeyPress, key, held)
        QApplication.sendEvent(grid, event)
        assert not event.isAccepted()
    assert grid.selected == [2]


def test_everything_is_selected_and_listed_at_once(qtbot, grid: PhotoGrid) -> None:
    grid.show_photos(ids(100_000))
    began = time.perf_counter()
    qtbot.keyClick(grid, Key.Key_A, CTRL)
    assert grid.selected == ids(100_000)
    assert time.perf_counter() - began < 0.5


def test_the_keyboard_keeps_its_photo_in_view(qtbot, grid: PhotoGrid) -> None:
    contents = GridContents(tuple(Section(f"Day {day}", ids(6, 10 * day)) for day in range(1, 30)))
    grid.show_contents(contents)
    grid.choose(PhotoId(10))
    for key in [Key.Key_Down] * 30 + [Key.Key_PageDown] * 3 + [Key.Key_Up] * 50:
        qtbot.keyClick(grid, key)
        heading_px = 40 if grid.place else 0  # sticks to the top, over the photos
        seen = grid.viewport().rect().adjusted(0, heading_px, 0, 0)
        assert seen.contains(grid.visualRect(grid.currentIndex()).center())
        assert grid.visualRect(grid.currentIndex()).top() >= heading_px
    assert grid.chosen == 10


def test_who_comes_by_keyboard_sees_where_they_are(qtbot, grid: PhotoGrid) -> None:
    grid.show_photos(ids(100))
    grid.go_to_place(300)
    grid.clearFocus()
    assert grid.chosen is None
    grid.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: grid.chosen is not None)
    assert grid.visualRect(grid.currentIndex()).top() >= 0
    assert grid.selected == [grid.chosen]


def test_the_focus_alone_chooses_nothing(grid: PhotoGrid) -> None:
    grid.show_photos(ids(100))
    grid.setFocus()
    assert grid.chosen is None


# --- headings -------------------------------------------------------------------------------------


def test_a_click_on_a_heading_unfolds_and_folds(qtbot, grid: PhotoGrid) -> None:
    grid.show_contents(results())
    assert 100 not in grid.photos.ids
    qtbot.mouseClick(grid.viewport(), LEFT, NONE, grid.heading_place(1))
    assert list(grid.photos.ids[-6:]) == ids(6, 100)
    qtbot.mouseClick(grid.viewport(), LEFT, NONE, grid.heading_place(1))
    assert 100 not in grid.photos.ids


def test_a_heading_is_reached_and_unfolded_by_keyboard(qtbot, grid: PhotoGrid, theme) -> None:
    grid.show_contents(results())
    grid.setFocus()
    grid.choose(PhotoId(8))
    heading = QRect(0, grid.heading_place(1).y() - 20, 300, 40)
    assert share_of(grid.viewport().grab(heading).toImage(), theme.colour("accent")) == 0
    qtbot.keyClick(grid, Key.Key_Down)
    assert share_of(grid.viewport().grab(heading).toImage(), theme.colour("accent")) > 0
    qtbot.keyClick(grid, Key.Key_Return)
    assert 100 in grid.photos.ids
    qtbot.keyClick(grid, Key.Key_Down)
    assert grid.selected == [100]
    qtbot.keyClick(grid, Key.Key_Up)
    qtbot.keyClick(grid, Key.Key_Left)
    assert 100 not in grid.photos.ids
    qtbot.keyClick(grid, Key.Key_Right)
    assert 100 in grid.photos.ids


def test_the_heading_above_a_photo_is_a_key_away(qtbot, grid: PhotoGrid) -> None:
    grid.show_contents(GridContents((Section("May", ids(6)), Section("June", ids(3, 50)))))
    grid.choose(PhotoId(5))
    qtbot.keyClick(grid, Key.Key_Up, ALT)
    qtbot.keyClick(grid, Key.Key_Return)
    assert grid.photos.ids == ids(3, 50)


def test_a_heading_sticks_to_the_top_and_is_pushed_off(grid: PhotoGrid) -> None:
    grid.show_contents(GridContents((Section("May", ids(30)), Section("June", ids(30, 50)))))
    grid.go_to_place(400)
    assert grid.heading_place(0).y() == 20
    assert not grid.indexAt(QPoint(60, 20)).isValid()
    june = grid.place + grid.heading_place(1).y() - 20
    grid.go_to_place(june - 30)
    assert grid.heading_place(0).y() == 10
    grid.go_to_place(june)
    assert grid.heading_place(1).y() == 20


def test_a_section_folded_from_its_middle_leaves_its_heading_in_sight(
    qtbot, grid: PhotoGrid
) -> None:
    grid.show_contents(GridContents((Section("May", ids(30)), Section("June", ids(90, 50)))))
    grid.go_to_place(700)
    qtbot.mouseClick(grid.viewport(), LEFT, NONE, grid.heading_place(0))
    assert grid.heading_place(0).y() == 20
    assert grid.photos.ids == ids(90, 50)


def test_an_unfolded_tail_shows_some_of_itself(qtbot, grid: PhotoGrid) -> None:
    grid.resize(800, grid.cell_size.height() * 2 + 60)
    grid.show_contents(results())
    qtbot.mouseClick(grid.viewport(), LEFT, NONE, grid.heading_place(1))
    first = grid.visualRect(grid.photos.index_of(PhotoId(100)))
    assert grid.viewport().rect().contains(first)


# --- stacks and marks -----------------------------------------------------------------------------


def test_the_badge_unfolds_a_stack_in_place(qtbot, grid: PhotoGrid) -> None:
    grid.show_contents(results())
    place = grid.part_place(PhotoId(2), Part.STACK)
    qtbot.mouseClick(grid.viewport(), LEFT, NONE, place)
    assert list(grid.photos.ids[:6]) == [1, 2, 200, 201, 202, 3]
    qtbot.mouseClick(grid.viewport(), LEFT, NONE, grid.part_place(PhotoId(2), Part.STACK))
    assert list(grid.photos.ids) == ids(8)


def test_photos_of_an_unfolded_stack_lie_on_one_ground(qtbot, grid: PhotoGrid, theme) -> None:
    grid.show_contents(results())
    grid.toggle_stack(PhotoId(2))
    ground = theme.colour("hover")
    shares = [share_of(cell_image(grid, row), ground) for row in range(6)]
    assert all(share > 0.1 for share in shares[1:5])
    assert shares[0] == shares[5] == 0


def test_folding_a_stack_goes_back_to_its_top(qtbot, grid: PhotoGrid) -> None:
    grid.show_contents(results())
    grid.choose(PhotoId(2))
    qtbot.keyClick(grid, Key.Key_S)
    grid.choose(PhotoId(201))
    qtbot.keyClick(grid, Key.Key_S)
    assert (grid.chosen, grid.selected) == (2, [2])
    assert 201 not in grid.photos.ids


def test_a_photo_is_chosen_out_of_a_folded_stack_and_tail(grid: PhotoGrid) -> None:
    grid.show_contents(results())
    for hidden in (PhotoId(201), PhotoId(103)):
        grid.choose(hidden)
        assert grid.chosen == hidden


def test_buttons_mark_more_and_less(qtbot, grid: PhotoGrid) -> None:
    grid.show_contents(results())
    told = []
    grid.marked.connect(lambda *mark: told.append(mark))
    for photo_id, part in ((1, Part.MORE), (1, Part.LESS), (3, Part.MORE)):
        move(grid, middle(grid, photo_id - 1), Qt.MouseButton.NoButton)
        place = grid.part_place(PhotoId(photo_id), part)
        qtbot.mouseClick(grid.viewport(), LEFT, NONE, place)
    assert told == [(1, True), (1, False), (3, True)]


def test_keys_mark_more_and_less(qtbot, grid: PhotoGrid) -> None:
    grid.show_contents(results())
    told = []
    grid.marked.connect(lambda *mark: told.append(mark))
    grid.choose(PhotoId(4))
    qtbot.keyClick(grid, Key.Key_Plus)
    qtbot.keyClick(grid, Key.Key_Minus)
    assert told == [(4, True), (4, False)]


def test_without_a_query_there_is_nothing_to_mark(qtbot, grid: PhotoGrid) -> None:
    grid.show_photos(ids(5))
    told = []
    grid.marked.connect(lambda *mark: told.append(mark))
    grid.choose(PhotoId(4))
    qtbot.keyClick(grid, Key.Key_Plus)
    qtbot.mouseClick(grid.viewport(), LEFT, NONE, grid.part_place(PhotoId(1), Part.MORE))
    assert told == []


def test_a_mark_is_seen_without_the_mouse(qtbot, grid: PhotoGrid, theme) -> None:
    grid.show_contents(results())
    accent = theme.colour("accent")
    assert share_of(cell_image(grid, 2), accent) > 0
    assert share_of(cell_image(grid, 3), accent) == 0


@dataclass
class Spot:
    region: Region
    heat: np.ndarray | None = None


@pytest.mark.parametrize("heat", [None, np.array([[0.0, 1.0], [0.0, 1.0]])])
def test_where_a_photo_matched_stays_bright(qtbot, grid: PhotoGrid, heat) -> None:
    grid.show_photos(ids(1))
    qtbot.waitUntil(lambda: share_of(cell_image(grid, 0), QColor(*GREEN)) > 0.3)
    grid.show_spots({PhotoId(1): Spot(Region(0.5, 0, 0.5, 1), heat)})
    picture, height = cell_image(grid, 0), grid.cell_size.height()
    left, right = (
        picture.pixelColor(picture.width() // 2 + away, height // 2 - 15) for away in (-50, 60)
    )
    assert left.green() < 150
    assert right.green() > 190
    grid.show_photos(ids(1))
    assert cell_image(grid, 0).pixelColor(picture.width() // 2 - 50, height // 2) == QColor(*GREEN)


# --- photos that come and go ----------------------------------------------------------------------


def test_photos_that_come_in_above_move_nothing_under_the_eyes(grid: PhotoGrid) -> None:
    grid.show_photos(ids(1000, 5000))
    grid.go_to_place(3000)
    seen = grid.indexAt(QPoint(60, 200)).data(PhotoRole.ID)
    y = grid.visualRect(grid.photos.index_of(seen)).top()
    for count in (4, 404, 1000):
        grid.refresh(ids(count) + ids(1000, 5000) + ids(count, 9000))
        assert grid.visualRect(grid.photos.index_of(seen)).top() == y
    grid.refresh(ids(1000, 5000))
    assert grid.place == 3000


def test_a_refresh_keeps_what_is_picked(grid: PhotoGrid, qtbot) -> None:
    grid.show_photos(ids(50, 100))
    click(qtbot, grid, 1)
    click(qtbot, grid, 4, CTRL)
    grid.refresh([PhotoId(1), *ids(50, 100)[::-1]])
    assert grid.selected == [104, 101]
    assert grid.chosen == 104


def test_a_large_selection_survives_a_new_order(grid: PhotoGrid) -> None:
    grid.show_photos(ids(20_000))
    grid.choose(PhotoId(7))
    grid.selectAll()
    grid.refresh([PhotoId(99_999), *ids(20_000)[::-1]])
    assert grid.selected == ids(20_000)[::-1]
    assert grid.chosen == 7


def test_where_the_chosen_photo_is_gone_the_next_is_chosen(grid: PhotoGrid) -> None:
    grid.show_photos(ids(9))
    grid.choose(PhotoId(4))
    grid.refresh([photo_id for photo_id in ids(9) if photo_id != 4])
    assert (grid.chosen, grid.selected) == (5, [5])
    grid.refresh([PhotoId(20), PhotoId(2), PhotoId(1)])
    assert (grid.chosen, grid.selected) == (2, [2])


def test_a_new_order_at_the_top_is_seen_from_its_top(grid: PhotoGrid) -> None:
    grid.show_photos(ids(1000))
    grid.refresh(ids(1000)[::-1])
    assert grid.place == 0


def test_other_photos_are_shown_from_the_top_with_nothing_picked(grid: PhotoGrid) -> None:
    grid.show_photos(ids(1000))
    grid.choose(PhotoId(900))
    grid.show_photos(ids(500))
    assert (grid.place, grid.chosen, grid.selected) == (0, None, [])


def test_a_narrower_grid_keeps_the_topmost_photo(grid: PhotoGrid) -> None:
    grid.show_photos(ids(1000))
    grid.go_to_place(5 * grid.cell_size.height())
    first = grid.indexAt(QPoint(60, 5)).data(PhotoRole.ID)
    for width in (640, 420, 800):
        grid.resize(width, 500)
        assert grid.viewport().rect().intersects(grid.visualRect(grid.photos.index_of(first)))


def test_more_is_asked_for_once_near_the_end(qtbot, grid: PhotoGrid) -> None:
    asked_for = []
    grid.more_wanted.connect(lambda: asked_for.append(True))
    grid.show_photos(ids(200))
    qtbot.wait(30)
    assert not asked_for
    for place in (10**6, 0, 10**6):
        grid.go_to_place(place)
        qtbot.wait(30)
    assert len(asked_for) == 1
    grid.refresh(ids(200))
    qtbot.wait(30)
    assert len(asked_for) == 1
    grid.refresh(ids(300))
    grid.go_to_place(10**6)
    qtbot.waitUntil(lambda: len(asked_for) == 2)


def test_nothing_more_is_asked_for_under_a_folded_heading(qtbot, grid: PhotoGrid) -> None:
    asked_for = []
    grid.more_wanted.connect(lambda: asked_for.append(True))
    grid.show_contents(results())
    qtbot.wait(30)
    assert not asked_for
    grid.toggle_section(1)
    qtbot.waitUntil(lambda: bool(asked_for))


# --- screen readers -------------------------------------------------------------------------------


def test_screen_readers_find_the_photos(qtbot, grid: PhotoGrid) -> None:
    grid.show_contents(results())
    qtbot.waitUntil(lambda: grid.photos.photo(PhotoId(3)) is not None)
    told = QAccessible.queryAccessibleInterface(grid)
    name = QAccessible.Text.Name
    assert (told.text(name), told.role()) == ("Photos", QAccessible.Role.List)
    assert told.childCount() == 8
    third = told.child(2)
    assert third.role() == QAccessible.Role.ListItem
    assert third.text(name).endswith("-3.jpg, 80% similar, more like this")
    assert third.rect().size() == grid.cell_size


def test_a_heading_is_announced(qtbot, grid: PhotoGrid, monkeypatch: pytest.MonkeyPatch) -> None:
    said = []
    monkeypatch.setattr(
        "lookalike.gui.grid.grid_surface.QAccessible.updateAccessibility",
        lambda event: said.append(event.message()),
    )
    grid.show_contents(results())
    grid.choose(PhotoId(8))
    qtbot.keyClick(grid, Key.Key_Down)
    qtbot.keyClick(grid, Key.Key_Return)
    assert [text.split(", ")[-1] for text in said] == ["folded", "unfolded"]
    assert all(text.startswith("Less similar, 6") for text in said)
