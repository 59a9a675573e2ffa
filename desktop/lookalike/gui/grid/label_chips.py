"""Draws a photo's labels on its tile: small chips, or dots where there is no room for words."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from lookalike.gui.translations import grouped

_WORDS_FROM_PX = 160  # tiles that are smaller have dots
_LEAST_PX = 72  # and so have narrow pictures
_GROUND = QColor(20, 20, 22, 185)
_INK = QColor(255, 255, 255)
_INSET_PX = 6
_GAP_PX = 4
_PAD_PX = 7
_MOST_CHIP_PX = 124
_DOT_PX = 6
_MOST_DOTS = 5
_MOST_KEPT = 1000


class LabelChips:
    """Chips are drawn once and kept: laying text out for each paint would slow scrolling down."""

    def __init__(self) -> None:
        self._chips: dict[tuple[str, float, int], QPixmap] = {}
        self._dots: dict[tuple[int, float], QPixmap] = {}
        self._wanted: QFont | None = None
        self.fit(QFont())

    def fit(self, font: QFont) -> None:
        """Write in this font, a little smaller."""
        if font == self._wanted:
            return
        self._wanted, self._font = QFont(font), QFont(font)
        self._font.setPointSizeF(max(7.0, font.pointSizeF() * 0.86))
        self._metrics = QFontMetrics(self._font)
        self._chips.clear()

    def draw(self, painter: QPainter, names: Sequence[str], picture: QRect, side_px: int) -> None:
        """Along the lower edge of the picture, whose tile is `side_px` wide."""
        if not names:
            return
        place = picture.adjusted(_INSET_PX, 0, -_INSET_PX, -_INSET_PX)
        if side_px < _WORDS_FROM_PX or place.width() < _LEAST_PX:
            self._draw_dots(painter, min(len(names), _MOST_DOTS), place)
        else:
            self._draw_chips(painter, names, place)

    def _draw_dots(self, painter: QPainter, count: int, place: QRect) -> None:
        ratio = painter.device().devicePixelRatioF()
        if (count, ratio) not in self._dots:
            self._dots[count, ratio] = _drawn_dots(count, ratio)
        painter.drawPixmap(place.left(), place.bottom() - _DOT_PX, self._dots[count, ratio])

    def _draw_chips(self, painter: QPainter, names: Sequence[str], place: QRect) -> None:
        """As many as there is room for, beside a count of the others."""
        ratio, left = painter.device().devicePixelRatioF(), place.left()
        for number, name in enumerate(names):
            after = len(names) - number - 1
            rest_px = _width_px(self._rest(after, ratio)) + _GAP_PX if after else 0
            room_px = place.right() + 1 - left - rest_px
            chip, is_last = self._chip(name, ratio), False
            if _width_px(chip) > room_px and number == 0:
                chip = self._chip(name, ratio, room_px)
            elif _width_px(chip) > room_px:
                chip, is_last = self._rest(after + 1, ratio), True
            painter.drawPixmap(left, place.bottom() + 1 - self.height_px, chip)
            if is_last:
                return
            left += _width_px(chip) + _GAP_PX

    def _rest(self, count: int, ratio: float) -> QPixmap:
        return self._chip(f"+{grouped(count)}", ratio)

    def _chip(self, text: str, ratio: float, most_px: int = _MOST_CHIP_PX) -> QPixmap:
        if len(self._chips) > _MOST_KEPT:
            self._chips.clear()
        key = (text, ratio, most_px)
        if key not in self._chips:
            self._chips[key] = self._drawn(text, ratio, most_px)
        return self._chips[key]

    def _drawn(self, text: str, ratio: float, most_px: int) -> QPixmap:
        room_px = most_px - 2 * _PAD_PX
        short = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room_px)
        size = QSize(self._metrics.horizontalAdvance(short) + 2 * _PAD_PX, self.height_px)
        drawn, painter = _canvas(size, ratio)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_GROUND)
        round_px = size.height() / 2
        painter.drawRoundedRect(QRectF(QPointF(0, 0), size.toSizeF()), round_px, round_px)
        painter.setFont(self._font)
        painter.setPen(_INK)
        middle = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine)
        painter.drawText(QRect(QPoint(0, 0), size), middle, short)
        painter.end()
        return drawn

    @property
    def height_px(self) -> int:
        return self._metrics.height() + 4


def _width_px(chip: QPixmap) -> int:
    return round(chip.deviceIndependentSize().width())


def _drawn_dots(count: int, ratio: float) -> QPixmap:
    """A dark rim keeps them apart from bright photos."""
    drawn, painter = _canvas(QSize(count * (_DOT_PX + _GAP_PX), _DOT_PX + 2), ratio)
    painter.setPen(QPen(_GROUND, 1.5))
    painter.setBrush(_INK)
    for number in range(count):
        painter.drawEllipse(QRectF(1 + number * (_DOT_PX + _GAP_PX), 1, _DOT_PX, _DOT_PX))
    painter.end()
    return drawn


def _canvas(size: QSize, ratio: float) -> tuple[QPixmap, QPainter]:
    """Nothing, to be drawn on."""
    drawn = QPixmap(size * ratio)
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return drawn, painter
