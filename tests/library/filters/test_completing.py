from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lookalike.errors import FilterUnclear
from lookalike.library.filters.completing import MOST, completions, quoted
from lookalike.library.filters.filter_syntax import FIELDS, parse
from lookalike.library.filters.filter_words import folder_counts
from lookalike.library.filters.filtering import fitting_photos
from lookalike.library.filters.nothing_fits import explain_nothing
from lookalike.library.labels import labelling
from lookalike.photos import ContentHash, PhotoFacts, PhotoFile

ROOT = Path("/home/anna/Pictures").absolute()


@pytest.fixture
def filled(library):
    """Five photos: three of a Canon in 2021, two of 2020 of which one is by a Nikon."""
    library.catalog.add_folder(ROOT)
    for name, year, camera, kind in [
        ("Norway trip/a.jpg", 2021, "Canon EOS 80D", "JPEG"),
        ("Norway trip/fjord/b.jpg", 2021, "Canon EOS 80D", "JPEG"),
        ("c.png", 2021, "Canon EOS 80D", "PNG"),
        ("d.jpg", 2020, "NIKON D70", "JPEG"),
        ("e.jpg", 2020, "", "JPEG"),
    ]:
        facts = PhotoFacts(4, 3, 1, kind, datetime(year, 5, 1), camera)
        library.catalog.write_photo(PhotoFile(ROOT / name, 1, 1), ContentHash(name.encode()), facts)
    return library


@pytest.fixture
def guessing(filled):
    """The network takes two photos for dark, and none for bright."""
    filled.catalog.add_space(filled.space())
    with filled.catalog._database.transaction() as connection:
        connection.execute(
            "INSERT INTO guesses SELECT 1, content_hash, 1, 0, 0.9 FROM photos WHERE id < 3"
        )
    return filled


def offered(library, text, cursor=None):
    found = completions(library, text, len(text) if cursor is None else cursor)
    return [(each.insert, each.description) for each in found]


def after(library, text, cursor=None):
    """The text once the first proposal is taken."""
    first = completions(library, text, len(text) if cursor is None else cursor)[0]
    return text[: first.start] + first.insert + text[first.end :]


def test_an_empty_box_offers_the_fields(library):
    assert [insert for insert, _ in offered(library, "")] == [f"{name}:" for name in FIELDS]
    assert offered(library, "wi") == [("width:", FIELDS["width"])]


def test_words_that_occur_are_offered_the_frequent_ones_first(guessing):
    assert offered(guessing, "n") == [
        ("name:", FIELDS["name"]),
        ('"Norway trip"', "2 photos"),
        ('camera:"NIKON D70"', "1 photo"),
    ]
    assert offered(guessing, "da") == [("date:", FIELDS["date"]), ("dark", "2 photos")]
    assert offered(guessing, "20") == [("date:2021", "3 photos"), ("date:2020", "2 photos")]
    assert offered(guessing, "bright") == []


def test_a_word_inside_a_name_is_enough(filled):
    assert offered(filled, "trip") == [('"Norway trip"', "2 photos")]


def test_values_are_those_of_the_library(guessing):
    assert offered(guessing, "camera:")[0] == ('camera:"Canon EOS 80D"', "3 photos")
    assert offered(guessing, "format:") == [("format:jpeg", "4 photos"), ("format:png", "1 photo")]
    assert offered(guessing, "class:") == [("class:dark", "2 photos")]
    assert offered(guessing, "is:da") == [("is:dark", "2 photos")]
    assert offered(guessing, "in:")[0] == ("in:Pictures", "5 photos")
    assert offered(guessing, "in:fj") == [('in:"Pictures/Norway trip/fjord"', "1 photo")]
    assert offered(guessing, "name:") == offered(guessing, "colour:") == []


def test_dates_are_offered_the_newest_first_then_their_months(filled):
    assert [insert for insert, _ in offered(filled, "date:")][:3] == [
        "date:2021",
        "date:2020",
        "date:today",
    ]
    assert offered(filled, "date:2021") == [("date:2021-05", "3 photos")]
    assert offered(filled, "date:2021..") == [("date:2021..2021", "")]
    assert offered(filled, "date:>2") == [("date:>2021", ""), ("date:>2020", "")]


def test_a_proposal_takes_the_place_of_what_was_begun(filled):
    assert after(filled, "red -camera:can beach", 15) == 'red -camera:"Canon EOS 80D" beach'
    assert after(filled, 'camera:"canon e') == 'camera:"Canon EOS 80D"'
    assert after(filled, "camera: nik") == 'camera:"NIKON D70"'
    assert after(filled, "red  ", 4) == "red name: "


def test_what_is_written_already_is_not_offered(filled):
    assert ("format:png", "1 photo") not in offered(filled, "format:png")


def test_no_more_are_offered_than_a_person_looks_at(library):
    library.catalog.add_folder(ROOT)
    for number in range(MOST + 5):
        file = PhotoFile(ROOT / f"trip {number}" / "a.jpg", 1, 1)
        library.catalog.write_photo(file, ContentHash(b"a"), PhotoFacts(4, 3, 1, "JPEG"))
    assert len(offered(library, "trip")) == MOST
    assert folder_counts(library)["Pictures"] == MOST + 5


@given(st.text())
def test_what_is_quoted_is_one_word(words):
    assert len(parse(quoted(words))) <= 1


@given(text=st.text(st.sampled_from('ndc:-"2. O*é\0'), max_size=12), cursor=st.integers(0, 12))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_offered_can_be_put_in_its_place(filled, text, cursor):
    cursor = min(cursor, len(text))
    for each in completions(filled, text, cursor):
        assert 0 <= each.start <= each.end <= len(text)
        assert each.start <= cursor <= each.end
        assert each.insert
        assert (
            each.description or ".." in each.insert or each.insert.startswith(("date:>", "date:<"))
        )


def test_every_value_that_is_offered_fits_as_many_photos_as_it_says(guessing):
    for field in FIELDS:
        for each in completions(guessing, f"{field}:", len(field) + 1):
            ids = fitting_photos(guessing, each.insert)
            assert ids is not None
            assert each.count in (None, len(ids)), each


def test_the_part_to_leave_out_is_the_one_that_helps_most(filled):
    assert explain_nothing(filled, "camera:canon date:2020 format:jpeg") == (
        "Nothing fits all of these. Without camera:canon there would be 2 photos."
    )
    assert explain_nothing(filled, "format:jpeg date:2031") == (
        "Nothing fits all of these. Without date:2031 there would be 4 photos."
    )


def test_where_no_part_helps_alone_that_is_told(filled):
    assert explain_nothing(filled, "date:2031 date:2032") == (
        "Nothing fits all of these. Nor does anything without any one of them."
    )


def test_another_word_of_other_letters_is_not_meant(guessing):
    assert explain_nothing(guessing, "park") == "No photo fits."


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("norwey", 'Is "Norway" meant?'),
        ("camera:nikkon", 'Is "NIKON" meant?'),
        ("darc", 'Is "dark" meant?'),
        ("format:pdf", "The photos are of the formats jpeg, png."),
    ],
)
def test_a_word_that_is_misspelt_is_told(guessing, words, meant):
    assert explain_nothing(guessing, words) == f"No photo fits. {meant}"


def test_nothing_in_the_library_is_told(library):
    assert explain_nothing(library, "a") == "The library has no photos yet."


def test_words_that_are_unclear_are_told_as_such(filled):
    with pytest.raises(FilterUnclear):
        explain_nothing(filled, "date:soon")


@pytest.fixture
def labelled(filled):
    """Two photos of cats, of which one is an animal too; a label for nothing; one album."""
    one, two, *_ = filled.photo_ids()
    cats = labelling.make_label(filled, "Animals/cats")[0].id
    labelling.give(filled, [one, two], cats)
    labelling.give(filled, [one], labelling.label_at(filled, "animals").id)
    labelling.make_label(filled, "hats")
    labelling.set_album(filled, cats, 0.9)
    return filled


def test_labels_are_offered_with_how_many_photos_they_fit(labelled):
    assert offered(labelled, "label:") == [
        ("label:Animals", "2 photos"),
        ("label:Animals/cats", "2 photos"),
        ("label:none", "without any label"),
    ]
    assert offered(labelled, "label:ca") == [("label:Animals/cats", "2 photos")]
    assert offered(labelled, "tag:n") == [("tag:none", "without any label")]
    assert ("label:Animals/cats", "2 photos") in offered(labelled, "cat")
    assert offered(labelled, "album:") == [("album:Animals/cats", "2 photos")]


def test_every_label_that_is_offered_fits_as_many_as_it_says(labelled):
    for each in completions(labelled, "label:", 6)[:2]:
        assert len(fitting_photos(labelled, each.insert)) == each.count


def test_a_label_that_may_be_meant_is_told(labelled):
    assert explain_nothing(labelled, "label:catz") == 'No photo fits. Is "cats" meant?'
    assert explain_nothing(labelled, "label:animalz") == 'No photo fits. Is "Animals" meant?'
    assert explain_nothing(labelled, "album:animals/catz") == (
        'No photo fits. Is "Animals/cats" meant?'
    )
