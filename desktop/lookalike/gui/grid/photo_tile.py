"""Paints one photo of the grid: its picture, its name, and how similar it is."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lookalike.gui.grid.photo_list import PhotoRole
from lookalike.gui.grid.thumbnail_feed import ThumbnailFeed
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.visuals.array_image import CORNER_PX
from lookalike.photos import PhotoId

_BUTTON_PX = 28
_RING_PX = 3
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_State = QStyle.StateFlag


@dataclass(frozen=True, slots=True)
class TileShape:
    """Where things are in a cell of the grid.

    Args:
        cell: the whole cell.
        caption_px: the height of the line below the picture.
    """

    cell: QSize
    caption_px: int

    @property
    def side_px(self) -> int:
        """The square in which pictures are shown whole."""
        return min(
            self.cell.width() - 2 * GRID_PX, self.cell.height() - 2 * GRID_PX - self.caption_px
        )

    def box(self, cell: QRect) -> QRect:
        """The picture's square."""
        left = cell.left() + (cell.width() - self.side_px) // 2
        return QRect(left, cell.top() + GRID_PX, self.side_px, self.side_px)

    def caption(self, cell: QRect) -> QRect:
        """The line of text below the picture."""
        box = self.box(cell)
        return QRect(box.left(), box.bottom() + 5, box.width(), self.caption_px)


class PhotoTile(QStyledItemDelegate):
    """Draws from the memory of `feed`, and never waits for a picture."""

    def __init__(self, feed: ThumbnailFeed, theme: Theme) -> None:
        super().__init__()
        self._feed = feed
        self._theme = theme
        self.shape = TileShape(QSize(184, 208), 20)
        self._pictures: dict[tuple[str, int, float], QPixmap] = {}
        theme.changed.connect(self._pictures.clear)

    def button(self, photo_id: PhotoId, cell: QRect, device_ratio: float) -> QRect:
        """The button that appears under the mouse, in the corner of the picture."""
        least = QRect(0, 0, 3 * _BUTTON_PX, 3 * _BUTTON_PX)
        least.moveCenter(self.shape.box(cell).center())
        # A tiny picture must stay clickable beside its button.
        corner = self._shown(photo_id, cell, device_ratio).united(least).topRight()
        return QRect(corner - QPoint(_BUTTON_PX + 5, -6), QSize(_BUTTON_PX, _BUTTON_PX))

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return self.shape.cell

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        photo_id: PhotoId = index.data(PhotoRole.ID)
        cell: QRect = option.rect
        state: QStyle.StateFlag = option.state
        font: QFont = option.font
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        ratio = painter.device().devicePixelRatioF()
        shown = self._shown(photo_id, cell, ratio)
        self._draw_picture(painter, photo_id, shown)
        self._draw_ring(painter, shown, state)
        name: str = index.data(Qt.ItemDataRole.DisplayRole)
        similarity: float | None = index.data(PhotoRole.SIMILARITY)
        self._draw_caption(painter, font, self.shape.caption(cell), name, similarity)
        if state & _State.State_MouseOver:
            self._draw_button(painter, self.button(photo_id, cell, ratio))

    def _shown(self, photo_id: PhotoId, cell: QRect, device_ratio: float) -> QRect:
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

    def _draw_ring(self, painter: QPainter, shown: QRect, state: QStyle.StateFlag) -> None:
        if not state & _State.State_Selected:
            return
        # Without the keyboard the selection is told in grey.
        colour = "accent" if state & _State.State_HasFocus else "faint"
        painter.setPen(QPen(self._theme.colour(colour), _RING_PX))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        around = QRectF(shown).adjusted(-3.5, -3.5, 3.5, 3.5)
        painter.drawRoundedRect(around, CORNER_PX + 3, CORNER_PX + 3)

    def _draw_caption(
        self, painter: QPainter, font: QFont, line: QRect, name: str, similarity: float | None
    ) -> None:
        """The similarity in bold and the name in grey, together in the middle of the line."""
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        percent = "" if similarity is None else f"{similarity:.0%}"
        percent_px = QFontMetrics(bold).horizontalAdvance(percent) + GRID_PX if percent else 0
        metrics = QFontMetrics(font)
        short = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, line.width() - percent_px)
        width_px = percent_px + metrics.horizontalAdvance(short)
        line = line.adjusted((line.width() - width_px) // 2, 0, 0, 0)
        painter.setFont(bold)
        painter.setPen(self._theme.colour("text"))
        painter.drawText(line, _MIDDLE, percent)
        painter.setFont(font)
        painter.setPen(self._theme.colour("secondary"))
        painter.drawText(line.adjusted(percent_px, 0, 0, 0), _MIDDLE, short)

    def _draw_button(self, painter: QPainter, button: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(20, 20, 22, 190))
        painter.drawEllipse(button)
        icon = self._picture("similar", 18, "on_accent", painter)
        painter.drawPixmap(button.topLeft() + QPoint(5, 5), icon)

    def _picture(self, name: str, size_px: int, colour: str, painter: QPainter) -> QPixmap:
        key = (name, size_px, painter.device().devicePixelRatioF())
        if key not in self._pictures:
            self._pictures[key] = self._theme.picture(name, size_px, colour, key[2])
        return self._pictures[key]
