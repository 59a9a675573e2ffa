import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import QApplication

from lookalike.gui.why.pair_stage import PairStage
from lookalike.gui.why.pair_view import Box, PairView, Spotted, Tops
from lookalike.library.drawing.heat import HeatMode
from lookalike.library.why.explanation import Left
from lookalike.photos import Region

TOPS = Tops(0.75, 0.375)
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.MouseButton.NoButton
GAP = QPointF(300, 150)


@pytest.fixture
def stage(qtbot, theme, make_explanation) -> PairStage:
    made = PairStage(theme)
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    made.show_view(PairView(make_explanation(), ("one", "other"), TOPS))
    return made


def mouse(stage: PairStage, kind: QEvent.Type, place: QPointF, held: Qt.MouseButton = NONE) -> None:
    button = NONE if kind is QEvent.Type.MouseMove else LEFT
    how = (stage.mapToGlobal(place), button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(stage, QMouseEvent(kind, place, *how))


def drag(stage: PairStage, begin: QPointF, end: QPointF) -> None:
    mouse(stage, QEvent.Type.MouseButtonPress, begin, LEFT)
    for step in (0.5, 1):
        mouse(stage, QEvent.Type.MouseMove, begin + (end - begin) * step, LEFT)
    mouse(stage, QEvent.Type.MouseButtonRelease, end)


def click(stage: PairStage, place: QPointF) -> None:
    mouse(stage, QEvent.Type.MouseMove, place)
    mouse(stage, QEvent.Type.MouseButtonPress, place, LEFT)
    mouse(stage, QEvent.Type.MouseButtonRelease, place)


def grab(stage: PairStage) -> QImage:
    return stage.grab().toImage()


def place_of(stage: PairStage, side: str, x: float, y: float) -> QPointF:
    rect = stage.layout_now().rect(side)
    return QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height())


def test_pointing_at_a_cell_shows_its_partners_in_the_other_picture(stage) -> None:
    before = grab(stage)
    mouse(stage, QEvent.Type.MouseMove, place_of(stage, "query", 0.25, 0.25))
    assert stage.hovered == Spotted("query", (0, 0))
    assert stage.cell_text(stage.hovered) == "adds +0.750 of 1.000"
    assert grab(stage) != before
    mouse(stage, QEvent.Type.MouseMove, GAP)
    assert stage.hovered is None
    assert grab(stage) == before


def test_a_click_keeps_a_cell_until_the_next_one(stage) -> None:
    place = place_of(stage, "match", 0.25, 0.75)
    click(stage, place)
    assert stage.view.kept == Spotted("match", (1, 0))
    mouse(stage, QEvent.Type.MouseMove, GAP)
    kept = grab(stage)
    click(stage, place)
    assert stage.view.kept is None
    mouse(stage, QEvent.Type.MouseMove, GAP)
    assert grab(stage) != kept


def test_a_drag_spans_a_box_that_can_be_moved_and_taken_away(stage) -> None:
    told: list[Box | None] = []
    stage.box_changed.connect(told.append)
    drag(stage, place_of(stage, "match", 0.2, 0.2), place_of(stage, "match", 0.6, 0.7))
    box = told[-1]
    assert box.side == "match"
    assert (box.region.x, box.region.y) == pytest.approx((0.2, 0.2), abs=0.01)
    assert (box.region.width, box.region.height) == pytest.approx((0.4, 0.5), abs=0.01)
    drag(stage, place_of(stage, "match", 0.4, 0.4), place_of(stage, "match", 0.5, 0.4))
    assert told[-1].region.x == pytest.approx(0.3, abs=0.01)
    assert told[-1].region.width == pytest.approx(0.4, abs=0.01)
    stage.take_box_away()
    assert told[-1] is None
    assert stage.view.box is None


def test_a_box_on_the_other_picture_takes_the_place_of_the_first(stage) -> None:
    drag(stage, place_of(stage, "match", 0.2, 0.2), place_of(stage, "match", 0.6, 0.7))
    drag(stage, place_of(stage, "query", 0.1, 0.1), place_of(stage, "query", 0.4, 0.4))
    assert stage.view.box.side == "query"


def test_a_click_draws_no_box(stage) -> None:
    click(stage, place_of(stage, "query", 0.3, 0.3))
    assert stage.view.box is None


def test_the_cells_that_a_box_takes_are_dark(stage, make_explanation) -> None:
    explanation = make_explanation()
    taken = np.array([[False, False], [False, True]])
    box = Box("query", Region(0.55, 0.55, 0.4, 0.4))
    view = PairView(explanation, ("", ""), TOPS, HeatMode.OFF, has_lines=False, box=box)
    stage.show_view(PairView(explanation, ("", ""), TOPS, HeatMode.OFF, has_lines=False))
    place = place_of(stage, "query", 0.52, 0.97).toPoint()
    assert grab(stage).pixelColor(place).red() == 120
    stage.show_view(PairView(explanation, ("", ""), TOPS, view.mode, False, None, box, None))
    assert grab(stage).pixelColor(place).red() == 120, "it is not in the box"
    left = Left(0.5, 0.4, taken)
    stage.show_view(PairView(explanation, ("", ""), TOPS, view.mode, False, None, box, left))
    assert grab(stage).pixelColor(place).red() < 60, "but its cell is"


def test_lines_and_heat_can_be_done_without(stage, make_explanation) -> None:
    explanation, looks = make_explanation(), set()
    for mode in (HeatMode.SOFT, HeatMode.NEAREST, HeatMode.OFF):
        for has_lines in (True, False):
            stage.show_view(PairView(explanation, ("", ""), TOPS, mode, has_lines))
            looks.add(grab(stage).bits().tobytes())
    assert len(looks) == 6


def test_where_no_pairs_are_known_cells_tell_and_nothing_is_kept(stage, make_explanation) -> None:
    stage.show_view(PairView(make_explanation(is_exact=False), ("", ""), TOPS))
    click(stage, place_of(stage, "query", 0.25, 0.25))
    assert stage.cell_text(stage.hovered) == "cosine −0.750 if hidden"
    assert stage.view.kept is None


def test_a_stage_for_looking_takes_no_box(qtbot, theme, make_explanation) -> None:
    stage = PairStage(theme, can_cut=False)
    qtbot.addWidget(stage)
    stage.resize(600, 300)
    stage.show_view(PairView(make_explanation(), ("", ""), TOPS))
    drag(stage, place_of(stage, "match", 0.2, 0.2), place_of(stage, "match", 0.6, 0.7))
    assert stage.view.box is None


def test_what_is_not_true_any_more_is_marked_until_another_pair_comes(
    stage, make_explanation
) -> None:
    stage.show_stale()
    stage.show_view(stage.view)
    assert stage.is_stale, "the same pair, seen otherwise"
    stage.show_view(PairView(make_explanation(), ("", ""), TOPS))
    assert not stage.is_stale


def test_an_empty_stage_can_be_pointed_at(qtbot, theme) -> None:
    stage = PairStage(theme)
    qtbot.addWidget(stage)
    click(stage, QPointF(20, 20))
    assert stage.view is None
    assert not grab(stage).isNull()
