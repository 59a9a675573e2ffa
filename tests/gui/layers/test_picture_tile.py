import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from lookalike.gui.layers.picture_tile import PictureTile, TileView

RED = np.full((20, 40, 3), (200, 30, 30), np.uint8)
CHECKS = np.array([[[0] * 3, [255] * 3], [[255] * 3, [0] * 3]], np.uint8)


@pytest.fixture
def tile(qtbot, theme) -> PictureTile:
    made = PictureTile(theme, is_clickable=True)
    qtbot.addWidget(made)
    made.resize(80, 80)
    made.show()
    return made


def colour_at(tile: PictureTile, x: int, y: int) -> QColor:
    image = tile.grab().toImage()
    ratio = image.devicePixelRatio()
    return image.pixelColor(int(x * ratio), int(y * ratio))


def test_a_wide_picture_keeps_its_shape_in_the_middle(tile, theme) -> None:
    tile.show_view(TileView(RED))
    assert colour_at(tile, 40, 40) == QColor(200, 30, 30)
    assert colour_at(tile, 40, 10) == theme.colour("placeholder")


def test_numbers_are_enlarged_to_squares(tile) -> None:
    tile.show_view(TileView(CHECKS, is_pixelated=True))
    assert colour_at(tile, 38, 20) == QColor("black")
    assert colour_at(tile, 42, 20) == QColor("white")


def test_a_framed_place_is_drawn_where_it_lies(tile, theme) -> None:
    tile.show_view(TileView(np.full((40, 40, 3), 128, np.uint8), frame=(0.5, 0, 1, 0.5)))
    on_its_edge = colour_at(tile, 41, 20)
    assert on_its_edge.blue() > on_its_edge.red()
    assert colour_at(tile, 20, 60) == QColor(128, 128, 128)


def test_a_click_and_a_key_choose(qtbot, tile) -> None:
    tile.show_view(TileView(RED))
    with qtbot.waitSignal(tile.chosen, timeout=1000):
        qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(tile.chosen, timeout=1000):
        qtbot.keyClick(tile, Qt.Key.Key_Return)


def test_what_is_still_on_its_way_leads_nowhere(qtbot, tile) -> None:
    tile.show_view(TileView())
    with qtbot.assertNotEmitted(tile.chosen):
        qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert tile.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_letting_go_beside_the_tile_chooses_nothing(qtbot, tile) -> None:
    tile.show_view(TileView(RED))
    with qtbot.assertNotEmitted(tile.chosen):
        qtbot.mousePress(tile, Qt.MouseButton.LeftButton)
        qtbot.mouseRelease(tile, Qt.MouseButton.LeftButton, pos=tile.rect().bottomRight() * 2)


def test_a_tile_is_as_high_as_wide_and_its_lines(tile) -> None:
    assert tile.heightForWidth(96) == 96
    tile.show_view(TileView(RED, "a caption"))
    one = tile.heightForWidth(96)
    tile.show_view(TileView(RED, "a caption", "a note"))
    assert 96 < one < tile.heightForWidth(96)
    tile.setMaximumWidth(50)
    assert tile.heightForWidth(96) < 96


def test_names_of_files_are_shown_letter_by_letter(tile) -> None:
    tile.show_view(TileView(RED, tip="<b>x</b>.jpg\nvalue 3"))
    assert "&lt;b&gt;" in tile.toolTip()
    assert tile.accessibleName() == "<b>x</b>.jpg, value 3"
