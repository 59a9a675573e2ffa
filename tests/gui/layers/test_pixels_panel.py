from dataclasses import replace

import numpy as np
import pytest

from lookalike.gui.layers.pixels_answer import PixelsPicture
from lookalike.gui.layers.pixels_choice import (
    BACKWARD,
    PixelsChoice,
    PixelsDisplay,
    PixelsMethod,
    PixelsSubject,
    PixelsTarget,
)
from lookalike.gui.layers.pixels_panel import PixelsPanel
from lookalike.gui.layers.veil import Veil

SUBJECT = PixelsSubject(17, "blocks.9", (4, 9), "tabby", "dogs.jpg")
PIXELS = np.zeros((8, 8, 3), np.uint8)
Method = PixelsMethod


@pytest.fixture
def panel(qtbot, theme) -> PixelsPanel:
    made = PixelsPanel(theme)
    qtbot.addWidget(made)
    made.resize(352, 560)
    made.show()
    return made


@pytest.fixture
def choices(panel) -> list[PixelsChoice]:
    """What the panel has told."""
    told: list[PixelsChoice] = []
    panel.choice_changed.connect(told.append)
    return told


def test_without_a_subject_it_says_what_to_do(panel) -> None:
    assert panel.empty_title == "Nothing to ask about yet"
    panel.show_subject(SUBJECT)
    assert not panel.is_empty
    panel.show_no_subject()
    assert panel.is_empty


def test_what_is_chosen_is_told_once(panel, choices) -> None:
    panel.show_subject(SUBJECT)
    panel.methods.buttons[Method.GUIDED].click()
    panel.methods.buttons[Method.GUIDED].click()
    panel.displays.buttons[PixelsDisplay.NORM].click()
    assert choices == [
        PixelsChoice(Method.GUIDED),
        PixelsChoice(Method.GUIDED, PixelsDisplay.NORM),
    ]


def test_what_is_asked_about_is_offered_by_name(panel, choices) -> None:
    panel.show_subject(SUBJECT)
    assert [action.text() for action in panel.target.actions_in_menu] == [
        "Unit 17 of blocks.9, at its peak",
        "Unit 17 of blocks.9, row 5, column 10",
        "Class: tabby",
        "Similarity to dogs.jpg",
    ]
    panel.target.actions_in_menu[2].trigger()
    assert choices == [PixelsChoice(target=PixelsTarget.CLASS)]
    assert panel.target.told == "Class: tabby"


def test_another_unit_is_named_and_keeps_the_choice(panel, choices) -> None:
    panel.show_subject(SUBJECT)
    panel.show_subject(replace(SUBJECT, unit=18))
    assert panel.target.told == "Unit 18 of blocks.9, at its peak"
    assert choices == []


def test_a_choice_that_is_not_there_any_more_is_changed_and_told(panel, choices) -> None:
    panel.show_subject(SUBJECT)
    panel.choose(PixelsChoice(target=PixelsTarget.SIMILARITY))
    panel.show_subject(replace(SUBJECT, other_name=""))
    assert panel.choice.target is PixelsTarget.PEAK
    assert choices[-1] == panel.choice


def test_ways_of_showing_are_offered_for_what_has_a_number_per_pixel(panel) -> None:
    panel.show_subject(SUBJECT)
    assert panel.displays.isVisibleTo(panel)
    panel.choose(PixelsChoice(Method.OCCLUSION))
    assert not panel.displays.isVisibleTo(panel)


def test_the_key_goes_round_the_methods_that_can_be_used(panel) -> None:
    reason = "Its gradients cannot be computed: it has the operator Einsum."
    panel.show_subject(replace(SUBJECT, unusable=dict.fromkeys(BACKWARD, reason)))
    assert panel.choice.method is Method.OCCLUSION
    panel.step_method(1)
    assert panel.choice.method is Method.CLASS_MAP
    panel.step_method(1)
    assert panel.choice.method is Method.OCCLUSION
    panel.step_method(-1)
    assert panel.choice.method is Method.CLASS_MAP


def test_the_key_goes_backwards_too(panel) -> None:
    panel.show_subject(SUBJECT)
    panel.step_method(-1)
    assert panel.choice.method is Method.CLASS_MAP
    panel.step_method(-1)
    assert panel.choice.method is Method.OCCLUSION


def test_a_method_that_cannot_be_used_says_why(panel) -> None:
    panel.show_subject(PixelsSubject(17, "blocks.9", unusable={Method.GUIDED: "It has Einsum."}))
    assert panel.methods.buttons[Method.GUIDED].toolTip() == "It has Einsum."
    assert panel.hint == "It has Einsum."
    assert not panel.methods.buttons[Method.CLASS_MAP].isEnabled()
    panel.show_subject(SUBJECT)
    assert not panel._hint.isVisibleTo(panel)
    assert panel.methods.buttons[Method.CLASS_MAP].isEnabled()


@pytest.mark.parametrize(
    ("method", "kind", "weakness"),
    [
        (Method.GRADIENT, "Gradient", "Noisy"),
        (Method.DECONVNET, "Deconvnet", "whatever the weights"),
        (Method.GUIDED, "Guided backprop", "whatever the weights"),
        (Method.OCCLUSION, "Occlusion", "size of the square"),
        (Method.CLASS_MAP, "Exact contribution", "coarse"),
    ],
)
def test_a_picture_says_what_it_is_and_what_it_is_not(panel, method, kind, weakness) -> None:
    panel.show_subject(SUBJECT)
    panel.show_picture(PixelsPicture(PIXELS, method))
    assert panel.answer.kind == kind
    assert weakness in panel.answer.worth
    assert panel.answer.tile.view.pixels is PIXELS


def test_cells_are_counted(panel) -> None:
    panel.show_picture(PixelsPicture(PIXELS, Method.CLASS_MAP, grid=(7, 7)))
    assert panel.answer.worth.endswith("7\u00a0×\u00a07 cells.")


def test_a_coarse_picture_comes_first_and_can_be_stopped(qtbot, panel) -> None:
    panel.show_subject(SUBJECT)
    panel.show_picture(PixelsPicture(PIXELS, Method.OCCLUSION, done=12, total=49))
    assert panel.answer.progress_text == "12 of 49 masks"
    with qtbot.waitSignal(panel.stop_wanted, timeout=1000):
        panel.answer._stop.click()
    panel.show_picture(PixelsPicture(PIXELS, Method.OCCLUSION, done=49, total=49))
    assert panel.answer.progress_text == ""


def test_a_newer_question_makes_the_picture_stale_until_it_is_answered(panel) -> None:
    panel.show_subject(SUBJECT)
    panel.show_picture(PixelsPicture(PIXELS, Method.GRADIENT))
    panel.show_stale()
    panel.show_subject(replace(SUBJECT, unit=18))
    assert panel.is_stale
    panel.show_picture(PixelsPicture(PIXELS, Method.GRADIENT))
    assert not panel.is_stale


def test_only_the_answer_is_dimmed_and_not_what_one_asks_by(qtbot, panel) -> None:
    panel.show_subject(SUBJECT)
    panel.show_stale()
    assert panel.is_stale
    veil = panel.findChild(Veil)
    qtbot.waitUntil(veil.isVisible)
    assert veil.size() == panel.answer.size()


def test_trouble_leaves_the_choice_to_ask_otherwise(panel) -> None:
    panel.show_subject(SUBJECT)
    panel.show_picture(PixelsPicture(PIXELS, Method.OCCLUSION, done=12, total=49))
    panel.show_trouble("The network fails.")
    assert panel.answer.trouble == "The network fails."
    assert not panel.answer.tile.isVisibleTo(panel)
    assert panel.answer.progress_text == ""
    assert panel.methods.isVisibleTo(panel)
    panel.show_picture(PixelsPicture(PIXELS, Method.GRADIENT))
    assert panel.answer.trouble == ""
    assert panel.answer.tile.isVisibleTo(panel)


def test_the_origin_is_frozen_by_button_and_key(qtbot, panel) -> None:
    panel.show_subject(SUBJECT)
    with qtbot.waitSignal(panel.frozen_changed, timeout=1000) as told:
        panel.toggle_frozen()
    assert told.args == [True]
    assert panel.is_frozen
    with qtbot.waitSignal(panel.frozen_changed, timeout=1000) as told:
        panel.freeze.click()
    assert told.args == [False]
