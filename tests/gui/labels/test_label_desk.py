"""Acts on labels: what they do to photos, what is said of them, and how they are taken back."""

import pytest

from lookalike.gui.labels.label_desk import LabelDesk, give_by_path
from lookalike.gui.labels.label_shelf import LabelShelf
from lookalike.gui.panels.message_bar import MessageBar
from lookalike.gui.undo_list import UndoList
from lookalike.library.labels import labelling
from lookalike.library.labels.labelling import LabelRows


@pytest.fixture
def acts() -> UndoList:
    return UndoList()


@pytest.fixture
def messages(qtbot, theme) -> MessageBar:
    made = MessageBar(theme)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def shelf(library, held_tasks) -> LabelShelf:
    return LabelShelf(lambda: labelling.labels(library), held_tasks)


@pytest.fixture
def desk(library, shelf, messages, acts, held_tasks) -> LabelDesk:
    made = LabelDesk(library, shelf, messages, acts, held_tasks)
    made.changed.connect(shelf.refresh)
    return made


def names(library, photo_id) -> list[str]:
    found = labelling.labels_of(library, [photo_id])
    return [label.name for label in found.get(photo_id, ())]


def test_a_label_is_made_and_given_by_its_name_and_has_the_next_key(
    desk, held_tasks, library, ids, shelf, messages
) -> None:
    desk.give_named(ids[:3], "animals/cats")
    desk.give_named(ids[:1], "boots")
    held_tasks.run()
    assert names(library, ids[0]) == ["boots", "cats"]
    assert names(library, ids[2]) == ["cats"]
    assert [shelf.name(shelf.with_key(key)) for key in (1, 2)] == ["cats", "boots"]
    assert messages.text.startswith("“boots” given to 1 photo")
    desk.give_named(ids[3:4], "boots")
    held_tasks.run()
    assert shelf.with_key(3) is None


def test_a_toggle_gives_to_all_unless_all_have_it(desk, held_tasks, library, ids, shelf) -> None:
    desk.give_named(ids[:1], "boots")
    held_tasks.run()
    for expected in (["boots"], []):
        desk.toggle(ids[:3], shelf.with_key(1))
        held_tasks.run()
        assert [names(library, each) for each in ids[:3]] == [expected] * 3


def test_fifty_acts_are_taken_back_one_by_one(desk, held_tasks, library, ids, shelf, acts) -> None:
    desk.give_named(ids[:1], "boots")
    held_tasks.run()
    for _ in range(51):
        desk.toggle(ids, shelf.with_key(1))
    held_tasks.run()
    before = []
    for _ in range(52):
        before.append(len(names(library, ids[0])))
        acts.undo()
        held_tasks.run()
    assert before[:4] == [1, 0, 1, 0]
    assert acts.last is None
    assert shelf.all == []


def test_who_is_quick_with_undo_takes_back_what_is_still_under_way(
    desk, held_tasks, library, ids, acts, messages
) -> None:
    desk.give_named(ids, "boots")
    acts.undo()
    assert acts.last is None
    held_tasks.run()
    assert names(library, ids[0]) == []
    assert "Taken back" in messages.text


def test_what_changes_nothing_cannot_be_taken_back(desk, held_tasks, ids, shelf, acts) -> None:
    desk.give_named(ids, "boots")
    held_tasks.run()
    acts.undo()
    held_tasks.run()
    desk.give_named(ids, "boots")
    held_tasks.run()
    last = acts.last
    desk.give(ids, shelf.with_key(1))
    held_tasks.run()
    assert acts.last is last


def test_a_name_that_cannot_be_is_a_sentence_and_no_act(
    desk, held_tasks, shelf, acts, messages
) -> None:
    desk.make("boots")
    held_tasks.run()
    last = acts.last
    desk.rename(shelf.with_key(1), "   ")
    held_tasks.run()
    assert messages.text
    assert "is called" not in messages.text
    assert acts.last is last
    assert shelf.name(shelf.with_key(1)) == "boots"


def test_each_change_of_a_label_is_told_and_undone(desk, held_tasks, shelf, acts, messages) -> None:
    desk.make("boots")
    desk.make("shoes")
    held_tasks.run()
    boots, shoes = shelf.with_key(1), shelf.with_key(2)
    for act, told in (
        (lambda: desk.rename(boots, "wellies"), "is called “wellies” now"),
        (lambda: desk.move(boots, shoes), "inside of “shoes”"),
        (lambda: desk.merge(boots, shoes), "have “shoes” now"),
        (lambda: desk.set_key(boots, 7), "key 7 gives “boots”"),
        (lambda: desk.set_album(boots, 0.8), "80% certain"),
        (lambda: desk.delete(boots), "was deleted"),
    ):
        before = shelf.nodes
        act()
        held_tasks.run()
        assert told in messages.text
        assert shelf.nodes != before
        messages.action_button.click()
        held_tasks.run()
        assert shelf.nodes == before


def test_a_key_can_be_bound_while_giving(desk, held_tasks, library, ids, shelf, acts) -> None:
    desk.make("boots")
    desk.give_by_key(ids[:2], "winter/boots", 1)
    held_tasks.run()
    assert shelf.node(shelf.with_key(1)).path == "winter/boots"
    assert names(library, ids[1]) == ["boots"]
    acts.undo()
    held_tasks.run()
    assert shelf.node(shelf.with_key(1)).path == "boots"
    assert names(library, ids[1]) == []


def test_who_sees_the_labels_needs_no_sentence(desk, held_tasks, ids, messages, acts) -> None:
    desk.give_named(ids[:1], "boots", is_seen=True)
    held_tasks.run()
    assert messages.text == ""
    assert acts.last.name == "Label “boots”"


def test_two_steps_are_one_change(library, ids) -> None:
    change = give_by_path(library, ids[:1], "boots")
    (label,) = change.added.labels
    assert (label.name, label.key) == ("boots", 1)
    assert len(change.added.given) == 1
    assert change.removed == LabelRows()


def test_what_waits_as_the_program_ends_is_done_and_taken_back_in_its_turn(
    desk, library, ids, acts
) -> None:
    desk.give_named(ids, "boots")
    desk.give_named(ids[:1], "hats")
    acts.undo()
    desk.give_named(ids[:2], "skirts")
    desk.finish()
    assert [names(library, each) for each in ids[:3]] == [["boots", "skirts"]] * 2 + [["boots"]]
