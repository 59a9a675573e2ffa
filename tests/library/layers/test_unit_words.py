"""What a unit speaks for, in words."""

from pathlib import Path

import onnx
import pytest
from onnx import numpy_helper

from lookalike.catalog.guesses import Guess
from lookalike.library.labels import labelling
from lookalike.library.layers import unit_words
from lookalike.library.layers.unit_words import (
    MOST_WORDS,
    classes_of_photos,
    classes_of_unit,
    own_words_of_photos,
)
from lookalike.networks.inspected import InspectedNetwork

CAT, DOG, FOX = range(3)


@pytest.fixture
def network(make_cnn) -> Path:
    return make_cnn()


@pytest.fixture
def inspected(library) -> InspectedNetwork:
    return library.inspector().network


@pytest.fixture
def photos(library, paint, bring_in):
    """Three photos of shoes, two of hats and one alone, in the order they came."""
    for folder, count in {"shoes": 3, "hats": 2, "alone": 1}.items():
        for number in range(count):
            paint(f"{folder}/{number}.png", seed=10 * count + number)
    bring_in()
    return library.photos(library.photo_ids())


@pytest.mark.parametrize("unit", range(5))
def test_a_unit_speaks_for_the_classes_that_it_adds_to(inspected, network, unit):
    graph = onnx.load(network / "network.onnx").graph
    head = next(numpy_helper.to_array(one) for one in graph.initializer if one.name == "head.w")
    adds = sorted(
        ((w, name) for w, name in zip(head[:, unit], inspected.classes, strict=True) if w > 0)
    )
    told = classes_of_unit(inspected, inspected.layer("block"), unit)
    assert [(each.name, each.weight) for each in told] == [
        (n, pytest.approx(w)) for w, n in adds[::-1]
    ]
    assert [each.share for each in told] == [pytest.approx(w / adds[-1][0]) for w, _ in adds[::-1]]


def test_what_is_no_weighted_sum_of_a_unit_is_not_told(inspected):
    assert classes_of_unit(inspected, inspected.layer("stem"), 0) is None


def test_photos_are_of_what_most_of_them_are_taken_for(library, photos, monkeypatch):
    seen = dict(zip((p.id for p in photos), (DOG, DOG, DOG, CAT, CAT, FOX), strict=True))
    monkeypatch.setattr(
        unit_words, "guesses_of", lambda _, photo: [Guess(seen[photo.id], 0.6), Guess(FOX, 0.3)]
    )
    told = classes_of_photos(library, photos)
    assert [(each.name, each.share) for each in told] == [
        ("dog", 0.5),
        ("cat", pytest.approx(1 / 3)),
    ]


def test_photos_that_nobody_has_looked_at_tell_nothing(library, photos):
    assert classes_of_photos(library, photos) == []
    assert classes_of_photos(library, []) == []


def test_photos_are_of_the_folders_they_lie_in(library, photos):
    told = own_words_of_photos(library, photos)
    assert [(each.name, each.share) for each in told] == [
        ("shoes", 0.5),
        ("hats", pytest.approx(1 / 3)),
    ]
    assert own_words_of_photos(library, []) == []


def test_photos_are_of_their_labels_where_they_have_some(library, photos):
    boots = labelling.make_label(library, "footwear/boots")[0].id
    shoes = [photo.id for photo in photos if photo.path.parent.name == "shoes"]
    labelling.give(library, shoes[:2], boots)
    labelling.give(library, shoes[:1], labelling.make_label(library, "red")[0].id)
    told = own_words_of_photos(library, photos)
    third = pytest.approx(1 / 3)
    assert {each.name: each.share for each in told} == {"boots": third, "hats": third}


def test_only_the_commonest_are_told(library, paint, bring_in):
    for folder in range(MOST_WORDS + 2):
        for number in range(2):
            paint(f"{folder}/{number}.png", seed=10 * folder + number)
    bring_in()
    assert len(own_words_of_photos(library, library.photos(library.photo_ids()))) == MOST_WORDS
