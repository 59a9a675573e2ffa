"""What a mix of spaces answers, against the spaces one by one."""

import numpy as np
import pytest

from lookalike.errors import NothingToSearch
from lookalike.library.search.building import build_space
from lookalike.library.search.questions import Example, Question
from lookalike.library.search.saved_searches import open_search, save_search
from lookalike.library.search.searching import search
from lookalike.progress import Progress

METRICS = pytest.mark.parametrize("metric", ["cosine", "l2", "l1"])
COLOURS = [(200, 30, 30), (30, 30, 200), (30, 180, 40), (220, 210, 40), (90, 90, 90)]


@pytest.fixture
def ids(library, bring_in, paint):
    """Forty photos of five colours."""
    for number in range(40):
        paint(f"{number // 8}/{number:02}.png", COLOURS[number % 5], number)
    bring_in()
    return library.photo_ids()


def ask(library, example, by, count=50, folder=None, **how):
    return search(library, Question((Example(example),), by, **how), count=count, folder=folder)


def apart(library, example, by, metric):
    """By photo: 1 less its similarity, which is not cut off below 0."""
    found = ask(library, example, by, metric=metric).matches
    lone = [match for match in found if match.similarity > 0]
    scale = np.median([match.distance / (1 - match.similarity) for match in lone])
    return {match.photo.id: match.distance / scale for match in found}


@METRICS
def test_a_mix_is_the_mean_of_its_spaces(library, ids, metric):
    content = apart(library, ids[0], "content", metric)
    colour = apart(library, ids[0], "colour", metric)
    mixed = {photo: 0.75 * content[photo] + 0.25 * colour[photo] for photo in ids[1:]}
    results = ask(library, ids[0], "content*3+colour", metric=metric)
    assert results.by == "content*3+colour"
    assert results.method == "exact"
    assert [match.distance for match in results.matches] == pytest.approx(
        sorted(mixed.values()), rel=1e-5, abs=1e-6
    )
    for match in results.matches:
        assert match.distance == pytest.approx(mixed[match.photo.id], rel=1e-5, abs=1e-6)


@METRICS
def test_a_mix_is_explained_by_its_parts(library, ids, metric):
    for match in ask(library, ids[3], "content*2+colour+pixels", metric=metric).matches:
        shares = {"content": 0.5, "colour": 0.25, "pixels": 0.25}
        mean = sum(share * match.parts[name] for name, share in shares.items())
        assert list(match.parts) == list(shares)
        assert match.similarity == pytest.approx(max(0.0, mean), abs=1e-6)


@METRICS
def test_the_nearest_few_are_the_first_of_all(library, ids, metric):
    every = ask(library, ids[5], "content+pixels", metric=metric).matches
    assert ask(library, ids[5], "content+pixels", count=7, metric=metric).matches == every[:7]


def test_equal_shares_of_one_space_change_nothing_but_the_words(library, ids):
    alone = ask(library, ids[2], "colour").matches
    twice = ask(library, ids[2], "colour*0.5+colour*0.5").matches
    assert [match.photo for match in twice] == [match.photo for match in alone]


def test_what_random_pairs_are_like_is_told(library, ids):
    first, *_, last = ask(library, ids[0], "content+colour").matches
    assert first.percentile > 0.8 > 0.6 > last.percentile


def test_folder_words_and_range_hold_for_mixes(library, ids, tmp_path):
    folder = (tmp_path / "photos" / "2").resolve()
    inside = ask(library, ids[0], "content+colour", folder=folder).matches
    assert len(inside) == 8
    assert all(match.photo.path.is_relative_to(folder) for match in inside)
    named = ask(library, ids[0], "content+colour", words="name:07").matches
    assert [match.photo.path.name for match in named] == ["07.png"]
    every = ask(library, ids[0], "content+colour").matches
    bound = every[4].similarity
    few = ask(library, ids[0], "content+colour", count=3, at_most=bound - 1e-6).matches
    assert [match.photo for match in few] == [match.photo for match in every[5:8]]


def test_a_photo_that_one_space_lacks_is_noted_and_left_out(library, ids, paint, bring_in):
    build_space(library, "layer:map", Progress())
    paint("late.png", COLOURS[0], 99)
    bring_in()
    results = ask(library, ids[0], "content+layer:map")
    assert "late.png" not in [match.photo.path.name for match in results.matches]
    assert "1 photo came in since and cannot be found by layer:map yet" in results.note


def test_a_mix_of_a_space_that_is_not_built_says_how(library, ids):
    with pytest.raises(NothingToSearch, match="layer:map") as told:
        ask(library, ids[0], "content+layer:map")
    assert "lookalike build layer:map" in told.value.hint


def test_several_examples_are_mixed_as_well(library, ids):
    examples = (Example(ids[0]), Example(ids[1]), Example(ids[2], is_wanted=False))
    results = search(library, Question(examples, "content+colour"))
    assert results.how == "linear"
    assert len(results.matches) == 37


def test_a_saved_search_keeps_mix_and_metric(library, ids):
    question = Question((Example(ids[0]),), "content*0.7+colour*0.3", metric="l1")
    assert open_search(library, save_search(library, "Mix", question)) == question
