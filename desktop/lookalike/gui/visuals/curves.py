"""The curves of a plot as values, and how each is drawn: alike in the plot, legend and table."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from lookalike.gui.theme import Theme

SAMPLE = QSize(22, 12)
_LIT_PX, _DIM_PX = 2.2, 1.2
_DIMNESS = 0.4
_STYLES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine)


@dataclass(frozen=True, slots=True)
class Curve:
    """One line.

    Args:
        points: from the left to the right.
        colour: of the theme's curve colours.
        style: 0 for a whole line, 1 for dashes, 2 for dots.
        is_lit: others step back behind it.
    """

    name: str
    points: Sequence[tuple[float, float]]
    colour: int = 0
    style: int = 0
    is_lit: bool = True


def curve_pen(curve: Curve, theme: Theme) -> QPen:
    colour = QColor(theme.curve_colour(curve.colour))
    if not curve.is_lit:
        colour.setAlphaF(_DIMNESS)
    pen = QPen(colour, _LIT_PX if curve.is_lit else _DIM_PX, _STYLES[curve.style])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setCosmetic(True)
    return pen


def draw_sample(painter: QPainter, at: QPointF, curve: Curve, theme: Theme) -> None:
    """A piece of the curve, `SAMPLE` in size, from its top left corner."""
    painter.setPen(curve_pen(curve, theme))
    middle = at + QPointF(0, SAMPLE.height() / 2)
    painter.drawLine(middle, middle + QPointF(SAMPLE.width(), 0))


def sample_picture(curve: Curve, theme: Theme, device_ratio: float) -> QPixmap:
    """The same as a picture, for a cell of a table."""
    picture = QPixmap(SAMPLE * device_ratio)
    picture.setDevicePixelRatio(device_ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_sample(painter, QPointF(), curve, theme)
    painter.end()
    return picture
