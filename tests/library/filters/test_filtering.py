import os
import sys
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lookalike.errors import FilterUnclear, LookalikeError
from lookalike.library.filters.filtering import fitting_photos
from lookalike.library.labels import labelling
from lookalike.photos import ContentHash, PhotoFacts, PhotoFile, PhotoState

ROOT = Path("/home/anna/Pictures").absolute()
MIDDAY = datetime(2021, 5, 3, 12)


@pytest.fixture
def add(library):
    """Puts a photo into the catalog, by its path from the library's folder on; tells its id."""
    library.catalog.add_folder(ROOT)

    def write(
        name,
        taken=MIDDAY,
        camera="Canon EOS 80D",
        size=1,
        changed=MIDDAY,
        sides=(40, 30),
        kind="JPEG",
    ):
        file = PhotoFile(ROOT / name, size, int(changed.timestamp()) * 10**9)
        facts = PhotoFacts(*sides, 1, kind, taken, camera)
        library.catalog.write_photo(file, ContentHash(os.fsencode(name)), facts)
        return library.catalog.photo_at(file.path).id

    return write


@pytest.fixture
def fitting(library):
    """The names of the photos that fit."""

    def ask(words):
        ids = fitting_photos(library, words)
        assert ids.dtype == np.int64
        assert np.all(np.diff(ids) > 0)
        return [photo.path.name for photo in library.photos(ids.tolist())]

    return ask


def test_without_words_there_is_nothing_to_fit(library, add):
    add("a.jpg")
    assert fitting_photos(library, " - ") is None


def test_an_empty_library_fits_nothing(library):
    for words in (
        "a",
        "-a",
        "in:/x",
        "date:2021",
        "size:>1",
        "is:portrait",
        "label:x",
        "label:none",
        "album:x",
        "camera:x",
        "format:x",
    ):
        assert fitting_photos(library, words).tolist() == []


def test_a_word_is_a_part_of_a_name_a_folder_or_a_camera(add, fitting):
    add("Beach.JPG", camera="")
    add("beaches/1.jpg", camera="")
    add("2.jpg", camera="Beachcam 3000")
    add("3.jpg", camera="")
    assert fitting("beach") == ["Beach.JPG", "1.jpg", "2.jpg"]
    assert fitting("-beach") == ["3.jpg"]
    assert fitting("name:beach") == ["Beach.JPG"]
    assert fitting("folder:beach") == ["1.jpg"]
    assert fitting("camera:beach") == ["2.jpg"]


def test_all_words_have_to_fit_and_one_of_those_with_or_between(add, fitting):
    for name in ("cat red.jpg", "dog red.jpg", "cow red.jpg", "cat blue.jpg"):
        add(name)
    assert fitting("red cat OR dog") == ["cat red.jpg", "dog red.jpg"]
    assert fitting("red -cat") == ["dog red.jpg", "cow red.jpg"]


def test_case_and_accents_make_no_difference(add, fitting):
    add("Côte d’Azur/ÉTÉ.jpg")
    add("Co\u0302te/e\u0301te\u0301 2.jpg")
    for words in ("cote ete", "CÔTE Été", "co\u0302te e\u0301TE"):
        assert len(fitting(words)) == 2


def test_a_word_does_not_reach_from_a_folder_into_a_name(add, fitting):
    add("ab/cd.jpg")
    assert fitting("bcd") == fitting("ab*cd") == []
    assert fitting("b/cd") == ["cd.jpg"]
    assert fitting("folder:cd") == fitting("name:ab") == []


def test_a_word_does_not_reach_from_one_photo_into_the_next(add, fitting):
    add("ab")
    add("cd")
    assert fitting("name:b*c") == fitting("folder:a") == []


def test_a_star_stands_for_anything_within_a_name(add, fitting):
    for name in ("IMG_1_final.jpg", "IMG_2.jpg", "final_IMG.jpg"):
        add(name)
    assert fitting("img*final") == ["IMG_1_final.jpg"]
    assert fitting("name:*final*") == ["IMG_1_final.jpg", "final_IMG.jpg"]


@pytest.mark.parametrize("name", ["100%.jpg", "a_b.jpg", "x.y+z.jpg", "(1) [2].jpg", "it's.jpg"])
def test_signs_that_mean_something_elsewhere_are_plain_here(add, fitting, name):
    add(name)
    add("1000 aXb xxyzz 1 2 its")
    assert fitting(f'"{name}"') == [name]


def test_what_is_around_the_librarys_folder_says_nothing(add, fitting):
    add("a.jpg")
    assert fitting("anna") == []
    assert fitting("pictures") == ["a.jpg"]


@pytest.mark.skipif(sys.platform == "win32", reason="its names are always text")
def test_a_name_that_is_not_text_is_found_by_the_rest_of_it(add, fitting):
    name = os.fsdecode(b"caf\xe9 red.jpg")
    add(name)
    assert fitting("red") == [name]


@pytest.mark.parametrize(
    "folder",
    ["Pictures/2021", "2021", "2021/", "pictures/2021/", str(ROOT / "2021"), str(ROOT / "2021/")],
)
def test_in_is_a_folder_with_those_inside_it(add, fitting, folder):
    for name in ("2021/a.jpg", "2021/trip/b.jpg", "2021b/c.jpg", "trip/2021/d.jpg", "2021.jpg"):
        add(name)
    assert fitting(f'in:"{folder}"') == ["a.jpg", "b.jpg"]


def test_in_a_folder_around_the_librarys_is_all_of_that_one(library, add, fitting):
    library.catalog.add_folder(Path("/mnt/Pictures").absolute())
    add("a.jpg")
    add(Path("/mnt/Pictures/b.jpg").absolute())
    assert fitting("in:/home") == fitting("in:/home/anna/pictures") == ["a.jpg"]
    assert fitting("in:pictures") == fitting("in:/") == ["a.jpg", "b.jpg"]
    assert fitting("in:/mnt/Pictures") == ["b.jpg"]
    assert fitting("in:/elsewhere") == []


def test_in_may_begin_at_home(add, fitting, monkeypatch):
    monkeypatch.setattr(Path, "home", lambda: Path("/home/anna").absolute())
    add("2021/a.jpg")
    assert fitting("in:~/Pictures/2021") == ["a.jpg"]


def test_dates_are_those_of_taking(add, fitting):
    add("old.jpg", datetime(2020, 12, 31, 23, 59, 59), changed=datetime(2021, 6, 1))
    add("new.jpg", datetime(2021, 1, 1), changed=datetime(1999, 1, 1))
    assert fitting("date:2021") == ["new.jpg"]
    assert fitting("date:..2020") == fitting("-date:>2020") == ["old.jpg"]
    assert fitting("date:2020-12-31..2021-01-01") == ["old.jpg", "new.jpg"]
    assert fitting("date:>=0001") == ["old.jpg", "new.jpg"]


def test_a_photo_that_tells_no_date_has_that_of_its_file_by_the_clock_of_this_place(add, fitting):
    add("first.jpg", None, changed=datetime(2021, 1, 1))
    add("last.jpg", None, changed=datetime(2020, 12, 31, 23, 59, 59))
    assert fitting("date:2021-01-01") == ["first.jpg"]
    assert fitting("date:<2021") == ["last.jpg"]


def test_numbers_are_from_one_end_to_the_other(add, fitting):
    add("s.jpg", size=1000, sides=(10, 20))
    add("m.jpg", size=2000, sides=(20, 20))
    add("l.jpg", size=3000, sides=(30, 20))
    assert fitting("size:2kb..3kb") == ["m.jpg", "l.jpg"]
    assert fitting("size:>2kb") == ["l.jpg"]
    assert fitting("size:<2kb") == ["s.jpg"]
    assert fitting("size:<=999999999999TB") == ["s.jpg", "m.jpg", "l.jpg"]
    assert fitting("width:..20") == ["s.jpg", "m.jpg"]
    assert fitting("height:>20") == []


def test_layouts(add, fitting):
    add("upright.jpg", sides=(1080, 2340))
    add("across.jpg", sides=(4000, 3000))
    add("square.jpg", sides=(1000, 1001))
    add("wide.jpg", sides=(8000, 3000))
    assert fitting("is:portrait") == ["upright.jpg"]
    assert fitting("is:landscape") == ["across.jpg", "wide.jpg"]
    assert fitting("is:square") == ["square.jpg"]
    assert fitting("is:panorama") == ["wide.jpg"]


def test_formats_go_by_their_usual_names(add, fitting):
    add("a", kind="JPEG")
    add("b", kind="JPEG 2000")
    add("c", kind="PNG")
    assert fitting("format:jpg") == fitting("format:JPEG") == ["a"]
    assert fitting("format:jp2") == ["b"]
    assert fitting("format:pn") == ["c"]


@pytest.fixture
def shows(library, monkeypatch):
    """Writes what a network takes a photo for: classes and how likely they are."""
    monkeypatch.setattr(
        "lookalike.library.filters.filtering.classes_named",
        lambda _, word: frozenset({1, 2} if word == "dog" else ()),
    )
    library.catalog.add_space(library.space())

    def write(photo_id, **guesses):
        content = library.photo(photo_id).content_hash
        ranked = enumerate(guesses.items(), 1)
        rows = [(content, rank, int(name[1:]), likely) for rank, (name, likely) in ranked]
        with library.catalog._database.transaction() as connection:
            connection.executemany("INSERT INTO guesses VALUES (1, ?, ?, ?, ?)", rows)

    return write


def test_a_word_may_be_what_the_network_takes_a_photo_for(library, add, fitting, shows):
    shows(add("likely.jpg"), c7=0.5, c2=0.35)
    shows(add("spread.jpg"), c7=0.6, c2=0.2, c1=0.15)
    shows(add("unlikely.jpg"), c7=0.6, c1=0.29)
    add("dog.jpg")
    assert fitting("dog") == ["likely.jpg", "spread.jpg", "dog.jpg"]
    assert fitting("is:dog") == fitting("class:dog") == ["likely.jpg", "spread.jpg"]
    assert fitting("-dog") == ["unlikely.jpg"]


def test_without_a_network_words_are_looked_for_in_names(
    library, add, fitting, monkeypatch, tmp_path
):
    (tmp_path / "none").mkdir()
    monkeypatch.setattr(library, "networks", tmp_path / "none")
    add("dog.jpg")
    assert fitting("dog") == ["dog.jpg"]
    assert fitting("class:dog") == []


def test_only_ready_photos_fit(library, add, fitting, shows):
    shows(add("a/dog 1.jpg"), c1=0.9)
    shows(add("a/dog 2.jpg"), c1=0.9)
    library.catalog.mark([1], PhotoState.MISSING)
    for words in ("dog", "class:dog", "in:a", "-x", "date:2021", "size:1", "format:jpeg", "canon"):
        assert fitting(words) == ["dog 2.jpg"], words


def test_what_comes_in_or_is_described_later_is_found(library, add, fitting):
    add("red.jpg", camera=None)
    assert (fitting("re"), fitting("camera:x")) == (["red.jpg"], [])
    add("red 2.jpg", camera="X")
    assert (fitting("re"), fitting("camera:x")) == (["red.jpg", "red 2.jpg"], ["red 2.jpg"])


def test_a_statement_in_place_of_a_word_is_a_word(library, add, fitting):
    add("a.jpg")
    for field in ("", "name:", "folder:", "in:", "camera:", "format:", "class:"):
        assert fitting(f"""{field}"x' OR 1=1; DROP TABLE photos; --" """) == []
    assert fitting("a.jpg") == ["a.jpg"]


def test_words_that_are_unclear_are_told(library):
    with pytest.raises(FilterUnclear) as told:
        fitting_photos(library, "colour:red")
    assert isinstance(told.value, LookalikeError)


_PIECES = st.sampled_from(
    [
        "name:",
        "in:",
        "~",
        "/",
        "date:",
        "9999",
        "..",
        "0001",
        "size:>",
        "99999999999",
        "TB",
        "*",
        "-",
    ]
)


@given(words=st.text(max_size=12) | st.lists(_PIECES | st.text(max_size=2)).map("".join))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_words_are_more_than_unclear(library, add, words):
    if not library.photo_ids():
        add("a/b c.jpg")
        add("d.jpg", None)
    try:
        ids = fitting_photos(library, words)
    except FilterUnclear:
        return
    assert ids is None or set(ids.tolist()) <= {1, 2}


@pytest.fixture
def give(library):
    """Gives photos a label, which is made where there is none."""

    def write(path, *ids):
        label = labelling.make_label(library, path)[0]
        labelling.give(library, ids, label.id)
        return label.id

    return write


def test_a_label_fits_what_has_it_or_one_inside_of_it(add, give, fitting):
    cat, dog, toy, _ = (add(f"{name}.jpg") for name in "abcd")
    give("animals/Cats", cat)
    give("animals/dogs", dog)
    give("toys/cats", toy)
    assert fitting("label:animals") == ["a.jpg", "b.jpg"]
    assert fitting("label:cats") == ["a.jpg", "c.jpg"]
    assert fitting("label:animals/CATS") == ["a.jpg"]
    assert fitting("-label:cats") == ["b.jpg", "d.jpg"]
    assert fitting("tag:dogs OR label:toys") == ["b.jpg", "c.jpg"]
    assert fitting("label:none") == ["d.jpg"]
    assert fitting("label:xyzzy") == []


def test_a_part_of_a_label_fits_where_none_is_called_so(add, give, fitting):
    give("boots", add("a.jpg"))
    give("ankle boots", add("b.jpg"))
    assert fitting("label:boots") == ["a.jpg"]
    assert fitting("label:boo") == ["a.jpg", "b.jpg"]
    assert fitting("label:an*boots") == ["b.jpg"]
    assert fitting('label:"ankle boots"') == ["b.jpg"]


def test_words_look_into_labels_too(add, give, fitting):
    give("animals/cats", add("a.jpg"))
    add("cat.jpg")
    assert fitting("cat") == ["a.jpg", "cat.jpg"]
    assert fitting("animal") == ["a.jpg"]


def test_a_label_that_is_given_shows_at_once(library, add, give, fitting):
    photo = add("a.jpg")
    boots = give("boots")
    assert fitting("label:boots") == []
    change = labelling.give(library, [photo], boots)
    assert fitting("label:boots") == ["a.jpg"]
    labelling.undo(library, change)
    assert fitting("label:boots") == []


def test_an_album_fits_what_it_found_and_what_was_given(library, add, give, fitting):
    one, two, three, _ = (add(f"{name}.jpg") for name in "abcd")
    boots = give("shoes/boots", one)
    give("shoes/boots/red", two)
    library.catalog.labels.write_album(boots, [(ContentHash(b"c.jpg"), 0.9)])
    assert fitting("album:boots") == []
    labelling.set_album(library, boots, 0.8)
    assert fitting("album:boots") == ["a.jpg", "b.jpg", "c.jpg"]
    assert fitting("label:boots") == ["a.jpg", "b.jpg"]
    labelling.reject(library, [three], boots)
    assert fitting("album:boots") == ["a.jpg", "b.jpg"]
