"""An explanation as one picture: both photos under their heat, and lines between what matches."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lookalike.imaging.png import write_png
from lookalike.library.drawing.heat import HeatMode, heat_of, laid_over
from lookalike.library.drawing.map_colours import Pixels
from lookalike.library.why.explanation import Cell, ExplainedPicture, Explanation

Numbers = NDArray[np.float32]
Point = tuple[float, float]  # x and y in pixels

_SLIDE_PX = 768
_GAP_SHARE = 1 / 8  # of the height
_GROUND = (36, 38, 43)
_LINE, _CASING = (255, 255, 255), (0, 0, 0)
_WIDEST_SHARE = 1 / 160  # of the height
_NARROWEST = 0.35  # of the widest
_OPACITY = 0.85
_HEAT_OPACITY = 0.6
MOST_LINES = 8  # more cannot be followed on a slide


def drawn_explanation(explanation: Explanation, height_px: int = 0) -> Pixels:
    """Both pictures side by side; the stronger a pair, the wider its line.

    Args:
        height_px: of the whole; 0 takes the higher of the two as it is.
    """
    both = (explanation.query, explanation.match)
    height_px = height_px or max(len(each.pixels) for each in both)
    left, right = (_heated(each, explanation.top, height_px) for each in both)
    gap_px = round(height_px * _GAP_SHARE)
    between = np.full((height_px, gap_px, 3), _GROUND, np.uint8)
    sheet = np.concatenate([left, between, right], axis=1)
    offset_px = left.shape[1] + gap_px
    lines = [
        (begin, (end[0] + offset_px, end[1]), _width_px(height_px, strength))
        for begin, end, strength in _lines(explanation, left, right)
    ]
    for begin, end, width_px in lines:
        _draw(sheet, begin, end, width_px / 2, casing_px=width_px / 2)
    for begin, end, width_px in lines:
        for point in (begin, end):
            _draw(sheet, point, point, 1.6 * width_px, casing_px=width_px / 2)
    return sheet


def write_explanation(explanation: Explanation, file: Path) -> None:
    """The same as a PNG file, large enough for a slide.

    Raises:
        LookalikeError: it cannot be written there.
    """
    both = (explanation.query, explanation.match)
    height_px = max(_SLIDE_PX, *(len(each.pixels) for each in both))
    write_png(file, drawn_explanation(explanation, height_px))


def _heated(picture: ExplainedPicture, top: float, height_px: int) -> Pixels:
    heat = heat_of(picture.cells, top, picture.axes)
    return laid_over(resized(picture.pixels, height_px), heat, HeatMode.SOFT, _HEAT_OPACITY)


def resized(pixels: Pixels, height_px: int) -> Pixels:
    """In proportion to another height, by the nearest pixels at both sides."""
    height, width = pixels.shape[:2]
    if height == height_px:
        return pixels
    width_px = max(1, round(width * height_px / height))
    lines = _between(pixels.astype(np.float32), height_px)
    columns = _between(lines.swapaxes(0, 1), width_px)
    return np.rint(columns.swapaxes(0, 1)).astype(np.uint8)


def _between(lines: Numbers, count: int) -> Numbers:
    places = ((np.arange(count) + 0.5) * len(lines) / count - 0.5).clip(0, len(lines) - 1)
    before = places.astype(np.intp)
    share = (places - before).astype(np.float32)[:, np.newaxis, np.newaxis]
    after = np.minimum(before + 1, len(lines) - 1)
    return np.asarray(lines[before] * (1 - share) + lines[after] * share)


def _lines(
    explanation: Explanation, left: Pixels, right: Pixels
) -> Iterator[tuple[Point, Point, float]]:
    """From the middle of a cell in one picture to one in the other, weakest first: the strongest
    is then on top."""
    links = explanation.links[:MOST_LINES]
    strongest = max((link.share for link in links), default=1.0)
    for link in reversed(links):
        begin = _middle(explanation.query, link.query, left)
        yield begin, _middle(explanation.match, link.match, right), link.share / strongest


def _middle(picture: ExplainedPicture, cell: Cell, drawn: Pixels) -> Point:
    down, across = (axis.middle(at) for axis, at in zip(picture.axes, cell, strict=True))
    return across * drawn.shape[1], down * drawn.shape[0]


def _width_px(height_px: int, strength: float) -> float:
    return max(1.5, height_px * _WIDEST_SHARE * (_NARROWEST + (1 - _NARROWEST) * strength))


def _draw(sheet: Pixels, begin: Point, end: Point, radius_px: float, casing_px: float) -> None:
    """A light line, or dot, on a dark one, so that it shows on every picture."""
    _cover(sheet, begin, end, radius_px + casing_px, _CASING)
    _cover(sheet, begin, end, radius_px, _LINE)


def _cover(
    sheet: Pixels, begin: Point, end: Point, radius_px: float, colour: tuple[int, int, int]
) -> None:
    """Blend a colour over all that is no farther from the line; a line may be a point."""
    (left, right), (top, bottom) = (
        (
            max(0, int(min(ends) - radius_px - 1)),
            min(length, int(max(ends) + radius_px + 2)),
        )
        for ends, length in zip(zip(begin, end, strict=True), sheet.shape[1::-1], strict=True)
    )
    x = np.arange(left, right) + 0.5
    y = np.arange(top, bottom)[:, np.newaxis] + 0.5
    away_px = _distances(x, y, begin, end)
    cover = _OPACITY * np.clip(radius_px + 0.5 - away_px, 0, 1)[:, :, np.newaxis]
    part = sheet[top:bottom, left:right]
    part[:] = np.rint(part + cover * (np.array(colour, np.float32) - part)).astype(np.uint8)


def _distances(
    x: NDArray[np.float64], y: NDArray[np.float64], begin: Point, end: Point
) -> NDArray[np.float64]:
    """From the pixels at x (w,) and y (h, 1) to the nearest point of a line."""
    along_x, along_y = end[0] - begin[0], end[1] - begin[1]
    length = along_x**2 + along_y**2 or 1.0
    share = (((x - begin[0]) * along_x + (y - begin[1]) * along_y) / length).clip(0, 1)
    away_x, away_y = x - begin[0] - share * along_x, y - begin[1] - share * along_y
    return np.asarray(np.hypot(away_x, away_y))
