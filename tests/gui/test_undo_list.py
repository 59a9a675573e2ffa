from lookalike.gui.undo_list import MOST_KEPT, Act, UndoList


def act(acts: UndoList, name: str, told: list[str]) -> Act:
    made = Act(name, lambda: (told.append(name), acts.remove(made)))
    acts.push(made)
    return made


def test_the_last_act_is_taken_back_first_whoever_did_it(qtbot) -> None:
    acts, told = UndoList(), []
    for name in ("Copy", "Label"):
        act(acts, name, told)
    assert acts.last.name == "Label"
    with qtbot.waitSignal(acts.changed):
        acts.undo()
    acts.undo()
    acts.undo()
    assert told == ["Label", "Copy"]
    assert acts.last is None


def test_what_was_done_before_the_program_began_comes_last() -> None:
    acts, told = UndoList(), []
    act(acts, "Label", told)
    acts.put_first(Act("Interrupted", lambda: None))
    acts.undo()
    assert acts.last.name == "Interrupted"


def test_the_oldest_acts_are_dropped_and_at_least_fifty_are_kept() -> None:
    acts = UndoList()
    first = act(acts, "first", [])
    for number in range(MOST_KEPT):
        act(acts, str(number), [])
    assert MOST_KEPT >= 50
    assert not acts.holds(first)
    assert acts.last.name == str(MOST_KEPT - 1)
