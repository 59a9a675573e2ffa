"""The pages of problems and folders, over a real library."""

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from lookalike.gui import problems_desk
from lookalike.gui.panels.folders_page import FoldersPage
from lookalike.gui.panels.problems_page import ProblemsPage
from lookalike.library.problems import ProblemKind

DAMAGED = b"\xff\xd8\xff\xe0 no more"


@pytest.fixture
def problems(driver, photos: Path) -> ProblemsPage:
    """The page, over a library with a damaged file and a missing one."""
    driver.bring_in(photos)
    (photos / "broken.jpg").write_bytes(DAMAGED)
    (photos / "red-0.png").unlink()
    driver.bring_in(photos)
    driver.window.window_actions.problems.trigger()
    page = driver.window.pages.problems
    driver.wait(lambda: names(page) == ["broken.jpg", "red-0.png"])
    return page


@pytest.fixture
def folders(driver, photos: Path) -> FoldersPage:
    driver.bring_in(photos)
    driver.window.window_actions.folders.trigger()
    page = driver.window.pages.folders
    driver.wait(lambda: page.chosen is not None)
    return page


def names(page: ProblemsPage) -> list[str]:
    return [line.name for line in page.list.shown]


def click_for(driver, page: ProblemsPage, row: int, button: str) -> None:
    """Choose a line and press a button once it may be pressed, as a person does."""

    # Not `selectRow`, which asks which keys are held down: another test may have left one so.
    how = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows

    def is_ready() -> bool:
        page.table.selectionModel().select(page.list.index(row, 0), how)
        return page.buttons()[button].isEnabled()

    driver.wait(is_ready)
    page.buttons()[button].click()


def press(key: Qt.Key) -> None:
    from PySide6.QtTest import QTest

    QTest.keyClick(QApplication.focusWidget(), key)


def test_where_everything_could_be_read_the_page_says_so(driver, photos: Path) -> None:
    driver.bring_in(photos)
    driver.window.window_actions.problems.trigger()
    assert driver.window.pages.problems.isVisible()
    assert driver.window.pages.problems.empty_title == "Everything is in."
    assert driver.window.status.problems_text == ""


def test_problems_are_counted_below_and_listed_above(driver, problems: ProblemsPage) -> None:
    driver.wait(lambda: driver.window.status.problems_text == "2 problems")
    kinds = [line.problem.kind for line in problems.list.shown]
    assert kinds == [ProblemKind.UNREADABLE, ProblemKind.MISSING]


def test_a_repaired_file_leaves_the_page_when_it_is_tried_again(
    driver, problems: ProblemsPage, paint
) -> None:
    paint("broken.jpg", "blue", 5)
    problems.table.selectRow(0)
    problems.buttons()["try again"].click()
    driver.wait(lambda: names(problems) == ["red-0.png"])
    assert problems.isVisible()


def test_a_file_that_is_still_damaged_stays(driver, problems: ProblemsPage) -> None:
    problems.table.selectRow(0)
    problems.buttons()["try again"].click()
    driver.wait(lambda: "1 could not be read." in driver.window.messages.text)
    assert names(problems) == ["broken.jpg", "red-0.png"]


def test_a_forgotten_photo_can_be_kept_after_all(driver, problems: ProblemsPage) -> None:
    click_for(driver, problems, 1, "forget")
    driver.wait(lambda: names(problems) == ["broken.jpg"])
    driver.wait(lambda: driver.window.status.problems_text == "1 problem")
    assert "1 missing photo forgotten" in driver.window.messages.text
    driver.window.messages.action_button.click()
    driver.wait(lambda: names(problems) == ["broken.jpg", "red-0.png"])


def test_the_list_is_exported_where_the_person_wants_it(
    driver, problems: ProblemsPage, tmp_path: Path, photos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def pick(_parent: object, _title: str, place: str, *_: object) -> tuple[str, str]:
        offered.append(place)
        return str(tmp_path / "what is wrong"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", pick)
    problems.buttons()["export"].click()
    driver.wait(lambda: "2 problems written to what is wrong.csv" in driver.window.messages.text)
    assert "broken.jpg" in (tmp_path / "what is wrong.csv").read_text("utf-8-sig")
    assert not Path(offered[0]).is_relative_to(photos)


def test_a_problem_is_shown_in_its_folder(
    driver, problems: ProblemsPage, photos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    problems.reveal_wanted.disconnect()
    problems.reveal_wanted.connect(opened.append)
    click_for(driver, problems, 0, "reveal")
    assert opened == [photos / "broken.jpg"]


def test_the_page_follows_what_other_programs_bring_in(driver, photos: Path, paint) -> None:
    driver.bring_in(photos)
    driver.window.window_actions.problems.trigger()
    page = driver.window.pages.problems
    (photos / "broken.jpg").write_bytes(DAMAGED)
    driver.bring_in(photos)
    driver.wait(lambda: names(page) == ["broken.jpg"])


def test_a_filter_is_gone_when_the_page_is_opened_again(driver, problems: ProblemsPage) -> None:
    problems.search("broken")
    driver.wait(lambda: names(problems) == ["broken.jpg"])
    driver.window.escape()
    driver.window.window_actions.problems.trigger()
    driver.wait(lambda: names(problems) == ["broken.jpg", "red-0.png"])


def test_problems_are_not_read_while_nobody_sees_them(
    driver, photos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[object] = []
    monkeypatch.setattr(problems_desk.problems_of, "problems", lambda of: reads.append(of) or [])
    driver.bring_in(photos)
    desk = driver.window.pages._problems_desk
    driver.wait(lambda: driver.window._tasks.is_idle and not desk._rest.isActive())
    assert reads == []
    driver.window.window_actions.problems.trigger()
    driver.wait(lambda: len(reads) == 1)


def test_a_photo_that_is_opened_or_searched_by_takes_the_place_of_the_page(
    driver, problems: ProblemsPage
) -> None:
    driver.find_similar("blue-0.png")
    assert driver.window.grid.isVisible()
    assert driver.window.query_bar.isVisible()
    driver.window.window_actions.problems.trigger()
    assert problems.isVisible()
    assert driver.window.query_bar.isHidden()
    press(Qt.Key.Key_Escape)
    assert driver.window.query_bar.isVisible()
    assert driver.window.grid.isVisible()


def test_actions_for_a_photo_make_no_sense_on_a_page(driver, photos: Path) -> None:
    driver.bring_in(photos)
    driver.window.grid.choose(driver.id_of("red-0.png"))
    driver.window.window_actions.folders.trigger()
    assert not driver.window.window_actions.copy.isEnabled()
    driver.window.window_actions.show_all.trigger()
    assert driver.window.window_actions.copy.isEnabled()


def test_patterns_take_effect_at_once(driver, folders: FoldersPage, photos: Path) -> None:
    folders.patterns.setPlainText("red-*")
    folders.save_button.click()
    driver.wait(lambda: sorted(driver.shown)[-1] == "orange-1.png")
    driver.wait(lambda: not driver.window.imports.is_running)
    assert (photos / "red-0.png").exists()
    assert driver.window.status.problems_text == ""


def test_a_removed_folder_is_asked_about_and_its_files_stay(
    driver, folders: FoldersPage, photos: Path
) -> None:
    desk = driver.window.pages._folders_desk
    folders.remove_button.click()
    assert "8 photos" in desk.question.informativeText()
    answer(desk.question, "Cancel")
    assert len(driver.library.folders()) == 1
    folders.remove_button.click()
    answer(desk.question, "Remove")
    driver.wait(lambda: driver.shown == [])
    driver.wait(lambda: folders.chosen is None)
    assert driver.library.folders() == []
    assert len(list(photos.iterdir())) == 8


def answer(box, text: str) -> None:
    next(button for button in box.buttons() if button.text().replace("&", "") == text).click()
