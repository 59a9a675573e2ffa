from pathlib import Path

import pytest

from lookalike.catalog.catalog import Counts
from lookalike.gui.panels.folder_list import FolderList
from lookalike.gui.panels.folders_page import FoldersPage
from lookalike.gui.theme import Theme
from lookalike.library.folders import FolderStanding
from lookalike.photos import Folder


def standing(name: str, *exclude: str, ready: int = 3, is_online: bool = True) -> FolderStanding:
    return FolderStanding(Folder(Path("/photos") / name, exclude), Counts(ready), is_online)


@pytest.fixture
def page(qtbot, theme: Theme) -> FoldersPage:
    made = FoldersPage(theme)
    qtbot.addWidget(made)
    made.resize(900, 500)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_it_keeps_the_rules_of_qt(qtmodeltester) -> None:
    shown = FolderList()
    shown.show([standing("a"), standing("b", is_online=False)])
    qtmodeltester.check(shown)


def test_a_folder_tells_its_photos_and_that_it_is_offline(page: FoldersPage) -> None:
    page.show_folders([standing("a", ready=1204, is_online=False)])
    told = [page.list.index(0, column).data() for column in range(6)]
    assert told == ["a", "1,204", "–", "–", "Offline", str(Path("/photos/a"))]
    assert not page.look_button.isEnabled()
    assert page.remove_button.isEnabled()


def test_patterns_are_saved_line_by_line_and_only_where_they_are_new(
    qtbot, page: FoldersPage
) -> None:
    page.show_folders([standing("a", "*.tmp")])
    assert page.patterns.toPlainText() == "*.tmp"
    assert not page.save_button.isEnabled()
    page.patterns.setPlainText("*.tmp\n\n  */private/*  \n*.tmp\n")
    with qtbot.waitSignal(page.exclude_wanted) as told:
        page.save_button.click()
    assert told.args == [standing("a", "*.tmp"), ["*.tmp", "*/private/*"]]


def test_what_is_being_written_stays_while_photos_come_in(qtbot, page: FoldersPage) -> None:
    page.show_folders([standing("a")])
    page.patterns.setFocus()
    qtbot.keyClicks(page.patterns, "*.png")
    page.show_folders([standing("a", ready=5)])
    assert page.patterns.toPlainText() == "*.png"


def test_another_folder_shows_its_own_patterns(page: FoldersPage) -> None:
    page.show_folders([standing("a", "*.tmp"), standing("b", "*.png")])
    page.table.selectRow(1)
    assert page.patterns.toPlainText() == "*.png"
    assert page.chosen == standing("b", "*.png")


def test_while_photos_come_in_no_folder_is_changed(page: FoldersPage) -> None:
    page.show_folders([standing("a")])
    page.show_importing(True)
    page.patterns.setPlainText("*.png")
    buttons = (page.look_button, page.remove_button, page.save_button)
    assert not any(button.isEnabled() for button in buttons)
    page.show_importing(False)
    assert all(button.isEnabled() for button in buttons)


def test_without_folders_one_is_asked_for(qtbot, page: FoldersPage) -> None:
    page.show_folders([standing("a")])
    page.show_folders([])
    assert page.chosen is None
    assert not page.table.isVisible()
    assert not page.patterns.isVisible()
