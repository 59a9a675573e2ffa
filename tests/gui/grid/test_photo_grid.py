import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QImage, QPixmap, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication

from lookalike.gui.grid.photo_grid import PhotoGrid
from lookalike.gui.grid.photo_tile import TileShape
from lookalike.gui.grid.thumbnail_feed import Thumbnail, ThumbnailFeed
from lookalike.gui.tasks import Tasks
from lookalike.photos import Photo, PhotoFile, PhotoId, PhotoState

GREEN = (20, 200, 40)
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


def ids(count: int) -> list[PhotoId]:
    return [PhotoId(number) for number in range(1, count + 1)]


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
    cell = grid.gridSize()
    whole = 168 * 112 / (cell.width() * cell.height())  # 3:2 in a square of 168
    assert share_of(cell_image(grid, 0), QColor(*GREEN)) == pytest.approx(whole, abs=0.03)


def test_only_what_is_visible_is_fetched(qtbot, grid: PhotoGrid) -> None:
    grid.show_photos(ids(10_000))
    qtbot.waitUntil(lambda: grid.photos.photo(PhotoId(1)) is not None)
    qtbot.wait(50)
    assert len(asked) < 40
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
        cell = grid.gridSize().width()
        columns = grid.viewport().width() // cell
        assert cell >= 168 + 16
        assert grid.viewport().width() - columns * cell < columns + 1


def test_the_place_in_a_long_list_can_be_returned_to(qtbot, grid: PhotoGrid) -> None:
    grid.show_photos(ids(10_000))
    grid.choose(PhotoId(9000))
    qtbot.waitUntil(lambda: grid.place > 0)  # rows are laid out in batches
    place = grid.place
    grid.show_photos(ids(5))
    assert grid.place == 0
    grid.show_photos(ids(10_000))
    grid.go_to_place(place)
    qtbot.waitUntil(lambda: grid.place == place)


def test_who_scrolls_meanwhile_is_not_taken_elsewhere(qtbot, grid: PhotoGrid) -> None:
    grid.show_photos(ids(10_000))
    grid.choose(PhotoId(9000))
    grid.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderSingleStepAdd)
    here = grid.place
    everything = 10_000 // 4 * grid.gridSize().height() // 2
    qtbot.waitUntil(lambda: grid.verticalScrollBar().maximum() > everything)
    assert grid.place == here


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


def test_the_shape_of_a_cell_holds_picture_and_caption() -> None:
    cell = QRect(10, 20, 184, 208)
    shape = TileShape(QSize(184, 208), 20)
    box, caption = shape.box(cell), shape.caption(cell)
    assert cell.contains(box)
    assert cell.contains(caption)
    assert not box.intersects(caption)


class Drag:
    """Stands in for QDrag, whose `exec` waits for a real mouse."""

    def __init__(self, source: PhotoGrid) -> None:
        self.source = source

    def setMimeData(self, mime: QMimeData) -> None:
        self.files = [url.toLocalFile() for url in mime.urls()]

    def setPixmap(self, pixmap: QPixmap) -> None:
        self.pixmap = pixmap

    def exec(self, actions: Qt.DropAction) -> None:
        self.actions = actions


def test_photos_are_dragged_out_as_copies_and_never_moved(
    qtbot, grid: PhotoGrid, monkeypatch: pytest.MonkeyPatch
) -> None:
    drags: list[Drag] = []
    monkeypatch.setattr(
        "lookalike.gui.grid.photo_grid.QDrag", lambda grid: drags.append(Drag(grid)) or drags[-1]
    )
    grid.show_photos(ids(3))
    qtbot.waitUntil(lambda: grid.photos.photo(PhotoId(2)) is not None)
    grid.choose(PhotoId(2))
    grid.startDrag(Qt.DropAction.MoveAction)
    (drag,) = drags
    assert drag.actions == Qt.DropAction.CopyAction
    assert [Path(file).name[-6:] for file in drag.files] == ["-2.jpg"]
    assert max(drag.pixmap.width(), drag.pixmap.height()) == 96


def test_a_right_click_asks_for_the_menu_of_a_photo_only(qtbot, grid: PhotoGrid) -> None:
    grid.show_photos(ids(1))
    places = []
    grid.menu_wanted.connect(places.append)
    on_it = grid.visualRect(grid.photos.index(0)).center()
    for where in (on_it, QPoint(790, 490)):
        told = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, where)
        QApplication.sendEvent(grid.viewport(), told)
    assert places == [on_it]
