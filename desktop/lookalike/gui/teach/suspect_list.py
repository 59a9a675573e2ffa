"""The photos whose own label is doubted, the most doubtful first."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lookalike.gui.grid.thumbnail_feed import ThumbnailFeed
from lookalike.gui.panels.photo_canvas import claims, is_plain
from lookalike.gui.panels.row_list import RowList
from lookalike.gui.teach.photo_board import FETCHED_PX
from lookalike.gui.teach.suspect_view import SuspectView, SuspectWords
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.visuals.thumbnail import draw_thumbnail

_ROW_PX = 8 * GRID_PX
_SIDE_PX = 6 * GRID_PX
_VIEW = Qt.ItemDataRole.UserRole
_Role = Qt.ItemDataRole
_Index = QModelIndex | QPersistentModelIndex


class SuspectRows(RowList[SuspectView]):
    """One column."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent=parent)
        self.headings = ("",)
        self.words = SuspectWords()

    def text(self, row: SuspectView, column: int) -> str:
        return f"{row.label}\n{self.words.line(row)}"

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        if role == _VIEW:
            return self.shown[index.row()] if index.isValid() else None
        return super().data(index, role)


class SuspectList(QListView):
    """Signals:
    chosen_changed: another one, or none, is the current one.
    opened: the current one is to be seen large.
    key_pressed: carries a Qt.Key of those in `keys`.
    """

    chosen_changed = Signal()
    opened = Signal()
    key_pressed = Signal(object)

    def __init__(self, feed: ThumbnailFeed, theme: Theme, keys: Sequence[Qt.Key]) -> None:
        super().__init__()
        self._keys = keys
        self.rows = SuspectRows(self)
        self.setModel(self.rows)
        self.setObjectName("suspect_list")
        self.setAccessibleName(self.tr("Labels that are doubted"))
        self.setItemDelegate(_RowDelegate(feed, theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen_changed.emit())
        self.doubleClicked.connect(lambda _: self.opened.emit())
        feed.arrived.connect(lambda *_: self.viewport().update())
        theme.changed.connect(self.viewport().update)

    def show_suspects(self, views: Sequence[SuspectView]) -> None:
        """What is chosen stays so; where it is gone, the one that came after it is chosen."""
        chosen, row = self.chosen, self.currentIndex().row()
        place = self.verticalScrollBar().value()
        self.rows.show(views)
        keys = [view.key for view in views]
        if chosen and chosen.key in keys:
            row = keys.index(chosen.key)
        if views:
            self._go_to(min(max(row, 0), len(views) - 1))
            self.verticalScrollBar().setValue(place)
        self.chosen_changed.emit()

    @property
    def chosen(self) -> SuspectView | None:
        told = self.currentIndex().data(_VIEW)
        return told if isinstance(told, SuspectView) else None

    def event(self, event: QEvent) -> bool:
        is_own = claims(event, lambda key: is_plain(key) and key.key() in self._keys)
        return is_own or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif is_plain(event) and event.key() in self._keys:
            self.key_pressed.emit(Qt.Key(event.key()))
        else:
            super().keyPressEvent(event)

    def _go_to(self, row: int) -> None:
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self.rows.index(row, 0), how)


class _RowDelegate(QStyledItemDelegate):
    """The photo, the person's label, and what the program would say in grey beneath it."""

    def __init__(self, feed: ThumbnailFeed, theme: Theme, view: SuspectList) -> None:
        super().__init__(view)
        self._feed = feed
        self._theme = theme
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        shown = index.data(_VIEW)
        if not isinstance(shown, SuspectView):
            return
        painter.save()
        self._draw_ground(painter, option)
        inset = (_ROW_PX - _SIDE_PX) // 2
        corner = option.rect.topLeft()
        square = QRect(corner.x() + inset, corner.y() + inset, _SIDE_PX, _SIDE_PX)
        self._feed.set_size(FETCHED_PX, self._view.devicePixelRatioF())
        picture = self._feed.pixmap(shown.suspect.photo_id)
        draw_thumbnail(painter, square, picture, self._theme)
        words = option.rect.adjusted(_ROW_PX + inset // 2, 0, -GRID_PX, 0)
        self._draw_words(painter, words, option, shown)
        painter.restore()

    def sizeHint(self, _: QStyleOptionViewItem, __: _Index) -> QSize:
        return QSize(24 * GRID_PX, _ROW_PX)

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._theme.colour(_ground(self._view)))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, self._theme.colour("hover"))

    def _draw_words(
        self, painter: QPainter, place: QRect, option: QStyleOptionViewItem, shown: SuspectView
    ) -> None:
        is_on_accent = option.state & QStyle.StateFlag.State_Selected and self._view.hasFocus()
        metrics, cut = option.fontMetrics, Qt.TextElideMode.ElideRight
        line = QRect(place.left(), 0, place.width(), metrics.height())
        line.moveBottom(place.center().y())
        bold = QFont(option.font)
        bold.setBold(True)
        for text, colour, font in (
            (shown.label, "text", bold),
            (self._view.rows.words.line(shown), "secondary", option.font),
        ):
            painter.setFont(font)
            painter.setPen(self._theme.colour("on_accent" if is_on_accent else colour))
            short = painter.fontMetrics().elidedText(text, cut, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft, short)
            line.translate(0, metrics.height())


def _ground(view: SuspectList) -> str:
    """The accent is where the keyboard is."""
    return "accent" if view.hasFocus() else "pressed"
