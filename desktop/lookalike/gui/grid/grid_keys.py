"""What the keys do in a grid: walk, select, fold, open, mark."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from lookalike.gui.grid.grid_surface import GridSurface
from lookalike.gui.grid.headings import HEADING_PX
from lookalike.gui.grid.walking import WALKING_KEYS, AtHeading, AtRow, Stop, next_stop

_OPENING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_MARKING_KEYS = {Qt.Key.Key_Plus: True, Qt.Key.Key_Equal: True, Qt.Key.Key_Minus: False}
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_ALT, _KEYPAD = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.KeypadModifier
_ALONE = Qt.KeyboardModifier.NoModifier


class GridKeys(QObject):
    """Moves the keyboard's place and the selection itself; the rest it tells.

    `heading_pressed` carries a section, the others carry the row that the keyboard is on; `marked`
    has True for "more like this" with it, False for "less".
    """

    heading_pressed = Signal(int)
    opened = Signal(int)
    stack_pressed = Signal(int)
    marked = Signal(int, bool)

    def __init__(self, grid: GridSurface) -> None:
        super().__init__(grid)
        self._grid = grid

    def press(self, event: QKeyEvent) -> None:
        """Ignores keys that mean nothing here, so that they reach the window."""
        key, held = event.key(), event.modifiers() & ~_KEYPAD
        here = self._here
        event.accept()
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self._grid.selectAll()
        elif (key, held) == (Qt.Key.Key_Up, _ALT):
            self._walk_to_heading()
        elif key in WALKING_KEYS and not held & ~(_CTRL | _SHIFT):
            self._walk(key, held)
        elif isinstance(here, AtHeading) and key in _OPENING_KEYS:
            self.heading_pressed.emit(here.section)
        elif not isinstance(here, AtRow) or not self._act(here.row, key, held):
            event.ignore()

    def _act(self, row: int, key: int, held: Qt.KeyboardModifier) -> bool:
        """Whether the key means something for the photo."""
        if key == Qt.Key.Key_Space and held == _CTRL:
            self._grid.picking.toggle(row)
        elif key in _OPENING_KEYS and not held:
            self.opened.emit(row)
        elif key in _MARKING_KEYS and not held & ~_SHIFT and self._grid.can_mark:
            self.marked.emit(row, _MARKING_KEYS[Qt.Key(key)])
        elif key == Qt.Key.Key_S and not held:
            self.stack_pressed.emit(row)
        else:
            return False
        return True

    def _walk(self, key: int, held: Qt.KeyboardModifier) -> None:
        here = self._here
        if here is None:
            self.walk_in()
            return
        if isinstance(here, AtHeading) and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            if self._grid.sections[here.section].is_folded is (key == Qt.Key.Key_Right):
                self.heading_pressed.emit(here.section)
            return
        places, sections = self._grid.places, self._grid.sections
        page_lines = (self._grid.viewport().height() - HEADING_PX) // places.cell.height()
        stops = {number for number, section in enumerate(sections) if section.folds_often}
        there = next_stop(places, stops, here, key, page_lines)
        if there:
            self.walk_to(there, held)

    @property
    def _here(self) -> Stop | None:
        sections = [section.key for section in self._grid.sections]
        if self._grid.at_heading in sections:
            return AtHeading(sections.index(self._grid.at_heading))
        current = self._grid.picking.current
        return None if current is None else AtRow(current)

    def walk_in(self) -> None:
        """To the first photo that is seen whole, or to a heading where all is folded."""
        whole = (row for row in self._grid.visible_rows if self._grid.cell(row).top() >= 0)
        row = next(whole, None)
        if row is not None:
            self.walk_to(AtRow(row))
        elif self._grid.has_headings:
            self.walk_to(AtHeading(0))

    def walk_to(self, stop: Stop, held: Qt.KeyboardModifier = _ALONE) -> None:
        """Go there; with Shift all in between is selected, with Ctrl nothing is."""
        if isinstance(stop, AtHeading):
            self._grid.at_heading = self._grid.sections[stop.section].key
            rect = self._grid.places.rect_of_heading(stop.section)
            self._grid.reveal(rect.top(), rect.bottom() + 1)
            self._grid.say(stop.section)
            return
        self._grid.leave_heading()
        if held & _SHIFT:
            self._grid.picking.extend(stop.row, adding=bool(held & _CTRL))
        elif held & _CTRL:
            self._grid.picking.stand_on(stop.row)
        else:
            self._grid.picking.pick(stop.row)
        self._grid.scrollTo(self._grid.currentIndex())

    def _walk_to_heading(self) -> None:
        current = self._grid.picking.current
        if current is not None and self._grid.has_headings:
            self.walk_to(AtHeading(self._grid.places.section_of(current)))
