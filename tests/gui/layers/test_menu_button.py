import pytest

from lookalike.gui.layers.menu_button import MenuButton

LONG = "Unit 17 of features.denseblock3.denselayer24.conv2"


@pytest.fixture
def button(qtbot, theme) -> MenuButton:
    made = MenuButton("What is asked about")
    qtbot.addWidget(made)
    return made


def test_the_choice_that_holds_is_told_and_marked(button) -> None:
    button.show_choices(["One", "R&D"], 1, lambda _: None)
    assert button.told == "R&D"
    assert button.accessibleName() == "What is asked about: R&D"
    assert [action.isChecked() for action in button.actions_in_menu] == [False, True]
    assert [action.text() for action in button.actions_in_menu] == ["One", "R&&D"]


def test_a_choice_is_told_by_its_number(button) -> None:
    taken: list[int] = []
    button.show_choices(["One", "Two"], 0, taken.append)
    button.actions_in_menu[1].trigger()
    assert taken == [1]


def test_new_choices_take_the_place_of_the_old(button) -> None:
    button.show_choices(["One", "Two"], 0, lambda _: None)
    button.show_choices(["Three"], 0, lambda _: None)
    assert [action.text() for action in button.actions_in_menu] == ["Three"]


def test_a_long_choice_is_cut_to_the_room_there_is(button) -> None:
    button.show_choices([LONG], 0, lambda _: None)
    button.resize(120, 28)
    button.show()
    assert "…" in button.text()
    assert button.toolTip() == LONG
    button.resize(button.sizeHint())
    assert button.text() == f"{LONG} ▾"
