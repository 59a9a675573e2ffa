"""The methods under each other: accuracy as a dot with its standard error, on one scale."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from lookalike.gui.plain_tip import plain_tip
from lookalike.gui.teach.figure_view import scale_of
from lookalike.gui.teach.teach_words import BASELINE, TeachWords
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.translations import percent_text
from lookalike.library.teaching.taught import MethodScore

_ROW_PX = 38
_SCALE_PX = 3 * GRID_PX
_MOST_NAME_PX = 28 * GRID_PX
_DOT_PX, _CAP_PX = 5.0, 4.0
_BAND = 0.16
_Align = Qt.AlignmentFlag
_AT_LEFT = _Align.AlignLeft | _Align.AlignVCenter


class MethodRows(QWidget):
    """As high as it has methods."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._methods: Sequence[MethodScore] = ()
        self._lines: Sequence[float] = (0.0, 1.0)
        self._words = TeachWords()
        self.setAccessibleName(self.tr("Methods"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_methods(self, methods: Sequence[MethodScore]) -> None:
        self._methods = methods
        self._lines = scale_of([end for method in methods for end in _whisker(method)])
        self.setAccessibleDescription("\n".join(map(self.told, methods)))
        self.updateGeometry()
        self.update()

    @property
    def band(self) -> tuple[float, float] | None:
        """From one standard error below the best that can be chosen up to it."""
        able = [method for method in self._methods if method.name != BASELINE] or self._methods
        best = max(able, key=lambda method: method.accuracy, default=None)
        if best is None:
            return None
        return best.accuracy - best.error, best.accuracy

    def told(self, method: MethodScore) -> str:
        """All about one, in words."""
        spread = self._words.spread(method.accuracy, method.error)
        return f"{self._words.method(method.name)}: {spread} ({self._words.setting(method)})"

    def rule(self) -> str:
        """How one of them is chosen (Breiman et al., "Classification and Regression Trees", 1984).

        Told to whom points at the rows.
        """
        return self.tr(
            "One-standard-error rule: methods within one standard error of the best\n"
            "are as good as anybody can tell, so the simplest of them is chosen."
        )

    def sizeHint(self) -> QSize:
        return QSize(64 * GRID_PX, len(self._methods) * _ROW_PX + _SCALE_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(44 * GRID_PX, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            at = event.pos().y() // _ROW_PX
            told = [self.told(self._methods[at])] if at < len(self._methods) else []
            tip = plain_tip("\n".join([*told, self.rule()]))
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)

    # --- how it is drawn ----------------------------------------------------------------------

    def paintEvent(self, _: QPaintEvent) -> None:
        if not self._methods:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_scale(painter)
        for at, method in enumerate(self._methods):
            row = QRect(0, at * _ROW_PX, self.width(), _ROW_PX)
            self._draw_name(painter, row, method)
            self._draw_spread(painter, row, method)
            self._draw_figure(painter, row, method)
        painter.end()

    @property
    def _name_px(self) -> int:
        return min(_MOST_NAME_PX, self.width() // 3)

    @property
    def _figure_px(self) -> int:
        widest = self._words.spread(1.0, 0.99)
        return QFontMetrics(self._bold()).horizontalAdvance(widest) + 2 * GRID_PX

    @property
    def _area(self) -> QRectF:
        """Of the dots."""
        height = len(self._methods) * _ROW_PX
        whole = QRectF(0, 0, self.width(), height)
        return whole.adjusted(self._name_px + 3 * GRID_PX, 0, -self._figure_px - 2 * GRID_PX, 0)

    def _x(self, value: float) -> float:
        low, high = self._lines[0], self._lines[-1]
        return self._area.left() + (value - low) / (high - low) * self._area.width()

    def _draw_scale(self, painter: QPainter) -> None:
        area = self._area
        if self.band:
            low, high = map(self._x, self.band)
            colour = self._theme.curve_colour(0)
            colour.setAlphaF(_BAND)
            painter.fillRect(QRectF(low, area.top(), high - low, area.height()), colour)
        for value in self._lines:
            x = self._x(value)
            painter.setPen(self._theme.colour("line"))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            painter.setPen(self._theme.colour("secondary"))
            place = QRectF(x - _SCALE_PX, area.bottom(), 2 * _SCALE_PX, _SCALE_PX)
            painter.drawText(place, _Align.AlignCenter, percent_text(value))

    def _draw_name(self, painter: QPainter, row: QRect, method: MethodScore) -> None:
        """The method, what is special about it, and its setting in grey beneath."""
        place = row.adjusted(0, 0, self._name_px - row.width(), 0)
        upper, lower = QRect(place), QRect(place)
        upper.setBottom(place.center().y())
        lower.setTop(place.center().y() + 1)
        painter.setFont(self._bold() if method.is_chosen else self.font())
        painter.setPen(self._theme.colour("text"))
        self._draw_text(painter, upper, self._words.method(method.name), _Align.AlignBottom)
        painter.setFont(self.font())
        painter.setPen(self._theme.colour("secondary"))
        self._draw_text(painter, lower, self._words.setting(method), _Align.AlignTop)

    def _draw_text(self, painter: QPainter, place: QRect, text: str, how: Qt.AlignmentFlag) -> None:
        cut = Qt.TextElideMode.ElideRight
        short = painter.fontMetrics().elidedText(text, cut, place.width())
        painter.drawText(place, _Align.AlignLeft | how, short)

    def _draw_spread(self, painter: QPainter, row: QRect, method: MethodScore) -> None:
        name = "accent" if method.is_chosen else "secondary"
        colour, y = self._theme.colour(name), row.center().y()
        ends = [self._x(end) for end in _whisker(method)]
        painter.setPen(QPen(colour, 2))
        painter.drawLine(QPointF(ends[0], y), QPointF(ends[1], y))
        for x in ends:
            painter.drawLine(QPointF(x, y - _CAP_PX), QPointF(x, y + _CAP_PX))
        painter.setPen(QPen(self._theme.colour("window"), 1.5))
        painter.setBrush(colour)
        radius = _DOT_PX + 1 if method.is_chosen else _DOT_PX
        painter.drawEllipse(QPointF(self._x(method.accuracy), y), radius, radius)

    def _draw_figure(self, painter: QPainter, row: QRect, method: MethodScore) -> None:
        painter.setFont(self._bold() if method.is_chosen else self.font())
        painter.setPen(self._theme.colour("text"))
        place = row.adjusted(row.width() - self._figure_px, 0, 0, 0)
        painter.drawText(place, _AT_LEFT, self._words.spread(method.accuracy, method.error))

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font


def _whisker(method: MethodScore) -> tuple[float, float]:
    """One standard error to either side, as far as there are such shares."""
    return max(method.accuracy - method.error, 0.0), min(method.accuracy + method.error, 1.0)
