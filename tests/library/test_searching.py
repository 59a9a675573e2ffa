"""Answers to pictures: which photos, in which order, with which numbers."""

from pathlib import Path

import pytest
from PIL import Image

from lookalike.errors import NothingToSearch, PhotoUnreadable
from lookalike.library.library import Library
from lookalike.library.searching import Example, search
from lookalike.photos import PhotoId, Region
from lookalike.settings import Settings

RED, ORANGE, GREEN, BLUE = (220, 20, 20), (220, 120, 20), (20, 200, 20), (20, 20, 220)


@pytest.fixture
def colours(bring_in, paint) -> dict[str, Path]:
    """A library of photos that differ in colour, which is all that the tiny network sees."""
    painted = {"red": RED, "orange": ORANGE, "green": GREEN, "blue": BLUE}
    paths = {name: paint(f"{name}.png", colour) for name, colour in painted.items()}
    bring_in()
    return paths


def names(results) -> list[str]:
    return [match.photo.path.stem for match in results.matches]


def id_of(library, path: Path) -> PhotoId:
    return next(p.id for p in library.photos(library.photo_ids()) if p.path == path)


def test_the_most_similar_photo_comes_first(library, colours, paint):
    results = search(library, [Example(paint("../query.png", (230, 30, 10), seed=9))])
    assert names(results)[:2] == ["red", "orange"]
    assert [match.rank for match in results.matches] == [1, 2, 3, 4]
    distances = [match.distance for match in results.matches]
    assert distances == sorted(distances)


def test_a_file_of_the_library_finds_itself_at_full_similarity(library, colours):
    [first, *_] = search(library, [Example(colours["green"])]).matches
    assert first.photo.path == colours["green"]
    assert first.distance == pytest.approx(0, abs=1e-6)
    assert (first.similarity, first.percentile) == (pytest.approx(1), pytest.approx(1))


def test_a_large_file_of_the_library_is_like_itself_too(library, colours, paint, bring_in):
    path = paint("large.png")
    with Image.open(path) as image:
        image.resize((900, 700), Image.Resampling.NEAREST).save(path)
    bring_in()
    [first, *_] = search(library, [Example(path)]).matches
    assert (first.photo.path, first.distance) == (path, pytest.approx(0, abs=1e-6))


def test_similarity_and_percentile_fall_with_distance(library, colours):
    matches = search(library, [Example(colours["red"])]).matches
    for numbers in ([m.similarity for m in matches], [m.percentile for m in matches]):
        assert numbers == sorted(numbers, reverse=True)
        assert all(0 <= number <= 1 for number in numbers)


def test_a_photo_of_the_library_is_left_out_of_its_own_answer(library, colours):
    results = search(library, [Example(id_of(library, colours["red"]))])
    assert "red" not in names(results)
    assert names(results)[0] == "orange"


def test_a_photo_of_the_library_is_searched_without_its_file(library, colours):
    photo_id = id_of(library, colours["red"])
    colours["red"].unlink()
    assert names(search(library, [Example(photo_id)]))[0] == "orange"


def test_bytes_of_a_picture_are_searched_like_its_file(library, colours):
    by_bytes = search(library, [Example(colours["blue"].read_bytes())])
    assert by_bytes.matches == search(library, [Example(colours["blue"])]).matches


def test_only_the_region_counts(library, colours, tmp_path):
    picture = Image.new("RGB", (40, 20), GREEN)
    picture.paste(BLUE, (20, 0, 40, 20))
    picture.save(tmp_path / "two.png")
    left, right = Region(0, 0, 0.5, 1), Region(0.5, 0, 0.5, 1)
    assert names(search(library, [Example(tmp_path / "two.png", left)]))[0] == "green"
    assert names(search(library, [Example(tmp_path / "two.png", right)]))[0] == "blue"


def test_an_unwanted_example_pushes_its_like_away(library, colours):
    def distance_of_red(**choices) -> float:
        matches = search(library, [Example(colours["orange"])], **choices).matches
        return next(m.distance for m in matches if m.photo.path == colours["red"])

    assert distance_of_red(unwanted=[Example(colours["red"])]) > distance_of_red() + 0.1


def test_several_examples_are_answered_by_what_lies_between(library, colours, paint, bring_in):
    paint("yellow.png", (200, 190, 20))
    bring_in()
    results = search(library, [Example(colours["red"]), Example(colours["green"])])
    assert names(results).index("yellow") < names(results).index("blue")


@pytest.mark.parametrize("metric", ["cosine", "l2", "l1"])
def test_every_metric_puts_the_photo_itself_first(library, colours, metric):
    results = search(library, [Example(colours["orange"])], metric=metric)
    assert names(results)[0] == "orange"
    assert (results.metric, results.method) == (metric, "exact")


def test_no_more_than_were_asked(library, colours):
    assert len(search(library, [Example(colours["red"])], count=2).matches) == 2
    assert len(search(library, [Example(colours["red"])], count=99).matches) == 4


def test_less_similar_photos_are_left_out(library, colours):
    every = search(library, [Example(colours["red"])]).matches
    bound = every[1].similarity
    few = search(library, [Example(colours["red"])], min_similarity=bound).matches
    assert few == every[:2]


def test_only_photos_of_the_folder(library, colours, paint, bring_in, tmp_path):
    inside = paint("inner/red.png", RED, seed=3)
    paint("inner-not/red.png", RED, seed=4)
    bring_in()
    results = search(library, [Example(colours["red"])], folder=tmp_path / "photos" / "inner")
    assert [match.photo.path for match in results.matches] == [inside]


def test_copies_outside_of_the_folder_are_no_answer(library, colours, paint, bring_in, tmp_path):
    inside = paint("inner/copy.png", RED)
    bring_in()
    results = search(library, [Example(inside)], folder=inside.parent)
    assert [match.photo.path for match in results.matches] == [inside]


def test_a_folder_that_the_library_does_not_know_is_told(library, colours, tmp_path):
    with pytest.raises(NothingToSearch, match="no photos of the folder"):
        search(library, [Example(colours["red"])], folder=tmp_path / "elsewhere")


def test_every_copy_is_an_answer(library, colours, bring_in):
    copy = colours["red"].with_name("copy.png")
    copy.write_bytes(colours["red"].read_bytes())
    bring_in()
    assert set(names(search(library, [Example(colours["red"])], count=2))) == {"red", "copy"}


def test_missing_photos_are_no_answer_and_take_no_place(library, colours, bring_in):
    colours["red"].unlink()
    bring_in()
    results = search(library, [Example(colours["orange"])], count=3)
    assert sorted(names(results)) == ["blue", "green", "orange"]


def test_photos_are_found_while_the_index_is_behind(library, colours, paint, bring_in):
    search(library, [Example(colours["red"])])
    late = paint("late.png", RED, seed=7)
    bring_in()
    assert late.stem in names(search(library, [Example(colours["red"])], count=2))


def test_an_empty_library_says_what_to_do(library, paint):
    with pytest.raises(NothingToSearch, match="no photos yet"):
        search(library, [Example(paint("a.png"))])


def test_photos_that_another_network_looked_at_are_told_apart_from_none(
    library, make_network, colours
):
    other = make_network("other", gain=2.0, name="other", title="Other")
    with (
        Library.open(library.folder, Settings(network="other"), networks=other.parent) as reopened,
        pytest.raises(NothingToSearch, match="Other has not looked"),
    ):
        search(reopened, [Example(colours["red"])])


def test_an_unknown_space_is_told(library, colours):
    with pytest.raises(NothingToSearch, match='no space "taste"'):
        search(library, [Example(colours["red"])], by="taste")


@pytest.mark.parametrize("source", [b"", b"no picture", Path("/nowhere/a.jpg")])
def test_what_is_no_picture_is_told(library, colours, source):
    with pytest.raises(PhotoUnreadable):
        search(library, [Example(source)])


def test_a_photo_that_was_forgotten_is_told(library, colours):
    with pytest.raises(NothingToSearch, match="no longer"):
        search(library, [Example(PhotoId(999))])
