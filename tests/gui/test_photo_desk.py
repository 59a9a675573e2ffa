from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication


@pytest.fixture
def desk(driver, photos: Path):
    driver.bring_in(photos)
    yield driver.window.photo_desk
    QGuiApplication.clipboard().setText("")


def choose(driver, *names: str) -> None:
    grid = driver.window.grid
    grid.choose(driver.id_of(names[0]))
    for name in names[1:]:
        grid.picking.toggle(grid.photos.row_of(driver.id_of(name)))


def test_what_is_meant_is_what_lies_on_top(driver, desk) -> None:
    choose(driver, "red-0.png", "blue-0.png")
    assert desk.selected == [driver.id_of("blue-0.png"), driver.id_of("red-0.png")]
    desk.view_photo(driver.id_of("green-0.png"))
    assert desk.chosen == driver.id_of("green-0.png")
    assert desk.selected == [driver.id_of("green-0.png")]
    driver.window.pages.open_folders()
    assert desk.chosen is None
    assert desk.selected == []


def test_another_page_over_the_grid_may_show_a_photo(driver, desk) -> None:
    page, ids = driver.window.pages.problems, list(driver.window.grid.photos.ids)
    shown = [ids[2]]
    choose(driver, "red-0.png")
    desk._overlays.show(page)
    assert desk.chosen is None, "nobody knows that page"
    desk.add_page(page, lambda: shown[0])
    assert desk.chosen == ids[2]
    assert desk.selected == [ids[2]]
    shown[0] = None
    assert desk.chosen is None
    desk._overlays.close(page)
    assert desk.chosen == driver.id_of("red-0.png")


def test_a_photo_has_others_beside_it_in_the_grid(driver, desk) -> None:
    ids = list(driver.window.grid.photos.ids)
    assert desk.beside(ids[3], 1) == ids[4]
    assert desk.beside(ids[3], -2) == ids[1]
    assert desk.beside(ids[0], -1) is None
    assert desk.beside(ids[-1], 1) is None
    assert desk.beside(None, 1) is None


def test_a_photo_is_chosen_beneath_a_page(driver, desk) -> None:
    ids = list(driver.window.grid.photos.ids)
    desk.view_photo(ids[0])
    desk.choose(ids[3])
    assert desk.chosen == ids[0]
    driver.window.escape()
    assert desk.chosen == ids[3]


def test_a_list_is_of_the_chosen_photos_where_there_are_several(driver, desk) -> None:
    choose(driver, "red-0.png")
    assert len(desk.listed) == 8
    choose(driver, "red-0.png", "blue-0.png")
    assert len(desk.listed) == 2
    assert desk.similarities == {}
    driver.find_similar("red-0.png")
    assert set(desk.similarities) == set(driver.window.grid.photos.ids)


def test_two_to_four_photos_are_compared(driver, desk) -> None:
    choose(driver, "red-0.png")
    desk.compare_selected()
    assert "two to four" in driver.window.messages.text
    choose(driver, "red-0.png", "blue-0.png")
    desk.compare_selected()
    assert driver.window.compare_page.isVisible()
    assert len(driver.window.compare_page.photo_ids) == 2
    driver.window.escape()
    assert driver.window.grid.isVisible()


def test_a_photo_opened_from_a_comparison_leads_back_to_it(driver, desk) -> None:
    choose(driver, "red-0.png", "blue-0.png")
    desk.compare_selected()
    driver.window.compare_page.open_wanted.emit(driver.id_of("red-0.png"))
    assert driver.window.photo_view.isVisible()
    driver.window.escape()
    assert driver.window.compare_page.isVisible()


def test_photos_that_left_the_library_leave_what_shows_them(driver, desk) -> None:
    desk.view_photo(driver.id_of("red-0.png"))
    ids = driver.library.photo_ids()
    desk.take_library([])
    assert not driver.window.photo_view.isVisible()
    choose(driver, "red-0.png", "blue-0.png", "green-0.png")
    desk.compare_selected()
    desk.take_library([each for each in ids if each != driver.id_of("red-0.png")])
    assert driver.id_of("red-0.png") not in driver.window.compare_page.photo_ids


def test_who_throws_photos_away_while_walking_goes_on_with_the_next(driver, desk) -> None:
    ids = list(driver.window.grid.photos.ids)
    desk.view_photo(ids[1])
    desk.take_library([each for each in ids if each != ids[1]])
    assert driver.window.photo_view.photo_id == ids[2]
    desk.view_photo(ids[-1])
    desk.take_library(ids[:-1])
    assert driver.window.photo_view.photo_id == ids[-2]


def test_many_photos_are_copied_as_files_up_to_a_limit(
    driver, desk, photos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lookalike.gui.photo_desk._MOST_COPIED", 3)
    driver.window.grid.selectAll()
    desk.copy()
    clipboard = QGuiApplication.clipboard()
    driver.wait(lambda: len(clipboard.mimeData().urls()) == 3)
    driver.wait(lambda: "Only the first 3" in driver.window.messages.text)


def test_the_picture_itself_is_copied(driver, desk) -> None:
    choose(driver, "blue-0.png")
    desk.copy_image()
    driver.wait(lambda: QGuiApplication.clipboard().image().width() == 64)


def test_the_ends_of_the_grid_are_a_key_away_in_the_large_view(driver, desk) -> None:
    ids = driver.window.grid.photos.ids
    desk.view_photo(ids[3])
    driver.window.photo_view.jump_wanted.emit(-1)
    assert driver.window.photo_view.photo_id == ids[-1]
    assert driver.window.grid.chosen == ids[-1]
    driver.window.photo_view.jump_wanted.emit(0)
    assert driver.window.photo_view.photo_id == ids[0]
    driver.window.photo_view.step_wanted.emit(-1)
    assert driver.window.photo_view.photo_id == ids[0]


def test_where_no_program_opens_a_photo_that_is_told(
    driver, desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lookalike.gui.photo_desk.open_file", lambda _: False)
    choose(driver, "red-0.png")
    desk.open_file()
    driver.wait(lambda: "No program opens red-0.png" in driver.window.messages.text)


def test_selected_photos_are_counted_without_being_listed(driver, desk) -> None:
    choose(driver, "red-0.png")
    assert desk.selected_count == 1
    driver.window.grid.selectAll()
    assert desk.selected_count == 8
    desk.view_chosen()
    assert desk.selected_count == 1
