"""The values every folder speaks of."""

import pytest

from lookalike.photos import Region, Space


def test_a_space_is_known_by_its_recipe_alone():
    first = Space("content", 4, {"network": "a", "layer": "b"})
    assert first.key == Space("other name", 4, {"layer": "b", "network": "a"}).key
    assert first.key != Space("content", 5, {"network": "a", "layer": "b"}).key
    assert first.key != Space("content", 4, {"network": "a", "layer": "c"}).key


@pytest.mark.parametrize(
    "numbers", [(0, 0, 0, 1), (0, 0, 1.1, 1), (-0.1, 0, 1, 1), (0.5, 0.5, 0.5, 0.6), (1, 0, 0.1, 1)]
)
def test_a_region_outside_of_the_picture_is_refused(numbers):
    with pytest.raises(ValueError, match="not a region"):
        Region(*numbers)


def test_the_whole_picture_is_a_region():
    assert Region(0, 0, 1, 1).width == 1
