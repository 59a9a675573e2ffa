"""Paints one photo of the grid: its picture, its name, how similar it is, what was said of it."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from lookalike.gui.grid.label_chips import LabelChips
from lookalike.gui.grid.spots import Spot, draw_spot
from lookalike.gui.grid.thumbnail_feed import ThumbnailFeed
from lookalike.gui.grid.tile_parts import BUTTON_PX, Part, TileShape, part_rect
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.translations import grouped, percent_text
from lookalike.gui.visuals.array_image import CORNER_PX
from lookalike.photos import PhotoId

_RING_PX = 3
_ICON_PX = 18
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_ROUND = CORNER_PX + 3
_ICONS = {
    Part.SIMILAR: "similar",
    Part.WHY: "why",
    Part.MORE: "plus",
    Part.LESS: "minus",
    Part.STACK: "stack",
}


@dataclass(frozen=True, slots=True)
class TileLook:
    """All that a tile shows besides its picture.

    Args:
        is_current: the keyboard is here.
        is_hot: what is selected is told in the accent; else, without the keyboard, in grey.
        mark: "more like this" (True), "less like this" (False), or none.
        stack_size: of how many photos it is on top.
        band: it lies among the photos of an unfolded stack; whether as the first, the last.
        labels: the names of its labels.
        under_mouse: the mouse is on the tile.
        hot_part: and on this part of it.
    """

    photo_id: PhotoId
    name: str = ""
    similarity: float | None = None
    is_selected: bool = False
    is_current: bool = False
    is_hot: bool = False
    mark: bool | None = None
    can_be_marked: bool = False
    stack_size: int = 0
    band: tuple[bool, bool] | None = None
    spot: Spot | None = None
    labels: tuple[str, ...] = ()
    under_mouse: bool = False
    hot_part: Part | None = None

    @property
    def parts(self) -> list[Part]:
        """What of it can be clicked; a mark stays when the mouse goes."""
        parts = [Part.STACK] if self.stack_size else []
        if self.under_mouse:
            parts.append(Part.SIMILAR)
        if self.under_mouse and self.similarity is not None:
            parts.append(Part.WHY)
        if (self.under_mouse and self.can_be_marked) or self.mark is True:
            parts.append(Part.MORE)
        if (self.under_mouse and self.can_be_marked) or self.mark is False:
            parts.append(Part.LESS)
        return parts


class PhotoTile:
    """Draws from the memory of `feed`, and never waits for a picture."""

    def __init__(self, feed: ThumbnailFeed, theme: Theme) -> None:
        self._feed = feed
        self._theme = theme
        self._labels = LabelChips()
        self.fit(TileShape(QSize(184, 208), 20), QFont())

    def fit(self, shape: TileShape, font: QFont) -> None:
        """Draw in cells of this shape from now on."""
        self.shape = shape
        self._font, self._bold = QFont(font), QFont(font)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._metrics, self._bold_metrics = QFontMetrics(font), QFontMetrics(self._bold)
        self._labels.fit(font)

    def picture_rect(self, photo_id: PhotoId, cell: QRect, device_ratio: float) -> QRect:
        """The place of the picture itself, whole and in the middle of its square."""
        box = self.shape.box(cell)
        pixmap = self._feed.pixmap(photo_id)
        if pixmap is None:
            return box
        size = pixmap.size() / device_ratio
        if size.width() > box.width() or size.height() > box.height():
            size.scale(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
        shown = QRect(0, 0, size.width(), size.height())
        shown.moveCenter(box.center())
        return shown

    def draw(self, painter: QPainter, look: TileLook, cell: QRect) -> None:
        ratio = painter.device().devicePixelRatioF()
        shown = self.picture_rect(look.photo_id, cell, ratio)
        if look.band:
            self._draw_band(painter, cell, *look.band)
        if look.stack_size and not look.band:
            self._draw_edges(painter, shown)
        self._draw_picture(painter, look.photo_id, shown)
        if look.spot:
            draw_spot(painter, look.spot, shown)
        self._draw_ring(painter, look, shown)
        self._draw_caption(painter, look, self.shape.caption(cell))
        self._draw_labels(painter, look, shown)
        for part in look.parts:
            self._draw_part(painter, part, look, part_rect(part, shown))

    def _draw_band(self, painter: QPainter, cell: QRect, is_first: bool, is_last: bool) -> None:
        """What belongs together lies on one ground, from cell to cell and line to line."""
        ground = QRectF(cell).adjusted(0, 1, 0, -1)
        ground.adjust(3 if is_first else -2 * GRID_PX, 0, -3 if is_last else 2 * GRID_PX, 0)
        painter.save()
        painter.setClipRect(cell)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("hover"))
        painter.drawRoundedRect(ground, GRID_PX, GRID_PX)
        painter.restore()

    def _draw_edges(self, painter: QPainter, shown: QRect) -> None:
        """Two more photos look out above this one."""
        painter.setPen(QPen(self._theme.colour("grid"), 1))
        painter.setBrush(self._theme.colour("faint"))
        for up_px, in_px in ((6, 10), (3, 5)):
            edge = QRectF(shown).adjusted(in_px, -up_px, -in_px, -shown.height() / 2)
            painter.drawRoundedRect(edge, CORNER_PX, CORNER_PX)

    def _draw_picture(self, painter: QPainter, photo_id: PhotoId, shown: QRect) -> None:
        pixmap = self._feed.pixmap(photo_id)
        if pixmap is not None:
            painter.drawPixmap(shown, pixmap)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("placeholder"))
        painter.drawRoundedRect(shown, CORNER_PX, CORNER_PX)
        if self._feed.is_unreadable(photo_id):
            icon = self._picture("picture-off", 32, "faint", painter)
            painter.drawPixmap(shown.center() - QPoint(16, 16), icon)

    def _draw_ring(self, painter: QPainter, look: TileLook, shown: QRect) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        around = QRectF(shown).adjusted(-3.5, -3.5, 3.5, 3.5)
        if look.is_selected:
            painter.setPen(QPen(self._theme.colour("accent" if look.is_hot else "faint"), _RING_PX))
            painter.drawRoundedRect(around, _ROUND, _ROUND)
        if look.is_current and look.is_hot:
            painter.setPen(QPen(self._theme.colour("text"), 1))
            outer = around.adjusted(-2, -2, 2, 2) if look.is_selected else around
            painter.drawRoundedRect(outer, _ROUND, _ROUND)

    def _draw_caption(self, painter: QPainter, look: TileLook, line: QRect) -> None:
        """The similarity in bold and the name in grey, together in the middle of the line."""
        percent = "" if look.similarity is None else percent_text(look.similarity)
        percent_px = self._bold_metrics.horizontalAdvance(percent) + GRID_PX if percent else 0
        middle = Qt.TextElideMode.ElideMiddle
        short = self._metrics.elidedText(look.name, middle, line.width() - percent_px)
        width_px = percent_px + self._metrics.horizontalAdvance(short)
        line = line.adjusted((line.width() - width_px) // 2, 0, 0, 0)
        if percent:
            painter.setFont(self._bold)
            painter.setPen(self._theme.colour("text"))
            painter.drawText(line, _MIDDLE, percent)
        painter.setFont(self._font)
        painter.setPen(self._theme.colour("secondary"))
        painter.drawText(line.adjusted(percent_px, 0, 0, 0), _MIDDLE, short)

    def _draw_labels(self, painter: QPainter, look: TileLook, shown: QRect) -> None:
        """Above the buttons along the lower edge, where there are any."""
        if look.labels:
            has_buttons = not {Part.MORE, Part.LESS}.isdisjoint(look.parts)
            up_px = BUTTON_PX + 4 if has_buttons else 0
            place = shown.adjusted(0, 0, 0, -up_px)
            self._labels.draw(painter, look.labels, place, self.shape.side_px)

    def _draw_part(self, painter: QPainter, part: Part, look: TileLook, rect: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        ground, pen = self._colours(part, look)
        painter.setBrush(ground)
        if part is Part.STACK:
            self._draw_count(painter, look, rect, pen)
            return
        painter.drawEllipse(rect)
        inset = (rect.width() - _ICON_PX) // 2
        icon = self._picture(_ICONS[part], _ICON_PX, pen, painter)
        painter.drawPixmap(rect.topLeft() + QPoint(inset, inset), icon)

    def _colours(self, part: Part, look: TileLook) -> tuple[QColor, str]:
        if (part, look.mark) == (Part.MORE, True):
            return self._theme.colour("accent"), "on_accent"
        if (part, look.mark) == (Part.LESS, False):
            return self._theme.colour("warning"), "grid"
        return QColor(20, 20, 22, 240 if part is look.hot_part else 175), "on_accent"

    def _draw_count(self, painter: QPainter, look: TileLook, rect: QRect, pen: str) -> None:
        """How many photos, beside the sign of a stack or of an unfolded one."""
        count = grouped(look.stack_size)
        pill = QRect(rect.left(), rect.top() + 2, 32, rect.height() - 4)
        pill.setWidth(32 + self._bold_metrics.horizontalAdvance(count))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        icon = self._picture("unfolded" if look.band else "stack", 14, pen, painter)
        painter.drawPixmap(pill.topLeft() + QPoint(8, 5), icon)
        painter.setFont(self._bold)
        painter.setPen(self._theme.colour(pen))
        painter.drawText(pill.adjusted(25, 0, 0, 0), _MIDDLE, count)

    def _picture(self, name: str, size_px: int, colour: str, painter: QPainter) -> QPixmap:
        ratio = painter.device().devicePixelRatioF()
        return self._theme.picture(name, size_px, colour, ratio)
