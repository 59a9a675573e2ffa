"""Small photos with a line or two beneath each: in a strip, or as a grid to check and uncheck."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
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
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
    QPixmap,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from lookalike.gui.grid.thumbnail_feed import ThumbnailFeed
from lookalike.gui.panels.photo_canvas import claims, is_plain
from lookalike.gui.plain_tip import plain_tip
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.visuals.thumbnail import draw_ring, draw_thumbnail
from lookalike.photos import PhotoId

SHOWN = Qt.ItemDataRole.UserRole
# One size for every list: another one would let the feed fetch all of them again.
_FETCHED_PX = 14 * GRID_PX
_GAP_PX = GRID_PX
_BADGE_PX = 20
_NO_PARENT = QModelIndex()
_Role = Qt.ItemDataRole
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class SmallPhoto:
    """One of them.

    Args:
        caption: beneath the picture, cut where it is too long.
        note: beneath the caption, in grey.
        tip: for those who hover or listen.
        is_dim: it counts less than the others.
    """

    photo_id: PhotoId
    caption: str = ""
    note: str = ""
    tip: str = ""
    is_dim: bool = False


class SmallPhotoList(QAbstractListModel):
    """What is shown, and which of it is not checked."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.shown: Sequence[SmallPhoto] = ()
        self.unchecked: set[PhotoId] = set()

    def show(self, photos: Sequence[SmallPhoto]) -> None:
        self.beginResetModel()
        self.shown = photos
        self.endResetModel()

    def toggle(self, row: int) -> None:
        self.unchecked ^= {self.shown[row].photo_id}
        self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self.shown):
            return None
        shown = self.shown[index.row()]
        told = shown.tip or "\n".join(filter(None, (shown.caption, shown.note)))
        if role == SHOWN:
            return shown
        if role == _Role.ToolTipRole:
            return plain_tip(told)
        return told.replace("\n", ", ") if role == _Role.AccessibleTextRole else None


class SmallPhotos(QListView):
    """A strip or a grid of them.

    Signals:
        photo_chosen: carries the row that a person clicked.
        checked_changed: other photos are checked now.

    Args:
        side_px: of the square that a picture has.
        lines: of text beneath it.
        is_strip: in one line, whose first photo is marked; else a grid to check and uncheck.
    """

    photo_chosen = Signal(int)
    checked_changed = Signal()

    def __init__(
        self, feed: ThumbnailFeed, theme: Theme, side_px: int, *, lines: int, is_strip: bool
    ) -> None:
        super().__init__()
        self._side_px, self._lines, self._is_strip = side_px, lines, is_strip
        self._feed = feed
        self.photos = SmallPhotoList(self)
        self.setModel(self.photos)
        self.marked_row: int | None = None
        self.setObjectName("small_photos")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_Painter(theme, self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self._shape()
        self.clicked.connect(lambda index: self.photo_chosen.emit(index.row()))
        feed.arrived.connect(lambda *_: self.viewport().update())
        theme.changed.connect(self.viewport().update)

    @property
    def cell(self) -> QSize:
        """Of one photo with its words, and the space around."""
        words_px = self._lines * self.fontMetrics().height() + GRID_PX // 2
        return QSize(self._side_px + _GAP_PX, self._side_px + words_px + _GAP_PX)

    @property
    def side_px(self) -> int:
        return self._side_px

    @property
    def can_check(self) -> bool:
        return not self._is_strip

    def picture(self, photo_id: PhotoId) -> QPixmap | None:
        """From memory; it is fetched where it is not there."""
        self._feed.set_size(_FETCHED_PX, self.devicePixelRatioF())
        return self._feed.pixmap(photo_id)

    def show_photos(self, photos: Sequence[SmallPhoto]) -> None:
        """In place of the others; a photo that was unchecked stays so."""
        place, row = self.verticalScrollBar().value(), self.currentIndex().row()
        self.photos.show(photos)
        if self._is_strip:
            self.scrollToTop()
            return
        self.doItemsLayout()
        self.verticalScrollBar().setValue(place)
        if photos and row >= 0:
            self.setCurrentIndex(self.photos.index(min(row, len(photos) - 1)))

    def toggle(self, row: int) -> None:
        """Check or uncheck one."""
        self.photos.toggle(row)
        self.checked_changed.emit()

    def event(self, event: QEvent) -> bool:
        """Space is not the window's here."""
        is_own = self.can_check and claims(event, _is_space)
        return is_own or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.text() and not _is_space(event):
            event.ignore()  # a list would look for names that begin so
        elif self.can_check and _is_space(event) and row >= 0:
            self.toggle(row)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.photos.shown and not self.currentIndex().isValid():
            self.setCurrentIndex(self.photos.index(0))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A strip has one direction, which every wheel moves it in."""
        if not self._is_strip:
            super().wheelEvent(event)
            return
        turned = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (turned.y() or turned.x()))
        event.accept()

    def _shape(self) -> None:
        self.setGridSize(self.cell)
        if not self._is_strip:
            return
        self.setWrapping(False)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(self.cell.height())


class _Painter(QStyledItemDelegate):
    """Draws one photo, its words, and whether it is checked."""

    def __init__(self, theme: Theme, view: SmallPhotos) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _: QStyleOptionViewItem, __: _Index) -> QSize:
        return self._view.cell

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        shown = index.data(SHOWN)
        if not isinstance(shown, SmallPhoto):
            return
        painter.save()
        is_out = self._view.can_check and shown.photo_id in self._view.photos.unchecked
        painter.setOpacity(0.4 if is_out or shown.is_dim else 1)
        square = self._square(option.rect)
        place = draw_thumbnail(painter, square, self._view.picture(shown.photo_id), self._theme)
        painter.setOpacity(1)
        if self._view.can_check:
            self._draw_badge(painter, place, is_checked=not is_out)
        is_marked = index.row() == self._view.marked_row
        if is_marked or option.state & _LIT:
            draw_ring(painter, place, self._theme, 3 if is_marked else 2)
        self._draw_words(painter, square, (shown.caption, shown.note))
        painter.restore()

    def _square(self, cell: QRect) -> QRect:
        side_px = self._view.side_px
        return QRect(cell.left() + _GAP_PX // 2, cell.top() + _GAP_PX // 2, side_px, side_px)

    def _draw_badge(self, painter: QPainter, place: QRectF, *, is_checked: bool) -> None:
        """Told by its form as well as by its colour."""
        badge = QRectF(0, 0, _BADGE_PX, _BADGE_PX)
        badge.moveBottomRight(place.bottomRight() - QPointF(4, 4))
        painter.setPen(QPen(self._theme.colour("on_accent" if is_checked else "secondary"), 2))
        painter.setBrush(self._theme.colour("accent" if is_checked else "grid"))
        painter.drawEllipse(badge)
        if is_checked:
            middle = badge.center()
            ends = [middle + QPointF(*each) for each in ((-4, 0), (-1, 3), (4, -3))]
            painter.drawPolyline(QPolygonF(ends))

    def _draw_words(self, painter: QPainter, square: QRect, words: Sequence[str]) -> None:
        metrics = QFontMetrics(painter.font())
        line = QRect(square.left(), square.bottom() + 1, square.width(), metrics.height())
        line.translate(0, GRID_PX // 2)
        for text, colour in zip(filter(None, words), ("text", "secondary"), strict=False):
            painter.setPen(self._theme.colour(colour))
            short = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, short)
            line.translate(0, metrics.height())


def _is_space(event: QKeyEvent) -> bool:
    return is_plain(event) and event.key() == Qt.Key.Key_Space


# Under the mouse, or where the keyboard is.
_LIT = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus
