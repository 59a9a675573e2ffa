"""The lines of the sidebar, what each asks for, and what it keeps while the library changes."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from lookalike.gui.panels.sidebar import EVERYTHING, PROBLEMS, Sidebar, SidebarView
from lookalike.library.folders import FolderNode
from lookalike.library.search.saved_searches import SavedSearch

PARIS = FolderNode(Path("/photos/Paris"), "Paris", 2)
PHOTOS = FolderNode(Path("/photos"), "/photos", 5, (PARIS,))
BOOTS = SavedSearch(7, "Boots", 3)


@pytest.fixture
def sidebar(qtbot, theme) -> Sidebar:
    made = Sidebar(theme)
    qtbot.addWidget(made)
    made.resize(216, 400)
    made.show_library(SidebarView(5, (PHOTOS,), (BOOTS,), 2))
    made.show()
    return made


def lines(sidebar: Sidebar) -> list[str]:
    return sorted(item.text(0) for item in sidebar._items())


def item(sidebar: Sidebar, name: str):
    return next(each for each in sidebar._items() if each.text(0) == name)


def test_it_lists_what_there_is_and_nothing_else(sidebar: Sidebar) -> None:
    assert lines(sidebar) == [
        "All Photos", "Boots", "Folders", "Labels", "New Label…", "Paris", "Problems",
        "Saved Searches", "photos",
    ]  # fmt: skip
    sidebar.show_library(SidebarView(5))
    assert lines(sidebar) == ["All Photos", "Labels", "New Label…"]


@pytest.mark.parametrize(
    ("name", "key"),
    [("All Photos", EVERYTHING), ("photos", PHOTOS.path), ("Boots", 7), ("Problems", PROBLEMS)],
)
def test_a_click_and_the_enter_key_ask_for_a_line(qtbot, sidebar, name: str, key) -> None:
    where = sidebar.visualItemRect(item(sidebar, name)).center()
    with qtbot.waitSignal(sidebar.wanted) as told:
        qtbot.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert told.args == [key]
    sidebar.setCurrentItem(item(sidebar, name))
    with qtbot.waitSignal(sidebar.wanted) as told:
        qtbot.keyClick(sidebar, Qt.Key.Key_Return)
    assert told.args == [key]


def test_what_is_open_and_chosen_stays_so_when_photos_come(sidebar: Sidebar) -> None:
    item(sidebar, "photos").setExpanded(True)
    sidebar.show_current(PARIS.path)
    sidebar.show_library(SidebarView(6, (PHOTOS,), (BOOTS,), 2))
    assert item(sidebar, "photos").isExpanded()
    assert sidebar.currentItem().text(0) == "Paris"
    sidebar.show_current(None)
    assert not sidebar.selectedItems()


def test_a_heading_that_was_folded_stays_so(sidebar: Sidebar) -> None:
    item(sidebar, "Folders").setExpanded(False)
    sidebar.show_library(SidebarView(6, (PHOTOS,), (BOOTS,), 2))
    assert not item(sidebar, "Folders").isExpanded()
    assert item(sidebar, "Labels").isExpanded()


def test_a_saved_search_is_renamed_in_place_and_deleted_by_key(qtbot, sidebar: Sidebar) -> None:
    with qtbot.waitSignal(sidebar.rename_wanted) as told:
        item(sidebar, "Boots").setText(0, "Shoes")
    assert told.args == [7, "Shoes"]
    sidebar.setCurrentItem(item(sidebar, "Shoes"))
    with qtbot.waitSignal(sidebar.delete_wanted) as told:
        qtbot.keyClick(sidebar, Qt.Key.Key_Delete)
    assert told.args == [7]


def test_news_are_told_to_those_who_listen_too(sidebar: Sidebar) -> None:
    spoken = item(sidebar, "Boots").data(0, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Boots, 3"
    assert "3 new photo" in item(sidebar, "Boots").toolTip(0)
