from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from lookalike.gui.grid.tile_parts import Part
from lookalike.gui.why.pair_view import Box
from lookalike.gui.why.why_page import WhyPage
from lookalike.library.search.building import build_space
from lookalike.photos import Region
from lookalike.progress import Progress

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(driver, photos: Path) -> WhyPage:
    """Of a window that shows what is like a red photo."""
    driver.bring_in(photos)
    driver.find_similar("red-0.png")
    return driver.window.doors.why.page


def is_open(driver) -> bool:
    return driver.window.overlays.top is driver.window.doors.why.page


def open_result(driver, page: WhyPage, name: str) -> None:
    driver.window.grid.choose(driver.id_of(name))
    driver.window.window_actions.why.trigger()
    wait_for(driver, page, name)


def wait_for(driver, page: WhyPage, name: str) -> None:
    driver.wait(
        lambda: (
            page.stage.view is not None
            and not page.stage.is_stale
            and page.stage.view.explanation.match.name == name
        )
    )


def press(page: WhyPage, key: Qt.Key) -> None:
    QTest.keyClick(page, key)


# --- why these two --------------------------------------------------------------------------------


def test_a_result_is_explained_by_what_sums_to_the_similarity_it_showed(driver, page) -> None:
    window, orange = driver.window, driver.id_of("orange-0.png")
    shown = window.grid.photos.likeness(orange).similarity
    open_result(driver, page, "orange-0.png")
    assert is_open(driver)
    assert window.windowTitle().startswith("Why These Two?")
    explanation = page.stage.view.explanation
    assert explanation.query.name == "red-0.png"
    assert explanation.similarity == pytest.approx(shown, abs=1e-5)
    for side in (explanation.query, explanation.match):
        assert side.cells.sum() == pytest.approx(explanation.cosine, abs=1e-5)
    assert page.headline.sentence.startswith("Exact")
    assert window.photo_desk.chosen == orange


def test_the_units_come_with_their_shares_and_what_excites_them(driver, page) -> None:
    open_result(driver, page, "orange-0.png")
    first = page.shares.rows.rows[0]
    assert "of map that add most" in page.shares.sentence
    driver.wait(lambda: first.tiles[0].is_live)
    unit = page.stage.view.explanation.units[0].unit
    assert first.bar.words[0].name == f"Unit {unit}"


def test_a_unit_is_looked_into_on_the_page_about_layers(driver, page) -> None:
    open_result(driver, page, "orange-0.png")
    row = page.shares.rows.rows[1]
    driver.wait(lambda: row.tiles[0].is_live)
    unit = page.stage.view.explanation.units[1].unit
    QTest.mouseClick(row.tiles[0], LEFT)
    desk = driver.window.doors.layers.desk
    driver.wait(lambda: desk.look is not None)
    assert driver.window.overlays.top is driver.window.doors.layers.page
    assert (desk.look.layer.name, desk.look.unit) == ("map", unit)
    assert desk.photo_id == driver.id_of("orange-0.png")
    assert desk.beside_id == driver.id_of("red-0.png")
    driver.window.escape()
    assert is_open(driver)
    other = page.shares.rows.rows[0]
    other.chosen.emit(other._unit)
    driver.wait(lambda: desk.look is not None and desk.look.unit == other._unit.number)


def test_the_photos_that_excite_a_unit_are_asked_for(driver, page) -> None:
    open_result(driver, page, "orange-0.png")
    unit = page.stage.view.explanation.units[0].unit
    page.shares.rows.rows[0].search.click()
    driver.wait(lambda: driver.window.browser.place.query.question.unit is not None)
    assert driver.window.browser.place.query.question.unit.number == unit
    assert not is_open(driver)


def test_the_next_result_is_compared_with_the_same_query(driver, page) -> None:
    first, second = driver.shown[:2]
    open_result(driver, page, first)
    assert not page._before.isEnabled()
    press(page, Qt.Key.Key_PageDown)
    wait_for(driver, page, second)
    assert page.stage.view.explanation.query.name == "red-0.png"
    assert driver.window.grid.chosen == driver.id_of(second)
    press(page, Qt.Key.Key_Left)
    wait_for(driver, page, first)


def test_of_two_chosen_photos_one_is_explained_by_the_other(driver, page) -> None:
    window = driver.window
    window.show_all()
    driver.wait(lambda: len(driver.shown) == 8)
    assert not window.window_actions.why.isEnabled()
    window.grid.choose(driver.id_of("green-0.png"))
    assert not window.window_actions.why.isEnabled(), "one photo is like nothing"
    other = window.grid.photos.index_of(driver.id_of("blue-1.png"))
    window.grid.selectionModel().select(other, QItemSelectionModel.SelectionFlag.Select)
    assert window.window_actions.why.isEnabled()
    window.window_actions.why.trigger()
    driver.wait(lambda: page.stage.view is not None)
    explanation = page.stage.view.explanation
    assert {explanation.query.name, explanation.match.name} == {"green-0.png", "blue-1.png"}
    assert not page._after.isEnabled()


def test_the_tile_of_a_result_has_a_button_for_it(driver, page) -> None:
    grid, orange = driver.window.grid, driver.id_of("orange-0.png")
    QTest.mouseClick(grid.viewport(), LEFT, NONE, grid.part_place(orange, Part.WHY))
    wait_for(driver, page, "orange-0.png")


def test_escape_takes_the_box_away_then_the_cell_then_the_page(driver, page) -> None:
    open_result(driver, page, "orange-0.png")
    page.stage._put_box(Box("match", Region(0.1, 0.1, 0.5, 0.5)))
    driver.wait(lambda: page.stage.view.left is not None)
    assert "without this part" in page.headline.figure
    QTest.mouseClick(page.stage, LEFT, NONE, page.stage.layout_now().query.center().toPoint())
    assert page.stage.view.kept
    press(page, Qt.Key.Key_Escape)
    assert page.stage.view.box is None
    assert is_open(driver)
    press(page, Qt.Key.Key_Escape)
    assert page.stage.view.kept is None
    assert is_open(driver)
    press(page, Qt.Key.Key_Escape)
    assert not is_open(driver)
    assert page.stage.view is None


def test_another_space_is_explained_by_hiding_parts(driver, page, library) -> None:
    build_space(library, "colour", Progress())
    open_result(driver, page, driver.shown[0])
    driver.wait(lambda: "Colours" in [each.text() for each in page._space.actions_in_menu])
    titles = [each.text() for each in page._space.actions_in_menu]
    page.space_chosen.emit(titles.index("Colours"))
    driver.wait(lambda: page.headline.sentence.startswith("Approximate"))
    driver.wait(lambda: not page.progress_text)
    explanation = page.stage.view.explanation
    assert not explanation.is_exact
    assert page.shares.empty_title == "No units here"
    assert not page._lines.isEnabled()
    press(page, Qt.Key.Key_PageDown)
    driver.wait(lambda: page.stage.view.explanation is not explanation)
    assert page.stage.view.explanation.space == "colour", "it stays while results go by"


def test_of_several_pictures_that_were_searched_by_one_is_chosen(driver, page) -> None:
    window = driver.window
    window.search_desk.add([driver.id_of("blue-0.png")], is_wanted=True)
    driver.wait(lambda: len(driver.searched_by) == 2)
    open_result(driver, page, "orange-0.png")
    assert [each.text() for each in page._query.actions_in_menu] == ["red-0.png", "blue-0.png"]
    page.query_chosen.emit(1)
    driver.wait(lambda: page.stage.view.explanation.query.name == "blue-0.png")
    assert "several pictures together" in page.headline.sentence


def test_a_photo_that_has_gone_is_a_sentence_until_another_one_is_opened(driver, page) -> None:
    first, second = driver.shown[:2]
    driver.window.grid.choose(driver.id_of(first))
    driver.library.catalog.forget([driver.id_of(first)])
    driver.window.window_actions.why.trigger()
    driver.wait(lambda: page.is_in_trouble)
    assert page.trouble.title
    driver.window.doors.why.open_result(driver.id_of(second))
    wait_for(driver, page, second)
    assert not page.is_in_trouble


def test_a_photo_that_leaves_the_library_closes_the_page(driver, page) -> None:
    open_result(driver, page, "orange-0.png")
    ids = [each for each in driver.library.photo_ids() if each != driver.id_of("red-0.png")]
    driver.window.doors.why.take_library(ids)
    assert not is_open(driver)


# --- why not --------------------------------------------------------------------------------------


def reasons(page: WhyPage) -> list[str]:
    return list(page.reasons.view.reasons) if page.reasons.view else []


def test_a_photo_that_the_filter_keeps_away_is_told_so(driver, page, monkeypatch) -> None:
    window = driver.window
    window.search_desk.filter("orange")
    driver.wait(lambda: window.browser.place.query.question.words == "orange")
    blue = driver.library.photo(driver.id_of("blue-0.png")).path
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(blue), ""))
    window.window_actions.why_not.trigger()
    driver.wait(lambda: bool(reasons(page)))
    assert is_open(driver)
    assert window.windowTitle().startswith("Why Is It Not Here?")
    assert any("orange" in each for each in reasons(page))
    assert page.stage.view.explanation.match.name == "blue-0.png"
    assert page.best.view.explanation.match.name.startswith("orange")
    assert page.reasons.view.facts.startswith("Number ")
    assert page.stage.view.tops == page.best.view.tops
    assert window.photo_desk.chosen == driver.id_of("blue-0.png")


def test_a_picture_from_elsewhere_is_compared_too(driver, page, paint, tmp_path: Path) -> None:
    outside = paint("outside.png", "green", 9, tmp_path / "elsewhere")
    driver.window.doors.why.explain_missing(outside)
    driver.wait(lambda: bool(reasons(page)))
    assert "not in the library" in reasons(page)[0]
    assert page.stage.view.explanation.match.name == "outside.png"


def test_a_photo_that_is_shown_is_told_to_be_here(driver, page) -> None:
    driver.window.doors.why.explain_missing(driver.id_of(driver.shown[1]))
    driver.wait(lambda: bool(reasons(page)))
    assert page.reasons.view.is_there
    assert reasons(page) == ["It is number 2 of the answer."]


def test_what_is_no_picture_is_a_sentence(driver, page, tmp_path: Path) -> None:
    words = tmp_path / "words.png"
    words.write_text("no picture")
    driver.window.doors.why.explain_missing(words)
    driver.wait(lambda: page.is_in_trouble)
    assert "words.png" in page.trouble.title


def test_a_drop_on_its_zone_asks_why_it_is_missing(driver, page) -> None:
    window = driver.window
    blue = driver.library.photo(driver.id_of("blue-0.png")).path
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(blue))])
    bar = window.query_bar
    place = bar.mapTo(window, QPoint(bar.width() - 20, 20))
    how = (Qt.DropAction.CopyAction, mime, LEFT, NONE)
    QApplication.sendEvent(window, QDragEnterEvent(place, *how))
    QApplication.sendEvent(window, QDropEvent(QPointF(place), *how))
    driver.wait(lambda: bool(reasons(page)))
    assert page.stage.view.explanation.match.name == "blue-0.png"


def test_without_an_answer_nothing_is_missing_in_it(driver, page) -> None:
    assert driver.window.window_actions.why_not.isEnabled()
    driver.window.show_all()
    driver.wait(lambda: len(driver.shown) == 8)
    assert not driver.window.window_actions.why_not.isEnabled()
    driver.window.doors.why.explain_missing(driver.id_of("blue-0.png"))
    assert not is_open(driver)


def test_the_same_question_about_another_photo_is_the_only_one_answered(driver, page) -> None:
    for name in ("blue-0.png", "green-1.png"):
        driver.window.doors.why.explain_missing(driver.id_of(name))
    driver.wait(lambda: bool(reasons(page)))
    assert page.stage.view.explanation.match.name == "green-1.png"
    assert np.isfinite(page.stage.view.tops.cell)
