"""What clicks, keys and rubber bands do to the selection, as every file manager has it."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QPersistentModelIndex,
)

_Flag = QItemSelectionModel.SelectionFlag


class Picking:
    """Selects rows, as ranges: a hundred thousand cost no more than one."""

    def __init__(self, rows: QAbstractItemModel, selection: QItemSelectionModel) -> None:
        self._rows = rows
        self._selection = selection
        self._anchor = QPersistentModelIndex()
        self._before_band = QItemSelection()

    @property
    def current(self) -> int | None:
        """The row that the keyboard is on."""
        row = self._selection.currentIndex().row()
        return row if row >= 0 else None

    @property
    def selected(self) -> list[range]:
        """The selected rows, in order."""
        return rows_of(self._selection.selection())

    @property
    def count(self) -> int:
        """How many rows are selected."""
        return sum(len(rows) for rows in self.selected)

    def is_selected(self, row: int) -> bool:
        return self._selection.isSelected(self._rows.index(row, 0))

    def pick(self, row: int) -> None:
        """This row alone."""
        self._select([range(row, row + 1)], _Flag.ClearAndSelect)
        self._stand_on(row)

    def toggle(self, row: int) -> None:
        """In or out, whatever else is selected."""
        self._select([range(row, row + 1)], _Flag.Toggle)
        self._stand_on(row)

    def extend(self, row: int, *, adding: bool = False) -> None:
        """All from where the last pick was until here."""
        anchor = self._anchor.row() if self._anchor.isValid() else row
        rows = range(min(anchor, row), max(anchor, row) + 1)
        self._select([rows], _Flag.Select if adding else _Flag.ClearAndSelect)
        self._stand_on(row, is_anchor=not self._anchor.isValid())

    def stand_on(self, row: int) -> None:
        """Move the keyboard there, and select nothing."""
        self._stand_on(row)

    def pick_all(self) -> None:
        self._select([range(self._rows.rowCount())], _Flag.ClearAndSelect)

    def clear(self) -> None:
        """Neither a selection nor a current row."""
        self._anchor = QPersistentModelIndex()
        self._selection.clear()

    def begin_band(self, *, adding: bool) -> None:
        """A rubber band is drawn, which selects as long as it is held."""
        self._before_band = QItemSelection()
        if adding:
            self._before_band.merge(self._selection.selection(), _Flag.Select)
        else:
            self.clear()

    def pick_band(self, rows: Iterable[range]) -> None:
        """What the band touches now, and what was selected before if it adds."""
        touched = self._ranges(rows)
        touched.merge(self._before_band, _Flag.Select)
        self._selection.select(touched, _Flag.ClearAndSelect)

    def restore(self, rows: Sequence[range]) -> None:
        """Select again what was selected, wherever it is now."""
        self._select(rows, _Flag.ClearAndSelect)

    def _select(self, rows: Iterable[range], flag: QItemSelectionModel.SelectionFlag) -> None:
        self._selection.select(self._ranges(rows), flag)

    def _ranges(self, rows: Iterable[range]) -> QItemSelection:
        ranges = QItemSelection()
        for part in rows:
            if part:
                first, last = (self._rows.index(row, 0) for row in (part[0], part[-1]))
                ranges.append(QItemSelectionRange(first, last))
        return ranges

    def _stand_on(self, row: int, *, is_anchor: bool = True) -> None:
        index = self._rows.index(row, 0)
        self._selection.setCurrentIndex(index, _Flag.NoUpdate)
        if is_anchor:
            self._anchor = QPersistentModelIndex(index)


def rows_of(selection: QItemSelection) -> list[range]:
    """The rows of a selection, in order."""
    parts = (selection.at(number) for number in range(selection.count()))
    ranges = (range(part.top(), part.bottom() + 1) for part in parts if part.isValid())
    return sorted(ranges, key=lambda rows: rows.start)
