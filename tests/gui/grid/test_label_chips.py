import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from lookalike.gui.grid.label_chips import LabelChips

SIDE_PX = 200


@pytest.fixture
def drawn(qapp):
    """Where ink falls on a white picture of this width, as its bounds."""

    def draw(names: tuple[str, ...], width_px: int = SIDE_PX, side_px: int = SIDE_PX) -> QRect:
        image = QImage(SIDE_PX, SIDE_PX, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        LabelChips().draw(painter, names, QRect(0, 0, width_px, SIDE_PX), side_px)
        painter.end()
        inked = [
            (x, y)
            for x in range(SIDE_PX)
            for y in range(SIDE_PX)
            if image.pixelColor(x, y) != Qt.GlobalColor.white
        ]
        xs, ys = [x for x, _ in inked], [y for _, y in inked]
        return QRect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)) if inked else QRect()

    return draw


@pytest.mark.parametrize("width_px", [200, 126, 80])
def test_chips_stay_inside_of_the_picture_however_many_and_long(drawn, width_px: int) -> None:
    names = ("a very long name that nobody would read to its end", "boots", *map(str, range(40)))
    for few in (names[:1], names[:2], names, names[1:3]):
        bounds = drawn(few, width_px)
        assert bounds.left() >= 4
        assert bounds.right() <= width_px - 4
        assert bounds.top() > SIDE_PX - 40


def test_more_labels_take_more_room_until_there_is_none(drawn) -> None:
    assert drawn(("boots",)).width() < drawn(("boots", "winter")).width()


@pytest.mark.parametrize(("width_px", "side_px"), [(SIDE_PX, 96), (40, SIDE_PX)])
def test_where_there_is_no_room_for_words_there_are_dots(drawn, width_px, side_px) -> None:
    one, two = (drawn(("boots", "winter")[:count], width_px, side_px) for count in (1, 2))
    assert one.height() < 12
    assert one.width() < two.width() < 30


def test_a_photo_without_labels_stays_as_it_is(drawn) -> None:
    assert drawn(()).isEmpty()
