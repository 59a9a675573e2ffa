"""Which layer to cut at: all spaces on the same photos, built or not."""

import numpy as np
import pytest

from lookalike.errors import NothingToSearch, TooFewExamples
from lookalike.library.search.building import build_space
from lookalike.library.teaching import which_layer as comparing
from lookalike.library.teaching.which_layer import which_layer
from lookalike.progress import Cancelled, Progress


@pytest.fixture
def network(make_cnn):
    return make_cnn()


@pytest.fixture(autouse=True)
def unlike(monkeypatch):
    """By the five units of this network most photos are copies of each other."""
    monkeypatch.setattr(
        "lookalike.library.teaching.label_examples.near_duplicate_groups",
        lambda v: np.arange(len(v)),
    )


@pytest.fixture
def photos(library, paint, bring_in, label):
    """Two labels that differ in colour."""
    for seed in range(5):
        paint(f"red {seed}.png", (210, 30, 40), seed)
        paint(f"blue {seed}.png", (30, 40, 210), seed)
    bring_in()
    there = library.photos(library.photo_ids())
    for name in ("red", "blue"):
        label(name, [photo.id for photo in there if photo.path.name.startswith(name)])
    return there


def test_hand_made_features_come_first_and_content_last(library, photos):
    found = which_layer(library, Progress())
    assert [each.space for each in found] == ["pixels", "colour", "shape", "layer:stem", "content"]
    assert [each.is_by_hand for each in found] == [True, True, True, False, False]
    assert [each.depth for each in found] == [None, None, None, 1, 2]
    accuracies = {each.space: each.accuracy for each in found}
    assert accuracies["colour"] == 1
    assert accuracies["shape"] < 1


def test_no_space_is_built_for_it(library, photos):
    before = [each.space.name for each in library.catalog.spaces()]
    which_layer(library, Progress(), ["layer:stem", "colour"])
    assert [each.space.name for each in library.catalog.spaces()] == before


def test_a_space_that_is_built_gives_the_same(library, photos):
    (before,) = which_layer(library, Progress(), ["layer:stem"])
    build_space(library, "layer:stem", Progress())
    assert which_layer(library, Progress(), ["layer:stem"]) == [before]


def test_it_is_not_done_twice(library, photos, monkeypatch):
    found = which_layer(library, Progress(), ["pixels"])
    monkeypatch.setattr(comparing, "held_out_accuracy", lambda *_: pytest.fail("done again"))
    assert which_layer(library, Progress(), ["pixels"]) == found


def test_photos_that_can_be_looked_at_no_more_are_left_out_of_all(library, photos):
    lost = photos[0]
    library.thumbnails.close()
    for part in library.folder.glob("thumbnails.db*"):
        part.unlink()
    lost.path.unlink()
    with type(library).open(library.folder, library.settings, networks=library.networks) as again:
        assert len(which_layer(again, Progress(), ["layer:stem", "content"])) == 2


def test_one_label_is_too_few(library, paint, bring_in, label):
    for seed in range(4):
        paint(f"red {seed}.png", (210, 30, 40), seed)
    bring_in()
    with pytest.raises(TooFewExamples, match="No label has enough"):
        which_layer(library, Progress())
    label("red", library.photo_ids())
    with pytest.raises(TooFewExamples, match="second label"):
        which_layer(library, Progress())


def test_a_space_that_is_none_is_told_at_once(library, photos):
    with pytest.raises(NothingToSearch, match='no space "smell"'):
        which_layer(library, Progress(), ["smell"])


def test_a_person_may_stop_it(library, photos):
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        which_layer(library, progress, ["layer:stem"])


def test_where_no_photo_can_be_looked_at_a_sentence_says_so(library, photos, monkeypatch):
    monkeypatch.setattr("lookalike.library.teaching.many_looks.see_content", lambda *_: None)
    with pytest.raises(NothingToSearch, match="None of the labelled photos"):
        which_layer(library, Progress(), ["layer:stem"])
