import pytest

from lookalike.gui.labels.suggestion_offer import SuggestionOffer
from lookalike.gui.panels.message_bar import MessageBar
from lookalike.library.labels.labelling import give, make_label
from lookalike.library.teaching import teaching


@pytest.fixture
def offer(qtbot, library, theme, held_tasks) -> SuggestionOffer:
    messages = MessageBar(theme)
    qtbot.addWidget(messages)
    made = SuggestionOffer(library, messages, held_tasks)
    made.messages = messages
    return made


def label(library, name: str, photos) -> None:
    made, _ = make_label(library, name)
    give(library, photos, made.id)


def test_it_is_made_once_three_photos_of_two_labels_are_there(
    qtbot, library, ids, offer, held_tasks
) -> None:
    label(library, "boots", ids[:3])
    label(library, "hats", ids[3:5])
    offer.look()
    held_tasks.run()
    assert offer.messages.text == ""
    label(library, "hats", ids[3:6])
    offer.look()
    held_tasks.run()
    assert "examples enough" in offer.messages.text
    with qtbot.waitSignal(offer.wanted):
        offer.messages.action_button.click()
    offer.look()
    assert held_tasks.waiting == []


def test_whoever_has_taught_labels_knows(library, ids, offer, held_tasks, monkeypatch) -> None:
    label(library, "boots", ids[:3])
    label(library, "hats", ids[3:6])
    monkeypatch.setattr(teaching, "taught", lambda _: "a choice")
    offer.look()
    held_tasks.run()
    assert offer.messages.text == ""
