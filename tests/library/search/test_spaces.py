"""What a library can be searched by, and the vectors of examples there."""

import numpy as np
import pytest
from PIL import Image

from lookalike.errors import NothingToSearch
from lookalike.library.search.building import build_space
from lookalike.library.search.looking import DESCRIPTORS
from lookalike.library.search.questions import Example
from lookalike.library.search.spaces import (
    find_space,
    missing_note,
    prior_centre,
    space_choices,
    vector_of,
)
from lookalike.photos import Region
from lookalike.progress import Progress

NAMES = ("colour", "shape", "pixels", "layer:map")
EVERY = pytest.mark.parametrize("name", NAMES)


@pytest.fixture
def brought_in(library, bring_in, paint):
    paths = [paint("red.png"), paint("blue.png", (20, 20, 220), 1)]
    bring_in()
    return paths


def test_every_space_is_listed_with_what_it_lacks(library, brought_in, forget_looks):
    forget_looks(library, "shape")
    choices = {each.name: each for each in space_choices(library)}
    assert list(choices)[:4] == ["content", "colour", "shape", "pixels"]
    missing = {name: choices[name].missing for name in ("content", "colour", "shape")}
    assert missing == {"content": 0, "colour": 0, "shape": 2}
    assert all(each.title and each.sentence.endswith(".") for each in choices.values())


def test_three_depths_of_the_network_are_offered(open_library, make_network, tmp_path):
    sizes = [(0, 8), (1, 8), (2, 4), (3, 4), (4, 2), (5, 1)]
    layers = [
        {"name": f"blocks.{number}", "tensor": "map", "block": number, "kind": "block"}
        | {"channels": 3, "height": side, "width": side}
        for number, side in sizes
    ]
    make_network("deep", name="deep", layers=layers)
    library = open_library()
    library.settings = type(library.settings)(network="deep")
    offered = {each.name: each.title for each in space_choices(library)}
    assert list(offered)[4:] == ["layer:blocks.3", "layer:blocks.4", "layer:blocks.5"]
    assert offered["layer:blocks.5"] == "Deep layer"


def test_a_layer_that_was_built_is_listed_and_no_other(library, brought_in):
    assert "layer:map" not in [each.name for each in space_choices(library)]
    build_space(library, "layer:map", Progress())
    assert space_choices(library)[-1].name == "layer:map"


@EVERY
def test_a_space_that_is_not_built_says_how(library, brought_in, forget_looks, name):
    forget_looks(library)
    with pytest.raises(NothingToSearch, match=f"lookalike build {name}"):
        find_space(library, name)
    build_space(library, name, Progress())
    assert find_space(library, name).name == name


@pytest.mark.parametrize(
    ("name", "told"), [("taste", "colour, shape, pixels"), ("layer:taste", "layers: map")]
)
def test_an_unknown_space_names_those_that_there_are(library, name, told):
    with pytest.raises(NothingToSearch, match=told):
        find_space(library, name)


def test_an_empty_library_is_not_told_to_build(library):
    assert find_space(library, "colour").dimensions == DESCRIPTORS["colour"].dimensions


@EVERY
def test_a_file_has_the_vector_of_the_photo_that_it_is(library, brought_in, name):
    build_space(library, name, Progress())
    space = find_space(library, name)
    for photo in library.photos(library.photo_ids()):
        stored = vector_of(library, space, Example(photo.id))
        assert stored.shape == (space.dimensions,)
        for source in (photo.path, photo.path.read_bytes()):
            np.testing.assert_array_equal(vector_of(library, space, Example(source)), stored)


def test_a_photo_that_came_in_since_has_a_vector_too(library, brought_in, bring_in, paint):
    build_space(library, "layer:map", Progress())
    path = paint("late.png", (20, 200, 20), 3)
    bring_in()
    space = find_space(library, "layer:map")
    late = vector_of(library, space, Example(library.photo_ids()[-1]))
    np.testing.assert_array_equal(late, vector_of(library, space, Example(path)))
    assert "1 photo came in since" in missing_note(library, space)
    build_space(library, "layer:map", Progress())
    assert missing_note(library, space) == ""


@EVERY
def test_a_region_is_looked_at_alone(library, paint, bring_in, name, tmp_path):
    halves = np.zeros((64, 64, 3), np.uint8)
    halves[:, :32] = (220, 30, 30)
    halves[16:48, 36:60] = (30, 30, 220)
    paint("x.png")
    Image.fromarray(halves).save(tmp_path / "photos" / "halves.png")
    Image.fromarray(halves[:, 32:]).save(tmp_path / "right.png")
    bring_in()
    build_space(library, name, Progress())
    space = find_space(library, name)
    [photo_id] = [p.id for p in library.photos(library.photo_ids()) if p.path.stem == "halves"]
    part = vector_of(library, space, Example(photo_id, Region(0.5, 0, 0.5, 1)))
    np.testing.assert_array_equal(part, vector_of(library, space, Example(tmp_path / "right.png")))
    assert not np.array_equal(part, vector_of(library, space, Example(photo_id)))


def test_the_vector_of_a_layer_is_its_mean_over_the_picture(library, brought_in):
    build_space(library, "layer:map", Progress())
    # The tiny network's embedding is the same mean, of nearly the same pixels.
    pair = [
        vector_of(library, find_space(library, name), Example(library.photo_ids()[0]))
        for name in ("layer:map", "content")
    ]
    np.testing.assert_allclose(*pair, atol=0.02)


def test_only_content_has_a_centre_of_its_own(library, brought_in, monkeypatch):
    monkeypatch.setattr(type(library), "prior_centre", lambda _: np.ones(3, np.float32))
    assert prior_centre(library, find_space(library, "content")) is not None
    build_space(library, "colour", Progress())
    assert prior_centre(library, find_space(library, "colour")) is None
