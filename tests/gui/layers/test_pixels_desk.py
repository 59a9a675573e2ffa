"""What leads back to the pixels, and what is asked about while the person walks on."""

import itertools
from dataclasses import replace

import numpy as np
import pytest

from lookalike.errors import NetworkUnusable
from lookalike.gui.layers.layers_page import LayersTab
from lookalike.gui.layers.pixels_answer import PixelsPicture
from lookalike.gui.layers.pixels_choice import (
    PixelsChoice,
    PixelsDisplay,
    PixelsMethod,
    PixelsTarget,
)

METHODS = [
    (PixelsMethod.GRADIENT, PixelsTarget.PEAK),
    (PixelsMethod.DECONVNET, PixelsTarget.PEAK),
    (PixelsMethod.GUIDED, PixelsTarget.CLASS),
    (PixelsMethod.OCCLUSION, PixelsTarget.PEAK),
    (PixelsMethod.OCCLUSION, PixelsTarget.SIMILARITY),
    (PixelsMethod.CLASS_MAP, PixelsTarget.CLASS),
    (PixelsMethod.CLASS_MAP, PixelsTarget.SIMILARITY),
]


@pytest.fixture
def panel(desk_driver):
    desk_driver.page.show_tab(LayersTab.PIXELS)
    return desk_driver.page.pixels


@pytest.fixture
def desk(desk_driver):
    return desk_driver.desk.pixels_desk


def told_of(panel) -> list[str]:
    return [action.text() for action in panel.target.actions_in_menu]


@pytest.mark.parametrize(("method", "target"), METHODS)
def test_every_method_answers(desk_driver, panel, method, target):
    desk_driver.open("red-0.png", "blue-0.png")
    panel.choose(PixelsChoice(method, PixelsDisplay.RAW, target))
    desk_driver.tasks.run()
    assert panel.choice.target is target
    assert panel.answer.trouble == ""
    assert panel.answer.tile.view.pixels.ndim == 3
    assert panel.answer.progress_text == ""
    assert not panel.is_stale


def test_each_display_is_another_picture(desk_driver, panel):
    desk_driver.open()
    pictures = []
    for display in PixelsDisplay:
        panel.choose(replace(panel.choice, display=display))
        desk_driver.tasks.run()
        pictures.append(panel.answer.tile.view.pixels)
    different = [not np.array_equal(*two) for two in itertools.pairwise(pictures)]
    assert all(different)


def test_nothing_is_computed_while_nobody_looks(desk_driver, desk):
    desk_driver.open()
    desk_driver.page.show_tab(LayersTab.PIXELS)
    assert desk_driver.tasks.waiting
    desk_driver.page.show_tab(LayersTab.UNIT)
    assert all(task.is_refused for task in desk_driver.tasks.waiting)
    desk_driver.tasks.waiting.clear()
    desk_driver.page.units.step(1, 0)
    desk_driver.desk.pixels_desk.choose_class(0, "cat")
    assert desk._asked is None


def test_the_answer_is_stale_until_the_newest_is_there(desk_driver, panel):
    desk_driver.open()
    desk_driver.page.units.step(1, 0)
    assert panel.is_stale
    desk_driver.tasks.run()
    assert not panel.is_stale


def test_an_early_coarse_picture_of_another_question_is_refused(desk_driver, panel, desk):
    desk_driver.open()
    panel.choose(replace(panel.choice, method=PixelsMethod.OCCLUSION))
    asked = desk._asked
    desk_driver.tasks.run()
    coarse = panel.answer.tile.view.pixels
    panel.choose(replace(panel.choice, method=PixelsMethod.GRADIENT))
    desk_driver.tasks.run()
    shown = panel.answer.tile.view.pixels
    desk._show(asked, coarse)
    assert panel.answer.tile.view.pixels is shown


def test_occlusion_can_be_stopped_and_what_there_is_of_it_stays(desk_driver, panel, desk):
    desk_driver.open()
    panel.choose(replace(panel.choice, method=PixelsMethod.OCCLUSION))
    asked, pixels = desk._asked, np.zeros((8, 8, 3), np.uint8)
    desk._show(asked, PixelsPicture(pixels, PixelsMethod.OCCLUSION, 16, 65, (4, 4)))
    assert panel.answer.progress_text == "16 of 65 masks"
    panel.answer._stop.click()
    assert panel.answer.progress_text == ""
    assert not panel.is_stale
    desk._show(asked, PixelsPicture(pixels.copy(), PixelsMethod.OCCLUSION, 32, 65, (4, 4)))
    assert panel.answer.tile.view.pixels is pixels, "a late part is refused"


# --- what is asked about --------------------------------------------------------------------------


def test_what_is_frozen_stays_while_the_unit_moves(desk_driver, panel, desk):
    desk_driver.open()
    desk_driver.choose("block", 2)
    panel.toggle_frozen()
    desk_driver.choose("stem", 1)
    assert panel.target.told == "Unit 2 of block, at its peak"
    assert list(desk_driver.page.units._marked) == []
    desk_driver.choose("block", 4)
    assert list(desk_driver.page.units._marked) == [2]
    before = panel.answer.tile.view.pixels
    desk_driver.open("blue-0.png")
    assert panel.target.told == "Unit 2 of block, at its peak"
    assert not np.array_equal(panel.answer.tile.view.pixels, before), "the photo may change"
    panel.toggle_frozen()
    assert panel.target.told == "Unit 4 of block, at its peak"
    assert list(desk_driver.page.units._marked) == []


def test_closing_thaws(desk_driver, panel, desk):
    desk_driver.open()
    panel.toggle_frozen()
    desk_driver.desk.close()
    assert not panel.is_frozen
    assert desk.frozen_unit is None


def test_the_likeliest_class_of_the_photo_is_offered(desk_driver, panel):
    desk_driver.open()
    best = desk_driver.page.classes.rows[0]._guess.name
    assert f"Class: {best}" in told_of(panel)


def test_similarity_is_offered_beside_another_photo(desk_driver, panel):
    desk_driver.open()
    assert not any(told.startswith("Similarity") for told in told_of(panel))
    desk_driver.open("red-0.png", "blue-0.png")
    assert "Similarity to blue-0.png" in told_of(panel)


# --- what goes wrong ------------------------------------------------------------------------------


def test_a_network_that_fails_is_told_in_place_of_the_picture(desk_driver, panel, monkeypatch):
    desk_driver.open()

    def fail(*_):
        raise NetworkUnusable("The network fails.")

    monkeypatch.setattr("lookalike.gui.layers.pixels_desk.look_back", fail)
    desk_driver.page.units.step(1, 0)
    desk_driver.tasks.run()
    assert panel.answer.trouble == "The network fails."
    assert not panel.is_stale
    panel.choose(replace(panel.choice, method=PixelsMethod.OCCLUSION))
    desk_driver.tasks.run()
    assert panel.answer.trouble == ""


def test_a_layer_that_no_way_leads_back_from_names_what_is_in_the_way(
    desk_driver, panel, monkeypatch
):
    monkeypatch.setattr("lookalike.gui.layers.look.has_no_way_back", lambda *_: "Swirl")
    desk_driver.open()
    assert panel.hint == "No way leads back through Swirl."
    assert not panel.methods.buttons[PixelsMethod.GRADIENT].isEnabled()
    assert panel.choice.method is PixelsMethod.OCCLUSION
    page = desk_driver.page.unit_page
    assert not page._maximised_part.isVisibleTo(page)
