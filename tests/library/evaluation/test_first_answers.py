from dataclasses import replace

import pytest

from lookalike.library.evaluation.evaluating import evaluate_library
from lookalike.library.evaluation.evaluation import ClassedPhoto
from lookalike.library.evaluation.first_answers import first_answers
from lookalike.library.search.questions import Example, Question
from lookalike.library.search.searching import search
from lookalike.progress import Progress

RED, BLUE = (220, 20, 20), (20, 20, 220)


@pytest.fixture
def classed(library, paint, bring_in) -> dict:
    """Three photos in each of two classes; one of them is a blue one among the red."""
    for seed in range(3):
        paint(f"red/r{seed}.png", BLUE if seed == 2 else RED, seed)
        paint(f"blue/b{seed}.png", BLUE, seed + 10)
    bring_in()
    photos = library.photos(library.photo_ids())
    return {photo.id: photo.path.parent.name for photo in photos}


def evaluated(library, classes, metric="cosine"):
    (told,) = evaluate_library(library, ["content"], [metric], Progress(), classes=classes)
    return told


@pytest.mark.parametrize("metric", ["cosine", "l2", "l1"])
def test_the_first_answers_are_those_of_a_search(library, classed, metric) -> None:
    told = evaluated(library, classed, metric)
    found = first_answers(library, told, classed, 3)
    assert len(found) == len(told.worst) == 6
    for query, answers in zip(told.worst, found, strict=True):
        question = Question((Example(query.photo.photo_id),), metric=metric)
        matches = search(library, question, count=3, exact=True).matches
        assert [each.photo_id for each in answers] == [each.photo.id for each in matches]
        assert all(each.class_name == classed[each.photo_id] for each in answers)


def test_photos_without_a_class_are_no_answers(library, classed) -> None:
    few = dict(list(classed.items())[:4])
    told = evaluated(library, few)
    for query, answers in zip(told.worst, first_answers(library, told, few, 9), strict=True):
        assert {each.photo_id for each in answers} == set(few) - {query.photo.photo_id}


def test_a_query_that_has_left_the_library_has_no_answers(library, classed) -> None:
    told = evaluated(library, classed)
    gone = replace(told.worst[0], photo=ClassedPhoto(told.worst[0].photo.path, "red", 999))
    found = first_answers(library, replace(told, worst=(gone, *told.worst[1:])), classed, 2)
    assert [len(answers) for answers in found] == [0, 2, 2, 2, 2, 2]
