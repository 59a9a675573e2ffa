"""A picture with a rectangle on it that the mouse and the keys draw, move and resize."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from lookalike.gui.panels.region_grips import (
    Gesture,
    cursor_at,
    draw_outline,
    gesture_at,
    region_rect,
    spot_at,
)
from lookalike.gui.panels.region_shape import MIDDLE_HALF, Grip, grown, moved
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.photos import Region

_TREMOR_PX = 4  # a click moves the mouse so far
_Key = Qt.Key
_ARROWS = {
    _Key.Key_Left: (-1, 0),
    _Key.Key_Right: (1, 0),
    _Key.Key_Up: (0, -1),
    _Key.Key_Down: (0, 1),
}
_ENTER = (_Key.Key_Return, _Key.Key_Enter)
_REMOVING = (_Key.Key_Delete, _Key.Key_Backspace)
_OWN_KEYS = {*_ARROWS, *_ENTER, *_REMOVING, _Key.Key_Space}


class RegionCanvas(QWidget):
    """`region_changed` carries a Region or None; `accepted` comes with Enter."""

    region_changed = Signal(object)
    accepted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._image = QImage()
        self._scaled: QPixmap | None = None
        self._region: Region | None = None
        self._gesture: Gesture | None = None
        self._pressed_at = QPointF()
        self._is_dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(20 * GRID_PX, 20 * GRID_PX)

    @property
    def region(self) -> Region | None:
        return self._region

    def show_picture(self, image: QImage, region: Region | None) -> None:
        """Begin with another picture."""
        self._image, self._scaled, self._gesture = image, None, None
        self._region = region
        self.update()

    def place(self) -> QRectF:
        """Where the picture is: whole and centred, as large as fits."""
        room = QRectF(self.rect()).adjusted(GRID_PX, GRID_PX, -GRID_PX, -GRID_PX)
        size = QSize(max(1, self._image.width()), max(1, self._image.height())).toSizeF()
        size.scale(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        shown = QRectF(QPointF(), size)
        shown.moveCenter(room.center())
        return shown

    # --- mouse --------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self._image.isNull():
            self._pressed_at = event.position()
            self._is_dragging = False
            self._gesture = gesture_at(event.position(), self._region, self.place())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._gesture is None:
            self.setCursor(cursor_at(event.position(), self._region, self.place()))
            return
        apart = event.position() - self._pressed_at
        self._is_dragging = self._is_dragging or apart.manhattanLength() >= _TREMOR_PX
        if self._is_dragging:
            ends = (spot_at(each, self.place()) for each in (self._pressed_at, event.position()))
            self._change(self._gesture(*ends))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._gesture = None
        self.setCursor(cursor_at(event.position(), self._region, self.place()))

    # --- keys ---------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Its keys are its own while it has the focus, whatever they mean elsewhere."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(_Key(event.key()) in _OWN_KEYS)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = _Key(event.key())
        if self._image.isNull() or key not in _OWN_KEYS:
            super().keyPressEvent(event)
        elif key in _REMOVING:
            self._change(None)
        elif key in _ENTER and self._region:
            self.accepted.emit()
        elif not self._region:
            self._change(MIDDLE_HALF)
        elif key in _ARROWS:
            self._nudge(_ARROWS[key], event.modifiers())

    def _nudge(self, towards: Grip, held: Qt.KeyboardModifier) -> None:
        assert self._region is not None
        step = 0.001 if held & Qt.KeyboardModifier.ControlModifier else 0.01
        by = towards[0] * step, towards[1] * step
        does = grown if held & Qt.KeyboardModifier.ShiftModifier else moved
        self._change(does(self._region, by))

    def _change(self, region: Region | None) -> None:
        if region != self._region:
            self._region = region
            self.update()
            self.region_changed.emit(region)

    # --- how it looks -------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._scaled = None
        super().resizeEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shown = self.place()
        picture = self._scaled_picture(shown)
        painter.drawPixmap(shown, picture, QRectF(picture.rect()))
        if self._region:
            self._draw_region(painter, self._region)
        elif self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRect(shown.adjusted(-3, -3, 3, 3))
        painter.end()

    def _scaled_picture(self, shown: QRectF) -> QPixmap:
        """Scaled once per size, not once per paint."""
        if self._scaled is None:
            size = (shown.size() * self.devicePixelRatioF()).toSize()
            smooth = Qt.TransformationMode.SmoothTransformation
            scaled = self._image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            self._scaled = QPixmap.fromImage(scaled)
        return self._scaled

    def _draw_region(self, painter: QPainter, region: Region) -> None:
        outside = QPainterPath()
        outside.addRect(self.place())
        outside.addRect(region_rect(region, self.place()))
        painter.fillPath(outside, QColor(0, 0, 0, 130))
        edge = self._theme.colour("accent") if self.hasFocus() else QColor("white")
        draw_outline(painter, region, self.place(), edge)
