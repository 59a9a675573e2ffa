"""The row of choices above the units."""

import pytest

from lookalike.gui.layers.grid_controls import GAMMAS, GridControls, GridOptions
from lookalike.library.drawing.unit_atlas import UnitOrder


@pytest.fixture
def controls(qtbot) -> GridControls:
    made = GridControls()
    qtbot.addWidget(made)
    made.resize(600, 40)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def wanted(controls) -> list[GridOptions]:
    heard: list[GridOptions] = []
    controls.changed.connect(heard.append)
    return heard


def test_boost_and_patterns_are_switches(controls, wanted):
    controls._boost.click()
    controls._patterns.click()
    assert wanted[-1] == GridOptions(is_boosted=True, has_patterns=True)
    assert controls._boost.isChecked()
    assert controls._patterns.isChecked()
    controls.toggle_boost()
    controls.toggle_patterns()
    assert wanted[-1] == GridOptions()
    assert not controls._boost.isChecked()


def test_gamma_goes_round(controls, wanted):
    for _ in GAMMAS:
        controls.next_gamma()
    assert [options.gamma for options in wanted] == [*GAMMAS[1:], GAMMAS[0]]
    assert controls._gamma.told == "Gamma 1.0"


def test_an_order_can_be_chosen(controls, wanted):
    controls._order.actions_in_menu[1].trigger()
    assert wanted[-1].order is UnitOrder.MAXIMUM
    assert controls._order.told == "By maximum"
    controls._gamma.actions_in_menu[2].trigger()
    assert wanted[-1] == GridOptions(order=UnitOrder.MAXIMUM, gamma=GAMMAS[2])


def test_the_share_is_offered_only_where_there_is_a_match(controls, wanted):
    assert len(controls._order.actions_in_menu) == 3
    controls.allow_share(True)
    controls._order.actions_in_menu[3].trigger()
    assert wanted[-1].order is UnitOrder.SHARE
    controls.allow_share(False)
    assert wanted[-1].order is UnitOrder.NUMBER
    assert len(controls._order.actions_in_menu) == 3


def test_the_name_leaves_where_the_choices_need_the_room(qtbot, controls):
    controls.show_layer("blocks.9", "112 × 14 × 14")
    assert controls.title.isVisible()
    controls.resize(380, 40)
    qtbot.waitUntil(lambda: not controls.title.isVisible())
    for part in (controls._boost, controls._patterns):
        assert part.width() >= part.sizeHint().width()
    assert controls._order.text() == "By number ▾"
    controls.resize(600, 40)
    qtbot.waitUntil(controls.title.isVisible)
