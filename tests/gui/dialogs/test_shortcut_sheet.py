import pytest
from PySide6.QtWidgets import QWidget

from lookalike.gui.actions import Actions
from lookalike.gui.dialogs.shortcut_sheet import ShortcutSheet


@pytest.fixture
def parent(qtbot) -> QWidget:
    made = QWidget()
    made.resize(1280, 720)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def sheet(qtbot, theme, parent: QWidget) -> ShortcutSheet:
    made = ShortcutSheet(Actions(theme, parent).titles(), parent)
    qtbot.addWidget(made)
    return made


def test_every_action_with_a_key_is_on_the_sheet(sheet: ShortcutSheet, theme, parent) -> None:
    lines = dict(line for _, lines in sheet.groups for line in lines)
    for action in Actions(theme, parent).all:
        told = action.text().replace("&", "").rstrip("…")
        assert action.shortcut().toString() in lines[told].split(",")[0]
        assert lines[told]


def test_what_has_no_key_is_left_out(sheet: ShortcutSheet) -> None:
    assert all(keys for _, lines in sheet.groups for _, keys in lines)


def test_the_keys_of_places_and_pages_are_there_too(sheet: ShortcutSheet) -> None:
    names = [name for name, _ in sheet.groups]
    assert names[-6:] == ["Photos", "One Photo", "Compare", "Query", "Suggestions", "Teach"]
    assert len(names) == len(set(names))


def test_it_is_no_larger_than_the_window_and_stops_nobody(
    sheet: ShortcutSheet, parent: QWidget
) -> None:
    assert not sheet.isModal()
    assert sheet.width() <= parent.width()
    assert sheet.height() <= parent.height()
