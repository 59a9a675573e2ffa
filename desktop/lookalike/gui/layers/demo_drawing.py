"""Draws a slide of the tour, so large that the last row of a lecture hall can read it."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from lookalike.gui.layers.demo_slides import Board, Plate, Slide
from lookalike.gui.layers.word_bars import WordShare
from lookalike.gui.visuals.array_image import array_image
from lookalike.library.drawing.map_colours import Pixels

# Black, whatever the theme: a projector's white would drown the photos, and zero is black in them.
GROUND = QColor("#000000")
TEXT, QUIET, FAINT = QColor("#f4f4f6"), QColor("#b4b4bc"), QColor("#3a3a40")
ACCENT, _RAISED = QColor("#5a92f5"), QColor("#26262a")

_Align = Qt.AlignmentFlag
_LINES = 2  # of sentences
_HEADLINE, _SENTENCE, _CAPTION = 1 / 14, 1 / 24, 1 / 33  # of the height
_MARGIN = 1 / 22
_FOR_SIGN = 0.25  # beside the headline
_WIDEST = 16 / 9
_ENLARGED = 0.3  # of the plate's side
_LEAST_FONT_PX = 9


def draw_slide(painter: QPainter, room: QRectF, slide: Slide) -> None:
    """Headline, sentences, and beneath them the photo beside the units."""
    unit_px = unit_of(room.size())
    margin = unit_px * _MARGIN
    inside = room.adjusted(margin, margin * 0.7, -margin, 0)
    if slide.plate is None:
        _draw_words(painter, inside.adjusted(0, 0.3 * room.height(), 0, 0), slide, unit_px)
        return
    beneath = _draw_words(painter, inside, slide, unit_px, most_lines=1)
    pictures = inside.adjusted(0, beneath - inside.top() + margin / 3, 0, 0)
    _draw_pictures(painter, pictures, slide, slide.plate, unit_px * _CAPTION)


def _draw_words(
    painter: QPainter, room: QRectF, slide: Slide, unit_px: float, most_lines: int = 2
) -> float:
    """Headline and sentences from the top; returns how far they may reach down.

    Args:
        most_lines: of the headline.
    """
    headline_px, line_px = unit_px * _HEADLINE, unit_px * _SENTENCE
    above = QRectF(room.left(), room.top(), room.width(), headline_px * 1.3 * most_lines)
    below = QRectF(room.left(), above.bottom(), room.width(), line_px * 1.3 * _LINES)
    above.setWidth(room.width() - _FOR_SIGN * unit_px)
    _draw_text(painter, above, slide.headline, headline_px, is_bold=True)
    _draw_text(painter, below, slide.sentences, line_px)
    return below.bottom()


def draw_note(painter: QPainter, room: QRectF, text: str, *, is_high: bool = False) -> None:
    """A line on a plate of its own: at the bottom, or in the upper right corner."""
    size_px = unit_of(room.size()) * _SENTENCE
    font = font_of(size_px, is_bold=True)
    metrics = QFontMetricsF(font)
    plate = QRectF(0, 0, metrics.horizontalAdvance(text) + 1.6 * size_px, 1.8 * size_px)
    plate.moveCenter(QPointF(room.center().x(), room.bottom() - 4 * size_px))
    if is_high:
        plate.moveTopRight(room.topRight() + QPointF(-size_px, 0.7 * size_px))
    painter.setFont(font)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ACCENT if is_high else FAINT)
    painter.drawRoundedRect(plate, size_px / 3, size_px / 3)
    painter.setPen(TEXT)
    painter.drawText(plate, _Align.AlignCenter, text)


def draw_keys(painter: QPainter, room: QRectF, keys: Sequence[tuple[str, str]]) -> None:
    """On a plate in the middle, the keys in one column and what they do in another."""
    size_px = unit_of(room.size()) * _SENTENCE
    font = font_of(size_px)
    metrics = QFontMetricsF(font)
    widths = [max(map(metrics.horizontalAdvance, column)) for column in zip(*keys, strict=True)]
    line_px, gap_px = 1.7 * size_px, 1.5 * size_px
    plate = QRectF(0, 0, sum(widths) + 3 * gap_px, len(keys) * line_px + 2 * gap_px)
    plate.moveCenter(room.center())
    painter.fillRect(room, QColor(0, 0, 0, 150))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_RAISED)
    painter.drawRoundedRect(plate, size_px / 3, size_px / 3)
    painter.setFont(font)
    line = QRectF(plate.left() + gap_px, plate.top() + gap_px, plate.width(), line_px)
    for key, what in keys:
        painter.setPen(TEXT)
        painter.drawText(line, _Align.AlignVCenter, key)
        painter.setPen(QUIET)
        painter.drawText(line.adjusted(widths[0] + gap_px, 0, 0, 0), _Align.AlignVCenter, what)
        line.translate(0, line_px)


def unit_of(room: QSizeF) -> float:
    """What sizes are parts of: the height, where the room is not narrower than usual."""
    return min(room.height(), room.width() / _WIDEST)


def font_of(size_px: float, *, is_bold: bool = False) -> QFont:
    font = QFont()
    font.setPixelSize(max(_LEAST_FONT_PX, round(size_px)))
    font.setWeight(QFont.Weight.DemiBold if is_bold else QFont.Weight.Normal)
    return font


def _draw_text(
    painter: QPainter, room: QRectF, text: str, size_px: float, *, is_bold: bool = False
) -> None:
    """As large as asked for, or as fits; from the top left."""
    flags = _Align.AlignLeft | _Align.AlignTop | Qt.TextFlag.TextWordWrap
    while True:
        font = font_of(size_px, is_bold=is_bold)
        needed = QFontMetricsF(font).boundingRect(room, flags, text)
        if needed.height() <= room.height() and needed.width() <= room.width():
            break
        if font.pixelSize() <= _LEAST_FONT_PX:
            break
        size_px = font.pixelSize() - 1
    painter.setFont(font)
    painter.setPen(TEXT)
    painter.drawText(room, flags, text)


def _draw_pictures(
    painter: QPainter, room: QRectF, slide: Slide, plate: Plate, caption_px: float
) -> None:
    beneath_px = 1.7 * caption_px
    gap_px = 2 * caption_px
    side_px = min(room.height() - beneath_px, (room.width() - gap_px) / 2)
    left = QRectF(room.left(), room.top(), side_px, side_px)
    right = QRectF(left.right() + gap_px, room.top(), 0, side_px)
    right.setRight(room.right())
    _draw_plate(painter, left, plate)
    _draw_caption(painter, left, plate.caption, caption_px)
    if slide.board:
        _draw_board(painter, right, slide.board)
        _draw_caption(painter, right, slide.board.caption, caption_px)
    _draw_guesses(painter, right, slide.guesses)


def _draw_caption(painter: QPainter, above: QRectF, text: str, size_px: float) -> None:
    painter.setFont(font_of(size_px))
    painter.setPen(QUIET)
    line = QRectF(above.left(), above.bottom() + 0.3 * size_px, above.width(), 1.4 * size_px)
    short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(line.width()))
    painter.drawText(line, _Align.AlignLeft | _Align.AlignVCenter, short)


# --- the photo --------------------------------------------------------------------------------


def _draw_plate(painter: QPainter, place: QRectF, plate: Plate) -> None:
    _draw_picture(painter, place, array_image(plate.pixels), is_coarse=plate.is_coarse)
    if plate.frame is None:
        return
    left, top, right, bottom = plate.frame
    frame = QRectF(
        QPointF(place.left() + left * place.width(), place.top() + top * place.height()),
        QPointF(place.left() + right * place.width(), place.top() + bottom * place.height()),
    )
    _draw_frame(painter, frame, place.width() / 160)
    if plate.enlarged is not None:
        _draw_enlarged(painter, place, frame, plate.enlarged)


def _draw_enlarged(painter: QPainter, place: QRectF, frame: QRectF, pixels: Pixels) -> None:
    """In the corner that is farthest from the frame, and joined with it."""
    side_px = _ENLARGED * place.width()
    inset = QRectF(0, 0, side_px, side_px * len(pixels) / pixels.shape[1])
    margin = place.width() / 40
    is_left, is_high = (
        frame.center().x() > place.center().x(),
        frame.center().y() > place.center().y(),
    )
    inset.moveLeft(place.left() + margin if is_left else place.right() - margin - side_px)
    inset.moveTop(place.top() + margin if is_high else place.bottom() - margin - inset.height())
    width_px = place.width() / 160
    near = (inset.right() if is_left else inset.left(), inset.bottom() if is_high else inset.top())
    painter.setPen(QPen(QColor("white"), width_px / 2))
    painter.drawLine(frame.center(), QPointF(*near))
    _draw_picture(painter, inset, array_image(pixels), is_coarse=True)
    _draw_frame(painter, inset, width_px)


def _draw_frame(painter: QPainter, frame: QRectF, width_px: float) -> None:
    """White on dark: it shows on every picture."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    around = frame.adjusted(-width_px / 2, -width_px / 2, width_px / 2, width_px / 2)
    for colour, line_px in ((QColor(0, 0, 0, 150), 2 * width_px), (QColor("white"), width_px)):
        painter.setPen(QPen(colour, line_px, j=Qt.PenJoinStyle.MiterJoin))
        painter.drawRect(around)


def _draw_picture(painter: QPainter, place: QRectF, image: QImage, *, is_coarse: bool) -> None:
    """At the pixels of the screen."""
    ratio = painter.device().devicePixelRatioF()
    how = Qt.TransformationMode
    kind = how.FastTransformation if is_coarse else how.SmoothTransformation
    size = (place.size() * ratio).toSize()
    drawn = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, kind)
    painter.drawImage(place, drawn)


# --- what is beside it ------------------------------------------------------------------------


def _draw_board(painter: QPainter, room: QRectF, board: Board) -> None:
    """All tiles as large as fits, in rows."""
    height, width = board.atlas.tile
    gap_px = room.height() / 80
    columns, tile = _laid(board.count, width / height, room.size(), gap_px)
    image = array_image(board.atlas.pixels)
    down = (
        room.height() + gap_px - math.ceil(board.count / columns) * (tile.height() + gap_px)
    ) / 2
    for at in range(board.count):
        row, column = divmod(at, columns)
        corner = QPointF(column * (tile.width() + gap_px), down + row * (tile.height() + gap_px))
        place = QRectF(room.topLeft() + corner, tile)
        top, left = board.atlas.corner(at)
        part = image.copy(QRect(left, top, width, height))
        _draw_picture(painter, place, part, is_coarse=tile.width() > width)
        _draw_edge(painter, place, 1, FAINT)
        if at == 0 and board.is_marked:
            _draw_edge(painter, place, gap_px, ACCENT)


def _draw_edge(painter: QPainter, place: QRectF, width_px: float, colour: QColor) -> None:
    """Around a tile, so that one without anything on it is seen too."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, width_px, j=Qt.PenJoinStyle.MiterJoin))
    painter.drawRect(place.adjusted(*(width_px / 2 * way for way in (-1, -1, 1, 1))))


def _laid(count: int, shape: float, room: QSizeF, gap_px: float) -> tuple[int, QSizeF]:
    """How many columns make the tiles largest, and how large they are then."""
    best = (1, QSizeF(0, 0))
    for columns in range(1, count + 1):
        rows = math.ceil(count / columns)
        width = (room.width() - (columns - 1) * gap_px) / columns
        height = (room.height() - (rows - 1) * gap_px) / rows
        tile = QSizeF(min(width, height * shape), min(height, width / shape))
        if tile.width() > best[1].width():
            best = (columns, tile)
    return best


def _draw_guesses(painter: QPainter, room: QRectF, guesses: tuple[WordShare, ...]) -> None:
    """Names with bars, one below the other."""
    row_px = room.height() / max(5, len(guesses))
    for at, guess in enumerate(guesses):
        row = QRectF(room.left(), room.top() + at * row_px, room.width(), row_px)
        _draw_guess(painter, row, guess, is_best=at == 0)


def _draw_guess(painter: QPainter, row: QRectF, guess: WordShare, *, is_best: bool) -> None:
    size_px = row.height() * 0.38
    line = QRectF(row.left(), row.top(), row.width(), size_px * 1.35)
    painter.setFont(font_of(size_px, is_bold=is_best))
    painter.setPen(TEXT if is_best else QUIET)
    painter.drawText(line, _Align.AlignRight | _Align.AlignVCenter, guess.told)
    metrics = QFontMetricsF(painter.font())
    room_px = line.width() - metrics.horizontalAdvance(guess.told) - size_px
    short = metrics.elidedText(guess.name, Qt.TextElideMode.ElideRight, room_px)
    painter.drawText(line, _Align.AlignLeft | _Align.AlignVCenter, short)
    bar_px = row.height() * 0.14
    groove = QRectF(row.left(), line.bottom() + bar_px * 0.4, row.width(), bar_px)
    filled = QRectF(groove)
    filled.setWidth(max(bar_px, min(1.0, max(0.0, guess.share)) * groove.width()))
    painter.setPen(Qt.PenStyle.NoPen)
    for place, colour in ((groove, FAINT), (filled, ACCENT)):
        painter.setBrush(colour)
        painter.drawRoundedRect(place, bar_px / 2, bar_px / 2)
