"""On a real library, with everything beneath it."""

import pytest

from lookalike.gui.suggestions.suggestion_queue import Answer, Said
from lookalike.gui.suggestions.suggestion_work import (
    Wish,
    album,
    batch,
    look,
    run_albums,
    set_album,
    undo,
    write,
)
from lookalike.library.intake import import_engine
from lookalike.library.labels import labelling
from lookalike.progress import Progress

GIVEN, EACH = 3, 6


@pytest.fixture
def shown(library, paint, tmp_path):
    """A library of red and blue photos, and their ids by name."""
    for colour in ("red", "blue"):
        for seed in range(EACH):
            paint(f"{colour}-{seed}.png", colour, seed)
    import_engine.bring_in(library, [tmp_path / "photos"], Progress())
    return {photo.path.stem: photo.id for photo in library.photos(library.photo_ids())}


@pytest.fixture
def labelled(library, shown):
    """The first three of each have the label of their colour."""
    made = {}
    for colour in ("red", "blue"):
        made[colour], _ = labelling.make_label(library, f"colours/{colour}")
        few = [shown[f"{colour}-{seed}"] for seed in range(GIVEN)]
        labelling.give(library, few, made[colour].id)
    return made


def asked(library, **wish) -> dict[int, str]:
    found = look(library, Wish(**wish), Progress())
    return {each.photo_id: each.label.name for each in found.suggestions}


def test_a_library_with_too_few_examples_is_told_what_it_needs(library, shown) -> None:
    labelling.make_label(library, "red")
    found = look(library, Wish(), Progress())
    assert found.missing
    assert (found.photos, list(found.suggestions)) == (2 * EACH, [])


def test_a_label_with_too_few_examples_is_told_how_many_more_it_needs(
    library, shown, labelled
) -> None:
    green, _ = labelling.make_label(library, "green")
    labelling.give(library, [shown["red-5"]], green.id)
    found = look(library, Wish(label=green.id), Progress())
    assert found.missing == "Give “green” to 2 more photos."
    assert list(found.suggestions) == []


def test_photos_are_suggested_what_they_are_and_labels_have_paths_and_counts(
    library, shown, labelled
) -> None:
    names = asked(library)
    assert names[shown["red-4"]] == "red"
    assert names[shown["blue-5"]] == "blue"
    known = {each.name: each for each in look(library, Wish(), Progress()).labels}
    assert set(known) == {"colours", "colours/red", "colours/blue"}
    assert (known["colours/red"].photos, known["colours"].photos) == (GIVEN, 2 * GIVEN)
    assert known["colours/red"].is_taught


@pytest.mark.parametrize("said", [Said.YES, Said.NO, Said.OTHER])
def test_an_answer_is_written_and_taken_back(library, shown, labelled, said) -> None:
    red = shown["red-4"]
    first = next(
        each
        for each in look(library, Wish(label=labelled["red"].id), Progress()).suggestions
        if each.photo_id == red
    )
    instead = labelled["blue"] if said is Said.OTHER else None
    changes = write(library, Answer(said, (first,), instead))
    given = {Said.YES: ("red",), Said.OTHER: ("blue",)}.get(said)
    told = labelling.labels_of(library, [red]).get(red)
    assert (told and tuple(label.name for label in told)) == given
    assert red not in asked(library, label=labelled["red"].id), "it is not asked again"
    undo(library, changes)
    assert labelling.labels_of(library, [red]) == {}
    assert red in asked(library, label=labelled["red"].id)


def test_many_are_accepted_at_once(library, shown, labelled) -> None:
    found = batch(library, labelled["red"].id, Progress())
    assert {each.photo_id for each in found} == {shown[f"red-{seed}"] for seed in (3, 4, 5)}
    write(library, Answer(Said.TOGETHER, tuple(found)))
    assert len(labelling.photos_labelled(library, labelled["red"].id)) == EACH


def test_a_living_album_is_filled_at_once_and_may_be_ended(library, shown, labelled) -> None:
    known = {each.name: each for each in look(library, Wish(), Progress()).labels}["colours/red"]
    assert (album(library, known).at_least, album(library, known).photos) == (None, GIVEN)
    set_album(library, known.label.id, 0.5)
    run_albums(library, Progress())
    assert (album(library, known).at_least, album(library, known).photos) == (0.5, EACH)
    set_album(library, known.label.id, None)
    assert album(library, known).at_least is None
