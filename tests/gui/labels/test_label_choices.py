import pytest

from lookalike.gui.labels.label_choices import label_choices, likely_choice


def paths(typed: str, nodes) -> list[str]:
    flat = [nodes[0], *nodes[0].children, *nodes[1:]]
    return [choice.path for choice in label_choices(typed, flat)]


def test_without_words_all_labels_are_offered_and_none_is_made(nodes) -> None:
    assert paths("  ", nodes) == ["animals", "animals/cats", "boots", "R&D <b>"]
    assert likely_choice("", label_choices("", nodes)) == -1


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("BOO", ["boots", "BOO"]),
        ("boots", ["boots"]),
        ("cat", ["animals/cats", "cat"]),
        ("animals/", ["animals", "animals/cats"]),
        ("animals / dogs", ["animals/dogs"]),
        ("//", ["animals", "animals/cats", "boots", "R&D <b>"]),
    ],
)
def test_what_fits_comes_before_what_would_be_made(nodes, typed: str, offered) -> None:
    assert paths(typed, nodes) == offered


def test_a_name_on_its_own_can_be_made_where_a_path_ends_so(nodes) -> None:
    assert paths("cats", nodes) == ["animals/cats", "cats"]


def test_enter_takes_a_label_that_begins_so_and_makes_one_that_is_only_inside(nodes) -> None:
    for typed, wanted in (("bo", "boots"), ("ca", "animals/cats"), ("oot", "oot")):
        choices = label_choices(typed, [*nodes[0].children, *nodes])
        assert choices[likely_choice(typed, choices)].path == wanted
