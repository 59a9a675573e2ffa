from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lookalike.errors import LabelUnusable, TooFewExamples
from lookalike.gui.suggestions.suggestion_queue import Said
from lookalike.gui.suggestions.suggestion_work import Wish
from lookalike.gui.suggestions.suggestions_desk import SuggestionsDesk
from lookalike.gui.suggestions.suggestions_page import Way
from lookalike.gui.undo_list import Act, UndoList
from lookalike.library.labels.labelling import LabelChange
from lookalike.photos import PhotoId

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def press(page, *keys: Qt.Key, how=NONE) -> None:
    for key in keys:
        QTest.keyClick(page, key, how)


def strip(page) -> list[int]:
    return [int(each.photo_id) for each in page.strip.photos.shown]


def test_the_first_photo_is_asked_about_with_what_else_it_may_be(page, desk) -> None:
    assert page.question.title == "Is this “boots”?"
    assert page.stage.photo_id == page.chosen == 1
    rows = [(row.key, row.name, row.probability) for row in page.question.others.rows]
    assert rows == [(1, "hat", pytest.approx(0.005)), (3, "skirt", pytest.approx(0.005))]
    assert strip(page) == [1, 2, 3, 4, 5, 6]


def test_one_key_answers(page, desk, taught, held_tasks) -> None:
    for key, said, name in (
        (Key.Key_Return, Said.YES, "boots"),
        (Key.Key_Enter, Said.YES, "boots"),
        (Key.Key_Delete, Said.NO, "boots"),
        (Key.Key_Backspace, Said.NO, "boots"),
        (Key.Key_1, Said.OTHER, "hat"),
        (Key.Key_2, Said.YES, "boots"),  # the key of the label that was suggested
        (Key.Key_3, Said.OTHER, "skirt"),
    ):
        press(page, key)
        assert desk.current.photo_id == 2, "the next photo waits for nothing"
        held_tasks.run()
        assert taught.written == [(said, [1], name)]
        press(page, Key.Key_Z, how=CTRL)


def test_skipped_photos_are_asked_about_again_at_the_end(page, desk, taught) -> None:
    press(page, *[Key.Key_Space, Key.Key_Right] * 3)
    assert page.texts == ("Nothing left to suggest", "")
    assert taught.written == []
    page.skipped_wanted.emit()
    assert strip(page) == [1, 2, 3, 4, 5, 6]


def test_a_key_that_is_held_answers_once(page, desk) -> None:
    press(page, Key.Key_Return)
    held = QKeyEvent(QKeyEvent.Type.KeyPress, Key.Key_Return, NONE, autorep=True)
    QApplication.sendEvent(page, held)
    assert desk.current.photo_id == 2


def test_a_key_without_a_label_answers_nothing(page, desk, taught, held_tasks) -> None:
    press(page, Key.Key_9)
    held_tasks.run()
    assert taught.written == []


def test_any_number_of_answers_is_undone(page, desk, taught, held_tasks) -> None:
    press(page, Key.Key_Return, Key.Key_Delete, Key.Key_Space, Key.Key_3)
    held_tasks.run()
    assert len(taught.written) == 3
    press(page, *[Key.Key_Z] * 4, how=CTRL)
    assert desk.current.photo_id == 1
    held_tasks.run()
    assert taught.written == []
    assert strip(page)[:4] == [1, 2, 3, 4]
    assert not page.answers.undo.isEnabled()


def test_what_the_page_takes_back_the_window_cannot_take_back_again(
    page, desk, undo_list, held_tasks
) -> None:
    press(page, Key.Key_Return, Key.Key_Delete, Key.Key_Space)
    assert undo_list.last.name == "Reject “boots”", "skipping is no act"
    press(page, Key.Key_Z, Key.Key_Z, how=CTRL)
    assert undo_list.last.name == "Label “boots”"
    press(page, Key.Key_Z, how=CTRL)
    assert undo_list.last is None


def test_what_the_window_takes_back_is_asked_about_again(
    page, desk, undo_list, taught, held_tasks
) -> None:
    press(page, Key.Key_Return, Key.Key_Space)
    held_tasks.run()
    undo_list.undo()
    held_tasks.run()
    assert taught.written == []
    assert desk.current.photo_id == 1
    assert page.texts[1] == ""


def test_answers_can_be_taken_back_once_the_page_is_closed_or_opened_anew(
    qtbot, page, desk, undo_list, taught, held_tasks
) -> None:
    press(page, Key.Key_Return, Key.Key_1)
    held_tasks.run()
    desk.close()
    with qtbot.waitSignal(desk.undone) as told:
        undo_list.undo()
    assert told.args == ["Label “hat”"]
    desk.open()
    held_tasks.run()
    undo_list.undo()
    held_tasks.run()
    assert taught.written == []


def test_an_answer_that_could_not_be_written_cannot_be_undone(
    page, desk, undo_list, taught, held_tasks
) -> None:
    taught.fault = LabelUnusable("It was deleted.")
    press(page, Key.Key_Return)
    assert undo_list.last
    held_tasks.run()
    assert undo_list.last is None


def test_an_undo_never_overtakes_its_answer(page, desk, taught, held_tasks) -> None:
    press(page, Key.Key_Return)
    press(page, Key.Key_Z, how=CTRL)
    while held_tasks.waiting:
        held_tasks.waiting.pop().run()  # the last one first
    assert taught.written == []
    assert desk.current.photo_id == 1


def test_answers_are_sorted_by_behind_the_photo_that_is_asked_about(
    page, desk, taught, held_tasks
) -> None:
    taught.suggestions.reverse()
    press(page, Key.Key_Return)
    held_tasks.run()
    assert strip(page) == [2, 6, 5, 4, 3]
    assert page.stage.photo_id == 2


def test_who_answers_fast_is_given_a_newer_order_all_the_same(
    page, desk, taught, held_tasks
) -> None:
    for answers in (1, 2):
        press(page, Key.Key_Return)
        while len(taught.written) < answers:
            held_tasks.waiting.pop().run()  # the writing; looking waits longer
    held_tasks.run()
    assert len(taught.wishes) == 3, "at the beginning, while the second was given, and after it"
    assert desk.current.photo_id == 3


def test_the_next_photos_are_fetched_before_they_are_asked_about(
    page, desk, taught, held_tasks
) -> None:
    taught.suggestions.reverse()
    press(page, Key.Key_Return)
    held_tasks.run()
    press(page, Key.Key_Return)
    assert page.stage.photo_id == 6
    assert page.stage.is_sharp


def test_an_answer_that_cannot_be_written_is_told_and_not_counted(
    qtbot, page, desk, taught, held_tasks
) -> None:
    taught.fault = LabelUnusable("There is no such label any more.")
    with qtbot.waitSignal(desk.failed):
        press(page, Key.Key_Return)
        held_tasks.run()
    assert page.texts[1] == ""


def test_the_sitting_is_counted(page, desk, held_tasks) -> None:
    press(page, Key.Key_Return, Key.Key_Return, Key.Key_Return, Key.Key_Delete, Key.Key_Space)
    held_tasks.run()
    assert page.texts[1] == "4 answers · 3 right (75%)"


def test_a_newer_wish_refuses_the_answer_to_the_one_before(
    page, desk, taught, held_tasks, labels, make_suggestion
) -> None:
    taught.suggestions += [make_suggestion(9, 0.5, labels.hat)]
    page.wish_changed.emit("useful", labels.hat.id)
    page.wish_changed.emit("certain", labels.hat.id)
    held_tasks.run()
    assert taught.wishes[1:] == [Wish("certain", labels.hat.id)]
    assert strip(page) == [9]


def test_a_sitting_may_be_about_one_label(page, taught, held_tasks, labels) -> None:
    made = SuggestionsDesk(None, page, UndoList(), held_tasks)
    made.open(labels.boots.id)
    held_tasks.run()
    assert taught.wishes == [Wish("certain", labels.boots.id)]
    assert page.label_menu.told == "boots  ·  10"
    titles = [action.text() for action in page.label_menu.actions_in_menu]
    assert titles == ["All labels", "boots  ·  10", "hat  ·  20", "skirt  ·  30"]


# --- states ---------------------------------------------------------------------------------------


def test_while_the_first_suggestions_are_looked_for_the_page_says_so(
    page, taught, held_tasks
) -> None:
    SuggestionsDesk(None, page, UndoList(), held_tasks).open()
    assert page.texts[0] == "Looking through your photos…"


def test_what_to_do_is_said_where_nothing_can_be_asked(page, taught, held_tasks) -> None:
    for name, value, title in (
        ("suggestions", [], "Nothing left to suggest"),
        ("missing", "Give “boots” to two more photos.", "Nothing to suggest yet"),
        ("photos", 0, "There are no photos yet"),
        ("fault", TooFewExamples("Too few photos are “boots”.", "Add two."), "Too few photos"),
    ):
        setattr(taught, name, value)
        SuggestionsDesk(None, page, UndoList(), held_tasks).open()
        held_tasks.run()
        assert page.texts[0].startswith(title)
        assert page.chosen is None
        press(page, Key.Key_Return, Key.Key_Delete, Key.Key_1)
        held_tasks.run()
        assert taught.written == []


def test_what_should_be_taught_again_goes_on_suggesting_and_says_why(
    page, taught, held_tasks
) -> None:
    told = "The network has changed."
    taught.method = SimpleNamespace(why_stale=told, new_labels=(), method="linear SVM")
    SuggestionsDesk(None, page, UndoList(), held_tasks).open()
    held_tasks.run()
    assert page.stale_text == told
    assert page.stage.photo_id == 1


def test_photos_that_leave_the_library_are_not_asked_about(page, desk) -> None:
    desk.take_library([PhotoId(2), PhotoId(4)])
    assert strip(page) == [2, 4]
    assert page.stage.photo_id == 2


def test_what_is_on_its_way_is_refused_once_the_page_is_closed(
    page, desk, taught, held_tasks
) -> None:
    press(page, Key.Key_Return, Key.Key_W)
    desk.close()
    held_tasks.run()
    assert taught.written == [(Said.YES, [1], "boots")], "what was answered is kept"
    assert len(taught.wishes) == 1
    assert page.stage.photo_id is None


def test_photos_that_come_are_looked_at_one_look_at_a_time(
    page, desk, taught, held_tasks, make_suggestion
) -> None:
    taught.suggestions.clear()
    desk.refresh()
    press(page, *[Key.Key_Space] * 6)
    held_tasks.run()
    looked = len(taught.wishes)
    taught.suggestions.append(make_suggestion(9))
    for count in (7, 8, 9):
        desk.take_library([PhotoId(each) for each in range(1, count + 1)])
    held_tasks.run()
    assert desk.current.photo_id == 9
    assert len(taught.wishes) == looked + 2
    desk.take_library([PhotoId(9)])
    held_tasks.run()
    assert len(taught.wishes) == looked + 2, "none came"


def test_what_waits_as_the_program_ends_is_written(page, desk, taught, held_tasks, labels) -> None:
    taught.albums[labels.boots.id] = 0.8
    desk.refresh()
    held_tasks.run()
    press(page, Key.Key_Return, Key.Key_Delete)
    page.question.album.slider.setValue(70)
    desk.finish()
    assert taught.albums == {labels.boots.id: 0.7}
    assert taught.written == [(Said.YES, [1], "boots"), (Said.NO, [2], "boots")]


# --- many at once ---------------------------------------------------------------------------------


def test_many_are_accepted_together_and_undone_together(page, desk, taught, held_tasks) -> None:
    page.way_changed.emit(Way.TOGETHER)
    page.show_way(Way.TOGETHER)
    held_tasks.run()
    page.batch.set_least(0.96)
    page.batch.grid.toggle(1)
    press(page.batch.grid, Key.Key_Return)
    held_tasks.run()
    assert taught.written == [(Said.TOGETHER, [1, 3, 4], "boots")]
    assert "3 accepted together" in page.texts[1]
    press(page, Key.Key_Z, how=CTRL)
    held_tasks.run()
    assert taught.written == []


def test_another_label_chosen_among_the_many_is_the_one_that_is_asked_about_after(
    page, desk, taught, held_tasks, labels, make_suggestion
) -> None:
    taught.suggestions += [make_suggestion(9, 0.97, labels.hat)]
    press(page, Key.Key_B)
    page.wish_changed.emit("certain", labels.hat.id)
    held_tasks.run()
    assert page.batch.accept.words == "Accept 1 as hat"
    press(page, Key.Key_B)
    assert page.question.title == "Is this “hat”?"
    assert page.label_menu.told == "hat  ·  20"


def test_delete_unchecks_among_the_many_and_never_reaches_the_window(
    page, desk, held_tasks
) -> None:
    trash = QAction(page, shortcut=QKeySequence("Delete"))
    page.addAction(trash)
    trashed: list[bool] = []
    trash.triggered.connect(trashed.append)
    press(page, Key.Key_B)
    held_tasks.run()
    page.batch.set_least(0.96)
    for part in (page.batch.grid, page.batch.slider):
        part.setFocus()
        press(part, Key.Key_Delete)
        assert page.batch.grid.photos.unchecked == {1}, "and leaves it so"
    assert not trashed


# --- why ------------------------------------------------------------------------------------------


def test_why_shows_the_map_over_the_photo_and_what_it_sums_to(page, desk, held_tasks) -> None:
    press(page, Key.Key_W)
    assert page.why.text == "Looking for what speaks for it…"
    held_tasks.run()
    assert page.heat.isVisible()
    assert page.why.has_legend
    assert page.why.sum_text == "Parts +2.00, constant −0.50: score +1.50"
    press(page, Key.Key_Escape)
    assert page.stage.isVisible()
    assert not page.is_why_open


def test_why_shows_the_examples_that_voted_with_their_shares(
    qtbot, page, desk, taught, held_tasks, why_by_votes
) -> None:
    taught.why = why_by_votes
    press(page, Key.Key_W)
    held_tasks.run()
    told = [(each.caption, each.note, each.is_dim) for each in page.why.voters.photos.shown]
    assert told == [("boots", "75%", False), ("boots", "25%", False), ("none of these", "", True)]
    assert page.why.sum_text == "2 of the 3 nearest examples have the label"
    assert not page.why.has_legend
    assert page.stage.isVisible()
    with qtbot.waitSignal(page.photo_wanted) as wanted:
        page.why.voters.photo_chosen.emit(2)
    assert wanted.args == [9]


def test_why_is_of_the_photo_that_is_asked_about(page, desk, held_tasks) -> None:
    press(page, Key.Key_W, Key.Key_Return)
    held_tasks.run()
    assert page.heat.why.photo_id == 2


def test_why_does_not_come_after_the_last_photo(page, desk, taught, held_tasks) -> None:
    press(page, *[Key.Key_Space] * 5, Key.Key_W, Key.Key_Space)
    held_tasks.run()
    assert page.texts[0] == "Nothing left to suggest"
    assert not page.is_why_open


def test_why_that_cannot_be_told_is_a_sentence(page, desk, taught, held_tasks) -> None:
    taught.fault = LabelUnusable("The photo cannot be read.")
    press(page, Key.Key_W)
    held_tasks.run()
    assert page.why.text == "The photo cannot be read."


def test_a_look_that_fails_is_made_once_more_where_labels_changed_meanwhile(
    desk, taught, held_tasks
) -> None:
    desk.refresh()
    desk.refresh()
    taught.fault = TooFewExamples("No photo has it yet.")
    looked = len(taught.wishes)
    held_tasks.run()
    assert len(taught.wishes) == looked + 2


# --- the living album -----------------------------------------------------------------------------


def test_a_living_album_is_switched_on_with_its_least_probability(
    page, desk, taught, held_tasks, labels
) -> None:
    album = page.question.album
    album.switch.click()
    held_tasks.run()
    assert taught.albums == taught.filled == {labels.boots.id: 0.9}
    assert "24 photos are in it." in album.text
    album.switch.click()
    held_tasks.run()
    assert taught.albums == {labels.boots.id: None}


def test_a_living_album_is_handed_on_to_be_taken_back_like_a_label(
    qtbot, page, desk, held_tasks
) -> None:
    with qtbot.waitSignal(desk.relabelled) as handed:
        page.question.album.switch.click()
        held_tasks.run()
    told, change = handed.args
    assert (told.act, change) == ("Living Album “boots”", LabelChange())


def test_undo_takes_back_what_was_done_last_though_it_was_no_answer(
    page, desk, undo_list, taught, held_tasks
) -> None:
    press(page, Key.Key_Return)
    act = Act("Living Album “boots”", lambda: undo_list.remove(act))
    undo_list.push(act)
    press(page, Key.Key_Z, how=CTRL)
    assert undo_list.last.name == "Label “boots”"
    press(page, Key.Key_Z, how=CTRL)
    assert undo_list.last is None
    assert desk.current.photo_id == 1


def test_an_answer_that_the_list_has_dropped_is_undone_all_the_same(page, desk, undo_list) -> None:
    press(page, Key.Key_Return)
    undo_list.remove(undo_list.last)
    press(page, Key.Key_Z, how=CTRL)
    assert desk.current.photo_id == 1


def test_a_moved_album_slider_is_of_the_label_it_was_moved_for(
    page, desk, taught, held_tasks, labels, make_suggestion
) -> None:
    taught.albums[labels.boots.id] = 0.8
    taught.suggestions[1] = make_suggestion(2, 0.9, labels.hat)
    desk.refresh()
    held_tasks.run()
    page.question.album.slider.setValue(70)
    press(page, Key.Key_Space)
    held_tasks.run()
    assert taught.albums == {labels.boots.id: 0.7}


def test_a_click_that_comes_before_the_count_is_of_the_label_asked_about(
    page, desk, taught, held_tasks, labels, make_suggestion
) -> None:
    taught.suggestions[1] = make_suggestion(2, 0.9, labels.hat)
    desk.refresh()
    held_tasks.run()
    page.question.album.switch.click()
    held_tasks.run()
    press(page, Key.Key_Space)
    album = page.question.album
    assert album.isEnabled()
    assert not album.switch.isChecked()
    album.switch.click()
    held_tasks.run()
    assert taught.albums == {labels.boots.id: 0.9, labels.hat.id: 0.9}
