"""The queries that found least of what is right, each with its first answers, as pictures."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from lookalike.gui.evaluation.evaluation_view import WorstQuery, fraction_text
from lookalike.gui.grid.thumbnail_feed import ThumbnailFeed
from lookalike.gui.panels.row_list import RowList
from lookalike.gui.plain_tip import plain_tip
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.visuals.thumbnail import draw_ring, draw_thumbnail
from lookalike.library.evaluation.evaluation import ClassedPhoto
from lookalike.photos import PhotoId

ANSWERS = 5
SIDE_PX = 9 * GRID_PX
QUERY, WORDS = 0, ANSWERS + 1
PHOTO = Qt.ItemDataRole.UserRole
QUERIED = Qt.ItemDataRole.UserRole + 1
_GAP_PX = GRID_PX // 2
_APART_PX = 2 * GRID_PX  # between a query and its answers
_BADGE_PX = 18
_Role = Qt.ItemDataRole
_Index = QModelIndex | QPersistentModelIndex


class WorstRows(RowList[WorstQuery]):
    """The query, its answers, and words about them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent=parent)
        numbers = [str(number) for number in range(1, ANSWERS + 1)]
        self.headings = (self.tr("Query"), *numbers, "")

    def photo(self, row: WorstQuery, column: int) -> ClassedPhoto | None:
        if column == QUERY:
            return row.photo
        at = column - 1
        return row.answers[at] if at < min(ANSWERS, len(row.answers)) else None

    def text(self, row: WorstQuery, column: int) -> str:
        """For those who hover or listen; of the words only what is there to be read."""
        photo = self.photo(row, column)
        if column == WORDS:
            return "\n".join(self.words(row))
        if photo is None:
            return ""
        if column == QUERY:
            return f"{photo.path.name}\n{photo.class_name}"
        judged = self.tr("right") if row.is_right(photo) else self.tr("wrong")
        return f"{photo.path.name}\n{photo.class_name} ({judged})"

    def words(self, row: WorstQuery) -> list[str]:
        """The class and name of the query, and what came of it."""
        value = fraction_text(row.average_precision)
        lines = [row.photo.class_name, row.photo.path.name]
        lines.append(self.tr("average precision {value}").format(value=value))
        if row.instead:
            told = self.tr("found: {classes}")
            lines.append(told.format(classes=", ".join(row.instead)))
        return lines

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self.shown):
            return None
        row = self.shown[index.row()]
        if role == QUERIED:
            return row
        if role == PHOTO:
            return self.photo(row, index.column())
        if role == _Role.ToolTipRole:
            return plain_tip(self.text(row, index.column()))
        return super().data(index, role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        if role == _Role.TextAlignmentRole and section <= ANSWERS:
            return Qt.AlignmentFlag.AlignCenter
        return super().headerData(section, orientation, role)


class WorstBoard(QTableView):
    """A table of pictures, for the mouse and the keyboard.

    Signals:
        query_wanted: carries the PhotoId of a query that is to be searched by.
        photo_wanted: carries that of a photo that is to be seen large.
        chosen_changed: another photo is the current one.
    """

    query_wanted = Signal(object)
    photo_wanted = Signal(object)
    chosen_changed = Signal()

    def __init__(self, feed: ThumbnailFeed, theme: Theme) -> None:
        super().__init__()
        self._feed = feed
        self.rows = WorstRows(self)
        self.setModel(self.rows)
        self.setObjectName("worst_board")
        self.setAccessibleName(self.tr("The worst queries and their first answers"))
        self.setItemDelegate(_TileDelegate(feed, theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self._size_cells()
        self.clicked.connect(self._take_click)
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen_changed.emit())
        feed.arrived.connect(lambda *_: self.viewport().update())
        theme.changed.connect(self.viewport().update)

    def show_queries(self, queries: Sequence[WorstQuery]) -> None:
        self.rows.show(queries)
        self.scrollToTop()
        if self.hasFocus():
            self._begin_at_first()

    @property
    def chosen(self) -> PhotoId | None:
        """The photo that the keyboard is on."""
        photo = self.currentIndex().data(PHOTO)
        return photo.photo_id if isinstance(photo, ClassedPhoto) else None

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self._begin_at_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen is not None:
            self.photo_wanted.emit(self.chosen)
        else:
            super().keyPressEvent(event)

    def _begin_at_first(self) -> None:
        just_go = QItemSelectionModel.SelectionFlag.NoUpdate
        self.selectionModel().setCurrentIndex(self.rows.index(0, 0), just_go)

    def _take_click(self, index: QModelIndex) -> None:
        photo = index.data(PHOTO)
        if isinstance(photo, ClassedPhoto):
            signal = self.query_wanted if index.column() == QUERY else self.photo_wanted
            signal.emit(photo.photo_id)

    def _size_cells(self) -> None:
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        for header in (rows, columns):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(GRID_PX)
            # With the table's own, each paint asks of every row whether its columns are selected.
            header.setSelectionModel(QItemSelectionModel(self.rows, header))
        rows.setDefaultSectionSize(SIDE_PX + 2 * _GAP_PX)
        rows.hide()
        columns.setSectionsClickable(False)
        for column in range(WORDS):
            apart_px = _APART_PX if column == QUERY else 0
            self.setColumnWidth(column, SIDE_PX + 2 * _GAP_PX + apart_px)
        columns.setStretchLastSection(True)


class _TileDelegate(QStyledItemDelegate):
    """Draws a photo with a mark for right and wrong, or the words."""

    def __init__(self, feed: ThumbnailFeed, theme: Theme, board: WorstBoard) -> None:
        super().__init__(board)
        self._feed = feed
        self._theme = theme
        self._board = board

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row, photo = index.data(QUERIED), index.data(PHOTO)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.column() == WORDS:
            self._draw_words(painter, option.rect, self._board.rows.words(row))
        elif isinstance(photo, ClassedPhoto):
            place = self._draw_photo(painter, option, photo)
            if index.column() != QUERY:
                self._draw_mark(painter, place.bottomRight(), is_right=row.is_right(photo))
        painter.restore()

    def sizeHint(self, _: QStyleOptionViewItem, __: _Index) -> QSize:
        return QSize(SIDE_PX, SIDE_PX)

    def _draw_photo(
        self, painter: QPainter, option: QStyleOptionViewItem, photo: ClassedPhoto
    ) -> QRectF:
        """Says where it lies."""
        self._feed.set_size(SIDE_PX, self._board.devicePixelRatioF())
        picture = self._feed.pixmap(photo.photo_id) if photo.photo_id is not None else None
        place = draw_thumbnail(painter, _square(option.rect), picture, self._theme)
        if option.state & _LIT:
            draw_ring(painter, place, self._theme)
        return place

    def _draw_mark(self, painter: QPainter, corner: QPointF, *, is_right: bool) -> None:
        """Told by its form as well as by its colour."""
        badge = QRectF(0, 0, _BADGE_PX, _BADGE_PX)
        badge.moveBottomRight(corner + QPointF(3, 3))
        painter.setPen(QPen(self._theme.colour("grid"), 2))
        painter.setBrush(self._theme.colour("accent" if is_right else "warning"))
        painter.drawEllipse(badge)
        icon, colour = ("done", "on_accent") if is_right else ("close", "grid")
        side_px = _BADGE_PX - 6
        ratio = self._board.devicePixelRatioF()
        drawn = self._theme.picture(icon, side_px, colour, ratio)
        painter.drawPixmap(badge.center() - QPointF(side_px, side_px) / 2, drawn)

    def _draw_words(self, painter: QPainter, cell: QRect, words: Sequence[str]) -> None:
        """The first in the text's colour, the others grey, one beneath the other."""
        metrics = QFontMetrics(painter.font())
        place = cell.adjusted(2 * GRID_PX, 0, -GRID_PX, 0)
        line = QRect(place.topLeft(), QSize(place.width(), metrics.height()))
        line.moveTop(cell.center().y() - len(words) * metrics.height() // 2)
        for number, text in enumerate(words):
            painter.setPen(self._theme.colour("secondary" if number else "text"))
            cut = Qt.TextElideMode.ElideRight if number > 1 else Qt.TextElideMode.ElideMiddle
            painter.drawText(line, metrics.elidedText(text, cut, line.width()))
            line.translate(0, metrics.height())


def _square(cell: QRect) -> QRect:
    return QRect(cell.left() + _GAP_PX, cell.top() + _GAP_PX, SIDE_PX, SIDE_PX)


# Under the mouse, or where the keyboard is.
_LIT = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus
