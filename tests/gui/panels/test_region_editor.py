import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent

from lookalike.gui.panels.region_editor import RegionEditor
from lookalike.photos import Region

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
QUARTER = Region(0.25, 0.25, 0.5, 0.5)


@pytest.fixture
def editor(qtbot, theme) -> RegionEditor:
    made = RegionEditor(theme)
    qtbot.addWidget(made)
    made.resize(700, 600)
    with qtbot.waitExposed(made):
        made.show()
    made.open_picture(picture(400, 300), None, "beach.jpg")
    return made


def picture(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB888)
    image.fill(QColor("red"))
    return image


def spot(editor: RegionEditor, x: float, y: float) -> QPoint:
    shown = editor.canvas.place()
    return QPoint(round(shown.x() + x * shown.width()), round(shown.y() + y * shown.height()))


def drag(qtbot, editor: RegionEditor, begin: tuple[float, float], end: tuple[float, float]) -> None:
    canvas = editor.canvas
    qtbot.mousePress(canvas, LEFT, pos=spot(editor, *begin))
    qtbot.mouseMove(canvas, spot(editor, (begin[0] + end[0]) / 2, (begin[1] + end[1]) / 2))
    qtbot.mouseMove(canvas, spot(editor, *end))
    qtbot.mouseRelease(canvas, LEFT, pos=spot(editor, *end))


def edges(editor: RegionEditor) -> list[float]:
    region = editor.canvas.region
    return [region.x, region.y, region.x + region.width, region.y + region.height]


def near(*values: float) -> object:
    return pytest.approx(values, abs=0.005)


def test_a_frame_is_drawn_moved_and_resized_by_the_mouse(qtbot, editor: RegionEditor) -> None:
    drag(qtbot, editor, (0.6, 0.6), (0.2, 0.2))
    assert edges(editor) == near(0.2, 0.2, 0.6, 0.6)
    drag(qtbot, editor, (0.4, 0.3), (0.5, 0.5))
    assert edges(editor) == near(0.3, 0.4, 0.7, 0.8)
    drag(qtbot, editor, (0.7, 0.8), (0.9, 0.9))
    assert edges(editor) == near(0.3, 0.4, 0.9, 0.9)
    drag(qtbot, editor, (0.3, 0.65), (0.1, 0.0))
    assert edges(editor) == near(0.1, 0.4, 0.9, 0.9)
    drag(qtbot, editor, (0.02, 0.02), (0.2, 0.2))
    assert edges(editor) == near(0.02, 0.02, 0.2, 0.2)


def test_a_grip_that_is_caught_beside_does_not_jump(qtbot, editor: RegionEditor) -> None:
    editor.open_picture(picture(400, 300), QUARTER, "a.jpg")
    drag(qtbot, editor, (0.76, 0.76), (0.86, 0.86))
    assert edges(editor) == near(0.25, 0.25, 0.85, 0.85)


def test_a_drag_past_the_edge_ends_at_the_edge(qtbot, editor: RegionEditor) -> None:
    drag(qtbot, editor, (0.5, 0.5), (1.01, 1.01))
    assert edges(editor) == near(0.5, 0.5, 1, 1)


def test_a_click_leaves_the_frame_alone(qtbot, editor: RegionEditor) -> None:
    qtbot.mouseClick(editor.canvas, LEFT, pos=spot(editor, 0.1, 0.1))
    assert editor.canvas.region is None
    editor.open_picture(picture(40, 30), QUARTER, "a.jpg")
    for place in ((0.1, 0.1), (0.5, 0.4)):
        qtbot.mouseClick(editor.canvas, LEFT, pos=spot(editor, *place))
    assert editor.canvas.region == QUARTER


def test_the_keyboard_alone_is_enough(qtbot, editor: RegionEditor) -> None:
    canvas = editor.canvas
    assert canvas.hasFocus()
    qtbot.keyClick(canvas, Key.Key_Return)
    assert canvas.region == QUARTER
    qtbot.keyClick(canvas, Key.Key_Right)
    qtbot.keyClick(canvas, Key.Key_Up, CTRL)
    assert edges(editor) == pytest.approx([0.26, 0.249, 0.76, 0.749])
    qtbot.keyClick(canvas, Key.Key_Left, SHIFT)
    qtbot.keyClick(canvas, Key.Key_Down, SHIFT | CTRL)
    assert edges(editor) == pytest.approx([0.26, 0.249, 0.75, 0.75])
    with qtbot.waitSignal(editor.chosen, timeout=500) as told:
        qtbot.keyClick(canvas, Key.Key_Return)
    assert told.args == [canvas.region]
    qtbot.keyClick(canvas, Key.Key_Delete)
    assert canvas.region is None


def test_the_tab_key_goes_from_the_picture_to_the_buttons(qtbot, editor: RegionEditor) -> None:
    editor.canvas.show_picture(picture(400, 300), QUARTER)
    editor.canvas.setFocus()
    for button in (editor.cancel_button, editor.whole_button):
        qtbot.keyClick(editor.focusWidget(), Key.Key_Tab)
        assert editor.focusWidget() is button


def test_escape_and_the_buttons_say_what_they_do(qtbot, editor: RegionEditor) -> None:
    assert not editor.search_button.isEnabled()
    with qtbot.waitSignal(editor.closed, timeout=500):
        qtbot.keyClick(editor.canvas, Key.Key_Escape)
    with qtbot.waitSignal(editor.closed, timeout=500):
        editor.cancel_button.click()
    with qtbot.waitSignal(editor.chosen, timeout=500) as told:
        editor.whole_button.click()
    assert told.args == [None]


def test_the_windows_shortcuts_do_not_take_its_keys(editor: RegionEditor) -> None:
    for key, widget in ((Key.Key_Escape, editor), (Key.Key_Left, editor.canvas)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        widget.event(event)
        assert event.isAccepted()


def test_changes_are_told_while_they_are_made_but_not_each_of_them(qtbot, editor) -> None:
    heard: list[Region] = []
    editor.changed.connect(heard.append)
    qtbot.keyClick(editor.canvas, Key.Key_Space)
    for _ in range(20):
        qtbot.keyClick(editor.canvas, Key.Key_Right)
    qtbot.waitUntil(lambda: heard == [editor.canvas.region], timeout=1000)


def test_what_was_given_up_is_not_told_afterwards(qtbot, editor: RegionEditor) -> None:
    heard: list[Region] = []
    editor.changed.connect(heard.append)
    qtbot.keyClick(editor.canvas, Key.Key_Space)
    qtbot.keyClick(editor.canvas, Key.Key_Escape)
    qtbot.wait(200)
    assert heard == []


def test_the_size_is_told_in_pixels_of_the_photo_and_in_percent(editor: RegionEditor) -> None:
    editor.open_picture(picture(400, 300), QUARTER, "a.jpg", QSize(4000, 3000))
    assert editor.readout == "2,000 × 1,500 px · 50 % × 50 %"
    editor.open_picture(picture(400, 300), QUARTER, "a.jpg")
    assert editor.readout == "200 × 150 px · 50 % × 50 %"
    assert editor.canvas.accessibleName() == (
        "Picture a.jpg, frame of 50 by 50 percent, 25 from the left, 25 from the top"
    )


@pytest.mark.parametrize("size", [(3000, 20), (20, 3000), (8, 8)])
def test_any_picture_fits_and_a_resized_window_keeps_the_frame(qtbot, editor, size) -> None:
    editor.open_picture(picture(*size), QUARTER, "a.jpg")
    for width, height in ((700, 600), (640, 300)):
        editor.resize(width, height)
        shown = editor.canvas.place()
        assert editor.canvas.rect().contains(shown.toAlignedRect())
        assert shown.width() / shown.height() == pytest.approx(size[0] / size[1])
        editor.grab()
    assert editor.canvas.region == QUARTER


def test_a_long_name_does_not_widen_the_window(editor: RegionEditor) -> None:
    editor.open_picture(picture(40, 30), QUARTER, "long name " * 40)
    assert editor.minimumSizeHint().width() <= 640


def test_what_is_outside_of_the_frame_is_dimmed(editor: RegionEditor) -> None:
    editor.open_picture(picture(400, 300), QUARTER, "a.jpg")
    image = editor.canvas.grab().toImage()
    assert image.pixelColor(spot(editor, 0.5, 0.6)) == QColor("red")
    assert image.pixelColor(spot(editor, 0.1, 0.1)).red() < 160
