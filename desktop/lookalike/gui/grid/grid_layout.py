"""Where every photo and heading of a grid is, by arithmetic: nothing is kept for a single row."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QPoint, QRect, QSize


@dataclass(frozen=True, slots=True)
class SectionShape:
    """How many photos are shown under a heading, and whether there is one."""

    rows: int
    has_heading: bool = False


class GridLayout:
    """Rows count through all sections; sections lie below each other, each from the left.

    Places are in pixels of the whole content. A question takes the logarithm of the number of
    sections.
    """

    def __init__(
        self, sections: Sequence[SectionShape], columns: int, cell: QSize, heading_px: int
    ) -> None:
        self.columns = columns
        self.cell = cell
        self._heading_px = [heading_px if section.has_heading else 0 for section in sections]
        self._first_rows = [0, *accumulate(section.rows for section in sections)]
        heights = (
            heading_px + self._lines(section.rows) * cell.height()
            for section, heading_px in zip(sections, self._heading_px, strict=True)
        )
        self._tops = [0, *accumulate(heights)]

    @property
    def row_count(self) -> int:
        return self._first_rows[-1]

    @property
    def section_count(self) -> int:
        return len(self._heading_px)

    @property
    def height_px(self) -> int:
        return self._tops[-1]

    def rows_of(self, section: int) -> range:
        """The rows under a heading."""
        return range(self._first_rows[section], self._first_rows[section + 1])

    def section_of(self, row: int) -> int:
        """The section a row is in; it must be one of the grid's."""
        return bisect_right(self._first_rows, row) - 1

    def section_at(self, y: int) -> int | None:
        """The section at a height, its heading included."""
        if not 0 <= y < self.height_px:
            return None
        return bisect_right(self._tops, y) - 1

    def rect_of_row(self, row: int) -> QRect:
        """The whole cell of a row; empty if there is no such row."""
        if not 0 <= row < self.row_count:
            return QRect()
        section = self.section_of(row)
        line, column = divmod(row - self._first_rows[section], self.columns)
        top = self._body_top(section) + line * self.cell.height()
        return QRect(QPoint(column * self.cell.width(), top), self.cell)

    def rect_of_heading(self, section: int) -> QRect:
        """All of the width that cells take; empty for a section without a heading."""
        width = self.columns * self.cell.width()
        return QRect(0, self._tops[section], width, self._heading_px[section])

    def rect_of_section(self, section: int) -> QRect:
        """Its heading and its cells."""
        top, width = self._tops[section], self.columns * self.cell.width()
        return QRect(0, top, width, self._tops[section + 1] - top)

    def row_at(self, place: QPoint) -> int | None:
        """The row whose cell covers a place."""
        section = self.section_at(place.y())
        column = place.x() // self.cell.width()
        if section is None or not 0 <= column < self.columns:
            return None
        line = (place.y() - self._body_top(section)) // self.cell.height()
        row = self._first_rows[section] + line * self.columns + column
        return row if line >= 0 and row in self.rows_of(section) else None

    def heading_at(self, y: int) -> int | None:
        """The section whose heading is at a height."""
        section = self.section_at(y)
        if section is None or y >= self._body_top(section):
            return None
        return section

    def rows_between(self, top: int, bottom: int) -> range:
        """The rows that show in a strip, which are always consecutive."""
        top, bottom = max(0, top), min(bottom, self.height_px)
        if top >= bottom:
            return range(0)
        return range(self._row_from(top), self._row_until(bottom))

    def sections_between(self, top: int, bottom: int) -> range:
        """The sections that show in a strip."""
        first = self.section_at(max(0, top))
        last = self.section_at(min(bottom, self.height_px) - 1)
        return range(0) if first is None or last is None else range(first, last + 1)

    def rows_touched(self, band: QRect, slack_px: int) -> list[range]:
        """The rows that a rubber band touches, reaching `slack_px` into their cells."""
        first = max(0, (band.left() + slack_px) // self.cell.width())
        last = min(self.columns, _rounded_up(band.right() + 1 - slack_px, self.cell.width()))
        top, bottom = band.top() + slack_px, band.bottom() + 1 - slack_px
        if first >= last:
            return []
        sections = self.sections_between(min(top, bottom), max(top, bottom))
        return _joined(
            rows
            for section in sections
            for rows in self._rows_of_lines(section, top, bottom, first, last)
        )

    def row_beside(self, row: int, lines: int) -> int | None:
        """The row some lines further down (or up, below 0), as near to its column as there is."""
        column = (row - self._first_rows[self.section_of(row)]) % self.columns
        step = 1 if lines > 0 else -1
        for _ in range(abs(lines)):
            further = self._row_in_next_line(row, column, step)
            if further is None:
                return None
            row = further
        return row

    def _lines(self, rows: int) -> int:
        return _rounded_up(rows, self.columns)

    def _body_top(self, section: int) -> int:
        return self._tops[section] + self._heading_px[section]

    def _row_from(self, y: int) -> int:
        section = bisect_right(self._tops, y) - 1
        line = max(0, (y - self._body_top(section)) // self.cell.height())
        return min(self._first_rows[section] + line * self.columns, self._first_rows[section + 1])

    def _row_until(self, y: int) -> int:
        section = bisect_right(self._tops, y - 1) - 1
        lines = max(0, _rounded_up(y - self._body_top(section), self.cell.height()))
        return min(self._first_rows[section] + lines * self.columns, self._first_rows[section + 1])

    def _rows_of_lines(
        self, section: int, top: int, bottom: int, first: int, last: int
    ) -> Iterator[range]:
        """The rows between two columns, line by line."""
        rows, body, height = self.rows_of(section), self._body_top(section), self.cell.height()
        lines = range(max(0, (top - body) // height), max(0, _rounded_up(bottom - body, height)))
        if last - first == self.columns:
            yield rows[lines.start * self.columns : lines.stop * self.columns]
            return
        for line in lines[: self._lines(len(rows))]:
            yield rows[line * self.columns + first : line * self.columns + last]

    def _row_in_next_line(self, row: int, column: int, step: int) -> int | None:
        section = self.section_of(row)
        rows = self.rows_of(section)
        line = (row - rows.start) // self.columns + step
        while not 0 <= line < self._lines(len(rows)):
            section += step
            if not 0 <= section < self.section_count:
                return None
            rows = self.rows_of(section)
            line = 0 if step > 0 else self._lines(len(rows)) - 1
        return min(rows.start + line * self.columns + column, rows.stop - 1)


def _rounded_up(count: int, of: int) -> int:
    return -(-count // of)


def _joined(ranges: Iterator[range]) -> list[range]:
    joined: list[range] = []
    for rows in ranges:
        if not rows:
            continue
        if joined and joined[-1].stop == rows.start:
            joined[-1] = range(joined[-1].start, rows.stop)
        else:
            joined.append(rows)
    return joined
