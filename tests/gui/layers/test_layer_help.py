import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from lookalike.gui.layers.layer_help import LayerHelp


@pytest.fixture
def page(qtbot, theme) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


@pytest.fixture
def sheet(page, theme) -> LayerHelp:
    return LayerHelp(theme, page)


def test_it_is_away_until_it_is_asked_for_and_then_covers_the_page(page, sheet) -> None:
    assert not sheet.isVisible()
    sheet.open()
    assert sheet.geometry() == page.rect()
    page.resize(1000, 700)
    assert sheet.geometry() == page.rect()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Question])
def test_a_key_puts_it_away(qtbot, sheet, key) -> None:
    sheet.open()
    with qtbot.waitSignal(sheet.closed, timeout=1000):
        qtbot.keyClick(sheet, key)
    assert not sheet.isVisible()


def test_a_click_puts_it_away(qtbot, sheet) -> None:
    sheet.open()
    with qtbot.waitSignal(sheet.closed, timeout=1000):
        qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton)
    assert not sheet.isVisible()


def test_no_other_key_reaches_the_page(qtbot, page, sheet) -> None:
    sheet.open()
    qtbot.keyClick(sheet, Qt.Key.Key_J)
    assert sheet.isVisible()


def test_it_is_put_away_once(qtbot, sheet) -> None:
    with qtbot.assertNotEmitted(sheet.closed):
        sheet.put_away()


def test_it_fits_a_small_window(page, sheet) -> None:
    assert sheet._card.sizeHint().width() <= 800
    assert sheet._card.sizeHint().height() <= 480


def test_every_key_of_the_page_is_named_once(sheet) -> None:
    keys = [
        key for groups in sheet.columns for _, lines in groups for keys, _ in lines for key in keys
    ]
    assert len(keys) == len(set(keys))
    assert {"H", "U", "O", "Z", "B", "D", "S", "T", "8", "?", "Esc", "PgUp", "PgDn"} <= set(keys)
