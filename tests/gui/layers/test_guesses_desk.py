"""The classes of the photo, and how the network is fooled about it."""

import pytest

from lookalike.errors import NetworkUnusable
from lookalike.gui.layers import guesses_desk
from lookalike.library.layers.fooling import Fooled, NotFooled


@pytest.fixture
def desk(desk_driver):
    return desk_driver.desk.guesses_desk


@pytest.fixture
def classes(desk_driver):
    return desk_driver.page.classes


@pytest.fixture
def fooled(desk_driver):
    return desk_driver.page.fooled


def test_the_classes_of_a_photo_are_shown_with_where_they_are_seen(desk_driver, classes):
    desk_driver.open()
    assert len(classes.rows) == 3
    assert {row._guess.name for row in classes.rows} == {"cat", "dog", "red fox"}
    assert sum(row._guess.probability for row in classes.rows) == pytest.approx(1, abs=1e-4)
    assert all(row._guess.pixels is not None for row in classes.rows)


def test_the_classes_of_two_photos_stand_beside_each_other(desk_driver, classes):
    desk_driver.open("red-0.png", "blue-0.png")
    assert len(classes.rows) == 6
    assert [each._name.text() for each in classes._lists] == ["red-0.png", "blue-0.png"]


def test_the_likeliest_class_is_told(qtbot, desk_driver, desk, classes):
    with qtbot.waitSignal(desk.class_found) as found:
        desk_driver.open()
    best = classes.rows[0]._guess
    assert found.args == [best.index, best.name]


def test_the_class_that_was_chosen_is_lit(qtbot, desk_driver, desk, classes):
    desk_driver.open()
    third = classes.rows[2]._guess
    with qtbot.waitSignal(desk.class_chosen) as chosen:
        classes.class_chosen.emit(third.index)
    assert chosen.args == [third.index, third.name]
    assert [row.is_chosen for row in classes.rows] == [False, False, True]
    desk_driver.open("blue-0.png")
    assert not any(row.is_chosen for row in classes.rows)


def test_another_layer_of_the_same_photo_asks_nothing(desk_driver, desk, fooled):
    desk_driver.open()
    desk_driver.desk.choose_layer(desk_driver.layer("stem"))
    assert len(desk_driver.tasks.waiting) == 1, "the layer alone"


def test_late_classes_are_refused_where_the_network_has_none(desk_driver, desk, classes, make_file):
    desk_driver.open()
    desk_driver.desk.open_photo(desk_driver.ids["blue-0.png"])
    desk_driver.tasks.waiting.pop(0).run()
    late = desk_driver.tasks.waiting[:]
    desk_driver.tasks.waiting.clear()
    desk_driver.desk.open_network(make_file())
    desk_driver.tasks.run()
    for task in late:
        task.run()
    assert classes.empty_title == "This network knows no classes"


def test_a_network_that_fails_is_told_where_its_classes_would_be(desk_driver, classes, monkeypatch):
    def fail(*_):
        raise NetworkUnusable("The network fails.")

    monkeypatch.setattr(guesses_desk, "classes_of", fail)
    desk_driver.open()
    assert classes.empty_title == "This cannot be shown"
    assert desk_driver.page.units.view is not None


# --- fooled ---------------------------------------------------------------------------------------


def test_nothing_is_made_until_it_is_asked_for(desk_driver, fooled):
    desk_driver.open()
    assert fooled.headline == "How little does it take?"
    assert fooled.make.isVisibleTo(fooled)


def test_a_change_that_fools_the_network_is_shown(desk_driver, fooled, monkeypatch):
    found = []

    def remember(*asked):
        found.append(fool(*asked))
        return found[-1]

    fool = guesses_desk.fool
    monkeypatch.setattr(guesses_desk, "fool", remember)
    desk_driver.open()
    fooled.make.click()
    assert fooled.stop.isVisibleTo(fooled)
    desk_driver.tasks.run()
    assert isinstance(found[0], Fooled)
    assert fooled.headline == "The same to you, not to the network"
    (before, _), (after, _), (difference, factor) = fooled.captions
    assert before == desk_driver.page.classes.rows[0]._guess.name
    assert after != before
    assert difference == "Difference"
    assert factor.startswith("× ")


def test_a_network_that_is_not_fooled_is_told(desk_driver, fooled, monkeypatch):
    monkeypatch.setattr(guesses_desk, "fool", lambda *_: NotFooled(16, "too strong"))
    desk_driver.open()
    fooled.make.click()
    desk_driver.tasks.run()
    assert fooled.headline == "The network was not fooled"
    assert "16 of 255" in fooled.text


def test_looking_for_a_change_can_be_stopped(desk_driver, fooled):
    desk_driver.open()
    fooled.make.click()
    (task,) = desk_driver.tasks.waiting
    fooled.stop.click()
    assert fooled.make.isVisibleTo(fooled)
    task.run()
    assert fooled.headline == "How little does it take?"


def test_another_photo_ends_the_search(desk_driver, fooled):
    desk_driver.open()
    fooled.make.click()
    (task,) = desk_driver.tasks.waiting
    desk_driver.tasks.waiting.clear()
    desk_driver.open("blue-0.png")
    task.run()
    assert fooled.headline == "How little does it take?"


def test_a_search_that_fails_is_told_and_can_be_tried_again(desk_driver, fooled, monkeypatch):
    def fail(*_):
        raise NetworkUnusable("No way leads back.")

    monkeypatch.setattr(guesses_desk, "fool", fail)
    desk_driver.open()
    fooled.make.click()
    desk_driver.tasks.run()
    assert (fooled.headline, fooled.text) == ("That did not work", "No way leads back.")
    assert fooled.make.isVisibleTo(fooled)
