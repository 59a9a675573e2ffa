"""Labels that a person stands by: not doubted again, until that is taken back."""

import pytest

from lookalike.errors import LabelUnusable, NothingToSearch
from lookalike.library.labels.labelling import delete_label, label_tree, undo
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


def test_a_label_that_is_deleted_takes_what_was_confirmed_with_it(library, suspect):
    stand_by(library, suspect)
    change = delete_label(library, suspect.label.id)
    with pytest.raises(LabelUnusable):
        stand_by(library, suspect)
    undo(library, change)
    assert still_doubted(library, [suspect]) == [suspect]


def test_a_photo_that_has_left_the_library_is_not_doubted(library, suspect):
    library.catalog.forget([suspect.photo_id])
    assert still_doubted(library, [suspect]) == []
    with pytest.raises(NothingToSearch):
        stand_by(library, suspect)
