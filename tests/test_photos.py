"""The values every folder speaks of."""

from pathlib import Path

import pytest

from lookalike.photos import Folder, Region, Space


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


def test_patterns_of_a_folder_leave_out_the_same_from_outside():
    folder = Folder(Path("/p/in [1]"), ("*.tmp", "*/raw/*"))
    assert folder.exclude_seen_from(Path("/p/in [1]")) == ("*.tmp", "*/raw/*")
    assert folder.exclude_seen_from(Path("/p")) == (
        "/in [[]1]/*.tmp",
        "/in [[]1]/*/*.tmp",
        "/in [[]1]*/raw/*",
    )
