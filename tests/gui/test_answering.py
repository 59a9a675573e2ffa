from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from lookalike.errors import FilterUnclear, NetworkUnusable, NothingToSearch, PhotoUnreadable
from lookalike.gui import answering
from lookalike.gui.browsing import BY_SIMILARITY, Answer, Query
from lookalike.library.arrangement import Arrangement, Order
from lookalike.library.filters.nothing_fits import explain_nothing
from lookalike.library.intake.importing import import_folders
from lookalike.library.layers.exciting import exciting_photos
from lookalike.library.library import Library
from lookalike.library.search.localising import search_by_parts
from lookalike.library.search.questions import Example, Question, Source, UnitOfLayer
from lookalike.library.search.searching import search
from lookalike.photos import PhotoId
from lookalike.progress import Progress

IdOf = Callable[[str], PhotoId]
BLUE_OF_PIXELS = UnitOfLayer("map", 2)


@pytest.fixture
def id_of(library: Library, photos: Path) -> IdOf:
    """The photos are in the library; their ids by name."""
    import_folders(library, [photos], Progress())
    named = {photo.path.name: photo.id for photo in library.photos(library.photo_ids())}
    return named.__getitem__


def by(*sources: Source, **more) -> Query:
    return Query(Question(tuple(Example(source) for source in sources), **more), BY_SIMILARITY)


def find(library: Library, query: Query, wanted: int = 100) -> Answer:
    return answering.find(library, query, wanted, Progress())


def names(answer: Answer) -> list[str]:
    return [photo.path.name for photo in answer.photos]


def png(path: Path) -> bytes:
    return path.read_bytes()


# --- by pictures ----------------------------------------------------------------------------------


def test_a_photo_of_the_library_names_the_query(library: Library, id_of: IdOf) -> None:
    answer = find(library, by(id_of("red-0.png")))
    (example,) = answer.examples
    assert example.name == "red-0.png"
    assert names(answer)[0] == "red-1.png"
    assert not example.picture.isNull()


def test_a_photo_can_be_searched_by_when_its_file_is_gone(
    library: Library, photos: Path, id_of: IdOf
) -> None:
    (photos / "red-0.png").unlink()
    answer = find(library, by(id_of("red-0.png")))
    assert names(answer)[0] == "red-1.png"


def test_a_picture_without_a_file_is_searched_by(
    library: Library, photos: Path, id_of: IdOf
) -> None:
    answer = find(library, by(png(photos / "blue-1.png")))
    assert answer.examples[0].name == "Pasted picture"
    assert "blue-1.png" in names(answer)[:2]
    likeness = answer.contents.likeness[id_of("blue-1.png")]
    assert likeness.similarity == pytest.approx(1, abs=0.02)


def test_examples_are_marked_in_the_grid_and_pictures_from_elsewhere_are_not(
    library: Library, photos: Path, id_of: IdOf
) -> None:
    red, blue = id_of("red-0.png"), id_of("blue-0.png")
    examples = (Example(red), Example(blue, is_wanted=False), Example(photos / "green-0.png"))
    answer = find(library, Query(Question(examples), BY_SIMILARITY))
    assert answer.contents.marks == {red: True, blue: False}
    assert [each.example for each in answer.examples] == list(examples)


def test_more_than_is_wanted_is_there_for_the_asking(library: Library, id_of: IdOf) -> None:
    assert find(library, by(id_of("red-0.png")), 3).has_more
    assert find(library, by(id_of("red-0.png")), 3).count == 3
    assert not find(library, by(id_of("red-0.png")), 100).has_more


def test_what_the_search_has_to_say_stands_beside_the_count(
    library: Library, id_of: IdOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slower(*asked, **how):
        return replace(search_by_parts(*asked, **how), note="Search is exact and takes longer.")

    monkeypatch.setattr(answering, "search_by_parts", slower)
    told = find(library, by(id_of("red-0.png"))).detail
    assert told == "The 7 most similar of 8 photos · Search is exact and takes longer."


def test_the_query_picture_is_small_whatever_came(
    library: Library, tmp_path: Path, id_of: IdOf
) -> None:
    large = tmp_path / "large.jpg"
    Image.fromarray(np.zeros((1500, 3000, 3), np.uint8)).save(large)
    picture = find(library, by(large)).examples[0].picture
    assert max(picture.width(), picture.height()) <= 300
    assert picture.width() == 2 * picture.height()


def test_an_empty_library_is_told_before_the_network_is_loaded(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "embedder", lambda: pytest.fail("loaded"))
    with pytest.raises(NothingToSearch, match="Drop a folder"):
        find(library, by(tmp_path / "a.jpg"))


def test_what_is_no_picture_is_unreadable(library: Library, tmp_path: Path, id_of: IdOf) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("hello")
    with pytest.raises(PhotoUnreadable, match=r"notes\.txt"):
        find(library, by(other))


# --- sections -------------------------------------------------------------------------------------


def test_photos_after_the_drop_are_folded_under_less_similar(
    library: Library, id_of: IdOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    results = search(library, by(id_of("red-0.png")).question, count=100)
    shown = [match.photo.id for match in results.matches]
    dropped = replace(results, knee=3, stacks={shown[0]: (shown[1],), shown[4]: (shown[5],)})
    monkeypatch.setattr(answering, "search_by_parts", lambda *_, **__: dropped)
    answer = find(library, by(id_of("red-0.png")))
    near, far = answer.contents.sections
    assert (near.title, list(near.photos), near.is_folded) == ("", [shown[0], shown[2]], False)
    assert far.title == "Less similar"
    assert far.is_folded
    assert list(far.photos) == [shown[3], shown[4], shown[6]]
    chosen = find(library, by(id_of("red-0.png"), at_least=0.1))
    assert [section.is_folded for section in chosen.contents.sections] == [False]


def test_results_can_be_in_another_order(library: Library, id_of: IdOf) -> None:
    query = replace(by(id_of("red-0.png")), arrangement=Arrangement(Order.NAME, is_reversed=True))
    contents = find(library, query).contents
    (section,) = contents.sections
    shown = [photo.path.name for photo in library.photos(section.photos)]
    assert shown == sorted(shown, reverse=True)
    assert "red-0.png" not in shown


# --- by words -------------------------------------------------------------------------------------


def test_words_alone_show_all_that_fit(library: Library, id_of: IdOf) -> None:
    answer = find(library, Query(Question(words="red")))
    assert set(answer.contents.photo_ids) == {id_of("red-0.png"), id_of("red-1.png")}
    assert answer.detail == "2 of 8 photos fit"
    assert answer.nothing == ""


def test_photos_can_be_grouped_under_headings(library: Library, id_of: IdOf, photos: Path) -> None:
    folders = Arrangement(Order.FOLDER, is_grouped=True)
    (section,) = find(library, Query(arrangement=folders)).contents.sections
    assert section.title == str(photos)
    assert len(section.photos) == 8


def test_nothing_that_fits_is_explained(library: Library, id_of: IdOf) -> None:
    explained = explain_nothing(library, "red blue")
    answer = find(library, Query(Question(words="red blue")))
    assert (answer.count, answer.nothing) == (0, explained)
    similar = find(library, by(id_of("red-0.png"), words="red blue"))
    assert (similar.nothing, similar.detail) == (explained, "")


@pytest.mark.parametrize("words", ["", "blue"])
def test_a_range_that_nothing_is_in_is_the_reason(
    library: Library, id_of: IdOf, words: str
) -> None:
    answer = find(library, by(id_of("red-0.png"), words=words, at_least=1.0))
    assert answer.count == 0
    assert "Widen the range" in answer.nothing


def test_words_that_cannot_be_understood_are_told(library: Library, id_of: IdOf) -> None:
    with pytest.raises(FilterUnclear):
        find(library, Query(Question(words="date:someday")))


# --- by a unit ------------------------------------------------------------------------------------


def exciting(unit: UnitOfLayer, words: str = "", order: Order = Order.SIMILARITY) -> Query:
    return Query(Question(words=words, unit=unit), Arrangement(order))


def test_the_photos_that_excite_a_unit_most_come_first(library: Library, id_of: IdOf) -> None:
    answer = find(library, exciting(BLUE_OF_PIXELS))
    assert set(names(answer)[:2]) == {"blue-0.png", "blue-1.png"}
    assert list(answer.contents.photo_ids) == [photo.id for photo in answer.photos]
    assert (answer.count, answer.nothing, answer.has_more) == (8, "", False)
    assert answer.detail == "What excites unit 2 of map most"
    assert [section.title for section in answer.contents.sections] == [answer.detail]


def test_what_excites_a_unit_can_be_filtered_and_put_in_another_order(
    library: Library, id_of: IdOf
) -> None:
    filtered = find(library, exciting(BLUE_OF_PIXELS, "red"))
    assert set(filtered.contents.photo_ids) == {id_of("red-0.png"), id_of("red-1.png")}
    assert filtered.count == 2
    by_name = find(library, exciting(BLUE_OF_PIXELS, order=Order.NAME)).contents
    shown = [photo.path.name for photo in library.photos(list(by_name.photo_ids))]
    assert shown == sorted(shown)
    assert len(shown) == 8


def test_why_nothing_excites_a_unit_is_told(
    library: Library, id_of: IdOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    explained = explain_nothing(library, "red blue")
    assert find(library, exciting(BLUE_OF_PIXELS, "red blue")).nothing == explained
    not_seen = find(library, exciting(UnitOfLayer("pool1", 0), "red"))
    assert (not_seen.count, not_seen.contents.sections) == (0, [])
    assert "has been looked at" in not_seen.nothing
    # So many excite it more that red ones are not kept.
    monkeypatch.setattr(
        answering,
        "exciting_photos",
        lambda library, unit, words="": [] if words else exciting_photos(library, unit),
    )
    others = find(library, exciting(BLUE_OF_PIXELS, "red"))
    assert others.nothing == "None of the photos that excite this unit most fits."


def test_a_unit_of_a_layer_that_is_not_there_is_a_sentence(library: Library, id_of: IdOf) -> None:
    with pytest.raises(NetworkUnusable, match="no layer"):
        find(library, exciting(UnitOfLayer("gone", 0)))


# --- one photo ------------------------------------------------------------------------------------


def test_an_example_is_shown_large_for_choosing_a_part(
    library: Library, photos: Path, id_of: IdOf
) -> None:
    of_library = answering.show_example(library, Example(id_of("red-0.png")), 500)
    assert of_library.name == "red-0.png"
    assert of_library.picture.width() == 64
    pasted = answering.show_example(library, Example(png(photos / "red-0.png")), 500)
    assert (pasted.name, pasted.picture.height()) == ("Pasted picture", 48)
    (photos / "red-0.png").unlink()
    assert not answering.show_example(library, Example(id_of("red-0.png")), 500).picture.isNull()


def test_thumbnails_come_from_the_cache_when_the_file_is_gone(
    library: Library, photos: Path, id_of: IdOf
) -> None:
    (photos / "red-0.png").unlink()
    assert answering.fetch_thumbnail(library, id_of("red-0.png")).pixels is not None


def test_without_cache_and_file_there_is_no_thumbnail_and_no_error(
    library: Library, photos: Path, id_of: IdOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    (photos / "red-0.png").unlink()
    monkeypatch.setattr(library.thumbnails, "read", lambda *_: None)
    found = answering.fetch_thumbnail(library, id_of("red-0.png"))
    assert found.pixels is None
    assert found.photo.path.name == "red-0.png"


def test_a_large_photo_that_is_damaged_or_gone_is_a_sentence(
    library: Library, photos: Path, id_of: IdOf
) -> None:
    (photos / "red-0.png").unlink()
    gone = answering.load_large(library, id_of("red-0.png"), 500)
    assert gone.trouble == f"The file is gone: {photos / 'red-0.png'}"
    (photos / "red-1.png").write_bytes(b"\x89PNG no more")
    damaged = answering.load_large(library, id_of("red-1.png"), 500)
    assert damaged.pixels is None
    assert "red-1.png cannot be read" in damaged.trouble


def test_a_photo_that_was_forgotten_is_a_sentence(library: Library) -> None:
    with pytest.raises(NothingToSearch, match="no longer in the library"):
        library.photo(PhotoId(99))


def test_the_network_is_told_with_what_runs_it(library: Library) -> None:
    assert answering.running_network(library) == "Tiny on the CPU"
