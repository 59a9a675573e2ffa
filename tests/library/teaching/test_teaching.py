"""Teaching on a person's labels: what is found out, kept, told, and what is said of bad input."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from lookalike.errors import NothingToSearch, TooFewExamples
from lookalike.learning import curves
from lookalike.learning.choosing import choose
from lookalike.learning.methods import LOGISTIC_REGRESSION as LOGISTIC
from lookalike.learning.methods import NEAREST_NEIGHBORS as NEIGHBORS
from lookalike.library.labels import labelling
from lookalike.library.teaching import teaching
from lookalike.library.teaching.suggesting import suggest
from lookalike.library.teaching.taught import NONE
from lookalike.library.teaching.teaching import readiness, taught, teach
from lookalike.photos import ContentHash, PhotoFacts, PhotoFile, PhotoState
from lookalike.progress import Cancelled, Progress


@pytest.fixture
def network(make_network):
    """It is never run: the vectors are written by hand."""
    return make_network(
        embedding={"output": "embedding", "layer": "map", "pooling": "average", "size": 32}
    )


@pytest.fixture(autouse=True)
def few_methods(monkeypatch):
    """All of them are compared in the tests of `learning`, in all settings."""
    methods = [replace(each, settings=each.settings[:1]) for each in (LOGISTIC, NEIGHBORS)]
    monkeypatch.setattr(teaching, "choose", partial(choose, methods=methods))
    monkeypatch.setattr(curves, "SEEDS", 1)
    monkeypatch.setattr(curves, "SIZES", ())
    monkeypatch.setattr(curves, "NEIGHBORS", (1, 5))


@pytest.fixture
def two_labels(add_kind, label):
    """Boots and hats, eight photos of each, beside photos without a label."""
    add_kind(2, 8)
    return label("boots", add_kind(0, 8)), label("hats", add_kind(1, 8))


@pytest.fixture
def choice(two_labels, keep_choice):
    return keep_choice()


def test_what_is_told_of_two_labels(library, two_labels):
    found = teach(library, Progress())
    assert (found.examples, found.others, found.left_out, found.notes) == (16, 8, (), ())
    assert found.accuracy > 0.8
    assert found.sentence.startswith(f"{found.method.name.capitalize()}, right in ")
    assert {each.label.name: each.examples for each in found.per_label} == {"boots": 8, "hats": 8}
    assert found.confusion.labels == (*two_labels, NONE)
    assert found.confusion.counts.sum() == 16
    assert sum(map(len, found.confusion.photos.values())) == 16
    assert found.neighbors.chosen in found.neighbors.at
    assert len(found.neighbors.at) == len(found.neighbors.means)


def test_a_label_of_which_none_is_right_has_figures_too(library, add_kind, label, two_labels):
    label("socks", [*add_kind(0, 2), *add_kind(1, 2)])
    found = teach(library, Progress())
    figures = [value for each in found.per_label for value in (each.precision, each.recall)]
    assert np.isfinite(figures).all()


def test_a_cell_of_the_confusion_has_the_photos_that_it_counts(library, two_labels):
    found = teach(library, Progress())
    boots = set(labelling.photos_labelled(library, two_labels[0]).tolist())
    of_row = [photos for (row, _), photos in found.confusion.photos.items() if row == 0]
    assert {photo for photos in of_row for photo in photos} == boots
    for (row, column), photos in found.confusion.photos.items():
        assert found.confusion.counts[row, column] == len(photos)


def test_a_photo_with_the_wrong_label_is_suspect_and_its_neighbours_say_so(
    library, add_kind, label
):
    boots, hats = add_kind(0, 8), add_kind(1, 9)
    label("boots", [*boots, hats[0]])
    label("hats", hats[1:])
    first = teach(library, Progress()).suspects[0]
    assert first.photo_id == hats[0]
    assert (first.label.name, first.told.name) == ("boots", "hats")
    assert first.probability < first.told_probability
    assert set(first.voters) <= {*boots, *hats} - {hats[0]}
    assert sum(voter in hats for voter in first.voters) >= 4


def test_the_choice_is_kept(library, open_library, two_labels):
    assert taught(library) is None
    found = teach(library, Progress())
    library.close()
    kept = taught(open_library())
    assert (kept.method, kept.setting) == (found.method.name, found.method.setting)
    assert (kept.accuracy, kept.space) == (found.accuracy, "content")
    assert kept.labels == dict.fromkeys(two_labels, 8)
    assert not kept.is_stale


def test_a_choice_that_cannot_be_read_counts_as_none(library, two_labels):
    library.catalog.labels.tell('{"space": "content"}')
    assert taught(library) is None


@pytest.mark.parametrize(
    "changed",
    [
        {"calibration": {"slope": "steep", "offset": 0.0}},
        {"calibration": {"slope": 1.0, "offset": 0.0, "bend": 1.0}},
        {"parameters": {"C": -1.0}},
        {"parameters": {}},
    ],
)
def test_a_choice_that_nothing_can_be_learned_by_counts_as_none(
    library, two_labels, keep_choice, changed
):
    keep_choice(**changed)
    assert taught(library) is None
    assert suggest(library, Progress()) is not None


def test_a_stopped_teaching_keeps_the_earlier_choice(library, choice):
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        teach(library, progress)
    assert taught(library) == choice


# --- bad input ------------------------------------------------------------------------------


def test_one_example_only_is_too_few(library, add_kind, label):
    label("boots", add_kind(0, 1))
    assert not readiness(library).is_ready
    assert readiness(library).sentence == 'Give 2 more photos the label "boots".'
    with pytest.raises(TooFewExamples, match='Give 2 more photos the label "boots"'):
        teach(library, Progress())


def test_without_labels_a_sentence_says_how_to_begin(library):
    assert readiness(library).sentence == "Make a label and give it to three photos."
    with pytest.raises(TooFewExamples, match="Make a label"):
        teach(library, Progress())


def test_of_two_labels_both_are_told_that_need_more(library, add_kind, label):
    label("boots", add_kind(0, 1))
    label("hats", add_kind(1, 2))
    told = 'Give 1 more photo the label "hats" and 2 more photos the label "boots".'
    assert readiness(library).sentence == told


def test_one_label_only_is_told_from_photos_without_it(library, add_kind, label):
    label("boots", add_kind(0, 8))
    add_kind(1, 12)
    ready = readiness(library)
    assert ready.is_ready
    assert ready.is_alone
    found = teach(library, Progress())
    assert [each.name for each in found.labels] == ["boots"]
    assert 'Only "boots" has enough examples' in found.notes[0].sentence


def test_one_label_on_all_photos_there_are_cannot_be_told_from_anything(library, add_kind, label):
    label("boots", add_kind(0, 8))
    with pytest.raises(TooFewExamples):
        teach(library, Progress())


def test_one_photo_under_two_labels_is_noted(library, add_kind, label):
    boots, hats = add_kind(0, 8), add_kind(1, 8)
    label("boots", boots)
    label("hats", [*hats, boots[0]])
    note = teach(library, Progress()).notes[0]
    told = '1 photo has both "boots" and "hats", which otherwise exclude each other.'
    assert note.sentence == told
    assert (note.kind, note.count) == ("both", 1)
    assert [each.name for each in note.labels] == ["boots", "hats"]


def test_photos_that_look_the_same_under_two_labels_are_noted(library, add_kind, label):
    label("boots", [*add_kind(0, 8), *add_kind(5, 1, spread=0)])
    label("hats", [*add_kind(1, 8), *add_kind(5, 1, spread=1e-3)])
    told = "Two photos look the same and have different labels."
    assert told in [note.sentence for note in teach(library, Progress()).notes]


def test_labels_on_missing_photos_are_noted_and_not_learned_from(library, add_kind, label):
    boots = add_kind(0, 10)
    label("boots", boots)
    label("hats", add_kind(1, 8))
    library.catalog.mark(boots[:2], PhotoState.MISSING)
    found = teach(library, Progress())
    assert found.examples == 16
    assert "2 labelled photos are missing or no longer in the library" in found.notes[0].sentence


def test_a_label_whose_photos_are_all_missing_is_no_label_with_examples(library, add_kind, label):
    boots = add_kind(0, 4)
    label("boots", boots)
    library.catalog.mark(boots, PhotoState.MISSING)
    assert readiness(library).sentence == 'Give 3 more photos the label "boots".'


def test_a_space_that_is_not_built_is_told(library, two_labels):
    with pytest.raises(NothingToSearch, match="lookalike build colour"):
        teach(library, Progress(), by="colour")


def test_a_network_that_changed_makes_the_choice_stale_and_it_is_kept(library, choice, keep_choice):
    assert taught(library) == choice
    keep_choice(space_key="0" * 16)
    assert taught(library).method == choice.method
    assert "Another network" in taught(library).why_stale


def test_a_space_that_the_network_of_today_lacks_makes_the_choice_stale(
    library, two_labels, keep_choice
):
    keep_choice(space="layer:gone", space_key="0" * 16)
    assert taught(library).is_stale
    assert readiness(library).is_ready


def test_a_new_label_makes_the_choice_stale(library, add_kind, label, choice):
    label("socks", add_kind(3, 3))
    assert taught(library).why_stale.startswith("socks can be taught")
    assert [each.name for each in taught(library).new_labels] == ["socks"]


def test_many_more_examples_make_the_choice_stale(library, add_kind, label, choice):
    label("boots", add_kind(0, 4))
    assert not taught(library).is_stale
    label("boots", add_kind(0, 8))
    assert "changed a lot" in taught(library).why_stale


def test_a_deleted_label_makes_the_choice_stale(library, two_labels, choice):
    labelling.delete_label(library, two_labels[0])
    assert "are gone" in taught(library).why_stale


def test_a_thousand_labels_are_taught_by_what_is_quick_enough(
    library, add_kind, label, monkeypatch
):
    monkeypatch.setattr("lookalike.learning.choosing.MOST_S", 0.0)
    for kind in range(4):
        label(f"kind {kind}", add_kind(kind, 4))
    found = teach(library, Progress())
    assert found.method.name == "nearest neighbours"
    assert "logistic regression" in found.notes[-1].methods


def test_photos_that_a_new_network_has_not_seen_are_no_lack_of_labels(library, label):
    path = Path("/photos").absolute() / "a.jpg"
    facts = PhotoFacts(4, 3, 1, "JPEG")
    library.catalog.write_photo(PhotoFile(path, 1, 1), ContentHash(b"a"), facts)
    label("boots", library.photo_ids())
    assert readiness(library).is_unseen
    assert "bring their folders in again" in readiness(library).sentence
    with pytest.raises(TooFewExamples, match="bring their folders in again"):
        teach(library, Progress())
