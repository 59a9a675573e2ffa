"""Labels that a person stands by: not doubted again, until that is taken back."""

from dataclasses import replace

import pytest

from lookalike.errors import LabelUnusable, NothingToSearch
from lookalike.library.labels.labelling import (
    delete_label,
    label_tree,
    merge_label,
    move_label,
    rename_label,
    set_album,
    set_key,
    undo,
)
from lookalike.library.teaching.suspects import doubt_again, stand_by, still_doubted
from lookalike.library.teaching.taught import Suspect


@pytest.fixture
def suspect(library, add_kind, label) -> Suspect:
    photos = add_kind(0, 2)
    boots = label("boots", photos)
    return Suspect(photos[0], label_tree(library).label(boots), None, 0.1, 0.8)


def test_what_a_person_stands_by_is_not_doubted_when_the_library_is_opened_again(
    library, open_library, suspect
):
    stand_by(library, suspect)
    assert still_doubted(library, [suspect]) == []
    library.close()
    with open_library() as again:
        assert still_doubted(again, [suspect]) == []
        doubt_again(again, suspect)
        assert still_doubted(again, [suspect]) == [suspect]


def test_a_label_that_is_deleted_comes_back_with_what_was_confirmed(library, suspect):
    stand_by(library, suspect)
    change = delete_label(library, suspect.label.id)
    assert library.catalog.labels.confirmed() == frozenset()
    with pytest.raises(LabelUnusable):
        stand_by(library, suspect)
    undo(library, change)
    assert still_doubted(library, [suspect]) == []


@pytest.mark.parametrize("verb", [rename_label, move_label, set_key, set_album])
def test_what_a_person_stands_by_stays_however_the_label_is_changed(
    library, suspect, label, add_kind, verb
):
    stand_by(library, suspect)
    to = {
        rename_label: "shoes",
        move_label: label("clothes", add_kind(1, 1)),
        set_key: 3,
        set_album: 0.9,
    }
    change = verb(library, suspect.label.id, to[verb])
    assert still_doubted(library, [suspect]) == []
    undo(library, change)
    assert still_doubted(library, [suspect]) == []


def test_a_label_that_is_merged_hands_on_what_was_confirmed(library, suspect, label, add_kind):
    stand_by(library, suspect)
    shoes = label("shoes", add_kind(1, 1))
    change = merge_label(library, suspect.label.id, shoes)
    of_shoes = replace(suspect, label=label_tree(library).label(shoes))
    assert still_doubted(library, [of_shoes]) == []
    undo(library, change)
    assert still_doubted(library, [suspect, of_shoes]) == [of_shoes]


def test_a_photo_that_has_left_the_library_is_not_doubted(library, suspect):
    library.catalog.forget([suspect.photo_id])
    assert still_doubted(library, [suspect]) == []
    with pytest.raises(NothingToSearch):
        stand_by(library, suspect)
