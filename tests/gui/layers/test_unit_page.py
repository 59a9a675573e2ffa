from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from lookalike.gui.layers.maximised_picture import MaximisedView
from lookalike.gui.layers.patch_board import Patch, PatchesView, PatchLook
from lookalike.gui.layers.unit_page import FilterView, UnitPage, UnitView
from lookalike.gui.layers.word_bars import WordShare
from lookalike.photos import PhotoId

LEFT = Qt.MouseButton.LeftButton


def picture(shade: int, side_px: int = 8) -> np.ndarray:
    return np.full((side_px, side_px, 3), shade, np.uint8)


UNIT = UnitView(17, "blocks.9", 112, 339, 9.92, -0.75, (7, 10))
PATCHES = PatchesView(
    tuple(
        Patch(
            PhotoId(100 + at),
            f"photo-{at}.jpg",
            9.0 - at,
            picture(at),
            picture(50 + at),
            (0.1, 0.2, 0.5, 0.6),
            picture(100 + at),
        )
        for at in range(9)
    ),
    looked_at=1203,
    unseen=40,
)
MAXIMISED = MaximisedView(picture(90), 60, 200, 7.31, seed=4, is_running=True)


@pytest.fixture
def page(qtbot, theme) -> UnitPage:
    made = UnitPage(theme)
    qtbot.addWidget(made)
    made.resize(352, 560)
    made.show()
    return made


def button(page: UnitPage, text: str) -> QPushButton | None:
    """The one in sight that is called so."""
    found = [each for each in page.findChildren(QPushButton) if each.text() == text]
    return next((each for each in found if each.isVisibleTo(page)), None)


def press(qtbot, page: UnitPage, text: str, signal) -> list:
    with qtbot.waitSignal(signal, timeout=1000) as told:
        button(page, text).click()
    return told.args


# --- the unit itself ------------------------------------------------------------------------------


def test_a_page_without_a_unit_says_what_to_do(page) -> None:
    assert page.empty_title == "No unit chosen"


def test_a_unit_tells_where_it_stands_and_what_it_answers(page) -> None:
    page.show_unit(UNIT)
    assert page.title == "Unit 17"
    assert page.facts == "of blocks.9 · 112 units · sees 339 px"
    assert page.values == ["9.92", "-0.75", "row 8, column 11"]


def test_a_layer_without_places_tells_of_none(page) -> None:
    page.show_unit(replace(UNIT, sees_px=None, place=None))
    assert page.facts.endswith("sees all of the picture")
    assert not page._place.isVisibleTo(page)


def test_another_photo_keeps_what_is_known_of_the_unit(page) -> None:
    page.show_unit(UNIT)
    page.show_patches(PATCHES)
    page.show_maximised(MAXIMISED)
    page.show_unit(replace(UNIT, maximum=1.5))
    assert page.values[0] == "1.50"
    assert page.patches.tiles[0].is_live
    assert page.maximised.text


@pytest.mark.parametrize("other", [replace(UNIT, number=18), replace(UNIT, layer="head")])
def test_another_unit_takes_away_what_was_known_of_the_last(page, other: UnitView) -> None:
    page.show_unit(UNIT)
    page.show_patches(PATCHES)
    page.show_words([WordShare("tabby", 0.5)], [])
    page.show_maximised(MAXIMISED)
    page.show_unit(other)
    assert not page.patches.tiles[0].is_live
    assert not page.classes.words
    assert button(page, "Show What Would Excite It Most")


def test_own_weights_are_shown_where_there_are_some(page) -> None:
    page.show_unit(replace(UNIT, own_filter=FilterView(picture(3, side_px=5), is_colour=True)))
    assert page._filter_part.isVisibleTo(page)
    assert page._filter.view.is_pixelated
    assert page._filter_text.plain_text == "5 × 5, over red, green and blue"
    page.show_unit(replace(UNIT, number=18))
    assert not page._filter_part.isVisibleTo(page)


def test_words_are_shown_where_there_are_some(page) -> None:
    page.show_unit(UNIT)
    page.show_words([WordShare("tabby", 0.5, "50%")], [])
    assert page._classes_part.isVisibleTo(page)
    assert page.classes.accessibleDescription() == "tabby 50%"
    assert not page._labels_part.isVisibleTo(page)


# --- the photos that excite it --------------------------------------------------------------------


def test_a_patch_leads_to_its_photo(qtbot, page) -> None:
    page.show_unit(UNIT)
    page.show_patches(PATCHES)
    tile = page.patches.tiles[3]
    assert tile.toolTip() == "photo-3.jpg\nvalue 6.00"
    with qtbot.waitSignal(page.photo_wanted, timeout=1000) as told:
        qtbot.mouseClick(tile, LEFT)
    assert told.args == [PhotoId(103)]


def test_fewer_than_nine_leave_places_that_lead_nowhere(qtbot, page) -> None:
    page.show_unit(UNIT)
    page.show_patches(replace(PATCHES, patches=PATCHES.patches[:2]))
    assert [tile.is_live for tile in page.patches.tiles[:3]] == [True, True, False]
    with qtbot.assertNotEmitted(page.photo_wanted):
        qtbot.mouseClick(page.patches.tiles[2], LEFT)


@pytest.mark.parametrize(
    ("title", "look", "shade"),
    [("Photos", PatchLook.PHOTOS, 50), ("Deconvolved", PatchLook.DECONVOLUTIONS, 100)],
)
def test_the_nine_are_seen_in_another_way(qtbot, page, title, look, shade) -> None:
    page.show_unit(UNIT)
    page.show_patches(PATCHES)
    assert page.patches.tiles[0].view.pixels[0, 0, 0] == 0
    assert press(qtbot, page, title, page.look_chosen) == [look]
    view = page.patches.tiles[0].view
    assert view.pixels[0, 0, 0] == shade
    assert view.frame == ((0.1, 0.2, 0.5, 0.6) if look is PatchLook.PHOTOS else None)


def test_the_look_stays_from_unit_to_unit(page) -> None:
    page.patches.choose_look(PatchLook.PHOTOS)
    page.show_unit(UNIT)
    page.show_patches(PATCHES)
    assert page.patches.tiles[1].view.pixels[0, 0, 0] == 51


def test_photos_that_nobody_looked_at_are_told_and_can_be_looked_at(qtbot, page) -> None:
    page.show_unit(UNIT)
    page.show_patches(PATCHES)
    assert page.patches.coverage_text == "Of 1,203 photos · not looked at yet: 40"
    press(qtbot, page, "Look at All Photos", page.gather_wanted)
    page.show_patches(replace(PATCHES, gathered=0.25))
    assert page.patches._bar.value() == 250
    press(qtbot, page, "Stop", page.gather_stop_wanted)


def test_all_looked_at_leaves_nothing_to_ask_for(page) -> None:
    page.show_unit(UNIT)
    page.show_patches(replace(PATCHES, unseen=0))
    assert page.patches.coverage_text == "Of 1,203 photos"
    assert button(page, "Look at All Photos") is None


@pytest.mark.parametrize(
    ("looked_at", "told"),
    [
        (0, "No photo of yours has been looked at for this layer yet."),
        (1203, "None of your photos excites this unit."),
    ],
)
def test_a_unit_without_patches_says_why(page, looked_at: int, told: str) -> None:
    page.show_unit(UNIT)
    page.show_patches(PatchesView((), looked_at, unseen=3))
    assert page.patches.coverage_text == told
    assert not page.patches.tiles[0].isVisible()
    assert button(page, "Photos That Excite It Most") is None


def test_a_unit_is_a_query(qtbot, page) -> None:
    page.show_unit(UNIT)
    assert button(page, "Photos That Excite It Most") is None
    page.show_patches(PATCHES)
    press(qtbot, page, "Photos That Excite It Most", page.query_wanted)


# --- the picture that would excite it -------------------------------------------------------------


def test_nothing_is_maximised_until_a_person_asks(qtbot, page) -> None:
    page.show_unit(UNIT)
    assert not page.maximised.tile.isVisibleTo(page)
    assert press(qtbot, page, "Show What Would Excite It Most", page.maximise_wanted) == [0]


def test_a_picture_that_improves_counts_its_steps_and_can_be_stopped(qtbot, page) -> None:
    page.show_unit(UNIT)
    page.show_maximised(MAXIMISED)
    assert page.maximised.text == "Step 60 of 200 · value 7.31"
    assert page.maximised.tile.view.pixels is MAXIMISED.pixels
    press(qtbot, page, "Stop", page.stop_wanted)


def test_a_finished_picture_offers_another_seed(qtbot, page) -> None:
    page.show_unit(UNIT)
    page.show_maximised(replace(MAXIMISED, step=200, is_running=False))
    assert page.maximised.text == "200 steps · value 7.31 · seed 4"
    assert button(page, "Stop") is None
    assert press(qtbot, page, "Another Start", page.maximise_wanted) == [5]


def test_a_stopped_picture_tells_how_far_it_came(page) -> None:
    page.show_unit(UNIT)
    page.show_maximised(MAXIMISED)
    page.maximised.show_stopped()
    assert page.maximised.text == "Step 60 of 200 · value 7.31"
    assert button(page, "Another Start")


# --- the whole of it ------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [320, 480])
def test_nothing_is_cut_off_at_the_side(qtbot, page, width: int) -> None:
    page.resize(width, 560)
    page.show_unit(replace(UNIT, layer="features.denseblock3.denselayer24.concatenation.output"))
    page.show_patches(PATCHES)
    page.show_words([WordShare("Staffordshire bull terrier " * 4, 2.0, "200%")], [])
    page.show_maximised(MAXIMISED)
    assert page._body.width() <= page._scroll.viewport().width()
    assert page._body.minimumSizeHint().width() <= page._scroll.viewport().width()
