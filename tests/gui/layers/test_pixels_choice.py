import pytest

from lookalike.gui.layers.pixels_choice import (
    BACKWARD,
    PixelsChoice,
    PixelsMethod,
    PixelsSubject,
    PixelsTarget,
    settled,
    targets_of,
    usable,
)

Method, Target = PixelsMethod, PixelsTarget
BARE = PixelsSubject(17, "blocks.9")
FULL = PixelsSubject(17, "blocks.9", (4, 9), "tabby", "dogs.jpg")


def test_everything_can_be_asked_where_everything_is_there() -> None:
    assert list(usable(FULL)) == list(Method)
    assert list(targets_of(Method.GRADIENT, FULL)) == list(Target)


@pytest.mark.parametrize(
    ("method", "targets"),
    [
        (Method.OCCLUSION, [Target.PEAK, Target.CLASS, Target.SIMILARITY]),
        (Method.CLASS_MAP, [Target.CLASS, Target.SIMILARITY]),
    ],
)
def test_some_methods_cannot_be_asked_about_everything(method, targets) -> None:
    assert list(targets_of(method, FULL)) == targets


def test_a_class_map_needs_a_class_or_a_second_photo() -> None:
    assert Method.CLASS_MAP not in usable(BARE)
    assert Method.CLASS_MAP in usable(PixelsSubject(1, "a", other_name="b.jpg"))


def test_a_choice_that_is_allowed_stays() -> None:
    choice = PixelsChoice(Method.GUIDED, target=Target.CELL)
    assert settled(choice, FULL) == choice


def test_a_target_that_is_gone_gives_way_to_the_first_that_is_there() -> None:
    choice = PixelsChoice(Method.GUIDED, target=Target.CELL)
    assert settled(choice, BARE) == PixelsChoice(Method.GUIDED, target=Target.PEAK)


def test_a_network_without_gradients_is_asked_by_what_works_forward_only() -> None:
    subject = PixelsSubject(17, "blocks.9", unusable=dict.fromkeys(BACKWARD, "Einsum."))
    assert settled(PixelsChoice(), subject) == PixelsChoice(Method.OCCLUSION)


def test_a_class_map_is_asked_about_a_class() -> None:
    wanted = settled(PixelsChoice(Method.CLASS_MAP), FULL)
    assert wanted == PixelsChoice(Method.CLASS_MAP, target=Target.CLASS)
