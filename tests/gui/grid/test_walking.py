import pytest
from PySide6.QtCore import QSize, Qt

from lookalike.gui.grid.grid_layout import GridLayout, SectionShape
from lookalike.gui.grid.walking import AtHeading, AtRow, Stop, next_stop

Key = Qt.Key
#  0 1 2 / 3 4 | heading 1: 5 6 | heading 2, folded | heading 3: 7
PLACES = GridLayout(
    [SectionShape(5), SectionShape(2, True), SectionShape(0, True), SectionShape(1, True)],
    3,
    QSize(100, 100),
    40,
)


@pytest.mark.parametrize(
    ("here", "key", "there"),
    [
        (AtRow(0), Key.Key_Right, AtRow(1)),
        (AtRow(4), Key.Key_Right, AtRow(5)),
        (AtRow(0), Key.Key_Left, None),
        (AtRow(7), Key.Key_Right, None),
        (AtRow(1), Key.Key_Down, AtRow(4)),
        (AtRow(3), Key.Key_Down, AtRow(5)),
        (AtRow(6), Key.Key_Down, AtHeading(2)),
        (AtHeading(2), Key.Key_Down, AtRow(7)),
        (AtRow(7), Key.Key_Down, None),
        (AtRow(7), Key.Key_Up, AtHeading(2)),
        (AtHeading(2), Key.Key_Up, AtRow(6)),
        (AtRow(5), Key.Key_Up, AtRow(3)),
        (AtRow(1), Key.Key_Up, None),
        (AtRow(5), Key.Key_Home, AtRow(0)),
        (AtRow(5), Key.Key_End, AtRow(7)),
        (AtRow(1), Key.Key_PageDown, AtRow(6)),
        (AtRow(7), Key.Key_PageDown, AtRow(7)),
        (AtRow(6), Key.Key_PageUp, AtRow(1)),
        (AtRow(1), Key.Key_PageUp, AtRow(0)),
        (AtRow(1), Key.Key_A, None),
    ],
)
def test_keys_lead_from_photo_to_photo_and_stop_at_what_is_folded(
    here: Stop, key: int, there: Stop | None
) -> None:
    assert next_stop(PLACES, {2}, here, key, page_lines=2) == there


def test_an_unfolded_heading_leads_to_its_photos() -> None:
    assert next_stop(PLACES, {1}, AtRow(4), Key.Key_Down, 2) == AtHeading(1)
    assert next_stop(PLACES, {1}, AtHeading(1), Key.Key_Down, 2) == AtRow(5)
    assert next_stop(PLACES, {1}, AtRow(6), Key.Key_Up, 2) == AtHeading(1)
    assert next_stop(PLACES, {1}, AtHeading(1), Key.Key_Up, 2) == AtRow(4)


def test_where_all_is_folded_the_keys_walk_over_headings() -> None:
    places = GridLayout([SectionShape(0, True)] * 2, 3, QSize(100, 100), 40)
    assert next_stop(places, {0, 1}, AtHeading(0), Key.Key_Down, 2) == AtHeading(1)
    assert next_stop(places, {0, 1}, AtHeading(1), Key.Key_Up, 2) == AtHeading(0)
    assert next_stop(places, {0, 1}, AtHeading(0), Key.Key_Up, 2) is None
    assert next_stop(places, {0, 1}, AtHeading(0), Key.Key_PageDown, 2) is None
