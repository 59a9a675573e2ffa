import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialogButtonBox, QLineEdit, QMenu

from lookalike.gui import translations
from lookalike.gui.import_words import ImportWords
from lookalike.gui.main_window import MainWindow
from lookalike.gui.panels.welcome import Welcome
from lookalike.gui.theme import Theme
from lookalike.library.intake.import_report import ImportReport

SAY_LANGUAGE = """
from PySide6.QtCore import QCoreApplication, QLocale
from lookalike.gui import translations
app = QCoreApplication([])
translations.install(app, "auto")
print(translations.Words().tr("?"), QLocale().name(), translations.grouped(3921))
"""


@pytest.fixture
def language() -> str:
    return "de"


@pytest.fixture
def spoken(qapp: QApplication, language: str) -> Iterator[None]:
    translations.install(qapp, language)
    yield
    translations.install(qapp, "en")


def test_english_tells_one_from_many() -> None:
    told = ImportWords().in_a_line(ImportReport(added=1, seconds=1))
    assert told == "1 photo added in 1 s."


def test_german_is_spoken_by_the_words_of_a_panel(qtbot, spoken: None, theme: Theme) -> None:
    welcome = Welcome(theme)
    qtbot.addWidget(welcome)
    assert welcome.focusProxy().text() == "Ordner auswählen\N{NO-BREAK SPACE}…"


def test_german_numbers_have_german_points_and_forms(spoken: None) -> None:
    report = ImportReport(added=1579, moved=1, seconds=12)
    told = ImportWords().in_a_line(report)
    assert told == "1.579 Fotos hinzugefügt, 1 verschoben in 12 s."
    assert ImportWords().in_a_line(ImportReport(added=1, seconds=1)).startswith("1 Foto ")


def test_buttons_that_come_with_qt_are_german_too(qtbot, spoken: None) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text() == "Abbrechen"


def test_a_language_takes_the_place_of_the_last(qapp: QApplication, spoken: None) -> None:
    translations.install(qapp, "en")
    assert translations.grouped(3921) == "3,921"
    assert ImportWords().in_a_line(ImportReport()) == "There are no photos in that folder."


def test_what_is_derived_from_a_panel_speaks_as_the_panel_does(spoken: None) -> None:
    class FactsPanel(QObject):
        pass

    class LargerPanel(FactsPanel):
        pass

    assert LargerPanel().tr("About this photo") == "Über dieses Foto"


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="asks the system otherwise")
@pytest.mark.parametrize(
    ("system", "name", "number"),
    [
        ("de_AT.UTF-8", "de_AT", "3\N{NO-BREAK SPACE}921"),
        ("de_DE.UTF-8", "de_DE", "3.921"),
        ("fr_FR.UTF-8", "en_US", "3,921"),
        ("C", "en_US", "3,921"),
    ],
)
def test_auto_is_the_language_of_the_system(system: str, name: str, number: str) -> None:
    environment = os.environ | {"LC_ALL": system, "LANG": system, "LANGUAGE": ""}
    command = [sys.executable, "-c", SAY_LANGUAGE]
    said = subprocess.run(command, env=environment, capture_output=True, check=True).stdout
    assert said.decode().split(maxsplit=2) == ["?", name, f"{number}\n"]


def test_the_window_comes_up_in_german(spoken: None, window: MainWindow) -> None:
    menus = [action.text() for action in window.menuBar().actions()]
    assert menus == [
        "&Datei",
        "&Bearbeiten",
        "&Suchen",
        "&Foto",
        "&Labels",
        "&Ansicht",
        "&Hilfe",
    ]
    assert window.window_actions.find_similar.text() == "Ähnliche &suchen"
    assert "Strg" not in window.window_actions.find_similar.text()


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_two_entries_of_a_menu_have_the_same_key(spoken: None, window: MainWindow) -> None:
    of_photos = QMenu(window)
    window.window_actions.photo_menu(of_photos)
    menus = window.menuBar().findChildren(QMenu)
    assert len(menus) > 5
    for menu in (window.menuBar(), *menus, of_photos):
        keys = [key(action.text()) for action in menu.actions() if "&" in action.text()]
        assert len(keys) == len(set(keys)), [action.text() for action in menu.actions()]


def key(text: str) -> str:
    return text[text.index("&") + 1].casefold()


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_button_is_cut_off(spoken: None, driver, photos: Path) -> None:
    driver.bring_in(photos)
    window = driver.window
    window.resize(1280, 720)
    driver.find_similar("red-0.png")
    driver.wait(lambda: cut_off(window) == [])  # once all is laid out
    for open_page in (window.pages.open_folders, window.pages.open_problems):
        open_page()
        QApplication.processEvents()
        assert cut_off(window) == []


def cut_off(window: MainWindow) -> list[str]:
    buttons = [each for each in window.findChildren(QAbstractButton) if each.isVisible()]
    # What stands inside a line of text is an icon, and its text is for those who listen.
    with_words = [
        each for each in buttons if each.text() and not isinstance(each.parent(), QLineEdit)
    ]
    assert with_words
    return [each.text() for each in with_words if each.width() < each.minimumSizeHint().width()]
