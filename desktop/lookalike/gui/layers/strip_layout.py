"""A network as a row of blocks, by arithmetic: the narrower the map, the smaller; the more units,
the deeper."""

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSizeF

from lookalike.gui.layers.layer_words import Layer
from lookalike.gui.theme import GRID_PX

BLOCK_PX = 14 * GRID_PX
_INNER_SCALE = 0.75
_SIDE_PX = (6, 48)  # the face of a single cell, and of the widest map
_DEPTH_PX = (4, 56)  # of one unit, and of the most that networks have
_CONTRAST = 1.6  # plain logarithms would make neighbours hard to tell apart
_WIDEST, _MOST_UNITS = 224, 2048


@dataclass(frozen=True, slots=True)
class Block:
    """A layer in the row, with the space that is its own.

    Args:
        face: the front of its solid, and how far that reaches back.
    """

    layer: Layer
    left_px: int
    face: QSizeF
    depth_px: float

    @property
    def right_px(self) -> int:
        return self.left_px + BLOCK_PX


def strip_blocks(
    layers: Sequence[Layer], *, with_inner: bool, kept: Layer | None = None
) -> tuple[Block, ...]:
    """From the pixels to the classes, the main layers alone or all of them.

    Args:
        kept: is there whether it is a main one or not.
    """
    blocks: list[Block] = []
    left_px = 0
    for layer in layers:
        if with_inner or layer.is_main or layer == kept:
            blocks.append(_block(layer, left_px))
            left_px = blocks[-1].right_px
    return tuple(blocks)


def block_at(blocks: Sequence[Block], x: int) -> Block | None:
    """The block whose space a place is in."""
    at = bisect_right(blocks, x, key=lambda block: block.left_px) - 1
    return blocks[at] if at >= 0 and x < blocks[at].right_px else None


def _block(layer: Layer, left_px: int) -> Block:
    scale = 1.0 if layer.is_main else _INNER_SCALE
    face = QSizeF(_side_px(layer.width), _side_px(layer.height)) * scale
    depth_px = scale * _between(_DEPTH_PX, layer.channels, _MOST_UNITS)
    return Block(layer, left_px, face, depth_px)


def _side_px(cells: int) -> float:
    return _between(_SIDE_PX, cells, _WIDEST)


def _between(ends: tuple[int, int], count: int, most: int) -> float:
    """By the logarithm, as networks halve and double."""
    share = min(1.0, math.log(max(1, count)) / math.log(most))
    return ends[0] + math.pow(share, _CONTRAST) * (ends[1] - ends[0])
