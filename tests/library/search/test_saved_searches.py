"""Searches kept by name: what they ask outlives their pictures, and they tell of new photos."""

import json
from pathlib import Path

import pytest

from lookalike.errors import LibraryUnusable, LookalikeError, NothingToSearch
from lookalike.library.library import Library
from lookalike.library.search.questions import Example, Question, UnitOfLayer
from lookalike.library.search.saved_searches import (
    LONGEST_NAME,
    SavedSearch,
    delete_search,
    open_search,
    rename_search,
    restore_search,
    save_search,
    saved_searches,
    saved_searches_with_news,
)
from lookalike.library.search.searching import search
from lookalike.photos import PhotoId, Region

RED, GREEN = (220, 20, 20), (20, 200, 20)


@pytest.fixture
def red(paint, bring_in, library: Library) -> PhotoId:
    """A photo among four others of two colours."""
    path = paint("red.png", RED)
    for seed in range(1, 3):
        paint(f"red-{seed}.png", RED, seed)
        paint(f"green-{seed}.png", GREEN, seed)
    bring_in()
    return next(p.id for p in library.photos(library.photo_ids()) if p.path == path)


def test_a_question_comes_back_as_it_was_asked(library: Library, red: PhotoId) -> None:
    question = Question(
        (Example(red, Region(0.1, 0.2, 0.3, 0.4), 2.0), Example(red, is_wanted=False)),
        words="name:red",
        at_least=0.25,
        at_most=0.75,
    )
    assert open_search(library, save_search(library, "Reds", question)) == question


def test_a_unit_comes_back_as_it_was_asked_for_and_has_no_news(
    library: Library, red: PhotoId, paint, bring_in
) -> None:
    question = Question(words="name:red", unit=UnitOfLayer("map", 2))
    number = save_search(library, "Unit", question)
    assert open_search(library, number) == question
    paint("red-new.png", RED, 9)
    bring_in()
    assert saved_searches_with_news(library) == [SavedSearch(number, "Unit", 0)]


def test_a_search_that_was_saved_before_there_were_units_has_none(
    library: Library, red: PhotoId
) -> None:
    told = {"examples": [], "by": "content", "words": "name:red", "at_least": 0, "at_most": 1}
    number = library.catalog.saved.add("Old", json.dumps(told))
    assert open_search(library, number) == Question(words="name:red")


@pytest.mark.parametrize("unit", [["map"], ["map", "two"], ["map", 1, 2], 7, {}, "map"])
def test_a_damaged_unit_is_a_sentence(library: Library, red: PhotoId, unit: object) -> None:
    told = {"examples": [], "by": "content", "words": "", "at_least": 0, "at_most": 1, "unit": unit}
    number = library.catalog.saved.add("Broken", json.dumps(told))
    with pytest.raises(LibraryUnusable, match="Broken is damaged"):
        open_search(library, number)


def test_a_picture_from_outside_is_kept_with_the_search(
    library: Library, red: PhotoId, paint
) -> None:
    outside = paint("../outside.png", RED, 7)
    number = save_search(library, "Outside", Question((Example(outside),)))
    outside.unlink()
    [match, *_] = search(library, open_search(library, number)).matches
    assert match.photo.path.name.startswith("red")


def test_a_photo_that_moved_is_still_searched_by(
    library: Library, red: PhotoId, bring_in, tmp_path: Path
) -> None:
    number = save_search(library, "Reds", Question((Example(red),)))
    (tmp_path / "photos" / "red.png").rename(tmp_path / "photos" / "moved.png")
    bring_in()
    [example] = open_search(library, number).examples
    assert library.photo(example.source).path.name == "moved.png"


def test_photos_that_came_since_are_news_until_the_search_is_opened(
    library: Library, red: PhotoId, paint, bring_in
) -> None:
    number = save_search(library, "Reds", Question((Example(red),)))
    assert saved_searches_with_news(library) == [SavedSearch(number, "Reds", 0)]
    paint("red-new.png", RED, 9)
    bring_in()
    assert saved_searches_with_news(library)[0].news == 1
    open_search(library, number)
    assert saved_searches_with_news(library)[0].news == 0


def test_what_comes_while_a_search_is_shown_is_no_news(
    library: Library, red: PhotoId, paint, bring_in
) -> None:
    number = save_search(library, "Reds", Question((Example(red),)))
    paint("red-new.png", RED, 9)
    bring_in()
    assert saved_searches_with_news(library, number)[0].news == 0
    version = library.version()
    assert saved_searches_with_news(library, number)[0].news == 0
    assert library.version() == version, "the window would look again for ever"


def test_searches_are_listed_by_name_renamed_and_deleted(library: Library, red: PhotoId) -> None:
    first = save_search(library, "  Boots  and\nshoes ", Question((Example(red),)))
    second = save_search(library, "apples", Question((Example(red),)))
    assert [each.name for each in saved_searches(library)] == ["apples", "Boots and shoes"]
    rename_search(library, second, "Zebras")
    assert [each.id for each in saved_searches(library)] == [first, second]
    deleted = delete_search(library, first)
    assert [each.id for each in saved_searches(library)] == [second]
    restore_search(library, deleted)
    assert [each.name for each in saved_searches(library)] == ["Boots and shoes", "Zebras"]


def test_a_name_is_bounded_and_never_empty(library: Library, red: PhotoId) -> None:
    save_search(library, "x" * 1000, Question((Example(red),)))
    assert len(saved_searches(library)[0].name) == LONGEST_NAME
    with pytest.raises(LookalikeError, match="needs a name"):
        save_search(library, " \n", Question((Example(red),)))


def test_what_cannot_be_opened_says_why_and_has_no_news(library: Library, red: PhotoId) -> None:
    number = save_search(library, "Reds", Question((Example(red),)))
    library.catalog.forget([red])
    assert saved_searches_with_news(library)[0].news == 0
    with pytest.raises(NothingToSearch, match="have left the library"):
        open_search(library, number)
    delete_search(library, number)
    with pytest.raises(NothingToSearch, match="was deleted"):
        open_search(library, number)


@pytest.mark.parametrize(
    "question", ["", "[]", "{", json.dumps({"examples": [{"picture": "?"}], "by": "content"})]
)
def test_a_damaged_search_is_a_sentence(library: Library, red: PhotoId, question: str) -> None:
    number = library.catalog.saved.add("Broken", question)
    with pytest.raises(LibraryUnusable, match="Broken is damaged"):
        open_search(library, number)
