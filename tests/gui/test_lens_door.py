"""The comparison of ways in a window: how one gets there, and what leads out of it."""

import pytest
from PySide6.QtCore import Qt


@pytest.fixture
def compared(driver, photos):
    """A window that compares ways, by one photo."""
    driver.bring_in(photos)
    driver.find_similar("red-0.png")
    driver.window.window_actions.compare_ways.trigger()
    driver.wait(lambda: shown(driver)[:1] == [7])
    return driver


def shown(driver) -> list[int]:
    return [len(column.grid.photos.ids) for column in driver.window.doors.lens.page.columns]


def test_the_results_are_compared_and_escape_leads_back(qtbot, compared) -> None:
    window = compared.window
    assert window.overlays.top is window.doors.lens.page
    assert window.windowTitle() == "Compare ways"
    window.escape()
    assert window.overlays.top is None
    assert compared.searched_by == ["red-0.png"]


def test_a_new_question_that_is_asked_there_is_answered_there(qtbot, compared) -> None:
    window = compared.window
    blue = compared.id_of("blue-0.png")
    window.doors.lens.page.columns[0].grid.choose(blue)
    window.doors.lens.page.columns[0].grid.entered.emit()
    assert window.photo_desk.chosen == blue
    window.window_actions.find_similar.trigger()
    compared.wait(lambda: compared.searched_by == ["blue-0.png"])
    assert window.overlays.top is window.doors.lens.page
    compared.wait(lambda: blue not in window.doors.lens.page.columns[0].grid.photos.ids)


def test_a_question_that_fails_there_leaves_the_page_as_it_is(qtbot, compared, tmp_path) -> None:
    window = compared.window
    window.search_desk.search_by([tmp_path / "nowhere.jpg"])
    compared.wait(lambda: "nowhere.jpg" in window.messages.text)
    assert window.overlays.top is window.doors.lens.page
    window.escape()
    compared.find_similar("green-0.png")
    assert window.overlays.top is None


def test_a_photo_is_opened_over_the_ways_and_closed_again(qtbot, compared) -> None:
    window = compared.window
    grid = window.doors.lens.page.columns[0].grid
    grid.choose(grid.photos.ids[0])
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert window.overlays.top is window.photo_view
    window.escape()
    assert window.overlays.top is window.doors.lens.page


def test_without_a_search_the_chosen_photo_is_asked_by(driver, photos) -> None:
    driver.bring_in(photos)
    assert not driver.window.window_actions.compare_ways.isEnabled()
    driver.window.grid.choose(driver.id_of("green-0.png"))
    driver.window.window_actions.compare_ways.trigger()
    driver.wait(lambda: driver.window.overlays.top is driver.window.doors.lens.page)
    assert driver.searched_by == ["green-0.png"]


def test_the_lens_re_ranks_the_results(driver, photos) -> None:
    driver.window.resize(1280, 720)
    driver.bring_in(photos)
    driver.find_similar("red-0.png")
    row = driver.window.query_bar.lens_row
    assert row.isVisible()
    row.setValue(row.titles.index("Colours"))
    driver.wait(lambda: driver.window.browser.place.query.question.by == "colour")
    assert row.value() == row.titles.index("Colours")
    driver.window.query_bar.metric_wanted.emit("l1")
    driver.wait(lambda: driver.window.browser.place.query.question.metric == "l1")
    assert driver.window.query_bar.detail_text.endswith("L1 distance")
    assert driver.window.query_bar.space_button.text().endswith("Colours · L1 ▾")


def test_the_lens_goes_back_where_a_space_is_not_built_after_all(
    driver, photos, forget_looks, monkeypatch
):
    driver.window.resize(1280, 720)
    driver.bring_in(photos)
    driver.window.upkeep.pause()  # it would look at them
    forget_looks(driver.library)
    driver.find_similar("red-0.png")
    row = driver.window.query_bar.lens_row
    monkeypatch.setattr("lookalike.gui.space_building.build_space", lambda *_: 1 // 0)
    row.setValue(row.titles.index("Shape"))
    driver.wait(lambda: "division" in driver.window.messages.text)
    assert row.value() == row.titles.index("Content")


def test_a_photo_of_a_column_is_explained_in_its_way(compared) -> None:
    window = compared.window
    window.doors.lens.page.why_wanted.emit(compared.id_of("red-1.png"), "colour")
    compared.wait(lambda: window.overlays.top is window.doors.why.page)
    window.escape()
    assert window.overlays.top is window.doors.lens.page
