from dataclasses import replace

import pytest

from lookalike.gui.layers.layer_words import LayerWords
from lookalike.networks.network_map import MapLayer
from lookalike.networks.receptive_field import ReceptiveField

PICTURE = (224, 224)
FIELD = ReceptiveField((63, 63), (8, 8), (4, 4))
LAYER = MapLayer("blocks.4", "t", "t", "block", 1280, 28, 28, False, True, FIELD)


@pytest.fixture
def words(english) -> LayerWords:
    return LayerWords()


def test_shapes_are_told_as_people_write_them(words):
    assert words.shape(LAYER) == "1,280 × 28 × 28"
    assert words.shape(replace(LAYER, height=1, width=1)) == "1,280"


def test_how_much_is_seen_is_told_until_it_is_all(words):
    assert words.sees(LAYER, PICTURE) == "sees 63 px"
    assert words.sees(replace(LAYER, field=None), PICTURE) == "sees all"
    wide = replace(LAYER, field=replace(FIELD, size=(63, 900)))
    assert words.sees(wide, PICTURE) == "sees 63 × 900 px"
    all_of_it = replace(LAYER, field=replace(FIELD, size=(900, 900)))
    assert words.sees(all_of_it, PICTURE) == "sees all"
    assert "900 × 900 pixels: more than the picture has" in words.in_full(all_of_it, PICTURE)


def test_a_layer_is_told_in_full(words):
    assert words.in_full(LAYER, PICTURE).split("\n") == [
        "blocks.4",
        "Block",
        "Units × rows × columns: 1,280 × 28 × 28",
        "Each cell sees 63 × 63 pixels",
    ]
    vector = replace(LAYER, height=1, width=1, kind="dense")
    assert words.in_full(vector, PICTURE).split("\n")[1:] == [
        "Dense layer",
        "Units: 1,280",
        "Each unit sees the whole picture",
    ]


def test_a_kind_that_nobody_knows_is_a_layer(words):
    assert words.kind(replace(LAYER, kind="attention")) == "Layer"
