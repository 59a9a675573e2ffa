"""What a hand does to a part of a picture: spans it, moves it, pulls at its edges."""

from lookalike.photos import Region

SMALLEST = 0.03
MIDDLE_HALF = Region(0.25, 0.25, 0.5, 0.5)
# Which edges a grip moves: -1 is left or top, 1 is right or bottom, 0 neither.
Grip = tuple[int, int]
GRIPS: tuple[Grip, ...] = tuple((x, y) for y in (-1, 0, 1) for x in (-1, 0, 1) if (x, y) != (0, 0))
Spot = tuple[float, float]


def spanned(corner: Spot, opposite: Spot) -> Region:
    """From one corner to the other, whichever is which; never smaller than `SMALLEST`."""
    x, width = _stretch(corner[0], opposite[0])
    y, height = _stretch(corner[1], opposite[1])
    return Region(x, y, width, height)


def moved(region: Region, by: Spot) -> Region:
    """As a whole, as far as the picture reaches."""
    return Region(
        _within(region.x + by[0], 0, 1 - region.width),
        _within(region.y + by[1], 0, 1 - region.height),
        region.width,
        region.height,
    )


def pulled(region: Region, grip: Grip, by: Spot) -> Region:
    """The edges of `grip` further by so much; pulled past the opposite ones, they change sides."""
    x, width = _pulled_edge(region.x, region.width, grip[0], by[0])
    y, height = _pulled_edge(region.y, region.height, grip[1], by[1])
    return Region(x, y, width, height)


def grown(region: Region, by: Spot) -> Region:
    """Wider and higher by so much; its upper left corner stays."""
    return Region(
        region.x,
        region.y,
        _within(region.width + by[0], SMALLEST, 1 - region.x),
        _within(region.height + by[1], SMALLEST, 1 - region.y),
    )


def _pulled_edge(start: float, length: float, side: int, by: float) -> Spot:
    if side == 0:
        return start, length
    end = start + length
    return _stretch(start, end + by) if side > 0 else _stretch(end, start + by)


def _stretch(fixed: float, to: float) -> Spot:
    """Where a stretch begins, and how long it is."""
    fixed, to = _within(fixed, 0, 1), _within(to, 0, 1)
    length = max(abs(to - fixed), SMALLEST)
    start = fixed if to >= fixed else fixed - length
    return _within(start, 0, 1 - length), length


def _within(value: float, lowest: float, highest: float) -> float:
    return min(max(value, lowest), highest)
