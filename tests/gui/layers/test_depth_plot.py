import math

import pytest
from PySide6.QtCore import QPoint, Qt

from lookalike.gui.layers.depth_plot import DepthPlot, DepthView
from lookalike.gui.layers.veil import Veil

VIEW = DepthView(("stem", "blocks.0", "head"), (0.9, math.nan, 0.25), current=2)


@pytest.fixture
def plot(qtbot, theme) -> DepthPlot:
    made = DepthPlot(theme)
    qtbot.addWidget(made)
    made.resize(320, made.sizeHint().height())
    made.show()
    return made


def point_of(plot: DepthPlot, at: int) -> QPoint:
    area = plot._area
    return QPoint(round(area.left() + at / 2 * area.width()), round(area.center().y()))


def test_without_a_second_photo_it_says_what_to_do(plot) -> None:
    assert plot.note == "Choose a second photo to see where the two are alike."
    plot.show_view(VIEW)
    assert plot.note == ""
    plot.show_note("They cannot be compared.")
    assert plot.note == "They cannot be compared."


def test_the_current_layer_is_told_until_another_is_under_the_pointer(qtbot, plot) -> None:
    plot.show_view(VIEW)
    assert plot.readout == "head: 0.25"
    qtbot.mouseMove(plot, point_of(plot, 0))
    qtbot.waitUntil(lambda: plot.readout == "stem: 0.90")
    qtbot.mouseMove(plot, point_of(plot, 1))
    qtbot.waitUntil(lambda: plot.readout == "blocks.0: unknown")


def test_another_layer_becomes_the_current_one(plot) -> None:
    plot.show_view(VIEW)
    plot.show_current(0)
    assert plot.readout == "stem: 0.90"
    plot.show_current(None)
    assert plot.readout == ""


def test_a_click_chooses_the_nearest_layer(qtbot, plot) -> None:
    plot.show_view(VIEW)
    with qtbot.waitSignal(plot.layer_chosen, timeout=1000) as told:
        qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=point_of(plot, 1) + QPoint(30, 0))
    assert told.args == [1]


def test_a_plot_of_nothing_leads_nowhere(qtbot, plot) -> None:
    with qtbot.assertNotEmitted(plot.layer_chosen):
        qtbot.mouseClick(plot, Qt.MouseButton.LeftButton)
    assert plot.readout == ""


def test_alike_stands_above_unlike_on_either_scale(plot) -> None:
    plot.show_view(VIEW)
    assert plot._point(0).y() < plot._point(2).y()
    assert plot._y(0) == plot._area.bottom()
    plot.show_view(DepthView(("a", "b"), (0.0, -1.0), is_signed=True))
    assert plot._point(0).y() == pytest.approx(plot._area.center().y())
    assert plot._point(1).y() == plot._area.bottom()


@pytest.mark.parametrize("view", [DepthView(("a",), (0.5,), 0), DepthView(("a",), (math.nan,), 5)])
def test_one_layer_or_an_unknown_one_can_be_drawn(plot, view: DepthView) -> None:
    plot.show_view(view)
    assert not plot.grab().isNull()


def test_a_plot_that_is_not_true_any_more_is_dimmed(qtbot, plot) -> None:
    plot.show_view(VIEW)
    plot.show_stale()
    qtbot.waitUntil(plot.findChild(Veil).isVisible)
    plot.show_view(VIEW)
    assert not plot.is_stale
    assert not plot.findChild(Veil).isVisible()


def test_an_empty_plot_says_that_it_computes(plot) -> None:
    plot.show_stale()
    assert plot.note == "Computing…"


def test_those_who_listen_hear_all_values(plot) -> None:
    plot.show_view(VIEW)
    assert plot.accessibleDescription() == "stem: 0.90, blocks.0: unknown, head: 0.25"
