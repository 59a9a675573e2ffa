"""Draws one picture: whole, or a part of it at any zoom."""

import sys
from collections.abc import Callable, Container
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

ZOOM_STEP = 1.25
_LARGEST_SCALE = 16.0
_PIXELS_SHOW_FROM = 2.0  # device pixels per pixel of the picture
_WHEEL_NOTCH = 120
_ALMOST = 1e-3
_SAME_SHAPE = 0.05
_TELLING_PX = 64  # the sides of a smaller picture are rounded too much to tell its shape


@dataclass(frozen=True, slots=True)
class CanvasPlace:
    """Which part of a picture is shown. Several canvases may share it, whatever their pictures.

    Args:
        zoom: 1 fits the picture into the canvas, 2 is twice as large.
        x, y: the point of the picture in the middle of the canvas, in fractions of it.
    """

    zoom: float = 1.0
    x: float = 0.5
    y: float = 0.5

    @property
    def is_fit(self) -> bool:
        return abs(self.zoom - 1) < _ALMOST


class PhotoCanvas(QWidget):
    """`place_changed` carries a CanvasPlace that a person has chosen here; `drawn_changed` comes
    whenever the scale may be another.

    Args:
        enlarges: a picture that is smaller than the canvas is made to fill it.
    """

    place_changed = Signal(object)
    drawn_changed = Signal()
    pressed = Signal()

    def __init__(self, *, enlarges: bool = False) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
        if sys.platform != "darwin":  # there, pinches come as native gestures
            self.grabGesture(Qt.GestureType.PinchGesture)
        self._enlarges = enlarges
        self._levels: tuple[QImage, ...] = ()
        self._full_size = QSize()
        self._place = CanvasPlace()
        self._fitted: QImage | None = None  # scaled once per size, not once per paint
        self._grip: QPointF | None = None

    # --- what is drawn ------------------------------------------------------------------------

    def show_picture(self, levels: tuple[QImage, ...], full_size: QSize) -> None:
        """Draw the same picture in other sizes, or another one.

        Args:
            levels: largest first; the smallest that is sharp enough is drawn.
            full_size: of the photo itself; empty where nobody knows it.
        """
        self._levels = levels
        self._full_size = _agreed_size(levels, full_size)
        self._fitted = None
        self._take(self._place)

    def show_place(self, place: CanvasPlace) -> None:
        """Follow a place that was chosen elsewhere: nothing is emitted."""
        self._take(place)

    @property
    def place(self) -> CanvasPlace:
        return self._place

    @property
    def picture_size(self) -> QSize:
        """Of the photo in full, in pixels."""
        return self._full_size

    @property
    def scale(self) -> float:
        """Device pixels per pixel of the photo: 1 is 1:1."""
        return self._fit_scale * self._place.zoom

    @property
    def actual_zoom(self) -> float:
        """The zoom at which one pixel of the photo is one of the screen."""
        return 1 / self._fit_scale

    @property
    def least_zoom(self) -> float:
        return min(1.0, self.actual_zoom)

    @property
    def most_zoom(self) -> float:
        return max(1.0, _LARGEST_SCALE * self.actual_zoom)

    @property
    def can_pan(self) -> bool:
        shown = self._shown_size()
        return shown.width() > self.width() + 1 or shown.height() > self.height() + 1

    @property
    def wants_pixels(self) -> bool:
        """Whether there is less in the picture than the zoom could show."""
        return bool(self._levels) and self._levels[0].width() < min(
            self._full_size.width(), self._full_size.width() * self.scale - 1
        )

    # --- what a person does -------------------------------------------------------------------

    def fit(self) -> None:
        self._choose(CanvasPlace())

    def show_actual(self, at: QPointF | None = None) -> None:
        self.zoom_to(self.actual_zoom, at)

    def toggle_actual(self, at: QPointF | None = None) -> None:
        """Between the whole picture and its very pixels, at a point of the canvas."""
        is_actual = abs(self.scale - 1) < _ALMOST
        if self._place.is_fit and not is_actual:
            self.show_actual(at)
        else:
            self.fit()

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        self.zoom_to(self._place.zoom * factor, at)

    def zoom_to(self, zoom: float, at: QPointF | None = None) -> None:
        """What is under the point `at` (the middle, unless told) stays there."""
        zoom = min(max(zoom, self.least_zoom), self.most_zoom)
        before = self._shown_size()
        if before.isEmpty():
            return
        away = (at or self._middle()) - self._middle()
        after = before * (zoom / self._place.zoom)
        x = self._place.x + away.x() * (1 / before.width() - 1 / after.width())
        y = self._place.y + away.y() * (1 / before.height() - 1 / after.height())
        self._choose(CanvasPlace(zoom, x, y))

    def pan_by(self, right: float, down: float) -> None:
        """Look further right and down, in pixels of the canvas."""
        shown = self._shown_size()
        if not shown.isEmpty():
            x = self._place.x + right / shown.width()
            y = self._place.y + down / shown.height()
            self._choose(replace(self._place, x=x, y=y))

    def pan_steps(self, right: int, down: int) -> None:
        """By a sixth of what is seen, as the keys do."""
        self.pan_by(right * self.width() / 6, down * self.height() / 6)

    @staticmethod
    def knows_key(event: QKeyEvent) -> bool:
        """Whether a key zooms or pans."""
        return event.key() in (_KEYS if is_plain(event) else ARROWS if with_ctrl(event) else ())

    def take_key(self, event: QKeyEvent) -> bool:
        """Zoom or pan by the keys that every picture knows; says whether this was one of them."""
        if not self.knows_key(event):
            return False
        key = Qt.Key(event.key())
        if key in ARROWS:
            self.pan_steps(*ARROWS[key])
        else:
            _KEYS[key](self)
        return True

    def _choose(self, place: CanvasPlace) -> None:
        before = self._place
        self._take(place)
        if self._place != before:
            self.place_changed.emit(self._place)

    def _take(self, place: CanvasPlace) -> None:
        self._place = self._kept_inside(place)
        self._show_cursor()
        self.update()
        self.drawn_changed.emit()

    # --- where it is drawn --------------------------------------------------------------------

    @property
    def _fit_scale(self) -> float:
        return self._fit_scale_in(self.size())

    def _fit_scale_in(self, box: QSize) -> float:
        size = self._full_size
        if size.isEmpty() or box.isEmpty():
            return 1.0
        across, down = box.width() / size.width(), box.height() / size.height()
        fills = min(across, down) * self.devicePixelRatioF()
        return fills if self._enlarges else min(1.0, fills)

    def _shown_size(self, zoom: float | None = None) -> QSizeF:
        """Of the whole picture at this zoom, in pixels of the canvas."""
        scale = self._fit_scale * (zoom or self._place.zoom) / self.devicePixelRatioF()
        return QSizeF(self._full_size) * scale

    def _middle(self) -> QPointF:
        return QPointF(self.width() / 2, self.height() / 2)

    def _kept_inside(self, place: CanvasPlace) -> CanvasPlace:
        """No empty space is shown beside a picture that could fill it."""
        shown = self._shown_size(place.zoom)
        return replace(
            place,
            x=_kept(place.x, self.width(), shown.width()),
            y=_kept(place.y, self.height(), shown.height()),
        )

    def picture_rect(self) -> QRectF:
        """Where the whole picture lies, in pixels of the canvas; parts may be outside."""
        shown = self._shown_size()
        corner = QPointF(shown.width() * self._place.x, shown.height() * self._place.y)
        return QRectF(self._middle() - corner, shown)

    # --- Qt -----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._levels:
            return
        painter = QPainter(self)
        if self._place.is_fit:
            self._paint_whole(painter)
        else:
            self._paint_part(painter, QRectF(event.rect()))
        painter.end()

    def _paint_whole(self, painter: QPainter) -> None:
        ratio = self.devicePixelRatioF()
        place = self.picture_rect()
        size = (place.size() * ratio).toSize().expandedTo(QSize(1, 1))
        if self._fitted is None or self._fitted.size() != size:
            self._fitted = self._level().scaled(
                size,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        # On whole pixels of the screen, or all of it would be blurred by half of one.
        x, y = (round(at * ratio) / ratio for at in (place.x(), place.y()))
        painter.drawImage(QRectF(QPointF(x, y), QSizeF(size) / ratio), self._fitted)

    def _paint_part(self, painter: QPainter, dirty: QRectF) -> None:
        level, place = self._level(), self.picture_rect()
        per_pixel = place.width() / level.width()
        is_smooth = per_pixel * self.devicePixelRatioF() < _PIXELS_SHOW_FROM
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_smooth)
        seen = place.intersected(dirty)
        part = QRectF((seen.topLeft() - place.topLeft()) / per_pixel, seen.size() / per_pixel)
        painter.drawImage(seen, level, part)

    def _level(self) -> QImage:
        """The smallest with all that can be seen: Qt shrinks by half well, and no further."""
        wanted_px = self._shown_size().width() * self.devicePixelRatioF()
        sharp = (level for level in reversed(self._levels) if level.width() >= wanted_px - 1)
        return next(sharp, self._levels[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Who looks at pixels goes on to see them as large; a shared place is left as it is."""
        place = self._place
        if not (place.is_fit or self._enlarges or event.oldSize().isEmpty()):
            grown = self._fit_scale_in(event.oldSize()) / self._fit_scale
            place = replace(place, zoom=place.zoom * grown)
        self._take(place)
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QGestureEvent):
            return self._pinch(event)
        if isinstance(event, QNativeGestureEvent):
            return self._pinch_natively(event)
        return super().event(event)

    def _pinch(self, event: QGestureEvent) -> bool:
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if isinstance(pinch, QPinchGesture):
            at = self.mapFromGlobal(pinch.hotSpot())
            self.zoom_by(pinch.scaleFactor(), at)
        return True

    def _pinch_natively(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self.zoom_by(1 + event.value(), event.position())
        return True

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel zooms; fingers on a trackpad pan, and zoom with Ctrl."""
        is_trackpad = event.phase() != Qt.ScrollPhase.NoScrollPhase
        if is_trackpad and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.pan_by(-event.pixelDelta().x(), -event.pixelDelta().y())
        else:
            notches = event.angleDelta().y() / _WHEEL_NOTCH
            self.zoom_by(ZOOM_STEP**notches, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
        elif self.can_pan:
            self._grip = event.position()
            self._show_cursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            event.ignore()
            return
        moved = self._grip - event.position()
        self._grip = event.position()
        self.pan_by(moved.x(), moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        self._show_cursor()
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.toggle_actual(event.position())

    def _show_cursor(self) -> None:
        if self._grip is not None:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self.can_pan:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.unsetCursor()


ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}

_KEYS: dict[Qt.Key, Callable[[PhotoCanvas], None]] = {
    Qt.Key.Key_Plus: lambda canvas: canvas.zoom_by(ZOOM_STEP),
    Qt.Key.Key_Equal: lambda canvas: canvas.zoom_by(ZOOM_STEP),
    Qt.Key.Key_Minus: lambda canvas: canvas.zoom_by(1 / ZOOM_STEP),
    Qt.Key.Key_0: PhotoCanvas.fit,
    Qt.Key.Key_1: PhotoCanvas.show_actual,
    Qt.Key.Key_Z: PhotoCanvas.toggle_actual,
}

_Modifier = Qt.KeyboardModifier
_COMMANDS = _Modifier.ControlModifier | _Modifier.AltModifier | _Modifier.MetaModifier


def claims_key(event: QEvent, keys: Container[Qt.Key]) -> bool:
    """Accept a key before the window's shortcuts get it, where it is one of a page's or ours."""
    return claims(
        event, lambda key: (is_plain(key) and key.key() in keys) or PhotoCanvas.knows_key(key)
    )


def claims(event: QEvent, is_own: Callable[[QKeyEvent], object]) -> bool:
    """Accept a key before the window's shortcuts get it, where it is one's own."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if is_own(event):
        event.accept()
        return True
    return False


def is_plain(event: QKeyEvent) -> bool:
    """Whether a key was pressed by itself, if need be with Shift."""
    return not event.modifiers() & _COMMANDS


def with_ctrl(event: QKeyEvent) -> bool:
    return event.modifiers() & _COMMANDS == _Modifier.ControlModifier


def _agreed_size(levels: tuple[QImage, ...], told: QSize) -> QSize:
    """What the picture says, where it is of another shape: its file was changed since."""
    if not levels:
        return told
    size = levels[0].size()
    if told.isEmpty() or size.isEmpty():
        return size
    across, down = told.width() / size.width(), told.height() / size.height()
    is_same = abs(across / down - 1) < _SAME_SHAPE and across > 1 - _SAME_SHAPE
    return told if is_same or min(size.width(), size.height()) < _TELLING_PX else size


def _kept(at: float, has: float, shown: float) -> float:
    if shown <= has:
        return 0.5
    edge = has / shown / 2
    return min(max(at, edge), 1 - edge)
