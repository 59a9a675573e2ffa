from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from lookalike.gui.layers.input_view import InputPicture, InputView
from lookalike.gui.theme import Theme
from lookalike.library.drawing.heat import HeatMode
from lookalike.networks.receptive_field import ReceptiveField

LEFT = Qt.MouseButton.LeftButton
GREY = np.full((40, 40, 3), 128, np.uint8)
FIELD = ReceptiveField((20, 20), (10, 10), (5, 5))  # of each of four by four cells
VALUES = np.arange(16, dtype=np.float32).reshape(4, 4)
VIEW = InputPicture(GREY, VALUES, field=FIELD, mode=HeatMode.OFF)


@pytest.fixture
def shown(qtbot, theme: Theme) -> InputView:
    """400 pixels square: ten for each of the picture's."""
    made = InputView(theme)
    qtbot.addWidget(made)
    made.resize(400, 400)
    made.show_view(VIEW)
    made.show()
    return made


@pytest.fixture
def hovered(shown: InputView) -> list[tuple[int, int] | None]:
    heard: list[tuple[int, int] | None] = []
    shown.cell_hovered.connect(heard.append)
    return heard


def painted(view: InputView, x: float, y: float) -> QColor:
    return QColor(view.grab().toImage().pixel(QPoint(round(x), round(y))))


def test_the_picture_is_square_in_the_middle_and_as_large_as_fits(shown):
    assert shown.picture_rect() == QRectF(0, 0, 400, 400)
    shown.resize(600, 400)
    assert shown.picture_rect() == QRectF(100, 0, 400, 400)
    shown.show_view(replace(VIEW, caption="Gradient"))
    assert shown.picture_rect().height() < 400
    assert shown.picture_rect().width() == shown.picture_rect().height()


def test_off_shows_the_picture_and_heat_covers_it(shown):
    assert painted(shown, 380, 380) == QColor(128, 128, 128)
    shown.show_view(replace(VIEW, mode=HeatMode.NEAREST))
    hot, cold = painted(shown, 380, 380), painted(shown, 20, 20)
    assert hot.red() - hot.blue() > 60
    assert cold.red() == cold.blue() < 128


def test_the_scale_may_be_that_of_the_layer(shown):
    shown.show_view(replace(VIEW, mode=HeatMode.NEAREST))
    own = painted(shown, 380, 380)
    shown.show_view(replace(VIEW, mode=HeatMode.NEAREST, top=60.0))
    assert painted(shown, 380, 380).lightness() < own.lightness()


def test_another_picture_takes_the_place_of_input_and_map(shown):
    blue = np.zeros((40, 40, 3), np.uint8)
    blue[..., 2] = 255
    shown.show_view(replace(VIEW, mode=HeatMode.SOFT, instead=blue, caption="Gradient"))
    assert painted(shown, 200, 200) == QColor(0, 0, 255)
    assert shown.accessibleDescription() == "Gradient"


def test_the_mouse_tells_the_cell_it_is_on(shown, hovered, hover):
    hover(shown, QPoint(250, 150))
    hover(shown, QPoint(255, 155))
    hover(shown, QPoint(350, 150))
    QApplication.sendEvent(shown, QEvent(QEvent.Type.Leave))
    assert hovered == [(1, 2), (1, 3), None]


def test_beside_the_picture_there_is_no_cell(shown, hovered, hover):
    shown.resize(600, 400)
    hover(shown, QPoint(50, 200))
    assert hovered == []
    hover(shown, QPoint(150, 50))
    assert hovered == [(0, 0)]


def test_without_a_map_there_are_no_cells(shown, hovered, qtbot, hover):
    for values in (None, np.zeros((0, 0))):
        shown.show_view(InputPicture(GREY, values))
        hover(shown, QPoint(250, 150))
        qtbot.mouseClick(shown, LEFT, pos=QPoint(250, 150))
        shown.grab()
    assert hovered == []


def test_a_click_chooses_a_cell(shown, qtbot):
    heard: list[tuple[int, int]] = []
    shown.cell_chosen.connect(lambda row, column: heard.append((row, column)))
    qtbot.mouseClick(shown, LEFT, pos=QPoint(350, 20))
    qtbot.mouseClick(shown, Qt.MouseButton.RightButton, pos=QPoint(20, 20))
    assert heard == [(0, 3)]


def test_what_a_cell_sees_is_framed_and_the_rest_dimmed(shown, hover):
    assert shown.field_rect((1, 2)) == QRectF(150, 50, 200, 200)
    hover(shown, QPoint(250, 150))
    assert painted(shown, 340, 150) == QColor(128, 128, 128)
    assert painted(shown, 380, 380).lightness() < 90
    assert painted(shown, 152, 150).lightness() > 200


def test_where_a_field_leaves_the_picture_there_is_no_line(shown, hover):
    assert shown.field_rect((0, 0)) == QRectF(-50, -50, 200, 200)
    hover(shown, QPoint(20, 20))
    assert painted(shown, 148, 20).lightness() > 200
    assert painted(shown, 1, 140) == QColor(128, 128, 128), "an open side"
    shown.resize(600, 400)
    ground = painted(shown, 20, 200)
    hover(shown, QPoint(120, 20))
    assert painted(shown, 51, 100) == ground, "nothing is drawn beside the picture"


def test_the_value_of_a_cell_is_told(shown):
    assert shown.cell_text((2, 1)).startswith("row 3, column 2  ·  9")
    assert "sees all" not in shown.cell_text((2, 1))
    shown.show_view(replace(VIEW, field=replace(FIELD, size=(90, 90))))
    assert shown.cell_text((2, 1)).endswith("sees all")


def test_a_marked_cell_has_the_colour_of_what_is_chosen(shown, theme):
    shown.show_view(replace(VIEW, marked=(1, 1)))
    edge = shown.cell_rect((1, 1))
    assert edge == QRectF(100, 100, 100, 100)
    assert painted(shown, 101, 150) == theme.colour("accent")
    shown.show_view(replace(VIEW, marked=(9, 9)))
    shown.grab()


def test_a_map_with_fewer_cells_forgets_the_one_under_the_mouse(shown, hovered, hover):
    hover(shown, QPoint(350, 350))
    shown.show_view(InputPicture(GREY, np.ones((2, 2), np.float32)))
    assert hovered == [(3, 3), None]


def test_an_old_picture_is_dimmed_once_a_newer_one_takes_its_time(shown, qtbot):
    shown.show_stale(True)
    assert shown.is_stale
    assert painted(shown, 200, 200) == QColor(128, 128, 128)
    qtbot.waitUntil(lambda: painted(shown, 200, 200) != QColor(128, 128, 128), timeout=2000)
    shown.show_view(VIEW)
    assert not shown.is_stale
    assert painted(shown, 200, 200) == QColor(128, 128, 128)


def test_the_picture_is_computed_once_and_not_at_every_paint(shown, monkeypatch):
    made: list[str] = []
    real = InputPicture.drawn_over
    monkeypatch.setattr(
        InputPicture, "drawn_over", lambda view, pixels: made.append("") or real(view, pixels)
    )
    shown.show_view(VIEW)
    for _ in range(3):
        shown.grab()
    assert len(made) == 1
    shown.resize(300, 300)
    shown.grab()
    assert len(made) == 2


def test_nothing_is_no_trouble(shown, hover):
    shown.show_view(None)
    hover(shown, QPoint(200, 200))
    shown.grab()
    assert shown.hovered is None
    assert shown.cell_rect((0, 0)) == QRectF()
    assert shown.field_rect((0, 0)) == QRectF()


def test_cells_are_where_the_network_looks(shown):
    """Padding at one end only: the first cell reaches further."""
    shown.show_view(replace(VIEW, field=ReceptiveField((20, 20), (10, 10), (9.5, 9.5))))
    assert shown.cell_rect((0, 0)) == QRectF(0, 0, 145, 145)
    assert shown.cell_rect((1, 1)).center() == QPointF(195, 195)
