"""One picture of a query: which part of it, for or against, and how much it counts."""

from dataclasses import dataclass, replace
from enum import Enum, auto

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton

from lookalike.gui.panels.chip_menu import ChipMenu, weight_beside, weight_text
from lookalike.gui.plain_tip import plain_tip
from lookalike.gui.theme import Theme
from lookalike.gui.visuals.array_image import CORNER_PX, rounded
from lookalike.photos import Region

CHIP_PX = 60
_RING_PX = 4  # around the picture, for the focus
_BADGE_PX = 18
_CORNER_PX = CORNER_PX + 2
_Key = Qt.Key


@dataclass(frozen=True, slots=True)
class ChipView:
    """What a chip draws.

    Args:
        picture: the whole picture, upright; three times `CHIP_PX` is sharp on every screen, and
            more is of use where there is a region. None draws an empty place.
        is_wanted: for; False is against.
    """

    name: str
    picture: QImage | None = None
    is_wanted: bool = True
    weight: float = 1.0
    region: Region | None = None


class _Part(Enum):
    PICTURE = auto()
    SIGN = auto()
    CLOSE = auto()


class Chip(QAbstractButton):
    """A click opens its menu, on the sign turns it, on the cross removes it.

    `changed` carries whether it is wanted, and its weight; `step_wanted` -1 or 1.
    """

    changed = Signal(bool, float)
    removed = Signal()
    region_wanted = Signal()
    step_wanted = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._view = ChipView("")
        self._pixmap: QPixmap | None = None
        self._pressed = _Part.PICTURE
        self.setFixedSize(CHIP_PX + 2 * _RING_PX, CHIP_PX + 2 * _RING_PX)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._act)

    @property
    def view(self) -> ChipView:
        return self._view

    def show_chip(self, view: ChipView, number: int, count: int) -> None:
        """Draw exactly `view`, the `number`th (from 1) of `count`."""
        if (view.picture, view.region) != (self._view.picture, self._view.region):
            self._pixmap = None
        self._view = view
        self.setAccessibleName(self._spoken(number, count))
        self.setToolTip(plain_tip(f"{view.name}\n{self._told()}"))
        self.update()

    def open_menu(self) -> ChipMenu:
        """Everything that can be done with it, beneath it."""
        view = self._view
        menu = ChipMenu(self._theme, view.name, view.is_wanted, view.weight, self)
        menu.changed.connect(self.changed)
        menu.region_wanted.connect(self.region_wanted)
        menu.removed.connect(self.removed)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        return menu

    def event(self, event: QEvent) -> bool:
        """Its keys are its own while it has the focus, whatever they mean elsewhere."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(_is_plain(event) and _Key(event.key()) in _OWN_KEYS)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = _Key(event.key())
        if not _is_plain(event):
            event.ignore()
        elif key in _STEPS:
            self.step_wanted.emit(_STEPS[key])
        elif key in _WEIGHT_STEPS:
            self._change(weight=weight_beside(self._view.weight, _WEIGHT_STEPS[key]))
        elif key in _SIGNS:
            self._change(is_wanted=_SIGNS[key])
        elif key in _REMOVING:
            self.removed.emit()
        elif key == _Key.Key_R:
            self.region_wanted.emit()
        elif key in (_Key.Key_Return, _Key.Key_Enter):
            self.open_menu()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._part_at(event.position())
        super().mousePressEvent(event)

    def contextMenuEvent(self, _: QContextMenuEvent) -> None:
        self.open_menu()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._draw_picture(painter)
        self._draw_frame(painter)
        self._draw_badge(painter, self._sign_place(), *self._sign())
        if self._view.weight != 1:
            self._draw_weight(painter)
        if self._shows_cross():
            self._draw_badge(painter, self._cross_place(), "close", QColor(20, 20, 22, 210))
        painter.end()

    # --- what it does -------------------------------------------------------------------------

    def _act(self) -> None:
        part, self._pressed = self._pressed, _Part.PICTURE
        if part is _Part.CLOSE:
            self.removed.emit()
        elif part is _Part.SIGN:
            self._change(is_wanted=not self._view.is_wanted)
        else:
            self.open_menu()

    def _change(self, *, is_wanted: bool | None = None, weight: float | None = None) -> None:
        changed = replace(
            self._view,
            is_wanted=self._view.is_wanted if is_wanted is None else is_wanted,
            weight=self._view.weight if weight is None else weight,
        )
        if changed != self._view:
            self.changed.emit(changed.is_wanted, changed.weight)

    def _part_at(self, place: QPointF) -> _Part:
        if self._shows_cross() and self._cross_place().contains(place):
            return _Part.CLOSE
        return _Part.SIGN if self._sign_place().contains(place) else _Part.PICTURE

    # --- what it tells ------------------------------------------------------------------------

    def _told(self) -> str:
        view = self._view
        told = [self.tr("More like this") if view.is_wanted else self.tr("Less like this")]
        if view.weight != 1:
            told.append(self.tr("counts {weight}").format(weight=weight_text(view.weight)))
        if view.region:
            told.append(self.tr("a part of it"))
        return " · ".join(told)

    def _spoken(self, number: int, count: int) -> str:
        view = self._view
        told = [
            self.tr("Example {number} of {count}: {name}").format(
                number=number, count=count, name=view.name
            ),
            self.tr("more like this") if view.is_wanted else self.tr("less like this"),
        ]
        if view.weight != 1:
            told.append(self.tr("weight {weight}").format(weight=f"{view.weight:g}"))
        if view.region:
            told.append(self.tr("a part of it"))
        return ", ".join(told)

    # --- how it looks -------------------------------------------------------------------------

    def _place(self) -> QRectF:
        return QRectF(_RING_PX, _RING_PX, CHIP_PX, CHIP_PX)

    def _shape(self) -> QPainterPath:
        shape = QPainterPath()
        shape.addRoundedRect(self._place(), _CORNER_PX, _CORNER_PX)
        return shape

    def _sign_place(self) -> QRectF:
        return QRectF(_RING_PX + 3, _RING_PX + 3, _BADGE_PX, _BADGE_PX)

    def _cross_place(self) -> QRectF:
        return self._sign_place().translated(CHIP_PX - 6 - _BADGE_PX, 0)

    def _shows_cross(self) -> bool:
        return self.underMouse() or self.hasFocus()

    def _sign(self) -> tuple[str, QColor]:
        if self._view.is_wanted:
            return "plus", self._theme.colour("accent")
        return "minus", self._theme.colour("warning")

    def _draw_picture(self, painter: QPainter) -> None:
        painter.fillPath(self._shape(), self._theme.colour("placeholder"))
        image = self._view.picture
        if image and not image.isNull():
            seen = seen_part(image.size(), self._view.region)
            painter.drawPixmap(self._place().toRect(), self._scaled(image, seen))
            if self._view.region:
                self._draw_region(painter, image.size(), seen, self._view.region)

    def _scaled(self, image: QImage, seen: QRect) -> QPixmap:
        ratio = self.devicePixelRatioF()
        if self._pixmap is None or self._pixmap.devicePixelRatio() != ratio:
            side_px = round(CHIP_PX * ratio)
            # What lies outside of the picture is to be transparent, not black.
            part = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied).copy(seen)
            scaled = part.scaled(
                QSize(side_px, side_px),
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            self._pixmap = QPixmap.fromImage(rounded(scaled, _CORNER_PX * ratio))
            self._pixmap.setDevicePixelRatio(ratio)
        return self._pixmap

    def _draw_region(self, painter: QPainter, size: QSize, seen: QRect, region: Region) -> None:
        """What is outside is dimmed."""
        scale = CHIP_PX / seen.width()
        place = self._place()
        inside = QRectF(
            place.x() + (region.x * size.width() - seen.x()) * scale,
            place.y() + (region.y * size.height() - seen.y()) * scale,
            region.width * size.width() * scale,
            region.height * size.height() * scale,
        ).intersected(place)
        frame = QPainterPath()
        frame.addRect(inside)
        painter.fillPath(self._shape().subtracted(frame), QColor(0, 0, 0, 120))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor("white"), 1.5))
        painter.drawRect(inside.adjusted(1, 1, -1, -1))

    def _draw_frame(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if not self._view.is_wanted:
            painter.setPen(QPen(self._theme.colour("warning"), 2))
            inset = self._place().adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(inset, _CORNER_PX - 1, _CORNER_PX - 1)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            around = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(around, _CORNER_PX + 2, _CORNER_PX + 2)

    def _draw_badge(self, painter: QPainter, place: QRectF, icon: str, plate: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(plate)
        painter.drawEllipse(place)
        # White on the light orange of the dark theme could not be read.
        pen = "grid" if icon == "minus" else "on_accent"
        drawn = self._theme.picture(icon, 14, pen, self.devicePixelRatioF())
        painter.drawPixmap(place.topLeft() + QPointF(2, 2), drawn)

    def _draw_weight(self, painter: QPainter) -> None:
        font = QFont(painter.font())
        font.setPixelSize(11)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        text = weight_text(self._view.weight)
        width_px = painter.fontMetrics().horizontalAdvance(text) + 10
        plate = QRectF(0, 0, width_px, 16)
        plate.moveBottomRight(self._place().bottomRight() - QPointF(3, 3))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(20, 20, 22, 210))
        painter.drawRoundedRect(plate, 8, 8)
        painter.setPen(QColor("white"))
        painter.drawText(plate, int(Qt.AlignmentFlag.AlignCenter), text)


def seen_part(size: QSize, region: Region | None) -> QRect:
    """The square of a picture that a chip shows: its middle, or a region with what is around it."""
    shorter_px = min(size.width(), size.height())
    if region is None:
        square = QRect(0, 0, shorter_px, shorter_px)
        square.moveCenter(QRect(0, 0, size.width(), size.height()).center())
        return square
    longest_px = max(region.width * size.width(), region.height * size.height())
    side_px = min(max(longest_px * 1.4, 1), max(size.width(), size.height()))
    middle_x = (region.x + region.width / 2) * size.width()
    middle_y = (region.y + region.height / 2) * size.height()
    return QRect(
        _placed(middle_x, side_px, size.width()),
        _placed(middle_y, side_px, size.height()),
        round(side_px),
        round(side_px),
    )


def _placed(middle: float, side: float, length: int) -> int:
    """Where a stretch around `middle` begins: within `length` if it fits, else in its middle."""
    if side > length:
        return round((length - side) / 2)
    return round(min(max(middle - side / 2, 0), length - side))


def _is_plain(event: QKeyEvent) -> bool:
    held = event.modifiers()
    return not held & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)


_STEPS = {_Key.Key_Left: -1, _Key.Key_Right: 1}
_WEIGHT_STEPS = {_Key.Key_Up: 1, _Key.Key_Down: -1}
_SIGNS = {_Key.Key_Plus: True, _Key.Key_Equal: True, _Key.Key_Minus: False}
_REMOVING = (_Key.Key_Delete, _Key.Key_Backspace)
_OWN_KEYS = {
    *(_STEPS | _WEIGHT_STEPS | _SIGNS),
    *_REMOVING,
    _Key.Key_R,
    _Key.Key_Space,
    _Key.Key_Return,
    _Key.Key_Enter,
}
