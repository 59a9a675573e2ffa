"""Two pictures side by side, what each part of them adds, and lines between the parts that match.

The mouse shows the partners of a cell, keeps them with a click, and draws a box over a part.
"""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from lookalike.gui.layers.note_plate import draw_note
from lookalike.gui.layers.veil import Veil
from lookalike.gui.panels.region_grips import (
    Gesture,
    cursor_at,
    draw_outline,
    gesture_at,
    region_rect,
    spot_at,
)
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.visuals.array_image import array_image, image_array
from lookalike.gui.why.link_lines import draw_lines, partner_lines, strongest_lines
from lookalike.gui.why.pair_layout import (
    SIDES,
    PairLayout,
    cell_at,
    cell_rect,
    pair_layout,
)
from lookalike.gui.why.pair_view import Box, PairView, Spotted
from lookalike.gui.why.pill import draw_pill
from lookalike.gui.why.why_words import WhyWords
from lookalike.library.drawing.heat import heat_of, laid_over
from lookalike.library.drawing.map_colours import Pixels
from lookalike.library.why.explanation import Exact, Mask, Side, partners
from lookalike.photos import Region

_GAP_SHARE, _MOST_GAP_PX = 0.07, 10 * GRID_PX  # between the pictures, of the width
_TREMOR_PX = 4  # a click moves the mouse so far
_WEAKEST_TOP = 0.25  # of the strongest pair: a cell without partners is not drawn as if it had some
_OPACITY = 0.62
_SHADE = QColor(12, 12, 14, 190)


class PairStage(QWidget):
    """Takes no keys. `box_changed` carries a Box or None.

    Args:
        can_cut: whether a box may be drawn.
    """

    box_changed = Signal(object)

    def __init__(self, theme: Theme, *, can_cut: bool = True) -> None:
        super().__init__()
        self._theme = theme
        self._can_cut = can_cut
        self._view: PairView | None = None
        self._hovered: Spotted | None = None
        self._drawn: dict[Side, tuple[object, QPixmap]] = {}
        self._pressed: tuple[Side, QPointF, Gesture] | None = None
        self._is_dragging = False
        self._veil = Veil(theme, self)
        self.setMouseTracking(True)
        self.setMinimumSize(40 * GRID_PX, 20 * GRID_PX)
        self.setAccessibleName(self.tr("Both pictures, and what each part of them adds"))
        theme.changed.connect(self.update)

    # --- what is shown ------------------------------------------------------------------------

    @property
    def view(self) -> PairView | None:
        return self._view

    @property
    def hovered(self) -> Spotted | None:
        return self._hovered

    @property
    def is_stale(self) -> bool:
        return self._veil.is_awaited

    def show_view(self, view: PairView | None) -> None:
        """Another pair, or the same one seen otherwise."""
        if view is None or self._view is None or view.explanation is not self._view.explanation:
            self._hovered = None
            self._veil.await_newer(False)
        self._view = view
        self.setAccessibleDescription(WhyWords().spoken(view.explanation) if view else "")
        self.update()

    def show_stale(self) -> None:
        """What is shown is not of the pair in hand any more."""
        self._veil.await_newer(True)

    def layout_now(self) -> PairLayout | None:
        """Where the pictures are."""
        if self._view is None:
            return None
        room = QRectF(self.rect()).adjusted(0, 0, 0, -self._caption_px)
        query, match = (self._view.explanation.side(side).pixels for side in SIDES)
        return pair_layout(room, _size(query), _size(match), self._gap_px)

    def cell_text(self, spotted: Spotted) -> str:
        """What a cell adds."""
        if self._view is None:
            return ""
        return WhyWords().cell(self._view.explanation, spotted.side, spotted.cell)

    # --- what a person does -------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        layout, place = self.layout_now(), event.position()
        side = layout.side_at(place) if layout else None
        if layout is None or side is None or event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._pressed = side, place, gesture_at(place, self._region_on(side), layout.rect(side))
        self._is_dragging = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            self._hover(event.position())
            return
        side, begin, gesture = self._pressed
        apart = event.position() - begin
        self._is_dragging = self._is_dragging or apart.manhattanLength() >= _TREMOR_PX
        layout = self.layout_now()
        if self._is_dragging and layout and self._can_cut:
            self._spot(None)
            ends = (spot_at(each, layout.rect(side)) for each in (begin, event.position()))
            self._put_box(Box(side, gesture(*ends)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        is_click = self._pressed is not None and not self._is_dragging
        self._pressed, self._is_dragging = None, False
        self._hover(event.position())
        if is_click and self._view and self._view.explanation.pairs is not None:
            self._keep(None if self._view.kept == self._hovered else self._hovered)

    def leaveEvent(self, event: QEvent) -> None:
        self._spot(None)
        super().leaveEvent(event)

    def take_box_away(self) -> None:
        self._put_box(None)

    def let_go(self) -> None:
        """Of the cell that was kept."""
        self._keep(None)

    def _put_box(self, box: Box | None) -> None:
        if self._view and box != self._view.box:
            # What was left without the last box stands until the new answer comes.
            before = self._view.box
            left = self._view.left if box and before and box.side == before.side else None
            self._view = replace(self._view, box=box, left=left)
            self.update()
            self.box_changed.emit(box)

    def _keep(self, kept: Spotted | None) -> None:
        if self._view:
            self._view = replace(self._view, kept=kept)
            self.update()

    def _hover(self, place: QPointF) -> None:
        layout = self.layout_now()
        side = layout.side_at(place) if layout else None
        if self._view is None or layout is None or side is None:
            self._spot(None)
            self.setCursor(Qt.CursorShape.ArrowCursor)
            return
        shown = layout.rect(side)
        self._spot(Spotted(side, cell_at(self._view.explanation.side(side), shown, place)))
        if self._can_cut:
            self.setCursor(cursor_at(place, self._region_on(side), shown))

    def _spot(self, spotted: Spotted | None) -> None:
        if spotted != self._hovered:
            self._hovered = spotted
            self.update()

    def _region_on(self, side: Side) -> Region | None:
        box = self._view.box if self._view else None
        return box.region if box and box.side == side else None

    # --- Qt -----------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(100 * GRID_PX, 50 * GRID_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._drawn.clear()
        super().resizeEvent(event)

    # --- painting -----------------------------------------------------------------------------

    def paintEvent(self, _: QPaintEvent) -> None:
        view, layout = self._view, self.layout_now()
        if view is None or layout is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for side, caption in zip(SIDES, view.captions, strict=True):
            picture, shown = self._picture(side, layout), layout.rect(side)
            painter.drawPixmap(shown, picture, QRectF(picture.rect()))
            self._draw_caption(painter, shown, self._caption_room_px(layout), caption)
        self._draw_box(painter, layout)
        self._draw_links(painter, layout)
        self._draw_left(painter, layout)
        self._draw_cells(painter, layout)
        painter.end()

    @property
    def _meant(self) -> Spotted | None:
        """The cell whose partners are shown: the one beneath the mouse before the one kept."""
        if self._view is None or self._view.explanation.pairs is None:
            return None
        if self._pressed and self._is_dragging:
            return None
        return self._hovered or self._view.kept

    def _values(self, side: Side) -> tuple[Exact, float]:
        """The map over a picture, and the value that is drawn strongest."""
        assert self._view is not None
        explanation, meant = self._view.explanation, self._meant
        if meant is None or meant.side == side:
            return explanation.side(side).cells, self._view.tops.cell
        shares, pairs = partners(explanation, meant.cell, meant.side), explanation.pairs
        assert shares is not None
        assert pairs is not None
        return shares, float(max(np.abs(shares).max(), _WEAKEST_TOP * np.abs(pairs).max()))

    def _picture(self, side: Side, layout: PairLayout) -> QPixmap:
        """Computed once for what it shows, at the pixels of the screen."""
        assert self._view is not None
        explained, mode, meant = self._view.explanation.side(side), self._view.mode, self._meant
        partner_of = meant if meant and meant.side != side else None
        size = (layout.rect(side).size() * self.devicePixelRatioF()).toSize()
        key = (explained, self._view.tops, mode, partner_of, size)
        known = self._drawn.get(side)
        if known and known[0] == key:
            return known[1]
        smooth = Qt.TransformationMode.SmoothTransformation
        ignoring = Qt.AspectRatioMode.IgnoreAspectRatio
        large = image_array(array_image(explained.pixels).scaled(size, ignoring, smooth))
        heat = heat_of(*self._values(side), explained.axes)
        picture = QPixmap.fromImage(array_image(laid_over(large, heat, mode, _OPACITY)))
        self._drawn[side] = key, picture
        return picture

    def _draw_links(self, painter: QPainter, layout: PairLayout) -> None:
        view, meant = self._view, self._meant
        if view is None or not view.has_lines:
            return
        if meant:
            draw_lines(painter, partner_lines(view.explanation, layout, meant.side, meant.cell))
        else:
            top = view.tops.link
            draw_lines(painter, strongest_lines(view.explanation, layout, top, self._taken))

    @property
    def _taken(self) -> tuple[Side, Mask] | None:
        view = self._view
        return (view.box.side, view.left.taken) if view and view.box and view.left else None

    def _draw_cells(self, painter: QPainter, layout: PairLayout) -> None:
        for spotted, colour in (
            (self._view.kept if self._view else None, self._theme.colour("accent")),
            (self._hovered, QColor("white")),
        ):
            if self._view and spotted:
                shown = layout.rect(spotted.side)
                side = self._view.explanation.side(spotted.side)
                _draw_ring(painter, cell_rect(side, shown, spotted.cell), colour)
        told = self._hovered or (self._view.kept if self._view else None)
        if told and not self._is_dragging:
            draw_note(painter, layout.rect(told.side).toRect(), self.cell_text(told))

    def _draw_box(self, painter: QPainter, layout: PairLayout) -> None:
        """The cells that are left out in the dark, and the box around them."""
        view = self._view
        if view is None or view.box is None:
            return
        shown, explained = layout.rect(view.box.side), view.explanation.side(view.box.side)
        painter.setPen(Qt.PenStyle.NoPen)
        if view.left is None:
            painter.fillRect(region_rect(view.box.region, shown), _SHADE)
        else:
            for row, column in np.argwhere(view.left.taken).tolist():
                painter.fillRect(cell_rect(explained, shown, (row, column)).toAlignedRect(), _SHADE)
        draw_outline(painter, view.box.region, shown, QColor("white"))

    def _draw_left(self, painter: QPainter, layout: PairLayout) -> None:
        view = self._view
        if view and view.box and view.left:
            shown = layout.rect(view.box.side)
            told = WhyWords().left_in_short(view.explanation, view.left)
            draw_pill(painter, region_rect(view.box.region, shown), shown, told)

    def _draw_caption(self, painter: QPainter, shown: QRectF, more_px: float, text: str) -> None:
        painter.setPen(self._theme.colour("secondary"))
        line = QRectF(shown.left(), shown.bottom(), shown.width(), self._caption_px)
        line.adjust(-more_px, 0, more_px, 0)
        cut = Qt.TextElideMode.ElideMiddle
        short = painter.fontMetrics().elidedText(text, cut, int(line.width()))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, short)

    def _caption_room_px(self, layout: PairLayout) -> float:
        """How far a caption may reach beyond its picture, to either side."""
        outside = min(layout.query.left(), self.width() - layout.match.right())
        return max(0.0, min(self._gap_px / 2, outside))

    @property
    def _gap_px(self) -> int:
        return min(round(_GAP_SHARE * self.width()), _MOST_GAP_PX)

    @property
    def _caption_px(self) -> int:
        return self.fontMetrics().height() + GRID_PX


def _size(pixels: Pixels) -> QSize:
    return QSize(pixels.shape[1], pixels.shape[0])


def _draw_ring(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """On a dark line, so that it shows on every picture."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(QColor(0, 0, 0, 150), 4), QPen(colour, 2)):
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(rect.adjusted(1, 1, -1, -1))
