from collections.abc import Callable

import pytest

from lookalike.gui.suggestions.suggestion_queue import Said, Sitting, SuggestionQueue
from lookalike.photos import Label, PhotoId

MakeQueue = Callable[..., SuggestionQueue]


@pytest.fixture
def queue(make_suggestion) -> MakeQueue:
    """Waiting for answers about some photos, by their numbers."""

    def make(*numbers: int) -> SuggestionQueue:
        made = SuggestionQueue()
        made.begin(make_suggestion(number) for number in numbers)
        return made

    return make


def waiting(of: SuggestionQueue) -> list[int]:
    return [int(each.photo_id) for each in of.waiting]


def test_a_newer_order_leaves_the_photo_that_is_asked_about_where_it_is(
    queue, make_suggestion
) -> None:
    asked = queue(1, 2, 3)
    asked.reorder([make_suggestion(3), make_suggestion(2), make_suggestion(1, 0.6)])
    assert waiting(asked) == [1, 3, 2]
    assert asked.current.probability == 0.6


def test_it_is_asked_on_even_where_the_newer_order_lacks_it(queue, make_suggestion) -> None:
    asked = queue(1, 2)
    asked.reorder([make_suggestion(3)])
    assert waiting(asked) == [1, 3]


def test_the_question_does_not_turn_into_one_about_another_label(
    queue, make_suggestion, labels
) -> None:
    asked = queue(1, 2)
    asked.reorder([make_suggestion(1, label=labels.hat), make_suggestion(2)])
    assert (asked.current.label, waiting(asked)) == (labels.boots, [1, 2])


def test_what_was_answered_does_not_come_back_with_a_late_order(queue, make_suggestion) -> None:
    asked = queue(1, 2, 3)
    asked.answer(Said.YES)
    asked.answer(Said.SKIP)
    asked.reorder([make_suggestion(1), make_suggestion(2), make_suggestion(3), make_suggestion(4)])
    assert waiting(asked) == [3, 4]


def test_a_rejected_photo_may_be_asked_about_as_something_else(
    queue, make_suggestion, labels
) -> None:
    asked = queue(1, 2)
    asked.answer(Said.NO)
    asked.reorder([make_suggestion(1), make_suggestion(1, label=labels.hat), make_suggestion(2)])
    assert [each.label for each in asked.waiting] == [labels.boots, labels.hat]


def test_any_number_of_answers_is_taken_back_the_last_one_first(queue) -> None:
    asked = queue(1, 2, 3)
    for said in (Said.YES, Said.NO, Said.SKIP):
        asked.answer(said)
    taken_back = []
    while answer := asked.last_answer:
        asked.take_back(answer)
        taken_back.append(answer.said)
    assert taken_back == [Said.SKIP, Said.NO, Said.YES]
    assert waiting(asked) == [1, 2, 3]
    assert asked.sitting == Sitting()


def test_an_answer_of_an_earlier_sitting_brings_no_photo_back(queue) -> None:
    earlier = queue(9).answer(Said.YES)
    asked = queue(1, 2)
    asked.take_back(earlier)
    assert waiting(asked) == [1, 2]


def test_the_sitting_counts_answers_and_those_that_were_right(
    queue, make_suggestion, labels
) -> None:
    asked = queue(*range(1, 9))
    for said in (Said.YES, Said.YES, Said.NO, Said.OTHER, Said.SKIP):
        asked.answer(said, labels.hat if said is Said.OTHER else None)
    asked.accept_together([make_suggestion(7), make_suggestion(8)])
    assert asked.sitting == Sitting(answered=4, right=2, together=2, skipped=1)
    assert waiting(asked) == [6]


def test_skipped_photos_wait_again_after_the_others(queue) -> None:
    asked = queue(1, 2, 3)
    asked.answer(Said.SKIP)
    asked.ask_skipped()
    assert waiting(asked) == [2, 3, 1]
    assert asked.last_answer is None


def test_an_answer_that_could_not_be_kept_is_none(queue) -> None:
    asked = queue(1, 2)
    asked.forget(asked.answer(Said.YES))
    assert asked.sitting == Sitting()
    assert asked.answer(Said.YES) is not None
    assert queue().answer(Said.YES) is None


def test_renamed_labels_are_asked_about_by_their_names_and_deleted_ones_are_not(
    make_suggestion, labels
) -> None:
    asked = SuggestionQueue()
    asked.begin([make_suggestion(1), make_suggestion(2, label=labels.hat)])
    asked.rename({labels.boots.id: Label(labels.boots.id, "shoes")})
    assert [each.label.name for each in asked.waiting] == ["shoes"]


def test_photos_that_left_the_library_leave_the_queue(queue) -> None:
    asked = queue(1, 2, 3)
    asked.drop({PhotoId(1), PhotoId(3)})
    assert waiting(asked) == [2]
