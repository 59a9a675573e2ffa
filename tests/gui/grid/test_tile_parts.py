from itertools import combinations

import pytest
from PySide6.QtCore import QRect, QSize

from lookalike.gui.grid.tile_parts import Part, TileShape, part_rect


def test_the_shape_of_a_cell_holds_picture_and_caption() -> None:
    cell = QRect(10, 20, 184, 208)
    shape = TileShape(QSize(184, 208), 20)
    box, caption = shape.box(cell), shape.caption(cell)
    assert cell.contains(box)
    assert cell.contains(caption)
    assert not box.intersects(caption)


@pytest.mark.parametrize(
    "picture", [QRect(0, 0, 96, 96), QRect(0, 20, 96, 54), QRect(40, 40, 2, 2)]
)
def test_parts_never_cover_each_other_nor_the_middle(picture: QRect) -> None:
    parts = [part_rect(part, picture) for part in Part]
    for one, other in combinations(parts, 2):
        assert not one.intersects(other)
    assert not any(part.contains(picture.center()) for part in parts)
