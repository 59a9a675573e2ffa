import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent

from lookalike.gui.lens.lens_row import LensRow
from lookalike.library.search.spaces import SpaceChoice

SPACES = [
    SpaceChoice("content", "Content", "What is in the picture."),
    SpaceChoice("colour", "Colours", "Which colours there are."),
    SpaceChoice("shape", "Shape", "Edges and outlines.", missing=3921),
    SpaceChoice("pixels", "Pixels", "Light and dark."),
    SpaceChoice("layer:b", "Deep layer", "Whole things."),
    SpaceChoice("layer:a", "Early layer", "Grain."),
    SpaceChoice("layer:x", "Layer x", "What this layer shows."),
]


@pytest.fixture
def row(qtbot, theme) -> LensRow:
    made = LensRow(theme)
    qtbot.addWidget(made)
    made.resize(720, 40)
    made.show_steps(SPACES, "content")
    made.show()
    return made


@pytest.fixture
def wanted(row: LensRow) -> list[str]:
    names: list[str] = []
    row.by_wanted.connect(names.append)
    return names


def test_the_stops_lead_from_pixels_to_content(row: LensRow) -> None:
    assert row.titles == ["Pixels", "Colours", "Shape", "Early layer", "Deep layer", "Content"]
    assert row.value() == 5
    assert row.accessibleDescription() == "Content"


def move(row: LensRow, step: int, buttons: Qt.MouseButton) -> None:
    place = QPointF(row.place_of(step) + QPoint(3, 5))
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    row.mouseMoveEvent(QMouseEvent(QEvent.Type.MouseMove, place, place, none[0], buttons, none[1]))


def test_a_click_goes_to_a_stop_and_a_drag_through_those_between(qtbot, row, wanted) -> None:
    qtbot.mousePress(row, Qt.MouseButton.LeftButton, pos=row.place_of(3))
    for step in (3, 2, 2, 1):
        move(row, step, Qt.MouseButton.LeftButton)
    assert wanted == ["layer:a", "shape", "colour"]
    assert row.value() == 1


def test_pointing_at_what_is_built_is_told_and_chooses_nothing(qtbot, row, wanted) -> None:
    pointed: list[str] = []
    row.pointed_at.connect(pointed.append)
    for step in (0, 0, 2, 1):
        move(row, step, Qt.MouseButton.NoButton)
    assert pointed == ["pixels", "colour"]
    assert wanted == []


def test_keys_step_through_the_stops(qtbot, row: LensRow, wanted) -> None:
    qtbot.keyClick(row, Qt.Key.Key_Left)
    qtbot.keyClick(row, Qt.Key.Key_Home)
    qtbot.keyClick(row, Qt.Key.Key_Right)
    assert wanted == ["layer:b", "pixels", "colour"]


def test_what_is_shown_wants_nothing(row: LensRow, wanted) -> None:
    row.show_steps(SPACES, "colour")
    row.show_steps(SPACES[:2], "content")
    row.show_steps([], "content")
    assert wanted == []
    assert row.titles == []


def test_from_a_mix_every_stop_can_be_gone_to(qtbot, row: LensRow, wanted) -> None:
    row.show_steps(SPACES, "content+colour")
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.place_of(5))
    assert wanted == ["content"]


def test_it_is_drawn_at_every_width(row: LensRow) -> None:
    for width in (40, 200, 1400):
        row.resize(width, 40)
        row.grab()
