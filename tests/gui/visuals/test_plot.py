"""The plot of precision against recall, and that nobody pays for it who does not draw."""

import subprocess
import sys
import threading
from itertools import pairwise

import pyqtgraph
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPicture, QWheelEvent
from PySide6.QtWidgets import QApplication

from lookalike.gui.visuals.curve_legend import CurveLegend
from lookalike.gui.visuals.curves import Curve, curve_pen
from lookalike.gui.visuals.plot import PrecisionRecallPlot

HIGH = Curve("Content", ((0.0, 1.0), (0.5, 0.8), (1.0, 0.6)), 0)
LOW = Curve("Pixels", ((0.0, 0.4), (1.0, 0.1)), 1, 1, is_lit=False)


@pytest.fixture
def plot(qtbot, theme) -> PrecisionRecallPlot:
    made = PrecisionRecallPlot(theme)
    qtbot.addWidget(made)
    made.resize(640, 320)
    with qtbot.waitExposed(made):
        made.show()
    made.show_curves([HIGH, LOW])
    return made


def send_mouse(plot: PrecisionRecallPlot, kind: QEvent.Type, at: QPointF) -> None:
    viewport = plot.findChild(pyqtgraph.PlotWidget).viewport()
    button = Qt.MouseButton.LeftButton
    if kind == QEvent.Type.MouseMove:
        button = Qt.MouseButton.NoButton
    keys = Qt.KeyboardModifier.NoModifier
    place = viewport.mapToGlobal(at)
    QApplication.sendEvent(viewport, QMouseEvent(kind, at, place, button, button, keys))


def drawn(plot: PrecisionRecallPlot) -> list[pyqtgraph.PlotCurveItem]:
    item = plot.findChild(pyqtgraph.PlotWidget).getPlotItem()
    return [each for each in item.items if isinstance(each, pyqtgraph.PlotCurveItem)]


def test_exactly_the_curves_are_drawn_the_lit_ones_on_top(plot) -> None:
    assert [item.getData()[1].tolist() for item in drawn(plot)] == [[0.4, 0.1], [1.0, 0.8, 0.6]]
    plot.show_curves([LOW])
    assert [item.getData()[0].tolist() for item in drawn(plot)] == [[0.0, 1.0]]
    plot.show_curves([])
    assert drawn(plot) == []


def test_a_curve_is_read_where_the_pointer_is(plot) -> None:
    assert plot.readout.startswith("Mean over all queries")
    send_mouse(plot, QEvent.Type.MouseMove, plot.place_of(0.25, 0.9))
    assert plot.readout == "Content: precision 0.90 at recall 0.25"
    send_mouse(plot, QEvent.Type.MouseMove, plot.place_of(0.5, 0.25))
    assert plot.readout == "Pixels: precision 0.25 at recall 0.50"
    send_mouse(plot, QEvent.Type.MouseMove, plot.place_of(0.5, 0.55))
    assert plot.readout.startswith("Mean over all queries")


def test_beyond_the_ends_the_ends_are_read(plot) -> None:
    beyond = plot.place_of(1.0, 0.6) + QPointF(10, 0)
    send_mouse(plot, QEvent.Type.MouseMove, beyond)
    assert plot.readout == "Content: precision 0.60 at recall 1.00"


def test_a_click_chooses_the_curve_beneath_it(qtbot, plot) -> None:
    at = plot.place_of(0.5, 0.25)
    send_mouse(plot, QEvent.Type.MouseMove, at)
    with qtbot.waitSignal(plot.curve_chosen, timeout=1000) as told:
        send_mouse(plot, QEvent.Type.MouseButtonRelease, at)
    assert told.args == [1]
    send_mouse(plot, QEvent.Type.MouseMove, plot.place_of(0.5, 0.55))
    with qtbot.assertNotEmitted(plot.curve_chosen):
        send_mouse(plot, QEvent.Type.MouseButtonRelease, plot.place_of(0.5, 0.55))


def test_the_plot_itself_never_moves(plot) -> None:
    widget = plot.findChild(pyqtgraph.PlotWidget)
    before = widget.viewRange()
    at = plot.place_of(0.5, 0.5)
    place = widget.viewport().mapToGlobal(at)
    turned = QWheelEvent(
        at, place, QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget.viewport(), turned)
    assert widget.viewRange() == before
    assert widget.getPlotItem().buttonsHidden
    assert not widget.getPlotItem().menuEnabled()


def test_both_ends_of_each_axis_are_named(plot) -> None:
    plot.grab()
    item = plot.findChild(pyqtgraph.PlotWidget).getPlotItem()
    for side in ("left", "bottom"):
        picture = QPicture()
        painter = QPainter(picture)
        texts = [text for _, _, text in item.getAxis(side).generateDrawSpecs(painter)[2]]
        painter.end()
        assert texts == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]


@pytest.mark.parametrize("scheme", [Qt.ColorScheme.Light, Qt.ColorScheme.Dark])
def test_it_follows_the_theme(plot, theme, scheme) -> None:
    theme.dress(scheme)
    image = plot.grab().toImage()
    corner = plot.place_of(0.9, 0.95).toPoint() + QPoint(4, 4)
    inside = plot.findChild(pyqtgraph.PlotWidget).mapTo(plot, corner)
    assert image.pixelColor(inside) == theme.colour("window")
    widget = plot.findChild(pyqtgraph.PlotWidget)
    axis = widget.getPlotItem().getAxis("left")
    assert axis.textPen().color() == theme.colour("secondary")


@pytest.mark.parametrize("scheme", [Qt.ColorScheme.Light, Qt.ColorScheme.Dark])
def test_curves_can_be_told_from_each_other(theme, scheme) -> None:
    theme.dress(scheme)
    colours = [theme.curve_colour(number) for number in range(len(theme.colours.curves))]
    assert len({colour.name() for colour in colours}) >= 7
    hues = sorted(colour.hslHue() for colour in colours)
    assert min(after - before for before, after in pairwise(hues)) >= 15
    assert theme.curve_colour(len(colours)) == colours[0]


def test_a_curve_that_steps_back_is_thin_and_faint(theme) -> None:
    lit, dim = curve_pen(HIGH, theme), curve_pen(LOW, theme)
    assert lit.widthF() > dim.widthF()
    assert lit.color().alphaF() == 1 > dim.color().alphaF()
    assert (lit.style(), dim.style()) == (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine)


def test_the_legend_takes_as_many_columns_as_it_needs(qtbot, theme) -> None:
    legend = CurveLegend(theme)
    qtbot.addWidget(legend)
    legend.resize(legend.width(), 100)
    legend.show_curves([HIGH])
    narrow = legend.width()
    legend.show_curves([HIGH] * 9)
    assert legend.width() == 3 * narrow
    assert legend.place_of(0).topLeft() == QPoint(0, 0)
    assert legend.place_of(4).topLeft() == QPoint(narrow, 0)
    with qtbot.waitSignal(legend.curve_chosen, timeout=1000) as told:
        qtbot.mouseClick(legend, Qt.MouseButton.LeftButton, pos=legend.place_of(5).center())
    assert told.args == [5]


def test_faults_are_still_told_as_the_program_tells_them() -> None:
    for hook in (sys.excepthook, threading.excepthook):
        assert not type(getattr(hook, "__self__", None)).__module__.startswith("pyqtgraph")


def test_a_window_that_evaluates_nothing_does_without_it() -> None:
    code = "import sys, lookalike.gui.main_window; sys.exit('pyqtgraph' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
