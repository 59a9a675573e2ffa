"""Tables of figures with their intervals: of ways to compare, and of classes."""

from typing import Any, TypeVar

from PySide6.QtCore import (
    QCoreApplication,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lookalike.gui.evaluation.evaluation_view import (
    EvaluatedWay,
    curve_of,
    fraction_text,
    interval_text,
    is_best,
)
from lookalike.gui.panels.row_list import RowList
from lookalike.gui.panels.row_table import RowTable
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.translations import grouped
from lookalike.gui.visuals.curves import SAMPLE, sample_picture
from lookalike.library.evaluation.evaluation import ClassFigures, Figure

ORDER = Qt.ItemDataRole.UserRole
FIGURE = Qt.ItemDataRole.UserRole + 1
_FIRST_FIGURE = 2
_Role = Qt.ItemDataRole
translate = QCoreApplication.translate
_Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")


class FigureRows(RowList[Row]):
    """Two columns, and then P@1, P@10 and mAP."""

    def order(self, row: Row, column: int) -> str | float:
        """What a column is sorted by."""
        raise NotImplementedError

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        if role == ORDER and index.isValid():
            return self.order(self.shown[index.row()], index.column())
        return super().data(index, role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        at = section - _FIRST_FIGURE
        if role == _Role.ToolTipRole and orientation == Qt.Orientation.Horizontal and 0 <= at < 3:
            return self._meanings()[at]
        return super().headerData(section, orientation, role)

    def _meanings(self) -> tuple[str, str, str]:
        return (
            translate("FigureRows", "How often the first answer is right"),
            translate("FigureRows", "How many of the first ten answers are right"),
            translate("FigureRows", "How far up all right answers stand: mean average precision"),
        )


class WayRows(FigureRows[EvaluatedWay]):
    """One row for each space and distance; the best of each column is bold."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        way = (self.tr("Space"), self.tr("Distance"))
        self.headings = (*way, "P@1", "P@10", "mAP", self.tr("Queries"))

    def text(self, row: EvaluatedWay, column: int) -> str:
        told = [f"{fraction_text(each.value)} ({interval_text(each)})" for each in row.figures]
        return (row.space, row.distance, *told, grouped(row.evaluation.queries))[column]

    def order(self, row: EvaluatedWay, column: int) -> str | float:
        if column < _FIRST_FIGURE:
            return (row.space, row.distance)[column]
        values = [each.value for each in row.figures]
        return [*values, row.evaluation.queries][column - _FIRST_FIGURE]

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, at = self.shown[index.row()], index.column() - _FIRST_FIGURE
        if role == _Role.DecorationRole and index.column() == 0:
            ratio = QGuiApplication.primaryScreen().devicePixelRatio()
            return _icon(sample_picture(curve_of(row, self.shown), self._theme, ratio))
        if 0 <= at < len(row.figures):
            if role == FIGURE:
                return row.figures[at]
            if role == _Role.FontRole:
                return _bold() if is_best(row, self.shown, at) else None
        return super().data(index, role)


class ClassRows(FigureRows[ClassFigures]):
    """One row for each class."""

    def __init__(self) -> None:
        super().__init__()
        self.headings = (self.tr("Class"), self.tr("Queries"), "P@1", "P@10", "mAP")

    def text(self, row: ClassFigures, column: int) -> str:
        return (row.name, grouped(row.queries), *map(fraction_text, _values(row)))[column]

    def order(self, row: ClassFigures, column: int) -> str | float:
        return row.name if column == 0 else (row.queries, *_values(row))[column - 1]


def _values(row: ClassFigures) -> tuple[float, float, float]:
    return row.precision_at_1, row.precision_at_10, row.mean_average_precision


class FigureTable(RowTable):
    """Sorted here, as there are few rows; what is selected stays so."""

    def __init__(self, rows: FigureRows[Any], name: str) -> None:
        self._sorted = QSortFilterProxyModel()
        self._sorted.setSortRole(ORDER)
        self._sorted.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._sorted.setSourceModel(rows)
        super().__init__(self._sorted, name)
        for each in (rows, self._sorted):
            each.setParent(self)
        self.setItemDelegate(FigureDelegate(self))
        self.setIconSize(SAMPLE)
        self.setObjectName("figure_table")
        self.horizontalHeader().setStretchLastSection(False)

    @property
    def numbers(self) -> list[int]:
        """The rows of the list beneath, in the order that is shown."""
        count = self._sorted.rowCount()
        return [self._sorted.mapToSource(self._sorted.index(row, 0)).row() for row in range(count)]

    @property
    def selected_numbers(self) -> list[int]:
        """The same of those that are selected."""
        numbers = self.numbers
        return [numbers[row] for row in self.selected_rows]

    def select_number(self, number: int) -> None:
        """Alone."""
        self.selectRow(self.numbers.index(number))

    def add_to_selection(self, number: int) -> None:
        place = self._sorted.index(self.numbers.index(number), 0)
        how = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(place, how.Select | how.Rows)

    def fit_height(self, most: int) -> None:
        """As high as its rows, and at most so many of them."""
        rows = self.verticalHeader().defaultSectionSize() * min(most, self._sorted.rowCount())
        frame = 2 * self.frameWidth()
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + frame)


class FigureDelegate(QStyledItemDelegate):
    """A figure in the text's colour, its interval in grey behind it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        figure = index.data(FIGURE)
        if not isinstance(figure, Figure):
            super().paint(painter, option, index)
            return
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        shown.text = ""
        style = shown.widget.style() if shown.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, shown.widget)
        _draw_figure(painter, shown, figure)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        hint = super().sizeHint(option, index)
        return hint + QSize(2 * GRID_PX, 0)


def _draw_figure(painter: QPainter, shown: QStyleOptionViewItem, figure: Figure) -> None:
    painter.save()
    is_selected = bool(shown.state & QStyle.StateFlag.State_Selected)
    palette, middle = shown.palette, Qt.AlignmentFlag.AlignVCenter
    place = QRect(shown.rect).adjusted(GRID_PX + 3, 0, -GRID_PX, 0)
    painter.setFont(shown.font)
    painter.setPen(palette.highlightedText().color() if is_selected else palette.text().color())
    value = fraction_text(figure.value)
    painter.drawText(place, middle, value)
    advance = QFontMetrics(_bold()).horizontalAdvance(value)
    place.moveTopLeft(place.topLeft() + QPoint(advance + GRID_PX, 0))
    painter.setFont(QApplication.font())
    painter.setPen(palette.placeholderText().color())
    painter.drawText(place, middle, interval_text(figure))
    painter.restore()


def _icon(picture: QPixmap) -> QIcon:
    """In its own colours even where it is selected."""
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)
    return icon


def _bold() -> QFont:
    font = QFont(QApplication.font())
    font.setBold(True)
    return font
