"""The picture as the network gets it, with a unit's map over it, cell by cell."""

from dataclasses import dataclass
from typing import Any

from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from lookalike.gui.layers.layer_words import sees_all
from lookalike.gui.layers.note_plate import draw_note
from lookalike.gui.layers.number_text import number_text
from lookalike.gui.layers.veil import Veil
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.visuals.array_image import array_image, image_array
from lookalike.library.drawing.cell_axis import CellAxis, Field, cell_axes
from lookalike.library.drawing.heat import HeatMode, heat_of, laid_over
from lookalike.library.drawing.map_colours import Pixels, strongest

Cell = tuple[int, int]
_LEAST = QSize(22 * GRID_PX, 9 * GRID_PX)


@dataclass(frozen=True, slots=True, eq=False)
class InputPicture:
    """What the view shows; changes are made with `dataclasses.replace`.

    Args:
        pixels: the network's input (height, width, 3).
        values: the unit's map (height, width), if there is one.
        top: the value that is drawn strongest; the map's own, unless told.
        field: what a cell of the map sees.
        opacity: of the map, from 0 to 1.
        instead: a picture of the same shape that is shown in place of input and map.
        caption: beneath the picture.
        marked: row and column of a cell that is to be seen.
        sharp: `pixels` in more pixels, to be drawn in their place.
    """

    pixels: Pixels
    values: NDArray[Any] | None = None
    top: float | None = None
    field: Field | None = None
    mode: HeatMode = HeatMode.SOFT
    opacity: float = 0.75
    instead: Pixels | None = None
    caption: str = ""
    marked: Cell | None = None
    sharp: Pixels | None = None

    @property
    def size(self) -> tuple[int, int]:
        return self.pixels.shape[0], self.pixels.shape[1]

    @property
    def shown(self) -> Pixels:
        """What is drawn beneath the map."""
        if self.instead is not None:
            return self.instead
        return self.pixels if self.sharp is None else self.sharp

    @property
    def axes(self) -> tuple[CellAxis, CellAxis] | None:
        """Down and across, if there are cells."""
        if self.values is None or not self.values.size:
            return None
        rows, columns = self.values.shape
        return cell_axes((rows, columns), self.size, self.field)

    def drawn_over(self, picture: Pixels) -> Pixels:
        """`picture`, which is the input in any size, as the mode wants it."""
        axes = self.axes
        if self.values is None or axes is None or self.instead is not None:
            return picture
        top = strongest(self.values) if self.top is None else self.top
        return laid_over(picture, heat_of(self.values, top, axes), self.mode, self.opacity)


class InputView(QWidget):
    """Takes no keys.

    Signals:
        cell_hovered: carries (row, column), or None where the mouse is on no cell.
        cell_chosen: row and column of the cell that a person has chosen.
    """

    cell_hovered = Signal(object)
    cell_chosen = Signal(int, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._view: InputPicture | None = None
        self._drawn: QPixmap | None = None
        self._hovered: Cell | None = None
        self._veil = Veil(theme, self)
        self.setAccessibleName(self.tr("What the network gets"))
        self.setMouseTracking(True)
        self.setMinimumSize(_LEAST)
        theme.changed.connect(self.update)

    # --- what is shown ------------------------------------------------------------------------

    @property
    def view(self) -> InputPicture | None:
        return self._view

    @property
    def hovered(self) -> Cell | None:
        return self._hovered

    @property
    def is_stale(self) -> bool:
        return self._veil.is_awaited

    def show_view(self, view: InputPicture | None) -> None:
        """Show another picture, map, or way to look at it."""
        self._view, self._drawn = view, None
        self._veil.await_newer(False)
        self.setAccessibleDescription(view.caption if view else "")
        if self._hovered and not self._has(self._hovered):
            self._hover(None)
        self._show_cursor()
        self.update()

    def show_stale(self, is_stale: bool) -> None:
        """Whether a newer picture is awaited."""
        self._veil.await_newer(is_stale)

    def picture_rect(self) -> QRectF:
        """As large as fits, on whole pixels of the screen; above the caption."""
        if self._view is None:
            return QRectF()
        height, width = self._view.size
        ratio = self.devicePixelRatioF()
        caption_px = self._caption_px if self._view.caption else 0
        room = QSize(self.width(), self.height() - caption_px) * ratio
        size = QSize(width, height).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (room.width() - size.width()) // 2, (room.height() - size.height()) // 2
        return QRectF(
            left / ratio, top / ratio, max(1, size.width()) / ratio, max(1, size.height()) / ratio
        )

    def cell_rect(self, cell: Cell) -> QRectF:
        """What is painted for a cell, in the widget."""
        axes = self._view.axes if self._view else None
        if axes is None:
            return QRectF()
        (top, bottom), (left, right) = (axis.span(at) for axis, at in zip(axes, cell, strict=True))
        return _part(self.picture_rect(), left, top, right, bottom)

    def field_rect(self, cell: Cell) -> QRectF:
        """What a cell sees, in the widget; it may reach beyond the picture, or be empty."""
        if self._view is None or self._view.field is None:
            return QRectF()
        left, top, right, bottom = self._view.field.box(*cell)
        height, width = self._view.size
        return _part(
            self.picture_rect(), left / width, top / height, right / width, bottom / height
        )

    def cell_text(self, cell: Cell) -> str:
        """Where a cell is, counted from 1, and what the unit says there."""
        if self._view is None or self._view.values is None:
            return ""
        row, column = cell[0] + 1, cell[1] + 1
        told = [
            self.tr("row {row}, column {column}").format(row=row, column=column),
            number_text(self._view.values[cell]),
        ]
        if self._view.field and sees_all(self._view.field, self._view.size):
            told.append(self.tr("sees all"))
        return "  ·  ".join(told)

    # --- what a person does -------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position())
        if cell and event.button() == Qt.MouseButton.LeftButton:
            self.cell_chosen.emit(*cell)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._cell_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)
        super().leaveEvent(event)

    def _hover(self, cell: Cell | None) -> None:
        if cell != self._hovered:
            self._hovered = cell
            self._show_cursor()
            self.update()
            self.cell_hovered.emit(cell)

    def _show_cursor(self) -> None:
        self.setCursor(Qt.CursorShape.CrossCursor if self._hovered else Qt.CursorShape.ArrowCursor)

    def _cell_at(self, point: QPointF) -> Cell | None:
        shown = self.picture_rect()
        axes = self._view.axes if self._view else None
        if axes is None or not shown.contains(point):
            return None
        down, across = axes
        return (
            down.cell_at((point.y() - shown.top()) / shown.height()),
            across.cell_at((point.x() - shown.left()) / shown.width()),
        )

    def _has(self, cell: Cell) -> bool:
        axes = self._view.axes if self._view else None
        return axes is not None and all(
            at < axis.count for at, axis in zip(cell, axes, strict=True)
        )

    # --- Qt -----------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(48 * GRID_PX, 48 * GRID_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._drawn = None
        super().resizeEvent(event)

    # --- painting -----------------------------------------------------------------------------

    def paintEvent(self, _: QPaintEvent) -> None:
        if self._view is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = self.picture_rect()
        picture = self._picture(self._view, shown)
        painter.drawPixmap(shown, picture, QRectF(picture.rect()))
        self._paint_cells(painter, shown)
        self._paint_caption(painter, shown)
        painter.end()

    def _picture(self, view: InputPicture, shown: QRectF) -> QPixmap:
        """Computed once per view and size, at the pixels of the screen."""
        size = (shown.size() * self.devicePixelRatioF()).toSize()
        if self._drawn is None or self._drawn.size() != size:
            source = view.shown
            smooth = Qt.TransformationMode.SmoothTransformation
            large = array_image(source).scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            self._drawn = QPixmap.fromImage(array_image(view.drawn_over(image_array(large))))
        return self._drawn

    def _paint_cells(self, painter: QPainter, shown: QRectF) -> None:
        painter.save()
        painter.setClipRect(shown)
        if self._hovered and self._has(self._hovered):
            self._paint_field(painter, shown, self.field_rect(self._hovered))
            _paint_line(painter, self.cell_rect(self._hovered), QColor("white"), 1)
        if self._view and self._view.marked and self._has(self._view.marked):
            _paint_line(painter, self.cell_rect(self._view.marked), self._theme.colour("accent"), 2)
        if self._hovered:
            draw_note(painter, shown.toRect(), self.cell_text(self._hovered))
        painter.restore()

    def _paint_field(self, painter: QPainter, shown: QRectF, field: QRectF) -> None:
        """What the cell cannot see is dimmed; a side that lies beyond the picture stays open."""
        if field.isEmpty():
            return
        unseen, seen = QPainterPath(), QPainterPath()
        unseen.addRect(shown)
        seen.addRect(field)
        painter.fillPath(unseen.subtracted(seen), QColor(0, 0, 0, 120))
        _paint_line(painter, field, QColor("white"), 2)

    def _paint_caption(self, painter: QPainter, shown: QRectF) -> None:
        if self._view and self._view.caption:
            painter.setPen(self._theme.colour("secondary"))
            line = QRect(0, round(shown.bottom()), self.width(), self._caption_px)
            cut = Qt.TextElideMode.ElideRight
            short = painter.fontMetrics().elidedText(self._view.caption, cut, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, short)

    @property
    def _caption_px(self) -> int:
        return QFontMetrics(self.font()).height() + GRID_PX


def _part(whole: QRectF, left: float, top: float, right: float, bottom: float) -> QRectF:
    """From fractions of a rectangle."""
    return QRectF(
        whole.left() + left * whole.width(),
        whole.top() + top * whole.height(),
        (right - left) * whole.width(),
        (bottom - top) * whole.height(),
    )


def _paint_line(painter: QPainter, rect: QRectF, colour: QColor, width_px: int) -> None:
    """A line inside of `rect`, on a dark one: it shows on every picture."""
    inset = width_px / 2 + 1
    inside = QRectF(rect.toRect()).adjusted(inset, inset, -inset, -inset)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(QColor(0, 0, 0, 130), width_px + 2), QPen(colour, width_px)):
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(inside)
