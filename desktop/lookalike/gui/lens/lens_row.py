"""A slider from what a camera sees to what is meant: its stops are ways to compare photos."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QToolTip

from lookalike.gui.library_words import said
from lookalike.gui.plain_tip import plain_tip
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.translations import grouped
from lookalike.library.search.shares import shares_of
from lookalike.library.search.spaces import SpaceChoice, lens_steps

_HEIGHT_PX = 5 * GRID_PX
_DOT_PX, _HANDLE_PX = 4.0, 7.0
_TRACK_Y = 10


class LensRow(QSlider):
    """`by_wanted` carries the name of a space, which may not have been built yet, `pointed_at` that
    of one that has been, and that a person points at.
    """

    by_wanted = Signal(str)
    pointed_at = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self._steps: list[SpaceChoice] = []
        self._at: int | None = None
        self._hot: int | None = None
        self._mixed: set[str] = set()
        self.setAccessibleName(self.tr("By what photos are compared"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setFixedHeight(_HEIGHT_PX)
        self.setPageStep(1)
        self.valueChanged.connect(self._want)
        theme.changed.connect(self.update)

    def show_steps(self, spaces: Sequence[SpaceChoice], by: str) -> None:
        """Offer the stops that there are; `by` may be none of them, or a mix of some."""
        self._steps = lens_steps(spaces)
        shares = shares_of(by)
        self._mixed = {each.name for each in shares} if len(shares) > 1 else set()
        names = [step.name for step in self._steps]
        self._at = names.index(by) if by in names else None
        self.blockSignals(True)
        self.setRange(0, max(0, len(names) - 1))
        if self._at is not None:
            self.setValue(self._at)
        self.blockSignals(False)
        self.setAccessibleDescription(self._title(self._at) if self._at is not None else "")
        self.update()

    @property
    def titles(self) -> list[str]:
        """Of the stops, from left to right."""
        return [said(step.title) for step in self._steps]

    def place_of(self, step: int) -> QPoint:
        """Where a stop is."""
        return QPoint(round(self._x(step)), _TRACK_Y)

    def sizeHint(self) -> QSize:
        return QSize(80 * GRID_PX, _HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(20 * GRID_PX, _HEIGHT_PX)

    # --- what a person does -------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._go_to(self._step_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        step = self._step_at(event.position())
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_to(step)
        if step != self._hot:
            self._hot = step
            self.update()
            if step is not None and not self._steps[step].missing:
                self.pointed_at.emit(self._steps[step].name)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._hot = None
        self.update()
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            step = self._step_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), plain_tip(self._tip(step)), self)
            return True
        return super().event(event)

    def _go_to(self, step: int | None) -> None:
        if step is None:
            return
        if step == self.value() and self._at is None:  # from a mix, to where it was before
            self._want(step)
        self.setValue(step)

    def _want(self, step: int) -> None:
        if 0 <= step < len(self._steps):
            self._at, self._mixed = step, set()
            self.update()
            self.by_wanted.emit(self._steps[step].name)

    def _tip(self, step: int | None) -> str:
        if step is None:
            return ""
        choice = self._steps[step]
        told = f"{said(choice.title)}: {said(choice.sentence)}"
        if choice.missing:
            left = self.tr("not built yet · photos to look at: {count}")
            told = f"{told}\n{left.format(count=grouped(choice.missing))}"
        return told

    # --- where things are ---------------------------------------------------------------------

    @property
    def _step_px(self) -> float:
        return self.width() / max(1, len(self._steps))

    def _x(self, step: int) -> float:
        return (step + 0.5) * self._step_px

    def _step_at(self, place: QPointF) -> int | None:
        if not self._steps:
            return None
        return max(0, min(len(self._steps) - 1, int(place.x() / self._step_px)))

    def _title(self, step: int) -> str:
        return said(self._steps[step].title)

    # --- painting -----------------------------------------------------------------------------

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._steps:
            self._draw_track(painter)
        for step in range(len(self._steps)):
            self._draw_dot(painter, step)
            self._draw_title(painter, step)
        painter.end()

    def _draw_track(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._theme.colour("pressed"), 2))
        ends = (QPointF(self._x(at), _TRACK_Y) for at in (0, len(self._steps) - 1))
        painter.drawLine(*ends)

    def _draw_dot(self, painter: QPainter, step: int) -> None:
        """What was not built yet is hollow; those of a mix are marked alike."""
        theme, is_at = self._theme, step == self._at
        is_in_use = is_at or self._steps[step].name in self._mixed
        colour = "accent" if is_in_use else ("text" if step == self._hot else "faint")
        painter.setPen(QPen(theme.colour(colour), 1.5))
        is_hollow = bool(self._steps[step].missing) and not is_in_use
        painter.setBrush(theme.colour("window" if is_hollow else colour))
        radius = _HANDLE_PX if is_at else _DOT_PX + is_in_use
        middle = QPointF(self._x(step), _TRACK_Y)
        painter.drawEllipse(middle, radius, radius)
        if is_at and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawEllipse(middle, radius + 2, radius + 2)

    def _draw_title(self, painter: QPainter, step: int) -> None:
        room = int(self._step_px) - 4
        title = painter.fontMetrics().elidedText(
            self._title(step), Qt.TextElideMode.ElideRight, room
        )
        colour = "text" if step in (self._at, self._hot) else "secondary"
        painter.setPen(self._theme.colour(colour))
        left = round(self._x(step) - room / 2)
        line = QRect(left, _TRACK_Y + 8, room, self.height() - _TRACK_Y - 8)
        middle = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(line, int(middle), title)
