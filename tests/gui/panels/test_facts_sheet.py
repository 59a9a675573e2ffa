import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTextEdit

from lookalike.gui.panels.facts_sheet import _WORDS, FactsPanel
from lookalike.library.facts_sheet import Fact, FactGroup, FactName, FactsSheet


@pytest.fixture
def panel(qtbot, theme) -> FactsPanel:
    made = FactsPanel(theme)
    qtbot.addWidget(made)
    made.show()
    return made


SHEET = FactsSheet(
    (
        (FactGroup.FILE, (Fact(FactName.NAME, '<img src="file:///etc/passwd">&amp;.jpg'),)),
        (FactGroup.EXPOSURE, (Fact(FactName.ISO, "400"), Fact(FactName.FLASH, "Fired"))),
        (FactGroup.GUESSES, (Fact("teapot", "61%"),)),
    )
)
TEXT = """File
Name: <img src="file:///etc/passwd">&amp;.jpg

Exposure
ISO: 400
Flash: Fired

What the network sees
teapot: 61%"""


def test_what_a_file_says_is_shown_letter_by_letter(panel: FactsPanel) -> None:
    panel.show_sheet(SHEET)
    shown = panel.findChild(QTextEdit).toPlainText()
    assert '<img src="file:///etc/passwd">&amp;.jpg' in shown


def test_all_of_it_is_copied_as_text(panel: FactsPanel) -> None:
    panel.show_sheet(SHEET)
    panel._copy.click()
    assert QGuiApplication.clipboard().text() == TEXT == panel.text


def test_a_note_takes_the_place_of_the_facts(panel: FactsPanel) -> None:
    panel.show_sheet(SHEET)
    panel.show_note("The disk is gone.")
    assert panel.text == "The disk is gone."
    assert not panel._copy.isEnabled()
    panel.show_sheet(SHEET)
    assert panel.text == TEXT


def test_translators_find_every_word_of_the_library() -> None:
    assert {*FactGroup, *FactName} <= set(_WORDS)
