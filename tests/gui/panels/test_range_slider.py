import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication

from lookalike.gui.panels.range_slider import RangeSlider

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def slider(qtbot, theme) -> RangeSlider:
    made = RangeSlider(theme)
    qtbot.addWidget(made)
    made.resize(220, 32)  # two pixels to a percent
    made.show()
    return made


@pytest.fixture
def told(slider: RangeSlider) -> list[tuple[float, float]]:
    heard: list[tuple[float, float]] = []
    slider.range_changed.connect(lambda *ends: heard.append(ends))
    return heard


def at(percent: int) -> QPoint:
    return QPoint(10 + 2 * percent, 16)


@pytest.mark.parametrize(
    ("key", "percents"),
    [
        (Key.Key_Right, (41, 80)),
        (Key.Key_Left, (39, 80)),
        (Key.Key_PageUp, (50, 80)),
        (Key.Key_PageDown, (30, 80)),
        (Key.Key_Home, (0, 80)),
        (Key.Key_End, (79, 80)),
    ],
)
def test_keys_move_the_lower_end(qtbot, slider, told, key: Key, percents) -> None:
    slider.show_range(0.4, 0.8)
    qtbot.keyClick(slider.low, key)
    assert slider.percents == percents
    qtbot.waitUntil(lambda: told == [(percents[0] / 100, 0.8)], timeout=500)


def test_the_upper_end_stops_above_the_lower_one(qtbot, slider, told) -> None:
    slider.show_range(0.4, 0.8)
    qtbot.keyClick(slider.high, Key.Key_Home)
    qtbot.waitUntil(lambda: told == [(0.4, 0.41)], timeout=500)


def test_a_range_from_elsewhere_is_shown_whatever_was_before_and_not_told(
    qtbot, slider, told
) -> None:
    for low, high in ((0.9, 1.0), (0.0, 0.1), (0.35, 1.0)):
        slider.show_range(low, high)
        assert slider.percents == (round(100 * low), round(100 * high))
    assert slider.text == "35–100 %"
    qtbot.wait(100)
    assert told == []


def test_a_drag_is_told_now_and_then_and_at_its_end(qtbot, slider, told) -> None:
    qtbot.mousePress(slider, LEFT, pos=at(0))
    for percent in range(1, 31):
        qtbot.mouseMove(slider, at(percent))
    qtbot.mouseRelease(slider, LEFT, pos=at(30))
    assert told[-1] == (0.3, 1.0)
    assert len(told) < 10
    qtbot.wait(100)
    assert told.count((0.3, 1.0)) == 1


def test_a_press_takes_the_nearer_end(qtbot, slider, told) -> None:
    qtbot.mouseClick(slider, LEFT, pos=at(70))
    assert told == [(0.0, 0.7)]
    qtbot.mouseClick(slider, LEFT, pos=at(20))
    assert told[1:] == [(0.2, 0.7)]


def test_ends_that_meet_can_be_parted_again(qtbot, slider) -> None:
    slider.show_range(0.99, 1.0)
    qtbot.mouseClick(slider, LEFT, pos=at(50))
    assert slider.percents == (50, 100)
    slider.show_range(0.0, 0.01)
    qtbot.mouseClick(slider, LEFT, pos=at(50))
    assert slider.percents == (0, 50)


def test_an_answer_does_not_pull_the_handle_from_under_the_hand(qtbot, slider) -> None:
    qtbot.mousePress(slider, LEFT, pos=at(0))
    qtbot.mouseMove(slider, at(30))
    slider.show_range(0.1, 1.0)
    assert slider.percents == (30, 100)
    qtbot.mouseRelease(slider, LEFT, pos=at(30))
    slider.show_range(0.1, 1.0)
    assert slider.percents == (10, 100)


def test_a_double_click_takes_all(qtbot, slider, told) -> None:
    slider.show_range(0.3, 0.6)
    qtbot.mouseDClick(slider, LEFT, pos=at(45))
    assert slider.percents == (0, 100)
    assert told[-1] == (0.0, 1.0)


def test_the_wheel_moves_the_nearer_end(slider) -> None:
    slider.show_range(0.3, 0.6)
    place = QPointF(at(58))
    turn = QWheelEvent(
        place,
        slider.mapToGlobal(place),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(slider, turn)
    assert slider.percents == (30, 58)


def test_those_who_listen_hear_both_ends(slider) -> None:
    slider.show_range(0.35, 0.9)
    assert slider.accessibleDescription() == "35–90 %"
    assert slider.low.accessibleName() == "At least 35 % similar"
    for handle, value in ((slider.low, 35), (slider.high, 90)):
        assert handle.focusPolicy() & Qt.FocusPolicy.TabFocus
        told = QAccessible.queryAccessibleInterface(handle)
        assert told.role() == QAccessible.Role.Slider
        assert told.valueInterface().currentValue() == value
