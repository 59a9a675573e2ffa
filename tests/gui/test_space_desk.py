import pytest

from lookalike.gui import space_building, space_desk
from lookalike.gui.panels.message_bar import Message, MessageBar
from lookalike.gui.space_desk import SpaceDesk
from lookalike.library.intake.importing import import_folders
from lookalike.library.library import Library
from lookalike.progress import Progress


@pytest.fixture
def messages(qtbot, theme) -> MessageBar:
    made = MessageBar(theme)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def desk(library: Library, photos, messages: MessageBar, held_tasks, forget_looks) -> SpaceDesk:
    import_folders(library, [photos], Progress())
    forget_looks(library, "colour", "pixels")
    return SpaceDesk(library, messages, held_tasks)


@pytest.fixture
def ready(desk: SpaceDesk) -> list[str]:
    names: list[str] = []
    desk.ready.connect(names.append)
    return names


def step(held_tasks) -> None:
    held_tasks.waiting.pop(0).run()


def test_a_space_that_is_there_is_gone_over_to_at_once(desk, held_tasks, ready, messages) -> None:
    desk.choose("content")
    held_tasks.run()
    assert ready == ["content"]
    assert messages.text == ""


def test_what_an_import_looked_at_is_gone_over_to_at_once(desk, held_tasks, ready, messages):
    desk.choose("shape")
    step(held_tasks)
    assert (ready, messages.text, held_tasks.waiting) == (["shape"], "", [])


def test_a_space_that_is_missing_is_built_first(
    desk: SpaceDesk, held_tasks, ready, messages, library: Library
) -> None:
    desk.choose("colour")
    step(held_tasks)
    assert messages.text == "Looking at the photos by colours: 0 of 8"
    assert ready == []
    held_tasks.run()
    assert ready == ["colour"]
    assert messages.text == ""
    desk.choose("colour")
    step(held_tasks)
    assert ready == ["colour", "colour"]


def test_building_can_be_stopped_and_taken_up_again(desk, held_tasks, ready, messages) -> None:
    desk.choose("colour")
    step(held_tasks)
    messages.action_button.click()
    held_tasks.run()
    assert messages.text == "Stopped. What was looked at is kept."
    assert ready == []
    desk.choose("colour")
    held_tasks.run()
    assert ready == ["colour"]


def test_the_last_choice_counts(desk, held_tasks, ready, messages) -> None:
    desk.choose("colour")
    step(held_tasks)
    desk.choose("content")
    held_tasks.run()
    assert ready == ["content"]
    assert messages.text == ""


def test_what_else_was_said_meanwhile_stays(desk, held_tasks, ready, messages) -> None:
    desk.choose("colour")
    step(held_tasks)
    build = held_tasks.waiting.pop()
    build._handlers["progressed"] = lambda _: messages.say(Message("8 photos added."))
    build.run()
    assert ready == ["colour"]
    assert messages.text == "8 photos added."


@pytest.mark.parametrize("name", ["smell", "layer:unheard"])
def test_a_space_that_there_is_not_is_a_sentence(desk, held_tasks, ready, messages, name) -> None:
    desk.choose(name)
    held_tasks.run()
    assert name.removeprefix("layer:") in messages.text
    assert "Choose one of" in messages.text
    assert ready == []


def test_building_that_fails_is_told(
    desk, held_tasks, ready, messages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(space_building, "build_space", lambda *_: 1 // 0)
    desk.choose("colour")
    held_tasks.run()
    assert "ZeroDivisionError" in messages.text
    assert ready == []


def test_of_a_mix_every_missing_space_is_built_in_turn(
    desk: SpaceDesk, held_tasks, ready, messages
) -> None:
    desk.choose("content*2+colour+pixels")
    step(held_tasks)
    assert messages.text == "Looking at the photos by colours: 0 of 8"
    step(held_tasks)
    assert messages.text == "Looking at the photos by pixels: 0 of 8"
    assert ready == []
    held_tasks.run()
    assert ready == ["content*2+colour+pixels"]
    assert messages.text == ""


def test_what_is_no_mix_is_a_sentence(desk: SpaceDesk, held_tasks, ready, messages) -> None:
    desk.choose("content*x")
    held_tasks.run()
    assert "no mix" in messages.text
    assert ready == []


def test_what_may_be_chosen_next_is_loaded_once(
    desk: SpaceDesk, held_tasks, messages, library: Library, monkeypatch
) -> None:
    loaded: list[str] = []
    monkeypatch.setattr(space_desk, "load_index", lambda _, name: loaded.append(name))
    for name in ("content", "colour", "content"):
        desk.expect(name)
    held_tasks.run()
    assert loaded == ["content", "colour"]


def test_what_cannot_be_loaded_is_told_once_it_is_chosen(desk, held_tasks, messages) -> None:
    desk.expect("colour")
    held_tasks.run()
    assert messages.text == ""
