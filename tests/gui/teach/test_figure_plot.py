import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt

from lookalike.gui.teach.figure_plot import FigurePlot
from lookalike.gui.teach.figure_view import FigureView, FigureWords, Mark
from lookalike.library.teaching.taught import Curve


@pytest.fixture
def plot(qtbot, theme) -> FigurePlot:
    made = FigurePlot(theme, "k")
    qtbot.addWidget(made)
    made.resize(400, 200)
    with qtbot.waitExposed(made):
        made.show()
    curve = Curve(np.array([1.0, 5.0, 15.0]), np.array([0.8, 0.9, 0.85]), np.full(3, 0.02), 5.0)
    made.show_view(FigureWords().neighbors(curve))
    return made


def test_higher_is_better_and_later_is_at_the_right(plot) -> None:
    first, best, last = (plot.place_of(at) for at in range(3))
    assert first.x() < best.x() < last.x()
    assert best.y() < last.y() < first.y()


def test_the_mark_under_the_pointer_is_told_and_else_the_chosen_one(qtbot, plot) -> None:
    assert plot.readout == "k = 5: right in 90% ± 2"
    qtbot.mouseMove(plot, QPoint(1, 1))
    qtbot.mouseMove(plot, plot.place_of(0).toPoint())
    assert plot.readout == "k = 1: right in 80% ± 2"
    between = (plot.place_of(0) + plot.place_of(1)) / 2
    qtbot.mouseMove(plot, between.toPoint())
    assert plot.readout == "k = 5: right in 90% ± 2"


def test_the_arrows_walk_from_the_chosen_mark_to_the_ends(qtbot, plot) -> None:
    plot.setFocus()
    for _ in range(3):
        qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert plot.readout.startswith("k = 15")
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    assert plot.readout.startswith("k = 5")


def test_all_of_it_is_told_to_those_who_listen(plot) -> None:
    assert plot.accessibleDescription().count("right in") == 3


def test_a_plot_of_nothing_is_drawn(plot) -> None:
    plot.show_view(FigureView())
    assert plot.readout == ""
    assert not plot.grab().isNull()


def test_the_band_is_drawn_around_the_line(plot, theme) -> None:
    image = plot.grab().toImage()
    place = plot.place_of(1).toPoint() + QPoint(4, 14)
    assert image.pixelColor(place) != theme.colour("window")


def test_a_long_name_at_either_end_has_room(plot) -> None:
    def ends(name: str) -> tuple[float, float]:
        plot.show_view(FigureView((Mark(0.0, name, 0.5), Mark(1.0, name, 0.5))))
        return plot.place_of(0).x(), plot.width() - plot.place_of(1).x()

    half = plot.fontMetrics().horizontalAdvance("Pixels") / 2
    short, long = ends("1"), ends("Pixels")
    assert long[0] > short[0]
    assert long[1] > short[1]
    assert min(long) >= half
