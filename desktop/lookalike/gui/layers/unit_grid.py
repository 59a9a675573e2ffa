"""All units of a layer as tiles, drawn from one picture: thousands of them stay smooth."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QEvent, QMargins, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QCursor,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from lookalike.gui.layers.number_text import number_text
from lookalike.gui.layers.tile_layout import TileLayout, lay_tiles
from lookalike.gui.layers.unit_grid_view import UnitGridView
from lookalike.gui.layers.veil import Veil
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.translations import grouped, percent_text
from lookalike.gui.visuals.array_image import array_image

_FRAME_PX = 2
_MARK_PX = 8
_LEAST_PATTERN_PX = 8 * GRID_PX
_LEAST = QSize(26 * GRID_PX, 9 * GRID_PX)


class UnitGrid(QAbstractScrollArea):
    """Takes no keys: those of the page reach `step` and `zoom`.

    Signals:
        unit_chosen: carries the number of the unit that a person has chosen.
        unit_hovered: carries a number, or None where the mouse is on no unit.
        zoomed: whether a single unit is shown now.
        scrolled: other units may be visible, see `visible_units`.
    """

    unit_chosen = Signal(int)
    unit_hovered = Signal(object)
    zoomed = Signal(bool)
    scrolled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._view: UnitGridView | None = None
        self._atlas = QPixmap()
        self._layout: TileLayout = lay_tiles(0, (1, 1), QSize())
        self._chosen: int | None = None
        self._hovered: int | None = None
        self._marked: Collection[int] = ()
        self._patterns: dict[int, QPixmap] | None = None
        self._is_zoomed = False
        self._veil = Veil(theme, self.viewport())
        self._arrange()
        theme.changed.connect(self.viewport().update)

    def _arrange(self) -> None:
        self.setAccessibleName(self.tr("Units"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.setMinimumSize(_LEAST)

    # --- what is shown ------------------------------------------------------------------------

    @property
    def view(self) -> UnitGridView | None:
        return self._view

    @property
    def chosen(self) -> int | None:
        return self._chosen

    @property
    def hovered(self) -> int | None:
        return self._hovered

    @property
    def is_zoomed(self) -> bool:
        return self._is_zoomed

    @property
    def is_stale(self) -> bool:
        return self._veil.is_awaited

    @property
    def visible_units(self) -> list[int]:
        """In the order in which they are shown."""
        if self._view is None:
            return []
        if self._is_zoomed:
            return [] if self._chosen is None else [self._chosen]
        return [int(self._view.units[place]) for place in self._visible_places()]

    def show_view(self, view: UnitGridView | None) -> None:
        """Show other maps; what was chosen stays chosen where there is such a unit."""
        had, was_at = self._view.count if self._view else 0, self._place_of(self._chosen)
        self._view = view
        self._atlas = QPixmap.fromImage(array_image(view.atlas.pixels)) if view else QPixmap()
        self._veil.await_newer(False)
        place = self._place_of(self._chosen)
        if place is None:
            self._chosen = None
            self.zoom(False)
        self._lay_out()
        if view and view.count != had:
            self.verticalScrollBar().setValue(0)
        if place != was_at:
            self._reveal()
        self._describe()
        self.viewport().update()
        self._hover(self._unit_at_mouse())

    def show_stale(self, is_stale: bool) -> None:
        """Whether newer maps are awaited."""
        self._veil.await_newer(is_stale)

    def choose(self, unit: int | None) -> None:
        """Frame a unit that was chosen elsewhere: nothing is emitted."""
        self._chosen = unit if self._place_of(unit) is not None else None
        if self._chosen is None:
            self.zoom(False)
        self._reveal()
        self._describe()
        self.viewport().update()

    def mark(self, units: Collection[int]) -> None:
        """Set a mark on these and no others."""
        self._marked = units
        self.viewport().update()

    def show_patterns(self, pictures: Mapping[int, QImage] | None) -> None:
        """Pictures by unit in place of maps, as far as there are any yet; None for the maps."""
        had_patterns = self._patterns is not None
        self._patterns = (
            None
            if pictures is None
            else {unit: QPixmap.fromImage(image) for unit, image in pictures.items()}
        )
        self._lay_out()
        if had_patterns != (pictures is not None):
            self._reveal()
        self.viewport().update()

    # --- what a person does -------------------------------------------------------------------

    def step(self, right: int, down: int) -> None:
        """Choose the unit so many tiles away; the first one, if none is chosen."""
        if self._view is None or not self._view.count:
            return
        place = self._place_of(self._chosen)
        place = 0 if place is None else self._layout.moved(place, right, down)
        self._choose(int(self._view.units[place]))

    def zoom(self, is_zoomed: bool) -> None:
        """Show the chosen unit alone, or all of them."""
        is_zoomed = is_zoomed and self._chosen is not None
        if is_zoomed == self._is_zoomed:
            return
        self._is_zoomed = is_zoomed
        self._lay_out()
        self._reveal()
        self.viewport().update()
        self.zoomed.emit(is_zoomed)

    def _choose(self, unit: int) -> None:
        if unit == self._chosen:
            return
        self.choose(unit)
        QAccessible.updateAccessibility(
            QAccessibleAnnouncementEvent(self, self.accessibleDescription())
        )
        self.unit_chosen.emit(unit)

    def _hover(self, unit: int | None) -> None:
        if unit != self._hovered:
            self._hovered = unit
            self.viewport().update()
            self.unit_hovered.emit(unit)

    def _reveal(self) -> None:
        """Scroll no more than it takes to show the chosen unit."""
        place = self._place_of(self._chosen)
        if place is None or self._is_zoomed:
            return
        rect, bar = self._layout.rect(place), self.verticalScrollBar()
        lowest = rect.bottom() + 1 + GRID_PX - self.viewport().height()
        bar.setValue(max(min(bar.value(), rect.top() - GRID_PX), lowest))

    # --- words --------------------------------------------------------------------------------

    def unit_text(self, unit: int) -> str:
        """What is known of a unit, in a line."""
        if self._view is None:
            return ""
        told = [
            self.tr("Unit {number}").format(number=grouped(unit)),
            self.tr("maximum {value}").format(value=number_text(self._view.maxima[unit])),
            self.tr("mean {value}").format(value=number_text(self._view.means[unit])),
        ]
        if self._view.share is not None:
            share = percent_text(float(self._view.share[unit]), decimals=1)
            told.append(self.tr("{share} of the match").format(share=share))
        return "  ·  ".join(told)

    def _describe(self) -> None:
        self.setAccessibleDescription("" if self._chosen is None else self.unit_text(self._chosen))

    # --- where things are ---------------------------------------------------------------------

    def _place_of(self, unit: int | None) -> int | None:
        return None if unit is None or self._view is None else self._view.place_of(unit)

    def _visible_places(self) -> range:
        top = self.verticalScrollBar().value()
        return self._layout.places_between(top, top + self.viewport().height())

    def tile_rect(self, place: int) -> QRect:
        """In the viewport."""
        return self._layout.rect(place).translated(0, -self.verticalScrollBar().value())

    def _unit_at(self, point: QPoint) -> int | None:
        if self._view is None or not self.viewport().rect().contains(point):
            return None
        if self._is_zoomed:
            return self._chosen
        place = self._layout.place_at(point + QPoint(0, self.verticalScrollBar().value()))
        return None if place is None else int(self._view.units[place])

    def _unit_at_mouse(self) -> int | None:
        if not self.viewport().underMouse():
            return None
        return self._unit_at(self.viewport().mapFromGlobal(QCursor.pos()))

    def _lay_out(self) -> None:
        room, bar = self.maximumViewportSize(), self.verticalScrollBar()
        self._layout = self._laid_in(room)
        if self._layout.height_px > room.height():
            beside_px = bar.sizeHint().width()
            self._layout = self._laid_in(room.shrunkBy(QMargins(0, 0, beside_px, 0)))
        height_px = 0 if self._is_zoomed else self._layout.height_px
        bar.setSingleStep(self._layout.step.height())
        bar.setPageStep(max(1, room.height() - self._layout.step.height()))
        bar.setRange(0, max(0, height_px - room.height()))

    def _laid_in(self, room: QSize) -> TileLayout:
        if self._view is None:
            return lay_tiles(0, (1, 1), room)
        ratio, count = self.devicePixelRatioF(), self._view.count
        if self._patterns is not None:
            return lay_tiles(count, (1, 1), room, ratio, _LEAST_PATTERN_PX)
        return lay_tiles(count, self._view.atlas.tile, room, ratio)

    # --- Qt -----------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(60 * GRID_PX, 50 * GRID_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        self._reveal()
        self.scrolled.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
        self._hover(self._unit_at_mouse())
        self.scrolled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        unit = self._unit_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and unit is not None:
            self._choose(unit)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()  # or it would go to the page, which knows nothing of the press

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        is_on_unit = self._unit_at(event.position().toPoint()) is not None
        if event.button() == Qt.MouseButton.LeftButton and is_on_unit:
            self.zoom(not self._is_zoomed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._unit_at(event.position().toPoint()))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        return super().viewportEvent(event)

    def _show_tip(self, event: QHelpEvent) -> None:
        unit = self._unit_at(event.pos())
        text = "" if unit is None else self.unit_text(unit).replace("  ·  ", "\n")
        QToolTip.showText(event.globalPos(), text, self)

    # --- painting -----------------------------------------------------------------------------

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        if self._view:
            if self._is_zoomed and self._chosen is not None:
                self._paint_zoomed(painter, self._view, self._chosen)
            else:
                self._paint_tiles(painter, self._view)
        painter.end()

    def _paint_tiles(self, painter: QPainter, view: UnitGridView) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._is_shrunk)
        for place in self._visible_places():
            unit, rect = int(view.units[place]), self.tile_rect(place)
            self._paint_unit(painter, view, place, rect)
            if unit in self._marked:
                self._paint_mark(painter, rect)
            if unit == self._chosen:
                self._paint_frame(painter, rect, "accent")
            elif unit == self._hovered:
                self._paint_frame(painter, rect, "secondary")

    def _paint_unit(self, painter: QPainter, view: UnitGridView, place: int, rect: QRect) -> None:
        if self._patterns is not None:
            self._paint_pattern(painter, self._patterns.get(int(view.units[place])), rect)
            return
        top, left = view.atlas.corner(place)
        height, width = view.atlas.tile
        painter.drawPixmap(rect, self._atlas, QRect(left, top, width, height))

    def _paint_pattern(self, painter: QPainter, pattern: QPixmap | None, rect: QRect) -> None:
        painter.fillRect(rect, self._theme.colour("placeholder"))
        if pattern is None or pattern.isNull():
            return
        size = pattern.size().scaled(rect.size(), Qt.AspectRatioMode.KeepAspectRatio)
        shown = QRect(QPoint(), size)
        shown.moveCenter(rect.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(shown, pattern, pattern.rect())

    def _paint_zoomed(self, painter: QPainter, view: UnitGridView, unit: int) -> None:
        place = view.place_of(unit)
        if place is None:
            return
        words_px = painter.fontMetrics().height() + 2 * GRID_PX
        room = self.viewport().rect().adjusted(GRID_PX, GRID_PX, -GRID_PX, -words_px)
        height, width = view.atlas.tile
        rect = QRect(QPoint(), QSize(width, height).scaled(room.size(), _KEPT))
        rect.moveCenter(room.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, rect.width() < width)
        self._paint_unit(painter, view, place, rect)
        if unit in self._marked:
            self._paint_mark(painter, rect)
        painter.setPen(self._theme.colour("secondary"))
        words = QRect(GRID_PX, room.bottom() + 1, room.width(), words_px)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self._shortened(unit, words))

    def _shortened(self, unit: int, room: QRect) -> str:
        text, cut = self.unit_text(unit), Qt.TextElideMode.ElideRight
        return self.fontMetrics().elidedText(text, cut, room.width())

    def _paint_frame(self, painter: QPainter, rect: QRect, colour: str) -> None:
        """Around the tile, in the gap: nothing of the map is covered."""
        painter.setPen(QPen(self._theme.colour(colour), _FRAME_PX, j=_MITER))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        reach_px = _FRAME_PX / 2
        painter.drawRect(QRectF(rect).adjusted(-reach_px, -reach_px, reach_px, reach_px))

    def _paint_mark(self, painter: QPainter, rect: QRect) -> None:
        """A disc in the upper right corner, with a dark rim that shows on bright maps."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(0, 0, 0, 160), 1.5))
        painter.setBrush(self._theme.colour("warning"))
        disc = QRectF(0, 0, _MARK_PX, _MARK_PX)
        disc.moveTopRight(QRectF(rect).topRight() + QPointF(-3, 3))
        painter.drawEllipse(disc)
        painter.restore()

    @property
    def _is_shrunk(self) -> bool:
        """Whether a map has more cells than its tile has pixels of the screen."""
        if self._view is None:
            return False
        shown_px = self._layout.tile.width() * self.devicePixelRatioF()
        return shown_px < self._view.atlas.tile[1]


_KEPT = Qt.AspectRatioMode.KeepAspectRatio
_MITER = Qt.PenJoinStyle.MiterJoin
