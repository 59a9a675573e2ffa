"""A board of thumbnails, with a word beneath each where there is one: a click opens a photo."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from lookalike.gui.grid.thumbnail_feed import ThumbnailFeed
from lookalike.gui.plain_tip import plain_tip
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.visuals.thumbnail import draw_ring, draw_thumbnail
from lookalike.photos import Photo, PhotoId

PHOTO_ID = Qt.ItemDataRole.UserRole
CAPTION = Qt.ItemDataRole.UserRole + 1
# All pictures are fetched at this size, and drawn smaller where there is less room: a feed keeps
# one size of each.
FETCHED_PX = 18 * GRID_PX
_GAP_PX = GRID_PX // 2
_Role = Qt.ItemDataRole
_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class BoardPhotos(QAbstractListModel):
    """Ids and captions, and names once they are known."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.ids: Sequence[PhotoId] = ()
        self._captions: Sequence[str] = ()
        self._names: dict[PhotoId, str] = {}

    def show(self, ids: Sequence[PhotoId], captions: Sequence[str]) -> None:
        self.beginResetModel()
        self.ids, self._captions = ids, captions
        self.endResetModel()

    def name(self, photo_id: PhotoId, photo: Photo | None) -> None:
        """A thumbnail came, and with it what the photo is called."""
        if photo:
            self._names[photo_id] = photo.path.name

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.ids)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        photo_id = self.ids[index.row()]
        caption = self._captions[index.row()] if self._captions else ""
        if role == PHOTO_ID:
            return photo_id
        if role == CAPTION:
            return caption
        if role in (_Role.ToolTipRole, _Role.AccessibleTextRole):
            told = filter(None, (caption, self._names.get(photo_id)))
            return plain_tip("\n".join(told))
        return None


class PhotoBoard(QListView):
    """For the mouse and the keyboard.

    Signals:
        photo_wanted: carries the PhotoId of a photo that is to be seen large.
        chosen_changed: another photo is the current one.
    """

    photo_wanted = Signal(object)
    chosen_changed = Signal()

    def __init__(
        self, feed: ThumbnailFeed, theme: Theme, side_px: int, *, has_captions: bool = False
    ) -> None:
        super().__init__()
        words_px = self.fontMetrics().height() if has_captions else 0
        self.cell = QSize(side_px, side_px + words_px) + QSize(2 * _GAP_PX, 2 * _GAP_PX)
        self.photos = BoardPhotos(self)
        self.setModel(self.photos)
        self.setObjectName("photo_board")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_TileDelegate(feed, theme, self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setGridSize(self.cell)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.clicked.connect(self._open)
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen_changed.emit())
        feed.arrived.connect(self.photos.name)
        feed.arrived.connect(lambda *_: self.viewport().update())
        theme.changed.connect(self.viewport().update)

    def show_photos(self, ids: Sequence[PhotoId], captions: Sequence[str] = ()) -> None:
        """A caption for each of them, or none at all."""
        self.photos.show(ids, captions)
        self.scrollToTop()
        if self.hasFocus():
            self._begin_at_first()

    @property
    def chosen(self) -> PhotoId | None:
        """The photo that the keyboard is on."""
        told = self.currentIndex().data(PHOTO_ID)
        return None if told is None else PhotoId(told)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self._begin_at_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _begin_at_first(self) -> None:
        just_go = QItemSelectionModel.SelectionFlag.NoUpdate
        self.selectionModel().setCurrentIndex(self.photos.index(0, 0), just_go)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.photo_wanted.emit(index.data(PHOTO_ID))


class _TileDelegate(QStyledItemDelegate):
    def __init__(self, feed: ThumbnailFeed, theme: Theme, board: PhotoBoard) -> None:
        super().__init__(board)
        self._feed = feed
        self._theme = theme
        self._board = board

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        inside = option.rect.adjusted(_GAP_PX, _GAP_PX, -_GAP_PX, -_GAP_PX)
        square = QRect(inside.topLeft(), QSize(inside.width(), inside.width()))
        self._feed.set_size(FETCHED_PX, self._board.devicePixelRatioF())
        picture = self._feed.pixmap(index.data(PHOTO_ID))
        place = draw_thumbnail(painter, square, picture, self._theme)
        if option.state & _LIT:
            draw_ring(painter, place, self._theme)
        cut, caption = Qt.TextElideMode.ElideRight, index.data(CAPTION)
        painter.setPen(self._theme.colour("secondary"))
        short = painter.fontMetrics().elidedText(caption, cut, inside.width())
        painter.drawText(inside, _AT_FOOT, short)
        painter.restore()

    def sizeHint(self, _: QStyleOptionViewItem, __: _Index) -> QSize:
        return self._board.cell


_AT_FOOT = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter
# Under the mouse, or where the keyboard is.
_LIT = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus
