"""One small plot: dots with whiskers or a band; the one that is pointed at is told in words."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from lookalike.gui.teach.figure_view import FigureView, Mark
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.translations import percent_text

_LEAST_PX = 19 * GRID_PX
_DOT_PX, _LARGEST_PX = 3.0, 8.0
_CAP_PX = 3.0
_NEAR_PX = 3 * GRID_PX
_BAND = 0.16  # how dense a band is
_Align = Qt.AlignmentFlag


class FigurePlot(QWidget):
    """Draws exactly the view that it is given. `mark_changed` comes when another is pointed at."""

    mark_changed = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._view = FigureView()
        self._pointed: int | None = None
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    @property
    def view(self) -> FigureView:
        return self._view

    @property
    def readout(self) -> str:
        """What is told of the mark that is pointed at, else of the whole."""
        return self._view.told if self._pointed is None else self._view.marks[self._pointed].told

    def show_view(self, view: FigureView) -> None:
        self._view, self._pointed = view, None
        self.setAccessibleDescription(", ".join(mark.told for mark in view.marks))
        self.mark_changed.emit()
        self.update()

    def place_of(self, at: int) -> QPointF:
        """Where a mark lies."""
        mark = self._view.marks[at]
        return QPointF(self._x(mark.x), self._y(mark.value))

    def sizeHint(self) -> QSize:
        return QSize(36 * GRID_PX, _LEAST_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(24 * GRID_PX, _LEAST_PX)

    # --- pointing -----------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._nearest(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or not self._view.marks:
            super().keyPressEvent(event)
            return
        now = self._view.chosen if self._pointed is None else self._pointed
        at = 0 if now is None else now + step
        self._point_at(min(len(self._view.marks) - 1, max(0, at)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._point_at(None)
        self.update()

    def _nearest(self, at: QPointF) -> int | None:
        away = [abs(self._x(mark.x) - at.x()) for mark in self._view.marks]
        nearest = min(range(len(away)), key=away.__getitem__, default=None)
        return nearest if nearest is not None and away[nearest] <= _NEAR_PX else None

    def _point_at(self, at: int | None) -> None:
        if at != self._pointed:
            self._pointed = at
            self.mark_changed.emit()
            self.update()

    # --- where things are ---------------------------------------------------------------------

    @property
    def _line_px(self) -> int:
        return self.fontMetrics().height()

    @property
    def _area(self) -> QRectF:
        """Right of the numbers, above the names and the title beneath them."""
        left = self.fontMetrics().horizontalAdvance(percent_text(1.0)) + GRID_PX + 1
        beneath = 2 * self._line_px + GRID_PX
        above = self._line_px / 2 + 1
        return QRectF(self.rect()).adjusted(left, above, -2 * GRID_PX, -beneath)

    @property
    def _ends(self) -> tuple[float, float]:
        if self._view.is_diagonal:
            return self._view.lines[0], self._view.lines[-1]
        places = [mark.x for mark in self._view.marks] or [0.0]
        return min(places), max(places)

    def _x(self, value: float) -> float:
        first, last = self._ends
        left, right = self._insets
        area = self._area.adjusted(left, 0, -right, 0)
        share = (value - first) / (last - first) if last > first else 0.5
        return area.left() + share * area.width()

    @property
    def _insets(self) -> tuple[float, float]:
        """Room for half of the first and of the last name, so that neither leaves the area."""
        if self._view.is_diagonal or not self._view.marks:
            return 0.0, 0.0
        halves = [self._name_px(at) / 2 for at in (0, len(self._view.marks) - 1)]
        return max(_LARGEST_PX, halves[0]), max(_LARGEST_PX, halves[1])

    def _y(self, value: float) -> float:
        low, high = self._view.lines[0], self._view.lines[-1]
        share = (min(high, max(low, value)) - low) / (high - low)
        return self._area.bottom() - share * self._area.height()

    # --- how it is drawn ----------------------------------------------------------------------

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_scale(painter)
        if self._view.is_band:
            self._draw_band(painter)
        self._draw_line(painter)
        self._draw_marks(painter)
        self._draw_names(painter)
        if self.hasFocus():
            self._draw_focus(painter)
        painter.end()

    def _draw_scale(self, painter: QPainter) -> None:
        area = self._area
        for value in self._view.lines:
            y = self._y(value)
            painter.setPen(self._theme.colour("line"))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(self._theme.colour("secondary"))
            place = QRectF(0, y - self._line_px / 2, area.left() - GRID_PX, self._line_px)
            painter.drawText(place, _Align.AlignRight | _Align.AlignVCenter, percent_text(value))
        if self._view.is_diagonal:
            painter.setPen(QPen(self._theme.colour("secondary"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(area.bottomLeft(), area.topRight())

    def _draw_band(self, painter: QPainter) -> None:
        marks = self._view.marks
        above = [QPointF(self._x(mark.x), self._y(mark.value + mark.spread)) for mark in marks]
        below = [QPointF(self._x(mark.x), self._y(mark.value - mark.spread)) for mark in marks]
        colour = self._theme.curve_colour(0)
        colour.setAlphaF(_BAND)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([*above, *reversed(below)]))

    def _draw_line(self, painter: QPainter) -> None:
        if self._view.is_diagonal:
            return
        pen = QPen(self._theme.curve_colour(0), 2)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        joined = range(self._view.apart, len(self._view.marks))
        painter.drawPolyline(QPolygonF([self.place_of(at) for at in joined]))

    def _draw_marks(self, painter: QPainter) -> None:
        for at, mark in enumerate(self._view.marks):
            colour = self._colour_of(at)
            if at in (self._view.chosen, self._pointed):
                self._draw_plumb_line(painter, at)
            if mark.spread and not self._view.is_band:
                self._draw_whisker(painter, mark, colour)
            painter.setPen(QPen(self._theme.colour("window"), 1.5))
            painter.setBrush(colour)
            radius = self._radius(at)
            painter.drawEllipse(self.place_of(at), radius, radius)

    def _colour_of(self, at: int) -> QColor:
        if at == self._pointed:
            return self._theme.colour("text")
        is_apart = at < self._view.apart and at != self._view.chosen
        return self._theme.colour("secondary") if is_apart else self._theme.curve_colour(0)

    def _radius(self, at: int) -> float:
        if self._view.marks[at].size:
            return max(_DOT_PX, _LARGEST_PX * self._view.marks[at].size)
        return 2 * _DOT_PX if at == self._view.chosen else _DOT_PX + 1

    def _draw_plumb_line(self, painter: QPainter, at: int) -> None:
        """From the mark to its name."""
        painter.setPen(QPen(self._colour_of(at), 1, Qt.PenStyle.DotLine))
        foot = QPointF(self.place_of(at).x(), self._area.bottom())
        painter.drawLine(self.place_of(at), foot)

    def _draw_whisker(self, painter: QPainter, mark: Mark, colour: QColor) -> None:
        painter.setPen(QPen(colour, 1.5))
        x = self._x(mark.x)
        top, bottom = (self._y(mark.value + sign * mark.spread) for sign in (1, -1))
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))
        for y in (top, bottom):
            painter.drawLine(QPointF(x - _CAP_PX, y), QPointF(x + _CAP_PX, y))

    def _draw_names(self, painter: QPainter) -> None:
        below = self._area.bottom() + GRID_PX / 2
        painter.setPen(self._theme.colour("secondary"))
        if self._view.is_diagonal:
            self._draw_ends(painter, below)
        for at, place in self._names():
            is_told = at in (self._view.chosen, self._pointed)
            painter.setPen(self._theme.colour("text" if is_told else "secondary"))
            painter.drawText(place, _Align.AlignCenter, self._short(at))
        painter.setPen(self._theme.colour("secondary"))
        line = QRectF(self._area.left(), below + self._line_px, self._area.width(), self._line_px)
        cut = Qt.TextElideMode.ElideRight
        title = self.fontMetrics().elidedText(self._view.across, cut, int(line.width()))
        painter.drawText(line, _Align.AlignCenter, title)

    def _draw_ends(self, painter: QPainter, below: float) -> None:
        for value in self._view.lines:
            told = percent_text(value)
            width = self.fontMetrics().horizontalAdvance(told) + 2
            left = min(self._x(value) - width / 2, self.width() - width)
            place = QRectF(left, below, width, self._line_px)
            painter.drawText(place, _Align.AlignCenter, told)

    def _names(self) -> Iterator[tuple[int, QRectF]]:
        """Those that have room: the one that is pointed at and the chosen one first."""
        count = len(self._view.marks)
        first = [at for at in (self._pointed, self._view.chosen) if at is not None]
        taken: list[QRectF] = []
        ends = [*range(self._view.apart), count - 1] if count else []
        for at in dict.fromkeys([*first, *ends, *range(count)]):
            place = self._name_place(at)
            roomy = place.adjusted(-GRID_PX / 2, 0, GRID_PX / 2, 0)
            if self._view.marks[at].name and not any(roomy.intersects(each) for each in taken):
                taken.append(place)
                yield at, place

    def _name_place(self, at: int) -> QRectF:
        width = self._name_px(at)
        left = self._x(self._view.marks[at].x) - width / 2
        left = max(0.0, min(self.width() - width, left))
        return QRectF(left, self._area.bottom() + GRID_PX / 2, width, self._line_px)

    def _name_px(self, at: int) -> int:
        return self.fontMetrics().horizontalAdvance(self._short(at)) + 2

    def _short(self, at: int) -> str:
        cut = Qt.TextElideMode.ElideMiddle
        return self.fontMetrics().elidedText(self._view.marks[at].name, cut, 12 * GRID_PX)

    def _draw_focus(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._theme.colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
