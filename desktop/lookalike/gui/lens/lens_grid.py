"""The answers of one way: an ordinary grid that also shows what the other ways found."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen

from lookalike.gui.grid.contents import GridContents, Section
from lookalike.gui.grid.grid_surface import Hit
from lookalike.gui.grid.photo_grid import PhotoGrid
from lookalike.gui.grid.photo_list import PhotoRole
from lookalike.gui.grid.photo_tile import TileLook
from lookalike.gui.grid.thumbnail_feed import ThumbnailFeed
from lookalike.gui.lens.lens_answer import LensAnswer
from lookalike.gui.theme import Theme
from lookalike.gui.visuals.array_image import CORNER_PX
from lookalike.photos import PhotoId

_RING_PX = 3
_PILL_PX = 18


class LensGrid(PhotoGrid):
    """`pointed_at` carries the PhotoId that the mouse or the keyboard is on, or None; `entered`
    comes with the keyboard.
    """

    pointed_at = Signal(object)
    entered = Signal()

    def __init__(self, feed: ThumbnailFeed, theme: Theme) -> None:
        super().__init__(feed, theme)
        self._lit: PhotoId | None = None
        self._ways: Mapping[PhotoId, int] = {}
        self._of = 0
        self.selectionModel().currentChanged.connect(self._point_at_current)

    def show_answer(self, answer: LensAnswer) -> None:
        """Show other photos, from the top."""
        self.photos.remember(answer.photos)
        self.show_contents(GridContents((Section("", answer.ids),), answer.likeness))

    def show_ways(self, ways: Mapping[PhotoId, int], of: int) -> None:
        """In how many of how many ways' first answers photos are; told where in more than one."""
        self._ways, self._of = ways, of
        self.viewport().update()

    def light(self, photo_id: PhotoId | None) -> None:
        """Ring the photo that a person points at in one of the ways."""
        if photo_id != self._lit:
            self._lit = photo_id
            self.viewport().update()

    def place_among(self, photo_id: PhotoId) -> int | None:
        """1 for the first photo."""
        row = self.photos.row_of(photo_id)
        return None if row is None else row + 1

    def show_hover(self, hit: Hit) -> None:
        super().show_hover(hit)
        is_photo = hit.row is not None and (hit.is_on_photo or hit.part is not None)
        self.pointed_at.emit(self.photos.ids[hit.row] if is_photo and hit.row is not None else None)

    def _look(self, row: int) -> TileLook:
        """Of a name only its ends would fit beside how similar the photo is."""
        return replace(super()._look(row), name="")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        for row in self.visible_rows:
            photo_id = self.photos.ids[row]
            if photo_id == self._lit:
                self._draw_ring(painter, self._picture_rect(row))
            if self._ways.get(photo_id, 0) > 1:
                self._draw_ways(painter, self._picture_rect(row), self._ways[photo_id])
        painter.end()

    def _point_at_current(self, current: QModelIndex, _: QModelIndex) -> None:
        self.pointed_at.emit(current.data(PhotoRole.ID) if current.isValid() else None)

    def _draw_ring(self, painter: QPainter, picture: QRect) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        outer = QRectF(picture).adjusted(-_RING_PX, -_RING_PX, _RING_PX, _RING_PX)
        painter.setPen(QPen(self.theme.colour("accent"), _RING_PX))
        painter.drawRoundedRect(outer, CORNER_PX + _RING_PX, CORNER_PX + _RING_PX)

    def _draw_ways(self, painter: QPainter, picture: QRect, ways: int) -> None:
        """`3/4` in a corner of the picture."""
        told = f"{ways}/{self._of}"
        width = painter.fontMetrics().horizontalAdvance(told) + 12
        pill = QRect(picture.left() + 4, picture.top() + 4, width, _PILL_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(20, 20, 22, 190))
        painter.drawRoundedRect(pill, _PILL_PX / 2, _PILL_PX / 2)
        painter.setPen(self.theme.colour("on_accent"))
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), told)
