"""The photos that excite a unit most, as the answer to a question."""

import shutil
from pathlib import Path

import pytest

from lookalike.errors import FilterUnclear, NetworkUnusable
from lookalike.library.layers.excitations import top_photos
from lookalike.library.layers.exciting import exciting_photos
from lookalike.library.search.questions import UnitOfLayer

RED_OF_PIXELS = UnitOfLayer("map", 0)
COLOURS = {"red": (220, 20, 20), "rust": (170, 60, 20), "green": (20, 200, 20)}


@pytest.fixture
def photos(paint, bring_in) -> dict[str, Path]:
    """Three photos, from much red to little."""
    made = {name: paint(f"{name}/a.png", colour) for name, colour in COLOURS.items()}
    bring_in()
    return made


def names(library, unit: UnitOfLayer = RED_OF_PIXELS, words: str = "") -> list[str]:
    return [photo.path.parent.name for photo in exciting_photos(library, unit, words)]


def test_the_strongest_photo_comes_first(library, photos):
    assert names(library) == ["red", "rust", "green"]
    assert names(library, UnitOfLayer("map", 1)) == ["green", "rust", "red"]


def test_a_filter_lets_only_some_through_in_the_same_order(library, photos):
    assert names(library, words="folder:green OR folder:red") == ["red", "green"]
    assert names(library, words="folder:nowhere") == []
    with pytest.raises(FilterUnclear):
        names(library, words="date:someday")


def test_of_copies_the_one_that_fits_the_filter_is_told(library, photos, bring_in):
    copy = photos["red"].parent.parent / "later" / "copy.png"
    copy.parent.mkdir()
    shutil.copy(photos["red"], copy)
    bring_in()
    assert names(library) == ["red", "rust", "green"]
    assert names(library, words="folder:later") == ["later"]


def test_a_photo_that_has_gone_is_left_out(library, photos, bring_in):
    photos["red"].unlink()
    bring_in()
    assert names(library) == ["rust", "green"]


def test_a_unit_that_is_none_of_the_layer_excites_nothing(library, photos):
    assert names(library, UnitOfLayer("map", 3)) == []
    assert names(library, UnitOfLayer("map", -1)) == []


def test_a_layer_that_the_network_has_no_more_is_a_sentence(library, photos):
    with pytest.raises(NetworkUnusable, match='no layer "gone"'):
        names(library, UnitOfLayer("gone", 0))


def test_a_layer_that_nobody_gathered_has_no_photos_yet(library, photos):
    assert names(library, UnitOfLayer("pool1", 0)) == []


def test_photos_to_choose_from_are_given_by_their_ids(library, photos, photo_of):
    layer = library.inspector().network.layer("map")
    green = photo_of(photos["green"]).id
    [only] = top_photos(library, layer, 0, among={green})
    assert only.photo.id == green
    assert top_photos(library, layer, 0, among=set()) == []
