"""What the mouse does in a grid: pick, press buttons, draw a rubber band, begin a drag."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from lookalike.gui.grid.grid_surface import GridSurface, Hit

_WALKING_BUTTONS = (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton)
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@dataclass(frozen=True, slots=True)
class _Held:
    """A photo the mouse went down on: a drag begins, or a click is to end.

    Args:
        row: photos may come in before it meanwhile.
        wants: what the click does if no drag begins: None where it was done at once.
    """

    row: QPersistentModelIndex
    place: QPoint
    wants: str | None


class GridMouse(QObject):
    """Selects by itself; the rest it tells.

    `heading_pressed` carries a section, `opened` a row, `part_pressed` a row and its Part.
    """

    heading_pressed = Signal(int)
    part_pressed = Signal(int, object)
    opened = Signal(int)
    drag_begun = Signal()

    def __init__(self, grid: GridSurface) -> None:
        super().__init__(grid)
        self._grid = grid
        self._held: _Held | None = None
        grid.band.changed.connect(self._pick_band)

    def press(self, event: QMouseEvent) -> None:
        if event.button() in _WALKING_BUTTONS:
            event.ignore()  # the window's
            return
        place = event.position().toPoint()
        hit = self._grid.hit(place)
        if event.button() == Qt.MouseButton.RightButton and hit.row is not None:
            self._pick_for_menu(hit.row)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._press(hit, place, event.modifiers())

    def move(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._grid.band.is_drawn:
            self._grid.band.stretch(place)
        elif self._held is None:
            self._grid.show_hover(self._grid.hit(place))
        elif (place - self._held.place).manhattanLength() >= QApplication.startDragDistance():
            self._held = None
            self.drag_begun.emit()

    def release(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        held, self._held = self._held, None
        if self._grid.band.is_drawn:
            self._end_band()
        elif held and held.row.isValid():
            if held.wants == "pick":
                self._grid.picking.pick(held.row.row())
            elif held.wants == "toggle":
                self._grid.picking.toggle(held.row.row())

    def double_click(self, event: QMouseEvent) -> None:
        """Opens a photo; anywhere else it is another press."""
        hit = self._grid.hit(event.position().toPoint())
        is_plain = not event.modifiers() & (_CTRL | _SHIFT)
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and is_plain and hit.is_on_photo and hit.row is not None:
            self.opened.emit(hit.row)
        else:
            self.press(event)

    def _press(self, hit: Hit, place: QPoint, held: Qt.KeyboardModifier) -> None:
        if hit.heading is not None:
            self.heading_pressed.emit(hit.heading)
            return
        self._grid.leave_heading()
        if hit.row is not None and hit.part:
            self.part_pressed.emit(hit.row, hit.part)
        elif hit.row is not None and hit.is_on_photo:
            self._press_photo(hit.row, place, held)
        else:
            self._grid.picking.begin_band(adding=bool(held & (_CTRL | _SHIFT)))
            self._grid.band.begin(place)

    def _press_photo(self, row: int, place: QPoint, held: Qt.KeyboardModifier) -> None:
        """What is selected already stays so until the mouse is let go: it may be dragged."""
        wants = None
        if held & _SHIFT:
            self._grid.picking.extend(row, adding=bool(held & _CTRL))
        elif self._grid.picking.is_selected(row):
            wants = "toggle" if held & _CTRL else "pick"
        elif held & _CTRL:
            self._grid.picking.toggle(row)
        else:
            self._grid.picking.pick(row)
        at = QPersistentModelIndex(self._grid.photos.index(row))
        self._held = _Held(at, place, wants)

    def _pick_for_menu(self, row: int) -> None:
        self._grid.leave_heading()
        if self._grid.picking.is_selected(row):
            self._grid.picking.stand_on(row)
        else:
            self._grid.picking.pick(row)

    def _pick_band(self, band: QRect) -> None:
        self._grid.picking.pick_band(self._grid.rows_touched(band))

    def _end_band(self) -> None:
        self._grid.band.end()
        selected = self._grid.picking.selected
        if selected and self._grid.picking.current is None:
            self._grid.picking.stand_on(selected[0].start)
