"""Lays photos and headings out, paints them, and knows what is at a place."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from PySide6.QtCore import (
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QCursor,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView

from lookalike.gui.grid.folding import SectionKey, ShownSection
from lookalike.gui.grid.grid_layout import GridLayout, SectionShape
from lookalike.gui.grid.headings import HEADING_PX, Headings
from lookalike.gui.grid.label_feed import LabelFeed
from lookalike.gui.grid.photo_list import PhotoList
from lookalike.gui.grid.photo_tile import PhotoTile, TileLook
from lookalike.gui.grid.picking import Picking, rows_of
from lookalike.gui.grid.rubber_band import RubberBand
from lookalike.gui.grid.spots import Spot
from lookalike.gui.grid.thumbnail_feed import ThumbnailFeed
from lookalike.gui.grid.tile_parts import Part, TileShape, part_rect
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.photos import PhotoId

_REST_MS = 150  # so long after scrolling, the next page is fetched as well


@dataclass(frozen=True, slots=True)
class Hit:
    """What is at a place: a heading, a photo or a part of it, or only a photo's cell."""

    row: int | None = None
    part: Part | None = None
    is_on_photo: bool = False
    heading: int | None = None


class GridSurface(QListView):
    """What a grid shows and where, without what a person does with it.

    Of QListView there is only what it tells screen readers: layout and painting are done here.
    Places are in the viewport unless they are `places`'s. `moved` comes when something else shows.

    Attributes:
        at_heading: where the keyboard is, if it is not on a photo.
    """

    moved = Signal()

    def __init__(self, feed: ThumbnailFeed, theme: Theme) -> None:
        super().__init__()
        self.photos = PhotoList(self)
        self.feed = feed
        self.theme = theme
        self.places = GridLayout((), 1, QSize(1, 1), HEADING_PX)
        self.side_px = 168  # of the square that a picture is shown in
        self._spots: Mapping[PhotoId, Spot] = {}
        self.at_heading: SectionKey | None = None
        self._hover = Hit()
        self._tile = PhotoTile(feed, theme)
        self._headings = Headings(theme)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._fetch_ahead)
        self.band = RubberBand(self, theme)
        self._arrange()
        self.setModel(self.photos)
        self.picking = Picking(self.photos, self.selectionModel())
        theme.changed.connect(self.viewport().update)

    def _arrange(self) -> None:
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAutoScroll(False)  # a click on a photo that is cut off does not move it away
        self.setMouseTracking(True)

    # --- place --------------------------------------------------------------------------------

    @property
    def place(self) -> int:
        """How far down the grid is, for `go_to_place`."""
        return self.verticalScrollBar().value()

    def go_to_place(self, place: int) -> None:
        """Scroll back to an earlier `place`."""
        self.verticalScrollBar().setValue(place)

    def reveal(self, top: int, bottom: int) -> None:
        """Scroll no more than it takes to show this strip of `places`."""
        if top < self.place:
            self.go_to_place(top)
        elif bottom > self.place + self.viewport().height():
            self.go_to_place(min(top, bottom + GRID_PX - self.viewport().height()))

    @contextmanager
    def kept_in_place(self) -> Iterator[None]:
        """Lay out anew, with the topmost photo where it is now, unless the order is another."""
        rows, place = self.visible_rows, self.place
        handles = [QPersistentModelIndex(self.photos.index(row)) for row in rows]
        tops = [self.places.rect_of_row(row).top() - place for row in rows]
        yield
        self.doItemsLayout()
        left = [(at.row(), top) for at, top in zip(handles, tops, strict=True) if at.isValid()]
        if left and left == sorted(left):
            row, top = left[0]
            is_at_top = place == 0 and row == 0  # and stays there, under whatever heading
            place = 0 if is_at_top else self.places.rect_of_row(row).top() - top
        self.go_to_place(place)

    def show_spots(self, spots: Mapping[PhotoId, Spot]) -> None:
        """Show where in the photos the match is, until other photos are shown."""
        self._spots = spots
        self.viewport().update()

    def show_labels(self, labels: LabelFeed) -> None:
        """Show from now on what photos are labelled."""
        self.photos.show_labels(labels)
        labels.arrived.connect(self.viewport().update)

    def leave_heading(self) -> None:
        """The keyboard is on a photo again."""
        if self.at_heading is not None:
            self.at_heading = None
            self.viewport().update()

    # --- geometry, as Qt asks for it ----------------------------------------------------------

    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        return self.cell(index.row()) if index.isValid() else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self.places.row_at(point + self._offset())
        is_covered = row is None or self._heading_at(point) is not None
        return QModelIndex() if is_covered else self.photos.index(row or 0)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if not index.isValid():
            return
        rect = self.places.rect_of_row(index.row())
        heading = self.places.rect_of_heading(self.places.section_of(index.row()))
        top = rect.top() - heading.height()  # which sticks to the top, over the photos
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            self.go_to_place(rect.center().y() - self.viewport().height() // 2)
        else:
            self.reveal(top, rect.bottom() + 1)

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.place

    def moveCursor(self, *_: object) -> QModelIndex:
        """Nowhere: Qt would make a photo the current one as soon as the grid gets the focus."""
        return QModelIndex()

    def isIndexHidden(self, _: QModelIndex | QPersistentModelIndex) -> bool:
        return False

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        visible = self.visible_rows
        region = QRegion()
        for rows in rows_of(selection):
            for row in range(max(rows.start, visible.start), min(rows.stop, visible.stop)):
                region += self.cell(row)
        return region

    def doItemsLayout(self) -> None:
        caption_px = self.fontMetrics().height() + 4
        width_px = max(1, self.viewport().width() - 1)
        columns = max(1, width_px // (self.side_px + 2 * GRID_PX))
        # The gaps take up what is left over: pictures of a fixed size are not fetched anew
        # at every step of a resize.
        cell = QSize(width_px // columns, self.side_px + caption_px + 2 * GRID_PX)
        shapes = [SectionShape(section.rows, bool(section.title)) for section in self.sections]
        self.places = GridLayout(shapes, columns, cell, HEADING_PX)
        self._tile.fit(TileShape(cell, caption_px), self.font())
        self.feed.set_size(self.side_px, self.devicePixelRatioF())
        QAbstractItemView.doItemsLayout(self)
        self._hover = self._under_mouse()

    def updateGeometries(self) -> None:
        bar, height_px = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(self.places.cell.height() // 3)
        bar.setPageStep(max(self.places.cell.height(), height_px - HEADING_PX))
        bar.setRange(0, max(0, self.places.height_px + GRID_PX - height_px))
        self.moved.emit()
        self._rest.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        with self.kept_in_place():
            QAbstractItemView.resizeEvent(self, event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self.has_headings or self.band.is_drawn:
            self.viewport().update()
        else:
            self.viewport().scroll(dx, dy)
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self.show_hover(self._under_mouse())
        self.moved.emit()
        self._rest.start()

    # --- what is where ------------------------------------------------------------------------

    @property
    def sections(self) -> Sequence[ShownSection]:
        return self.photos.shown.sections

    @property
    def has_headings(self) -> bool:
        return any(section.title for section in self.sections)

    def _offset(self) -> QPoint:
        return QPoint(0, self.place)

    def cell(self, row: int) -> QRect:
        """All of a tile."""
        return self.places.rect_of_row(row).translated(0, -self.place)

    def _picture_rect(self, row: int) -> QRect:
        ratio = self.devicePixelRatioF()
        return self._tile.picture_rect(self.photos.ids[row], self.cell(row), ratio)

    def heading_rect(self, section: int) -> QRect:
        """Its place in the viewport: at the top as long as photos of the section are there."""
        rect = self.places.rect_of_heading(section).translated(0, -self.place)
        if section == self.places.section_at(self.place):
            after = self.places.rect_of_section(section).bottom() + 1 - self.place
            rect.moveTop(max(rect.top(), min(0, after - rect.height())))
        return rect

    def _heading_at(self, point: QPoint) -> int | None:
        sticking = self.places.section_at(self.place)
        if sticking is not None and self.heading_rect(sticking).contains(point):
            return sticking
        return self.places.heading_at(point.y() + self.place)

    @property
    def visible_rows(self) -> range:
        """The rows that are painted, if only in part."""
        return self.places.rows_between(self.place, self.place + self.viewport().height())

    def hit(self, place: QPoint) -> Hit:
        """What a click would mean."""
        heading = self._heading_at(place)
        if heading is not None:
            width_px = self._headings.width_px(self.sections[heading], self.font())
            return Hit(heading=heading if place.x() < width_px else None)
        row = self.places.row_at(place + self._offset())
        if row is None:
            return Hit()
        picture, caption = self._picture_rect(row), self._tile.shape.caption(self.cell(row))
        parts = replace(self._look(row), under_mouse=True).parts
        part = next((part for part in parts if part_rect(part, picture).contains(place)), None)
        is_on_photo = picture.contains(place) or caption.contains(place)
        return Hit(row, part, part is None and is_on_photo)

    def ids_of(self, rows: range) -> Sequence[PhotoId]:
        return self.photos.ids[rows.start : rows.stop]

    def rows_touched(self, band: QRect) -> list[range]:
        """The photos that a rubber band reaches, in `places`."""
        return self.places.rows_touched(band, self._tile.shape.slack_px)

    def part_rect(self, row: int, part: Part) -> QRect:
        """A part of a tile."""
        return part_rect(part, self._picture_rect(row))

    def say(self, section: int) -> None:
        """A heading is no row, so screen readers are told of it."""
        self.viewport().update()
        shown = self.sections[section]
        state = self.tr("folded") if shown.is_folded else self.tr("unfolded")
        told = self.tr("{title}, %Ln photo(s), {state}", "", shown.count)
        event = QAccessibleAnnouncementEvent(self, told.format(title=shown.title, state=state))
        QAccessible.updateAccessibility(event)

    # --- painting -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setFont(self.font())
        top, bottom = event.rect().top() + self.place, event.rect().bottom() + 1 + self.place
        for row in self.places.rows_between(top, bottom):
            self._tile.draw(painter, self._look(row), self.cell(row))
        for section in reversed(self.places.sections_between(self.place, bottom)):
            self._draw_heading(painter, section)
        self.band.draw(painter)
        painter.end()

    def _look(self, row: int) -> TileLook:
        photos, photo_id = self.photos, self.photos.ids[row]
        photo, likeness = photos.photo(photo_id), photos.likeness(photo_id)
        is_selected = self.picking.is_selected(row)
        is_under_mouse = self._hover.row == row
        return TileLook(
            photo_id,
            name=photo.path.name if photo else "",
            similarity=likeness.similarity if likeness else None,
            is_selected=is_selected,
            is_current=self._shows_current(row, is_selected),
            is_hot=self.hasFocus(),
            mark=photos.mark(photo_id),
            can_be_marked=self.can_mark,
            stack_size=photos.stack_size(photo_id),
            band=self.band_of(row),
            spot=self._spots.get(photo_id),
            labels=photos.label_names(photo_id),
            under_mouse=is_under_mouse,
            hot_part=self._hover.part if is_under_mouse else None,
        )

    def _shows_current(self, row: int, is_selected: bool) -> bool:
        """A single selected photo is ringed as that already."""
        if row != self.picking.current or self.at_heading is not None:
            return False
        return not is_selected or sum(map(len, self.picking.selected)) > 1

    @property
    def can_mark(self) -> bool:
        """Only results can be more or less like what is searched for."""
        return bool(self.photos.contents.likeness or self.photos.contents.marks)

    def band_of(self, row: int) -> tuple[bool, bool] | None:
        """Whether a photo is the first and the last of an unfolded stack; None outside of one."""
        ids, tops = self.photos.ids, self.photos.shown.tops
        top = tops.get(ids[row])
        if top is None:
            return None
        is_last = row + 1 == len(ids) or tops.get(ids[row + 1]) != top
        return ids[row] == top, is_last

    def _draw_heading(self, painter: QPainter, section: int) -> None:
        rect = self.heading_rect(section)
        if rect.isEmpty():
            return
        shown = self.sections[section]
        self._headings.draw(
            painter,
            shown,
            rect,
            sticks=rect.top() > self.places.rect_of_heading(section).top() - self.place,
            has_focus=self.hasFocus() and self.at_heading == shown.key,
            under_mouse=self._hover.heading == section,
        )

    def show_hover(self, hit: Hit) -> None:
        """The mouse is there now."""
        if hit == self._hover:
            return
        for old_or_new in (self._hover, hit):
            if old_or_new.row is not None:
                self.viewport().update(self.cell(old_or_new.row))
            if old_or_new.heading is not None and old_or_new.heading < len(self.sections):
                self.viewport().update(self.heading_rect(old_or_new.heading))
        self._hover = hit

    def _under_mouse(self) -> Hit:
        if not self.viewport().underMouse():
            return Hit()
        return self.hit(self.viewport().mapFromGlobal(QCursor.pos()))

    def _fetch_ahead(self) -> None:
        """The next page, while the person looks at this one."""
        visible = self.visible_rows
        for photo_id in self.ids_of(range(visible.stop, visible.stop + len(visible))):
            self.feed.pixmap(photo_id)
