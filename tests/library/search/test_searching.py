"""Answers to pictures: which photos, in which order, with which numbers."""

from pathlib import Path

import pytest
from PIL import Image

from lookalike.errors import NothingToSearch, PhotoUnreadable
from lookalike.library.library import Library
from lookalike.library.search.index_store import IndexStore
from lookalike.library.search.questions import Example, Question
from lookalike.library.search.searching import load_index, search
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


def ask(library, *examples, count=50, metric="cosine", exact=False, folder=None, **how):
    """Search by these examples; what else is asked is of the question."""
    question = Question(examples, metric=metric, **how)
    return search(library, question, count=count, exact=exact, folder=folder)


def id_of(library, path: Path) -> PhotoId:
    return next(p.id for p in library.photos(library.photo_ids()) if p.path == path)


def test_the_most_similar_photo_comes_first(library, colours, paint):
    results = ask(library, Example(paint("../query.png", (230, 30, 10), seed=9)))
    assert names(results)[:2] == ["red", "orange"]
    assert [match.rank for match in results.matches] == [1, 2, 3, 4]
    distances = [match.distance for match in results.matches]
    assert distances == sorted(distances)


def test_an_index_that_was_loaded_is_not_waited_for(library, colours, monkeypatch):
    load_index(library)
    monkeypatch.delattr(IndexStore, "build")
    monkeypatch.delattr(IndexStore, "read")
    assert len(ask(library, Example(colours["red"])).matches) == 4


def test_there_is_no_index_to_load_where_there_are_no_photos(library):
    load_index(library)
    assert not (library.folder / "index").exists()


def test_a_file_of_the_library_finds_itself_at_full_similarity(library, colours):
    [first, *_] = ask(library, Example(colours["green"])).matches
    assert first.photo.path == colours["green"]
    assert first.distance == pytest.approx(0, abs=1e-6)
    assert (first.similarity, first.percentile) == (pytest.approx(1), pytest.approx(1))


def test_a_large_file_of_the_library_is_like_itself_too(library, colours, paint, bring_in):
    path = paint("large.png")
    with Image.open(path) as image:
        image.resize((900, 700), Image.Resampling.NEAREST).save(path)
    bring_in()
    [first, *_] = ask(library, Example(path)).matches
    assert (first.photo.path, first.distance) == (path, pytest.approx(0, abs=1e-6))


def test_similarity_and_percentile_fall_with_distance(library, colours):
    matches = ask(library, Example(colours["red"])).matches
    for numbers in ([m.similarity for m in matches], [m.percentile for m in matches]):
        assert numbers == sorted(numbers, reverse=True)
        assert all(0 <= number <= 1 for number in numbers)


def test_a_photo_of_the_library_is_left_out_of_its_own_answer(library, colours):
    results = ask(library, Example(id_of(library, colours["red"])))
    assert "red" not in names(results)
    assert names(results)[0] == "orange"


def test_a_photo_of_the_library_is_searched_without_its_file(library, colours):
    photo_id = id_of(library, colours["red"])
    colours["red"].unlink()
    assert names(ask(library, Example(photo_id)))[0] == "orange"


def test_bytes_of_a_picture_are_searched_like_its_file(library, colours):
    by_bytes = ask(library, Example(colours["blue"].read_bytes()))
    assert by_bytes.matches == ask(library, Example(colours["blue"])).matches


def test_only_the_region_counts(library, colours, tmp_path):
    picture = Image.new("RGB", (40, 20), GREEN)
    picture.paste(BLUE, (20, 0, 40, 20))
    picture.save(tmp_path / "two.png")
    left, right = Region(0, 0, 0.5, 1), Region(0.5, 0, 0.5, 1)
    assert names(ask(library, Example(tmp_path / "two.png", left)))[0] == "green"
    assert names(ask(library, Example(tmp_path / "two.png", right)))[0] == "blue"


def test_an_unwanted_example_pushes_its_like_away(library, colours):
    def distance_of_red(*unwanted) -> float:
        matches = ask(library, Example(colours["orange"]), *unwanted).matches
        return next(m.distance for m in matches if m.photo.path == colours["red"])

    assert distance_of_red(Example(colours["red"], is_wanted=False)) > distance_of_red() + 0.1


def test_several_examples_are_answered_by_what_lies_between(library, colours, paint, bring_in):
    paint("yellow.png", (200, 190, 20))
    bring_in()
    results = ask(library, Example(colours["red"]), Example(colours["green"]))
    assert names(results).index("yellow") < names(results).index("blue")


@pytest.mark.parametrize("metric", ["cosine", "l2", "l1"])
def test_every_metric_puts_the_photo_itself_first(library, colours, metric):
    results = ask(library, Example(colours["orange"]), metric=metric)
    assert names(results)[0] == "orange"
    assert (results.metric, results.method) == (metric, "exact")


def test_no_more_than_were_asked(library, colours):
    assert len(ask(library, Example(colours["red"]), count=2).matches) == 2
    assert len(ask(library, Example(colours["red"]), count=99).matches) == 4


def test_less_similar_photos_are_left_out(library, colours):
    every = ask(library, Example(colours["red"])).matches
    bound = every[1].similarity
    few = ask(library, Example(colours["red"]), at_least=bound).matches
    assert few == every[:2]


def test_only_photos_of_the_folder(library, colours, paint, bring_in, tmp_path):
    inside = paint("inner/red.png", RED, seed=3)
    paint("inner-not/red.png", RED, seed=4)
    bring_in()
    results = ask(library, Example(colours["red"]), folder=tmp_path / "photos" / "inner")
    assert [match.photo.path for match in results.matches] == [inside]


def test_copies_outside_of_the_folder_are_no_answer(library, colours, paint, bring_in, tmp_path):
    inside = paint("inner/copy.png", RED)
    bring_in()
    results = ask(library, Example(inside), folder=inside.parent)
    assert [match.photo.path for match in results.matches] == [inside]


def test_a_folder_that_the_library_does_not_know_is_told(library, colours, tmp_path):
    with pytest.raises(NothingToSearch, match="no photos of the folder"):
        ask(library, Example(colours["red"]), folder=tmp_path / "elsewhere")


def test_every_copy_is_an_answer(library, colours, bring_in):
    copy = colours["red"].with_name("copy.png")
    copy.write_bytes(colours["red"].read_bytes())
    bring_in()
    assert set(names(ask(library, Example(colours["red"]), count=2))) == {"red", "copy"}


def test_missing_photos_are_no_answer_and_take_no_place(library, colours, bring_in):
    colours["red"].unlink()
    bring_in()
    results = ask(library, Example(colours["orange"]), count=3)
    assert sorted(names(results)) == ["blue", "green", "orange"]


def test_photos_are_found_while_the_index_is_behind(library, colours, paint, bring_in):
    ask(library, Example(colours["red"]))
    late = paint("late.png", RED, seed=7)
    bring_in()
    assert late.stem in names(ask(library, Example(colours["red"]), count=2))


def test_an_empty_library_says_what_to_do(library, paint):
    with pytest.raises(NothingToSearch, match="no photos yet"):
        ask(library, Example(paint("a.png")))


def test_photos_that_another_network_looked_at_are_told_apart_from_none(
    library, make_network, colours
):
    other = make_network("other", gain=2.0, name="other", title="Other")
    with (
        Library.open(library.folder, Settings(network="other"), networks=other.parent) as reopened,
        pytest.raises(NothingToSearch, match="Other has not looked"),
    ):
        ask(reopened, Example(colours["red"]))


def test_an_unknown_space_is_told(library, colours):
    with pytest.raises(NothingToSearch, match='no space "taste"'):
        ask(library, Example(colours["red"]), by="taste")


@pytest.mark.parametrize("source", [b"", b"no picture", Path("/nowhere/a.jpg")])
def test_what_is_no_picture_is_told(library, colours, source):
    with pytest.raises(PhotoUnreadable):
        ask(library, Example(source))


def test_a_photo_that_was_forgotten_is_told(library, colours):
    with pytest.raises(NothingToSearch, match="no longer"):
        ask(library, Example(PhotoId(999)))


def test_a_question_without_an_example_is_no_search(library, colours):
    with pytest.raises(ValueError, match="example"):
        ask(library, words="red")


def test_it_is_told_what_was_made_of_the_examples(library, colours):
    red, orange = Example(colours["red"]), Example(colours["orange"])
    against = Example(colours["blue"], is_wanted=False)
    assert ask(library, red).how == "example"
    assert ask(library, red, orange).how == "mean"
    assert ask(library, red, orange, against).how == "linear"
    assert ask(library, red, orange, against, metric="l2").how == "mean"


def test_a_heavier_example_counts_more(library, colours):
    def first(red: float, green: float) -> str:
        examples = Example(colours["red"], weight=red), Example(colours["green"], weight=green)
        return names(ask(library, *examples))[0]

    assert (first(9, 1), first(1, 9)) == ("red", "green")


def test_without_a_wanted_example_the_least_similar_come_first(library, colours):
    results = ask(library, Example(colours["red"], is_wanted=False))
    assert names(results)[-2:] == ["orange", "red"]
    assert "least like" in results.note


@pytest.mark.parametrize("metric", ["cosine", "l2", "l1"])
def test_more_similar_photos_are_left_out_and_take_no_place(library, colours, metric):
    every = ask(library, Example(colours["red"]), metric=metric).matches
    bound = (every[0].similarity + every[1].similarity) / 2
    few = ask(library, Example(colours["red"]), metric=metric, at_most=bound, count=2)
    assert [m.photo.id for m in few.matches] == [m.photo.id for m in every[1:3]]
    assert few.has_more == (len(every) > 3)


def test_only_photos_that_fit_the_words(library, colours):
    results = ask(library, Example(colours["red"]), words="name:green")
    assert names(results) == ["green"]
    assert results.method == "exact"


def test_copies_that_do_not_fit_the_words_are_no_answer(library, colours, bring_in):
    colours["red"].with_name("copy.png").write_bytes(colours["red"].read_bytes())
    bring_in()
    assert names(ask(library, Example(colours["orange"]), words="name:copy")) == ["copy"]


def test_words_and_folder_hold_both(library, colours, paint, bring_in):
    inner = paint("inner/green.png", GREEN, seed=5)
    bring_in()
    results = ask(library, Example(colours["red"]), words="name:green", folder=inner.parent)
    assert [match.photo.path for match in results.matches] == [inner]


def test_words_that_no_photo_fits_are_told(library, colours):
    results = ask(library, Example(colours["red"]), words="name:nobody")
    assert results.matches == ()
    assert results.knee == 0
    assert "No photo fits" in results.note


def test_it_is_told_whether_there_is_more(library, colours):
    red = Example(colours["red"])
    assert ask(library, red, count=3).has_more
    assert not ask(library, red, count=4).has_more
    assert not ask(library, red, count=1, at_least=0.99).has_more


def test_the_knee_parts_the_copies_from_the_rest_however_many_are_asked(library, colours, paint):
    near = Example(colours["red"])
    assert [ask(library, near, count=count).knee for count in (1, 2, 4)] == [1, 2, 2]


def test_copies_are_stacked_under_the_best_match(library, colours, bring_in):
    copy = colours["green"].with_name("copy.png")
    copy.write_bytes(colours["green"].read_bytes())
    bring_in()
    results = ask(library, Example(colours["orange"]))
    green, copied = id_of(library, colours["green"]), id_of(library, copy)
    assert results.stacks == {green: (copied,)}
    assert len(results.matches) == 5


def test_copies_of_what_was_asked_by_do_not_hide_what_is_like_it(
    library, bring_in, paint, tmp_path
):
    for seed in range(3):
        paint(f"red-{seed}.png", RED, seed)
        paint(f"blue-{seed}.png", BLUE, seed)
    bring_in()
    outside = tmp_path / "outside.png"
    outside.write_bytes((tmp_path / "photos" / "red-0.png").read_bytes())
    found = search(library, Question((Example(outside),)))
    assert {name.split("-")[0] for name in names(found)[: found.knee]} == {"red"}
    assert found.knee == 3
