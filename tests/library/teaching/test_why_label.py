"""Why a photo is thought to deserve a label: cells that sum up, votes, and hidden parts."""

import numpy as np
import pytest

from lookalike.errors import TooFewExamples
from lookalike.library.search.building import build_space
from lookalike.library.search.spaces import find_space
from lookalike.library.teaching.label_classifier import label_classifier
from lookalike.library.teaching.why_label import why_label
from lookalike.progress import Progress


@pytest.fixture
def network(make_cnn):
    return make_cnn()


@pytest.fixture
def photos(library, paint, bring_in, label):
    """Red and blue ones, of which all but the first of each have a label."""
    reds = [paint(f"red {seed}.png", (210, 30, 40), seed) for seed in range(4)]
    blues = [paint(f"blue {seed}.png", (30, 40, 210), seed) for seed in range(4)]
    bring_in()
    ids = {photo.path: photo.id for photo in library.photos(library.photo_ids())}
    label("red", [ids[path] for path in reds[1:]])
    label("blue", [ids[path] for path in blues[1:]])
    return [ids[path] for path in (*reds, *blues)]


@pytest.fixture
def red(label, photos):
    return label("red")


def score(library, photo_id, label_id):
    """What the classifier says of the vector that a search compares."""
    taught = label_classifier(library)
    place = taught.contents.place_of_photo(library, photo_id)
    told = taught.judge_of(place).scores(taught.contents.vectors(np.array([place])))
    return float(told[0, taught.column(label_id)])


@pytest.mark.parametrize("space", ["content", "layer:stem"])
def test_cells_and_bias_sum_to_the_score(library, photos, red, keep_choice, space):
    if space != "content":
        build_space(library, space, Progress())
    keep_choice(space=space, space_key=find_space(library, space).key)
    why = why_label(library, photos[0], red, Progress())
    assert why.method == "exact"
    assert why.cells.shape == ((4, 4) if space == "content" else (8, 8))
    assert why.cells.sum() + why.bias == pytest.approx(why.score, abs=1e-5)
    assert why.score == pytest.approx(score(library, photos[0], red), abs=1e-5)
    assert why.pixels.shape[2] == 3
    taught = label_classifier(library)
    told = taught.told(np.array([taught.contents.place_of_photo(library, photos[0])]))
    assert why.probability == pytest.approx(told[0, taught.column(red)], abs=1e-5)


def test_what_speaks_for_one_of_two_labels_speaks_against_the_other(
    library, photos, red, label, keep_choice
):
    keep_choice()
    one = why_label(library, photos[0], red, Progress())
    other = why_label(library, photos[0], label("blue"), Progress())
    assert one.cells.sum() > other.cells.sum()


def test_the_votes_of_the_neighbours_sum_to_the_score(library, photos, red, keep_choice):
    keep_choice("nearest neighbours", {"k": 5, "metric": "cosine"})
    why = why_label(library, photos[0], red, Progress())
    assert (why.method, why.cells) == ("neighbors", None)
    assert {each.photo_id for each in why.voters if each.is_for} == set(photos[1:4])
    assert sum(each.share for each in why.voters) == pytest.approx(why.score)
    assert why.score == pytest.approx(score(library, photos[0], red), abs=1e-5)
    assert [label.name for label in why.voters[0].labels] == ["red"]


def test_a_forest_is_asked_with_parts_hidden_and_shows_examples_of_both_sides(
    library, photos, red, keep_choice
):
    keep_choice("random forest", {})
    why = why_label(library, photos[0], red, Progress())
    assert why.method == "hiding"
    assert "do not sum" in why.sentence
    assert why.cells.shape == (why.axes[0].count, why.axes[1].count)
    assert {each.photo_id for each in why.voters if each.is_for} == set(photos[1:4])
    assert {each.photo_id for each in why.voters if not each.is_for} == set(photos[5:])


def test_by_colours_parts_are_hidden_too(library, photos, red, keep_choice):
    build_space(library, "colour", Progress())
    keep_choice(space="colour", space_key=find_space(library, "colour").key)
    why = why_label(library, photos[0], red, Progress())
    assert why.method == "hiding"
    assert np.isfinite(why.cells).all()


def test_a_label_that_is_not_taught_has_no_reasons(library, photos, red, label):
    with pytest.raises(TooFewExamples):
        why_label(library, photos[0], label("green"), Progress())
