"""The grid of photos: fills its width, shows what the list holds, says what a person picked."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip

from lookalike.gui.grid.contents import GridContents, Section
from lookalike.gui.grid.folding import unfolded_for
from lookalike.gui.grid.grid_keys import GridKeys
from lookalike.gui.grid.grid_mouse import GridMouse
from lookalike.gui.grid.grid_surface import GridSurface, Hit
from lookalike.gui.grid.headings import HEADING_PX
from lookalike.gui.grid.likeness import Likeness
from lookalike.gui.grid.photo_drag import MOST_DRAGGED, PathsOf, drag_picture, dragged_data
from lookalike.gui.grid.thumbnail_feed import ThumbnailFeed
from lookalike.gui.grid.tile_parts import Part
from lookalike.gui.grid.walking import AtRow
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.translations import grouped
from lookalike.photos import Photo, PhotoId

TILE_SIZES_PX = (96, 128, 168, 224, 320)
_USUAL = 2
_KEYBOARD_REASONS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_WHEEL_STEP = 120
_PINCH_STEP = 0.25
_MANY = 1000  # selected photos that are cheaper to select again than to move one by one


class PhotoGrid(GridSurface):
    """`opened`, `similar_wanted` and `why_wanted` carry a PhotoId, `menu_wanted` a screen place.

    `marked` carries a PhotoId and True for "more like this", False for "less like this"; whether
    that puts a mark or takes it away is for the window to decide. `more_wanted` comes once for
    what is shown when a person gets near its end.

    Args:
        paths_of: where the files of photos are, for dragging them out; at most `MOST_DRAGGED`.
    """

    opened = Signal(object)
    similar_wanted = Signal(object)
    why_wanted = Signal(object)
    marked = Signal(object, bool)
    menu_wanted = Signal(QPoint)
    tile_size_changed = Signal(int)
    chosen_changed = Signal()
    more_wanted = Signal()

    def __init__(self, feed: ThumbnailFeed, theme: Theme, paths_of: PathsOf | None = None) -> None:
        super().__init__(feed, theme)
        self.setObjectName("photo_grid")
        self.setAccessibleName(self.tr("Photos"))
        self._paths_of = paths_of
        self._keys = GridKeys(self)
        self._mouse = GridMouse(self)
        self._turned = 0  # of the wheel, in eighths of a degree
        self._pinched = 0.0
        self._has_asked_for_more = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask_for_more)
        self.moved.connect(self._soon.start)
        self._connect()

    def _connect(self) -> None:
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen_changed.emit())
        self.selectionModel().currentChanged.connect(self._show_current)
        self.feed.arrived.connect(self._show_arrived)
        for means in (self._keys, self._mouse):
            means.opened.connect(lambda row: self.opened.emit(self.photos.ids[row]))
            means.heading_pressed.connect(self.toggle_section)
        self._keys.stack_pressed.connect(lambda row: self.toggle_stack(self.photos.ids[row]))
        self._keys.marked.connect(lambda row, more: self.marked.emit(self.photos.ids[row], more))
        self._mouse.part_pressed.connect(self._press_part)
        self._mouse.drag_begun.connect(lambda: self.startDrag(Qt.DropAction.CopyAction))

    # --- what is shown ------------------------------------------------------------------------

    def show_contents(self, contents: GridContents) -> None:
        """Show other photos, from the top."""
        self.photos.show(contents)
        self.picking.clear()
        self.at_heading = None
        self.show_spots({})
        self._has_asked_for_more = False
        self.doItemsLayout()
        self.verticalScrollBar().setValue(0)
        self.chosen_changed.emit()

    def refresh(self, contents: GridContents | Sequence[PhotoId]) -> None:
        """Show the same photos and some more or less, at the same place.

        Photos that only come and go do not move those under the person's eyes. Where the order
        itself is another one, the place stays.
        """
        if not isinstance(contents, GridContents):
            contents = replace(self.photos.contents, sections=(Section("", contents),))
        before = self.photos.ids
        with self._kept_selection(), self.kept_in_place():
            self.photos.refresh(contents)
        if self.photos.ids != before:
            self._has_asked_for_more = False

    def show_photos(
        self, ids: Sequence[PhotoId], likeness: Mapping[PhotoId, Likeness] | None = None
    ) -> None:
        """Show other photos without headings, from the top."""
        self.show_contents(GridContents((Section("", ids),), likeness or {}))

    def toggle_stack(self, photo_id: PhotoId) -> None:
        """Unfold the stack that a photo is on top of or in, or fold it."""
        top = self.photos.shown.tops.get(photo_id, photo_id)
        row = self.photos.row_of(top)
        if row is None or not self.photos.stack_size(top):
            return
        if self.picking.current is not None and self.chosen in self.photos.contents.stacks[top]:
            self.picking.pick(row)  # the one on top stays
        y_px = self.places.rect_of_row(row).top() - self.place
        self.photos.fold(self.photos.folds.turn_stack(top))
        self.doItemsLayout()
        self.go_to_place(self.places.rect_of_row(self.photos.row_of(top) or 0).top() - y_px)

    def toggle_section(self, section: int) -> None:
        """Unfold what is under a heading, or fold it."""
        y_px = self.heading_rect(section).top()
        self.photos.fold(self.photos.folds.turn(self.sections[section].key))
        self.doItemsLayout()
        self.go_to_place(self.places.rect_of_heading(section).top() - y_px)
        if self.sections[section].rows:  # at least a line of what was unfolded comes into view
            first = self.places.rect_of_row(self.places.rows_of(section).start)
            self.reveal(self.places.rect_of_heading(section).top(), first.bottom() + 1)
        self.say(section)

    # --- what is picked -----------------------------------------------------------------------

    @property
    def chosen(self) -> PhotoId | None:
        """The one photo that a person is on."""
        row = self.picking.current
        return None if row is None else self.photos.ids[row]

    @property
    def selected(self) -> list[PhotoId]:
        """All photos that are selected, in the order of the grid."""
        return [photo for rows in self.picking.selected for photo in self.ids_of(rows)]

    def choose(self, photo_id: PhotoId | None) -> None:
        """Select a photo alone and bring it into view, out of whatever it is folded in."""
        if photo_id is None:
            return
        row = self.photos.row_of(photo_id)
        if row is None:
            row = self._unfolded(photo_id)
        if row is not None:
            self._keys.walk_to(AtRow(row))

    def neighbor(self, photo_id: PhotoId, step: int) -> PhotoId | None:
        """The photo `step` rows further, if there is one."""
        row = self.photos.row_of(photo_id)
        if row is None or not 0 <= row + step < len(self.photos.ids):
            return None
        return self.photos.ids[row + step]

    def selectAll(self) -> None:
        self.picking.pick_all()
        if self.picking.current is None and self.visible_rows:
            self.picking.stand_on(self.visible_rows[0])

    def _unfolded(self, photo_id: PhotoId) -> int | None:
        folds = unfolded_for(photo_id, self.photos.contents, self.photos.folds)
        if folds == self.photos.folds:
            return None
        self.photos.fold(folds)
        self.doItemsLayout()
        return self.photos.row_of(photo_id)

    @contextmanager
    def _kept_selection(self) -> Iterator[None]:
        """Rows that leave take the selection along; many are selected anew, which is quicker."""
        chosen, row, ids = self.chosen, self.picking.current, self.photos.ids
        selected = self.selected
        if len(selected) > _MANY:
            self.selectionModel().blockSignals(True)
            self.selectionModel().clearSelection()
            self.selectionModel().blockSignals(False)
        yield
        if len(selected) > _MANY:
            found = (self.photos.row_of(photo_id) for photo_id in selected)
            self.picking.restore(_runs(sorted(row for row in found if row is not None)))
        elif selected and row is not None and not self.selectionModel().hasSelection():
            self._pick_first_of([*ids[row:], *ids[:row][::-1]])
        if self.chosen != chosen:
            self.chosen_changed.emit()

    def _pick_first_of(self, ids: Sequence[PhotoId]) -> None:
        """What is beside a photo that is gone."""
        rows = (self.photos.row_of(photo_id) for photo_id in ids)
        row = next((row for row in rows if row is not None), None)
        if row is not None:
            self.picking.pick(row)

    # --- place and size -----------------------------------------------------------------------

    def zoom(self, step: int) -> None:
        """Larger (1) or smaller (-1) tiles; 0 for the usual size."""
        at = TILE_SIZES_PX.index(self.side_px) + step if step else _USUAL
        self.set_tile_size(TILE_SIZES_PX[max(0, min(len(TILE_SIZES_PX) - 1, at))])

    def set_tile_size(self, side_px: int) -> None:
        """The square in which each picture is shown whole."""
        if side_px == self.side_px:
            return
        is_seen = self.picking.current in self.visible_rows
        with self.kept_in_place():
            self.side_px = side_px
        if is_seen:
            self.scrollTo(self.currentIndex())
        self.tile_size_changed.emit(side_px)

    @property
    def tile_size_px(self) -> int:
        return self.side_px

    @property
    def cell_size(self) -> QSize:
        """Of a picture with its caption and the space around."""
        return self.places.cell

    def find_similar_place(self, photo_id: PhotoId) -> QPoint:
        """Where, in the viewport, the button on a photo is."""
        return self.part_place(photo_id, Part.SIMILAR)

    def part_place(self, photo_id: PhotoId, part: Part) -> QPoint:
        """Where, in the viewport, a part of a tile is."""
        return self.part_rect(self.photos.row_of(photo_id) or 0, part).center()

    def heading_place(self, section: int) -> QPoint:
        """Where, in the viewport, the triangle of a heading is."""
        return self.heading_rect(section).topLeft() + QPoint(3 * GRID_PX, HEADING_PX // 2)

    # --- what happens meanwhile ---------------------------------------------------------------

    def _show_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        for index in (current, previous):
            self.viewport().update(self.visualRect(index))
        self.chosen_changed.emit()

    def _show_arrived(self, photo_id: PhotoId, photo: Photo | None) -> None:
        if photo:
            self.photos.remember([photo])
        for row in self.visible_rows:
            if self.photos.ids[row] == photo_id:
                self.viewport().update(self.cell(row))

    def _ask_for_more(self) -> None:
        """Where the last section is folded, more of it would not be seen."""
        page = self.viewport().height()
        is_near_end = self.place + 2 * page >= self.places.height_px
        is_open = bool(self.photos.ids) and not self.sections[-1].is_folded
        if is_near_end and is_open and not self._has_asked_for_more:
            self._has_asked_for_more = True
            self.more_wanted.emit()

    # --- keyboard and mouse -------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._keys.press(event)

    def keyboardSearch(self, search: str) -> None:
        """Nothing: names are not known before their rows are painted."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # Somebody who came by keyboard has to see where they are.
        if event.reason() in _KEYBOARD_REASONS and self.picking.current is None:
            self._keys.walk_in()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._mouse.double_click(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.show_hover(Hit())
        super().leaveEvent(event)

    def _press_part(self, row: int, part: Part) -> None:
        photo_id = self.photos.ids[row]
        if part is Part.STACK:
            self.toggle_stack(photo_id)
            return
        if not self.picking.is_selected(row):
            self.picking.pick(row)
        if part is Part.SIMILAR:
            self.similar_wanted.emit(photo_id)
        elif part is Part.WHY:
            self.why_wanted.emit(photo_id)
        else:
            self.marked.emit(photo_id, part is Part.MORE)

    # --- drags, menus, wheel, tips ------------------------------------------------------------

    def startDrag(self, _: Qt.DropAction) -> None:
        """The photos' files, under a small picture of the one that was taken hold of."""
        count = self.picking.count
        if self.chosen is None or not count:
            return
        drag = QDrag(self)
        drag.setMimeData(dragged_data(self.selected, self.photos, self._paths_of))
        pixmap = self.feed.pixmap(self.chosen)
        told = grouped(count) if count <= MOST_DRAGGED else self.tr("{most} of {count}")
        label = told.format(most=grouped(MOST_DRAGGED), count=grouped(count)) if count > 1 else ""
        drag.setPixmap(drag_picture(pixmap, label, self.theme, self.devicePixelRatioF()))
        drag.exec(Qt.DropAction.CopyAction)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            if self.currentIndex().isValid():
                self.scrollTo(self.currentIndex())
                at = self.visualRect(self.currentIndex()).center()
                self.menu_wanted.emit(self.viewport().mapToGlobal(at))
        elif self.indexAt(event.pos()).isValid():
            self.menu_wanted.emit(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        event.accept()
        self._turned += event.angleDelta().y()
        if abs(self._turned) >= _WHEEL_STEP:
            self.zoom(1 if self._turned > 0 else -1)
            self._turned = 0

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            return self._pinch(event)
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            hit = self.hit(event.pos())
            tip = self._tip(hit)
            if tip:
                QToolTip.showText(event.globalPos(), tip, self)
                return True
        return super().viewportEvent(event)

    def _pinch(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._pinched += event.value()
        if abs(self._pinched) >= _PINCH_STEP:
            self.zoom(1 if self._pinched > 0 else -1)
            self._pinched = 0.0
        return True

    def _tip(self, hit: Hit) -> str:
        if hit.heading is not None:
            is_folded = self.sections[hit.heading].is_folded
            return self.tr("Unfold") if is_folded else self.tr("Fold")
        if hit.row is None or hit.part is None:
            return ""
        tips = {
            Part.SIMILAR: self.tr("Find similar photos"),
            Part.WHY: self.tr("Why is it like the query? (Ctrl+Shift+W)"),
            Part.MORE: self.tr("More like this (+)"),
            Part.LESS: self.tr("Less like this (−)"),
            Part.STACK: self.tr("Unfold the photos of this shot (S)"),
        }
        mark = self.photos.mark(self.photos.ids[hit.row])
        if (hit.part, mark) in ((Part.MORE, True), (Part.LESS, False)):
            return self.tr("Take the mark away")
        if hit.part is Part.STACK and self.band_of(hit.row):
            return self.tr("Fold the photos of this shot (S)")
        return tips[hit.part]


def _runs(rows: Sequence[int]) -> list[range]:
    """Consecutive numbers together."""
    runs: list[range] = []
    for row in rows:
        if runs and runs[-1].stop == row:
            runs[-1] = range(runs[-1].start, row + 1)
        else:
            runs.append(range(row, row + 1))
    return runs
