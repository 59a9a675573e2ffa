"""The page about one unit, fed from a library whose network has layers."""

import numpy as np
import pytest

from lookalike.errors import NetworkUnusable
from lookalike.gui.layers.patch_board import PatchLook
from lookalike.library.layers.excitations import gather
from lookalike.library.layers.maximising import STEPS, maximised
from lookalike.library.search.questions import UnitOfLayer
from lookalike.progress import Advance, Cancelled, Progress


@pytest.fixture
def page(desk_driver):
    return desk_driver.page.unit_page


@pytest.fixture
def unit(desk_driver):
    """Of a layer that the import has gathered."""
    desk_driver.open()
    desk_driver.choose("block", int(desk_driver.page.units.view.maxima.argmax()))
    return desk_driver.desk.look.unit


def test_the_photos_that_excite_a_unit_most_are_shown_first(desk_driver, page, unit):
    values = [patch.value for patch in page.patches._view.patches]
    assert values == sorted(values, reverse=True)
    assert page.patches.coverage_text == "Of 8 photos"
    assert page.labels.words or page.classes.words


def test_another_photo_fetches_nothing_anew(desk_driver, page, unit):
    shown = page.patches._view
    desk_driver.open("blue-0.png")
    assert page.patches._view is shown


def test_late_patches_of_another_unit_are_refused(desk_driver, page, unit):
    units = desk_driver.page.units
    units.unit_chosen.emit((unit + 1) % 5)
    late = desk_driver.tasks.waiting[:]
    desk_driver.tasks.waiting.clear()
    desk_driver.choose("pixels")
    for task in late:
        task.run()
    assert not page.patches._view.patches
    assert not page.labels.words


def test_deconvolutions_are_made_when_they_are_wanted(desk_driver, page, unit):
    assert all(patch.deconvolution is None for patch in page.patches._view.patches)
    page.patches._looks.buttons[PatchLook.DECONVOLUTIONS].click()
    desk_driver.tasks.run()
    made = [patch.deconvolution for patch in page.patches._view.patches]
    assert made
    assert all(picture is not None for picture in made)
    desk_driver.choose("block", (unit + 1) % 5)
    assert all(patch.deconvolution is not None for patch in page.patches._view.patches)


def test_a_unit_is_a_query(qtbot, desk_driver, page, unit):
    with qtbot.waitSignal(desk_driver.desk.query_wanted) as asked:
        page.patches._query.click()
    assert asked.args == [UnitOfLayer("block", unit)]


def test_a_photo_that_excites_it_can_be_opened(qtbot, desk_driver, page, unit):
    with qtbot.waitSignal(desk_driver.desk.photo_wanted) as asked:
        page.patches.tiles[0].chosen.emit()
    assert asked.args == [page.patches._view.patches[0].photo_id]


def test_a_filter_of_the_first_layer_is_shown_in_colour(desk_driver, page):
    desk_driver.open()
    desk_driver.choose("stem", 1)
    assert page._filter_part.isVisibleTo(page)
    assert page._filter_text.plain_text == "3 × 3, over red, green and blue"
    desk_driver.choose("block")
    assert not page._filter_part.isVisibleTo(page)


# --- gathering ------------------------------------------------------------------------------------


@pytest.fixture
def unseen(desk_driver, page):
    """A layer that nobody has looked at for any photo."""
    desk_driver.open()
    desk_driver.choose("classes")
    assert page.patches.coverage_text == "No photo of yours has been looked at for this layer yet."
    return desk_driver


def test_all_photos_can_be_looked_at_for_a_layer(unseen, page):
    page.patches._gather.click()
    assert page.patches._gather.text() == "Stop"
    assert page.patches._bar.isVisibleTo(page)
    unseen.tasks.run()
    assert page.patches.coverage_text == "Of 8 photos"
    assert not page.patches._bar.isVisibleTo(page)
    assert not page.patches._gather.isVisibleTo(page)
    assert page.patches._view.patches


def test_looking_at_all_photos_can_be_stopped(unseen, page):
    page.patches._gather.click()
    page.patches._gather.click()
    assert page.patches._gather.text() == "Look at All Photos"
    unseen.tasks.run()
    assert page.patches._view.gathered is None


def test_what_was_gathered_until_it_was_stopped_is_shown(unseen, page, monkeypatch):
    def gather_some(library, layers, progress):
        gather(library, layers, progress)
        raise Cancelled

    monkeypatch.setattr("lookalike.gui.layers.unit_desk.gather", gather_some)
    page.patches._gather.click()
    (task,) = unseen.tasks.waiting
    page.patches._gather.click()
    with pytest.raises(Cancelled):
        task._work(task.progress)
    unseen.tasks.run()
    assert page.patches.coverage_text == "Of 8 photos"


def test_gathering_goes_on_for_its_layer_and_is_not_told_of_another(unseen, page):
    page.patches._gather.click()
    (gathering,) = unseen.tasks.waiting
    unseen.tasks.waiting.clear()
    unseen.choose("stem")
    assert not page.patches._bar.isVisibleTo(page)
    assert page.patches._gather.text() == "Look at All Photos"
    gathering._tell(Advance(1, 2))
    assert not page.patches._bar.isVisibleTo(page)
    unseen.choose("classes")
    assert page.patches._bar.isVisibleTo(page)
    gathering.run()
    unseen.tasks.run()
    assert page.patches.coverage_text == "Of 8 photos"


# --- from noise -----------------------------------------------------------------------------------


def test_a_picture_is_made_from_noise_and_is_there_at_once_the_next_time(desk_driver, page, unit):
    shown = page.maximised
    assert shown._view is None
    shown._make.click()
    assert shown.text == "Computing…"
    assert shown._stop.isVisibleTo(page)
    desk_driver.tasks.run()
    assert shown.text.startswith(f"{STEPS} steps")
    made = shown._view.pixels
    desk_driver.choose("block", (unit + 1) % 5)
    assert shown._view is None
    desk_driver.choose("block", unit)
    np.testing.assert_array_equal(shown._view.pixels, made)
    assert not shown._view.is_running


def test_another_start_makes_another_picture(desk_driver, page, unit):
    page.maximised._make.click()
    desk_driver.tasks.run()
    first = page.maximised._view.pixels
    page.maximised._again.click()
    assert page.maximised._view.pixels is first, "until there is another one"
    desk_driver.tasks.run()
    assert page.maximised._view.seed == 1
    assert not np.array_equal(page.maximised._view.pixels, first)


def test_making_it_can_be_stopped_and_a_late_step_is_refused(desk_driver, page, unit):
    page.maximised._make.click()
    page.maximised._stop.click()
    assert page.maximised._make.isVisibleTo(page)
    look = desk_driver.desk.look
    steps = maximised(desk_driver.library, look.inspector, look.layer, unit, 0, Progress())
    desk_driver.desk.unit_desk._show_maximised(look, 0, next(steps))
    assert page.maximised._view is None


def test_closing_the_page_ends_what_is_made(desk_driver, page, unit):
    page.maximised._make.click()
    desk_driver.desk.close()
    desk_driver.open("blue-0.png")
    assert page.maximised._make.isVisibleTo(page)
    assert not page.maximised._bar.isVisibleTo(page)


def test_a_network_that_fails_leaves_the_page_usable(desk_driver, page, unit, monkeypatch):
    def fail(*_, **__):
        raise NetworkUnusable("The network fails.")

    monkeypatch.setattr("lookalike.gui.layers.unit_desk.maximised", fail)
    page.maximised._make.click()
    desk_driver.tasks.run()
    assert [str(each) for each in desk_driver.failures] == ["The network fails."]
    assert page.maximised._make.isVisibleTo(page)
    monkeypatch.setattr("lookalike.gui.layers.unit_desk.top_photos", fail)
    desk_driver.choose("block", (unit + 1) % 5)
    assert page.patches.coverage_text == "The network fails."
