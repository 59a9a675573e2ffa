import numpy as np
import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from lookalike.gui.layers.demo_page import DemoPage
from lookalike.gui.layers.demo_slides import Board, Plate, Slide
from lookalike.gui.layers.word_bars import WordShare
from lookalike.gui.visuals.array_image import image_array
from lookalike.library.drawing.unit_atlas import UnitAtlas

RED, GREEN, BLUE = (220, 30, 30), (30, 200, 30), (30, 30, 220)
_Key = Qt.Key


@pytest.fixture
def page(qtbot) -> DemoPage:
    made = DemoPage()
    qtbot.addWidget(made)
    made.resize(1280, 720)
    return made


def plain(colour: tuple[int, int, int], height: int = 8, width: int = 8) -> np.ndarray:
    return np.full((height, width, 3), colour, np.uint8)


def slide(headline: str = "Deeper units see more", **more: object) -> Slide:
    return Slide(headline, "A sentence about that.", Plate(plain(RED), "a photo"), **more)


def shown(page: DemoPage) -> np.ndarray:
    return image_array(page.grab().toImage()).astype(int)


def places_of(page: DemoPage, colour: tuple[int, int, int]) -> tuple[np.ndarray, np.ndarray]:
    """Rows and columns that show a colour."""
    return np.nonzero(abs(shown(page) - colour).max(axis=2) < 12)


def press(page: DemoPage, key: Qt.Key, how=Qt.KeyboardModifier.NoModifier) -> bool:
    """Whether the page kept a key from the window's shortcuts."""
    offered = QKeyEvent(QEvent.Type.ShortcutOverride, key, how)
    offered.ignore()
    QApplication.sendEvent(page, offered)
    QApplication.sendEvent(page, QKeyEvent(QEvent.Type.KeyPress, key, how))
    return offered.isAccepted()


# --- what is shown ----------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(640, 480), (1024, 768), (1280, 720), (1920, 1080)])
def test_photo_and_units_are_large_and_apart_at_any_size(
    page: DemoPage, size: tuple[int, int]
) -> None:
    page.resize(QSize(*size))
    tiles = Board(UnitAtlas(plain(GREEN, 9, 36), 4, (8, 8)), 4)
    page.show_slide(slide(board=tiles))
    photo, units = places_of(page, RED), places_of(page, GREEN)
    assert np.ptp(photo[0]) == pytest.approx(np.ptp(photo[1]), abs=2)
    assert np.ptp(photo[0]) > 0.3 * size[0]
    assert photo[1].max() < units[1].min()
    assert units[1].max() < size[0]
    assert np.ptp(units[0]) > 0.3 * size[0]


def test_the_unit_that_is_spoken_of_is_marked(page: DemoPage) -> None:
    tiles = UnitAtlas(plain(GREEN, 9, 18), 2, (8, 8))
    page.show_slide(slide(board=Board(tiles, 2)))
    plainly = shown(page)
    page.show_slide(slide(board=Board(tiles, 2, is_marked=True)))
    rows, columns = np.nonzero((shown(page) != plainly).any(axis=2))
    units = places_of(page, GREEN)[1]
    assert len(rows)
    assert columns.max() < units.mean() + 8


def test_a_likelier_class_has_a_longer_bar(page: DemoPage) -> None:
    page.show_slide(slide(guesses=(WordShare("owl", 0.75, "75%"), WordShare("cat", 0.25, "25%"))))
    rows, columns = places_of(page, (90, 146, 245))
    upper, lower = (columns[part] for part in (rows < rows.mean(), rows >= rows.mean()))
    assert np.ptp(upper) == pytest.approx(3 * np.ptp(lower), rel=0.05)


def test_what_is_framed_is_framed_in_white_and_enlarged_elsewhere(page: DemoPage) -> None:
    framed = Plate(plain(RED), "", (0.1, 0.1, 0.3, 0.3), plain(BLUE, 3, 3))
    page.show_slide(Slide("Headline", "Sentence.", framed))
    photo, inset = places_of(page, RED), places_of(page, BLUE)
    assert inset[0].min() > photo[0].mean()
    assert inset[1].min() > photo[1].mean()
    assert np.ptp(inset[0]) > 0.2 * np.ptp(photo[0])


def test_long_words_stay_in_their_place(page: DemoPage) -> None:
    page.show_slide(slide())
    before = places_of(page, RED)[0].min()
    page.show_slide(Slide("A very long headline " * 9, "Many words. " * 60, Plate(plain(RED))))
    photo = places_of(page, RED)
    assert photo[0].min() == before
    assert not (shown(page)[:, -5:] > 60).any()


def test_words_that_need_more_lines_are_smaller_and_whole(page: DemoPage) -> None:
    page.show_slide(Slide("Short", "Many words. " * 60, Plate(plain(RED))))
    above = shown(page)[: places_of(page, RED)[0].min() - 1]
    has_ink = (above > 150).any(axis=(1, 2))
    lines = np.count_nonzero(has_ink[1:] > has_ink[:-1])
    assert lines > 1 + 3
    assert not has_ink[-3:].any()


def test_words_alone_are_shown_where_there_is_no_photo(page: DemoPage) -> None:
    page.show_slide(Slide("broken.jpg cannot be read: it is empty.", ""))
    assert (shown(page) > 200).any()
    assert "broken.jpg" in page.accessibleDescription()


def test_a_slide_fades_into_the_next_and_is_whole_in_the_end(page: DemoPage, qtbot) -> None:
    with qtbot.waitExposed(page):
        page.show()
    page.show_slide(slide())
    page.grab()
    other = Slide("Headline", "Sentence.", Plate(plain(BLUE)))
    page.show_slide(other)
    qtbot.waitUntil(lambda: len(places_of(page, BLUE)[0]) > 1000)
    assert not len(places_of(page, RED)[0])


def test_the_page_says_that_it_waits_and_what_was_chosen(page: DemoPage, qtbot) -> None:
    page.show_slide(slide())
    plainly = shown(page)
    page.show_paused(True)
    waiting = shown(page)
    assert (waiting != plainly).any()
    page.show_note("A slide every 3 seconds")
    assert (shown(page) != waiting).any()
    page.show_paused(False)
    page._note_timer.timeout.emit()
    assert (shown(page) == plainly).all()


def test_nothing_is_left_when_the_tour_is_over(page: DemoPage) -> None:
    page.show_slide(slide())
    page.show_paused(True)
    page.forget()
    assert not shown(page).any()


def test_the_mouse_does_not_show(page: DemoPage) -> None:
    assert page.cursor().shape() == Qt.CursorShape.BlankCursor


# --- what a person does -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "signal", "carried"),
    [
        (_Key.Key_Right, "step_wanted", [1]),
        (_Key.Key_Left, "step_wanted", [-1]),
        (_Key.Key_Down, "photo_wanted", [1]),
        (_Key.Key_PageDown, "photo_wanted", [1]),
        (_Key.Key_Up, "photo_wanted", [-1]),
        (_Key.Key_PageUp, "photo_wanted", [-1]),
        (_Key.Key_Space, "pause_wanted", []),
        (_Key.Key_Plus, "pace_wanted", [1]),
        (_Key.Key_Minus, "pace_wanted", [-1]),
        (_Key.Key_Escape, "closed", []),
        (_Key.Key_F5, "closed", []),
    ],
)
def test_each_key_asks_for_what_it_says(page, qtbot, key, signal, carried) -> None:
    with qtbot.waitSignal(getattr(page, signal), timeout=1000) as caught:
        assert press(page, key)
    assert caught.args == carried


def test_keys_of_the_window_stay_its_own(page: DemoPage) -> None:
    assert not press(page, _Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert not press(page, _Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert not press(page, _Key.Key_F11)


def test_escape_puts_the_list_of_keys_away_first(page: DemoPage, qtbot) -> None:
    page.show_slide(slide())
    plainly = shown(page)
    press(page, _Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    assert (shown(page) != plainly).any()
    with qtbot.assertNotEmitted(page.closed):
        press(page, _Key.Key_Escape)
    assert (shown(page) == plainly).all()
    press(page, _Key.Key_H)
    assert page.has_keys
