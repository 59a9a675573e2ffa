import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage

from lookalike.gui.layers.unit_grid import UnitGrid
from lookalike.gui.layers.unit_grid_view import UnitGridView, describe_units
from lookalike.gui.theme import Theme
from lookalike.library.drawing.unit_atlas import UnitOrder

LEFT = Qt.MouseButton.LeftButton


def maps(count: int, side: int = 4, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).uniform(0, 1, (count, side, side)).astype(np.float32)


def described(count: int, **how) -> UnitGridView:
    return describe_units(maps(count), is_signed=False, **how)


@pytest.fixture
def grid(qtbot, theme: Theme) -> UnitGrid:
    made = UnitGrid(theme)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


@pytest.fixture
def chosen(grid: UnitGrid) -> list[int]:
    heard: list[int] = []
    grid.unit_chosen.connect(heard.append)
    return heard


def middle(grid: UnitGrid, unit: int) -> QPoint:
    return grid.tile_rect(grid.view.place_of(unit)).center()


def painted(grid: UnitGrid, point: QPoint) -> QColor:
    return QColor(grid.viewport().grab().toImage().pixel(point))


def test_a_view_tells_each_unit_by_its_number():
    values = np.array([[[0.0, 2]], [[1, 5]], [[3, 3]]])
    share = np.array([0.1, 0.7, 0.2])
    view = describe_units(values, is_signed=False, order=UnitOrder.SHARE, share=share)
    assert view.units.tolist() == [1, 2, 0]
    assert view.maxima.tolist() == [2, 5, 3]
    assert view.means.tolist() == [1, 3, 3]
    assert view.place_of(2) == 1
    assert view.place_of(7) is None


def test_each_tile_shows_the_map_of_its_unit(grid):
    values = np.zeros((6, 2, 2), np.float32)
    values[4, 0, 1] = 1
    grid.show_view(describe_units(values, is_signed=False))
    rect = grid.tile_rect(4)
    lit = rect.center() + QPoint(rect.width() // 4, -rect.height() // 4)
    assert painted(grid, lit) == QColor("white")
    assert painted(grid, rect.center() - QPoint(rect.width() // 4, 0)) == QColor("black")
    assert painted(grid, grid.tile_rect(5).center()) == QColor("black")


def test_an_empty_grid_does_nothing(grid, qtbot, chosen):
    grid.step(1, 0)
    grid.zoom(True)
    qtbot.mouseClick(grid.viewport(), LEFT, pos=QPoint(50, 50))
    assert (chosen, grid.visible_units, grid.is_zoomed) == ([], [], False)
    grid.show_view(described(5))
    grid.show_view(None)
    assert grid.visible_units == []


def test_a_click_chooses_the_unit_whatever_the_order(grid, qtbot, chosen):
    grid.show_view(described(9, order=UnitOrder.MAXIMUM))
    qtbot.mouseClick(grid.viewport(), LEFT, pos=middle(grid, 3))
    qtbot.mouseClick(grid.viewport(), LEFT, pos=middle(grid, 3))
    assert chosen == [3], "told once"
    assert grid.chosen == 3


def test_what_is_chosen_elsewhere_is_not_told(grid, chosen):
    grid.show_view(described(9))
    grid.choose(5)
    assert (grid.chosen, chosen) == (5, [])
    grid.choose(99)
    assert grid.chosen is None


def test_the_chosen_unit_is_framed(grid, theme):
    grid.show_view(described(9))
    edge = grid.tile_rect(4).topLeft() + QPoint(10, -1)
    before = painted(grid, edge)
    grid.choose(4)
    assert painted(grid, edge) == theme.colour("accent") != before


def test_steps_go_through_the_order_in_which_units_are_shown(grid, chosen):
    grid.show_view(described(9, order=UnitOrder.MAXIMUM))
    order = grid.view.units.tolist()
    grid.step(1, 0)
    grid.step(1, 0)
    grid.step(1, 0)
    grid.step(-1, 0)
    assert chosen == [order[0], order[1], order[2], order[1]]


def test_a_step_scrolls_to_where_it_leads(grid):
    grid.show_view(described(900))
    grid.choose(0)
    assert grid.visible_units[0] == 0
    grid.step(0, 40)
    assert grid.chosen in grid.visible_units
    assert 0 not in grid.visible_units
    grid.step(0, -99)
    assert grid.verticalScrollBar().value() == 0


def test_the_chosen_unit_stays_with_another_photo_and_goes_with_another_layer(grid):
    grid.show_view(described(9))
    grid.choose(7)
    grid.zoom(True)
    grid.show_view(describe_units(maps(9, seed=1), is_signed=False, order=UnitOrder.MEAN))
    assert (grid.chosen, grid.is_zoomed) == (7, True)
    grid.show_view(described(5))
    assert (grid.chosen, grid.is_zoomed) == (None, False)


def test_another_order_keeps_the_chosen_unit_in_sight(grid):
    grid.show_view(described(900))
    grid.choose(3)
    grid.show_view(described(900, order=UnitOrder.MAXIMUM))
    assert 3 in grid.visible_units


def test_the_mouse_tells_what_it_is_on(grid, hover):
    heard: list[int | None] = []
    grid.show_view(described(9))
    hover(grid.viewport(), QPoint(1, 299))
    grid.unit_hovered.connect(heard.append)
    hover(grid.viewport(), middle(grid, 2))
    hover(grid.viewport(), middle(grid, 2) + QPoint(2, 0))
    hover(grid.viewport(), QPoint(1, 299))
    assert heard == [2, None]


def test_a_unit_is_told_in_words(grid):
    values = np.array([[[0.0, 2]], [[1, 5]]])
    grid.show_view(describe_units(values, is_signed=False, share=np.array([0.25, 0.75])))
    told = grid.unit_text(1)
    assert told.startswith("Unit 1  ·  maximum 5")
    assert told.endswith("75% of the match")
    grid.choose(1)
    assert grid.accessibleDescription() == told


def test_a_double_click_shows_one_unit_alone_and_then_all(grid, qtbot):
    heard: list[bool] = []
    grid.zoomed.connect(heard.append)
    grid.show_view(described(900))
    at = middle(grid, 3)
    qtbot.mouseClick(grid.viewport(), LEFT, pos=at)
    qtbot.mouseDClick(grid.viewport(), LEFT, pos=at)
    assert grid.is_zoomed
    assert grid.visible_units == [3]
    assert grid.verticalScrollBar().maximum() == 0
    grid.step(1, 0)
    assert grid.visible_units == [4]
    qtbot.mouseDClick(grid.viewport(), LEFT, pos=QPoint(200, 150))
    assert heard == [True, False]
    assert grid.verticalScrollBar().maximum() > 0


def test_a_unit_alone_fills_the_grid(grid):
    values = np.ones((400, 3, 3), np.float32)
    grid.show_view(describe_units(values, is_signed=False))
    grid.choose(5)
    grid.zoom(True)
    assert painted(grid, QPoint(200, 20)) == QColor("white")
    assert painted(grid, QPoint(200, 240)) == QColor("white")


def test_old_maps_are_dimmed_once_newer_ones_take_their_time(grid, qtbot):
    grid.show_view(describe_units(np.ones((4, 2, 2)), is_signed=False))
    at = middle(grid, 0)
    grid.show_stale(True)
    assert grid.is_stale
    assert painted(grid, at) == QColor("white"), "not at once: a quick answer does not flicker"
    qtbot.waitUntil(lambda: painted(grid, at) != QColor("white"), timeout=2000)
    grid.show_view(describe_units(np.ones((4, 2, 2)), is_signed=False))
    assert not grid.is_stale
    assert painted(grid, at) == QColor("white")


def test_patterns_take_the_place_of_maps_as_far_as_there_are_any(grid, theme):
    red = QImage(20, 10, QImage.Format.Format_RGB32)
    red.fill(QColor("red"))
    grid.show_view(described(9))
    grid.show_patterns({4: red})
    assert painted(grid, grid.tile_rect(4).center()) == QColor("red")
    assert painted(grid, grid.tile_rect(5).center()) == theme.colour("placeholder")
    top = grid.tile_rect(4).topLeft() + QPoint(5, 5)
    assert painted(grid, top) == theme.colour("placeholder"), "it keeps its shape"
    grid.show_patterns(None)
    assert painted(grid, grid.tile_rect(4).center()) != QColor("red")


def test_a_unit_can_be_marked(grid, theme):
    grid.show_view(describe_units(np.zeros((9, 2, 2)), is_signed=False))
    spot = grid.tile_rect(2).topRight() + QPoint(-6, 7)
    assert painted(grid, spot) == QColor("black")
    grid.mark({2})
    assert painted(grid, spot) == theme.colour("warning")


def test_it_leaves_the_keys_to_the_page(grid, qtbot):
    grid.show_view(described(900))
    grid.choose(0)
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert grid.verticalScrollBar().value() == 0
    assert grid.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_only_what_can_be_seen_is_painted(grid, monkeypatch):
    grid.show_view(described(1280))
    painted_units: list[int] = []
    monkeypatch.setattr(grid, "_paint_unit", lambda _p, _v, place, _r: painted_units.append(place))
    grid.viewport().grab()
    assert 0 < len(painted_units) == len(grid.visible_units) < 200


def test_it_fits_any_size(grid):
    grid.show_view(described(700))
    for width, height in ((300, 200), (1400, 900), (208, 160)):
        grid.resize(width, height)
        last = grid.tile_rect(grid.view.count - 1)
        assert last.right() < grid.viewport().width()
        grid.viewport().grab()
