"""What follows what on the page about layers, with work that arrives when the test says so."""

import numpy as np
import pytest

from lookalike.errors import LibraryUnusable, NetworkUnusable
from lookalike.gui.layers.layers_page import LayersTab
from lookalike.gui.layers.pixels_choice import PixelsTarget
from lookalike.library.drawing.heat import HeatMode
from lookalike.library.drawing.unit_atlas import UnitOrder
from lookalike.library.library import Library
from lookalike.networks.inspector import Inspector


@pytest.fixture
def page(desk_driver):
    return desk_driver.page


@pytest.fixture
def desk(desk_driver):
    return desk_driver.desk


# --- opening --------------------------------------------------------------------------------------


def test_a_photo_opens_in_the_middle_of_the_network_on_the_strongest_unit(desk_driver, page, desk):
    desk_driver.open()
    assert page.strip.chosen.name == "block"
    assert page.units.view.count == 5
    assert page.units.chosen == int(page.units.view.maxima.argmax()) == desk.look.unit
    assert page.unit_page.title == f"Unit {desk.look.unit}"
    assert page.input.view.caption == f"Unit {desk.look.unit} on red-0.png"
    assert page._name.text() == "red-0.png"
    assert page._network.told == "Tiny CNN"
    assert not desk_driver.failures


def test_another_photo_keeps_layer_and_unit(desk_driver, page, desk):
    desk_driver.open()
    desk_driver.choose("block", 3)
    before = desk.look.unit_map
    desk_driver.open("blue-0.png")
    assert (page.strip.chosen.name, page.units.chosen) == ("block", 3)
    assert page.input.view.caption == "Unit 3 on blue-0.png"
    assert not np.array_equal(desk.look.unit_map, before)


def test_another_layer_begins_with_its_strongest_unit(desk_driver, page, desk):
    desk_driver.open()
    desk_driver.choose("block")
    assert page.units.chosen == int(page.units.view.maxima.argmax())
    assert page.controls.title.text() == "block  ·  5 × 4 × 4"


def test_the_page_is_asked_for_before_the_photo_has_been_read(qtbot, desk_driver, desk):
    with qtbot.waitSignal(desk.opened):
        desk.open_photo(desk_driver.ids["red-0.png"])
    assert desk.photo_id == desk_driver.ids["red-0.png"]
    assert desk.look is None


def test_the_same_photo_again_is_not_computed_again(qtbot, desk_driver, desk):
    desk_driver.open()
    with qtbot.waitSignal(desk.opened):
        desk.open_photo(desk_driver.ids["red-0.png"])
    assert not desk_driver.tasks.waiting


# --- only the newest ------------------------------------------------------------------------------


def test_what_is_shown_is_stale_until_the_newest_answer_is_there(desk_driver, page, desk):
    desk_driver.open()
    desk.open_photo(desk_driver.ids["blue-0.png"])
    assert page.units.is_stale
    assert page.input.is_stale
    assert page.classes.is_stale
    desk_driver.tasks.run()
    assert not page.units.is_stale
    assert not page.input.is_stale
    assert not page.classes.is_stale


def test_a_late_photo_is_refused(desk_driver, page, desk):
    desk_driver.open()
    desk.open_photo(desk_driver.ids["blue-0.png"])
    late = desk_driver.tasks.waiting.pop()
    desk.open_photo(desk_driver.ids["green-0.png"])
    desk_driver.tasks.run()
    late.run()
    desk_driver.tasks.run()
    assert page.input.view.caption.endswith("green-0.png")
    assert page._name.text() == "green-0.png"


def test_a_late_layer_is_refused(desk_driver, page, desk):
    desk_driver.open()
    desk.choose_layer(desk_driver.layer("block"))
    late = desk_driver.tasks.waiting.pop()
    desk.choose_layer(desk_driver.layer("classes"))
    desk_driver.tasks.run()
    late.run()
    assert desk.look.layer.name == page.strip.chosen.name == "classes"
    assert page.units.view.count == 3


def test_a_unit_of_the_old_photo_does_not_make_it_look_new(desk_driver, page, desk):
    desk_driver.open()
    desk_driver.choose("stem", 0)
    desk.open_photo(desk_driver.ids["blue-0.png"])
    page.units.step(1, 0)
    assert page.input.is_stale
    desk_driver.tasks.run()
    assert page.input.view.caption == "Unit 1 on blue-0.png"
    assert page.units.chosen == 1


def test_a_click_on_maps_that_are_being_replaced_chooses_nothing_of_the_new_layer(
    desk_driver, page, desk
):
    desk_driver.open()
    desk.choose_layer(desk_driver.layer("block"))
    page.units.unit_chosen.emit(3)
    page.input.cell_chosen.emit(7, 7)
    desk_driver.tasks.run()
    assert desk.look.unit == int(page.units.view.maxima.argmax())
    assert desk.look.cell is None


def test_options_that_change_meanwhile_hold_for_the_layer_that_comes(desk_driver, page, desk):
    desk_driver.open()
    desk.choose_layer(desk_driver.layer("block"))
    page.controls._change(page.controls.options.__class__(order=UnitOrder.MAXIMUM))
    desk_driver.tasks.run()
    maxima = page.units.view.maxima[page.units.view.units]
    assert list(maxima) == sorted(maxima, reverse=True)
    assert page.units.view.count == 5


def test_a_late_drawing_of_the_layer_before_is_refused(desk_driver, page, desk):
    desk_driver.open()
    page.controls.toggle_boost()
    late = desk_driver.tasks.waiting.pop()
    desk_driver.choose("block")
    late.run()
    assert page.units.view.count == 5


def test_a_closed_page_hears_nothing_any_more(desk_driver, page, desk):
    desk_driver.open()
    desk.open_photo(desk_driver.ids["blue-0.png"])
    desk.close()
    desk_driver.tasks.run()
    assert desk.photo_id is None
    assert page._name.text() == "red-0.png"
    desk_driver.open("green-0.png")
    assert page._name.text() == "green-0.png"
    assert not page.units.is_stale


# --- two photos -----------------------------------------------------------------------------------


def test_two_photos_share_one_scale(desk_driver, page, desk):
    desk_driver.open("red-0.png", "blue-0.png")
    desk_driver.choose("stem", 2)
    assert page.beside.isVisible()
    assert page.beside.view.caption == "Unit 2 on blue-0.png"
    shown = desk.look.shown
    top = max(shown.maps[2].max(), shown.other_maps[2].max())
    assert page.input.view.top == page.beside.view.top == pytest.approx(top)


def test_two_photos_offer_the_order_by_share_and_are_followed_through_the_depth(
    desk_driver, page, desk
):
    desk_driver.open("red-0.png", "blue-0.png")
    offered = [action.text() for action in page.controls._order.actions_in_menu]
    assert "By share in the match" in offered
    assert page.depth_plot.isVisible()
    page.controls._order.actions_in_menu[offered.index("By share in the match")].trigger()
    desk_driver.tasks.run()
    shares = page.units.view.share[page.units.view.units]
    assert list(shares) == sorted(shares, reverse=True)
    assert 0 < shares.sum() <= 1
    assert page.depth_plot._view.names == tuple(layer.name for layer in desk._depth)


def test_a_click_in_the_plot_shows_that_layer(desk_driver, page, desk):
    desk_driver.open("red-0.png", "blue-0.png")
    page.depth_plot.layer_chosen.emit(1)
    desk_driver.tasks.run()
    assert page.strip.chosen == desk._depth[1]
    assert page.depth_plot._view.current == 1
    desk_driver.choose("pixels")
    assert page.depth_plot._view.current is None


def test_the_second_photo_can_be_dropped(desk_driver, page, desk):
    desk_driver.open("red-0.png", "blue-0.png")
    page.controls._change(page.controls.options.__class__(order=UnitOrder.SHARE))
    desk_driver.tasks.run()
    page.beside_dropped.emit()
    desk_driver.tasks.run()
    assert not page.beside.isVisible()
    assert not page.depth_plot.isVisible()
    assert page.controls.options.order is UnitOrder.NUMBER
    assert desk.beside_id is None


def test_a_photo_is_not_compared_with_itself(desk_driver, page, desk):
    desk_driver.open("red-0.png", "red-0.png")
    assert not page.beside.isVisible()
    desk_driver.open("blue-0.png", "red-0.png")
    assert page.beside.isVisible()


# --- a pinned unit --------------------------------------------------------------------------------


def test_a_pinned_unit_stays_beside_the_next_ones(desk_driver, page, desk):
    desk_driver.open()
    desk_driver.choose("stem", 1)
    page._pin.click()
    assert page._pin.text() == "Pinned: Unit 1"
    assert not page.beside.isVisible(), "it is the one that is shown"
    desk_driver.choose("stem", 1)
    page.units.unit_chosen.emit(3)
    assert page.beside.view.caption == "Unit 1 on red-0.png"
    assert page.input.view.caption == "Unit 3 on red-0.png"
    assert list(page.units._marked) == [1]


def test_a_pin_can_be_taken_out_where_it_is_not_seen(desk_driver, page, desk):
    desk_driver.open()
    page._pin.click()
    desk_driver.choose("block")
    assert not page.beside.isVisible()
    assert page._unpin.isVisible()
    page._unpin.click()
    assert page._pin.text() == "Pin Unit"
    assert not page._unpin.isVisible()


def test_closing_takes_the_pin_out(desk_driver, page, desk):
    desk_driver.open()
    page._pin.click()
    desk.close()
    assert page._pin.text() == "Pin Unit"


# --- unit, cell, class ----------------------------------------------------------------------------


def test_input_unit_page_and_pixels_follow_the_unit(desk_driver, page, desk):
    desk_driver.open()
    page.show_tab(LayersTab.PIXELS)
    desk_driver.choose("stem", 2)
    assert page.input.view.caption == "Unit 2 on red-0.png"
    assert page.unit_page.title == "Unit 2"
    assert page.pixels.target.told == "Unit 2 of stem, at its peak"
    assert page.pixels.answer.kind == "Gradient"
    assert not page.pixels.is_stale


def test_a_cell_is_offered_as_what_is_asked_about_and_a_second_click_takes_it_back(
    desk_driver, page, desk
):
    desk_driver.open()
    desk_driver.choose("stem", 2)
    page.input.cell_chosen.emit(3, 4)
    told = [action.text() for action in page.pixels.target.actions_in_menu]
    assert "Unit 2 of stem, row 4, column 5" in told
    assert page.input.view.marked == (3, 4)
    page.input.cell_chosen.emit(3, 4)
    told = [action.text() for action in page.pixels.target.actions_in_menu]
    assert "Unit 2 of stem, row 4, column 5" not in told
    assert page.input.view.marked is None


def test_another_way_to_lay_the_map_over_the_photo_computes_nothing(desk_driver, page, desk):
    desk_driver.open()
    page.show_tab(LayersTab.PIXELS)
    desk_driver.tasks.run()
    page._choose_heat(HeatMode.NEAREST)
    assert page.input.view.mode is HeatMode.NEAREST
    assert not desk_driver.tasks.waiting


def test_a_class_that_is_clicked_leads_back_to_the_pixels(desk_driver, page, desk):
    desk_driver.open()
    page.show_tab(LayersTab.CLASSES)
    row = page.classes.rows[1]
    row.class_chosen.emit(row._guess.index)
    desk_driver.tasks.run()
    assert page.tab is LayersTab.PIXELS
    assert page.pixels.choice.target is PixelsTarget.CLASS
    assert page.pixels.target.told == f"Class: {row._guess.name}"
    assert [each.is_chosen for each in page.classes.rows] == [False, True, False]


# --- the pixels, and layers without places --------------------------------------------------------


def test_the_pixels_can_be_looked_at_like_a_layer(desk_driver, page, desk):
    desk_driver.open()
    page.show_tab(LayersTab.PIXELS)
    desk_driver.choose("pixels", 1)
    assert page.units.view.count == 3
    assert page.input.view.caption == "red-0.png"
    assert page.input.view.values is None
    assert page.unit_page.patches.coverage_text.startswith("Pixels are what the network gets")
    assert not page.unit_page._maximised_part.isVisibleTo(page.unit_page)
    told = [action.text() for action in page.pixels.target.actions_in_menu]
    assert told
    assert all(text.startswith("Class") for text in told)
    assert not desk_driver.failures


def test_a_layer_without_places_shows_the_photo_alone(desk_driver, page, desk):
    desk_driver.open("red-0.png", "blue-0.png")
    desk_driver.choose("classes", 1)
    assert page.units.view.count == 3
    assert page.input.view.values is None
    assert page.beside.view.values is None
    assert page.unit_page.values[0] == page.unit_page.values[1]
    page.controls.toggle_boost()
    desk_driver.tasks.run()
    tiles = page.units.view.atlas.pixels.reshape(-1, 3)
    assert len(np.unique(tiles, axis=0)) > 3, "boosted, all of them would look the same"


# --- patterns -------------------------------------------------------------------------------------


def test_patterns_take_the_place_of_the_maps(desk_driver, page, desk):
    desk_driver.open()
    desk_driver.choose("block")
    page.controls.toggle_patterns()
    desk_driver.tasks.run()
    assert page.units._patterns
    assert set(page.units._patterns) <= set(range(5))
    page.controls.toggle_patterns()
    desk_driver.tasks.run()
    assert page.units._patterns is None


def test_the_maps_stay_where_there_are_no_patterns(desk_driver, page, desk):
    desk_driver.open()
    page.controls.toggle_patterns()
    for layer in ("pixels", "classes"):
        desk_driver.choose(layer)
        assert page.units._patterns is None


def test_patterns_of_the_layer_before_are_refused(desk_driver, page, desk):
    desk_driver.open()
    desk_driver.choose("block")
    page.controls.toggle_patterns()
    desk._take_patterns(desk_driver.layer("stem"), {0: None})
    assert 0 not in desk._patterns


# --- other networks -------------------------------------------------------------------------------


def test_a_network_of_ones_own_can_be_looked_into_and_the_first_one_again(
    qtbot, desk_driver, page, desk, make_file
):
    desk_driver.open("red-0.png", "blue-0.png")
    page._pin.click()
    page.pixels.toggle_frozen()
    with qtbot.waitSignal(desk.said) as said:
        desk.open_network(make_file())
        desk_driver.tasks.run()
    assert "does not tell how it wants to be fed" in said.args[0].text
    assert page._network.told == "foreign"
    assert page.units.view.count == 1
    assert page.units.chosen == 0
    assert page.unit_page.patches.coverage_text == "Your photos went through another network."
    assert page.classes.empty_title == "This network knows no classes"
    assert page.fooled.empty_title == "This network knows no classes"
    assert not page.pixels.is_frozen
    assert page._pin.text() == "Pin Unit"
    told = [action.text() for action in page.pixels.target.actions_in_menu]
    assert told == ["Unit 0 of conv1, at its peak"], "neither its classes nor its embedding"
    page.network_chosen.emit(0)
    desk.choose_network(0)
    desk_driver.tasks.run()
    assert page._network.told == "Tiny CNN"
    assert not page.classes.is_empty
    assert page.strip.chosen.name == "block"
    assert not desk_driver.failures


def test_a_network_that_was_opened_before_is_offered_once(desk_driver, page, desk, make_file):
    desk_driver.open()
    for _ in range(2):
        desk.open_network(make_file())
        desk_driver.tasks.run()
        desk.choose_network(0)
        desk_driver.tasks.run()
    told = [action.text() for action in page._network.actions_in_menu]
    assert told == ["Tiny CNN", "foreign", "Open a Network File…"]


def test_a_file_that_is_no_network_is_told_and_nothing_is_lost(desk_driver, page, desk, tmp_path):
    desk_driver.open()
    bad = tmp_path / "bad.onnx"
    bad.write_bytes(b"no network")
    desk.open_network(bad)
    desk_driver.tasks.run()
    (failure,) = desk_driver.failures
    assert isinstance(failure, NetworkUnusable)
    assert page._network.told == "Tiny CNN"
    assert page.units.isVisible()
    assert not page.units.is_stale


def test_pixels_of_a_network_that_tells_nothing_else_have_nothing_to_be_asked(
    desk_driver, page, desk, make_file
):
    desk_driver.open()
    page.show_tab(LayersTab.PIXELS)
    desk.open_network(make_file())
    desk_driver.tasks.run()
    desk_driver.choose("pixels")
    assert page.pixels.empty_title == "Nothing to ask about yet"
    page.pixels.toggle_frozen()
    assert not page.pixels.is_frozen
    desk_driver.choose("conv1")
    assert not page.pixels.is_empty


# --- what goes wrong ------------------------------------------------------------------------------


def test_a_photo_whose_file_is_gone_is_told_and_the_next_one_opens(desk_driver, page, gone):
    desk_driver.open()
    gone("blue-0.png")
    desk_driver.open("blue-0.png")
    assert page.trouble.isVisible()
    assert "blue-0.png" in page.trouble.title
    assert page._name.text() == ""
    desk_driver.open("green-0.png")
    assert not page.trouble.isVisible()
    assert page.input.view.caption.endswith("green-0.png")


def test_a_photo_that_could_not_be_read_is_read_again_when_it_is_opened_again(
    desk_driver, page, gone
):
    bring_back = gone("blue-0.png")
    desk_driver.open("blue-0.png")
    assert page.trouble.isVisible()
    bring_back()
    desk_driver.open("blue-0.png")
    assert not page.trouble.isVisible()


def test_a_layer_that_fails_is_told_and_the_others_can_be_chosen(
    desk_driver, page, desk, monkeypatch
):
    desk_driver.open()
    right = Inspector.values

    def wrong(self, inputs, tensor):
        if tensor == "block":
            raise NetworkUnusable("The network fails.", "Choose another layer.")
        return right(self, inputs, tensor)

    monkeypatch.setattr(Inspector, "values", wrong)
    desk_driver.choose("block")
    assert [str(each) for each in desk_driver.failures] == [
        "The network fails. Choose another layer."
    ]
    assert page.unit_page.empty_title
    assert page.units.view is None
    assert page.strip.isVisible()
    assert not page.units.is_stale
    page.strip.step(-1)
    desk_driver.tasks.run()
    assert page.units.view.count == 4
    assert page.unit_page.title.startswith("Unit")


def test_a_library_that_cannot_be_read_any_more_is_told(desk_driver, page, monkeypatch):
    desk_driver.open()

    def fail(self, photo_id):
        raise LibraryUnusable("The library is gone.", "Plug its drive in again.")

    monkeypatch.setattr(Library, "photo", fail)
    desk_driver.open("blue-0.png")
    assert page.trouble.isVisible()
    assert page.trouble.title == "The library is gone."
