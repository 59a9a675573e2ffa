import sys
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from lookalike.library.arrangement import Arrangement, Order
from lookalike.library.arranging import arrange
from lookalike.library.headings import InFolder, Month, SizeRange
from lookalike.photos import ContentHash, PhotoFacts, PhotoFile, PhotoState

NOON = datetime(2021, 5, 3, 12)


@pytest.fixture
def add(library):
    """Puts a photo into the catalog."""

    def write(path, taken=NOON, size=1, changed=NOON):
        file = PhotoFile(Path(path).absolute(), size, int(changed.timestamp()) * 10**9)
        facts = PhotoFacts(4, 3, 1, "JPEG", taken, "")
        library.catalog.write_photo(file, ContentHash(path.encode()), facts)

    return write


@pytest.fixture
def shown(library):
    """Headings and names of the photos in order."""

    def ask(order, *, photo_ids=None, **choices):
        groups = arrange(library, Arrangement(order, **choices), photo_ids)
        return [
            (group.heading, [photo.path.name for photo in library.photos(group.photos)])
            for group in groups
        ]

    return ask


def test_photos_come_in_the_order_they_were_added(add, shown):
    for name in "bac":
        add(f"/p/{name}")
    assert shown(Order.ADDED) == [(None, ["b", "a", "c"])]
    assert shown(Order.ADDED, is_reversed=True, is_grouped=True) == [(None, ["c", "a", "b"])]


def test_names_are_sorted_as_a_person_counts(add, shown):
    names = ["img_10.jpg", "IMG_2.jpg", "img_1.jpg", "Éa.jpg", "eb.jpg", "img_02b.jpg", "1.jpg"]
    for number, name in enumerate(names):
        add(f"/p{number}/{name}")
    assert shown(Order.NAME) == [
        (
            None,
            ["1.jpg", "Éa.jpg", "eb.jpg", "img_1.jpg", "IMG_2.jpg", "img_02b.jpg", "img_10.jpg"],
        )
    ]


def test_dates_are_grouped_by_month_the_oldest_first(add, shown):
    add("/p/b", datetime(2021, 5, 3))
    add("/p/c", datetime(2021, 4, 30))
    add("/p/a", datetime(2021, 5, 1))
    add("/p/d", datetime(2020, 5, 1))
    may, april, before = Month(2021, 5), Month(2021, 4), Month(2020, 5)
    assert shown(Order.DATE, is_grouped=True) == [
        (before, ["d"]),
        (april, ["c"]),
        (may, ["a", "b"]),
    ]
    assert shown(Order.DATE, is_grouped=True, is_reversed=True) == [
        (may, ["b", "a"]),
        (april, ["c"]),
        (before, ["d"]),
    ]
    assert shown(Order.DATE) == [(None, ["d", "c", "a", "b"])]


def test_photos_without_a_date_stand_where_their_files_were_changed(add, shown):
    add("/p/b", datetime(2021, 5, 2))
    add("/p/a", None, changed=datetime(2021, 5, 1))
    add("/p/c", None, changed=datetime(2021, 5, 31, 23, 59))
    assert shown(Order.DATE, is_grouped=True) == [(Month(2021, 5), ["a", "b", "c"])]


def test_times_before_1970_are_sorted_too(add, shown):
    add("/p/b", datetime(1970, 1, 1))
    add("/p/a", datetime(1930, 12, 31))
    assert shown(Order.DATE, is_grouped=True) == [
        (Month(1930, 12), ["a"]),
        (Month(1970, 1), ["b"]),
    ]


def test_folders_come_before_those_inside_them_and_count_as_a_person_does(add, shown):
    for path in (
        "/p/trip 10/a",
        "/p/trip 2-b/a",
        "/p/trip 2/in/a",
        "/p/trip 2/b10",
        "/p/trip 2/b9",
    ):
        add(path)
    folders = ["/p/trip 2", "/p/trip 2/in", "/p/trip 2-b", "/p/trip 10"]
    found = shown(Order.FOLDER, is_grouped=True)
    assert [heading for heading, _ in found] == [
        InFolder(Path(folder).absolute()) for folder in folders
    ]
    assert [names for _, names in found] == [["b9", "b10"], ["a"], ["a"], ["a"]]


def test_sizes_are_grouped_by_ranges(add, shown):
    for name, size in [("c", 1_000_000), ("a", 99_999), ("b", 100_000), ("d", 10**9)]:
        add(f"/p/{name}", size=size)
    assert shown(Order.SIZE, is_grouped=True) == [
        (SizeRange(0, 100_000), ["a"]),
        (SizeRange(100_000, 1_000_000), ["b"]),
        (SizeRange(1_000_000, 3_000_000), ["c"]),
        (SizeRange(100_000_000, None), ["d"]),
    ]


@pytest.mark.parametrize("order", [Order.ADDED, Order.DATE, Order.NAME, Order.FOLDER, Order.SIZE])
def test_only_ready_photos_that_are_asked_for_are_shown(library, add, shown, order):
    for name in "abcd":
        add(f"/p/{name}")
    library.catalog.mark([2], PhotoState.MISSING)
    assert shown(order) == [(None, ["a", "c", "d"])]
    assert shown(order, photo_ids=np.array([4, 2, 1, 99])) == [(None, ["a", "d"])]
    assert shown(order, photo_ids=np.zeros(0, np.int64)) == []
    add("/p/e")
    assert shown(order) == [(None, ["a", "c", "d", "e"])]


@pytest.mark.parametrize("order", [each for each in Order if each is not Order.SIMILARITY])
def test_nothing_has_no_groups(library, monkeypatch, order):
    likeness = SimpleNamespace(likeness_order=lambda library, ids, progress: ids)
    monkeypatch.setitem(sys.modules, "lookalike.library.likeness_order", likeness)
    assert arrange(library, Arrangement(order, is_grouped=True)) == []


def test_the_order_of_likeness_is_made_of_the_photos_that_are_asked_for(add, shown, monkeypatch):
    for name in "abcd":
        add(f"/p/{name}")
    likeness = SimpleNamespace(
        likeness_order=lambda library, ids, progress: np.array(sorted(ids, key=lambda id_: id_ % 3))
    )
    monkeypatch.setitem(sys.modules, "lookalike.library.likeness_order", likeness)
    assert shown(Order.LIKENESS) == [(None, ["c", "a", "d", "b"])]
    assert shown(Order.LIKENESS, photo_ids=np.array([1, 2, 3]), is_reversed=True) == [
        (None, ["b", "a", "c"])
    ]


def test_the_order_of_similarity_is_that_of_an_answer(library):
    with pytest.raises(ValueError, match="query"):
        arrange(library, Arrangement(Order.SIMILARITY))


def test_headings_are_said_in_english():
    assert str(Month(2021, 3)) == "March 2021"
    assert str(SizeRange(0, 100_000)) == "Under 100 KB"
    assert str(SizeRange(100_000, 1_000_000)) == "100 KB to 1 MB"
    assert str(SizeRange(100_000_000, None)) == "100 MB and more"
    assert str(InFolder(Path("a"))) == "a"
