import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication

from lookalike.gui.panels.photo_canvas import CanvasPlace, PhotoCanvas


def checks(width: int, height: int) -> QImage:
    """Left half red, right half blue, with a white pixel in the corner."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    for x in range(width // 2, width):
        for y in range(height):
            image.setPixelColor(x, y, QColor("blue"))
    image.setPixelColor(0, 0, QColor("white"))
    return image


@pytest.fixture
def make(qtbot):
    def made(width: int, height: int, **how: bool) -> PhotoCanvas:
        canvas = PhotoCanvas(**how)
        qtbot.addWidget(canvas)
        canvas.resize(400, 300)
        canvas.show_picture((checks(width, height),), QSize(width, height))
        canvas.show()
        return canvas

    return made


def wheel(canvas: PhotoCanvas, at: QPointF, notches: int) -> None:
    event = QWheelEvent(
        at,
        canvas.mapToGlobal(at),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def under(canvas: PhotoCanvas, at: QPointF) -> tuple[float, float]:
    """The point of the picture, in fractions, at a point of the canvas."""
    rect = canvas.picture_rect()
    return (at.x() - rect.x()) / rect.width(), (at.y() - rect.y()) / rect.height()


def test_a_picture_is_shown_whole_and_never_blown_up(make):
    large, small = make(800, 300), make(40, 30)
    assert large.scale == 0.5
    assert large.picture_rect().getRect() == (0, 75, 400, 150)
    assert small.scale == 1
    assert small.picture_rect().getRect() == (180, 135, 40, 30)


def test_a_canvas_that_enlarges_fills_itself(make):
    assert make(40, 30, enlarges=True).scale == 10


def test_the_wheel_zooms_around_the_cursor(make):
    canvas = make(800, 600)
    at = QPointF(100, 80)
    before = under(canvas, at)
    wheel(canvas, at, 3)
    assert canvas.place.zoom == pytest.approx(1.25**3)
    assert under(canvas, at) == pytest.approx(before)
    wheel(canvas, at, -9)
    assert canvas.place == CanvasPlace()


def test_zoom_ends_at_sixteen_times_the_pixels_and_at_the_whole_picture(make):
    canvas = make(800, 600)
    canvas.zoom_by(1000)
    assert canvas.scale == pytest.approx(16)
    canvas.zoom_by(1e-6)
    assert canvas.place.is_fit


def test_no_empty_space_is_shown_beside_a_picture_that_could_fill_it(make):
    canvas = make(800, 600)
    canvas.show_actual()
    canvas.pan_by(10_000, 10_000)
    rect = canvas.picture_rect()
    assert (rect.right(), rect.bottom()) == pytest.approx((400, 300))
    canvas.pan_by(-10_000, -10_000)
    assert canvas.picture_rect().topLeft() == QPointF(0, 0)


def test_a_double_click_goes_to_the_pixels_at_that_point_and_back(qtbot, make):
    canvas = make(800, 600)
    at = QPoint(300, 200)
    before = under(canvas, QPointF(at))
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=at)
    assert canvas.scale == 1
    assert under(canvas, QPointF(at)) == pytest.approx(before)
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=at)
    assert canvas.place.is_fit


def test_a_drag_moves_the_picture_with_the_hand(qtbot, make):
    canvas = make(800, 600)
    canvas.show_actual()
    held = under(canvas, QPointF(200, 150))
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(200, 150))
    qtbot.mouseMove(canvas, QPoint(150, 120))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(150, 120))
    assert under(canvas, QPointF(150, 120)) == pytest.approx(held)


def test_several_canvases_share_a_place_whatever_their_pictures(make):
    large, small = make(4000, 3000, enlarges=True), make(40, 30, enlarges=True)
    large.place_changed.connect(small.show_place)
    large.zoom_to(3, QPointF(100, 50))
    assert small.place == large.place
    assert under(small, QPointF(10, 20)) == pytest.approx(under(large, QPointF(10, 20)))


def test_following_a_place_tells_nobody(qtbot, make):
    canvas = make(800, 600)
    with qtbot.assertNotEmitted(canvas.place_changed):
        canvas.show_place(CanvasPlace(2, 0.4, 0.6))
    assert canvas.place == CanvasPlace(2, 0.4, 0.6)


def test_who_looks_at_pixels_sees_them_as_large_in_another_window(make):
    canvas = make(800, 600)
    canvas.show_actual()
    canvas.resize(200, 300)
    assert canvas.scale == pytest.approx(1)
    canvas.fit()
    canvas.resize(100, 100)
    assert canvas.place.is_fit


def test_single_pixels_are_seen_as_squares(make):
    canvas = make(4, 4)
    canvas.zoom_by(1000)
    image = canvas.grab().toImage()
    left = round(canvas.picture_rect().x())
    top = round(canvas.picture_rect().y())
    assert image.pixelColor(left + 14, top + 14) == QColor("white")
    assert image.pixelColor(left + 18, top + 14) == QColor("red")
    assert image.pixelColor(left + 33, top + 14) == QColor("blue")


def test_the_smallest_picture_that_is_sharp_enough_is_drawn(make):
    canvas = make(800, 600)
    red, green = (QImage(*size, QImage.Format.Format_RGB32) for size in ((800, 600), (400, 300)))
    red.fill(QColor("red"))
    green.fill(QColor("green"))
    canvas.show_picture((red, green), QSize(800, 600))
    assert canvas.grab().toImage().pixelColor(200, 150) == QColor("green")
    canvas.show_actual()
    assert canvas.grab().toImage().pixelColor(200, 150) == QColor("red")


def test_more_pixels_are_wanted_only_once_the_zoom_could_show_them(make):
    canvas = make(800, 600)
    canvas.show_picture((checks(400, 300),), QSize(800, 600))
    assert not canvas.wants_pixels
    canvas.zoom_by(1.3)
    assert canvas.wants_pixels


def test_a_picture_of_another_shape_than_was_told_is_not_pulled_to_fit(make):
    canvas = make(300, 300)
    canvas.show_picture((checks(300, 300),), QSize(800, 600))
    assert canvas.picture_size == QSize(300, 300)
    canvas.show_picture((checks(400, 300),), QSize(802, 600))
    assert canvas.picture_size == QSize(802, 600)


@pytest.mark.parametrize(
    ("key", "scale"),
    [(Qt.Key.Key_1, 1), (Qt.Key.Key_Z, 1), (Qt.Key.Key_Plus, 0.625), (Qt.Key.Key_0, 0.5)],
)
def test_keys_zoom(qtbot, make, key, scale):
    canvas = make(800, 600)
    canvas.keyPressEvent = canvas.take_key
    qtbot.keyClick(canvas, key)
    assert canvas.scale == pytest.approx(scale)
    qtbot.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.place.is_fit


def test_an_empty_canvas_takes_everything_calmly(qtbot):
    canvas = PhotoCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(100, 100)
    for act in (canvas.fit, canvas.show_actual, canvas.toggle_actual):
        act()
    canvas.zoom_by(2)
    canvas.pan_by(5, 5)
    canvas.grab()
    assert not canvas.wants_pixels
