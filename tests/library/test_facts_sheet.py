from datetime import datetime
from pathlib import Path

import pytest

from lookalike.imaging.exif_sheet import ExifSheet
from lookalike.library.facts_sheet import (
    Fact,
    FactGroup,
    FactName,
    describe,
    dimensions_text,
    facts_sheet,
    size_text,
)
from lookalike.library.labels import labelling
from lookalike.photos import Photo, PhotoFacts, PhotoFile, PhotoId, PhotoState


def photo(**changed: object) -> Photo:
    file = PhotoFile(Path("/photos/sea.jpg"), 4_234_567, 1_700_000_000_000_000_000)
    facts = PhotoFacts(4608, 3456, 1, "JPEG", datetime(2024, 5, 6, 7, 8, 9))
    return Photo(PhotoId(1), file, PhotoState.READY, None, changed.get("facts", facts))


def told(exif: ExifSheet) -> dict[str, str]:
    sheet = describe(photo(), exif)
    return {fact.name: fact.value for _, facts in sheet.groups for fact in facts}


def test_values_are_said_as_photographers_say_them():
    rows = told(
        ExifSheet(
            exposure_s=1 / 250,
            f_number=2.8,
            iso=400,
            focal_length_mm=50,
            focal_length_35mm=75,
            exposure_bias_ev=-1 / 3,
            has_flashed=False,
            latitude=-33.86,
            longitude=151.2,
            altitude_m=12.4,
            rating=4,
            keywords=("sea", "boat"),
        )
    )
    assert rows[FactName.TIME] == "1/250 s"
    assert rows[FactName.APERTURE] == "f/2.8"
    assert rows[FactName.ISO] == "400"
    assert rows[FactName.FOCAL_LENGTH] == "50 mm, 75 mm (35 mm eq.)"
    assert rows[FactName.BIAS] == "−0.33 EV"
    assert rows[FactName.FLASH] == "Did not fire"
    assert rows[FactName.POSITION] == "33.86000° S, 151.20000° E"
    assert rows[FactName.ALTITUDE] == "12 m"
    assert rows[FactName.RATING] == "★★★★☆"
    assert rows[FactName.KEYWORDS] == "sea, boat"


def test_labels_are_told_by_their_paths(library, paint, bring_in):
    paint("a.png")
    bring_in()
    [photo_id] = library.photo_ids()

    def words():
        return dict(facts_sheet(library, photo_id).groups).get(FactGroup.WORDS)

    assert words() is None
    for path in ("red", "animals/cats"):
        labelling.give(library, [photo_id], labelling.make_label(library, path)[0].id)
    assert words() == (Fact(FactName.LABELS, "animals/cats, red"),)


def test_what_is_not_known_has_no_row_and_no_heading():
    groups = [group for group, _ in describe(photo(facts=None), ExifSheet()).groups]
    assert groups == [FactGroup.FILE]


def test_the_time_taken_comes_from_the_library_where_the_file_tells_none():
    assert told(ExifSheet())[FactName.TAKEN] == "2024-05-06 07:08:09"
    assert told(ExifSheet(taken="2020-01-01 00:00"))[FactName.TAKEN] == "2020-01-01 00:00"


def test_guesses_are_told_as_percent():
    sheet = describe(photo(), ExifSheet(), [("teapot", 0.613), ("cup", 0.2)])
    group, facts = sheet.groups[-1]
    assert group is FactGroup.GUESSES
    assert [(fact.name, fact.value) for fact in facts] == [("teapot", "61%"), ("cup", "20%")]


@pytest.mark.parametrize(
    ("size_bytes", "text"),
    [
        (1, "1 byte"),
        (999, "999 bytes"),
        (1000, "1 kB"),
        (999_400, "999 kB"),
        (999_900, "1.0 MB"),
        (4_234_567, "4.2 MB"),
        (2_500_000_000, "2.50 GB"),
    ],
)
def test_sizes_are_said_in_thousands(size_bytes, text):
    assert size_text(size_bytes) == text


def test_dimensions_come_with_megapixels_where_there_are_any():
    assert dimensions_text(4608, 3456) == "4608 × 3456 (15.9 MP)"
    assert dimensions_text(64, 48) == "64 × 48"
