import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from lookalike.gui.panels.welcome import Welcome


@pytest.fixture
def welcome(qtbot, theme) -> Welcome:
    made = Welcome(theme)
    qtbot.addWidget(made)
    made.setMinimumSize(1, 1)  # as the window's own minimum does
    made.resize(640, 480)
    made.show()
    return made


def picture_of(welcome: Welcome) -> QLabel:
    return next(label for label in welcome.findChildren(QLabel) if not label.pixmap().isNull())


def test_where_it_is_tight_the_picture_makes_room_for_the_words(welcome: Welcome) -> None:
    assert picture_of(welcome).isVisible()
    welcome.resize(640, 300)
    assert not picture_of(welcome).isVisible()
    welcome.resize(640, 480)
    assert picture_of(welcome).isVisible()


def test_the_button_folds_away_during_an_import(welcome: Welcome) -> None:
    button = welcome.findChild(QPushButton)
    welcome.show_importing(True)
    assert not button.isVisible()
    welcome.show_importing(False)
    assert button.isVisible()


def test_while_an_import_is_paused_no_photos_are_promised(welcome: Welcome) -> None:
    welcome.show_importing(True, is_paused=True)
    words = {label.text() for label in welcome.findChildren(QLabel)}
    assert "The import is paused" in words
    welcome.show_importing(True)
    assert "Looking for photos…" in {label.text() for label in welcome.findChildren(QLabel)}
