"""What the stage draws of a pair, and what a hand has done with it."""

from dataclasses import dataclass

from lookalike.library.drawing.heat import HeatMode
from lookalike.library.why.explanation import Cell, Explanation, Left, Side
from lookalike.photos import Region


@dataclass(frozen=True, slots=True)
class Spotted:
    """A cell of one of the pictures."""

    side: Side
    cell: Cell


@dataclass(frozen=True, slots=True)
class Box:
    """A part of one of the pictures, to be left out."""

    side: Side
    region: Region


@dataclass(frozen=True, slots=True)
class Tops:
    """What is drawn strongest of all cells, and of all lines."""

    cell: float
    link: float


@dataclass(frozen=True, slots=True, eq=False)
class PairView:
    """What the stage draws.

    Args:
        captions: beneath the query and the match.
        left: what is left without the box, once it is known.
    """

    explanation: Explanation
    captions: tuple[str, str]
    tops: Tops
    mode: HeatMode = HeatMode.SOFT
    has_lines: bool = True
    kept: Spotted | None = None
    box: Box | None = None
    left: Left | None = None
