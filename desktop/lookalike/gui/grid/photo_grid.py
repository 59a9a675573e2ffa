"""The grid of photos: fills its width, shows what the list holds, says what a person picked."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView

from lookalike.gui.grid.likeness import Likeness
from lookalike.gui.grid.photo_list import PhotoList, PhotoRole
from lookalike.gui.grid.photo_tile import PhotoTile, TileShape
from lookalike.gui.grid.thumbnail_feed import ThumbnailFeed
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.photos import Photo, PhotoId

_KEYBOARD_REASONS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_WALKING_BUTTONS = (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton)
_DRAGGED_PX = 96
_OPENING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_BATCH = 10_000  # rows that are laid out in about 10 ms
TILE_SIZES_PX = (96, 128, 168, 224, 320)


class PhotoGrid(QListView):
    """`opened` and `similar_wanted` carry a PhotoId, `menu_wanted` a place on the screen."""

    opened = Signal(object)
    similar_wanted = Signal(object)
    menu_wanted = Signal(QPoint)
    tile_size_changed = Signal(int)
    chosen_changed = Signal()

    def __init__(self, feed: ThumbnailFeed, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("photo_grid")
        self.setAccessibleName("Photos")
        self.photos = PhotoList(self)
        self._feed = feed
        self._tile = PhotoTile(feed, theme)
        self._wanted_px = TILE_SIZES_PX[2]
        self._reaching: Callable[[], bool] | None = None
        self._arrange()
        self.setItemDelegate(self._tile)
        self.setModel(self.photos)
        self.doubleClicked.connect(self._open)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen_changed.emit())
        self.verticalScrollBar().rangeChanged.connect(lambda *_: self._reach(self._reaching))
        self.verticalScrollBar().actionTriggered.connect(self._stop_reaching)
        self._feed.arrived.connect(self._show_arrived)
        theme.changed.connect(self.viewport().update)

    def _arrange(self) -> None:
        # Looks as IconMode does with cells of one size, and is laid out in a tenth of the time.
        self.setViewMode(QListView.ViewMode.ListMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setBatchSize(_BATCH)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMouseTracking(True)

    def show_photos(
        self, ids: Sequence[PhotoId], likeness: Mapping[PhotoId, Likeness] | None = None
    ) -> None:
        """Show other photos, from the top."""
        self._stop_reaching()
        self.photos.show(ids, likeness)
        self.scrollToTop()
        self.chosen_changed.emit()

    def refresh(self, ids: Sequence[PhotoId]) -> None:
        """Show the same photos and some more or less, at the same place."""
        place = self.place
        self.photos.refresh(ids)
        if self.layoutMode() == QListView.LayoutMode.Batched and place and not self._reaching:
            self.go_to_place(place)

    @property
    def chosen(self) -> PhotoId | None:
        """The photo that is selected."""
        selected = self.selectedIndexes()
        return PhotoId(selected[0].data(PhotoRole.ID)) if selected else None

    def choose(self, photo_id: PhotoId | None) -> None:
        """Select a photo and bring it into view."""
        found = self.photos.index_of(photo_id) if photo_id is not None else QModelIndex()
        if found.isValid():
            self.setCurrentIndex(found)
            self._reach_row(found)

    @property
    def place(self) -> int:
        """How far down the grid is, for `go_to_place`."""
        return self.verticalScrollBar().value()

    def go_to_place(self, place: int) -> None:
        """Scroll back to an earlier `place`."""
        self._reach(lambda: self._scroll_by(place))

    def neighbor(self, photo_id: PhotoId, step: int) -> PhotoId | None:
        """The photo `step` rows further, if there is one."""
        row = self.photos.row_of(photo_id)
        if row is None or not 0 <= row + step < len(self.photos.ids):
            return None
        return self.photos.ids[row + step]

    def zoom(self, step: int) -> None:
        """Larger (1) or smaller (-1) tiles; 0 for the usual size."""
        at = TILE_SIZES_PX.index(self._wanted_px) + step if step else 2
        self.set_tile_size(TILE_SIZES_PX[max(0, min(len(TILE_SIZES_PX) - 1, at))])

    def set_tile_size(self, side_px: int) -> None:
        """The square in which each picture is shown whole."""
        if side_px == self._wanted_px:
            return
        self._wanted_px = side_px
        kept = self.selectedIndexes()[0] if self.chosen else self._topmost()
        self._fill_width()
        self._reach_row(kept)
        self.tile_size_changed.emit(side_px)

    @property
    def tile_size_px(self) -> int:
        return self._wanted_px

    def find_similar_place(self, photo_id: PhotoId) -> QPoint:
        """Where, in the viewport, the button on a photo is."""
        return self._button_of(self.photos.index_of(photo_id)).center()

    def doItemsLayout(self) -> None:
        """At once where that is quick: in batches, the place that is scrolled to gets lost."""
        is_quick = self.photos.rowCount() <= 2 * _BATCH
        mode = QListView.LayoutMode.SinglePass if is_quick else QListView.LayoutMode.Batched
        self.setLayoutMode(mode)
        super().doItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fill_width()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._stop_reaching()
        if event.key() in _OPENING_KEYS and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # Somebody who came by keyboard has to see where they are.
        if event.reason() in _KEYBOARD_REASONS and self.chosen is None:
            self.setCurrentIndex(self.currentIndex())

    def keyboardSearch(self, search: str) -> None:
        """Nothing: names are not known before their rows are painted."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._stop_reaching()
        if event.button() in _WALKING_BUTTONS:
            event.ignore()  # the window's
            return
        under = self.indexAt(event.position().toPoint())
        is_left = event.button() == Qt.MouseButton.LeftButton
        if (
            is_left
            and under.isValid()
            and self._button_of(under).contains(event.position().toPoint())
        ):
            self.setCurrentIndex(under)
            self.similar_wanted.emit(under.data(PhotoRole.ID))
            return
        super().mousePressEvent(event)

    def startDrag(self, _: Qt.DropAction) -> None:
        """The photo's file, under a small picture of it."""
        drag = QDrag(self)
        drag.setMimeData(self.photos.mimeData(self.selectedIndexes()))
        pixmap = self._feed.pixmap(self.chosen) if self.chosen is not None else None
        if pixmap:
            small = QSize(_DRAGGED_PX, _DRAGGED_PX) * self.devicePixelRatioF()
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode
            dragged = pixmap.scaled(small, keep, smooth.SmoothTransformation)
            dragged.setDevicePixelRatio(self.devicePixelRatioF())
            drag.setPixmap(dragged)
        drag.exec(Qt.DropAction.CopyAction)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.menu_wanted.emit(self.viewport().mapToGlobal(self._middle_of_current()))
        elif self.indexAt(event.pos()).isValid():
            self.menu_wanted.emit(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def _fill_width(self) -> None:
        caption_px = self.fontMetrics().height() + 4
        width_px = max(1, self.viewport().width() - 1)
        columns = max(1, width_px // (self._wanted_px + 2 * GRID_PX))
        # The gaps take up what is left over: pictures of a fixed size are not fetched anew
        # at every step of a resize.
        cell = QSize(width_px // columns, self._wanted_px + caption_px + 2 * GRID_PX)
        self._tile.shape = TileShape(cell, caption_px)
        self._feed.set_size(self._wanted_px, self.devicePixelRatioF())
        self.verticalScrollBar().setSingleStep(cell.height() // 3)
        if self.gridSize() != cell:
            self.setGridSize(cell)

    def _reach(self, scroll: Callable[[], bool] | None) -> None:
        """Scroll now, or when rows have been laid out as far as that: it happens in batches."""
        self._reaching = None
        if scroll and not scroll():
            self._reaching = scroll

    def _stop_reaching(self) -> None:
        """The person went elsewhere meanwhile."""
        self._reaching = None

    def _reach_row(self, index: QModelIndex) -> None:
        row = QPersistentModelIndex(index)  # photos may come in before it meanwhile
        self._reach(lambda: self._scroll_to(self.model().index(row.row(), 0)))

    def _scroll_to(self, index: QModelIndex) -> bool:
        self.scrollTo(index)
        return not self.visualRect(index).isEmpty()

    def _scroll_by(self, place: int) -> bool:
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(place)
        return self.verticalScrollBar().maximum() >= place

    def _show_arrived(self, photo_id: PhotoId, photo: Photo | None) -> None:
        if photo:
            self.photos.remember([photo])
        self.update(self.photos.index_of(photo_id))

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(PhotoRole.ID))

    def _button_of(self, index: QModelIndex) -> QRect:
        photo_id = PhotoId(index.data(PhotoRole.ID))
        return self._tile.button(photo_id, self.visualRect(index), self.devicePixelRatioF())

    def _middle_of_current(self) -> QPoint:
        return self.visualRect(self.currentIndex()).center()

    def _topmost(self) -> QModelIndex:
        return self.indexAt(QPoint(self._tile.shape.cell.width() // 2, 3 * GRID_PX))
