"""The network as a row of blocks from pixels to classes, to look along and to choose from."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolTip,
    QWidget,
)

from lookalike.gui.layers.layer_solid import SIGN_PX, draw_sign, draw_solid
from lookalike.gui.layers.layer_words import Layer, LayerWords
from lookalike.gui.layers.strip_layout import BLOCK_PX, Block, block_at, strip_blocks
from lookalike.gui.plain_tip import plain_tip
from lookalike.gui.theme import GRID_PX, Theme

_SOLID_PX = 8 * GRID_PX
_FADE_PX = 4 * GRID_PX
_CORNER_PX = 6
_BESIDE_PX = GRID_PX // 2


class LayerStrip(QWidget):
    """Takes no keys: those of the page reach `step`. `layer_chosen` carries what was chosen."""

    layer_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Layers of the network"))
        self.surface = _Surface(theme)
        self.surface.setAccessibleName(self.accessibleName())
        self.all_button = QPushButton(self.tr("All layers"))
        self.all_button.setCheckable(True)
        self.all_button.setProperty("segment", "true")
        self.all_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.all_button.setToolTip(self.tr("Show the layers inside of blocks as well"))
        self.all_button.toggled.connect(self._show_all)
        self.surface.block_clicked.connect(self._choose)
        self._layers: Sequence[Layer] = ()
        self._lay_out()
        self.show_layers(())

    @property
    def layers(self) -> Sequence[Layer]:
        """All of the network's."""
        return self._layers

    @property
    def shown(self) -> list[Layer]:
        """Those that there are blocks of."""
        return [block.layer for block in self.surface.blocks]

    @property
    def chosen(self) -> Layer | None:
        return self.surface.chosen

    @property
    def shows_all(self) -> bool:
        return self.all_button.isChecked()

    def show_layers(self, layers: Sequence[Layer], picture: tuple[int, int] | None = None) -> None:
        """Show another network; none of its layers is chosen yet.

        Args:
            picture: height and width of its input; those of the first layer, unless told.
        """
        self._layers = tuple(layers)
        first = (layers[0].height, layers[0].width) if layers else (0, 0)
        self.all_button.setVisible(any(not layer.is_main for layer in layers))
        self.surface.show_network(picture or first)
        self._fill(None)

    def choose(self, layer: Layer | None) -> None:
        """Light a layer that was chosen elsewhere: nothing is emitted."""
        self._fill(layer)

    def step(self, steps: int) -> None:
        """Choose the layer so many blocks further; the first one, if none is chosen."""
        shown = self.shown
        if not shown:
            return
        at = shown.index(self.chosen) + steps if self.chosen in shown else 0
        self._choose(shown[min(max(at, 0), len(shown) - 1)])

    def show_busy(self, layer: Layer | None) -> None:
        """Mark the layer whose maps are being computed."""
        self.surface.show_busy(layer)

    def _choose(self, layer: Layer) -> None:
        if layer != self.chosen:
            self._fill(layer)
            self.layer_chosen.emit(layer)

    def _show_all(self) -> None:
        self._fill(self.chosen)

    def _fill(self, chosen: Layer | None) -> None:
        blocks = strip_blocks(self._layers, with_inner=self.shows_all, kept=chosen)
        self.surface.show_blocks(blocks, chosen)

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID_PX)
        row.addWidget(self.surface, 1)
        row.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignTop)


class _Surface(QAbstractScrollArea):
    """Paints the blocks, and knows which one is at a place."""

    block_clicked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words = LayerWords()
        self._picture = (0, 0)
        self.blocks: tuple[Block, ...] = ()
        self.chosen: Layer | None = None
        self.hovered: Layer | None = None
        self.busy: Layer | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        theme.changed.connect(self.viewport().update)

    # --- what is shown ------------------------------------------------------------------------

    def show_network(self, picture: tuple[int, int]) -> None:
        self._picture = picture
        self.busy = self.hovered = None

    def show_blocks(self, blocks: tuple[Block, ...], chosen: Layer | None) -> None:
        self.blocks, self.chosen = blocks, chosen
        self._fit_bar()
        self._reveal()
        told = "" if chosen is None else self._words.in_full(chosen, self._picture)
        self.setAccessibleDescription(told.replace("\n", ", "))
        self.viewport().update()

    def show_busy(self, layer: Layer | None) -> None:
        self.busy = layer
        self.viewport().update()

    def block_rect(self, block: Block) -> QRect:
        """In the viewport."""
        left_px = block.left_px - self.horizontalScrollBar().value()
        return QRect(left_px, 0, BLOCK_PX, self.viewport().height())

    def _reveal(self) -> None:
        """Scroll no more than it takes to show the chosen block and where it leads."""
        for block in self.blocks:
            if block.layer == self.chosen:
                bar, room_px = self.horizontalScrollBar(), self.viewport().width()
                beside_px = min(BLOCK_PX // 2, max(0, (room_px - BLOCK_PX) // 2))
                least = block.right_px + beside_px - room_px
                bar.setValue(max(min(bar.value(), block.left_px - beside_px), least))

    def _fit_bar(self) -> None:
        all_px = self.blocks[-1].right_px if self.blocks else 0
        self.horizontalScrollBar().setRange(0, max(0, all_px - self.viewport().width()))

    # --- Qt -----------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        lines_px = self.fontMetrics().height() + 2 * QFontMetrics(self._small).height()
        return QSize(100 * GRID_PX, 3 * GRID_PX + _SOLID_PX + lines_px)

    def minimumSizeHint(self) -> QSize:
        return QSize(24 * GRID_PX, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_bar()
        self._reveal()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Either wheel moves along the network: there is no other way to go."""
        turned = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta()
        along = turned.x() if abs(turned.x()) > abs(turned.y()) else turned.y()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - along)
        self._hover(event.position().toPoint())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        block = self._block_at(event.position().toPoint())
        if block and event.button() == Qt.MouseButton.LeftButton:
            self.block_clicked.emit(block.layer)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(event.position().toPoint())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(QPoint(-1, -1))
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            block = self._block_at(event.pos())
            text = self._words.in_full(block.layer, self._picture) if block else ""
            QToolTip.showText(event.globalPos(), plain_tip(text), self)
            return True
        return super().viewportEvent(event)

    def _block_at(self, point: QPoint) -> Block | None:
        if not self.viewport().rect().contains(point):
            return None
        return block_at(self.blocks, point.x() + self.horizontalScrollBar().value())

    def _hover(self, point: QPoint) -> None:
        block = self._block_at(point)
        hovered = block.layer if block else None
        if hovered != self.hovered:
            self.hovered = hovered
            self.viewport().update()

    # --- painting -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        seen = [block for block in self.blocks if self.block_rect(block).intersects(event.rect())]
        for block in seen:
            self._paint_ground(painter, block)
        self._paint_flow(painter)
        for block in seen:
            self._paint_block(painter, block)
        self._paint_fades(painter)
        painter.end()

    def _paint_ground(self, painter: QPainter, block: Block) -> None:
        is_chosen = block.layer == self.chosen
        if is_chosen or block.layer == self.hovered:
            ground = self._theme.colour("accent" if is_chosen else "hover")
            ground.setAlphaF(0.14 if is_chosen else 1)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(self.block_rect(block), _CORNER_PX, _CORNER_PX)

    def _paint_flow(self, painter: QPainter) -> None:
        """The way through the network, behind its layers."""
        if len(self.blocks) > 1:
            first, last = (self.block_rect(self.blocks[at]).center().x() for at in (0, -1))
            painter.setPen(QPen(self._theme.colour("line"), 1))
            middle = GRID_PX + _SOLID_PX // 2 + 0.5
            painter.drawLine(QPointF(first, middle), QPointF(last, middle))

    def _paint_block(self, painter: QPainter, block: Block) -> None:
        rect, is_chosen = self.block_rect(block), block.layer == self.chosen
        middle = QPointF(rect.left() + rect.width() / 2, GRID_PX + _SOLID_PX / 2)
        colour = self._theme.colour("accent" if is_chosen else "faint")
        painter.setOpacity(0.45 if block.layer == self.busy else 1)
        draw_solid(painter, middle, block.face, block.depth_px, colour)
        painter.setOpacity(1)
        if block.layer == self.busy:
            self._paint_busy(painter, middle)
        self._paint_words(painter, block, rect)

    def _paint_words(self, painter: QPainter, block: Block, rect: QRect) -> None:
        line = rect.adjusted(_BESIDE_PX, 2 * GRID_PX + _SOLID_PX, -_BESIDE_PX, 0)
        line.setHeight(self.fontMetrics().height())
        self._paint_name(painter, block.layer, line)
        painter.setFont(self._small)
        painter.setPen(self._theme.colour("secondary"))
        for text in (
            self._words.shape(block.layer),
            self._words.sees(block.layer, self._picture),
        ):
            line.moveTop(line.bottom() + 1)
            line.setHeight(painter.fontMetrics().height())
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, text)
        painter.setFont(self.font())

    def _paint_name(self, painter: QPainter, layer: Layer, line: QRect) -> None:
        """The sign of its kind and the name, together in the middle."""
        is_strong = layer.is_main or layer == self.chosen
        colour = self._theme.colour("text" if is_strong else "secondary")
        before_px = SIGN_PX + GRID_PX // 2
        # What is inside of a block is called after it: those names differ at their ends.
        cut = Qt.TextElideMode.ElideMiddle if layer.is_main else Qt.TextElideMode.ElideLeft
        name = self.fontMetrics().elidedText(layer.name, cut, line.width() - before_px)
        width_px = before_px + self.fontMetrics().horizontalAdvance(name)
        left_px = line.left() + (line.width() - width_px) // 2
        top_px = line.top() + (line.height() - SIGN_PX) // 2
        draw_sign(painter, layer.kind, QPointF(left_px, top_px), self._theme.colour("secondary"))
        painter.setPen(colour)
        words = QRect(left_px + before_px, line.top(), line.right(), line.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)

    def _paint_busy(self, painter: QPainter, middle: QPointF) -> None:
        """Three dots, as of somebody who is about to answer."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("text"))
        for at in (-8, 0, 8):
            painter.drawEllipse(middle + QPointF(at, 0), 2.5, 2.5)

    def _paint_fades(self, painter: QPainter) -> None:
        """At an edge behind which there are more blocks."""
        bar, room = self.horizontalScrollBar(), QRectF(self.viewport().rect())
        ground = self._theme.colour("window")
        for is_more, inner, outer in (
            (bar.value() > 0, _FADE_PX, 0.0),
            (bar.value() < bar.maximum(), room.width() - _FADE_PX, room.width()),
        ):
            if is_more:
                fade = QLinearGradient(inner, 0, outer, 0)
                fade.setColorAt(0, QColor(ground.red(), ground.green(), ground.blue(), 0))
                fade.setColorAt(1, ground)
                edge = QRectF(
                    QPointF(min(inner, outer), 0), QPointF(max(inner, outer), room.height())
                )
                painter.fillRect(edge, fade)

    @property
    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(max(7.0, font.pointSizeF() - 1))
        return font
