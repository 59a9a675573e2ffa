"""Where the arrow keys lead: from photo to photo, with a stop at headings that unfold."""

from collections.abc import Callable, Container
from dataclasses import dataclass

from PySide6.QtCore import Qt

from lookalike.gui.grid.grid_layout import GridLayout


@dataclass(frozen=True, slots=True)
class AtRow:
    """The keyboard is on a photo."""

    row: int


@dataclass(frozen=True, slots=True)
class AtHeading:
    """The keyboard is on a heading."""

    section: int


Stop = AtRow | AtHeading


def next_stop(
    layout: GridLayout, stops: Container[int], here: Stop, key: int, page_lines: int
) -> Stop | None:
    """Where `key` leads, or None where it leads nowhere.

    Args:
        stops: sections whose headings are stopped at.
    """
    find = _WAYS.get(key)
    if find is None:
        return None
    return find(_Walk(layout, stops, max(1, page_lines)), here)


@dataclass(frozen=True, slots=True)
class _Walk:
    layout: GridLayout
    stops: Container[int]
    page_lines: int

    def first(self, _: Stop) -> Stop | None:
        return self._row(0)

    def last(self, _: Stop) -> Stop | None:
        return self._row(self.layout.row_count - 1)

    def left(self, here: Stop) -> Stop | None:
        return self._row(here.row - 1) if isinstance(here, AtRow) else None

    def right(self, here: Stop) -> Stop | None:
        return self._row(here.row + 1) if isinstance(here, AtRow) else None

    def page_down(self, here: Stop) -> Stop | None:
        return self._paged(here, 1) or self.last(here)

    def page_up(self, here: Stop) -> Stop | None:
        return self._paged(here, -1) or self.first(here)

    def down(self, here: Stop) -> Stop | None:
        if isinstance(here, AtHeading):
            rows = self.layout.rows_of(here.section)
            return AtRow(rows.start) if rows else self._down_from(here.section, rows.start)
        below = self.layout.row_beside(here.row, 1)
        section = self.layout.section_of(here.row)
        if below is not None and self.layout.section_of(below) == section:
            return AtRow(below)
        return self._down_from(section, below)

    def up(self, here: Stop) -> Stop | None:
        if isinstance(here, AtHeading):
            first = self.layout.rows_of(here.section).start
            return self._up_from(here.section - 1, first - 1)
        above = self.layout.row_beside(here.row, -1)
        section = self.layout.section_of(here.row)
        if above is not None and self.layout.section_of(above) == section:
            return AtRow(above)
        return self._up_from(section, above)

    def _down_from(self, section: int, row: int | None) -> Stop | None:
        """Into the sections below, to `row` unless a heading is stopped at before."""
        found = self._row(row)
        last = self.layout.section_count - 1
        if isinstance(found, AtRow):
            last = self.layout.section_of(found.row)
        ahead = (below for below in range(section + 1, last + 1) if below in self.stops)
        heading = next(ahead, None)
        return found if heading is None else AtHeading(heading)

    def _up_from(self, section: int, row: int | None) -> Stop | None:
        found = self._row(row)
        first = self.layout.section_of(found.row) + 1 if isinstance(found, AtRow) else 0
        ahead = (above for above in range(section, first - 1, -1) if above in self.stops)
        heading = next(ahead, None)
        return found if heading is None else AtHeading(heading)

    def _paged(self, here: Stop, step: int) -> Stop | None:
        row = here.row if isinstance(here, AtRow) else self.layout.rows_of(here.section).start
        if not 0 <= row < self.layout.row_count:
            return None
        return self._row(self.layout.row_beside(row, step * self.page_lines))

    def _row(self, row: int | None) -> Stop | None:
        is_there = row is not None and 0 <= row < self.layout.row_count
        return AtRow(row) if row is not None and is_there else None


_WAYS: dict[int, Callable[[_Walk, Stop], Stop | None]] = {
    Qt.Key.Key_Home: _Walk.first,
    Qt.Key.Key_End: _Walk.last,
    Qt.Key.Key_Left: _Walk.left,
    Qt.Key.Key_Right: _Walk.right,
    Qt.Key.Key_Up: _Walk.up,
    Qt.Key.Key_Down: _Walk.down,
    Qt.Key.Key_PageUp: _Walk.page_up,
    Qt.Key.Key_PageDown: _Walk.page_down,
}
WALKING_KEYS = frozenset(_WAYS)
