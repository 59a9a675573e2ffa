import numpy as np
import pytest

from lookalike.gui.layers.adversarial_panel import AdversarialPanel, AdversarialView, Prediction

PICTURE = np.zeros((8, 8, 3), np.uint8)
FOUND = AdversarialView(
    PICTURE, PICTURE, PICTURE, 32, Prediction("tabby", 0.62), Prediction("toaster", 0.414), 2.0
)


@pytest.fixture
def panel(qtbot, theme) -> AdversarialPanel:
    made = AdversarialPanel(theme)
    qtbot.addWidget(made)
    made.show()
    return made


def buttons(panel: AdversarialPanel) -> tuple[bool, bool]:
    """Whether one can begin, and stop."""
    return panel.make.isVisibleTo(panel), panel.stop.isVisibleTo(panel)


def test_nothing_is_made_until_a_person_asks(qtbot, panel) -> None:
    panel.show_offer()
    assert buttons(panel) == (True, False)
    with qtbot.waitSignal(panel.make_wanted, timeout=1000):
        panel.make.click()


def test_the_search_tells_how_far_it_is_and_can_be_stopped(qtbot, panel) -> None:
    panel.show_running(3, 10)
    assert buttons(panel) == (False, True)
    assert (panel._bar.value(), panel._bar.maximum()) == (3, 10)
    with qtbot.waitSignal(panel.stop_wanted, timeout=1000):
        panel.stop.click()


def test_both_pictures_tell_what_they_are_taken_for(panel) -> None:
    panel.show_found(FOUND)
    assert panel.captions == [("tabby", "62%"), ("toaster", "41.4%"), ("Difference", "× 32")]
    assert buttons(panel) == (False, False)


def test_the_strength_of_the_change_is_told(panel) -> None:
    panel.show_found(FOUND)
    assert panel.strength_text.startswith("Each pixel changed by at most 2 of 255.")
    assert "32 times" in panel.strength_text


def test_a_network_that_is_not_fooled_is_told(panel) -> None:
    panel.show_found(FOUND)
    panel.show_none_found(8)
    assert panel.headline == "The network was not fooled"
    assert "8 of 255" in panel.text
    assert panel.strength_text == ""


def test_what_failed_can_be_tried_again(panel) -> None:
    panel.show_running(3, 10)
    panel.show_trouble("The graphics card is out of memory.")
    assert panel.text == "The graphics card is out of memory."
    assert buttons(panel) == (True, False)


def test_without_a_photo_or_classes_it_says_why(panel) -> None:
    assert panel.empty_title == "No photo yet"
    panel.show_offer()
    panel.show_no_classes()
    assert panel.empty_title == "This network knows no classes"
