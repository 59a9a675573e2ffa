"""Retrieval quality, on trees where it can be worked out by hand, and on a library."""

import numpy as np
import pytest

from lookalike.errors import FolderUnusable, NothingToSearch
from lookalike.library.evaluation import evaluating
from lookalike.library.evaluation.evaluating import evaluate, evaluate_library
from lookalike.library.evaluation.evaluation import RECALL_LEVELS, Evaluation
from lookalike.library.evaluation.photo_classes import ClassesBy, photo_classes
from lookalike.library.search.questions import Example, Question
from lookalike.library.search.searching import search
from lookalike.progress import Cancelled, Progress

RED, BLUE = (220, 20, 20), (20, 20, 220)


def measure_by(library, tmp_path, **choices):
    return evaluate(
        tmp_path / "photos", library.embedder(), library.settings, Progress(), **choices
    )


def measure(library, tmp_path, **choices):
    return measure_by(library, tmp_path, **choices).evaluations[0]


def test_classes_that_lie_apart_are_found_without_fault(library, paint, tmp_path):
    for seed in range(11):
        paint(f"red/{seed}.png", RED, seed)
        paint(f"inner/../blue/{seed}.png", BLUE, seed)
    told = measure(library, tmp_path)
    assert (told.space, told.metric, told.queries) == ("content", "cosine", 22)
    figures = (told.precision_at_1, told.precision_at_10, told.mean_average_precision)
    assert [(figure.low, figure.value, figure.high) for figure in figures] == [(1, 1, 1)] * 3
    assert told.precision_by_recall.tolist() == [1] * len(RECALL_LEVELS)
    assert [(each.name, each.queries) for each in told.classes] == [("blue", 11), ("red", 11)]


def test_each_space_is_judged_by_what_it_looks_at(library, paint, tmp_path):
    for seed in range(11):
        paint(f"red/{seed}.png", RED, seed)
        paint(f"blue/{seed}.png", BLUE, seed)
    names = ["colour", "pixels", "layer:map", "content"]
    told = {one.space: one for one in measure_by(library, tmp_path, by=names).evaluations}
    assert list(told) == names
    assert [told[name].precision_at_10.value for name in ("colour", "layer:map")] == [1, 1]
    # Its mean is taken off, and what is left is noise: the same twice, in either colour.
    assert told["pixels"].precision_at_1.value == 0
    assert {one.queries for one in told.values()} == {22}


def test_each_space_is_measured_by_each_metric(library, paint, tmp_path):
    for seed in range(3):
        paint(f"red/{seed}.png", RED, seed)
        paint(f"blue/{seed}.png", BLUE, seed)
    found = measure_by(library, tmp_path, by=["colour", "content"], metrics=["l1", "cosine"])
    ways = [(one.space, one.metric) for one in found.evaluations]
    assert ways == [
        ("colour", "l1"), ("colour", "cosine"), ("content", "l1"), ("content", "cosine")
    ]  # fmt: skip


def test_a_space_that_there_is_not_is_told_before_any_work(library, paint, tmp_path):
    paint("red/0.png")
    with pytest.raises(NothingToSearch, match='no space "taste"'):
        measure_by(library, tmp_path, by=["taste"])


def test_a_photo_alone_in_its_class_is_no_query(library, paint, tmp_path):
    paint("one/a.png", (0, 0, 250))
    paint("two/a.png", (250, 0, 0), 1)
    paint("two/b.png", (250, 0, 0), 2)
    told = measure(library, tmp_path)
    assert told.queries == 2
    assert told.precision_at_1.value == 1
    # One right answer among the two that there are.
    assert told.precision_at_10.value == pytest.approx(0.1)


def test_the_worst_queries_tell_what_they_found_instead(library, paint, tmp_path):
    for seed in range(4):
        paint(f"red/{seed}.png", RED, seed)
        paint(f"blue/{seed}.png", BLUE, seed)
    stray = paint("red/stray.png", BLUE, 9)
    worst = measure(library, tmp_path).worst[0]
    assert (worst.photo.path, worst.photo.class_name) == (stray, "red")
    assert {photo.class_name for photo in worst.found} == {"blue"}
    assert len(worst.found) == 4


def test_photos_of_another_tree_ask_for_those_of_this_one(library, paint, tmp_path):
    for seed in range(3):
        paint(f"red/{seed}.png", RED, seed)
        paint(f"blue/{seed}.png", BLUE, seed)
    asked = tmp_path / "asked"
    query = paint("../asked/red/new.png", RED, 20)
    paint("../asked/red/wrong.png", BLUE, 21)
    paint("../asked/green/0.png", (20, 220, 20), 22)
    told = measure(library, tmp_path, queries=asked)
    assert told.queries == 2
    assert told.precision_at_1.value == 0.5
    assert [each.name for each in told.classes] == ["red"]
    assert told.worst[-1].photo.path == query


def test_a_query_that_lies_in_both_trees_finds_itself(library, paint, tmp_path):
    for colour in (RED, BLUE):
        paint(f"{colour[0]}/0.png", colour)
    told = measure(library, tmp_path, queries=tmp_path / "photos")
    assert (told.queries, told.precision_at_1.value) == (2, 1)


def test_excluded_folders_and_broken_files_do_not_count(library, paint, tmp_path):
    for seed in range(2):
        paint(f"red/{seed}.png", RED, seed)
        paint(f"_other/{seed}.png", BLUE, seed)
    paint("red/broken.png").write_bytes(b"")
    paint("../asked/red/broken.png").write_bytes(b"")
    paint("../asked/red/0.png", RED, 5)
    found = measure_by(library, tmp_path, exclude=["_*"])
    assert (found.evaluations[0].queries, found.unreadable) == (2, 1)
    found = measure_by(library, tmp_path, exclude=["_*"], queries=tmp_path / "asked")
    assert (found.evaluations[0].queries, found.unreadable) == (1, 2)


def test_trees_without_classes_are_told(library, paint, tmp_path):
    paint("a.png")
    with pytest.raises(NothingToSearch, match="sub-folders"):
        measure(library, tmp_path)
    paint("only/a.png")
    with pytest.raises(NothingToSearch, match="another one of its class"):
        measure(library, tmp_path)
    with pytest.raises(FolderUnusable):
        evaluate(tmp_path / "nowhere", library.embedder(), library.settings, Progress())


@pytest.fixture
def mixed_photos(paint):
    """Two folders whose photos overlap in colour, so that not every answer is right."""
    chance = np.random.default_rng(1)
    for place in range(24):
        colour = tuple(chance.integers(40, 216, 3) + (20 if place % 2 else -20))
        paint(f"{'warm' if place % 2 else 'cold'}/{place}.png", colour, place)


def measure_photos(
    library, by="content", *, metric="cosine", progress=None, classes=None
) -> Evaluation:
    """By folders, where no classes are told."""
    known = photo_classes(library, ClassesBy.FOLDER) if classes is None else classes
    [told] = evaluate_library(library, [by], [metric], progress or Progress(), classes=known)
    return told


@pytest.mark.parametrize("metric", ["cosine", "l2", "l1"])
def test_a_library_is_measured_as_it_searches(library, bring_in, mixed_photos, metric):
    bring_in()
    told = measure_photos(library, metric=metric)
    classes = photo_classes(library, ClassesBy.FOLDER)
    firsts, averages = [], []
    for photo_id in library.photo_ids():
        asked = Question((Example(photo_id),), metric=metric)
        found = search(library, asked, count=99, exact=True).matches
        right = np.array([classes[match.photo.id] == classes[photo_id] for match in found])
        firsts.append(right[0])
        hits = np.flatnonzero(right) + 1
        averages.append(np.mean(np.arange(1, len(hits) + 1) / hits))
    assert told.queries == 24
    assert told.precision_at_1.value == pytest.approx(np.mean(firsts))
    assert told.mean_average_precision.value == pytest.approx(np.mean(averages))
    assert 0 < told.mean_average_precision.value < 1
    assert told.worst[0].photo.photo_id in classes


def test_a_library_needs_no_network_to_be_measured(
    library, bring_in, mixed_photos, open_library, monkeypatch
):
    bring_in()
    other = open_library()
    monkeypatch.setattr(type(other), "embedder", None)
    assert measure_photos(other).queries == 24


def test_only_photos_with_a_class_are_asked_and_searched(library, bring_in, mixed_photos):
    bring_in()
    chosen = dict(zip(library.photo_ids()[:6], "aabbbc", strict=True))
    told = measure_photos(library, classes=chosen)
    assert told.queries == 5  # and one that is alone in its class
    seen = {photo.photo_id for query in told.worst for photo in (query.photo, *query.found)}
    assert seen <= chosen.keys()


def test_photos_of_one_content_count_once(library, bring_in, paint):
    for seed in range(3):
        paint(f"red/{seed}.png", RED, seed)
        paint(f"red/again {seed}.png", RED, seed)
        paint(f"blue/{seed}.png", BLUE, seed)
    bring_in()
    assert measure_photos(library).queries == 6


def test_a_large_library_is_asked_with_some_of_its_photos(
    library, bring_in, mixed_photos, monkeypatch
):
    bring_in()
    monkeypatch.setattr(evaluating, "MOST_QUERIES", 7)
    told = measure_photos(library)
    assert told.queries == 7
    assert told.worst == measure_photos(library).worst


def test_spaces_that_were_not_built_are_told(library, bring_in, mixed_photos):
    bring_in()
    with pytest.raises(NothingToSearch, match='looked at by "layer:map"'):
        measure_photos(library, "layer:map")


def test_measuring_stops_where_the_person_asks_for_it(library, bring_in, mixed_photos):
    bring_in()
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        measure_photos(library, progress=progress)
