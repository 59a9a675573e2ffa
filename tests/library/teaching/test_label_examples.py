"""What labels have to teach: what a photo has, lacks, and what nobody knows of it."""

import numpy as np
import pytest

from lookalike.learning.examples import HAS, LACKS, UNKNOWN
from lookalike.library.labels import labelling
from lookalike.library.teaching import label_examples
from lookalike.library.teaching.label_examples import gather, said_in
from lookalike.photos import PhotoState


@pytest.fixture
def gathered(library):
    return lambda: gather(library, library.space())


def target(gathered, photo, label_id):
    """What is known of a photo and a label; None for a photo that is not learned from."""
    photos = [gathered.photo(row) for row in range(len(gathered.examples))]
    column = gathered.column(label_id)
    return int(gathered.examples.targets[photos.index(photo), column]) if photo in photos else None


def test_a_photo_lacks_the_labels_that_others_have(add_kind, label, gathered):
    boots, hats = add_kind(0, 3), add_kind(1, 4)
    one, other = label("boots", boots), label("hats", hats)
    found = gathered()
    assert [each.name for each in found.labels] == ["boots", "hats"]
    assert [target(found, boots[0], each) for each in (one, other)] == [HAS, LACKS]
    assert [target(found, hats[0], each) for each in (one, other)] == [LACKS, HAS]


def test_labels_with_too_few_photos_are_not_taught_and_say_nothing(add_kind, label, gathered):
    boots, hats = add_kind(0, 3), add_kind(1, 2)
    label("boots", boots)
    label("hats", hats)
    found = gathered()
    assert [each.name for each in found.labels] == ["boots"]
    assert target(found, hats[0], found.labels[0].id) is None


def test_a_photo_with_an_inner_label_has_the_outer_one_and_one_with_only_that_may_have_any(
    add_kind, label, gathered
):
    cats, dogs, animals = add_kind(0, 3), add_kind(1, 3), add_kind(2, 3)
    inner, other = label("animals/cats", cats), label("animals/dogs", dogs)
    outer = label("animals", animals)
    found = gathered()
    assert target(found, cats[0], outer) == HAS
    assert target(found, cats[0], other) == LACKS
    assert target(found, animals[0], inner) == target(found, animals[0], other) == UNKNOWN


def test_a_label_that_is_merely_a_parent_is_not_taught(add_kind, label, gathered):
    label("animals/cats", add_kind(0, 3))
    label("animals/dogs", add_kind(1, 3))
    assert [each.name for each in gathered().labels] == ["cats", "dogs"]


def test_of_labels_that_go_together_one_says_nothing_against_the_other(add_kind, label, gathered):
    photos = add_kind(0, 9)
    beach, dog = label("beach", photos[:6]), label("dog", photos[4:])
    found = gathered()
    assert target(found, photos[0], dog) == UNKNOWN
    assert target(found, photos[8], beach) == UNKNOWN
    assert target(found, photos[5], beach) == target(found, photos[5], dog) == HAS


def test_one_photo_with_both_of_two_labels_does_not_make_them_go_together(
    add_kind, label, gathered
):
    photos = add_kind(0, 9)
    boots, hats = label("boots", photos[:5]), label("hats", photos[4:])
    found = gathered()
    assert target(found, photos[0], hats) == target(found, photos[8], boots) == LACKS


def test_a_rejected_photo_lacks_that_label_and_those_inside_of_it_alone(
    library, add_kind, label, gathered
):
    cats, hats, refused = add_kind(0, 3), add_kind(1, 3), add_kind(2, 1)
    inner, other = label("animals/cats", cats), label("hats", hats)
    labelling.reject(library, refused, labelling.label_at(library, "animals").id)
    found = gathered()
    assert target(found, refused[0], inner) == LACKS
    assert target(found, refused[0], other) == UNKNOWN


def test_photos_without_a_label_stand_for_none_and_count_as_much_as_one_label_together(
    add_kind, label, gathered
):
    label("boots", add_kind(0, 3))
    label("hats", add_kind(1, 5))
    strangers = set(add_kind(2, 8))
    found = gathered()
    behind = range(len(found.examples) - found.others, len(found.examples))
    assert {found.photo(row) for row in behind} == strangers
    assert (found.examples.targets[-found.others :] == LACKS).all()
    assert found.examples.weights[-found.others :].sum() == pytest.approx(4)


def test_another_label_changes_one_of_the_strangers_and_not_all(
    add_kind, label, gathered, monkeypatch
):
    monkeypatch.setattr(label_examples, "_FEWEST_OTHERS", 10)
    label("boots", add_kind(0, 3))
    strangers = add_kind(2, 60)

    def drawn():
        found = gathered()
        return {found.photo(row) for row in range(len(found.examples))[-found.others :]}

    before = drawn()
    assert len(before) == 10
    label("hats", [next(iter(before))])
    assert len(before & drawn()) == 9
    assert drawn() <= set(strangers)


def test_copies_count_once_and_missing_photos_not_at_all(library, add_kind, label, gathered):
    boots = add_kind(0, 5)
    made = label("boots", boots)
    library.catalog.mark(boots[:1], PhotoState.MISSING)
    assert len(said_in(library, library.space()).below[made]) == 4
    assert target(gathered(), boots[0], made) is None


def test_of_very_many_examples_rare_labels_keep_all(add_kind, label, gathered, monkeypatch):
    monkeypatch.setattr(label_examples, "MOST_EXAMPLES", 20)
    label("boots", add_kind(0, 30))
    label("hats", add_kind(1, 4))
    counts = (gathered().examples.targets == HAS).sum(axis=0)
    assert counts.tolist() == [16, 4]


def test_without_labels_nothing_is_gathered(add_kind, gathered):
    add_kind(0, 3)
    found = gathered()
    assert found.labels == ()
    assert np.shape(found.examples.targets) == (3, 0)
