"""Suggestions: of what, in which order, and that an answer is heeded at once."""

import numpy as np
import pytest

from lookalike.errors import TooFewExamples
from lookalike.library.labels import labelling
from lookalike.library.teaching import label_classifier, suggesting
from lookalike.library.teaching.suggesting import batch, suggest
from lookalike.progress import Cancelled, Progress

SURE = {"slope": 20.0, "offset": -5.0}


@pytest.fixture
def network(make_network):
    """It is never run: the vectors are written by hand."""
    return make_network(
        embedding={"output": "embedding", "layer": "map", "pooling": "average", "size": 32}
    )


@pytest.fixture
def boots(add_kind):
    """Photos of boots; of the first three it is known."""
    return add_kind(0, 8)


@pytest.fixture
def hats(add_kind):
    return add_kind(1, 8)


@pytest.fixture
def ids(label, boots, hats):
    """Those of two labels with three photos each."""
    return label("boots", boots[:3]), label("hats", hats[:3])


def photos(suggestions):
    return [each.photo_id for each in suggestions]


def test_three_photos_of_two_labels_are_enough(library, add_kind, ids, boots, hats):
    add_kind(2, 8)
    found = suggest(library, Progress(), most=6)
    assert {each.photo_id for each in found if each.label.id == ids[0]} <= set(boots[3:])
    assert {each.photo_id for each in found if each.label.id == ids[1]} <= set(hats[3:])
    assert len({each.label.id for each in found}) == 2
    told = [each.probability for each in found]
    assert told == sorted(told, reverse=True)


def test_photos_that_have_a_label_are_not_asked_about(library, ids, boots, hats):
    asked = photos(suggest(library, Progress()))
    assert sorted(asked) == sorted([*boots[3:], *hats[3:]])


def test_one_label_is_asked_of_all_photos_without_it(library, ids, hats):
    found = suggest(library, Progress(), label=ids[0], order="useful")
    assert {each.label.id for each in found} == {ids[0]}
    assert set(hats) < set(photos(found))


def test_an_accepted_photo_leaves_the_queue(library, ids):
    first = suggest(library, Progress())[0]
    labelling.give(library, [first.photo_id], first.label.id)
    assert first.photo_id not in photos(suggest(library, Progress()))


def test_a_rejected_label_is_never_suggested_again_for_that_photo(library, ids):
    first = suggest(library, Progress())[0]
    labelling.reject(library, [first.photo_id], first.label.id)
    again = suggest(library, Progress(), order="useful")
    of_it = [each for each in again if each.photo_id == first.photo_id]
    assert all(each.label.id != first.label.id for each in of_it)
    assert first.photo_id not in photos(suggest(library, Progress(), label=first.label.id))


def test_copies_are_asked_about_once(library, ids, boots):
    photo = library.photo(boots[5])
    copy = photo.path.with_name("copy.jpg")
    file = photo.file.__class__(copy, 1, 1)
    library.catalog.write_photo(file, photo.content_hash, photo.facts)
    asked = photos(suggest(library, Progress()))
    assert boots[5] in asked
    assert library.catalog.photo_at(copy).id not in asked


def test_the_most_useful_questions_come_from_where_it_is_in_doubt(library, add_kind, ids):
    between = add_kind(4, 4)
    certain = suggest(library, Progress(), most=4)
    useful = suggest(library, Progress(), order="useful", most=4)
    assert not set(photos(certain)) & set(between)
    assert set(photos(useful)) & set(between)


def test_a_batch_is_what_is_at_least_so_likely(library, ids):
    every = suggest(library, Progress(), label=ids[0])
    least = every[2].probability
    assert photos(batch(library, ids[0], least)) == photos(every[:3])


def test_what_else_it_may_be_is_told(library, add_kind, ids, label):
    label("socks", add_kind(0, 4))
    found = suggest(library, Progress(), label=ids[0], most=3)[0]
    assert next(other.name for other, _ in found.others) == "socks"


def test_a_photo_of_which_all_labels_were_rejected_is_not_asked_about(library, ids, boots):
    for each in ids:
        labelling.reject(library, boots[3:4], each)
    for order in ("certain", "useful"):
        assert boots[3] not in photos(suggest(library, Progress(), order=order))


def test_many_suggestions_are_made_in_parts(library, ids, monkeypatch):
    whole = batch(library, ids[0], 0.0)
    monkeypatch.setattr(suggesting, "_ROWS_AT_ONCE", 2)
    assert photos(batch(library, ids[0], 0.0)) == photos(whole)


def test_an_inner_label_is_suggested_in_place_of_the_outer(library, add_kind, label, keep_choice):
    cats, dogs = add_kind(0, 9), add_kind(1, 4)
    label("animals", add_kind(3, 3))
    inner = label("animals/cats", cats[:6])
    label("animals/dogs", dogs)
    keep_choice("nearest neighbours", {"k": 3, "metric": "cosine"}, calibration=SURE)
    found = {each.photo_id: each.label.id for each in suggest(library, Progress())}
    assert [found[photo] for photo in cats[6:]] == [inner] * 3


@pytest.mark.parametrize(
    ("method", "parameters"),
    [
        ("nearest neighbours", {"k": 3, "metric": "cosine"}),
        ("linear SVM", {"C": 1.0}),
        ("random forest", {}),
    ],
)
def test_what_was_taught_is_what_suggests(library, ids, boots, keep_choice, method, parameters):
    keep_choice(method, parameters)
    assert label_classifier.label_classifier(library).method.name == method
    assert set(photos(suggest(library, Progress(), label=ids[0], most=1))) <= set(boots[3:])


def test_labels_that_were_not_taught_yet_are_suggested_too(
    library, ids, add_kind, label, keep_choice
):
    keep_choice()
    socks = add_kind(5, 6)
    made = label("socks", socks[:3])
    found = {each.photo_id: each.label.id for each in suggest(library, Progress())}
    assert [found[photo] for photo in socks[3:]] == [made] * 3


def test_what_takes_long_to_learn_is_used_on_for_a_few_answers(library, ids, hats, monkeypatch):
    monkeypatch.setattr(label_classifier, "_QUICK_S", 0.0)
    monkeypatch.setattr(label_classifier, "_LITTLE", 0.2)
    suggest(library, Progress())
    learned = library.learned.classifiers
    labelling.give(library, hats[3:4], ids[1])
    assert hats[3] not in photos(suggest(library, Progress()))
    assert library.learned.classifiers is learned
    labelling.take(library, hats[:1], ids[1])  # so many examples as before, and others
    suggest(library, Progress())
    assert library.learned.classifiers is not learned


def test_where_planes_take_too_long_neighbours_suggest(library, ids, boots, monkeypatch):
    monkeypatch.setattr(label_classifier, "_MOST_S", 0.0)
    found = suggest(library, Progress(), label=ids[0], most=3)
    assert library.learned.method.name == "nearest neighbours"
    assert set(photos(found)) <= set(boots[3:])


def test_bursts_are_held_out_whole_where_it_is_told_how_sure_to_be(library, add_kind, label):
    """Of each label five bursts, each unlike all others: what is known of some tells nothing of
    the next one."""
    more = []
    for name in ("first", "second"):
        for kind in range(5):
            burst = add_kind(5 * (name == "second") + kind, 5, 0.01)
            label(name, burst[:4])
            more += burst[4:]
    found = {each.photo_id: each.probability for each in suggest(library, Progress())}
    assert max(found[photo] for photo in more) < 0.4


def test_of_one_burst_of_each_label_something_is_told(library, add_kind, label):
    first, second = add_kind(0, 6, 0.01), add_kind(1, 6, 0.01)
    label("first", first[:4])
    label("second", second[:4])
    found = {each.photo_id: each.probability for each in suggest(library, Progress())}
    assert min(found[photo] for photo in (*first[4:], *second[4:])) > 0.5


def test_photos_that_come_in_are_suggested(library, ids, add_kind):
    suggest(library, Progress())
    late = add_kind(0, 1)
    assert late[0] in photos(suggest(library, Progress()))


def test_too_few_examples_are_told(library, boots, label):
    hats = label("hats")
    with pytest.raises(TooFewExamples, match='3 more photos the label "hats"'):
        suggest(library, Progress())
    label("boots", boots[:3])
    with pytest.raises(TooFewExamples, match='Too few photos have the label "hats"'):
        suggest(library, Progress(), label=hats)


def test_a_person_may_stop_it(library, ids):
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        suggest(library, progress)


def test_probabilities_are_probabilities(library, ids):
    for each in suggest(library, Progress(), order="useful"):
        told = [each.probability, *(share for _, share in each.others)]
        assert (np.array(told) >= 0).all()
        assert (np.array(told) <= 1).all()


@pytest.mark.parametrize("order", ["certain", "useful"])
def test_where_all_photos_have_labels_there_is_nothing_to_ask(
    library, ids, boots, hats, keep_choice, order
):
    keep_choice("random forest", {})
    labelling.give(library, boots, ids[0])
    labelling.give(library, hats, ids[1])
    assert suggest(library, Progress(), order=order) == []


def test_after_the_network_changed_what_was_chosen_learns_from_the_new_vectors(
    library, ids, boots, keep_choice
):
    keep_choice("nearest neighbours", {"k": 3, "metric": "cosine"}, space_key="0" * 16)
    assert set(photos(suggest(library, Progress(), label=ids[0], most=3))) <= set(boots[3:])
    assert library.learned.method.name == "nearest neighbours"


def test_the_last_photos_without_a_label_are_not_taken_for_none_because_they_have_none(
    library, ids, boots, hats, keep_choice
):
    keep_choice(parameters={"C": 100.0})
    labelling.give(library, boots[3:-1], ids[0])
    labelling.give(library, hats[3:-1], ids[1])
    found = {each.photo_id: each for each in suggest(library, Progress())}
    assert found[boots[-1]].label.id == ids[0]
    assert found[hats[-1]].label.id == ids[1]
    assert min(each.probability for each in found.values()) > 0.5
