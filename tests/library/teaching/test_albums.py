"""Living albums: who joins, who does not, and that a person's word goes first."""

import pytest

from lookalike.library.labels import labelling
from lookalike.library.teaching.albums import run_albums
from lookalike.progress import Progress


@pytest.fixture
def network(make_network):
    """It is never run: the vectors are written by hand."""
    return make_network(
        embedding={"output": "embedding", "layer": "map", "pooling": "average", "size": 32}
    )


@pytest.fixture
def boots(label, add_kind, keep_choice):
    """A label beside another one, and beside many photos without any."""
    add_kind(4, 30)
    made = label("boots", add_kind(0, 6))
    label("hats", add_kind(1, 6))
    keep_choice(parameters={"C": 10.0}, calibration={"slope": 4.0, "offset": 3.0})
    return made


@pytest.fixture
def found(library):
    return lambda label_id: library.catalog.labels.album_photos([label_id]).tolist()


def test_without_an_album_nothing_is_learned(library, boots, monkeypatch):
    monkeypatch.setattr(
        "lookalike.library.teaching.albums.label_classifier", lambda _: pytest.fail("learned")
    )
    assert run_albums(library, Progress()) == 0


def test_photos_that_come_in_join_where_it_is_sure(library, boots, add_kind, found):
    labelling.set_album(library, boots, 0.6)
    run_albums(library, Progress())
    late, strangers = add_kind(0, 3), add_kind(5, 3)
    assert run_albums(library, Progress()) == 3
    assert found(boots) == late
    assert not set(found(boots)) & set(strangers)
    assert set(labelling.photos_in_album(library, boots).tolist()) >= set(late)


def test_nothing_is_written_where_nothing_changes(library, boots, add_kind):
    add_kind(0, 3)
    labelling.set_album(library, boots, 0.6)
    assert run_albums(library, Progress()) == 3
    version = library.version()
    assert run_albums(library, Progress()) == 0
    assert library.version() == version


def test_what_a_person_rejected_does_not_join_again(library, boots, add_kind, found):
    late = add_kind(0, 3)
    labelling.set_album(library, boots, 0.6)
    run_albums(library, Progress())
    labelling.reject(library, late[:1], boots)
    run_albums(library, Progress())
    assert late[0] not in found(boots)


def test_what_a_person_gave_the_label_is_no_finding(library, boots, add_kind, found):
    late = add_kind(0, 3)
    labelling.set_album(library, boots, 0.6)
    labelling.give(library, late, boots)
    assert run_albums(library, Progress()) == 0
    assert found(boots) == []


def test_an_album_with_too_few_examples_stays_as_it_is(library, add_kind, label, found):
    few = label("boots", add_kind(0, 2))
    labelling.set_album(library, few, 0.6)
    assert run_albums(library, Progress()) == 0
    assert found(few) == []


def test_a_library_that_cannot_be_written_is_left_alone(library, boots, read_only, open_library):
    labelling.set_album(library, boots, 0.6)
    library.close()
    read_only(library.folder)
    with open_library() as closed:
        assert run_albums(closed, Progress()) == 0
